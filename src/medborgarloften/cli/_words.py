"""What the command line says, in Swedish and in English.

The words live in ``words.toml``, where who knows the field can correct them.
"""

from __future__ import annotations

from medborgarloften.wording.saying import LANGUAGES, Language, Wording, entries_in

__all__ = ["LANGUAGES", "Language", "Words"]


class Words(Wording):
    """The words of one language, found by their key in ``words.toml``.

    >>> say = Words("en")
    >>> say("refusal.day", found="June")
    'June is no day; write it as 2020-06-01'
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language, entries_in(__package__ or "", "words.toml"))
