"""What each class of the model is made of, told once.

The rules of the model, every format and the schemas of documents and tables all
ask what a field may hold.  They ask here, so that a field that is added to a
class is added everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

__all__ = ["FieldShape", "fields_of", "is_record"]


@frozen
class FieldShape:
    """What one field may hold.

    Attributes:
        name: What it is called.
        type: What it holds, or each of what it holds: `str`, `int`, `bool`,
            `date`, one of the model's enumerations, or one of its classes.
        many: Whether it holds a tuple of them.
        optional: Whether it may be ``None``.
        required: Whether it has to be given.
        default: What it is if it is not given; ``None`` too if it has to be.
    """

    name: str
    type: type
    many: bool
    optional: bool
    required: bool
    default: Any


def is_record(type_: type) -> bool:
    """Tell whether it is a class of the model, with fields of its own."""
    return attrs.has(type_)


@cache
def fields_of(class_: type) -> tuple[FieldShape, ...]:
    """List the fields of a class of the model, in their order.

    >>> from medborgarloften.model import Area
    >>> [(each.name, each.many, each.optional) for each in fields_of(Area)]
    [('municipalities', True, False), ('district', False, True)]
    """
    return tuple(_shapes(class_))


def _shapes(class_: type) -> Iterator[FieldShape]:
    hints = get_type_hints(class_)
    for field in attrs.fields(class_):
        hint = hints[field.name]
        inner = get_args(hint)
        many = get_origin(hint) is tuple
        required = field.default is attrs.NOTHING
        yield FieldShape(
            name=field.name,
            type=next((each for each in inner if each is not NoneType), hint),
            many=many,
            optional=not many and NoneType in inner,
            required=required,
            default=None if required else field.default,
        )
