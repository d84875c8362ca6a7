"""Who promises, as one line says it.

`find_promisors` tells who of those spoken of make a promise, by where they stand
in its sentence: its subject, its label, who stands in brackets at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from attrs import evolve, frozen

from medborgarloften.model import PartyKind, slug
from medborgarloften.reading.actors.mentions import ALL_PARTIES, Mention, find_mentions
from medborgarloften.reading.actors.vows import (
    AND,
    DONE_BY,
    DONE_TO,
    OWNED,
    OWNED_THEN_VERB,
    PRESENT_BEFORE,
    THEN_INFINITIVE,
    THEN_VERB,
    THEN_VOW,
    THROUGH,
    VOW_BEFORE,
    is_vow,
)
from medborgarloften.reading.text.sentences import sentences

__all__ = [
    "EVERYBODY_ALONE",
    "Promisors",
    "everybody_named",
    "find_promisors",
    "is_labelled",
    "labelled",
    "leading",
    "named_after",
    "run_from",
    "runs_of",
    "somebody",
    "subject_of",
    "vowing",
    "vowing_among",
    "vows_in",
]


@frozen
class Promisors:
    """Who promises, as one line says it.

    Attributes:
        mentions: They, in its order.
        end: Where the rest of the line begins.
        vowed: Whether a verb to promise with goes with them: "lovar", "ska".
    """

    mentions: tuple[Mention, ...]
    end: int
    vowed: bool = False

    @property
    def is_everybody(self) -> bool:
        """Whether it only says "vi", or "parterna"."""
        return all(each.id == ALL_PARTIES for each in self.mentions)

    @property
    def kinds(self) -> set[PartyKind]:
        """The kinds of bodies they are."""
        return {mention.kind for mention in self.mentions}

    def moved(self, by: int) -> Promisors:
        """Count the places so many code points further on."""
        mentions = (
            evolve(each, start=each.start + by, end=each.end + by)
            for each in self.mentions
        )
        return evolve(self, mentions=tuple(mentions), end=self.end + by)


# Between two who promise together: "polisen, kommunen och Västtrafik", "polisen
# tillsammans med kommunen".
_JOINT = re.compile(
    r"\s*(?:,|/|&|(?:och|samt"
    r"|(?P<with>(?:tillsammans|i samverkan|i samarbete|ihop) med))\b)"
    r"\s*(?:(?:den|de|även)\s+)?"
)
_OPENING = re.compile(
    r"(?:(?:både|såväl|även|därför|också|och|att|den|de|så)\s+)*", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^()]{3,60})\)\s*[.:]?\s*\Z")
_RESPONSIBLE = re.compile(
    r"\b(?:ansvarig|ansvariga|ansvar|vem|vilka|utförare|utförs\s+av|genomförs\s+av|aktör|aktörer)"
    r"\s*:\s*",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"[A-ZÅÄÖ][\w-]*(?: [A-ZÅÄÖ][\w-]*)*")
_LONGEST_LEAD = 60


def find_promisors(text: str) -> Promisors | None:
    """Find who promises in a line; ``None`` where it does not say.

    They are its subject ("Polisen lovar att …", "så lovar kommun och polis"), its
    label ("Polis: …"), who is said to be responsible ("Ansvarig: kommunen"), who
    stands in brackets at its end, or by whom it is to be done.
    """
    mentions = find_mentions(text)
    return (
        _responsible(text, mentions)
        or labelled(text, mentions)
        or subject_of(text, mentions, THEN_VERB)
        or _bracketed(text, mentions)
        or _suffixed(text, mentions)
        or named_after(VOW_BEFORE, text, mentions)
        or named_after(DONE_BY, text, mentions)
        or named_after(THROUGH, text, mentions)
        or _inverted(text, mentions)
        or _unknown_subject(text)
        or _first_named(text, mentions)
    )


def somebody(name: str, start: int = 0) -> Promisors:
    """Take words for the name of somebody, where only their place tells that."""
    mention = Mention(start, start + len(name), PartyKind.OTHER, name, slug(name))
    return Promisors((mention,), start + len(name))


# Whoever "lovar" promises, and a company may also be to do something.
_UNKNOWN_SUBJECT = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\w&-]*(?: [A-ZÅÄÖ][\w&-]*)*)"
    r"(?=\s+(?:lovar|åtar\s+sig|förbinder\s+sig)\b)"
    r"|(?P<company>[A-ZÅÄÖ]{3,})(?=\s+(?:ska|skall|kommer\s+att)\b)"
)


def _inverted(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    """Find a party right after a verb in the present: "I byarna gör polisen …"."""
    for position, mention in enumerate(mentions):
        is_first = mention.end <= sentences(text)[0][1]
        is_subject = is_first and mention.is_party and not mention.genitive
        near = max(0, mention.start - _LONGEST_LEAD)
        if is_subject and PRESENT_BEFORE.search(text, near, mention.start):
            return run_from(text, mentions, position)
    return None


def _unknown_subject(text: str) -> Promisors | None:
    found = _UNKNOWN_SUBJECT.match(text)
    return evolve(somebody(found[0]), vowed=True) if found else None


def _first_named(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    """Take the party that a line begins with for its subject, whatever follows."""
    found = leading(text, mentions)
    is_subject = found is not None and not found.mentions[-1].genitive
    return found if found and is_subject and found.mentions[0].is_party else None


def everybody_named(found: re.Match[str]) -> Mention:
    """Make the mention of everybody of what `EVERYBODY_ALONE` found."""
    start, end = found.span("who")
    return Mention(start, end, PartyKind.OTHER, found["who"], ALL_PARTIES)


EVERYBODY_ALONE = re.compile(
    r"(?P<who>gemensam\w*|tillsammans|alla(?:\s+parter)?|samtliga|båda(?:\s+parter)?)"
    r"(?:\s+(?:åtaganden|insatser|aktiviteter|åtgärder|löften|ansvar))?\s*[.:]?",
    re.IGNORECASE,
)


def is_labelled(text: str) -> bool:
    """Tell whether a party's label is before the words, or after them in brackets.

    >>> is_labelled("Polis: Kontroller"), is_labelled("Kontroller (polis)")
    (True, True)
    """
    mentions = find_mentions(text)
    found = labelled(text, mentions)
    if found is None:
        return _bracketed(text, mentions) is not None
    first = found.mentions[0]
    return (
        first.start == 0
        and first.is_named_as_body
        and len(text) > found.end + len(": ")
    )


def runs_of(text: str) -> Iterator[tuple[Mention, ...]]:
    """Yield those who are named in one breath: "polisen, kommunen och Västtrafik"."""
    mentions = find_mentions(text)
    end = 0
    for number, mention in enumerate(mentions):
        if mention.start >= end:
            run = run_from(text, mentions, number)
            yield run.mentions
            end = run.end


def vows_in(sentence: str) -> list[tuple[int, int]]:
    """Find where each of several vows in a sentence is set off, and where it begins.

    What follows the first may do without its verb: "ska polisen mäta, kommunen
    röja och båda parter informera".

    >>> vows_in("Löftena är att polisen ska synas och att kommunen ska röja.")
    [(10, 15), (32, 41)]
    """
    found = list[tuple[int, int]]()
    for run in runs_of(sentence):
        start, end = run[0].start, run[-1].end
        near = max(0, start - _LONGEST_LEAD)
        lead = _SET_OFF.search(sentence, near, start)
        inverted = VOW_BEFORE.search(sentence, near, start)
        if inverted:
            found.append((inverted.start(), inverted.start()))
        elif (start == 0 or lead) and (
            THEN_VOW.match(sentence, end)
            or (found and THEN_INFINITIVE.match(sentence, end))
        ):
            found.append((lead.start() if lead else 0, start))
    return found


_SET_OFF = re.compile(
    r"\s*(?:[,;:–-]|\b(?:och|samt|dels)\b|\batt\b)(?:\s*\b(?:och|samt|dels|att)\b)*\s*\Z"
)


def run_from(text: str, mentions: tuple[Mention, ...], first: int) -> Promisors:
    """Follow an enumeration of mentions from the one at *first*.

    "Polisen tillsammans med kommunen" are two who promise; "polisen tillsammans med
    kyrkan" is the police, who promise, and a partner.
    """
    run = [mentions[first]]
    end = run[0].end
    is_beside = False
    for mention in islice(mentions, first + 1, None):
        joint = _JOINT.fullmatch(text, end, mention.start)
        if joint is None:
            break
        are_parties = run[0].is_party and mention.is_party
        is_beside = is_beside or (joint["with"] is not None and not are_parties)
        end = mention.end
        if not is_beside:
            run.append(mention)
    return Promisors(tuple(run), end)


def leading(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    """Find the enumeration that the line begins with."""
    opening = _OPENING.match(text)
    if not mentions or opening is None or mentions[0].start != opening.end():
        return None
    return run_from(text, mentions, 0)


def subject_of(
    text: str, mentions: tuple[Mention, ...], verb: re.Pattern[str]
) -> Promisors | None:
    """Find those whom a text begins with, if the *verb* goes with them."""
    found = leading(text, mentions)
    if found is None:
        return None
    # "Kommunens kommer genomföra" is a slip; "Polisens patruller" owns something.
    vowed = bool(THEN_VOW.match(text, found.end))
    if found.mentions[-1].genitive and not vowed:
        owned = OWNED_THEN_VERB.match(text, found.end)
        if owned is None:
            return None
        # "Kommunens fältgrupp och polisen ska …" are two.
        beside = [
            each
            for each in mentions[len(found.mentions) :]
            if each.end < owned.end() and AND.search(text, found.end, each.start)
        ]
        return Promisors((*found.mentions, *beside), found.end, is_vow(owned[0]))
    if not verb.match(text, found.end):
        return None
    # "Skolan ska besökas": the school is to be visited, and promises nothing.
    is_done_to = not found.mentions[0].is_party and DONE_TO.match(text, found.end)
    return None if is_done_to else evolve(found, vowed=vowed)


def labelled(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    """Find whose label a text begins with: "Polis: …", "Alla: …"."""
    label, colon, _ = text.partition(":")
    if colon and (everybody := EVERYBODY_ALONE.fullmatch(label)):
        return Promisors((everybody_named(everybody),), everybody.end("who"))
    found = leading(text, mentions)
    if found is None or not text[found.end :].lstrip().startswith(":"):
        return None
    return found


def _responsible(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    label = _RESPONSIBLE.search(text)
    if label is None:
        return None
    found = _first_from(label.end(), text, mentions)
    name = _SOMEBODY.match(text, label.end())
    return found or (somebody(name[0], name.start()) if name else None)


def _bracketed(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    if initials := _INITIALS.search(text):
        return _initialled(initials)
    brackets = _BRACKETS.search(text)
    found = brackets and _first_from(brackets.start(1), text, mentions)
    if not brackets or not found or found.end < brackets.end(1):
        return None
    return found


# "Kontroller på Storgatan (P)", "Sandning av gångvägar (P+K)".
_INITIALS = re.compile(r"\((?P<who>[PK](?:\s*(?:[+/,&]|och)\s*[PK])?)\)\s*[.:]?\s*\Z")


def _initialled(initials: re.Match[str]) -> Promisors:
    start, end = initials.span("who")
    kinds = {"P": (PartyKind.POLICE, "police"), "K": (PartyKind.MUNICIPALITY, "")}
    return Promisors(
        tuple(
            Mention(
                start + at, start + at + 1, kinds[letter][0], letter, kinds[letter][1]
            )
            for at, letter in enumerate(initials["who"])
            if letter in kinds
        ),
        end,
    )


# "Kontroller på Storgatan. Polis", "Sandning av gångvägar Kommun".
_SUFFIX = re.compile(
    r"[\w.)]\s+(?=(?:Polis|Kommun)(?:\s*(?:och|,|/)\s*[\w-]+(?:\s[\w-]+)?)?\s*\.?\s*\Z)"
)


def _suffixed(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    suffix = _SUFFIX.search(text, max(0, len(text) - _LONGEST_LEAD))
    return _first_from(suffix.end(), text, mentions) if suffix else None


def _first_from(
    start: int, text: str, mentions: tuple[Mention, ...]
) -> Promisors | None:
    for position, mention in enumerate(mentions):
        if mention.start == start:
            return run_from(text, mentions, position)
    return None


def named_after(
    cue: re.Pattern[str], text: str, mentions: tuple[Mention, ...]
) -> Promisors | None:
    """Find the first who are named right after a *cue*."""
    for position, mention in enumerate(mentions):
        lead = max(0, mention.start - _LONGEST_LEAD)
        # What "kommunens fältare" do is done by the municipality.
        is_owner = not mention.genitive or OWNED.match(text, mention.end)
        # "Polisen ger Laxå nya löften": a place is given them.
        may_be = mention.is_named_as_body and is_owner
        if may_be and cue.search(text, lead, mention.start):
            return evolve(run_from(text, mentions, position), vowed=is_vow(text))
    return None


def vowing(text: str) -> Promisors | None:
    """Find the first whose verb is a vow, wherever in a sentence they stand."""
    return vowing_among(text, find_mentions(text))


def vowing_among(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    """Find the first of the mentions whose verb is a vow, wherever they stand."""
    position = 0
    while position < len(mentions):
        found = run_from(text, mentions, position)
        if not mentions[position].genitive and THEN_VOW.match(text, found.end):
            return found
        position += len(found.mentions)
    return None
