"""``medborgarloften gaps``: the days on which a municipality has no agreement."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from medborgarloften.analysis import Gap, gaps
from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._commands._days import complain_of_unplaced
from medborgarloften.cli._commands._telling import text_of
from medborgarloften.cli._files import load_register
from medborgarloften.cli._places import in_places, municipalities_there
from medborgarloften.cli._saying import Words
from medborgarloften.model import AgreementKind
from medborgarloften.wording.saying import municipality

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print the gaps within some days, the longest first."""
    there = municipalities_there(tuple(in_places(options)))
    between, kind = options.between, options.kind and AgreementKind(options.kind)
    register = load_register(options.register, say)
    found = gaps(register, between, kind=kind, only_certain=not options.maybe)
    rows = [each for each in found if each.municipality in there]
    print_answer(rows, _columns(options, say), options, say)
    complain_of_unplaced(register, kind, say, may_hold=between.overlaps)
    return 0


def _columns(options: Namespace, say: Words) -> Sequence[Column[Gap]]:
    return (
        Column("code", lambda row: row.municipality, only_data=True),
        Column("municipality", lambda row: municipality(row.municipality)),
        Column(
            "period",
            lambda row: str(row.period),
            lambda row: say.period(row.period, days_as_numbers=True),
            heading=say("column.gap"),
        ),
        Column("first_day", lambda row: text_of(row.first_day), only_data=True),
        Column("last_day", lambda row: text_of(row.last_day), only_data=True),
        Column("days", lambda row: row.days),
        Column("before", lambda row: row.before, room=1),
        Column("after", lambda row: row.after, room=1),
        Column(
            "certain",
            lambda row: row.certain,
            lambda row: say.yes(answer=row.certain),
            only_data=not options.maybe,  # else all are
        ),
    )
