"""Tables written as a workbook of Excel, one sheet for each.

Everything is written as what it is: a text is never a formula or a link, a day is a
day.  What Excel would change or cut off is refused before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from io import BytesIO
from typing import Any

from medborgarloften.errors import InvalidField, MissingExtra
from medborgarloften.serializers._tables.cells import misfit, text_of
from medborgarloften.serializers._tables.outcome_rows import SHEETS
from medborgarloften.tables.entities import Entity
from medborgarloften.tables.rows import Row

__all__ = ["ABOUT", "workbook_of"]

ABOUT = "about"
"""The name of the sheet that tells what the others hold."""

_MOST_ROWS = 2**20
_LONGEST_TEXT = 2**15 - 1
# Excel counts days from 1900, with a 29 February that was not, and keeps 15 digits
# of a number: what is beyond is written as text, and read from it.
_FIRST_DAY = date(1900, 3, 1)
_FIRST_LARGE_NUMBER = 10**15
# The same register gives the same bytes on any day.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)

_WIDEST = 60
_FILTER_BUTTON = 3
_MOST_MEASURED = 500
_EVERYWHERE = "A1:XFD1048576"
_TOP = {"valign": "top", "text_wrap": True}
_FORMATS: dict[type, str] = {int: "0", date: "yyyy-mm-dd", bool: "General"}
# Excel says so of what is not in the list, and takes it: a label will do too.
_CHOICE = {
    "validate": "list",
    "error_type": "information",
    "error_title": "Inte i listan / Not in the list",
    "error_message": (
        "Ett ord ur listan får skrivas på svenska, som uppfyllt; annat kan inte läsas "
        "in. / A word of the list may be written in Swedish, as uppfyllt; nothing "
        "else can be loaded."
    ),
}
_TEXT = "@"  # what is typed into such a cell stays as it is typed

# Where _x0041_ stands in a workbook, A is meant.  XlsxWriter escapes what only looks
# so, but not two that share a _, and takes <r>…</r> for a text with formats.
_CHARACTER = "_x[0-9A-Fa-f]{4}"
_UNSPEAKABLE = re.compile(
    f"{_CHARACTER}(?:{_CHARACTER}_|[\0-\x08\x0b-\x1f])|[\ufffe\uffff]|"
    r"\A<r>.*</r>\Z",
    re.DOTALL,
)


def workbook_of(
    tables: Mapping[str, Sequence[Row]], about: Mapping[str, str | int]
) -> bytes:
    """Write the rows of all tables, and before them what is *about* them.

    Raises:
        InvalidField: If a text, or how many rows there are, is more than Excel can
            hold.
        MissingExtra: If XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped] # it has types, and does not say so
    except ImportError as error:
        raise MissingExtra("xlsxwriter", "xlsx") from error

    for name, entity in SHEETS.items():
        _refuse_what_does_not_fit(entity, tables[name])
    file = BytesIO()
    book: Any = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    heading = book.add_format({"bold": True, "valign": "top"})
    formats = {
        look: book.add_format(_TOP | {"num_format": look})
        for look in (*_FORMATS.values(), _TEXT)
    }
    _write_about(book.add_worksheet(ABOUT), about, heading, formats[_TEXT])
    for name, entity in SHEETS.items():
        _write_table(book.add_worksheet(name), entity, tables[name], heading, formats)
    book.close()
    return file.getvalue()


def _refuse_what_does_not_fit(entity: Entity, rows: Sequence[Row]) -> None:
    if len(rows) >= _MOST_ROWS:
        remedy = f"a sheet of Excel has {_MOST_ROWS:,} rows; save it in another format"
        raise InvalidField("workbook", entity.name, len(rows), remedy)
    for row in rows:
        for name, text in _texts(row):
            if len(text) > _LONGEST_TEXT // 2 and _length(text) > _LONGEST_TEXT:
                remedy = (
                    f"a cell of Excel holds {_LONGEST_TEXT:,} characters; "
                    "save it in another format"
                )
            elif _UNSPEAKABLE.search(text):
                remedy = "Excel cannot hold this text; save it in another format"
            else:
                continue
            raise misfit(entity.name, row, (*entity.owner, entity.key), name, remedy)


def _texts(row: Row) -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if isinstance(value, str | tuple):
            yield name, text_of(value)


def _length(text: str) -> int:
    """Count the characters as Excel does: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _write_about(
    sheet: Any, about: Mapping[str, str | int], heading: Any, text: Any
) -> None:
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 80, text)
    for number, (name, said) in enumerate(about.items()):
        sheet.write_string(number, 0, name, heading)
        _write(sheet, number, 1, said, text)


def _write_table(
    sheet: Any,
    entity: Entity,
    rows: Sequence[Row],
    heading: Any,
    formats: Mapping[str, Any],
) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(entity.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": _EVERYWHERE})  # as a kommunkod is
    for position, column in enumerate(entity.columns):
        cell = formats[_FORMATS.get(column.type, _TEXT)]
        width = _width_of(column.name, rows[:_MOST_MEASURED])
        sheet.set_column(position, position, width, cell)
        sheet.write_string(0, position, column.name, heading)
        if issubclass(column.type, Enum) and not column.many:
            words = [str(member) for member in column.type]
            choice = _CHOICE | {"source": words}
            sheet.data_validation(1, position, _MOST_ROWS - 1, position, choice)
        for number, row in enumerate(rows, 1):
            _write(sheet, number, position, row[column.name], cell)


def _width_of(name: str, rows: Sequence[Row]) -> int:
    longest = max((len(text_of(row[name])) for row in rows), default=0)
    return min(max(longest, len(name) + _FILTER_BUTTON), _WIDEST)


def _write(sheet: Any, row: int, column: int, value: Any, format_: Any) -> None:
    match value:
        case None | ():
            pass
        case bool():
            sheet.write_boolean(row, column, value, format_)
        case int() if abs(value) < _FIRST_LARGE_NUMBER:
            sheet.write_number(row, column, value, format_)
        case date() if value >= _FIRST_DAY:
            sheet.write_datetime(row, column, value, format_)
        case _:
            sheet.write_string(row, column, text_of(value), format_)
