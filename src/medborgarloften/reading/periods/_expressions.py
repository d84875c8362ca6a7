"""The grammar of expressions: extents, starts, ends, durations, open ends.

A page states a period in one expression ("från 1 juli 2018 till 30 juni 2020")
or in a few that belong together ("på fyra år med början 1/1 2019").  `expressions`
finds them all in one pass from left to right; what they mean together is told in
``_meaning``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from attrs import evolve

from medborgarloften.reading.periods._calendar import Stretch
from medborgarloften.reading.periods._dates import RULES as POINTS
from medborgarloften.reading.periods._dates import stretch
from medborgarloften.reading.periods._durations import duration
from medborgarloften.reading.periods._ranges import (
    after_inner,
    after_lead,
    between,
    extent,
    led_in,
    range_at,
)
from medborgarloften.reading.periods._shapes import Expression, Form
from medborgarloften.reading.periods._tokens import END, Token, Tokens
from medborgarloften.reading.periods._traps import MARKS, stands_free
from medborgarloften.reading.periods._words import Role

__all__ = ["STOPS", "expressions"]

Rule: TypeAlias = Callable[[Tokens, int], Expression | None]

STOPS = {Role.DOT, Role.BREAK}

_FAR_BACK = 12
_FAR_AHEAD = 6
_LONGEST_CLAUSE = 12
_ENDS_CLAUSE = {
    *MARKS,
    *STOPS,
    Role.BRACKET,
    Role.NUMBER,
    Role.FROM,
    Role.TO,
    Role.OPEN_UNTIL,
}


def expressions(tokens: Tokens) -> Iterator[Expression]:
    """Find every expression, in order; none overlaps another.

    *tokens* end with enough of `END` that no rule looks past them.
    """
    at = 0
    extension: int | None = None
    while at < len(tokens):
        token = tokens[at]
        if token.role is Role.EXTEND:
            extension = None if _is_denied(tokens, at) else at
        elif token.role in STOPS and not token.glued:
            extension = None
        rule = _RULES.get(token.role)
        found = rule(tokens, at) if rule else None
        if found is None:
            at += 1
            continue
        at = found.end
        if not stands_free(tokens, found) or _is_option(tokens, found):
            continue
        if extension is None or not _may_extend(tokens, found, extension):
            yield found
        elif not _is_mere_possibility(tokens, extension):
            yield evolve(found, extends=True, bare=False)
        extension = None


def _is_option(tokens: Tokens, found: Expression) -> bool:
    """Tell whether it is the length of an extension: "ett års förlängning"."""
    return found.form is Form.DURATION and tokens[found.end].role is Role.EXTEND


def _may_extend(tokens: Tokens, found: Expression, extension: int) -> bool:
    """Tell "gäller även 2022" from "gäller även 2022 års löfte"."""
    is_near = found.begin - extension <= _FAR_AHEAD
    return is_near and not any(_is_genitive(tokens, part) for part in found.parts)


def _is_denied(tokens: Tokens, at: int) -> bool:
    """Tell "förlängs inte" and "har inte förlängts" from "förlängs"."""
    around = tokens[max(at - 2, 0) : at + 2]
    return any(token.role is Role.NOT for token in around)


def _is_mere_possibility(tokens: Tokens, at: int) -> bool:
    """Tell "kan förlängas" and "möjlighet till förlängning" from "förlängs"."""
    for back in range(at - 1, max(at - 1 - _FAR_BACK, -1), -1):
        if tokens[back].role in STOPS:
            return False
        if tokens[back].role is Role.POSSIBLY:
            return True
    return False


# ---------------------------------------------------------------- extents


def _led_in(tokens: Tokens, at: int) -> Expression | None:
    """``lead (duration | extent)``."""
    ahead = after_lead(tokens, at)
    found = duration(tokens, at, ahead) or extent(tokens, ahead)
    return found and led_in(found, tokens, at, ahead)


def _counted(tokens: Tokens, at: int) -> Expression | None:
    """A duration, or an extent that begins with a number."""
    return duration(tokens, at, at) or extent(tokens, at)


# ---------------------------------------------------------------- starts and ends


def _since(tokens: Tokens, at: int) -> Expression | None:
    """``since = "från" ["perioden"] ["från"] range ["och framåt"]``."""
    ahead = after_inner(tokens, at + 1)
    if tokens[ahead].role is Role.FROM:
        ahead = after_inner(tokens, ahead + 1)
    found = range_at(tokens, ahead)
    if found is None or _is_genitive(tokens, found):
        return None
    onwards = tokens[found.end].role is Role.ONWARDS
    return Expression(
        form=Form.SINCE if found.is_one else Form.RANGE,
        begin=at,
        end=found.end + onwards,
        parts=(found,),
        lead="från och med",
        onwards=onwards,
    )


def _is_genitive(tokens: Tokens, found: Stretch) -> bool:
    """Tell whether it is "2019 års", which says of what year something is."""
    last = tokens[found.end - 1]
    return last.role is Role.YEAR_WORD and "genitive" in last.value


def _until(tokens: Tokens, at: int) -> Expression | None:
    """``until = "till" ["perioden"] point``, or ``"tills" renewal``."""
    kind = tokens[at].value
    renewal = tokens[at + 1]
    if renewal.role is Role.RENEWAL and (
        kind == "tills" or (renewal.value == "agreement" and _holds(tokens, at))
    ):
        return _open_until(tokens, at)
    found = stretch(tokens, after_inner(tokens, at + 1))
    if found is None or _is_genitive(tokens, found):
        return None
    return Expression(
        form=Form.UNTIL,
        begin=at,
        end=found.end,
        parts=(found,),
        lead="senast" if kind == "deadline" else "fram till",
        at_most=kind == "at_most",
    )


def _before(tokens: Tokens, at: int) -> Expression | None:
    """``before = ("före" | "innan") point ["är" ("slut" | "över")]``."""
    found = _until(tokens, at)
    if found is None:
        return None
    # "Innan 2020" has all of 2020 still to come, "innan 2020 är slut" none of it.
    if _is_over(tokens, found.end):
        return evolve(found, end=found.end + 2)
    return evolve(found, lead="före", exclusive=True)


def _is_over(tokens: Tokens, at: int) -> bool:
    """Tell "är slut" and "är över" from "är över 200"."""
    verb, over = tokens[at], tokens[at + 1]
    is_more = over.role is Role.NO_YEAR_AFTER and over.value == "count"
    is_end = over[:2] == (Role.TO, "end") or is_more
    return verb.role is Role.GLUE and is_end and tokens[at + 2].role is not Role.NUMBER


def _after(tokens: Tokens, at: int) -> Expression | None:
    """``after = "efter" range``, of which only the end matters."""
    found = range_at(tokens, after_inner(tokens, at + 1))
    if found is None or _is_genitive(tokens, found):
        return None
    return Expression(
        form=Form.SINCE,
        begin=at,
        end=found.end,
        parts=(Stretch.of(found.last).begun(found.begin),),
        lead="efter",
        exclusive=True,
    )


def _holds(tokens: Tokens, at: int) -> bool:
    """Tell "förlängs till nästa löfte skrivs" from "förslag till nästa löfte"."""
    before = tokens[at - 1] if at else END
    return tokens[at].value == "to" and before.role in {Role.EXTEND, Role.CUE}


def _open(tokens: Tokens, at: int) -> Expression:
    """``open = "tills vidare"``; after "och" it goes on from what comes before."""
    onwards = at > 0 and tokens[at - 1].role in {Role.AND, Role.DASH}
    return Expression(form=Form.OPEN, begin=at, end=at + 1, onwards=onwards)


def _open_until(tokens: Tokens, at: int) -> Expression:
    """``open_until = ("till dess att" | "tills" renewal) clause``."""
    end = at + 1
    while end - at < _LONGEST_CLAUSE and _goes_on(tokens[at], tokens[end]):
        end += 1
    return Expression(form=Form.OPEN, begin=at, end=end, lead="till dess")


def _goes_on(first: Token, token: Token) -> bool:
    """Tell whether a clause goes on: with words, on its own line."""
    if token.line != first.line or token.role in _ENDS_CLAUSE:
        return False
    return token.role is not Role.OTHER or token.value[0].isalnum()


_RULES: dict[Role, Rule] = {
    **dict.fromkeys(POINTS.keys() - {Role.NOW}, extent),
    Role.FROM: _since,
    Role.TO: _until,
    Role.BEFORE: _before,
    Role.AFTER: _after,
    Role.BETWEEN: between,
    Role.OPEN: _open,
    Role.OPEN_UNTIL: _open_until,
    Role.IN: _led_in,
    Role.WHOLE: _led_in,
    Role.PERIOD: _led_in,
    Role.ARTICLE: _led_in,
    Role.COMING: _counted,
    Role.CARDINAL: _counted,
    Role.DURATION: _counted,
    Role.NUMBER: _counted,
}
