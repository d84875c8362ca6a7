"""``medborgarloften due``: what there is to do soon, and what was left undone."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from medborgarloften.analysis import AnalysisWording, Due, due
from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._commands._days import day_or_today
from medborgarloften.cli._commands._telling import text_of
from medborgarloften.cli._places import load_there
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print what is due, day by day."""
    on = day_or_today(options.on, say)
    if options.until < on:
        raise UsageError("until", until=options.until, on=on)
    register, there = load_there(options, say)
    found = due(register, on, until=options.until, untold_days=options.untold_days)
    rows = [each for each in found if each.agreement in there]
    print_answer(rows, _columns(say), options, say)
    return 0


def _columns(say: Words) -> Sequence[Column[Due]]:
    words = AnalysisWording(say.language)

    def reason(row: Due) -> str:
        told = words.label(row.reason)
        if row.review:
            told = say("due.review", reason=told, review=say.review(row.review))
        return say("due.times", reason=told, times=row.times) if row.times > 1 else told

    return (
        Column("day", lambda row: text_of(row.day)),
        Column("reason", lambda row: row.reason.value, reason, room=3),
        Column("agreement", lambda row: row.agreement, room=2),
        Column("promises", lambda row: list(row.promises)),
        Column(
            "review",
            lambda row: row.review.purpose if row.review else None,
            only_data=True,
        ),
        Column("times", lambda row: row.times, only_data=True),
    )
