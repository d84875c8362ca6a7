"""The vocabulary of period expressions, from ``words.toml``.

Each word, or run of words, has one role in the grammar and one meaning there.
The runs are kept as a tree, so the longest one that stands at a place is found
by going forward once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from attrs import field, frozen

__all__ = ["Branch", "Role", "Vocabulary", "vocabulary"]


class Role(StrEnum):
    """What a token does in the grammar."""

    NUMBER = "number"
    DASH = "-"
    DOT = "."
    COMMA = ","
    COLON = ":"
    SLASH = "/"
    BRACKET = "()"
    BREAK = "break"
    OTHER = "other"

    MONTH = "month"
    MONTH_SHORT = "month_short"
    MONTH_AFTER_DAY = "month_after_day"
    MONTH_WORD = "month_word"
    WEEKDAY = "weekday"
    SEASON = "season"
    SEASON_BARE = "season_bare"
    TERM = "term"
    GENITIVE = "genitive"
    SCHOOL_YEAR = "school_year"
    TURN = "turn"
    NAMED_DAY = "named_day"
    UNIT = "unit"
    ORDINAL = "ordinal"
    LAST = "last"
    CARDINAL = "cardinal"
    AND_A_HALF = "and_a_half"
    HALF = "half"
    COUNTED = "counted"
    DURATION = "duration"
    DURATION_ENDING = "duration_ending"
    YEAR_WORD = "year_word"
    RELATIVE_YEAR = "relative_year"
    SAME_YEAR = "same_year"
    NOW = "now"
    EDGE = "edge"
    OUT = "out"
    REST = "rest"
    FROM = "from"
    TO = "to"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    AND = "and"
    BOTH = "both"
    OR = "or"
    IN = "in"
    ARTICLE = "article"
    WHOLE = "whole"
    PERIOD = "period"
    CUE = "cue"
    GLUE = "glue"
    OPEN = "open"
    OPEN_UNTIL = "open_until"
    RENEWAL = "renewal"
    ONWARDS = "onwards"
    COMING = "coming"
    EACH_TIME = "each_time"
    PAST = "past"
    EXTEND = "extend"
    POSSIBLY = "possibly"
    NOT = "not"
    NO_YEAR_AFTER = "no_year_after"
    NO_YEAR_BEFORE = "no_year_before"


Meaning: TypeAlias = tuple[Role, str]
Sections: TypeAlias = dict[str, dict[str, list[str]]]

_ANCHORS = {
    Role.MONTH,
    Role.MONTH_WORD,
    Role.SEASON,
    Role.TERM,
    Role.GENITIVE,
    Role.SCHOOL_YEAR,
    Role.TURN,
    Role.NAMED_DAY,
    Role.UNIT,
    Role.COUNTED,
    Role.DURATION,
    Role.DURATION_ENDING,
    Role.YEAR_WORD,
    Role.RELATIVE_YEAR,
    Role.NOW,
    Role.OPEN,
    Role.OPEN_UNTIL,
    Role.RENEWAL,
}
_PARTS = re.compile(r"\w+|\S")
_MONTHS = {"year": 12, "month": 1}


@frozen(eq=False)
class Branch:
    """A place in the tree of runs: what ends here, and what may follow."""

    meaning: Meaning | None = None
    following: dict[str, Branch] = field(factory=dict[str, "Branch"])


@frozen(eq=False)
class Vocabulary:
    """All the words.

    Attributes:
        runs: The tree of runs, by their first word.
        anchors: Words without one of which, or a digit, no expression can be.
        letters: Letters that name a unit when a number is glued to them ("Q1").
        endings: What makes a number an ordinal after a colon ("1:a").
    """

    runs: dict[str, Branch]
    anchors: frozenset[str]
    letters: dict[str, str]
    endings: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Read the words; the first call does, and later ones remember."""
    file = files("medborgarloften.reading.periods").joinpath("words.toml")
    sections: Sections = tomllib.loads(file.read_text("utf-8"))
    letters, endings = sections.pop("letters"), sections.pop("endings")
    root, anchors = Branch(), set[str]()
    for form, meaning in _forms(sections):
        for parts in _spellings(form):
            _add(root, parts, meaning)
        if meaning[0] in _ANCHORS:
            anchors.add(_PARTS.findall(form.rstrip("."))[-1])
    return Vocabulary(
        runs=root.following,
        anchors=frozenset(anchors),
        letters={form: unit for unit, forms in letters.items() for form in forms},
        endings=frozenset(endings["ordinal"]),
    )


def _forms(sections: Sections) -> Iterator[tuple[str, Meaning]]:
    durations = sections.pop("duration_ending")
    for section, meanings in sections.items():
        for value, forms in meanings.items():
            yield from ((form, (Role(section), value)) for form in forms)
    for unit, endings in durations.items():
        for ending in endings:
            yield ending, (Role.DURATION_ENDING, unit)
            for count, cardinals in sections["cardinal"].items():
                months = str(int(count) * _MONTHS[unit])
                for cardinal in cardinals:
                    yield f"{cardinal}{ending}", (Role.DURATION, months)


def _add(root: Branch, parts: tuple[str, ...], meaning: Meaning) -> None:
    branch = root
    for part in parts[:-1]:
        branch = branch.following.setdefault(part, Branch())
    known = branch.following.get(parts[-1], Branch())
    branch.following[parts[-1]] = Branch(meaning, known.following)


def _spellings(form: str) -> set[tuple[str, ...]]:
    """Spell a form with all its dots, without the last one, and with none."""
    parts = tuple(_PARTS.findall(form))
    without_dots = tuple(part for part in parts if part != ".")
    without_last = parts[:-1] if parts[-1] == "." else parts
    return {parts, without_last, without_dots}
