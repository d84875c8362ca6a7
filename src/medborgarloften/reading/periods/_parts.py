"""The grammar of parts of years: quarters, weeks, seasons, terms and turns."""

from __future__ import annotations

from attrs import evolve

from medborgarloften.reading.periods._calendar import (
    NOWHERE,
    SCHOOL_YEAR,
    SEASONS,
    TERMS,
    TURNS,
    UNCLEAR,
    Point,
    Stretch,
    end_months,
    last_part_of_year,
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
from medborgarloften.reading.periods._tokens import Token, Tokens
from medborgarloften.reading.periods._words import Role, vocabulary

__all__ = [
    "end_of_year",
    "genitive",
    "last_part",
    "lettered",
    "numbered",
    "ordinal_part",
    "over_new_year",
    "same_again",
    "school_year",
    "season",
    "term",
    "turn",
]

_JOINS = {Role.AND, Role.DASH, Role.SLASH, Role.TO}


def numbered(tokens: Tokens, at: int) -> Stretch | None:
    """``numbered = ("kvartal" | "vecka" …) count [("-" | "och") count] [year]``."""
    found = day_number(tokens, at + 1) or _cardinal(tokens, at + 1)
    if found is None:
        return _either_half(tokens, at)
    parts = _numbers(tokens, at, tokens[at].value, *found)
    # "Per kvartal två insatser" is no second quarter, "kvartal två 2021" is.
    is_worded = tokens[at + 1].role is Role.CARDINAL
    return None if parts and is_worded and parts.last.year is None else parts


def _cardinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """``cardinal = "ett" | "två" …``: its number and the token after."""
    token = tokens[at]
    return (int(token.value), at + 1) if token.role is Role.CARDINAL else None


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
        return found if found is None or found.last.unit != NOWHERE else None
    return Stretch.of(evolve(found.first, weak=True))


def _numbers(
    tokens: Tokens, begin: int, kind: str, first: int, at: int
) -> Stretch | None:
    """``numbers = number [("-" | "och") count] [year]``, the first one read."""
    single = _stretch(tokens, begin, kind, (first, first), at)
    join = tokens[at].role
    if join not in _JOINS:
        return single
    value = number(tokens[at + 1], 2)
    found = (value, at + 2) if value else _cardinal(tokens, at + 1)
    if found is None:
        return single
    second, end = found
    both = _stretch(tokens, begin, kind, (first, second), end)
    if both is None:
        return single
    # "Vecka 12 - 2 maj" is a week and a day; "vecka 50-2 2022" goes over new year.
    if second < first:
        return over_new_year(tokens, both) if both.last.year else single
    # "Vecka 10 och 20" are two weeks, or all from one through the other.
    if join is Role.AND and second - first != 1:
        return Stretch.of(evolve(both.last, unit=UNCLEAR))
    return both


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
    if unit.role is not Role.UNIT or unit.value == "week":
        return None
    return _stretch(tokens, at, unit.value, (first, second), ahead + 1)


def _stretch(
    tokens: Tokens, begin: int, kind: str, numbers: tuple[int, int], at: int
) -> Stretch | None:
    """Put the year that follows to the first and the last of some parts of it.

    The first has the year before where it would else come after the last; a part
    that no year has is one only where a year is asked for it.
    """
    first, last = (part_of_year(kind, each) for each in numbers)
    point = with_year(tokens, last, begin, at)
    if point.year is None and NOWHERE in {first, last}:
        return None
    if numbers[0] == numbers[1]:
        return Stretch.of(point)
    return Stretch(Point(first, begin, point.end, years_on=point.years_on), point)


def over_new_year(tokens: Tokens, found: Stretch) -> Stretch:
    """``point "-" point year ["/" year]``: "november-januari 2021/2022"."""
    first, last = found.first, found.last
    end = end_of_pair(tokens, last) if first.year is None else None
    if end is None or last.year is None or last.unit is SCHOOL_YEAR:
        return found
    return Stretch(
        evolve(first, year=last.year), evolve(last, year=last.year + 1, end=end)
    )


def last_part(tokens: Tokens, at: int) -> Stretch | None:
    """``last_part = "sista" ("kvartalet" | "halvåret" …) ["av"] [year]``."""
    unit = tokens[at + 1]
    if unit.role is not Role.UNIT or unit.value == "week":
        return None
    return Stretch.of(with_year(tokens, last_part_of_year(unit.value), at, at + 2))


def end_of_year(tokens: Tokens, at: int) -> Stretch | None:
    """``("första" | "sista") count "månaderna" [year]``, in either order."""
    first, second = _cardinal(tokens, at), _cardinal(tokens, at + 1)
    count = first or second
    edge = tokens[at + 1] if first else tokens[at]
    is_months = tokens[at + 2][:2] == (Role.COUNTED, "month")
    if count is None or not is_months or not _is_first_or_last(edge):
        return None
    unit = end_months(count[0], is_last=edge.role is Role.LAST)
    return Stretch.of(with_year(tokens, unit, at, at + 3))


def _is_first_or_last(token: Token) -> bool:
    return token.role is Role.LAST or token[:2] == (Role.ORDINAL, "1")


_GENITIVES = {
    "spring_term": (TERMS["spring"], TERMS["spring"]),
    "autumn_term": (TERMS["autumn"], TERMS["autumn"]),
    "school_year": (TERMS["autumn"], TERMS["spring"]),
    **{name: (season, season) for name, season in SEASONS.items()},
}


def genitive(tokens: Tokens, at: int) -> Stretch | None:
    """``genitive = "vårterminens" ("slut" | "start" | "början") [year]``."""
    start, end = _GENITIVES[tokens[at].value]
    match tokens[at + 1][:2]:
        case (Role.TO, "end"):
            unit = evolve(end, opens=None)
        case (Role.FROM, "start") | (Role.EDGE, "beginning"):
            unit = evolve(start, closes=None)
        case _:
            return None
    return Stretch.of(evolve(with_year(tokens, unit, at, at + 2), weak=True))


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
