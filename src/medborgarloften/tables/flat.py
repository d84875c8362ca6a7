"""Promises as one table for analysis: a row for each, with what it takes.

What stands elsewhere in the register stands in each row: the agreement's title and
place, the names of who promises, the days that the promise truly holds, its latest
outcome.  Outcomes of one day that contradict each other give several statuses, and
then no one status.  An agreement with no promises has no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
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
from medborgarloften.queries import Match
from medborgarloften.queries.entries import entries_of
from medborgarloften.queries.match import latest_of
from medborgarloften.reference import (
    Municipality,
    municipality_by_code,
    police_region_of,
)
from medborgarloften.register import Register

__all__ = ["COLUMNS", "FlatColumn", "flat_rows", "promises_of"]


@frozen(eq=False)
class _Line:
    """A promise, and what a row tells of it."""

    agreement: Agreement
    promise: Promise
    period: ValidityPeriod | None
    outcomes: tuple[Outcome, ...]
    municipalities: tuple[Municipality, ...]

    @property
    def quantity(self) -> Quantity | None:
        """The first of its quantities."""
        return next(iter(self.promise.quantities), None)

    def told(self, field: str) -> Any:  # noqa: ANN401 - whatever the field holds
        """What its latest outcomes say, if they say the same."""
        values = {getattr(outcome, field) for outcome in self.outcomes}
        return values.pop() if len(values) == 1 else None


@frozen(eq=False)
class FlatColumn:
    """What stands in a column.

    Attributes:
        type: What each cell holds: `str`, `int`, `bool` or `date`; the word of an
            enumeration is a text.
        value: Tells it.
        many: Whether it holds any number of them.
    """

    type: type
    value: Callable[[Any], Any]
    many: bool = False


def _one(type_: type, value: Callable[[_Line], Any]) -> FlatColumn:
    return FlatColumn(type_, value)


def _many(type_: type, value: Callable[[_Line], tuple[Any, ...]]) -> FlatColumn:
    return FlatColumn(type_, value, many=True)


# The names are a promise to those who analyse: add some, but rename none.
COLUMNS: dict[str, FlatColumn] = {
    "agreement": _one(str, lambda line: line.agreement.id),
    "agreement_kind": _one(str, lambda line: line.agreement.kind),
    "title": _one(str, lambda line: line.agreement.title),
    "municipality_codes": _many(str, lambda line: line.agreement.area.municipalities),
    "municipalities": _many(
        str, lambda line: _once(each.name for each in line.municipalities)
    ),
    "counties": _many(
        str, lambda line: _once(each.county_name for each in line.municipalities)
    ),
    "police_regions": _many(
        str,
        lambda line: _once(
            police_region_of(each.code).name for each in line.municipalities
        ),
    ),
    "district": _one(str, lambda line: line.agreement.area.district),
    "parties": _many(
        str, lambda line: tuple(each.name for each in line.agreement.parties)
    ),
    "number": _one(int, lambda line: line.promise.number),
    "text": _one(str, lambda line: line.promise.text),
    "kind": _one(str, lambda line: line.promise.kind),
    "parent": _one(int, lambda line: line.promise.parent),
    "promisors": _many(
        str,
        lambda line: tuple(
            each.name for each in line.agreement.promisors_of(line.promise)
        ),
    ),
    "promisor_kinds": _many(
        str,
        lambda line: _once(
            each.kind for each in line.agreement.promisors_of(line.promise)
        ),
    ),
    "attribution": _one(str, lambda line: line.promise.attribution),
    "partners": _many(
        str,
        lambda line: tuple(
            each.name for each in line.agreement.partners_of(line.promise)
        ),
    ),
    "first_day": _one(date, lambda line: line.period and line.period.first_day),
    "last_day": _one(date, lambda line: line.period and line.period.last_day),
    "first_day_stated": _one(
        bool, lambda line: line.period and line.agreement.states_first_day(line.promise)
    ),
    "open_ended": _one(bool, lambda line: line.period and line.period.open_ended),
    "themes": _many(str, lambda line: line.promise.themes),
    "themes_sv": _many(
        str, lambda line: tuple(each.label_sv for each in line.promise.themes)
    ),
    "quantities": _one(int, lambda line: len(line.promise.quantities)),
    "minimum": _one(int, lambda line: line.quantity and line.quantity.minimum),
    "maximum": _one(int, lambda line: line.quantity and line.quantity.maximum),
    "unit": _one(str, lambda line: line.quantity and line.quantity.unit),
    "per": _one(str, lambda line: line.quantity and line.quantity.per),
    "places": _many(str, lambda line: line.promise.places),
    "target_groups": _many(str, lambda line: line.promise.target_groups),
    "hedged": _one(bool, lambda line: line.promise.hedged),
    "condition": _one(str, lambda line: line.promise.condition),
    "status": _one(str, lambda line: line.told("status")),
    "statuses": _many(str, lambda line: _once(each.status for each in line.outcomes)),
    "status_on": _one(date, lambda line: line.told("on")),
    "counted": _one(int, lambda line: line.told("counted")),
    "source": _one(
        str,
        lambda line: next(
            (each.url for each in line.agreement.sources if each.url), None
        ),
    ),
}


def promises_of(register: Register) -> Iterator[Match]:
    """Go through the promises of a register, in its order."""
    for agreement in register.agreements:
        outcomes = {agreement.id: register.outcomes_of(agreement.id)}
        for entry in entries_of([agreement], outcomes):
            if isinstance(entry, Match):
                yield entry


def flat_rows(promises: Iterable[Match]) -> Iterator[dict[str, Any]]:
    """Make a row of values for each promise, in their order."""
    for match in promises:
        line = _Line(
            agreement=match.agreement,
            promise=match.promise,
            period=match.period,
            # That nobody found anything is the latest, where nobody ever did.
            outcomes=latest_of(match.outcomes) or match.outcomes[-1:],
            municipalities=_municipalities(match.agreement.area.municipalities),
        )
        yield {name: column.value(line) for name, column in COLUMNS.items()}


@lru_cache(maxsize=1000)
def _municipalities(codes: tuple[str, ...]) -> tuple[Municipality, ...]:
    """Find the municipalities of an area, as far as their codes are known."""
    return tuple(_known(codes))


def _known(codes: Iterable[str]) -> Iterator[Municipality]:
    for code in codes:
        try:
            yield municipality_by_code(code, former=True)
        except UnknownName:
            continue


def _once(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
