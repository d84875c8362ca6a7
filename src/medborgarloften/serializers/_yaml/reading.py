"""YAML to plain data, and the line on which each part of it stands.

A document grows by one event of the parser after another, so that what is refused
is refused where it is met: an alias, which can make a small file unfold without
end, or a list within lists that never close.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, Literal, NamedTuple

from attrs import define, field

from medborgarloften.serializers._documents.text import decoded
from medborgarloften.serializers._strict.faults import (
    Fault,
    Place,
    telling_refusals,
    written,
)
from medborgarloften.serializers._strict.words import Words
from medborgarloften.serializers._yaml.parsing import events
from medborgarloften.serializers._yaml.values import (
    ALIAS,
    DIRECTIVE,
    MERGE,
    SECOND_DOCUMENT,
    TOO_DEEP,
    is_given_again,
    is_no_key,
    refuse,
    refuse_properties,
    value_of,
)

__all__ = ["Composed", "Mark", "composed"]

# Ten levels are enough for any document.
_DEEPEST = 100


class Mark(NamedTuple):
    """Where a part of a document begins, or one between brackets ends.

    Attributes:
        place: The part.
        what: Whether a key or an item begins there, or the scalar that is the
            value of a key, or whether the closing bracket stands there.
        line: The line, counted from 1.
        column: The column, counted from 1.
        offset: The number of characters before it.
    """

    place: Place
    what: Literal["entry", "scalar", "end"]
    line: int
    column: int
    offset: int


@define(slots=False, eq=False)
class Composed:
    """What was read of a text.

    Attributes:
        text: The text itself, each line ended by a line feed alone.
        plain: The plain data.
        faults: The keys that are given more than once.
        marks: Where each part stands, in the order of the text.
    """

    text: str
    plain: Any = None
    faults: list[Fault] = field(factory=list[Fault])
    marks: list[Mark] = field(factory=list[Mark])

    def written(self, place: Place) -> Words:
        """Write a place with its line, or with that of what it is missing from."""
        found = (place[:end] for end in range(len(place), 0, -1))
        near = (self._lines[each] for each in found if each in self._lines)
        line = next(near, self.marks[0].line if self.marks else 1)
        path = written(place)
        return Words(f"line {line}: {path}", f"rad {line}: {path}")

    @cached_property
    def _lines(self) -> dict[Place, int]:
        # Of a key that is given twice, the first counts.
        return {mark.place: mark.line for mark in reversed(self.marks)}


def composed(text: str | bytes) -> Composed:
    """Read the one document in a text; bytes are UTF-8.

    Raises:
        InvalidDocument: If it is no YAML, or says what only YAML can say.
        MissingExtra: If ruamel.yaml is not installed.
    """
    with telling_refusals():
        document = Composed(_with_line_feeds(text))
        growing = _Growing(document)
        for event in events(document.text):
            growing.take(event)
    return document


def _with_line_feeds(text: str | bytes) -> str:
    return decoded(text).replace("\r\n", "\n").replace("\r", "\n")


@define(eq=False)
class _Open:
    """A list or an object whose end has not come yet.

    Attributes:
        place: Where it stands.
        holds: What has come of it.
        in_brackets: Whether a bracket ends it.
        dropped: Whether it is within the value of a key that was there already.
        key: The key whose value is to come.
        again: Whether that key was there already.
    """

    place: Place
    holds: dict[str, Any] | list[Any]
    in_brackets: bool
    dropped: bool
    key: str | None = None
    again: bool = False


@define(eq=False)
class _Growing:
    """A document that grows by one event after another."""

    document: Composed
    _open: list[_Open] = field(factory=list[_Open])
    _has_begun: bool = False

    def take(self, event: Any) -> None:
        """Take what comes next.

        Raises:
            Refusal: If only YAML can say it, or it is nested too deeply.
        """
        match type(event).__name__:
            case "ScalarEvent":
                self._take_scalar(event)
            case "SequenceStartEvent":
                self._begin([], event)
            case "MappingStartEvent":
                self._begin({}, event)
            case "SequenceEndEvent" | "MappingEndEvent":
                self._end(event)
            case "AliasEvent":
                refuse(event, ALIAS)
            case "DocumentStartEvent":
                self._begin_document(event)
            case _:  # the other ends
                pass

    def _begin_document(self, event: Any) -> None:
        if self._has_begun:
            refuse(event, SECOND_DOCUMENT)
        before = event.start_mark.buffer[: event.start_mark.index]
        if re.search("^%", before, re.MULTILINE):
            refuse(event, DIRECTIVE)
        self._has_begun = True

    def _take_scalar(self, event: Any) -> None:
        value = value_of(event)
        if self._awaits_key():
            self._take_key(value, event)
        else:
            self._put(value, event)

    def _awaits_key(self) -> bool:
        return (
            bool(self._open)
            and isinstance(self._open[-1].holds, dict)
            and self._open[-1].key is None
        )

    def _take_key(self, key: object, event: Any) -> None:
        if type(key) is not str:
            refuse(event, is_no_key(key))
        if key == "<<" and event.style is None:
            refuse(event, MERGE)
        around = self._open[-1]
        around.key = key
        around.again = key in around.holds
        place = (*around.place, key)
        if around.again and not around.dropped:
            words = is_given_again(event.start_mark.line + 1)
            self.document.faults.append(Fault(place, "duplicate-key", words))
        self._mark(place, "entry", event)

    def _begin(self, holds: dict[str, Any] | list[Any], event: Any) -> None:
        refuse_properties(event, holds)
        if self._awaits_key():
            refuse(event, is_no_key(holds))
        if len(self._open) == _DEEPEST:
            refuse(event, TOO_DEEP, "not-yaml")
        dropped = bool(self._open) and (self._open[-1].dropped or self._open[-1].again)
        place = self._put(holds, event)
        self._open.append(_Open(place, holds, bool(event.flow_style), dropped))

    def _put(self, value: Any, event: Any) -> Place:
        """Put a value where it belongs, and tell its place."""
        if not self._open:
            self.document.plain = value
            return ()
        around = self._open[-1]
        if isinstance(around.holds, list):
            place: Place = (*around.place, len(around.holds))
            around.holds.append(value)
            self._mark(place, "entry", event)
            return place
        key, around.key = str(around.key), None
        place = (*around.place, key)
        if not around.again:
            around.holds[key] = value
        if not isinstance(value, dict | list):
            self._mark(place, "scalar", event)
        return place

    def _end(self, event: Any) -> None:
        ended = self._open.pop()
        if ended.in_brackets:
            self._mark(ended.place, "end", event)

    def _mark(
        self, place: Place, what: Literal["entry", "scalar", "end"], event: Any
    ) -> None:
        at = event.start_mark
        self.document.marks.append(
            Mark(place, what, at.line + 1, at.column + 1, at.index)
        )
