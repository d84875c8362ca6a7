"""What it costs to ask the command line for help."""

from __future__ import annotations

import subprocess
import sys
from time import perf_counter

from benchmarks import Sides, Stopwatch, row


@row(
    "medborgarloften --help",
    against="python -c 'import attrs, argparse'",
    at_most=2.0,
    rounds=21,
)
def helping() -> Sides:
    """Compare with the two libraries that no command line on attrs does without."""
    return (
        whole_run("-c", "from medborgarloften.cli import main; main(['--help'])"),
        whole_run("-c", "import attrs, argparse"),
    )


def whole_run(*arguments: str) -> Stopwatch:
    """Make a stopwatch for a run of the interpreter, from its start to its end."""

    def watch() -> float:
        start = perf_counter()
        subprocess.run(
            [sys.executable, "-I", *arguments], check=True, stdout=subprocess.DEVNULL
        )
        return perf_counter() - start

    return watch
