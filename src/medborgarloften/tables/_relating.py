"""Objects made of tables that refer to each other, or the rows of those.

What belongs together stands in the order of its keys, and what has none after the
rest, as `medborgarloften.tables.rows.assemble` has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import repeat
from math import inf
from typing import Any, TypeAlias

from medborgarloften.errors import InvalidField
from medborgarloften.tables._pyarrow import pa
from medborgarloften.tables._reading import (
    OBJECTS,
    PLAIN,
    Columns,
    columns_in,
    records_where,
)
from medborgarloften.tables._slots import Slot, flat_slots, slots_of
from medborgarloften.tables.entities import ENTITIES, Entity
from medborgarloften.tables.rows import Row

__all__ = ["related_objects", "related_rows"]

_Key: TypeAlias = tuple[Any, ...]
# By whose they are; an agreement and an outcome are nobody's: ().
_Owned: TypeAlias = dict[_Key, list[Any]]


def related_objects(tables: Mapping[str, pa.Table]) -> tuple[list[Any], list[Any]]:
    """Make the agreements and the outcomes that the tables hold.

    Raises:
        InvalidField: If the model refuses a value, a key is there twice, or a row
            names an owner that is not there.
        InvalidPeriod: If days make no period.
    """
    owned: dict[str, _Owned] = {}
    # What is below another stands after it, and has to be made before.
    for entity in reversed(ENTITIES):
        owned[entity.name] = _owned(entity, tables[entity.name], owned)
    return owned["agreements"].get((), []), owned["outcomes"].get((), [])


def _owned(entity: Entity, table: pa.Table, owned: Mapping[str, _Owned]) -> _Owned:
    """Make the objects of a table, of all that is theirs, and sort them by owners."""
    count = table.num_rows
    columns = columns_in(entity.name, table, flat_slots(entity), OBJECTS)
    keys = columns.get(entity.key, [None] * count)
    owners: list[_Key] = [()] * count
    if entity.owner:
        owners = [*zip(*(columns[name] for name in entity.owner), strict=True)]
    fields = _own_fields(entity, columns, count)
    if below := [each for each in ENTITIES if each.parent == entity.name]:
        names = [(*owner, key) for owner, key in zip(owners, keys, strict=True)]
        _refuse_taken(entity, names)
        fields |= {each.field: _theirs(names, each, owned[each.name]) for each in below}
    objects = OBJECTS.records(entity.type, slots_of(entity.type), fields, count)
    order: Sequence[int] = range(count)
    if entity.owner:
        order = sorted(order, key=lambda n: inf if keys[n] is None else keys[n])
    made = defaultdict[_Key, list[Any]](list)
    for n in order:
        made[owners[n]].append(objects[n])
    return made


def _own_fields(entity: Entity, columns: Columns, count: int) -> Columns:
    """Take the fields that are columns, and put together those that are parts."""
    fields: Columns = {}
    for slot in slots_of(entity.type):
        if slot.parts and not slot.many:
            fields[slot.name] = _parts(slot, columns, count)
        elif slot.name in columns:
            fields[slot.name] = columns[slot.name]
    return fields


def _parts(slot: Slot, columns: Columns, count: int) -> list[Any]:
    own = {
        part.name: columns[name]
        for part in slot.parts
        if (name := f"{slot.name}_{part.name}") in columns
    }
    present = [True] * count
    if slot.nullable:
        rows = zip(*own.values(), strict=True) if own else repeat((), count)
        present = [any(each is not None for each in row) for row in rows]
    return records_where(present, slot, own, OBJECTS)


def _theirs(names: list[_Key], entity: Entity, owned: _Owned) -> list[Any]:
    """Give each of those who are named so what is theirs; nothing may be left."""
    given = [() if None in name else tuple(owned.pop(name, ())) for name in names]
    if owned:
        *_, last = next(iter(owned))
        remedy = f"name one of the {entity.parent} that are there"
        raise InvalidField(entity.name, entity.owner[-1], last, remedy)
    return given


def _refuse_taken(entity: Entity, names: list[_Key]) -> None:
    seen = set[_Key]()
    for name in names:
        if name in seen and None not in name:
            remedy = "give each row another"
            raise InvalidField(entity.name, entity.key, name[-1], remedy)
        seen.add(name)


def related_rows(tables: Mapping[str, pa.Table]) -> dict[str, list[Row]]:
    """Make the rows of plain data that the tables hold."""
    return {
        entity.name: _rows(
            columns_in(entity.name, tables[entity.name], flat_slots(entity), PLAIN)
        )
        for entity in ENTITIES
    }


def _rows(columns: Columns) -> list[Row]:
    return [
        dict(zip(columns, values, strict=True))
        for values in zip(*columns.values(), strict=True)
    ]
