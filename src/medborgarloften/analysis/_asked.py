"""What an analysis is asked about: a whole register, or what was found in one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from medborgarloften.errors import InvalidField
from medborgarloften.model import Agreement, Promise
from medborgarloften.queries import Matches
from medborgarloften.register import Register

__all__ = ["Asked", "certain_days_of", "expect_asked", "promises_in"]

Asked: TypeAlias = Register | Matches


def expect_asked(function: str, value: Asked) -> Asked:
    """Return *value* if it is a register or what was found in one.

    Raises:
        InvalidField: If it is neither; it names the *function* that it was given to.
    """
    if not isinstance(value, Register | Matches):  # pyright: ignore[reportUnnecessaryIsInstance]
        remedy = "give a register, or what register.find gives"
        raise InvalidField(function, "asked", value, remedy)
    return value


def promises_in(asked: Asked) -> Iterator[tuple[Agreement, Promise]]:
    """Go through the promises, each with its agreement."""
    if isinstance(asked, Register):
        for agreement in asked.agreements:
            for promise in agreement.promises:
                yield agreement, promise
    else:
        for match in asked:
            yield match.agreement, match.promise


def certain_days_of(
    agreement: Agreement, promise: Promise | None
) -> tuple[date, date] | None:
    """Tell the first and the last day on which a promise, or an agreement, is active.

    They are those of the question `active_on`.  What is open-ended without a last
    day has `date.max`.  ``None`` where no day is certain.
    """
    period = agreement.promise_period(promise) if promise else agreement.in_force
    if period is None or period.first_day is None:
        return None
    if period.last_day is None and not period.open_ended:
        return None
    # What may go on after a last day is certain through that day alone.
    own = promise.period if promise else None
    stated = (period.last_day, agreement.in_force.last_day, own and own.last_day)
    last_day = min((day for day in stated if day), default=date.max)
    return (period.first_day, last_day) if period.first_day <= last_day else None
