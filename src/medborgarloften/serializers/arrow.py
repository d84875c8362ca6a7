"""Arrow: a register as one table, in a file as it is to lie in memory.

There is a row for each agreement, and all that is in it is in lists, as in Parquet.
Nothing is compressed, so other programs can map the file into memory and use it at
once; name it ``.arrow.zst`` to have it small.

What another program wrote is read too, if its columns hold the same: in any order,
with texts of any kind, compressed or not, and without those that need not be there.

>>> from medborgarloften import Register
>>> from medborgarloften.serializers import arrow
>>> arrow.loads(arrow.dumps(Register())) == Register()
True
"""

from __future__ import annotations

from os import PathLike

from medborgarloften.register import Register
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import read, write_file

__all__ = ["dump", "dumps", "load", "load_register", "loads"]


def dumps(register: Register, *, without_people: bool = False) -> bytes:
    """Write a register as one table.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
        MissingExtra: If the library for it is not installed.
    """
    from medborgarloften.serializers._tables.arrow_files import arrow_file
    from medborgarloften.tables.arrow import to_arrow_nested

    kept = register_to_write(register, without_people=without_people)
    return arrow_file(to_arrow_nested(kept))


def dump(
    register: Register, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register to a file, as `dumps` does, whole or not at all.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
        FileError: If the file cannot be written.
        MissingExtra: If the library for it is not installed.
    """
    data = dumps(register, without_people=without_people)
    write_file(path, data)


def loads(data: bytes) -> Register:
    """Read a register.

    Raises:
        InvalidDocument: If anything is wrong.
        MissingExtra: If the library for it is not installed.
    """
    from medborgarloften.serializers._tables.arrow_files import table_in_arrow
    from medborgarloften.serializers._tables.arrow_tables import register_in_tables

    return register_in_tables(table_in_arrow(data, "register"))


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file.

    Raises:
        InvalidDocument: If anything is wrong.
        FileError: If the file cannot be read.
        MissingExtra: If the library for it is not installed.
    """
    return loads(read(path))


load_register = load
