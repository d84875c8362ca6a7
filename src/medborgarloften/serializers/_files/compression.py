"""Files that are compressed, known by how their names end: ``.gz`` and ``.zst``.

A small file can be made to expand without end.  So what comes out is measured
against what went in: honest registers are some tens of times smaller when they
are compressed, and what grows far beyond that is refused before it fills the
memory.
"""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from pathlib import Path
from typing import Any, BinaryIO, cast

from medborgarloften.errors import MissingExtra
from medborgarloften.serializers._strict.faults import Refusal, invalid_document
from medborgarloften.serializers._strict.words import Words

__all__ = [
    "MOST_TIMES_LARGER",
    "SUFFIXES",
    "compressing",
    "expanding",
    "largest_from",
    "position_in",
]

SUFFIXES = (".gz", ".zst")

_ALWAYS_ALLOWED = 64 * 2**20
MOST_TIMES_LARGER = 250


def compressing(file: BinaryIO, path: Path) -> BinaryIO:
    """Wrap a *file* so that what is written is compressed, if *path* says so.

    The same contents give the same bytes: no name and no time is put in.

    Raises:
        MissingExtra: If the library for it is not installed.
    """
    match path.suffix.lower():
        case ".gz":
            gzipped = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
            return cast("BinaryIO", gzipped)
        case ".zst":
            zstd = _zstd()
            # Without it what is damaged comes out damaged, and nobody knows.
            options = {zstd.CompressionParameter.checksum_flag: 1}
            return cast("BinaryIO", zstd.ZstdFile(file, mode="wb", options=options))
        case _:
            return file


def expanding(file: BinaryIO, path: Path) -> BinaryIO:
    """Wrap a *file* so that what is read is expanded, if *path* says so.

    Reading raises `InvalidDocument` where it is cut off, is not compressed as its
    name says, or expands without measure.

    Raises:
        MissingExtra: If the library for it is not installed.
    """
    match path.suffix.lower():
        case ".gz":
            expanded: Any = gzip.GzipFile(mode="rb", fileobj=file)
            faults: tuple[type[Exception], ...] = (gzip.BadGzipFile, zlib.error)
        case ".zst":
            expanded = _zstd().ZstdFile(file, mode="rb")
            faults = (_zstd().ZstdError,)
        case _:
            return file
    measured = _Measured(expanded, file, faults)
    return cast("BinaryIO", io.BufferedReader(measured))


def largest_from(size: int) -> int:
    """Tell how many bytes may come out of so many: honest registers grow by less."""
    return max(_ALWAYS_ALLOWED, MOST_TIMES_LARGER * size)


def position_in(file: BinaryIO) -> int:
    """Tell how much of a file on disk has been read, expanded or not."""
    raw = getattr(file, "raw", None)
    return raw.consumed() if isinstance(raw, _Measured) else file.tell()


class _Measured(io.RawIOBase):
    """What comes out of a compressed file, as long as there is measure in it."""

    def __init__(
        self, expanded: Any, file: BinaryIO, faults: tuple[type[Exception], ...]
    ) -> None:
        self._expanded, self._file, self._faults = expanded, file, faults
        self._size = 0

    def consumed(self) -> int:
        """Tell how much of what is compressed has been read."""
        return self._file.tell()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        try:
            data = self._expanded.read(len(buffer))
        except EOFError as error:
            raise _refused("truncated", _CUT_OFF) from error
        except self._faults as error:
            raise _refused("not-compressed", _NOT_COMPRESSED) from error
        self._size += len(data)
        if not data and not self._file.tell():
            raise _refused("truncated", _CUT_OFF)  # of nothing gzip makes nothing
        if self._size > largest_from(self.consumed()):
            raise _refused("too-large", _TOO_LARGE)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._expanded.close()
        super().close()


_CUT_OFF = Words(
    "the compressed file ends too early; get it again, whole",
    "den komprimerade filen tar slut för tidigt; hämta den igen, hel",
)
_NOT_COMPRESSED = Words(
    "is not compressed as its name says, or damaged; name it for what it is, or get "
    "it again",
    "är inte komprimerad som namnet säger, eller skadad; ge den rätt namn, eller "
    "hämta den igen",
)
_TOO_LARGE = Words(
    f"expands to more than {MOST_TIMES_LARGER} times its size; "
    "if you trust it, expand it and load that",
    f"blir mer än {MOST_TIMES_LARGER} gånger så stor; "
    "om du litar på den, packa upp den och läs resultatet",
)


def _refused(code: str, words: Words) -> Exception:
    return invalid_document([Refusal(code, words).at(())])


def _zstd() -> Any:
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError as error:
        raise MissingExtra("backports.zstd", "zstd") from error
    return zstd
