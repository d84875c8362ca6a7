"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager, suppress
from os import PathLike
from pathlib import Path
from typing import BinaryIO

__all__ = ["replacing"]


@contextmanager
def replacing(path: str | PathLike[str]) -> Generator[BinaryIO]:
    """Open a file to be written anew; it takes its place when all is well.

    Until then what was there stays, and after a failure too.  A symbolic link is
    followed and stays a link, and the permissions of what was there are kept.
    What is no file (a device, a pipe) cannot be replaced and is written to.

    Raises:
        OSError: As Python tells it, of the file at *path*.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    # In the same folder, for only within a file system is it one step to replace.
    draft = target.with_name(f".{secrets.token_hex(8)}.medborgarloften")
    try:
        with draft.open("xb") as file:
            if target.exists():
                draft.chmod(target.stat().st_mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            # The draft's name says nothing to anybody.
            raise OSError(error.errno, error.strerror, os.fspath(path)) from error
        raise
