"""How values are shown: in a few words, as HTML, and in Swedish or English.

Nothing of the model is known here, so that every layer can show what it has.
"""

from __future__ import annotations

from medborgarloften._showing.markup import (
    BREAK,
    Content,
    Html,
    counted,
    element,
    facts,
    joined,
    link,
    marked,
    named,
    shortened,
    table,
    unbroken,
)

__all__ = [
    "BREAK",
    "Content",
    "Html",
    "counted",
    "element",
    "facts",
    "joined",
    "link",
    "marked",
    "named",
    "shortened",
    "table",
    "unbroken",
]
