"""Who is spoken of, and who of them promises.

A page names its parties in many ways: "Polisen", "LPO Karlstad", "Laxå kommun",
"kommunen", "Västtrafik", "vi".  `find_mentions` finds them; `find_promisors`
tells which of them make a promise, by where they stand in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import evolve, frozen

from medborgarloften.model import PartyKind, slug
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reference import find_municipalities, municipality_by_code

__all__ = [
    "ALL_PARTIES",
    "Mention",
    "Promisors",
    "find_mentions",
    "find_promisors",
    "is_labelled",
    "is_vow",
    "owners_of",
]

# "Vi", "tillsammans", "parterna": all who enter into the agreement.
ALL_PARTIES = "all"


@frozen
class Mention:
    """Somebody spoken of, and where.

    Attributes:
        start: The first code point.
        end: The code point after the last.
        kind: What sort of body it is.
        name: The words as written.
        code: The kommunkod, of a municipality that is named.
        id: What its party is called: ``"police"``, a slug, or `ALL_PARTIES`;
            empty for "kommunen", which only the page can tell.
        genitive: Whether it owns what follows: "polisens närvaro".
    """

    start: int
    end: int
    kind: PartyKind
    name: str
    id: str
    code: str | None = None
    genitive: bool = False

    @property
    def is_named_as_body(self) -> bool:
        """Whether it cannot be a place: "Laxå kommun", but not "Laxå"."""
        return self.kind is not PartyKind.MUNICIPALITY or bool(_BODY.search(self.name))


_BODY = re.compile(r"kommun|\bstad|\bregion", re.IGNORECASE)
_POLICE = re.compile(
    r"\b(?:"
    r"(?:[Ll]okalpolisområdet?|LPO|[Pp]olisområdet?)"
    r"(?:\s+(?:[Ss]ödra|[Nn]orra|[Öö]stra|[Vv]ästra|[Mm]ellersta))?"
    r"(?:\s+[A-ZÅÄÖ][\w-]*(?:/[A-ZÅÄÖ][\w-]*)?(?:\s+älvdal)?)"
    r"|(?:[Ll]okala\s+)?(?i:polismyndigheten|lokalpolisområdet|lokalpolisen"
    r"|kommunpolisen|kommunpolis|områdespolisen|områdespoliserna|polisen|polis)"
    r")(?P<genitive>s)?\b"
)
_MUNICIPALITY = re.compile(
    r"\b(?i:kommunerna|kommunen|kommuner|kommun|staden)(?P<genitive>s)?\b"
)
_EVERYBODY = re.compile(
    r"\b(?i:vi|båda parter|parterna|aktörerna|samtliga parter)\b(?P<genitive>)"
)


@lru_cache(maxsize=4096)  # a line is looked at by many, and for each agreement
def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find who is spoken of in *text*, in order; none stands within another.

    A municipality that only says where is nobody: "polisen i Laxå kommun".

    >>> mentions = find_mentions("Laxå kommun och polisen lovar")
    >>> [(each.name, each.id) for each in mentions]
    [('Laxå kommun', 'laxa'), ('polisen', 'police')]
    """
    found = [
        *_named_municipalities(text),
        *_matches(_POLICE, text, PartyKind.POLICE, "police"),
        *_bodies(text),
        *_matches(_MUNICIPALITY, text, PartyKind.MUNICIPALITY, ""),
        *_matches(_EVERYBODY, text, PartyKind.OTHER, ALL_PARTIES),
    ]
    # Of two at one place the longer is meant: "lokalpolisområde Hallsberg".
    found.sort(key=lambda each: (each.start, -each.end))
    apart = list[Mention]()
    for mention in found:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return tuple(each for each in apart if not _says_where(each, text))


_WHERE = re.compile(r"\b(?:i|inom|runt|kring|över|hela)\s+\Z", re.IGNORECASE)


def _says_where(mention: Mention, text: str) -> bool:
    before = max(0, mention.start - _LONGEST_LEAD)
    is_municipality = mention.kind is PartyKind.MUNICIPALITY
    return is_municipality and bool(_WHERE.search(text, before, mention.start))


def _matches(
    pattern: re.Pattern[str], text: str, kind: PartyKind, id_: str
) -> Iterator[Mention]:
    for match in pattern.finditer(text):
        genitive = bool(match["genitive"])
        yield Mention(match.start(), match.end(), kind, match[0], id_, None, genitive)


