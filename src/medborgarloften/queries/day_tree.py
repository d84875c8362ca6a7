"""A segment tree over days: what holds on a day, without looking at the rest.

Each node of the tree stands for a stretch of days and holds the things that cover
all of it.  What holds on a day is in the nodes above that day, at most some twenty:
their lists are put together, and nothing is compared or left out.

>>> from datetime import date
>>> year = date(2020, 1, 1), date(2020, 12, 31)
>>> tree = DayTree([(*year, "a"), (date(2020, 6, 1), date.max, "b")])
>>> tree.on(date(2020, 5, 31)), tree.during(date(2021, 1, 1), date(2021, 1, 31))
(['a'], ['b'])
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
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
        rows = [
            (first_day.toordinal(), last_day.toordinal(), group)
            for (first_day, last_day), group in sorted(
                grouped.items(), key=itemgetter(0)
            )
        ]
        known = {start for start, _, _ in rows if start > _NO_FIRST}
        known |= {end for _, end, _ in rows if end < _NO_LAST}
        self._first = min(known, default=0)
        # One leaf is for all days before those, and one for all days after.
        self._last_leaf = max(known, default=0) - self._first + 2
        self._size = 1 << self._last_leaf.bit_length()
        self._nodes = self._entered(rows)
        self._things = list(chain.from_iterable(group for _, _, group in rows))
        self._starts = [start for start, _, group in rows for _ in group]

    def _entered(self, rows: list[tuple[int, int, list[_T]]]) -> dict[int, list[_T]]:
        """Put each group into the fewest nodes that together cover its days."""
        nodes = defaultdict[int, list[_T]](list)
        # Written out, for it is done for every group: this is what takes time.
        leaf_before = self._size - self._first + 1
        first_leaf, last_leaf = self._size, self._size + self._last_leaf
        for start, end, group in rows:
            low = max(start + leaf_before, first_leaf)
            high = min(end + leaf_before, last_leaf) + 1
            while low < high:
                if low & 1:
                    nodes[low] += group
                    low += 1
                if high & 1:
                    high -= 1
                    nodes[high] += group
                low >>= 1
                high >>= 1
        return dict(nodes)

    def _leaf(self, day: int) -> int:
        return min(max(day - self._first + 1, 0), self._last_leaf) + self._size

    def on(self, day: date) -> list[_T]:
        """List what holds on a day."""
        found: list[_T] = []
        node = self._leaf(day.toordinal())
        while node:
            if (things := self._nodes.get(node)) is not None:
                found += things
            node >>= 1
        return found

    def during(self, first_day: date, last_day: date) -> list[_T]:
        """List what holds on any of the days; both count."""
        # What holds on the first day, and what begins on a later one.
        begun = bisect_right(self._starts, first_day.toordinal())
        all_begun = bisect_right(self._starts, last_day.toordinal())
        return self.on(first_day) + self._things[begun:all_begun]


# Nothing is before the one, and nothing after the other.
_NO_FIRST, _NO_LAST = date.min.toordinal(), date.max.toordinal()
