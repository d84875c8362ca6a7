"""How many, and how often: the counts in a promise.

A count is a number with what is counted: "minst 4 riktade trafikinsatser under
året".  Ages, roads, clock times, shares and years are numbers too and are no
counts; what cannot be told for certain is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from operator import attrgetter
from typing import NamedTuple

from attrs import frozen

from medborgarloften.model import Per, Quantity
from medborgarloften.reading.quantities.counted import Noun, noun_after, words_for
from medborgarloften.reading.quantities.deeds import deed_named, deed_of_verb
from medborgarloften.reading.quantities.rates import Rate, rates_in
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.numbers import Number, numbers_in
from medborgarloften.reading.text.patterns import Patterns
from medborgarloften.reading.text.words import Word, sentences, words_of

__all__ = ["FoundQuantity", "find_quantities"]


class FoundQuantity(NamedTuple):
    """A count, and where it stands.

    Attributes:
        quantity: The count.
        start: The first code point of the words.
        end: The code point after the last.
    """

    quantity: Quantity
    start: int
    end: int


def find_quantities(text: str, *, has_period: bool) -> tuple[FoundQuantity, ...]:
    """Find the counts in a promise, in order.

    A count with no time said is for the whole of the agreement's period, if the
    page has one.

    >>> (found,) = find_quantities("Besöka skolan minst 2 gånger/år.", has_period=True)
    >>> found.quantity.minimum, found.quantity.unit, found.quantity.per.value
    (2, 'besök', 'year')
    """
    words = words_of(text)
    return tuple(
        found
        for each in sentences(text, words)
        for found in _Sentence(words[each.start : each.stop], has_period).quantities()
    )


class _Named(NamedTuple):
    """A deed that is named somewhere."""

    first: int
    unit: str


@frozen(eq=False)
class _Sentence:
    """A sentence's words, with the numbers and the rates found in them."""

    words: Sequence[Word]
    has_period: bool

    def quantities(self) -> Iterator[FoundQuantity]:
        counted = [found for number in self.numbers for found in self.counted(number)]
        yield from counted or self.recurring()

    def counted(self, number: Number) -> Iterator[FoundQuantity]:
        """Yield the count that a number makes, if it makes one."""
        noun = noun_after(self.words, number)
        if (
            noun is None
            or self.is_none(number, noun)
            or not self.is_count(number, noun)
        ):
            return
        rate = self.rate_of(number, noun)
        if number.is_deadline:
            per, times = None, 1
        elif rate is None:
            per, times = (Per.PERIOD if self.has_period else None), 1
        elif rate.per is None:
            return
        else:
            per, times = rate.per, rate.times
        follows = rate is not None and rate.first == noun.last + 1
        yield self.found(
            number.begin,
            rate.last if rate is not None and follows else noun.last,
            Quantity(
                None if number.minimum is None else number.minimum * times,
                None if number.maximum is None else number.maximum * times,
                self.unit(number, noun),
                per,
                average=self.is_average,
                each=self.each,
            ),
        )

    def recurring(self) -> Iterator[FoundQuantity]:
        """Yield what needs no number: "varje torsdag", "minst vartannat år"."""
        for rate in self.rates:
            floor = self.text(rate.first - 1) in words_for("floor")
            if rate.per is not None and (
                floor or rate.is_weekday or self.is_each(rate)
            ):
                first = rate.first - floor
                most = None if floor else rate.times
                unit = self.deed_near(first) or "tillfälle"
                yield self.found(
                    first,
                    rate.last,
                    Quantity(
                        rate.times, most, unit, rate.per, self.is_average, self.each
                    ),
                )

    def is_each(self, rate: Rate) -> bool:
        """Tell whether "varje termin" stands by itself and means once in each.

        "Varje höst" is no such thing: it is once a year, and no season's count.
        """
        is_season = rate.per is Per.SEASON
        return self.text(rate.first) == "varje" and not self.numbers and not is_season

    def found(self, first: int, last: int, quantity: Quantity) -> FoundQuantity:
        return FoundQuantity(quantity, self.words[first].start, self.words[last].end)

    def is_none(self, number: Number, noun: Noun) -> bool:
        """Tell whether the words around make it an age, a road, a year or a part."""
        before = self.text(number.begin - 1)
        soon_before = {self.text(at) for at in range(number.begin - 3, number.begin)}
        return (
            self.text(number.last + 1) in words_for("before")
            or before in words_for("after")
            or not words_for("part").isdisjoint(soon_before)
            or (number.is_deadline and noun.how != "time")
            or (noun.how == "time" and before in words_for("time"))
            or (not number.bound and number.minimum in _YEARS)
        )

    def is_count(self, number: Number, noun: Noun) -> bool:
        """Tell whether what is counted can be, and an article is more than that."""
        if number.bound or noun.last in self.rated:
            return True
        if self.text(number.first) in {"en", "ett"}:
            soon = {self.text(at) for at in range(number.first - 3, number.first)}
            is_done = noun.how is not None and not words_for("hold").isdisjoint(soon)
            is_often = bool(self.rates) and self.rates[-1].first > noun.last
            return noun.how == "effort" or (
                is_done and (noun.how == "held" or is_often)
            )
        return noun.how is not None or self.text(number.last + 1) in words_for("piece")

    def rate_of(self, number: Number, noun: Noun) -> Rate | None:
        """Choose how often: rates before windows, what follows before what precedes."""
        for rates in (self.rates, self.windows):
            following = bisect_right(rates, noun.last, key=_first)
            if following < len(rates):
                return rates[following]
            if preceding := bisect_left(rates, number.begin, key=_first):
                return rates[preceding - 1]
        return None

    def unit(self, number: Number, noun: Noun) -> str:
        if noun.how == "times":
            return self.deed_near(number.begin) or noun.unit
        return noun.unit

    def deed_near(self, at: int) -> str | None:
        """Name the deed before a place in the sentence, or else the first after it."""
        before = bisect_left(self.deeds, at, key=_first)
        return self.deeds[max(before - 1, 0)].unit if self.deeds else None

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
            if deed and deed.how not in {"time", "times"}
        ]

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        return tuple(numbers_in(self.words))

    @cached_property
    def times(self) -> list[Rate]:
        return rates_in(self.words)

    @cached_property
    def rates(self) -> list[Rate]:
        return [rate for rate in self.times if not rate.is_window]

    @cached_property
    def windows(self) -> list[Rate]:
        return [rate for rate in self.times if rate.is_window]

    @cached_property
    def rated(self) -> set[int]:
        """The places right before a rate."""
        return {rate.first - 1 for rate in self.rates}

    @cached_property
    def is_average(self) -> bool:
        return bool(_averages().hits(self.words))

    @cached_property
    def each(self) -> str | None:
        """What the count also holds for each of: "per år och försäljningsställe"."""
        after_rate = {rate.last + 2 for rate in self.rates}
        for hit in _each_words().hits(self.words):
            before = self.text(hit.first - 1)
            if before in _EACH or (before == "och" and hit.first in after_rate):
                return self.words[hit.last].written
        return None

    def text(self, at: int) -> str:
        return self.words[at].text if 0 <= at < len(self.words) else ""


_first = attrgetter("first")
_YEARS = range(1990, 2100)
_EACH = frozenset({"per", "varje", "respektive"})


@cache
def _averages() -> Patterns:
    return Patterns(words_for("average"))


@cache
def _each_words() -> Patterns:
    return Patterns(word for (word,) in table("each_words"))
