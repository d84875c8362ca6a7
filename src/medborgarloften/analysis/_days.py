"""Days as numbers, so that the day after is one more.

A stretch is its first and its last day, and both count.  ``BEFORE_ALL`` and
``AFTER_ALL`` stand where no first or no last day is known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from medborgarloften.model import ValidityPeriod

__all__ = [
    "AFTER_ALL",
    "BEFORE_ALL",
    "Stretch",
    "certain_days",
    "day_of",
    "possible_days",
    "stretch_with",
    "unbroken",
]

Stretch: TypeAlias = tuple[int, int]

BEFORE_ALL = date.min.toordinal() - 1
AFTER_ALL = date.max.toordinal() + 1


def certain_days(period: ValidityPeriod) -> Stretch | None:
    """Tell which days are in the period; ``None`` where no day is certain."""
    first_day, last_day = period.first_day, period.last_day
    if first_day is None:
        return None
    if last_day is not None:
        return first_day.toordinal(), last_day.toordinal()
    return (first_day.toordinal(), AFTER_ALL) if period.open_ended else None


def possible_days(period: ValidityPeriod) -> Stretch:
    """Tell which days the period may cover."""
    first_day = period.first_day
    last_day = None if period.open_ended else period.last_day
    return (
        first_day.toordinal() if first_day else BEFORE_ALL,
        last_day.toordinal() if last_day else AFTER_ALL,
    )


def day_of(number: int) -> date | None:
    """Tell which day a stretch begins on; ``None`` where none is known."""
    return None if number == BEFORE_ALL else date.fromordinal(number)


def unbroken(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Join what overlaps, or meets, into unbroken stretches, in order.

    >>> unbroken([(7, 9), (1, 2), (3, 4)])
    [(1, 4), (7, 9)]
    """
    joined: list[Stretch] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined


def stretch_with(day: int, stretches: Sequence[Stretch]) -> Stretch | None:
    """Find the one of some unbroken stretches that *day* is in.

    >>> stretch_with(4, [(1, 4), (7, 9)]), stretch_with(5, [(1, 4), (7, 9)])
    ((1, 4), None)
    """
    place = bisect_right(stretches, (day, AFTER_ALL))
    found = stretches[place - 1] if place else None
    return found if found and day <= found[1] else None
