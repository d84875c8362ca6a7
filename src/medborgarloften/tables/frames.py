"""Promises and registers as data frames of pandas and polars, made through Arrow.

`to_pandas` and `to_polars` make one flat frame, with a row for each promise and the
columns of `medborgarloften.serializers.csv.flat`.  `to_pandas_tables` and
`to_polars_tables` make a frame of each table that `medborgarloften.tables.arrow`
makes, and it makes the same register of them again.

Days are days, whole numbers stay whole where some are missing, and what is missing is
null, never an empty text.

>>> from medborgarloften.register import Register
>>> list(to_polars(Register()).columns)[:3]
['agreement', 'agreement_kind', 'title']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any, TypeAlias

from medborgarloften.errors import InvalidField
from medborgarloften.model._rules import expect
from medborgarloften.queries import Match, Matches
from medborgarloften.register import Register
from medborgarloften.tables.flat import COLUMNS, flat_rows, promises_of

__all__ = [
    "Promises",
    "to_pandas",
    "to_pandas_tables",
    "to_polars",
    "to_polars_tables",
]

Promises: TypeAlias = Register | Iterable[Match]

# None of them need be installed, and what they are is known where they are.
_Table: TypeAlias = Any
_PandasFrame: TypeAlias = Any
_PolarsFrame: TypeAlias = Any


def to_pandas(promises: Promises) -> _PandasFrame:
    """Make a frame of pandas with a row for each promise.

    Every type is one of Arrow's, as in ``int64[pyarrow]``: only those can hold lists
    and days, and tell what is missing.

    Args:
        promises: A register, what was found in one, or what else gives matches.  Of a
            register and of `Matches` they come by agreement and number.

    Raises:
        InvalidField: If it gives something else, or a whole number is too large.
        MissingExtra: If pyarrow is not installed.
        ModuleNotFoundError: If pandas is not installed.
    """
    return _in_pandas(_flat_table("to_pandas", promises))


def to_pandas_tables(
    register: Register, *, without_people: bool = False
) -> dict[str, _PandasFrame]:
    """Make a frame of pandas of each table of a register, by their names.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
        MissingExtra: If pyarrow is not installed.
        ModuleNotFoundError: If pandas is not installed.
    """
    tables = _tables("to_pandas_tables", register, without_people=without_people)
    return {name: _in_pandas(table) for name, table in tables.items()}


def to_polars(promises: Promises) -> _PolarsFrame:
    """Make a frame of polars with a row for each promise.

    Args:
        promises: A register, what was found in one, or what else gives matches.  Of a
            register and of `Matches` they come by agreement and number.

    Raises:
        InvalidField: If it gives something else, or a whole number is too large.
        MissingExtra: If pyarrow is not installed.
        ModuleNotFoundError: If polars is not installed.
    """
    return _in_polars(_flat_table("to_polars", promises))


def to_polars_tables(
    register: Register, *, without_people: bool = False
) -> dict[str, _PolarsFrame]:
    """Make a frame of polars of each table of a register, by their names.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is no register, or a whole number in it is too large.
        MissingExtra: If pyarrow is not installed.
        ModuleNotFoundError: If polars is not installed.
    """
    tables = _tables("to_polars_tables", register, without_people=without_people)
    return {name: _in_polars(table) for name, table in tables.items()}


def _in_pandas(table: _Table) -> _PandasFrame:
    return table.to_pandas(types_mapper=_library("pandas").ArrowDtype)


def _in_polars(table: _Table) -> _PolarsFrame:
    return _library("polars").DataFrame(table)


def _library(name: str) -> Any:  # noqa: ANN401 - whatever it holds
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        error.add_note(f"install it with: pip install {name}")
        raise


def _tables(
    function: str, register: Register, *, without_people: bool
) -> dict[str, _Table]:
    from medborgarloften.tables.arrow import to_arrow

    expect(Register, function, "register", register)
    return to_arrow(register.without_people() if without_people else register)


def _flat_table(function: str, promises: Promises) -> _Table:
    from medborgarloften.tables._pyarrow import pa, table_of
    from medborgarloften.tables._slots import Slot
    from medborgarloften.tables._writing import array_of
    from medborgarloften.tables.schemas import fields_of

    rows = [*flat_rows(_matches(function, promises))]
    slots = [
        Slot(
            owner="promises",
            name=name,
            type=column.type,
            many=column.many,
            nullable=True,
            required=False,
        )
        for name, column in COLUMNS.items()
    ]
    arrays = [array_of(slot, [row[slot.name] for row in rows]) for slot in slots]
    return table_of(arrays, pa.schema(fields_of(slots)))


def _matches(function: str, promises: Promises) -> Iterator[Match]:
    remedy = "give a register, or what was found in one"
    if isinstance(promises, Register):
        yield from promises_of(promises)
        return
    if not isinstance(promises, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise InvalidField(function, "promises", promises, remedy)
    for match in promises.in_order() if isinstance(promises, Matches) else promises:
        if not isinstance(match, Match):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidField(function, "promises", match, remedy)
        yield match
