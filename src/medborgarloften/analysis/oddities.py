"""What an agreement says of places that does not fit with the list of municipalities.

Documents are read strictly, and yet a kommunkod may be mistyped: four digits are four
digits.  Nothing is refused for it and nothing is mended, for a code may be newer than
the library; it is told, with what may have been meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum

from attrs import frozen

from medborgarloften.errors import UnknownName
from medborgarloften.model import Agreement, Party, PartyKind
from medborgarloften.model._rules import expect
from medborgarloften.reference import municipality, municipality_by_code
from medborgarloften.register import Register

__all__ = ["Oddity", "OddityKind", "oddities"]


class OddityKind(StrEnum):
    """What does not fit.

    ``UNKNOWN_CODE``: no municipality has the kommunkod, or ever had it.
    ``NAMED_OTHERWISE``: a municipality among the parties has the name of one and the
    kommunkod of another.  ``OUTSIDE_AREA``: a municipality among the parties is none
    of those where the agreement holds.
    """

    UNKNOWN_CODE = "unknown_code"
    NAMED_OTHERWISE = "named_otherwise"
    OUTSIDE_AREA = "outside_area"


@frozen
class Oddity:
    """Something about a place in an agreement that should be looked at.

    Attributes:
        agreement: The id of the agreement.
        kind: What does not fit.
        code: The kommunkod that does not.
        party: The id of the party that has it; ``None`` if it is of the area.
        meant: The kommunkoder that may have been meant; none where nobody can tell.
    """

    agreement: str
    kind: OddityKind
    code: str
    party: str | None = None
    meant: tuple[str, ...] = ()


def oddities(register: Register) -> tuple[Oddity, ...]:
    """List what does not fit with the list of municipalities.

    They are in the order of agreements; of each first what is of its area, then of its
    parties, one after the other.

    Raises:
        InvalidField: If it is no register.
    """
    expect(Register, "oddities", "register", register)
    return tuple(odd for each in register.values() for odd in _oddities_of(each))


def _oddities_of(agreement: Agreement) -> Iterator[Oddity]:
    for code in agreement.area.municipalities:
        if not _is_known(code):
            parties = [each for each in agreement.parties if each.code == code]
            yield _unknown(agreement, code, parties, party=None)
    for party in agreement.parties:
        if party.kind is PartyKind.MUNICIPALITY and party.code is not None:
            yield from _oddity_of(party, party.code, agreement)


def _oddity_of(party: Party, code: str, agreement: Agreement) -> Iterator[Oddity]:
    named = _code_of_name(party.name)
    area = agreement.area.municipalities
    if not _is_known(code):
        yield _unknown(agreement, code, [party], party=party.id)
    elif named is not None and named != municipality_by_code(code, former=True).code:
        kind = OddityKind.NAMED_OTHERWISE
        yield Oddity(agreement.id, kind, code, party.id, (named,))
    elif area and code not in area:
        yield Oddity(agreement.id, OddityKind.OUTSIDE_AREA, code, party.id)


def _unknown(
    agreement: Agreement, code: str, parties: list[Party], *, party: str | None
) -> Oddity:
    """Tell of a code that nobody has; its party's name may tell what was meant."""
    meant = tuple(filter(None, (_code_of_name(each.name) for each in parties)))
    return Oddity(agreement.id, OddityKind.UNKNOWN_CODE, code, party, meant)


def _is_known(code: str) -> bool:
    with suppress(UnknownName):
        return bool(municipality_by_code(code, former=True))
    return False


def _code_of_name(name: str) -> str | None:
    with suppress(UnknownName):
        return municipality(name).code
    return None
