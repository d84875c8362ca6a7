"""Which agreement follows which: the row of agreements in a place.

That one follows another is stated (`Agreement.supersedes`), or it is concluded from
their days: of one kind, in the same municipalities and district, the one that begins
next.  What is concluded never stands against what is stated; where what is stated
cannot be right, that is told, and nothing is left out.

An umbrella (`Agreement.parent`) stands above an agreement and not before it, so it
plays no part here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import frozen

from medborgarloften.analysis._contradictions import (
    Contradiction,
    ContradictionKind,
    in_days,
    in_what_goes_round,
    in_what_is_stated,
)
from medborgarloften.analysis._places import municipalities_today
from medborgarloften.analysis._successions import (
    Succession,
    begun_in_order,
    concluded,
    first_day,
    rings_in,
    stated,
)
from medborgarloften.model import Agreement, How
from medborgarloften.model._rules import expect
from medborgarloften.reference import municipality
from medborgarloften.register import Register

__all__ = [
    "Chain",
    "Contradiction",
    "ContradictionKind",
    "Lineage",
    "Succession",
    "lineage",
]


@frozen
class Chain:
    """Agreements of which each follows the one before.

    Attributes:
        agreements: Their ids.
        municipalities: The codes today of the municipalities where any of them
            holds, sorted.
    """

    agreements: tuple[str, ...]
    municipalities: tuple[str, ...]


@frozen
class Lineage:
    """Which agreements follow which.

    Attributes:
        successions: What follows what, by the id of the later one.  Each agreement
            follows one at most.
        chains: The rows of agreements, by the first day of the first in each; each
            agreement is in one.  Where several follow the same one, its row goes on
            with the one that begins first, and each of the others begins a row.  A
            ring begins with its smallest id.
        contradictions: What cannot be right, or cannot be told; by kind.
        undated: The ids of agreements of which no first day is known, so that
            nothing can be concluded of them.
        unplaced: The ids of agreements whose area names no municipality, so that
            nothing can either.
    """

    successions: tuple[Succession, ...]
    chains: tuple[Chain, ...]
    contradictions: tuple[Contradiction, ...]
    undated: tuple[str, ...]
    unplaced: tuple[str, ...]

    def chains_in(self, name_or_code: str) -> tuple[Chain, ...]:
        """List the rows of agreements in a municipality, or in a part of it.

        Raises:
            UnknownName: If no municipality is written so; it tells the nearest.
            InvalidField: If it is no text.
        """
        code = municipality(name_or_code).code
        return tuple(each for each in self.chains if code in each.municipalities)


def lineage(register: Register) -> Lineage:
    """Tell which agreement follows which, and what of that cannot be right.

    Where an agreement does not say which it replaces, it follows the one that began
    last before it, of its kind and in the same municipalities and district, unless
    another says that it replaces that one.  Where two began together, nothing is
    concluded.  Days are those of `Agreement.in_force`, and a kommunkod that is no
    longer in use counts for the municipality that had it.

    Raises:
        InvalidField: If *register* is no register.
    """
    agreements = expect(Register, "lineage", "register", register).agreements
    said = list(stated(register))
    replaced = {each.earlier for each in said}
    begun = begun_in_order(agreements)
    found = [*said, *chain.from_iterable(concluded(each, replaced) for each in begun)]
    rings = list(rings_in({each.later: each.earlier for each in found}))
    in_rings = set(chain.from_iterable(rings))
    doubts = list(in_what_is_stated(register, said))
    contradictions = [
        *doubts,
        *in_what_goes_round(rings, found, doubts),
        *chain.from_iterable(in_days(each, replaced) for each in begun),
    ]
    successions = [
        each for each in found if each.how is How.STATED or each.later not in in_rings
    ]
    return Lineage(
        tuple(sorted(successions, key=lambda each: each.later)),
        tuple(_chains(register, successions)),
        tuple(sorted(contradictions, key=lambda each: (each.kind, each.agreements))),
        tuple(each.id for each in agreements if each.in_force.first_day is None),
        tuple(each.id for each in agreements if not each.area.municipalities),
    )


def _chains(register: Register, successions: Iterable[Succession]) -> Iterator[Chain]:
    earlier = {each.later: each.earlier for each in successions if each.in_register}
    for ring in tuple(rings_in(earlier)):
        del earlier[ring[0]]
    followers = defaultdict[str, list[Agreement]](list)
    for later, before in earlier.items():
        followers[before].append(register[later])
    following = {
        before: min(later, key=lambda each: (first_day(each), each.id)).id
        for before, later in followers.items()
    }
    going_on = set(following.values())
    firsts = (each for each in register.agreements if each.id not in going_on)
    for first in sorted(firsts, key=first_day):
        ids = [first.id]
        while ids[-1] in following:
            ids.append(following[ids[-1]])
        places = (municipalities_today(register[id].area) for id in ids)
        yield Chain(tuple(ids), tuple(sorted(set(chain.from_iterable(places)))))
