"""``medborgarloften check``: whether registers are what they should be."""

from __future__ import annotations

from argparse import Namespace

from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import printable, write
from medborgarloften.cli._refusals import FaultyFile, complain_of
from medborgarloften.cli._saying import Words

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Read registers strictly, and tell of each whether anything is wrong in it."""
    code = 0
    for file in options.registers:
        try:
            told = _well(file, say)
        except FaultyFile as error:
            complain_of(error, say)
            code = 1
        else:
            write(printable(told) + "\n")
    return code


def _well(file: str, say: Words) -> str:
    register = load_register(file, say)
    if not register:
        return say("check.empty", file=file)
    return say(
        "check.well",
        file=file,
        agreements=len(register),
        promises=sum(len(each.promises) for each in register.values()),
        outcomes=len(register.outcomes),
    )
