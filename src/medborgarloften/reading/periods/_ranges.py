"""The grammar of extents: a point, a range, or several joined with "och"."""

from __future__ import annotations

from attrs import evolve

from medborgarloften.model import Precision
from medborgarloften.reading.periods._calendar import YEAR, Point, Stretch
from medborgarloften.reading.periods._dates import days_between, stretch
from medborgarloften.reading.periods._numerals import MONTHS, has_digits, year_at
from medborgarloften.reading.periods._numeric import month_and_day
from medborgarloften.reading.periods._parts import over_new_year, same_again
from medborgarloften.reading.periods._shapes import Expression, Form
from medborgarloften.reading.periods._tokens import Tokens
from medborgarloften.reading.periods._traps import MARKS
from medborgarloften.reading.periods._words import Role

__all__ = ["after_inner", "after_lead", "between", "extent", "led_in", "range_at"]

_LEADS = {"under", "för", "i", "på", "inom", "avseende", "omfattar"}
_INNER = {Role.IN, Role.WHOLE, Role.PERIOD, Role.COLON, Role.CUE}
_LONGEST_LEAD = 5
_LIST = 3
_ENDS = {Role.DOT, Role.BRACKET, Role.BREAK}
_LONGEST_AGREEMENT = 10
# "2019-18" is years in the wrong order; "2019-11" is the number of a case.
_LONGEST_SLIP = 3


def after_lead(tokens: Tokens, at: int) -> int:
    """``lead = ["under" | "för" …] ["den"] ["hela"] ["perioden" [":"]] ["åren"]``."""
    end = at
    while end - at < _LONGEST_LEAD and _can_lead(tokens, end, is_first=end == at):
        end += 1
    return end


def _can_lead(tokens: Tokens, at: int, *, is_first: bool) -> bool:
    token = tokens[at]
    match token.role:
        case Role.IN:
            return token.value in _LEADS
        case Role.ARTICLE | Role.WHOLE:
            return True
        case Role.PERIOD:
            return token.value == "period"
        case Role.YEAR_WORD:
            return token.value == "plural"
        case Role.COLON:
            return not is_first
        case _:
            return False


def after_inner(tokens: Tokens, at: int) -> int:
    """Skip what may stand between "till" and its day: "i", "hela", "perioden"."""
    end = at
    while end - at < _LONGEST_LEAD and tokens[end].role in _INNER:
        end += 1
    return end


def extent(tokens: Tokens, at: int) -> Expression | None:
    """``extent = list ["och framåt"] | range "ut"``."""
    first = range_at(tokens, at)
    if first is None:
        return None
    if tokens[first.end].role is Role.OUT:
        return Expression(
            form=Form.UNTIL, begin=at, end=first.end + 1, parts=(first,), lead="till"
        )
    parts = _list(tokens, first)
    end = parts[-1].end
    onwards = tokens[end].role is Role.ONWARDS
    return Expression(
        form=Form.SINCE if onwards else _form(first, is_one=len(parts) == 1),
        begin=at,
        end=end + onwards,
        parts=parts,
        bare=all(_is_bare(part) for part in parts),
        onwards=onwards,
    )


def _is_bare(part: Stretch) -> bool:
    return part.is_one and (part.first.weak or part.first.unit.is_moment)


def _form(first: Stretch, *, is_one: bool) -> Form:
    if not (is_one and first.is_one):
        return Form.RANGE
    unit = first.first.unit
    if unit.last_precision is Precision.YEAR:
        return Form.YEAR
    return Form.DAY if unit.opens is unit.closes else Form.UNIT


def _list(tokens: Tokens, first: Stretch) -> tuple[Stretch, ...]:
    """``list = range {"," point} {("och" | "samt" | "/") range}``.

    Commas alone join three points or more: "2019, 2020" may be two things.
    """
    parts = [first]
    while tokens[parts[-1].end].role is Role.COMMA:
        following = range_at(tokens, parts[-1].end + 1)
        if following is None or not _are_alike(parts[-1], following):
            break
        parts.append(following)
    by_comma = len(parts)
    while join := _join(tokens, first.begin, parts[-1].end):
        ahead = after_lead(tokens, parts[-1].end + join)
        again = same_again(tokens, ahead, parts[-1].last)
        following = again or _next_year(tokens, parts[-1].last, ahead)
        following = following or range_at(tokens, ahead)
        if following is None or not _go_together(parts[-1], following):
            break
        parts.append(following)
    return tuple(parts[:1] if len(parts) == by_comma < _LIST else parts)


def _join(tokens: Tokens, begin: int, at: int) -> int:
    """``join = ([","] "samt") | "och" | "/" | "som"``, how many tokens it has."""
    role = tokens[at].role
    if role in {Role.AND, Role.SLASH}:
        return 1
    if role is Role.COMMA and tokens[at + 1][:2] == (Role.AND, "also"):
        return 2
    is_both = begin > 0 and tokens[begin - 1].role is Role.BOTH
    return int(is_both and tokens[at].value == "som")


def _next_year(tokens: Tokens, first: Point, at: int) -> Stretch | None:
    """``"nästa" | two digits``, the next year, with nothing after that they count."""
    if _is_next(tokens, first, at):
        return Stretch.of(Point(YEAR, at, at + 1, years_on=1))
    if first.unit is not YEAR or first.year is None or not has_digits(tokens[at], 2):
        return None
    if tokens[at + 1].role not in _ENDS:
        return None
    year = first.year + 1
    is_next = year % 100 == int(tokens[at].value)
    return Stretch.of(Point(YEAR, at, at + 1, year)) if is_next else None


