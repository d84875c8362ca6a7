"""How many promises, agreements and municipalities, by theme, year, place and the like.

What is not stated is counted under the key ``None``, and never left out.  Keys
overlap: a promise of three themes counts under each, and one of two years in both, so
the rows may add up to more than the whole, and their shares to more than 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from itertools import product

from attrs import frozen

from medborgarloften.analysis._asked import (
    Promises,
    expect_promises,
    promises_in,
)
from medborgarloften.analysis._keys import (
    By,
    Counted,
    Key,
    expect_key,
    keys_by,
)
from medborgarloften.analysis._places import municipalities_today
from medborgarloften.errors import InvalidField, UnknownName, nearest
from medborgarloften.model import Agreement, Promise
from medborgarloften.model._rules import expect, whole_day
from medborgarloften.register import Register

__all__ = ["By", "Count", "Counts", "Key", "Share", "counts", "municipalities_in"]


@frozen
class Share:
    """How many, of how many.

    >>> print(Share(3, 12), Share(3, 12).fraction)
    3 of 12 1/4
    """

    count: int
    of: int

    @property
    def fraction(self) -> Fraction | None:
        """The share as one number; ``None`` where there are none in all."""
        return Fraction(self.count, self.of) if self.of else None

    def __str__(self) -> str:
        return f"{self.count} of {self.of}"


@frozen
class Count:
    """How many have one key, or one combination of keys.

    Attributes:
        keys: The keys, in the order of what was counted by; ``None``: not stated.
        promises: How many promises have them, of all that were counted.
        agreements: How many agreements these are made in, likewise.
        municipalities: How many municipalities these hold in, likewise.  Of a place
            only those that lie there count.
    """

    keys: tuple[Key, ...]
    promises: Share
    agreements: Share
    municipalities: Share


@frozen
class Counts:
    """How many there are in all, and with each key.

    Attributes:
        by: What was counted by.
        promises: How many promises there are in all.
        agreements: How many agreements.
        municipalities: How many municipalities these hold in, each once.  An
            agreement whose area is not known adds none.
        rows: A row for each key that there is, in order; ``None`` comes last.
        not_followed: How many promises that hold until further notice are, by year,
            counted in their first alone, and under ``None`` for those that come
            after: say *until* when you count.  0 where nothing is counted by year.
    """

    by: tuple[By, ...]
    promises: int
    agreements: int
    municipalities: int
    rows: tuple[Count, ...]
    not_followed: int = 0

    def row(self, *keys: Key) -> Count:
        """Look up the row with these keys; where there is none, it has none of all.

        Give the keys in the order of what was counted by: a `Theme` or its id, a
        kommunkod of today, a länskod, a year as a number, ``None`` for not stated …

        Raises:
            InvalidField: If they are not as many, or one is of another type.
            UnknownName: If one can be no such key; it tells the nearest.
        """
        if len(keys) != len(self.by):
            remedy = f"give {len(self.by)}: {', '.join(self.by) or 'none'}"
            raise InvalidField("Counts.row", "keys", keys, remedy)
        if all(isinstance(key, Hashable) for key in keys) and keys in self._by_keys:
            return self._by_keys[keys]
        for by, key in zip(self.by, keys, strict=True):
            expect_key(by, key)
        in_all = (self.promises, self.agreements, self.municipalities)
        return Count(keys, *(Share(0, of) for of in in_all))

    @cached_property
    def _by_keys(self) -> dict[tuple[Key, ...], Count]:
        return {row.keys: row for row in self.rows}


def counts(
    asked: Promises,
    by: By | str | Iterable[By | str] = (),
    *,
    until: date | None = None,
) -> Counts:
    """Count promises, the agreements they are made in, and where these hold.

    Give a register, or what `Register.find` gives.  An agreement of a register that
    has no promises is counted too, as an agreement; what it would promise is not
    stated.

    Municipalities are those of the agreements' areas.  A kommunkod that is no longer
    in use counts for what it became, and one that never was for itself.

    Args:
        asked: A register, or what was found in one.
        by: What to count by, as `By` or its value; several to count by each
            combination of their keys.
        until: How far what has no last day ("tills vidare") is followed when it is
            counted by year: through that of this day.  Without it, such a promise
            counts in its first year, and under ``None`` for those that come after;
            `Counts.not_followed` tells how many do.

    Raises:
        UnknownName: If nothing can be counted by one of *by*; it tells the nearest.
        InvalidField: If an argument is something else, or one of *by* is there twice.
    """
    expect_promises("counts", asked)
    names = tuple(map(_by, _several(by)))
    if len(set(names)) < len(names):
        raise InvalidField("counts", "by", names, "give each once")
    if until is not None:
        whole_day(until, "counts", "until")
    made = [*promises_in(asked), *_without_promises(asked)]
    keys_of = [keys_by(name, until) for name in names]

    whole, tallies = _Tally(), defaultdict[tuple[Key, ...], _Tally](_Tally)
    for agreement, promise in made:
        places = municipalities_today(agreement.area) or (None,)
        there = defaultdict[tuple[Key, ...], list[str | None]](list)
        for place in places:
            its = Counted(agreement, promise, place)
            for keys in product(*(keys(its) or (None,) for keys in keys_of)):
                there[keys].append(place)
        whole.add(agreement, promise, places)
        for keys, its_places in there.items():
            tallies[keys].add(agreement, promise, its_places)
    rows = (
        Count(keys, *map(Share, tallies[keys].counts, whole.counts))
        for keys in sorted(tallies, key=lambda keys: tuple(map(_order, keys)))
    )
    not_followed = _not_followed(made, until) if By.YEAR in names else 0
    return Counts(names, *whole.counts, tuple(rows), not_followed)


def municipalities_in(asked: Promises) -> frozenset[str]:
    """Gather the municipalities in which promises hold, by today's kommunkoder.

    Give a register, or what `Register.find` gives.  Those of the agreements' areas
    are meant, whoever promises; an agreement whose area is not known adds none.

    Raises:
        InvalidField: If *asked* is something else.
    """
    made = promises_in(expect_promises("municipalities_in", asked))
    areas = {agreement.area for agreement, _ in made}
    return frozenset(code for area in areas for code in municipalities_today(area))


class _Tally:
    """What has been counted so far."""

    def __init__(self) -> None:
        self._promises = 0
        self._agreements = set[str]()
        self._municipalities = set[str]()

    def add(
        self,
        agreement: Agreement,
        promise: Promise | None,
        places: Iterable[str | None],
    ) -> None:
        """Count a promise, or an agreement without any, in some places."""
        self._promises += promise is not None
        self._agreements.add(agreement.id)
        self._municipalities.update(place for place in places if place)

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many promises, agreements and municipalities there are."""
        return self._promises, len(self._agreements), len(self._municipalities)


def _without_promises(asked: Promises) -> Iterator[tuple[Agreement, None]]:
    if isinstance(asked, Register):
        for agreement in asked.agreements:
            if not agreement.promises:
                yield agreement, None


def _not_followed(
    made: Iterable[tuple[Agreement, Promise | None]], until: date | None
) -> int:
    years_of = keys_by(By.YEAR, until)
    return sum(
        promise is not None and None in years_of(Counted(agreement, promise, None))
        for agreement, promise in made
    )


def _several(by: By | str | Iterable[By | str]) -> Iterable[By | str]:
    if not isinstance(by, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        remedy = f"give one or several of: {', '.join(By)}"
        raise InvalidField("counts", "by", by, remedy)
    return (by,) if isinstance(by, str) else by


def _by(name: By | str) -> By:
    if expect(str, "counts", "by", name) not in set(By):
        raise UnknownName("key to count by", name, nearest(name, map(str, By)))
    return By(name)


def _order(key: Key) -> tuple[bool, int | str]:
    """Sort enumerations as they are listed, others as they sort, and None last."""
    if isinstance(key, Enum):
        return False, list(type(key)).index(key)
    return key is None, key or 0
