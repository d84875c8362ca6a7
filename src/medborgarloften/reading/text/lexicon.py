"""The words that the reader goes by, kept as data.

Each file in ``data/`` is a table that somebody who knows the field can correct
without knowing the code: tab-separated, one entry a row, ``#`` before a remark.
"""

from __future__ import annotations

import re
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
    is_known = line in wholes or line.startswith(starts)
    return not line or is_known or _is_breadcrumbs(words)


def _is_breadcrumbs(words: str) -> bool:
    """Tell whether a line is a path of links: "Start > Omsorg > Trygghet"."""
    path, _, _ = words.partition(":")
    if _SIGNS.isdisjoint(path):
        return False
    signs = _STEP.findall(path)
    return len(set(signs)) < len(signs) and not _ENDS_SENTENCE.search(words)


_SIGNS = frozenset(">›»|/→")
_STEP = re.compile(r"\s([>›»|/→])\s")
_ENDS_SENTENCE = re.compile(r"[.!?]")


def is_detail(line: str) -> bool:
    """Tell whether a label says more of the item above it: "Ansvarig: …"."""
    label, colon, _ = line.partition(":")
    return bool(colon) and (plain(label),) in table("detail_labels")
