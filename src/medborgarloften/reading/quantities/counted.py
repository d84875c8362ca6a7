"""What a number counts, and the words that tell whether it counts anything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from medborgarloften.reading.quantities.deeds import deed_named
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.numbers import Number
from medborgarloften.reading.text.patterns import listed
from medborgarloften.reading.text.words import Word

__all__ = ["Noun", "noun_after", "words_for"]


class Noun(NamedTuple):
    """What a number counts.

    Attributes:
        last: Its word.
        unit: Its name, in the singular if it is a deed.
        how: How such a deed is counted; ``None`` if it is no deed.
    """

    last: int
    unit: str
    how: str | None


def noun_after(words: Sequence[Word], number: Number) -> Noun | None:
    """Find what is counted: a deed, or else a plural or the last word of all."""
    at, noun, is_enumerated = number.last + 1, None, False
    while at < len(words):
        word, following = words[at].text, _text(words, at + 1)
        if word in words_for("piece"):
            at += 2 if following == "." else 1
        elif word.isdecimal() and following in words_for("before"):
            at += 2  # "200 stycken 20 minuters trafikkontroller"
        elif following == "-" and word.isalpha():
            # "hastighets-, nykterhets- eller trafikkontroller" are kontroller
            is_enumerated = True
            at += 3 if _text(words, at + 2) in _LINKS else 2
        elif word in _noun_ends() or not word.isalpha():
            break
        elif deed := deed_named(word):
            return Noun(at, deed.head if is_enumerated else deed.unit, deed.how)
        else:
            is_one = (number.minimum, number.maximum) == (1, 1)
            noun = Noun(at, word if is_one else _one_of(word), None)
            if not is_one and word.endswith(_PLURAL):
                break  # "minst tio volontärer finns på plats"
            at += 1
    return noun


def _one_of(plural: str) -> str:
    """Write a plural in the singular where its ending leaves no doubt."""
    if plural.endswith("or"):
        return f"{plural.removesuffix('or')}a"
    return plural.removesuffix("n") if plural.endswith("en") else plural


@cache
def words_for(how: str) -> frozenset[str]:
    """Get the words that tell one thing about the numbers they stand by."""
    rows = (*table("count_words"), *table("number_bounds"))
    return frozenset(
        word for each, words in rows if each == how for word in listed(words)
    )


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if at < len(words) else ""


_LINKS = frozenset({",", "och", "eller", "samt"})
_PLURAL = ("er", "or", "ar")


@cache
def _noun_ends() -> frozenset[str]:
    return frozenset(word for (words,) in table("noun_ends") for word in listed(words))
