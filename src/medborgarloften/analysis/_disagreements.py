"""What was told of a promise and cannot all be right.

Nothing is resolved: the outcomes that contradict each other are told together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise

from attrs import frozen

from medborgarloften.analysis._pace import expected, is_for_each_time
from medborgarloften.model import Outcome, Quantity, Status, ValidityPeriod

__all__ = [
    "Disagreement",
    "DisagreementKind",
    "counts_of",
    "disagreements_in",
    "may_be_of_parts",
]


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
    promised: neither on average nor for each of something.  Counts are those of all
    that had been done; see `may_be_of_parts`.
    """
    for its in _by_day(told):
        for kind in _of_one_day(its, plain, period):
            yield Disagreement(kind, its)
    for earlier, later in pairwise(_counted_by_day(told)):
        if min(counts_of(later)) < max(counts_of(earlier)):
            yield Disagreement(DisagreementKind.COUNT_FELL, earlier + later)


def may_be_of_parts(
    told: Sequence[Outcome], quantities: Sequence[Quantity], period: ValidityPeriod
) -> bool:
    """Tell whether counts may each be of one of the times that something is for.

    Of a yearly number, say, they may if they do not rise from day to day, or if each
    is what was promised for one year and the latest falls short of that for all.
    """
    counted = _counted_by_day(told)
    counts = [counts_of(its) for its in counted]
    times = [each for each in quantities if is_for_each_time(each, period)]
    if len(counts) <= 1 or not times:
        return False
    if any(later[0] <= earlier[-1] for earlier, later in pairwise(counts)):
        return True
    latest, last_day = counts[-1][-1], counted[-1][0].on
    floors = ((each.minimum, expected(each, period, last_day)) for each in times)
    return any(
        for_one is not None
        and all(each[-1] >= for_one for each in counts)
        and (for_all is None or latest < for_all)
        for for_one, for_all in floors
    )


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


def _by_day(told: Sequence[Outcome]) -> list[tuple[Outcome, ...]]:
    return [tuple(its) for _, its in groupby(told, lambda outcome: outcome.on)]


def _counted_by_day(told: Sequence[Outcome]) -> list[tuple[Outcome, ...]]:
    return [its for its in _by_day(told) if counts_of(its)]
