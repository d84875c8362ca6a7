"""What is said of a document, in English and in Swedish."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from medborgarloften.errors import InvalidField, InvalidPeriod
from medborgarloften.serializers._strict.swedish import in_swedish

__all__ = [
    "LIST",
    "NONE",
    "OBJECT",
    "TEXT",
    "WHOLE_NUMBER",
    "Words",
    "did_you_mean",
    "expectation",
    "is_no_period",
    "is_not_known",
    "listed",
    "shortened",
    "shown",
    "will_not_do",
]

_LONGEST_SHOWN = 60
_BITS_OF_THE_LARGEST_SHOWN = 64


class Words(NamedTuple):
    """The same in English and in Swedish."""

    en: str
    sv: str


TEXT = Words("text", "text")
WHOLE_NUMBER = Words("a whole number", "ett heltal")
LIST = Words("a list", "en lista")
OBJECT = Words("an object", "ett objekt")
NONE = Words("", "")
_QUOTES = Words("; put quotes around it", "; sätt citattecken om det")


def listed(several: Iterable[Words]) -> Words:
    """Put several after each other, with commas between them."""
    words = [*several]
    return Words(
        ", ".join(each.en for each in words), ", ".join(each.sv for each in words)
    )


def shown(value: object) -> Words:
    """Name a value of a document in a few words, however large it is.

    >>> shown("2021-06-31").en, shown(None).en, shown([1, 2]).sv
    ("'2021-06-31'", 'null', 'en lista')
    """
    match value:
        case str() | date():
            text = repr(shortened(str(value)))  # the word alone, of an enum's member
        case dict():
            return OBJECT
        case list():
            return LIST
        case int() if value.bit_length() > _BITS_OF_THE_LARGEST_SHOWN:
            return Words("a very large number", "ett mycket stort tal")
        case _:
            text = json.dumps(value)
    return Words(text, text)


def shortened(text: str) -> str:
    """Cut a text that is too long to be shown whole."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def expectation(wanted: Words, value: object, remedy: Words = NONE) -> Words:
    """Say what was expected, what was found, and what would do if that is known."""
    found = shown(value)
    # A kommunkod, a year or "true" as a title: the commonest slip of the hand.
    if wanted is TEXT and isinstance(value, int):
        remedy = _QUOTES
    return Words(
        f"expected {wanted.en}, got {found.en}{remedy.en}",
        f"väntade {wanted.sv}, fick {found.sv}{remedy.sv}",
    )


def did_you_mean(meant: Iterable[str]) -> Words:
    """Say which words may have been meant, after what was said; nothing if none."""
    names = [repr(name) for name in meant]
    if not names:
        return NONE
    return Words(
        f"; did you mean {' or '.join(names)}?", f"; menade du {' eller '.join(names)}?"
    )


def is_not_known(meant: Iterable[str]) -> Words:
    """Say that no field has a name, and which may have been meant."""
    hint = did_you_mean(meant)
    return Words(f"is not a known field{hint.en}", f"är inget känt fält{hint.sv}")


def will_not_do(error: InvalidField) -> Words:
    """Say what the model refused; its place names the field."""
    remedy, remedy_sv = error.remedy, in_swedish(error.remedy)
    if isinstance(error.value, tuple):
        return Words(f"will not do; {remedy}", f"duger inte; {remedy_sv}")
    found = shown(error.value)
    return Words(
        f"{found.en} will not do; {remedy}", f"{found.sv} duger inte; {remedy_sv}"
    )


def is_no_period(error: InvalidPeriod) -> Words:
    """Say why days make no period."""
    remedy_sv = in_swedish(error.remedy)
    found_sv = in_swedish(error.found)
    return Words(str(error), f"{found_sv} är ingen period; {remedy_sv}")
