"""That one agreement follows another: what is stated of it, and what is concluded.

Nothing is concluded of an agreement of which something is stated, nor where several
begin together: then nobody can tell which of them comes before the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, pairwise
from typing import TypeAlias

from attrs import frozen

from medborgarloften.analysis._places import municipalities_today
from medborgarloften.model import Agreement, How
from medborgarloften.reference._table import key
from medborgarloften.register import Register

__all__ = [
    "Begun",
    "Succession",
    "begun_in_order",
    "concluded",
    "first_day",
    "rings_in",
    "stated",
    "unfollowed",
    "unfollowing",
]


@frozen
class Succession:
    """That one agreement follows another.

    Attributes:
        later: The id of the one that follows.
        earlier: The id of the one that it follows.
        how: Whether that is stated, or concluded from their days.
        in_register: Whether the register has the earlier one; what is stated may
            name one that it has not.
        days_between: How many days lie between the earlier one's last day and the
            later one's first: 0 if it begins on the next day, below 0 if it begins
            before the other ends.  ``None`` where one of these days is not known.
    """

    later: str
    earlier: str
    how: How
    in_register: bool
    days_between: int | None


# Those of one area that begin on one day, by id.
Begun: TypeAlias = tuple[Agreement, ...]


def stated(register: Register) -> Iterator[Succession]:
    """Tell what agreements say that they replace, by the id of the later one."""
    for later in register.agreements:
        if later.supersedes is not None:
            earlier = register.get(later.supersedes)
            yield Succession(
                later.id,
                later.supersedes,
                How.STATED,
                in_register=earlier is not None,
                days_between=_days_between(earlier, later),
            )


def concluded(begun: Iterable[Begun], replaced: Container[str]) -> Iterator[Succession]:
    """Tell what begins next in an area, where nothing else is stated."""
    for before, after in pairwise(begun):
        ends, begins = unfollowed(before, replaced), unfollowing(after)
        if len(ends) == len(begins) == 1:
            (earlier,), (later,) = ends, begins
            yield Succession(
                later.id,
                earlier.id,
                How.INFERRED,
                in_register=True,
                days_between=_days_between(earlier, later),
            )


def unfollowed(begun: Begun, replaced: Container[str]) -> Begun:
    """List those that no other says to replace."""
    return tuple(each for each in begun if each.id not in replaced)


def unfollowing(begun: Begun) -> Begun:
    """List those that do not say which they replace."""
    return tuple(each for each in begun if each.supersedes is None)


def begun_in_order(agreements: Iterable[Agreement]) -> list[list[Begun]]:
    """List, for each kind and area, what begins together, day after day.

    Agreements with no known first day, and those of no municipality, are left out.
    """
    by_area = defaultdict[Hashable, list[Agreement]](list)
    for agreement in agreements:
        if agreement.in_force.first_day and agreement.area.municipalities:
            by_area[_area(agreement)].append(agreement)
    return [
        [tuple(each) for _, each in groupby(sorted(same, key=first_day), first_day)]
        for same in by_area.values()
    ]


def rings_in(earlier: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Find the rings in what follows what, each from its smallest id.

    *earlier* tells of each which one it follows; in a ring each follows the one
    before, and the first the last.

    >>> list(rings_in({"d": "a", "a": "b", "b": "c", "c": "a"}))
    [('a', 'c', 'b')]
    """
    seen = set[str]()
    for start in earlier:
        trail: list[str] = []
        at: str | None = start
        while at is not None and at not in seen:
            seen.add(at)
            trail.append(at)
            at = earlier.get(at)
        if at in trail:
            ring = trail[trail.index(at) :][::-1]
            first = ring.index(min(ring))
            yield (*ring[first:], *ring[:first])


def first_day(agreement: Agreement) -> date:
    """Tell when it begins; one of which that is not known begins after all others."""
    return agreement.in_force.first_day or date.max


def _days_between(earlier: Agreement | None, later: Agreement) -> int | None:
    ended = earlier.in_force.last_day if earlier else None
    begins = later.in_force.first_day
    return None if ended is None or begins is None else (begins - ended).days - 1


def _area(agreement: Agreement) -> Hashable:
    area, places = agreement.area, municipalities_today(agreement.area)
    return agreement.kind, frozenset(places), area.district and key(area.district)
