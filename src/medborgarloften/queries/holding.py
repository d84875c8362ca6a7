"""The days on which a promise holds, as the questions about days understand them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from attrs import frozen

from medborgarloften.model import Agreement, Promise, ValidityPeriod
from medborgarloften.queries.days import (
    ActiveDuring,
    ActiveOn,
    EndingBetween,
    MayBeActiveOn,
    StartingBetween,
)

__all__ = [
    "AboutDays",
    "AskedDays",
    "Days",
    "DaysOf",
    "asked_days",
    "certain_days",
    "days_it_begins",
    "days_it_ends",
    "period_of",
    "possible_days",
]


class Days(NamedTuple):
    """Days after each other; both ends count.

    `date.min` and `date.max` are no ends: it is not known that there are any.
    """

    first_day: date
    last_day: date


AboutDays: TypeAlias = (
    ActiveOn | MayBeActiveOn | ActiveDuring | StartingBetween | EndingBetween
)
DaysOf: TypeAlias = Callable[[Agreement, Promise | None], Days | None]


@frozen
class AskedDays:
    """A question about days: whether some days of a promise are among others.

    Attributes:
        days_of: Which days of the promise.
        first_day: The first of the others.
        last_day: The last of them, which counts.
    """

    days_of: DaysOf
    first_day: date
    last_day: date


def asked_days(question: AboutDays) -> AskedDays:
    """Tell what a question asks of days."""
    match question:
        case ActiveOn(day):
            return AskedDays(certain_days, day, day)
        case MayBeActiveOn(day):
            return AskedDays(possible_days, day, day)
        case ActiveDuring(period):
            return AskedDays(certain_days, *_reach(period))
        case StartingBetween(first_day, last_day):
            return AskedDays(days_it_begins, first_day, last_day)
        case _:
            return AskedDays(days_it_ends, question.first_day, question.last_day)


def period_of(agreement: Agreement, promise: Promise | None) -> ValidityPeriod | None:
    """Tell the period of a promise; without one, that of the agreement itself."""
    return agreement.promise_period(promise) if promise else agreement.in_force


def certain_days(agreement: Agreement, promise: Promise | None) -> Days | None:
    """Tell the days on which it certainly holds, if there are any."""
    period = period_of(agreement, promise)
    if period is None or period.first_day is None:
        return None
    last_day = period.last_day or (date.max if period.open_ended else None)
    if last_day is None:
        return None
    if promise is not None and promise.period is not None:
        # An end that one of the two states is the end of both, but a day on which
        # either only may go on is not certain.
        for each in (agreement.in_force, promise.period):
            if each.open_ended and each.last_day is not None:
                last_day = min(last_day, each.last_day)
    return Days(period.first_day, last_day) if last_day >= period.first_day else None


def possible_days(agreement: Agreement, promise: Promise | None) -> Days | None:
    """Tell the days on which nothing excludes that it holds, if there are any."""
    period = period_of(agreement, promise)
    return None if period is None else _reach(period)


def days_it_begins(agreement: Agreement, promise: Promise | None) -> Days | None:
    """Tell the day that it begins on, if that is known."""
    period = period_of(agreement, promise)
    day = period and period.first_day
    return Days(day, day) if day else None


def days_it_ends(agreement: Agreement, promise: Promise | None) -> Days | None:
    """Tell its last day, if that is stated, even if it may go on after it."""
    period = period_of(agreement, promise)
    day = period and period.last_day
    return Days(day, day) if day else None


def _reach(period: ValidityPeriod) -> Days:
    """Tell the days that a period may cover."""
    last_day = date.max if period.open_ended else period.last_day or date.max
    return Days(period.first_day or date.min, last_day)
