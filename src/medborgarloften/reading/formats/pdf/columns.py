"""The order in which the parts of a page are read.

Columns are read one after the other where a gutter runs down the page: an edge
in the middle of it, at which many segments begin and which none crosses.  There
are at least six rows on its left, which mostly fill their column as running
text does, or four that nearly all do; and three on its right.  A lower or
emptier pair of columns is a table or a signature block, and is read row by row;
so is one at the foot of two columns, if a white strip parts it from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from statistics import median

from medborgarloften.reading.formats.pdf.rows import Segment, baselines

__all__ = ["in_order"]

# So many rows on the left, and how much of their column half of them fill.
_RUNNING_TEXT = ((6, 0.6), (4, 0.85))
_FEWEST_RIGHT = 3
# A column is at least so wide, as a part of what is set.
_A_SIDE = 0.22
_AN_EDGE = 3.0
_MOST_EDGES = 6
_MOST_SPLITS = 3
_A_STRIP = 2.2
_MOST_AT_FOOT = 6
_MOST_ROWS_OF_A_HEADING = 2


def in_order(
    page: list[Segment], splits: int = _MOST_SPLITS
) -> Iterator[list[Segment]]:
    """Cut a page into blocks in reading order, each read from side to side."""
    best, most = [page], 0
    for edge in _edges(page) if splits else ():
        bands = [*_bands(page, edge)]
        columned = sum(len(band) for band, is_columns in bands if is_columns)
        if columned > most:
            best, most = [*_parts(bands, edge)], columned
    if most:
        for part in best:
            yield from in_order(part, splits - 1)
    elif page:
        yield page


def _edges(page: list[Segment]) -> list[float]:
    """Find where in the middle many segments begin."""
    if not page:
        return []
    left = min(each.left for each in page)
    right = max(each.right for each in page)
    side = (right - left) * _A_SIDE
    begins = Counter(
        round(each.left) for each in page if left + side <= each.left <= right - side
    )
    return [
        edge - _AN_EDGE
        for edge, count in begins.most_common(_MOST_EDGES)
        if count >= _FEWEST_RIGHT
    ]


def _bands(page: list[Segment], edge: float) -> Iterator[tuple[list[Segment], bool]]:
    """Cut a page where something crosses the edge, and tell what is in columns."""

    def crosses(line: list[Segment]) -> bool:
        return any(each.left < edge < each.right for each in line)

    bands = [
        (is_crossing, [each for line in lines for each in line])
        for is_crossing, lines in groupby(baselines(page), key=crosses)
    ]
    for number, (is_crossing, band) in enumerate(bands, 1):
        if is_crossing:
            yield band, False
            continue
        body, foot = _without_foot(band, edge, is_last=number == len(bands))
        yield body, _is_columns(body, edge)
        if foot:
            yield foot, False


def _is_columns(band: list[Segment], edge: float) -> bool:
    left = [each for each in band if each.right <= edge]
    margin = min((each.left for each in left), default=edge)
    return len(band) - len(left) >= _FEWEST_RIGHT and any(
        len(left) >= fewest
        and median(each.right - each.left for each in left) >= (edge - margin) * least
        for fewest, least in _RUNNING_TEXT
    )


def _without_foot(
    band: list[Segment], edge: float, *, is_last: bool
) -> tuple[list[Segment], list[Segment]]:
    """Part what stands by itself below columns: rows with both sides, or a heading."""
    lines = [*baselines(band)]
    for at in range(len(lines) - 1, max(0, len(lines) - 1 - _MOST_AT_FOOT), -1):
        above, below = lines[at - 1], lines[at]
        strip = above[0].base - below[0].base
        if strip > _A_STRIP * max(above[0].size, below[0].size):
            foot = lines[at:]
            paired = sum(line[0].right <= edge <= line[-1].left for line in foot)
            # A heading belongs to the wide rows below it.
            is_heading = (
                not is_last
                and len(foot) <= _MOST_ROWS_OF_A_HEADING
                and all(line[-1].right <= edge for line in foot)
            )
            if paired * 2 > len(foot) or is_heading:
                body = [each for line in lines[:at] for each in line]
                return body, [each for line in foot for each in line]
    return band, []


def _parts(
    bands: list[tuple[list[Segment], bool]], edge: float
) -> Iterator[list[Segment]]:
    """Put columns one after the other, and what is in none together."""
    together = list[Segment]()
    for band, is_columns in bands:
        if not is_columns:
            together += band
            continue
        if together:
            yield together
        together = []
        yield [each for each in band if each.right <= edge]
        yield [each for each in band if each.right > edge]
    if together:
        yield together
