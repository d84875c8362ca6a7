"""The stamps that sites put on their pages: published, updated, by whom."""

from __future__ import annotations

import re

__all__ = ["PUBLISHED", "UPDATED", "is_stamp"]

PUBLISHED = re.compile(
    r"\b(?:artikeln\s+|nyheten\s+|sidan\s+)?(?:publicerad|publicerades|publicerat|publicering"
    r"|pressmeddelande)\b\s*:?\s*",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:sidan\s+)?(?:senast\s+)?(?:uppdaterad|uppdaterades|ändrad|granskad)\b\s*:?\s*",
    re.IGNORECASE,
)


def is_stamp(text: str) -> bool:
    """Tell whether a line is a stamp and nothing of the page's own.

    >>> is_stamp("Publicerad: 21 januari 2020"), is_stamp("Polisen lovar att synas")
    (True, False)
    """
    return bool(PUBLISHED.match(text) or UPDATED.match(text))
