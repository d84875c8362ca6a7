"""The keys that a promise is counted under: its themes, its places, its years."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple, TypeAlias

from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model import Agreement, PartyKind, Promise, PromiseKind, Theme
from medborgarloften.model._rules import expect
from medborgarloften.queries.holding import certain_days
from medborgarloften.reference import county, municipalities

__all__ = ["By", "Counted", "Key", "KeysOf", "expect_key", "keys_by"]

Key: TypeAlias = Theme | PartyKind | PromiseKind | str | int | None


class By(StrEnum):
    """What promises are counted by.

    ``THEME``: what they are about.  ``KIND``: activity, goal or focus.  ``PROMISOR``:
    what sorts of bodies make them.  ``MUNICIPALITY`` (today's kommunkod), ``COUNTY``
    (länskod) and ``POLICE_REGION`` (name): where their agreements hold.  ``YEAR``: each
    year with a day on which they are certainly active.
    """

    THEME = "theme"
    KIND = "kind"
    PROMISOR = "promisor"
    MUNICIPALITY = "municipality"
    COUNTY = "county"
    POLICE_REGION = "police_region"
    YEAR = "year"


class Counted(NamedTuple):
    """A promise, or an agreement that has none, in one of its municipalities."""

    agreement: Agreement
    promise: Promise | None
    place: str | None


KeysOf: TypeAlias = Callable[[Counted], Collection[Key]]


def keys_by(by: By, until: date | None) -> KeysOf:
    """Make what tells the keys of a promise; none where nothing is stated.

    What has no last day is followed through the year of *until*.  Without that it
    counts in its first year, and of what comes after, the year is not stated.
    """

    def years(its: Counted) -> Collection[Key]:
        days = certain_days(its.agreement, its.promise)
        if days is None:
            return ()
        first, last = (day.year for day in days)
        if days.last_day == date.max:
            if until is None or until.year < first:
                return first, None
            last = until.year
        return range(first, last + 1)

    return years if by is By.YEAR else _KEYS[by]


def expect_key(by: By, key: Key) -> None:
    """Refuse what can be no key, whatever is counted; ``None`` always is one.

    Raises:
        UnknownName: If nothing is called so; it tells the nearest.
        InvalidField: If it is of another type.
    """
    if key is None:
        return
    wanted = int if by is By.YEAR else str
    name = str(expect(wanted, "Counts.row", by, key))
    if by is not By.YEAR and name not in (known := set(_KNOWN[by]())):
        raise UnknownName(by.replace("_", " "), name, nearest(name, known))


def _themes(its: Counted) -> Collection[Key]:
    return its.promise.themes if its.promise else ()


def _kinds(its: Counted) -> Collection[Key]:
    return (its.promise.kind,) if its.promise else ()


def _promisors(its: Counted) -> Collection[Key]:
    promisors = its.agreement.promisors_of(its.promise) if its.promise else ()
    return {party.kind for party in promisors}


def _municipalities(its: Counted) -> Collection[Key]:
    return (its.place,) if its.place else ()


def _counties(its: Counted) -> Collection[Key]:
    return _lying_in().get(its.place, ())[:1]


def _police_regions(its: Counted) -> Collection[Key]:
    return _lying_in().get(its.place, ())[1:]


_KEYS: dict[By, KeysOf] = {
    By.THEME: _themes,
    By.KIND: _kinds,
    By.PROMISOR: _promisors,
    By.MUNICIPALITY: _municipalities,
    By.COUNTY: _counties,
    By.POLICE_REGION: _police_regions,
}


def _known_municipalities() -> Iterable[str]:
    return (each.code for each in municipalities())


def _known_counties() -> Iterable[str]:
    return (code for code, _ in _lying_in().values())


def _known_police_regions() -> Iterable[str]:
    return (region for _, region in _lying_in().values())


_KNOWN: dict[By, Callable[[], Iterable[str]]] = {
    By.THEME: lambda: Theme,
    By.KIND: lambda: PromiseKind,
    By.PROMISOR: lambda: PartyKind,
    By.MUNICIPALITY: _known_municipalities,
    By.COUNTY: _known_counties,
    By.POLICE_REGION: _known_police_regions,
}


@cache
def _lying_in() -> dict[str | None, tuple[str, str]]:
    """Tell of each municipality its county's code and its police region."""
    return {
        each.code: (each.county, county(each.county).police_region)
        for each in municipalities()
    }
