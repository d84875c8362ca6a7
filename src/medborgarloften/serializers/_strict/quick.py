"""Plain data that is as it should be, made into objects without further ado.

Nearly every document was written by a program: every field is there, and holds what
it should.  For such a one each class has a function, written out once, that takes
the fields as they are; the model's own rules judge them.  Whatever surprises it, a
field that is left out even, is a matter for the strict reading, which knows what may
be left out and can tell what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, TypeAlias, TypeVar

from medborgarloften.errors import MedborgarloftenError
from medborgarloften.model._shapes import FieldShape, fields_of, is_record
from medborgarloften.serializers._strict.data import is_list

__all__ = ["day_written", "quickly_read"]

_T = TypeVar("_T")
_Read: TypeAlias = Callable[[Any], Any]

_SURPRISES = (KeyError, TypeError, ValueError, MedborgarloftenError, RecursionError)


def quickly_read(plain: Any, class_: type[_T]) -> _T | None:
    """Make an object of plain data; ``None`` if anything in it is a surprise."""
    kind: type = class_
    with suppress(*_SURPRISES):
        made: _T = _reader_of(kind)(plain)
        return made
    return None


# Agreements share the days on which years and terms begin and end.
@lru_cache(maxsize=4096)
def day_written(text: str) -> date:
    """Read a day; of all that Python reads only ``2021-06-30``.

    Raises:
        ValueError: If it is no day, or written otherwise.
    """
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


@cache
def _reader_of(class_: type) -> _Read:
    """Write out the function that makes a class's objects."""
    fields = fields_of(class_)
    names: dict[str, Any] = {"make": class_, "items": _items}
    arguments: list[str] = []
    for field in fields:
        value = f"plain[{field.name!r}]"
        if (read := _read_of(field)) is not None:
            names[f"read_{field.name}"] = read
        reading = f"read_{field.name}(value)" if read else "value"
        if field.many:
            value = f"tuple([{reading} for value in items({value})])"
        elif field.optional and read:
            value = f"None if (value := {value}) is None else {reading}"
        elif read:
            value = f"read_{field.name}({value})"
        arguments.append(f"{field.name}={value}")
    source = f"""
def read(plain):
    if len(plain) != {len(fields)}:
        raise KeyError
    return make({", ".join(arguments)})
"""
    exec(source, names)  # noqa: S102 - of nothing but the model's own names
    made: _Read = names["read"]
    return made


def _read_of(field: FieldShape) -> _Read | None:
    """Find what reads a field's value; ``None`` if it is taken as it is."""
    if is_record(field.type):
        return _reader_of(field.type)
    if field.type is date:
        return day_written
    if issubclass(field.type, StrEnum):
        members = {member.value: member for member in field.type}
        return members.__getitem__
    return None


def _items(value: Any) -> list[Any]:
    if not is_list(value):
        raise TypeError
    return value
