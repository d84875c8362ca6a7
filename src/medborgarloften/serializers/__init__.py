"""Documents: the model as text and files, and back with nothing lost.

Each format is a module with the same names: ``dumps`` and ``loads`` for what is in
a file, ``dump`` and ``load`` for the file.  `save` and `load` here choose the
format by the end of a file's name.  A name that ends in ``.gz`` or ``.zst`` after
that is of a compressed file.

Reading is strict.  `InvalidDocument` tells every fault with its path, the faults
between agreements, promises and outcomes too; only of the rules that a smaller
part (a party, a quantity, a period) keeps for itself, the first that it breaks.
The codes of its problems are:

- ``not-utf8``, ``not-json``: the text cannot be read;
- ``truncated``, ``not-compressed``, ``too-large``: the file cannot be expanded;
- ``unknown-schema``, ``newer-version``, ``other-schema``: it is another document;
- ``missing``, ``unknown-field``, ``duplicate-key``: the fields of an object;
- ``wrong-type``, ``not-a-date``, ``not-allowed``, ``blank``, ``not-text``: a value;
- ``broken-reference``, ``duplicate-id``: what is named elsewhere;
- ``invalid``: a rule of the model, in its own words.

A file that cannot be opened, read or written raises `FileError`, which is the
`OSError` that Python would raise; one that holds something else than it should,
`InvalidDocument`.
"""

from __future__ import annotations

from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Protocol, cast

from medborgarloften.errors import InvalidField, nearest
from medborgarloften.register import Register
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._files import format_suffix

__all__ = ["formats", "json", "jsonl", "load", "save", "suffixes"]


class _Format(Protocol):
    """What the module of a format has to have, to be chosen by a name."""

    def dump(
        self, thing: Register, path: str | PathLike[str], *, without_people: bool
    ) -> None: ...
    def load_register(self, path: str | PathLike[str]) -> Register: ...


# A module is imported when it is asked for: most need a library of their own.
_BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
}


def formats() -> tuple[str, ...]:
    """List the names of the formats that `save` and `load` know.

    >>> "jsonl" in formats()
    True
    """
    return tuple(dict.fromkeys(_BY_SUFFIX.values()))


def suffixes() -> tuple[str, ...]:
    """List the ends of names that `save` and `load` know.

    >>> ".jsonl" in suffixes()
    True
    """
    return tuple(_BY_SUFFIX)


def save(
    register: Register,
    path: str | PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word for it
    without_people: bool = False,
) -> None:
    """Write a register to a file, in the format that its name ends with.

    It is written whole or not at all: what was in the file stays there until all
    of the new has been written.  Name the *format* where the name of the file does
    not.  Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If no format has that end, or that name.
        FileError: If the file cannot be written.
        MissingExtra: If the library for the format is not installed.
    """
    _format_of(path, format).dump(register, path, without_people=without_people)


def load(
    path: str | PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word for it
) -> Register:
    """Read a register from a file, in the format that its name ends with.

    A file with one agreement or with several gives a register of them.  Name the
    *format* where the name of the file does not.

    Raises:
        InvalidDocument: If anything is wrong in the file, with all that is.
        InvalidField: If no format has that end, or that name.
        FileError: If the file cannot be read.
        MissingExtra: If the library for the format is not installed.
    """
    return _format_of(path, format).load_register(path)


def _format_of(path: str | PathLike[str], format_: str | None) -> _Format:
    if format_ is not None and format_ not in formats():
        meant = nearest(format_, formats(), most=1) or formats()
        remedy = f"say {' or '.join(meant)}"
        raise InvalidField("serializers", "format", format_, remedy)
    name = format_ or _BY_SUFFIX.get(format_suffix(path))
    if name is None:
        remedy = f"let the name of the file end in {' or '.join(suffixes())}"
        raise InvalidField("serializers", "path", str(Path(path)), remedy)
    return cast("_Format", import_module(f"medborgarloften.serializers.{name}"))
