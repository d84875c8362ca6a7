"""What makes a promise possible to check afterwards, and what it lacks for that.

There is no score.  Whether a count without a last day is worth more than a last day
without a count is for people to judge; what is told is each of the two, with the
reason and with what shows it.  So a `Measurability` is neither true nor false, and
none is more than another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from attrs import frozen

from medborgarloften.analysis._asked import (
    Promises,
    expect_promises,
    promises_in,
)
from medborgarloften.analysis._flags import (
    Evidence,
    Measure,
    MeasureFlag,
    MeasureReason,
)
from medborgarloften.analysis._measuring import (
    activity_flag,
    commitment_flag,
    deadline_flag,
    place_flag,
    promisor_flag,
    quantity_flag,
)
from medborgarloften.errors import InvalidField
from medborgarloften.model import Agreement, Promise
from medborgarloften.model._rules import expect

__all__ = [
    "Evidence",
    "Measurability",
    "Measure",
    "MeasureFlag",
    "MeasureReason",
    "measurabilities",
    "measurability",
]


@frozen
class Measurability:
    """What makes a promise possible to check afterwards, flag by flag.

    It has no order, and asking whether it is true is refused: ask its flags.

    Attributes:
        agreement: The id of the agreement.
        promise: The number of the promise.
        quantity: Whether it says how many or how often.
        deadline: Whether there is a time by which it can be checked: a last day of
            its own, a count for each year, month …, or the agreement's last day.
        place: Whether it is said where within the municipality, by name.
        promisor: Whether the promise or its heading says who makes it.
        activity: Whether no vague wording was found: no goal, no focus, and no words
            that tell a direction alone ("arbeta mot"), unless a number is promised or
            the sentence says by what ("genom att …").  Words that are not known to
            be vague pass, so it is not said that the promise is a deed.
        commitment: Whether it is without a hedge and a condition.
    """

    agreement: str
    promise: int
    quantity: MeasureFlag
    deadline: MeasureFlag
    place: MeasureFlag
    promisor: MeasureFlag
    activity: MeasureFlag
    commitment: MeasureFlag

    @property
    def flags(self) -> tuple[MeasureFlag, ...]:
        """The six flags, in the order of `Measure`."""
        return tuple(getattr(self, measure) for measure in Measure)

    def __bool__(self) -> NoReturn:
        raise TypeError("ask the flags: a promise is not just measurable or not")


def measurability(agreement: Agreement, promise: Promise) -> Measurability:
    """Tell what makes a promise of *agreement* possible to check afterwards.

    The agreement says who its parties are, where it holds, and until when.

    Raises:
        InvalidField: If it is no agreement, or *promise* is none of its promises.
    """
    expect(Agreement, "measurability", "agreement", agreement)
    if promise not in agreement.promises:
        remedy = f"give one of the promises of {agreement.id!r}"
        raise InvalidField("measurability", "promise", promise, remedy)
    return _measured(agreement, promise)


def measurabilities(asked: Promises) -> Iterator[Measurability]:
    """Go through what makes promises possible to check, one promise at a time.

    Give a register, or what `Register.find` gives.

    Raises:
        InvalidField: If *asked* is something else.
    """
    made = promises_in(expect_promises("measurabilities", asked))
    return (_measured(agreement, promise) for agreement, promise in made)


def _measured(agreement: Agreement, promise: Promise) -> Measurability:
    return Measurability(
        agreement.id,
        promise.number,
        quantity=quantity_flag(promise),
        deadline=deadline_flag(agreement, promise),
        place=place_flag(agreement, promise),
        promisor=promisor_flag(agreement, promise),
        activity=activity_flag(promise),
        commitment=commitment_flag(agreement, promise),
    )
