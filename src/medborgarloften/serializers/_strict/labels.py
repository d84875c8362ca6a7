"""The words of a list as people say them: their labels, in Swedish and in English."""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from functools import cache

from medborgarloften.wording.saying import LANGUAGES, Wording

__all__ = ["words_by_label"]


@cache
def words_by_label(type_: type[Enum]) -> dict[str, str]:
    """Find the word of each label, and of each word itself, in lower case.

    >>> from medborgarloften.model import Status
    >>> words_by_label(Status)["delvis uppfyllt"]
    'partly'
    """
    words = {str(member): str(member) for member in type_}
    for say in map(Wording, LANGUAGES):
        for member in type_:
            with suppress(KeyError):  # what no page tells people has no label
                label = say.label(member, count="").strip().casefold()
                words.setdefault(label, str(member))
    return words
