"""What stands in a sentence that may bear on a count: numbers, rates and deeds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from operator import attrgetter
from typing import NamedTuple

from attrs import frozen

from medborgarloften.reading.quantities.counted import one_of, words_for
from medborgarloften.reading.quantities.deeds import deed_named, deed_of_verb
from medborgarloften.reading.quantities.rates import Rate, rates_in
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.numbers import Number, numbers_in
from medborgarloften.reading.text.patterns import Patterns
from medborgarloften.reading.text.words import Word

__all__ = ["Sentence"]


class _Named(NamedTuple):
    """A deed that is named somewhere."""

    first: int
    unit: str


@frozen(eq=False)
class Sentence:
    """A sentence's words, with the numbers and the rates found in them."""

    words: Sequence[Word]

    def text(self, at: int) -> str:
        """Get a word; outside the sentence there is none."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def says(self, how: str, begin: int, end: int) -> bool:
        """Tell whether a word of ``data/count_words.tsv`` is between two places."""
        return any(self.text(at) in words_for(how) for at in range(begin, end))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers, in their order."""
        return tuple(numbers_in(self.words))

    @cached_property
    def times(self) -> tuple[Rate, ...]:
        """All that tells how often or when, in its order."""
        return tuple(rates_in(self.words))

    @cached_property
    def rates(self) -> tuple[Rate, ...]:
        """What tells how often."""
        return tuple(rate for rate in self.times if not rate.is_window)

    @cached_property
    def windows(self) -> tuple[Rate, ...]:
        """What only tells when, as "under året" does."""
        return tuple(rate for rate in self.times if rate.is_window)

    @cached_property
    def rate_begins(self) -> frozenset[int]:
        """The places where it is told how often."""
        return frozenset(rate.first for rate in self.rates)

    @cached_property
    def has_times(self) -> bool:
        """Whether it is told how many times: "minst en gång vartannat år"."""
        return any(
            (deed := deed_named(self.text(number.last + 1))) and deed.how == "times"
            for number in self.numbers
        )

    def has_rate_after(self, at: int) -> bool:
        """Tell whether it is told how often after a place, before another number."""
        number = bisect_right(self.numbers, at, key=attrgetter("begin"))
        rate = bisect_right(self.rates, at, key=attrgetter("first"))
        end = (
            self.numbers[number].begin
            if number < len(self.numbers)
            else len(self.words)
        )
        return rate < len(self.rates) and self.rates[rate].first < end

    @cached_property
    def deeds(self) -> list[_Named]:
        """What is said to be done, by nouns and verbs alike."""
        deeds = (
            (at, deed_named(word.text) or deed_of_verb(word.text))
            for at, word in enumerate(self.words)
        )
        return [
            _Named(at, deed.unit)
            for at, deed in deeds
            if deed and deed.how not in {"time", "times", "post"}
        ]

    def deed_near(self, at: int) -> str | None:
        """Name the deed before a place in the sentence, or else the first after it."""
        before = bisect_left(self.deeds, at, key=attrgetter("first"))
        return self.deeds[max(before - 1, 0)].unit if self.deeds else None

    @cached_property
    def amount(self) -> str | None:
        """What "antalet" is of: "antalet områden ska öka med minst tio"."""
        for at in range(len(self.words) - 1):
            if self.words[at].text == "antalet":
                return one_of(self.words[at + 1].text)
        return None

    @cached_property
    def part_begins(self) -> int:
        """Where parts of a count are told: "varav minst en i Storby"."""
        parts = words_for("part")
        places = (at for at, word in enumerate(self.words) if word.text in parts)
        return next(places, len(self.words))

    @cached_property
    def is_average(self) -> bool:
        """Whether the counts are averages."""
        return bool(_averages().hits(self.words))

    @cached_property
    def is_background(self) -> bool:
        """Whether it tells what has been: "2020 gjordes det åtta insatser"."""
        texts = {word.text for word in self.words}
        # "En genomgång av inträffade händelser" tells of no past deed.
        deeds = {
            word.text
            for at, word in enumerate(self.words)
            if self.text(at - 1) not in words_for("aside")
        }
        return words_for("promise").isdisjoint(texts) and (
            not words_for("past").isdisjoint(deeds)
            or any(text.endswith(_PRETERITE) for text in texts)
        )

    @cached_property
    def is_conditional(self) -> bool:
        """Whether it hangs on a condition: "Vill du ha råd, gör vi ett besök".

        What is to be done within a time hangs on what sets it off: "inom två dygn
        kalla till ett möte då något har hänt".
        """
        has_deadline = any(number.is_deadline for number in self.numbers)
        return self.text(0) in words_for("if") or (
            has_deadline and self.says("if", 1, len(self.words))
        )

    @cached_property
    def each(self) -> str | None:
        """What the count also holds for each of: "per år och försäljningsställe"."""
        after_rate = {rate.last + 2 for rate in self.rates}
        for hit in _each_words().hits(self.words):
            before = self.text(hit.first - 1)
            if before in _EACH or (before == "och" and hit.first in after_rate):
                return self.words[hit.last].written
        return None


_EACH = frozenset({"per", "varje", "respektive"})
_PRETERITE = ("ades", "rdes", "ldes")


@cache
def _averages() -> Patterns:
    return Patterns(words_for("average"))


@cache
def _each_words() -> Patterns:
    return Patterns(word for (word,) in table("each_words"))
