"""The links of a page: their words as they stand in its text, and where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["LinkBegun", "LinkedWords", "longest"]


class LinkBegun(NamedTuple):
    """A link that is being written, and where that began."""

    number: int
    row: int
    piece: int


class LinkedWords(NamedTuple):
    """A link: its words as they stand in the text, where it leads, and to what."""

    words: str
    address: str
    media_type: str


def longest(rows: Iterable[str]) -> str:
    """Choose the words of a link around several rows; none where there are none."""
    return max((row.strip() for row in rows), key=len, default="")
