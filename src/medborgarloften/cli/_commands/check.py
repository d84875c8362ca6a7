"""``medborgarloften check``: whether registers are what they should be."""

from __future__ import annotations

from argparse import Namespace

from medborgarloften.analysis import AnalysisWording, Oddity, oddities
from medborgarloften.cli._commands._telling import contents_of
from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import complain, printable, write
from medborgarloften.cli._refusals import FaultyFile, complain_of
from medborgarloften.cli._saying import Words
from medborgarloften.register import Register
from medborgarloften.wording.saying import municipality

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Read registers strictly, and tell of each whether anything is wrong in it.

    What is odd and may yet be right is told too, and is no fault.
    """
    code = 0
    for file in options.registers:
        try:
            register = load_register(file, say)
        except FaultyFile as error:
            complain_of(error, say)
            code = 1
        else:
            write(printable(_well(file, register, say)) + "\n")
            for odd in oddities(register):
                complain(_oddly(file, odd, say))
    return code


def _well(file: str, register: Register, say: Words) -> str:
    if not register:
        return say("check.empty", file=file)
    return say("check.well", file=file, **contents_of(register))


def _oddly(file: str, odd: Oddity, say: Words) -> str:
    names = say("refusal.or").join(f"{code} {municipality(code)}" for code in odd.meant)
    return say(
        "check.odd",
        file=file,
        agreement=odd.agreement,
        what=AnalysisWording(say.language).label(odd.kind),
        code=odd.code,
        meant=say("refusal.did_you_mean", words=names) if names else "",
    )
