"""A register as a tree of what linked data says of it, before it is text.

The tree holds the model's fields under their own names, as plain data does, but
leaves out what is ``None`` or empty: a graph says what is known.  Each object has
its ``@type``, and its ``@id`` where others refer to it.  What the same facts are in
the words of others stands beside, under names with a prefix: ``schema:agent``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeAlias

from medborgarloften.errors import UnknownName
from medborgarloften.model import (
    Agreement,
    AgreementKind,
    Citation,
    Outcome,
    Party,
    PartyKind,
    Promise,
    Source,
    Status,
    ValidityPeriod,
)
from medborgarloften.model._shapes import is_record
from medborgarloften.reference import municipality_by_code
from medborgarloften.register import Register
from medborgarloften.serializers._documents.migrations import VERSION, VERSION_FIELD
from medborgarloften.serializers._linked.names import Iri, is_address, segment
from medborgarloften.serializers._linked.vocabulary import (
    municipality_iri,
    terms_of,
    types_beside,
)

__all__ = ["LINKS", "Node", "linked"]

Node: TypeAlias = dict[str, Any]
_Links: TypeAlias = Iterator[tuple[str, list[Iri] | str | None]]

# The names with a prefix that lead to things; the others have a text.
LINKS = (
    "dcterms:hasPart",
    "dcterms:isPartOf",
    "dcterms:references",
    "dcterms:replaces",
    "dcterms:source",
    "dcterms:spatial",
    "prov:hadPrimarySource",
    "prov:wasQuotedFrom",
    "schema:actionStatus",
    "schema:agent",
    "schema:containedInPlace",
    "schema:participant",
)

_NUTS = "http://data.europa.eu/nuts/code/"
_TYPES_BY_KIND: dict[StrEnum | None, tuple[Iri, ...]] = {
    AgreementKind.COOPERATION_AGREEMENT: ("org:OrganizationalCollaboration",),
    PartyKind.POLICE: ("org:OrganizationalUnit",),
    PartyKind.MUNICIPALITY: ("org:FormalOrganization", "schema:GovernmentOrganization"),
}
# What is done in part is neither completed nor failed; no evidence says nothing.
_ACTION_STATUS = {
    Status.NOT_STARTED: "schema:PotentialActionStatus",
    Status.ONGOING: "schema:ActiveActionStatus",
    Status.FULFILLED: "schema:CompletedActionStatus",
    Status.NOT_FULFILLED: "schema:FailedActionStatus",
}


def linked(register: Register) -> Node:
    """Lay a register out as the tree that every format of linked data writes."""
    agreements = [
        _node(each, _agreement_iri(each.id), "") for each in register.agreements
    ]
    statuses = dict(_statuses(register))
    for agreement in agreements:
        for promise in agreement.get("promises", ()):
            if promise["@id"] in statuses:
                promise["schema:actionStatus"] = [statuses[promise["@id"]]]
    codes = {code for each in register.agreements for code in each.area.municipalities}
    return {
        "@type": [Register.__name__],
        VERSION_FIELD: VERSION,
        "agreements": agreements,
        "outcomes": [_node(each, None, "") for each in register.outcomes],
        "@included": list(map(_municipality, sorted(codes))),
    }


def _node(thing: Any, iri: Iri | None, whole: Iri) -> Node:
    """Tell of a thing that is a part of the *whole*."""
    node: Node = {} if iri is None else {"@id": iri}
    class_: type = thing.__class__
    by_kind = _TYPES_BY_KIND.get(getattr(thing, "kind", None), ())
    node["@type"] = [class_.__name__, *types_beside(class_), *by_kind]
    for name, term in terms_of(class_).items():
        value = getattr(thing, name)
        if value is None or value == ():
            continue
        if not is_record(term.shape.type):
            node[name] = list(map(_plain, value)) if term.shape.many else _plain(value)
        elif term.shape.many:
            node[name] = list(_parts(value, iri or whole))
        else:
            node[name] = _node(value, None, iri or whole)
    links = _links(thing, whole or iri or "")
    return node | {name: link for name, link in links if link}


def _parts(things: tuple[Any, ...], whole: Iri) -> Iterator[Node]:
    """Tell of the parts of a whole, and name those that others refer to."""
    for index, thing in enumerate(things):
        match thing:
            case Promise():
                yield _node(thing, f"{whole}:promise:{thing.number}", whole)
            case Party():
                yield _node(thing, _party_iri(whole, thing.id), whole)
            case Source() if whole:
                yield _node(thing, f"{whole}:source:{index}", whole)
            case _:
                yield _node(thing, None, whole)


def _plain(value: str | int | date) -> str | int:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _agreement_iri(id_: str) -> Iri:
    return f"ml:agreement:{segment(id_)}"


def _party_iri(agreement: Iri, id_: str) -> Iri:
    return f"{agreement}:party:{segment(id_)}"


# ---------------------------------------------------------------- in others' words


def _links(thing: Any, agreement: Iri) -> _Links:
    """Tell what else follows from a thing, in the words of others."""
    match thing:
        case Agreement():
            yield from _links_of_agreement(thing, agreement)
        case Promise():
            yield from _days(thing.period)
            yield (
                "schema:agent",
                [_party_iri(agreement, id_) for id_ in thing.promisors],
            )
            partners = [_party_iri(agreement, id_) for id_ in thing.partners]
            yield "schema:participant", partners
        case Outcome():
            promise = f"{_agreement_iri(thing.agreement)}:promise:{thing.promise}"
            yield "dcterms:references", [promise]
        case Citation():
            yield "prov:wasQuotedFrom", [f"{agreement}:source:{thing.source}"]
        case _:
            pass


def _links_of_agreement(agreement: Agreement, iri: Iri) -> _Links:
    yield from _days(agreement.period)
    yield "dcterms:spatial", list(map(municipality_iri, agreement.area.municipalities))
    promises = [f"{iri}:promise:{each.number}" for each in agreement.promises]
    yield "dcterms:hasPart", promises
    if agreement.parent is not None:
        yield "dcterms:isPartOf", [_agreement_iri(agreement.parent)]
    if agreement.supersedes is not None:
        yield "dcterms:replaces", [_agreement_iri(agreement.supersedes)]
    sources = [f"{iri}:source:{index}" for index, _ in enumerate(agreement.sources)]
    yield "prov:hadPrimarySource", sources
    urls = dict.fromkeys(each.url for each in agreement.sources if each.url)
    yield "dcterms:source", list(filter(is_address, urls))


def _days(period: ValidityPeriod | None) -> _Links:
    """Tell of a period as texts: in EDTF, and as an interval of ISO 8601."""
    if period is None or not period.is_stated:
        return
    yield "dcterms:valid", str(period)
    first_day, last_day = period.first_day, period.last_day
    # What may go on after its last day is no interval that ISO 8601 can say.
    if first_day is not None and (last_day is not None) != period.open_ended:
        yield "schema:temporalCoverage", f"{first_day}/{last_day or '..'}"


def _statuses(register: Register) -> Iterator[tuple[Iri, Iri]]:
    """Tell how it stood with each promise on the latest day that anybody told of."""
    for (id_, number), outcomes in groupby(
        register.outcomes, attrgetter("agreement", "promise")
    ):
        told = list(outcomes)
        latest = {each.status for each in told if each.on == told[-1].on}
        if len(latest) == 1 and (status := latest.pop()) in _ACTION_STATUS:
            yield f"{_agreement_iri(id_)}:promise:{number}", _ACTION_STATUS[status]


def _municipality(code: str) -> Node:
    """Tell of a municipality as a place; of a code that nobody has, only the code."""
    node: Node = {
        "@id": municipality_iri(code),
        "@type": ["schema:AdministrativeArea", "dcterms:Location"],
        "dcterms:identifier": code,
    }
    try:
        known = municipality_by_code(code, former=True)
    except UnknownName:
        return node
    node["schema:name"] = known.name
    if known.code == code:  # it may have changed county with its code
        node["schema:containedInPlace"] = [_NUTS + known.nuts3]
    return node
