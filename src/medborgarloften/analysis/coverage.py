"""Which municipalities have an agreement in force on a day.

Each of today's 290 municipalities is in exactly one `CoverageState`.  What is
certain, what is for a part only, and what nothing excludes are told apart, so a
share has a lower and an upper bound and is never one number that hides a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from medborgarloften.analysis._days import Stretch, day_of, stretch_with
from medborgarloften.analysis._places import placed
from medborgarloften.analysis._states import (
    LEVELS,
    CoverageShare,
    CoverageState,
    days_at,
    national_share,
    share_of,
    stretches_at,
)
from medborgarloften.model import Agreement, AgreementKind, Precision
from medborgarloften.model._rules import whole_day
from medborgarloften.reference import (
    Municipality,
    county,
    municipality,
    municipality_by_code,
)
from medborgarloften.register import Register

__all__ = [
    "Coverage",
    "CoverageShare",
    "CoverageState",
    "MunicipalityCoverage",
    "coverage",
]


@frozen
class MunicipalityCoverage:
    """What one municipality has on the day.

    Attributes:
        municipality: Its kommunkod.
        state: Whether it has an agreement in force.
        since: The first day of the unbroken run of days, through the day that was
            asked for, on which it was so or surer; of ``NONE``, on which there was
            none.  ``None`` where the run has no first day that is known.
        agreements: The ids of the agreements that make it so, sorted.
        districts: The districts that these are limited to, sorted; none where one
            of them is for the whole municipality.
        since_precision: How exactly that day was stated: a season's, say, is the first
            of one.  Of ``NONE`` it is that of the day before, the last on which there
            may have been one.  ``None`` where no agreement states it: the day is only
            that on which one is known to have existed, or there is none.
    """

    municipality: str
    state: CoverageState
    since: date | None
    agreements: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    since_precision: Precision | None = None


@frozen(repr=False)
class Coverage:
    """Which municipalities have an agreement in force on a day.

    Attributes:
        on: The day.
        kind: The kind of agreement that was asked for; ``None`` for either.
        municipalities: Each of today's municipalities, by code.
        unplaced: The ids of agreements that may hold on the day in a place that
            nobody can tell: their area names no municipality, or has a code that
            no municipality ever had.  They count for no such place.
    """

    on: date
    kind: AgreementKind | None
    municipalities: tuple[MunicipalityCoverage, ...]
    unplaced: tuple[str, ...]

    def __repr__(self) -> str:
        share = self.national
        return (
            f"<Coverage on {self.on}: {share.active} active, "
            f"{share.active_in_part} in part, {share.may_be_active} may be active, "
            f"{share.none} none>"
        )

    def of(self, name_or_code: str) -> MunicipalityCoverage:
        """Look up what one municipality has.

        Raises:
            UnknownName: If no municipality is written so; it tells the nearest.
            InvalidField: If it is no text.
        """
        return self._by_code[municipality(name_or_code).code]

    @property
    def national(self) -> CoverageShare:
        """How many of all municipalities are in each state."""
        return national_share(each.state for each in self.municipalities)

    @property
    def counties(self) -> tuple[CoverageShare, ...]:
        """How many municipalities of each county are, by the counties' codes."""
        return self._shares(lambda place: place.county_name)

    @property
    def police_regions(self) -> tuple[CoverageShare, ...]:
        """How many of each police region are, in the order of their first counties."""
        return self._shares(lambda place: county(place.county).police_region)

    @cached_property
    def _by_code(self) -> dict[str, MunicipalityCoverage]:
        return {each.municipality: each for each in self.municipalities}

    def _shares(
        self, place_of: Callable[[Municipality], str]
    ) -> tuple[CoverageShare, ...]:
        states: dict[str, list[CoverageState]] = {}
        for each in self.municipalities:
            place = place_of(municipality_by_code(each.municipality))
            states.setdefault(place, []).append(each.state)
        return tuple(share_of(place, its) for place, its in states.items())


def coverage(
    register: Register, on: date, *, kind: AgreementKind | None = None
) -> Coverage:
    """Tell for each of today's municipalities whether an agreement is in force.

    Days are those of `Agreement.in_force`.  A first day that is not stated is the
    day on which the agreement is known to have existed; without that, without a
    last day unless it was said to be open, and after the last day of what may go
    on, it only may hold.  A kommunkod that is no longer in use counts for the
    municipality that had it.  Both kinds of agreement count unless one is asked
    for; what is promised in them does not matter.

    >>> coverage(Register(), date(2020, 6, 1)).of("Askersund").state
    <CoverageState.NONE: 'none'>

    Raises:
        InvalidField: If *register* is no register, *on* a `datetime` or no day, or
            *kind* no kind of agreement.
    """
    day = whole_day(on, "coverage", "on").toordinal()
    places, unplaced = placed("coverage", register, kind)
    return Coverage(
        on,
        kind,
        tuple(_covered(code, there, day) for code, there in places.items()),
        tuple(each.id for each in unplaced if each.in_force.may_cover(on)),
    )


def _covered(
    code: str, agreements: Sequence[Agreement], day: int
) -> MunicipalityCoverage:
    for level in LEVELS:
        if stretch := stretch_with(day, stretches_at(level, agreements)):
            making = [each for each in agreements if _holds(day, days_at(level, each))]
            districts = {each.area.district for each in making}
            return MunicipalityCoverage(
                code,
                level,
                day_of(stretch[0]),
                tuple(each.id for each in making),
                () if None in districts else tuple(sorted(filter(None, districts))),
                _precision_of_first(stretch[0], level, agreements),
            )
    days = stretches_at(CoverageState.MAY_BE_ACTIVE, agreements)
    ended = [last for _, last in days if last < day]
    if not ended:
        return MunicipalityCoverage(code, CoverageState.NONE, None)
    last_day = date.fromordinal(ended[-1])
    return MunicipalityCoverage(
        code,
        CoverageState.NONE,
        day_of(ended[-1] + 1),
        since_precision=_finest(
            each.in_force.last_precision
            for each in agreements
            if each.in_force.last_day == last_day
        ),
    )


def _precision_of_first(
    day: int, level: CoverageState, agreements: Iterable[Agreement]
) -> Precision | None:
    """Tell how exactly a day is stated from which agreements bring a place to a level.

    A first day that is not stated is no precise one: it is only known that the
    agreement existed on it.
    """
    days = ((each, days_at(level, each)) for each in agreements)
    return _finest(
        each.period.first_precision
        for each, its in days
        if its and its[0] == day and each.period.first_day is not None
    )


def _finest(precisions: Iterable[Precision]) -> Precision | None:
    return min(precisions, key=list(Precision).index, default=None)


def _holds(day: int, days: Stretch | None) -> bool:
    return days is not None and days[0] <= day <= days[1]
