"""Promises as they are said, and how alike they are.

A word counts less the more promises of its agreement have it, and not at all if
nearly all promises say it: else all would be alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from math import fsum

from attrs import frozen

from medborgarloften.analysis._parties import Body, body_of
from medborgarloften.analysis._words import said, telling_words_of
from medborgarloften.model import Agreement, Party, Promise

__all__ = ["Scale", "Spoken", "spoken_in"]


@frozen(eq=False)
class Spoken:
    """A promise, and who makes it."""

    promise: Promise
    promisors: tuple[Party, ...]

    @cached_property
    def by(self) -> frozenset[Body]:
        """The bodies that make it, whatever they are called there."""
        return frozenset(map(body_of, self.promisors))

    @cached_property
    def said(self) -> str:
        """What it says, however it is typed."""
        return said(self.promise.text)

    @cached_property
    def words(self) -> Counter[str]:
        """The words that tell it from others."""
        return Counter(telling_words_of(self.promise.text))


def spoken_in(agreement: Agreement) -> list[Spoken]:
    """List the promises of an agreement, each with those who make it."""
    return [Spoken(each, agreement.promisors_of(each)) for each in agreement.promises]


class Scale:
    """What the words of two agreements weigh."""

    def __init__(self, *sides: Sequence[Spoken]) -> None:
        most = Counter[str]()
        for side in sides:
            most |= Counter(chain.from_iterable(set(each.words) for each in side))
        self._weights = {word: 1 / count for word, count in most.items()}

    def likeness(self, one: Spoken, other: Spoken) -> float:
        """Tell how much of their words two promises share, from 0 to 1."""
        both = self._weight(one.words) + self._weight(other.words)
        return 2 * self._weight(one.words & other.words) / both

    def share(self, whole: Spoken, *parts: Spoken) -> float:
        """Tell how much of the words of one are in others together, from 0 to 1."""
        words = sum((part.words for part in parts), Counter[str]())
        return self._weight(whole.words & words) / self._weight(whole.words)

    def _weight(self, words: Counter[str]) -> float:
        # The same sum in whatever order they come.
        return fsum(self._weights[word] * count for word, count in words.items())
