"""``medborgarloften completion``: a script that lets a shell complete commands."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from medborgarloften._showing.phrases import LANGUAGES
from medborgarloften.cli._arguments import whole_parser
from medborgarloften.cli._arguments._values import OneOf
from medborgarloften.cli._commands.schema import TABLES
from medborgarloften.cli._output import write
from medborgarloften.cli._saying import Words
from medborgarloften.errors import MissingExtra
from medborgarloften.model import AgreementKind, PartyKind, PromiseKind, Status, Theme
from medborgarloften.reference import counties, municipalities, police_regions
from medborgarloften.serializers.schema import kinds

__all__ = ["run"]

_FILES = {
    "add_to",
    "files",
    "output",
    "question",
    "register",
    "registers",
    "source",
    "target",
}


def run(options: Namespace, say: Words) -> int:
    """Print the script for a shell.

    Raises:
        MissingExtra: If what writes it is not installed.
    """
    try:
        import shtab
    except ImportError as error:
        raise MissingExtra("shtab", "cli") from error

    parser, commands = whole_parser(say, with_arguments=True)
    words = _words(say)
    everywhere = (parser, *commands.values())
    for action in chain.from_iterable(each.actions for each in everywhere):
        if action.dest in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif isinstance(action.type, OneOf):
            action.choices = action.type.known
        elif action.dest in words:
            action.choices = words[action.dest]
    write(shtab.complete(parser, shell=options.shell))
    return 0


def _words(say: Words) -> Mapping[str, Sequence[str]]:
    """List the words that can stand where others than these can too."""
    bodies = [say.label(kind) for kind in PartyKind if kind is not PartyKind.OTHER]
    return {
        "by": _typed(bodies),
        "county": _written(each.short_name for each in counties()),
        "kind": _typed(say.label(kind) for kind in (*PromiseKind, *AgreementKind)),
        "lang": LANGUAGES,
        "municipality": _written(each.name for each in municipalities()),
        "police_region": _written(each.name for each in police_regions()),
        "schema": (*kinds(), TABLES),
        "status": _typed(map(say.label, Status)),
        # What cannot be typed goes by its id.
        "theme": [
            *chain.from_iterable(_typed([say.label(each)]) or [each] for each in Theme)
        ],
        "with_": _typed(bodies),
    }


def _written(names: Iterable[str]) -> Sequence[str]:
    """Write names with capitals and without, as a shell minds the difference."""
    written = [name.replace(" ", "-") for name in names]
    return [*written, *map(str.casefold, written)]


def _typed(names: Iterable[str]) -> Sequence[str]:
    """Write names as they can be typed without quotation marks."""
    typed = (name.casefold().replace(" ", "-") for name in names)
    return [name for name in typed if "(" not in name]
