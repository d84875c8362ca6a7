"""The grammar of durations: "i två år", "under en treårsperiod", "ett år framåt"."""

from __future__ import annotations

from typing import NamedTuple

from medborgarloften.reading.periods._numerals import number
from medborgarloften.reading.periods._shapes import Duration, Expression, Form
from medborgarloften.reading.periods._tokens import Token, Tokens
from medborgarloften.reading.periods._words import Role

__all__ = ["duration"]

_MONTHS = {"year": 12, "half_year": 6, "tertial": 4, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "day": 1}
# Longer is more likely an age.
_LONGEST = 9 * 12


class _Length(NamedTuple):
    months: int
    days: int
    end: int
    coming: bool = False


def duration(tokens: Tokens, begin: int, at: int) -> Expression | None:
    """``duration = ["kommande"] length ["framåt"]``, but not "sedan", "i taget".

    Its tokens begin at *begin* where something leads it in.
    """
    coming = tokens[at].role is Role.COMING
    found = _length(tokens, at + coming)
    if found is None or _is_no_length(tokens[found.end]):
        return None
    onwards = tokens[found.end].role is Role.ONWARDS
    from_now = coming or found.coming or onwards
    is_led = begin < at or (at > 0 and tokens[at - 1].role is Role.CUE)
    return Expression(
        form=Form.DURATION,
        begin=begin,
        end=found.end + onwards,
        duration=Duration(found.months, found.days, from_now),
        bare=not (is_led or from_now),
    )


def _is_no_length(after: Token) -> bool:
    """Tell "ett år sedan" ("ago") and "ett år i taget" ("at a time")."""
    return after.role is Role.EACH_TIME or after[:2] == (Role.FROM, "since")


def _length(tokens: Tokens, at: int) -> _Length | None:
    """``length = count ["kommande"] [half] unit | ["en"] "treårsperiod"``."""
    token = tokens[at]
    if token.role is Role.DURATION:
        return _Length(int(token.value), 0, at + 1)
    near = _near(tokens, at)
    if near is not None:
        return near
    count = int(token.value) if token.role is Role.CARDINAL else number(token, 2)
    if not count:
        return None
    ahead = at + 1
    if count == 1 and tokens[ahead].role is Role.DURATION:
        return _Length(int(tokens[ahead].value), 0, ahead + 1)
    ahead += tokens[ahead].role is Role.DASH and tokens[ahead].glued
    if tokens[ahead].role is Role.DURATION_ENDING:
        return _sensible(count * 2, _MONTHS[tokens[ahead].value], 0, ahead + 1)
    coming = tokens[ahead].role is Role.COMING
    halves, ahead = _halves(tokens, count, ahead + coming)
    months, days = _unit(tokens[ahead])
    return _sensible(halves, months, days, ahead + 1, coming=coming)


def _near(tokens: Tokens, at: int) -> _Length | None:
    """``near = "närmaste" ("året" | "halvåret")``, one of them from now."""
    if at == 0 or tokens[at - 1][:2] != (Role.COMING, "near"):
        return None
    months, _ = _unit(tokens[at])
    is_one = tokens[at].value in {"definite", "half_year"}
    return _Length(months, 0, at + 1, coming=True) if is_one and months else None


def _halves(tokens: Tokens, count: int, at: int) -> tuple[int, int]:
    """``half = "och ett halvt" | ",5" | "halvt"``: the count in halves, and after."""
    match tokens[at].role:
        case Role.AND_A_HALF:
            return count * 2 + 1, at + 1
        case Role.COMMA if tokens[at + 1].value == "5":
            return count * 2 + 1, at + 2
        case Role.HALF:
            return count, at + 1
        case _:
            return count * 2, at


def _unit(token: Token) -> tuple[int, int]:
    """Tell how many months, or days, a unit has; none if it is not one."""
    match token.role:
        case Role.YEAR_WORD:
            return 12, 0
        case Role.MONTH_WORD:
            return 1, 0
        case Role.COUNTED | Role.UNIT:
            return _MONTHS.get(token.value, 0), _DAYS.get(token.value, 0)
        case _:
            return 0, 0


def _sensible(
    halves: int, months: int, days: int, end: int, *, coming: bool = False
) -> _Length | None:
    """Make a length, unless it is none or more likely an age."""
    length = _Length(months * halves // 2, days * halves // 2, end, coming)
    is_some = length.months + length.days > 0
    return length if is_some and length.months <= _LONGEST else None
