"""The words that the reader goes by, kept as data.

Each file in ``data/`` is a table that somebody who knows the field can correct
without knowing the code: tab-separated, one entry a row, ``#`` before a remark.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["is_detail", "is_noise", "plain", "table"]


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Read the rows of ``data/<name>.tsv``."""
    file = files("medborgarloften.reading") / "data" / f"{name}.tsv"
    text = file.read_text(encoding="utf-8")
    return tuple(
        tuple(row.split("\t"))
        for row in text.splitlines()
        if row and not row.startswith("#")
    )


def plain(words: str) -> str:
    """Fold a heading or a short line for comparing: case, spaces and ends away.

    >>> plain("  Det här lovar vi:")
    'det här lovar vi'
    """
    return " ".join(words.casefold().split()).strip(" .:;!?…-–—•·")


@cache
def _noise() -> tuple[tuple[str, ...], frozenset[str]]:
    rows = table("noise")
    return (
        tuple(words for how, words in rows if how == "start"),
        frozenset(words for how, words in rows if how == "whole"),
    )


def is_noise(words: str) -> bool:
    """Tell whether a line belongs to the site around the text: menus, cookies, ads."""
    starts, wholes = _noise()
    line = plain(words)
    return not line or line in wholes or line.startswith(starts)


def is_detail(line: str) -> bool:
    """Tell whether a label says more of the item above it: "Ansvarig: …"."""
    label, colon, _ = line.partition(":")
    return bool(colon) and (plain(label),) in table("detail_labels")
