"""``medborgarloften counts``: how many promises there are, by theme, year or place."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from medborgarloften.analysis import AnalysisWording, By, Count, counts
from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import complain
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print a row for each combination of keys; without any, one of all."""
    by = [By(key) for key in options.by or ()]
    if len(set(by)) < len(by):
        raise UsageError("twice", word=options.by[-1])
    told = counts(load_register(options.register, say), by, until=options.until)
    columns = [_key(place, key, say) for place, key in enumerate(by)]
    print_answer(told.rows, [*columns, *_columns(say)], options, say)
    if told.not_followed:
        complain(say("counts.not_followed", promises=told.not_followed))
    return 0


def _key(place: int, by: By, say: Words) -> Column[Count]:
    words = AnalysisWording(say.language)
    return Column(
        by.value,
        lambda row: row.keys[place],
        lambda row: words.key(by, row.keys[place]),
        heading=words.label(by).capitalize(),
    )


def _columns(say: Words) -> Sequence[Column[Count]]:

    def told(count: int, of: int) -> str:
        return say("counts.of", count=count, of=of)

    return (
        Column(
            "promises",
            lambda row: row.promises.count,
            lambda row: told(row.promises.count, row.promises.of),
        ),
        Column("promises_in_all", lambda row: row.promises.of, only_data=True),
        Column(
            "agreements",
            lambda row: row.agreements.count,
            lambda row: told(row.agreements.count, row.agreements.of),
        ),
        Column("agreements_in_all", lambda row: row.agreements.of, only_data=True),
        Column(
            "municipalities",
            lambda row: row.municipalities.count,
            lambda row: told(row.municipalities.count, row.municipalities.of),
            heading=say("column.in_municipalities"),
        ),
        Column(
            "municipalities_in_all",
            lambda row: row.municipalities.of,
            only_data=True,
        ),
    )
