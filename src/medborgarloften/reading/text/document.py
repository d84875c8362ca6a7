"""A page as lines that each know what they are and where they stand.

Published text comes with hard line wraps, soft hyphens, odd spaces and every
kind of bullet.  A `Line` is one heading, bullet, label, quote or paragraph with
all that put right, and it can still tell at which code points of the page any
part of it stands, so what is read from a line can be cited from the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from attrs import frozen

from medborgarloften.errors import Span
from medborgarloften.reading.text.lexicon import is_detail, is_noise

__all__ = ["Document", "Line", "LineKind"]


class LineKind(StrEnum):
    """What a line is on its page."""

    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"
    LABEL = "label"
    QUOTE = "quote"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    SEPARATOR = "separator"
    NOISE = "noise"


@frozen
class Line:
    """One heading, bullet, label, quote or paragraph, put right.

    Attributes:
        kind: What it is.
        text: Its words: wraps joined, spaces single, soft hyphens and bullet gone.
        indent: How far in it begins on the page, in columns.
        number: The line of the page it begins on, from 1.
        after_gap: Whether an empty line, or the page's beginning, is above it.
    """

    kind: LineKind
    text: str
    indent: int
    number: int
    after_gap: bool
    _rows: tuple[int, ...]
    _seams: tuple[tuple[int, int], ...]
    _page: str

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.kind in {LineKind.BULLET, LineKind.NUMBERED, LineKind.LABEL}

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Tell where a part of the line's text stands in the page.

        The quote is the page's own words, wraps and odd spaces included.
        """
        last = (len(self.text) if end is None else end) - 1
        begins, ends = self._place(start), self._place(last) + 1
        line = self.number + bisect_right(self._rows, begins) - 1
        return Span(begins, ends, line, self._page[begins:ends])

    def _place(self, position: int) -> int:
        seam = self._seams[bisect_right(self._seams, (position, len(self._page))) - 1]
        return seam[1] + position - seam[0]


_NONE_TOLD: Mapping[int, LineKind] = MappingProxyType({})


@frozen
class Document:
    r"""A page's text, and its lines in order.

    >>> page = Document.of("Aktiviteter\n\n  • Polisen lovar att synas\n    mer.")
    >>> [(line.kind.value, line.text) for line in page.lines]
    [('heading', 'Aktiviteter'), ('bullet', 'Polisen lovar att synas mer.')]
    """

    text: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, text: str, kinds: Mapping[int, LineKind] = _NONE_TOLD) -> Document:
        """Cut a page's text into lines; whatever the text, this does not raise.

        Where it is told from elsewhere what a row is, by its number from 1, the
        row is a line of its own.
        """
        rows = tuple(_rows(text, kinds))
        return cls(text, tuple(_line(text, group) for group in _joined(rows)))


class _Row(NamedTuple):
    """A line of the page as it stands, without what marks it as a bullet."""

    kind: LineKind
    start: int
    end: int
    indent: int
    number: int
    after_gap: bool
    text: str
    is_told: bool

    @property
    def can_go_on(self) -> bool:
        """Whether it can be a wrap of what is above it."""
        return not (self.after_gap or self.is_told or self.kind in _NEVER_A_WRAP)


_ROW_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(
    r"(?P<bullet>[•·●▪◦○‣∙■□►➢✓*\uf0b7]|o(?=\s{1,4}[A-ZÅÄÖ]))\s*"
    r"|(?P<number>[0-9]{1,2}[.)]|[a-h]\))\s+"
    r"|(?P<dash>[-–—−])\s+"
)
# The words between odd spaces; a soft hyphen or a zero-width mark is nothing.
_PIECE = re.compile(
    r"[^\s\xad\u200b-\u200d\u2060\ufeff]+(?: [^\s\xad\u200b-\u200d\u2060\ufeff]+)*"
)
_SEPARATOR = re.compile(r"[-_=*–—~]{3,}")
_QUOTE_MARKS = '”“"»«„'
_SPEECH = re.compile(
    r"\b(säger|sade|berättar|menar|konstaterar|förklarar|betonar|understryker)\b"
)
_LABEL = re.compile(r"[A-ZÅÄÖ][\w/ ]{2,30}:\s+\S")
_SENTENCE_END = re.compile(r"[.!?:;…]['”\")]*$")
_PICTURE = re.compile(r"\b(foto|fotograf|bild|film)\s*:", re.IGNORECASE)
_LONGEST_HEADING = 110
_A_FULL_ROW = 60


