"""What the Swedish profile of DCAT, version 3.0.1, demands and recommends."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from medborgarloften.errors import Problem
from medborgarloften.serializers._linked.graph import Graph, Object, written_object
from medborgarloften.serializers._linked.names import Iri, expanded
from medborgarloften.serializers._strict.faults import Fault, Place
from medborgarloften.serializers._strict.words import Words

__all__ = ["missing_from"]


@frozen
class _Asked:
    """What is asked of the things of one class.

    Attributes:
        types: What they are called.
        led_to_by: The property that leads to them.
        required: Whether there has to be one at all.
        demanded: The properties that they have to have.
        recommended: Those that they should have.
    """

    types: tuple[Iri, ...]
    led_to_by: Iri | None
    required: bool
    demanded: tuple[Iri, ...]
    recommended: tuple[Iri, ...]


_PROFILE = (
    _Asked(
        types=("dcat:Catalog",),
        led_to_by=None,
        required=True,
        demanded=(
            "dcterms:title",
            "dcterms:description",
            "dcterms:publisher",
            "dcat:dataset",
        ),
        recommended=(
            "dcterms:license",
            "dcterms:language",
            "dcterms:issued",
            "dcterms:modified",
            "foaf:homepage",
            "dcat:themeTaxonomy",
        ),
    ),
    _Asked(
        types=("dcat:Dataset",),
        led_to_by="dcat:dataset",
        required=True,
        demanded=("dcterms:title", "dcterms:description", "dcterms:publisher"),
        recommended=(
            "dcat:contactPoint",
            "dcat:distribution",
            "dcat:keyword",
            "dcat:theme",
            "dcterms:spatial",
            "dcterms:temporal",
        ),
    ),
    _Asked(
        types=("dcat:Distribution",),
        led_to_by="dcat:distribution",
        required=False,
        demanded=("dcat:accessURL",),
        recommended=("dcterms:license", "dcterms:format"),
    ),
    _Asked(
        types=("foaf:Agent",),
        led_to_by="dcterms:publisher",
        required=False,
        demanded=("foaf:name",),
        recommended=("dcterms:type",),
    ),
    _Asked(
        types=("vcard:Kind", "vcard:Organization", "vcard:Individual"),
        led_to_by="dcat:contactPoint",
        required=False,
        demanded=("vcard:fn", "vcard:hasEmail"),
        recommended=(),
    ),
)


def missing_from(graph: Graph) -> tuple[Problem, ...]:
    """List what the profile asks for and a graph does not tell."""
    return tuple(
        fault.problem(_written)
        for asked in _PROFILE
        for fault in _missing(graph, asked)
    )


def _missing(graph: Graph, asked: _Asked) -> Iterator[Fault]:
    things = _things(graph, asked)
    if asked.required and not things:
        yield Fault((asked.types[0],), "missing", _DEMANDED)
    for thing in things:
        name = written_object(thing)
        for iri in asked.demanded:
            if not graph.objects(thing, expanded(iri)):
                yield Fault((name, iri), "missing", _DEMANDED)
        for iri in asked.recommended:
            if not graph.objects(thing, expanded(iri)):
                yield Fault((name, iri), "missing-recommended", _RECOMMENDED)


def _written(place: Place) -> str:
    return " ".join(map(str, place))


def _things(graph: Graph, asked: _Asked) -> dict[Object, None]:
    """List the things that are of a class, or that are told of as if they were."""
    things = dict[Object, None]()
    for type_ in asked.types:
        things |= dict.fromkeys(graph.of_type(type_))
    if asked.led_to_by is not None:
        for thing in graph:
            things |= dict.fromkeys(graph.objects(thing, expanded(asked.led_to_by)))
    return things


_DEMANDED = Words(
    "is missing, and the profile demands it", "saknas, och profilen kräver det"
)
_RECOMMENDED = Words(
    "is missing, and the profile recommends it",
    "saknas, och profilen rekommenderar det",
)
