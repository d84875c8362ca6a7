"""Which format a file or a folder has: by its name, or by what is in it."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Protocol, cast

from medborgarloften.errors import InvalidField, nearest
from medborgarloften.register import Register
from medborgarloften.serializers._files.files import format_suffix

__all__ = [
    "ENDS_OF_PAGES",
    "format_of",
    "formats",
    "module_of",
    "refuse_other_end",
    "suffixes",
]

ENDS_OF_PAGES = (".txt", ".html", ".htm", ".xhtml", ".pdf")
"""How the names of files end that are pages, and no register."""

_BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".jsonld": "jsonld",
    ".ttl": "turtle",
}
# Made for people, and not for programs that want all of it back.
_WRITE_ONLY = {".ics": "calendar", ".md": "markdown"}
# What a folder holds, if it holds a register in the format.
_IN_FOLDERS = {".csv": "csv", ".parquet": "parquet", ".yaml": "yaml", ".yml": "yaml"}


class Format(Protocol):
    """What the module of a format has; what is only written has no ``load``."""

    def dump(
        self, thing: Register, path: str | PathLike[str], *, without_people: bool
    ) -> None: ...
    def load_register(self, path: str | PathLike[str]) -> Register: ...


def formats(*, write_only: bool = False) -> tuple[str, ...]:
    """List the names of the formats that are read and written, or only written."""
    named = (
        _WRITE_ONLY.values()
        if write_only
        else (*_BY_SUFFIX.values(), *_IN_FOLDERS.values())
    )
    return tuple(sorted(set(named)))


def suffixes(*, write_only: bool = False) -> tuple[str, ...]:
    """List the ends of names of files that are read and written, or only written."""
    return tuple(_WRITE_ONLY if write_only else _BY_SUFFIX)


def format_of(path: str | PathLike[str], *, to_write: bool = False) -> str:
    """Tell the format of a file or a folder.

    The end of a file's name tells it, and what is in a folder.  Formats that can
    only be written are known if it is *to_write*.

    >>> format_of("register.jsonl.gz"), format_of("plan.ics", to_write=True)
    ('jsonl', 'calendar')

    Raises:
        InvalidField: If it cannot be told.
    """
    by_suffix = _BY_SUFFIX | _WRITE_ONLY if to_write else _BY_SUFFIX
    if name := by_suffix.get(format_suffix(path)):
        return name
    in_folder = _formats_in(path)
    if len(in_folder) == 1:
        return in_folder.pop()
    remedy = f"it has {' and '.join(sorted(in_folder))}; say the format"
    if not in_folder:
        remedy = _remedy(format_suffix(path), tuple(by_suffix), to_write=to_write)
    raise InvalidField("serializers", "path", str(Path(path)), remedy)


def module_of(name: str, *, to_write: bool = False) -> Format:
    """Import the module of a format.

    Raises:
        InvalidField: If there is no such format, or it can only be written.
    """
    known = (*formats(), *formats(write_only=True)) if to_write else formats()
    if name not in known:
        meant = nearest(name, known, most=1) or known
        raise InvalidField("serializers", "format", name, f"say {_either(meant)}")
    # Imported when it is asked for: most need a library of their own.
    return cast("Format", import_module(f"medborgarloften.serializers.{name}"))


def refuse_other_end(path: str | PathLike[str], name: str) -> None:
    """Refuse a file whose name says another format than it is to be written in.

    Raises:
        InvalidField: If the end of its name is that of another format.
    """
    by_name = (_BY_SUFFIX | _WRITE_ONLY).get(format_suffix(path), name)
    if by_name != name:
        remedy = f"it ends as {by_name}; give it another name to write it as {name}"
        raise InvalidField("serializers", "path", str(Path(path)), remedy)


def _formats_in(folder: str | PathLike[str]) -> set[str]:
    """List the formats of what is in a folder; none, if it is no folder."""
    with suppress(OSError):
        suffixes = {format_suffix(each) for each in Path(folder).iterdir()}
        return {name for suffix, name in _IN_FOLDERS.items() if suffix in suffixes}
    return set()


def _remedy(suffix: str, known: tuple[str, ...], *, to_write: bool) -> str:
    """Say what would do in place of a name with an end that tells no format."""
    wanted = f"let the name end in {_either(known)}"
    if suffix == ".csv":
        return _CSV_TO_WRITE if to_write else _CSV_TO_READ
    if suffix in ENDS_OF_PAGES and not to_write:
        return f"it is a page: read it with medborgarloften.reading; or {wanted}"
    if suffix in _WRITE_ONLY:
        return f"it is only written, and cannot be read back; {wanted}"
    if not suffix:
        folders = _either(tuple(dict.fromkeys(_IN_FOLDERS.values())))
        return f"{wanted}; or, for a folder, say the format: {folders}"
    return wanted


_CSV_TO_WRITE = (
    "a register in CSV is a folder of files: name a folder, and say format='csv'; "
    "one file with a row for each promise, which cannot be read back, is written by "
    "serializers.csv.dump_flat"
)
_CSV_TO_READ = (
    "a register in CSV is a folder of files: name the folder; one file with a row for "
    "each promise, as serializers.csv.dump_flat writes, cannot be read back"
)


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
