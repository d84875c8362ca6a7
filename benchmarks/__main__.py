"""Print the table; ``python -m benchmarks import read`` prints the rows so named."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

from rich.console import Console
from rich.table import Table

import benchmarks


def main(words: list[str]) -> None:
    """Measure the rows that are about one of the *words*, or all of them."""
    for module in iter_modules(benchmarks.__path__, "benchmarks."):
        import_module(module.name)

    table = Table("work", "against")
    table.add_column("ratio", justify="right")
    table.add_column("target", justify="right")
    for row in benchmarks.ROWS:
        if not words or any(word in row.work for word in words):
            ratio = row.ratio()
            style = "green" if ratio <= row.at_most else "bold red"
            table.add_row(
                row.work,
                row.against,
                f"{ratio:.3g}",
                f"≤ {row.at_most:.3g}",
                style=style,
            )
    Console().print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
