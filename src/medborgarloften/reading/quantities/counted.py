"""What a number counts, and the words that tell whether it counts anything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from medborgarloften.reading.quantities.deeds import deed_named
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.numbers import Number, number_of
from medborgarloften.reading.text.patterns import listed
from medborgarloften.reading.text.words import Word

__all__ = ["Noun", "after_pieces", "noun_after", "one_of", "words_for"]


class Noun(NamedTuple):
    """What a number counts.

    Attributes:
        last: Its word.
        name: The word itself.
        unit: Its name, in the singular if it is a deed.
        how: How such a deed is counted; ``None`` if it is no deed.
    """

    last: int
    name: str
    unit: str
    how: str | None

    @property
    def is_singular(self) -> bool:
        """Whether the word is in the singular, as far as can be told."""
        return self.name.endswith(self.unit)


def noun_after(words: Sequence[Word], number: Number) -> Noun | None:
    """Find what is counted: a deed, or else a plural or the last word of all."""
    at, noun, is_enumerated = after_pieces(words, number), None, False
    while at < len(words):
        word, following = words[at].text, _text(words, at + 1)
        if word.isdecimal() and following in words_for("before"):
            at += 2  # "200 stycken 20 minuters trafikkontroller"
        elif following == "-" and word.isalpha():
            # "hastighets-, nykterhets- eller trafikkontroller" are kontroller
            is_enumerated = True
            at += 3 if _text(words, at + 2) in _LINKS else 2
        elif word == "av" and at == number.last + 1:
            at += 1  # "två av kommunens skolor"
        elif word in _noun_ends() or not word.isalpha() or number_of(word) is not None:
            break
        elif deed := deed_named(word):
            unit = deed.head if is_enumerated else deed.unit
            return Noun(at, word, unit, deed.how)
        else:
            is_one = (number.minimum, number.maximum) == (1, 1)
            noun = Noun(at, word, word if is_one else one_of(word), None)
            if not is_one and word.endswith(_PLURAL):
                break  # "minst tio volontärer finns på plats"
            at += 1
    return noun


def after_pieces(words: Sequence[Word], number: Number) -> int:
    """Go past a number and "st." or "stycken"."""
    at = number.last + 1
    if _text(words, at) in words_for("piece"):
        at += 2 if _text(words, at + 1) == "." and at + 2 < len(words) else 1
    return at


def one_of(plural: str) -> str:
    """Write a plural in the singular where its ending leaves no doubt.

    >>> one_of("skolor"), one_of("områden"), one_of("volontärer")
    ('skola', 'område', 'volontärer')
    """
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
