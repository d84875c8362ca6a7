"""``medborgarloften read``: pages into a register, a new one or one that is there."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable

from medborgarloften.cli._beginnings import page_suffix
from medborgarloften.cli._commands._gathering import gather
from medborgarloften.cli._commands._telling import contents_of
from medborgarloften.cli._files import (
    STANDARD_INPUT,
    kept,
    load_register,
    refuse_no_page,
    refuse_other_suffix,
)
from medborgarloften.cli._output import complain, printable, write, write_json
from medborgarloften.cli._progress import steps
from medborgarloften.cli._refusals import UsageError, problem_line
from medborgarloften.cli._saying import Words
from medborgarloften.reading import Known, Reading, read_files
from medborgarloften.register import Register
from medborgarloften.serializers import jsonl, save

__all__ = ["run"]

_UNKNOWN_PROMISE = "result-of-unknown-promise"


def run(options: Namespace, say: Words) -> int:
    """Read pages, write a register, and tell what was wrong with them."""
    files: list[str] = options.files
    output: str | None = options.output
    if output is not None:
        refuse_other_suffix(output, to_write=True)
    known_from: str | None = options.add_to
    known = Register()
    if known_from is not None:
        if known_from == STANDARD_INPUT in files:
            raise UsageError("twice", word=STANDARD_INPUT)
        known = load_register(known_from, say)
    readings = list(zip(files, _readings(files, known, options, say), strict=True))
    register, complaints = gather(
        readings, say, known=known, known_from=known_from or ""
    )
    if options.without_people:
        register = register.without_people()
    if options.explain:
        _explain(readings, say)
    if output is not None or not options.explain:
        _write(register, output)
    problems = [
        problem_line(file, problem, say)
        for file, reading in readings
        for problem in reading.problems
    ]
    problems += complaints
    empty = [
        say("read.nothing", file=file)
        for file, each in readings
        if not (each.agreements or each.outcomes)
    ]
    summary = say(
        "read.summary",
        file=output or STANDARD_INPUT,
        problems=len(problems),
        **contents_of(register),
    )
    is_alone = known_from is None and _tells_of_others(readings, register)
    hint = [say("read.add_to")] * is_alone
    for line in (*problems, *empty, *hint, summary):
        complain(line)
    return 1 if problems else 0


def _tells_of_others(
    readings: Iterable[tuple[str, Reading]], register: Register
) -> bool:
    """Tell whether pages speak of promises that no page makes."""
    return any(
        any(problem.code == _UNKNOWN_PROMISE for problem in reading.problems)
        or any(outcome.agreement not in register for outcome in reading.outcomes)
        for _, reading in readings
    )


def _explain(readings: list[tuple[str, Reading]], say: Words) -> None:
    for file, reading in readings:
        heading = f"{file} ({say.label(reading.page)})"
        for line in (heading, "", *reading.explain(say.language).split("\n"), ""):
            write(printable(line) + "\n")


def _write(register: Register, output: str | None) -> None:
    if output is None:
        write_json(jsonl.dumps(register))
        return
    try:
        save(register, output)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("no_folder", file=output) from error


def _readings(
    files: list[str], register: Register, options: Namespace, say: Words
) -> tuple[Reading, ...]:
    words = say("busy.reading")
    known: Known = {
        "municipality": options.municipality,
        "agreements": register.agreements,
    }
    for file in files:
        refuse_no_page(file)
    if STANDARD_INPUT not in files:
        return read_files(steps(files, words), **known)
    data = sys.stdin.buffer.read()
    refuse_no_page(STANDARD_INPUT, data)
    with kept(data, page_suffix(data)) as path:
        named = [path if file == STANDARD_INPUT else file for file in files]
        return read_files(steps(named, words), **known)
