"""``medborgarloften plot``: a picture of a register."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any, cast

from medborgarloften import plots
from medborgarloften.cli._arguments._values import today
from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import printable, write
from medborgarloften.cli._places import any_of
from medborgarloften.cli._progress import busy
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words
from medborgarloften.model import AgreementKind
from medborgarloften.queries import AllOf, Question, about, in_county
from medborgarloften.register import Register

__all__ = ["run"]

_ENDS = (".svg", ".png", ".html", ".json")
# What each picture can be asked.
_ASKED = {
    "timeline": {"municipality", "county", "theme", "kind"},
    "themes": {"until"},
    "coverage": {"on", "kind"},
    "progress": {"on"},
}


def run(options: Namespace, say: Words) -> int:
    """Draw a picture into a file, and print what it shows."""
    picture: str = options.picture
    for option in ("on", "until", "municipality", "county", "theme", "kind"):
        if getattr(options, option) and option not in _ASKED[picture]:
            raise UsageError("not_for", option=f"--{option}", picture=picture)
    if not options.output.lower().endswith(_ENDS):
        raise UsageError("picture_suffix", file=options.output)
    asked = AllOf(tuple(_conditions(options)))
    register = load_register(options.register, say)
    if asked.questions:
        register = Register(register.agreements_where(asked))
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


def _conditions(options: Namespace) -> Iterator[Question]:
    """Ask for the agreements that are drawn, where not all of them are."""
    if options.county:
        yield any_of(in_county, options.county)
    if options.theme:
        yield about(*options.theme)
