"""Work timed beside what it is measured against.

Times drift with the machine, so none is reported: the two sides take turns,
and the median of their ratios is what counts.  Below 1, ours is the faster.

Every module in this folder holds rows, which are found by themselves.  A row is
a function that makes a stopwatch for each side, ours first::

    @row("find a name", against="look in a dict", at_most=2.0)
    def finding() -> Sides:
        names = {"Askersund": "1882"}
        return timed(lambda: find("Askersund")), timed(lambda: names["Askersund"])
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from statistics import median
from timeit import Timer
from typing import TypeAlias

from attrs import frozen

__all__ = ["ROUNDS", "ROWS", "Row", "Sides", "Stopwatch", "row", "timed"]

Stopwatch: TypeAlias = Callable[[], float]
Sides: TypeAlias = tuple[Stopwatch, Stopwatch]

ROUNDS = 11


@frozen
class Row:
    """A piece of work, and how its time is to compare with another's."""

    work: str
    against: str
    at_most: float
    rounds: int
    sides: Callable[[], Sides]

    def ratio(self) -> float:
        """Let the two sides take turns, and compare them turn by turn."""
        ours, theirs = self.sides()
        return median(ours() / theirs() for _ in range(self.rounds))


ROWS: list[Row] = []


def row(
    work: str, *, against: str, at_most: float, rounds: int = ROUNDS
) -> Callable[[Callable[[], Sides]], Callable[[], Sides]]:
    """Enter the decorated function into the table; what takes long, in few *rounds*."""

    def enter(sides: Callable[[], Sides]) -> Callable[[], Sides]:
        ROWS.append(Row(work, against, at_most, rounds, sides))
        return sides

    return enter


def timed(work: Callable[[], object]) -> Stopwatch:
    """Make a stopwatch for *work*, which is repeated until a clock can tell.

    The garbage collector runs meanwhile, as it does for users.
    """
    timer = Timer(work, setup=gc.enable)
    repeats, _ = timer.autorange()
    return lambda: timer.timeit(repeats) / repeats
