"""Answers, however they are to be written: the one way out of every analysis.

A command gives rows, and columns that tell what stands in them: plain data for
programs, under names that are the same in every language, and words for people.
"""

from __future__ import annotations

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, Generic, TypeAlias, TypeVar

from medborgarloften.cli._output import printable, write, write_json
from medborgarloften.cli._saying import Words

__all__ = ["Column", "Data", "print_answer"]

Row = TypeVar("Row")
# Any: a list holds more of the same, and no type checker follows that far.
Data: TypeAlias = str | int | float | bool | list[Any] | dict[str, Any] | None

# What a spreadsheet would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One thing that is told of each row.

    Attributes:
        name: What it is called in data; its heading goes by this too.
        data: What programs are told.
        words: What people are told; without it, what a cell of CSV has.
        flat: What a cell of CSV has, if that is not what `data` tells.
        room: How much of what is left of a line it may take; 0 for what is short.
        only_data: Whether people are not told.
        only_words: Whether programs are not told.
        heading: What stands above it, if that does not go by the name.
    """

    name: str
    data: Callable[[Row], Data]
    words: Callable[[Row], str] | None = None
    flat: Callable[[Row], Data] | None = None
    room: int = 0
    only_data: bool = False
    only_words: bool = False
    heading: str | None = None


def print_answer(
    rows: Iterable[Row],
    columns: Sequence[Column[Row]],
    options: Namespace,
    say: Words,
) -> None:
    """Print rows in the format that was asked for.

    A list of objects (``json``) or one on each line (``jsonl``); a header and a line
    for each row (``csv``, as RFC 4180 has it); a table of ``markdown``, or one for
    the terminal.

    Raises:
        MissingExtra: If a table is asked for, and what draws it is not installed.
    """
    match options.format:
        case "json":
            records = [_record(row, columns) for row in rows]
            write_json(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
        case "jsonl":
            for row in rows:
                record = _record(row, columns)
                write_json(json.dumps(record, ensure_ascii=False) + "\n")
        case "csv":
            _print_csv(rows, columns)
        case _:
            _print_words(rows, columns, options, say)


def _print_words(
    rows: Iterable[Row],
    columns: Sequence[Column[Row]],
    options: Namespace,
    say: Words,
) -> None:
    """Print what people read; a column in which nothing stands is left out."""
    told = [column for column in columns if not column.only_data]
    cells = [[printable(_words(row, column)) for column in told] for row in rows]
    if not cells:
        write(say(f"nothing.{options.command}") + "\n")
        return
    filled = list(map(any, zip(*cells, strict=True)))
    columns = list(compress(told, filled))
    cells = [list(compress(row, filled)) for row in cells]
    headings = [each.heading or say(f"column.{each.name}") for each in columns]
    if options.format == "markdown":
        _print_markdown(headings, cells)
    else:
        from medborgarloften.cli._tables import print_table

        print_table(headings, cells, [column.room for column in columns])


def _record(row: Row, columns: Iterable[Column[Row]]) -> dict[str, Data]:
    return {column.name: column.data(row) for column in _for_programs(columns)}


def _for_programs(columns: Iterable[Column[Row]]) -> Sequence[Column[Row]]:
    return [column for column in columns if not column.only_words]


def _print_csv(rows: Iterable[Row], columns: Sequence[Column[Row]]) -> None:
    lines = csv.writer(sys.stdout)
    shown = printable if sys.stdout.isatty() else str
    columns = _for_programs(columns)
    lines.writerow(column.name for column in columns)
    for row in rows:
        lines.writerow(shown(_guarded(_cell(row, column))) for column in columns)


def _print_markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as GitHub and most others write it, in which nothing is markup."""
    from medborgarloften.serializers._pages.markup import plain

    for cells in (
        map(plain, headings),
        ("---" for _ in headings),
        *(map(plain, row) for row in rows),
    ):
        write(f"| {' | '.join(cells)} |\n")


def _words(row: Row, column: Column[Row]) -> str:
    return _cell(row, column) if column.words is None else column.words(row)


def _cell(row: Row, column: Column[Row]) -> str:
    return _flat((column.flat or column.data)(row))


def _flat(data: Data) -> str:
    """Write what may be several things in one cell, with semicolons between them."""
    match data:
        case None:
            return ""
        case bool():
            return "true" if data else "false"
        case list():
            return "; ".join(map(_flat, data))
        case _:
            return str(data)


def _guarded(text: str) -> str:
    # A number below zero is no formula.
    if text.startswith(_FORMULA) and not text.removeprefix("-").isdecimal():
        return f"'{text}"
    return text
