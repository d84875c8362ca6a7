"""Questions about days: when a promise holds, begins and ends.

A promise holds on the days of its own window, cut by its agreement's
`Agreement.in_force`.  Both ends count.  What is not stated is no reason to answer
yes, except where the question is what *may* be.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import final

from attrs import field, frozen

from medborgarloften.errors import InvalidField
from medborgarloften.model import ValidityPeriod
from medborgarloften.model._rules import check, refuse, whole_day
from medborgarloften.queries.questions import Plain, Question

__all__ = [
    "ActiveDuring",
    "ActiveOn",
    "EndingBetween",
    "MayBeActiveOn",
    "StartingBetween",
    "Undated",
    "active_during",
    "active_on",
    "ending_before",
    "ending_between",
    "may_be_active_on",
    "starting_between",
    "undated",
]


@final
@frozen
class ActiveOn(Plain):
    """Whether the promise certainly holds on a day."""

    day: date


@final
@frozen
class MayBeActiveOn(Plain):
    """Whether nothing that is known excludes that the promise holds on a day."""

    day: date


def _in_python(period: ValidityPeriod) -> str:
    return f"ValidityPeriod.parse({str(period)!r})"


@final
@frozen
class ActiveDuring(Plain):
    """Whether the promise certainly holds on at least one day of a period."""

    period: ValidityPeriod = field(repr=_in_python)


@frozen
class _Between(Plain):
    """Two days, which both count."""

    first_day: date
    last_day: date

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.last_day < self.first_day:
            raise refuse(self, "last_day", f"end on {self.first_day} or later")


@final
@frozen
class StartingBetween(_Between):
    """Whether the first day of the promise is one of some days; both ends count."""


@final
@frozen
class EndingBetween(_Between):
    """Whether the last day of the promise is one of some days; both ends count."""


@final
@frozen
class Undated(Plain):
    """Whether no day of validity is stated, by the agreement or the promise."""


def active_on(day: date) -> Question:
    """Ask whether the promise certainly holds on *day*.

    A first day that is not stated is the day on which the agreement is known to
    have existed (signed, decided or published); without that too, and without a
    last day unless it was said to be open ("tills vidare"), nothing is certain
    and the answer is no.  It is also no where the promise's own days are all
    outside the agreement's.

    So ``~active_on(day)`` also finds what may hold on the day; what surely does
    not is found by ``~may_be_active_on(day)``.

    >>> from datetime import datetime
    >>> active_on(datetime(2020, 6, 1, 12, 0))
    Traceback (most recent call last):
    medborgarloften.errors.InvalidField: ...give a whole day: call its date() method

    Raises:
        InvalidField: If *day* is a `datetime`, a text, or no day at all.
    """
    return ActiveOn(day)


def may_be_active_on(day: date) -> Question:
    """Ask whether nothing that is known excludes that the promise holds on *day*.

    An end that is not stated excludes nothing, so an undated promise may hold on
    every day.  Every promise that is `active_on` the day is found here too.

    Raises:
        InvalidField: If *day* is a `datetime`, a text, or no day at all.
    """
    return MayBeActiveOn(day)


def active_during(period: ValidityPeriod) -> Question:
    """Ask whether the promise certainly holds on at least one day of *period*.

    What is certain of a day is what `active_on` says.  An end that *period* does
    not state cuts nothing: ``active_during(ValidityPeriod.since(day))`` asks for
    what holds on *day* or on any day after it.

    >>> active_during(ValidityPeriod.of_year(2020)) == active_during(
    ...     ValidityPeriod(date(2020, 1, 1), date(2020, 12, 31))
    ... )
    True

    Raises:
        InvalidField: If it is no `ValidityPeriod`.
    """
    if isinstance(period, ValidityPeriod):  # pyright: ignore[reportUnnecessaryIsInstance]
        # A year and its days are one question.
        last_day = None if period.open_ended else period.last_day
        period = ValidityPeriod(period.first_day, last_day)
    return ActiveDuring(period)


def starting_between(first_day: date, last_day: date) -> Question:
    """Ask whether the promise begins on one of the days; both ends count.

    As with `active_on`, the day on which the agreement is known to have existed
    stands for a first day that is not stated.  A promise without any is not found,
    and neither is one whose own days are all outside its agreement's.

    Raises:
        InvalidField: If one is no day, or the last comes before the first.
    """
    return StartingBetween(first_day, last_day)


def ending_between(first_day: date, last_day: date) -> Question:
    """Ask whether the promise's last day is one of the days; both ends count.

    A promise that may go on after its last day ("2019 eller till dess att nytt
    löfte tecknats") is found by it.  One whose last day is not stated, or that has
    none ("tills vidare"), is not found, and neither is one whose own days are all
    outside its agreement's.

    Raises:
        InvalidField: If one is no day, or the last comes before the first.
    """
    return EndingBetween(first_day, last_day)


def ending_before(day: date) -> Question:
    """Ask whether the promise's last day is before *day*, which does not count.

    It is `ending_between` all days before, however long ago.

    >>> str(ending_before(date(2021, 7, 1)))
    'Promises that end on 30 June 2021 or before'

    Raises:
        InvalidField: If *day* is no day, or the first of all, 1 January of year 1.
    """
    if whole_day(day, "ending_before", "day") == date.min:
        raise InvalidField("ending_before", "day", day, "no day is before it")
    return EndingBetween(date.min, day - timedelta(days=1))


def undated() -> Question:
    """Ask whether no day of validity is stated.

    Neither by the agreement's period nor by the promise's own: "tills vidare" is
    no day, and neither is the day on which the agreement was signed, decided,
    published or later extended.
    """
    return Undated()
