"""The agreements of a place in order of time, and coverage from day to day.

What is certain and what is only possible are told apart, so that a drawing can let
an end that nobody stated fade out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from medborgarloften.analysis._days import (
    Stretch,
    certain_days,
    possible_days,
    stretch_with,
)
from medborgarloften.analysis._places import municipalities_today, of_kind, placed
from medborgarloften.analysis._states import (
    LEVELS,
    CoverageShare,
    CoverageState,
    national_share,
    stretches_at,
)
from medborgarloften.errors import InvalidField
from medborgarloften.model import Agreement, AgreementKind, ValidityPeriod
from medborgarloften.model._rules import whole_day
from medborgarloften.reference import municipality as municipality_named
from medborgarloften.register import Register

__all__ = ["CoverageOnDay", "TimelineRow", "coverage_over_time", "timeline"]


@frozen
class TimelineRow:
    """An agreement with the days on which it holds, ready to be drawn.

    Attributes:
        agreement: Its id.
        kind: Whether it is a medborgarlöfte or the umbrella above it.
        municipalities: The codes today of the municipalities where it holds.
        district: The part that it is limited to.
        certain: The days on which it certainly holds; ``None`` if no day is certain.
            It has no last day if the agreement was said to have none.
        possible: The days on which nothing excludes it: `Agreement.in_force`.
        first_day_stated: Whether the first of these days is stated; where it is not,
            it is that on which the agreement is known to have existed, if any.
    """

    agreement: str
    kind: AgreementKind
    municipalities: tuple[str, ...]
    district: str | None
    certain: ValidityPeriod | None
    possible: ValidityPeriod
    first_day_stated: bool


@frozen
class CoverageOnDay:
    """How many of all municipalities are in each state on a day."""

    on: date
    share: CoverageShare


def timeline(
    register: Register,
    municipality: str | None = None,
    *,
    kind: AgreementKind | None = None,
) -> tuple[TimelineRow, ...]:
    """List the agreements of a municipality, or all, in order of time.

    They are sorted by the first day on which each may hold, then the last, then by
    id: those of which no first day is known come first.

    Args:
        register: What is looked at.
        municipality: Only what holds there or in a part of it; by its name or code.
        kind: Only agreements of this kind.

    Raises:
        UnknownName: If there is no such municipality; it tells the nearest.
        InvalidField: If something is given that is no such thing.
    """
    agreements = of_kind("timeline", register, kind)
    rows = [(possible_days(each.in_force), _row(each)) for each in agreements]
    if municipality is not None:
        code = municipality_named(municipality).code
        rows = [(days, row) for days, row in rows if code in row.municipalities]
    # Those with the same days stay as they are in the register, by id.
    return tuple(row for _, row in sorted(rows, key=lambda dated: dated[0]))


def coverage_over_time(
    register: Register, days: Iterable[date], *, kind: AgreementKind | None = None
) -> tuple[CoverageOnDay, ...]:
    """Count the municipalities in each state on each of some days, in their order.

    It is the `Coverage.national` of each day, and quicker.

    >>> first_days = [date(year, 1, 1) for year in range(2016, 2025)]
    >>> len(coverage_over_time(Register(), first_days))
    9

    Raises:
        InvalidField: If *register* is no register, *days* are not whole days in a
            list or the like, or *kind* is no kind of agreement.
    """
    if not isinstance(days, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidField("coverage_over_time", "days", days, "give days in a list")
    asked = [whole_day(day, "coverage_over_time", "days") for day in days]
    places = placed("coverage_over_time", register, kind).in_municipality.values()
    everywhere = [
        [(level, stretches_at(level, there)) for level in LEVELS] for there in places
    ]
    return tuple(
        CoverageOnDay(day, national_share(_state(day, each) for each in everywhere))
        for day in asked
    )


def _row(agreement: Agreement) -> TimelineRow:
    return TimelineRow(
        agreement.id,
        agreement.kind,
        municipalities_today(agreement.area),
        agreement.area.district,
        _certain(agreement.in_force),
        agreement.in_force,
        agreement.period.first_day is not None,
    )


def _certain(period: ValidityPeriod) -> ValidityPeriod | None:
    if certain_days(period) is None:
        return None
    # What may go on after its last day certainly holds through that day.
    only_may_go_on = period.open_ended and period.last_day is not None
    return evolve(period, open_ended=False) if only_may_go_on else period


def _state(
    day: date, place: Iterable[tuple[CoverageState, Sequence[Stretch]]]
) -> CoverageState:
    at = (level for level, days in place if stretch_with(day.toordinal(), days))
    return next(at, CoverageState.NONE)
