"""What an analysis is asked about: a whole register, or what was found in one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from medborgarloften.errors import InvalidField
from medborgarloften.model import Agreement, Promise
from medborgarloften.queries import Matches
from medborgarloften.register import Register

__all__ = ["Promises", "expect_promises", "promises_in"]

Promises: TypeAlias = Register | Matches


def expect_promises(function: str, value: Promises) -> Promises:
    """Return *value* if it is a register or what was found in one.

    Raises:
        InvalidField: If it is neither; it names the *function* that it was given to.
    """
    if not isinstance(value, Register | Matches):  # pyright: ignore[reportUnnecessaryIsInstance]
        remedy = "give a register, or what register.find gives"
        raise InvalidField(function, "asked", value, remedy)
    return value


def promises_in(asked: Promises) -> Iterator[tuple[Agreement, Promise]]:
    """Go through the promises, each with its agreement."""
    if isinstance(asked, Register):
        for agreement in asked.agreements:
            for promise in agreement.promises:
                yield agreement, promise
    else:
        for match in asked:
            yield match.agreement, match.promise
