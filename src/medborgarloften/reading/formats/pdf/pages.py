"""What stands where on the pages of a PDF: with the fonts, all that knows pypdf.

pypdf tells the text of each showing of text and where it begins.  How far it
reaches is counted here, from the widths in the font, so that a word's end, a
tab and the gap between two columns can be told apart.  What a file may cost is
bounded by pypdf's own limits, set here for documents of text.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from time import monotonic
from typing import Any

from attrs import define, field, frozen
from pypdf import PageObject, PdfReader, apply_configuration, mult
from pypdf.errors import (
    DependencyError,
    FileNotDecryptedError,
    LimitReachedError,
    PyPdfError,
)
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    NumberObject,
)

from medborgarloften.reading.formats.pdf.fonts import PdfFont
from medborgarloften.reading.formats.pdf.letters import put_right
from medborgarloften.reading.formats.pdf.pieces import Fault, Piece, Sheet

__all__ = ["PdfFile"]

# What a broken file makes pypdf raise, besides its own errors.
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
# A page of text has some thousand operators, and some ten thousand bytes.
_LIMITS = {
    "array_based_stream_maximum_output_length": 10_000_000,
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "zlib_maximum_output_length": 10_000_000,
    "zlib_maximum_recovery_input_length": 100_000,
    "stream_decoding_work_maximum_length": 30_000_000,
    "stream_parsing_work_maximum_count": 300_000,
    "xform_maximum_invocations_per_extraction": 50,
    "page_tree_maximum_entries": 20_000,
    "page_tree_maximum_page_entries": 200_000,
    "disable_legacy_handling": True,
}
# So many operators are followed in one file; 500 full pages have a third of them.
_MOST_WORK = 2_000_000
# Whatever else a page may hide, no page is begun after this time.
_MOST_SECONDS = 30.0
_MOST_FONTS = 100
# A move within a row that is more than kerning, in thousandths of the font's size.
_A_GAP = 100
_A_SPACE = 0.25
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_MOVES = frozenset({b"BT", b"Td", b"TD", b"Tm", b"T*", b"'", b'"'})
_DRAWS = frozenset(
    {b"Do", b"INLINE IMAGE", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"sh"}
)
_STAYS = (1, 0, 0, 1, 0, 0)
_LONGEST_TITLE = 300
_FAR_AWAY = 100_000.0
_BLANK = ord(" ")
_NEXT_ROW_WITH_GAPS = 3

# Operands, and what to do with them.
_Operation = tuple[Any, bytes]

# A warning of pypdf's would reach the terminal of whoever set up no logging.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@frozen
class PdfFile:
    """A PDF that could be opened.

    Attributes:
        title: The title it gives itself.
        page_count: How many pages it has.
    """

    title: str | None
    page_count: int
    _reader: PdfReader

    @classmethod
    def open(cls, data: bytes) -> PdfFile | Fault:
        """Open a file, or tell why that cannot be done."""
        try:
            with apply_configuration(None, **_LIMITS):
                reader = PdfReader(BytesIO(data))
                if reader.is_encrypted and not reader.decrypt(""):
                    return Fault.ENCRYPTED
                return cls(_title(reader), len(reader.pages), reader)
        except (DependencyError, FileNotDecryptedError, NotImplementedError):
            return Fault.ENCRYPTED
        except LimitReachedError:
            return Fault.TOO_LARGE
        except _BROKEN:
            return Fault.NOT_A_PDF

    def sheets(self, most: int) -> Iterator[Sheet]:
        """Read the pages in their order, *most* at most, while they cost little."""
        work = _Work(_MOST_WORK, monotonic() + _MOST_SECONDS)
        for number in range(min(most, self.page_count)):
            # The limits hold while a page is read, and not while it is looked at.
            with apply_configuration(None, **_LIMITS):
                sheet = _sheet(self._reader, number, work)
            yield sheet
            if work.is_done:
                return


def _title(reader: PdfReader) -> str | None:
    """Take the title; the days of making and changing are no publication."""
    try:
        title = reader.metadata.title if reader.metadata else None
    except _BROKEN:
        return None
    if not isinstance(title, str):
        return None
    return put_right(title[:_LONGEST_TITLE]).strip() or None


def _sheet(reader: PdfReader, number: int, work: _Work) -> Sheet:
    try:
        page = reader.pages[number]
        # pypdf makes ready every font that a page names, used or not.
        fonts = page.get("/Resources", DictionaryObject()).get_object().get("/Font")
        if fonts is not None and len(fonts.get_object()) > _MOST_FONTS:
            return Sheet(fault=Fault.TOO_LARGE)
        return _Walk(work).over(page)
    except (LimitReachedError, _TooMuchError):
        return Sheet(fault=Fault.TOO_LARGE)
    except _BROKEN:
        return Sheet(fault=Fault.BROKEN)


class _TooMuchError(Exception):
    """A file asks for more work than any document of text does."""


@define
class _Work:
    """How many operators may still be followed, and until when."""

    _left: int
    _until: float

    @property
    def is_done(self) -> bool:
        """Whether no more may be followed."""
        return self._left <= 0 or monotonic() > self._until

    def take(self, operators: int = 1) -> None:
        """Follow so many operators more."""
        self._left -= operators
        if self.is_done:
            raise _TooMuchError


@define
class _Style:
    """What the text state says of distances, besides the font."""

    letter_gap: float = 0.0
    word_gap: float = 0.0
    stretch: float = 1.0


# With the dictionary it was made from, so that no other can get its id.
_KnownFont = tuple[DictionaryObject | None, PdfFont]


@define
class _Walk:
    """A walk over a page's operators, which collects the pieces of text."""

    _work: _Work
    _style: _Style = field(factory=_Style)
    _saved: list[tuple[float, float, float]] = field(
        factory=list[tuple[float, float, float]]
    )
    _shown: list[object] = field(factory=list[object])
    _moved: float = 0.0
    _is_drawn: bool = False
    _outer: list[list[float]] = field(factory=list[list[float]])
    _fonts: dict[int, _KnownFont] = field(factory=dict[int, _KnownFont])
    _found: list[tuple[int, Piece]] = field(factory=list[tuple[int, Piece]])

    def over(self, page: PageObject) -> Sheet:
        """Walk over a page."""
        if "/Contents" in page:
            given = page.raw_get("/Contents")
            stream = ContentStream(given.get_object(), page.pdf, "bytes")
            stream.operations = [*_apart(stream.operations)]
            page[NameObject("/Contents")] = stream
            try:
                page.extract_text(
                    visitor_operand_before=self._before,
                    visitor_operand_after=self._after,
                    visitor_text=self._text,
                )
            finally:
                # A page can be in a file twice, and many stay in memory.
                page[NameObject("/Contents")] = given
        box = page.mediabox
        corners = [(float(x), float(y)) for x in box[::2] for y in box[1::2]]
        turns = Counter[int]()
        for turn, piece in self._found:
            turns[turn] += len(piece.text)
        # What stands across the rest is a mark in the margin.
        turn = max(turns, key=turns.__getitem__, default=0)
        heights = [_turned(x, y, turn)[1] for x, y in corners]
        foot = min(heights)
        return Sheet(
            tuple(
                Piece(
                    piece.text,
                    piece.left,
                    piece.right,
                    piece.base - foot,
                    piece.size,
                    piece.is_bold,
                    piece.is_mark,
                )
                for its_turn, piece in self._found
                if its_turn == turn
            ),
            max(heights) - foot,
            Fault.SCANNED if self._is_drawn and not turns else None,
        )

    def _before(
        self, operator: bytes, operands: list[object], cm: list[float], _: object
    ) -> None:
        self._work.take()
        self._is_drawn = self._is_drawn or operator in _DRAWS
        if operator in _MOVES:
            self._moved = 0.0
        if operator in _SHOWS:
            for operand in operands:
                self._shown += operand if isinstance(operand, list) else [operand]
        elif operator == b"Do":
            self._outer.append(mult(cm, self._outer[-1]) if self._outer else [*cm])
        elif operator == b"q":
            style = self._style
            self._saved.append((style.letter_gap, style.word_gap, style.stretch))
        elif operator == b"Q" and self._saved:
            self._style = _Style(*self._saved.pop())
        elif operands and isinstance(operands[0], int | float):
            self._set(operator, float(operands[0]))

    def _after(self, operator: bytes, *_: object) -> None:
        if operator == b"Do":
            self._outer.pop()

    def _set(self, operator: bytes, number: float) -> None:
        if operator == b"Tc":
            self._style.letter_gap = number
        elif operator == b"Tw":
            self._style.word_gap = number
        elif operator == b"Tz":
            self._style.stretch = number / 100

    def _text(
        self,
        text: str,
        cm: list[float],
        tm: list[float],
        font: DictionaryObject | None,
        size: float,
    ) -> None:
        if not self._shown:
            return
        known = self._font(font)
        begins = self._moved
        self._moved += sum(self._lengths(self._shown, known, size))
        self._shown.clear()
        at = mult(tm, cm)
        if self._outer:
            at = mult(at, self._outer[-1])
        words = put_right(text)
        before = len(words) - len(words.lstrip())
        after = len(words) - len(words.rstrip())
        words = words.strip()
        if not words:
            return
        across, up = at[0], at[1]
        turn = _turn(across, up)
        height = (at[2] ** 2 + at[3] ** 2) ** 0.5 * abs(size)
        # A blank's own width is told only by its code, which is gone by now.
        starts = begins + before * _A_SPACE * size
        ends = max(starts, self._moved - after * _A_SPACE * size)
        left, base = _turned(at[4] + starts * across, at[5] + starts * up, turn)
        right, _ = _turned(at[4] + ends * across, at[5] + ends * up, turn)
        places = (left, right, base, height)
        if height > 0 and all(abs(place) < _FAR_AWAY for place in places):
            is_mark = known.is_symbols and len(words) == 1
            piece = Piece(words, left, right, base, height, known.is_bold, is_mark)
            self._found.append((turn, piece))

    def _font(self, font: DictionaryObject | None) -> PdfFont:
        if id(font) not in self._fonts:
            self._fonts[id(font)] = font, PdfFont.of(font)
        return self._fonts[id(font)][1]

    def _lengths(
        self, shown: list[object], font: PdfFont, size: float
    ) -> Iterator[float]:
        style = self._style
        for item in shown:
            if isinstance(item, bytes):
                for code in font.codes(item):
                    gap = style.letter_gap
                    if code == _BLANK and not font.is_wide:
                        gap += style.word_gap
                    yield (font.width(code) * size + gap) * style.stretch
            elif isinstance(item, int | float):
                yield -float(item) / 1000 * size * style.stretch


