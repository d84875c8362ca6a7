"""Words in two languages, kept in files and found by their keys.

The files are there for who knows the field to correct.  Nothing of the model is
known here, so that help and refusals come at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import get_data
from typing import Literal, TypeAlias, get_args

from medborgarloften.errors import InvalidField

__all__ = ["LANGUAGES", "Entries", "Language", "Phrases", "entries_in"]

Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Entries: TypeAlias = Mapping[str, Mapping[str, Mapping[str, str]]]


@cache
def entries_in(package: str, name: str) -> Entries:
    """Load the entries of a package: tables of names, with words in each language."""
    import_module(package)  # else get_data would, and not tell the package above it
    return tomllib.loads((get_data(package, name) or b"").decode())


class Phrases:
    """The words of one language, found by their key: ``table.name``.

    >>> say = Phrases("sv", {"door": {"open": {"sv": "{n} öppna", "en": "{n} open"}}})
    >>> say("door.open", n=2)
    '2 öppna'

    Raises:
        InvalidField: If the language is neither ``"sv"`` nor ``"en"``.
    """

    def __init__(self, language: Language, entries: Entries) -> None:
        if language not in LANGUAGES:
            remedy = "say 'sv' or 'en'"
            raise InvalidField("wording", "language", language, remedy)
        self.language: Language = language
        self._entries = entries

    def __call__(self, key: str, /, **facts: object) -> str:
        """Say the entry with this key, with the facts filled in."""
        table, _, name = key.partition(".")
        return self._entries[table][name][self.language].format(**facts)
