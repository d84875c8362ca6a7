"""The rules that every class of the model keeps.

A field holds exactly what its annotation says: a `datetime` is no day, ``True``
is no number, a list is no tuple, and the text ``"drugs"`` is no `Theme`.  A text
is never blank: what was not said is ``None``.  Each class calls `check` first in
its ``__attrs_post_init__`` and adds the rules that are its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, TypeVar

import attrs
from attrs import frozen

from medborgarloften.errors import InvalidField
from medborgarloften.model._shapes import FieldShape, fields_of

__all__ = ["check", "expect", "refuse", "whole_day"]

_T = TypeVar("_T")

# No file can hold one: UTF-8 has no such character.
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def check(instance: attrs.AttrsInstance) -> None:
    """Refuse an instance with a field that is not what its annotation says.

    Raises:
        InvalidField: For the first such field, or the first text that is blank or
            no text that can be written.
    """
    rules = _rules_of(type(instance))
    values = rules.values_of(instance)
    # One look-up of all the types at once: testing field by field would cost
    # more than making the object.
    types = tuple(map(type, values))
    if types not in rules.accepted:
        rules.refuse_wrong_types(values)
        rules.accepted.add(types)
    rules.refuse_wrong_items(values)
    rules.refuse_bad_texts(values)


def refuse(instance: object, field: str, remedy: str) -> InvalidField:
    """Make the error that says which field will not do, and what would."""
    value: object = getattr(instance, field)
    return InvalidField(type(instance).__name__, field, value, remedy)


def whole_day(value: object) -> date:
    """Return *value* if it is a whole day.

    A `datetime` is a `date` to Python and to both type checkers, but it carries
    a time that no comparison of days may see.

    Raises:
        InvalidField: If it is a `datetime`, or no day at all.
    """
    if type(value) is not date:
        raise InvalidField("date", "day", value, _remedy(date, value))
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


@frozen(eq=False)
class _Rules:
    """What one class's annotations ask of its fields."""

    owner: str
    names: tuple[str, ...]
    values_of: Callable[[object], tuple[Any, ...]]
    allowed: tuple[tuple[type, ...], ...]
    items: tuple[tuple[int, type], ...]
    texts: tuple[int, ...]
    accepted: set[tuple[type, ...]]

    def refuse_wrong_types(self, values: tuple[Any, ...]) -> None:
        for name, value, types in zip(self.names, values, self.allowed, strict=True):
            if type(value) not in types:
                raise InvalidField(self.owner, name, value, _remedy(types[0], value))

    def refuse_wrong_items(self, values: tuple[Any, ...]) -> None:
        for position, item_type in self.items:
            for item in values[position]:
                if type(item) is not item_type:
                    remedy = f"for each item, {_remedy(item_type, item)}"
                    raise InvalidField(self.owner, self.names[position], item, remedy)
                if isinstance(item, str):
                    self.refuse_bad_text(position, item)

    def refuse_bad_texts(self, values: tuple[Any, ...]) -> None:
        for position in self.texts:
            if values[position] is not None:
                self.refuse_bad_text(position, values[position])

    def refuse_bad_text(self, position: int, text: str) -> None:
        if not text or text.isspace():
            remedy = "give a text that is not blank, or leave it out"
        elif not text.isascii() and _HALF_A_CHARACTER.search(text):
            remedy = "it holds half a character (a surrogate); decode it as UTF-8"
        else:
            return
        raise InvalidField(self.owner, self.names[position], text, remedy)


@cache
def _rules_of(class_: type[attrs.AttrsInstance]) -> _Rules:
    fields = fields_of(class_)
    names = tuple(field.name for field in fields)
    return _Rules(
        owner=class_.__name__,
        names=names,
        values_of=_values_of(names),
        allowed=tuple(map(_allowed, fields)),
        items=tuple((n, field.type) for n, field in enumerate(fields) if field.many),
        texts=tuple(
            n for n, field in enumerate(fields) if field.type is str and not field.many
        ),
        accepted=set(),
    )


def _values_of(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    # For a single name attrgetter gives the bare value, and it refuses none.
    if len(names) > 1:
        return attrgetter(*names)
    return lambda instance: tuple(getattr(instance, name) for name in names)


def _allowed(field: FieldShape) -> tuple[type, ...]:
    """List the exact types that a field admits, the wanted one first."""
    if field.many:
        return (tuple,)
    return (field.type, NoneType) if field.optional else (field.type,)


def _remedy(wanted: type, value: object) -> str:
    if isinstance(value, datetime):
        return "give a whole day: call its date() method"
    return f"give {_a(wanted)}, not {'None' if value is None else _a(type(value))}"


def _a(type_: type) -> str:
    name = type_.__name__
    return f"an {name}" if name[0] in "AEIOaeio" else f"a {name}"
