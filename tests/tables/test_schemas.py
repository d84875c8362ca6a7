from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from medborgarloften import Register
from medborgarloften.serializers import parquet
from medborgarloften.serializers._documents.headers import REGISTER
from medborgarloften.serializers._documents.migrations import VERSION
from medborgarloften.tables.arrow import to_arrow, to_arrow_nested
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.schemas import (
    SCHEMA,
    SCHEMA_VERSION,
    nested_schema,
    schemas,
)

GOLDEN = Path(__file__).parent / "golden"


def described(schema):
    """Write a schema with a line for each field, those within it set in."""
    table = schema.metadata[b"medborgarloften.table"].decode()
    return "\n".join([table, *(line for field in schema for line in lines(field))])


def lines(field, depth=1):
    """Write a field, and those within it."""
    inner, kind = [], str(field.type)
    if pa.types.is_list(field.type):
        inner, kind = [field.type.value_field], "list"
    elif pa.types.is_struct(field.type):
        inner, kind = [*field.type], "struct"
    always = "" if field.nullable else " not null"
    yield f"{'  ' * depth}{field.name}: {kind}{always}"
    for each in inner:
        yield from lines(each, depth + 1)


def test_the_schemas_are_what_they_were():
    """
    A change to the model changes what analysts rely on, and is seen here.
    """
    every = [*schemas().values(), nested_schema()]

    assert "\n\n".join(map(described, every)) + "\n" == (
        GOLDEN / "schemas.txt"
    ).read_text("utf-8")


def test_a_file_that_was_written_once_is_read_for_ever(full_register):
    """
    The register in a file of the first version of tables is still that register.
    """
    assert parquet.load(GOLDEN / "register.parquet") == full_register


@pytest.mark.parametrize("size", [0, 1, 2])
def test_every_register_has_the_same_schemas(full_register, size):
    """
    Nothing is inferred: types are the same, whatever is there and whatever is not.
    """
    register = Register(full_register.agreements[2 - size :])

    assert to_arrow_nested(register).schema.equals(nested_schema(), check_metadata=True)
    tables = to_arrow(register)
    assert list(tables) == [entity.name for entity in ENTITIES]
    for name, table in tables.items():
        assert table.schema.equals(schemas()[name], check_metadata=True)


def test_tables_say_what_they_are():
    """
    The schema and version are those of every other document of a register.
    """
    assert (SCHEMA, SCHEMA_VERSION) == (REGISTER, VERSION)
    assert nested_schema().metadata == {
        b"medborgarloften.schema": REGISTER.encode(),
        b"medborgarloften.schema_version": str(VERSION).encode(),
        b"medborgarloften.table": b"register",
    }
    assert schemas()["parties"].metadata[b"medborgarloften.table"] == b"parties"


@pytest.mark.parametrize("schema", [nested_schema(), *schemas().values()])
def test_every_engine_knows_the_types(schema):
    """
    Texts, whole numbers, truths and days are all there is, in lists and structures.
    """
    plain = {pa.string(), pa.int64(), pa.bool_(), pa.date32()}

    assert {
        line.split(": ")[1].removesuffix(" not null")
        for field in schema
        for line in lines(field)
    } <= {"list", "struct", *map(str, plain)}
