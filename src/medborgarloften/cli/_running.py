"""One run of the command line, from its arguments to its exit code."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from errno import EBADF
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

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

__all__ = ["run"]

_PROBLEMS, _USAGE = 1, 2


def run(given: Sequence[str]) -> int:
    """Run the command that is given, and return its exit code."""
    _write_utf_8()
    say = HelpWords(LANGUAGES[0])
    try:
        say = HelpWords(language_of(given))
        _refuse_closed_output()
        code = _code_of(given, say)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_the_pipe()
        return 0
    except (UsageError, MedborgarloftenError, OSError) as error:
        complain(say("refusal.line", reason=explain(error, say)))
        if is_of_output(error):
            _leave_the_pipe()
        return _USAGE
    return code


def _code_of(given: Sequence[str], say: HelpWords) -> int:
    try:
        options = parse(given, say)
    except SystemExit as after_help:
        return int(after_help.code or 0)
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
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison] - it may be
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What no UTF-8 can say, half a character of a name, is spelled out.
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace", newline="\n"
            )


def _refuse_closed_output() -> None:
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - it may be
        raise OSError(EBADF, os.strerror(EBADF))


def _leave_the_pipe() -> None:
    # Whoever read our output has read enough, or nothing more fits.  Python would
    # try to write the rest when it ends, so that is sent to where it disturbs nobody.
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - it may be
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
