"""``medborgarloften progress``: what was told, held against what was promised."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from medborgarloften.analysis import AnalysisWording, Progress, Target, progress
from medborgarloften.cli._answers import Column, Data, print_answer
from medborgarloften.cli._commands._days import day_or_today
from medborgarloften.cli._commands._telling import quantity, short_quantity, text_of
from medborgarloften.cli._places import load_there
from medborgarloften.cli._saying import Words

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print how each promise stands that has a number, or was told of."""
    on = day_or_today(options.on, say)
    register, there = load_there(options, say)
    found = progress(register, on)
    rows = [each for each in found if each.agreement in there]
    print_answer(rows, _columns(say), options, say)
    return 0


def _columns(say: Words) -> Sequence[Column[Progress]]:
    words = AnalysisWording(say.language)

    def state(row: Progress) -> str:
        return "; ".join([words.label(row.stage), *map(say.label, row.statuses)])

    def counted(row: Progress) -> str:
        counts = "; ".join(map(str, row.counts))
        return (
            say("progress.counted", counts=counts, on=row.counted_on) if counts else ""
        )

    def promised(target: Target) -> str:
        told = say.quantity(target.quantity)
        if target.expected is None:
            is_floor = target.quantity.minimum is not None
            return say("progress.unknown", quantity=told) if is_floor else told
        return say("progress.expected", quantity=told, expected=target.expected)

    def pace(row: Progress) -> str:
        doubts = (words.label(each.kind) for each in row.disagreements)
        return "; ".join([words.label(row.pace), *doubts])

    return (
        Column("agreement", lambda row: row.agreement, room=2),
        Column("promise", lambda row: row.promise),
        Column(
            "stage",
            lambda row: row.stage.value,
            state,
            room=2,
            heading=say("column.state"),
        ),
        Column(
            "statuses",
            lambda row: [each.value for each in row.statuses],
            only_data=True,
        ),
        Column(
            "targets",
            lambda row: [_target(each) for each in row.targets],
            lambda row: "; ".join(map(promised, row.targets)),
            lambda row: [short_quantity(each.quantity) for each in row.targets],
            room=3,
        ),
        Column(
            "expected",
            lambda row: [each.expected for each in row.targets],
            only_data=True,
        ),
        Column("counts", lambda row: list(row.counts), counted, room=1),
        Column("counted_on", lambda row: text_of(row.counted_on), only_data=True),
        Column("pace", lambda row: row.pace.value, pace, room=2),
        Column(
            "disagreements",
            lambda row: [each.kind.value for each in row.disagreements],
            only_data=True,
        ),
    )


def _target(target: Target) -> Data:
    return {
        "quantity": quantity(target.quantity),
        "total": target.total and quantity(target.total),
        "expected": target.expected,
    }
