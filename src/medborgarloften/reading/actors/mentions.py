"""Who is spoken of: police, municipalities, other bodies, and "vi".

A page names its parties in many ways: "Polisen", "LPO Karlstad", "Laxå kommun",
"kommunen", "Västtrafik", "vi".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from medborgarloften.model import PartyKind, slug
from medborgarloften.reading.actors.bodies import find_bodies
from medborgarloften.reading.text.words import Word, words_of
from medborgarloften.reference import find_municipalities, municipality_by_code

__all__ = [
    "ALL_PARTIES",
    "Mention",
    "find_mentions",
    "municipalities_in",
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
    def is_party(self) -> bool:
        """Whether it is of the kind that enters into agreements."""
        is_one = self.kind in {PartyKind.POLICE, PartyKind.MUNICIPALITY}
        return is_one or self.id == ALL_PARTIES

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
    r"|(?:[Ll]okala\s+)?(?i:polismyndigheten|lokalpolisområdet"
    r"|(?:lokal|kommun|områdes|trafik|gräns|när)polis(?:erna|en|er)?|polisen|poliserna|poliser|polispatruller|polispatrull|polis)"
    r")(?P<genitive>s)?\b"
)
# A scanner reads "m" as "rn".
_MUNICIPALITY = re.compile(
    r"\b(?i:ko(?:m|rn)(?:m|rn)un(?:erna|en|er)?|staden)(?P<genitive>s)?\b"
)
_EVERYBODY = re.compile(
    r"\b(?i:vi|(?:de\s+)?båda\s+parter(?:na)?|parterna|aktörerna|(?:samtliga|alla)\s+parter"
    r"|bägge\s+parter(?:na)?|alla\s+(?:tre|fyra|fem|sex))\b(?P<genitive>)"
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


# How far a word reaches that says where.
_LONGEST_LEAD = 40
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


# A page with many agreements asks for each of its lines many times.
municipalities_in = lru_cache(maxsize=4096)(find_municipalities)


def _named_municipalities(text: str) -> Iterator[Mention]:
    for found in municipalities_in(text):
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


def _bodies(text: str) -> Iterator[Mention]:
    """Find the other bodies that may promise, with all of their names.

    A name may begin before the word that tells it and go on after it: "Nya
    Bostäder AB", "Region Halland".
    """
    words = words_of(text)
    for body, first, last, is_genitive in find_bodies(words):
        if not body.may_promise:
            continue
        begin, end = first, last
        while body.is_named and _are_one_name(words, begin - 1, first):
            begin -= 1
        while not is_genitive and _are_one_name(words, end, first):
            end += 1
        start, stop = words[begin].start, words[end].end - is_genitive
        name = text[start:stop]
        is_bare = (begin, end) == (first, last)
        id_ = slug(body.lemma if is_bare and body.lemma else name)
        own = body.kind is PartyKind.MUNICIPALITY
        yield Mention(
            start, stop, body.kind, name, "" if own else id_, None, is_genitive
        )


# A line of capitals only would otherwise be one name, and each word in it tell so.
_MOST_WORDS_OF_A_NAME = 8


def _are_one_name(words: Sequence[Word], at: int, core: int) -> bool:
    """Tell whether a word and the next are of one name: both with capitals, close.

    They must not stand far from the *core* of the name, the word that tells it.
    """
    if not 0 <= at < len(words) - 1 or abs(at - core) >= _MOST_WORDS_OF_A_NAME:
        return False
    word, following = words[at], words[at + 1]
    are_close = following.start == word.end + 1
    are_names = word.is_capitalised and following.is_capitalised
    return are_close and are_names and not _POLICE.fullmatch(word.written)
