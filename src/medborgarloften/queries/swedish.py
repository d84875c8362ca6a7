r"""Swedish words as patterns that find them in any inflection and compound.

It is done by letters, without a dictionary.  The pattern is of a kind that every
engine of regular expressions understands alike, RE2 and Java's too: letters are
spelt out in both cases and both ways to write their marks, and nothing is looked
ahead or behind for.

>>> vandring = re.compile(pattern_for("vandring"))
>>> bool(vandring.search("Tre TRYGGHETSVANDRINGAR.")), bool(vandring.search("Vi går."))
(True, False)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import frozen

__all__ = ["pattern_for", "words_in"]

# Letters and digits, and the marks that stand after a letter when they are written
# apart from it; then the same without e, and without r.
_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ſ\u0300-\u036f"
_LETTER, _OTHER = f"[{_LETTERS}]", f"[^{_LETTERS}]"
_NOT_E = f"[{_LETTERS.replace('A-Za-z', 'A-DF-Za-df-z')}]"
_NOT_R = f"[{_LETTERS.replace('A-Za-z', 'A-QS-Za-qs-z')}]"
_VOWEL = "[AEIOUYaeiouyÀ-ÆÈ-ÏÒ-ÖØ-Ýà-æè-ïò-öø-ý]"

_WORD = re.compile(f"{_LETTER}+")
# Shorter words stand within too many others: "hand" in "handlare", "mord" in
# "samordning".
_LEAST_STEM, _LEAST_IN_COMPOUNDS = 3, 5
# "cykel", "cyklar": the e before the last letter is lost.
_WITH_E = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])e([lnr])$")
_WITHOUT_E = re.compile(r"(?<=[bcdfghjkmpqstvxz])([lnr])$")

# The first part of a compound has three letters and a vowel: neither "tunga" nor
# "stunga" is made of "unga".
_BEFORE = "(?:{})".format(
    "|".join(
        f"{_LETTER}{first}{_VOWEL}{_LETTER}{last}"
        for first, last in [("*", "{2,}"), ("+", "+"), ("{2,}", "*")]
    )
)
# What begins with "er" makes a verb of it: "parkering" is not made of "park".
_AFTER = f"(?:{_NOT_E}{_LETTER}{_LETTER}+|[Ee]{_NOT_R}{_LETTER}+)"


def words_in(text: str) -> list[str]:
    """List the words of a text, in small letters.

    >>> words_in("Öppna drogscener!")
    ['öppna', 'drogscener']
    """
    small = "".join(map(_small, unicodedata.normalize("NFC", text)))
    return _WORD.findall(small)


@cache
def pattern_for(words: str) -> str:
    """Write the pattern that finds a word, or some that follow each other."""
    found = f"{_OTHER}+".join(map(_pattern, words_in(words)))
    return f"(?:^|{_OTHER}){found}(?:{_OTHER}|$)"


@frozen
class _Inflection:
    """What ``inflection.toml`` says."""

    endings: str
    taken_off: re.Pattern[str]
    vowels: dict[str, str]


@cache
def _inflection() -> _Inflection:
    import tomllib  # both are slow to import, and seldom needed
    from importlib.resources import files

    told = tomllib.loads(
        files("medborgarloften.queries").joinpath("inflection.toml").read_text("utf-8")
    )
    taken_off = "|".join(told["taken_off"].split())
    return _Inflection(
        endings=f"(?:{_any_of(map(_spelt, told['endings'].split()))})?",
        taken_off=re.compile(f"(?<={'.' * _LEAST_STEM})(?:{taken_off})$"),
        vowels=told["vowels"],
    )


def _pattern(word: str) -> str:
    if len(word) < _LEAST_STEM:
        return _spelt(word)
    stems = sorted({word, _inflection().taken_off.sub("", word)})
    found = list(map(_bent, stems))
    if len(word) >= _LEAST_IN_COMPOUNDS:
        # A stem that lacks its e is no word: "äldr" is within "föräldrar".
        for part in (each for each in stems if not _WITHOUT_E.search(each)):
            found += [f"{_BEFORE}{_bent(part)}", f"{_spelt(part)}{_AFTER}"]
    return _any_of(found)


def _bent(stem: str) -> str:
    """Write a stem with any ending."""
    return f"{_any_of(map(_spelt, _changed(stem)))}{_inflection().endings}"


def _changed(stem: str) -> Iterator[str]:
    """List a stem as it is and as it may be changed before an ending."""
    yield stem
    if stem[-1] in "mn":  # "rum", "rummet"
        yield stem + stem[-1]
    yield from sorted({_WITH_E.sub(r"\1", stem), _WITHOUT_E.sub(r"e\1", stem)} - {stem})
    for vowel, other in _inflection().vowels.items():
        for one, changed in ((vowel, other), (other, vowel)):
            if stem.endswith(one):
                yield stem.removesuffix(one) + changed


def _spelt(word: str) -> str:
    """Write each letter in both cases, and with its mark before or apart."""
    return "".join(map(_letter, word))


def _small(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def _letter(letter: str) -> str:
    cases = letter + letter.upper() if len(letter.upper()) == 1 else letter
    apart = unicodedata.normalize("NFD", letter)
    plain, marks = apart[0], apart[1:]
    if not marks:
        return f"[{cases}]"
    return f"(?:[{cases}]|[{plain}{plain.upper()}]{marks})"


def _any_of(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
