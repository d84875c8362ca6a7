"""A page's blocks as rows of text, with what the markup says that each is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from medborgarloften.reading.formats.html.elements import BLOCKS, named
from medborgarloften.reading.formats.html.links import LinkBegun, LinkedWords, longest
from medborgarloften.reading.formats.html.mains import Part
from medborgarloften.reading.formats.html.rows import (
    BOLD,
    BREAK,
    LONGEST_HEADING,
    QUOTED,
    Items,
    Row,
    Rows,
    rows_of,
)
from medborgarloften.reading.formats.html.states import (
    CHANGES,
    SHAPES,
    WHOLE_NUMBER,
    State,
    as_caption,
    is_styled_bold,
)
from medborgarloften.reading.formats.html.tables import (
    LONGEST_CELL,
    Cell,
    Table,
    table_at,
)
from medborgarloften.reading.formats.html.tree import Tree
from medborgarloften.reading.text.document import LineKind

__all__ = ["Written", "written"]

_SEEN = re.compile(r"[^\s\xad\u200b-\u200d\u2060\ufeff]")
_LETTER = re.compile(r"\w")
_LONGEST_TERM = 30
_LONGEST_LINK = 20
_LONGEST_DEFINITION = 80


class Written(NamedTuple):
    """A page as text, what is told of some of its rows, and its links."""

    text: str
    kinds: Mapping[int, LineKind]
    links: Sequence[LinkedWords]


def written(tree: Tree, part: Part) -> Written:
    """Write the part of a page that is read."""
    writer = _Writer(tree, part)
    for number in part.titles:
        writer.write_element(number)
    writer.write_within(0)
    writer.end_definitions(0)
    return Written(writer.rows.text(), writer.rows.kinds, writer.links)


class _Writer:
    """A page being written.

    Attributes:
        rows: The rows so far.
        links: The links so far.
    """

    def __init__(self, tree: Tree, part: Part) -> None:
        self.rows = Rows()
        self.links: list[LinkedWords] = []
        self._tree = tree
        self._left_out = part.left_out
        self._texts = part.texts
        self._state = State()
        self._closes, self._outside = [-1], [self._state]
        self._links_begun: list[LinkBegun] = []
        self._pieces: list[str] = []
        self._looks: list[int] = []
        self._term = ""
        self._term_waits = False

    def write_element(self, number: int) -> None:
        """Write an element."""
        self.begin_block(number)
        self.write_within(number)
        self.end_block(self._tree.closes[number])

    def write_within(self, number: int) -> None:
        """Write what stands in an element."""
        names, said, closes = self._tree.names, self._tree.said, self._tree.closes
        texts, left_out, pieces = self._texts, self._left_out, self._pieces
        end = closes[number]
        while True:
            text = texts[number]
            if text and (pieces or not text.isspace()):
                pieces.append(text)
                self._looks.append(self._state.look)
            number += 1
            if number >= end:
                break
            if number in left_out:
                number = closes[number]
            elif act := _AT_TAGS.get(names[number]):
                number = act(self, number)
            elif number == self._closes[-1]:
                self._close()
            elif said[number] and is_styled_bold(said[number]):
                self._open(number, self._state._replace(look=self._state.look | BOLD))
        self._flush()

    def begin_block(self, number: int) -> int:
        """Begin a block, and tell the tag where it goes on; so do all at a tag."""
        if self._pieces:
            self._flush()
        state = self._state
        if not state.tight:
            self.rows.gap = True
        name, said = self._tree.names[number], self._tree.said[number]
        if change := CHANGES.get(name):
            state = change(self._tree, number, state)
        elif enter := _IN_BLOCKS.get(name):
            state = enter(self, number, state)
        if said:
            if is_styled_bold(said):
                state = state._replace(look=state.look | BOLD)
            if "caption" in named(said) and state.kind is not LineKind.HEADING:
                state = as_caption(self._tree, number, state)
        if state is not self._state:
            self._open(number, state)
        return number

    def end_block(self, number: int) -> int:
        """End a block."""
        if self._pieces:
            self._flush()
        if number == self._closes[-1]:
            self._close()
        if not self._state.tight:
            self.rows.gap = True
        return number

    def end_item(self, number: int) -> int:
        """End an item of a list."""
        self.end_block(number)
        self.rows.end_item()
        return number

    def end_definitions(self, number: int) -> int:
        """End a list of definitions; a term that nothing defines is a heading."""
        self.end_block(number)
        self._write_term()
        self._edge()
        self._term = ""
        return number

    def begin_table(self, number: int) -> int:
        """Write a table of data, or begin one that only lays out."""
        table = table_at(self._tree, number)
        if table is None:
            return self.begin_block(number)
        self._flush()
        self._table(table)
        return self._tree.closes[number]

    def break_row(self, number: int) -> int:
        """End a row of a block."""
        self._add("", BREAK)
        return number

    def part_words(self, number: int) -> int:
        """Let a picture part the words around it."""
        self._add(" ", self._state.look)
        return number

    def begin_bold(self, number: int) -> int:
        """Begin bold words."""
        self._open(number, self._state._replace(look=self._state.look | BOLD))
        return number

    def begin_quoted(self, number: int) -> int:
        """Begin words that are marked as a quote."""
        self._add("”", QUOTED)
        self._open(number, self._state._replace(look=self._state.look | QUOTED))
        return number

    def end_quoted(self, number: int) -> int:
        """End words that are marked as a quote."""
        self._add("”", QUOTED)
        self._close()
        return number

    def begin_link(self, number: int) -> int:
        """Begin a link."""
        begun = LinkBegun(number, len(self.rows), len(self._pieces))
        self._links_begun.append(begun)
        return number

    def end_link(self, number: int) -> int:
        """End a link, and keep its words as they stand in the text."""
        link = self._links_begun.pop()
        address = self._tree.get(link.number, "href")
        words = ""
        if address and len(self.rows) == link.row:
            rows = rows_of(
                self._pieces[link.piece :],
                self._looks[link.piece :],
                preformatted=self._state.preformatted,
            )
            words = longest(row.text for row in rows)
        elif address:
            words = longest(self.rows.since(link.row, _LONGEST_LINK))
        if words:
            told = self._tree.get(link.number, "type")
            self.links.append(LinkedWords(words, address, told))
        return number

    def begin_button(self, number: int) -> int:
        """Begin a button that is a heading; pass over one that shows no words of it."""
        said = self._tree.said[number]
        if not self._state.is_one_row:
            if "aria-controls" not in said and "aria-expanded" not in said:
                return self._tree.closes[number]
            self._flush()
            self._edge()
        self._open(number, self._state._replace(kind=LineKind.HEADING))
        return number

    def end_button(self, number: int) -> int:
        """End a button that is a heading."""
        if self._outside[-1].kind is None:
            self._flush()
        self._close()
        return number

    def as_item(self, number: int, state: State) -> State:
        """Enter an item of a list."""
        items = state.items or Items()
        if items.ordered:
            value = self._tree.get(number, "value")
            if WHOLE_NUMBER.fullmatch(value):
                items.number = int(value)
        self.rows.begin_item(items.mark())
        return state._replace(in_item=True, level=max(1, state.level))

    def as_term(self, _number: int, state: State) -> State:
        """Enter a term."""
        self._write_term()
        return state._replace(is_term=True)

    def as_definition(self, number: int, state: State) -> State:
        """Enter a definition; a short one stands on the row of its term."""
        words = self._tree.words(number, LONGEST_CELL)
        end = min(self._tree.closes[number], number + _LONGEST_DEFINITION)
        blocks = [each for each in self._tree.names[number + 1 : end] if each in BLOCKS]
        is_short = len(words) <= _LONGEST_DEFINITION and len(blocks) <= 1
        if self._term and len(self._term) <= _LONGEST_TERM and is_short:
            self._term_waits = False
            return state._replace(label=self._term.rstrip(" :"))
        self._write_term()
        return state._replace(tight=False)

    def _open(self, number: int, state: State) -> None:
        """Let a state hold until an element ends."""
        self._closes.append(self._tree.closes[number])
        self._outside.append(self._state)
        self._state = state

    def _close(self) -> None:
        self._closes.pop()
        self._state = self._outside.pop()

    def _add(self, piece: str, look: int) -> None:
        self._pieces.append(piece)
        self._looks.append(look)

    def _edge(self) -> None:
        if not self._state.tight:
            self.rows.gap = True

    def _write_term(self) -> None:
        if self._term_waits:
            self._term_waits = False
            self.rows.gap = True
            is_short = len(self._term) <= LONGEST_HEADING
            self.rows.write(self._term, LineKind.HEADING if is_short else None)

    def _flush(self) -> None:
        state = self._state
        rows = rows_of(self._pieces, self._looks, preformatted=state.preformatted)
        self._pieces.clear()
        self._looks.clear()
        if len(rows) == 1 and not rows[0].text:
            return
        if state.is_one_row:
            rows = [Row(" ".join(row.text for row in rows if row.text))]
        is_first = True
        for row in rows:
            if _SEEN.search(row.text):
                self._write(row, state, is_first=is_first)
                is_first = False
            else:
                self._edge()

    def _write(self, row: Row, state: State, *, is_first: bool) -> None:
        self._write_term()
        if state.is_term:
            self._term, self._term_waits = row.text, True
        elif state.kind is LineKind.HEADING:
            self.rows.write_heading(row.text)
        elif state.kind is not None:
            self.rows.write(row.text, state.kind)
        elif state.in_item:
            self.rows.write_item(row.text, state.level, is_first=is_first)
        elif state.label:
            self.rows.write(f"{state.label}: {row.text}")
        else:
            self.rows.write_as_it_looks(row)

    def _table(self, table: Table) -> None:
        outside = self._state
        for row in table.rows:
            self._state = outside
            self.rows.gap = True
            if len(row) == 1:
                look = BOLD if row[0].is_heading else 0
                self._cell(row[0], outside._replace(look=look))
            elif not table.names:
                name = self._tree.words(row[0].number, LONGEST_CELL).rstrip(" :")
                for cell in row[1:]:
                    self._labelled(cell, name, outside)
            else:
                cells = row
                if table.begins_with_name(row):
                    self._name(row[0], table, outside)
                    cells = row[1:]
                owners, cells = table.ticked(self._tree, cells)
                if owners:
                    self.rows.write(f"Ansvarig: {' och '.join(owners)}")
                for cell in cells:
                    mark = "• " if table.begins_promise(cell) else ""
                    self._labelled(cell, table.name(cell), outside, mark)
        self._state = outside
        self.rows.gap = True

    def _name(self, cell: Cell, table: Table, outside: State) -> None:
        """Write what a row of a table is about, as what tells of it stands below."""
        if table.lists_activities and not self._tree.holds(SHAPES, cell.number):
            self.rows.begin_item("• ")
            self._cell(cell, outside._replace(in_item=True, level=1, tight=True))
        else:
            self._cell(cell, outside._replace(look=outside.look | BOLD))
        self.rows.end_item()
        self.rows.gap = False

    def _labelled(self, cell: Cell, name: str, outside: State, mark: str = "") -> None:
        if not _LETTER.search(self._tree.words(cell.number, LONGEST_CELL)):
            return
        if self._tree.holds(SHAPES, cell.number):
            if name:
                self.rows.write(name, LineKind.HEADING)
            self._cell(cell, outside._replace(tight=True))
        else:
            self._cell(cell, outside._replace(label=f"{mark}{name}", tight=True))

    def _cell(self, cell: Cell, state: State) -> None:
        self._state = state
        self.write_within(cell.number)


# What is done at a tag; all other tags only part texts.
_AT_TAGS: dict[str, Callable[[_Writer, int], int]] = {
    **dict.fromkeys(BLOCKS, _Writer.begin_block),
    **{f"/{name}": _Writer.end_block for name in BLOCKS},
    "table": _Writer.begin_table,
    "/li": _Writer.end_item,
    "/dl": _Writer.end_definitions,
    "br": _Writer.break_row,
    "img": _Writer.part_words,
    "b": _Writer.begin_bold,
    "strong": _Writer.begin_bold,
    "q": _Writer.begin_quoted,
    "/q": _Writer.end_quoted,
    "a": _Writer.begin_link,
    "/a": _Writer.end_link,
    "button": _Writer.begin_button,
    "/button": _Writer.end_button,
}
# What is to be done besides at the beginning of some blocks.
_IN_BLOCKS: dict[str, Callable[[_Writer, int, State], State]] = {
    "li": _Writer.as_item,
    "dt": _Writer.as_term,
    "dd": _Writer.as_definition,
}
