"""``medborgarloften timeline``: agreements in order of time."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from medborgarloften.analysis import TimelineRow, timeline
from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._commands._telling import named_places, places, text_of
from medborgarloften.cli._places import load_there
from medborgarloften.cli._saying import Words
from medborgarloften.model import AgreementKind

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print the agreements with the days on which each holds."""
    register, there = load_there(options, say)
    kind = options.kind and AgreementKind(options.kind)
    rows = [each for each in timeline(register, kind=kind) if each.agreement in there]
    print_answer(rows, _columns(say), options, say)
    return 0


def _columns(say: Words) -> Sequence[Column[TimelineRow]]:

    def possible(row: TimelineRow) -> str:
        is_known = not row.first_day_stated and row.possible.first_day
        tell = say.known_period if is_known else say.period
        return tell(row.possible, days_as_numbers=True)

    def certain(row: TimelineRow) -> str:
        if row.certain is None or row.certain == row.possible:
            return say.yes(answer=row.certain is not None)
        return say.period(row.certain, days_as_numbers=True)

    return (
        Column(
            "possible",
            lambda row: text_of(row.possible),
            possible,
        ),
        Column(
            "certain",
            lambda row: text_of(row.certain),
            certain,
            heading=say("column.certainly"),
        ),
        Column("first_day_stated", lambda row: row.first_day_stated, only_data=True),
        Column(
            "municipalities",
            lambda row: named_places(row.municipalities),
            lambda row: say.places(row.municipalities),
            lambda row: places(row.municipalities),
            room=1,
        ),
        Column("district", lambda row: row.district),
        Column("kind", lambda row: row.kind.value, lambda row: say.label(row.kind)),
        Column("agreement", lambda row: row.agreement, room=2),
    )
