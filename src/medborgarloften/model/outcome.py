"""What became of a promise (uppföljning)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from medborgarloften.model._rules import check, refuse
from medborgarloften.model.agreement import Agreement
from medborgarloften.model.sources import Source

__all__ = ["Outcome", "Status"]


class Status(StrEnum):
    """How it stands with a promise.

    ``NO_EVIDENCE`` says that nobody has told; it is not ``NOT_STARTED``, which
    says that somebody has.
    """

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    FULFILLED = "fulfilled"
    PARTLY = "partly"
    NOT_FULFILLED = "not_fulfilled"
    NO_EVIDENCE = "no_evidence"

    @property
    def is_verdict(self) -> bool:
        """Whether it judges the promise."""
        return self in {Status.FULFILLED, Status.PARTLY, Status.NOT_FULFILLED}


@frozen(kw_only=True)
class Outcome:
    """How it stood with one promise on one day, and who says so.

    Attributes:
        agreement: The id of the agreement.
        promise: The number of the promise in it.
        on: The day it stood so.
        status: How it stood.
        counted: How many had been done, to be held against the promise's quantity.
        wording: The words that say so.
        sources: Where they stand; every status but ``NO_EVIDENCE`` has one.
    """

    agreement: str
    promise: int
    on: date
    status: Status
    counted: int | None = None
    wording: str | None = None
    sources: tuple[Source, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.promise < 1:
            raise refuse(self, "promise", "promises are numbered from 1")
        if self.counted is not None and self.counted < 0:
            raise refuse(self, "counted", "give 0 or more")
        if self.status is not Status.NO_EVIDENCE and not self.sources:
            raise refuse(self, "sources", "name a source, or say no_evidence")

    def refuse_misjudgement(self, agreement: Agreement) -> None:
        """Refuse an outcome that cannot be about *agreement*.

        Raises:
            NoSuchPromise: If the agreement has no such promise.
            InvalidField: If it is about another agreement, or a verdict on a
                promise that is yet to begin.
        """
        if self.agreement != agreement.id:
            raise refuse(self, "agreement", f"this is {agreement.id!r}")
        period = agreement.promise_period(agreement.promise(self.promise))
        first_day = period and period.first_day
        if self.status.is_verdict and first_day and self.on < first_day:
            raise refuse(
                self, "status", f"no verdict before {first_day}, its first day"
            )
