"""The grammar of points: days, months, parts of years, and years.

Each rule begins at a token and gives the `Stretch` that stands there, or nothing.
None looks further ahead than a handful of tokens, and none goes back.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from attrs import evolve

from medborgarloften.reading.periods._calendar import (
    NOW,
    YEAR,
    Point,
    Stretch,
    day_of_year,
    month_of_year,
)
from medborgarloften.reading.periods._numerals import (
    FIRST_SHORT_YEAR,
    MONTHS,
    day_number,
    has_digits,
    number,
    with_year,
    year_at,
)
from medborgarloften.reading.periods._numeric import iso_month, numeric_day
from medborgarloften.reading.periods._parts import (
    end_of_year,
    genitive,
    last_part,
    lettered,
    numbered,
    ordinal_part,
    school_year,
    season,
    term,
    turn,
)
from medborgarloften.reading.periods._tokens import Tokens
from medborgarloften.reading.periods._words import Role

__all__ = ["RULES", "days_between", "stretch"]

Rule: TypeAlias = Callable[[Tokens, int], Stretch | None]

_DAY_JOINS = frozenset({Role.DASH, Role.TO})
_NOT_TWICE = {Role.EDGE, Role.REST}
_LONGEST_AGREEMENT = 10
_YEARS_END = evolve(YEAR, opens=None)


def stretch(tokens: Tokens, at: int) -> Stretch | None:
    """``point = numeric | day | month | numbered | season | … | year``."""
    rule = RULES.get(tokens[at].role)
    return rule(tokens, at) if rule else None


# ---------------------------------------------------------------- days


def _numeric(tokens: Tokens, at: int) -> Stretch | None:
    """``numeric = numeric_day | iso_month | day | ordinal_part | year``."""
    point = numeric_day(tokens, at) or iso_month(tokens, at)
    if point is not None:
        return Stretch.of(point)
    return _ordinal(tokens, at) or _year(tokens, at)


def _ordinal(tokens: Tokens, at: int) -> Stretch | None:
    """``day | ordinal_part | end_of_year``: "första juni", "första kvartalet"."""
    found = _day(tokens, at, at) or ordinal_part(tokens, at)
    return found or _dated(end_of_year(tokens, at))


def _cardinal(tokens: Tokens, at: int) -> Stretch | None:
    """``end_of_year`` with its count first: "tre sista månaderna 2022"."""
    return _dated(end_of_year(tokens, at))


def _day(
    tokens: Tokens, begin: int, at: int, *, joins: AbstractSet[Role] = _DAY_JOINS
) -> Stretch | None:
    """``day = day_number [("-" | "till") ["den"] day_number] month [year]``."""
    found = day_number(tokens, at)
    if found is None:
        return None
    day, ahead = found
    # "1.-31. mars", where the first dot is no end of a sentence.
    is_dotted = tokens[ahead].role is Role.DOT and tokens[ahead + 1].glued
    ahead += is_dotted and tokens[ahead + 1].role in joins
    first: tuple[int, int] | None = None
    if tokens[ahead].role in joins:
        other = day_number(tokens, _after_den(tokens, ahead + 1))
        if other is not None:
            first, (day, ahead) = found, other
    if tokens[ahead].role not in MONTHS:
        return None
    month = int(tokens[ahead].value)
    last = with_year(tokens, day_of_year(month, day), begin, ahead + 1)
    if first is None:
        return Stretch.of(last)
    return Stretch(evolve(last, unit=day_of_year(month, first[0]), end=first[1]), last)


def _after_den(tokens: Tokens, at: int) -> int:
    return at + (tokens[at].role is Role.ARTICLE)


def days_between(tokens: Tokens, at: int) -> Stretch | None:
    """``days_between = day_number "och" day_number month [year]``, after "mellan"."""
    return _day(tokens, at, at, joins={Role.AND})


def _weekday(tokens: Tokens, at: int) -> Stretch | None:
    """``weekday [","] ["den"] (day | numeric_day)``."""
    comma = tokens[at + 1].role in {Role.COMMA, Role.DOT}
    ahead = _after_den(tokens, at + 1 + comma)
    found = _day(tokens, at, ahead)
    if found is not None or tokens[ahead].role is not Role.NUMBER:
        return found
    point = numeric_day(tokens, ahead)
    return None if point is None else Stretch.of(evolve(point, begin=at, weak=False))


def _after_article(tokens: Tokens, at: int) -> Stretch | None:
    """``"den" (day | numeric_day | ordinal_part | last | end_of_year)``."""
    role = tokens[at + 1].role
    if role not in {Role.NUMBER, Role.CARDINAL, Role.ORDINAL, Role.LAST}:
        return None
    found = stretch(tokens, at + 1)
    if found is None or found.first.unit is YEAR:
        return None
    return found.begun(at)


def _last(tokens: Tokens, at: int) -> Stretch | None:
    """``last = "sista" month [year] | last_part | end_of_year``."""
    if tokens[at + 1].role is not Role.MONTH:
        return _dated(last_part(tokens, at) or end_of_year(tokens, at))
    unit = day_of_year(int(tokens[at + 1].value), None)
    return Stretch.of(with_year(tokens, unit, at, at + 2))


def _dated(found: Stretch | None) -> Stretch | None:
    """Keep what has a year: else "sista halvåret" is the one that has been."""
    if found is None or (found.last.year is None and found.last.years_on is None):
        return None
    return found


def _named_day(tokens: Tokens, at: int) -> Stretch:
    """``named_day = "nyårsafton" [year]``."""
    month, day = map(int, tokens[at].value.split("-"))
    return Stretch.of(with_year(tokens, day_of_year(month, day), at, at + 1))


def _now(tokens: Tokens, at: int) -> Stretch:
    """``now = "nu" | "idag" | "undertecknandet" ["den" day]``."""
    signed = _day(tokens, at, _after_den(tokens, at + 1))
    if signed is not None and signed.is_one:
        return signed
    return Stretch.of(Point(NOW, at, at + 1, years_on=0))


# ---------------------------------------------------------------- months


def _month(tokens: Tokens, at: int) -> Stretch | None:
    """``month = name ["månad"] [year] | name day [","] year``."""
    month = int(tokens[at].value)
    english = _english_day(tokens, at, month)
    if english is not None:
        return Stretch.of(english)
    ahead = at + 1 + (tokens[at + 1].role is Role.MONTH_WORD)
    point = with_year(tokens, month_of_year(month), at, ahead)
    has_year = point.year is not None or point.years_on is not None
    if tokens[at].role is Role.MONTH_SHORT and not (
        has_year or _is_joined(tokens, at + 1)
    ):
        return None
    return Stretch.of(evolve(point, weak=not has_year and ahead == at + 1))


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Tell "jan-juni" from "Jan"."""
    is_join = tokens[at].role in {*_DAY_JOINS, Role.AND, Role.SLASH}
    return is_join and tokens[at + 1].role in MONTHS


