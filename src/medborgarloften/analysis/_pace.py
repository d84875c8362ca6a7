"""How what was counted keeps pace with what was promised.

A count is how many had been done by its day, since the promise began.  What is
expected by a day grows with the days gone, by the calendar, and is rounded down:
nobody is held to more than was promised.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from medborgarloften.model import Per, Quantity, ValidityPeriod

__all__ = ["Pace", "Target", "expected", "is_for_each_time", "pace_of", "target_of"]


class Pace(StrEnum):
    """How the latest count keeps pace with the one quantity that was promised.

    ``BEHIND``: it was less than expected by its own day.  ``ON_TRACK``: it is what is
    expected by now, or more.  ``WAS_ON_TRACK``: it was, on its day; nobody has told
    since.  ``MET``: it is what is promised in all.  ``EXCEEDED``: it is more than was
    promised at most.

    The others say why nobody can tell.  ``NOT_BEGUN``: the time has yet to begin.
    ``NO_QUANTITY``: no number was promised.  ``NO_COUNT``: none was counted.
    ``UNCLEAR``: several quantities were promised, and nobody says which was counted,
    or the counts contradict each other, or may each be of one year of several.
    ``NOT_A_TOTAL``: it was promised on average, or for each of something, and the
    count is of all.  ``DAYS_UNKNOWN``: the days are not stated that it would take to
    tell.
    """

    BEHIND = "behind"
    ON_TRACK = "on_track"
    WAS_ON_TRACK = "was_on_track"
    MET = "met"
    EXCEEDED = "exceeded"
    NOT_BEGUN = "not_begun"
    NO_QUANTITY = "no_quantity"
    NO_COUNT = "no_count"
    UNCLEAR = "unclear"
    NOT_A_TOTAL = "not_a_total"
    DAYS_UNKNOWN = "days_unknown"


@frozen
class Target:
    """A quantity that was promised, and what comes of it by a day.

    Attributes:
        quantity: What was promised.
        total: How many that is over the whole time, as `Quantity.total` tells;
            ``None`` where its days are not stated, or nobody says which season is
            meant.
        expected: How many at least by the day; ``None`` where no floor was promised
            or nobody can tell how much of the time is gone.
    """

    quantity: Quantity
    total: Quantity | None
    expected: int | None


def target_of(
    quantity: Quantity, period: ValidityPeriod, on: date, *, has_begun: bool
) -> Target:
    """Tell what comes of a quantity in all, and by a day.

    A promise may state a first day before any on which its agreement is known: then
    it has not begun on that day, and nothing is expected.
    """
    by_then = expected(quantity, period, on)
    if by_then and not has_begun:
        by_then = 0
    return Target(quantity, quantity.total(period), by_then)


def expected(quantity: Quantity, period: ValidityPeriod, on: date) -> int | None:
    """Tell how many are expected at least by a day, which counts.

    ``None`` where no floor was promised, or the days that it would take are not known.

    >>> checks = Quantity(4, None, "trafikkontroll")
    >>> expected(checks, ValidityPeriod.of_year(2023), date(2023, 10, 1))
    3
    """
    first_day, last_day = period.first_day, period.last_day
    if quantity.minimum is None or first_day is None:
        return None
    if on < first_day:
        return 0
    through = min(on, last_day or on)
    if quantity.per not in {None, Per.PERIOD, Per.SEASON}:
        so_far = quantity.total(ValidityPeriod(first_day, through))
        return so_far.minimum if so_far else None
    if last_day is None or quantity.total(period) is None:
        return None
    gone, days = ((end - first_day).days + 1 for end in (through, last_day))
    return quantity.minimum * gone // days


def is_for_each_time(quantity: Quantity, period: ValidityPeriod) -> bool:
    """Tell whether it was promised for each of several times, or may have been.

    >>> yearly = Quantity(4, None, "trafikkontroll", Per.YEAR)
    >>> is_for_each_time(yearly, ValidityPeriod.of_years(2023, 2024))
    True
    """
    if quantity.per in {None, Per.PERIOD}:
        return False
    total, once = quantity.total(period), (quantity.minimum, quantity.maximum)
    return total is None or (total.minimum, total.maximum) != once


def pace_of(
    target: Target, period: ValidityPeriod, counted: int, counted_on: date, on: date
) -> Pace:
    """Tell how the count of one day keeps pace with a target for the day *on*."""
    if target.quantity.average or target.quantity.each:
        return Pace.NOT_A_TOTAL
    if total := target.total:
        if total.maximum is not None and counted > total.maximum:
            return Pace.EXCEEDED
        is_over = period.last_day is not None and period.last_day <= counted_on
        if total.is_met_by(counted) and (is_over or total.minimum is not None):
            return Pace.MET
        if total.minimum is None:  # a ceiling may be broken on any later day
            return Pace.ON_TRACK if counted_on == on else Pace.WAS_ON_TRACK
    return _pace_so_far(target, period, counted, counted_on)


def _pace_so_far(
    target: Target, period: ValidityPeriod, counted: int, counted_on: date
) -> Pace:
    if target.expected is None:
        return Pace.DAYS_UNKNOWN
    if counted >= target.expected:
        return Pace.ON_TRACK
    by_its_day = expected(target.quantity, period, counted_on)
    is_behind = by_its_day is not None and counted < by_its_day
    return Pace.BEHIND if is_behind else Pace.WAS_ON_TRACK
