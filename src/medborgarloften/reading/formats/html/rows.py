"""Words as rows of text: what stands between two breaks, and how it is marked.

A block is a row, however long, with its white space made single.  An empty row
stands between blocks, but not between the items of a list, the rows of a
definition list or what a table says of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import define

from medborgarloften.reading.text.document import LineKind

__all__ = [
    "BOLD",
    "BREAK",
    "LONGEST_HEADING",
    "QUOTED",
    "Items",
    "Row",
    "Rows",
    "rows_of",
]

# What pieces of a row are marked with; a break is a piece of its own.
BOLD, QUOTED, BREAK = 1, 2, 4
LONGEST_HEADING = 80
_LONGEST_TOLD_HEADING = 150
_DEEPEST_INDENT = 20
_SPACE = re.compile(r"[^\S\xa0]+")
_LETTER = re.compile(r"\w")
_OWN_MARK = re.compile(
    r"(?:[•·●▪◦○‣∙■□►➢✓*\uf0b7–—-]|(?P<number>[0-9]{1,2}[.)]))[ \xa0]+"
)
_LABEL = re.compile(r"[A-ZÅÄÖ][\w/ ]{2,30}:\s+\S")
_SENTENCE_END = re.compile(r"[.!?:;…]['”\")]*\Z")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@define(eq=False)
class Items:
    """A list that is open, and the mark of its next item."""

    ordered: bool = False
    lettered: bool = False
    number: int = 1

    def mark(self) -> str:
        """Make the mark of an item, and go on to the next."""
        if not self.ordered:
            return "• "
        number = self.number
        self.number += 1
        if self.lettered and 0 < number <= len(_LETTERS):
            return f"{_LETTERS[number - 1]}) "
        return f"{number}. "


class Row(NamedTuple):
    """What stands between two breaks of a block, as a row of its own would."""

    text: str
    marks: int = 0


def rows_of(
    pieces: Sequence[str], marks: Sequence[int], *, preformatted: bool = False
) -> list[Row]:
    """Put the pieces of a block together, from break to break."""
    if preformatted:
        lines = [*_broken(pieces, marks)]
        pieces, marks = [text for text, _ in lines], [mark for _, mark in lines]
    if len(pieces) == 1 and marks[0] != BREAK:
        return [Row(_single(pieces[0]), marks[0])]
    if not any(marks):
        return [Row(_single("".join(pieces)))]
    rows = list[Row]()
    start = 0
    for end in (*(at for at, mark in enumerate(marks) if mark == BREAK), len(marks)):
        said = [
            mark
            for text, mark in zip(pieces[start:end], marks[start:end], strict=True)
            if _LETTER.search(text)
        ]
        text = _single("".join(pieces[start:end]))
        rows.append(Row(text, _of_all(said)))
        start = end + 1
    return rows


def _of_all(marks: Sequence[int]) -> int:
    of_all = BOLD | QUOTED if marks else 0
    for mark in marks:
        of_all &= mark
    return of_all


def _broken(pieces: Sequence[str], marks: Sequence[int]) -> Iterator[tuple[str, int]]:
    for piece, mark in zip(pieces, marks, strict=True):
        if mark == BREAK:
            yield "", BREAK
            continue
        for number, line in enumerate(piece.split("\n")):
            if number:
                yield "", BREAK
            yield line, mark


def _single(text: str) -> str:
    """Make white space single; spaces that hold words together are kept."""
    if "\xa0" in text:
        return _SPACE.sub(" ", text).strip(" ")
    return " ".join(text.split())


class Rows:
    """The rows of a page, and what is told of some of them by their numbers from 1.

    Attributes:
        kinds: What is told of them.
        gap: Whether an empty row is to part the next from what is above it.
        mark: The mark of the item whose first row comes next.
    """

    def __init__(self) -> None:
        self.kinds: dict[int, LineKind] = {}
        self.gap = False
        self.mark = ""
        self._rows: list[str] = []
        self._added: dict[int, list[str]] = {}
        self._item_row = -1

    def __len__(self) -> int:
        return len(self._rows)

    def text(self) -> str:
        """Put the rows together."""
        return "\n".join(self.since(0) if self._added else self._rows)

    def since(self, row: int, most: int | None = None) -> list[str]:
        """Look up the rows from one on; none where they are more than *most*."""
        if most is not None and len(self._rows) - row > most:
            return []
        return [
            " ".join((text, *self._added.get(number, ())))
            for number, text in enumerate(self._rows[row:], row)
        ]

    def write(self, text: str, kind: LineKind | None = None) -> None:
        """Write a row."""
        if self.gap and self._rows:
            self._rows.append("")
        self.gap = False
        self._rows.append(text)
        if kind is not None:
            self.kinds[len(self._rows)] = kind

    def write_heading(self, text: str) -> None:
        """Write a row that is told to be a heading, if it is as short as one."""
        is_short = len(text) <= _LONGEST_TOLD_HEADING
        self.write(text, LineKind.HEADING if is_short else None)

    def write_as_it_looks(self, row: Row) -> None:
        """Write a row that nothing is told of."""
        if row.marks & QUOTED:
            self.write(row.text, LineKind.QUOTE)
        elif row.marks and _is_heading(row.text):
            self.write(row.text, LineKind.HEADING)
        else:
            self.write(row.text)

    def begin_item(self, mark: str) -> None:
        """Let what comes next be an item."""
        self.mark, self._item_row = mark, -1

    def end_item(self) -> None:
        """Let what comes next be no part of an item."""
        self.begin_item("")

    def write_item(self, text: str, level: int, *, is_first: bool) -> None:
        """Write a row of an item, or go on with the one above."""
        indent = "  " * (min(level, _DEEPEST_INDENT) - 1)
        if self.mark:
            mark, self.mark = self.mark, ""
            kind = LineKind.BULLET if mark == "• " else LineKind.NUMBERED
            own = _OWN_MARK.match(text)
            if own and own["number"]:
                mark, kind = "", LineKind.NUMBERED
            elif own and own.end() < len(text):
                text = text[own.end() :]
            self.write(f"{indent}{mark}{text}", kind)
            self._item_row = len(self._rows) - 1
        elif self._goes_on(text, is_first=is_first):
            self._added.setdefault(self._item_row, []).append(text)
        else:
            self.write(f"{indent}  {text}")

    def _goes_on(self, text: str, *, is_first: bool) -> bool:
        is_right_below = 0 <= self._item_row == len(self._rows) - 1
        if not is_right_below or _LABEL.match(text):
            return False
        if is_first:
            return True
        above = self._added.get(self._item_row, self._rows[-1:])[-1]
        return not _SENTENCE_END.search(above)


def _is_heading(text: str) -> bool:
    return (
        len(text) <= LONGEST_HEADING
        and not _LABEL.match(text)
        and (text.endswith(":") or not _SENTENCE_END.search(text))
    )
