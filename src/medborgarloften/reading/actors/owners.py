"""Whose the lines below a heading are: "Polisen lovar:", "Kommunens del"."""

from __future__ import annotations

import re

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.mentions import ALL_PARTIES, Mention, find_mentions
from medborgarloften.reading.actors.parties import (
    EVERYBODY_ALONE,
    Promisors,
    everybody_named,
    labelled,
    leading,
    named_after,
    run_from,
    subject_of,
    vowing_among,
)
from medborgarloften.reading.actors.vows import (
    THEN_VOW,
    VOW_BEFORE,
)

__all__ = [
    "bare_owners",
    "loose_owners",
    "owners_of",
]


def bare_owners(text: str) -> Promisors | None:
    """Find who a heading, an item or a label only names; ``None`` if it says more.

    >>> found = bare_owners("Polisen och kommunen tillsammans med båtklubbarna:")
    >>> [each.name for each in found.mentions]
    ['Polisen', 'kommunen']
    """
    if everybody := EVERYBODY_ALONE.fullmatch(text):
        return Promisors((everybody_named(everybody),), everybody.end("who"))
    found = leading(text, find_mentions(text))
    if found is None or not _NAMED_ALONE.fullmatch(text, found.end):
        return None
    return found


_NAMED_ALONE = re.compile(
    r"(?:\s+(?:tillsammans|gemensamt|i\s+samverkan|i\s+samarbete)(?:\s+med\s[^.:]*)?)?\s*[.:]?",
    re.IGNORECASE,
)


def owners_of(heading: str) -> Promisors | None:
    """Find who promises what stands below a heading; ``None`` where it does not say.

    >>> found = owners_of("Polisen och kommunen kommer tillsammans att:")
    >>> [each.name for each in found.mentions]
    ['Polisen', 'kommunen']
    """
    mentions = find_mentions(heading)
    return (
        labelled(heading, mentions)
        or subject_of(heading, mentions, THEN_VOW)
        or named_after(VOW_BEFORE, heading, mentions)
        or vowing_among(heading, mentions)
        or _described(heading)
    )


def loose_owners(heading: str) -> Promisors | None:
    """Find who a short heading speaks of: "Det här står polisen för"."""
    mentions = tuple(
        each
        for each in find_mentions(heading)
        if each.is_named_as_body and not _begins_name(each, heading)
    )
    is_short = len(heading.split()) <= _MOST_WORDS_OF_OWNERS
    if not mentions or not is_short or _SEES.search(heading):
        return None
    return run_from(heading, mentions, 0)


def _begins_name(mention: Mention, heading: str) -> bool:
    """Tell whether an owner is a part of another's name: "Stadens Parkering"."""
    following = heading[mention.end + 1 : mention.end + 2]
    return mention.genitive and following.isupper()


_MOST_WORDS_OF_OWNERS = 6
# "Vi ser att", "Vad vill vi?": what follows is no deed.
_SEES = re.compile(
    r"\b(?:ser|såg|hör|hörde|vet|har|fick|tycker|anser|vill|upplever|märker)\b|\?\s*\Z",
    re.IGNORECASE,
)


def _described(heading: str) -> Promisors | None:
    """Find whose deeds a heading announces: "Polisiärt arbete"."""
    if not _DEEDS.search(heading):
        return None
    found = [
        Mention(place.start(), place.end(), kind, place[0], id_)
        for pattern, kind, id_ in _DESCRIPTIONS
        if (place := pattern.search(heading))
    ]
    return Promisors(tuple(found), found[0].end) if found else None


_DESCRIPTIONS = (
    (
        re.compile(
            r"\b(?:polisiär\w*|polisens|(?:från|av)\s+polisen)\b", re.IGNORECASE
        ),
        PartyKind.POLICE,
        "police",
    ),
    (
        re.compile(
            r"\b(?:kommunal[ta]?|kommunens|kommunernas|(?:från|av)\s+kommunen)\b",
            re.IGNORECASE,
        ),
        PartyKind.MUNICIPALITY,
        "",
    ),
    (re.compile(r"\bgemensam\w*\b", re.IGNORECASE), PartyKind.OTHER, ALL_PARTIES),
)
_DEEDS = re.compile(
    r"\b(?:arbete|insatser|aktiviteter|åtgärder|löften|löfte|åtaganden?|bidrag|uppdrag"
    r"|ansvar|del|roll|uppgifter|punkter)\b",
    re.IGNORECASE,
)
