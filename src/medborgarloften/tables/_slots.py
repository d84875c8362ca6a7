"""What stands in each column of a table, down to the last of its parts.

The register as one table has a row for each agreement, with all that is in it and
what became of its promises.  The tables that refer to each other have a row for each
of their objects, and their columns are flat.  Both are told as slots, derived from
the model's classes.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen

from medborgarloften.model import Agreement, Outcome
from medborgarloften.model._shapes import FieldShape, fields_of, is_record
from medborgarloften.tables.entities import Entity

__all__ = ["NESTED", "OUTCOMES", "Slot", "flat_slots", "own_slots", "slots_of"]


@frozen(eq=False)
class Slot:
    """A column, or a field of a structure within one.

    Attributes:
        owner: The name of the class that it is a field of.
        name: What it is called.
        type: What it holds, or each of what it holds: `str`, `int`, `bool`, `date`,
            an enumeration, or what its parts make.
        many: Whether it holds any number of them.
        nullable: Whether nothing may stand in it, and that says something.
        required: Whether there has to be something in it.
        default: What is meant if nothing stands in it.
        parts: What it is made of; nothing for a single value.
    """

    owner: str
    name: str
    type: type
    many: bool
    nullable: bool
    required: bool
    default: Any = None
    parts: tuple[Slot, ...] = ()


@cache
def slots_of(class_: type) -> tuple[Slot, ...]:
    """List the slots of a class of the model, in the order of its fields."""
    return tuple(_slot(class_.__name__, shape) for shape in fields_of(class_))


@cache
def own_slots(class_: type) -> tuple[Slot, ...]:
    """List the slots that a row of the class holds itself, and no table below."""
    return tuple(slot for slot in slots_of(class_) if not (slot.many and slot.parts))


@cache
def flat_slots(entity: Entity) -> tuple[Slot, ...]:
    """List the slots of an entity's columns, in their order."""
    return tuple(
        Slot(
            owner=entity.type.__name__,
            name=column.name,
            type=column.type,
            many=column.many,
            nullable=column.nullable,
            # Rows need no numbers where the order that they stand in will do.
            required=column.required
            and (column.path != () or column.name != entity.key),
        )
        for column in entity.columns
    )


def _slot(owner: str, shape: FieldShape) -> Slot:
    return Slot(
        owner=owner,
        name=shape.name,
        type=shape.type,
        many=shape.many,
        nullable=shape.optional,
        required=shape.required,
        default=shape.default,
        parts=slots_of(shape.type) if is_record(shape.type) else (),
    )


# An outcome within its agreement need not tell which that is.  What is left makes
# no outcome by itself, so it is read as a dictionary.
OUTCOMES = Slot(
    owner="Register",
    name="outcomes",
    type=dict,
    many=True,
    nullable=False,
    required=False,
    default=(),
    parts=tuple(slot for slot in slots_of(Outcome) if slot.name != "agreement"),
)

NESTED: tuple[Slot, ...] = (*slots_of(Agreement), OUTCOMES)
