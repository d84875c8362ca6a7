"""The objects that rows of the sheet tell of, made of the tables some at a time.

What is found is in the order of the agreements' ids, and so are the tables as they
are written.  So each step looks at a stretch of them, and memory holds no more
agreements than one step makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeAlias

from medborgarloften.queries.entries import Entry, Itself
from medborgarloften.queries.match import Match
from medborgarloften.register import Register
from medborgarloften.tables._bases import Bases
from medborgarloften.tables._ibis import Table, fetched
from medborgarloften.tables._pyarrow import pa
from medborgarloften.tables.arrow import from_arrow
from medborgarloften.tables.entities import ENTITIES, Entity

__all__ = ["entries_in"]

_Names: TypeAlias = tuple[str, list[int | None]]

# The first are made at once; to look up many takes hardly longer than to look up few.
_FEWEST, _MOST, _GROWTH = 64, 4096, 4
_ROWS_AT_ONCE = 10_000


def entries_in(rows: Table, bases: Bases) -> Iterator[Entry]:
    """Make what the rows of a sheet tell of, in the order of ids and of numbers."""
    named = rows.select("agreement", "promise").order_by("agreement", "promise")
    names = _names_in(fetched(named))
    size = _FEWEST
    while some := [*islice(names, size)]:
        register = _register_of([id_ for id_, _ in some], bases)
        for id_, numbers in some:
            yield from _entries_of(register, id_, numbers)
        size = min(size * _GROWTH, _MOST)


def _names_in(keys: pa.Table) -> Iterator[_Names]:
    """Put together the numbers of promises that are of one agreement."""
    for id_, theirs in groupby(_pairs_in(keys), itemgetter(0)):
        yield id_, [number for _, number in theirs]


def _pairs_in(keys: pa.Table) -> Iterator[tuple[str, int | None]]:
    for batch in keys.to_batches(max_chunksize=_ROWS_AT_ONCE):
        rows: Any = batch
        agreements, promises = (column.to_pylist() for column in rows.columns)
        yield from zip(agreements, promises, strict=True)


def _entries_of(
    register: Register, id_: str, numbers: Iterable[int | None]
) -> Iterator[Entry]:
    agreement = register[id_]
    for number in numbers:
        if number is None:
            yield Itself(agreement)
        else:
            promise, outcomes = (
                agreement.promise(number),
                register.outcomes_of(id_, number),
            )
            yield Match(agreement, promise, outcomes)


def _register_of(ids: list[str], bases: Bases) -> Register:
    """Make a register of the agreements with some ids, which are in order."""
    tables: dict[str, pa.Table] = {}
    for entity in ENTITIES:
        table = bases.tables[entity.name]
        if entity.parent == "outcomes":
            positions = tables["outcomes"]["position"].to_pylist()
            theirs = table.filter(table[entity.owner[0]].isin(positions))
        else:
            column = table[_column_of_agreement(entity)]
            theirs = table.filter(column.between(ids[0], ids[-1]) & column.isin(ids))
        tables[entity.name] = fetched(theirs)
    return from_arrow(tables)


def _column_of_agreement(entity: Entity) -> str:
    return entity.key if entity.name == "agreements" else "agreement"
