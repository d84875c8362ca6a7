"""The classes of the model as schemas of the objects in documents."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from medborgarloften.model import Theme
from medborgarloften.model._shapes import FieldShape, fields_of, is_record
from medborgarloften.serializers._schemas.descriptions import field_descriptions
from medborgarloften.serializers._schemas.rules import (
    list_rules,
    object_rules,
    unsaid,
    value_rules,
)
from medborgarloften.serializers._schemas.texts import Schema, day, text

__all__ = ["definitions", "described_object", "reference"]

_NAMES = {str: "text", date: "day"}
_BUILT_IN: dict[type, Schema] = {int: {"type": "integer"}, bool: {"type": "boolean"}}


def described_object(class_: type) -> Schema:
    """Describe an object that holds the fields of a class, and no others."""
    fields = fields_of(class_)
    return {
        "title": class_.__name__,
        "description": _summary(class_),
        "type": "object",
        "properties": {field.name: _property(class_, field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
        **object_rules(class_),
    }


def definitions(*classes: type) -> dict[str, Schema]:
    """Describe all that the fields of some classes hold, each by its name."""
    held = dict.fromkeys(type_ for class_ in classes for type_ in _held_by(class_))
    return {_name(type_): _described(type_) for type_ in held if type_ not in _BUILT_IN}


def reference(type_: type) -> Schema:
    """Refer to the definition of a type."""
    return _BUILT_IN.get(type_) or {"$ref": f"#/$defs/{_name(type_)}"}


def _name(type_: type) -> str:
    return _NAMES.get(type_, type_.__name__)


def _held_by(class_: type) -> Iterator[type]:
    for field in fields_of(class_):
        yield field.type
        if is_record(field.type):
            yield from _held_by(field.type)


def _described(type_: type) -> Schema:
    if type_ is str:
        return text()
    if type_ is date:
        return day()
    return described_object(type_) if is_record(type_) else _described_words(type_)


def _described_words(enumeration: Any) -> Schema:
    return {
        "title": enumeration.__name__,
        "description": _summary(enumeration),
        "type": "string",
        **_words(enumeration),
    }


def _words(enumeration: type[StrEnum]) -> Schema:
    if enumeration is not Theme:
        return {"enum": [member.value for member in enumeration]}
    labelled = [
        {
            "const": theme.value,
            "title": f"{theme.label_sv} / {theme.label_en}",
            "description": theme.definition,
        }
        for theme in Theme
    ]
    return {"oneOf": labelled}


def _property(class_: type, field: FieldShape) -> Schema:
    described: Schema = {"description": field_descriptions(class_).get(field.name)}
    described |= {"$comment": unsaid(class_, field.name)}
    described = {key: value for key, value in described.items() if value}
    described |= _held(class_, field)
    return described if field.required else described | {"default": _plain(field)}


def _held(class_: type, field: FieldShape) -> Schema:
    value = value_rules(class_, field.name) or reference(field.type)
    if field.many:
        return {"type": "array", "items": value, **list_rules(class_, field.name)}
    return {"anyOf": [value, {"type": "null"}]} if field.optional else value


def _plain(field: FieldShape) -> Any:
    from medborgarloften.serializers._strict.converter import converter

    return converter().unstructure(field.default)


def _summary(class_: type) -> str:
    """Take the first sentence or two of a docstring."""
    first = inspect.cleandoc(class_.__doc__ or "").partition("\n\n")[0]
    return " ".join(first.split())
