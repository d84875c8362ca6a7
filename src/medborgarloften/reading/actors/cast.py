"""The parties of an agreement, and what a mention of somebody means among them.

"Kommunen" is the agreement's own municipality, "vi" is all who enter into it,
"Västtrafik" is somebody else with an id of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeAlias

from attrs import define, field, frozen

from medborgarloften.model import How, Party, PartyKind, slug
from medborgarloften.reading.actors.area import name_of
from medborgarloften.reading.actors.mentions import ALL_PARTIES, Mention, find_mentions
from medborgarloften.reading.actors.parties import runs_of
from medborgarloften.reading.actors.partners import FoundPartner
from medborgarloften.reading.evidence import Cited, cite, cite_as
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.promises.finding import Found
from medborgarloften.reading.text.document import Line
from medborgarloften.reference import municipality_by_code

__all__ = ["Cast", "Present", "cast_of"]

POLICE = "police"
_A_MUNICIPALITY = "kommun"
_CHIEF_OF_AREA = re.compile(
    r"lokalpolisområdeschef\w*\s+(?:i|för)\s+(?P<area>[A-ZÅÄÖ][\w-]+(?:/[A-ZÅÄÖ][\w-]+)?)",
    re.IGNORECASE,
)
_POLICE_AREA = re.compile(r"(?:lokalpolisområdet?|LPO)\s", re.IGNORECASE)


@define
class Cast:
    """Who enters into an agreement, and who else is met in its promises.

    Attributes:
        parties: Those who enter into it, each with the words that name them.
        others: The others, by id, as they are met.
        strangers: Municipalities named as if they were parties, that are not.
    """

    parties: tuple[tuple[Party, Cited[str] | None], ...]
    others: dict[str, tuple[Party, Cited[str]]] = field(
        factory=dict[str, tuple[Party, Cited[str]]]
    )
    strangers: list[tuple[Mention, Line]] = field(factory=list[tuple[Mention, Line]])

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the parties, in their order."""
        return tuple(party.id for party, _ in self.parties)

    def id_of(self, kind: PartyKind) -> tuple[str, ...]:
        """List the ids of the parties of one kind."""
        return tuple(party.id for party, _ in self.parties if party.kind is kind)

    def promisors(
        self, mentions: Iterable[Mention], line: Line
    ) -> dict[str, Cited[str]]:
        """Tell who the mentions in a line are, each once with the words.

        Another municipality takes part with its own name, and is noted as a stranger:
        often its name was left there by copying, which only a person can tell.
        """
        found = dict[str, Cited[str]]()
        for mention in mentions:
            words = cite(line, mention.start, mention.end)
            if self._is_stranger(mention):
                self.strangers.append((mention, line))
            for id_ in self._meant(mention, words):
                found.setdefault(id_, words)
        return found

    def partner(
        self, partner: FoundPartner, line: Line, offset: int
    ) -> tuple[str, ...]:
        """Tell who a partner is; usually one, and "kommunerna" may be several."""
        words = cite(line, offset + partner.start, offset + partner.end)
        if partner.kind is PartyKind.POLICE:
            return (POLICE,)
        if partner.kind is PartyKind.MUNICIPALITY and (
            known := self.id_of(PartyKind.MUNICIPALITY)
        ):
            return known
        return self._other(partner.kind, partner.lemma, words)

    def _is_stranger(self, mention: Mention) -> bool:
        is_named = mention.kind is PartyKind.MUNICIPALITY and mention.code is not None
        return is_named and mention.id not in self.ids

    def _meant(self, mention: Mention, words: Cited[str]) -> tuple[str, ...]:
        if mention.id == ALL_PARTIES:
            return self.ids
        if mention.kind is PartyKind.POLICE:
            return (POLICE,)
        if mention.kind is PartyKind.MUNICIPALITY:
            if mention.code is not None:
                return self._municipality(mention, words)
            known = self.id_of(PartyKind.MUNICIPALITY)
            return known or self._other(mention.kind, _A_MUNICIPALITY, words)
        return self._other(mention.kind, mention.id, words)

    def _municipality(self, mention: Mention, words: Cited[str]) -> tuple[str, ...]:
        """Tell which municipality is named, be it a party's or another."""
        if mention.id not in self.ids:
            party = Party(
                id=mention.id, kind=mention.kind, name=words.value, code=mention.code
            )
            self.others.setdefault(mention.id, (party, words))
        return (mention.id,)

    def _other(self, kind: PartyKind, name: str, words: Cited[str]) -> tuple[str, ...]:
        id_ = slug(name) or slug(kind)
        if id_ in self.ids:
            return (id_,)
        party = Party(id=id_, kind=kind, name=words.value)
        self.others.setdefault(id_, (party, words))
        return (id_,)


Entry: TypeAlias = tuple[Party, Cited[str] | None]


@frozen(eq=False)
class Present:
    """Who is spoken of on a page, told once for all its agreements.

    Attributes:
        settings: The lines of the page.
    """

    settings: Sequence[Setting]

    @cached_property
    def police(self) -> Entry:
        """The police."""
        return _police(self.settings)

    @cached_property
    def third_parties(self) -> Sequence[Entry]:
        """Those who enter into an agreement beside the police and a municipality."""
        return _third_parties(self.settings)

    @cached_property
    def is_police_alone(self) -> bool:
        """Whether the page says that this is the word of the police alone."""
        return any(_ALONE.search(setting.line.text) for setting in self.settings)

    @cached_property
    def of_municipality(self) -> Sequence[Setting]:
        """The lines that speak of a municipality."""
        return [each for each in self.settings if _speaks_of_municipality(each.line)]

    @cached_property
    def _municipalities(self) -> dict[str, Entry]:
        return {}

    def municipality(self, code: str) -> Entry:
        """Name a municipality as the page does."""
        if code not in self._municipalities:
            self._municipalities[code] = _municipality(self.settings, code)
        return self._municipalities[code]