def _english_day(tokens: Tokens, at: int, month: int) -> Point | None:
    """``english_day = month day [","] year``: "Mar 06, 2020"."""
    day = number(tokens[at + 1], 2)
    ahead = at + 2 + (tokens[at + 2].role is Role.COMMA)
    year = year_at(tokens, ahead)
    if day is None or year is None:
        return None
    return Point(day_of_year(month, day), at, ahead + 1, year)


# ---------------------------------------------------------------- years


def _year(tokens: Tokens, at: int) -> Stretch | None:
    """``year = digits ["års"] ["slut"] | digits numbered``: "2022 kvartal 1"."""
    year = year_at(tokens, at)
    if year is None:
        return _short_years(tokens, at)
    after = tokens[at + 1]
    part = numbered(tokens, at + 1) if after.role is Role.UNIT else None
    if part is not None and part.is_one and part.first.year is None:
        return Stretch.of(evolve(part.first, begin=at, year=year))
    is_genitive = after.role is Role.YEAR_WORD and after.value == "genitive"
    return _of_year(tokens, Point(YEAR, at, at + 1 + is_genitive, year))


def _short_years(tokens: Tokens, at: int) -> Stretch | None:
    """``two digits ("-" | "/" | "och") two digits``, after "åren": "åren 22-23"."""
    is_led = at > 0 and tokens[at - 1][:2] == (Role.YEAR_WORD, "plural")
    is_joined = tokens[at + 1].role in {Role.DASH, Role.SLASH, Role.AND}
    if not (is_led and is_joined and has_digits(tokens[at], 2)):
        return None
    first, last = number(tokens[at], 2) or 0, number(tokens[at + 2], 2) or 0
    if not FIRST_SHORT_YEAR <= first < last <= first + _LONGEST_AGREEMENT:
        return None
    return Stretch(
        Point(YEAR, at, at + 1, 2000 + first),
        Point(YEAR, at + 2, at + 3, 2000 + last),
    )


