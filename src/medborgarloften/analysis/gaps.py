"""Gaps: the days on which a municipality has no agreement in force.

A gap is certain: no agreement that is known can hold on any of its days, so an end
that is not stated makes none.  Say ``only_certain=False`` for those too that only
may be gaps, because nothing certainly covers them: they stand beside the certain ones,
which stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from attrs import frozen

from medborgarloften.analysis._days import AFTER_ALL, BEFORE_ALL, Stretch, possible_days
from medborgarloften.analysis._places import placed
from medborgarloften.analysis._states import CoverageState, days_at
from medborgarloften.model import Agreement, AgreementKind, ValidityPeriod
from medborgarloften.model._rules import expect
from medborgarloften.reference import municipality as municipality_named
from medborgarloften.register import Register

__all__ = ["Gap", "gaps"]

# A gap in numbers, the longest first: its days below zero but one, its municipality,
# its first and last day, and the agreements before and after.
_Run: TypeAlias = tuple[int, str, int, int, str | None, str | None]


@frozen
class Gap:
    """A stretch of days on which a municipality has no agreement in force.

    Attributes:
        municipality: Its kommunkod.
        first_day: The first of the days, within those that were looked at.
        last_day: The last of them, which counts.
        before: The id of the agreement that ended last before it, maybe before the
            days that were looked at; of several the one that began first.  ``None``
            if none did.
        after: The id of the agreement that begins first after it, maybe after the
            days that were looked at; of several the first by id.  ``None`` if none
            does.
        certain: Whether no agreement can hold on any of its days.  Where one may, or
            holds for a district only, *before* and *after* are of what certainly holds
            for the whole municipality.
    """

    municipality: str
    first_day: date
    last_day: date
    before: str | None
    after: str | None
    certain: bool

    @property
    def period(self) -> ValidityPeriod:
        """The days as a period."""
        return ValidityPeriod(self.first_day, self.last_day)

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.last_day - self.first_day).days + 1

    @property
    def never_covered(self) -> bool:
        """Whether nothing covers the municipality before it, in it, nor after it."""
        return self.certain and self.before is None and self.after is None


def gaps(
    register: Register,
    between: ValidityPeriod,
    *,
    municipality: str | None = None,
    kind: AgreementKind | None = None,
    only_certain: bool = True,
) -> tuple[Gap, ...]:
    """List the gaps within some days, of each municipality, the longest first.

    Gaps of one length come by kommunkod, then by day.  A municipality that never
    had an agreement has one gap, which is `Gap.never_covered`.  A gap is a stretch
    of days on which `coverage` is ``NONE``.  Where *only_certain* is false, there are
    also those of days on which it is neither that nor ``ACTIVE``: what is for a
    district only, and what only may hold, then fills no gap.  A day is in one gap at
    most, so one that may be ends where one begins that is certain.

    Agreements in a place that nobody can tell fill no gap; `coverage` lists them.

    >>> between = ValidityPeriod.of_years(2019, 2020)
    >>> gaps(Register(), between, municipality="Askersund")[0].days
    731

    Args:
        register: What is looked at.
        between: The first and the last day to look at; it states both.
        municipality: Look at this municipality alone, by its name or code.
        kind: Let agreements of this kind alone count.
        only_certain: Leave out what only may be a gap.

    Raises:
        InvalidPeriod: If *between* does not state both its ends, or may go on.
        UnknownName: If there is no such municipality.
        InvalidField: If something is given that is no such thing.
    """
    expect(ValidityPeriod, "gaps", "between", between)
    (days,) = ValidityPeriod.gaps((), between)
    within = possible_days(days)
    places = placed("gaps", register, kind).in_municipality
    if municipality is not None:
        code = municipality_named(municipality).code
        places = {code: places[code]}
    sure = list(_runs(CoverageState.MAY_BE_ACTIVE, places, within))
    told = [(each, True) for each in sure]
    if not only_certain:
        not_sure = _runs(CoverageState.ACTIVE, places, within)
        told += [(each, False) for each in _without(sure, not_sure)]
    return tuple(_gap(run, certain=certain) for run, certain in sorted(told))


def _runs(
    level: CoverageState, places: Mapping[str, Sequence[Agreement]], within: Stretch
) -> Iterator[_Run]:
    """Find the stretches on which no agreement brings a municipality to a level."""
    for code, agreements in places.items():
        held = sorted(
            (days[0], each.id, days[1])
            for each in agreements
            if (days := days_at(level, each))
        )
        ended, before = BEFORE_ALL, None
        for begins, id, ends in (*held, (AFTER_ALL, None, AFTER_ALL)):
            first, last = max(ended + 1, within[0]), min(begins - 1, within[1])
            if first <= last:
                yield first - last, code, first, last, before, id
            if ends > ended:
                ended, before = ends, id


def _without(sure: Iterable[_Run], runs: Iterable[_Run]) -> Iterator[_Run]:
    """Cut the days of what is certain out of the gaps that it lies within."""
    certain = defaultdict[str, list[Stretch]](list)
    for _, code, first, last, *_ in sure:
        certain[code].append((first, last))
    for _, code, first, last, before, after in runs:
        begins = first
        within = [each for each in certain[code] if first <= each[0] <= last]
        for cut, ends in (*within, (last + 1, last + 1)):
            if begins < cut:
                yield begins - cut + 1, code, begins, cut - 1, before, after
            begins = ends + 1


def _gap(run: _Run, *, certain: bool) -> Gap:
    _, code, first, last, before, after = run
    first_day, last_day = date.fromordinal(first), date.fromordinal(last)
    return Gap(code, first_day, last_day, before, after, certain)
