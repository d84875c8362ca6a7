"""``python -m medborgarloften.examples FOLDER``: the example pages, as files."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from medborgarloften.examples import write

__all__ = ["main"]


def main(arguments: Sequence[str]) -> str | None:
    """Write the files, and say what went wrong if anything did."""
    match arguments:
        case [folder] if not folder.startswith("-"):
            try:
                print(write(folder))  # noqa: T201 - a command prints
            except OSError as error:
                return str(error)
            return None
        case _:
            return "usage: python -m medborgarloften.examples FOLDER"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
