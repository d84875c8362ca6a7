"""The register as one table: the objects in it, or its plain data."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from medborgarloften.model import Agreement, Outcome
from medborgarloften.tables._pyarrow import pa
from medborgarloften.tables._reading import OBJECTS, PLAIN, Way, columns_in
from medborgarloften.tables._slots import NESTED, OUTCOMES, slots_of

__all__ = ["NestedPlain", "nested_objects", "nested_plain"]


@frozen(eq=False)
class NestedPlain:
    """The plain data of a register, and where its outcomes stand.

    Attributes:
        agreements: The plain data of each agreement, in the order of the rows.
        outcomes: The plain data of each outcome.
        places: For each outcome the row, and which of the outcomes there it is.
    """

    agreements: list[Any]
    outcomes: list[Any]
    places: list[tuple[int, int]]


def nested_objects(table: pa.Table) -> tuple[list[Any], list[Any]]:
    """Make the agreements and the outcomes in a table.

    Raises:
        InvalidField: If the model refuses a value.
        InvalidPeriod: If days make no period.
    """
    agreements, outcomes = _read(table, OBJECTS)
    made = [
        _outcome_of(agreement, fields)
        for agreement, theirs in zip(agreements, outcomes, strict=True)
        for fields in theirs
    ]
    return agreements, made


def nested_plain(table: pa.Table) -> NestedPlain:
    """Make the plain data of the agreements and outcomes in a table."""
    agreements, outcomes = _read(table, PLAIN)
    placed = [
        ((row, position), fields)
        for row, theirs in enumerate(outcomes)
        for position, fields in enumerate(theirs)
    ]
    return NestedPlain(
        agreements,
        [
            fields and {"agreement": agreements[row].get("id"), **fields}
            for (row, _), fields in placed
        ],
        [place for place, _ in placed],
    )


def _read(table: pa.Table, way: Way) -> tuple[list[Any], list[Any]]:
    count = table.num_rows
    columns = columns_in("register", table, NESTED, way)
    outcomes = columns.pop(OUTCOMES.name, [None] * count)
    agreements = way.records(Agreement, slots_of(Agreement), columns, count)
    return agreements, [theirs or () for theirs in outcomes]


def _outcome_of(agreement: Agreement, fields: dict[str, Any] | None) -> Outcome | None:
    # A null among them is left for the register to refuse.
    return None if fields is None else Outcome(agreement=agreement.id, **fields)
