"""What cannot be right in which agreement follows which, or cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from medborgarloften.analysis._places import municipalities_today
from medborgarloften.analysis._successions import (
    Begun,
    Succession,
    unfollowed,
    unfollowing,
)
from medborgarloften.model import Agreement, How
from medborgarloften.register import Register

__all__ = [
    "Contradiction",
    "ContradictionKind",
    "in_days",
    "in_what_goes_round",
    "in_what_is_stated",
]


class ContradictionKind(StrEnum):
    """What cannot be right, or cannot be told.

    ``BEGINS_EARLIER``: an agreement says that it replaces one that begins after it.
    ``ELSEWHERE``: one says that it replaces another with which it has no municipality
    in common.  ``SEVERAL_SUCCESSORS``: several say that they replace the same one.
    ``RING``: each of some follows another of them, by what is stated or by their
    days.  ``SAME_FIRST_DAY``: several of one area begin together, and nothing says
    which of them follows which.
    """

    BEGINS_EARLIER = "begins_earlier"
    ELSEWHERE = "elsewhere"
    SEVERAL_SUCCESSORS = "several_successors"
    RING = "ring"
    SAME_FIRST_DAY = "same_first_day"


@frozen
class Contradiction:
    """Agreements of which something cannot be right, or cannot be told.

    Attributes:
        kind: What it is.
        agreements: Their ids.  Of ``BEGINS_EARLIER`` and ``ELSEWHERE`` the one that
            says so, then the other; of ``SEVERAL_SUCCESSORS`` the one to be replaced,
            then those that say so; of ``RING`` each follows the one before, and the
            first the last.
    """

    kind: ContradictionKind
    agreements: tuple[str, ...]


def in_what_is_stated(
    register: Register, stated: Iterable[Succession]
) -> Iterator[Contradiction]:
    """Hold what agreements say that they replace against their days and areas."""
    successors = defaultdict[str, list[str]](list)
    for each in stated:
        successors[each.earlier].append(each.later)
        if each.in_register:
            yield from _between(register[each.later], register[each.earlier])
    for earlier, later in successors.items():
        if len(later) > 1:
            ids = earlier, *later
            yield Contradiction(ContradictionKind.SEVERAL_SUCCESSORS, ids)


def in_what_goes_round(
    rings: Iterable[tuple[str, ...]],
    successions: Iterable[Succession],
    told: Iterable[Contradiction],
) -> Iterator[Contradiction]:
    """Find the rings that are stated, or that nothing which is told explains.

    An agreement that says it replaces one which begins later makes a ring with what
    is concluded from their days; that it says so is told already.
    """
    followed = {each.later: each for each in successions}
    explained = {
        each.agreements
        for each in told
        if each.kind is ContradictionKind.BEGINS_EARLIER
    }
    for ring in rings:
        links = [followed[id] for id in ring]
        if all(each.how is How.STATED for each in links) or explained.isdisjoint(
            (each.later, each.earlier) for each in links
        ):
            yield Contradiction(ContradictionKind.RING, ring)


def in_days(
    begun: Iterable[Begun], replaced: Container[str]
) -> Iterator[Contradiction]:
    """Find those that begin together, where that leaves open which follows which."""
    for together in begun:
        ends, begins = unfollowed(together, replaced), unfollowing(together)
        if len(ends) > 1 or len(begins) > 1:
            ids = tuple(each.id for each in together)
            yield Contradiction(ContradictionKind.SAME_FIRST_DAY, ids)


def _between(later: Agreement, earlier: Agreement) -> Iterator[Contradiction]:
    both = later.id, earlier.id
    begins, began = later.in_force.first_day, earlier.in_force.first_day
    if begins and began and begins < began:
        yield Contradiction(ContradictionKind.BEGINS_EARLIER, both)
    there, here = (set(municipalities_today(each.area)) for each in (earlier, later))
    if there and here and there.isdisjoint(here):
        yield Contradiction(ContradictionKind.ELSEWHERE, both)
