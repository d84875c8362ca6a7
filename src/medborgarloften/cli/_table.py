"""Promises as a table for people."""

from __future__ import annotations

from collections.abc import Iterable

from medborgarloften.cli._output import printable, width
from medborgarloften.cli._words import Words
from medborgarloften.errors import MissingExtra
from medborgarloften.queries import Match
from medborgarloften.wording.saying import municipality

__all__ = ["print_table"]

# Wide enough for any promise on one line, for programs that search in lines.
_NO_LIMIT = 100_000
# Two days below each other, with a dash after the first.
_DAYS = len("2020-01-01 –")
_NAME = len("Municipality")


def print_table(matches: Iterable[Match], say: Words) -> None:
    """Print a row for each promise, wrapped to the terminal if there is one.

    Raises:
        MissingExtra: If the library that draws tables is not installed.
    """
    try:
        from rich.box import SIMPLE_HEAD
        from rich.console import Console
        from rich.table import Table
    except ImportError as error:
        raise MissingExtra("rich", "cli") from error

    columns = width()
    fits = columns is not None
    # Where lines are wrapped, rows are set apart and the promise has most room.
    table = Table(
        box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=fits, leading=int(fits)
    )
    table.add_column(
        say("find.period"), style="cyan", max_width=_DAYS if fits else None
    )
    table.add_column(say("find.promisors"), ratio=3)
    table.add_column(say("find.municipality"), max_width=_NAME if fits else None)
    table.add_column(say("find.themes"), ratio=4)
    table.add_column(say("find.text"), ratio=6)
    for column in table.columns:
        column.overflow = "fold"
    for match in matches:
        table.add_row(*map(printable, _cells(match, say)))
    # A promise is the words of others: no [bold] or :smile: in it means anything.
    console = Console(
        width=columns or _NO_LIMIT, markup=False, emoji=False, highlight=False
    )
    console.print(table if table.rows else say("find.nothing"))


def _cells(match: Match, say: Words) -> tuple[str, ...]:
    agreement, promise = match.agreement, match.promise
    return (
        say.period(match.period, days_as_numbers=True),
        "; ".join(party.name for party in agreement.promisors_of(promise)),
        "; ".join(map(municipality, agreement.area.municipalities)),
        "; ".join(map(say.label, promise.themes)),
        promise.text,
    )
