"""Tables in the terminal, as wide as it is.

What is too narrow for a table is told row by row, one thing on each line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medborgarloften.cli._output import width as width_of_lines
from medborgarloften.cli._output import write
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
# The first rows are there to read while the others are drawn.
_AT_A_TIME = 100


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
    tables = (
        _blocks(headings, rows) if widths is None else _tables(headings, rows, widths)
    )
    # What it tells is the words of others: no [bold] or :smile: means anything.
    console = Console(
        width=columns or _NO_LIMIT, markup=False, emoji=False, highlight=False
    )
    for table in tables:
        with console.capture() as drawn:
            console.print(table)
        # Rows are filled up with blanks that nobody wants to copy.
        write(re.sub(r" +$", "", drawn.get(), flags=re.MULTILINE))


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
        # What is short gets what the texts leave.
        growing = [
            (not takes, widths[place] / max(takes, 1), place)
            for place, takes in enumerate(room)
            if widths[place] < widest[place]
        ]
        widths[min(growing)[-1]] += 1
    return widths


def _tables(
    headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> Iterator[Table]:
    """Draw rows below each other, set apart if they take several lines."""
    is_wrapped = any(
        cell_len(cell) > width
        for row in rows
        for cell, width in zip(row, widths, strict=True)
    )
    counts = [all(map(str.isdecimal, column)) for column in zip(*rows, strict=True)]
    for start in range(0, len(rows), _AT_A_TIME):
        table = Table(
            box=SIMPLE_HEAD,
            pad_edge=False,
            show_edge=False,
            show_header=not start,
            leading=int(is_wrapped),
        )
        for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            table.add_column(
                heading,
                width=width,
                overflow="fold",
                justify="right" if counts[place] else "left",
                style=None if place else "cyan",
            )
        for row in rows[start : start + _AT_A_TIME]:
            table.add_row(*map(_broken, row, widths))
        if is_wrapped and start:
            yield _blank_line()
        yield table


def _blank_line() -> Table:
    line = Table.grid()
    line.add_row("")
    return line


def _broken(cell: str, width: int) -> str:
    """Break what is too long for a line, an id as a rule, after one of its hyphens."""
    pieces = re.compile(rf".{{1,{width}}}$|.{{1,{width - 1}}}-|.{{1,{width}}}")
    return " ".join(
        "\n".join(pieces.findall(word)) if len(word) > width else word
        for word in cell.split(" ")
    )


def _blocks(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Table]:
    """Draw each thing that a row tells on a line of its own."""
    widest = max(map(cell_len, headings))
    for number, row in enumerate(rows):
        block = Table.grid(padding=(0, 2, 0, 0))
        block.add_column(style="cyan", overflow="fold", min_width=widest)
        block.add_column(overflow="fold")
        if number:
            block.add_row()
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                block.add_row(heading, cell)
        yield block
