"""A promise found on a page, and where."""

from __future__ import annotations

from attrs import frozen

from medborgarloften.model import PromiseKind
from medborgarloften.reading.actors.parties import Promisors
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import Line

__all__ = ["Found"]


@frozen
class Found:
    """A line, or a part of it, that is a promise.

    Attributes:
        setting: The line and what it stands under.
        start: Where in the line the promise begins.
        end: Where in the line it ends.
        promisors: Who promises, where the promise itself says so.
        kind: Whether it is an activity, a goal or only a focus.
        goal: The line of the promise that is the goal it serves.
        subject: The line that says what it is about, where it does not itself.
    """

    setting: Setting
    start: int
    end: int
    promisors: Promisors | None
    kind: PromiseKind
    goal: Line | None = None
    subject: Line | None = None

    @property
    def line(self) -> Line:
        """The line it is, or is a part of."""
        return self.setting.line

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text[self.start : self.end]
