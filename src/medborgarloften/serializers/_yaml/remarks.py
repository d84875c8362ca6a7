"""The comments of a YAML text, and which part of the document each belongs to.

A comment behind something belongs to that.  One on a line of its own belongs to
what comes next; if it is indented deeper than that, it ends what is above it and
indented less.  One that an empty line parts from the first field is about the whole
document.  Empty lines are kept too, one of several.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, takewhile
from typing import Any, NamedTuple

from attrs import define, field

from medborgarloften.serializers._strict.faults import Place
from medborgarloften.serializers._yaml.parsing import tokens
from medborgarloften.serializers._yaml.reading import Mark
from medborgarloften.serializers._yaml.writing import Remarks

__all__ = ["remarks_in"]

_HEADER_OF_A_BLOCK = re.compile(r"[|>][-+0-9]*(?P<rest>.*)")


class _Line(NamedTuple):
    """A comment, or an empty line.

    Attributes:
        offset: The number of characters before it.
        column: The column it begins in, counted from 1.
        text: The comment with its ``#``; nothing, of an empty line.
        alone: Whether nothing stands before it on its line.
    """

    offset: int
    column: int
    text: str
    alone: bool


def remarks_in(text: str, marks: list[Mark]) -> dict[Place, Remarks]:
    """Find the comments of a text, whose parts begin and end at *marks*."""
    scanned = list(tokens(text))
    attaching = _Attaching(list(_from_their_dashes(marks, scanned)))
    offsets = [mark.offset for mark in attaching.marks]
    lines = groupby(
        _lines(text, scanned), lambda line: bisect_right(offsets, line.offset)
    )
    for position, between in lines:
        attaching.take(position, list(between))
    return attaching.remarks


def _from_their_dashes(marks: list[Mark], scanned: list[Any]) -> Iterator[Mark]:
    """Let each item of a list begin where its dash is, if it has one."""
    dashes = [each.start_mark for each in scanned if each.id == "-"]
    dashes.reverse()
    for mark in marks:
        if (
            mark.what == "entry"
            and isinstance(mark.place[-1], int)
            and dashes
            and dashes[-1].index < mark.offset
        ):
            dash = dashes.pop()
            yield mark._replace(offset=dash.index, column=dash.column + 1)
        else:
            yield mark


def _lines(text: str, scanned: list[Any]) -> Iterator[_Line]:
    for start, stop in _gaps(text, scanned):
        begins = start
        *whole, last = text[start:stop].split("\n")
        for number, line in enumerate((*whole, last)):
            words = line.strip()
            alone = number > 0 or start == 0
            if words or (alone and number < len(whole)):
                before = len(line) - len(line.lstrip())
                yield _Line(begins + before, before + 1, words, alone)
            begins += len(line) + 1


def _gaps(text: str, scanned: list[Any]) -> Iterator[tuple[int, int]]:
    """Find what is between the tokens: space and comments, and nothing else."""
    end = 0
    for token in scanned:
        start, stop = token.start_mark.index, token.end_mark.index
        if start == stop:
            continue
        yield end, start
        block = _HEADER_OF_A_BLOCK.match(text, start)
        if block and getattr(token, "style", None) == block[0][0]:
            yield block.span("rest")
        # A block ends with its last line that is not empty.
        end = start + len(text[start:stop].rstrip(" \n"))
    yield end, len(text)


@define(eq=False)
class _Attaching:
    """The remarks that have been given to their places, and the marks of these."""

    marks: list[Mark]
    remarks: defaultdict[Place, Remarks] = field(factory=lambda: defaultdict(Remarks))
    _columns: dict[Place, int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._columns = {
            mark.place: mark.column for mark in self.marks if mark.what == "entry"
        }

    def take(self, position: int, lines: list[_Line]) -> None:
        """Take the lines that stand after so many of the marks."""
        before = self.marks[position - 1] if position else None
        after = self.marks[position] if position < len(self.marks) else None
        outside = before is None or before.place == ()
        told: list[_Line] = []
        for line in lines:
            if before is not None and not (outside or line.alone):
                self.remarks[before.place].beside.append(line.text)
            elif line.text or not told or told[-1].text:
                told.append(line)
        if after is None and told and not told[-1].text:
            told.pop()  # the text ends with what is said, not with an empty line
        if before is None:
            self._open(told)
        elif after is not None and after.what == "scalar":
            above = self.remarks[after.place].above
            above += (line.text for line in told if line.text)
        elif after is not None and after.what == "end":
            below = self.remarks[after.place].below
            below += (line.text for line in told if line.text)
        else:
            self._part(told, before, after)

    def _open(self, lines: list[_Line]) -> None:
        """Part what is said of the whole document from what is of its first field."""
        text = "".join(f"{line.text}\n" for line in lines)
        whole, _, first = text.rpartition("\n\n")
        self.remarks[()].above += whole.strip("\n").splitlines()
        self.remarks[self.marks[0].place].above += first.strip("\n").splitlines()

    def _part(self, lines: list[_Line], before: Mark, after: Mark | None) -> None:
        """Part what belongs to what is above from what belongs to what comes next."""
        floor = (after or self.marks[0]).column
        deeper = list(
            takewhile(lambda line: not line.text or line.column > floor, lines)
        )
        while deeper and not deeper[-1].text:
            deeper.pop()
        reach, empty = math.inf, list[str]()
        for line in deeper:
            if line.text:
                reach = min(reach, line.column)
                below = self.remarks[self._reached(before.place, reach)].below
                below += (*empty, line.text)
            empty = [] if line.text else [""]
        rest = (line.text for line in lines[len(deeper) :])
        if after is None:
            self.remarks[()].below += rest
        else:
            self.remarks[after.place].above += rest

    def _reached(self, place: Place, column: float) -> Place:
        """Find what a comment in a column is below, of *place* and what is around it.

        It is what begins before that column and has nothing in it that does, too.
        """
        around = (place[:end] for end in range(len(place), 0, -1))
        return next((each for each in around if self._columns[each] < column), ())
