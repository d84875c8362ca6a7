"""What a picture is asked for: a whole register, or what was found in one."""

from __future__ import annotations

from typing import TypeAlias

from medborgarloften.errors import InvalidField
from medborgarloften.model._rules import expect
from medborgarloften.plots._wording import PlotWording
from medborgarloften.queries import Matches
from medborgarloften.register import Register
from medborgarloften.wording.saying import LANGUAGES, Language

__all__ = ["Asked", "expect_asked", "expect_most", "register_of", "words_in"]

Asked: TypeAlias = Register | Matches


def expect_asked(function: str, asked: Asked) -> Asked:
    """Return *asked* if it is a register or what was found in one.

    Raises:
        InvalidField: If it is neither; it names the *function* it was given to.
    """
    if not isinstance(asked, Register | Matches):  # pyright: ignore[reportUnnecessaryIsInstance]
        remedy = "give a register, or what register.find gives"
        raise InvalidField(function, "asked", asked, remedy)
    return asked


def register_of(function: str, asked: Asked) -> Register:
    """Give the register itself, or one of the agreements in which something was found.

    Raises:
        InvalidField: If *asked* is neither; it names the *function* it was given to.
    """
    expect_asked(function, asked)
    if isinstance(asked, Register):
        return asked
    outcomes = (outcome for match in asked for outcome in match.outcomes)
    return Register(asked.agreements(), outcomes)


def expect_most(function: str, most: int) -> int:
    """Return *most* if it is a number of rows that can be drawn.

    Raises:
        InvalidField: If it is no whole number, or less than 1.
    """
    if expect(int, function, "most", most) < 1:
        raise InvalidField(function, "most", most, "give at least 1")
    return most


def words_in(function: str, language: Language) -> PlotWording:
    """Give the words of a language.

    Raises:
        InvalidField: If it is neither ``"sv"`` nor ``"en"``; it names the *function*
            it was given to.
    """
    if language not in LANGUAGES:
        raise InvalidField(function, "language", language, "say 'sv' or 'en'")
    return PlotWording(language)
