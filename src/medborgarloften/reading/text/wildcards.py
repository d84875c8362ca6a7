"""Words with a star for any letters, as one pattern: ``*chef``, ``löft*``."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["any_of"]

# No word that is looked for is longer; without a bound a line of one word takes long.
_LETTERS = r"\w{0,40}"


def any_of(words: Iterable[str]) -> str:
    """Put words together to a pattern that fits any of them, whole.

    >>> bool(re.fullmatch(any_of(["*chef", "vd"]), "platschef"))
    True
    """
    return "|".join(rf"\b{_pattern(word)}\b" for word in words)


def _pattern(word: str) -> str:
    escaped = re.escape(word).replace(r"\*", _LETTERS)
    return escaped.replace(r"\ ", r"\s+")
