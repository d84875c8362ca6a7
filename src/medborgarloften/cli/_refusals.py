"""Why a command cannot be carried out, in one line."""

from __future__ import annotations

from errno import EBADF, EDQUOT, EFBIG, EIO, ENOSPC
from pathlib import Path

from medborgarloften.cli._choices import PLACES, choices, other_place
from medborgarloften.cli._output import complain
from medborgarloften.cli._words import Phrases
from medborgarloften.errors import (
    MissingExtra,
    NoSuchAgreement,
    Problem,
    UnknownName,
    nearest,
)

__all__ = [
    "FaultyFile",
    "UsageError",
    "complain_of",
    "explain",
    "is_of_output",
    "problem_line",
]

_TROUBLES: dict[type[Exception], str] = {
    FileNotFoundError: "refusal.no_file",
    IsADirectoryError: "refusal.is_folder",
    PermissionError: "refusal.not_allowed",
}
# What goes wrong in writing to a stream, which has no name and may be closed.
_OF_OUTPUT = {EBADF, EDQUOT, EFBIG, EIO, ENOSPC}

_LONGEST_QUOTE = 200


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


class FaultyFile(Exception):
    """A file is not what it should be.

    Attributes:
        file: Its name.
        problems: All that is wrong in it.
    """

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(file, problems)
        self.file = file
        self.problems = problems


def complain_of(error: FaultyFile, say: Phrases) -> None:
    """Print each fault of a file on standard error."""
    for problem in error.problems:
        complain(problem_line(error.file, problem, say))


def problem_line(file: str, problem: Problem, say: Phrases) -> str:
    """Tell a problem with its place, and no more of a long quote than tells it."""
    found = problem.in_language(say.language)
    if problem.span is not None and len(quote := problem.span.quote) > _LONGEST_QUOTE:
        found = found.replace(repr(quote), repr(f"{quote[:_LONGEST_QUOTE]}…"))
    return say("refusal.problem", file=file, problem=found)


def explain(error: Exception, say: Phrases) -> str:
    """Say what went wrong, and what would do, in the language of *say*."""
    match error:
        case UsageError(key=key, facts=facts):
            return say(f"refusal.{key}", **facts)
        case UnknownName(what=what, name=name, nearest=near):
            return _unknown(what, name, near, say)
        case NoSuchAgreement(id=id_, nearest=near):
            return _unknown("agreement", id_, near, say)
        case MissingExtra(library=library, extra=extra):
            return say("refusal.extra", library=library, extra=extra)
        case OSError(filename=file, strerror=reason):
            keys = (key for kind, key in _TROUBLES.items() if isinstance(error, kind))
            key = next(keys, "refusal.system")
            named = say("refusal.output") if is_of_output(error) else file
            told = say(key, file=named, reason=reason)
            missing = isinstance(error, FileNotFoundError)
            return told + _did_you_mean(_near(file) if missing else (), say)
        case _:
            return str(error)


def is_of_output(error: Exception) -> bool:
    """Tell whether nothing more can be written: a full disk, as a rule."""
    return (
        isinstance(error, OSError) and error.errno in _OF_OUTPUT and not error.filename
    )


def _unknown(what: str, name: str, near: tuple[str, ...], say: Phrases) -> str:
    key = what.replace(" ", "_")
    unknown = say(f"refusal.{key}", name=repr(name))
    if key in PLACES and (is_other := other_place(key, name)):
        return unknown + say(f"instead.{is_other}", name=repr(name))
    if not near and key == "theme":  # they are too many, and too long, for a line
        return unknown + say("refusal.see_themes", name=repr(name))
    if not near and (known := choices(key, say.language)):
        return unknown + say("refusal.they_are", known=", ".join(known))
    return unknown + _did_you_mean(near, say)


def _did_you_mean(near: tuple[str, ...], say: Phrases) -> str:
    if not near:
        return ""
    words = say("refusal.or").join(map(repr, near))
    return say("refusal.did_you_mean", words=words)


def _near(file: str | None) -> tuple[str, ...]:
    """Name the file of the same folder whose name is most like one."""
    wanted = Path(file or "")
    try:
        there = {each.name: each for each in wanted.parent.iterdir()}
    except OSError:
        return ()
    # It is there, and yet it is not: a link that leads nowhere.
    there.pop(wanted.name, None)
    return tuple(str(there[name]) for name in nearest(wanted.name, there, most=1))
