"""A million agreements in Parquet, asked what holds on a day and is about a theme.

Ours is the question as it is asked of tables that DuckDB holds, through Ibis; the
other side is SQL written by hand for the same files.  Both count by municipality, and
have to count the same.

To make a million agreements one by one takes many minutes, so ten thousand are made as
everywhere here, and written a hundred times, with other ids and other days each time.
"""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from benchmarks import Sides, row, timed
from benchmarks.generated import register
from medborgarloften.model import Theme
from medborgarloften.queries import about, active_on
from medborgarloften.tables import asking
from medborgarloften.tables.arrow import to_arrow

__all__ = ["write_nation"]

_DAY, _THEME = date(2020, 6, 1), Theme.DRUGS
_SIZE, _TIMES = 10_000, 100
_LEFT_OUT = {"citations"}  # half of all there is, and not asked for
_BY_HAND = f"""
SELECT area_municipalities[1], count(*)
FROM '{{folder}}/agreements.parquet'
JOIN '{{folder}}/promises.parquet' ON agreement = id
WHERE agreements.period_first_day <= DATE '{_DAY}'
    AND agreements.period_last_day >= DATE '{_DAY}'
    AND list_contains(themes, '{_THEME}')
GROUP BY ALL
"""  # noqa: S608 - of our own words

_Table: TypeAlias = Any
_Column: TypeAlias = Any

_pc: Any = pc
_pa: Any = pa
_parquet: Any = parquet


def write_nation(folder: Path, *, size: int = _SIZE, times: int = _TIMES) -> None:
    """Write the tables of *size* times *times* agreements, some at a time."""
    made = register(size)
    tables = {
        name: table for name, table in to_arrow(made).items() if name not in _LEFT_OUT
    }
    with ExitStack() as stack:
        files = {
            name: stack.enter_context(
                _parquet.ParquetWriter(
                    folder / f"{name}.parquet", table.schema, compression="zstd"
                )
            )
            for name, table in tables.items()
        }
        for turn in range(times):
            for name, table in tables.items():
                files[name].write_table(_in_turn(table, turn, len(made.outcomes)))


def _in_turn(table: _Table, turn: int, outcomes: int) -> _Table:
    """Give the rows other ids, still in order, and other days."""
    for place, field in enumerate(table.schema):
        column = table.column(place)
        if field.name == "agreement" or _is_id_of_agreement(table, field.name):
            column = _pc.binary_join_element_wise(f"{turn:03}", column, "-")
        elif field.name == "outcome" or _is_number_of_outcome(table, field.name):
            column = _pc.add(column, turn * outcomes)
        elif field.type == _pa.date32():
            days = _pc.add(_whole(column), _pa.scalar(turn * 31 % 365, _pa.int32()))
            column = _pc.cast(days, field.type)
        table = table.set_column(place, field, column)
    return table


def _is_id_of_agreement(table: _Table, name: str) -> bool:
    return name == "id" and "signed_on" in table.column_names


def _is_number_of_outcome(table: _Table, name: str) -> bool:
    return name == "position" and "status" in table.column_names


def _whole(days: _Column) -> _Column:
    return _pc.cast(days, _pa.int32())


@cache
def _nation() -> tuple[TemporaryDirectory[str], asking.Tables]:
    """Write the tables, and open them; both are kept until the end of the program."""
    folder = TemporaryDirectory()
    write_nation(Path(folder.name))
    indexed = asking.open(folder.name).indexed()
    atexit.register(indexed.close)
    return folder, indexed


@row(
    "ask 1,000,000 agreements in Parquet: by day and theme, counted by municipality",
    against="the same in SQL by hand, in DuckDB",
    at_most=1.3,
    rounds=7,
)
def asking_a_nation() -> Sides:
    """Ask tables with an index, and files with SQL."""
    folder, tables = _nation()
    connection = duckdb.connect()
    query = _BY_HAND.format(folder=folder.name)

    def by_hand() -> dict[str, int]:
        return dict(connection.execute(query).fetchall())

    def ours() -> dict[str, int]:
        found = tables.find(active_on(_DAY) & about(_THEME)).to_ibis()
        counted = found.group_by("municipality").aggregate(promises=found.count())
        return dict(zip(*counted.to_pyarrow().to_pydict().values(), strict=True))

    if ours() != by_hand():
        raise AssertionError(folder.name)
    return timed(ours), timed(by_hand)
