"""The files that a command is given, ``-`` among them."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from errno import ENOENT
from os import strerror
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from medborgarloften.cli._beginnings import begins_with_line, register_suffix
from medborgarloften.cli._progress import busy
from medborgarloften.cli._refusals import FaultyFile, UsageError
from medborgarloften.cli._saying import Words
from medborgarloften.errors import InvalidDocument, InvalidField
from medborgarloften.register import Register
from medborgarloften.serializers import format_of, load, suffixes
from medborgarloften.serializers._files.choosing import ENDS_OF_PAGES

__all__ = [
    "STANDARD_INPUT",
    "kept",
    "load_register",
    "refuse_no_page",
    "refuse_other_suffix",
]

STANDARD_INPUT = "-"

_TABLE = ".csv"
_JSON = (".json", ".jsonl")
# A document has one of these, and no answer has.
_OF_DOCUMENTS = {
    *("schema", "schema_version", "id", "area", "parties", "outcomes", "status")
}


def load_register(name: str, say: Words, format_: str | None = None) -> Register:
    """Read a register from a file or a folder, or from standard input.

    What comes on standard input tells by its beginning what it is, if no format is
    named: JSON, JSON Lines, either of them in gzip, Excel, Parquet or Arrow.  Nothing
    at all is a register with nothing in it.

    Raises:
        FaultyFile: If anything in it is wrong, with all that is.
        InvalidField: If there is no such format.
        OSError: If the file cannot be read.
        UsageError: If the file's name is no name of a register.
    """
    try:
        with busy(say("busy.loading")):
            return _loaded(name, format_)
    except InvalidDocument as error:
        raise FaultyFile(name, error.problems) from error


def _loaded(name: str, format_: str | None) -> Register:
    if name == STANDARD_INPUT:
        data = sys.stdin.buffer.read()
        with kept(data, register_suffix(data)) as path:
            return _or_answer(path, name, format_)
    if format_ is None:
        refuse_other_suffix(name)
    return _or_answer(Path(name), name, format_)


def _or_answer(path: Path, name: str, format_: str | None) -> Register:
    try:
        return load(path, format=format_)
    except InvalidDocument:
        if path.suffix in _JSON:
            _refuse_answer(name, path.read_bytes())
        raise


def refuse_other_suffix(name: str, *, to_write: bool = False) -> None:
    """Refuse a file whose name does not tell how a register is written in it.

    Raises:
        FileNotFoundError: If it is to be read, and is not there.
        UsageError: With the ends of names that do, or with what it is instead.
    """
    try:
        format_of(name, to_write=to_write)
    except InvalidField as error:
        if to_write:
            if name.lower().endswith(_TABLE):
                raise UsageError("csv_to_write", file=name) from error
            known = ", ".join((*suffixes(), *suffixes(write_only=True)))
            raise UsageError("suffix_to_write", file=name, known=known) from error
        raise _no_register(name) from error


def _no_register(name: str) -> Exception:
    """Tell what it is that is no register."""
    path = Path(name)
    if not path.exists():
        return FileNotFoundError(ENOENT, strerror(ENOENT), name)
    if path.is_dir():
        return _of_pages(path) or UsageError("folder_without", file=name)
    if name.lower().endswith(ENDS_OF_PAGES):
        return UsageError("page", file=name)
    if name.lower().endswith(_TABLE):
        return UsageError("csv_to_read", file=name)
    return UsageError("suffix", file=name, known=", ".join(suffixes()))


def _of_pages(folder: Path) -> UsageError | None:
    """Tell how the pages in a folder are read, if there are any."""
    for end in ENDS_OF_PAGES:
        if any(folder.glob(f"*{end}")):
            return UsageError("folder_of_pages", file=folder, end=end)
    return None


def refuse_no_page(name: str, data: bytes = b"") -> None:
    """Refuse a register, and a folder of pages, in the place of a page.

    Of standard input, its *data* tell which it is.

    Raises:
        UsageError: With what to do instead.
    """
    path = Path(name)
    if path.is_dir() and (of_pages := _of_pages(path)):
        raise of_pages
    if begins_with_line(data) or (path.is_file() and _is_register(name)):
        raise UsageError("register", file=name)


def _is_register(name: str) -> bool:
    try:
        format_of(name)
    except InvalidField:
        return False
    return True


@contextmanager
def kept(data: bytes, suffix: str) -> Generator[Path]:
    """Keep what came on standard input in a file, for what only reads files."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"standard-input{suffix}")
        path.write_bytes(data)
        yield path


def _refuse_answer(name: str, data: bytes) -> None:
    """Refuse what a command has answered in JSON.

    Raises:
        UsageError: With the one that writes a register.
    """
    for written in (data, data.lstrip().partition(b"\n")[0]):
        with suppress(ValueError, RecursionError):
            read: Any = json.loads(written)
            first: Any = read[0] if _is_filled(read) else read
            if isinstance(first, dict) and first and not _OF_DOCUMENTS & first.keys():
                raise UsageError("answer", file=name)


def _is_filled(read: object) -> bool:
    return isinstance(read, list) and bool(cast("list[object]", read))