def _turn(across: float, up: float) -> int:
    """Tell how many quarters text is turned, against the clock."""
    if abs(across) >= abs(up):
        return 0 if across >= 0 else 2
    return 1 if up > 0 else 3


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _apart(operations: Iterable[_Operation]) -> Iterator[_Operation]:
    """Set each showing of text apart, so that pypdf tells each by itself.

    A change of place by nothing makes pypdf hand over the text so far.
    """
    stay: list[object] = [NumberObject(number) for number in _STAYS]
    for operands, operator in operations:
        if operator == b"'":
            yield [], b"T*"
        elif operator == b'"' and len(operands) == _NEXT_ROW_WITH_GAPS:
            yield operands[:1], b"Tw"
            yield operands[1:2], b"Tc"
            yield [], b"T*"
        if operator == b"TJ" and operands and isinstance(operands[0], list):
            for group in _groups([*operands[0]]):
                yield stay, b"cm"
                yield [ArrayObject(group)], b"TJ"
            yield stay, b"cm"
        elif operator in _SHOWS:
            yield stay, b"cm"
            yield operands[-1:], b"Tj"
            yield stay, b"cm"
        else:
            yield operands, operator


def _groups(items: list[object]) -> Iterator[list[object]]:
    """Part what is shown at once where it moves by more than kerning."""
    group = list[object]()
    for item in items:
        if isinstance(item, int | float) and abs(item) >= _A_GAP:
            yield group
            yield [item]
            group = []
        else:
            group.append(item)
    yield group
