"""The arguments of each command, their help, and what is wrong with them."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections.abc import Mapping, Sequence

from medborgarloften.cli._arguments._analyses import (
    COMPARE,
    COPIES,
    COUNTS,
    COVERAGE,
    DUE,
    GAPS,
    LINEAGE,
    MEASURABILITY,
    PROGRESS,
    TIMELINE,
)
from medborgarloften.cli._arguments._finding import FIND
from medborgarloften.cli._arguments._others import COMPLETION, PLOT
from medborgarloften.cli._arguments._pages import READ
from medborgarloften.cli._arguments._parser import (
    Command,
    Parser,
    introduce,
    parser_for,
)
from medborgarloften.cli._arguments._registers import (
    CHECK,
    CONVERT,
    FORMAT,
    SCHEMA,
    SHOW,
)
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._words import LANGUAGES, Language, Phrases
from medborgarloften.errors import UnknownName, nearest

__all__ = ["COMMANDS", "language_of", "parse", "whole_parser"]

COMMANDS: Mapping[str, Command] = {
    "read": READ,
    "find": FIND,
    "show": SHOW,
    "compare": COMPARE,
    "coverage": COVERAGE,
    "gaps": GAPS,
    "timeline": TIMELINE,
    "lineage": LINEAGE,
    "due": DUE,
    "progress": PROGRESS,
    "counts": COUNTS,
    "copies": COPIES,
    "measurability": MEASURABILITY,
    "plot": PLOT,
    "check": CHECK,
    "convert": CONVERT,
    "format": FORMAT,
    "schema": SCHEMA,
    "completion": COMPLETION,
}

# What else one may call a command, before one has read the help.
_OTHER_NAMES: Mapping[str, str] = {
    other: name
    for name, others in {
        "read": "läs läsa import parse",
        "find": "sök söka hitta search query list",
        "show": "visa view print",
        "compare": "jämför jämföra diff",
        "coverage": "täckning",
        "gaps": "glapp luckor",
        "timeline": "tidslinje",
        "counts": "räkna antal",
        "plot": "rita draw chart",
        "check": "granska kontrollera validate lint",
        "convert": "konvertera export save",
    }.items()
    for other in others.split()
}


def language_of(
    arguments: Sequence[str], environment: Mapping[str, str] = os.environ
) -> Language:
    """Find the language that is asked for, before anything has to be said.

    Without ``--lang`` it is that of the locale: the first of ``LC_ALL``,
    ``LC_MESSAGES`` and ``LANG`` that says anything.  Where none does, or the locale is
    that of no language (``C``), it is Swedish.  Else ``LANGUAGE``, which lists what is
    best, second best …, comes before it, and where both are of a third, it is English.

    Raises:
        UnknownName: If the command line does not speak it.
        UsageError: If nothing stands after ``--lang``.
    """
    wanted: str | None = _glance(arguments).lang
    if wanted is None:
        return _of_locale(environment)
    for language in LANGUAGES:
        if language == wanted:
            return language
    raise UnknownName("language", wanted, nearest(wanted, LANGUAGES, most=1))


def _of_locale(environment: Mapping[str, str]) -> Language:
    said = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, said), "C")
    if locale.partition(".")[0] in {"C", "POSIX"}:
        return LANGUAGES[0]
    wished = (*environment.get("LANGUAGE", "").split(":"), locale)
    codes = [re.split(r"[_.@]", each)[0] for each in wished]
    spoken: Mapping[str, Language] = {each: each for each in LANGUAGES}
    for code in codes:
        if code in spoken:
            return spoken[code]
    return "en"


def parse(arguments: Sequence[str], say: Phrases) -> Namespace:
    """Read the arguments of the command that they name.

    Raises:
        SystemExit: After the help, if that was asked for.
        UnknownName: If a command, an option or a format is misspelt.
        UsageError: If anything else is wrong.
    """
    command = _command_in(arguments)
    if command is None:
        parser, _ = whole_parser(say, with_arguments=False)
        left_over = parser.parse_known_args(arguments)[1]
        raise parser.refusal_of(left_over) if left_over else UsageError("no_command")
    if command not in COMMANDS:
        raise _unknown(command)
    # Options may stand anywhere among the rest, if the command is not in the way.
    words = list(arguments)
    words.remove(command)
    parser = parser_for(command)
    _fill(parser, command, say)
    # A misspelt option is told before what is missing because of it.
    if unknown := parser.unknown_among(words):
        raise parser.refusal_of(unknown)
    # In any order argparse forgets that what stands after -- is no option.
    in_order = "--" in words
    read = parser.parse_known_args if in_order else parser.parse_known_intermixed_args
    options, left_over = read(words)
    if left_over:
        raise parser.refusal_of(left_over)
    return options


def _command_in(arguments: Sequence[str]) -> str | None:
    """Find the command: the first word, unless an option before it may take that."""
    word: str | None = _glance(arguments).command
    if word is None:
        return None
    place = arguments.index(word)
    if place and arguments[place - 1].startswith("-"):
        return next((each for each in arguments if each in COMMANDS), word)
    return word


def _unknown(command: str) -> UnknownName:
    near = nearest(command, (*COMMANDS, *_OTHER_NAMES), most=1)
    meant = tuple(_OTHER_NAMES.get(name, name) for name in near)
    return UnknownName("command", command, meant)


def whole_parser(
    say: Phrases, *, with_arguments: bool
) -> tuple[Parser, Mapping[str, Parser]]:
    """Make the parser of the whole, and that of each command.

    Those of the commands have no arguments, where only a list of them is wanted.
    """
    parser = parser_for()
    commands = parser.add_subparsers(
        title=say("help.commands"),
        metavar=say("metavar.command"),
        parser_class=Parser,
    )
    for name in COMMANDS:
        command = commands.add_parser(
            name,
            help=say(f"command.{name}"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=parser.formatter_class,
        )
        if with_arguments:
            _fill(command, name, say)
    examples = [each.examples[0] for each in COMMANDS.values()]
    introduce(parser, say, say("help.about"), examples, version=True)
    return parser, commands.choices


def _fill(parser: Parser, name: str, say: Phrases) -> None:
    command = COMMANDS[name]
    command.add(parser, say)
    introduce(parser, say, say(f"about.{name}"), command.examples)
    parser.set_defaults(command=name)


def _glance(arguments: Sequence[str]) -> Namespace:
    parser = parser_for()
    parser.add_argument("--lang")
    parser.add_argument("command", nargs="?")
    return parser.parse_known_args(arguments)[0]
