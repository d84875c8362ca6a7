"""Numbers in running text, as digits and as words: "minst fyra (4)", "två till tre"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Patterns, outermost
from medborgarloften.reading.text.words import Word

__all__ = ["Number", "number_of", "numbers_in"]


class Number(NamedTuple):
    """A number that may be counting something.

    Attributes:
        minimum: At least so many.
        maximum: At most so many; the same as *minimum* for an exact number.
        begin: The first word, that of "minst" if it is there.
        first: The word of the number itself.
        last: The last word, that of a bracket round the same number.
        bound: ``floor``, ``ceiling``, ``deadline`` or nothing.
    """

    minimum: int | None
    maximum: int | None
    begin: int
    first: int
    last: int
    bound: str

    @property
    def is_deadline(self) -> bool:
        """Whether it is a time to do it in, and no number of deeds."""
        return self.bound == "deadline"


def numbers_in(words: Sequence[Word]) -> Iterator[Number]:
    """Find the numbers, each with the words that bound it, in order."""
    bounds = _bound_before(words)
    following = _numbers_apart(words, bounds)
    number = next(following, None)
    while number is not None:
        after = next(following, None)
        if after is not None and _are_floor_and_ceiling(number, after, words):
            # "Minst tre och högst två" is no number that anybody could keep to.
            if (number.minimum or 0) <= (after.maximum or 0):
                yield number._replace(maximum=after.maximum, last=after.last)
            after = next(following, None)
        else:
            yield number
        number = after


def _numbers_apart(
    words: Sequence[Word], bounds: dict[int, tuple[int, str]]
) -> Iterator[Number]:
    position = 0
    while position < len(words):
        number = _number_at(words, position, bounds)
        if number is None:
            position += 1
        else:
            yield number
            position = number.last + 1


def _are_floor_and_ceiling(
    number: Number, after: Number, words: Sequence[Word]
) -> bool:
    """Tell whether two numbers bound one: "minst tre, dock högst fem"."""
    between = words[number.last + 1 : after.begin]
    return (number.bound, after.bound) == ("floor", "ceiling") and all(
        word.text in _BESIDE for word in between
    )


_BESIDE = frozenset({",", "och", "men", "dock"})


@lru_cache(maxsize=4096)
def number_of(word: str) -> int | None:
    """Read a whole number.

    >>> number_of("40"), number_of("femtiotvå"), number_of("tvåhundra")
    (40, 52, 200)
    """
    if len(word) > _LONGEST:
        return None
    if word.isdecimal():
        return int(word)
    known = _number_words()
    for base in ("tusen", "hundra"):
        many, found, rest = word.partition(base)
        if found:
            times = number_of(many) if many else 1
            more = number_of(rest) if rest else 0
            return None if times is None or more is None else times * known[base] + more
    if word in known:
        return known[word]
    return next(
        (
            known[word[:cut]] + known[word[cut:]]
            for cut in range(2, len(word) - 1)
            if known.get(word[:cut]) in _TENS and known.get(word[cut:]) in _ONES
        ),
        None,
    )


_LONGEST = 40
_ONES = range(1, 10)
_TENS = range(20, 100, 10)
_RANGE = frozenset({"till", "-", "–", "—", "eller"})


def _number_at(
    words: Sequence[Word], at: int, bounds: dict[int, tuple[int, str]]
) -> Number | None:
    low = number_of(words[at].text)
    if low is None:
        return None
    last, high = _after_brackets(words, at, low), low
    begin, bound = bounds.get(at, (at, ""))
    follower = _value(words, last + 2)
    if follower is not None and low < follower:
        between = words[last + 1].text
        if between in _RANGE or (
            between == "och" and _text(words, begin - 1) == "mellan"
        ):
            begin -= between == "och"
            last, high = _after_brackets(words, last + 2, follower), follower
    if bound in {"ceiling", "deadline"}:
        return Number(None, high, begin, at, last, bound)
    if bound == "floor" and high == low:
        return Number(low, None, begin, at, last, bound)
    return Number(low, high, begin, at, last, bound)


def _after_brackets(words: Sequence[Word], at: int, value: int) -> int:
    """Go past a bracket with the same number: "fyra (4)"."""
    same = _value(words, at + 2) == value
    return at + 3 if same and _text(words, at + 1) == "(" else at


def _bound_before(words: Sequence[Word]) -> dict[int, tuple[int, str]]:
    """Tell where a floor or ceiling leads up to: the word after it, and what it is."""
    kinds = {written: how for how, written in table("number_bounds")}
    hits = outermost(_bound_patterns().hits(words))
    return {hit.last + 1: (hit.first, kinds[hit.pattern]) for hit in hits}


def _value(words: Sequence[Word], at: int) -> int | None:
    return number_of(words[at].text) if at < len(words) else None


def _text(words: Sequence[Word], at: int) -> str:
    return words[at].text if 0 <= at < len(words) else ""


@cache
def _number_words() -> dict[str, int]:
    return {written: int(value) for written, value in table("number_words")}


@cache
def _bound_patterns() -> Patterns:
    return Patterns(
        written for how, written in table("number_bounds") if how != "average"
    )
