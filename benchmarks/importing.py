"""What it costs to begin."""

from __future__ import annotations

import subprocess
import sys

from benchmarks import Sides, Stopwatch, row


@row("import medborgarloften", against="import attrs", at_most=2.0)
def importing() -> Sides:
    """Compare with the one dependency that every user's program loads."""
    return first_import("medborgarloften"), first_import("attrs")


def first_import(module: str) -> Stopwatch:
    """Make a stopwatch for an import in a new interpreter, its start not counted."""
    program = (
        "from time import perf_counter as now; start = now(); "
        f"import {module}; print(now() - start)"
    )
    return lambda: float(subprocess.check_output([sys.executable, "-I", "-c", program]))
