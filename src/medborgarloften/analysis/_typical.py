"""Sets that are much alike, each gathered around a typical one.

How alike two sets are is the share that they have in common of what either has (the
Jaccard index), and it is counted, never estimated.  One after another, the most
typical first, a set becomes the middle of a group unless it is alike to such a
middle already; then each goes to the middle that it is most alike to.  So no group
is a chain whose ends have nothing in common, and nothing is compared with every
member of a group, however large.

Sets that are alike share one of their rarest parts (the prefix principle of all-pairs
similarity search), so middles are looked up by those, the rarest first and until
``_MOST`` have been met.  Where there are more a likeness may be missed, so that one
group is told as two; none is ever made up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from math import ceil
from typing import NamedTuple, Self

__all__ = ["Place", "placed_around_typical"]

_MOST = 200


class Place(NamedTuple):
    """Where a set belongs.

    Attributes:
        middle: The number of the typical set that it is gathered around; its own, if
            it is such a one.
        likeness: How alike it is to that one, from 0 to 1.
    """

    middle: int
    likeness: float


def placed_around_typical(
    sets: Sequence[frozenset[str]], weights: Sequence[int], alike: Fraction
) -> list[Place]:
    """Tell for each of some different sets which one it is gathered around.

    The most typical is the one whose parts the most others have, each other counted
    by its weight; of those that are equally so, the first.  No set may be empty.

    >>> sets = list(map(frozenset, ("acts!", "cats", "dogs")))
    >>> for place in placed_around_typical(sets, [1, 2, 1], Fraction(1, 2)):
    ...     print(*place)
    1 0.8
    1 1.0
    2 1.0
    """
    spread = Counter[str]()
    for parts, weight in zip(sets, weights, strict=True):
        for part in parts:
            spread[part] += weight
    rarest_first = sorted(spread, key=lambda part: (spread[part], part))
    ranks = {part: rank for rank, part in enumerate(rarest_first)}
    typical = [sum(map(spread.__getitem__, parts)) / len(parts) for parts in sets]

    middles = _Middles([[ranks[part] for part in parts] for parts in sets], alike)
    places = [Place(number, 1.0) for number in range(len(sets))]
    for number in sorted(range(len(sets)), key=lambda number: -typical[number]):
        place = next(middles.alike_to(number), None)
        if place is None:
            middles.add(number)
        else:
            places[number] = place
    return [
        place
        if place.middle == number
        else max([place, *middles.alike_to(number)], key=middles.closeness)
        for number, place in enumerate(places)
    ]


class _Middles:
    """The sets in the middle of groups, looked up by their rarest parts."""

    def __init__(self, sets: Sequence[Sequence[int]], alike: Fraction) -> None:
        self._least = _Least(alike)
        self._sets = [_Ranked.of(parts, alike) for parts in sets]
        self._with_part = defaultdict[int, list[int]](list)
        self._rank = dict[int, int]()

    def add(self, number: int) -> None:
        """Let a set be the middle of a group."""
        self._rank[number] = len(self._rank)
        for part in self._sets[number].rarest:
            self._with_part[part].append(number)

    def alike_to(self, number: int) -> Iterator[Place]:
        """Find the middles that a set is alike to, and how much."""
        one = self._sets[number]
        met, whole = self._met_by(one)
        last = one.rarest[whole - 1] if whole else -1
        for middle, rare in Counter(chain.from_iterable(met)).items():
            other = self._sets[middle]
            in_all = one.size + other.size
            needed = self._least[in_all]
            # Beyond the parts looked up by of the one where these end first, no more
            # can be shared than it has left.
            left = one.size - whole if last <= other.last_rare else other.left
            if rare + left >= needed:
                shared = len(one.parts & other.parts)
                if shared >= needed:
                    yield Place(middle, shared / (in_all - shared))

    def _met_by(self, one: _Ranked) -> tuple[list[list[int]], int]:
        """List the middles with its rarest parts; say how many parts that is whole."""
        met, room = list[list[int]](), _MOST
        for part in one.rarest:
            having = self._with_part.get(part, [])
            met.append(having[:room])
            room -= len(having)
            if room < 0:
                return met, len(met) - 1
        return met, len(met)

    def closeness(self, place: Place) -> tuple[float, int]:
        """Rank a place by likeness, and of equal ones by how typical the middle is."""
        return place.likeness, -self._rank[place.middle]


class _Ranked(NamedTuple):
    """A set, with its parts numbered from the rarest of all.

    Attributes:
        parts: Its parts.
        size: How many they are.
        rarest: So many of its rarest that sets that are alike share one, in order.
        last_rare: The last of these.
        left: How many it has beside these.
    """

    parts: frozenset[int]
    size: int
    rarest: list[int]
    last_rare: int
    left: int

    @classmethod
    def of(cls, parts: Sequence[int], alike: Fraction) -> Self:
        """Rank the parts of a set."""
        size = len(parts)
        left = ceil(alike * size) - 1
        rarest = sorted(parts)[: size - left]
        return cls(frozenset(parts), size, rarest, rarest[-1], left)


class _Least(dict[int, int]):
    """How many parts two sets share if they are alike, by how many both have in all."""

    def __init__(self, alike: Fraction) -> None:
        super().__init__()
        self._share = alike / (1 + alike)

    def __missing__(self, in_all: int) -> int:
        self[in_all] = ceil(self._share * in_all)
        return self[in_all]
