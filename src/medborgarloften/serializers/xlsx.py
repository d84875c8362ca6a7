"""Excel: a register as a workbook, with a sheet for each of its tables.

The sheets have the columns that `table_schema` describes, and the first source of an
outcome beside it, in columns that begin with ``source_``.  They hold numbers, days and
texts as what they are, and the words of a list to choose from.  The sheet ``about``
comes first; it tells the schema and its version, and how to edit the rest.  What
Excel or LibreOffice saved can be read, with rows, columns and sheets in any order.

Needs the extra ``xlsx``.

>>> from medborgarloften import Register
>>> from medborgarloften.serializers import xlsx
>>> xlsx.loads(xlsx.dumps(Register()))
<Register of 0 agreements, 0 outcomes>
>>> xlsx.loads(b"agreement;number")
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: workbook: is no whole workbook of Excel; save it as .xlsx anew, in Excel or LibreOffice
"""  # noqa: E501 - a message stands in one line

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from os import PathLike
from typing import Any

from medborgarloften.errors import InvalidDocument, MissingExtra
from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import collector_paused
from medborgarloften.serializers._documents.headers import REGISTER, header, opened
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import read, write_file
from medborgarloften.serializers._strict.faults import (
    Fault,
    Place,
    Refusal,
    invalid_document,
)
from medborgarloften.serializers._strict.words import TEXT, Words, listed, shown
from medborgarloften.serializers._tables.cells import unfit, value_of
from medborgarloften.serializers._tables.excel_cells import errors_in, is_empty
from medborgarloften.serializers._tables.excel_parts import Parts, no_workbook, parts_of
from medborgarloften.serializers._tables.excel_writing import ABOUT, workbook_of
from medborgarloften.serializers._tables.outcome_rows import with_sources_beside
from medborgarloften.serializers._tables.sheets import TABLES, Sheets, is_filled
from medborgarloften.tables.entities import Column
from medborgarloften.tables.rows import lay_out

__all__ = ["dump", "dumps", "load", "load_register", "loads"]

_ADVICE = {
    "sv": (
        "Ändra i bladen, spara, och läs in filen igen. Låt rubrikerna på första raden "
        "stå. En rad hör till den överenskommelse, och det löfte, som står i dess "
        "första kolumner. Mellan flera värden i en cell står | och dagar skrivs "
        "2019-07-01. Ett ord ur en lista kan skrivas på svenska: uppfyllt. Ett utfall "
        "läggs till i bladet outcomes: lämna position tom, och ange en källa i "
        "source_title eller source_url."
    ),
    "en": (
        "Edit the sheets, save, and load the file again. Leave the headings of the "
        "first row. A row belongs to the agreement, and the promise, that its first "
        "columns name. Between many values in a cell stands | and days are written "
        "2019-07-01. A word of a list may be written in Swedish: uppfyllt. To add an "
        "outcome, add a row to the sheet outcomes: leave position empty, and give a "
        "source in source_title or source_url."
    ),
}
_TYPED = (bool, date, int)
# From there on Excel rounds a number, and nobody can tell what it was.
_ROUNDED = 10**15


def dumps(register: Register, *, without_people: bool = False) -> bytes:
    """Write a register as a workbook.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If a text is longer than a cell of Excel can be, or it holds
            what Excel cannot; or if a table has more rows than a sheet.
        MissingExtra: If XlsxWriter is not installed.
    """
    tables = lay_out(register_to_write(register, without_people=without_people))
    return workbook_of(with_sources_beside(tables), header(REGISTER) | _ADVICE)


