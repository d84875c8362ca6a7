"""Outcomes as people fill them in: a row says how it stood, and who says so.

An outcome needs a source, and a source is a row of another table.  In a spreadsheet
the first source of an outcome may stand in the outcome's own row, in columns that
begin with ``source_``; others stand in ``outcome_sources``, as all do in a folder of
CSV.  A row needs no position: it gets one that nothing else has named.

A kind alone makes no source of the cells beside an outcome: it stays behind where a
source was emptied.  A source with nothing but a kind is therefore never written there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from attrs import evolve

from medborgarloften.tables.entities import ENTITIES, Entity
from medborgarloften.tables.rows import Row

__all__ = [
    "BEFORE",
    "OUTCOMES",
    "SHEETS",
    "SOURCES",
    "first_position",
    "number_outcomes",
    "source_beside",
    "with_sources_beside",
]

OUTCOMES, SOURCES = "outcomes", "outcome_sources"
BEFORE = "source_"
"""What the columns of a source begin with, beside its outcome."""

_TABLES = {entity.name: entity for entity in ENTITIES}
_BESIDE = tuple(
    evolve(column, name=f"{BEFORE}{column.name}", path=(), required=False)
    for column in _TABLES[SOURCES].columns
    if column.path
)
_FIELDS = {column.name: column.name.removeprefix(BEFORE) for column in _BESIDE}
# Without one of these it is no source: all but the kind.
_TELLING = {column.name for column in _BESIDE if column.nullable}

SHEETS: dict[str, Entity] = _TABLES | {
    OUTCOMES: evolve(_TABLES[OUTCOMES], columns=(*_TABLES[OUTCOMES].columns, *_BESIDE))
}
"""The tables as a spreadsheet may have them, by their names."""


def with_sources_beside(tables: Mapping[str, Sequence[Row]]) -> dict[str, list[Row]]:
    """Move the first source of each outcome to the row of the outcome.

    One that has only a kind stays where it is, and so do those after it.
    """
    first: dict[object, Row] = {}
    for row in tables[SOURCES]:
        first.setdefault(row["outcome"], row)
    beside = {
        outcome: {name: row[of] for name, of in _FIELDS.items()}
        for outcome, row in first.items()
        if any(row[_FIELDS[name]] is not None for name in _TELLING)
    }
    others = [
        row
        for row in tables[SOURCES]
        if row is not first[row["outcome"]] or row["outcome"] not in beside
    ]
    empty = dict.fromkeys(_FIELDS)
    outcomes = [row | beside.get(row["position"], empty) for row in tables[OUTCOMES]]
    laid = {name: [*rows] for name, rows in tables.items()}
    return laid | {OUTCOMES: outcomes, SOURCES: others}


def number_outcomes(outcomes: Iterable[Row], sources: Iterable[Row]) -> None:
    """Give each outcome without a position one that no row of either table names."""
    rows = [*outcomes]
    named = [row.get("position") for row in rows]
    named += (row.get("outcome") for row in sources)
    last = max((number for number in named if isinstance(number, int)), default=-1)
    free = count(last + 1)
    for row in rows:
        if row.get("position") is None:
            row["position"] = next(free)


def first_position(sources: Iterable[Row]) -> int:
    """Give a position that comes before each that a row names."""
    named = (row.get("position") for row in sources)
    return min((number for number in named if isinstance(number, int)), default=0) - 1


def source_beside(outcome: Row, position: int) -> Row | None:
    """Make a row of the source in an outcome's own row, if there is any."""
    if _TELLING.isdisjoint(outcome):
        return None
    source = {of: outcome[name] for name, of in _FIELDS.items() if name in outcome}
    return {"outcome": outcome["position"], "position": position} | source
