"""The model once more, as mashumaro's dataclasses, without any rules.

Made from the shapes of the model's classes, so that they have the same fields.
"""

from __future__ import annotations

from dataclasses import field, make_dataclass
from functools import cache
from typing import Any

from mashumaro.mixins.orjson import DataClassORJSONMixin

from medborgarloften import model
from medborgarloften.model._shapes import fields_of, is_record

__all__ = ["Agreement"]


@cache
def _in_mashumaro(class_: type) -> type[Any]:
    fields: list[tuple[str, Any, Any]] = []
    for shape in fields_of(class_):
        type_: Any = _in_mashumaro(shape.type) if is_record(shape.type) else shape.type
        if shape.many:
            type_ = tuple[type_, ...]
        elif shape.optional:
            type_ = type_ | None
        fields.append((shape.name, type_, field()))
    return make_dataclass(
        class_.__name__,
        fields,
        bases=(DataClassORJSONMixin,),
        frozen=True,
        kw_only=True,
    )


Agreement: Any = _in_mashumaro(model.Agreement)
