"""Which year a point is in, where the text does not say it beside the point.

A year is borrowed from the point after, else from the one before, and shifted by
one where the two would else be in the wrong order ("oktober 2019 till mars").
Where no point has one, the year is the one that puts them nearest to the day of
the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from medborgarloften.reading.periods._calendar import DayIn, Point

__all__ = ["year_of_end", "years_of"]


def years_of(points: Sequence[Point], reference: date | None) -> list[int | None]:
    """Give each point its year, as far as it can be told."""
    years = [_own_year(point, reference) for point in points]
    borrowers = [point.year is None and point.years_on is None for point in points]
    if all(borrowers) and reference is not None:
        return _nearest_years(points, reference)
    for place in range(len(points) - 2, -1, -1):
        after = years[place + 1]
        if borrowers[place] and after is not None:
            shift = _is_reversed(points[place], points[place + 1], after)
            years[place] = after - shift
    for place in range(1, len(points)):
        before = years[place - 1]
        if borrowers[place] and years[place] is None and before is not None:
            years[place] = _year_after(points[place - 1], points[place], before)
    return years


def year_of_end(point: Point, reference: date | None) -> int | None:
    """Give an end its year; without one, that of the first end still to come."""
    year = _own_year(point, reference)
    if year is not None or reference is None:
        return year
    closes = _day_in(point.unit.closes, reference.year)
    return reference.year + (closes is not None and closes < reference)


def _own_year(point: Point, reference: date | None) -> int | None:
    if point.years_on is not None and reference is not None:
        return reference.year + point.years_on
    return point.year


def _is_reversed(first: Point, last: Point, year: int) -> bool:
    opens, closes = _day_in(first.unit.opens, year), _day_in(last.unit.closes, year)
    return opens is not None and closes is not None and closes < opens


def _year_after(before: Point, point: Point, year: int) -> int:
    return year + _is_reversed(before, point, year)


def _day_in(edge: DayIn | None, year: int) -> date | None:
    try:
        return edge(year) if edge else None
    except ValueError:
        return None


def _nearest_years(points: Sequence[Point], reference: date) -> list[int | None]:
    def years_from(year: int) -> list[int]:
        years = [year]
        for before, point in pairwise(points):
            years.append(_year_after(before, point, years[-1]))
        return years

    def distance(years: list[int]) -> timedelta:
        opens = _day_in(points[0].unit.opens, years[0]) or reference
        closes = _day_in(points[-1].unit.closes, years[-1]) or reference
        return max(opens - reference, reference - closes, timedelta(0))

    around = (reference.year, reference.year + 1, reference.year - 1)
    return [*min(map(years_from, around), key=distance)]
