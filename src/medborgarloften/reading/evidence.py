"""What was read, together with the words it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from attrs import define, field, frozen

from medborgarloften.errors import Span
from medborgarloften.model import Citation, How
from medborgarloften.reading.text.document import Line

__all__ = ["Cited", "Sheet", "cite", "cite_as"]

T = TypeVar("T")


@frozen
class Cited(Generic[T]):
    """A value, the place in the page it was read at, and how.

    Attributes:
        value: What was read.
        span: The words it was read from.
        how: Whether they say it, or it was concluded from them.
    """

    value: T
    span: Span
    how: How = How.STATED


def cite(line: Line, start: int = 0, end: int | None = None) -> Cited[str]:
    """Cite the words at a place in a line, as they are."""
    return Cited(line.text[start:end], line.span(start, end))


def cite_as(
    value: T,
    line: Line,
    start: int = 0,
    end: int | None = None,
    *,
    how: How = How.STATED,
) -> Cited[T]:
    """Cite the words at a place in a line for what they mean."""
    return Cited(value, line.span(start, end), how)


@define
class Sheet:
    """The fields of one agreement that have been read, with their words."""

    citations: dict[str, Citation] = field(factory=dict[str, Citation])

    def put(self, path: str, read: Cited[T]) -> T:
        """Keep the words of a field under its path, and give its value."""
        span = read.span
        self.citations[path] = Citation(
            path=path, start=span.start, end=span.end, quote=span.quote, how=read.how
        )
        return read.value

    def put_if(self, path: str, read: Cited[T] | None) -> T | None:
        """Do so if there is anything to put."""
        return None if read is None else self.put(path, read)

    def put_all(self, path: str, read: Iterable[Cited[T]]) -> tuple[T, ...]:
        """Do so for each item of a field with several."""
        return tuple(
            self.put(f"{path}[{number}]", each) for number, each in enumerate(read)
        )
