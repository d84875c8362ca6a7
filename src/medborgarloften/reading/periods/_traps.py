"""What looks like a date and is none: a part of a phone number, a law, a price."""

from __future__ import annotations

from medborgarloften.reading.periods._calendar import YEAR
from medborgarloften.reading.periods._shapes import Expression, Form
from medborgarloften.reading.periods._tokens import END, Token, Tokens
from medborgarloften.reading.periods._words import Role

__all__ = ["MARKS", "stands_free"]

MARKS = {Role.DOT, Role.COLON, Role.COMMA, Role.SLASH, Role.DASH}


def stands_free(tokens: Tokens, found: Expression) -> bool:
    """Tell whether an expression is no part of something longer."""
    if not found.parts:
        return True
    return not (
        _is_glued_before(tokens, found.parts[0].begin)
        or _is_glued_after(tokens, found.end)
        or _counts_something(tokens, found)
    )


def _is_glued_before(tokens: Tokens, begin: int) -> bool:
    """Tell "0582-2019" and "medborgarlofte-2019" from "(2019"."""
    if begin == 0:
        return False
    token, before = tokens[begin], tokens[begin - 1]
    if before.role is Role.NUMBER:
        return token.role is Role.NUMBER and before.value.startswith("0")
    if not token.glued:
        return False
    if before.role not in MARKS:
        return _is_word_or_underscore(before)
    if before.role in {Role.DASH, Role.SLASH}:
        return before.glued
    beyond = tokens[begin - 2] if begin > 1 else END
    return before.glued and beyond.role is Role.NUMBER


def _is_glued_after(tokens: Tokens, end: int) -> bool:
    """Tell "1984:387", "2019/123", "2024:-" and "2000-talet" from "2019."."""
    mark, beyond = tokens[end], tokens[end + 1]
    if not mark.glued or tokens[end - 1].role is not Role.NUMBER:
        return False
    if mark.role in MARKS:
        return beyond.glued and (
            beyond.role is Role.NUMBER
            or (mark.role is Role.COLON and beyond.role is Role.DASH)
            or (mark.role is Role.DASH and _is_word_or_underscore(beyond))
        )
    return mark.role is Role.OTHER and _is_word_or_underscore(mark)


def _is_word_or_underscore(token: Token) -> bool:
    is_word = token.role is Role.OTHER and token.value[:1].isalnum()
    return is_word or token.value == "_"


def _counts_something(tokens: Tokens, found: Expression) -> bool:
    """Tell "cirka 2000", "Agenda 2030" and "födda 2005-2008" from years."""
    if found.begin == 0 or found.lead or found.parts[0].first.unit is not YEAR:
        return False
    before = tokens[found.begin - 1]
    if before.role is not Role.NO_YEAR_AFTER:
        return False
    return found.form is Form.YEAR or before.value == "birth"
