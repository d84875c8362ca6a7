"""How the names of municipalities are sought in running text.

One expression holds every name, as a tree of letters, so that a text is walked
through once and a word that begins no name is left at its first letters.  What
stands before and after a name decides what it is a name of: "Marks kommun" is
a municipality, "Örebro län" a county, "LPO Karlstad" an area of the police.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from medborgarloften.reference._municipalities import municipalities

__all__ = ["BETWEEN", "names"]

# Letters may be composed of two characters, and then the second is no letter.
_LETTER = r"\w\u0300-\u036f"
_HYPHEN = r"\-\u2010\u2011"

# Possessive, so that no text makes the expression try a space twice.
_SAME_LINE = r"[^\S\r\n]++"
_BREAK = r"\r?\n[^\S\r\n]*+"
_GAP = rf"(?:{_SAME_LINE}(?:{_BREAK})?+|{_BREAK})"

# To ask for a letter first nearly halves the time.
_START = rf"(?=\w)(?<![{_LETTER}@\#])(?<![{_LETTER}][{_HYPHEN}])"
_END = rf"(?![{_LETTER}{_HYPHEN}]|\.se\b)"

# Before a capital the word belongs to what follows: "... kommunen Lund".
_SUFFIXED = rf"kommunen(?!{_SAME_LINE}(?-i:[A-ZÅÄÖ]))"
_POLICE = r"(?:lokal)?polisområde\w*+|polisregion\w*+|LPO(?:-chef)?+"

BETWEEN = re.compile(
    r"\s*+(?:,\s*+(?:(?:och|samt)\s++)?+|(?:och|samt|&)\s++|/\s*+)", re.IGNORECASE
)
"""What stands between the names of an enumeration."""


@cache
def names() -> re.Pattern[str]:
    """Make the expression that finds every name, whatever it turns out to mean.

    Its groups: ``kommunen``, ``kommunerna``, ``police`` or ``region`` for such a
    word before the name; ``name``; then ``gap`` and a word after it that tells,
    which is the municipality's ``kind`` or belongs to some ``other`` body.

    A heading "Kommunen" stands on a line of its own, and what follows it is no
    name: "Vara med vid kontroller".
    """
    bare = (form for each in municipalities() for form in each.bare_forms)
    return re.compile(
        rf"""
        {_START}
        (?:
            (?P<kommunen> (?i:kommunen) {_SAME_LINE})
          | (?P<kommunerna> (?i:kommunerna):?+ {_SAME_LINE} | kommunerna {_GAP})
          | (?P<police> (?i:{_POLICE}) {_GAP} (?: (?:för|i) {_GAP} )?+)
          | (?P<region> (?i:region(?:en)?+) {_GAP})
        )?
        (?P<name> {one_of(bare)}) {_END}
        (?:
            (?= (?P<gap> {_GAP})
                (?:
                    (?P<kind> (?i:kommun(?:s|ers?)?|stads?|{_SUFFIXED}))
                  | (?P<other> (?i:{_POLICE}|län(?:s|ets?)?))
                ) {_END} )
        )?
        """,
        re.VERBOSE,
    )


def one_of(words: Iterable[str]) -> str:
    """Write an expression for any of the words, the longest that fits.

    >>> one_of(["Lund", "Lunds"])
    '[lL][uU][nN][dD](?:[sS])?'
    """
    tails: dict[str, list[str]] = {}
    ended = False
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
        else:
            ended = True
    branches = [_letter(first) + one_of(rest) for first, rest in tails.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not ended:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if ended else "")


def _letter(letter: str) -> str:
    if letter == " ":
        return _GAP
    if letter == "-":
        return f"[{_HYPHEN}]"
    either = f"[{letter.lower()}{letter.upper()}]"
    composed = unicodedata.normalize("NFD", letter)
    if composed == letter:
        return either
    return f"(?:{either}|{_letter(composed[0])}{composed[1:]})"
