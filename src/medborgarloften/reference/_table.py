"""The tables behind the facts, and how a name is compared with them.

A table is a CSV file in `data`, read when a fact is first asked for and never
before.  Names are compared by their `key`, which forgets how a name happened to
be typed: capitals, spaces of every width, line breaks, hyphens of every length,
soft hyphens, and whether å is one character or two.  A name that is then not
found is compared without the marks on its letters and with spaces for hyphens:
"Goteborg" and "Upplands Bro" are understood where one thing alone can be meant.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from io import StringIO
from typing import Generic, TypeVar

from attrs import frozen

from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model._rules import expect

__all__ = [
    "Confidence",
    "Names",
    "asked",
    "by_name",
    "day",
    "found",
    "genitive",
    "key",
    "plain",
    "rows",
    "without",
]

T = TypeVar("T")

_TYPED_OTHERWISE = str.maketrans({"\u00ad": None, "\u2010": "-", "\u2011": "-"})


class Confidence(StrEnum):
    """How sure a fact is."""

    HIGH = "high"
    """A source says it."""

    MEDIUM = "medium"
    """It was concluded, from the name of an area for instance."""


def rows(table: str) -> Iterator[dict[str, str]]:
    """Read the rows of a table, each by the names of its columns."""
    from importlib.resources import files  # slow, and only needed here

    file = files("medborgarloften.reference").joinpath("data", table)
    yield from csv.DictReader(StringIO(file.read_text("utf-8")))


def day(cell: str) -> date | None:
    """Read a cell with a whole day in it, or nothing."""
    return date.fromisoformat(cell) if cell else None


def key(written: str) -> str:
    r"""Forget how a name happened to be typed.

    >>> key("  Malung\u2011SÄLEN\u00a0kommun ")
    'malung-sälen kommun'
    """
    composed = unicodedata.normalize("NFC", written.translate(_TYPED_OTHERWISE))
    return " ".join(composed.casefold().split())


def plain(name: str) -> str:
    """Forget the marks on the letters of a key, and its hyphens.

    >>> plain("malung-sälen"), plain("göteborgs stad")
    ('malung salen', 'goteborgs stad')
    """
    letters = unicodedata.normalize("NFKD", name.replace("-", " "))
    return "".join(each for each in letters if not unicodedata.combining(each))


def asked(function: str, argument: str, written: str) -> str:
    """Make the key of a name that *function* was asked for.

    Raises:
        InvalidField: If it is no text; it names the function's *argument*.
    """
    return key(expect(str, function, argument, written))


@frozen(eq=False)
class Names(Generic[T]):
    """Things found by the keys of their names, also when those are typed plainly."""

    exact: Mapping[str, T]
    unmarked: Mapping[str, T]

    def get(self, name: str) -> T | None:
        """Find the thing with this name, exactly so or else written plainly."""
        return self.exact.get(name) or self.unmarked.get(plain(name))


def by_name(named: Iterable[tuple[str, T]]) -> Names[T]:
    """Gather things by name; a plain name that two share stands for neither."""
    exact = dict(named)
    meant: dict[str, list[T]] = {}
    for name, thing in exact.items():
        things = meant.setdefault(plain(name), [])
        if thing not in things:
            things.append(thing)
    sure = {name: things[0] for name, things in meant.items() if len(things) == 1}
    return Names(exact, sure)


def genitive(name: str) -> str:
    """Make the genitive of a name, which adds nothing after s, x and z.

    >>> genitive("Motala"), genitive("Borås"), genitive("Kalix")
    ('Motalas', 'Borås', 'Kalix')
    """
    return name if name.casefold().endswith(("s", "x", "z")) else f"{name}s"


def without(kinds: Iterable[str], name: str) -> str:
    """Take the word for its kind off the beginning or the end of a key.

    A name that is nothing else is left as it is.  The kinds are given as by
    `plain`, so that they too may be typed plainly.

    >>> without({"lpo"}, "lpo hallsberg"), without({"lpo"}, "lpo")
    ('hallsberg', 'lpo')
    """
    first, _, rest = name.partition(" ")
    if rest and plain(first) in kinds:
        return rest
    rest, _, last = name.rpartition(" ")
    return rest if rest and plain(last) in kinds else name


def found(
    what: str, written: str, thing: T | None, like: str, names: Iterable[str]
) -> T:
    """Pass on what was found, or tell which of *names* are most *like* it.

    Raises:
        UnknownName: If nothing was found.
    """
    if thing is None:
        raise UnknownName(what, written, nearest(like, names))
    return thing
