"""The arguments of the commands that keep registers, and look into them."""

from __future__ import annotations

from medborgarloften.cli._arguments._groups import (
    add_flag,
    add_option,
    add_positionals,
    add_without_people,
    group_of,
)
from medborgarloften.cli._arguments._parser import Command, Parser
from medborgarloften.cli._arguments._values import readable, writable
from medborgarloften.cli._words import Phrases

__all__ = ["CHECK", "CONVERT", "FORMAT", "SCHEMA", "SHOW"]


def _show(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register", "id")


def _check(parser: Parser, say: Phrases) -> None:
    arguments = group_of(parser, say, "arguments")
    register, help_text = say("metavar.register"), say("option.registers")
    arguments.add_argument("registers", nargs="+", metavar=register, help=help_text)


def _convert(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "source", "target")
    options = group_of(parser, say, "options")
    add_option(options, say, "from", readable)
    add_option(options, say, "to", writable)
    add_flag(options, say, "flat")
    add_without_people(options, say)


def _format(parser: Parser, say: Phrases) -> None:
    arguments = group_of(parser, say, "arguments")
    file, help_text = say("metavar.file"), say("option.documents")
    arguments.add_argument("files", nargs="+", metavar=file, help=help_text)
    add_flag(group_of(parser, say, "options"), say, "check")


def _schema(parser: Parser, say: Phrases) -> None:
    arguments = group_of(parser, say, "arguments")
    kind, help_text = say("metavar.kind"), say("option.schema")
    arguments.add_argument("schema", metavar=kind, help=help_text)


SHOW = Command(
    _show,
    (
        "medborgarloften show register.jsonl strangnas-2022-2023",
        "medborgarloften show register.jsonl Gnesta",
    ),
)
CHECK = Command(
    _check,
    (
        "medborgarloften check register.jsonl",
        "medborgarloften --lang en check register.jsonl agreements",
    ),
)
CONVERT = Command(
    _convert,
    (
        "medborgarloften convert register.jsonl register.xlsx",
        "medborgarloften convert register.jsonl tables --to csv",
        "medborgarloften convert register.jsonl promises.csv --flat",
        "medborgarloften convert register.jsonl - --to yaml --without-people",
    ),
)
FORMAT = Command(
    _format,
    (
        "medborgarloften format register.json",
        "medborgarloften format agreements --check",
    ),
)
SCHEMA = Command(
    _schema,
    (
        "medborgarloften schema agreement > agreement.json",
        "medborgarloften schema tables",
    ),
)
