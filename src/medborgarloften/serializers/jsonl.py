"""JSON Lines: a register with one agreement or outcome on each line.

Every line is a document of its own that begins with its schema and version, so
files can be put after each other, cut, and searched line by line.  Agreements
come first, by id, then outcomes; any order is read.  Empty lines are passed
over, and so is an agreement or outcome that is there twice.

A problem's path begins with the number of its line, counted from 1:

>>> from medborgarloften.serializers import jsonl
>>> jsonl.loads('{"schema": "medborgarloften/agreement"}').agreements
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: 1:$.schema_version: is missing
...

What is larger than the memory is read and written a line at a time, by `read` and
`write`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import BinaryIO, Protocol

from medborgarloften.errors import InvalidDocument
from medborgarloften.model import Agreement, Outcome
from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import collector_paused
from medborgarloften.serializers._documents.headers import AGREEMENT, OUTCOME, opened
from medborgarloften.serializers._documents.json import bytes_of, fast_line, line_of
from medborgarloften.serializers._documents.text import parse
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.compression import position_in
from medborgarloften.serializers._files.files import opening, replacing
from medborgarloften.serializers._strict.faults import (
    Fault,
    Line,
    Refusal,
    invalid_document,
)
from medborgarloften.serializers._strict.gathering import Gathering
from medborgarloften.serializers._strict.words import Words

__all__ = [
    "Progress",
    "dump",
    "dumps",
    "load",
    "load_register",
    "loads",
    "read",
    "write",
]


class Progress(Protocol):
    """What is told how much is done, and of how much in all: 0 where nobody knows."""

    def __call__(self, done: int, total: int, /) -> None:
        """Take what is told."""


_LINES_BETWEEN_TELLING = 1000
_LONGEST_LINE = 64 * 2**20


def dumps(register: Register, *, without_people: bool = False) -> str:
    """Write a register, a line for each of its agreements and outcomes.

    Say *without_people* to leave out those who signed and whom to ask.
    """
    return b"".join(_lines(register, without_people=without_people)).decode()


def dump(
    register: Register, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register to a file, as `dumps` does, whole or not at all.

    What was in the file stays there until all of the new has been written.

    Raises:
        FileError: If the file cannot be written.
    """
    lines = _lines(register, without_people=without_people)
    with replacing(path) as file:
        file.writelines(lines)


def loads(text: str | bytes) -> Register:
    """Read a register.

    Bytes are UTF-8, with or without a byte order mark.

    Raises:
        InvalidDocument: If anything is wrong on any line or between them.
    """
    # Only a line feed ends a line: other breaks that Python knows of may stand
    # within a text.
    split = text.split("\n") if isinstance(text, str) else text.split(b"\n")
    with collector_paused(len(text)):
        return _register(split)


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file, line by line.

    Raises:
        InvalidDocument: If anything is wrong on any line or between them.
        FileError: If the file cannot be read.
    """
    with opening(path) as file, collector_paused(_size(path)):
        return _register(_lines_in(file))


load_register = load


def read(
    path: str | PathLike[str],
    *,
    progress: Progress | None = None,
    skip: Callable[[InvalidDocument], None] | None = None,
) -> Generator[Agreement | Outcome]:
    """Read the agreements and outcomes of a file one at a time, as they come.

    No more than a line is in the memory at once, so the file may be of any size.
    Each line is as strictly read as by `load`; whether ids are taken twice, and
    outcomes are of promises that are there, is not looked at, for that takes the
    whole.

    *progress* is told now and then how many bytes of the file are read, and how
    many there are.  Give *skip* to go on after a line that cannot be read: it is
    given the error, and the line is passed over.

    Raises:
        InvalidDocument: If a line cannot be read, unless *skip* is given.
        FileError: If the file cannot be read.
    """
    with opening(path) as file:
        for number, line in enumerate(_lines_in(file), 1):
            try:
                yield from _things_on(line, Line(number))
            except InvalidDocument as error:
                if skip is None:
                    raise
                skip(error)
            if progress and number % _LINES_BETWEEN_TELLING == 0:
                progress(position_in(file), _size(path))
        if progress:
            progress(_size(path), _size(path))


def write(
    things: Iterable[Agreement | Outcome],
    path: str | PathLike[str],
    *,
    without_people: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write agreements and outcomes to a file one at a time, whole or not at all.

    Nothing is kept in the memory, so there may be any number of them, from `read`
    for one.  They stand in the file in the order they come.  *progress* is told now
    and then how many are written, and 0, for nobody knows how many will come.

    Returns:
        How many were written.

    Raises:
        FileError: If the file cannot be written.
        InvalidField: If one is neither an agreement nor an outcome.
    """
    count = 0
    with replacing(path) as file:
        for count, thing in enumerate(things, 1):
            file.write(line_of(_published(thing) if without_people else thing))
            if progress and count % _LINES_BETWEEN_TELLING == 0:
                progress(count, 0)
    if progress:
        progress(count, 0)
    return count


def _published(thing: Agreement | Outcome) -> Agreement | Outcome:
    return thing.without_people() if isinstance(thing, Agreement) else thing


def _lines(register: Register, *, without_people: bool) -> Iterator[bytes]:
    register = register_to_write(register, without_people=without_people)
    yield from map(line_of, register.agreements)
    yield from map(line_of, register.outcomes)


def _lines_in(file: BinaryIO) -> Iterator[bytes]:
    """Go through the lines of a file, as long as each is no longer than any can be."""
    number = 0
    while line := file.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE:
            raise invalid_document([Fault((Line(number),), "too-large", _TOO_LONG)])
        yield line


_TOO_LONG = Words(
    f"the line is longer than {_LONGEST_LINE} bytes; write each agreement on a line "
    "of its own",
    f"raden är längre än {_LONGEST_LINE} byte; skriv varje överenskommelse på en "
    "egen rad",
)


def _size(path: str | PathLike[str]) -> int:
    return Path(path).stat().st_size if Path(path).is_file() else 0


def _register(lines: Iterable[str | bytes]) -> Register:
    gathered = Gathering(None, [])
    for number, line in enumerate(lines, 1):
        _read_line(line, Line(number), gathered)
        gathered.stop_at_very_many_faults()
    return gathered.register()


def _things_on(line: bytes, number: Line) -> Iterator[Agreement | Outcome]:
    gathered = Gathering(None, [])
    _read_line(line, number, gathered)
    yield from gathered.things()


def _read_line(text: str | bytes, line: Line, gathered: Gathering) -> None:
    # Without its end, or what is missing at the end is missed on the next line.
    content = text.rstrip()
    if not content:
        return
    place, faults = (line,), gathered.faults
    data = bytes_of(content)
    if (fast := fast_line(data)) is not None:
        gathered.take(fast, place)
        return
    try:
        plain = parse(content, place, faults, first_line=line)
    except Refusal as refusal:
        faults.append(refusal.at(place))
        gathered.complete = False
        return
    found = opened(plain, (AGREEMENT, OUTCOME), place, faults)
    if found is None:
        gathered.complete = False
    elif found.schema == AGREEMENT:
        gathered.read_agreement(found.fields, place)
    else:
        gathered.read_outcome(found.fields, place)
