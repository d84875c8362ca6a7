"""Words and phrases to look for, and a look through a text for all at once.

A pattern is written as people would: ``narkotik*`` begins a word, ``*våld*`` is
anywhere in one, ``unga`` is the whole word, ``våld* i nära relation*`` is a
phrase.  A pattern in CAPITALS is an abbreviation: "SIG" is not "sig".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from medborgarloften.reading.text.words import Word, fold

__all__ = ["Hit", "Patterns", "listed", "outermost"]


class Hit(NamedTuple):
    """A pattern that fits, and where.

    Attributes:
        pattern: The pattern as it was given.
        first: The first word it touches.
        last: The last word it touches.
        extent: The letters it fits, counted so that extents can be compared.
    """

    pattern: str
    first: int
    last: int
    extent: range

    def is_inside(self, other: Hit) -> bool:
        """Tell whether *other* fits more letters, and all that this one does."""
        return (
            other.extent.start <= self.extent.start
            and self.extent.stop <= other.extent.stop
            and len(self.extent) < len(other.extent)
        )


class Patterns:
    """Patterns as a tree of letters, so that a text is walked through once.

    >>> from medborgarloften.reading.text.words import words_of
    >>> patterns = Patterns(["våld*", "våld* i nära relation*", "SIG"])
    >>> [hit.pattern for hit in patterns.hits(words_of("Mot våldet. Lära sig."))]
    ['våld*']
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._root = _Node()
        for pattern in patterns:
            node = self._root
            for letter in _spelled(pattern):
                node = node.next.setdefault(letter, _Node())
            node.patterns.append(pattern)

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Find every pattern at every place, in order, overlaps included."""
        line = " ".join(("", *(word.text for word in words), ""))
        starts = [*accumulate((len(word.text) + 1 for word in words), initial=1)]
        found = list[Hit]()
        beginnings = self._root.next
        for begin, letter in enumerate(line):
            if letter not in beginnings:
                continue
            for pattern, end in _walk(beginnings[letter], line, begin + 1):
                extent = range(begin + (letter == " "), end - (line[end - 1] == " "))
                first = bisect_right(starts, extent.start) - 1
                last = bisect_right(starts, extent.stop - 1) - 1
                if not _is_abbreviation(pattern) or words[first].written.startswith(
                    pattern.strip("*")
                ):
                    found.append(Hit(pattern, first, last, extent))
        return found


def listed(cell: str = "") -> tuple[str, ...]:
    """Part the words of a table's cell at its commas."""
    return tuple(filter(None, map(str.strip, cell.split(","))))


def outermost(hits: Iterable[Hit]) -> list[Hit]:
    """Leave out each hit that lies inside a longer one."""
    ranked = sorted(hits, key=lambda hit: (hit.extent.start, -hit.extent.stop))
    kept = list[Hit]()
    widest: Hit | None = None
    for hit in ranked:
        if widest is None or not hit.is_inside(widest):
            kept.append(hit)
        if widest is None or hit.extent.stop > widest.extent.stop:
            widest = hit
    return kept


class _Node:
    """A place in the tree: the patterns that end here, and the letters that go on."""

    __slots__ = ("next", "patterns")

    def __init__(self) -> None:
        self.next = dict[str, _Node]()
        self.patterns = list[str]()


_REST_OF_WORD = "*"


def _spelled(pattern: str) -> str:
    """Spell a pattern in letters; each word begins and ends with a space."""
    folded = " ".join("*".join(map(fold, word.split("*"))) for word in pattern.split())
    begins = "" if folded.startswith("*") else " "
    ends = "" if folded.endswith("*") else " "
    return f"{begins}{folded.strip('*')}{ends}"


def _is_abbreviation(pattern: str) -> bool:
    return pattern.isupper() and " " not in pattern


def _walk(node: _Node, line: str, at: int) -> Iterator[tuple[str, int]]:
    while True:
        for pattern in node.patterns:
            yield pattern, at
        if at == len(line):
            return
        if rest := node.next.get(_REST_OF_WORD):
            yield from _walk(rest, line, line.index(" ", at))
        if (following := node.next.get(line[at])) is None:
            return
        node, at = following, at + 1
