"""Parquet: a register for analysis, as one table or as a folder of them.

`dumps` and `dump` write one table with a row for each agreement, and all that is in
it as lists.  `dump_tables` writes a table for each entity into a folder:
``agreements.parquet``, ``promises.parquet`` …  Both are read back with nothing lost,
`load` takes a file or a folder, and both have the schemas of
`medborgarloften.tables.schemas`, whatever is in them.

What another program wrote is read too, if its columns hold the same: in any order,
with texts of any kind, and without those that need not be there.  A problem's path
tells the place in the one table, or the table, row and column, counted from 1:

>>> from medborgarloften import Register
>>> from medborgarloften.serializers import parquet
>>> parquet.loads(parquet.dumps(Register())) == Register()
True
>>> parquet.loads(b"PAR1")
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: register: is not Parquet, or damaged or cut off; get the file again, whole
"""  # noqa: E501 - a message stands in one line

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Any

from medborgarloften.errors import InvalidDocument, Problem
from medborgarloften.register import Register
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import (
    is_to_be_folder,
    read,
    replacing_all,
    write_file,
)

__all__ = ["dump", "dump_tables", "dumps", "load", "load_register", "loads"]

_SUFFIX = ".parquet"


def dumps(register: Register, *, without_people: bool = False) -> bytes:
    """Write a register as one table.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
        MissingExtra: If the library for it is not installed.
    """
    from medborgarloften.serializers._tables.arrow_files import parquet_file
    from medborgarloften.tables.arrow import to_arrow_nested

    kept = register_to_write(register, without_people=without_people)
    return parquet_file(to_arrow_nested(kept))


def dump(
    register: Register, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register to a file, as `dumps` does, whole or not at all.

    A path that is a folder, ends with a slash, or is nothing yet and has no suffix is
    of a folder, into which the register is written as by `dump_tables`.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
        FileError: If the file cannot be written.
        MissingExtra: If the library for it is not installed.
    """
    if is_to_be_folder(path):
        dump_tables(register, path, without_people=without_people)
        return
    data = dumps(register, without_people=without_people)
    write_file(path, data)


def dump_tables(
    register: Register, folder: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register into a folder, a file for each of its tables.

    The folder is made if it is not there.  Other files in it stay as they are.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
        FileError: If a file cannot be written.
        MissingExtra: If the library for it is not installed.
    """
    from medborgarloften.serializers._tables.arrow_files import parquet_file
    from medborgarloften.tables.arrow import to_arrow

    tables = to_arrow(register_to_write(register, without_people=without_people))
    files = {f"{name}{_SUFFIX}": parquet_file(each) for name, each in tables.items()}
    replacing_all(folder, files)


def loads(data: bytes) -> Register:
    """Read a register from one table.

    Raises:
        InvalidDocument: If anything is wrong.
        MissingExtra: If the library for it is not installed.
    """
    from medborgarloften.serializers._tables.arrow_files import table_in_parquet
    from medborgarloften.serializers._tables.arrow_tables import register_in_tables

    return register_in_tables(table_in_parquet(data, "register"))


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file with one table, or from a folder of them.

    Files in the folder whose names end otherwise are passed over.

    Raises:
        InvalidDocument: If anything is wrong.
        FileError: If the file, or the folder, cannot be read.
        MissingExtra: If the library for it is not installed.
    """
    from medborgarloften.serializers._tables.arrow_files import table_in_parquet
    from medborgarloften.serializers._tables.arrow_tables import register_in_tables

    try:
        files = sorted(Path(path).iterdir())
    except OSError:  # it is a file; or reading it tells why it cannot be read
        return loads(read(path))
    tables, problems = dict[str, Any](), list[Problem]()
    for file in filter(_is_table, files):
        try:
            tables[file.stem] = table_in_parquet(read(file), file.stem)
        except InvalidDocument as error:
            problems += error.problems
    if problems:
        raise InvalidDocument(tuple(problems))
    return register_in_tables(tables)


load_register = load


def _is_table(file: Path) -> bool:
    # Those that begin with a full stop are the system's, and hidden from people.
    return file.suffix.lower() == _SUFFIX and not file.name.startswith(".")
