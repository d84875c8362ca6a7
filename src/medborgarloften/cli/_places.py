"""The places that an answer is limited to: one option for each kind of place.

They are asked for before anything is read, so that a misspelt one is told at once.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Container, Iterator
from typing import cast

from medborgarloften.queries import (
    AllOf,
    InCounty,
    InMunicipality,
    InPoliceRegion,
    Question,
    in_county,
    in_municipality,
    in_police_region,
)
from medborgarloften.queries.places import codes_of
from medborgarloften.reference import municipalities
from medborgarloften.register import Register

__all__ = ["agreements_there", "in_places", "municipalities_there"]


def in_places(options: Namespace) -> Iterator[Question]:
    """Ask for the places that were given, each of them.

    Raises:
        UnknownName: If there is no such place; it tells the nearest.
    """
    if options.municipality:
        yield in_municipality(options.municipality)
    if options.county:
        yield in_county(options.county)
    if options.police_region:
        yield in_police_region(options.police_region)


def agreements_there(register: Register, asked: tuple[Question, ...]) -> Container[str]:
    """List the ids of the agreements that hold in all of some places."""
    if not asked:
        return register
    return {each.id for each in register.agreements_where(AllOf(asked))}


def municipalities_there(asked: tuple[Question, ...]) -> Container[str]:
    """List the codes of today's municipalities in all of some places."""
    codes = {each.code for each in municipalities()}
    for question in asked:
        codes &= codes_of(cast("InMunicipality | InCounty | InPoliceRegion", question))
    return codes
