"""The grammar of dates in digits alone: 2019-06-01, 20190601, 20.12.31, 1/1 2019."""

from __future__ import annotations

from attrs import evolve

from medborgarloften.reading.periods._calendar import (
    UNCLEAR,
    Point,
    day_of_year,
    month_of_year,
    part_of_year,
)
from medborgarloften.reading.periods._numerals import (
    FIRST_SHORT_YEAR,
    has_digits,
    is_year,
    number,
    short_year,
    with_year,
    year_at,
)
from medborgarloften.reading.periods._tokens import Tokens
from medborgarloften.reading.periods._words import Role

__all__ = ["iso_month", "month_and_day", "numeric_day"]

_DAYS, _MONTHS = range(1, 32), range(1, 13)
_ISO_MARKS = {Role.DASH, Role.DOT, Role.SLASH}


def numeric_day(tokens: Tokens, at: int) -> Point | None:
    """``numeric_day = compact | iso | dotted | day "/" month [year]``."""
    match len(tokens[at].value):
        case 8 | 6:
            return _compact(tokens, at)
        case 4:
            return _iso(tokens, at)
        case 1 | 2:
            dotted = _dotted(tokens, at) or _short_iso(tokens, at)
            return dotted or _day_and_month(tokens, at)
        case _:
            return None


def _compact(tokens: Tokens, at: int) -> Point | None:
    """``compact = yyyymmdd | yymmdd``; the short form is weak."""
    digits = tokens[at].value
    year, month, day = int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    is_short = has_digits(tokens[at], 6)
    year += 2000 if is_short else 0
    if not is_year(year) or month not in _MONTHS or day not in _DAYS:
        return None
    return Point(day_of_year(month, day), at, at + 1, year, weak=is_short)


def _glued(tokens: Tokens, at: int, marks: set[Role], digits: int) -> str | None:
    """Read the digits after a mark, with no space on either side of it."""
    mark, token = tokens[at], tokens[at + 1]
    if mark.role not in marks or len(mark.value) > 1:
        return None
    if not (mark.glued and token.glued) or number(token, digits) is None:
        return None
    return token.value


def _iso(tokens: Tokens, at: int) -> Point | None:
    """``iso = year mark month mark day [clock]``, the same mark twice: ``- . /``."""
    year = year_at(tokens, at)
    marks = _ISO_MARKS & {tokens[at + 1].role}
    month = _glued(tokens, at + 1, marks, 2)
    day = month and _glued(tokens, at + 3, marks, 2)
    if year is None or not month or not day:
        return None
    end = _after_clock(tokens, at + 5)
    return Point(day_of_year(int(month), int(day)), at, end, year)


def _after_clock(tokens: Tokens, at: int) -> int:
    """``clock = "T" number {":" number}``: the token after it, if there is one."""
    if tokens[at].value != "t" or not (tokens[at].glued and tokens[at + 1].glued):
        return at
    at += 2
    while tokens[at].role is Role.COLON and tokens[at + 1].role is Role.NUMBER:
        at += 2
    return at


def _dotted(tokens: Tokens, at: int) -> Point | None:
    """``dotted = day "." month "." year | yy "." mm "." dd | dd "." mm "." yy``."""
    middle = _glued(tokens, at + 1, {Role.DOT}, 2)
    last = middle and _glued(tokens, at + 3, {Role.DOT}, 4)
    if not middle or not last or int(middle) not in _MONTHS:
        return None
    first, month, third = int(tokens[at].value), int(middle), int(last)
    if has_digits(tokens[at + 4], 4):
        day, year = first, third
    elif first >= FIRST_SHORT_YEAR and third in _DAYS:
        # Swedes put the year first; only what cannot be one shows otherwise.
        day, year = third, 2000 + first
    else:
        day, year = first, 2000 + third
    if not is_year(year) or day not in _DAYS:
        return None
    return Point(day_of_year(month, day), at, at + 5, year)


def _short_iso(tokens: Tokens, at: int) -> Point | None:
    """``short_iso = yy "-" mm "-" dd``, which is weak: it may be any number."""
    if not has_digits(tokens[at], 2) or int(tokens[at].value) < FIRST_SHORT_YEAR:
        return None
    month = _glued(tokens, at + 1, {Role.DASH}, 2)
    day = month and _glued(tokens, at + 3, {Role.DASH}, 2)
    if not month or not day or len(month + day) != len("mmdd"):
        return None
    if int(month) not in _MONTHS or int(day) not in _DAYS:
        return None
    unit = day_of_year(int(month), int(day))
    return Point(unit, at, at + 5, 2000 + int(tokens[at].value), weak=True)


def _day_and_month(tokens: Tokens, at: int) -> Point | None:
    """``day "/" month ["-"] [year]``; without a year it is weak."""
    digits = _glued(tokens, at + 1, {Role.SLASH}, 2)
    day, month = int(tokens[at].value), int(digits or 0)
    end = at + 3
    if day not in _DAYS or month not in _MONTHS or tokens[end].role is Role.SLASH:
        return None
    unit = day_of_year(month, day)
    if tokens[end].role is Role.DASH and tokens[end + 1].glued:
        year = year_at(tokens, end + 1) or short_year(tokens, end + 1)
        if year is not None:
            return Point(unit, at, end + 2, year)
    point = with_year(tokens, unit, at, end)
    return evolve(point, weak=point.year is None and point.years_on is None)


def iso_month(tokens: Tokens, at: int) -> Point | None:
    """``iso_month = year "-" mm | year "-W" week``."""
    year = year_at(tokens, at)
    if year is None or tokens[at + 1].role is not Role.DASH:
        return None
    if tokens[at + 2].value == "w" and tokens[at + 2].glued:
        week = number(tokens[at + 3], 2)
        if not week:
            return None
        return Point(part_of_year("week", week), at, at + 4, year)
    digits = _glued(tokens, at + 1, {Role.DASH}, 2)
    month = int(digits or 0)
    if month not in _MONTHS or not has_digits(tokens[at + 2], 2):
        return None
    # "2010-12" may be a December, or three years.
    unit = UNCLEAR if month > year % 100 else month_of_year(month)
    return Point(unit, at, at + 3, year)


def month_and_day(tokens: Tokens, at: int) -> Point | None:
    """``month_and_day = mm "-" dd``, after a day whose year it shares."""
    day = _glued(tokens, at + 1, {Role.DASH}, 2)
    month = number(tokens[at], 2) or 0
    if day is None or month not in _MONTHS:
        return None
    return Point(day_of_year(month, int(day)), at, at + 3)
