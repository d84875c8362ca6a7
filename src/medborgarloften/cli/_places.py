"""The places that an answer is limited to: one option for each kind of place.

Of several places of one kind, any will do; of several kinds, each has to be met.
They are asked for before anything is read, so that a misspelt one is told at once.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import cast

from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import complain
from medborgarloften.cli._saying import Words
from medborgarloften.queries import (
    AllOf,
    AnyOf,
    InCounty,
    InMunicipality,
    InPoliceRegion,
    Question,
    in_county,
    in_district,
    in_local_police_area,
    in_municipality,
    in_police_area,
    in_police_region,
)
from medborgarloften.queries.places import codes_of
from medborgarloften.reference import municipalities
from medborgarloften.register import Register

__all__ = [
    "any_of",
    "in_places",
    "load_there",
    "municipalities_there",
    "tell_of_places_without",
]

_ASKED: Mapping[str, Callable[[str], Question]] = {
    "municipality": in_municipality,
    "county": in_county,
    "police_region": in_police_region,
    "police_area": in_police_area,
    "local_police_area": in_local_police_area,
    "district": in_district,
}


def in_places(options: Namespace) -> Iterator[AnyOf]:
    """Ask for the places that were given: any of a kind, and each kind.

    Raises:
        UnknownName: If there is no such place; it tells the nearest.
    """
    for kind, names in _places_given(options):
        yield any_of(_ASKED[kind], names)


def any_of(ask: Callable[[str], Question], names: Iterable[str]) -> AnyOf:
    """Ask for any of what has some names."""
    return AnyOf(tuple(map(ask, names)))


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
    tell_of_places_without(options, register, say)
    return register, _agreements_there(register, asked)


def tell_of_places_without(options: Namespace, register: Register, say: Words) -> None:
    """Tell of each place given in which the register has no agreement."""
    for kind, names in _places_given(options):
        for name in names:
            if not register.agreements_where(_ASKED[kind](name)):
                reason = say("refusal.no_ids", place=name)
                complain(say("refusal.line", reason=reason))


def _places_given(options: Namespace) -> Iterator[tuple[str, Iterable[str]]]:
    for kind in _ASKED:
        names: Iterable[str] | None = getattr(options, kind, None)
        if names:
            yield kind, names


def _agreements_there(
    register: Register, asked: tuple[Question, ...]
) -> Container[str]:
    """List the ids of the agreements that hold in all of some places."""
    if not asked:
        return register
    return {each.id for each in register.agreements_where(AllOf(asked))}


def municipalities_there(asked: Iterable[AnyOf]) -> Container[str]:
    """List the codes of today's municipalities in the places asked for."""
    codes = {each.code for each in municipalities()}
    for place in asked:
        # No command that tells of municipalities asks for police areas.
        any_of_these = cast(
            "tuple[InMunicipality | InCounty | InPoliceRegion, ...]", place.questions
        )
        codes &= frozenset[str]().union(*map(codes_of, any_of_these))
    return codes
