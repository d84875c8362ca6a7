"""Headers, footers and page numbers, which are left out.

What stands in the top or bottom band of most pages, at the same height and in
the same words but for the digits, is no part of the text; and nor is a number
like "Sida 1 av 3" there.  With two pages it has to be on both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from medborgarloften.reading.formats.pdf.pieces import Piece, Sheet
from medborgarloften.reading.formats.pdf.rows import baselines

__all__ = ["bodies"]

_BAND = 0.12
_SAME_HEIGHT = 6.0
_DIGITS = re.compile("[0-9]+")
_PAGE_NUMBER = re.compile(
    r"(?:sida|sid\.?|s\.)? ?# ?(?:av|of|/|\() ?#\)?|(?:sida|sid\.?) #|[-–] ?# ?[-–]"
)

_Line = list[Piece]


def bodies(sheets: list[Sheet]) -> list[list[_Line]]:
    """Give the lines of each page that are no header and no footer."""
    pages = [[*baselines(sheet.pieces)] for sheet in sheets]
    heights = dict[str, list[float]]()
    for page, sheet in zip(pages, sheets, strict=True):
        once = {_folded(line): line[0].base for line in _in_bands(page, sheet)}
        for words, height in once.items():
            heights.setdefault(words, []).append(height)
    full = sum(map(bool, pages))
    usual = {
        words: median(found)
        for words, found in heights.items()
        if len(found) > max(1, full / 2)
    }
    return [
        [*_body(page, sheet, usual)] for page, sheet in zip(pages, sheets, strict=True)
    ]


def _body(page: list[_Line], sheet: Sheet, usual: dict[str, float]) -> Iterator[_Line]:
    marginal = {id(line) for line in _in_bands(page, sheet)}
    for line in page:
        words = _folded(line)
        is_usual = words in usual and abs(line[0].base - usual[words]) <= _SAME_HEIGHT
        if id(line) not in marginal or not (is_usual or _PAGE_NUMBER.fullmatch(words)):
            yield line


def _in_bands(page: list[_Line], sheet: Sheet) -> Iterator[_Line]:
    foot, top = sheet.height * _BAND, sheet.height * (1 - _BAND)
    return (line for line in page if not foot < line[0].base < top)


def _folded(line: _Line) -> str:
    words = " ".join(piece.text for piece in line).casefold()
    return " ".join(_DIGITS.sub("#", words).split())
