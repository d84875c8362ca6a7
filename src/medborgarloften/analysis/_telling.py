"""What a promise says, as it is held against what is said elsewhere.

Names and counts keep no two texts apart: the same promise is made of another square
and another number.  A word with a capital within a sentence is a name; at the
beginning of one it is, if a municipality is called so.  Numbers stand in digits or in
words, and "per", "gånger", "veckan" go with them; those words live in
``counting_words.txt``.  What nearly all promises say counts for nothing either.

Of a text of a word or two there is nothing to leave out, be it an ending, and one in
which something is denied has nothing in common with one in which nothing is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise

from medborgarloften.analysis._words import stem, words_of, words_that_tell
from medborgarloften.reference import municipalities

__all__ = ["telling_parts_of"]

_CAPITALISED = re.compile(
    r"(?:(?<=[^\s/.!?:])(?P<within>[\s/]+)|\b)"
    r"(?P<word>[A-ZÅÄÖÉÜ][a-zåäöéü]\w*(?:-\w+)*)"
)

_FEW = 2
_DIRECTIONS = ("för", "mot")
_DENYING = {"ej", "icke", "inte"}


def telling_parts_of(text: str) -> frozenset[str]:
    """Take a text apart in words, and pairs of words that follow each other.

    Nothing is left of a text of names and counts alone, and one of few words is whole.

    >>> sorted(telling_parts_of("Kiruna kommun gör två kontroller av skotrar i Abisko"))
    ['gör', 'gör kontroll', 'kontroll', 'kontroll skotr', 'skotr']
    >>> telling_parts_of("Mot droger")
    frozenset({'mot droger'})
    """
    nameless = _CAPITALISED.sub(_unless_name, unicodedata.normalize("NFC", text))
    words = _uncounted(words_that_tell(nameless, *_DIRECTIONS))
    if len(words) <= _FEW:
        parts = [" ".join(words)] if words else []
    else:
        stems = list(map(stem, _uncounted(words_that_tell(nameless))))
        parts = [*stems, *map(" ".join, pairwise(stems))]
    denies = "inte " if _DENYING.intersection(words) else ""
    return frozenset(denies + part for part in parts)


def _uncounted(words: list[str]) -> list[str]:
    return [
        word for word in words if word.isalpha() and stem(word) not in _counting_words()
    ]


def _unless_name(found: re.Match[str]) -> str:
    is_name = found["within"] or found["word"].casefold() in _names()
    return " " if is_name else found[0]


@cache
def _names() -> frozenset[str]:
    """Tell the words that municipalities are called, if they are no other words."""
    return frozenset(
        word
        for each in municipalities()
        if not each.is_common_word
        for form in each.bare_forms
        for word in form.casefold().split()
    )


@cache
def _counting_words() -> frozenset[str]:
    file = files("medborgarloften.analysis") / "counting_words.txt"
    return frozenset(words_of(file.read_text("utf-8")))
