"""Questions about places: where the agreement holds.

Its area counts, not its parties: a promise that the police make alone holds
somewhere too.  An agreement whose area is not known holds nowhere that can be
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TypeAlias, final

from attrs import frozen

from medborgarloften.errors import InvalidField
from medborgarloften.model import ValidityPeriod, slug
from medborgarloften.model._rules import check, refuse
from medborgarloften.queries.questions import Plain, Question

__all__ = [
    "AboutPlaces",
    "AboutPoliceAreas",
    "InCounty",
    "InDistrict",
    "InLocalPoliceArea",
    "InMunicipality",
    "InPoliceArea",
    "InPoliceRegion",
    "codes_of",
    "in_county",
    "in_district",
    "in_local_police_area",
    "in_municipality",
    "in_police_area",
    "in_police_region",
    "known_places_of",
    "named",
]

_MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")
_COUNTY_CODE = re.compile(r"[0-9]{2}")


@final
@frozen
class InMunicipality(Plain):
    """Whether the agreement holds in the municipality with a kommunkod."""

    code: str

    def __attrs_post_init__(self) -> None:
        check(self)
        if not _MUNICIPALITY_CODE.fullmatch(self.code):
            raise refuse(self, "code", "give the four digits of a kommunkod")


@final
@frozen
class InCounty(Plain):
    """Whether the agreement holds in a municipality of the county with a länskod."""

    code: str

    def __attrs_post_init__(self) -> None:
        check(self)
        if not _COUNTY_CODE.fullmatch(self.code):
            raise refuse(self, "code", "give the two digits of a länskod")


@final
@frozen
class InPoliceRegion(Plain):
    """Whether the agreement holds in a police region, by its name."""

    name: str

    def __attrs_post_init__(self) -> None:
        check(self)
        _refuse_other_name(self, "police_region", self.name)


AboutPlaces: TypeAlias = InMunicipality | InCounty | InPoliceRegion


@final
@frozen
class InPoliceArea(Plain):
    """Whether the agreement holds in a police area (polisområde), by its name."""

    name: str

    def __attrs_post_init__(self) -> None:
        check(self)
        _refuse_other_name(self, "police_area", self.name)


@final
@frozen
class InLocalPoliceArea(Plain):
    """Whether the agreement holds in a local police area, by its name."""

    name: str

    def __attrs_post_init__(self) -> None:
        check(self)
        _refuse_other_name(self, "local_police_area", self.name)


AboutPoliceAreas: TypeAlias = InPoliceArea | InLocalPoliceArea


@final
@frozen
class InDistrict(Plain):
    """Whether the agreement is limited to a district, by its name as `slug` has it."""

    name: str

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.name != slug(self.name):
            raise refuse(self, "name", f"write it as {slug(self.name)!r}")


def in_municipality(name_or_code: str) -> Question:
    """Ask whether the agreement holds in a municipality, or in a part of it.

    A code that the municipality had before counts too, in the agreement and here.

    >>> in_municipality("Askersunds kommun") == in_municipality("1882")
    True

    Raises:
        UnknownName: If no municipality is written so; it tells the nearest.
        InvalidField: If it is no text.
    """
    remedy = "give the name of a municipality or its kommunkod"
    name = named(name_or_code, "in_municipality", "name_or_code", remedy)
    # Where it is used: it would be a tenth of importing the library.
    from medborgarloften.reference import municipality

    return InMunicipality(municipality(name).code)


def in_county(name_or_code: str) -> Question:
    """Ask whether the agreement holds in a municipality of a county (län).

    An agreement of municipalities in two counties holds in both; a municipality that
    changed county lies where it does today.

    >>> in_county("Örebro län") == in_county("18")
    True

    Raises:
        UnknownName: If no county is written so; it tells the nearest.
        InvalidField: If it is no text.
    """
    remedy = "give the name of a county or its länskod"
    name = named(name_or_code, "in_county", "name_or_code", remedy)
    from medborgarloften.reference import county

    return InCounty(county(name).code)


def in_police_region(name: str) -> Question:
    """Ask whether the agreement holds in a police region, by its counties.

    Raises:
        UnknownName: If no police region is called so; it tells the nearest.
        InvalidField: If it is no text.
    """
    remedy = "give the name of a police region"
    name = named(name, "in_police_region", "name", remedy)
    from medborgarloften.reference import police_region

    return InPoliceRegion(police_region(name).name)


def in_police_area(name: str) -> Question:
    """Ask whether the agreement holds in a police area (polisområde).

    It does if one of its municipalities is known to lie there, wholly or in part,
    on a day on which the promise may hold; see `reference.police_coverage`, which
    is incomplete, so what is not found may lie there too.

    >>> str(in_police_area("Örebro"))
    'Promises that hold in the police area Örebro'

    Raises:
        UnknownName: If no police area is called so; it tells the nearest.
        InvalidField: If it is no text.
    """
    remedy = "give the name of a police area"
    name = named(name, "in_police_area", "name", remedy)
    from medborgarloften.reference import police_area

    return InPoliceArea(police_area(name).name)


def in_local_police_area(name: str) -> Question:
    """Ask whether the agreement holds in a local police area (lokalpolisområde).

    What is known of its municipalities counts, as with `in_police_area`.

    Raises:
        UnknownName: If no local police area is called so; it tells the nearest.
        InvalidField: If it is no text.
    """
    remedy = "give the name of a local police area"
    name = named(name, "in_local_police_area", "name", remedy)
    from medborgarloften.reference import local_police_area

    return InLocalPoliceArea(local_police_area(name).name)


def in_district(name: str) -> Question:
    """Ask whether the agreement is limited to a district: "Södermalm".

    Its name as written is compared whatever the case and the signs between words.
    An agreement for the whole of a municipality is not limited to any part of it,
    so it is not found.  Districts have no register: any name can be asked for.

    >>> in_district("SÖDERMALM") == in_district("Södermalm")
    True

    Raises:
        InvalidField: If it is no text, or has no letter or digit.
    """
    return InDistrict(slug(named(name, "in_district", "name", "name a district")))


@cache
def codes_of(question: AboutPlaces) -> frozenset[str]:
    """List the kommunkoder of the places that are asked for, former ones too.

    >>> sorted(codes_of(InMunicipality("0331")))
    ['0331', '1917']
    """
    from medborgarloften import reference

    match question:
        case InMunicipality(code):
            known = [each for each in reference.municipalities() if each.code == code]
            codes = {code}
        case InCounty(code):
            known = [each for each in reference.municipalities() if each.county == code]
            codes = set[str]()
        case _:
            counties = reference.police_region(question.name).counties
            places = reference.municipalities()
            known = [each for each in places if each.county in counties]
            codes = set[str]()
    codes.update(each.code for each in known)
    codes.update(former.code for each in known for former in each.former_codes)
    return frozenset(codes)


def known_places_of(
    question: AboutPoliceAreas,
) -> tuple[tuple[str, ValidityPeriod], ...]:
    """List the kommunkoder that are known to lie in a police area, and when."""
    from medborgarloften.reference import police_coverage

    area = "police_area" if isinstance(question, InPoliceArea) else "local_police_area"
    return tuple(
        (each.municipality, ValidityPeriod(each.first_day, each.last_day))
        for each in police_coverage()
        if getattr(each, area) == question.name
    )


def named(value: object, owner: str, name: str, remedy: str) -> str:
    """Return *value* if it is a text with a letter or a digit.

    Raises:
        InvalidField: If it is not; it names *owner* and *name*.
    """
    if not isinstance(value, str) or not slug(value):
        raise InvalidField(owner, name, value, remedy)
    return value


def _refuse_other_name(question: Plain, kind: str, name: str) -> None:
    """Refuse what is no area, or another name of one: each is asked for by one."""
    from medborgarloften import reference

    lookup: Callable[[str], reference.PoliceRegion] = getattr(reference, kind)
    known = lookup(name).name
    if name != known:
        raise refuse(question, "name", f"write it as {known!r}")
