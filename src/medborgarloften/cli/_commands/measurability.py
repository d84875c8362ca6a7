"""``medborgarloften measurability``: what makes promises possible to check."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from medborgarloften.analysis import (
    AnalysisWording,
    Measurability,
    Measure,
    MeasureFlag,
    measurabilities,
)
from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._output import complain
from medborgarloften.cli._places import load_there
from medborgarloften.cli._saying import Words

__all__ = ["run"]

_Flagged: TypeAlias = tuple[Measurability, MeasureFlag]


def run(options: Namespace, say: Words) -> int:
    """Print a row for each promise, or one for each of its flags, with the reason.

    People are told below it how many promises have each of the six.
    """
    register, there = load_there(options, say)
    rows = [each for each in measurabilities(register) if each.agreement in there]
    if options.reasons:
        flags = [(each, flag) for each in rows for flag in each.flags]
        print_answer(flags, _reason_columns(say), options, say)
    else:
        print_answer(rows, _columns(say), options, say)
    if rows and options.format in {"table", "markdown"}:
        complain(_summary(rows, say))
    return 0


def _summary(rows: Sequence[Measurability], say: Words) -> str:
    """Say how many promises have each of the six."""
    words = AnalysisWording(say.language)
    met = Counter(flag.measure for row in rows for flag in row.flags if flag)
    counts = (f"{words.label(measure)} {met[measure]}" for measure in Measure)
    return say("measurability.summary", of=len(rows), counts=", ".join(counts))


def _columns(say: Words) -> Sequence[Column[Measurability]]:
    words = AnalysisWording(say.language)

    def flag(measure: Measure) -> Column[Measurability]:
        place = list(Measure).index(measure)
        return Column(
            measure.value,
            lambda row: row.flags[place].met,
            lambda row: say.yes(answer=row.flags[place].met),
            heading=words.label(measure).capitalize(),
        )

    return (
        Column("agreement", lambda row: row.agreement, room=1),
        Column("promise", lambda row: row.promise),
        *map(flag, Measure),
    )


def _reason_columns(say: Words) -> Sequence[Column[_Flagged]]:
    words = AnalysisWording(say.language)
    return (
        Column("agreement", lambda row: row[0].agreement, room=1),
        Column("promise", lambda row: row[0].promise),
        Column(
            "measure",
            lambda row: row[1].measure.value,
            lambda row: words.label(row[1].measure),
        ),
        Column("met", lambda row: row[1].met, lambda row: say.yes(answer=row[1].met)),
        Column(
            "reason",
            lambda row: row[1].reason.value,
            lambda row: row[1].said(say.language),
            room=3,
        ),
        Column(
            "evidence",
            lambda row: [str(each) for each in row[1].evidence],
            only_data=True,
        ),
    )
