"""What has changed from one agreement to another.

Promises have no identity that outlives their agreement, only words, so they are
matched by their words.  Each promise of both is in exactly one place: kept,
reworded, split, merged, new or dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from medborgarloften.analysis._matching import Group, alike, left, saying_the_same
from medborgarloften.analysis._parties import PromisorChange
from medborgarloften.analysis._quantities import QuantityChange, quantity_changes
from medborgarloften.analysis._runs import Run, runs_of
from medborgarloften.analysis._spoken import Spoken, spoken_in
from medborgarloften.model import Agreement, PartyKind, Promise
from medborgarloften.model._rules import expect

__all__ = [
    "Comparison",
    "KindTotal",
    "MergedPromises",
    "PromisePair",
    "PromisorChange",
    "QuantityChange",
    "Run",
    "SplitPromise",
    "Total",
    "compare",
]


@frozen
class PromisePair:
    """A promise, and what became of it.

    Attributes:
        old: The promise of the old agreement.
        new: The promise of the new one.
        promisors: Who made it, and who does.
        quantities: The counts that are others now.
    """

    old: Promise
    new: Promise
    promisors: PromisorChange
    quantities: tuple[QuantityChange, ...]

    @property
    def runs(self) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The words of both, cut where they begin to differ and cease to."""
        return runs_of(self.old.text, self.new.text)


@frozen
class SplitPromise:
    """A promise of which several were made.

    Attributes:
        old: The promise of the old agreement.
        new: Those of the new one, in its order.
        promisors: Who made it, and who makes them, each party once.
        quantities: The counts that are others now.
    """

    old: Promise
    new: tuple[Promise, ...]
    promisors: PromisorChange
    quantities: tuple[QuantityChange, ...]


@frozen
class MergedPromises:
    """Several promises of which one was made.

    Attributes:
        old: The promises of the old agreement, in its order.
        new: The one of the new.
        promisors: Who made them, each party once, and who makes it.
        quantities: The counts that are others now.
    """

    old: tuple[Promise, ...]
    new: Promise
    promisors: PromisorChange
    quantities: tuple[QuantityChange, ...]


@frozen
class Total:
    """How many promises are so in the old agreement, and in the new."""

    old: int
    new: int


@frozen
class KindTotal:
    """How many promises a kind of party makes in the old agreement, and in the new."""

    kind: PartyKind
    old: int
    new: int


@frozen
class Comparison:
    """What has changed from an old agreement to a new one.

    Each promise of both is in exactly one of the first six.  They are in the order
    of the new agreement, and those that were dropped in the order of the old.

    Attributes:
        kept: Those that say the same, but for case, blanks and a full stop at the
            end.
        reworded: Those that say it in other words.
        split: Those of which several were made.
        merged: Those several of which one was made.
        new: Those that the old agreement does not have.
        dropped: Those that the new agreement does not have.
        promises: How many promises there are.
        joint: How many are made by more than one party.
        quantified: How many say how many or how often.
        by_kind: How many each kind of party makes, in the order of `PartyKind`; one
            that several make counts for each.
        old_is_excerpt: Whether the old agreement is known to lack promises, so that
            what seems *new* may have been in it.
        new_is_excerpt: Whether the new one is, so that what seems *dropped* may be
            in it.
    """

    kept: tuple[PromisePair, ...]
    reworded: tuple[PromisePair, ...]
    split: tuple[SplitPromise, ...]
    merged: tuple[MergedPromises, ...]
    new: tuple[Promise, ...]
    dropped: tuple[Promise, ...]
    promises: Total
    joint: Total
    quantified: Total
    by_kind: tuple[KindTotal, ...]
    old_is_excerpt: bool
    new_is_excerpt: bool


def compare(old: Agreement, new: Agreement) -> Comparison:
    """Tell what became of the promises of an old agreement in a new one.

    Promises that say the same belong together.  Of the rest those are taken first
    that are most alike: two of which at least two fifths of the words are the same,
    or one and several (it was split, or they were merged) that together share at
    least three fifths.  A word counts less the more promises have it, its ending
    does not count, and what nearly all promises say ("polisen lovar att") counts
    not at all.  A promise that lives on in wholly other words is not recognised.

    Raises:
        InvalidField: If one of them is no agreement.
    """
    before = spoken_in(expect(Agreement, "compare", "old", old))
    now = spoken_in(expect(Agreement, "compare", "new", new))
    same = _in_order(saying_the_same(before, now))
    others = _in_order(alike(*left(before, now, same)))
    dropped, added = left(before, now, same + others)
    return Comparison(
        kept=tuple(map(_pair, same)),
        reworded=tuple(
            _pair(each) for each in others if len(each.old) == len(each.new)
        ),
        split=tuple(_split(each) for each in others if len(each.old) < len(each.new)),
        merged=tuple(_merged(each) for each in others if len(each.old) > len(each.new)),
        new=_promises(added),
        dropped=_promises(dropped),
        promises=Total(len(before), len(now)),
        joint=_total(old, new, lambda promise: promise.is_joint),
        quantified=_total(old, new, lambda promise: bool(promise.quantities)),
        by_kind=tuple(_by_kind(before, now)),
        old_is_excerpt=old.excerpt,
        new_is_excerpt=new.excerpt,
    )


# ---------------------------------------------------------------- what became of what


def _pair(group: Group) -> PromisePair:
    (old,), (new,) = map(_promises, group)
    return PromisePair(old, new, *_changes(group))


def _split(group: Group) -> SplitPromise:
    (old,), new = map(_promises, group)
    return SplitPromise(old, new, *_changes(group))


def _merged(group: Group) -> MergedPromises:
    old, (new,) = map(_promises, group)
    return MergedPromises(old, new, *_changes(group))


def _changes(group: Group) -> tuple[PromisorChange, tuple[QuantityChange, ...]]:
    quantities = (
        [quantity for each in side for quantity in each.promise.quantities]
        for side in group
    )
    parties = (
        tuple(dict.fromkeys(party for each in side for party in each.promisors))
        for side in group
    )
    return PromisorChange(*parties), quantity_changes(*quantities)


def _in_order(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: group.new[0].promise.number)


def _promises(side: Iterable[Spoken]) -> tuple[Promise, ...]:
    return tuple(each.promise for each in side)


# ---------------------------------------------------------------- totals


def _total(old: Agreement, new: Agreement, counts: Callable[[Promise], bool]) -> Total:
    return Total(*(sum(map(counts, each.promises)) for each in (old, new)))


def _by_kind(old: Iterable[Spoken], new: Iterable[Spoken]) -> Iterator[KindTotal]:
    before, now = (
        Counter(
            kind for each in side for kind in {party.kind for party in each.promisors}
        )
        for side in (old, new)
    )
    for kind in PartyKind:
        if before[kind] or now[kind]:
            yield KindTotal(kind, before[kind], now[kind])
