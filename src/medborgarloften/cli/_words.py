"""What the command line says, in Swedish and in English.

The words live in ``usage.toml`` and ``words.toml``, where who knows the field can
correct them.  Help and refusals are said without the rest, so that they come at once.
"""

from __future__ import annotations

from medborgarloften._showing.phrases import (
    LANGUAGES,
    Language,
    Phrases,
    entries_in,
)

__all__ = ["LANGUAGES", "HelpWords", "Language", "Phrases", "entries_in"]


class HelpWords(Phrases):
    """The words of one language for help and refusals.

    >>> say = HelpWords("en")
    >>> say("refusal.day", found="June")
    'June is no day; write it as 2020-06-01'
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language, entries_in(__package__ or "", "usage.toml"))
