"""A register laid out as rows, and rows put together again.

A row is a dictionary from the names of an entity's columns to values.  Laid out, it
holds the model's own values.  Put together, it gives the plain data of an agreement
or an outcome, with whatever values the rows held: what they are worth is for others
to judge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import field, frozen

from medborgarloften.register import Register
from medborgarloften.tables.entities import ENTITIES, Column, Entity

__all__ = ["Assembled", "Row", "Stray", "assemble", "lay_out"]

Row: TypeAlias = dict[str, Any]
_Place: TypeAlias = tuple[str | int, ...]

_BY_NAME = {entity.name: entity for entity in ENTITIES}


def lay_out(register: Register) -> dict[str, list[Row]]:
    """Lay a register out as the rows of every table, in the order of its contents."""
    rows: dict[str, list[Row]] = {entity.name: [] for entity in ENTITIES}
    _lay_out("agreements", register.agreements, (), rows)
    _lay_out("outcomes", register.outcomes, (), rows)
    return rows


def _lay_out(
    name: str,
    things: Iterable[object],
    owner: tuple[object, ...],
    rows: dict[str, list[Row]],
) -> None:
    entity = _BY_NAME[name]
    below = [each for each in ENTITIES if each.parent == name]
    for position, thing in enumerate(things):
        row: Row = dict(zip(entity.owner, owner, strict=True))
        row |= {
            column.name: _value(thing, column) if column.path else position
            for column in entity.columns[len(owner) :]
        }
        rows[name].append(row)
        for each in below:
            inner: Iterable[object] = getattr(thing, each.field)
            _lay_out(each.name, inner, (*owner, row[entity.key]), rows)


def _value(thing: object, column: Column) -> object:
    for name in column.path:
        if thing is None:  # a part that is not there has no fields
            return None
        thing = getattr(thing, name)
    return thing


@frozen
class Stray:
    """A cell that leads nowhere, or to more than one.

    Attributes:
        table: The name of the table.
        row: Which of its rows, counted from 0.
        column: The name of the column.
        is_taken: Whether another row has the same key; else it names an owner that
            is not there.
    """

    table: str
    row: int
    column: str
    is_taken: bool


@frozen(eq=False)
class Assembled:
    """Plain data put together of rows, and where each part of it came from.

    Attributes:
        agreements: The plain data of each agreement.
        outcomes: The plain data of each outcome.
        origins: For the place of each object within ``agreements`` and ``outcomes``,
            the table that it stands in, and which row, counted from 0.
        strays: The cells by which rows could not be put together.
    """

    agreements: list[Row]
    outcomes: list[Row]
    origins: dict[_Place, tuple[str, int]]
    strays: list[Stray]

    def origin(self, place: _Place) -> tuple[str, int, str] | None:
        """Tell the table, the row and the column that a place came from.

        The column is ``""`` for the whole of a row.  ``None`` for a place that is
        in no row.
        """
        for depth in range(len(place), 0, -1):
            if (found := self.origins.get(place[:depth])) is not None:
                table, row = found
                steps = (step for step in place[depth:] if isinstance(step, str))
                return table, row, "_".join(steps)
        return None


def assemble(rows: Mapping[str, Sequence[Row]]) -> Assembled:
    """Put the rows of tables together again, in any order; tables may be missing.

    What belongs together stands in the order of its keys, and what has none after
    the rest.  An empty cell, ``None``, says nothing: the field is left out.
    """
    return _Assembly(rows).assembled()


@frozen(eq=False)
class _Assembly:
    """The rows by whose they are."""

    rows: Mapping[str, Sequence[Row]]
    strays: list[Stray] = field(factory=list[Stray], init=False)
    origins: dict[_Place, tuple[str, int]] = field(
        factory=dict[_Place, tuple[str, int]], init=False
    )

    def assembled(self) -> Assembled:
        owned = {entity.name: self._owned(entity) for entity in ENTITIES}
        agreements = self._objects(_BY_NAME["agreements"], (), ("agreements",), owned)
        outcomes = self._objects(_BY_NAME["outcomes"], (), ("outcomes",), owned)
        return Assembled(agreements, outcomes, self.origins, self.strays)

    def _owned(self, entity: Entity) -> dict[tuple[Any, ...], list[int]]:
        """Sort the rows of a table by their owners, and those of each by their keys."""
        rows = self.rows.get(entity.name, ())
        owned = defaultdict[tuple[Any, ...], list[int]](list)
        for number, row in enumerate(rows):
            owned[_owner(entity, row)].append(number)
        for numbers in owned.values():
            numbers.sort(key=lambda number: _order(rows[number].get(entity.key)))
        # A stray is left out: what several rows own would be made once for each.
        if any(each.parent == entity.name for each in ENTITIES):
            for numbers in owned.values():
                taken = set(_taken(entity, rows, numbers))
                numbers[:] = (number for number in numbers if number not in taken)
                self._stray(entity, entity.key, sorted(taken), is_taken=True)
        if entity.parent is not None:
            known = self._known(_BY_NAME[entity.parent])
            for owner in [owner for owner in owned if owner not in known]:
                self._stray(entity, entity.owner[-1], owned.pop(owner), is_taken=False)
        return owned

    def _known(self, parent: Entity) -> set[tuple[Any, ...]]:
        """List what rows can name as their owner; nobody owns by having no key."""
        return {
            (*_owner(parent, row), row[parent.key])
            for row in self.rows.get(parent.name, ())
            if row.get(parent.key) is not None
        }

    def _stray(
        self, entity: Entity, column: str, numbers: Iterable[int], *, is_taken: bool
    ) -> None:
        self.strays.extend(
            Stray(entity.name, number, column, is_taken) for number in numbers
        )

    def _objects(
        self,
        entity: Entity,
        owner: tuple[Any, ...],
        place: _Place,
        owned: Mapping[str, Mapping[tuple[Any, ...], list[int]]],
    ) -> list[Row]:
        below = [each for each in ENTITIES if each.parent == entity.name]
        objects: list[Row] = []
        for number in owned[entity.name].get(owner, ()):
            row = self.rows[entity.name][number]
            at = (*place, len(objects))
            self.origins[at] = entity.name, number
            made = _object(entity, row)
            for each in below:
                key = (*owner, row.get(entity.key))
                made[each.field] = self._objects(each, key, (*at, each.field), owned)
            objects.append(made)
        return objects


def _owner(entity: Entity, row: Row) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in entity.owner)


def _order(key: object) -> tuple[int, Any]:
    """Order keys: numbers, then texts, then what has none."""
    if isinstance(key, int):
        return 0, key
    return (1, key) if isinstance(key, str) else (2, 0)


def _taken(
    entity: Entity, rows: Sequence[Row], numbers: Iterable[int]
) -> Iterator[int]:
    """Find the rows whose key another row before them has."""
    seen = set[object]()
    for number in numbers:
        key = rows[number].get(entity.key)
        if key is not None and key in seen:
            yield number
        seen.add(key)


def _object(entity: Entity, row: Row) -> Row:
    made: Row = {}
    for column in entity.columns:
        if not column.path:
            continue
        value = row.get(column.name)
        *above, name = column.path
        if column.part is not None:
            made.setdefault(column.part, None)
        if value is None and not (column.nullable and column.part is None):
            continue
        inner = made
        for step in above:
            inner[step] = inner.get(step) or {}
            inner = inner[step]
        inner[name] = value
    return made
