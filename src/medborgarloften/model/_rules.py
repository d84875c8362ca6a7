"""The rules that every class of the model keeps.

A field holds exactly what its annotation says: a `datetime` is no day, ``True``
is no number, a list is no tuple, and the text ``"drugs"`` is no `Theme`.  A text
is never blank: what was not said is ``None``.  Each class calls `check` first in
its ``__attrs_post_init__`` and adds the rules that are its own.

Every object that is made is checked, so the check of a class is written out as
Python, field by field, when its first object is made; it only tells that something
is wrong.  What is wrong is then looked for at leisure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, NoReturn, TypeAlias, TypeVar, cast

import attrs

from medborgarloften.errors import InvalidField
from medborgarloften.model._shapes import FieldShape, fields_of

__all__ = ["check", "expect", "refuse", "whole_day"]

_T = TypeVar("_T")
_Check: TypeAlias = Callable[[Any], object]


def check(instance: attrs.AttrsInstance) -> None:
    """Refuse an instance with a field that is not what its annotation says.

    Raises:
        InvalidField: For the first such field, or the first text that is blank or
            no text that can be written.
    """
    class_ = type(instance)
    (_CHECKS.get(class_) or _written_check_of(class_))(instance)


def refuse(instance: object, field: str, remedy: str) -> InvalidField:
    """Make the error that says which field will not do, and what would."""
    value: object = getattr(instance, field)
    return InvalidField(type(instance).__name__, field, value, remedy)


def whole_day(value: object, owner: str = "date", name: str = "day") -> date:
    """Return *value* if it is a whole day; else the error names *owner* and *name*.

    A `datetime` is a `date` to Python and to both type checkers, but it carries
    a time that no comparison of days may see.

    Raises:
        InvalidField: If it is a `datetime`, or no day at all.
    """
    if type(value) is not date:
        raise InvalidField(owner, name, value, _remedy(date, value))
    return value


def expect(wanted: type[_T], function: str, argument: str, value: _T) -> _T:
    """Return an argument of a function if it is of the type *wanted*.

    >>> expect(int, "ValidityPeriod.of_year", "year", True)
    Traceback (most recent call last):
    medborgarloften.errors.InvalidField: ValidityPeriod.of_year.year: True will not do; give an int, not a bool

    Raises:
        InvalidField: If it is not; ``True`` is no number here either.
    """  # noqa: E501 - a message stands in one line
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise InvalidField(function, argument, value, _remedy(wanted, value))
    return value


# ---------------------------------------------------------------- the quick check

# Some 600 digits: Python and formats write no more than that out without being told.
_MOST_BITS = 2000

_CHECKS: dict[type, _Check] = {}


def _written_check_of(class_: type) -> _Check:
    """Write the check of a class; it is kept for all its objects."""
    fields = fields_of(class_)
    lines = ["def check(instance):", " try:", "  pass"]
    for number, field in enumerate(fields):
        lines += (f"  {line}" for line in _lines_for(number, field))
    lines += [" except UnicodeEncodeError:", "  tell(instance)"]
    names: dict[str, Any] = {"tell": _tell_what_is_wrong}
    names |= {f"type_{number}": field.type for number, field in enumerate(fields)}
    exec("\n".join(lines), names)  # noqa: S102 - of nothing but the model's own names
    made: _Check = names["check"]
    return _CHECKS.setdefault(class_, made)


def _lines_for(number: int, field: FieldShape) -> Iterator[str]:
    yield f"value = instance.{field.name}"
    if field.many:
        yield "if value.__class__ is not tuple: tell(instance)"
        yield "for value in value:"
        yield f" if {_wrong(number, field)}: tell(instance)"
    elif field.optional:
        yield f"if value is not None and ({_wrong(number, field)}): tell(instance)"
    else:
        yield f"if {_wrong(number, field)}: tell(instance)"


def _wrong(number: int, field: FieldShape) -> str:
    """Write the condition under which a value will not do."""
    wrong = f"value.__class__ is not type_{number}"
    if field.type is str:
        # No file can hold half a character (a surrogate), and encoding fails at it.
        wrong += " or not value.strip() or not (value.isascii() or value.encode())"
    elif field.type is int:
        wrong += f" or value.bit_length() > {_MOST_BITS}"
    return wrong


# ---------------------------------------------------------------- what is wrong


def _tell_what_is_wrong(instance: attrs.AttrsInstance) -> NoReturn:
    owner = type(instance).__name__
    raise next(
        InvalidField(owner, field.name, wrong, remedy)
        for field in fields_of(type(instance))
        for wrong, remedy in _faults(field, getattr(instance, field.name))
    )


def _faults(field: FieldShape, value: object) -> Iterator[tuple[object, str]]:
    """Find what is wrong with a value: its type, one of its items, or a text."""
    if field.many:
        yield from _faults_of_items(field, value)
    elif type(value) is not field.type:
        if not (field.optional and value is None):
            yield value, _remedy(field.type, value)
    elif remedy := _remedy_of_text(value):
        yield value, remedy
    elif isinstance(value, int) and value.bit_length() > _MOST_BITS:
        yield value, "give a number of at most 600 digits"


def _faults_of_items(field: FieldShape, items: object) -> Iterator[tuple[object, str]]:
    if not isinstance(items, tuple):
        yield items, _remedy(tuple, items)
    else:
        for item in cast("tuple[object, ...]", items):
            if type(item) is not field.type:
                yield item, f"for each item, {_remedy(field.type, item)}"
            elif remedy := _remedy_of_text(item):
                yield item, remedy


def _remedy_of_text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    if not value.strip():
        return "give a text that is not blank, or leave it out"
    try:
        value.encode()
    except UnicodeEncodeError:
        return "it holds half a character (a surrogate); decode it as UTF-8"
    return None


def _remedy(wanted: type, value: object) -> str:
    if isinstance(value, datetime):
        return "give a whole day: call its date() method"
    return f"give {_a(wanted)}, not {'None' if value is None else _a(type(value))}"


def _a(type_: type) -> str:
    name = type_.__name__
    return f"an {name}" if name[0] in "AEIOaeio" else f"a {name}"
