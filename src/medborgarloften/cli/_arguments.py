"""The arguments of each command, their help, and what is wrong with them."""

from __future__ import annotations

import re
import textwrap
from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _ArgumentGroup,  # pyright: ignore[reportPrivateUsage] - it has no other name
)
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import NoReturn

from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._words import LANGUAGES, Language, Words
from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model import slug

__all__ = ["COMMANDS", "language_of", "parse"]

# Each command with its examples; the tests run them.
COMMANDS = {
    "read": (
        "medborgarloften read page.txt",
        "medborgarloften read page.txt page.html page.pdf -o register.jsonl",
        "medborgarloften read page.txt --explain",
        "cat page.txt | medborgarloften read - --municipality Hallsberg",
    ),
    "find": (
        "medborgarloften find register.jsonl --on 2020-06-01 --theme narkotika",
        "medborgarloften find register.jsonl --municipality Askersund --by polisen",
        "medborgarloften find register.jsonl --quantified --format csv > counts.csv",
        "medborgarloften read page.txt | medborgarloften find - --maybe-on 2020-06-01",
    ),
    "show": ("medborgarloften show register.jsonl hallsberg-2019-2020",),
    "check": (
        "medborgarloften check register.jsonl",
        "medborgarloften --lang en check register.jsonl",
    ),
    "convert": (
        "medborgarloften convert register.jsonl register.xlsx",
        "medborgarloften convert register.jsonl tables --to csv",
        "medborgarloften convert register.jsonl promises.csv --flat",
        "medborgarloften convert register.jsonl - --to yaml --without-people",
    ),
    "format": (
        "medborgarloften format register.json",
        "medborgarloften format agreements --check",
    ),
    "schema": (
        "medborgarloften schema agreement > agreement.json",
        "medborgarloften schema tables",
    ),
}

_PROGRAM = "medborgarloften"
_FORMATS = ("table", "json", "csv")

# What argparse refuses by itself, as it says it.
_REFUSALS = {
    "missing": re.compile(r"the following arguments are required: (?P<names>.+)"),
    "needs_value": re.compile(r"argument (?P<option>\S+): expected .+"),
    "takes_no_value": re.compile(r"argument (?P<option>\S+): ignored .+"),
}


def language_of(arguments: Sequence[str]) -> Language:
    """Find the language that is asked for, before anything has to be said.

    Raises:
        UnknownName: If the command line does not speak it.
        UsageError: If nothing stands after ``--lang``.
    """
    wanted: str = _glance(arguments).lang
    for language in LANGUAGES:
        if language == wanted:
            return language
    raise UnknownName("language", wanted, nearest(wanted, LANGUAGES, most=1))


def parse(arguments: Sequence[str], say: Words) -> Namespace:
    """Read the arguments of the command that they name.

    Raises:
        SystemExit: After the help, if that was asked for.
        UnknownName: If a command, an option or a format is misspelt.
        UsageError: If anything else is wrong.
    """
    command: str | None = _glance(arguments).command
    if command is not None and command not in COMMANDS:
        raise UnknownName("command", command, nearest(command, COMMANDS, most=1))
    parser, parsers = _parsers(say)
    if command is None:
        left_over = parser.parse_known_args(arguments)[1]
        raise parser.refusal_of(left_over) if left_over else UsageError("no_command")
    # Options may stand anywhere among the rest, if the command is not in the way.
    words = list(arguments)
    words.remove(command)
    chosen = parsers[command]
    # In any order argparse forgets that what stands after -- is no option.
    in_order = "--" in words
    read = chosen.parse_known_args if in_order else chosen.parse_known_intermixed_args
    options, left_over = read(words)
    if left_over:
        raise chosen.refusal_of(left_over)
    return options


class _Parser(ArgumentParser):
    """A parser that raises what is wrong, and speaks the language of *say*."""

    say: Words

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        for key, pattern in _REFUSALS.items():
            if found := pattern.fullmatch(message):
                raise UsageError(key, **found.groupdict())
        raise UsageError("other", reason=message)

    def format_help(self) -> str:
        """Write the help, with the one word that argparse puts into it."""
        return super().format_help().replace("usage: ", self.say("help.usage"), 1)

    def refusal_of(self, words: Sequence[str]) -> Exception:
        """Tell what is wrong with words that are no arguments of the command."""
        for word in words:
            option = word.partition("=")[0]
            if option.startswith("-"):
                known = re.findall(r"--[a-z-]+", self.format_help())
                return UnknownName("option", option, nearest(option, known, most=1))
        return UsageError("left_over", word=repr(words[0]))


def _glance(arguments: Sequence[str]) -> Namespace:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--lang", default=LANGUAGES[0])
    parser.add_argument("command", nargs="?")
    return parser.parse_known_args(arguments)[0]


