"""``medborgarloften convert``: a register from one format to another."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from medborgarloften.cli._commands._telling import contents_of
from medborgarloften.cli._files import (
    STANDARD_INPUT,
    load_register,
    refuse_other_suffix,
)
from medborgarloften.cli._output import complain
from medborgarloften.cli._progress import busy
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words
from medborgarloften.errors import InvalidField
from medborgarloften.register import Register
from medborgarloften.serializers import format_of, formats, save
from medborgarloften.serializers._files.choosing import refuse_other_end

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Load a register and save it in another format."""
    target: str = options.target
    if options.flat and (options.to or not target.lower().endswith((".csv", "-"))):
        raise UsageError("flat", file=target)
    chosen = "flat" if options.flat else options.to or _format_of(target)
    register = load_register(options.source, say, options.from_)
    with busy(say("busy.saving")):
        if target == STANDARD_INPUT:
            written = _written(register, chosen, options)
            sys.stdout.flush()
            sys.stdout.buffer.write(written)
        else:
            _save(register, target, chosen, options)
    complain(say("convert.summary", file=target, **contents_of(register)))
    if chosen in {"flat", *formats(write_only=True)}:
        complain(say("convert.write_only", file=target))
    return 0


def _format_of(target: str) -> str:
    if target == STANDARD_INPUT:
        return "jsonl"
    refuse_other_suffix(target, to_write=True)
    return format_of(target, to_write=True)


def _save(register: Register, path: str, chosen: str, options: Namespace) -> None:
    if chosen == "flat":
        from medborgarloften.serializers import csv

        csv.dump_flat(register, path)
        return
    try:
        _save_in_words(register, path, chosen, options)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("no_folder", file=path) from error
    except InvalidField as error:
        if error.field != "path":
            raise
        raise UsageError("other_end", file=path, format=chosen) from error


def _save_in_words(
    register: Register, path: str, chosen: str, options: Namespace
) -> None:
    """Save a register; what people read, in the language that is asked for, if any."""
    without_people: bool = options.without_people
    if options.lang is None or chosen not in formats(write_only=True):
        save(register, path, format=chosen, without_people=without_people)
        return
    from medborgarloften.serializers import calendar, markdown

    refuse_other_end(path, chosen)
    dump = calendar.dump if chosen == "calendar" else markdown.dump
    dump(register, path, without_people=without_people, language=options.lang)


def _written(register: Register, chosen: str, options: Namespace) -> bytes:
    """Write what would be in a file; a folder cannot go through a pipe."""
    with TemporaryDirectory() as folder:
        # No name that says another format; csv and yaml would take it for a folder.
        path = Path(folder, f"register.{chosen}")
        _save(register, str(path), chosen, options)
        if path.is_dir():
            raise UsageError("no_pipe", format=chosen)
        return path.read_bytes()
