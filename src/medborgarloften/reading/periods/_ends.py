"""The first and the last day that one expression states, and how exactly."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from attrs import frozen
from dateutil.relativedelta import relativedelta

from medborgarloften.errors import InvalidPeriod
from medborgarloften.model import Precision, ValidityPeriod
from medborgarloften.reading.periods._calendar import NOW, DayIn, Point, Stretch
from medborgarloften.reading.periods._faults import Fault, FaultKind
from medborgarloften.reading.periods._shapes import Expression, Form
from medborgarloften.reading.periods._years import year_of_end, years_of

__all__ = ["ONE_DAY", "End", "Ends", "agreed", "ends_of", "fitting"]

ONE_DAY = timedelta(days=1)

# Neither vårterminen nor höstterminen has July, and yet they follow on each other.
_SUMMER_HOLIDAY = timedelta(days=31)
# What no year has can be told before the year is known.
_LEAP_YEAR = 2000
_MONTHS_IN = {
    Precision.DAY: 0,
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.TERTIAL: 4,
    Precision.TERM: 6,
    Precision.HALF_YEAR: 6,
    Precision.YEAR: 12,
}


@frozen
class End:
    """One end of a period, as exactly as it was stated."""

    day: date
    precision: Precision


@frozen
class Ends:
    """Both ends; ``None`` for one that is not stated, or whose year is not known."""

    first: End | None
    last: End | None


def ends_of(found: Expression, reference: date | None) -> Ends:
    """Work out the days that one expression names.

    Raises:
        Fault: If there are no such days.
    """
    first, last = found.parts[0].first, found.parts[-1].last
    if found.form is Form.SINCE:
        year = years_of([first], reference)[0]
        # What comes after a turn begins at it: "efter halvårsskiftet".
        is_turn = first.unit.is_moment and first.unit.opens is not None
        if found.exclusive and not is_turn:
            return Ends(_day_after(_closing(first, year, reference)), None)
        return Ends(_opening(first, year, reference), None)
    if found.form is Form.UNTIL:
        year = year_of_end(last, reference)
        if found.exclusive and last.unit.opens is not None:
            return Ends(None, _day_before(_opening(last, year, reference)))
        return Ends(None, _closing(last, year, reference))
    points = [point for part in found.parts for point in (part.first, part.last)]
    years = years_of(points, reference)
    pairs = [
        _pair(part, first_year, last_year, reference)
        for part, first_year, last_year in zip(
            found.parts, years[::2], years[1::2], strict=True
        )
    ]
    for before, after in pairwise(pairs):
        if not _follow(before.last, after.first):
            raise Fault(FaultKind.BROKEN, found.begin, found.end)
    return Ends(pairs[0].first, pairs[-1].last)


def _pair(
    part: Stretch, first_year: int | None, last_year: int | None, reference: date | None
) -> Ends:
    first = _opening(part.first, first_year, reference)
    last = _closing(part.last, last_year, reference)
    if first and last and last.day < first.day:
        raise Fault(FaultKind.REVERSED, part.begin, part.end)
    return Ends(first, last)


def _follow(last: End | None, first: End | None) -> bool:
    if last is None or first is None:
        return True
    is_holiday = last.precision is first.precision is Precision.TERM
    gap = first.day - last.day - ONE_DAY
    return gap <= (_SUMMER_HOLIDAY if is_holiday else timedelta(0))


def _opening(point: Point, year: int | None, reference: date | None) -> End | None:
    day = _day(point, point.unit.opens, year, reference)
    return None if day is None else End(day, point.unit.first_precision)


def _closing(point: Point, year: int | None, reference: date | None) -> End | None:
    day = _day(point, point.unit.closes, year, reference)
    return None if day is None else End(day, point.unit.last_precision)


def _day(
    point: Point, edge: DayIn | None, year: int | None, reference: date | None
) -> date | None:
    if point.unit == NOW:
        return reference
    if edge is None:
        raise Fault(FaultKind.AMBIGUOUS, point.begin, point.end)
    try:
        day = edge(year or _LEAP_YEAR)
    except ValueError as error:
        raise Fault(FaultKind.IMPOSSIBLE, point.begin, point.end) from error
    return day if year else None


def _day_after(end: End | None) -> End | None:
    return end and fitting(end.day + ONE_DAY, end.precision, is_first=True)


def _day_before(end: End | None) -> End | None:
    return end and fitting(end.day - ONE_DAY, end.precision, is_first=False)


def fitting(day: date, precision: Precision, *, is_first: bool) -> End:
    """State a day that was worked out no less exactly than what it came from.

    The day before 1 July 2020 ends a half-year; the day before 1 August no term.
    """
    try:
        if is_first:
            ValidityPeriod(first_day=day, first_precision=precision)
        else:
            ValidityPeriod(last_day=day, last_precision=precision)
    except InvalidPeriod:
        return End(day, Precision.DAY)
    return End(day, precision)


def agreed(one: End | None, other: End | None, *, is_first: bool) -> End | None:
    """Keep the finer of two statements of one end.

    Raises:
        ValueError: If the finer is not within the coarser.
    """
    if one is None or other is None:
        return one or other
    fine, coarse = sorted((one, other), key=lambda end: _MONTHS_IN[end.precision])
    length = relativedelta(months=_MONTHS_IN[coarse.precision])
    within = (
        coarse.day <= fine.day < coarse.day + length
        if is_first
        else coarse.day - length < fine.day <= coarse.day
    )
    if fine.day == coarse.day or (within and fine.precision is not coarse.precision):
        return fine
    raise ValueError(one, other)
