"""Files laid out as the library lays them out, with nothing else changed.

What is kept by hand and by several people soon looks like as many hands.  Laid out
in one way, two versions of a file differ only where they say something else.
Comments in YAML are kept; JSON has none.
"""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from medborgarloften.errors import InvalidField
from medborgarloften.serializers import json, jsonl, yaml
from medborgarloften.serializers._files.files import format_suffix, read, write_file
from medborgarloften.serializers._yaml.folders import yaml_files

__all__ = ["files_in", "format_file"]

_LAID_OUT: dict[str, Callable[[bytes], str]] = {
    ".json": lambda data: json.dumps(json.loads(data)),
    ".jsonl": lambda data: jsonl.dumps(jsonl.loads(data)),
    ".yaml": yaml.formatted,
    ".yml": yaml.formatted,
}


def files_in(path: str | PathLike[str]) -> tuple[Path, ...]:
    """List the files that can be laid out: one, or those of a folder of YAML."""
    if not Path(path).is_dir():
        return (Path(path),)
    return tuple(Path(path, name) for name in yaml_files(path))


def format_file(path: str | PathLike[str], *, write: bool = True) -> bool:
    """Lay out a file of JSON, JSON Lines or YAML; tell whether that changed it.

    Say ``write=False`` only to be told.

    Raises:
        InvalidDocument: If anything is wrong in it; then it is left as it is.
        InvalidField: If it is of another format.
        FileError: If it cannot be read or written.
        MissingExtra: If the library for the format is not installed.
    """
    before = read(path)
    laid_out = _LAID_OUT.get(format_suffix(path))
    if laid_out is None:
        remedy = f"name a file that ends in {', '.join(_LAID_OUT)}"
        raise InvalidField("format_file", "path", str(path), remedy)
    after = laid_out(before).encode()
    if write and after != before:
        write_file(path, after)
    return after != before
