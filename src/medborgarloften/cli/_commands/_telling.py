"""Parts of the model as plain data, with the same names in every answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from medborgarloften.cli._answers import Data
from medborgarloften.model import Party, Quantity, ValidityPeriod
from medborgarloften.register import Register
from medborgarloften.wording.saying import municipality

__all__ = [
    "contents_of",
    "named_places",
    "party",
    "places",
    "quantity",
    "short_quantity",
    "text_of",
]


def contents_of(register: Register) -> dict[str, int]:
    """Count what is in a register, for the line that sums it up."""
    return {
        "agreements": len(register),
        "promises": sum(len(each.promises) for each in register.values()),
        "outcomes": len(register.outcomes),
    }


def text_of(thing: date | ValidityPeriod | None) -> Data:
    """Tell a day or a period as documents write it, if there is one."""
    return None if thing is None else str(thing)


def places(codes: Iterable[str]) -> list[str]:
    """Name municipalities; an unknown code stands for itself."""
    return list(map(municipality, codes))


def named_places(codes: Iterable[str]) -> list[Data]:
    """Tell municipalities by their codes and names."""
    return [{"code": code, "name": municipality(code)} for code in codes]


def party(party: Party) -> Data:
    """Tell who a party is."""
    return {"id": party.id, "kind": party.kind.value, "name": party.name}


def quantity(quantity: Quantity) -> Data:
    """Tell how many, of what, and how often."""
    return {
        "minimum": quantity.minimum,
        "maximum": quantity.maximum,
        "unit": quantity.unit,
        "per": quantity.per and quantity.per.value,
        "average": quantity.average,
        "each": quantity.each,
    }


def short_quantity(quantity: Quantity) -> str:
    """Tell it so shortly that it fits a cell.

    >>> from medborgarloften.model import Per
    >>> short_quantity(Quantity(2, 3, "kontroll", Per.MONTH))
    '2–3 kontroll/month'
    >>> short_quantity(Quantity(4, None, "kontroll", Per.WEEK, average=True))
    '>=4 kontroll/week (average)'
    """
    least, most = quantity.minimum, quantity.maximum
    if least is None:
        bounds = f"<={most}"
    elif most is None:
        bounds = f">={least}"
    else:
        bounds = f"{least}" if least == most else f"{least}–{most}"
    count = f"{bounds} {quantity.unit}"
    if quantity.per is not None:
        count = f"{count}/{quantity.per}"
    more = ["average"] * quantity.average
    if quantity.each is not None:
        more.append(f"each {quantity.each}")
    return f"{count} ({', '.join(more)})" if more else count
