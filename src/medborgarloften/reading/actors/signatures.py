"""Who signed: said to, or standing in a block of signatures.

A block has names and offices under each other, in columns, or on a line each, with
the bodies they sign for above or below.  It begins where a place and a day or
"Undertecknat" stands, or is the last that a page has and is of both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from attrs import evolve, frozen

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.naming import (
    PARTY,
    Person,
    find_people,
    may_name,
    name_pattern,
)
from medborgarloften.reading.actors.offices import indefinite, offices, side_of
from medborgarloften.reading.dating.occasions import (
    find_place_and_day,
    is_place_and_month,
)
from medborgarloften.reading.evidence import cite
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import Line
from medborgarloften.reading.text.signing import is_signature_heading
from medborgarloften.reading.text.stamps import is_stamp

__all__ = ["people_in_blocks"]


class _Kind(Enum):
    PERSON = auto()
    OFFICE = auto()
    BODY = auto()
    RULE = auto()
    BEGINNING = auto()
    OTHER = auto()


class _Cell(NamedTuple):
    """A stretch of a row that stands by itself."""

    line: Line
    start: int
    end: int
    column: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


@frozen
class _Row:
    cells: tuple[_Cell, ...]
    kinds: tuple[_Kind, ...]
    section: Section

    @property
    def begins_block(self) -> bool:
        return _Kind.BEGINNING in self.kinds

    @property
    def may_be_signed(self) -> bool:
        return _Kind.OTHER not in self.kinds


def people_in_blocks(settings: Sequence[Setting]) -> Iterator[Person]:
    """Find who stands in the blocks of signatures, column by column."""
    rows = [row for setting in settings for row in _rows(setting)]
    for block, is_begun, is_last in _blocks(rows):
        people = [each for column in _columns(block) for each in _signers(column)]
        people.sort(key=lambda person: person.name.span.start)
        sides = {person.side for person in people if person.role}
        of_both = {PartyKind.POLICE, PartyKind.MUNICIPALITY} <= sides
        if is_begun or (is_last and of_both):
            yield from people


def _blocks(rows: Sequence[_Row]) -> Iterator[tuple[list[_Row], bool, bool]]:
    """Find the rows that stand together and may be signatures.

    With each goes whether a beginning stands above it, and whether it is the last.
    """
    block, is_begun = list[_Row](), False
    for row in rows:
        if row.begins_block:
            if is_begun:
                yield block, True, False
            block, is_begun = [], True
        elif row.may_be_signed and (is_begun or row.section is not Section.CONTACT):
            block.append(row)
        else:
            if is_begun or _is_rest(row):
                yield block, is_begun, _is_rest(row)
            block, is_begun = [], False
    yield block, is_begun, True


def _is_rest(row: _Row) -> bool:
    """Tell whether a row is what may stand below everything: stamps and contacts."""
    is_stamped = is_stamp(row.cells[0].line.text)
    return is_stamped or row.section is Section.CONTACT


# ---------------------------------------------------------------- rows and cells


_GAP = re.compile(r"\s{2,}|\t")


def _rows(setting: Setting) -> Iterator[_Row]:
    """Cut a line into the rows that it takes up on the page, and those into cells."""
    line = setting.line
    position, indent = 0, line.indent
    for row in line.span().quote.splitlines():
        cells = list[_Cell]()
        for words, column in _parted(row):
            start = line.text.find(words, position)
            if start >= 0:
                position = start + len(words)
                cells.append(_Cell(line, start, position, indent + column))
        indent = 0
        if cells:
            kinds = tuple(_kind(cell) for cell in cells)
            yield _Row(tuple(cells), kinds, setting.section)


def _parted(row: str) -> Iterator[tuple[str, int]]:
    start = 0
    for gap in [*_GAP.finditer(row), None]:
        end = len(row) if gap is None else gap.start()
        if words := " ".join(row[start:end].split()):
            yield words, start
        start = end if gap is None else gap.end()


_RULE = re.compile(
    r"[\W_]*|sida?\s*[0-9]+\s*(?:\(\s*[0-9]+\s*\)|av\s*[0-9]+)?", re.IGNORECASE
)
_REACHED = re.compile(
    r"@|[0-9]{3}|\b(?:kontakt|telefon|tfn|e-post|mejl|foto|text:)", re.IGNORECASE
)
_LONGEST_CELL = 100
_LONGEST_BODY = 60


def _kind(cell: _Cell) -> _Kind:
    """Tell what a cell of a block is; most cells of a page are something other."""
    text = cell.text
    is_dated = cell.start == 0 and (
        find_place_and_day(cell.line) is not None or is_place_and_month(text)
    )
    kind = _Kind.OTHER
    if _RULE.fullmatch(text):
        kind = _Kind.RULE
    elif is_dated or (is_signature_heading(text) and not _person_at(cell)):
        kind = _Kind.BEGINNING
    elif len(text) > _LONGEST_CELL or _REACHED.search(text) or is_stamp(text):
        kind = _Kind.OTHER
    elif _person_at(cell):
        kind = _Kind.PERSON
    elif _office().match(text) and not text.endswith((".", ":")):
        kind = _Kind.OFFICE
    elif _is_body(text):
        kind = _Kind.BODY
    return kind


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"{offices()}\b")


def _is_body(text: str) -> bool:
    """Tell whether a cell may name what somebody signs for: "För Laxå kommun:"."""
    is_known_heading = section_of(text) is not None
    is_short = len(text) <= _LONGEST_BODY and (text[0].isupper() or text[0] == "(")
    return is_short and not is_known_heading and not text.endswith((".", "!", "?"))


def _person_at(cell: _Cell) -> bool:
    """Tell whether a cell begins with a name, or an office or a body and a name."""
    place = cell.line.text, cell.start, cell.end
    return may_name(*place) and _of_a_person().match(*place) is not None


@cache
def _of_a_person() -> re.Pattern[str]:
    name = name_pattern().pattern
    return re.compile(
        rf"/*\s*(?:[^:/]{{2,60}}:\s+/*|{offices()}\s*[:,]?\s+)?{name}(?:{PARTY})?"
        rf"(?:\s*[,/(–-].{{0,90}}|\s+(?:och|samt)\s+/.{{0,90}}|\s+{offices()}.{{0,60}})?\Z"
    )


# ---------------------------------------------------------------- columns


def _columns(block: Sequence[_Row]) -> list[list[_Cell]]:
    """Sort the cells of a block into the columns that they stand in."""
    rows = [
        [
            cell
            for cell, kind in zip(row.cells, row.kinds, strict=True)
            if kind is not _Kind.RULE
        ]
        for row in block
    ]
    widest = max(rows, key=len) if rows else list[_Cell]()
    columns = [list[_Cell]() for _ in widest]
    for row in rows:
        is_full = len(row) == len(widest)
        for number, cell in enumerate(row):
            columns[number if is_full else _nearest(cell, widest)].append(cell)
    return columns


def _nearest(cell: _Cell, widest: Sequence[_Cell]) -> int:
    gaps = [abs(each.column - cell.column) for each in widest]
    return gaps.index(min(gaps))


def _signers(column: Sequence[_Cell]) -> Iterator[Person]:
    """Give each name of a column the office that stands above or below it."""
    kinds = [_kind(cell) for cell in column]
    office_first = _first_of(kinds) is _Kind.OFFICE
    waiting: Person | None = None
    office: _Cell | None = None
    for cell, kind in zip(column, kinds, strict=True):
        if kind is _Kind.PERSON:
            for person in find_people(cell.line, cell.start, cell.end):
                if waiting is not None:
                    yield waiting
                waiting = person
                if office is not None and person.role is None:
                    waiting = _holding(person, office)
                office = None
        elif kind is _Kind.OFFICE:
            if waiting is None or waiting.role or office_first:
                office = cell
            else:
                waiting = _holding(waiting, cell)
    if waiting is not None:
        yield waiting


def _first_of(kinds: Sequence[_Kind]) -> _Kind | None:
    told = (kind for kind in kinds if kind in {_Kind.PERSON, _Kind.OFFICE})
    return next(told, None)


_PARTY_AT_END = re.compile(rf"{PARTY}\s*\Z")


def _holding(person: Person, cell: _Cell) -> Person:
    """Give somebody the office, and the party if any, of the cell next to the name."""
    line, start, end = cell.line, cell.start, cell.end
    party = _PARTY_AT_END.search(line.text, start, end)
    if party:
        end = party.start()
    words = cite(line, start, end)
    role = evolve(words, value=indefinite(words.value))
    letters = next((name for name in ("party", "bare") if party and party[name]), None)
    told = cite(line, *party.span(letters)) if party and letters else None
    return evolve(
        person, role=role, side=side_of(role.value), party=person.party or told
    )
