"""A page as lines that each know what they are and where they stand.

Published text comes with hard line wraps, soft hyphens, odd spaces and every
kind of bullet.  A `Line` is one heading, bullet, label, quote or paragraph with
all that put right, and it can still tell at which code points of the page any
part of it stands, so what is read from a line can be cited from the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from attrs import evolve, frozen

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
        mark: The bullet before it; "1" for a number, "1.1" for one within a chapter,
            "§" for a paragraph's, and empty if it has none.
        number: The line of the page it begins on, from 1.
        after_gap: Whether an empty line, or the page's beginning, is above it.
    """

    kind: LineKind
    text: str
    indent: int
    mark: str
    number: int
    after_gap: bool
    _rows: tuple[tuple[int, int], ...]  # where each begins on the page, its number
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
        row = bisect_right(self._rows, (begins, len(self._page))) - 1
        return Span(begins, ends, self._rows[row][1], self._page[begins:ends])

    def joined(self, others: Iterable[Line]) -> Line:
        """Put the lines that say more of the same after this one."""
        texts, rows, seams = [self.text], [*self._rows], [*self._seams]
        last, ends = self, len(self.text)
        for other in others:
            seams.append((ends, last.span().end))
            # What is private to a line is so to all lines.
            seams += ((at + ends + 1, place) for at, place in other._seams)  # noqa: SLF001
            rows += other._rows  # noqa: SLF001
            texts.append(other.text)
            last, ends = other, ends + 1 + len(other.text)
        return evolve(self, text=" ".join(texts), rows=tuple(rows), seams=tuple(seams))

    def span_to(self, last: Line) -> Span:
        """Tell where this line and all down to *last* stand in the page."""
        begins, ends = self.span().start, last.span().end
        return Span(begins, ends, self.number, self._page[begins:ends])

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
    mark: str
    number: int
    after_gap: bool
    text: str
    is_told: bool

    @property
    def can_go_on(self) -> bool:
        """Whether it can be a wrap of what is above it."""
        return not (self.after_gap or self.is_told or self.kind in _NEVER_A_WRAP)


