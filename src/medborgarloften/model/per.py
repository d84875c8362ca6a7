"""What is counted or done once a month, twice a term, every other year.

A stretch is one such month, term or year.  Months and what is made of months
run from anniversary to anniversary, so a year from 28 November ends on 27
November; school terms and school years stand where the calendar puts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

__all__ = ["Per", "Stretch", "may_be_one_season", "stretches", "stretches_in"]


class Per(StrEnum):
    """The stretch of time that a count is for: "2 gånger per år", "varje termin".

    ``SEASON`` is that of one season, and does not say which: "under hösten" comes once
    a year, so how many seasons a year has is no answer to how often.
    """

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    TERM = "term"
    HALF_YEAR = "half_year"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"
    TWO_YEARS = "two_years"
    SEASON = "season"
    PERIOD = "period"


_DAYS = {Per.DAY: 1, Per.WEEK: 7}
_MONTHS = {
    Per.MONTH: 1,
    Per.QUARTER: 3,
    Per.SEASON: 3,
    Per.TERTIAL: 4,
    Per.HALF_YEAR: 6,
    Per.YEAR: 12,
    Per.TWO_YEARS: 24,
}
# The month each begins in, and its months: January to June and August to
# December; August to June.
_SCHOOL = {Per.TERM: ((1, 6), (8, 5)), Per.SCHOOL_YEAR: ((8, 11),)}


class Stretch(NamedTuple):
    """One day, week, month … or school year; both days count."""

    first_day: date
    last_day: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last_day - self.first_day).days + 1

    def days_within(self, first_day: date, last_day: date) -> int:
        """Count its days from *first_day* through *last_day*."""
        shared = min(self.last_day, last_day) - max(self.first_day, first_day)
        return max(shared.days + 1, 0)

    def last_days_of_parts(self, parts: int) -> Iterator[date]:
        """Cut it in equal parts, whole months if it can be; say where each ends."""
        length = relativedelta(_day_after(self.last_day), self.first_day)
        months, odd_months = divmod(length.years * 12 + length.months, parts)
        for part in range(1, parts + 1):
            if length.days or odd_months:
                days = -(-self.days * part // parts)  # rounded up
                yield self.first_day + timedelta(days=days - 1)
            else:
                yield self.first_day + relativedelta(months=months * part, days=-1)


def stretches(per: Per, first_day: date, last_day: date) -> Iterator[Stretch]:
    """Lay *per* over the days from *first_day* through *last_day*.

    Every stretch that has a day there is given whole, in order: the last one
    may reach beyond *last_day*, and a school term may begin before *first_day*.
    """
    if per is Per.PERIOD:
        yield Stretch(first_day, last_day)
    elif per in _SCHOOL:
        for year in range(max(first_day.year - 1, 1), last_day.year + 1):
            for month, months in _SCHOOL[per]:
                begins = date(year, month, 1)
                stretch = Stretch(
                    begins, _day_before(begins, relativedelta(months=months))
                )
                if stretch.days_within(first_day, last_day):
                    yield stretch
    else:
        step = relativedelta(days=_DAYS.get(per, 0), months=_MONTHS.get(per, 0))
        begins, count = first_day, 0
        while True:
            count += 1
            # Counted from the first day each time: 31 January and a month is
            # 28 February, but 31 January and two months is 31 March.
            ends = _day_before(first_day, step * count)
            yield Stretch(begins, ends)
            if ends >= last_day:
                break
            begins = _day_after(ends)


def stretches_in(per: Per, first_day: date, last_day: date) -> tuple[int, int]:
    """Count how often *per* goes into those days, a part of one included.

    The answer is exact: a numerator and a denominator.

    >>> stretches_in(Per.TERM, date(2019, 8, 1), date(2020, 6, 30))
    (2, 1)
    """
    if per in _DAYS:
        return Stretch(first_day, last_day).days, _DAYS[per]
    times, of = 0, 1
    for stretch in stretches(per, first_day, last_day):
        days = stretch.days_within(first_day, last_day)
        if days == stretch.days:
            times += of
        else:  # at most two, one at each end
            times, of = times * stretch.days + days * of, of * stretch.days
    return times, of


def may_be_one_season(first_day: date, last_day: date) -> bool:
    """Tell whether those days are so few that they may be a season: four months.

    A half-year and a school term are longer: a season is somewhere in them.

    >>> may_be_one_season(date(2020, 1, 1), date(2020, 4, 30))
    True
    """
    return last_day <= _day_before(first_day, relativedelta(months=4))


def _day_before(day: date, step: relativedelta) -> date:
    try:
        return day + step - timedelta(days=1)
    except (OverflowError, ValueError):  # the calendar ends with the year 9999
        return date.max


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
