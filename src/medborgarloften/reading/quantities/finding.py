"""How many, and how often: the counts in a promise.

A count is a number with what is counted: "minst 4 riktade trafikinsatser under
året".  Numbers that count nothing done are no counts, and what cannot be told for
certain is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from attrs import evolve, frozen

from medborgarloften.model import Per, Quantity
from medborgarloften.reading.quantities.counted import (
    Noun,
    after_pieces,
    noun_after,
    words_for,
)
from medborgarloften.reading.quantities.counting import counts_again, counts_noun
from medborgarloften.reading.quantities.rates import Rate
from medborgarloften.reading.quantities.sentence import Sentence
from medborgarloften.reading.text.numbers import Number
from medborgarloften.reading.text.words import sentences, words_of

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
        for found in _Counts(
            Sentence(words[each.start : each.stop]), has_period
        ).quantities()
    )


class _Count(NamedTuple):
    """A count that a number makes, and the rate it goes with.

    Attributes:
        begin: Its first word.
        found: The count itself.
        rate: The words that tell how often; ``None`` if nothing does.
        is_open: Whether more may come to it: "en i maj och en i oktober".
    """

    begin: int
    found: FoundQuantity
    rate: Rate | None
    is_open: bool


@frozen(eq=False)
class _Counts:
    """The counts that a sentence makes."""

    sentence: Sentence
    has_period: bool

    def quantities(self) -> list[FoundQuantity]:
        if self.sentence.is_background:
            return []
        counted = self.counted()
        found = [count.found for count in counted] + list(self.recurring(counted))
        return sorted(found, key=attrgetter("start"))

    def counted(self) -> list[_Count]:
        """List what the numbers count; "en i maj och en i oktober" are two."""
        counted = list[_Count]()
        for number in self.sentence.numbers:
            noun = noun_after(self.sentence.words, number)
            if noun is not None:
                if counts_noun(self.sentence, number, noun, is_first=not counted):
                    unit = self.unit(number, noun)
                    counted += self.count(number, noun.last, unit, noun, counted)
            elif counts_again(self.sentence, number):
                at = after_pieces(self.sentence.words, number)
                named = self.sentence.deed_near(number.begin) or self.sentence.amount
                more = self.count(number, at - 1, named or _OCCASION, None, counted)
                if counted and at not in self.sentence.rate_begins:
                    # "fyra möten, två i Storby och två i Lillby" are four
                    if counted[-1].is_open:
                        counted[-1:] = [_sum_of(counted[-1], each) for each in more]
                else:
                    counted += more
        return counted

    def count(
        self,
        number: Number,
        last: int,
        unit: str,
        noun: Noun | None,
        counted: Sequence[_Count],
    ) -> Iterator[_Count]:
        """Yield the count that a number makes, if its rate is one that `Per` has."""
        begin = counted[0].begin if counted else number.begin
        rate = None if number.is_deadline else self.rate_of(number, last, begin)
        is_wait = number.is_deadline or (
            noun is not None and noun.how == "time" and number.minimum is None
        )
        per: Per | None = Per.PERIOD if self.has_period and not is_wait else None
        times = 1
        if rate is not None:
            if rate.per is None:
                return
            per, times = rate.per, rate.times
        follows = rate is not None and rate.first == last + 1
        quantity = Quantity(
            None if number.minimum is None else number.minimum * times,
            None if number.maximum is None else number.maximum * times,
            unit,
            per,
            average=self.sentence.is_average,
            each=self.sentence.each,
        )
        end = rate.last if rate is not None and follows else last
        yield _Count(
            number.begin,
            self.found(number.begin, end, quantity),
            rate,
            is_open=number.minimum == 1 and not follows,
        )

    def recurring(self, counted: list[_Count]) -> Iterator[FoundQuantity]:
        """Yield what needs no number: "varje torsdag", "minst vartannat år"."""
        used = {count.rate for count in counted}
        for rate in self.sentence.rates:
            floor = self.sentence.text(rate.first - 1) in words_for("floor")
            is_apart = not used or (
                None not in used and rate not in used and rate.last < self.apart
            )
            if rate.per is None or not is_apart:
                continue
            if floor or rate.is_weekday or rate.is_each:
                first = rate.first - floor
                most = None if floor else rate.times
                unit = self.sentence.deed_near(first) or _OCCASION
                average, each = self.sentence.is_average, self.sentence.each
                quantity = Quantity(rate.times, most, unit, rate.per, average, each)
                yield self.found(first, rate.last, quantity)

    @cached_property
    def apart(self) -> int:
        """Where another deed begins, before all that is counted: "… dagligen och"."""
        for at in range(self.first - 1, 0, -1):
            if self.sentence.text(at) in {"och", "samt"}:
                return at
        return -1

    @property
    def first(self) -> int:
        """Where the first number begins."""
        return self.sentence.numbers[0].begin

    def found(self, first: int, last: int, quantity: Quantity) -> FoundQuantity:
        words = self.sentence.words
        return FoundQuantity(quantity, words[first].start, words[last].end)

    def rate_of(self, number: Number, last: int, begin: int) -> Rate | None:
        """Choose how often: what is nearest, rates before windows, after before before.

        A rate before the first count, which is at *begin*, is for all of them; one
        between two counts is for the first.
        """
        times = self.sentence.times
        nearest = bisect_right(times, number.last, key=_first)
        if nearest < len(times) and times[nearest].first <= last + 1:
            return times[nearest]
        for rates in (self.sentence.rates, self.sentence.windows):
            following = bisect_right(rates, last, key=_first)
            if following < len(rates):
                return rates[following]
            if preceding := bisect_left(rates, begin, key=_first):
                return rates[preceding - 1]
        return None

    def unit(self, number: Number, noun: Noun) -> str:
        if noun.how == "times":
            return self.sentence.deed_near(number.begin) or noun.unit
        return noun.unit


def _sum_of(one: _Count, more: _Count) -> _Count:
    """Put together "en i maj" and "en i oktober"."""
    few, many = one.found.quantity, more.found.quantity
    minimum = sum(filter(None, (few.minimum, many.minimum)))
    is_exact = few.maximum == few.minimum and many.maximum == many.minimum
    maximum = minimum if is_exact else None
    quantity = evolve(few, minimum=minimum, maximum=maximum)
    found = FoundQuantity(quantity, one.found.start, more.found.end)
    return one._replace(found=found)


_OCCASION = "tillfälle"
_first = attrgetter("first")
