"""The arguments of the command that reads pages."""

from __future__ import annotations

from medborgarloften.cli._arguments._groups import (
    add_flag,
    add_option,
    add_without_people,
    group_of,
)
from medborgarloften.cli._arguments._parser import Command, Parser
from medborgarloften.cli._arguments._values import name
from medborgarloften.cli._words import Phrases

__all__ = ["READ"]


def _read(parser: Parser, say: Phrases) -> None:
    arguments = group_of(parser, say, "arguments")
    file, register = say("metavar.file"), say("metavar.register")
    arguments.add_argument("files", nargs="+", metavar=file, help=say("option.file"))
    known = group_of(parser, say, "known")
    add_option(known, say, "municipality", name, "pages_of")
    add_option(known, say, "add_to", str)
    options = group_of(parser, say, "options")
    options.add_argument("-o", "--output", metavar=register, help=say("option.output"))
    add_flag(options, say, "explain")
    add_without_people(options, say)


READ = Command(
    _read,
    (
        "medborgarloften read page.txt",
        "medborgarloften read page.txt page.html page.pdf -o register.jsonl",
        "medborgarloften read follow-up.txt --add-to register.jsonl -o register.jsonl",
        "medborgarloften read page.txt --explain",
        "cat page.txt | medborgarloften read - --municipality Hallsberg",
    ),
)
