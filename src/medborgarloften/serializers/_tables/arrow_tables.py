"""Registers read from Arrow's tables: at once, or strictly with all that is wrong.

Nearly every table was written by a program, and its columns are made into objects as
they are.  Whatever is refused there is read again as plain data, for the strict
reading can tell every fault, and its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from medborgarloften.errors import InvalidDocument, MedborgarloftenError, Problem
from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import collector_paused
from medborgarloften.serializers._documents.headers import REGISTER, header
from medborgarloften.serializers._documents.whole import register_in
from medborgarloften.serializers._strict.faults import Fault, Place, missing, written
from medborgarloften.serializers._strict.words import Words, listed, shown
from medborgarloften.serializers._tables.places import column_of, row_of
from medborgarloften.tables._nesting import nested_plain
from medborgarloften.tables._opening import opened
from medborgarloften.tables._pyarrow import pa
from medborgarloften.tables._relating import related_rows
from medborgarloften.tables.arrow import from_arrow
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.rows import Row, Stray, assemble

__all__ = ["register_in_tables"]

_BY_NAME = {entity.name: entity for entity in ENTITIES}


def register_in_tables(tables: pa.Table | Mapping[str, pa.Table]) -> Register:
    """Read a register from one table, or from those that refer to each other.

    Raises:
        InvalidDocument: If anything is wrong in a table or between them.
    """
    every = tables.values() if isinstance(tables, Mapping) else [tables]
    with collector_paused(sum(table.nbytes for table in every)):
        try:
            return from_arrow(tables)
        except InvalidDocument:
            raise
        except MedborgarloftenError:
            found = opened(tables)
        return _related(found) if isinstance(found, dict) else _nested(found)


def _nested(table: pa.Table) -> Register:
    plain = nested_plain(table)

    def in_its_row(place: Place) -> str:
        if place[0] == "outcomes":
            _, index, *rest = place
            row, position = plain.places[int(index)]
            place = ("agreements", row, "outcomes", position, *rest)
        return written(place)

    return register_in(
        _document(plain.agreements, plain.outcomes), [], written=in_its_row
    )


def _related(tables: Mapping[str, pa.Table]) -> Register:
    rows = related_rows(tables)
    assembled = assemble(rows)

    def in_its_table(place: Place) -> str | Words:
        origin = assembled.origin(place)
        return written(place) if origin is None else _cell(*origin)

    strays = tuple(_problem_of(stray, rows) for stray in assembled.strays)
    document = _document(assembled.agreements, assembled.outcomes)
    try:
        register = register_in(document, [], written=in_its_table)
    except InvalidDocument as error:
        raise InvalidDocument(error.problems + strays) from error
    if strays:
        raise InvalidDocument(strays)
    return register


def _document(agreements: list[Row], outcomes: list[Row]) -> dict[str, Any]:
    return header(REGISTER) | {"agreements": agreements, "outcomes": outcomes}


def _cell(table: str, row: int, name: str) -> Words:
    """Write the place of a row, of a cell in it, or of what belongs to it."""
    below = {entity.field for entity in ENTITIES if entity.parent == table}
    cells = (
        Words(each, each) if each in below else column_of(_BY_NAME[table], each)
        for each in filter(None, [name])
    )
    return listed((Words(table, table), row_of(row + 1), *cells))


def _problem_of(stray: Stray, rows: Mapping[str, Sequence[Row]]) -> Problem:
    """Tell of a row that has the key of another, or that belongs to none."""
    value = rows[stray.table][stray.row][stray.column]
    if stray.is_taken:
        fault = Fault((), "duplicate-id", _is_taken(value))
    elif value is None:
        fault = missing(())
    else:
        parent = _BY_NAME[stray.table].parent
        fault = Fault((), "broken-reference", _is_not_there(f"{parent}", value))
    return fault.problem(lambda _: _cell(stray.table, stray.row, stray.column))


def _is_taken(value: object) -> Words:
    found = shown(value)
    return Words(
        f"another row has {found.en} too; give each row its own",
        f"en annan rad har också {found.sv}; ge varje rad sitt eget",
    )


def _is_not_there(parent: str, value: object) -> Words:
    found = shown(value)
    return Words(
        f"{found.en} leads to no row of {parent}; name one that is there",
        f"{found.sv} leder inte till någon rad i {parent}; ange en som finns",
    )