def dump(
    register: Register, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register to a file, as `dumps` does, whole or not at all.

    What was in the file stays there until all of the new has been written.

    Raises:
        InvalidField: If it holds more than Excel can.
        FileError: If the file cannot be written.
        MissingExtra: If XlsxWriter is not installed.
    """
    data = dumps(register, without_people=without_people)
    write_file(path, data)


def loads(data: bytes) -> Register:
    """Read a register.

    Raises:
        InvalidDocument: If anything is wrong in a sheet or between them, or it is no
            workbook.
        MissingExtra: If calamine is not installed.
    """
    parts, book = _opened(data)
    sheets = Sheets(_called, _value)
    if ABOUT in parts.sheets:
        sheets.said = _said(_lines(book, ABOUT))
    if not TABLES.keys() & parts.sheets:
        raise _refused(Refusal("no-table", _NO_TABLE))
    with collector_paused(sum(map(len, parts.sheets.values()))):
        for name, xml in parts.sheets.items():
            if name in TABLES:
                errors = tuple(_errors(name, xml))
                sheets.refuse(*errors)
                if not errors:
                    sheets.read(name, _lines(book, name))
            elif name != ABOUT and not is_empty(xml):
                sheets.refuse_table(name, _called(name))
        return sheets.register()


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file, as `loads` does.

    Raises:
        InvalidDocument: If anything is wrong, or it is no workbook.
        FileError: If the file cannot be read.
        MissingExtra: If calamine is not installed.
    """
    return loads(read(path))


load_register = load


def _opened(data: bytes) -> tuple[Parts, Any]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise MissingExtra("python-calamine", "xlsx") from error

    try:
        parts = parts_of(data)
        return parts, CalamineWorkbook.from_filelike(parts.as_file())
    except Refusal as refusal:
        raise _refused(refusal) from refusal
    except CalamineError as error:
        raise _refused(no_workbook()) from error


def _refused(refusal: Refusal) -> InvalidDocument:
    return invalid_document([refusal.at(())], lambda _: _WORKBOOK)


def _called(table: str) -> Words:
    return Words(f"sheet {table}", f"bladet {table}")


def _lines(book: Any, sheet: str) -> list[list[Any]]:
    from python_calamine import CalamineError

    try:
        # With what is empty above and to the left, so that rows are counted right.
        lines: list[list[Any]] = book.get_sheet_by_name(sheet).to_python(
            skip_empty_area=False
        )
    except CalamineError as error:
        raise _refused(no_workbook()) from error
    return lines


def _said(lines: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """Read what the workbook says of its tables: their schema, and its version."""
    cells = {str(line[0]).strip(): line[1] for line in lines if len(line) > 1}
    texts = {
        name: _as_text(cells[name])
        for name in header(REGISTER)
        if is_filled(cells.get(name, ""))
    }
    said = {n: int(text) if text.isdecimal() else text for n, text in texts.items()}
    faults: list[Fault] = []
    opened(said, (REGISTER,), (), faults)
    if faults:
        raise invalid_document(faults, _written)
    return said


def _written(place: Place) -> Words:
    """Write what the sheet of what the workbook is says wrongly."""
    name = str(place[0])
    return listed([_called(ABOUT), Words(name, name)])


def _errors(sheet: str, xml: bytes) -> Iterator[Fault]:
    for row, column, text in errors_in(xml):
        yield Fault((sheet, row, column), "formula-error", _is_error(text))


def _value(cell: Any, column: Column) -> Any:
    text = cell if isinstance(cell, str) else _as_text(cell)
    if cell is text or column.type in _TYPED or text.isdecimal():
        return value_of(text, column)
    raise unfit("wrong-type", TEXT, text, _FORMAT_AS_TEXT)


def _as_text(cell: Any) -> str:
    """Write what stands in a cell, as far as it is known."""
    match cell:
        case float() if abs(cell) >= _ROUNDED:
            return f"{cell:E}"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case _:
            return str(cell)


_WORKBOOK = Words("workbook", "arbetsboken")
_NO_TABLE = Words(
    f"has no sheet of the register; expected {', '.join(TABLES)}",
    f"har inget blad av registret; väntade {', '.join(TABLES)}",
)
_FORMAT_AS_TEXT = Words(
    "format the column as text, and write it anew",
    "formatera kolumnen som text, och skriv det på nytt",
)


def _is_error(text: str) -> Words:
    if not text:
        return Words(
            "holds a formula without a value; write the value in place of it",
            "har en formel utan värde; skriv värdet i stället",
        )
    name = shown(text).en
    return Words(
        f"holds the error {name}; write the value in place of the formula",
        f"har felet {name}; skriv värdet i stället för formeln",
    )
