"""The register as Arrow's tables, and back with nothing lost.

`to_arrow` makes a table for each entity, as a database has them; `to_arrow_nested`
makes one, with a row for each agreement and all that is in it.  `from_arrow` reads
either, from whatever hands over Arrow's data, as the frames of polars and the
relations of DuckDB do.

>>> tables = to_arrow(Register())
>>> tables["promises"].num_rows
0
>>> from_arrow(tables) == from_arrow(to_arrow_nested(Register())) == Register()
True

A null says nothing: what has to be something has its default.  What would have to
be turned into something else to fit is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from attrs import frozen

from medborgarloften.model import Agreement
from medborgarloften.model._rules import expect
from medborgarloften.register import Register
from medborgarloften.tables._nesting import nested_objects
from medborgarloften.tables._opening import ArrowData, opened
from medborgarloften.tables._pyarrow import Array, pa, table_of
from medborgarloften.tables._relating import related_objects
from medborgarloften.tables._slots import OUTCOMES, flat_slots, own_slots, slots_of
from medborgarloften.tables._writing import array_of, arrays_of
from medborgarloften.tables.entities import ENTITIES, Entity
from medborgarloften.tables.schemas import nested_schema, schemas

__all__ = ["ArrowData", "from_arrow", "to_arrow", "to_arrow_nested"]


def to_arrow(register: Register) -> dict[str, pa.Table]:
    """Make the tables of a register, by their names.

    They are ``agreements``, ``promises``, ``parties`` …, and refer to each other as
    ``medborgarloften.tables.entities`` tells.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
    """
    expect(Register, "to_arrow", "register", register)
    laid: dict[str, _Rows] = {}
    for entity in ENTITIES:
        above = None if entity.parent is None else laid[entity.parent]
        laid[entity.name] = _rows(entity, register, above)
    arrays = {each.name: [*_arrays(each, laid[each.name])] for each in ENTITIES}
    return {name: table_of(arrays[name], schema) for name, schema in schemas().items()}


def to_arrow_nested(register: Register) -> pa.Table:
    """Make one table of a register, with a row for each agreement.

    Promises, parties … are lists within the row, and so is what became of the
    promises: ``outcomes``.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
    """
    expect(Register, "to_arrow_nested", "register", register)
    agreements = register.agreements
    outcomes = [register.outcomes_of(agreement.id) for agreement in agreements]
    arrays = [*arrays_of(slots_of(Agreement), agreements), array_of(OUTCOMES, outcomes)]
    return table_of(arrays, nested_schema())


def from_arrow(tables: ArrowData | Mapping[str, ArrowData]) -> Register:
    """Read a register from one table, or from those that refer to each other.

    Columns may be missing where nothing need be said, and so may tables; the order
    of columns and of rows means nothing.

    Raises:
        InvalidDocument: If a table is not what it should be, with all that is wrong.
        InvalidField: If the model refuses a value, a key is there twice, or a row
            names an owner that is not there.
        InvalidPeriod: If days make no period.
        DuplicateAgreement: If two different agreements have one id.
        NoSuchAgreement: If an outcome's agreement is not there.
        NoSuchPromise: If an outcome's agreement has no such promise.
    """
    found = opened(tables)
    if isinstance(found, dict):
        return Register(*related_objects(found))
    return Register(*nested_objects(found))


@frozen(eq=False)
class _Rows:
    """The rows of a table: their objects, and the columns that tell which they are.

    Attributes:
        objects: What each row is.
        owners: The columns that tell whose it is.
        keys: The column that tells which of its owner's it is.
    """

    objects: Sequence[Any]
    owners: list[list[Any]]
    keys: list[Any]


def _rows(entity: Entity, register: Register, above: _Rows | None) -> _Rows:
    holders = [register] if above is None else above.objects
    groups: list[tuple[Any, ...]] = [getattr(each, entity.field) for each in holders]
    passed_on = [] if above is None else [*above.owners, above.keys]
    owners = [
        [name for name, group in zip(names, groups, strict=True) for _ in group]
        for names in passed_on
    ]
    objects = [*chain.from_iterable(groups)]
    keys = (
        [n for group in groups for n in range(len(group))]
        if _has_positions(entity)
        else [getattr(each, entity.key) for each in objects]
    )
    return _Rows(objects, owners, keys)


def _has_positions(entity: Entity) -> bool:
    return not entity.column(entity.key).path


def _arrays(entity: Entity, rows: _Rows) -> Iterator[Array]:
    named = [*rows.owners, rows.keys] if _has_positions(entity) else rows.owners
    for slot, names in zip(flat_slots(entity), named, strict=False):
        yield array_of(slot, names)
    own = own_slots(entity.type)
    for slot, array in zip(own, arrays_of(own, rows.objects), strict=True):
        yield from array.flatten() if slot.parts else [array]
