"""pyarrow, or how to get it, and what is used of its arrays.

Its stubs build on types of numpy, which need not be installed, so what they say of
arrays is half unknown.  Here it is said of the little that the tables need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from medborgarloften.errors import MissingExtra

try:
    import pyarrow as pa
    import pyarrow.compute as pc
except ImportError as error:
    raise MissingExtra("pyarrow", "tables") from error

__all__ = [
    "Array",
    "array",
    "batches_of",
    "day_numbers",
    "fields_in",
    "items_of",
    "lengths_of",
    "list_array",
    "pa",
    "struct_array",
    "table_in",
    "table_of",
]

_pa: Any = pa
_pc: Any = pc


class Array(Protocol):
    """A column, or a part of one."""

    @property
    def type(self) -> pa.DataType: ...
    @property
    def null_count(self) -> int: ...
    @property
    def dictionary(self) -> Array: ...
    @property
    def indices(self) -> Array: ...
    def __len__(self) -> int: ...
    def flatten(self) -> list[Array]: ...
    def is_valid(self) -> Array: ...
    def to_pylist(self) -> list[Any]: ...


def array(values: Sequence[object], type_: pa.DataType) -> Array:
    """Make an array of single values."""
    made: Array = _pa.array(values, type_)
    return made


def list_array(offsets: Sequence[int], items: Array, type_: pa.DataType) -> Array:
    """Make an array of lists: each begins at one offset and ends at the next."""
    begun = array(offsets, pa.int32())
    made: Array = _pa.ListArray.from_arrays(begun, items, type=type_)
    return made


def struct_array(
    arrays: list[Array],
    fields: list[pa.Field[Any]],
    absent: Sequence[bool] | None = None,
) -> Array:
    """Make an array of structures, of which some may be *absent*."""
    mask = None if absent is None else array(absent, pa.bool_())
    made: Array = _pa.StructArray.from_arrays(arrays, fields=fields, mask=mask)
    return made


def table_of(arrays: list[Array], schema: pa.Schema) -> pa.Table:
    """Make a table of its columns."""
    made: pa.Table = _pa.Table.from_arrays(arrays, schema=schema)
    return made


def table_in(stream: object) -> pa.Table:
    """Take over the table of another library."""
    made: pa.Table = _pa.RecordBatchReader.from_stream(stream).read_all()
    return made


def batches_of(table: pa.Table) -> Iterator[dict[str, Array]]:
    """Go through the columns of a table by their names, as few rows apart as can be."""
    for batch in table.combine_chunks().to_batches():
        made: Any = batch
        yield dict(zip(made.schema.names, made.columns, strict=True))


def fields_in(owner: pa.Schema | pa.DataType) -> list[pa.Field[Any]]:
    """List the fields of a schema, or of a structure."""
    fields: Any = owner
    return [*fields]


def lengths_of(lists: Array) -> list[int | None]:
    """Tell how long each list is, and ``None`` where there is none."""
    lengths: list[int | None] = _pc.list_value_length(lists).to_pylist()
    return lengths


def items_of(lists: Array) -> Array:
    """Put what is in the lists into one array."""
    items: Array = _pc.list_flatten(lists)
    return items


def day_numbers(days: Array) -> list[int | None]:
    """Count each day from the first of January 1970."""
    numbers: list[int | None] = _pc.cast(days, pa.int32()).to_pylist()
    return numbers
