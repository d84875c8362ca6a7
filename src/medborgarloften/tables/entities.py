"""The model laid out as tables that refer to each other, derived from its classes.

Each class that occurs many times in an agreement has a table: ``promises``,
``parties``, ``sources`` …  A row tells whose it is by the columns that its owner is
known by (`Entity.owner`), and then which it is by one of its own (`Entity.key`):

>>> by_name = {entity.name: entity for entity in ENTITIES}
>>> by_name["quantities"].owner, by_name["quantities"].key
(('agreement', 'promise'), 'position')

A part that occurs once, like a period, has its fields among the columns of its
owner, after its name: ``period_first_day``.  What occurs many times and is a text, a
number or a word is one column of many values: ``themes``.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from medborgarloften.model import Agreement, Outcome
from medborgarloften.model._shapes import FieldShape, fields_of, is_record

__all__ = ["ENTITIES", "Column", "Entity"]

_POSITION = "position"
# What tells one of many apart, where the class has a field for it.
_KEYS: dict[str, str] = {"agreements": "id", "promises": "number"}


@frozen
class Column:
    """One column of a table.

    Attributes:
        name: What it is called, the same in every format.
        path: The fields that lead there from the row's own object; none for a
            column that is no field but tells whose the row is, or which.
        type: What each cell holds: `str`, `int`, `bool`, `date`, or an enumeration.
        many: Whether it holds any number of them.
        nullable: Whether it may be empty, and that means that nothing was said.
        part: The field of the row's object that it belongs to, if that is a part
            that may be ``None`` as a whole.
        required: Whether a row makes nothing without it.
    """

    name: str
    path: tuple[str, ...]
    type: type
    many: bool = False
    nullable: bool = False
    part: str | None = None
    required: bool = False


@frozen
class Entity:
    """One table: what its rows are, whose they are, and its columns.

    Attributes:
        name: The name of the table: ``promises``, ``outcome_sources``.
        type: The class of the model that a row is.
        field: The field of its owner that holds them.
        parent: The name of the owner's table; ``None`` for agreements and outcomes.
        owner: The columns that tell whose a row is, outermost first.
        key: The column that tells which of its owner's it is.
        columns: Every column in order: those of *owner*, the *key*, and the fields.
    """

    name: str
    type: type
    field: str
    parent: str | None
    owner: tuple[str, ...]
    key: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Look up a column by its name.

        Raises:
            KeyError: If there is none.
        """
        return {column.name: column for column in self.columns}[name]


def _entities() -> Iterator[Entity]:
    yield from _entity("agreements", Agreement, "agreements", None)
    yield from _entity("outcomes", Outcome, "outcomes", None)


def _entity(
    name: str, type_: type, field: str, parent: Entity | None
) -> Iterator[Entity]:
    owner = () if parent is None else (*_passed_on(parent),)
    own = tuple(_columns(type_))
    key = _KEYS.get(name, _POSITION)
    numbered = () if key != _POSITION else (Column(_POSITION, (), int, required=True),)
    made = Entity(
        name=name,
        type=type_,
        field=field,
        parent=None if parent is None else parent.name,
        owner=tuple(column.name for column in owner),
        key=key,
        columns=(*owner, *numbered, *own),
    )
    yield made
    for shape in fields_of(type_):
        if shape.many and is_record(shape.type):
            # An outcome's sources are not those of the agreement.
            inner = f"outcome_{shape.name}" if name == "outcomes" else shape.name
            yield from _entity(inner, shape.type, shape.name, made)


def _passed_on(parent: Entity) -> Iterator[Column]:
    """Make the columns by which the rows below tell whose they are."""
    yield from (evolve(parent.column(name), path=()) for name in parent.owner)
    key = evolve(parent.column(parent.key), path=())
    yield evolve(key, name=parent.name.removesuffix("s"))


def _columns(type_: type) -> Iterator[Column]:
    for shape in fields_of(type_):
        if not is_record(shape.type):
            yield _column(shape, (), part=None)
        elif not shape.many:
            part = shape.name if shape.optional else None
            for inner in fields_of(shape.type):
                yield _column(inner, (shape.name,), part=part)


def _column(shape: FieldShape, above: tuple[str, ...], part: str | None) -> Column:
    path = (*above, shape.name)
    nullable = shape.optional or part is not None
    return Column(
        name="_".join(path),
        path=path,
        type=shape.type,
        many=shape.many,
        nullable=nullable,
        part=part,
        required=shape.required and not nullable,
    )


ENTITIES: tuple[Entity, ...] = tuple(_entities())