_ROW_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Any sign can be a bullet, and so can the "o" of an old typewriter; signs that
# words begin with cannot, nor can quotation marks.
_BULLET = re.compile(
    r"(?P<bullet>[•·●▪◦○‣∙■□►➢✓*\uf0b7]|(?:[^\w\s\"'”“«„(\[#@&/.,:;!?–—−§-]|o)(?=\s))\s*"
    # A scanner reads "1." as "l." or "I ."; and Roman numbers head chapters.
    r"|(?P<number>[0-9]{1,2}\s?[.)]|[0-9]{1,2}\.[0-9]{1,2}\.?(?=\s+[A-ZÅÄÖ])"
    r"|§\s?[0-9]{1,2}\.?(?=\s)|[a-hA-H]\)|[lI]\s?\.(?=\s+[A-ZÅÄÖ])|(?:II|III|IV|V|VI|VII|VIII|IX|X)\.)\s+"
    r"|(?P<dash>[-–—−])\s+"
)
# The words between odd spaces; a soft hyphen or a zero-width mark is nothing.
_PIECE = re.compile(
    r"[^\s\xad\u200b-\u200d\u2060\ufeff]+(?: [^\s\xad\u200b-\u200d\u2060\ufeff]+)*"
)
_SEPARATOR = re.compile(r"(?:[-_=*–—~] ?){3,}")
_QUOTE_MARKS = '”“"»«„'
_SPEECH = re.compile(
    r"\b(säger|sade|berättar|menar|konstaterar|förklarar|betonar|understryker)\b"
    # Other verbs tell of speech only with a speaker: "…, fyller Eva Ek i".
    r"|[,!?”\"]\s+(?:fyller|tillägger|lägger|påpekar|kommenterar|svarar|fortsätter|avslutar"
    r"|hoppas|tycker|tror|undrar|poängterar|summerar|inflikar|skrattar|intygar)\s"
    r"(?:[A-ZÅÄÖ]\w+|han\b|hon\b|kommun\w+|lokalpolis\w+)"
)
_LABEL = re.compile(r"[A-ZÅÄÖ][\w/ ]{2,30}:\s+\S")
_SENTENCE_END = re.compile(r"[.!?:;…]['”\")]*$")
_NUMBER_WITHIN = re.compile(r"[0-9]{1,2}\.[0-9]")
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
            mark = words[: min(skip, 1)]
            if kind is LineKind.NUMBERED:
                mark = "1.1" if _NUMBER_WITHIN.match(words) else "1"
                mark = "§" if words[0] == "§" else mark
            told = None if kind is LineKind.NOISE else kinds.get(number)
            yield _Row(
                told or kind,
                first + skip,
                first + len(words),
                len(text[start:first].expandtabs(4)),
                mark,
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
    width = _width(rows)
    group: list[_Row] = []
    for row in rows:
        if group and not _goes_on(group, row, width):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _width(rows: tuple[_Row, ...]) -> int:
    """Tell how wide a page is whose lines were wrapped; 0 if they were not.

    The longest row that surely goes on in the next one tells.
    """
    sure = [
        row.end - row.start
        for row, below in pairwise(rows)
        if below.can_go_on and below.text[0].islower() and not _has_ended(row)
    ]
    widest = max(sure, default=0)
    return widest if len(sure) > 1 and widest >= _NARROWEST else 0


def _goes_on(group: list[_Row], row: _Row, width: int) -> bool:
    """Tell whether *row* is a wrap of the line that *group* begins."""
    first, last = group[0], group[-1]
    if row.kind is LineKind.LABEL and first.kind in _MAY_HAVE_DETAILS:
        return is_detail(row.text) and not (row.is_told or row.after_gap)
    if first.kind in _NEVER_WRAPPED or last.is_told:
        return False
    if not row.can_go_on:
        return _is_cut(group, row)
    if _had_no_room(last, row, width):
        is_sentence = _has_ended(last) and row.kind is not LineKind.PARAGRAPH
        return not (last.text.endswith(":") or is_sentence)
    if first.kind in _ITEMS and (
        row.kind is LineKind.PARAGRAPH or _WHOSE.fullmatch(row.text)
    ):
        return row.indent > first.indent or (
            not _has_ended(last) and _reads_on(last, row)
        )
    return not _has_ended(last) and (_reads_on(last, row) or _looks_wrapped(group, row))


def _is_cut(group: list[_Row], row: _Row) -> bool:
    """Tell whether a gap, or the end of a printed page, cuts through a sentence."""
    return (
        row.after_gap
        and row.kind is LineKind.PARAGRAPH
        and not row.is_told
        and row.text[0].islower()
        and group[0].kind is LineKind.PARAGRAPH
        and len(group[-1].text) >= _NARROWEST
        and not _has_ended(group[-1])
    )


def _reads_on(last: _Row, row: _Row) -> bool:
    """Tell whether the words of two rows make one phrase: "1 april ⏎ 2019"."""
    return (
        row.text[0].islower()
        or bool(_WHOSE.fullmatch(row.text))
        or bool(_UNFINISHED.search(last.text))
        or (row.text[0].isdigit() and bool(_MONTH_AT_END.search(last.text)))
    )


def _looks_wrapped(group: list[_Row], row: _Row) -> bool:
    """Tell whether a row stands as the wrap of an item, or of a full row, does."""
    if group[0].kind in _ITEMS:
        return row.indent > group[0].indent
    return len(group[-1].text) >= _A_FULL_ROW and (
        row.kind is LineKind.PARAGRAPH or row.text[0].isdigit()
    )


def _has_ended(row: _Row) -> bool:
    return bool(_SENTENCE_END.search(row.text))


def _had_no_room(row: _Row, below: _Row, width: int) -> bool:
    """Tell whether the first word of *below* was too long for the end of *row*."""
    used = row.end - row.start
    needed = used + 1 + len(below.text.split(maxsplit=1)[0])
    return needed > width >= used if width else False


# A page is not set more narrowly than this; what is shorter wraps for a reason.
_NARROWEST = 45
_UNFINISHED = re.compile(
    r"(?:[,–-]|\b(?:och|eller|samt|att|av|för|från|i|kring|med|mellan|mot|om|på|som|till"
    r"|under|vid|minst|högst|cirka|ca|den|det|de|ett|en|kommer|ska|skall))$"
)
# Whose an item is, pushed to a row of its own.
_WHOSE = re.compile(r"(?:Polis|Kommun)(?:\s*(?:och|/|,)\s*(?:polis|kommun))?\.?")
_MONTH_AT_END = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    r"|november|december)$"
)
_ITEMS = {LineKind.BULLET, LineKind.NUMBERED}
_MAY_HAVE_DETAILS = {*_ITEMS, LineKind.HEADING, LineKind.PARAGRAPH}
_NEVER_A_WRAP = {*_ITEMS, LineKind.SEPARATOR, LineKind.NOISE, LineKind.LABEL}
_NEVER_WRAPPED = {LineKind.SEPARATOR, LineKind.NOISE, LineKind.CAPTION}


_BROKEN_WORD = re.compile(r"[a-zåäö]-\Z")
_KEEPS_HYPHEN = re.compile(r"(och|eller|samt|respektive)\b")


def _is_broken(pieces: list[str], between: str, following: str) -> bool:
    """Tell whether a wrap breaks a word: "brottsföre- ⏎ byggande"."""
    return (
        bool(_ROW_END.search(between))
        and bool(_BROKEN_WORD.search(pieces[-1], max(0, len(pieces[-1]) - 2)))
        and following[0].islower()
        and not _KEEPS_HYPHEN.match(following)
    )


def _line(page: str, rows: list[_Row]) -> Line:
    first = rows[0]
    pieces, seams = list[str](), list[tuple[int, int]]()
    length, position = 0, first.start
    for piece in _PIECE.finditer(page, first.start, rows[-1].end):
        between = page[position : piece.start()]
        if _is_broken(pieces, between, piece[0]):
            pieces[-1] = pieces[-1][:-1]
            length -= 1
        elif pieces and any(map(str.isspace, between)):
            seams.append((length, position))
            pieces.append(" ")
            length += 1
        seams.append((length, piece.start()))
        pieces.append(piece[0])
        length += len(piece[0])
        position = piece.end()
    words = "".join(pieces)
    kind = first.kind
    if len(rows) > 1 and kind in {LineKind.HEADING, LineKind.LABEL}:
        kind = _kind_without_bullet(words)
    if any(is_detail(row.text) for row in rows[1:]):
        kind = first.kind if first.kind in _ITEMS else LineKind.BULLET
    return Line(
        kind,
        words,
        first.indent,
        first.mark,
        first.number,
        first.after_gap,
        tuple((row.start, row.number) for row in rows),
        tuple(seams),
        page,
    )
