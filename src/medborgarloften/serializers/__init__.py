"""Documents: the model as text and files, and back with nothing lost.

Each format is a module with the same names: ``dumps`` and ``loads`` for what is in
a file, ``dump`` and ``load`` for the file.  `save` and `load` here choose the
format by the end of a file's name.  A name that ends in ``.gz`` or ``.zst`` after
that is of a compressed file.

Reading is strict.  `InvalidDocument` tells every fault with its path, the faults
between agreements, promises and outcomes too; only of the rules that a smaller
part (a party, a quantity, a period) keeps for itself, the first that it breaks.
The codes of its problems are:

- ``not-json``, ``not-yaml`` …, ``not-utf8``, ``not-plain``: it cannot be read;
- ``truncated``, ``not-compressed``, ``too-large``: a file cannot be expanded;
- ``no-table``, ``unknown-table``, ``formula-error``: tables that are none of ours;
- ``remote-context``, ``broken-list``: linked data that leads nowhere;
- ``unknown-schema``, ``newer-version``, ``other-schema``: it is another document;
- ``missing``, ``unknown-field``, ``duplicate-key``: the fields of an object;
- ``wrong-type``, ``not-a-date``, ``not-allowed``, ``blank``, ``not-text``: a value;
- ``broken-reference``, ``duplicate-id``: what is named elsewhere;
- ``invalid``: a rule of the model, in its own words;
- ``too-many``: that there are more than are told.

A file that cannot be opened, read or written raises `FileError`, which is the
`OSError` that Python would raise; one that holds something else than it should,
`InvalidDocument`.
"""

from __future__ import annotations

from os import PathLike

from medborgarloften.register import Register
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._files.choosing import (
    format_of,
    formats,
    module_of,
    refuse_other_end,
    suffixes,
)

__all__ = ["format_of", "formats", "json", "jsonl", "load", "save", "suffixes"]


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
    not, and for a folder: of tables (``csv``), or of a file for each agreement
    (``yaml``).  Say *without_people* to leave out those who signed and whom to ask.

    A calendar (``.ics``) and a page of Markdown (``.md``) are written for people,
    and cannot be read back.

    Raises:
        InvalidField: If no format has that end, or that name, or the format cannot
            hold something that is in the register.
        FileError: If the file cannot be written.
        MissingExtra: If the library for the format is not installed.
    """
    chosen = format or format_of(path, to_write=True)
    module = module_of(chosen, to_write=True)
    refuse_other_end(path, chosen)
    module.dump(register, path, without_people=without_people)


def load(
    path: str | PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - the word for it
) -> Register:
    """Read a register from a file, in the format that its name ends with.

    A file with one agreement or with several gives a register of them.  The format
    of a folder is told by the files in it.  Name the *format* where neither tells.

    Raises:
        InvalidDocument: If anything is wrong in the file, with all that is.
        InvalidField: If no format has that end, or that name.
        FileError: If the file cannot be read.
        MissingExtra: If the library for the format is not installed.
    """
    return module_of(format or format_of(path)).load_register(path)
