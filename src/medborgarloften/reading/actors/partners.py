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
from medborgarloften.reading.actors.bodies import Body, find_bodies
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
    may_be_named: bool
    is_company: bool
    then: frozenset[str]
    deeds: tuple[str, ...]


class _Body(NamedTuple):
    """Words that name one body, and the word after them and what it owns."""

    first: int
    last: int
    after: int
    lemma: str | None
    kind: PartyKind = PartyKind.OTHER
    known: Body | None = None

    @property
    def is_people(self) -> bool:
        return self.known is not None and self.known.is_people


@frozen(eq=False)
class _Lists:
    """The lists of bodies that follow cues in a promise."""

    words: Sequence[Word]

    def bodies(self) -> Iterator[tuple[_Cue, _Body]]:
        for hit in outermost(_cue_patterns().hits(self.words)):
            cue = _cues()[hit.pattern]
            if cue.deeds and not self.does_before(hit.first, cue.deeds):
                continue
            listed = list(islice(self.listed(hit.last + 1, cue), _LONGEST_LIST))
            if listed and (not cue.then or self.text(listed[-1].after) in cue.then):
                yield from ((cue, body) for body in listed)

    def does_before(self, at: int, deeds: tuple[str, ...]) -> bool:
        """Tell whether what is done together is named shortly before a place."""
        for place in range(at - 1, max(at - _FARTHEST_DEED, 0) - 1, -1):
            if self.text(place) in _SENTENCE_ENDS:
                return False
            if self.text(place).endswith(deeds):
                return True
        return False

    def listed(self, at: int, cue: _Cue) -> Iterator[_Body]:
        """Yield the bodies of a list, up to what cannot belong to it."""
        body = self.body_at(at)
        if body is None or not self.suits(body, cue):
            return
        while body is not None and not (body.is_people and not cue.is_company):
            body = self.with_place(body)
            yield body
            following = self.next_in_list(body.after)
            body = None if following is None else self.body_at(following)
            if body and body.known is None and not self.goes_on(body):
                return

    def suits(self, body: _Body, cue: _Cue) -> bool:
        """Tell whether a cue may name such a body."""
        named = cue.may_be_named and self.is_name(body.last) and self.is_noun(body.last)
        return body.known is not None or named or not cue.only_known

    def with_place(self, body: _Body) -> _Body:
        """Go on past where people are from: "flickor från Ekens fritidsgård"."""
        at = body.after
        if self.text(at) not in _FROM or not self.is_name(at + 1):
            return body
        last = self.named(at + 1, at + 1).last
        return body._replace(last=last, after=last + 1)

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
        stop = at + _MOST_ASIDE
        while at < stop and manners.get(self.text(at)) == "filler":
            at += 1
        head, said = at, set[str]()
        while head < stop and (
            (manner := manners.get(self.text(head), "")) in _BEFORE_A_NOUN
        ):
            said.add(manner)
            head += 1
        if head in self.known:
            _, what = self.known[head]
            if "own" in said and what.is_people:
                return None  # "ungdomar … tillsammans med sina föräldrar"
            return self.known_at(at, head, is_other="other" in said)
        if self.is_name(head):
            return self.named(at, head)
        if not self.is_noun(head):
            return _Body(at, head - 1, head, None) if head > at else None
        if self.is_name(head + 1):
            return self.named(head + 1, head + 1)  # "klubben Ekens MK"
        return _Body(at, head, head + 1, None)

    def known_at(self, at: int, head: int, *, is_other: bool) -> _Body:
        """Read the words of a body that the table knows, and what it owns."""
        last, what = self.known[head]
        if is_other:  # "andra kommuner" are not the municipality of the page
            what = what._replace(lemma="", kind=PartyKind.OTHER)
        elif what.kind is PartyKind.MUNICIPALITY and not what.lemma:
            what = what._replace(kind=PartyKind.OTHER)  # one of its departments
        after = self.after_owned(last)
        if after == last + 1 and self.is_name(after):
            # "Räddningstjänsten Syd" is known by its name, and so is
            # "bostadsbolaget Ekhem"
            first, name = (at, last) if self.is_name(last) else (after, after)
            return self.named(first, name)._replace(kind=what.kind, known=what)
        if what.kind in _OWNERS and after > last + 1 and after - 1 in self.known:
            owned, worker = self.known[after - 1]  # "kommunens fältare"
            return _Body(at, owned, owned + 1, worker.lemma, worker.kind, worker)
        is_worker = after > last + 1 and self.text(after - 1).endswith(_WORKERS)
        if what.kind is PartyKind.MUNICIPALITY and is_worker:
            return _Body(at, after - 1, after, None)  # "kommunens alkoholhandläggare"
        if self.is_owner(last):  # "SL:s värdar"
            return _Body(at, last + 3, last + 4, None, what.kind, what)
        return _Body(at, last, after, what.lemma or None, what.kind, what)

    def named(self, first: int, at: int) -> _Body:
        """Read a name of capitalised words: "Ortens kommun", "Region Norr"."""
        last = at
        while self.is_name(last + 1):
            last += 1
        if self.text(last + 1) in _MUNICIPAL:
            return _Body(first, last + 1, last + 2, None, PartyKind.MUNICIPALITY)
        if self.is_owner(last):
            return _Body(first, last + 3, last + 4, None)
        if last + 1 in self.known and not self.text(last).endswith("s"):
            end, what = self.known[last + 1]  # "Ekby byalag"
            return _Body(first, end, end + 1, None, what.kind, what)
        after = self.after_owned(last)
        if after > last + 1 and after - 1 in self.known:
            owned, worker = self.known[after - 1]  # "Storbys nattvandrare"
            return _Body(first, owned, owned + 1, None, worker.kind, worker)
        owner = self.words[last].written[:-1] if after > last + 1 else None
        return _Body(first, last, after, owner)

    def is_owner(self, last: int) -> bool:
        """Tell whether ":s" and what is owned follow: "SL:s värdar"."""
        return self.is_genitive(last) and self.owns(last + 3)

    def is_genitive(self, last: int) -> bool:
        return self.text(last + 1) == ":" and self.text(last + 2) == "s"

    def owns(self, at: int) -> bool:
        """Tell whether what is owned may be who takes part: values, but no meetings."""
        return self.is_noun(at) and not self.text(at).endswith(_MEETINGS)

    def after_owned(self, owner: int) -> int:
        """Go past what a body in the genitive owns: "Västtrafiks trygghetsvärdar"."""
        if self.is_genitive(owner):
            return owner + 3
        if not self.text(owner).endswith("s"):
            return owner + 1
        first, last = owner + 1, owner + 1
        if self.text(first + 1) == "-" and self.text(first + 2) == "och":
            last = first + 3  # "Norrbygdens brand- och räddningsförbund"
        # A verb in the infinitive ends with a, what is owned seldom does.
        is_owned = self.owns(last) and not self.text(last).endswith("a")
        return last + 1 if self.is_noun(first) and is_owned else owner + 1

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
        return (
            at < len(self.words)
            and self.words[at].is_capitalised
            and (self.text(at + 1) != ":" or self.text(at + 2) == "s")  # no label
        )

    def is_noun(self, at: int) -> bool:
        word = self.text(at)
        return word.isalpha() and word not in _no_nouns() and word not in _manners()

    def text(self, at: int) -> str:
        return self.words[at].text if at < len(self.words) else ""

    @cached_property
    def known(self) -> dict[int, tuple[int, Body]]:
        """The bodies that the table knows, by the word they begin at."""
        # Where two rows fit the same words, a name tells most, then a lemma.
        found = sorted(
            find_bodies(self.words),
            key=lambda each: (each.body.is_named, bool(each.body.lemma)),
        )
        return {each.first: (each.last, each.body) for each in found}


