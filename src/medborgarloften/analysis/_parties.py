"""The bodies behind parties: an id, and often a name, is of one agreement only."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from attrs import frozen

from medborgarloften.analysis._places import municipalities_today
from medborgarloften.errors import UnknownName
from medborgarloften.model import Area, Party, PartyKind
from medborgarloften.reference import municipality
from medborgarloften.reference._table import key

__all__ = ["Body", "PromisorChange", "body_of"]

Body: TypeAlias = tuple[PartyKind, str]


@frozen
class PromisorChange:
    """Who promised, and who promises now.

    Attributes:
        old: The parties who did, in the order of the promise.
        new: The parties who do.
    """

    old: tuple[Party, ...]
    new: tuple[Party, ...]

    @property
    def changed(self) -> bool:
        """Whether they are other bodies.

        Ids do not count.  The police are one body whichever local area signs, and a
        municipality is one however its name is written.
        """
        return set(map(body_of, self.old)) != set(map(body_of, self.new))


def body_of(party: Party) -> Body:
    """Tell which body a party is, so that it is known again in another agreement.

    The police are one authority, whichever of their local areas signs.  A
    municipality is known by its kommunkod, or by any way to write its name; others
    by their kind and their name, however that is typed.

    >>> habo = Party(id="1", kind=PartyKind.MUNICIPALITY, name="HABO KOMMUN")
    >>> same = Party(id="2", kind=PartyKind.MUNICIPALITY, name="Kommunen", code="0643")
    >>> body_of(habo) == body_of(same)
    True
    """
    if party.kind is PartyKind.POLICE:
        return party.kind, ""
    if party.code is not None:
        (code,) = municipalities_today(Area(municipalities=(party.code,)))
        return party.kind, code
    name = key(party.name)
    is_municipality = party.kind is PartyKind.MUNICIPALITY
    return party.kind, _code_or_name(name) if is_municipality else name


# Looking for the nearest name, where there is none, takes long.
@lru_cache(maxsize=4096)
def _code_or_name(name: str) -> str:
    try:
        return municipality(name).code
    except UnknownName:
        return name
