"""JSON text to plain data, without losing any of it on the way.

Python's own reader keeps the last of two equal keys and drops the other, and
fails at a very long number without saying where.  Here an equal key is a fault at
its place; a very long number is read as infinite, which no field can be, and so
is told at its place too.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

from medborgarloften.serializers._strict.data import is_list, is_object
from medborgarloften.serializers._strict.faults import Fault, Place, Refusal
from medborgarloften.serializers._strict.words import Words

__all__ = ["decoded", "parse", "refusal_at"]

_Doubled: TypeAlias = dict[int, tuple[dict[str, Any], list[str]]]

_BOM = "\ufeff"


def parse(
    text: str | bytes, place: Place, faults: list[Fault], *, first_line: int = 1
) -> Any:
    """Read JSON, and add its doubled keys to *faults*.

    Lines are counted from *first_line*; a byte order mark is passed over.

    Raises:
        Refusal: If it is no JSON, or bytes that are not UTF-8.
    """
    doubled: _Doubled = {}

    def make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            counted = Counter(key for key, _ in pairs)
            # The object is kept with its id, which is then nobody else's.
            keys = [key for key, count in counted.items() if count > 1]
            doubled[id(made)] = made, keys
        return made

    content = decoded(text, first_line=first_line)
    try:
        plain = json.loads(
            content,
            object_pairs_hook=make_object,
            parse_int=_whole_number,
        )
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise refusal_at("not-json", line, error.colno, _reason(error)) from error
    except RecursionError as error:
        raise Refusal("not-json", _TOO_DEEP) from error
    if doubled:
        faults += _doubled_keys(plain, place, doubled)
    return plain


def decoded(text: str | bytes, *, first_line: int = 1) -> str:
    """Take bytes as UTF-8; lines are counted from *first_line*.

    A byte order mark is passed over, in a text too.

    Raises:
        Refusal: If they are not UTF-8, with line and column.
    """
    if isinstance(text, str):
        return text.removeprefix(_BOM)
    try:
        return text.decode().removeprefix(_BOM)
    except UnicodeDecodeError as error:
        before = text[: error.start]
        line = first_line + before.count(b"\n")
        column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        byte = text[error.start]
        reason = Words(
            f"the byte {byte:#04x} is not UTF-8; save the text as UTF-8",
            f"byten {byte:#04x} är inte UTF-8; spara texten som UTF-8",
        )
        raise refusal_at("not-utf8", line, column, reason) from error


def refusal_at(code: str, line: int, column: int, reason: Words) -> Refusal:
    """Refuse what stands at a line and a column, both counted from 1."""
    return Refusal(
        code,
        Words(
            f"line {line}, column {column}: {reason.en}",
            f"rad {line}, kolumn {column}: {reason.sv}",
        ),
    )


_TOO_DEEP = Words(
    "is nested too deeply to be read", "har för många nivåer för att läsas"
)


def _whole_number(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:  # more digits than Python turns into a number
        return math.inf


def _reason(error: json.JSONDecodeError) -> Words:
    said = error.msg[0].lower() + error.msg[1:]
    return Words(f"not JSON: {said}", f"inte JSON: {said}")


def _doubled_keys(plain: Any, place: Place, doubled: _Doubled) -> Iterator[Fault]:
    words = Words("is given more than once", "anges mer än en gång")
    ahead: list[tuple[Place, Any]] = [(place, plain)]
    while ahead:
        place, value = ahead.pop()
        if is_object(value):
            _, keys = doubled.get(id(value), (value, []))
            yield from (Fault((*place, key), "duplicate-key", words) for key in keys)
            ahead += (((*place, key), inner) for key, inner in value.items())
        elif is_list(value):
            ahead += (((*place, index), inner) for index, inner in enumerate(value))
