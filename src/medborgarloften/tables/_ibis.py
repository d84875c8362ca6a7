"""Ibis, or how to get it, and what its engines do each in their own way.

Ibis tells no types, so its tables and columns are called `Table` and `Column` here,
and may be anything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from medborgarloften.errors import MissingExtra
from medborgarloften.tables import _spark
from medborgarloften.tables._pyarrow import pa

try:
    import ibis as _ibis  # type: ignore[import-untyped]
except ImportError as error:
    raise MissingExtra("ibis-framework", "tables") from error

__all__ = [
    "Column",
    "Engine",
    "Table",
    "Type",
    "duckdb_engine",
    "fetched",
    "fetched_piecemeal",
    "ibis",
    "keep",
    "let_go",
    "names_of_tables",
    "once",
]

Column: TypeAlias = Any
Engine: TypeAlias = Any
Table: TypeAlias = Any
Type: TypeAlias = Any

_Way = TypeVar("_Way", bound=Callable[[Table], object])

ibis: Any = _ibis

_ROWS_AT_ONCE = 100_000


def duckdb_engine() -> Engine:
    """Start DuckDB in this process, in memory.

    Raises:
        MissingExtra: If it is not installed.
    """
    try:
        return ibis.duckdb.connect()
    except ImportError as error:
        raise MissingExtra("duckdb", "tables") from error


def names_of_tables(engine: Engine) -> set[str]:
    """List what an engine has tables of."""
    if engine.name == "duckdb":
        # Ibis asks for what the newest DuckDB has no longer.
        return {name for (name,) in engine.raw_sql("SHOW TABLES").fetchall()}
    return {*engine.list_tables()}


def once(table: Table, *columns: str) -> Table:
    """List what stands in some columns of a table, each once.

    Ibis' own distinct gives some twice in Spark, if a filter is before it and an
    order after.
    """
    told = table.group_by(columns).aggregate(times=table.count())
    return told.select(*columns)


def fetched(table: Table) -> pa.Table:
    """Fetch all rows of a table."""
    return _in_its_way(table, _FETCHED, _fetched)(table)


def fetched_piecemeal(table: Table) -> pa.RecordBatchReader:
    """Fetch all rows of a table some at a time, where the engine hands them out so."""
    engine: Engine = table.get_backend()
    if engine.name != "duckdb":
        return fetched(table).to_reader(_ROWS_AT_ONCE)
    # Here too Ibis asks for what is no longer.
    found: Table = engine.con.sql(engine.compile(table))
    reader: pa.RecordBatchReader = found.to_arrow_reader(_ROWS_AT_ONCE)
    return reader


def keep(table: Table) -> Table:
    """Let the engine work a table out, and keep it."""
    return _in_its_way(table, _KEEP, _keep)(table)


def let_go(table: Table) -> None:
    """Let go of a table that was kept."""
    _in_its_way(table, _LET_GO, _let_go)(table)


_FETCHED = {"pyspark": _spark.fetched}
_KEEP = {"pyspark": _spark.keep}
_LET_GO = {"pyspark": _spark.let_go}


def _in_its_way(table: Table, ways: dict[str, _Way], common: _Way) -> _Way:
    """Choose what the engine of a table needs, or what is common."""
    return ways.get(table.get_backend().name, common)


def _fetched(table: Table) -> pa.Table:
    rows: pa.Table = table.to_pyarrow()
    return rows


def _keep(table: Table) -> Table:
    engine: Engine = table.get_backend()
    return engine.create_table(ibis.util.gen_name("kept"), table, temp=True)


def _let_go(table: Table) -> None:
    # drop_table forgets to write the name with the newest of what writes its SQL.
    table.get_backend().raw_sql(f'DROP TABLE "{table.op().name}"')
