"""The tables of a register where an engine has them, each with all of its columns.

What need not be there is filled with nulls, and what is held otherwise (whole numbers
of other widths, columns of nothing but nulls) is cast, so that all that is asked can
be asked of every engine alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import frozen

from medborgarloften.errors import (
    FileError,
    InvalidDocument,
    InvalidField,
)
from medborgarloften.tables._fitting import problem_with
from medborgarloften.tables._ibis import Column as Values
from medborgarloften.tables._ibis import (
    Engine,
    Table,
    Type,
    fetched,
    ibis,
    names_of_tables,
    once,
)
from medborgarloften.tables._opening import opened
from medborgarloften.tables._pyarrow import pa
from medborgarloften.tables.entities import ENTITIES, Column, Entity

__all__ = ["Bases", "bases_in", "bases_of"]

_SUFFIX = ".parquet"
_NEEDED = ("agreements", "promises")


@frozen(slots=False, eq=False)
class Bases:
    """The tables of a register in an engine.

    Attributes:
        engine: The connection that they are asked through.
        tables: Each table by its name; those that are not there are empty.
    """

    engine: Engine
    tables: Mapping[str, Table]

    @cached_property
    def bodies(self) -> Table:
        """Everybody who enters into an agreement, or promises or takes part in it."""
        own = ("agreement", "id", "kind", "name", "code")
        parties, others = self.tables["parties"], self.tables["others"]
        return parties.select(*own).union(others.select(*own))

    @cached_property
    def body_ids(self) -> list[str]:
        """Each id that somebody has, once."""
        return _words_in(self.bodies, "id")

    @cached_property
    def body_names(self) -> list[str]:
        """Each name that somebody has, once."""
        return _words_in(self.bodies, "name")

    @cached_property
    def districts(self) -> list[str]:
        """Each district as it is written, once."""
        return _words_in(self.tables["agreements"], "area_district")


def bases_in(folder: Path, engine: Engine) -> Bases:
    """Open the tables in a folder, as `parquet.dump_tables` writes them.

    Raises:
        InvalidDocument: If one is missing or not what it should be.
        InvalidField: If it is no folder.
        FileError: If the folder or a file cannot be read.
    """
    try:
        paths = [each for each in sorted(folder.iterdir()) if _is_table(each)]
        found = {path.stem: _schema_of(path) for path in paths}
    except NotADirectoryError as error:
        remedy = "give a folder of tables, as parquet.dump_tables writes them"
        raise InvalidField("tables.open", "source", str(folder), remedy) from error
    except OSError as error:
        raise FileError.of(error, str(folder)) from error
    _refuse_misfits(found)
    read = {path.stem: engine.read_parquet(_pattern(path)) for path in paths}
    return _bases(engine, read)


def bases_of(engine: Engine) -> Bases:
    """Take the tables that a connection has; others than a register's are passed over.

    Raises:
        InvalidDocument: If one is missing or not what it should be.
    """
    there = names_of_tables(engine)
    found = {
        each.name: engine.table(each.name) for each in ENTITIES if each.name in there
    }
    _refuse_misfits({name: each.schema().to_pyarrow() for name, each in found.items()})
    return _bases(engine, found)


def _bases(engine: Engine, found: Mapping[str, Table]) -> Bases:
    model = found["agreements"]
    return Bases(
        engine,
        {
            each.name: _fitted(each, found[each.name])
            if each.name in found
            else _empty(each, model)
            for each in ENTITIES
        },
    )


def _fitted(entity: Entity, table: Table) -> Table:
    types = table.schema()
    return table.select(
        **{
            column.name: _cast(table[column.name], _type(column))
            if column.name in types
            else ibis.null(_type(column))
            for column in entity.columns
        }
    )


def _cast(column: Values, type_: Type) -> Values:
    return column if column.type().copy(nullable=True) == type_ else column.cast(type_)


def _empty(entity: Entity, model: Table) -> Table:
    """Make a table with no rows, of one that is there: every engine can."""
    nulls = {column.name: ibis.null(_type(column)) for column in entity.columns}
    return model.select(**nulls).limit(0)


_TYPES: dict[type, str] = {int: "int64", bool: "boolean", date: "date"}


def _type(column: Column) -> Type:
    item = _TYPES.get(column.type, "string")
    return ibis.dtype(f"array<{item}>" if column.many else item)


def _words_in(table: Table, column: str) -> list[str]:
    words = fetched(once(table, column))[column].to_pylist()
    return sorted(str(word) for word in words if word is not None)


# ---------------------------------------------------------------- files


def _is_table(path: Path) -> bool:
    # Those that begin with a full stop are the system's, and hidden from people.
    return path.suffix.lower() == _SUFFIX and not path.name.startswith(".")


def _parts(path: Path) -> Iterator[Path]:
    """List the files of a table; engines that work in parts write a folder of them."""
    yield from sorted(filter(_is_table, path.iterdir())) if path.is_dir() else [path]


def _pattern(path: Path) -> str:
    return str(path / f"*{_SUFFIX}" if path.is_dir() else path)


def _schema_of(path: Path) -> pa.Schema:
    from pyarrow import parquet

    reader: Any = parquet
    try:
        schemas: list[pa.Schema] = [reader.read_schema(each) for each in _parts(path)]
        return schemas[0]
    except (pa.ArrowInvalid, IndexError) as error:
        problem = problem_with((path.stem,), "not-parquet", *_IS_NOT_PARQUET)
        raise InvalidDocument((problem,)) from error


def _refuse_misfits(found: Mapping[str, pa.Schema]) -> None:
    if missing := [name for name in _NEEDED if name not in found]:
        raise InvalidDocument(
            tuple(problem_with((name,), "missing", *_IS_NOT_HERE) for name in missing)
        )
    opened({name: schema.empty_table() for name, schema in found.items()})


_IS_NOT_PARQUET = (
    "is not Parquet, or damaged or cut off; get the file again, whole",
    "är inte Parquet, eller skadad eller avklippt; hämta filen igen, hel",
)
_IS_NOT_HERE = (
    "the table is not here; give it with the others",
    "tabellen finns inte här; ta med den bland de andra",
)