def cast_of(
    present: Present, codes: Sequence[str], promises: Sequence[Found] = ()
) -> Cast:
    """Find who enters into an agreement in these municipalities.

    The police do.  The municipality does if it promises something, or if what
    tells of the agreement speaks of it; where it does not, or the page says that
    this is the police's word alone, they promise alone.  Others do who are named
    in one breath with both.
    """
    parties = [present.police]
    if _has_municipality(present, promises):
        parties += map(present.municipality, codes)
        if not codes:
            party = Party(
                id=_A_MUNICIPALITY, kind=PartyKind.MUNICIPALITY, name="kommunen"
            )
            parties.append((party, None))
        parties += present.third_parties
    return Cast(tuple(parties))


# Whoever holds one of these speaks or signs for the municipality.
_OFFICE = re.compile(
    r"\bkommun(?:styrelse|alråd|chef|direktör|fullmäktige)", re.IGNORECASE
)
_ALONE = re.compile(
    r"\bfrån\s+polis(?:en)?\s+till\b|\bkommunen\s+är\s+inte\s+part\b"
    r"|\bpolisens\s+(?:\w+\s+)?medborgarlöfte|\b(?:enbart|endast|bara)\s+polisens\b",
    re.IGNORECASE,
)
# Where a page tells of something else than what the parties do together.
_APART = {
    Section.METHOD,
    Section.SITUATION,
    Section.PROBLEMS,
    Section.FOLLOW_UP,
    Section.CHANNELS,
}


def _has_municipality(present: Present, promises: Sequence[Found]) -> bool:
    if any(map(_is_the_municipality_s, promises)):
        return True
    if present.is_police_alone:
        return False
    promised = {each.line.number for each in promises}
    # What nobody is named for is everybody's, of whom the page may speak anywhere.
    is_open = any(map(_is_nobody_s, promises))
    return any(
        is_open
        or (setting.section not in _APART and setting.line.number not in promised)
        for setting in present.of_municipality
    )


def _is_nobody_s(promise: Found) -> bool:
    return promise.promisors is None and promise.setting.owners is None


def _is_the_municipality_s(promise: Found) -> bool:
    owners = promise.setting.owners
    said = promise.promisors or (owners.promisors if owners else None)
    return said is not None and any(
        mention.kind is PartyKind.MUNICIPALITY for mention in said.mentions
    )


def _speaks_of_municipality(line: Line) -> bool:
    return bool(_OFFICE.search(line.text)) or any(
        mention.kind is PartyKind.MUNICIPALITY and mention.is_named_as_body
        for mention in find_mentions(line.text)
    )


_FEWEST_WITH_OTHERS = 3


def _third_parties(settings: Sequence[Setting]) -> list[Entry]:
    """Find who enters into it beside the two: "polisen, kommunen och Västtrafik".

    They are named in one enumeration, where the agreement is told of.
    """
    for setting in settings:
        line = setting.line
        if setting.section not in _TELLS_OF_AGREEMENT or line.is_item:
            continue
        for run in runs_of(line.text):
            kinds = {mention.kind for mention in run}
            is_both = {PartyKind.POLICE, PartyKind.MUNICIPALITY} <= kinds
            if is_both and len(run) >= _FEWEST_WITH_OTHERS:
                return [
                    (
                        Party(id=each.id, kind=each.kind, name=each.name),
                        cite(line, each.start, each.end),
                    )
                    for each in run
                    if not each.is_party
                ]
    return []


_TELLS_OF_AGREEMENT = {Section.LEAD, Section.AGREEMENT}


def _police(settings: Sequence[Setting]) -> Entry:
    """Name the police as exactly as the page does: its local police area, if told."""
    plain: Cited[str] | None = None
    for setting in settings:
        line = setting.line
        for mention in find_mentions(line.text):
            words = cite(line, mention.start, mention.end)
            if mention.kind is PartyKind.POLICE and not mention.genitive:
                if _POLICE_AREA.match(mention.name):
                    return _as_police(words)
                if plain is None or plain.value.casefold() == "polis":
                    plain = words
    for setting in settings:
        if chief := _CHIEF_OF_AREA.search(setting.line.text):
            name = f"lokalpolisområde {chief['area']}"
            return _as_police(
                cite_as(name, setting.line, *chief.span(), how=How.INFERRED)
            )
    return _as_police(plain) if plain else (_police_named("Polisen"), None)


def _as_police(words: Cited[str]) -> tuple[Party, Cited[str]]:
    return _police_named(words.value), words


def _police_named(name: str) -> Party:
    return Party(id=POLICE, kind=PartyKind.POLICE, name=name)


def _municipality(settings: Sequence[Setting], code: str) -> Entry:
    known = municipality_by_code(code)
    words = name_of(settings, code)
    name = words.value if words else known.kommun_name
    party = Party(id=known.slug, kind=PartyKind.MUNICIPALITY, name=name, code=code)
    return party, words
