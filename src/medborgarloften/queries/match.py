"""A promise as questions see it: in its agreement, with what became of it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from medborgarloften.model import (
    Agreement,
    Citation,
    Outcome,
    Promise,
    Status,
    ValidityPeriod,
)
from medborgarloften.model._rules import check

__all__ = ["Match", "latest_of", "statuses_of"]


@frozen
class Match:
    """A promise that was asked for, and the agreement it is made in.

    Attributes:
        agreement: The agreement.
        promise: The promise.
        outcomes: What became of the promise, day by day; none where nobody has told.
    """

    agreement: Agreement
    promise: Promise
    outcomes: tuple[Outcome, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        from medborgarloften.model._card import promise_card

        return str(promise_card(self.promise, self.agreement, self.outcomes))

    @property
    def period(self) -> ValidityPeriod | None:
        """The days on which it holds, as `Agreement.promise_period` tells them."""
        return self.agreement.promise_period(self.promise)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """How it stands with it by the latest outcome; as a rule that is one status.

        Several where outcomes of that day contradict each other, and
        `Status.NO_EVIDENCE` where nobody has told anything else.
        """
        return statuses_of(self.outcomes)

    def cited(self, field: str | None = None) -> tuple[Citation, ...]:
        """List the words that the promise was read from, or one of its fields.

        They are quoted, with their places, in the order of `Agreement.citations`.
        None are listed for what was not read from a page.

        >>> from medborgarloften import examples
        >>> from medborgarloften.queries import mentioning
        >>> [found] = examples.register().find(mentioning("farthinder"))
        >>> [citation.quote for citation in found.cited("promisors")]
        ['Kommunen']

        Args:
            field: A field of `Promise`, as ``text`` or ``themes[0]``.
        """
        # Promises are numbered from 1, in their order.
        path = f"promises[{self.promise.number - 1}]"
        return self.agreement.cited(path if field is None else f"{path}.{field}")


def statuses_of(
    outcomes: tuple[Outcome, ...], on: date | None = None
) -> tuple[Status, ...]:
    """Tell how it stands by the latest of *outcomes*, which are in order of days.

    Those of days after *on* do not count, and that somebody found no evidence takes
    away none that there is.

    >>> statuses_of(())
    (<Status.NO_EVIDENCE: 'no_evidence'>,)
    """
    latest = dict.fromkeys(each.status for each in latest_of(outcomes, on))
    return tuple(latest) or (Status.NO_EVIDENCE,)


def latest_of(
    outcomes: tuple[Outcome, ...], on: date | None = None
) -> tuple[Outcome, ...]:
    """List the outcomes of the latest day on which anybody told how it went.

    *outcomes* are in order of days, and those after *on* do not count.
    """
    told = [
        each
        for each in outcomes
        if each.status is not Status.NO_EVIDENCE and (on is None or each.on <= on)
    ]
    return tuple(each for each in told if each.on == told[-1].on)
