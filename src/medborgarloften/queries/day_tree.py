"""A segment tree over days: what holds on a day, without looking at the rest.

Days on which nothing begins and nothing has ended are alike, so each stretch of such
days is a leaf.  Every node stands for the leaves below it and holds the things that
cover all of them.  What holds on a day is in the nodes above its leaf, some twenty at
most: their lists are put together, and nothing is compared or left out.

>>> from datetime import date
>>> year = date(2020, 1, 1), date(2020, 12, 31)
>>> tree = DayTree([(*year, "a"), (date(2020, 6, 1), date.max, "b")])
>>> tree.on(date(2020, 5, 31)), tree.during(date(2021, 1, 1), date(2021, 1, 31))
(['a'], ['b'])
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import Generic, TypeVar

__all__ = ["DayTree"]

_T = TypeVar("_T")


class DayTree(Generic[_T]):
    """Things by the days that they hold on; answers come in no order of their own.

    The same things in the same order make the same tree and the same answers.

    Args:
        things: The first day, the last day and the thing; both days count.
    """

    def __init__(self, things: Iterable[tuple[date, date, _T]]) -> None:
        # Many things have the same days, as most promises of an agreement and
        # agreements of a calendar year do: each stretch of days is entered once.
        grouped = defaultdict[tuple[date, date], list[_T]](list)
        for first_day, last_day, thing in things:
            grouped[first_day, last_day].append(thing)
        groups = [
            (first_day.toordinal(), last_day.toordinal() + 1, group)
            for (first_day, last_day), group in grouped.items()
        ]
        groups.sort(key=itemgetter(0))
        days = {start for start, _, _ in groups}
        days.update(end for _, end, _ in groups)
        self._leaves = array("l", sorted(days))
        self._nodes = _entered(groups, self._leaves)
        self._things = [*chain.from_iterable(group for _, _, group in groups)]
        self._starts = array("l", (start for start, _, each in groups for _ in each))

    def on(self, day: date) -> list[_T]:
        """List what holds on a day."""
        found: list[_T] = []
        leaf = bisect_right(self._leaves, day.toordinal()) - 1
        node = leaf + len(self._leaves) if leaf >= 0 else 0
        nodes = self._nodes
        while node:
            held = nodes[node]
            if held is not None:
                found += held
            node >>= 1
        return found

    def during(self, first_day: date, last_day: date) -> list[_T]:
        """List what holds on any of the days; both count."""
        # What holds on the first day, and what begins on a later one.
        begun = bisect_right(self._starts, first_day.toordinal())
        all_begun = bisect_right(self._starts, last_day.toordinal())
        return self.on(first_day) + self._things[begun:all_begun]


def _entered(
    groups: Iterable[tuple[int, int, list[_T]]], leaves: Sequence[int]
) -> list[list[_T] | None]:
    """Put each group into the fewest nodes that together cover its days."""
    nodes: list[list[_T] | None] = [None] * (2 * len(leaves))
    place = {day: n for n, day in enumerate(leaves, len(leaves))}
    for start, end, group in groups:
        low, high = place[start], place[end]
        # Written out twice, for this loop is the time that it takes to make a tree.
        while low < high:
            if low & 1:
                held = nodes[low]
                if held is None:
                    nodes[low] = group[:]
                else:
                    held += group
                low += 1
            if high & 1:
                high -= 1
                held = nodes[high]
                if held is None:
                    nodes[high] = group[:]
                else:
                    held += group
            low >>= 1
            high >>= 1
    return nodes
