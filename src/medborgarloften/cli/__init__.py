"""The command line: arguments to calls to print.

What was asked for goes to standard output, and everything else to standard
error.  Exit codes are 0 when all is well, 1 when a page or a register has
problems, and 2 when the command cannot be understood or a file not be opened.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper

from medborgarloften.cli._arguments import language_of, parse
from medborgarloften.cli._output import complain
from medborgarloften.cli._refusals import (
    FaultyFile,
    UsageError,
    complain_of,
    explain,
    is_of_output,
)
from medborgarloften.cli._words import LANGUAGES, HelpWords, Language
from medborgarloften.errors import MedborgarloftenError

__all__ = ["main"]

_PROBLEMS, _USAGE, _INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Without *arguments*, those that the program was started with are taken.
    """
    _write_utf_8()
    given = sys.argv[1:] if arguments is None else list(arguments)
    say = HelpWords(LANGUAGES[0])
    try:
        say = HelpWords(language_of(given))
        code = _run(parse(given, say), say)
        sys.stdout.flush()
    except SystemExit as after_help:
        return int(after_help.code or 0)
    except BrokenPipeError:
        _leave_the_pipe()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except (UsageError, MedborgarloftenError, OSError) as error:
        complain(say("refusal.line", reason=explain(error, say)))
        if is_of_output(error):
            _leave_the_pipe()
        return _USAGE
    return code


def _run(options: Namespace, say: HelpWords) -> int:
    try:
        return _command(options, say.language)
    except FaultyFile as error:
        complain_of(error, say)
        return _PROBLEMS


def _command(options: Namespace, language: Language) -> int:
    # Each command brings its own imports: help, and mistakes, come at once.
    from medborgarloften.cli._saying import Words

    module = import_module(f"medborgarloften.cli._commands.{options.command}")
    run: Callable[[Namespace, Words], int] = module.run
    return run(options, Words(language))


def _write_utf_8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What no UTF-8 can say, half a character of a name, is spelled out.
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace", newline="\n"
            )


def _leave_the_pipe() -> None:
    # Whoever read our output has read enough, or nothing more fits.  Python would
    # try to write the rest when it ends, so that is sent to where it disturbs nobody.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
