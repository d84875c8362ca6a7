"""Sentences of a line, which is as far as a pronoun or a verb reaches."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

__all__ = ["last_sentence", "sentence_around", "sentences"]

# "kl. 10" and "t.ex. brott" end no sentence: what begins one has a capital.
_SENTENCE = re.compile(r"\S(?:[^.!?]|[.!?](?!\s+[A-ZÅÄÖ–—]))*[.!?]?")


@lru_cache(maxsize=1024)  # a line is looked at by many
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Find where each sentence of a line begins and ends.

    >>> text = "Polisen ringer kl. 9. Kommunen svarar."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Polisen ringer kl. 9.', 'Kommunen svarar.']
    """
    return tuple(match.span() for match in _SENTENCE.finditer(text))


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Find where the sentence that a place in a line is in begins and ends."""
    return sentences(text)[bisect_right(sentences(text), (place, len(text))) - 1]


def last_sentence(text: str) -> int:
    """Find where the last sentence of a line begins; a line has at least one."""
    return sentences(text)[-1][0]
