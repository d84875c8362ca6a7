r"""CSV: a register as a folder of tables, to be edited in a spreadsheet.

Each of the tables that `table_schema` describes is a file: ``agreements.csv``,
``promises.csv`` …  They are as Excel makes them in Sweden, with ``;`` between the
cells, and ``datapackage.json`` beside them tells what is in them to programs that
know Frictionless Data.  What is read may be as any spreadsheet makes it, with rows
and columns in any order; tables that nothing stands in may be missing.

A source may stand beside its outcome, in columns of ``outcomes.csv`` that begin with
``source_``; written it stands in ``outcome_sources.csv``, as the schema says.  Where a
word of a list belongs, its label in Swedish or English does too.

A text that a spreadsheet would take for a formula has a ``'`` before it, which is
taken away when it is read.

>>> from medborgarloften import Register
>>> from medborgarloften.serializers import csv
>>> files = csv.dumps(Register())
>>> files["reviews.csv"]
'\ufeffagreement;position;purpose;times;per;wording\r\n'
>>> csv.loads({"reviews.csv": "agreement;times\nhabo-2023;4,5\n"})
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: reviews.csv, row 1, column purpose: is missing
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from medborgarloften.errors import FileError
from medborgarloften.model._rules import expect
from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import collector_paused
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import read, replacing_all, write_file
from medborgarloften.serializers._strict.faults import Fault, Refusal, invalid_document
from medborgarloften.serializers._strict.words import Words
from medborgarloften.serializers._tables.cells import misfit, text_of, value_of
from medborgarloften.serializers._tables.descriptor import (
    DESCRIPTOR,
    descriptor,
    said_in,
)
from medborgarloften.serializers._tables.sheets import TABLES, Sheets
from medborgarloften.tables.entities import Column, Entity
from medborgarloften.tables.flat import COLUMNS, flat_rows, promises_of
from medborgarloften.tables.rows import Row, lay_out

__all__ = ["dump", "dump_flat", "dumps", "flat", "load", "load_register", "loads"]

_SUFFIX = ".csv"
_BOM = "\ufeff"
_DELIMITERS = ";,\t"
# Texts that begin so are taken for something else by some spreadsheet, the wide
# characters too; and a text that begins with the mark has to get another.
_MARK = "'"
_MISTAKEN = tuple("=+-@\t\r\n＝＋－＠" + _MARK)
_NUL = "\0"
# Any length that Python can tell the limit of on every system.
_LONGEST_CELL = 2**31 - 1


def dumps(register: Register, *, without_people: bool = False) -> dict[str, str]:
    """Write a register as the texts of files, each under its name.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If a text holds a NUL character, which no spreadsheet can.
    """
    rows = lay_out(register_to_write(register, without_people=without_people))
    files = {_called(name): _table(TABLES[name], rows[name]) for name in TABLES}
    return files | {DESCRIPTOR: descriptor()}


def dump(
    register: Register, folder: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register into a folder, as `dumps` does, all of it or nothing.

    The folder is made if it is not there.  Other files in it stay as they are.

    Raises:
        InvalidField: If a text holds a NUL character, which no spreadsheet can.
        FileError: If a file cannot be written.
    """
    files = dumps(register, without_people=without_people)
    replacing_all(folder, {name: text.encode() for name, text in files.items()})


def loads(files: Mapping[str, str | bytes]) -> Register:
    """Read a register from the contents of files, each under its name.

    Files whose names end otherwise are passed over.

    Raises:
        InvalidDocument: If anything is wrong in a table or between them, or there
            is no table at all.
    """
    sheets = Sheets(_named, _value)
    if DESCRIPTOR in files:
        sheets.said = said_in(files[DESCRIPTOR])
    tables = {name: data for name, data in files.items() if _is_table(name)}
    if not tables:
        raise invalid_document([Fault((), "no-table", _NO_TABLE)], lambda _: _FOLDER)
    with collector_paused(sum(map(len, tables.values()))):
        for name, data in tables.items():
            _read(sheets, name, data)
        return sheets.register()


def load(folder: str | PathLike[str]) -> Register:
    """Read a register from the files in a folder, as `loads` does.

    Raises:
        InvalidDocument: If anything is wrong, or there is no table.
        FileError: If the folder or a file in it cannot be read.
    """
    try:
        paths = sorted(Path(folder).iterdir())
    except OSError as error:
        raise FileError.of(error, fspath(folder)) from error
    wanted = (path for path in paths if path.name == DESCRIPTOR or _is_table(path.name))
    return loads({path.name: read(path) for path in wanted})


