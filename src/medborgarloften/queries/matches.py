"""What a question finds: promises, each with the agreement it is made in.

Nothing is looked for before it is asked for, and then always in the same order:
by agreement, and by number within it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from attrs import field, frozen

from medborgarloften.model import Agreement, Promise, ValidityPeriod
from medborgarloften.model._rules import check
from medborgarloften.queries.questions import Question, expect_question
from medborgarloften.queries.scan import holds

__all__ = ["Match", "Matches"]


@frozen
class Match:
    """A promise that was asked for, and the agreement it is made in."""

    agreement: Agreement
    promise: Promise

    def __attrs_post_init__(self) -> None:
        check(self)

    @property
    def period(self) -> ValidityPeriod | None:
        """The days on which it holds, as `Agreement.promise_period` tells them."""
        return self.agreement.promise_period(self.promise)


@frozen(repr=False)
class Matches:
    """The promises for which a question is answered with yes.

    They can be gone through as often as one likes.  To see whether there are any,
    or to take the first, looks no further than that; to count them finds them all,
    and they are remembered.

    Attributes:
        among: The agreements that are asked.
        question: What they are asked.
    """

    among: tuple[Agreement, ...]
    question: Question
    _found: tuple[Match, ...] | None = field(default=None, init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        expect_question("Matches", "question", self.question)

    def __iter__(self) -> Iterator[Match]:
        # A generator starts when its first match is wanted.  By then list() has
        # asked for the length, so it does not look for everything twice.
        yield from self._look() if self._found is None else self._found

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __len__(self) -> int:
        found = self._found
        if found is None:
            found = tuple(self._look())
            object.__setattr__(self, "_found", found)
        return len(found)

    def __repr__(self) -> str:
        return f"<Matches of {self.question!r} among {len(self.among)} agreements>"

    def agreements(self) -> Iterator[Agreement]:
        """Go through the agreements of the promises, each once."""
        return (each for each, _ in groupby(self, lambda match: match.agreement))

    def _look(self) -> Iterator[Match]:
        for agreement in self.among:
            for promise in agreement.promises:
                if holds(self.question, agreement, promise):
                    yield Match(agreement, promise)
