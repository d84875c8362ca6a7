"""How often: "per termin", "varje torsdag", "under året", and for each of what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from medborgarloften.model import Per
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.numbers import number_of
from medborgarloften.reading.text.patterns import Patterns, outermost
from medborgarloften.reading.text.words import Word

__all__ = ["Rate", "rates_in"]


class Rate(NamedTuple):
    """Words that tell the stretch of time a count is for.

    Attributes:
        per: The stretch; ``None`` for one that `Per` has no name for.
        first: The first word.
        last: The last word.
        times: How many times as often: two for "varje måndag och onsdag".
        is_window: Whether the words only tell when, as "under året" does.
        is_weekday: Whether the words are a weekday: a count in themselves.
    """

    per: Per | None
    first: int
    last: int
    times: int = 1
    is_window: bool = False
    is_weekday: bool = False


def rates_in(words: Sequence[Word]) -> list[Rate]:
    """Find all that tells how often, in order."""
    known = _known()
    found = [
        Rate(per, hit.first, hit.last, is_window=is_window)
        for hit in outermost(_patterns().hits(words))
        for per, is_window in [known[hit.pattern]]
    ]
    found += _weekdays(words)
    found += _years(words)
    return sorted(found, key=lambda rate: rate.first)


def _weekdays(words: Sequence[Word]) -> list[Rate]:
    days = {
        hit.first: _times_a_week()[hit.pattern]
        for hit in _weekday_patterns().hits(words)
    }
    found = list[Rate]()
    for at, word in enumerate(words):
        first_day = next((day for day in (at + 1, at + 2) if day in days), None)
        if word.text != "varje" or first_day is None:
            continue
        last, times = first_day, days[first_day]
        for day in range(first_day + 1, len(words)):
            if day in days:
                last, times = day, times + days[day]
            elif words[day].text not in {"och", ",", "samt", "-"}:
                break
        found.append(Rate(Per.WEEK, at, last, times, is_weekday=True))
    return found


def _years(words: Sequence[Word]) -> list[Rate]:
    """Find "under 2019" and "under 2019–2020"."""
    found = list[Rate]()
    for at, word in enumerate(words[:-1]):
        if word.text == "under" and _is_year(words[at + 1]):
            more = at + 3 < len(words) and _is_year(words[at + 3])
            per, last = (Per.PERIOD, at + 3) if more else (Per.YEAR, at + 1)
            found.append(Rate(per, at, last, is_window=True))
    return found


_YEARS = range(2000, 2100)


def _is_year(word: Word) -> bool:
    return number_of(word.text) in _YEARS


@cache
def _known() -> dict[str, tuple[Per | None, bool]]:
    return {
        pattern.strip(): (None if per == "none" else Per(per), how == "window")
        for per, how, patterns in table("per_words")
        for pattern in patterns.split(",")
    }


@cache
def _patterns() -> Patterns:
    return Patterns(_known())


@cache
def _times_a_week() -> dict[str, int]:
    return {word: int(times) for word, times in table("weekdays")}


@cache
def _weekday_patterns() -> Patterns:
    return Patterns(_times_a_week())
