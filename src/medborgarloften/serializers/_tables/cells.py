"""What stands in a cell of a table: the model's values as text, and back, exactly.

An empty cell says nothing.  Where a column holds many values they stand in one cell
with ``|`` between them; a backslash before a ``|``, a backslash or a blank makes it
a part of the value.

Reading undoes what spreadsheets are known to do to a cell, where there is one way
alone to undo it: ``SANT`` for ``true``, ``4,0`` for ``4``, ``180`` for the kommunkod
``0180``.  A word of a list may be written as its label in Swedish or English:
``uppfyllt``.  Anything else is refused, with what would do.  What is left is judged
as in every other format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import partial
from typing import Any

from medborgarloften.errors import InvalidField
from medborgarloften.serializers._strict.faults import Refusal
from medborgarloften.serializers._strict.labels import words_by_label
from medborgarloften.serializers._strict.words import (
    WHOLE_NUMBER,
    Words,
    expectation,
    shortened,
)
from medborgarloften.tables.entities import Column

__all__ = ["SEPARATOR", "TRUTHS", "joined", "misfit", "text_of", "unfit", "value_of"]

SEPARATOR = " | "

# A kommunkod always has four digits, and a spreadsheet takes the first from 0180.
_CODES = {("code",), ("municipalities",)}
_CODE_WITHOUT_ZERO = re.compile("[1-9][0-9]{2}")

_TO_ESCAPE = re.compile(r"[\\|]")
_BLANK = re.compile(r"\s")
_BACKSLASHED = r"\\\g<0>"
_PIECE = re.compile(r"\\[\\|\s]|\||\s+|[^\\|\s]+|\\")

# No more than two decimals: 1.000 may be one, or a thousand.
_NUMBER = re.compile(
    "-?(?:[0-9]+|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:[.,]0{1,2})?"
)
_DECIMALS = re.compile("[.,]0+")
_ROUNDED = re.compile("-?[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]+", re.IGNORECASE)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
TRUTHS = {"true": True, "sant": True, "false": False, "falskt": False}


def text_of(value: Any) -> str:
    """Write a value of the model as the text of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case [*several]:
            return joined(map(str, several))
        case _:
            return str(value)


def joined(texts: Iterable[str]) -> str:
    r"""Put many texts in one cell.

    >>> print(joined(["Torget", "Kiosken | Parken", " Bron"]))
    Torget | Kiosken \| Parken | \ Bron
    """
    return SEPARATOR.join(map(_escaped, texts))


def value_of(text: str, column: Column) -> Any:
    """Read the text of a filled cell as plain data, which is yet to be judged.

    Raises:
        Refusal: If it is nothing that can stand in the column.
    """
    read = _reader_of(column)
    return [read(each) for each in _parted(text)] if column.many else read(text)


def misfit(
    table: str, row: Mapping[str, Any], keys: Iterable[str], name: str, remedy: str
) -> InvalidField:
    """Make the error of a value that a format has no room for; *keys* tell the row."""
    key = ", ".join(repr(row[each]) for each in keys)
    return InvalidField(f"{table}({key})", name, shortened(text_of(row[name])), remedy)


def unfit(code: str, wanted: Words, text: str, remedy: Words) -> Refusal:
    """Make the refusal of a text that is not what is wanted, with what would do."""
    said = expectation(wanted, text)
    return Refusal(code, Words(f"{said.en}; {remedy.en}", f"{said.sv}; {remedy.sv}"))


def _reader_of(column: Column) -> Callable[[str], Any]:
    type_: type[Any] = column.type
    if issubclass(type_, Enum):
        return partial(_word, type_)
    return _code if column.path[-1:] in _CODES else _READERS[type_]


def _escaped(text: str) -> str:
    before, within, after = text.partition(text.strip())
    escaped = (
        _BLANK.sub(_BACKSLASHED, before),
        _TO_ESCAPE.sub(_BACKSLASHED, within),
        _BLANK.sub(_BACKSLASHED, after),
    )
    return "".join(escaped)


def _parted(text: str) -> list[str]:
    """Take apart what was joined; blanks around the parts are not theirs."""
    parts: list[list[str]] = [[]]
    blank = ""
    for piece in _PIECE.findall(text):
        part = parts[-1]
        if piece == "|":
            parts.append([])
            blank = ""
        elif piece.isspace():
            blank = piece if part else ""
        else:
            escaped = len(piece) > 1 and piece[0] == "\\"
            part += (blank, piece[1:] if escaped else piece)
            blank = ""
    return list(map("".join, parts))


def _code(text: str) -> str:
    code = text.strip()
    return f"0{code}" if _CODE_WITHOUT_ZERO.fullmatch(code) else code


def _word(type_: type[Enum], text: str) -> str:
    word = text.strip()
    return words_by_label(type_).get(word.casefold(), word)


def _truth(text: str) -> bool:
    truth = TRUTHS.get(text.strip().casefold())
    if truth is None:
        raise unfit("wrong-type", _TRUTH, text, _WRITE_A_TRUTH)
    return truth


def _whole_number(text: str) -> int:
    number = text.strip()
    with suppress(ValueError):  # more digits than Python turns into a number
        if _NUMBER.fullmatch(number):
            digits = _DECIMALS.sub("", number)
            return int(_BLANK.sub("", digits))
    remedy = _WRITE_ALL_DIGITS
    if _is_too_narrow(number):
        remedy = _WIDEN
    elif _ROUNDED.fullmatch(number):
        remedy = _WRITE_ANEW
    raise unfit("wrong-type", WHOLE_NUMBER, text, remedy)


def _day(text: str) -> str:
    day = text.strip()
    if not _DAY.fullmatch(day):
        remedy = _WIDEN if _is_too_narrow(day) else _WRITE_A_DAY
        raise unfit("not-a-date", _A_DAY, text, remedy)
    return day


def _is_too_narrow(text: str) -> bool:
    return not text.strip("#")


_READERS: dict[type, Callable[[str], Any]] = {
    bool: _truth,
    int: _whole_number,
    date: _day,
    str: str,
}

_TRUTH = Words("true or false", "true eller false")
_WRITE_A_TRUTH = Words(
    "write true or false, or SANT or FALSKT",
    "skriv true eller false, eller SANT eller FALSKT",
)
_WRITE_ALL_DIGITS = Words("write its digits alone", "skriv bara dess siffror")
_WRITE_ANEW = Words(
    "a spreadsheet has rounded it: format the column as a number with no decimals, "
    "and write it anew",
    "ett kalkylprogram har avrundat det: formatera kolumnen som tal utan decimaler, "
    "och skriv det på nytt",
)
_A_DAY = Words("a day", "en dag")
_WRITE_A_DAY = Words(
    "write year-month-day, as 2024-05-01, and format the column so",
    "skriv år-månad-dag, som 2024-05-01, och formatera kolumnen så",
)
_WIDEN = Words(
    "the column was too narrow to show it: widen the column, and save again",
    "kolumnen var för smal för att visa det: bredda kolumnen, och spara igen",
)
