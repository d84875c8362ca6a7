"""What there is to do soon, and what has been left undone, day by day.

Promises end, agreements are to be reviewed, and much is never told of again.  What
may go on without a decision is told apart from what ends, and no day is made up: what
states no day is not due.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from attrs import frozen

from medborgarloften.analysis._stage import Stage
from medborgarloften.analysis._untold import Replaced, replaced_by, untold_of
from medborgarloften.errors import InvalidField
from medborgarloften.model import (
    Agreement,
    Outcome,
    Per,
    Review,
    Status,
    ValidityPeriod,
)
from medborgarloften.model._rules import expect, whole_day
from medborgarloften.register import Register

__all__ = ["Due", "DueReason", "due"]


class DueReason(StrEnum):
    """What there is to see to.

    ``REVIEW_UNTOLD``: reviews of which nothing was told; the day is that of the last.
    ``ENDED_UNTOLD``: promises that have ended, and of which nobody has told what
    became; the day is the one after their last.  ``RUNNING_UNTOLD``: promises that
    hold, and of which nobody has told for long; the day is that of the latest
    outcome, or their first.  ``MAY_BE_RUNNING_UNTOLD``: likewise, but nobody knows
    whether they still hold.

    ``REVIEW``: an agreement is to be reviewed.  ``PROMISE_ENDS``,
    ``AGREEMENT_ENDS``: the day is the last.  ``PROMISE_MAY_END``,
    ``AGREEMENT_MAY_END``: it is the last that is stated; it may go on.
    """

    REVIEW_UNTOLD = "review_untold"
    ENDED_UNTOLD = "ended_untold"
    RUNNING_UNTOLD = "running_untold"
    MAY_BE_RUNNING_UNTOLD = "may_be_running_untold"
    REVIEW = "review"
    PROMISE_ENDS = "promise_ends"
    PROMISE_MAY_END = "promise_may_end"
    AGREEMENT_ENDS = "agreement_ends"
    AGREEMENT_MAY_END = "agreement_may_end"


@frozen
class Due:
    """Something that an agreement gives cause to see to.

    Attributes:
        day: The day by which it is due, or since when it is left undone.
        reason: What it is.
        agreement: The id of the agreement.
        promises: The numbers of the promises that it is about; none where it is the
            whole agreement.
        review: The review that is to be made.
        times: How many such reviews nothing was told of; 1 for all else.
    """

    day: date
    reason: DueReason
    agreement: str
    promises: tuple[int, ...] = ()
    review: Review | None = None
    times: int = 1


def due(
    register: Register,
    on: date,
    *,
    until: date,
    untold_days: int = 365,
) -> tuple[Due, ...]:
    """List what ends or is to be reviewed through *until*, and what is left undone.

    Both *on* and *until* count.  The rows are in order of days, then agreements; what
    was left undone before *on* comes first, and is told however long ago it was.

    A promise has a row of its own where its last day is not its agreement's.  An
    outcome, or an amendment, is the trace of a review if it is of a day after the
    review before it and before the review after it.

    Of a promise nothing is left to tell once it is judged (`Status.is_verdict`), or
    told of on its last day or later.  One without a stated end is no longer running
    once an agreement that says to replace its own has begun.  Of an agreement without
    promises nothing can be told, so nothing is missed.

    Args:
        register: The agreements, and what became of them.
        on: The day that it is.
        until: The last day to look ahead to.
        untold_days: How many days after its first, and after the latest outcome, a
            promise that holds, or may, is to be told of again.

    Raises:
        InvalidField: If an argument is of another type, or *until* before *on*.
    """
    expect(Register, "due", "register", register)
    if expect(int, "due", "untold_days", untold_days) < 0:
        raise InvalidField("due", "untold_days", untold_days, "give 0 or more")
    if whole_day(until, "due", "until") < whole_day(on, "due", "on"):
        raise InvalidField("due", "until", until, f"give {on} or a later day")
    rows: list[Due] = []
    replaced = replaced_by(on, register)
    for agreement in register.agreements:
        outcomes = register.outcomes_of(agreement.id)
        told = [
            each
            for each in outcomes
            if each.on <= on and each.status is not Status.NO_EVIDENCE
        ]
        rows += (row for row in _endings(agreement) if on <= row.day <= until)
        rows += _reviews(agreement, told, on, until)
        rows += _untold(agreement, told, replaced, on, untold_days)
    order = list(DueReason)
    return tuple(
        sorted(rows, key=lambda row: (row.day, row.agreement, order.index(row.reason)))
    )


def _endings(agreement: Agreement) -> Iterator[Due]:
    """Tell when an agreement ends, and the promises that end on other days."""
    ending = defaultdict[tuple[date, bool], list[int]](list)
    whole = agreement.in_force
    for promise in agreement.promises:
        if (own := promise.period) is None or (day := own.last_day) is None:
            continue
        cut = agreement.promise_period(promise)
        if day != whole.last_day and cut and cut.may_cover(day):
            ending[day, own.open_ended].append(promise.number)
    for (day, may_go_on), numbers in ending.items():
        reason = DueReason.PROMISE_MAY_END if may_go_on else DueReason.PROMISE_ENDS
        yield Due(day, reason, agreement.id, tuple(numbers))
    if whole.last_day:
        may_go_on = whole.open_ended
        reason = DueReason.AGREEMENT_MAY_END if may_go_on else DueReason.AGREEMENT_ENDS
        yield Due(whole.last_day, reason, agreement.id)


def _reviews(
    agreement: Agreement, told: Sequence[Outcome], on: date, until: date
) -> Iterator[Due]:
    """Tell when an agreement is to be reviewed, and what reviews left no trace."""
    amended = (each.on for each in agreement.amendments if each.on and each.on <= on)
    traces = sorted({*amended, *(each.on for each in told)})
    for review in agreement.reviews:
        days = _days_of(review, agreement.in_force, until)
        ends = (date.min, *days, date.max)
        missed = [
            day
            for before, day, after in zip(ends, days, ends[2:], strict=False)
            if day < on and not _any_between(before, after, traces)
        ]
        if missed:
            yield Due(
                missed[-1],
                DueReason.REVIEW_UNTOLD,
                agreement.id,
                (),
                review,
                len(missed),
            )
        for day in days:
            if day >= on:
                yield Due(day, DueReason.REVIEW, agreement.id, (), review)


def _days_of(review: Review, period: ValidityPeriod, until: date) -> tuple[date, ...]:
    once = review.per in {None, Per.PERIOD}
    # Of what has no last day nobody knows when the whole of it has passed.
    if once and period.last_day is None:
        return ()
    return review.due_days(period, until=until)


def _any_between(before: date, after: date, days: Sequence[date]) -> bool:
    """Tell whether one of some days, in order, comes between two."""
    place = bisect_right(days, before)
    return place < len(days) and days[place] < after


def _untold(
    agreement: Agreement,
    told: Sequence[Outcome],
    replaced: Replaced,
    on: date,
    untold_days: int,
) -> Iterator[Due]:
    """Tell of promises of which nobody has told, those of one day together."""
    missed = defaultdict[tuple[date, DueReason], list[int]](list)
    for number, since, stage in untold_of(agreement, told, replaced, on):
        if stage is Stage.ENDED or (on - since).days >= untold_days:
            missed[since, _UNTOLD[stage]].append(number)
    for (since, reason), numbers in missed.items():
        yield Due(since, reason, agreement.id, tuple(numbers))


_UNTOLD = {
    Stage.ENDED: DueReason.ENDED_UNTOLD,
    Stage.RUNNING: DueReason.RUNNING_UNTOLD,
    Stage.MAY_BE_RUNNING: DueReason.MAY_BE_RUNNING_UNTOLD,
}
