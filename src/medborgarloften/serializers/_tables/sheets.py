"""Tables as spreadsheets have them, and the register that they make together.

Rows are counted as a spreadsheet shows them: the headings are the first.  Every
fault is told by table, row and column, also those of the register as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, cast

from attrs import define, evolve, field, frozen

from medborgarloften.errors import InvalidDocument, nearest
from medborgarloften.register import Register
from medborgarloften.serializers._documents.headers import REGISTER, header
from medborgarloften.serializers._documents.whole import register_in
from medborgarloften.serializers._strict.faults import (
    Fault,
    Place,
    Refusal,
    invalid_document,
    missing,
    unknown_field,
)
from medborgarloften.serializers._strict.words import Words, listed, shortened, shown
from medborgarloften.serializers._tables.outcome_rows import (
    BEFORE,
    OUTCOMES,
    SHEETS,
    SOURCES,
    first_position,
    number_outcomes,
    source_beside,
)
from medborgarloften.serializers._tables.places import column_of, row_of
from medborgarloften.tables.entities import ENTITIES, Column, Entity
from medborgarloften.tables.rows import Assembled, Row, Stray, assemble

__all__ = ["TABLES", "Sheets", "is_filled", "is_needed"]

TABLES = {entity.name: entity for entity in ENTITIES}
"""The tables as a folder of CSV has them, by their names."""

_ORDER = {name: position for position, name in enumerate(TABLES)}
_MOST_SUGGESTIONS = 20


def is_filled(cell: object) -> bool:
    """Tell whether there is anything to see in a cell."""
    return not isinstance(cell, str) or bool(cell.strip())


def is_needed(entity: Entity, column: Column) -> bool:
    """Tell whether each row has to fill a column; one with no number comes last."""
    numbers_the_rows = column.name == entity.key and not column.path
    return column.required and not numbers_the_rows


@frozen
class _Line:
    """The line of a table that a row was read from.

    Attributes:
        table: The name of the table.
        number: The line, as a spreadsheet counts them.
        before: What its columns begin with there.
    """

    table: str
    number: int
    before: str = ""


@define(eq=False)
class Sheets:
    """The tables that were found, read one by one, and what was wrong with them.

    Attributes:
        called: How the format calls a table: ``promises.csv``.
        value_of: How the format reads a cell that is filled; it may raise `Refusal`.
        said: What the tables say of themselves: their schema, and its version.
    """

    called: Callable[[str], Words]
    value_of: Callable[[Any, Column], Any]
    said: dict[str, Any] = field(factory=lambda: header(REGISTER))
    _faults: list[Fault] = field(factory=list[Fault], init=False)
    _is_whole: bool = field(default=True, init=False)
    _suggestions: int = field(default=0, init=False)
    _rows: dict[str, list[Row]] = field(factory=dict[str, list[Row]], init=False)
    _lines: dict[str, list[_Line]] = field(factory=dict[str, list[_Line]], init=False)
    _strangers: dict[str, Words] = field(factory=dict[str, Words], init=False)

    def refuse(self, *faults: Fault) -> None:
        """Remember what kept a part from being read: the rest cannot be judged."""
        self._faults += faults
        self._is_whole &= not faults

    def refuse_table(self, name: str, called: Words) -> None:
        """Remember a table that is none of the register's, and what it is called."""
        meant = [self.called(each) for each in self._meant_by(name, TABLES)]
        self._strangers[called.en] = Words(*map(shortened, called))
        self.refuse(Fault((called.en,), "unknown-table", _is_no_table(meant)))

    def read(self, name: str, lines: Iterable[Sequence[Any]]) -> None:
        """Read the lines of a table: its headings, and the rows below them."""
        self._rows[name], self._lines[name] = [], []
        columns: list[Column | None] = []
        number = 0
        try:
            for number, cells in enumerate(lines, 1):
                if not any(map(is_filled, cells)):
                    continue
                if columns:
                    self._rows[name].append(self._row((name, number), columns, cells))
                    self._lines[name].append(_Line(name, number))
                elif not (columns := self._columns(SHEETS[name], number, cells)):
                    return
        except Refusal as refusal:
            self.refuse(refusal.at((name, number + 1)))

    def register(self) -> Register:
        """Make the register of all the tables.

        Raises:
            InvalidDocument: If anything was wrong, or does not fit together.
        """
        if not self._is_whole:
            raise self._refused()
        self._complete_outcomes()
        assembled = assemble(self._rows)
        self._faults += map(self._fault_of, assembled.strays)
        plain = self.said | {
            "agreements": assembled.agreements,
            "outcomes": assembled.outcomes,
        }
        found: list[Fault] = []
        with suppress(InvalidDocument):
            register = register_in(plain, found)
            if not self._faults:
                return register
        told = {fault.place for fault in self._faults}
        placed = [self._in_a_table(fault, assembled) for fault in found]
        # What a cell was refused for already is why it is refused again.
        self._faults += (fault for fault in placed if fault.place not in told)
        raise self._refused()

    def _complete_outcomes(self) -> None:
        """Give each outcome a position, and the source beside it a row of its own."""
        outcomes = self._rows.get(OUTCOMES, [])
        sources = self._rows.setdefault(SOURCES, [])
        lines = self._lines.setdefault(SOURCES, [])
        number_outcomes(outcomes, sources)
        first = first_position(sources)
        for row, line in zip(outcomes, self._lines.get(OUTCOMES, []), strict=True):
            if source := source_beside(row, first):
                sources.append(source)
                lines.append(evolve(line, before=BEFORE))

    def _columns(
        self, entity: Entity, number: int, headings: Sequence[Any]
    ) -> list[Column | None]:
        """Find the column of each heading; none at all if some cannot be found."""
        known = {column.name: column for column in entity.columns}
        names = [str(heading).strip() for heading in headings]
        faults: list[Fault] = []
        seen = set[str]()
        for name in filter(None, names):
            place: Place = (entity.name, number, name)
            if name in seen:
                faults.append(Fault(place, "duplicate-key", _IS_THERE_TWICE))
            elif name not in known:
                faults.append(unknown_field(place, self._meant_by(name, known)))
            seen.add(name)
        faults += (
            missing((entity.name, number, column.name))
            for column in entity.columns
            if is_needed(entity, column) and column.name not in seen
        )
        self.refuse(*faults)
        return [] if faults else [known.get(name) for name in names]

    def _row(
        self,
        place: tuple[str, int],
        columns: Sequence[Column | None],
        cells: Sequence[Any],
    ) -> Row:
        row: Row = {}
        for position, cell in enumerate(cells):
            if not is_filled(cell):
                continue
            column = columns[position] if position < len(columns) else None
            if column is None:
                self.refuse(Fault(place, "unknown-field", _HAS_NO_HEADING))
                break
            try:
                row[column.name] = self.value_of(cell, column)
            except Refusal as refusal:
                self._faults.append(refusal.at((*place, column.name)))
                row[column.name] = str(cell)  # it is there, so nothing is missing
        return row

    def _meant_by(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        # Looking for what was meant takes time, and a file must not decide how much.
        self._suggestions += 1
        few = self._suggestions <= _MOST_SUGGESTIONS
        return nearest(name, known, most=1) if few else ()

    def _fault_of(self, stray: Stray) -> Fault:
        row = self._rows[stray.table][stray.row]
        place = self._place(stray.table, stray.row, stray.column)
        entity = TABLES[stray.table]
        if stray.is_taken:
            needed = is_needed(entity, entity.column(stray.column))
            words = _IS_TAKEN if needed else _IS_TAKEN_WITHOUT_NEED
            return Fault(place, "duplicate-id", words)
        if row.get(stray.column) is None:
            return missing(place)
        parent = TABLES[entity.parent or ""]
        keys = zip((*parent.owner, parent.key), entity.owner, strict=True)
        wanted = [f"{key} {shown(row.get(name)).en}" for key, name in keys]
        words = _has_no_row(self.called(parent.name), wanted)
        return Fault(place, "broken-reference", words)

    def _in_a_table(self, fault: Fault, assembled: Assembled) -> Fault:
        """Tell a fault of the register by the table, the row and the column."""
        # Agreements and outcomes were made of rows, so each has an origin.
        origin = cast("tuple[str, int, str]", assembled.origin(fault.place))
        table, row, name = origin
        number = self._lines[table][row].number
        if (table, name) == (OUTCOMES, "sources"):
            return evolve(fault, place=(table, number), words=_HAS_NO_SOURCE)
        below = {each.field: each.name for each in ENTITIES if each.parent == table}
        if name in below:
            return evolve(fault, place=(table, number, "", below[name]))
        return evolve(fault, place=self._place(table, row, name))

    def _place(self, table: str, row: int, column: str) -> Place:
        """Tell where a cell stood; a source beside its outcome, where that did."""
        line = self._lines[table][row]
        return line.table, line.number, f"{line.before}{column}"

    def _refused(self) -> InvalidDocument:
        return invalid_document(sorted(self._faults, key=_order), self._written)

    def _written(self, place: Place) -> Words:
        table, *within = map(str, place)
        steps = [self._strangers.get(table) or self.called(table)]
        steps += map(row_of, within[:1])
        steps += (column_of(SHEETS[table], name) for name in within[1:2] if name)
        steps += map(self.called, within[2:])
        return listed(steps)


def _order(fault: Fault) -> tuple[int, int]:
    table, number, *_ = (*fault.place, 0)
    return _ORDER.get(str(table), -1), int(number)


_IS_THERE_TWICE = Words(
    "is the heading of more than one column; keep one of them",
    "är rubrik för mer än en kolumn; behåll en av dem",
)
_HAS_NO_SOURCE = Words(
    "has no source; give it one in a column source_title or source_url, or write "
    "no_evidence in status",
    "saknar källa; ange en i en kolumn source_title eller source_url, eller skriv "
    "no_evidence i status",
)
_HAS_NO_HEADING = Words(
    "has a cell that no heading stands above; give it one, or empty it",
    "har en cell som ingen rubrik står över; ge den en, eller töm den",
)
_IS_TAKEN = Words(
    "stands in another row too; give each row its own",
    "står också på en annan rad; ge varje rad sitt eget",
)
_IS_TAKEN_WITHOUT_NEED = Words(
    f"{_IS_TAKEN.en}, or leave it empty", f"{_IS_TAKEN.sv}, eller lämna cellen tom"
)


def _is_no_table(meant: Iterable[Words]) -> Words:
    hint = Words("rename it, or take it away", "byt namn på den, eller ta bort den")
    for name in meant:
        hint = Words(f"did you mean {name.en}?", f"menade du {name.sv}?")
    return Words(f"is not a known table; {hint.en}", f"är ingen känd tabell; {hint.sv}")


def _has_no_row(called: Words, wanted: Iterable[str]) -> Words:
    keys = list(wanted)
    return Words(
        f"{called.en} has no row with {' and '.join(keys)}",
        f"{called.sv} har ingen rad med {' och '.join(keys)}",
    )
