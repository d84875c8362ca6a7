"""Where a day is in the time of a promise."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import evolve

from medborgarloften.model import Agreement, Promise, ValidityPeriod
from medborgarloften.queries.holding import certain_days

__all__ = ["Stage", "stage_of", "stated_days"]


class Stage(StrEnum):
    """Where a day is in the time of a promise.

    ``NOT_BEGUN``: surely before it.  ``RUNNING``: certainly in it.
    ``MAY_BE_RUNNING``: nothing that is known excludes it.  ``ENDED``: surely after it.
    ``TIMES_APART``: it has no day, for its own are all outside its agreement's.
    """

    NOT_BEGUN = "not_begun"
    RUNNING = "running"
    MAY_BE_RUNNING = "may_be_running"
    ENDED = "ended"
    TIMES_APART = "times_apart"


def stage_of(agreement: Agreement, promise: Promise, on: date) -> Stage:
    """Tell where a day is in the time of a promise, as questions about days do."""
    period = agreement.promise_period(promise)
    if period is None:
        return Stage.TIMES_APART
    days = certain_days(agreement, promise)
    if days and days.first_day <= on <= days.last_day:
        return Stage.RUNNING
    if period.may_cover(on):
        return Stage.MAY_BE_RUNNING
    return Stage.ENDED if period.before(ValidityPeriod(on, on)) else Stage.NOT_BEGUN


def stated_days(agreement: Agreement, promise: Promise) -> ValidityPeriod:
    """Tell the days that `stage_of` goes by as far as they are stated; none may be.

    A day on which an agreement is only known to have existed is no first day: it may
    have held before, or yet have been to begin.  Then the first day is the promise's
    own, if it states one.
    """
    period = agreement.promise_period(promise)
    if period is None:
        return ValidityPeriod()
    if agreement.period.first_day is not None:
        return period
    own = promise.period or ValidityPeriod()
    return evolve(period, first_day=own.first_day, first_precision=own.first_precision)
