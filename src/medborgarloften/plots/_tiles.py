"""Where each municipality stands on a map of tiles of one size.

Counties lie to each other about as they do in Sweden, north at the top; where each
begins and how wide it is stands in ``counties.csv``.  Within a county municipalities
stand in the order of the alphabet, line by line.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import NamedTuple

from attrs import frozen

from medborgarloften.plots._looks import alphabetical
from medborgarloften.reference import Municipality, county, municipalities

__all__ = ["Grid", "Heading", "Tile", "grid", "headings", "tiles"]

_LETTERS = 4


@frozen
class Heading:
    """The name of a county, above the first of its tiles."""

    county: str
    column: int
    row: int
    columns: int


@frozen
class Tile:
    """A municipality on the map.

    Attributes:
        municipality: Its kommunkod.
        name: Its name.
        letters: Four letters for it, which no other in its county has.
        column: Its column, from the west.
        row: Its row, from the north.
    """

    municipality: str
    name: str
    letters: str
    column: int
    row: int


class Grid(NamedTuple):
    """How large the map is, in tiles."""

    columns: int
    rows: int


@cache
def grid() -> Grid:
    """Tell how large the map is."""
    return Grid(
        1 + max(each.column for each in tiles()), 1 + max(each.row for each in tiles())
    )


@cache
def headings() -> dict[str, Heading]:
    """Tell where each county begins, by its code."""
    file = files(__package__ or "") / "counties.csv"
    return {
        row["county"]: Heading(
            county(row["county"]).short_name,
            *(int(row[place]) for place in ("column", "row", "columns")),
        )
        for row in csv.DictReader(file.read_text("utf-8").splitlines())
    }


@cache
def tiles() -> tuple[Tile, ...]:
    """Tell where each municipality stands.

    >>> len(tiles())
    290
    """
    in_counties = defaultdict[str, list[Municipality]](list)
    for each in municipalities():
        in_counties[each.county].append(each)
    return tuple(
        tile
        for code, there in in_counties.items()
        for tile in _laid_out(
            headings()[code], sorted(there, key=lambda each: alphabetical(each.name))
        )
    )


def _laid_out(heading: Heading, there: Sequence[Municipality]) -> list[Tile]:
    letters = _letters_of([each.name for each in there])
    return [
        Tile(
            each.code,
            each.name,
            letters[each.name],
            heading.column + place % heading.columns,
            heading.row + 1 + place // heading.columns,
        )
        for place, each in enumerate(there)
    ]


def _letters_of(names: Sequence[str]) -> dict[str, str]:
    """Shorten the names of a county; those that begin alike by where they part."""
    alike = defaultdict[str, list[str]](list)
    for name in names:
        alike[_shortened(name)].append(name)
    return {
        name: short if len(those) == 1 else short[:-1] + name[_alike(those)]
        for short, those in alike.items()
        for name in those
    }


def _shortened(name: str) -> str:
    first, *more = re.split("[ -]", name)
    return first[:2] + more[0][:2] if more else first[:_LETTERS]


def _alike(names: Sequence[str]) -> int:
    """Count the letters with which all of some names begin."""
    columns = zip(*names, strict=False)
    return sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, columns))