def _rows(text: str, kinds: Mapping[int, LineKind]) -> Iterator[_Row]:
    start, after_gap = 0, True
    for number, row_end in enumerate([*_ROW_END.finditer(text), None], 1):
        end = len(text) if row_end is None else row_end.start()
        words = text[start:end].strip()
        if _PIECE.search(words):
            first = start + (len(text[start:end]) - len(text[start:end].lstrip()))
            kind, skip = _kind(words)
            told = None if kind is LineKind.NOISE else kinds.get(number)
            yield _Row(
                told or kind,
                first + skip,
                first + len(words),
                len(text[start:first].expandtabs(4)),
                number,
                after_gap,
                words[skip:],
                told is not None,
            )
        after_gap = not words
        start = end if row_end is None else row_end.end()


def _kind(words: str) -> tuple[LineKind, int]:
    """Tell what a row is, as far as it alone can say, and how long its bullet is."""
    if _SEPARATOR.fullmatch(words):
        return LineKind.SEPARATOR, 0
    mark = _BULLET.match(words)
    rest = words[mark.end() :] if mark else words
    if not _PIECE.search(rest) or is_noise(rest):
        return LineKind.NOISE, 0
    if mark is None:
        return _kind_without_bullet(words), 0
    if mark["dash"] and _SPEECH.search(rest):
        return LineKind.QUOTE, mark.end()
    return LineKind.NUMBERED if mark["number"] else LineKind.BULLET, mark.end()


def _kind_without_bullet(words: str) -> LineKind:
    if words[0] in _QUOTE_MARKS and (_SPEECH.search(words) or len(words) > _A_FULL_ROW):
        return LineKind.QUOTE
    if _PICTURE.search(words):
        return LineKind.CAPTION
    if _LABEL.match(words):
        return LineKind.LABEL
    if _looks_like_heading(words):
        return LineKind.HEADING
    return LineKind.PARAGRAPH


def _looks_like_heading(words: str) -> bool:
    if len(words) > _LONGEST_HEADING or not (words[0].isupper() or words[0].isdigit()):
        return False
    if words.endswith(":"):
        return ". " not in words
    return not _SENTENCE_END.search(words) or words.endswith(("!", "?", "…"))


def _joined(rows: tuple[_Row, ...]) -> Iterator[list[_Row]]:
    """Put the rows that are wraps of one line together."""
    group: list[_Row] = []
    for row in rows:
        if group and not _goes_on(group, row):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _goes_on(group: list[_Row], row: _Row) -> bool:
    """Tell whether *row* is a wrap of the line that *group* begins."""
    first, last = group[0], group[-1]
    if row.kind is LineKind.LABEL and first.kind in _ITEMS and not row.after_gap:
        return is_detail(row.text) and not row.is_told
    if not row.can_go_on or first.kind in _NEVER_WRAPPED or last.is_told:
        return False
    if _SENTENCE_END.search(last.text):
        return False
    if row.text[0].islower() or last.text.endswith((",", "-", "–")):
        return True
    if first.kind in _ITEMS:
        return row.indent > first.indent
    return len(last.text) >= _A_FULL_ROW and (
        row.kind is LineKind.PARAGRAPH or row.text[0].isdigit()
    )


_ITEMS = {LineKind.BULLET, LineKind.NUMBERED}
_NEVER_A_WRAP = {*_ITEMS, LineKind.SEPARATOR, LineKind.NOISE, LineKind.LABEL}
_NEVER_WRAPPED = {LineKind.SEPARATOR, LineKind.NOISE, LineKind.CAPTION}


_BROKEN_WORD = re.compile(r"[a-zåäö]-")
_KEEPS_HYPHEN = re.compile(r"(och|eller|samt|respektive)\b")


def _line(page: str, rows: list[_Row]) -> Line:
    words, seams = "", list[tuple[int, int]]()
    position = rows[0].start
    for piece in _PIECE.finditer(page, rows[0].start, rows[-1].end):
        between = page[position : piece.start()]
        if (
            "\n" in between
            and _BROKEN_WORD.fullmatch(words[-2:])
            and piece[0][0].islower()
            and not _KEEPS_HYPHEN.match(piece[0])
        ):
            words = words[:-1]
        elif words and any(map(str.isspace, between)):
            seams.append((len(words), position))
            words += " "
        seams.append((len(words), piece.start()))
        words += piece[0]
        position = piece.end()
    first = rows[0]
    kind = first.kind
    if len(rows) > 1 and kind in {LineKind.HEADING, LineKind.LABEL}:
        kind = _kind_without_bullet(words)
    return Line(
        kind,
        words,
        first.indent,
        first.number,
        first.after_gap,
        tuple(row.start for row in rows),
        tuple(seams),
        page,
    )
