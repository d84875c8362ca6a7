"""The cells of a workbook's sheet in XML, measured before anything is made of them.

Whoever reads a sheet makes every place up to the last cell, and every text that cells
share for each of them; and makes nothing of ``#REF!`` and its like.  So where cells
stand, what they share and which are errors is looked up here.  It is the plain form
that is looked for, which all the usual programs write; what stands there in any other
way is not overlooked, but refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

__all__ = [
    "errors_in",
    "is_dense",
    "is_empty",
    "is_plain",
    "size_of_texts",
    "sizes_of_shared_texts",
]

_PLACES_ALWAYS_ALLOWED = 2**22
_MOST_PLACES_FOR_A_CELL = 8

_TAG = rb"<(?:[^\s<>/:]+:)?"
_MORE = rb'(?:\s+\w+="\w*"){0,6}'
# A plain cell: its column, its row, and a stroke if nothing is in it.
_CELL = re.compile(
    _TAG + rb"c" + _MORE + rb'?\s+r="([A-Z]{1,3})([0-9]{1,7})"' + _MORE + rb"\s*(/?)>"
)
_ANY_CELL = re.compile(_TAG + rb"c[\s/>]")
# A plain value that is the number of a shared text, or looks like one.
_NUMBER = re.compile(_TAG + rb"v>([0-9]{1,9})<")
_ANY_VALUE = re.compile(_TAG + rb"v[\s/>]")
_SHARED_TEXT = re.compile(_TAG + rb"si[\s/>]")
_IS_ERROR = re.compile(rb'\st="e"')
_ERROR = re.compile(_TAG + rb"v>([^<]*)<")


def is_plain(xml: bytes) -> bool:
    """Tell whether all cells of a sheet tell plainly where they stand."""
    return _count(_CELL, xml) == _count(_ANY_CELL, xml)


def is_empty(xml: bytes) -> bool:
    """Tell whether there are no cells in a sheet, or none but formats."""
    return all(cell[3] for cell in _CELL.finditer(xml))


def is_dense(xml: bytes) -> bool:
    """Tell whether there are not far more places in a sheet than cells."""
    count = 0
    columns, rows = {b"A"}, {b"1"}
    for cell in _CELL.finditer(xml):
        if not cell[3]:
            count += 1
            columns.add(cell[1])
            rows.add(cell[2])
    places = max(map(_number_of, columns)) * max(map(int, rows))
    return places <= max(_PLACES_ALWAYS_ALLOWED, _MOST_PLACES_FOR_A_CELL * count)


def sizes_of_shared_texts(xml: bytes) -> list[int]:
    """Measure each of the texts that cells share, with its tags."""
    starts = [text.start() for text in _SHARED_TEXT.finditer(xml)]
    return [end - start for start, end in pairwise((*starts, len(xml)))]


def size_of_texts(xml: bytes, shared: Sequence[int]) -> int:
    """Measure what the cells of a sheet take, at most, of texts of those sizes."""
    numbers = [int(value[1]) for value in _NUMBER.finditer(xml)]
    others = _count(_ANY_VALUE, xml) - len(numbers)
    told = sum(shared[number] for number in numbers if number < len(shared))
    return told + others * max(shared, default=0)


# What follows on a cell that has a formula and no value: programs that make workbooks
# leave the value to Excel.
_FORMULA_ALONE = re.compile(
    rb"\s*" + _TAG + rb"f\b(?:[^>]*/>|[^>]*>[^<]*</(?:[^\s<>/:]+:)?f>)\s*"
    rb"(?:" + _TAG + rb"v\s*/>|" + _TAG + rb"v>\s*</(?:[^\s<>/:]+:)?v>)?\s*</"
)
_FORMULA = re.compile(_TAG + rb"f[\s/>]")


def errors_in(xml: bytes) -> Iterator[tuple[int, str, str]]:
    """Find the cells that hold an error: row, column, and ``#REF!`` or its like.

    A formula whose value was never worked out is one too: its text is empty.
    """
    for cell in _CELL.finditer(xml) if _FORMULA.search(xml) else ():
        if _FORMULA_ALONE.match(xml, cell.end()):
            yield int(cell[2]), cell[1].decode(), ""
    for cell in _CELL.finditer(xml) if _IS_ERROR.search(xml) else ():
        if _IS_ERROR.search(cell[0]):
            error = _ERROR.search(xml, cell.end())
            said = error[1].decode(errors="replace") if error else ""
            yield int(cell[2]), cell[1].decode(), said


def _count(pattern: re.Pattern[bytes], xml: bytes) -> int:
    return sum(1 for _ in pattern.finditer(xml))


def _number_of(column: bytes) -> int:
    """Count the columns up to one: A is 1, AA is 27."""
    return reduce(lambda number, letter: number * 26 + letter - ord("A") + 1, column, 0)
