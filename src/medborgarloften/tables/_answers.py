"""What tables answer to a question: rows of the sheet, and what they tell of.

A plain function of a match can be asked by Python alone.  So tables are asked without
it for all that it may want, and it is asked when that has been made.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from medborgarloften.errors import InvalidField
from medborgarloften.queries.entries import Entry
from medborgarloften.queries.questions import AllOf, AnyOf, Not, Question, Where
from medborgarloften.queries.scan import predicate
from medborgarloften.tables._bases import Bases
from medborgarloften.tables._conditions import condition
from medborgarloften.tables._fetching import entries_in
from medborgarloften.tables._ibis import Table, fetched, once
from medborgarloften.tables._parts import with_parts
from medborgarloften.tables._sheet import TOLD

__all__ = ["Answers"]


@frozen(slots=False, eq=False)
class Answers:
    """The rows for which a question is answered with yes.

    Attributes:
        question: What is asked.
        bases: The tables.
        sheet: Their sheet, or an index of it.
        of_promises: Whether an agreement without promises is left out.
    """

    question: Question
    bases: Bases
    sheet: Table
    of_promises: bool

    @cached_property
    def rows(self) -> Table:
        """The rows, and those of which only a plain function can tell."""
        asked = condition(_widened(self.question, is_yes=True), self.bases)
        sheet = self.sheet
        if self.of_promises:
            sheet = sheet.filter(sheet.promise.notnull())
        sheet = with_parts(sheet, asked.parts, self.bases)
        return sheet.filter(asked.holds(sheet))

    @cached_property
    def has_function(self) -> bool:
        """Whether a plain function is part of the question."""
        return _has_function(self.question)

    def entries(self) -> Iterator[Entry]:
        """Make what is found, by agreement and number."""
        entries = entries_in(self.rows, self.bases)
        if not self.has_function:
            return entries
        return filter(predicate(self.question), entries)

    def ids(self) -> list[str]:
        """List the ids of the agreements, each once, in order."""
        if self.has_function:
            return sorted({entry.agreement.id for entry in self.entries()})
        ids = fetched(once(self.rows, "agreement"))["agreement"].to_pylist()
        return sorted(map(str, ids))

    def count(self) -> int:
        """Count what is found."""
        if self.has_function:
            return sum(1 for _ in self.entries())
        return _counted(self.rows)

    def are_any(self) -> bool:
        """Tell whether anything is found."""
        if self.has_function:
            return any(True for _ in self.entries())
        return _counted(self.rows.limit(1)) > 0

    def told(self, asked_by: str) -> Table:
        """Tell of what is found as a table.

        Raises:
            InvalidField: If a plain function is part of the question; it names
                *asked_by*.
        """
        if self.has_function:
            remedy = "go through what is found; only Python can ask a plain function"
            raise InvalidField(asked_by, "question", self.question, remedy)
        return self.rows.select(*TOLD)


def _counted(rows: Table) -> int:
    counted = rows.aggregate(count=rows.count())
    count: int
    (count,) = fetched(counted)["count"].to_pylist()  # type: ignore[assignment]
    return count


def _has_function(question: Question) -> bool:
    match question:
        case AllOf() | AnyOf():
            return any(map(_has_function, question.questions))
        case Not():
            return _has_function(question.question)
        case _:
            return isinstance(question, Where)


def _widened(question: Question, *, is_yes: bool) -> Question:
    """Let all through that a plain function may want; within ``~``, nothing."""
    match question:
        case AllOf() | AnyOf():
            parts = [_widened(each, is_yes=is_yes) for each in question.questions]
            return type(question)(parts)
        case Not():
            return Not(_widened(question.question, is_yes=not is_yes))
        case Where():
            return AllOf(()) if is_yes else AnyOf(())
        case _:
            return question
