"""What the named stretches of the calendar are, before their year is known.

"juni", "vårterminen" and "vecka 12" come back every year; a `Point` is one of
them, with the year that was written beside it, if any.  As the start of a period
it opens on its first day, as the end it closes on its last: halvårsskiftet (the
turn of the half-year) opens on 1 July and closes on 30 June.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Self, TypeAlias

from attrs import evolve, frozen

from medborgarloften.model import Precision

__all__ = [
    "NOW",
    "NOWHERE",
    "SCHOOL_YEAR",
    "SEASONS",
    "TERMS",
    "TURNS",
    "UNCLEAR",
    "YEAR",
    "DayIn",
    "Point",
    "Stretch",
    "Unit",
    "day_of_year",
    "end_months",
    "last_part_of_year",
    "month_of_year",
    "part_of_year",
    "week_of_year",
]

DayIn: TypeAlias = Callable[[int], date]
_LAST = 0


@frozen
class _Edge:
    """A day that comes every year; it may fall in the year after."""

    month: int
    day: int
    years_on: int = 0

    def __call__(self, year: int) -> date:
        year += self.years_on
        day = self.day or monthrange(year, self.month)[1]
        return date(year, self.month, day)


@frozen
class _WeekEdge:
    """A day of a week of the ISO calendar."""

    week: int
    weekday: int

    def __call__(self, year: int) -> date:
        return date.fromisocalendar(year, self.week, self.weekday)


@frozen
class Unit:
    """A stretch that comes every year.

    Attributes:
        opens: Its first day, by year; ``None`` where that is not clear.
        closes: Its last day, by year; ``None`` where that is not clear.
        first_precision: How exactly its first day is stated by naming it.
        last_precision: How exactly its last day is.
    """

    opens: DayIn | None
    closes: DayIn | None
    first_precision: Precision = Precision.DAY
    last_precision: Precision = Precision.DAY

    @property
    def is_moment(self) -> bool:
        """Whether it can begin or end a period and not be one."""
        is_half = self.opens is None or self.closes is None
        return (is_half and self != UNCLEAR) or self in _MOMENTS


def _months(precision: Precision, month: int, months: int) -> Unit:
    years_on, last_month = divmod(month + months - 2, 12)
    opens, closes = _Edge(month, 1), _Edge(last_month + 1, _LAST, years_on)
    return Unit(opens, closes, precision, precision)


YEAR = _months(Precision.YEAR, 1, 12)
SEASONS = {
    "spring": _months(Precision.SEASON, 3, 3),
    "summer": _months(Precision.SEASON, 6, 3),
    "autumn": _months(Precision.SEASON, 9, 3),
    "winter": _months(Precision.SEASON, 12, 3),
}
TERMS = {
    "spring": _months(Precision.TERM, 1, 6),
    "autumn": _months(Precision.TERM, 8, 5),
}
SCHOOL_YEAR = _months(Precision.TERM, 8, 11)
TURNS = {
    "half_year": Unit(_Edge(7, 1), _Edge(6, 30)),
    "year": Unit(_Edge(1, 1, 1), _Edge(12, 31)),
}
_MOMENTS = frozenset(TURNS.values())
# What is said may mean two stretches.
UNCLEAR = Unit(None, None, Precision.DAY, Precision.YEAR)
# The day of the text itself.
NOW = Unit(None, None)
# What no year has, as a fifth quarter.
NOWHERE = Unit(_Edge(1, 99), _Edge(1, 99))

_WEEKS, _MONTHS = range(1, 54), range(1, 13)
_PARTS = {
    "quarter": (Precision.QUARTER, 3),
    "tertial": (Precision.TERTIAL, 4),
    "half_year": (Precision.HALF_YEAR, 6),
}


def day_of_year(month: int, day: int | None) -> Unit:
    """Make the unit of one day; of the month's last where *day* is ``None``."""
    edge = _Edge(month, _LAST if day is None else day or 99)
    return Unit(edge, edge)


def month_of_year(month: int) -> Unit:
    """Make the unit of one month."""
    return _months(Precision.MONTH, month, 1)


def week_of_year(week: int) -> Unit:
    """Make the unit of one week of the ISO calendar, Monday to Sunday."""
    return Unit(_WeekEdge(week, 1), _WeekEdge(week, 7))


def part_of_year(kind: str, number: int) -> Unit:
    """Make the unit of one quarter, tertial, half-year or week.

    `NOWHERE` if the year has no such part, as a fifth quarter.
    """
    if kind == "week":
        return week_of_year(number) if number in _WEEKS else NOWHERE
    precision, months = _PARTS[kind]
    if not 1 <= number <= 12 // months:
        return NOWHERE
    return _months(precision, (number - 1) * months + 1, months)


def last_part_of_year(kind: str) -> Unit:
    """Make the unit of the last quarter, tertial or half-year."""
    return part_of_year(kind, 12 // _PARTS[kind][1])


def end_months(count: int, *, is_last: bool) -> Unit:
    """Make the unit of the first or the last months of a year."""
    if count not in _MONTHS:
        return NOWHERE
    month = len(_MONTHS) - count + 1 if is_last else 1
    return _months(Precision.MONTH, month, count)


@frozen
class Point:
    """A unit of the calendar as it was written.

    Attributes:
        unit: What it is, in any year.
        begin: The first of its tokens.
        end: The token after its last.
        year: The year written with it.
        years_on: How many years after the reference day's, where that was written.
        weak: Whether it is too little to be a date by itself, as "maj" or "211231".
    """

    unit: Unit
    begin: int
    end: int
    year: int | None = None
    years_on: int | None = None
    weak: bool = False


@frozen
class Stretch:
    """From one point through another, or one point."""

    first: Point
    last: Point

    @classmethod
    def of(cls, point: Point) -> Self:
        """Make the stretch of one point."""
        return cls(point, point)

    def begun(self, begin: int) -> Self:
        """Return the stretch with more tokens before it."""
        first = evolve(self.first, begin=begin)
        return self.of(first) if self.is_one else evolve(self, first=first)

    @property
    def is_one(self) -> bool:
        """Whether it is a single point."""
        return self.first is self.last

    @property
    def begin(self) -> int:
        """The first of its tokens."""
        return self.first.begin

    @property
    def end(self) -> int:
        """The token after its last."""
        return self.last.end
