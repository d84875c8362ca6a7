"""The grammar of parts of years: quarters, weeks, seasons, terms and turns."""

from __future__ import annotations

from attrs import evolve

from medborgarloften.reading.periods._calendar import (
    SCHOOL_YEAR,
    SEASONS,
    TERMS,
    TURNS,
    UNCLEAR,
    Point,
    Stretch,
    part_of_year,
)
from medborgarloften.reading.periods._numerals import (
    FIRST_SHORT_YEAR,
    day_number,
    end_of_pair,
    number,
    ordinal,
    with_year,
    year_at,
)
from medborgarloften.reading.periods._tokens import Tokens
from medborgarloften.reading.periods._words import Role, vocabulary

__all__ = [
    "lettered",
    "numbered",
    "ordinal_part",
    "same_again",
    "school_year",
    "season",
    "term",
    "turn",
]

_JOINS = {Role.AND, Role.DASH, Role.SLASH, Role.TO}


def numbered(tokens: Tokens, at: int) -> Stretch | None:
    """``numbered = ("kvartal" | "vecka" …) number [("-" | "och") number] [year]``."""
    found = day_number(tokens, at + 1)
    if found is None:
        return _either_half(tokens, at)
    return _numbers(tokens, at, tokens[at].value, *found)


def _either_half(tokens: Tokens, at: int) -> Stretch | None:
    """``either_half = "halvåret" year``: nobody can tell which of the two."""
    point = with_year(tokens, UNCLEAR, at, at + 1)
    if tokens[at].value != "half_year" or point.year is None:
        return None
    return Stretch.of(point)


def lettered(tokens: Tokens, at: int) -> Stretch | None:
    """``lettered = "Q" number [year]``, glued; without a year it is weak."""
    kind = vocabulary().letters.get(tokens[at].value)
    value = number(tokens[at + 1], 2)
    if kind is None or value is None or not tokens[at + 1].glued:
        return None
    found = _numbers(tokens, at, kind, value, at + 2)
    if found is None or not found.is_one or found.last.year is not None:
        return found
    return Stretch.of(evolve(found.first, weak=True))


def _numbers(
    tokens: Tokens, begin: int, kind: str, first: int, at: int
) -> Stretch | None:
    """``numbers = number [("-" | "och") number] [year]``, the first one read."""
    second = number(tokens[at + 1], 2) if tokens[at].role in _JOINS else None
    if second is None or second <= first:
        return _stretch(tokens, begin, kind, (first, first), at)
    return _stretch(tokens, begin, kind, (first, second), at + 2)


def ordinal_part(tokens: Tokens, at: int) -> Stretch | None:
    """``ordinal ["och" ordinal] ("kvartalet" | "halvåret" …) ["av"] [year]``."""
    found = ordinal(tokens, at)
    if found is None:
        return None
    first, ahead = found
    second = first
    if tokens[ahead].role in _JOINS:
        is_article = tokens[ahead + 1].role is Role.ARTICLE
        second, ahead = ordinal(tokens, ahead + 1 + is_article) or found
    unit = tokens[ahead]
    if unit.role is not Role.UNIT or unit.value == "week" or second < first:
        return None
    return _stretch(tokens, at, unit.value, (first, second), ahead + 1)


def _stretch(
    tokens: Tokens, begin: int, kind: str, numbers: tuple[int, int], at: int
) -> Stretch | None:
    """Put the year that follows to the first and the last of some parts of it."""
    first, last = (part_of_year(kind, each) for each in numbers)
    if first is None or last is None:
        return None
    point = with_year(tokens, last, begin, at)
    if first == last:
        return Stretch.of(point)
    return Stretch(evolve(point, unit=first), point)


def season(tokens: Tokens, at: int) -> Stretch | None:
    """``season = "våren" [year] | "vintern" year ("/" | "-") year``."""
    value = tokens[at].value
    point = with_year(tokens, SEASONS[value], at, at + 1)
    if point.end == at + 1 and not _is_season_by_itself(tokens, at):
        return None
    end = end_of_pair(tokens, point) if value == "winter" else None
    return Stretch.of(evolve(point, end=end or point.end))


def _is_season_by_itself(tokens: Tokens, at: int) -> bool:
    """Tell "våren", and "vår och höst", from "vår" that may mean "our"."""
    if tokens[at].role is Role.SEASON:
        return True
    return tokens[at + 1].role in _JOINS and tokens[at + 2].role is Role.SEASON_BARE


def term(tokens: Tokens, at: int) -> Stretch:
    """``term = "vårterminen" [year] | "VT" ["-"] two digits``."""
    unit = TERMS[tokens[at].value]
    dash = tokens[at + 1]
    ahead = at + 1 + (dash.role is Role.DASH and dash.glued)
    year = number(tokens[ahead], 2)
    if year is not None and year >= FIRST_SHORT_YEAR:
        return Stretch.of(Point(unit, at, ahead + 1, 2000 + year))
    point = with_year(tokens, unit, at, ahead)
    return Stretch.of(point if point.year else with_year(tokens, unit, at, at + 1))


def school_year(tokens: Tokens, at: int) -> Stretch:
    """``school_year = "läsåret" [year ("/" | "-") year]``; one year is not clear."""
    point = with_year(tokens, SCHOOL_YEAR, at, at + 1)
    short = number(tokens[at + 1], 2)
    if short is not None:
        point = evolve(point, year=2000 + short, end=at + 2)
    if point.year is None:
        return Stretch.of(evolve(point, weak=point.years_on is None))
    end = end_of_pair(tokens, point)
    if end is None:
        return Stretch.of(evolve(point, unit=UNCLEAR))
    return Stretch.of(evolve(point, end=end))


def same_again(tokens: Tokens, at: int, like: Point) -> Stretch | None:
    """``same_again = year ("/" | "-") year``, a school year after another."""
    year = year_at(tokens, at)
    if like.unit is not SCHOOL_YEAR or year is None:
        return None
    point = Point(SCHOOL_YEAR, at, at + 1, year)
    end = end_of_pair(tokens, point)
    return None if end is None else Stretch.of(evolve(point, end=end))


def turn(tokens: Tokens, at: int) -> Stretch:
    """``turn = "halvårsskiftet" [year] | "årsskiftet" [year ("/" | "-") year]``."""
    kind = tokens[at].value
    point = with_year(tokens, TURNS[kind], at, at + 1)
    if kind == "half_year" or point.year is None:
        return Stretch.of(point)
    end = end_of_pair(tokens, point)
    if end is None:
        return Stretch.of(evolve(point, unit=UNCLEAR, weak=True))
    return Stretch.of(evolve(point, end=end))
