"""What was told of a promise and cannot all be right.

Nothing is resolved: the outcomes that contradict each other are told together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from attrs import frozen

from medborgarloften.analysis._pace import expected
from medborgarloften.model import Outcome, Quantity, Status, ValidityPeriod

__all__ = ["Disagreement", "DisagreementKind", "counts_of", "disagreements_in"]


class DisagreementKind(StrEnum):
    """What cannot all be right.

    ``STATUSES_DIFFER``, ``COUNTS_DIFFER``: of one day.  ``COUNT_FELL``: fewer had been
    done by a later day.  ``NOT_STARTED_BUT_COUNTED``: nothing had been begun, and
    something done.  ``FULFILLED_BUT_NOT_MET``, ``NOT_FULFILLED_BUT_MET``: the verdict
    is not what the count of its day says.  ``TIMES_APART``: the promise's own days are
    all outside its agreement's.
    """

    STATUSES_DIFFER = "statuses_differ"
    COUNTS_DIFFER = "counts_differ"
    COUNT_FELL = "count_fell"
    NOT_STARTED_BUT_COUNTED = "not_started_but_counted"
    FULFILLED_BUT_NOT_MET = "fulfilled_but_not_met"
    NOT_FULFILLED_BUT_MET = "not_fulfilled_but_met"
    TIMES_APART = "times_apart"


@frozen
class Disagreement:
    """Something that cannot be right, and the outcomes that say it.

    Attributes:
        kind: What it is.
        outcomes: The outcomes, day by day; none where it is the promise itself.
    """

    kind: DisagreementKind
    outcomes: tuple[Outcome, ...] = ()


def disagreements_in(
    told: Sequence[Outcome], plain: Quantity | None, period: ValidityPeriod
) -> Iterator[Disagreement]:
    """Find the disagreements in what was told of one promise, in order of days.

    A verdict is held against the counts of its day if one *plain* quantity was
    promised: neither on average nor for each of something.
    """
    days = [tuple(its) for _, its in groupby(told, lambda outcome: outcome.on)]
    for its in days:
        for kind in _of_one_day(its, plain, period):
            yield Disagreement(kind, its)
    counted = [its for its in days if counts_of(its)]
    for earlier, later in pairwise(counted):
        if min(counts_of(later)) < max(counts_of(earlier)):
            yield Disagreement(DisagreementKind.COUNT_FELL, earlier + later)


def counts_of(told: Sequence[Outcome]) -> tuple[int, ...]:
    """List what was counted, each number once, in order."""
    return tuple(sorted({each.counted for each in told if each.counted is not None}))


def _of_one_day(
    told: Sequence[Outcome], plain: Quantity | None, period: ValidityPeriod
) -> Iterator[DisagreementKind]:
    statuses = {each.status for each in told} - {Status.NO_EVIDENCE}
    counts = counts_of(told)
    if len(statuses) > 1:
        yield DisagreementKind.STATUSES_DIFFER
    if len(counts) > 1:
        yield DisagreementKind.COUNTS_DIFFER
    if Status.NOT_STARTED in statuses and any(counts):
        yield DisagreementKind.NOT_STARTED_BUT_COUNTED
    if plain and counts:
        least, total = _least(plain, period, told[0].on), plain.total(period)
        too_many = total and total.maximum is not None and min(counts) > total.maximum
        if Status.FULFILLED in statuses and (max(counts) < least or too_many):
            yield DisagreementKind.FULFILLED_BUT_NOT_MET
        if (
            Status.NOT_FULFILLED in statuses
            and total
            and total.minimum != 0
            and all(map(total.is_met_by, counts))
        ):
            yield DisagreementKind.NOT_FULFILLED_BUT_MET


def _least(quantity: Quantity, period: ValidityPeriod, on: date) -> int:
    """Tell with how many, at least, something can be fulfilled on a day.

    What is promised once, or for a first year, is not fulfilled by a part of it.
    """
    total = quantity.total(period)
    once = [each.minimum or 0 for each in (quantity, total) if each]
    return max(min(once), expected(quantity, period, on) or 0)
