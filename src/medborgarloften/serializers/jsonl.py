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
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from os import PathLike

from medborgarloften.model import Agreement, Outcome
from medborgarloften.register import Register
from medborgarloften.serializers._documents import line_document, register_to_write
from medborgarloften.serializers._faults import Line, Refusal
from medborgarloften.serializers._files import opening, replacing
from medborgarloften.serializers._gathering import Gathering
from medborgarloften.serializers._headers import AGREEMENT, OUTCOME, opened
from medborgarloften.serializers._text import parse

__all__ = ["dump", "dumps", "load", "load_register", "loads"]


def dumps(register: Register, *, without_people: bool = False) -> str:
    """Write a register, a line for each of its agreements and outcomes.

    Say *without_people* to leave out those who signed and whom to ask.
    """
    return "".join(_lines(register_to_write(register, without_people=without_people)))


def dump(
    register: Register, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register to a file, as `dumps` does, whole or not at all.

    What was in the file stays there until all of the new has been written.

    Raises:
        FileError: If the file cannot be written.
    """
    lines = _lines(register_to_write(register, without_people=without_people))
    with replacing(path) as file:
        file.writelines(line.encode() for line in lines)


def loads(text: str | bytes) -> Register:
    """Read a register.

    Bytes are UTF-8, with or without a byte order mark.

    Raises:
        InvalidDocument: If anything is wrong on any line or between them.
    """
    # Only a line feed ends a line: other breaks that Python knows of may stand
    # within a text.
    lines = io.StringIO(text, "\n") if isinstance(text, str) else io.BytesIO(text)
    return _register(lines)


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file, line by line.

    Raises:
        InvalidDocument: If anything is wrong on any line or between them.
        FileError: If the file cannot be read.
    """
    with opening(path) as file:
        return _register(file)


load_register = load


def _lines(register: Register) -> Iterator[str]:
    things: tuple[Agreement | Outcome, ...] = (*register.agreements, *register.outcomes)
    for document in map(line_document, things):
        yield json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _register(lines: Iterable[str | bytes]) -> Register:
    gathered = Gathering(None, [])
    for number, line in enumerate(lines, 1):
        # Without its end, or what is missing at the end is missed on the next line.
        if content := line.rstrip():
            _read_line(content, Line(number), gathered)
    return gathered.register()


def _read_line(text: str | bytes, line: Line, gathered: Gathering) -> None:
    place, faults = (line,), gathered.faults
    try:
        plain = parse(text, place, faults, first_line=line)
    except Refusal as refusal:
        faults.append(refusal.at(place))
        gathered.complete = False
        return
    match opened(plain, (AGREEMENT, OUTCOME), place, faults):
        case None:
            gathered.complete = False
        case (schema, fields) if schema == AGREEMENT:
            gathered.read_agreement(fields, place)
        case (_, fields):
            gathered.read_outcome(fields, place)
