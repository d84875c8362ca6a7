"""Which promises of one agreement became which of another, by their words.

Those that say the same are pairs.  Of the rest, the two most alike are paired first,
then the two most alike of those that are left, as long as at least two fifths of
their words are the same.  What is alone then may be a part: a promise was split if
several together have at least three fifths of its words, and several were merged if
they have as much of those of the new one.  Each promise is taken once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from medborgarloften.analysis._spoken import Scale, Spoken

__all__ = ["Group", "alike", "left", "saying_the_same"]

_ALIKE = 0.4  # of the words of two that are a pair
_TOGETHER = 0.6  # of the words of a whole that its parts have
_WITHIN = 0.4  # of the words of a part that the whole has
_BROUGHT = 0.1  # of the words of a whole that a part has and the others have not
_SHARED = 2  # words of a part and its whole; one may be but the name of a place

_Side: TypeAlias = Sequence[Spoken]
_Parts: TypeAlias = tuple[Spoken, ...]


class Group(NamedTuple):
    """Promises that belong together: one of one agreement, one or more of the other."""

    old: _Parts
    new: _Parts


def saying_the_same(old: _Side, new: _Side) -> list[Group]:
    """Pair those that say the same.

    What is said twice belongs to those that say it by the same bodies.
    """
    kept = _with_the_same(lambda each: (each.said, each.by), old, new)
    return kept + _with_the_same(lambda each: each.said, *left(old, new, kept))


def alike(old: _Side, new: _Side) -> list[Group]:
    """Find those that belong together in other words."""
    scale = Scale(old, new)
    pairs = _most_alike(old, new, scale)
    became = {was: now for (was,), (now,) in pairs}
    gone, added = left(old, new, pairs)
    split = _in_parts(old, became, added, scale)
    # What was split, or is a part, is no part of anything else.
    splits = [Group((was,), parts) for was, parts in split.items()]
    came_of = {now: was for was, now in became.items() if was not in split}
    gone, rest = left(gone, new, splits)
    merged = _in_parts(rest, came_of, gone, scale)
    return [
        *splits,
        *(Group(parts, (now,)) for now, parts in merged.items()),
        *(Group((was,), (now,)) for now, was in came_of.items() if now not in merged),
    ]


def left(
    old: _Side, new: _Side, groups: Iterable[Group]
) -> tuple[list[Spoken], list[Spoken]]:
    """List those that are in none of the groups."""
    taken = {each for group in groups for each in chain(*group)}
    return (
        [each for each in old if each not in taken],
        [each for each in new if each not in taken],
    )


def _with_the_same(
    key: Callable[[Spoken], Hashable], old: _Side, new: _Side
) -> list[Group]:
    """Pair those that have the same key, in their order."""
    waiting = defaultdict[Hashable, list[Spoken]](list)
    for each in reversed(old):
        waiting[key(each)].append(each)
    return [
        Group((same.pop(),), (each,)) for each in new if (same := waiting[key(each)])
    ]


def _most_alike(old: _Side, new: _Side, scale: Scale) -> list[Group]:
    """Pair the two that are most alike, and then the two of those that are left."""
    near = _nearness(new)
    ranked = sorted(
        (
            -likeness,
            one.by != other.by,
            _number(one),
            _number(other),
            Group((one,), (other,)),
        )
        for one in old
        for other in near(one)
        if (likeness := scale.likeness(one, other)) >= _ALIKE
    )
    pairs: list[Group] = []
    taken: set[Spoken] = set()
    for *_, pair in ranked:
        both = set(chain(*pair))
        if taken.isdisjoint(both):
            taken |= both
            pairs.append(pair)
    return pairs


def _in_parts(
    wholes: _Side, partners: Mapping[Spoken, Spoken], alone: _Side, scale: Scale
) -> dict[Spoken, _Parts]:
    """Find the wholes whose partner, and some that are alone, are their parts."""
    near = _nearness(alone)
    found: dict[Spoken, _Parts] = {}
    taken: set[Spoken] = set()
    for whole in wholes:
        partner = partners.get(whole)
        likely = [
            each
            for each in near(whole)
            if each not in taken and _may_be_part(each, whole, scale)
        ]
        parts = _parts_of(whole, (partner,) if partner else (), likely, scale)
        if parts:
            found[whole] = parts
            taken.update(parts)
    return found


def _parts_of(
    whole: Spoken, parts: _Parts, likely: list[Spoken], scale: Scale
) -> _Parts:
    """Add part to part, as long as each brings words that the others have not."""
    have = scale.share(whole, *parts) if parts else 0.0
    while likely:
        shares = [scale.share(whole, *parts, each) for each in likely]
        most = max(shares)
        if most < have + _BROUGHT:
            break
        have, parts = most, (*parts, likely.pop(shares.index(most)))
    enough = len(parts) > 1 and have >= _TOGETHER
    return tuple(sorted(parts, key=_number)) if enough else ()


def _may_be_part(part: Spoken, whole: Spoken, scale: Scale) -> bool:
    shared = part.words.keys() & whole.words.keys()
    return len(shared) >= _SHARED and scale.share(part, whole) >= _WITHIN


def _nearness(side: _Side) -> Callable[[Spoken], list[Spoken]]:
    """Make what lists those of a side that have a word in common with another."""
    having = defaultdict[str, list[Spoken]](list)
    for each in side:
        for word in each.words:
            having[word].append(each)

    def near(other: Spoken) -> list[Spoken]:
        found = set(chain.from_iterable(having.get(word, ()) for word in other.words))
        return sorted(found, key=_number)

    return near


def _number(spoken: Spoken) -> int:
    return spoken.promise.number
