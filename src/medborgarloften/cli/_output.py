"""Where words go: the terminal, a pipe, or standard error.

A terminal is as wide as it is.  A pipe or a file has no width, so nothing is
wrapped there, unless the environment variable ``COLUMNS`` asks for it.
"""

from __future__ import annotations

import os
import re
import shutil
import sys

__all__ = ["complain", "printable", "width", "write", "write_json"]

# The last of them turn around what comes after.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_CONTROL_IN_JSON = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def write(text: str) -> None:
    """Write a part of what was asked for on standard output."""
    sys.stdout.write(text)


def write_json(text: str) -> None:
    r"""Write JSON, with what a terminal would obey spelled out: ``\u009b``."""
    write(_CONTROL_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def complain(line: str) -> None:
    """Print a line on standard error."""
    print(printable(line), file=sys.stderr)  # noqa: T201 - a command line prints


def printable(text: str) -> str:
    r"""Take out what a terminal would obey rather than show.

    Registers hold what strangers have published.

    >>> printable("red: \x1b[31m, tab:\tend")
    'red:  [31m, tab: end'
    """
    return _CONTROL.sub(" ", text)


def width() -> int | None:
    """Tell how many columns a line may take; ``None`` where there is no limit."""
    asked_for = os.environ.get("COLUMNS", "").isdecimal()
    if asked_for or sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return None
