"""What does not fit together within one agreement: every fault, not the first.

An agreement refuses promisors whom nobody knows, and says so of the first.  A
document is mended by a person, who wants to know them all at once, and also when
other parts of the agreement cannot be read.  So this looks at the plain data of
an agreement that was refused, and passes over what is of a wrong type: that is
told already.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from medborgarloften.serializers._strict.data import is_list, items_of, objects_of
from medborgarloften.serializers._strict.faults import Fault, Place
from medborgarloften.serializers._strict.words import Words, shown

__all__ = ["faults_between"]

_Object: TypeAlias = dict[str, Any]

_MOST_NAMED = 20


def faults_between(agreement: _Object) -> Iterator[Fault]:
    """Find what does not fit together in the plain data of an agreement."""
    ids = dict(_party_ids(agreement))
    yield from _shared(ids)
    if _all_are_readable(agreement, ids):
        yield from _unknown_parties(agreement, dict.fromkeys(ids.values()))
    yield from _misplaced(agreement)
    yield from _wrong_parents(agreement)
    yield from _unknown_sources(agreement)


def _party_ids(agreement: _Object) -> Iterator[tuple[Place, str]]:
    for field in ("parties", "others"):
        for place, party in objects_of(agreement, field):
            if isinstance(party.get("id"), str):
                yield (*place, "id"), party["id"]


def _all_are_readable(agreement: _Object, ids: Collection[Place]) -> bool:
    # A party that cannot be read may be the very one that is named elsewhere.
    parties, others = agreement.get("parties"), agreement.get("others", [])
    if not parties or not is_list(parties) or not is_list(others):
        return False
    return len(ids) == len(parties) + len(others)


def _shared(ids: Mapping[Place, str]) -> Iterator[Fault]:
    taken: set[str] = set()
    for place, id_ in ids.items():
        if id_ in taken:
            yield Fault(place, "duplicate-id", _is_taken(id_))
        taken.add(id_)


def _unknown_parties(agreement: _Object, known: Collection[str]) -> Iterator[Fault]:
    names = ", ".join(islice(known, _MOST_NAMED))
    more = " …" if len(known) > _MOST_NAMED else ""
    for place, id_ in _named(agreement):
        if isinstance(id_, str) and id_ not in known:
            yield Fault(place, "broken-reference", _is_nobody(id_, names + more))


def _named(agreement: _Object) -> Iterator[tuple[Place, Any]]:
    for place, promise in objects_of(agreement, "promises"):
        for field in ("promisors", "partners"):
            for index, id_ in enumerate(items_of(promise, field)):
                yield (*place, field, index), id_
    for place, signatory in objects_of(agreement, "signatories"):
        yield (*place, "party"), signatory.get("party")


def _misplaced(agreement: _Object) -> Iterator[Fault]:
    for place, promise in objects_of(agreement, "promises"):
        number, right = promise.get("number"), place[-1] + 1
        if type(number) is int and number > 0 and number != right:
            yield Fault((*place, "number"), "invalid", _is_number(right, number))


def _wrong_parents(agreement: _Object) -> Iterator[Fault]:
    count = len(items_of(agreement, "promises"))
    parents: dict[int, int] = {}
    for place, promise in objects_of(agreement, "promises"):
        parent = promise.get("parent")
        if type(parent) is not int or parent < 1:  # its own rule tells that
            continue
        if parent <= count:
            parents[place[-1] + 1] = parent
        else:
            words = _is_not_there("promise", "inget löfte", parent)
            yield Fault((*place, "parent"), "broken-reference", words)
    for number in _in_circles(parents):
        circling = ("promises", number - 1, "parent")
        yield Fault(circling, "broken-reference", _SERVES_ITSELF)


def _in_circles(parents: Mapping[int, int]) -> Iterator[int]:
    """Find the numbers that lead back to themselves; each step is walked once."""
    walked: set[int] = set()
    for start in parents:
        trail: list[int] = []
        at = start
        while at in parents and at not in walked:
            walked.add(at)
            trail.append(at)
            at = parents[at]
        if at in trail:
            yield from trail[trail.index(at) :]


def _unknown_sources(agreement: _Object) -> Iterator[Fault]:
    count = len(items_of(agreement, "sources"))
    for place, citation in objects_of(agreement, "citations"):
        source = citation.get("source", 0)
        if type(source) is int and source >= count:
            words = _is_not_there("source", "ingen källa", source)
            yield Fault((*place, "source"), "broken-reference", words)


_SERVES_ITSELF = Words(
    "leads back to this promise; let no goal serve itself",
    "leder tillbaka till detta löfte; låt inget mål tjäna sig självt",
)


def _is_taken(id_: str) -> Words:
    name = shown(id_).en
    return Words(
        f"{name} is another party's id; give everybody an id of their own",
        f"{name} är en annan parts id; ge var och en ett eget id",
    )


def _is_nobody(id_: str, known: str) -> Words:
    name = shown(id_).en
    return Words(
        f"no party has the id {name}; name one of: {known}",
        f"ingen part har id {name}; ange någon av: {known}",
    )


def _is_number(right: int, wrong: int) -> Words:
    found = shown(wrong)
    return Words(
        f"it is number {right} of the promises, not {found.en}",
        f"det är nummer {right} av löftena, inte {found.sv}",
    )


def _is_not_there(what: str, none_sv: str, number: int) -> Words:
    found = shown(number)
    return Words(
        f"there is no {what} {found.en} here", f"här finns {none_sv} {found.sv}"
    )
