"""Why a command cannot be carried out, in one line."""

from __future__ import annotations

from medborgarloften.cli._words import Words
from medborgarloften.errors import (
    MissingExtra,
    NoSuchAgreement,
    UnknownName,
)

__all__ = ["UsageError", "explain"]

_TROUBLES: dict[type[Exception], str] = {
    FileNotFoundError: "refusal.no_file",
    IsADirectoryError: "refusal.is_folder",
    PermissionError: "refusal.not_allowed",
}


class UsageError(Exception):
    """Something is wrong with the command itself.

    Attributes:
        key: Which of the refusals in ``words.toml`` says so.
        facts: What it speaks of.
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts


def explain(error: Exception, say: Words) -> str:
    """Say what went wrong, and what would do, in the language of *say*."""
    match error:
        case UsageError(key=key, facts=facts):
            return say(f"refusal.{key}", **facts)
        case UnknownName(what=what, name=name, nearest=nearest):
            return _unknown(what, name, nearest, say)
        case NoSuchAgreement(id=id_, nearest=nearest):
            return _unknown("agreement", id_, nearest, say)
        case MissingExtra(library=library, extra=extra):
            return say("refusal.extra", library=library, extra=extra)
        case OSError(filename=file, strerror=reason):
            keys = (key for kind, key in _TROUBLES.items() if isinstance(error, kind))
            key = next(keys, "refusal.system")
            return say(key, file=file, reason=reason)
        case _:
            return str(error)


def _unknown(what: str, name: str, nearest: tuple[str, ...], say: Words) -> str:
    unknown = say(f"refusal.{what}", name=repr(name))
    if not nearest:
        return unknown
    words = say("refusal.or").join(map(repr, nearest))
    return unknown + say("refusal.did_you_mean", words=words)
