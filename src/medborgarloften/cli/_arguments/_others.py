"""The arguments of the commands that draw, and that help the shell."""

from __future__ import annotations

from medborgarloften.cli._arguments._groups import KINDS, add_option, group_of
from medborgarloften.cli._arguments._parser import Command, Parser
from medborgarloften.cli._arguments._values import OneOf, day, name
from medborgarloften.cli._words import Phrases

__all__ = ["COMPLETION", "PLOT", "SHELLS"]

PICTURES = ("timeline", "themes", "coverage", "progress")
SHELLS = ("bash", "zsh", "tcsh")


def _plot(parser: Parser, say: Phrases) -> None:
    arguments = group_of(parser, say, "arguments")
    arguments.add_argument(
        "picture",
        type=OneOf("picture", PICTURES),
        metavar=say("metavar.picture"),
        help=say("option.picture"),
    )
    arguments.add_argument(
        "register", metavar=say("metavar.register"), help=say("option.register")
    )
    asked = group_of(parser, say, "asked")
    add_option(asked, say, "on", day, "picture_on")
    add_option(asked, say, "until", day, "picture_until")
    add_option(asked, say, "municipality", name, "picture_municipality")
    add_option(asked, say, "county", name, "picture_county", action="append")
    add_option(asked, say, "theme", name, "picture_theme", action="append")
    add_option(asked, say, "kind", OneOf("agreement_kind", KINDS), "picture_kind")
    options = group_of(parser, say, "options")
    options.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=say("metavar.file"),
        help=say("option.picture_file"),
    )


def _completion(parser: Parser, say: Phrases) -> None:
    arguments = group_of(parser, say, "arguments")
    arguments.add_argument(
        "shell",
        type=OneOf("shell", SHELLS),
        metavar=say("metavar.shell"),
        help=say("option.shell"),
    )


PLOT = Command(
    _plot,
    (
        "medborgarloften plot timeline register.jsonl -o timeline.svg",
        "medborgarloften plot coverage register.jsonl --on 2020-06-01 -o map.html",
        "medborgarloften plot themes register.jsonl -o themes.json",
        "medborgarloften plot progress register.jsonl --on 2020-12-31 -o progress.png",
    ),
)
COMPLETION = Command(
    _completion,
    ("medborgarloften completion bash > medborgarloften.bash",),
)
