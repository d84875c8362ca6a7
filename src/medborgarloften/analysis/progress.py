"""What was told of promises, held against what was promised, on a day.

Where the day is in a promise's time, how it stands as published, and how the latest
count keeps pace are three answers and are given apart.  What was told and cannot all
be right is told beside them.  Nothing is known here of later days: outcomes after the
day do not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from medborgarloften.analysis._disagreements import (
    Disagreement,
    DisagreementKind,
    counts_of,
    disagreements_in,
    may_be_of_parts,
)
from medborgarloften.analysis._pace import Pace, Target, pace_of, target_of
from medborgarloften.analysis._stage import Stage, stage_of, stated_days
from medborgarloften.model import (
    Agreement,
    Outcome,
    Promise,
    Quantity,
    Status,
)
from medborgarloften.model._rules import expect, whole_day
from medborgarloften.queries.match import statuses_of
from medborgarloften.register import Register

__all__ = [
    "Disagreement",
    "DisagreementKind",
    "Pace",
    "Progress",
    "Stage",
    "Target",
    "progress",
]


@frozen(kw_only=True)
class Progress:
    """How a promise stands on a day.

    Attributes:
        agreement: The id of its agreement.
        promise: Its number there.
        stage: Where the day is in its time.
        statuses: How it stands by the latest outcome: one status, as a rule.  Several
            where outcomes of that day contradict each other; ``NO_EVIDENCE`` where
            nobody has told.
        counts: How many had been done by the latest day of which there is a count:
            one number, several that contradict each other, or none.
        counted_on: That day; ``None`` where nothing was counted.
        targets: What was promised in numbers, in its order, with what is expected.
        pace: How the count keeps pace with it, or why nobody can tell.
        disagreements: What was told and cannot all be right.
    """

    agreement: str
    promise: int
    stage: Stage
    statuses: tuple[Status, ...]
    counts: tuple[int, ...] = ()
    counted_on: date | None = None
    targets: tuple[Target, ...] = ()
    pace: Pace
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def status(self) -> Status | None:
        """The one status; ``None`` where several contradict each other."""
        return self.statuses[0] if len(self.statuses) == 1 else None

    @property
    def counted(self) -> int | None:
        """The one count; ``None`` where there is none, or several contradict."""
        return self.counts[0] if len(self.counts) == 1 else None


def progress(register: Register, on: date) -> tuple[Progress, ...]:
    """Hold outcomes against what was promised, by agreement and number.

    There is a row for each promise in which a number is promised, and for each of
    which something had been told by the day.  A count is taken for all that had been
    done since the promise began.  What is expected grows with the days gone, the day
    itself too, and is rounded down.  Nobody can tell what is where the first day is not
    stated, be it known on which day the agreement existed, or where a number is for a
    season ("under hösten") and nobody says for which.  Nothing is expected before a
    promise has begun, by its stage.

    Of what was promised for each year of several (each month, each term …) a count may
    as well be of one of them.  Where counts do not rise from day to day, or each is
    enough for one year and the latest too few for all, nobody can tell which time was
    counted: then the pace is unclear, that a count fell is no disagreement, and no
    verdict is held against a count.

    Raises:
        InvalidField: If *on* is a `datetime`, or no day, or *register* no register.
    """
    expect(Register, "progress", "register", register)
    whole_day(on, "progress", "on")
    return tuple(
        _progress(agreement, promise, its_outcomes, on)
        for agreement in register.agreements
        for promise, its_outcomes in _told_by(on, agreement, register)
        if its_outcomes or promise.quantities
    )


def _told_by(
    on: date, agreement: Agreement, register: Register
) -> Iterator[tuple[Promise, Sequence[Outcome]]]:
    told = defaultdict[int, list[Outcome]](list)
    for outcome in register.outcomes_of(agreement.id):
        if outcome.on <= on:
            told[outcome.promise].append(outcome)
    return ((promise, told.get(promise.number, ())) for promise in agreement.promises)


def _progress(
    agreement: Agreement, promise: Promise, told: Sequence[Outcome], on: date
) -> Progress:
    stage = stage_of(agreement, promise, on)
    period = stated_days(agreement, promise)
    latest = _latest_counted(told)
    of_parts = may_be_of_parts(told, promise.quantities, period)
    plain = None if of_parts else _plain(promise.quantities)
    disagreements = [
        each
        for each in disagreements_in(told, plain, period)
        if not (of_parts and each.kind is DisagreementKind.COUNT_FELL)
    ]
    fell = any(each.kind is DisagreementKind.COUNT_FELL for each in disagreements)
    if stage is Stage.TIMES_APART:
        disagreements.append(Disagreement(DisagreementKind.TIMES_APART))
    has_begun = stage is not Stage.NOT_BEGUN
    targets = tuple(
        target_of(each, period, on, has_begun=has_begun) for each in promise.quantities
    )
    counts = counts_of(latest)
    return Progress(
        agreement=agreement.id,
        promise=promise.number,
        stage=stage,
        statuses=statuses_of(tuple(told)),
        counts=counts,
        counted_on=latest[0].on if latest else None,
        targets=targets,
        pace=(
            _why_nobody_can_tell(stage, targets, counts, unclear=of_parts or fell)
            or pace_of(targets[0], period, counts[0], latest[0].on, on)
        ),
        disagreements=tuple(disagreements),
    )


def _why_nobody_can_tell(
    stage: Stage, targets: Sequence[Target], counts: Sequence[int], *, unclear: bool
) -> Pace | None:
    if stage is Stage.NOT_BEGUN:
        return Pace.NOT_BEGUN
    if not targets:
        return Pace.NO_QUANTITY
    if not counts:
        return Pace.NO_COUNT
    return Pace.UNCLEAR if len(targets) > 1 or len(counts) > 1 or unclear else None


def _plain(quantities: Sequence[Quantity]) -> Quantity | None:
    """Choose the one quantity that a count of all can be held against."""
    plain = [each for each in quantities if not (each.average or each.each)]
    return plain[0] if len(quantities) == len(plain) == 1 else None


def _latest_counted(told: Sequence[Outcome]) -> list[Outcome]:
    """List the outcomes with a count of the latest day that has one."""
    counted = [each for each in told if each.counted is not None]
    return [each for each in counted if each.on == counted[-1].on]
