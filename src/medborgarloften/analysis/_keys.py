"""The keys that a promise is counted under: its themes, its places, its years."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple, TypeAlias

from medborgarloften.analysis._asked import certain_days_of
from medborgarloften.model import Agreement, PartyKind, Promise, PromiseKind, Theme
from medborgarloften.reference import county, municipalities

__all__ = ["By", "Counted", "Key", "KeysOf", "keys_by", "last_year_stated"]

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


def keys_by(by: By, last_year: int) -> KeysOf:
    """Make what tells the keys of a promise; none where nothing is stated.

    What goes on without a last day is followed through *last_year*.
    """

    def years(its: Counted) -> Collection[Key]:
        days = certain_days_of(its.agreement, its.promise)
        if days is None:
            return ()
        first, last = (day.year for day in days)
        goes_on = days[1] == date.max
        return range(first, (max(first, last_year) if goes_on else last) + 1)

    return years if by is By.YEAR else _KEYS[by]


def last_year_stated(counted: Iterable[tuple[Agreement, Promise | None]]) -> int:
    """Tell the last year in which anything is known to begin or to end."""
    ends = (certain_days_of(*each) or () for each in counted)
    years = (day.year for days in ends for day in days if day != date.max)
    return max(years, default=date.min.year)


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


@cache
def _lying_in() -> dict[str | None, tuple[str, ...]]:
    """Tell of each municipality its county's code and its police region."""
    return {
        each.code: (each.county, county(each.county).police_region)
        for each in municipalities()
    }
