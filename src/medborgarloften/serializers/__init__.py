"""Documents: the model as text and files, and back with nothing lost.

Each format is a module with the same names: ``dumps`` and ``loads`` for text,
``dump`` and ``load`` for files.  `save` and `load` here choose the format by the
end of a file's name.

Reading is strict.  `InvalidDocument` tells every fault with its path, the faults
between agreements, promises and outcomes too; only of the rules that a smaller
part (a party, a quantity, a period) keeps for itself, the first that it breaks.
The codes of its problems are:

- ``not-utf8``, ``not-json``: the text cannot be read;
- ``unknown-schema``, ``newer-version``, ``other-schema``: it is another document;
- ``missing``, ``unknown-field``, ``duplicate-key``: the fields of an object;
- ``wrong-type``, ``not-a-date``, ``not-allowed``, ``blank``, ``not-text``: a value;
- ``broken-reference``, ``duplicate-id``: what is named elsewhere;
- ``invalid``: a rule of the model, in its own words.

A file that cannot be opened, read or written raises the `OSError` that Python
would raise; one that holds something else than it should, `InvalidDocument`.
"""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from medborgarloften.errors import InvalidField
from medborgarloften.register import Register
from medborgarloften.serializers import json, jsonl

__all__ = ["json", "jsonl", "load", "save", "suffixes"]


class _Format(NamedTuple):
    save: Callable[[Register, str | PathLike[str]], None]
    load: Callable[[str | PathLike[str]], Register]


_FORMATS = {
    ".json": _Format(json.dump, json.load_register),
    ".jsonl": _Format(jsonl.dump, jsonl.load),
}


def suffixes() -> tuple[str, ...]:
    """List the ends of names that `save` and `load` know.

    >>> suffixes()
    ('.json', '.jsonl')
    """
    return tuple(_FORMATS)


def save(register: Register, path: str | PathLike[str]) -> None:
    """Write a register to a file, in the format that its name ends with.

    It is written whole or not at all: what was in the file stays there until all
    of the new has been written.

    Raises:
        InvalidField: If no format has that end.
        OSError: If the file cannot be written, as Python tells it.
    """
    _format_of(path).save(register, path)


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file, in the format that its name ends with.

    A file with one agreement or with several gives a register of them.

    Raises:
        InvalidDocument: If anything is wrong in the file, with all that is.
        InvalidField: If no format has that end.
        OSError: If the file cannot be read, as Python tells it.
    """
    return _format_of(path).load(path)


def _format_of(path: str | PathLike[str]) -> _Format:
    found = _FORMATS.get(Path(path).suffix.lower())
    if found is None:
        remedy = f"let the name of the file end in {' or '.join(suffixes())}"
        raise InvalidField("serializers", "path", str(path), remedy)
    return found
