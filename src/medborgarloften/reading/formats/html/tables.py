"""Tables that say something by their columns, told from those that only lay out.

A table is data if it names its columns, in a row of headings at its top, or its
rows, in a heading at the left.  Any other is a way to place blocks side by side.
Some names are known, as data: those of details ("Ansvarig") and of owners ("Polis").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from medborgarloften.reading.actors.vows import is_vow
from medborgarloften.reading.formats.html.elements import HEADINGS, words_for
from medborgarloften.reading.formats.html.tree import Tree
from medborgarloften.reading.text.lexicon import is_detail, plain

__all__ = ["LONGEST_CELL", "Cell", "Table", "table_at"]

# So many tags of a cell are looked at for its words.
LONGEST_CELL = 30
_SPAN = re.compile(r"[0-9]{1,4}")
_WORD = re.compile(r"\w+")
_MOST_COLUMNS = 50
_LONGEST_NAME = 40
_WHOLE_ROWS = 2
_COLUMNS_THAT_TELL = 3


@frozen
class Cell:
    """A cell: the number of its element, its column, and whether it is a heading."""

    number: int
    column: int
    is_heading: bool


@frozen
class Table:
    """A table of data.

    Attributes:
        names: What its columns are called; none if its rows are named instead.
        rows: Its rows without the names.
    """

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def name(self, cell: Cell) -> str:
        """Tell what the column of a cell is called."""
        return self.names[cell.column] if cell.column < len(self.names) else ""

    def begins_with_name(self, row: tuple[Cell, ...]) -> bool:
        """Tell whether the first cell of a row says what the others are about.

        It does not where the first column is one of several owners.
        """
        if row[0].column:
            return False
        if row[0].is_heading or not self.names[0]:
            return True
        others = self.names[1:]
        return not _is_owner(self.names[0]) and (
            len(others) + 1 >= _COLUMNS_THAT_TELL
            or all(is_detail(f"{each}: ") or _is_owner(each) for each in others)
        )

    @property
    def lists_activities(self) -> bool:
        """Whether its columns tell more of what stands first: "Ansvarig", "Tid"."""
        return any(is_detail(f"{name}: ") for name in self.names[1:])

    def begins_promise(self, cell: Cell) -> bool:
        """Tell whether a cell is promised by who its column is called after.

        So it is where all columns are: "Polisen lovar", "Kommunen lovar".
        """
        are_vows = all(_is_owner(name) and is_vow(name) for name in self.names)
        return are_vows and cell.column < len(self.names)

    def ticked(
        self, tree: Tree, row: tuple[Cell, ...]
    ) -> tuple[list[str], tuple[Cell, ...]]:
        """Find the owners whose cells only tick that they do it, and other cells."""
        ticked = [
            cell
            for cell in row
            if _is_owner(self.name(cell))
            and _TICK.fullmatch(tree.words(cell.number, LONGEST_CELL))
        ]
        rest = tuple(cell for cell in row if cell not in ticked)
        return [self.name(cell) for cell in ticked], rest

    def promise_first(self) -> Table:
        """Put what is promised before what tells more of it: "När", "Vem"."""
        names = [plain(name) for name in self.names]
        promised = next(filter(words_for("promise").__contains__, names), "")
        at = names.index(promised) if promised else 0
        if not at or not words_for("beside").issuperset(names[:at]):
            return self
        rows, above = list[tuple[Cell, ...]](), dict[int, Cell]()
        for row in self.rows:
            here = {cell.column: cell for cell in row}
            if len(here) > 1 or at in here:  # else it parts the rows of the table
                # A cell that spans rows says the same of each.
                above = {**above, **{n: here[n] for n in range(at) if n in here}}
                here = {**above, **here}
            cells = (evolve(cell, column=_moved(n, at)) for n, cell in here.items())
            rows.append(tuple(sorted(cells, key=lambda cell: cell.column)))
        first = self.names[at]
        return Table((first, *self.names[:at], *self.names[at + 1 :]), tuple(rows))


_TICK = re.compile(r"[xX✓✔☑√●•]|ja", re.IGNORECASE)


def _moved(column: int, first: int) -> int:
    """Tell where a column stands when another is put first."""
    if column == first:
        return 0
    return column + 1 if column < first else column


def _is_owner(name: str) -> bool:
    """Tell whether a column is called after somebody who does what stands in it."""
    return not words_for("owner").isdisjoint(_WORD.findall(name.lower()))


def table_at(tree: Tree, number: int) -> Table | None:
    """Read the table that stands at *number*; ``None`` if it only lays out."""
    if tree.get(number, "role") in {"presentation", "none"}:
        return None
    rows = _rows(tree, number)
    if not rows or max(map(len, rows)) < _WHOLE_ROWS:
        return None
    if _names_columns(tree, rows[0]) and len(rows) >= _WHOLE_ROWS:
        names = [""] * (rows[0][-1].column + 1)
        for cell in rows[0]:
            names[cell.column] = tree.words(cell.number, LONGEST_CELL).rstrip(" :")
        return Table(tuple(names), tuple(rows[1:])).promise_first()
    if all(row[0].is_heading or _is_bold(tree, row[0].number) for row in rows):
        return Table((), tuple(rows))
    return None


def _rows(tree: Tree, number: int) -> Sequence[tuple[Cell, ...]] | None:
    """Read the cells of a table; ``None`` if it cannot be a table of data."""
    rows = list[list[Cell]]()
    taken = dict[int, int]()
    column = 0
    for at in range(number + 1, tree.closes[number]):
        name = tree.names[at]
        if name == "table" or name in HEADINGS or column > _MOST_COLUMNS:
            return None
        if name == "tr":
            taken = {each: left - 1 for each, left in taken.items() if left > 1}
            rows.append([])
            column = 0
        elif name in {"td", "th"} and rows:
            while column in taken:
                column += 1
            rows[-1].append(Cell(at, column, name == "th"))
            width = _span(tree.get(at, "colspan"))
            for each in range(column, min(column + width, _MOST_COLUMNS)):
                taken[each] = _span(tree.get(at, "rowspan"))
            column += width
    return [tuple(row) for row in rows if row]


def _span(value: str) -> int:
    return max(1, int(value)) if _SPAN.fullmatch(value) else 1


def _names_columns(tree: Tree, row: tuple[Cell, ...]) -> bool:
    if len(row) < _WHOLE_ROWS:
        return False
    if all(cell.is_heading for cell in row[1:]):
        return True
    if row[0].is_heading:
        return False  # It names its row.
    names = [tree.words(cell.number, LONGEST_CELL) for cell in row]
    if max(map(len, names)) > _LONGEST_NAME or not all(names[1:]):
        return False
    bold = [_is_bold(tree, cell.number) for cell in row]
    is_head = all(bold[1:]) and (bold[0] or not names[0])
    return is_head or all(map(_is_owner, names[1:]))


def _is_bold(tree: Tree, number: int) -> bool:
    """Tell whether all words of a small element are bold."""
    end = tree.closes[number]
    bold_until, is_bold = number, False
    if end - number > LONGEST_CELL:
        return False
    for at in range(number, end):
        if tree.names[at] in {"b", "strong"}:
            bold_until = max(bold_until, tree.closes[at])
        if tree.texts[at].strip():
            if at >= bold_until:
                return False
            is_bold = True
    return is_bold