def _parsers(say: Words) -> tuple[_Parser, Mapping[str, _Parser]]:
    """Make the parser of the whole, and that of each command."""
    parser = _Parser(
        prog=_PROGRAM,
        add_help=False,
        allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(
        title=say("help.commands"),
        metavar=say("metavar.command"),
        parser_class=_Parser,
    )
    _introduce(parser, say, say("help.about"), *(each[0] for each in COMMANDS.values()))
    for name, examples in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=say(f"command.{name}"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=RawDescriptionHelpFormatter,
        )
        _ARGUMENTS[name](command, say)
        _introduce(command, say, say(f"about.{name}"), *examples)
        command.set_defaults(command=name)
    return parser, commands.choices


def _introduce(parser: _Parser, say: Words, about: str, *examples: str) -> None:
    """Add what is the same for every command: how it is helped with."""
    parser.say = say
    parser.description = textwrap.fill(about, 80)
    shown = "\n".join(f"  {example}" for example in examples)
    codes = textwrap.fill(say("help.exit_codes"), 80)
    parser.epilog = f"{say('help.examples')}\n{shown}\n\n{codes}"
    group = parser.add_argument_group(say("help.general"))
    group.add_argument("--lang", metavar=say("metavar.lang"), help=say("option.lang"))
    group.add_argument("-h", "--help", action="help", help=say("option.help"))


def _read(parser: _Parser, say: Words) -> None:
    arguments = parser.add_argument_group(say("help.arguments"))
    file, register = say("metavar.file"), say("metavar.register")
    arguments.add_argument("files", nargs="+", metavar=file, help=say("option.file"))
    known = parser.add_argument_group(say("help.known"))
    where = say("metavar.municipality")
    known.add_argument(
        "--municipality", type=_name, metavar=where, help=say("option.pages_of")
    )
    options = parser.add_argument_group(say("help.options"))
    options.add_argument("-o", "--output", metavar=register, help=say("option.output"))
    options.add_argument("--explain", action="store_true", help=say("option.explain"))
    _add_without_people(options, say)


def _find(parser: _Parser, say: Words) -> None:
    _add_positionals(parser, say, "register")
    asked = parser.add_argument_group(say("help.conditions"))
    day, who, themes = say("metavar.day"), say("metavar.who"), say("metavar.theme")
    where, form = say("metavar.municipality"), say("metavar.format")
    asked.add_argument("--on", type=_day, metavar=day, help=say("option.on"))
    asked.add_argument(
        "--maybe-on", type=_day, metavar=day, help=say("option.maybe_on")
    )
    asked.add_argument(
        "--theme", type=_name, action="append", metavar=themes, help=say("option.theme")
    )
    asked.add_argument(
        "--municipality", type=_name, metavar=where, help=say("option.municipality")
    )
    asked.add_argument("--by", type=_name, metavar=who, help=say("option.by"))
    for flag in ("joint", "quantified", "undated"):
        asked.add_argument(f"--{flag}", action="store_true", help=say(f"option.{flag}"))
    options = parser.add_argument_group(say("help.options"))
    options.add_argument(
        "--format",
        type=_format,
        default=_FORMATS[0],
        metavar=form,
        help=say("option.format"),
    )


def _show(parser: _Parser, say: Words) -> None:
    _add_positionals(parser, say, "register", "id")


def _check(parser: _Parser, say: Words) -> None:
    _add_positionals(parser, say, "register")


def _convert(parser: _Parser, say: Words) -> None:
    _add_positionals(parser, say, "source", "target")
    options = parser.add_argument_group(say("help.options"))
    form = say("metavar.format")
    options.add_argument(
        "--from", dest="from_", type=_readable, metavar=form, help=say("option.from")
    )
    options.add_argument("--to", type=_writable, metavar=form, help=say("option.to"))
    options.add_argument("--flat", action="store_true", help=say("option.flat"))
    _add_without_people(options, say)


def _format_files(parser: _Parser, say: Words) -> None:
    arguments = parser.add_argument_group(say("help.arguments"))
    file, help_text = say("metavar.file"), say("option.documents")
    arguments.add_argument("files", nargs="+", metavar=file, help=help_text)
    options = parser.add_argument_group(say("help.options"))
    options.add_argument("--check", action="store_true", help=say("option.check"))


def _schema(parser: _Parser, say: Words) -> None:
    _add_positionals(parser, say, "kind")


_ARGUMENTS = {
    "read": _read,
    "find": _find,
    "show": _show,
    "check": _check,
    "convert": _convert,
    "format": _format_files,
    "schema": _schema,
}


def _add_without_people(group: _ArgumentGroup, say: Words) -> None:
    help_text = say("option.without_people")
    group.add_argument("--without-people", action="store_true", help=help_text)


def _add_positionals(parser: _Parser, say: Words, *names: str) -> None:
    group = parser.add_argument_group(say("help.arguments"))
    for name in names:
        help_text = say(f"option.{name}")
        group.add_argument(name, metavar=say(f"metavar.{name}"), help=help_text)


def _day(text: str) -> date:
    # Python reads 20200601 and 2020-W23-1 too; a day has one way to be written.
    with suppress(ValueError):
        if str(day := date.fromisoformat(text)) == text:
            return day
    raise UsageError("day", found=repr(text))


def _name(text: str) -> str:
    if not slug(text):
        raise UsageError("name", found=repr(text))
    return text


def _format(text: str) -> str:
    return _known("format", text, _FORMATS)


def _readable(text: str) -> str:
    from medborgarloften.serializers import formats  # slow, and seldom needed

    return _known("document_format", text, formats())


def _writable(text: str) -> str:
    from medborgarloften.serializers import formats

    return _known("document_format", text, (*formats(), *formats(write_only=True)))


def _known(what: str, text: str, known: Sequence[str]) -> str:
    if text not in known:
        raise UnknownName(what, text, nearest(text, known, most=1))
    return text
