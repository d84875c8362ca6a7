"""Markdown (CommonMark) that shows texts as they are.

Whatever a published text looks like, as a heading, a list, HTML, a link, it comes
out as words: `Markup` is only made here, by functions that escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NewType

from medborgarloften._published import followable, one_line

__all__ = [
    "Markup",
    "bullet",
    "bullets",
    "fact",
    "heading",
    "link",
    "page",
    "plain",
    "several",
    "strong",
]

Markup = NewType("Markup", str)

# What could mean something anywhere, to CommonMark or to what others have added to
# it: tables, strikethrough, formulas, templates, web addresses that become links.
_ANYWHERE = re.compile(r"[\\`*_{}\[\]|~#$^]|:(?=//)|(?<=www)\.", re.IGNORECASE)
# At the start: lists, rules and underlines.
_AT_START = re.compile(r"\A(?:(?=[-+=:])|[0-9]+(?=[.)]))")
# Backslashes keep HTML off only in CommonMark; entities do it everywhere.
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def plain(text: str) -> Markup:
    r"""Write a text so that it is read as nothing but its words.

    >>> print(plain("1. <b>*Synas*</b> mer"))
    1\. &lt;b&gt;\*Synas\*&lt;/b&gt; mer
    """
    escaped = _ANYWHERE.sub(r"\\\g<0>", one_line(text).translate(_HTML))
    return Markup(_AT_START.sub(r"\g<0>\\", escaped))


def strong(text: str) -> Markup:
    """Write a text in bold; put blanks or nothing around it."""
    return Markup(f"**{plain(text)}**")


def link(text: str, address: str) -> Markup | None:
    """Write a text as a link; ``None`` if the address may not be followed."""
    target = followable(address)
    if target is None:
        return None
    return Markup(f"[{plain(text)}]({target.translate(_HTML)})")


def several(parts: Iterable[Markup], between: str = ", ") -> Markup:
    """Write one after the other."""
    return Markup(between.join(parts))


def fact(label: str, words: Markup) -> Markup:
    """Write what something is, and then it.

    >>> print(fact("Gäller", plain("2023")))
    **Gäller:** 2023
    """
    return several([strong(f"{label}:"), words], " ")


def heading(level: int, words: Markup) -> Markup:
    """Write a heading; 1 is the highest level."""
    return Markup(f"{'#' * level} {words}")


def bullet(words: Markup, below: Iterable[Markup] = ()) -> Markup:
    """Write a point of a list, with points *below* it."""
    return several(
        [Markup(f"- {words}"), *(Markup(f"  - {each}") for each in below)], "\n"
    )


def bullets(points: Iterable[Markup]) -> Markup:
    """Write a list of points that are made by `bullet`."""
    return several(points, "\n")


def page(blocks: Iterable[Markup]) -> str:
    """Write headings, paragraphs and lists as a page."""
    return "\n\n".join(blocks) + "\n"
