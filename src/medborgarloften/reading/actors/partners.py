"""Who takes part in a promise without making it.

Partners follow words like "i samverkan med" and "tillsammans med", or stand
before "samverkar"; who only receives something is none.  The cues, the bodies
and the words before them are data, in ``data/partner_*.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from attrs import frozen

from medborgarloften.model import PartyKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Patterns, listed, outermost
from medborgarloften.reading.text.words import Word, words_of

__all__ = ["FoundPartner", "find_partners"]


class FoundPartner(NamedTuple):
    """Somebody who takes part.

    Attributes:
        start: The first code point of the words.
        end: The code point after the last.
        words: The words as written, without what place they are in.
        lemma: The word they are known by ("skola" for "skolorna"), or else the
            words themselves; a named body without its genitive.
        kind: What sort of body they are.
        is_company: Whether they only help: "tillsammans med skolan", and not
            "kontakter med skolan".
    """

    start: int
    end: int
    words: str
    lemma: str
    kind: PartyKind
    is_company: bool


@lru_cache(maxsize=64)
def find_partners(text: str) -> tuple[FoundPartner, ...]:
    """Find who takes part, in the order they are named.

    >>> found = find_partners("Hålla möten i samverkan med skolorna och Västtrafik.")
    >>> [(partner.lemma, partner.kind.value) for partner in found]
    [('skola', 'school'), ('Västtrafik', 'public_transport')]
    """
    words = words_of(text)
    lists = _Lists(words)
    return tuple(
        FoundPartner(
            start := words[body.first].start,
            end := words[body.last].end,
            text[start:end],
            body.lemma or text[start:end],
            body.kind,
            cue.is_company and not body.is_people,
        )
        for cue, body in lists.bodies()
    )


class _Cue(NamedTuple):
    """Words after which partners are named, and what is asked of these."""

    only_known: bool
    is_company: bool
    then: frozenset[str]


class _Body(NamedTuple):
    """Words that name one body, and the word after them and what it owns."""

    first: int
    last: int
    after: int
    lemma: str | None
    kind: PartyKind = PartyKind.OTHER
    known: _Known | None = None

    @property
    def is_people(self) -> bool:
        return self.known is not None and self.known.is_people


class _Known(NamedTuple):
    """A body that the table knows."""

    lemma: str
    kind: PartyKind
    is_people: bool


@frozen(eq=False)
class _Lists:
    """The lists of bodies that follow cues in a promise."""

    words: Sequence[Word]

    def bodies(self) -> Iterator[tuple[_Cue, _Body]]:
        for hit in outermost(_cue_patterns().hits(self.words)):
            cue = _cues()[hit.pattern]
            listed = list(islice(self.listed(hit.last + 1, cue), _LONGEST_LIST))
            if listed and (not cue.then or self.text(listed[-1].after) in cue.then):
                yield from ((cue, body) for body in listed)

    def listed(self, at: int, cue: _Cue) -> Iterator[_Body]:
        """Yield the bodies of a list, up to what cannot belong to it."""
        body = self.body_at(at)
        if body is None or (cue.only_known and body.known is None):
            return
        while body is not None and not (body.is_people and not cue.is_company):
            yield body
            following = self.next_in_list(body.after)
            body = None if following is None else self.body_at(following)
            if body and body.known is None and not self.goes_on(body):
                return

    def goes_on(self, body: _Body) -> bool:
        """Tell whether words that the table does not know can be a list's next."""
        separator, name = self.text(body.first - 1), self.words[body.last]
        return (
            name.is_capitalised
            or body.last > body.first
            or (separator != "," and not name.text.endswith("a"))
            or self.text(body.after) in {"och", "samt"}
        )

    def body_at(self, at: int) -> _Body | None:
        """Read one body's words: fillers aside, attributes and all."""
        manners = _manners()
        while manners.get(self.text(at)) == "filler":
            at += 1
        head, other = at, False
        while (manner := manners.get(self.text(head))) in {"attribute", "other"}:
            other = other or manner == "other"
            head += 1
        known = self.known.get(head)
        if known is not None:
            last, what = known
            if other:  # "andra kommuner" are not the municipality of the page
                what = what._replace(lemma="", kind=PartyKind.OTHER)
            after = self.after_owned(last)
            if after == last + 1 and self.is_name(after):
                # "Räddningstjänsten Syd" is known by its name
                return self.named(at, last)._replace(kind=what.kind, known=what)
            return _Body(at, last, after, what.lemma, what.kind, what)
        if self.is_name(head):
            return self.named(at, head)
        if self.is_noun(head):
            return _Body(at, head, head + 1, None)
        return _Body(at, head - 1, head, None) if head > at else None

    def named(self, first: int, at: int) -> _Body:
        """Read a name of capitalised words: "Ortens kommun", "Region Norr"."""
        last = at
        while self.is_name(last + 1):
            last += 1
        if self.text(last + 1) in _MUNICIPAL:
            return _Body(first, last + 1, last + 2, None, PartyKind.MUNICIPALITY)
        after = self.after_owned(last)
        owner = self.words[last].written[:-1] if after > last + 1 else None
        return _Body(first, last, after, owner)

    def after_owned(self, owner: int) -> int:
        """Go past what a body in the genitive owns: "Västtrafiks trygghetsvärdar"."""
        # A verb in the infinitive ends with a, what is owned seldom does.
        owns = (
            self.text(owner).endswith("s")
            and self.is_noun(owner + 1)
            and not self.text(owner + 1).endswith("a")
        )
        return owner + 2 if owns else owner + 1

    def next_in_list(self, at: int) -> int | None:
        """Go past the place a body is in, and what parts it from the next."""
        place = at
        if self.text(place) in {"i", "på"} and self.is_name(place + 1):
            while self.is_name(place + 1) or self.text(place + 1) in _MUNICIPAL:
                place += 1
            place += 1
        at = place if self.text(place) in _SEPARATORS else at
        if self.text(at) not in _SEPARATORS:
            return None
        while self.text(at) in _SEPARATORS:
            at += 1
        return at

    def is_name(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].is_capitalised

    def is_noun(self, at: int) -> bool:
        word = self.text(at)
        return word.isalpha() and word not in _no_nouns() and word not in _manners()

    def text(self, at: int) -> str:
        return self.words[at].text if at < len(self.words) else ""

    @cached_property
    def known(self) -> dict[int, tuple[int, _Known]]:
        """The bodies that the table knows, by the word they begin at."""
        found = outermost(_body_patterns().hits(self.words))
        return {hit.first: (hit.last, _known_bodies()[hit.pattern]) for hit in found}


_LONGEST_LIST = 25
_SEPARATORS = frozenset({",", "/", "&", "och", "samt", "eller"})
_MUNICIPAL = frozenset({"kommun", "kommuner", "stad", "kommunen"})


@cache
def _cues() -> dict[str, _Cue]:
    return {
        words: _Cue(who == "known", part == "company", frozenset(listed(*then)))
        for words, who, part, *then in table("partner_cues")
    }


@cache
def _cue_patterns() -> Patterns:
    return Patterns(_cues())


@cache
def _known_bodies() -> dict[str, _Known]:
    return {
        form: _Known(lemma, PartyKind(kind), people == ["people"])
        for lemma, kind, forms, *people in table("partner_lemmas")
        for form in listed(forms)
    }


@cache
def _body_patterns() -> Patterns:
    return Patterns(_known_bodies())


@cache
def _manners() -> dict[str, str]:
    return {row[0]: row[1] for row in table("partner_attributes")}


@cache
def _no_nouns() -> frozenset[str]:
    return frozenset(word for (cell,) in table("noun_ends") for word in listed(cell))
