"""Where agreements hold: municipalities as they are today, by kommunkod.

A code that is no longer in use counts for the municipality that had it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from medborgarloften.model import Agreement, AgreementKind, Area
from medborgarloften.model._rules import expect
from medborgarloften.reference import municipalities
from medborgarloften.register import Register

__all__ = ["Placed", "municipalities_today", "of_kind", "placed", "unplaced"]

_NOWHERE = ""  # no kommunkod


class Placed(NamedTuple):
    """The agreements of a register by where they hold.

    Attributes:
        in_municipality: Those in each of today's municipalities, by its code.
        unplaced: Those whose area names no municipality, or has a code that none
            ever had.
    """

    in_municipality: dict[str, list[Agreement]]
    unplaced: list[Agreement]


def placed(function: str, register: Register, kind: AgreementKind | None) -> Placed:
    """Sort the agreements of a register, or only those of a kind, by where they hold.

    Each comes once in a place, by id.

    Raises:
        InvalidField: As `of_kind`.
    """
    there = defaultdict[str, list[Agreement]](list)
    for agreement in of_kind(function, register, kind):
        for code in municipalities_today(agreement.area) or (_NOWHERE,):
            there[code].append(agreement)
    known = {each.code: there.pop(each.code, []) for each in municipalities()}
    unplaced = {each.id: each for lost in there.values() for each in lost}
    return Placed(known, [unplaced[id] for id in sorted(unplaced)])


def unplaced(
    register: Register, *, kind: AgreementKind | None = None
) -> tuple[Agreement, ...]:
    """List the agreements that hold in a place that nobody can tell, by id.

    Their area names no municipality, or has a code that no municipality ever had.
    They count for no municipality in `coverage`, and fill no gap in `gaps`.

    >>> unplaced(Register())
    ()

    Raises:
        InvalidField: If *register* is no register, or *kind* no kind of agreement.
    """
    return tuple(placed("unplaced", register, kind).unplaced)


def of_kind(
    function: str, register: Register, kind: AgreementKind | None
) -> Iterable[Agreement]:
    """Go through the agreements of a register, or only those of a kind, by id.

    Raises:
        InvalidField: If one is something else; it names the *function* they were
            given to.
    """
    agreements = expect(Register, function, "register", register).agreements
    if kind is None:
        return agreements
    expect(AgreementKind, function, "kind", kind)
    return (each for each in agreements if each.kind is kind)


def municipalities_today(area: Area) -> tuple[str, ...]:
    """List today's codes of an area's municipalities, each once, in its order.

    A code that no municipality ever had stands for itself.

    >>> municipalities_today(Area(municipalities=("1917", "0331", "9999")))
    ('0331', '9999')
    """
    return _today(area.municipalities)


# A register has far fewer areas than agreements.
@lru_cache(maxsize=4096)
def _today(codes: tuple[str, ...]) -> tuple[str, ...]:
    today = _codes_today()
    return tuple(dict.fromkeys(today.get(code, code) for code in codes))


@cache
def _codes_today() -> dict[str, str]:
    """Map each code, and each that was one, to that of today."""
    former = {
        former.code: each.code
        for each in municipalities()
        for former in each.former_codes
    }
    return former | {each.code: each.code for each in municipalities()}
