"""JSON Lines: a register with one agreement or outcome on each line.

Every line is a document of its own that begins with its schema and version, so
files can be put after each other, cut, and searched line by line.  Agreements
come first, by id, then outcomes; any order is read.  Empty lines are passed
over, and so is an agreement or outcome that is there twice.

A problem's path begins with the number of its line, counted from 1:

>>> from medborgarloften.serializers import jsonl
>>> jsonl.loads('{"schema": "medborgarloften/agreement"}').agreements
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: 1:$.version: is missing
...
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from os import PathLike
from pathlib import Path

from medborgarloften.register import Register
from medborgarloften.serializers._documents import (
    AGREEMENT,
    OUTCOME,
    fields_of,
    outcome_document,
    schema_of,
    to_document,
)
from medborgarloften.serializers._faults import Line, Refusal
from medborgarloften.serializers._files import replacing
from medborgarloften.serializers._gathering import Gathering
from medborgarloften.serializers._text import parse

__all__ = ["dump", "dumps", "load", "loads"]


def dumps(register: Register) -> str:
    """Write a register, a line for each of its agreements and outcomes."""
    return "".join(_lines(register))


def dump(register: Register, path: str | PathLike[str]) -> None:
    """Write a register to a file, whole or not at all.

    What was in the file stays there until all of the new has been written.

    Raises:
        OSError: If the file cannot be written, as Python tells it.
    """
    with replacing(path) as file:
        file.writelines(line.encode() for line in _lines(register))


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
        OSError: If the file cannot be read, as Python tells it.
    """
    with Path(path).open("rb") as file:
        return _register(file)


def _lines(register: Register) -> Iterator[str]:
    agreements = map(to_document, register.agreements)
    for document in chain(agreements, map(outcome_document, register.outcomes)):
        yield json.dumps(document, ensure_ascii=False) + "\n"


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
    schema = schema_of(plain, (AGREEMENT, OUTCOME), place, faults)
    if schema == AGREEMENT:
        gathered.read_agreement(fields_of(plain), place)
    elif schema == OUTCOME:
        gathered.read_outcome(fields_of(plain), place)
    else:
        gathered.complete = False