load_register = load


def flat(register: Register) -> str:
    """Write the promises of a register as one table, to be analysed.

    Each row is a promise with what is needed to understand it: where, who promises,
    on which days, about what, how much, and what became of it.  Only the first
    quantity and the latest outcome are there, so it cannot be read back.

    Raises:
        InvalidField: If a text holds a NUL character, which no spreadsheet can.
    """
    expect(Register, "csv.flat", "register", register)
    rows = flat_rows(promises_of(register))
    return _text("promises", ("agreement", "number"), COLUMNS, rows)


def dump_flat(register: Register, path: str | PathLike[str]) -> None:
    """Write the promises of a register to a file, as `flat` does.

    Raises:
        InvalidField: If a text holds a NUL character, which no spreadsheet can.
        FileError: If the file cannot be written.
    """
    data = flat(register).encode()
    write_file(path, data)


# ---------------------------------------------------------------- writing


def _called(table: str) -> str:
    return f"{table}{_SUFFIX}"


def _named(table: str) -> Words:
    return Words(_called(table), _called(table))


def _table(entity: Entity, rows: Iterable[Row]) -> str:
    names = [column.name for column in entity.columns]
    return _text(entity.name, (*entity.owner, entity.key), names, rows)


def _text(
    table: str, keys: Iterable[str], names: Iterable[str], rows: Iterable[Row]
) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_DELIMITERS[0])
    writer.writerow(names)
    for row in rows:
        cells = {name: _marked(text_of(value)) for name, value in row.items()}
        for name, cell in cells.items():
            if _NUL in cell:
                raise misfit(table, row, keys, name, "take out the NUL character")
        writer.writerow(cells.values())
    return _BOM + text.getvalue()


def _marked(cell: str) -> str:
    return f"{_MARK}{cell}" if cell.startswith(_MISTAKEN) else cell


# ---------------------------------------------------------------- reading


def _is_table(name: str) -> bool:
    # Those that begin with a full stop are the system's, and hidden from people.
    return name.lower().endswith(_SUFFIX) and not name.startswith(".")


def _read(sheets: Sheets, name: str, data: str | bytes) -> None:
    table = name[: -len(_SUFFIX)]
    if table not in TABLES or name != _called(table):
        sheets.refuse_table(table, Words(name, name))
        return
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError:
        sheets.refuse(Fault((table,), "not-utf8", _NOT_UTF8))
    else:
        sheets.read(table, _lines(text.removeprefix(_BOM)))


def _lines(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    headings = next(filter(str.strip, io.StringIO(text, newline="")), "")
    delimiter = max(_DELIMITERS, key=headings.count)
    lines = io.StringIO(text, newline="")
    try:
        yield from csv.reader(lines, delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise Refusal("not-csv", _NOT_PAIRED) from error


def _value(cell: str, column: Column) -> Any:
    if _NUL in cell:
        raise Refusal("not-text", _HOLDS_NUL)
    is_marked = column.type is str and cell.startswith(_MARK)
    if is_marked and cell.startswith(_MISTAKEN, len(_MARK)):
        cell = cell.removeprefix(_MARK)
    return value_of(cell, column)


_FOLDER = Words("folder", "mappen")
_NO_TABLE = Words(
    f"holds no table; expected {', '.join(map(_called, TABLES))}",
    f"har ingen tabell; väntade {', '.join(map(_called, TABLES))}",
)
_NOT_UTF8 = Words(
    "is not UTF-8, so å, ä and ö cannot be told; in Excel, save it as CSV UTF-8",
    "är inte UTF-8, så å, ä och ö går inte att läsa; spara den i Excel som CSV UTF-8",
)
_NOT_PAIRED = Words(
    "a quotation mark is not closed, or stands alone within a quoted cell; close it, "
    "or write it twice",
    "ett citattecken är inte avslutat, eller står ensamt i en cell inom citattecken; "
    "avsluta det, eller skriv det två gånger",
)
_HOLDS_NUL = Words(
    "holds a NUL character, which is no part of a text; take it out",
    "har ett NUL-tecken, som inte hör till någon text; ta bort det",
)
