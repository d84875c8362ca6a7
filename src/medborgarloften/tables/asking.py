"""Questions to tables that may be larger than memory, in DuckDB, Spark and their like.

The questions are those of `medborgarloften.queries`, and the answers are those that a
`Register` of the same tables gives.  An engine finds them, through Ibis, and reads no
more than it needs.

>>> from pathlib import Path
>>> from tempfile import mkdtemp
>>> from medborgarloften.queries import about
>>> from medborgarloften.register import Register
>>> from medborgarloften.serializers import parquet
>>> folder = Path(mkdtemp())
>>> parquet.dump_tables(Register(), folder)
>>> with open(folder) as tables:
...     len(tables.find(about("narkotika")))
0
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Self, TypeAlias

from attrs import evolve, field, frozen

from medborgarloften.errors import InvalidField, UnknownName, nearest
from medborgarloften.queries.match import Match
from medborgarloften.queries.questions import Asked, Question, expect_question

__all__ = ["Found", "Tables", "open"]

# Ibis and pyarrow need not be installed, and what they are is known where they are.
_Connection: TypeAlias = Any
_Expression: TypeAlias = Any
_ArrowTable: TypeAlias = Any
_ArrowReader: TypeAlias = Any
_Bases: TypeAlias = Any
_Answers: TypeAlias = Any


def open(  # noqa: A001 - `tables.open`
    source: str | PathLike[str] | _Connection, *, engine: _Connection = None
) -> Tables:
    """Open the tables of a register, to ask them without reading them all.

    Args:
        source: A folder of Parquet files as `parquet.dump_tables` writes it, or a
            connection of Ibis whose tables have the same names: ``agreements`` and
            ``promises``, which have to be there, and the others.
        engine: The connection of Ibis that is to read the folder.  Without it
            DuckDB does, in this process, until `Tables.close`.

    Raises:
        InvalidDocument: If a table is missing or not what it should be, with all
            that is wrong.
        InvalidField: If *source* is neither a folder nor a connection.
        FileError: If the folder cannot be read.
        MissingExtra: If a library for it is not installed.
    """
    from medborgarloften.tables._bases import bases_in, bases_of
    from medborgarloften.tables._ibis import duckdb_engine

    if hasattr(source, "list_tables"):
        return _tables(bases_of(source))
    if not isinstance(source, str | PathLike):
        remedy = "give the path of a folder, or a connection of Ibis"
        raise InvalidField("tables.open", "source", source, remedy)
    folder = Path(fspath(source))
    if engine is not None:
        return _tables(bases_in(folder, engine))
    own = duckdb_engine()
    try:
        return _tables(bases_in(folder, own), ends_engine=True)
    except BaseException:
        own.disconnect()
        raise


def _tables(bases: _Bases, *, ends_engine: bool = False) -> Tables:
    from medborgarloften.tables._sheet import sheet_of

    return Tables(bases, sheet_of(bases), ends_engine=ends_engine)


@frozen(eq=False, repr=False)
class Tables:
    """The tables of a register, where an engine has them.

    Close them when you are done, or open them with ``with``.  A connection that was
    given stays open.
    """

    _bases: _Bases
    _sheet: _Expression
    _index: _Expression = None
    _ends_engine: bool = field(default=False, kw_only=True, alias="ends_engine")

    def __repr__(self) -> str:
        return f"<Tables in {self._bases.engine.name}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index, and end the engine if it was started for this."""
        from medborgarloften.tables._ibis import let_go

        if self._index is not None:
            let_go(self._index)
        if self._ends_engine:
            self._bases.engine.disconnect()

    def find(self, question: Asked) -> Found:
        """Find the promises for which the answer is yes, as `Register.find` does.

        Nothing is looked for before it is asked for.

        Raises:
            InvalidField: If it is no question and no plain function of a match.
        """
        question = expect_question("Tables.find", "question", question)
        return Found(self._answers_to(question, of_promises=True))

    def agreements_where(self, question: Asked) -> list[str]:
        """Find the agreements with a promise for which the answer is yes.

        Their ids are given, in order.  An agreement without promises is asked
        itself, as `Register.agreements_where` does.

        Raises:
            InvalidField: If it is no question and no plain function of a match.
        """
        question = expect_question("Tables.agreements_where", "question", question)
        ids: list[str] = self._answers_to(question, of_promises=False).ids()
        return ids

    def indexed(self) -> Tables:
        """Let the engine keep what most questions ask for, to answer them faster.

        That takes the time of some twenty questions.  What is added to the tables
        later is not seen.  Close what is returned, and it is let go; a connection
        that was started for these tables ends with it.
        """
        from medborgarloften.tables._ibis import keep
        from medborgarloften.tables._sheet import indexed

        index = keep(indexed(self._sheet, self._bases))
        return evolve(self, sheet=index, index=index)

    def table(self, name: str) -> _Expression:
        """Return one of the tables as an expression of Ibis, to join to what is found.

        Raises:
            UnknownName: If none has this name; it tells the nearest.
        """
        tables = self._bases.tables
        if name not in tables:
            raise UnknownName("table", name, nearest(name, tables))
        return tables[name]

    def _answers_to(self, question: Question, *, of_promises: bool) -> _Answers:
        from medborgarloften.tables._answers import Answers

        return Answers(question, self._bases, self._sheet, of_promises)