_LONGEST_LIST = 25
# Without a bound "bl.a. bl.a. bl.a. …" would be gone through from each of its words.
_MOST_ASIDE = 25
_FARTHEST_DEED = 12
_SENTENCE_ENDS = frozenset({".", ":", ";"})
_OWNERS = frozenset({PartyKind.POLICE, PartyKind.MUNICIPALITY})
_BEFORE_A_NOUN = frozenset({"attribute", "other", "own"})
_WORKERS = ("are", "personal", "assistent", "assistenter", "värd", "värdar", "team")
_MEETINGS = ("träff", "träffar", "möte", "möten")
_SEPARATORS = frozenset({",", "/", "&", "och", "samt", "eller"})
_FROM = frozenset({"från", "kring", "runt"})
_MUNICIPAL = frozenset({"kommun", "kommuner", "stad", "kommunen"})


@cache
def _cues() -> dict[str, _Cue]:
    cues = dict[str, _Cue]()
    for words, who, part, *more in table("partner_cues"):
        then, deeds = [*map(listed, more), (), ()][:2]
        is_known, is_named = who != "any", who == "named"
        company = part == "company"
        cues[words] = _Cue(is_known, is_named, company, frozenset(then), deeds)
    return cues


@cache
def _cue_patterns() -> Patterns:
    return Patterns(_cues())


@cache
def _manners() -> dict[str, str]:
    return {row[0]: row[1] for row in table("partner_attributes")}


@cache
def _no_nouns() -> frozenset[str]:
    return frozenset(word for (cell,) in table("noun_ends") for word in listed(cell))