def _named_municipalities(text: str) -> Iterator[Mention]:
    for found in find_municipalities(text):
        genitive = found.how == "name" and text[found.end - 1] == "s"
        yield Mention(
            found.start,
            found.end,
            PartyKind.MUNICIPALITY,
            found.form,
            municipality_by_code(found.code).slug,
            found.code,
            # "Askersunds arbete", but "Askersunds kommun" and "Borås" are no owners.
            genitive and found.form != municipality_by_code(found.code).name,
        )


@cache
def _body_pattern() -> re.Pattern[str]:
    shapes = {"whole": "{}", "start": r"{}[\w-]*", "end": r"(?<![\w-])[\w-]*{}"}
    words = (shapes[how].format(re.escape(word)) for _, how, word in table("bodies"))
    # A body's name has a capital; "räddningstjänsten" is one without.
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _bodies(text: str) -> Iterator[Mention]:
    for match in _body_pattern().finditer(text):
        name = match[0]
        for kind, how, word in table("bodies"):
            folded = name.casefold()
            if (
                (how == "whole" and folded == word)
                or (how == "start" and folded.startswith(word))
                or (how == "end" and folded.endswith(word) and name[0].isupper())
            ):
                genitive = (
                    folded.endswith("s") and how == "start" and folded == f"{word}s"
                )
                plain_name = name[:-1] if genitive else name
                yield Mention(
                    match.start(),
                    match.end(),
                    PartyKind(kind),
                    plain_name,
                    slug(plain_name),
                    None,
                    genitive,
                )
                break


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
    r"\s*(?:,|/|&|(?:och|samt|(?:tillsammans|i samverkan|i samarbete|ihop) med)\b)"
    r"\s*(?:(?:den|de|även)\s+)?"
)
_OPENING = re.compile(
    r"(?:(?:både|såväl|även|därför|också|och|att|den|de|så)\s+)*", re.IGNORECASE
)
_VOW = (
    r"(?:lovar|lova|ska|skall|kommer|förbinder\s+sig|åtar\s+sig|åta\s+sig"
    r"|har\s+åtagit\s+sig|avger|ger|vill|avser)"
)
# What may stand between a subject and its verb: a place, or a clause in commas.
_ASIDE = (
    r"(?:\s+(?:i|på|för|inom)\s+(?:[A-ZÅÄÖ][\w-]+(?:\s+(?:kommun|stad))?|kommunen))?"
    r"\s*(?:,[^,:.]{2,80},\s*)?"
)
_THEN_VOW = re.compile(rf"{_ASIDE}{_VOW}\b")
# A plain present also promises: "Kommunen erbjuder …", "Polisen fortsätter …".
_THEN_VERB = re.compile(rf"{_ASIDE}(?:{_VOW}|finns|syns|[a-zåäö]{{2,}}r)\b")
_VOW_BEFORE = re.compile(
    rf"\b{_VOW}\s+(?:(?:därför|också|även|då)\s+)?\Z", re.IGNORECASE
)
_VOWS = re.compile(rf"\b{_VOW}\b", re.IGNORECASE)
_DONE_BY = re.compile(r"\b\w+(?:s|ad|at|da|ade|ats)\s+(?:\w+\s+)?av\s+\Z")
_BRACKETS = re.compile(r"\(([^()]{3,60})\)\s*[.:]?\s*\Z")
_RESPONSIBLE = re.compile(r"\b(?:ansvarig|ansvariga|ansvar)\s*:\s*", re.IGNORECASE)
_LONGEST_LEAD = 40


def find_promisors(text: str) -> Promisors | None:
    """Find who promises in a line; ``None`` where it does not say.

    They are its subject ("Polisen lovar att …", "så lovar kommun och polis"), its
    label ("Polis: …"), who is said to be responsible ("Ansvarig: kommunen"), who
    stands in brackets at its end, or by whom it is to be done.
    """
    mentions = find_mentions(text)
    return (
        _responsible(text, mentions)
        or _labelled(text, mentions)
        or _subject(text, mentions, _THEN_VERB)
        or _bracketed(text, mentions)
        or _named_after(_VOW_BEFORE, text, mentions)
        or _named_after(_DONE_BY, text, mentions)
    )


def owners_of(heading: str) -> Promisors | None:
    """Find who promises what stands below a heading; ``None`` where it does not say.

    >>> found = owners_of("Polisen och kommunen kommer tillsammans att:")
    >>> [each.name for each in found.mentions]
    ['Polisen', 'kommunen']
    """
    mentions = find_mentions(heading)
    return (
        _labelled(heading, mentions)
        or _subject(heading, mentions, _THEN_VOW)
        or _named_after(_VOW_BEFORE, heading, mentions)
        or _vowing(heading, mentions)
        or _described(heading)
    )


