"""A register as one table for analysis: a row for each promise, with what it takes.

What stands elsewhere in the register stands in each row: the agreement's title and
place, the names of who promises, the days that the promise truly holds, its latest
outcome.  An agreement with no promises has no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from medborgarloften.errors import UnknownName
from medborgarloften.model import (
    Agreement,
    Outcome,
    Promise,
    Quantity,
    ValidityPeriod,
)
from medborgarloften.reference import (
    Municipality,
    municipality_by_code,
    police_region_of,
)
from medborgarloften.register import Register

__all__ = ["COLUMNS", "flat_rows"]


@frozen(eq=False)
class _Line:
    """A promise, and what a row tells of it."""

    agreement: Agreement
    promise: Promise
    period: ValidityPeriod | None
    outcome: Outcome | None
    municipalities: tuple[Municipality, ...]

    @property
    def quantity(self) -> Quantity | None:
        """The first of its quantities."""
        return next(iter(self.promise.quantities), None)


# The names are a promise to those who analyse: add some, but rename none.
COLUMNS: dict[str, Callable[[_Line], Any]] = {
    "agreement": lambda line: line.agreement.id,
    "agreement_kind": lambda line: line.agreement.kind,
    "title": lambda line: line.agreement.title,
    "municipality_codes": lambda line: line.agreement.area.municipalities,
    "municipalities": lambda line: _once(each.name for each in line.municipalities),
    "counties": lambda line: _once(each.county_name for each in line.municipalities),
    "police_regions": lambda line: _once(
        police_region_of(each.code).name for each in line.municipalities
    ),
    "district": lambda line: line.agreement.area.district,
    "parties": lambda line: tuple(each.name for each in line.agreement.parties),
    "number": lambda line: line.promise.number,
    "text": lambda line: line.promise.text,
    "kind": lambda line: line.promise.kind,
    "parent": lambda line: line.promise.parent,
    "promisors": lambda line: tuple(
        each.name for each in line.agreement.promisors_of(line.promise)
    ),
    "promisor_kinds": lambda line: _once(
        each.kind for each in line.agreement.promisors_of(line.promise)
    ),
    "attribution": lambda line: line.promise.attribution,
    "partners": lambda line: tuple(
        each.name for each in line.agreement.partners_of(line.promise)
    ),
    "first_day": lambda line: line.period and line.period.first_day,
    "last_day": lambda line: line.period and line.period.last_day,
    "open_ended": lambda line: line.period and line.period.open_ended,
    "themes": lambda line: line.promise.themes,
    "themes_sv": lambda line: tuple(each.label_sv for each in line.promise.themes),
    "quantities": lambda line: len(line.promise.quantities),
    "minimum": lambda line: line.quantity and line.quantity.minimum,
    "maximum": lambda line: line.quantity and line.quantity.maximum,
    "unit": lambda line: line.quantity and line.quantity.unit,
    "per": lambda line: line.quantity and line.quantity.per,
    "places": lambda line: line.promise.places,
    "target_groups": lambda line: line.promise.target_groups,
    "hedged": lambda line: line.promise.hedged,
    "condition": lambda line: line.promise.condition,
    "status": lambda line: line.outcome and line.outcome.status,
    "status_on": lambda line: line.outcome and line.outcome.on,
    "counted": lambda line: line.outcome and line.outcome.counted,
    "source": lambda line: next(
        (each.url for each in line.agreement.sources if each.url), None
    ),
}


def flat_rows(register: Register) -> Iterator[dict[str, Any]]:
    """Make a row of values for each promise, in the order of the register."""
    # They are in the order of their days, so the latest stays.
    latest = {(each.agreement, each.promise): each for each in register.outcomes}
    for agreement in register.agreements:
        municipalities = tuple(_municipalities(agreement))
        for promise in agreement.promises:
            line = _Line(
                agreement=agreement,
                promise=promise,
                period=agreement.promise_period(promise),
                outcome=latest.get((agreement.id, promise.number)),
                municipalities=municipalities,
            )
            yield {name: value(line) for name, value in COLUMNS.items()}


def _municipalities(agreement: Agreement) -> Iterator[Municipality]:
    """Find the municipalities of the area, as far as their codes are known."""
    for code in agreement.area.municipalities:
        try:
            yield municipality_by_code(code, former=True)
        except UnknownName:
            continue


def _once(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
