"""Arrow's data as tables that fit, before anything in them is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeAlias

from medborgarloften.errors import InvalidDocument, InvalidField, Problem, nearest
from medborgarloften.tables._fitting import misfits, problem_with
from medborgarloften.tables._pyarrow import pa, table_in
from medborgarloften.tables._slots import NESTED, flat_slots
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.schemas import schemas

__all__ = ["ArrowData", "Opened", "opened", "refuse_misfits"]

_SLOTS = {"register": NESTED} | {each.name: flat_slots(each) for each in ENTITIES}


class ArrowData(Protocol):
    """What hands over Arrow's data: a table of pyarrow, a frame of polars."""

    def __arrow_c_stream__(self, requested_schema: object = None, /) -> object:
        """Hand it over, as Arrow's PyCapsule interface says."""


Opened: TypeAlias = pa.Table | dict[str, pa.Table]


def opened(data: ArrowData | Mapping[str, ArrowData]) -> Opened:
    """Open the register as one table, or its tables by their names.

    Tables that are not given are empty, but for that of the agreements.

    Raises:
        InvalidDocument: If a table is not what it should be, with all that is wrong.
        InvalidField: If something is given that is nothing of Arrow's.
    """
    if not isinstance(data, Mapping):
        table = _table("table", data)
        refuse_misfits("register", table.schema)
        return table
    tables = {name: _table(name, each) for name, each in data.items()}
    _refuse(_problems_between(tables))
    empty = {name: schema.empty_table() for name, schema in schemas().items()}
    return empty | tables


def refuse_misfits(name: str, schema: pa.Schema) -> None:
    """Refuse the table of this *name* if it is not of the right shape.

    Raises:
        InvalidDocument: If it is not, or there is no such table.
    """
    _refuse(_problems_of(name, schema))


def _table(name: str, data: object) -> pa.Table:
    if isinstance(data, pa.Table):
        return data
    if hasattr(data, "__arrow_c_stream__"):
        return table_in(data)
    remedy = "give a table of pyarrow, or what else hands over Arrow's data"
    raise InvalidField("from_arrow", name, data, remedy)


def _problems_between(tables: Mapping[str, pa.Table]) -> Iterator[Problem]:
    if "agreements" not in tables:
        yield problem_with(("agreements",), "missing", *_IS_NOT_HERE)
    for name, table in tables.items():
        if name == "register":
            yield problem_with((name,), "unknown-table", *_is_no_table(()))
        else:
            yield from _problems_of(name, table.schema)


def _problems_of(name: str, schema: pa.Schema) -> Iterator[Problem]:
    if name in _SLOTS:
        yield from misfits(schema, name, _SLOTS[name])
    else:
        meant = nearest(name, _SLOTS, most=1)
        yield problem_with((name,), "unknown-table", *_is_no_table(meant))


def _refuse(problems: Iterable[Problem]) -> None:
    if found := tuple(problems):
        raise InvalidDocument(found)


_IS_NOT_HERE = (
    "the table is not here; give it with the others",
    "tabellen finns inte här; ta med den bland de andra",
)


def _is_no_table(meant: tuple[str, ...]) -> tuple[str, str]:
    hint = f"did you mean {meant[0]}?" if meant else "rename it, or take it away"
    hint_sv = f"menade du {meant[0]}?" if meant else "byt namn, eller ta bort den"
    return f"is no known table; {hint}", f"är ingen känd tabell; {hint_sv}"
