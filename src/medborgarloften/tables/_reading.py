"""From Arrow to the model's objects, or to plain data, column by column.

Whatever an engine hands back is read as it is: texts and lists of every size, words
kept once with numbers in their place, columns of nothing but nulls.  Nothing is cast,
so nothing is lost.  That the columns have the right types is seen to before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cache
from itertools import compress, islice
from typing import Any, TypeAlias

from attrs import frozen

from medborgarloften.errors import InvalidDocument, InvalidField
from medborgarloften.tables._fitting import problem_with
from medborgarloften.tables._pyarrow import (
    Array,
    batches_of,
    day_numbers,
    fields_in,
    items_of,
    lengths_of,
    pa,
)
from medborgarloften.tables._slots import Slot

__all__ = ["OBJECTS", "PLAIN", "Columns", "Way", "columns_in", "records_where"]

Columns: TypeAlias = dict[str, list[Any]]

_EPOCH = date(1970, 1, 1).toordinal()
_IS_NO_TEXT = (
    "is damaged, for it holds what is no text; get it again, whole",
    "är skadad, för den har innehåll som inte är text; hämta den igen, hel",
)


@frozen(eq=False)
class Way:
    """What is made of what is read.

    Attributes:
        many: What is made of the many in one place.
        words: What is made of the words of an enumeration.
        day: What is made of a day, counted from the first of January 1970.
        records: What is made of so many rows, of a type with those slots.
    """

    many: Callable[[Iterable[Any]], Any]
    words: Callable[[type[Enum], list[Any]], list[Any]]
    day: Callable[[int], Any]
    records: Callable[[type, Sequence[Slot], Columns, int], list[Any]]


def columns_in(name: str, table: pa.Table, slots: Sequence[Slot], way: Way) -> Columns:
    """Read the columns that the table of this *name* has.

    Raises:
        InvalidDocument: If what should be a text is none, or is not there.
    """
    present = [slot for slot in slots if slot.name in table.column_names]
    columns: Columns = {slot.name: [] for slot in present}
    for arrays in batches_of(table):
        for slot in present:
            try:
                columns[slot.name] += _values(slot, arrays[slot.name], way)
            except (UnicodeDecodeError, IndexError) as error:
                problem = problem_with((name, slot.name), "damaged", *_IS_NO_TEXT)
                raise InvalidDocument((problem,)) from error
    return columns


def _values(slot: Slot, array: Array, way: Way) -> list[Any]:
    if not slot.many or pa.types.is_null(array.type):
        return _items(slot, array, way)
    items = iter(_items(slot, items_of(array), way))
    return [
        None if length is None else way.many(islice(items, length))
        for length in lengths_of(array)
    ]


def _items(slot: Slot, array: Array, way: Way) -> list[Any]:
    if pa.types.is_null(array.type):
        return [None] * len(array)
    if pa.types.is_dictionary(array.type):
        known = _items(slot, array.dictionary, way)
        return [None if n is None else known[n] for n in array.indices.to_pylist()]
    if slot.parts:
        return _records(slot, array, way)
    if slot.type is date:
        return [None if n is None else way.day(n) for n in day_numbers(array)]
    values = array.to_pylist()
    return way.words(slot.type, values) if issubclass(slot.type, Enum) else values


def _records(slot: Slot, array: Array, way: Way) -> list[Any]:
    names = [field.name for field in fields_in(array.type)]
    arrays = dict(zip(names, array.flatten(), strict=True))
    columns = {
        part.name: _values(part, arrays[part.name], way)
        for part in slot.parts
        if part.name in arrays
    }
    if not array.null_count:
        return way.records(slot.type, slot.parts, columns, len(array))
    return records_where(array.is_valid().to_pylist(), slot, columns, way)


def records_where(
    present: Sequence[bool], slot: Slot, columns: Columns, way: Way
) -> list[Any]:
    """Make records of the rows that are *present*, and ``None`` of the others."""
    columns = {name: [*compress(each, present)] for name, each in columns.items()}
    made = iter(way.records(slot.type, slot.parts, columns, sum(present)))
    return [next(made) if there else None for there in present]


# ---------------------------------------------------------------- objects


def _members(type_: type[Enum], values: list[Any]) -> list[Any]:
    # What is no member is left for the model to refuse.
    members = {member.value: member for member in type_}
    return [members.get(value, value) for value in values]


def _day(number: int) -> date:
    try:
        return date.fromordinal(_EPOCH + number)
    except (OverflowError, ValueError) as error:
        remedy = "give a day within the years 1 to 9999"
        raise InvalidField("date", "day", _beyond(number), remedy) from error


def _objects(
    type_: type, slots: Sequence[Slot], columns: Columns, count: int
) -> list[Any]:
    filled = {
        slot.name: _filled(slot, columns[slot.name])
        for slot in slots
        if slot.name in columns
    }
    if not filled:
        return [type_() for _ in range(count)]
    return _maker_of(type_, tuple(filled))(*filled.values())


@cache
def _maker_of(type_: type, names: tuple[str, ...]) -> Callable[..., list[Any]]:
    """Write out what makes objects of columns: unpacking each row's fields is slow."""
    row = ", ".join(names)
    given = ", ".join(f"{name}={name}" for name in names)
    made: Callable[..., list[Any]] = eval(  # noqa: S307 - of fields' names alone
        f"lambda *columns: [make({given}) for {row}, in zip(*columns, strict=True)]",
        {"make": type_},
    )
    return made


def _filled(slot: Slot, values: list[Any]) -> list[Any]:
    if slot.nullable or slot.required:
        return values
    return [slot.default if value is None else value for value in values]


# ---------------------------------------------------------------- plain data


def _words(_: type[Enum], values: list[Any]) -> list[Any]:
    return values


def _day_text(number: int) -> str:
    try:
        return _day(number).isoformat()
    except InvalidField:
        return _beyond(number)


def _beyond(number: int) -> str:
    return f"{number} days after 1970-01-01"


def _dictionaries(
    _: type, slots: Sequence[Slot], columns: Columns, count: int
) -> list[Any]:
    rows: list[dict[str, Any]] = [{} for _ in range(count)]
    for slot in slots:
        for row, value in zip(rows, columns.get(slot.name, ()), strict=False):
            # What is null and has to be something is left out, and has its default.
            if value is not None or slot.nullable:
                row[slot.name] = value
    return rows


OBJECTS = Way(many=tuple, words=_members, day=_day, records=_objects)
PLAIN = Way(many=list, words=_words, day=_day_text, records=_dictionaries)
