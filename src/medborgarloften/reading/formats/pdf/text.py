"""The rows of a PDF as one text, which the reader of lines understands.

The reader joins what is wrapped by itself, and needs to see what is not: an
empty row stands where rows are clearly further apart than usual, and rows set
larger or bolder than the rest are told to be headings.  Where a sentence goes
on over a page or a column there is no empty row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from statistics import median
from types import MappingProxyType

from attrs import evolve

from medborgarloften.reading.formats.pdf.rows import Row
from medborgarloften.reading.text.document import LineKind

__all__ = ["written"]

# Rows read together from the top; and what is told of each of them.
_Block = list[Row]
_Told = tuple[Row, LineKind | None]

_LARGER = 1.15
_FURTHER = 1.25
_WIDEST_LEADING = 2.2
_USUAL_LEADING = 1.35
_NEARLY_FULL = 0.85
_A_LETTER = 0.5
_MOST_ROWS_OF_A_HEADING = 3
_LONGEST_HEADING = 110
_SENTENCE_END = re.compile(r"[.!?:;…]['”\")]*$")
_NO_HEADING_ENDS = re.compile(r"[.,;]['”\")]*$")
_BULLET = re.compile(r"[•·▪●◦‣○■□►➢✓*]|[-–—−] |o ")
_NUMBERED = re.compile(r"[0-9]{1,2}[.)] |[a-h]\) ")
_LABEL_OR_GAP = re.compile(r": +\S| {3}")
_BROKEN_WORD = re.compile(r"[a-zåäö]-$")
_KEEPS_HYPHEN = re.compile(r"(och|eller|samt|respektive)\b")


def written(pages: list[list[_Block]]) -> tuple[str, Mapping[int, LineKind]]:
    """Write pages, each of blocks in reading order, and tell which rows are headings.

    Each page after the first begins with a form feed.
    """
    blocks = [block for page in pages for block in page]
    size, is_bold = _usual_style([row for block in blocks for row in block])
    leading = _usual_leading(blocks)
    text, kinds, number = list[str](), dict[int, LineKind](), 1
    feeds, last = "", None
    for page in pages:
        for block in page:
            is_new = True
            for row, kind in _told(block, leading, size, is_bold=is_bold):
                seam = feeds
                if last is not None:
                    is_apart = (
                        not _goes_on(last, row)
                        if feeds or (is_new and row.base > last.base)
                        else _is_further(last, row, leading)
                    )
                    seam = ("\n" if is_apart or not feeds else "") + feeds
                    seam += "\n" if is_apart and not feeds else ""
                number += len(seam)
                text += seam, row.text
                if kind is not None:
                    kinds[number] = kind
                feeds, last, is_new = "", row, False
        feeds += "\f"
    return "".join(text) + feeds[:-1], MappingProxyType(kinds)


def _usual_style(rows: list[Row]) -> tuple[float, bool]:
    """Tell the size of most letters, and whether most are bold."""
    sizes, bold = Counter[float](), Counter[bool]()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
        bold[row.is_bold] += len(row.text)
    return max(sizes, key=sizes.__getitem__, default=0.0), bold[True] > bold[False]


def _usual_leading(blocks: list[_Block]) -> float:
    """Measure how far rows of a paragraph are apart, as a part of their size.

    After a row that fills its column comes, as a rule, the rest of its paragraph.
    """
    wraps, others = list[float](), list[float]()
    for block in blocks:
        margin = min(row.left for row in block)
        for one, other in pairwise(block):
            apart = (one.base - other.base) / max(one.size, other.size)
            is_full = one.right - margin >= (one.edge - margin) * _NEARLY_FULL
            if 0 < apart <= _WIDEST_LEADING:
                (wraps if is_full else others).append(apart)
    return min(
        median(wraps) if wraps else _USUAL_LEADING,
        median(others) if others else _WIDEST_LEADING,
    )


def _is_further(one: Row, other: Row, leading: float) -> bool:
    apart = one.base - other.base
    return apart > leading * _FURTHER * max(one.size, other.size)


def _goes_on(one: Row, other: Row) -> bool:
    return not _SENTENCE_END.search(one.text) and other.text.lstrip()[0].islower()


def _told(
    block: _Block, leading: float, size: float, *, is_bold: bool
) -> Iterator[_Told]:
    """Find the headings of a block; one that is wrapped becomes one row."""
    run = list[Row]()
    for row in block:
        if run and (
            _stands_out(run[-1], size, is_bold=is_bold)
            != _stands_out(row, size, is_bold=is_bold)
            or abs(run[-1].size - row.size) > 1
            or _is_further(run[-1], row, leading)
            or _begins_item(row.text)
        ):
            yield from _told_run(run, size, is_bold=is_bold)
            run = []
        run.append(row)
    yield from _told_run(run, size, is_bold=is_bold)


def _told_run(run: list[Row], size: float, *, is_bold: bool) -> Iterator[_Told]:
    if not _is_heading(run, size, is_bold=is_bold):
        yield from ((row, None) for row in run)
        return
    whole = run[0]
    for row in run[1:]:
        words = row.text.lstrip()
        room = len(words.split()[0]) * _A_LETTER * row.size
        if words[0].islower() or whole.right + room > whole.edge:
            whole = evolve(row, text=_joined(whole.text, words), left=whole.left)
        else:
            yield whole, LineKind.HEADING
            whole = row
    yield whole, LineKind.HEADING


def _joined(one: str, other: str) -> str:
    if _BROKEN_WORD.search(one) and not _KEEPS_HYPHEN.match(other):
        return one[:-1] + other
    return f"{one} {other}"


def _is_heading(run: list[Row], size: float, *, is_bold: bool) -> bool:
    first = run[0].text.lstrip()
    words = " ".join(row.text.strip() for row in run)
    if (
        not _stands_out(run[0], size, is_bold=is_bold)
        or len(run) > _MOST_ROWS_OF_A_HEADING
        or len(words) > _LONGEST_HEADING
        or _NO_HEADING_ENDS.search(words)
        or _BULLET.match(first)
    ):
        return False
    if run[0].size >= size * _LARGER:
        return True
    # Bold at the size of the text may be a stressed word, a number or a label.
    return not (
        first[0].islower() or _NUMBERED.match(first) or _LABEL_OR_GAP.search(words)
    )


def _stands_out(row: Row, size: float, *, is_bold: bool) -> bool:
    return row.size >= size * _LARGER or (
        row.is_bold and not is_bold and row.size >= size
    )


def _begins_item(words: str) -> bool:
    words = words.lstrip()
    return bool(_BULLET.match(words) or _NUMBERED.match(words))
