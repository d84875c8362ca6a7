"""Table Schema: what stands in each table of a register, told to other programs.

It is that of `Frictionless Data <https://specs.frictionlessdata.io>`_: the columns
of a table with their types and words, those that have to be filled, and by which
columns a row refers to one of another table.  A cell of many values is a text, with
``separator`` between them.

>>> schema = table_schema("quantities")
>>> [field["name"] for field in schema["fields"]][:5]
['agreement', 'promise', 'position', 'minimum', 'maximum']
>>> schema["foreignKeys"][0]["reference"]
{'resource': 'promises', 'fields': ['agreement', 'number']}
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import reduce
from typing import Any

from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model._shapes import fields_of
from medborgarloften.serializers._documents.headers import REGISTER, header
from medborgarloften.serializers._schemas.descriptions import field_descriptions
from medborgarloften.serializers._tables.cells import SEPARATOR, TRUTHS
from medborgarloften.serializers._tables.sheets import TABLES, is_needed
from medborgarloften.tables.entities import ENTITIES, Column, Entity

__all__ = ["data_package", "table_schema"]

_TYPES: dict[type, str] = {bool: "boolean", date: "date", int: "integer"}
# Which row an outcome is about; the rest refers to the row that it belongs to.
_ABOUT = {"outcomes": ("promises", ("agreement", "promise"))}
_DESCRIPTION = (
    "Promises that Swedish police and municipalities have published together. A "
    "text that begins with one of = + - @ ' has a ' before it. Where a cell holds "
    "many values, \\ before |, \\ or a blank makes it a part of the value."
)


def table_schema(name: str) -> dict[str, Any]:
    """Make the Table Schema of one of the tables.

    Raises:
        UnknownName: If there is no such table; it tells the nearest.
    """
    entity = TABLES.get(name)
    if entity is None:
        raise UnknownName("table", name, nearest(name, TABLES))
    return {
        "fields": [_field(entity, column) for column in entity.columns],
        "missingValues": [""],
        "primaryKey": _key(entity),
        "foreignKeys": _references(entity),
    }


def data_package() -> dict[str, Any]:
    """Make the Data Package of all the tables, as `csv` writes them.

    >>> data_package()["resources"][0]["path"]
    'agreements.csv'
    """
    return header(REGISTER) | {
        "profile": "tabular-data-package",
        "name": "medborgarloften",
        "title": "Medborgarlöften",
        "description": _DESCRIPTION,
        "resources": [_resource(entity.name) for entity in ENTITIES],
    }


def _resource(name: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": table_schema(name),
    }


def _key(entity: Entity) -> list[str]:
    return [*entity.owner, entity.key]


def _references(entity: Entity) -> list[dict[str, Any]]:
    table, columns = _ABOUT.get(entity.name, (entity.parent, entity.owner))
    if table is None:
        return []
    reference = {"resource": table, "fields": _key(TABLES[table])}
    return [{"fields": [*columns], "reference": reference}]


def _field(entity: Entity, column: Column) -> dict[str, Any]:
    type_ = "string" if column.many else _TYPES.get(column.type, "string")
    words = _words(column.type)
    constraints = {
        "required": is_needed(entity, column),
        "enum": [] if column.many else words,
    }
    said = {
        "description": _description(entity, column),
        "separator": SEPARATOR if column.many else None,
        "words": words if column.many else [],
        "trueValues": _spellings(truth=True) if column.type is bool else [],
        "falseValues": _spellings(truth=False) if column.type is bool else [],
        "constraints": _filled(constraints),
    }
    return {"name": column.name, "type": type_} | _filled(said)


def _words(type_: type[Any]) -> list[str]:
    return [str(member) for member in type_] if issubclass(type_, Enum) else []


def _filled(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value}


def _spellings(*, truth: bool) -> list[str]:
    words = [word for word, means in TRUTHS.items() if means is truth]
    return [each for word in words for each in (word, word.upper(), word.capitalize())]


def _description(entity: Entity, column: Column) -> str | None:
    if column.path:
        *above, name = column.path
        return field_descriptions(reduce(_type_of, above, entity.type)).get(name)
    if column.name == entity.key:
        return "Which of them it is, counted from 0; rows without it come last."
    owner = TABLES[entity.parent or ""]
    if column.name == entity.owner[-1]:
        return f"The {owner.key} of the row in {owner.name} that it belongs to."
    return _description(owner, owner.column(column.name))


def _type_of(class_: type, field: str) -> type:
    return {shape.name: shape.type for shape in fields_of(class_)}[field]
