"""Which police area a municipality lies in, on which days, and how that is known.

What a page tells is true of the time it speaks of.  A day is given only where
the very day is known; otherwise `as_of` tells the time in the source's words,
and a question about a day is not answered with "no" on the strength of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from attrs import frozen

from medborgarloften.reference._counties import county
from medborgarloften.reference._municipalities import (
    Municipality,
    municipality,
    municipality_by_code,
)
from medborgarloften.reference._police import (
    LocalPoliceArea,
    PoliceArea,
    PoliceRegion,
    local_police_area,
    police_area,
    police_region,
)
from medborgarloften.reference._table import Confidence, day, rows

__all__ = [
    "PoliceCoverage",
    "local_police_areas_of",
    "municipalities_of",
    "police_areas_of",
    "police_coverage",
    "police_region_of",
]


@frozen(kw_only=True)
class PoliceCoverage:
    """That a municipality lies in an area of the police, and how it is known.

    Attributes:
        municipality: The municipality's code.
        police_area: The name of the police area, if it is known.
        local_police_area: The name of the local police area, if it is known.
        partial: The local police area covers only a part of the municipality.
        first_day: The first day on which it was so, if that day is known.
        last_day: The last day on which it was so, if that day is known.
        as_of: The time that the source speaks of, as written: "2017-12",
            "c. 2015-2020", "undated".
        confidence: How sure it is; None if it has not been verified.
        source: The page or document that tells it.
        note: What else there is to know about it.
    """

    municipality: str
    police_area: str | None = None
    local_police_area: str | None = None
    partial: bool = False
    first_day: date | None = None
    last_day: date | None = None
    as_of: str | None = None
    confidence: Confidence | None = None
    source: str | None = None
    note: str | None = None

    def may_hold_on(self, day: date) -> bool:
        """Tell whether nothing that is known speaks against it on *day*.

        >>> former = police_coverage("Högsby")[1]
        >>> former.local_police_area, str(former.last_day)
        ('Nybro', '2018-09-23')
        >>> former.may_hold_on(date(2017, 1, 1)), former.may_hold_on(date(2019, 1, 1))
        (True, False)
        """
        begun = self.first_day is None or self.first_day <= day
        return begun and (self.last_day is None or day <= self.last_day)


def police_coverage(
    municipality: str | None = None, *, on: date | None = None
) -> tuple[PoliceCoverage, ...]:
    """Tell what is known of where municipalities lie, in the order of their codes.

    Args:
        municipality: Only this municipality, by name or code.
        on: Leave out what is known not to hold on this day.

    >>> known = police_coverage("Askersund")[0]
    >>> known.local_police_area, known.as_of, known.confidence.value
    ('Hallsberg', '2025', 'high')

    Raises:
        UnknownName: If there is no such municipality.
    """
    found: Iterable[PoliceCoverage] = _all()
    if municipality is not None:
        code = _code(municipality)
        found = (each for each in found if each.municipality == code)
    return tuple(each for each in found if on is None or each.may_hold_on(on))


def police_region_of(municipality: str) -> PoliceRegion:
    """Tell which police region a municipality lies in, by its name or code.

    >>> police_region_of("Askersund").name
    'Bergslagen'

    Raises:
        UnknownName: If there is no such municipality.
    """
    code = _code(municipality)
    return police_region(county(municipality_by_code(code).county).police_region)


def police_areas_of(
    municipality: str, on: date | None = None
) -> tuple[PoliceArea, ...]:
    """Tell the known police areas of a municipality, by its name or code.

    Areas that are known not to cover it on the day *on* are left out.  Nothing
    means that none is known.

    >>> [area.name for area in police_areas_of("Askersund")]
    ['Örebro']

    Raises:
        UnknownName: If there is no such municipality.
    """
    known = police_coverage(municipality, on=on)
    names = dict.fromkeys(each.police_area for each in known if each.police_area)
    return tuple(map(police_area, names))


def local_police_areas_of(
    municipality: str, on: date | None = None
) -> tuple[LocalPoliceArea, ...]:
    """Tell the known local police areas of a municipality, by its name or code.

    Areas that are known not to cover it on the day *on* are left out.  Nothing
    means that none is known.  `police_coverage` tells how each is known.

    >>> [area.name for area in local_police_areas_of("Torsås")]
    ['Nybro', 'Karlskrona']
    >>> [area.name for area in local_police_areas_of("Torsås", date(2020, 5, 1))]
    ['Nybro']

    Raises:
        UnknownName: If there is no such municipality.
    """
    known = police_coverage(municipality, on=on)
    names = dict.fromkeys(
        each.local_police_area for each in known if each.local_police_area
    )
    return tuple(map(local_police_area, names))


def municipalities_of(
    local_police_area: str, on: date | None = None
) -> tuple[Municipality, ...]:
    """Tell the municipalities that a local police area is known to cover.

    Municipalities that are known not to lie in it on the day *on* are left out,
    and others may be missing: few areas are known in full.

    >>> [each.name for each in municipalities_of("LPO Hallsberg")]
    ['Laxå', 'Hallsberg', 'Kumla', 'Askersund']

    Raises:
        UnknownName: If no such area is known.
    """
    name = _area_name(local_police_area)
    return tuple(
        municipality_by_code(each.municipality)
        for each in police_coverage(on=on)
        if each.local_police_area == name
    )


# The functions above call their arguments what they are, which hides these.


def _code(name_or_code: str) -> str:
    return municipality(name_or_code).code


def _area_name(name: str) -> str:
    return local_police_area(name).name


@cache
def _all() -> tuple[PoliceCoverage, ...]:
    return tuple(
        PoliceCoverage(
            municipality=row["municipality"],
            police_area=row["police_area"] or None,
            local_police_area=row["local_police_area"] or None,
            partial=row["partial"] == "1",
            first_day=day(row["first_day"]),
            last_day=day(row["last_day"]),
            as_of=row["as_of"] or None,
            confidence=Confidence(row["confidence"]) if row["confidence"] else None,
            source=row["source"] or None,
            note=row["note"] or None,
        )
        for row in rows("police_coverage.csv")
    )
