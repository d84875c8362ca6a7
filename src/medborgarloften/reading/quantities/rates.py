"""How often: "per termin", "varje torsdag", "under året", and for each of what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from medborgarloften.model import Per
from medborgarloften.reading.quantities.deeds import deed_named
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
        is_each: Whether the words mean once in each where nothing is counted: "varje
            termin" and "dagligen" do.
    """

    per: Per | None
    first: int
    last: int
    times: int = 1
    is_window: bool = False
    is_weekday: bool = False
    is_each: bool = False


def rates_in(words: Sequence[Word]) -> list[Rate]:
    """Find all that tells how often, in order."""
    known = _known()
    found = list[Rate]()
    for hit in outermost(_patterns().hits(words)):
        per, how = known[hit.pattern]
        found.append(
            Rate(
                per,
                hit.first,
                hit.last,
                is_window=how == "window",
                is_each=how == "each",
            )
        )
    found += _after_each(words)
    found += _weekdays(words)
    found += _years(words)
    found += _months(words)
    found = found or _in_compounds(words)
    return sorted(found, key=lambda rate: rate.first)


def _after_each(words: Sequence[Word]) -> list[Rate]:
    """Find "per skola och läsår": the time comes second."""
    found = list[Rate]()
    for at in range(len(words) - 3):
        if words[at].text != "per" or words[at + 2].text != "och":
            continue
        known = _known().get(f"per {words[at + 3].text}")
        if known is not None:
            found.append(Rate(known[0], at, at + 3))
    return found


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


_BEFORE_MONTHS = frozenset({"under", "från", "perioden"})


def _months(words: Sequence[Word]) -> list[Rate]:
    """Find "under juni–augusti" and "från april till oktober": a season."""
    found = list[Rate]()
    for at in range(len(words) - 3):
        if words[at].text not in _BEFORE_MONTHS:
            continue
        month, link, end = (word.text for word in words[at + 1 : at + 4])
        if month in _month_names() and link in {"-", "–", "till", "och"}:
            last = at + 3 + 2 * (end == "och")  # "till och med april"
            if last < len(words) and words[last].text in _month_names():
                found.append(Rate(Per.SEASON, at, last, is_window=True))
    return found


def _in_compounds(words: Sequence[Word]) -> list[Rate]:
    """Find what tells by its name how often it is held: "veckoavstämning"."""
    return [
        Rate(Per(per), at, at, is_each=True)
        for at, word in enumerate(words)
        for per, prefix in table("per_prefixes")
        if word.text.startswith(prefix)
        and (deed := deed_named(word.text)) is not None
        and deed.how == "held"
    ]


@cache
def _month_names() -> frozenset[str]:
    return frozenset(month for (month,) in table("months"))


@cache
def _known() -> dict[str, tuple[Per | None, str]]:
    return {
        pattern.strip(): (None if per == "none" else Per(per), how)
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
