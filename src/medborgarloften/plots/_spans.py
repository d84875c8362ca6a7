"""What is drawn of an agreement's days: the certain ones, and ends that fade out.

Days are numbers of the calendar, and a stretch goes on to the day after its last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import TypeVar

from attrs import frozen

from medborgarloften.analysis import TimelineRow
from medborgarloften.model import Precision

__all__ = ["End", "Part", "Span", "in_lanes", "spans_of"]

_T = TypeVar("_T")

# For how long an end fades out of which nobody knows where it is.
_FADE = 365
# For how long an end does that is somewhere in a season or a term, or that is only the
# day from which something is known: a season has more days than these.
_SOFT = 90
_VAGUE = {Precision.SEASON, Precision.TERM}
_NEVER = date.max.toordinal()
# Some sixty years: what lies outside would make all else too small to see.
_FAR = 61 * _FADE + 15
# How many signs would fill the width of a picture.
_SIGNS_IN_WIDTH = 45


class End(StrEnum):
    """What is said of an end that is not where the bar ends.

    ``OPEN``: that there is none.  ``MAY_GO_ON``: a last day, and that it may hold for
    longer.  ``NOT_STATED``: nothing.
    """

    OPEN = "open"
    MAY_GO_ON = "may_go_on"
    NOT_STATED = "not_stated"


class Part(StrEnum):
    """A part of a bar: the days that are certain, or an end that fades out.

    ``BEFORE`` and ``AFTER`` are ends that are not stated.  ``BEGINNING`` and ``ENDING``
    are ends of which the day is less exact than it looks.
    """

    CERTAIN = "certain"
    BEFORE = "before"
    AFTER = "after"
    BEGINNING = "beginning"
    ENDING = "ending"


@frozen
class Span:
    """The days of an agreement, as they are drawn.

    Attributes:
        parts: The parts of the bar, each from a day to another.
        signs: What is said of its ends, and where the sign for it stands.
        vague: Whether an end is stated as a season or a term.
    """

    parts: tuple[tuple[Part, int, int], ...]
    signs: tuple[tuple[End, int], ...]
    vague: bool

    @property
    def first(self) -> int:
        """Where it begins."""
        return min(first for _, first, _ in self.parts)

    @property
    def last(self) -> int:
        """Where it ends."""
        return max(last for _, _, last in self.parts)


def spans_of(rows: Sequence[TimelineRow]) -> list[tuple[TimelineRow, Span]]:
    """Lay out the days of agreements of which a first or a last day is stated.

    What was said to have no end goes on to the edge of the picture, which is where the
    last of the others ends; what states no first day comes out of the other edge.  Left
    out are those far from most others in time, beside which these would be too small
    to see.
    """
    if not rows:
        return []
    near = _near_each_other([(row, _span(row)) for row in rows])
    begin = min(span.first for _, span in near)
    edge = max(span.last for _, span in near)
    room = min((edge - begin) // _SIGNS_IN_WIDTH, _FADE)
    return [(row, _span(row, begin, edge, room)) for row, _ in near]


def _near_each_other(
    spans: Sequence[tuple[TimelineRow, Span]],
) -> Sequence[tuple[TimelineRow, Span]]:
    """Keep those within the stretch of time that holds the most, the earliest such."""
    # About a year apart, for every day would be too many to look at.
    begins = sorted({span.first - span.first % _FADE for _, span in spans})
    # How many more a stretch holds than the one that begins before it.
    more = [0] * (len(begins) + 1)
    for _, span in spans:
        held_from = bisect_left(begins, span.last - _FAR)
        held_until = bisect_right(begins, span.first)
        if held_from < held_until:
            more[held_from] += 1
            more[held_until] -= 1
    held = list(accumulate(more))
    begin = begins[held.index(max(held))]
    near = [
        (row, span)
        for row, span in spans
        if begin <= span.first and span.last <= begin + _FAR
    ]
    return near or spans


def _span(row: TimelineRow, begin: int = _NEVER, edge: int = 0, room: int = 0) -> Span:
    """Lay out one of them, with room for signs where nothing is certain any more."""
    period, is_certain = row.possible, row.certain is not None
    first = period.first_day.toordinal() if period.first_day else None
    last = period.last_day.toordinal() + 1 if period.last_day else None
    parts: list[tuple[Part, int, int]] = []
    signs: list[tuple[End, int]] = []
    if first is None:
        first = min(begin, (last or 0) - _FADE)
        parts.append((Part.BEFORE, first, last or 0))
        signs.append((End.NOT_STATED, first + room // 2))
    elif not row.first_day_stated:
        signs.append((End.NOT_STATED, first + room // 2))
    if is_certain:
        parts.append((Part.CERTAIN, first, last or max(edge, first + _FADE)))
    if last is None and is_certain:
        signs.append((End.OPEN, parts[-1][2] + room // 2))
    elif last is None or period.open_ended:
        begun = last or first
        end = begun + _FADE
        parts.append((Part.AFTER, begun, end))
        signs.append((End.MAY_GO_ON if last else End.NOT_STATED, end - room // 2))
    begins, ends = (
        day is not None and precision in _VAGUE
        for day, precision in (
            (period.first_day, period.first_precision),
            (period.last_day, period.last_precision),
        )
    )
    is_soft = begins or (period.first_day is not None and not row.first_day_stated)
    softened = _softened(parts, beginning=is_soft, ending=ends)
    return Span(tuple(softened), tuple(signs), begins or ends)


def _softened(
    parts: Sequence[tuple[Part, int, int]], *, beginning: bool, ending: bool
) -> Iterator[tuple[Part, int, int]]:
    """Let the first part fade in, and what is certain fade out, within its own days."""
    for place, (part, first, last) in enumerate(parts):
        soft = min(_SOFT, (last - first) // 2)
        begins, ends = first, last
        if beginning and place == 0:
            begins += soft
            yield Part.BEGINNING, first, begins
        if ending and part is Part.CERTAIN:
            ends -= soft
        if begins < ends:
            yield part, begins, ends
        if ends < last:
            yield Part.ENDING, ends, last


def in_lanes(spans: Iterable[tuple[_T, Span]]) -> Iterator[tuple[int, _T, Span]]:
    """Put spans, in order of where they begin, into few lanes in which none overlap."""
    ends: list[int] = []
    for thing, span in spans:
        free = (lane for lane, end in enumerate(ends) if end <= span.first)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [span.last]
        yield lane, thing, span
