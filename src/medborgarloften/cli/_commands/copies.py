"""``medborgarloften copies``: promises that recur in several municipalities."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from medborgarloften.analysis import (
    Copies,
    Copy,
    PromisedBy,
    near_copies,
)
from medborgarloften.cli._answers import Column, Data, print_answer
from medborgarloften.cli._commands._telling import named_places, places, text_of
from medborgarloften.cli._places import load_there
from medborgarloften.cli._progress import busy
from medborgarloften.cli._saying import Words

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print each promise that recurs, the most widespread first."""
    register, there = load_there(options, say)
    with busy(say("busy.comparing")):
        found = near_copies(register, alike=options.alike, focuses=options.focuses)
    rows = [
        copies
        for copies in found
        if any(member.agreement in there for member in copies.members)
    ]
    print_answer(rows, _columns(say), options, say)
    return 0


def _columns(say: Words) -> Sequence[Column[Copies]]:
    def promised_by(told: PromisedBy) -> str:
        kinds = say.listed([say.label(kind) for kind in told.promisors] or ["–"])
        return say("copies.promised_by", kinds=kinds, times=told.promises)

    def last_year(row: Copies) -> str:
        told = say("copies.no_year") if row.last_year is None else str(row.last_year)
        if row.open_ended:
            told = say("copies.or_later", year=told)
        if not row.undated:
            return told
        return say("copies.undated", year=told, undated=row.undated)

    return (
        Column("text", lambda row: row.text, room=5),
        Column("promises", lambda row: len(row.members)),
        Column(
            "municipalities",
            lambda row: named_places(row.municipalities),
            lambda row: say.places(row.municipalities),
            lambda row: places(row.municipalities),
            room=3,
        ),
        Column(
            "promised_by",
            lambda row: [_promised_by(each) for each in row.promised_by],
            lambda row: "; ".join(map(promised_by, row.promised_by)),
            lambda row: [" + ".join(each.promisors) for each in row.promised_by],
            room=3,
            heading=say("column.promisors"),
        ),
        Column("first_year", lambda row: row.first_year),
        Column("last_year", lambda row: row.last_year, last_year),
        Column("open_ended", lambda row: row.open_ended, only_data=True),
        Column("undated", lambda row: row.undated, only_data=True),
        Column(
            "members",
            lambda row: [_member(each) for each in row.members],
            flat=lambda row: [
                f"{each.agreement}/{each.promise}" for each in row.members
            ],
            only_data=True,
        ),
    )


def _promised_by(told: PromisedBy) -> Data:
    return {
        "promisors": [kind.value for kind in told.promisors],
        "municipalities": named_places(told.municipalities),
        "promises": told.promises,
    }


def _member(copy: Copy) -> Data:
    return {
        "agreement": copy.agreement,
        "promise": copy.promise,
        "text": copy.text,
        "likeness": copy.likeness,
        "municipalities": named_places(copy.municipalities),
        "promisors": [kind.value for kind in copy.promisors],
        "period": text_of(copy.period),
    }
