"""The places that an answer is limited to: one option for each kind of place.

They are asked for before anything is read, so that a misspelt one is told at once.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Container, Iterator
from typing import cast

from medborgarloften.cli._files import load_register
from medborgarloften.cli._saying import Words
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

__all__ = ["in_places", "load_there", "municipalities_there"]


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


def load_there(options: Namespace, say: Words) -> tuple[Register, Container[str]]:
    """Read the register, and list the ids of its agreements in the places asked for.

    Raises:
        FaultyFile: If anything in the register is wrong.
        OSError: If its file cannot be read.
        UnknownName: If there is no such place; it tells the nearest.
        UsageError: If the file's name is no name of a register.
    """
    asked = tuple(in_places(options))
    register = load_register(options.register, say)
    return register, _agreements_there(register, asked)


def _agreements_there(
    register: Register, asked: tuple[Question, ...]
) -> Container[str]:
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
