"""A text as words, each folded for comparing and with its place.

Folding forgets how a word happened to be set: capitals, hyphens inside it, soft
hyphens, a line break in its middle, and whether å is one character or two.  A
mark is a word of its own.  So "brottsföre-⏎byggande" is one word, and a stem
found in it can be cited as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Word", "fold", "sentences", "words_of"]

_LETTER = r"[^\W\d_]"
_HYPHEN = r"[-\u2010\u2011]"
_TOKEN = re.compile(
    rf"""
    \d{{1,3}} (?: [ \u00a0\u202f] \d{{3}} )+ (?!\d)   # 1 000
    | \d+ (?: [.,:]\d+ )*                             # 40, 10.00
    | {_LETTER} (?:
        [\w\u0300-\u036f]
        | \u00ad \s*
        | {_HYPHEN} (?= {_LETTER} )
        | {_HYPHEN} [ \t]* \n \s* (?! (?:och|eller|samt)\b ) (?= {_LETTER} )
      )*
    | [^\w\s\u00ad]
    | _
    """,
    re.VERBOSE,
)
_SET_OTHERWISE = re.compile(rf"[\u00ad\s]|{_HYPHEN}")


class Word(NamedTuple):
    """A word or a mark: folded, as written, and where."""

    text: str
    written: str
    start: int
    end: int

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.written[0].isupper()


@lru_cache(maxsize=256)  # a line is looked at by many
def words_of(text: str) -> tuple[Word, ...]:
    r"""Cut *text* into words and marks.

    >>> [word.text for word in words_of("Brotts\u00adföre-\nbyggande: A-traktor.")]
    ['brottsförebyggande', ':', 'atraktor', '.']
    """
    return tuple(
        Word(fold(found.group()), found.group(), found.start(), found.end())
        for found in _TOKEN.finditer(text)
    )


def sentences(text: str, words: Sequence[Word]) -> Iterator[range]:
    """Tell which words make a sentence, or a line that begins with a capital."""
    begins = 0
    for number in range(1, len(words)):
        before, word = words[number - 1], words[number]
        ended = before.text in {".", "!", "?"} or "\n" in text[before.end : word.start]
        if ended and word.is_capitalised:
            yield range(begins, number)
            begins = number
    if words:
        yield range(begins, len(words))


@lru_cache(maxsize=8192)  # most words come again
def fold(written: str) -> str:
    """Forget how a word happened to be set."""
    kept = _SET_OTHERWISE.sub("", written) if len(written) > 1 else written
    return unicodedata.normalize("NFC", kept).lower()
