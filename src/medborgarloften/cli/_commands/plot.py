"""``medborgarloften plot``: a picture of a register."""

from __future__ import annotations

from argparse import Namespace
from typing import Any, cast

from medborgarloften import plots
from medborgarloften.cli._arguments._values import today
from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import printable, write
from medborgarloften.cli._progress import busy
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words
from medborgarloften.model import AgreementKind

__all__ = ["run"]

_ENDS = (".svg", ".png", ".html", ".json")
# What each picture can be asked.
_ASKED = {
    "timeline": {"municipality", "kind"},
    "themes": {"until"},
    "coverage": {"on", "kind"},
    "progress": {"on"},
}


def run(options: Namespace, say: Words) -> int:
    """Draw a picture into a file, and print what it shows."""
    picture: str = options.picture
    for option in ("on", "until", "municipality", "kind"):
        if getattr(options, option) and option not in _ASKED[picture]:
            raise UsageError("not_for", option=f"--{option}", picture=picture)
    if not options.output.lower().endswith(_ENDS):
        raise UsageError("picture_suffix", file=options.output)
    register = load_register(options.register, say)
    language, on = say.language, options.on or today()
    kind = options.kind and AgreementKind(options.kind)
    with busy(say("busy.drawing")):
        match picture:
            case "timeline":
                where: str | None = options.municipality
                chart = plots.timeline(
                    register, municipality=where, kind=kind, language=language
                )
            case "themes":
                chart = plots.themes(register, until=options.until, language=language)
            case "coverage":
                chart = plots.coverage(register, on, kind=kind, language=language)
            case _:
                chart = plots.progress(register, on, language=language)
        try:
            plots.save(chart, options.output)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise UsageError("no_folder", file=options.output) from error
    told: str = cast("Any", chart).description  # Altair leaves its type open
    write(printable(told) + "\n")
    return 0
