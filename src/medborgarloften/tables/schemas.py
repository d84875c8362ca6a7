"""The Arrow schemas of the register, derived from the model and never from data.

`schemas` has one for each of the tables that refer to each other, `nested_schema` is
that of the register as one table, with a row for each agreement.  Days are
``date32``, whole numbers ``int64``, and what is always there is told as not null.
The words of an enumeration are plain texts: every engine reads and compares them,
tables can be put after each other, and a file keeps each word once anyway.

>>> print(schemas()["amendments"].remove_metadata())
agreement: string not null
position: int64 not null
on: date32[day]
last_day: date32[day]
wording: string

The metadata of a schema say what it is, and the version of that:

>>> schemas()["amendments"].metadata[b"medborgarloften.schema"]
b'medborgarloften/register'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from medborgarloften.tables._pyarrow import pa
from medborgarloften.tables._slots import NESTED, Slot, flat_slots
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.versions import SCHEMA, SCHEMA_VERSION

__all__ = ["SCHEMA", "SCHEMA_VERSION", "nested_schema", "schemas"]


@cache
def nested_schema() -> pa.Schema:
    """Make the schema of the register as one table."""
    return _schema("register", NESTED)


@cache
def schemas() -> dict[str, pa.Schema]:
    """Make the schema of each of the tables that refer to each other, by its name."""
    return {each.name: _schema(each.name, flat_slots(each)) for each in ENTITIES}


def fields_of(slots: Iterable[Slot]) -> list[pa.Field[Any]]:
    """Make the fields of a schema, or of a structure."""
    return [
        pa.field(slot.name, type_of(slot), nullable=slot.nullable) for slot in slots
    ]


@cache
def type_of(slot: Slot) -> pa.DataType:
    """Make the type of a column."""
    if slot.many:
        return pa.list_(pa.field("element", _item_type_of(slot), nullable=False))
    return _item_type_of(slot)


@cache
def _item_type_of(slot: Slot) -> pa.DataType:
    """Make the type of what a column holds, or of each of what it holds."""
    if slot.parts:
        return pa.struct(fields_of(slot.parts))
    return _SIMPLE.get(slot.type, pa.string())


_SIMPLE: dict[type, pa.DataType] = {
    int: pa.int64(),
    bool: pa.bool_(),
    date: pa.date32(),
}


def _schema(table: str, slots: Iterable[Slot]) -> pa.Schema:
    metadata: dict[bytes | str, bytes | str] = {
        "medborgarloften.schema": SCHEMA,
        "medborgarloften.schema_version": str(SCHEMA_VERSION),
        "medborgarloften.table": table,
    }
    return pa.schema(fields_of(slots), metadata)
