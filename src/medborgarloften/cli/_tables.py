"""Tables in the terminal, as wide as it is.

What is too narrow for a table is told row by row, one thing on each line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from medborgarloften.cli._output import width as width_of_lines
from medborgarloften.errors import MissingExtra

try:
    from rich.box import SIMPLE_HEAD
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
except ImportError as error:
    raise MissingExtra("rich", "cli") from error

__all__ = ["print_table"]

# Wide enough for anything on one line, for programs that search in lines.
_NO_LIMIT = 100_000
_BETWEEN = 3  # blanks between two columns
# A column of texts is not read when it is narrower, nor one of short words wider.
_TEXT, _SHORT = 18, 14


def print_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], room: Sequence[int]
) -> None:
    """Print a table that fits the terminal, if there is one.

    Args:
        headings: What stands above each column.
        rows: The cells of each row.
        room: How much of what is left of a line each column may take; 0 for what is
            short.
    """
    columns = width_of_lines()
    widths = _widths([headings, *rows], room, columns)
    table = (
        _blocks(headings, rows) if widths is None else _table(headings, rows, widths)
    )
    # What it tells is the words of others: no [bold] or :smile: means anything.
    console = Console(
        width=columns or _NO_LIMIT, markup=False, emoji=False, highlight=False
    )
    console.print(table)


def _widths(
    rows: Sequence[Sequence[str]], room: Sequence[int], columns: int | None
) -> list[int] | None:
    """Tell how wide each column is to be; ``None`` where they do not all fit."""
    cells = [*zip(*rows, strict=True)]
    widest = [max(map(cell_len, column)) for column in cells]
    left = (columns or _NO_LIMIT) - _BETWEEN * (len(cells) - 1)
    if sum(widest) <= left:
        return widest
    longest = [
        max((cell_len(word) for cell in column for word in cell.split()), default=0)
        for column in cells
    ]
    widths = [
        min(whole, _TEXT if takes else max(word, _SHORT))
        for word, whole, takes in zip(longest, widest, room, strict=True)
    ]
    left -= sum(widths)
    if left < 0:
        return None
    for _ in range(left):
        growing = [
            (widths[place] / takes, place)
            for place, takes in enumerate(room)
            if takes and widths[place] < widest[place]
        ]
        if growing:
            widths[min(growing)[1]] += 1
    return widths


def _table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> Table:
    """Draw rows below each other, set apart if they take several lines."""
    is_wrapped = any(
        cell_len(cell) > width
        for row in rows
        for cell, width in zip(row, widths, strict=True)
    )
    table = Table(
        box=SIMPLE_HEAD, pad_edge=False, show_edge=False, leading=int(is_wrapped)
    )
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        counts = all(row[place].isdecimal() for row in rows)
        table.add_column(
            heading,
            width=width,
            overflow="fold",
            justify="right" if counts else "left",
            style=None if place else "cyan",
        )
    for row in rows:
        table.add_row(*map(_broken, row, widths))
    return table


def _broken(cell: str, width: int) -> str:
    """Break what is too long for a line, an id as a rule, after one of its hyphens."""
    pieces = re.compile(rf".{{1,{width}}}$|.{{1,{width - 1}}}-|.{{1,{width}}}")
    return " ".join(
        "\n".join(pieces.findall(word)) if len(word) > width else word
        for word in cell.split(" ")
    )


def _blocks(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Draw each thing that a row tells on a line of its own."""
    blocks = Table.grid(padding=(0, 2, 0, 0))
    blocks.add_column(style="cyan", overflow="fold")
    blocks.add_column(overflow="fold")
    for number, row in enumerate(rows):
        if number:
            blocks.add_row()
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                blocks.add_row(heading, cell)
    return blocks
