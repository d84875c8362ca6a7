"""Lines put in shape before it is told what they stand under.

A number can be a chapter's, a label a heading's, and mere points belong to the
item above them; what comes after tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from medborgarloften.reading.actors.parties import find_promisors, is_labelled
from medborgarloften.reading.actors.vows import is_vow
from medborgarloften.reading.page.headings import NUMBERED, section_of
from medborgarloften.reading.promises.refusing import tells_of_signing
from medborgarloften.reading.text.document import Line, LineKind

__all__ = [
    "headed",
    "with_points",
]


def with_points(lines: Sequence[Line]) -> Iterator[Line]:
    """Put what only says more into its line: "Kontroll av ⏎ - ljud ⏎ - däck"."""
    groups = list[list[Line]]()
    for line in lines:
        if groups and (_is_point(line, groups[-1]) or _tells_on(line, groups[-1])):
            groups[-1].append(line)
        else:
            groups.append([line])
    for item, *points in groups:
        yield item.joined(points) if points else item


def _tells_on(line: Line, group: Sequence[Line]) -> bool:
    """Tell whether a row tells more of the promise right above it, in a paragraph."""
    if not line.kind is group[0].kind is group[-1].kind is LineKind.PARAGRAPH:
        return False
    # What one row has been put to need not be looked at for the next.
    has_rows = len(group) > 1
    is_more = not (line.after_gap or is_vow(line.text) or tells_of_signing(line.text))
    return is_more and (has_rows or _is_promised(group[0]))


def _is_promised(line: Line) -> bool:
    """Tell whether a line names somebody, and has a verb to promise with."""
    return is_vow(line.text) and find_promisors(line.text) is not None


def _is_point(line: Line, group: Sequence[Line]) -> bool:
    return (
        line.kind is LineKind.BULLET
        and line.indent > group[0].indent
        and not line.after_gap
        and line.text[0].islower()
        and len(line.text.split()) <= _MOST_WORDS_OF_A_POINT
        and not group[-1].text.endswith(":")
    )


_MOST_WORDS_OF_A_POINT = 3
_FEWEST_TITLES = 2


def _titles(lines: Sequence[Line]) -> set[int]:
    """Find the numbered titles that each stand over a paragraph, by their lines."""
    found = {
        line.number
        for line, following in pairwise(lines)
        if line.kind is LineKind.NUMBERED
        and following.kind is LineKind.PARAGRAPH
        and len(line.text.split()) <= _MOST_WORDS_OF_A_CHAPTER
        and not is_vow(line.text)
    }
    return found if len(found) >= _FEWEST_TITLES else set()


def headed(lines: Sequence[Line]) -> list[Line]:
    """Take numbered chapters for headings: "2. Vad vi lovar"."""
    titles = _titles(lines)
    return [
        evolve(line, kind=LineKind.HEADING)
        if line.number in titles
        else evolve(line, kind=_kind(line, following))
        for line, following in zip(lines, [*lines[1:], None], strict=True)
    ]


def _kind(line: Line, following: Line | None) -> LineKind:
    if _is_chapter(line, following) or _is_named_promise(line, following):
        return LineKind.HEADING
    # "Polis, kommun, Västtrafik: Genomgång av …" is too long a label to look it.
    if line.kind is LineKind.HEADING and is_labelled(line.text):
        return LineKind.LABEL
    return line.kind


def _is_named_promise(line: Line, following: Line | None) -> bool:
    return (
        line.kind is LineKind.LABEL
        and following is not None
        and following.kind is LineKind.PARAGRAPH
        and len(line.text.split()) <= _MOST_WORDS_OF_A_CHAPTER
        and NUMBERED.match(line.text) is not None
    )


_MOST_WORDS_OF_A_CHAPTER = 7


def _is_chapter(line: Line, following: Line | None) -> bool:
    return (
        line.kind is LineKind.NUMBERED
        and following is not None
        and following.mark != line.mark
        and len(line.text.split()) <= _MOST_WORDS_OF_A_CHAPTER
        and (line.mark == "§" or section_of(line.text) is not None)
    )