def _is_next(tokens: Tokens, first: Point, at: int) -> bool:
    """Tell "resten av året och nästa" from "året och nästa löfte"."""
    is_this_year = first.unit is YEAR and first.years_on == 0
    is_next = tokens[at][:2] == (Role.RENEWAL, "next")
    return is_this_year and is_next and tokens[at + 1].role in _ENDS


def _are_alike(first: Stretch, second: Stretch) -> bool:
    """Tell "juni, juli" from "juni, 2019"."""
    precisions = {part.first.unit.first_precision for part in (first, second)}
    are_points = first.is_one and second.is_one
    return are_points and len(precisions) == 1 and _go_together(first, second)


def _go_together(first: Stretch, second: Stretch) -> bool:
    """Tell "juni och juli" from "den 1 juni och den 5 juli"."""
    return not any(
        part.is_one
        and (
            part.first.unit.opens is part.first.unit.closes or part.last.unit.is_moment
        )
        for part in (first, second)
    )


def range_at(tokens: Tokens, at: int) -> Stretch | None:
    """``range = point [("-" | "/" | "till" …) point]``."""
    first = stretch(tokens, at)
    if first is None or not first.is_one:
        return first
    mark, ahead = tokens[first.end], first.end + 1
    match mark.role:
        case Role.DASH:
            last = _after_dash(tokens, first.first, ahead)
        case Role.SLASH:
            last = _after_slash(tokens, first.first, ahead)
        case Role.TO if mark.value in {"to", "tills", "at_most"}:
            ahead = after_inner(tokens, ahead)
            last = _after_to(tokens, first.first, ahead)
        case _:
            last = None
    if last is None:
        return first
    return over_new_year(tokens, Stretch(first.first, last.last))


def _after_to(tokens: Tokens, first: Point, at: int) -> Stretch | None:
    """``mm "-" dd | "-" two digits of a year | point``."""
    if tokens[at].role is Role.DASH:
        return _short_second_year(tokens, first, at + 1)
    return _partial(tokens, first, at) or stretch(tokens, at)


def _after_dash(tokens: Tokens, first: Point, at: int) -> Stretch | None:
    """``school_year | two digits of a year | mm "-" dd | ["till"] point``."""
    found = same_again(tokens, at, first) or _short_second_year(tokens, first, at)
    if found is not None:
        return found
    partial = _partial(tokens, first, at)
    return partial or stretch(
        tokens, after_inner(tokens, at + (tokens[at].role is Role.TO))
    )


def _partial(tokens: Tokens, first: Point, at: int) -> Stretch | None:
    """``mm "-" dd [year]``, after a day whose year it shares, and counting nothing."""
    if first.year is None or first.unit.opens is not first.unit.closes:
        return None
    point = month_and_day(tokens, at)
    if point is None or tokens[point.end].role is Role.NO_YEAR_BEFORE:
        return None
    # "2020-03-01—02-28 2021", where the year stands behind.
    year = year_at(tokens, point.end)
    behind = evolve(point, year=year, end=point.end + (year is not None))
    return Stretch.of(behind)


def _short_second_year(tokens: Tokens, first: Point, at: int) -> Stretch | None:
    """``two digits``, the last two of a year soon after the first."""
    if first.unit is not YEAR or first.year is None or not has_digits(tokens[at], 2):
        return None
    if tokens[at + 1].role in {*MONTHS, Role.YEAR_WORD} or _goes_on(tokens, at + 1):
        return None
    year = first.year - first.year % 100 + int(tokens[at].value)
    if not -_LONGEST_SLIP <= year - first.year <= _LONGEST_AGREEMENT:
        return None
    return Stretch.of(Point(YEAR, at, at + 1, year))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell "2019 - 20/1 2021" from "2019-20"."""
    mark, beyond = tokens[at], tokens[at + 1]
    return (
        mark.glued
        and mark.role in MARKS
        and beyond.glued
        and (beyond.role is Role.NUMBER)
    )


def _after_slash(tokens: Tokens, first: Point, at: int) -> Stretch | None:
    """``two digits of a year | year``, or a day after a day."""
    if year_at(tokens, at) is None:
        return _short_second_year(tokens, first, at)
    return stretch(tokens, at)


def between(tokens: Tokens, at: int) -> Expression | None:
    """``between = "mellan" (point "och" point | days_between | range)``."""
    ahead = after_lead(tokens, at + 1)
    found = days_between(tokens, ahead) or range_at(tokens, ahead)
    if found is None:
        return None
    if found.is_one and tokens[found.end].role is Role.AND:
        last = stretch(tokens, after_lead(tokens, found.end + 1))
        found = found if last is None else Stretch(found.first, last.last)
    if found.is_one:
        return None
    return Expression(
        form=Form.RANGE, begin=at, end=found.end, parts=(found,), lead="mellan"
    )


def led_in(found: Expression, tokens: Tokens, at: int, end: int) -> Expression:
    """Return the expression with the tokens from *at* to *end* that lead it in."""
    leading = (tokens[place] for place in range(at, end))
    word = next((each.value for each in leading if each.role in _LEADING), None)
    bare = found.bare and not _is_enough(found, word)
    return evolve(found, begin=at, lead=found.lead or word, bare=bare)


_LEADING = {Role.IN, Role.WHOLE, Role.PERIOD}


def _is_enough(found: Expression, word: str | None) -> bool:
    """Tell whether a lead makes enough of what is too little alone."""
    unit = found.parts[0].first.unit
    return not unit.is_moment and (word is not None or unit is not YEAR)
