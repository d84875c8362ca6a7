"""Files that are read and replaced, whole or not at all.

A name that ends in ``.gz`` or ``.zst`` is of a compressed file; all else is as if
it were not.  What the system refuses is a `FileError`, and the `OSError` that it
always was.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from medborgarloften.errors import FileError
from medborgarloften.serializers._files.compression import (
    SUFFIXES,
    compressing,
    expanding,
)

__all__ = [
    "format_suffix",
    "is_folder",
    "is_to_be_folder",
    "opening",
    "read",
    "replacing",
    "replacing_all",
    "write_file",
]

_DRAFT = ".medborgarloften"


def format_suffix(path: str | PathLike[str]) -> str:
    """Take the end of a name that tells the format, in lower case.

    >>> format_suffix("register.JSONL.gz"), format_suffix("tables")
    ('.jsonl', '')
    """
    path = Path(path)
    if path.suffix.lower() in SUFFIXES:
        path = path.with_suffix("")
    return path.suffix.lower()


def read(path: str | PathLike[str]) -> bytes:
    """Read all that is in a file.

    Raises:
        FileError: If the file cannot be read.
        InvalidDocument: If it is compressed and damaged, or expands without measure.
        MissingExtra: If it is compressed and the library for that is missing.
    """
    with opening(path) as file:
        return file.read()


def is_to_be_folder(path: str | PathLike[str]) -> bool:
    """Tell whether what is saved at *path* is to be a folder.

    >>> is_to_be_folder("avtal/"), is_to_be_folder("avtal.yaml")
    (True, False)
    """
    if os.fspath(path).endswith(("/", os.sep)) or is_folder(path):
        return True
    is_there = os.path.lexists(path)
    return not is_there and not Path(path).suffix


def is_folder(path: str | PathLike[str]) -> bool:
    """Tell whether there is a folder at *path*."""
    return os.path.isdir(path)  # noqa: PTH112 - Path's own raises where names are long


@contextmanager
def opening(path: str | PathLike[str]) -> Generator[BinaryIO]:
    """Open a file to be read, as `read` does.

    Raises:
        FileError: If the file cannot be read.
    """
    with (
        _telling_of(path),
        Path(path).open("rb") as file,
        expanding(file, Path(path)) as expanded,
    ):
        yield expanded


def write_file(path: str | PathLike[str], data: bytes) -> None:
    """Write all that is to be in a file, as `replacing` does.

    Raises:
        FileError: If the file cannot be written.
        MissingExtra: If it is to be compressed and the library for that is missing.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: str | PathLike[str]) -> Generator[BinaryIO]:
    """Open a file to be written anew; it takes its place when all is well.

    Until then what was there stays, and after a failure too.  A symbolic link is
    followed and stays a link, and the permissions of what was there are kept.
    What is no file (a device, a pipe) cannot be replaced and is written to.

    Raises:
        FileError: If the file cannot be written.
        MissingExtra: If it is to be compressed and the library for that is missing.
    """
    with _telling_of(path), _replacing(_target_of(path)) as file:
        compressed = compressing(file, Path(path))
        yield compressed
        if compressed is not file:
            compressed.close()


def replacing_all(folder: str | PathLike[str], files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made if it is not there.

    All are written beside their places first, and take them when all are there.

    Raises:
        FileError: If one of them cannot be written.
    """
    with _telling_of(folder):
        made = not Path(folder).exists()
        Path(folder).mkdir(exist_ok=True)
        drafts: dict[Path, Path] = {}
        try:
            for name, data in files.items():
                target = Path(os.path.realpath(Path(folder, name)))
                drafts[target] = draft = _draft_of(target)
                with _drafting(draft, target) as file:
                    file.write(data)
            _replace_together(drafts)
        except BaseException:
            with suppress(OSError):
                for draft in drafts.values():
                    draft.unlink(missing_ok=True)
                if made:
                    Path(folder).rmdir()
            raise


def _replace_together(drafts: Mapping[Path, Path]) -> None:
    """Let drafts take their places; if one cannot, none does."""
    kept: dict[Path, Path] = {}
    replaced: list[Path] = []
    try:
        for target in drafts:
            if target.exists():
                aside = _draft_of(target)
                target.replace(aside)
                kept[target] = aside
        for target, draft in drafts.items():
            draft.replace(target)
            replaced.append(target)
    except BaseException:
        for target in replaced:
            target.unlink()
        for target, aside in kept.items():
            aside.replace(target)
        raise
    for aside in kept.values():
        aside.unlink()


@contextmanager
def _telling_of(path: str | PathLike[str]) -> Generator[None]:
    """Tell of *path* when the system refuses something."""
    try:
        yield
    except FileError:
        raise
    except OSError as error:
        # The name that the system knows may be that of a draft.
        raise FileError.of(error, os.fspath(path)) from error
    except ValueError as error:
        if "\0" not in os.fspath(path):
            raise
        unnameable = OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        raise FileError.of(unnameable, os.fspath(path)) from error


def _target_of(path: str | PathLike[str]) -> Path:
    """Find what is to be replaced: where a link leads, if it leads to a file.

    The names that the system has for pipes lead to nothing that could be opened.
    """
    with suppress(FileNotFoundError):
        if not S_ISREG(Path(path).stat().st_mode):
            return Path(path)
    return Path(os.path.realpath(path))


@contextmanager
def _replacing(target: Path) -> Generator[BinaryIO]:
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    draft = _draft_of(target)
    try:
        with _drafting(draft, target) as file:
            yield file
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _draft_of(target: Path) -> Path:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    # In the same folder, for only within a file system is it one step to replace.
    return target.with_name(f".{secrets.token_hex(8)}{_DRAFT}")


@contextmanager
def _drafting(draft: Path, target: Path) -> Generator[BinaryIO]:
    with draft.open("xb") as file:
        if target.exists():
            draft.chmod(target.stat().st_mode)
        yield file
        file.flush()
        os.fsync(file.fileno())
