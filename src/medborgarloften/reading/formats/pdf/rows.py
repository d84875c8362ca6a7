"""Pieces of text to rows: what stands on one line, with its gaps.

A `Segment` is a part of a row with no wide gap in it; a row of a signature
block has two, and its gap is kept as a run of blanks, as wide as it looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import TypeVar

from attrs import frozen

from medborgarloften.reading.formats.pdf.letters import unspaced, without_odd_bullet
from medborgarloften.reading.formats.pdf.pieces import Piece

__all__ = ["Row", "Segment", "baselines", "rows", "segments"]

# All as parts of the size of the font.
_SAME_ROW = 0.4
_A_WORD_GAP = 0.15
_A_WIDE_GAP = 1.3
_A_COLUMN_GAP = 1.5
_A_LETTER = 0.5
_SAME_PLACE = 0.2
# So much wider than the gaps between letters that are set apart.
_AFTER_A_WORD = 1.5
_AFTER_A_SPACED_WORD = 4.0
_A_TAB = 0.6
_A_FEW = 4
_FEWEST_BLANKS = 3
_MOST_BLANKS = 8
_BULLET = "•"
# What fonts for bullets and typewriters set before a tab.
_LETTERS_AS_BULLETS = frozenset({"o", "§"})
_LEADER = re.compile(r"[•·▪●◦‣○■□►➢✓–—*-]|[0-9]{1,2}[.)]|[a-h]\)|o")


@frozen
class Segment:
    """A part of a row without a wide gap.

    Attributes:
        text: Its words.
        left: Where it begins.
        right: Where it ends.
        base: The height it stands at.
        size: The size of its largest letters.
        is_bold: Whether all its letters are bold.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_bold: bool


@frozen
class Row:
    """A row as it is read.

    Attributes:
        text: Its words, with blanks where it is indented or has gaps.
        left: Where it begins.
        right: Where it ends.
        edge: Where the longest row about it ends.
        base: The height it stands at.
        size: The size of its largest letters.
        is_bold: Whether all its letters are bold.
    """

    text: str
    left: float
    right: float
    edge: float
    base: float
    size: float
    is_bold: bool


_Set = TypeVar("_Set", Piece, Segment)


def baselines(items: Iterable[_Set]) -> Iterator[list[_Set]]:
    """Group what stands on one line, from the top; in a line from the left."""
    line = list[_Set]()
    for item in sorted(items, key=lambda each: (-each.base, each.left)):
        if line:
            apart = line[0].base - item.base
            if apart > _SAME_ROW * min(line[0].size, item.size):
                yield sorted(line, key=lambda each: each.left)
                line = []
        line.append(item)
    if line:
        yield sorted(line, key=lambda each: each.left)


def segments(line: list[Piece]) -> Iterator[Segment]:
    """Join the pieces of a line into segments; bullets stay with their words."""
    pieces = [*_once(line)]
    gaps = [_gap(one, other) for one, other in pairwise(pieces)]
    between_letters = _gap_between_letters(pieces, gaps)
    word_gap = max(_A_WORD_GAP, between_letters * _AFTER_A_WORD)
    wide_gap = max(
        _A_WIDE_GAP,
        between_letters * _AFTER_A_SPACED_WORD,
        _gap_between_words(gaps, word_gap) * _AFTER_A_WORD,
    )
    group, text = pieces[:1], _first_words(pieces[0])
    for piece, gap in zip(pieces[1:], gaps, strict=True):
        if text in _LETTERS_AS_BULLETS and gap > _A_TAB:
            text = _BULLET
        if gap > wide_gap and not _LEADER.fullmatch(text):
            yield _segment(group, text)
            group, text = [piece], _first_words(piece)
        else:
            text += " " * (gap > word_gap or text == _BULLET) + piece.text
            group.append(piece)
    yield _segment(group, text)


def rows(block: Iterable[Segment]) -> Iterator[Row]:
    """Make rows of segments that are read from side to side, from the top."""
    lines = [*baselines(block)]
    margin = min(line[0].left for line in lines)
    edge = max(line[-1].right for line in lines)
    for line in lines:
        text, last = "", None
        for each in line:
            size = each.size
            column = round((each.left - margin) / (_A_LETTER * size))
            fewest = 0
            if last is not None:
                is_far = each.left - last.right > _A_COLUMN_GAP * size
                fewest = _FEWEST_BLANKS if is_far else 1
                column = column if is_far else 0
            blanks = max(fewest, min(column - len(text), _MOST_BLANKS))
            text, last = text + " " * blanks + each.text, each
        size = max(each.size for each in line)
        is_bold = all(each.is_bold for each in line)
        yield Row(text, line[0].left, line[-1].right, edge, line[0].base, size, is_bold)


def _once(line: list[Piece]) -> Iterator[Piece]:
    """Leave out what is set twice at one place to look bold."""
    yield line[0]
    for one, other in pairwise(line):
        is_same_place = other.left - one.left <= _SAME_PLACE * one.size
        if not (is_same_place and one.text == other.text):
            yield other


def _gap(one: Piece, other: Piece) -> float:
    return (other.left - one.right) / max(one.size, other.size)


def _gap_between_letters(pieces: list[Piece], gaps: list[float]) -> float:
    """Measure how far letters are set apart, if they are set one by one."""
    letters = sum(len(piece.text) == 1 for piece in pieces)
    return median(gaps) if gaps and letters > len(pieces) * 0.8 else 0.0


def _gap_between_words(gaps: list[float], least: float) -> float:
    """Measure how far words are set apart to fill the row, if they are so set."""
    between = [gap for gap in gaps if gap > least]
    usual = median(between) if len(between) >= _A_FEW else 0.0
    return usual if usual <= _A_COLUMN_GAP else 0.0


def _first_words(piece: Piece) -> str:
    return _BULLET if piece.is_mark else piece.text


def _segment(group: list[Piece], text: str) -> Segment:
    return Segment(
        unspaced(without_odd_bullet(text)),
        group[0].left,
        max(piece.right for piece in group),
        group[0].base,
        max(piece.size for piece in group),
        all(piece.is_bold or piece.is_mark for piece in group),
    )
