"""The grammar of numbers: years in four digits and two, ordinals, days of months.

Each rule begins at a token and looks no further ahead than a handful of them.
"""

from __future__ import annotations

from medborgarloften.reading.periods._calendar import Point, Unit
from medborgarloften.reading.periods._tokens import Token, Tokens
from medborgarloften.reading.periods._words import Role, vocabulary

__all__ = [
    "FIRST_SHORT_YEAR",
    "MONTHS",
    "day_number",
    "end_of_pair",
    "has_digits",
    "is_year",
    "number",
    "ordinal",
    "short_year",
    "with_year",
    "year_at",
]

MONTHS = {Role.MONTH, Role.MONTH_SHORT, Role.MONTH_AFTER_DAY}
# Two digits below this are a day or a month, never a year.
FIRST_SHORT_YEAR = 10

_EARLIEST, _LATEST = 1950, 2099
_BEFORE_SHORT_YEAR = {"-", "–", "'", "’"}


def has_digits(token: Token, count: int) -> bool:
    """Tell whether a token is a number of exactly so many digits."""
    return token.role is Role.NUMBER and len(token.value) == count


def number(token: Token, digits: int) -> int | None:
    """Read a number of at most so many digits."""
    if token.role is Role.NUMBER and len(token.value) <= digits:
        return int(token.value)
    return None


def is_year(year: int) -> bool:
    """Tell whether a number can be the year of an agreement or its past."""
    return _EARLIEST <= year <= _LATEST


def year_at(tokens: Tokens, at: int) -> int | None:
    """``year = four digits``, not followed by what it would count."""
    if not has_digits(tokens[at], 4) or not is_year(int(tokens[at].value)):
        return None
    counts = tokens[at + 1].role is Role.NO_YEAR_BEFORE
    return None if counts else int(tokens[at].value)


def short_year(tokens: Tokens, at: int) -> int | None:
    """``short_year = two digits``, glued to what is before and no day of a month."""
    token, after = tokens[at], tokens[at + 1]
    if not has_digits(token, 2) or not token.glued or after.role in MONTHS:
        return None
    is_part = after.glued and after.role in {Role.SLASH, Role.DOT}
    if is_part and tokens[at + 2].glued:
        return None
    return 2000 + int(token.value)


def end_of_pair(tokens: Tokens, point: Point) -> int | None:
    """``pair = ("/" | "-") (year | two digits)``, of the year after the point's."""
    mark, token = tokens[point.end], tokens[point.end + 1]
    if point.year is None or mark.role not in {Role.SLASH, Role.DASH}:
        return None
    century = point.year - point.year % 100
    second = (
        century + int(token.value)
        if has_digits(token, 2)
        else year_at(tokens, point.end + 1)
    )
    return point.end + 2 if second == point.year + 1 else None


def ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """``ordinal = "första" | number ":" ending``: its number and the token after."""
    token = tokens[at]
    if token.role is Role.ORDINAL:
        return int(token.value), at + 1
    value, colon, ending = number(token, 2), tokens[at + 1], tokens[at + 2]
    if value is None or colon.role is not Role.COLON or not ending.glued:
        return None
    return (value, at + 3) if ending.value in vocabulary().endings else None


def day_number(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """``day_number = ordinal | number ["."]``: its number and the token after."""
    found = ordinal(tokens, at)
    if found is not None:
        return found
    value = number(tokens[at], 2)
    if value is None:
        return None
    dotted = tokens[at + 1].role is Role.DOT and tokens[at + 2].role in MONTHS
    return value, at + 1 + dotted


def with_year(tokens: Tokens, unit: Unit, begin: int, at: int) -> Point:
    """``with_year = unit [[","] ["av"] ["år"] year | relative | "-19"]``."""
    ahead = at + (tokens[at].role in {Role.COMMA, Role.IN})
    ahead += tokens[ahead].role is Role.ARTICLE
    ahead += tokens[ahead].role is Role.YEAR_WORD
    year = year_at(tokens, ahead)
    if year is not None:
        return Point(unit, begin, ahead + 1, year)
    token = tokens[at]
    if token.role is Role.RELATIVE_YEAR:
        return Point(unit, begin, at + 1, years_on=int(token.value))
    if token.role is Role.SAME_YEAR:
        return Point(unit, begin, at + 1)
    if token.value in _BEFORE_SHORT_YEAR and not token.glued:
        year = short_year(tokens, at + 1)
        if year is not None:
            return Point(unit, begin, at + 2, year)
    return Point(unit, begin, at)
