"""Promises as data for other programs: the same names in every language."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

from medborgarloften.model import Party, Quantity, ValidityPeriod
from medborgarloften.queries import Match
from medborgarloften.wording.saying import municipality

__all__ = ["print_csv", "print_json"]

# What a spreadsheet would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_COLUMNS = (
    "agreement",
    "promise",
    "period",
    "first_day",
    "last_day",
    "open_ended",
    "municipalities",
    "promisors",
    "partners",
    "themes",
    "kind",
    "quantities",
    "title",
    "text",
)


def print_json(matches: Iterable[Match]) -> None:
    """Print a list of objects, one for each promise."""
    records = [_record(match) for match in matches]
    json.dump(records, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_csv(matches: Iterable[Match]) -> None:
    """Print a header and a row for each promise, as RFC 4180 has it.

    Several things in one cell have semicolons between them.
    """
    rows = csv.writer(sys.stdout)
    rows.writerow(_COLUMNS)
    for match in matches:
        rows.writerow(map(_guarded, _cells(match)))


def _record(match: Match) -> dict[str, Any]:
    agreement, promise, period = match.agreement, match.promise, match.period
    first_day, last_day = _days(period)
    return {
        "agreement": agreement.id,
        "promise": promise.number,
        "title": agreement.title,
        "text": promise.text,
        "kind": promise.kind.value,
        "promisors": list(map(_party, agreement.promisors_of(promise))),
        "partners": list(map(_party, agreement.partners_of(promise))),
        "themes": [theme.value for theme in promise.themes],
        "quantities": list(map(_quantity, promise.quantities)),
        "period": None if period is None else str(period),
        "first_day": first_day,
        "last_day": last_day,
        "open_ended": period is not None and period.open_ended,
        "municipalities": [
            {"code": code, "name": municipality(code)}
            for code in agreement.area.municipalities
        ],
    }


def _cells(match: Match) -> tuple[str, ...]:
    agreement, promise, period = match.agreement, match.promise, match.period
    first_day, last_day = _days(period)
    promisors, partners = (
        agreement.promisors_of(promise),
        agreement.partners_of(promise),
    )
    return (
        agreement.id,
        str(promise.number),
        "" if period is None else str(period),
        first_day or "",
        last_day or "",
        "true" if period is not None and period.open_ended else "false",
        _several(map(municipality, agreement.area.municipalities)),
        _several(party.name for party in promisors),
        _several(party.name for party in partners),
        _several(promise.themes),
        promise.kind,
        _several(map(_count, promise.quantities)),
        agreement.title,
        promise.text,
    )


def _party(party: Party) -> dict[str, str]:
    return {"id": party.id, "kind": party.kind.value, "name": party.name}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "minimum": quantity.minimum,
        "maximum": quantity.maximum,
        "unit": quantity.unit,
        "per": quantity.per and quantity.per.value,
        "average": quantity.average,
        "each": quantity.each,
    }


def _count(quantity: Quantity) -> str:
    least, most = quantity.minimum, quantity.maximum
    bounds = ["" if bound is None else str(bound) for bound in (least, most)]
    # Equal bounds are one exact number.
    count = f"{'–'.join(dict.fromkeys(bounds))} {quantity.unit}"
    return count if quantity.per is None else f"{count}/{quantity.per}"


def _days(period: ValidityPeriod | None) -> tuple[str | None, str | None]:
    if period is None:
        return None, None
    return _day(period.first_day), _day(period.last_day)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _several(things: Iterable[str]) -> str:
    return "; ".join(things)


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
