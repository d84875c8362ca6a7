"""``medborgarloften check``: whether a register is what it should be."""

from __future__ import annotations

from argparse import Namespace

from medborgarloften.cli._files import load_register
from medborgarloften.cli._saying import Words

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Read a register strictly; what is wrong in it is raised."""
    register = load_register(options.register, say)
    well = say(
        "check.well",
        file=options.register,
        agreements=len(register),
        promises=sum(len(each.promises) for each in register.values()),
        outcomes=len(register.outcomes),
    )
    print(well)  # noqa: T201 - a command line prints
    return 0
