"""Which format a file or a folder has: by its name, or by what is in it."""

from __future__ import annotations

from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Protocol, cast

from medborgarloften.errors import InvalidField, nearest
from medborgarloften.register import Register
from medborgarloften.serializers._files.files import format_suffix

__all__ = ["format_of", "formats", "module_of", "suffixes"]

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
_IN_FOLDERS = {
    "csv": ("*.csv",),
    "parquet": ("*.parquet",),
    "yaml": ("*.yaml", "*.yml"),
}


class Format(Protocol):
    """What the module of a format has; what is only written has no ``load``."""

    def dump(
        self, thing: Register, path: str | PathLike[str], *, without_people: bool
    ) -> None: ...
    def load_register(self, path: str | PathLike[str]) -> Register: ...


def formats(*, write_only: bool = False) -> tuple[str, ...]:
    """List the names of the formats that are read and written, or only written."""
    named = _WRITE_ONLY.values() if write_only else (*_BY_SUFFIX.values(), *_IN_FOLDERS)
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
    name = by_suffix.get(format_suffix(path)) or _format_in(Path(path))
    if name is None:
        remedy = f"let the name end in {_either(tuple(by_suffix))}"
        if format_suffix(path) in {"", ".csv"}:
            known = _either(tuple(_IN_FOLDERS))
            remedy += f"; or, for a folder, say the format: {known}"
        raise InvalidField("serializers", "path", str(Path(path)), remedy)
    return name


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


def _format_in(folder: Path) -> str | None:
    """Tell the format of what is in a folder, if there is but one."""
    if not folder.is_dir():
        return None
    found = {
        name
        for name, patterns in _IN_FOLDERS.items()
        if any(any(folder.glob(pattern)) for pattern in patterns)
    }
    return found.pop() if len(found) == 1 else None


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
