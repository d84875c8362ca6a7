"""What the command line says, in Swedish and in English.

The words live in ``words.toml``, where who knows the field can correct them.
"""

from __future__ import annotations

import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from medborgarloften.model import Theme

__all__ = ["LANGUAGES", "Language", "Words"]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = ("sv", "en")


class Words:
    """The words of one language, found by their key in ``words.toml``.

    >>> say = Words("en")
    >>> say("refusal.day", found="June")
    'June is no day; write it as 2020-06-01'
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __call__(self, key: str, /, **facts: object) -> str:
        """Say the entry with this key, ``table.name``, with the facts filled in."""
        table, _, name = key.partition(".")
        words: str = _entries()[table][name][self.language]
        return words.format(**facts)

    def label(self, member: Enum, **facts: object) -> str:
        """Say what a member of one of the model's enumerations is called.

        >>> Words("sv").label(Theme.DRUGS)
        'Narkotika'
        """
        if isinstance(member, Theme):
            return member.label_sv if self.language == "sv" else member.label_en
        return self(f"{type(member).__name__}.{member.value}", **facts)


@cache
def _entries() -> dict[str, Any]:
    file = files("medborgarloften.cli") / "words.toml"
    return tomllib.loads(file.read_text("utf-8"))