@frozen(slots=False, eq=False, repr=False)
class Found:
    """The promises in tables for which a question is answered with yes.

    They can be gone through as often as one likes, by agreement and number, and are
    looked for anew each time.  To go through them makes their agreements, at most
    some thousand at a time.  To count them or to hand them on as tables makes none,
    unless a plain function is part of the question.
    """

    _answers: _Answers

    @property
    def question(self) -> Question:
        """What was asked."""
        asked: Question = self._answers.question
        return asked

    def __repr__(self) -> str:
        return f"<Found by {self.question!r}>"

    def __iter__(self) -> Iterator[Match]:
        matches: Iterator[Match] = self._answers.entries()
        return matches

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        count: int = self._answers.count()
        return count

    def __bool__(self) -> bool:
        are_any: bool = self._answers.are_any()
        return are_any

    def agreement_ids(self) -> list[str]:
        """List the ids of the promises' agreements, each once, in order."""
        ids: list[str] = self._answers.ids()
        return ids

    def to_ibis(self) -> _Expression:
        """Return what is found as an expression of Ibis, with a row for each promise.

        Its columns are ``agreement`` (the id), ``promise`` (the number),
        ``municipality`` (the kommunkod, where there is one and no more),
        ``municipalities``, ``district``, ``agreement_kind``, ``kind``, and days, of
        which both ends count:

        ``first_day``, ``last_day``
            As `Match.period` has them: null where they are not known.
        ``certain_first_day``, ``certain_last_day``
            When it is `active_on`; null where no day is certain.
        ``possible_first_day``, ``possible_last_day``
            When it `may_be_active_on`; null where its own days are all outside its
            agreement's.

        Of the last four, the first day of the year 1 and the last of 9999 say that
        no end is known.

        Raises:
            InvalidField: If a plain function is part of the question.
        """
        return self._answers.told("Found.to_ibis")

    def to_arrow(self) -> _ArrowTable:
        """Return what is found as a table of pyarrow, with the columns of `to_ibis`.

        Raises:
            InvalidField: If a plain function is part of the question.
        """
        from medborgarloften.tables._ibis import fetched

        return fetched(self._answers.told("Found.to_arrow"))

    def to_arrow_batches(self) -> _ArrowReader:
        """Return the same as a ``RecordBatchReader`` of pyarrow, to read it piecemeal.

        DuckDB hands out rows as it finds them: read to the end before you ask the
        same tables for more.  From other engines they are all fetched at once.

        Raises:
            InvalidField: If a plain function is part of the question.
        """
        from medborgarloften.tables._ibis import fetched_piecemeal

        return fetched_piecemeal(self._answers.told("Found.to_arrow_batches"))
