"""What may be wrong with a graph, and where: a thing, and properties that lead on.

A place is told as in plain data, and written in the terms of the graph:
``ml:agreement:habo-2023 ml:promises 2, schema:description``.  What is one of many is
counted from 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from medborgarloften.model._shapes import is_record
from medborgarloften.register import Register
from medborgarloften.serializers._documents.migrations import VERSION, VERSION_FIELD
from medborgarloften.serializers._linked.graph import Object, written_object
from medborgarloften.serializers._linked.vocabulary import class_iri, terms_of
from medborgarloften.serializers._strict.faults import Fault, Place
from medborgarloften.serializers._strict.words import Words

__all__ = [
    "belongs_to_nothing",
    "is_broken_list",
    "is_no",
    "is_no_register",
    "is_several",
    "is_shared",
    "written",
]


def written(place: Place, subjects: Mapping[str, Sequence[Object]]) -> str:
    """Write a place, where the *subjects* are the agreements and the outcomes."""
    steps: list[str] = []
    class_: type | None = Register
    for step in place:
        if isinstance(step, int):
            steps[-1] += f" {step + 1}"
            continue
        term = terms_of(class_).get(step) if class_ else None
        steps.append(term.iri if term else step)
        class_ = term.shape.type if term and is_record(term.shape.type) else None
    match place:
        case (str() as top, int() as index, *_):
            subject = subjects[top][index]
            if isinstance(subject, str) and not subject.startswith("_:"):
                steps[0] = written_object(subject)
        case _:
            pass
    thing, *properties = steps or [class_iri(Register)]
    return f"{thing} {', '.join(properties)}" if properties else thing


def is_no_register() -> Fault:
    """Tell that a graph does not say what it is."""
    header = f"[] a {class_iri(Register)} ; ml:{VERSION_FIELD} {VERSION} ."
    words = Words(
        f"is not here; say what this is: {header}",
        f"finns inte; skriv vad det här är: {header}",
    )
    return Fault((), "missing", words)


def is_no(class_: type, types: Sequence[Object], place: Place) -> Fault:
    """Tell that a thing is of none of our classes, or of another."""
    wanted, found = class_iri(class_), ", ".join(map(written_object, types))
    if not found:
        words = Words(
            f"does not say what it is; say that it is a {wanted}",
            f"säger inte vad det är; skriv att det är en {wanted}",
        )
        return Fault(place, "missing", words)
    words = Words(
        f"expected a {wanted}, got a {found}", f"väntade {wanted}, fick {found}"
    )
    return Fault(place, "wrong-type", words)


def is_several(place: Place) -> Fault:
    """Tell of a property with many objects where one is allowed."""
    words = Words(
        "has several values; keep the one that is right",
        "har flera värden; behåll det rätta",
    )
    return Fault(place, "duplicate-key", words)


def is_broken_list(place: Place) -> Fault:
    """Tell of a list that goes in a circle, forks, or has no end."""
    words = Words(
        "is no whole list; give each part one rdf:first and one rdf:rest of its own, "
        "and end with rdf:nil",
        "är ingen hel lista; ge varje del en egen rdf:first och en egen rdf:rest, "
        "och avsluta med rdf:nil",
    )
    return Fault(place, "broken-list", words)


def is_shared(part: str, place: Place) -> Fault:
    """Tell of a part that has two wholes, or is its own."""
    name = written_object(part)
    words = Words(
        f"{name} is a part of something else too; describe it once for each",
        f"{name} är en del av något annat också; beskriv den en gång för varje",
    )
    return Fault(place, "broken-reference", words)


def belongs_to_nothing(thing: str) -> Fault:
    """Tell of something that nothing that was read leads to."""
    words = Words(
        "belongs to no agreement and no outcome; let one of them lead to it, or "
        "take it away",
        "hör inte till någon överenskommelse eller något utfall; låt en av dem leda "
        "hit, eller ta bort det",
    )
    return Fault((written_object(thing),), "broken-reference", words)
