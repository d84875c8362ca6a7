"""The parties of an agreement, and what a mention of somebody means among them.

"Kommunen" is the agreement's own municipality, "vi" is all who enter into it,
"Västtrafik" is somebody else with an id of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import define, evolve, field

from medborgarloften.model import How, Party, PartyKind, slug
from medborgarloften.reading.actors.area import name_of
from medborgarloften.reading.actors.parties import ALL_PARTIES, Mention, find_mentions
from medborgarloften.reading.actors.partners import FoundPartner
from medborgarloften.reading.evidence import Cited, cite, cite_as
from medborgarloften.reading.sections import Section, Setting
from medborgarloften.reading.text.document import Line
from medborgarloften.reference import municipality_by_code

__all__ = ["Cast", "cast_of"]

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

        Another municipality's name, left there by copying, is taken to mean this
        one, and that is marked as concluded.
        """
        found = dict[str, Cited[str]]()
        for mention in mentions:
            words = cite(line, mention.start, mention.end)
            if self._is_stranger(mention):
                self.strangers.append((mention, line))
                words = evolve(words, how=How.INFERRED)
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
            if mention.id in self.ids:
                return (mention.id,)
            known = self.id_of(PartyKind.MUNICIPALITY)
            return known or self._other(mention.kind, _A_MUNICIPALITY, words)
        return self._other(mention.kind, mention.id, words)

    def _other(self, kind: PartyKind, name: str, words: Cited[str]) -> tuple[str, ...]:
        id_ = slug(name) or slug(kind)
        if id_ in self.ids:
            return (id_,)
        party = Party(id=id_, kind=kind, name=words.value)
        self.others.setdefault(id_, (party, words))
        return (id_,)


def cast_of(settings: Sequence[Setting], codes: Sequence[str]) -> Cast:
    """Find who enters into an agreement in these municipalities.

    The police do.  The municipality does if the page speaks of it at all beside
    what explains the method; where it does not, the police promise alone.
    """
    parties = [_police(settings)]
    told = [setting for setting in settings if setting.section is not Section.METHOD]
    if any(_speaks_of_municipality(setting.line) for setting in told):
        parties += [_municipality(settings, code) for code in codes]
        if not codes:
            party = Party(
                id=_A_MUNICIPALITY, kind=PartyKind.MUNICIPALITY, name="kommunen"
            )
            parties.append((party, None))
    return Cast(tuple(parties))


# Whoever holds one of these speaks or signs for the municipality.
_OFFICE = re.compile(
    r"\bkommun(?:styrelse|alråd|chef|direktör|fullmäktige)", re.IGNORECASE
)


def _speaks_of_municipality(line: Line) -> bool:
    return bool(_OFFICE.search(line.text)) or any(
        mention.kind is PartyKind.MUNICIPALITY and mention.is_named_as_body
        for mention in find_mentions(line.text)
    )


def _police(settings: Sequence[Setting]) -> tuple[Party, Cited[str] | None]:
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


def _municipality(
    settings: Sequence[Setting], code: str
) -> tuple[Party, Cited[str] | None]:
    known = municipality_by_code(code)
    words = name_of(settings, code)
    name = words.value if words else known.kommun_name
    party = Party(id=known.slug, kind=PartyKind.MUNICIPALITY, name=name, code=code)
    return party, words
