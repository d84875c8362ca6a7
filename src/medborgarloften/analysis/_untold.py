"""Promises of which something is left to tell, and since when.

An outcome tells of the time up to its day.  So what became of a promise is told by a
verdict, or by an outcome of its last day or later; that it was under way before says
nothing of how it ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from medborgarloften.analysis._stage import Stage, stage_of
from medborgarloften.analysis._successions import first_day
from medborgarloften.model import Agreement, Outcome, Promise
from medborgarloften.queries.match import statuses_of
from medborgarloften.register import Register

__all__ = ["Replaced", "Untold", "replaced_by", "untold_of"]

# By the id of what another says to replace, since when; ``None``: not known.
Replaced: TypeAlias = Mapping[str, date | None]

_A_DAY = timedelta(days=1)


class Untold(NamedTuple):
    """That something is left to tell of a promise.

    Attributes:
        promise: Its number.
        since: The day after its last, if it has ended; else that of the latest
            outcome, or its first.
        stage: Where the day that it is is in its time.
    """

    promise: int
    since: date
    stage: Stage


def replaced_by(on: date, register: Register) -> Replaced:
    """Tell which agreements others say to replace; those not if they are yet to begin.

    Of several that say so, the one that begins first does.
    """
    begins = dict[str, date | None]()
    for each in sorted(register.agreements, key=first_day, reverse=True):
        if each.supersedes is not None:
            begins[each.supersedes] = each.in_force.first_day
    return {id: day for id, day in begins.items() if day is None or day <= on}


def untold_of(
    agreement: Agreement, told: Iterable[Outcome], replaced: Replaced, on: date
) -> Iterator[Untold]:
    """Find the promises of which something is left to tell, be it since today.

    *told* is what had been told by the day, in order of days.
    """
    by_promise = defaultdict[int, list[Outcome]](list)
    for each in told:
        by_promise[each.promise].append(each)
    for promise in agreement.promises:
        its = tuple(by_promise.get(promise.number, ()))
        if not any(status.is_verdict for status in statuses_of(its)):
            latest = its[-1].on if its else None
            yield from _untold(agreement, promise, latest, replaced, on)


def _untold(
    agreement: Agreement,
    promise: Promise,
    latest: date | None,
    replaced: Replaced,
    on: date,
) -> Iterator[Untold]:
    """Tell whether anything is left to tell since the *latest* outcome."""
    stage = stage_of(agreement, promise, on)
    period = agreement.promise_period(promise)
    if period is None or stage is Stage.NOT_BEGUN:
        return
    last_day = period.last_day
    may_go_on = stage is Stage.MAY_BE_RUNNING or last_day is None
    if stage is Stage.ENDED or (may_go_on and agreement.id in replaced):
        stated = last_day + _A_DAY if last_day and last_day < on else None
        ended = stated or replaced.get(agreement.id)
        if ended and not (latest and (ended - latest).days <= 1):
            yield Untold(promise.number, ended, Stage.ENDED)
    elif days := [day for day in (period.first_day, latest) if day]:
        yield Untold(promise.number, max(days), stage)
