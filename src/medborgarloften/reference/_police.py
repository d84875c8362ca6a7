"""How the police divide Sweden: regions, police areas, local police areas.

The seven regions (polisregioner) of 2015 are made of whole counties.  Of the
police areas (polisområden) and local police areas (lokalpolisområden) under
them no complete list is known to us, and they change: what is here is what
pages have told.  Which municipalities they cover, and how that is known, is in
`police_coverage`.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from medborgarloften.reference._counties import counties
from medborgarloften.reference._table import (
    Names,
    asked,
    by_name,
    found,
    genitive,
    key,
    plain,
    rows,
    without,
)

__all__ = [
    "LocalPoliceArea",
    "PoliceArea",
    "PoliceRegion",
    "local_police_area",
    "local_police_areas",
    "police_area",
    "police_areas",
    "police_region",
    "police_regions",
]

_JOINT = re.compile(r" ?(?:[/&-]| och ) ?")


@frozen(kw_only=True)
class PoliceRegion:
    """One of the police's seven regions (polisregion).

    Attributes:
        name: "Bergslagen".
        official_name: "Polisregion Bergslagen".
        counties: The codes of the counties that it is made of.
    """

    name: str
    official_name: str
    counties: tuple[str, ...]


@frozen(kw_only=True)
class PoliceArea:
    """A police area (polisområde): a part of a region.

    Attributes:
        name: "Örebro".
        region: The name of its region.
        other_names: Other ways in which the area is named.
    """

    name: str
    region: str
    other_names: tuple[str, ...] = ()


@frozen(kw_only=True)
class LocalPoliceArea:
    """A local police area (lokalpolisområde): it enters into medborgarlöften.

    Attributes:
        name: "Hallsberg".
        region: The name of its region.
        police_area: The name of its police area, the latest that is known;
            None if it is not known.
        other_names: Other ways in which the area is named.
        note: What is uncertain about it.
    """

    name: str
    region: str
    police_area: str | None = None
    other_names: tuple[str, ...] = ()
    note: str | None = None


@cache
def police_regions() -> tuple[PoliceRegion, ...]:
    """Tell all police regions, in the order of their first counties.

    >>> [each.name for each in police_regions()]
    ['Stockholm', 'Mitt', 'Öst', 'Syd', 'Väst', 'Bergslagen', 'Nord']
    """
    names = dict.fromkeys(county.police_region for county in counties())
    return tuple(
        PoliceRegion(
            name=name,
            official_name=f"Polisregion {name}",
            counties=tuple(
                county.code for county in counties() if county.police_region == name
            ),
        )
        for name in names
    )


def police_region(name: str) -> PoliceRegion:
    """Look up a police region by its name, whatever the case.

    >>> police_region("region Syd") == police_region("Polisregion Syd")
    True
    >>> police_region("Bergslagen").counties
    ('17', '18', '20')

    Raises:
        UnknownName: If there is no such region; it tells the nearest names.
        InvalidField: If it is no text.
    """
    sought = without(
        {"polisregion", "polisregionen", "region", "regionen"},
        asked("police_region", "name", name),
    )
    names = (each.name for each in police_regions())
    return found("police region", name, _regions().get(sought), sought, names)


@cache
def police_areas() -> tuple[PoliceArea, ...]:
    """Tell the police areas that are known, by the codes of their municipalities.

    >>> police_areas()[0]
    PoliceArea(name='Stockholm nord', region='Stockholm', other_names=())
    """
    return tuple(
        PoliceArea(
            name=row["name"],
            region=row["region"],
            other_names=_names(row["other_names"]),
        )
        for row in rows("police_areas.csv")
    )


def police_area(name: str) -> PoliceArea:
    """Look up a police area by its name, whatever the case.

    >>> police_area("polisområde Örebro").region
    'Bergslagen'

    Raises:
        UnknownName: If no such area is known; it tells the nearest names.
        InvalidField: If it is no text.
    """
    sought = without(
        {"polisomrade", "polisomradet", "po"}, asked("police_area", "name", name)
    )
    names = (each.name for each in police_areas())
    area = _areas().get(_joint(sought))
    return found("police area", name, area, sought, names)


@cache
def local_police_areas() -> tuple[LocalPoliceArea, ...]:
    """Tell the local police areas that are known, by their municipalities' codes.

    >>> local_police_areas()[0].name
    'Täby'
    """
    return tuple(
        LocalPoliceArea(
            name=row["name"],
            region=row["region"],
            police_area=row["police_area"] or None,
            other_names=_names(row["other_names"]),
            note=row["note"] or None,
        )
        for row in rows("local_police_areas.csv")
    )


def local_police_area(name: str) -> LocalPoliceArea:
    """Look up a local police area by any way to write it, whatever the case.

    Names of several places are found in any order, with "/", "-" or "och".

    >>> local_police_area("LPO Hallsberg").police_area
    'Örebro'
    >>> local_police_area("lokalpolisområde Strängnäs/Eskilstuna").name
    'Eskilstuna'
    >>> local_police_area("Bodens och Luleå lokalpolisområde").name
    'Luleå/Boden'

    Raises:
        UnknownName: If no such area is known; it tells the nearest names.
        InvalidField: If it is no text.
    """
    sought = without(
        {"lokalpolisomrade", "lokalpolisomradet", "lpo"},
        asked("local_police_area", "name", name),
    )
    names = (each.name for each in local_police_areas())
    area = _local_areas().get(_joint(sought))
    return found("local police area", name, area, sought, names)


def _names(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def _joint(name: str) -> str:
    # "Luleå/Boden", "Bodens och Luleå": one area, whichever place comes first.
    return "/".join(sorted(map(genitive, _JOINT.split(name)), key=plain))


@cache
def _regions() -> Names[PoliceRegion]:
    return by_name((key(each.name), each) for each in police_regions())


@cache
def _areas() -> Names[PoliceArea]:
    return by_name(
        (_joint(key(name)), each)
        for each in police_areas()
        for name in (each.name, *each.other_names)
    )


@cache
def _local_areas() -> Names[LocalPoliceArea]:
    return by_name(
        (_joint(key(name)), each)
        for each in local_police_areas()
        for name in (each.name, *each.other_names)
    )
