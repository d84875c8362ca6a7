"""Where something is promised, as written.

A place is a name or a word for a place after words like "i", "på" and "vid":
"centrala delen av Orten", "skolorna i kommunen", "Storgatan"; or a numbered road.
The words are data, in ``data/place_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple, Self

from attrs import frozen

from medborgarloften.reading.actors.partners import find_partners
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Patterns, listed, outermost
from medborgarloften.reading.text.words import Word, words_of

__all__ = ["Found", "find_places"]


class Found(NamedTuple):
    """Words that were found, and where.

    Attributes:
        start: The first code point of the words.
        end: The code point after the last.
        value: The words as written, or what is meant by a part of a word.
    """

    start: int
    end: int
    value: str

    @classmethod
    def of(cls, text: str, words: Sequence[Word], first: int, last: int) -> Self:
        """Take the words from the *first* through the *last*."""
        start, end = words[first].start, words[last].end
        return cls(start, end, text[start:end])


def find_places(text: str) -> tuple[Found, ...]:
    """Find where it is to be done, each place once, in the order of the text.

    >>> found = find_places("Synas på torget i Orten och längs väg 53.")
    >>> [place.value for place in found]
    ['torget i Orten', 'väg 53']
    """
    words = words_of(text)
    partners = find_partners(text)
    helpers = {partner.end for partner in partners if partner.is_company}
    visited = {partner.start for partner in partners if not partner.is_company}
    found = dict[str, Found]()
    for first, last in _Places(words, visited).spans():
        # "socialtjänsten i Ortens kommun" says whose it is, not where to go.
        if words[max(first - 2, 0)].end not in helpers:
            place = Found.of(text, words, first, last)
            found.setdefault(place.value, place)
    return tuple(found.values())


@frozen(eq=False)
class _Places:
    """A promise's words, and where those stand who are kept in touch with."""

    words: Sequence[Word]
    visited: set[int]

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word of each place."""
        at = 0
        while at < len(self.words):
            span = self.road_at(at)
            if span is None and self.text(at - 1) in _BEFORE:
                span = self.place_at(self.after_fillers(at))
            if span is None and self.text(at - 1) == "av":
                span = self.known_at(at)  # "tillsyn av alla krogar"
            if span is None and self.words[at].start in self.visited:
                span = (
                    (at, self.with_town(self.known[at])) if at in self.known else None
                )
            while span is not None:
                yield span
                at = span[1] + 1
                span = self.next_in_list(at)
            at += 1

    def next_in_list(self, at: int) -> tuple[int, int] | None:
        if self.text(at) not in _BETWEEN or at + 1 == len(self.words):
            return None
        return self.road_at(at + 1) or self.place_at(at + 1)

    def known_at(self, at: int) -> tuple[int, int] | None:
        """Read a known word for places that is in the plural."""
        while self.text(at) in _ATTRIBUTES:
            at += 1
        last = self.known.get(at)
        is_several = last is not None and self.text(last).endswith(_PLURAL)
        return (at, self.with_town(last)) if last is not None and is_several else None

    def place_at(self, at: int) -> tuple[int, int] | None:
        while self.text(at) in _ARTICLES:
            at += 1
        head = at
        while self.text(head) in _ATTRIBUTES and head not in self.known:
            head += 1
        if head in self.known:
            return at, self.with_town(self.known[head])
        if self.is_name(head):
            return at, self.with_kind(self.name_end(head))
        if self.text(head) == "platser" and self.text(head - 1) == "de":
            return head, self.clause_end(head)
        return None

    def road_at(self, at: int) -> tuple[int, int] | None:
        word, following = self.words[at], self.text(at + 1)
        if word.text in _ROADS and following.isdecimal():
            return at, at + 1
        european = word.written[0] == "E" and word.written[1:].isdecimal()
        return (at, at) if european else None

    def after_fillers(self, at: int) -> int:
        """Go past ", bland annat," and the like."""
        while self.text(at) in _FILLERS:
            at += 1
        return at

    def with_kind(self, last: int) -> int:
        """Go on past what a name is of: "Storbys centrum", "Almby skola"."""
        follower = last + 1
        if follower not in self.known or self.text(last) in _MUNICIPAL:
            return last
        return self.with_town(self.known[follower])

    def with_town(self, last: int) -> int:
        """Go on past "av Orten" and "i kommunen"."""
        if self.text(last + 1) in _WITHIN:
            if self.is_name(last + 2):
                return self.with_second(last, self.name_end(last + 2))
            if self.text(last + 2) in {"kommunen", "staden", "stan"}:
                return last + 2
        if self.text(last + 1) == "mellan" and self.text(last + 3) == "och":
            # "gångvägen mellan Storby och centrum"
            return min(last + 4, len(self.words) - 1)
        return self.name_end(last + 1) if self.is_name(last + 1) else last

    def with_second(self, last: int, town: int) -> int:
        """Go on past a second town of several places: "skolorna i Storby och Ekby"."""
        is_several = self.text(last).endswith("na") and self.text(town + 1) == "och"
        both = is_several and self.text(last + 1) == "i" and self.is_name(town + 2)
        return self.name_end(town + 2) if both else town

    def name_end(self, last: int) -> int:
        while self.is_name(last + 1):
            last += 1
        return last + 1 if self.text(last + 1) in _MUNICIPAL else last

    def clause_end(self, at: int) -> int:
        while self.text(at + 1)[:1].isalpha() and self.text(at + 1) not in _BETWEEN:
            at += 1
        return at

    def is_name(self, at: int) -> bool:
        """Tell whether a word is a name: not an abbreviation, a label or a weekday."""
        return (
            at < len(self.words)
            and self.words[at].is_capitalised
            and not self.words[at].written[1:2].isupper()
            and self.text(at + 1) != ":"
            and at not in self.known_as_none
        )

    def text(self, at: int) -> str:
        return self.words[at].text if 0 <= at < len(self.words) else ""

    @cached_property
    def known(self) -> dict[int, int]:
        """The last word of each known word for a place, by its first."""
        hits = outermost(_place_patterns().hits(self.words))
        return {hit.first: hit.last for hit in hits}

    @cached_property
    def known_as_none(self) -> set[int]:
        return {hit.first for hit in _no_place_patterns().hits(self.words)}


_BEFORE = frozenset(
    {"i", "på", "vid", "runt", "kring", "längs", "utanför", "omkring", "inom", "utmed"}
    | {"utefter", "inne", "bakom", "nära", "genom", "besöka", "besöker"}
)
_BETWEEN = frozenset({",", "och", "samt", "eller", "/"})
_ARTICLES = frozenset({"de", "den", "det", "både", "våra", "olika"})
_ATTRIBUTES = frozenset(
    {"samtliga", "alla", "övriga", "centrala", "kommunens", "varje", "norra", "södra"}
    | {
        "östra",
        "västra",
        "inre",
        "yttre",
        "hela",
        "gamla",
        "nya",
        "ortens",
        "stora",
        "båda",
        "respektive",
    }
    | {"lilla"}
)
_FILLERS = frozenset({",", "bland", "annat", "främst", "särskilt", "exempelvis"})
_WITHIN = frozenset({"i", "av", "på", "vid", "kring", "under"})
_PLURAL = ("er", "or", "ar", "en", "na")
_MUNICIPAL = frozenset({"kommun", "stad"})
_ROADS = frozenset({"lv", "rv", "länsväg", "riksväg", "väg"})


@cache
def _place_patterns() -> Patterns:
    return Patterns(word for (words,) in table("place_words") for word in listed(words))


@cache
def _no_place_patterns() -> Patterns:
    return Patterns(word for (word,) in table("no_places"))