def _of_year(tokens: Tokens, point: Point) -> Stretch:
    """``point ["slut" | part_of]``: "årets slut", "2021 års andra hälft"."""
    after = tokens[point.end]
    if tokens[point.end - 1].role is Role.YEAR_WORD:
        part = _part_of(tokens, point)
        if part is not None:
            return part
    if after.role is Role.TO and after.value == "end":
        return Stretch.of(evolve(point, unit=_YEARS_END, end=point.end + 1))
    return Stretch.of(point)


def _part_of(tokens: Tokens, point: Point) -> Stretch | None:
    """``part_of = ordinal_part | last_part | end_of_year``, of a named year."""
    part = (
        ordinal_part(tokens, point.end)
        or (last_part(tokens, point.end) if _is_last(tokens, point.end) else None)
        or end_of_year(tokens, point.end)
    )
    if part is None or part.last.year is not None:
        return None
    first, last = (
        evolve(each, begin=point.begin, year=point.year, years_on=point.years_on)
        for each in (part.first, part.last)
    )
    return Stretch.of(last) if part.is_one else Stretch(first, last)


def _is_last(tokens: Tokens, at: int) -> bool:
    return tokens[at].role is Role.LAST


def _worded_year(tokens: Tokens, at: int) -> Stretch | None:
    """``"år" year | "året" [year] | "årets" ["slut"]``; a mere "året" is weak."""
    found = _year(tokens, at + 1)
    if found is not None:
        return found.begun(at)
    kind = tokens[at].value
    if kind not in {"definite", "definite_genitive"}:
        return None
    weak = kind == "definite"
    return _of_year(tokens, Point(YEAR, at, at + 1, years_on=0, weak=weak))


def _relative_year(tokens: Tokens, at: int) -> Stretch:
    """``relative_year = "i år" | "nästa år" | "förra året"``."""
    years_on = int(tokens[at].value)
    return _of_year(tokens, Point(YEAR, at, at + 1, years_on=years_on))


def _edge(tokens: Tokens, at: int) -> Stretch | None:
    """``edge = ("slutet av" | "början av" | "mitten av") point``."""
    found = _not_nested(tokens, at + 1)
    if found is None or not found.is_one:
        return None
    point, kind = found.first, tokens[at].value
    unit = evolve(
        point.unit,
        opens=point.unit.opens if kind == "beginning" else None,
        closes=point.unit.closes if kind == "end" else None,
    )
    return Stretch.of(evolve(point, unit=unit, begin=at, weak=True))


def _rest(tokens: Tokens, at: int) -> Stretch | None:
    """``rest = "resten av" point``: from the day of the text through the point."""
    found = _not_nested(tokens, at + 1)
    if found is None:
        return None
    last = evolve(found.last, begin=at, weak=False)
    return Stretch(Point(NOW, at, at + 1, years_on=0), last)


def _not_nested(tokens: Tokens, at: int) -> Stretch | None:
    """Read a point that is not itself an edge or a rest, so that none is endless."""
    return None if tokens[at].role in _NOT_TWICE else stretch(tokens, at)


RULES: dict[Role, Rule] = {
    Role.NUMBER: _numeric,
    Role.WEEKDAY: _weekday,
    Role.ARTICLE: _after_article,
    Role.ORDINAL: _ordinal,
    Role.CARDINAL: _cardinal,
    Role.LAST: _last,
    Role.MONTH: _month,
    Role.MONTH_SHORT: _month,
    Role.NAMED_DAY: _named_day,
    Role.UNIT: numbered,
    Role.OTHER: lettered,
    Role.SEASON: season,
    Role.SEASON_BARE: season,
    Role.TERM: term,
    Role.GENITIVE: genitive,
    Role.SCHOOL_YEAR: school_year,
    Role.TURN: turn,
    Role.YEAR_WORD: _worded_year,
    Role.RELATIVE_YEAR: _relative_year,
    Role.NOW: _now,
    Role.EDGE: _edge,
    Role.REST: _rest,
}
