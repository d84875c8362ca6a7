"""Words and phrases to look for, and a look through a text for all at once.

A pattern is written as people would: ``narkotik*`` begins a word, ``*våld*`` is
anywhere in one, ``unga`` is the whole word, ``våld* i nära relation*`` is a
phrase.  A pattern in CAPITALS is an abbreviation: "SIG" is not "sig".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, takewhile
from operator import itemgetter
from typing import NamedTuple

from medborgarloften.reading.text.words import Word, fold

__all__ = ["Hit", "Patterns", "listed", "outermost"]

_REST_OF_WORD = "*"
_OPENING = 4


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

    Patterns of a letter or two, or with a gap so early, are found as well.

    >>> patterns = Patterns(["*å*", "m* våld*"])
    >>> [hit.pattern for hit in patterns.hits(words_of("Mot våldet."))]
    ['m* våld*', '*å*']
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        # Most places of a text are told from all beginnings by four letters.
        opened = dict[str, list[tuple[str, str]]]()
        for pattern in patterns:
            spelled = _spelled(pattern)
            opening = spelled[:_OPENING].partition(_REST_OF_WORD)[0]
            rest = spelled[len(opening) :]
            opened.setdefault(opening, []).append((rest, pattern))
        trees = {opening: _Node(rests) for opening, rests in opened.items()}
        self._openings = {key: trees[key] for key in trees if len(key) == _OPENING}
        self._short = {key: trees[key] for key in sorted(trees.keys() - self._openings)}

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Find every pattern at every place, in order, overlaps included."""
        spelled = _spelled_out(_Same(tuple(words)))
        fits = self._fits(spelled)
        if not fits:
            return []
        line, starts = spelled.line, spelled.starts
        found = list[Hit]()
        for begin, pattern, end in fits:
            first_letter = begin + (line[begin] == " ")
            after_last = end - (line[end - 1] == " ")
            first = bisect_right(starts, first_letter) - 1
            last = bisect_right(starts, after_last - 1) - 1
            if not _is_abbreviation(pattern) or words[first].written.startswith(
                pattern.strip("*")
            ):
                extent = range(first_letter, after_last)
                found.append(Hit(pattern, first, last, extent))
        return found

    def _fits(self, spelled: _Spelled) -> list[tuple[int, str, int]]:
        """Find the patterns that fit, each with where it begins and ends."""
        line = spelled.line
        found = list[tuple[int, str, int]]()
        for opening, node in self._short.items():
            _look(opening, node, line, found)
        for opening in self._openings.keys() & spelled.openings:
            _look(opening, self._openings[opening], line, found)
        found.sort(key=itemgetter(0))  # and so the shorter openings stay before
        return found


class _Same:
    """Words that are the same if they are the same object: to compare them is slow."""

    __slots__ = ("words",)

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words

    def __hash__(self) -> int:
        return id(self.words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.words is other.words


class _Spelled(NamedTuple):
    """Words as one line.

    Attributes:
        line: The words, each between spaces.
        starts: Where in the line each word starts, and where one more would.
        openings: All that stands in the line and may open a pattern.
    """

    line: str
    starts: list[int]
    openings: set[str]


@lru_cache(maxsize=256)  # the same words are looked through for many things in turn
def _spelled_out(same: _Same) -> _Spelled:
    texts = [word.text for word in same.words]
    line = " ".join(("", *texts, ""))
    starts = [*accumulate((len(text) + 1 for text in texts), initial=1)]
    openings = {line[at : at + _OPENING] for at in range(len(line) - _OPENING + 1)}
    return _Spelled(line, starts, openings)


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
    """A place in the tree: what all that follows begins with, and where it parts.

    Attributes:
        stem: The letters up to here from where the tree parted last.
        patterns: The patterns that end here.
        next: What may follow, by its first letter.
    """

    __slots__ = ("next", "patterns", "stem")

    def __init__(self, rests: Sequence[tuple[str, str]]) -> None:
        # What is the same in the first and the last of a sorted list is so in all.
        (first, _), (last, _) = min(rests), max(rests)
        same = takewhile(_are_same, zip(first, last, strict=False))
        self.stem = "".join(one for one, _ in same).partition(_REST_OF_WORD)[0]
        self.patterns = list[str]()
        following = dict[str, list[tuple[str, str]]]()
        for whole, pattern in rests:
            if rest := whole[len(self.stem) :]:
                letter = rest[0]
                after = rest[1:] if letter == _REST_OF_WORD else rest
                following.setdefault(letter, []).append((after, pattern))
            else:
                self.patterns.append(pattern)
        self.next = {letter: _Node(rests) for letter, rests in following.items()}


def _are_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _spelled(pattern: str) -> str:
    """Spell a pattern in letters; each word begins and ends with a space."""
    folded = " ".join("*".join(map(fold, word.split("*"))) for word in pattern.split())
    begins = "" if folded.startswith("*") else " "
    ends = "" if folded.endswith("*") else " "
    return f"{begins}{folded.strip('*')}{ends}"


def _is_abbreviation(pattern: str) -> bool:
    return pattern.isupper() and " " not in pattern


def _look(
    opening: str, node: _Node, line: str, found: list[tuple[int, str, int]]
) -> None:
    """Find what fits at all the places where a line has the opening."""
    begin = line.find(opening)
    while begin >= 0:
        _walk(node, line, begin, begin + len(opening), found)
        begin = line.find(opening, begin + 1)


def _walk(
    node: _Node, line: str, begin: int, at: int, found: list[tuple[int, str, int]]
) -> None:
    while line.startswith(node.stem, at):
        at += len(node.stem)
        if node.patterns:
            found += [(begin, pattern, at) for pattern in node.patterns]
        if at == len(line):
            return
        if rest := node.next.get(_REST_OF_WORD):
            _walk(rest, line, begin, line.index(" ", at), found)
        if (following := node.next.get(line[at])) is None:
            return
        node = following
