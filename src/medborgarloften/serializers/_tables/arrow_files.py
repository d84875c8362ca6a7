"""Files of Arrow's data: Parquet, and Arrow's own.

Anyone may have made what they hold.  So how large it becomes is seen to before it is
expanded, as far as files tell, and what does not hang together is refused.
"""

from __future__ import annotations

import struct
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from medborgarloften.errors import InvalidDocument
from medborgarloften.serializers._files.compression import (
    MOST_TIMES_LARGER,
    largest_from,
)
from medborgarloften.serializers._strict.faults import Refusal, invalid_document
from medborgarloften.serializers._strict.words import Words
from medborgarloften.serializers._tables.arrow_sizes import (
    expanded_size,
    size_in_memory,
)
from medborgarloften.serializers._tables.parquet_sizes import (
    pieces_in,
    texts_to_keep_once,
)
from medborgarloften.tables._opening import refuse_misfits
from medborgarloften.tables._pyarrow import pa

__all__ = ["arrow_file", "parquet_file", "table_in_arrow", "table_in_parquet"]

_WHAT_DAMAGED_FILES_RAISE = (
    pa.ArrowException,
    OSError,
    LookupError,
    TypeError,
    ValueError,
    struct.error,
)

_arrow: Any = pa


def parquet_file(table: pa.Table) -> bytes:
    """Write a table as Parquet; the same table gives the same bytes."""
    sink = _arrow.BufferOutputStream()
    _parquet().write_table(table, sink, compression="zstd")
    data: bytes = sink.getvalue().to_pybytes()
    return data


def arrow_file(table: pa.Table) -> bytes:
    """Write a table as a file of Arrow's own, as it is to lie in memory."""
    sink = _arrow.BufferOutputStream()
    with _arrow.ipc.new_file(sink, table.schema) as file:
        file.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def table_in_parquet(data: bytes, name: str) -> pa.Table:
    """Read the table of this *name* from the bytes of a Parquet file.

    Raises:
        InvalidDocument: If it is none, is damaged, expands without measure, or is no
            table of a register.
    """
    opened = _parquet().ParquetFile
    with _refusing(name, "not-parquet", _NOT_PARQUET):
        opened(_arrow.BufferReader(data))  # which refuses most of what is damaged
        pieces = pieces_in(data)
        _refuse_what_grows(sum(piece.size for piece in pieces), len(data))
        once = texts_to_keep_once(pieces)
        file = opened(_arrow.BufferReader(data), read_dictionary=once)
    refuse_misfits(name, file.schema_arrow)
    with _refusing(name, "not-parquet", _NOT_PARQUET):
        # pyarrow cannot put the texts of several groups together within lists.
        groups = map(file.read_row_group, range(file.num_row_groups))
        return pa.concat_tables([file.schema_arrow.empty_table(), *groups])


def table_in_arrow(data: bytes, name: str) -> pa.Table:
    """Read the table of this *name* from the bytes of a file of Arrow's own.

    Raises:
        InvalidDocument: If it is none, is damaged, expands without measure, or is no
            table of a register.
    """
    with _refusing(name, "not-arrow", _NOT_ARROW):
        file = _arrow.ipc.open_file(_arrow.BufferReader(data))
        _refuse_what_grows(expanded_size(data), len(data))
    refuse_misfits(name, file.schema)
    with _refusing(name, "not-arrow", _NOT_ARROW):
        table: pa.Table = file.read_all()
        table.validate()
        chunks = [chunk for column in table.columns for chunk in column.chunks]
        _refuse_what_grows(sum(map(size_in_memory, chunks)), len(data))
        table.validate(full=True)
        return table


def _parquet() -> Any:
    from pyarrow import parquet

    return parquet


@contextmanager
def _refusing(name: str, code: str, words: Words) -> Generator[None]:
    """Say of the table of this *name* what its file cannot be."""
    try:
        yield
    except Refusal as refusal:
        raise _refused(name, refusal) from refusal
    except _WHAT_DAMAGED_FILES_RAISE as error:
        raise _refused(name, Refusal(code, words)) from error


def _refused(name: str, refusal: Refusal) -> InvalidDocument:
    return invalid_document([refusal.at(())], lambda _: name)


def _refuse_what_grows(size: int, taken: int) -> None:
    if size > largest_from(taken):
        raise Refusal("too-large", _TOO_LARGE)


_NOT_PARQUET = Words(
    "is not Parquet, or damaged or cut off; get the file again, whole",
    "är inte Parquet, eller skadad eller avklippt; hämta filen igen, hel",
)
_NOT_ARROW = Words(
    "is no file of Arrow's, or damaged or cut off; get it again, whole",
    "är ingen Arrow-fil, eller skadad eller avklippt; hämta den igen, hel",
)
_TOO_LARGE = Words(
    f"expands to more than {MOST_TIMES_LARGER} times its size; "
    "if you trust it, read it with pyarrow, and that with from_arrow",
    f"blir mer än {MOST_TIMES_LARGER} gånger så stor; "
    "om du litar på den, läs den med pyarrow, och det med from_arrow",
)
