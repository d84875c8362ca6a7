"""The schemas of whole documents: a header, and below it objects of the model."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from medborgarloften.model import Agreement, Outcome
from medborgarloften.serializers._documents.headers import (
    AGREEMENT,
    AGREEMENTS,
    OUTCOME,
    REGISTER,
    header,
)
from medborgarloften.serializers._documents.migrations import VERSION_FIELD
from medborgarloften.serializers._schemas.objects import (
    definitions,
    described_object,
    reference,
)
from medborgarloften.serializers._schemas.texts import Schema

__all__ = ["KINDS", "described_document"]

_SCHEMA_FIELD = "schema"
_HEADER = {
    _SCHEMA_FIELD: "What the document holds.",
    VERSION_FIELD: "The version of the schema, not of what the document holds.",
}


def described_document(kind: str) -> Schema:
    """Describe a document of one of the `KINDS`."""
    return _DESCRIBED[kind]()


def _of_one(schema: str, class_: type) -> Schema:
    described = _below_header(schema, described_object(class_))
    return described | {"$defs": definitions(class_)}


def _of_many(schema: str, title: str, description: str, **classes: type) -> Schema:
    """Describe a document of lists, of which the first has to be there."""
    first, *others = classes
    lists: dict[str, Schema] = {
        field: {"type": "array", "items": reference(class_)}
        for field, class_ in classes.items()
    }
    described: Schema = {
        "title": title,
        "description": description,
        "type": "object",
        "properties": lists | {each: lists[each] | {"default": []} for each in others},
        "required": [first],
        "additionalProperties": False,
    }
    objects = {each.__name__: described_object(each) for each in classes.values()}
    defined = objects | definitions(*classes.values())
    return _below_header(schema, described) | {"$defs": defined}


def _any_of(title: str, description: str, *kinds: str) -> Schema:
    """Describe a document of any of some kinds, which its header tells apart."""
    defined: dict[str, Schema] = {}
    names: dict[str, str] = {}
    for described in map(described_document, kinds):
        name = f"{described['title']}Document"
        names[described["properties"][_SCHEMA_FIELD]["const"]] = name
        defined |= described.pop("$defs") | {name: described}
    return {
        "title": title,
        "description": description,
        "type": "object",
        "properties": {_SCHEMA_FIELD: {"enum": list(names)}},
        "required": [_SCHEMA_FIELD],
        "allOf": [
            {
                "if": {
                    "properties": {_SCHEMA_FIELD: {"const": schema}},
                    "required": [_SCHEMA_FIELD],
                },
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for schema, name in names.items()
        ],
        "$defs": defined,
    }


def _below_header(schema: str, described: Schema) -> Schema:
    told: dict[str, Schema] = {
        field: {"description": _HEADER[field], "const": value}
        for field, value in header(schema).items()
    }
    return described | {
        "properties": told | described["properties"],
        "required": [*told, *described["required"]],
    }


_DESCRIBED: dict[str, Callable[[], Schema]] = {
    "agreement": partial(_of_one, AGREEMENT, Agreement),
    "agreements": partial(
        _of_many,
        AGREEMENTS,
        "Agreements",
        "Several agreements; their order is kept.",
        agreements=Agreement,
    ),
    "register": partial(
        _of_many,
        REGISTER,
        "Register",
        "Agreements, and what became of their promises.",
        agreements=Agreement,
        outcomes=Outcome,
    ),
    "outcome": partial(_of_one, OUTCOME, Outcome),
    "document": partial(
        _any_of,
        "Document",
        "An agreement, several agreements or a register.",
        *("agreement", "agreements", "register"),
    ),
    "line": partial(
        _any_of,
        "Line",
        "A line of JSON Lines: an agreement or an outcome.",
        *("agreement", "outcome"),
    ),
}
KINDS = tuple(_DESCRIBED)
