"""A parser that raises what is wrong, and speaks the language it is asked to."""

from __future__ import annotations

import re
import textwrap
from argparse import (
    Action,
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _MutuallyExclusiveGroup,  # pyright: ignore[reportPrivateUsage] - it has no other name
)
from collections.abc import Callable, Iterable, Sequence
from shutil import get_terminal_size
from typing import Any, NamedTuple, NoReturn

from medborgarloften.cli._output import write
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._words import Phrases
from medborgarloften.errors import UnknownName, nearest

__all__ = ["Command", "Parser", "introduce", "parser_for"]

_PROGRAM = "medborgarloften"
_GIVEN = "given_"  # which arguments are there already
_WIDEST = 80  # longer lines are hard to read

# What argparse refuses by itself, as it says it.
_REFUSALS = {
    "missing": re.compile(r"the following arguments are required: (?P<names>.+)"),
    "needs_value": re.compile(r"argument (?P<option>\S+): expected .+"),
    "takes_no_value": re.compile(r"argument (?P<option>\S+): ignored .+"),
}


class _Formatter(RawDescriptionHelpFormatter):
    """What lays out help, with the one word that argparse puts into it."""

    usage = ""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add how the command is typed."""
        super().add_usage(usage, actions, groups, prefix or self.usage)


class _Once(Action):
    """What takes an option once: of two days, one would be lost unheard.

    An empty text is none of the names that it could be: a shell makes one of a
    variable that nothing was put in, and to go on as without it would lose that.
    """

    def __call__(
        self,
        parser: ArgumentParser,  # noqa: ARG002 - argparse gives it
        namespace: Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the value, if there is none yet.

        Raises:
            UsageError: If there is, or the value is an empty text.
        """
        given: set[str] = vars(namespace).setdefault(_GIVEN, set())
        if option_string and self.dest in given:
            raise UsageError("once", option=self.option_strings[-1])
        if values == "" or (isinstance(values, list) and "" in values):
            called = option_string and self.option_strings[-1]
            raise UsageError("needs_value", option=called or self.metavar)
        given.add(self.dest)
        setattr(namespace, self.dest, values)


class _Version(Action):
    """What prints the version: it takes long to look up, and few ask."""

    def __call__(self, parser: ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        write(f"{_PROGRAM} {version(_PROGRAM)}\n")
        parser.exit()


class Parser(ArgumentParser):
    """A parser that raises what is wrong."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 - what argparse takes
        super().__init__(**more)
        self.register("action", None, _Once)

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse's
        """Print the help; argparse would not tell that nothing can be written."""
        write(self.format_help())

    @property
    def actions(self) -> Sequence[Action]:
        """What argparse calls its arguments."""
        return self._actions

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        for key, pattern in _REFUSALS.items():
            if found := pattern.fullmatch(message):
                raise UsageError(key, **found.groupdict())
        raise UsageError("other", reason=message)

    def unknown_among(self, words: Sequence[str]) -> Sequence[str]:
        """List the words that look like long options and are none."""
        before = words[: words.index("--")] if "--" in words else words
        known = self._long_options()
        return [
            word
            for word in before
            if word.startswith("--") and word.partition("=")[0] not in known
        ]

    def refusal_of(self, words: Sequence[str]) -> Exception:
        """Tell what is wrong with words that are no arguments of the command."""
        for word in words:
            option = word.partition("=")[0]
            if option.startswith("-"):
                known = self._long_options()
                if option in known:  # it would have been taken
                    return UsageError("after_dashes", option=option)
                return UnknownName("option", option, nearest(option, known, most=1))
        return UsageError("left_over", word=repr(words[0]))

    def _long_options(self) -> Sequence[str]:
        return [
            option
            for action in self.actions
            for option in action.option_strings
            if option.startswith("--")
        ]


def parser_for(command: str | None = None) -> Parser:
    """Make a parser that has no arguments yet, of one command or of all."""
    prog = _PROGRAM if command is None else f"{_PROGRAM} {command}"
    return Parser(
        prog=prog,
        add_help=False,
        allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )


class Command(NamedTuple):
    """What a command takes, and how it is used.

    Attributes:
        add: What adds its arguments to a parser.
        examples: Lines that can be typed as they stand; the tests run them.
    """

    add: Callable[[Parser, Phrases], None]
    examples: tuple[str, ...]


def introduce(
    parser: Parser,
    say: Phrases,
    about: str,
    examples: Sequence[str],
    *,
    version: bool = False,
) -> None:
    """Add what is the same for every command: how it is helped with.

    The whole tells its *version* too.
    """

    class Formatter(_Formatter):
        usage = say("help.usage")

    parser.formatter_class = Formatter
    columns = min(get_terminal_size().columns, _WIDEST)
    parser.description = textwrap.fill(about, columns)
    shown = "\n".join(f"  {example}" for example in examples)
    codes = textwrap.fill(say("help.exit_codes"), columns)
    parser.epilog = f"{say('help.examples')}\n{shown}\n\n{codes}"
    group = parser.add_argument_group(say("help.general"))
    group.add_argument("--lang", metavar=say("metavar.lang"), help=say("option.lang"))
    if version:
        help_text = say("option.version")
        group.add_argument("--version", action=_Version, nargs=0, help=help_text)
    group.add_argument("-h", "--help", action="help", help=say("option.help"))
    # Else argparse cuts off as much as it would have put in front.
    parser.usage = parser.format_usage().removeprefix(Formatter.usage).strip()
