"""The states of coverage that a municipality can be in, and how many are in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from medborgarloften.analysis._days import (
    Stretch,
    certain_days,
    possible_days,
    unbroken,
)
from medborgarloften.analysis._places import municipalities_today
from medborgarloften.model import Agreement

__all__ = [
    "LEVELS",
    "CoverageShare",
    "CoverageState",
    "days_at",
    "national_share",
    "share_of",
    "stretches_at",
]


class CoverageState(StrEnum):
    """Whether a municipality has an agreement in force on a day; the surest first.

    ``ACTIVE``: certainly, for the whole municipality.  ``ACTIVE_IN_PART``: certainly,
    but only for some of its districts.  ``MAY_BE_ACTIVE``: nothing that is known
    excludes it.  ``NONE``: none that is known can be.
    """

    ACTIVE = "active"
    ACTIVE_IN_PART = "active_in_part"
    MAY_BE_ACTIVE = "may_be_active"
    NONE = "none"


# What an agreement can bring a place to, the surest first.
LEVELS = (
    CoverageState.ACTIVE,
    CoverageState.ACTIVE_IN_PART,
    CoverageState.MAY_BE_ACTIVE,
)


@frozen
class CoverageShare:
    """How many municipalities of a place are in each state; together they are all.

    >>> share = CoverageShare("Blekinge län", 5, 2, 0, 1, 2)
    >>> str(share.at_least), str(share.at_most)
    ('2/5', '3/5')

    Attributes:
        place: The name of the county or of the police region, or "Sverige".
        municipalities: How many municipalities it has: the denominator.
        active: How many certainly have an agreement in force.
        active_in_part: How many have one for some of their districts only.
        may_be_active: How many have one that only may be in force.
        none: How many have none.
    """

    place: str
    municipalities: int
    active: int
    active_in_part: int
    may_be_active: int
    none: int

    @property
    def at_least(self) -> Fraction:
        """The share that certainly has one for the whole municipality."""
        return Fraction(self.active, self.municipalities)

    @property
    def at_most(self) -> Fraction:
        """The share that has one if all are in force that may be, districts too."""
        return 1 - Fraction(self.none, self.municipalities)


def share_of(place: str, states: Iterable[CoverageState]) -> CoverageShare:
    """Count the municipalities of a place that are in each state."""
    counts = Counter(states)
    return CoverageShare(
        place, counts.total(), *(counts[state] for state in CoverageState)
    )


def national_share(states: Iterable[CoverageState]) -> CoverageShare:
    """Count all municipalities that are in each state."""
    return share_of("Sverige", states)


def days_at(level: CoverageState, agreement: Agreement) -> Stretch | None:
    """Tell on which days an agreement brings its places to one of the `LEVELS`.

    A district is only a part of its municipality; in an area of several, nobody can
    tell in which of them it lies.
    """
    area, period = agreement.area, agreement.in_force
    if level is CoverageState.MAY_BE_ACTIVE:
        return possible_days(period)
    if area.district is None:
        return certain_days(period)
    if level is CoverageState.ACTIVE or len(municipalities_today(area)) > 1:
        return None
    return certain_days(period)


def stretches_at(
    level: CoverageState, agreements: Iterable[Agreement]
) -> list[Stretch]:
    """List the unbroken stretches on which they bring a place to a level."""
    days = (days_at(level, each) for each in agreements)
    return unbroken(each for each in days if each is not None)
