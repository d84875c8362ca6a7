"""The plain data of a document in the shape that people want to have it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

from medborgarloften.model import Agreement, Outcome
from medborgarloften.model._shapes import FieldShape, fields_of, is_record
from medborgarloften.serializers._strict.data import is_list, is_object

__all__ = ["brief", "in_order"]

_Shapes: TypeAlias = Mapping[str, FieldShape]
_Kept: TypeAlias = Callable[[FieldShape, Any], bool]


def brief(document: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a document the fields that have their defaults."""
    return _shaped(document, _document(), _says_something)


def in_order(document: dict[str, Any]) -> dict[str, Any]:
    """Put the fields of a document in the order of their classes, header first.

    What no class of today knows, as of an older version, comes last.
    """
    return _shaped(document, _document(), lambda _shape, _value: True)


def _shaped(plain: dict[str, Any], shapes: _Shapes, kept: _Kept) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, shape in shapes.items():
        if name in plain:
            value = _value(plain[name], shape, kept)
            if kept(shape, value):
                made[name] = value
    return made | {name: plain[name] for name in plain if name not in shapes}


def _value(value: Any, shape: FieldShape, kept: _Kept) -> Any:
    if not is_record(shape.type):
        return value
    if is_list(value):
        return [_value(each, shape, kept) for each in value]
    if is_object(value):
        return _shaped(value, _shapes_of(shape.type), kept)
    return value


def _says_something(shape: FieldShape, value: Any) -> bool:
    default: object = shape.default
    if default == ():
        default = []
    elif is_record(type(default)):
        default = {}  # it has defaults itself, and no more
    return shape.required or value != default


@cache
def _document() -> _Shapes:
    """Say what stands at the top of a document of any kind."""
    header = (("schema", str), ("schema_version", int), ("version", int))
    return {
        **{name: _shape(name, type_) for name, type_ in header},
        **_shapes_of(Agreement),
        "agreements": _shape("agreements", Agreement, many=True),
        "outcomes": _shape("outcomes", Outcome, many=True, required=False),
    }


@cache
def _shapes_of(class_: type) -> _Shapes:
    return {shape.name: shape for shape in fields_of(class_)}


def _shape(
    name: str, type_: type, *, many: bool = False, required: bool = True
) -> FieldShape:
    return FieldShape(
        name=name,
        type=type_,
        many=many,
        optional=False,
        required=required,
        default=() if many else None,
    )
