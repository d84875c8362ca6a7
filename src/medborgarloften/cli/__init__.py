"""The command line: arguments to calls to print.

What was asked for goes to standard output, and everything else to standard
error.  Exit codes are 0 when all is well, 1 when a page or a register has
problems, and 2 when the command cannot be understood or a file not be opened.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Without *arguments*, those that the program was started with are taken.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        # Here, so that an interruption is caught as soon as there is anything to catch.
        from medborgarloften.cli._running import run

        return run(given)
    except KeyboardInterrupt:
        return _INTERRUPTED
