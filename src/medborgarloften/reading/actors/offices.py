"""Offices that people sign for and answer for: "tf. lokalpolisområdeschef"."""

from __future__ import annotations

import re
from functools import cache

from medborgarloften.model import PartyKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.wildcards import any_of

__all__ = ["indefinite", "offices", "side_of"]

_PLACE = (
    r"[A-ZÅÄÖ][a-zåäöé]+(?:[/-][A-ZÅÄÖ][a-zåäöé]+)*(?:\s(?:norr|syd|söder|väst|öst))?"
)
_POINT = r"[Ss]ödra|[Nn]orra|[Öö]stra|[Vv]ästra|[Mm]ellersta"
_UNIT = rf"(?-i:(?:{_POINT})\s)?(?-i:{_PLACE})"


@cache
def offices() -> str:
    """Give the pattern of an office, however its letters are set.

    >>> re.fullmatch(offices(), "Tf. chef LPO Umeå") is not None
    True
    """
    words = sorted((row[1] for row in table("roles")), key=len, reverse=True)
    return (
        r"(?i:(?:(?:tf\.?|t\.\s?f\.|tillförordnade?|biträdande|bitr\.|vice|förste|nye|nya|dåvarande)\s+)?"
        rf"(?:chef(?:en)?\s+(?:för\s+|i\s+|på\s+)?(?:lokalpolisområdet?|polisområdet?|lpo)\s+{_UNIT}"
        rf"|(?:{any_of(words)})))"
    )


def side_of(office: str) -> PartyKind | None:
    """Tell whether an office is with the police or with the municipality."""
    folded = office.casefold()
    if "polis" in folded or "lpo" in folded.split():
        return PartyKind.POLICE
    if "kommun" in folded:
        return PartyKind.MUNICIPALITY
    known = (row for row in table("roles") if row[0] != "-")
    return next(
        (PartyKind(kind) for kind, words in known if _begins(folded, words)), None
    )


def _begins(office: str, words: str) -> bool:
    return office.startswith(words) or office.endswith(words)


def indefinite(office: str) -> str:
    """Write an office as an office and not as its holder: without "-en", "-et".

    >>> indefinite("kommunalrådet"), indefinite("tf. lokalpolisområdeschefen")
    ('kommunalråd', 'tf. lokalpolisområdeschef')
    """
    for ending in ("en", "et", "n"):
        base = office.removesuffix(ending)
        if base != office and re.fullmatch(offices(), base):
            return base
    return office