def is_labelled(text: str) -> bool:
    """Tell whether a party's label is before the words, or after them in brackets.

    >>> is_labelled("Polis: Kontroller"), is_labelled("Kontroller (polis)")
    (True, True)
    """
    mentions = find_mentions(text)
    found = _labelled(text, mentions)
    if found is None:
        return _bracketed(text, mentions) is not None
    first = found.mentions[0]
    return (
        first.start == 0
        and first.is_named_as_body
        and len(text) > found.end + len(": ")
    )


def is_vow(text: str) -> bool:
    """Tell whether a text has a verb to promise with: "lovar", "ska", "kommer att"."""
    return bool(_VOWS.search(text))


def _run_from(text: str, mentions: tuple[Mention, ...], first: int) -> Promisors:
    """Follow an enumeration of mentions from the one at *first*."""
    run = [mentions[first]]
    for mention in mentions[first + 1 :]:
        if not _JOINT.fullmatch(text, run[-1].end, mention.start):
            break
        run.append(mention)
    return Promisors(tuple(run), run[-1].end)


def _leading(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    """Find the enumeration that the line begins with."""
    opening = _OPENING.match(text)
    if not mentions or opening is None or mentions[0].start != opening.end():
        return None
    return _run_from(text, mentions, 0)


def _subject(
    text: str, mentions: tuple[Mention, ...], verb: re.Pattern[str]
) -> Promisors | None:
    found = _leading(text, mentions)
    if found is None or not verb.match(text, found.end):
        return None
    # "Kommunens kommer genomföra" is a slip; "Polisens patruller" owns something.
    vowed = bool(_THEN_VOW.match(text, found.end))
    owns = found.mentions[-1].genitive and not vowed
    return None if owns else evolve(found, vowed=vowed)


def _labelled(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    found = _leading(text, mentions)
    if found is None or not text[found.end :].lstrip().startswith(":"):
        return None
    return found


def _responsible(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    label = _RESPONSIBLE.search(text)
    return _first_from(label.end(), text, mentions) if label else None


def _bracketed(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    brackets = _BRACKETS.search(text)
    found = brackets and _first_from(brackets.start(1), text, mentions)
    if not brackets or not found or found.end < brackets.end(1):
        return None
    return found


def _first_from(
    start: int, text: str, mentions: tuple[Mention, ...]
) -> Promisors | None:
    for position, mention in enumerate(mentions):
        if mention.start == start:
            return _run_from(text, mentions, position)
    return None


def _named_after(
    cue: re.Pattern[str], text: str, mentions: tuple[Mention, ...]
) -> Promisors | None:
    for position, mention in enumerate(mentions):
        lead = max(0, mention.start - _LONGEST_LEAD)
        if not mention.genitive and cue.search(text, lead, mention.start):
            return evolve(_run_from(text, mentions, position), vowed=is_vow(text))
    return None


def _vowing(text: str, mentions: tuple[Mention, ...]) -> Promisors | None:
    """Find those whose verb is a vow, wherever they stand."""
    position = 0
    while position < len(mentions):
        found = _run_from(text, mentions, position)
        if not mentions[position].genitive and _THEN_VOW.match(text, found.end):
            return found
        position += len(found.mentions)
    return None


_DESCRIPTIONS = (
    (
        re.compile(r"\b(?:polisiär\w*|polisens)\b", re.IGNORECASE),
        PartyKind.POLICE,
        "police",
    ),
    (
        re.compile(r"\b(?:kommunal\w*|kommunens|kommunernas)\b", re.IGNORECASE),
        PartyKind.MUNICIPALITY,
        "",
    ),
    (re.compile(r"\bgemensam\w*\b", re.IGNORECASE), PartyKind.OTHER, ALL_PARTIES),
)
_DEEDS = re.compile(
    r"\b(?:arbete|insatser|aktiviteter|åtgärder|löften)\b", re.IGNORECASE
)


def _described(heading: str) -> Promisors | None:
    """Find whose deeds a heading announces: "Polisiärt arbete"."""
    if not _DEEDS.search(heading):
        return None
    for pattern, kind, id_ in _DESCRIPTIONS:
        if found := pattern.search(heading):
            mention = Mention(found.start(), found.end(), kind, found[0], id_)
            return Promisors((mention,), found.end())
    return None
