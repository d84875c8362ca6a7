"""From what cattrs raises to faults, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType
from typing import get_args

import attrs
from cattrs import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)

from medborgarloften.errors import InvalidField, InvalidPeriod, nearest
from medborgarloften.serializers._strict.faults import (
    Fault,
    Place,
    Refusal,
    missing,
    unknown_field,
)
from medborgarloften.serializers._strict.words import Words, is_no_period, will_not_do

__all__ = ["faults_in"]

_MOST_SUGGESTIONS = 20
# That there is no ceiling is said, or a ceiling may have been forgotten.
_NULL_IS_MISSING = Refusal(
    "missing",
    Words(
        "is missing; write null if there is none",
        "saknas; skriv null om det inte finns",
    ),
)


def faults_in(error: Exception, place: Place = ()) -> Iterator[Fault]:
    """Find every fault in an error that came of reading what is at *place*.

    Raises:
        Exception: The error itself, if no document can be blamed for it.
    """
    match error:
        case ClassValidationError() | IterableValidationError():
            for inner, steps in _branches(error):
                yield from faults_in(inner, (*place, *steps))
        case Refusal():
            yield error.at(place)
        case ForbiddenExtraKeysError():
            yield from _unknown_fields(error, place)
        case KeyError():
            yield missing(place)
        case InvalidField():
            yield Fault(place, "invalid", will_not_do(error))
        case InvalidPeriod():
            yield Fault(place, "invalid", is_no_period(error))
        case _:
            raise error


def _branches(
    error: ClassValidationError | IterableValidationError,
) -> Iterator[tuple[Exception, Place]]:
    if isinstance(error, IterableValidationError):
        items, whole = error.group_exceptions()
        yield from ((inner, (note.index,)) for inner, note in items)
    else:
        fields, whole = error.group_exceptions()
        for inner, note in fields:
            is_nothing = isinstance(inner, KeyError) and NoneType in get_args(note.type)
            yield _NULL_IS_MISSING if is_nothing else inner, (note.name,)
    for inner in whole:
        yield inner, _own_field(inner, error.cl)


def _own_field(error: Exception, class_: type) -> Place:
    """Name the field, if it is an object's word against a field of its own."""
    if isinstance(error, InvalidField) and error.owner == class_.__name__:
        return (error.field,)
    return ()


def _unknown_fields(error: ForbiddenExtraKeysError, place: Place) -> Iterator[Fault]:
    known = [field.name for field in attrs.fields(error.cl)]
    # Looking for what was meant takes time, and a document must not decide how much.
    few = len(error.extra_fields) <= _MOST_SUGGESTIONS
    for key in sorted(error.extra_fields):
        yield unknown_field((*place, key), nearest(key, known) if few else ())
