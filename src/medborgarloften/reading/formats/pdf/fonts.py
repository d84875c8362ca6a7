"""How wide the letters of a PDF's font are, and what kind of font it is.

pypdf tells what text a code stands for and keeps the widths to itself; so they
are taken from the font's own tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Self

from attrs import frozen
from pypdf.generic import ArrayObject, DictionaryObject

__all__ = ["PdfFont"]

_SYMBOLS = re.compile("wingdings|webdings|dingbats|symbol", re.IGNORECASE)
_BOLD = re.compile("bold|black|heavy|semibd|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_A_BOLD_WEIGHT = 600
_A_THOUSANDTH = 0.001
_MOST_CODES = 70_000
_SIMPLE_CODES = 256
_TIMES_IS_SLIMMER = 0.87
# The fonts that every reader of PDFs has need not tell their widths.
_NARROW = frozenset(b"ijl.,:;'|!I")
_SLIM = frozenset(b"frt()[]- /")
_WIDE = frozenset(b"mwMW%@")


@frozen
class PdfFont:
    """A font.

    Attributes:
        is_bold: Whether it is bold.
        is_symbols: Whether its letters are signs, as bullets and arrows.
        is_wide: Whether a code is two bytes.
    """

    is_bold: bool
    is_symbols: bool
    is_wide: bool
    _widths: Mapping[int, float]
    _other: float

    @classmethod
    def of(cls, font: DictionaryObject | None) -> Self:
        """Look at a font's tables; what is no table is as if it were not there."""
        font = DictionaryObject() if font is None else font
        inner = next(iter(_items(font.get("/DescendantFonts"))), None)
        is_wide = isinstance(inner, DictionaryObject)
        source = inner if isinstance(inner, DictionaryObject) else font
        descriptor = _table(source.get("/FontDescriptor"))
        name = str(font.get("/BaseFont", ""))
        weight = _number(descriptor.get("/FontWeight")) or 0
        flags = int(_number(descriptor.get("/Flags")) or 0)
        if is_wide:
            widths = dict(_widths_of_ranges(list(_items(source.get("/W")))))
            other = _number(source.get("/DW")) or 1000.0
        elif "/Widths" in source:
            first = int(_number(source.get("/FirstChar")) or 0)
            items = enumerate(map(_number, _items(source.get("/Widths"))), first)
            widths = {code: width for code, width in items if width is not None}
            other = _number(descriptor.get("/MissingWidth")) or 0.0
        else:
            widths = {code: _usual_width(code, name) for code in range(_SIMPLE_CODES)}
            other = 0.0
        scale = _scale(font)
        return cls(
            bool(_BOLD.search(name))
            or weight >= _A_BOLD_WEIGHT
            or bool(flags & _FORCED_BOLD),
            bool(_SYMBOLS.search(name)),
            is_wide,
            {code: width * scale for code, width in widths.items()},
            other * scale,
        )

    def codes(self, shown: bytes) -> Iterator[int]:
        """Cut a string into codes."""
        if not self.is_wide:
            return iter(shown)
        pairs = zip(shown[::2], shown[1::2], strict=False)
        return (high << 8 | low for high, low in pairs)

    def width(self, code: int) -> float:
        """Tell how far a code moves, as a part of the font's size."""
        return self._widths.get(code, self._other)


def _scale(font: DictionaryObject) -> float:
    """Tell what a width is a part of; where letters are drawings the font says it."""
    if font.get("/Subtype") == "/Type3":
        for item in _items(font.get("/FontMatrix")):
            return _number(item) or _A_THOUSANDTH
    return _A_THOUSANDTH


def _usual_width(code: int, name: str) -> float:
    """Guess a width of the fonts whose widths every reader of PDFs knows."""
    if "Courier" in name:
        return 600.0
    stretch = _TIMES_IS_SLIMMER if "Times" in name else 1.0
    if code in _NARROW:
        return 250 * stretch
    if code in _SLIM:
        return 310 * stretch
    if code in _WIDE:
        return 830 * stretch
    return (690 if chr(code).isupper() else 540) * stretch


def _widths_of_ranges(table: list[object]) -> Iterator[tuple[int, float]]:
    """Read ``first [width width …]`` and ``first last width``."""
    place, left = 0, _MOST_CODES
    while place + 1 < len(table) and left > 0:
        first, then = _number(table[place]), table[place + 1]
        if first is None:
            place += 1
            continue
        if isinstance(then, ArrayObject):
            found = list(enumerate(map(_number, _items(then)), int(first)))
            place += 2
        else:
            last = _number(then)
            width = _number(table[place + 2]) if place + 2 < len(table) else None
            end = int(first if last is None else min(last, first + left)) + 1
            found = [(code, width) for code in range(int(first), end)]
            place += 3
        left -= len(found)
        yield from ((code, width) for code, width in found if width is not None)


def _items(array: object) -> Iterator[object]:
    """Go through an array; what refers to something else is looked up."""
    found = _found(array)
    return map(_found, found) if isinstance(found, ArrayObject) else iter(())


def _found(item: object) -> object:
    get = getattr(item, "get_object", None)
    return item if get is None else get()


def _table(item: object) -> DictionaryObject:
    found = _found(item)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _number(item: object) -> float | None:
    found = _found(item)
    return float(found) if isinstance(found, int | float) else None
