"""What headings announce: promises, or problems, effects, method, contacts."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache

from medborgarloften.reading.text.document import Line
from medborgarloften.reading.text.lexicon import plain, table

__all__ = [
    "NUMBERED",
    "Section",
    "has_digit",
    "section_of",
]


class Section(StrEnum):
    """What a part of a page is about."""

    LEAD = "lead"
    AGREEMENT = "agreement"
    PROMISES = "promises"
    PERIOD = "period"
    SITUATION = "situation"
    PROBLEMS = "problems"
    PRIORITIES = "priorities"
    EFFECTS = "effects"
    METHOD = "method"
    FOLLOW_UP = "followup"
    CHANNELS = "channels"
    NEXT = "next"
    CONTACT = "contact"


@lru_cache(maxsize=1024)
def section_of(heading: str) -> Section | None:
    """Tell what a heading announces; ``None`` if it is none of the known.

    A letter or two may be wrong, as in scanned pages.

    >>> section_of("Det har ska vi göra")
    <Section.PROMISES: 'promises'>
    """
    words = _CHAPTER_NUMBER.sub("", plain(heading))
    if NUMBERED.match(words):
        return Section.PROMISES
    reads = dict.fromkeys((words, words.replace("rn", "m")))  # as scanners do
    found = filter(None, (*map(_as_it_is, reads), *map(_with_a_slip, reads)))
    return next(found, None)


# How alike a slip of the pen or of the scanner leaves two headings; in a short
# word one letter can make another word.
_ALIKE = 0.88
_SHORTEST_WITH_A_SLIP = 8
_MOST_LETTERS_LOST = 2
_CHAPTER_NUMBER = re.compile(r"\A(?:§\s*)?[0-9]{1,2}(?:\.[0-9]{1,2})?\s+(?=[a-zåäö])")


def _as_it_is(words: str) -> Section | None:
    """Find the first row of the table that fits."""
    wholes, starts, ends, parts = _by_how()
    may_fit = (
        words in wholes
        or words.startswith(starts)
        or words.endswith(ends)
        or any(map(words.__contains__, parts))
    )
    for section, how, pattern in table("headings") if may_fit else ():
        match how:
            case "start":
                fits = words.startswith(pattern)
            case "end":
                fits = words.endswith(pattern)
            case "part":
                fits = pattern in words
            case _:
                fits = words == pattern
        if fits:
            return Section(section)
    return None


@cache
def _by_how() -> tuple[
    frozenset[str], tuple[str, ...], tuple[str, ...], tuple[str, ...]
]:
    """List the table's words by how they are to fit: most headings fit none."""
    whole, start, end, part = (
        tuple(words for _, how, words in table("headings") if how == wanted)
        for wanted in ("whole", "start", "end", "part")
    )
    return frozenset(whole), start, end, part


def _with_a_slip(words: str) -> Section | None:
    """Find the first row that fits but for a letter or two."""
    letters = frozenset(words)
    for section, pattern, its_letters in _of_about(len(words)):
        if len(letters ^ its_letters) > 2 * _MOST_LETTERS_LOST:
            continue
        matcher = SequenceMatcher(None, words, pattern, autojunk=False)
        if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return Section(section)
    return None


@cache
def _of_about(length: int) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """List the rows that a heading of this length can be a slip of."""
    return tuple(
        (section, pattern, frozenset(pattern))
        for section, how, pattern in table("headings")
        if how in {"part", "whole"}
        and len(pattern) >= _SHORTEST_WITH_A_SLIP
        and abs(len(pattern) - length) <= _MOST_LETTERS_LOST
    )


# "Löfte ett: Trafiken" over the paragraph that promises it.
NUMBERED = re.compile(
    r"(?:medborgar)?(?:löfte|åtagande|punkt|mål)\s*(?:nr\.?\s*|nummer\s+)?"
    r"(?:[0-9]{1,2}|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\b",
    re.IGNORECASE,
)


def has_digit(line: Line | None) -> bool:
    """Tell whether a heading has a number, as that of a year's agreement has."""
    return line is not None and any(map(str.isdigit, line.text))
