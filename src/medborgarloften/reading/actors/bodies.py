"""The bodies that a page may speak of, beside police and municipality.

"Skolan", "Västtrafik" and "Räddningstjänsten Norr" promise things or take part
in them.  What they are called, and what kind they are, is data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from medborgarloften.model import PartyKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Patterns, listed, outermost
from medborgarloften.reading.text.words import Word

__all__ = ["Body", "FoundBody", "find_bodies"]


class Body(NamedTuple):
    """A body that the table knows.

    Attributes:
        lemma: The word it is known by; empty if it is known by its name.
        kind: What kind of party it is.
        is_people: Whether it is people and no body.
        may_promise: Whether it may promise something.
        is_named: Whether only its name tells it, which has a capital.
    """

    lemma: str
    kind: PartyKind
    is_people: bool
    may_promise: bool
    is_named: bool


class FoundBody(NamedTuple):
    """A body, the first and the last of its words, and whether it owns the next."""

    body: Body
    first: int
    last: int
    is_genitive: bool


def find_bodies(words: Sequence[Word]) -> Iterator[FoundBody]:
    """Find the bodies that some words name, in their order."""
    # What only a name tells must not stand in the way of what lies within it.
    hits = (
        hit
        for hit in _patterns().hits(words)
        if words[hit.first].is_capitalised or not _bodies()[hit.pattern].is_named
    )
    for hit in outermost(hits):
        owns = _is_genitive(hit.pattern, words[hit.last])
        yield FoundBody(_bodies()[hit.pattern], hit.first, hit.last, owns)


def _is_genitive(form: str, word: Word) -> bool:
    """Tell "skolans" from "fritids": only of the first there is a form without s."""
    is_free = form.endswith("*") or form.removesuffix("s") in _bodies()
    return is_free and word.text.endswith("s")


@cache
def _bodies() -> dict[str, Body]:
    bodies = dict[str, Body]()
    for lemma, kind, forms, *cells in table("bodies"):
        holds = listed(*cells)
        body = Body(
            lemma,
            PartyKind(kind),
            is_people="people" in holds,
            may_promise="promises" in holds,
            is_named="name" in holds,
        )
        bodies |= dict.fromkeys(listed(forms), body)
    return bodies


@cache
def _patterns() -> Patterns:
    return Patterns(_bodies())
