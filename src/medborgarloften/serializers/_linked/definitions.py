"""What our terms mean, said as linked data is: a vocabulary, in Turtle."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import starmap

from medborgarloften.model import Theme
from medborgarloften.model._shapes import is_record
from medborgarloften.serializers._documents.migrations import VERSION_FIELD
from medborgarloften.serializers._linked.names import Iri, prefixes
from medborgarloften.serializers._linked.paragraphs import beginning, literal, paragraph
from medborgarloften.serializers._linked.vocabulary import (
    CLASSES,
    Term,
    class_iri,
    terms_of,
    types_beside,
    word,
    words_of,
)
from medborgarloften.serializers._schemas.descriptions import field_descriptions

__all__ = ["vocabulary"]

_DATATYPES = {
    str: "xsd:string",
    int: "xsd:integer",
    bool: "xsd:boolean",
    date: "xsd:date",
}
_OF_REGISTERS = {
    VERSION_FIELD: "The version of the schema, not of what the register holds.",
    "agreements": "The agreements that are in the register.",
    "outcomes": "What became of their promises.",
}


def vocabulary() -> str:
    """Write what each class, property and word of ours means, in Turtle.

    The themes are not among the words; see `themes_scheme`.

    >>> "ml:Promise a rdfs:Class" in vocabulary()
    True
    """
    used = ("ml", "dcterms", "foaf", "prov", "rdf", "rdfs", "schema", "skos", "xsd")
    head = beginning(prefixes(*used))
    return "\n".join([head, *map(_class, CLASSES.values()), *_properties(), *_words()])


def _class(class_: type) -> str:
    docstring = inspect.getdoc(class_) or ""
    what_it_is = " ".join(docstring.partition("\n\n")[0].replace("`", "").split())
    said: list[tuple[Iri, list[str]]] = [
        ("a", ["rdfs:Class"]),
        ("rdfs:label", [literal(class_.__name__, language="en")]),
        ("rdfs:comment", [literal(what_it_is, language="en")]),
    ]
    if types := types_beside(class_):
        said.append(("rdfs:subClassOf", list(types)))
    return paragraph(class_iri(class_), said)


def _properties() -> Iterator[str]:
    """Write a paragraph for each property of ours, with every class that has it."""
    having: dict[Iri, list[tuple[str, type]]] = {}
    for class_ in CLASSES.values():
        for field, term in terms_of(class_).items():
            if term.iri.startswith("ml:"):
                having.setdefault(term.iri, []).append((field, class_))
    for iri, fields in having.items():
        comments = dict.fromkeys(starmap(_comment, fields))
        ranges = dict.fromkeys(
            _range(terms_of(class_)[field]) for field, class_ in fields
        )
        yield paragraph(
            iri,
            [
                ("a", ["rdf:Property"]),
                ("rdfs:comment", list(comments)),
                ("schema:domainIncludes", [class_iri(class_) for _, class_ in fields]),
                ("schema:rangeIncludes", list(ranges)),
            ],
        )


def _comment(field: str, class_: type) -> str:
    described = field_descriptions(class_) | _OF_REGISTERS
    return literal(described.get(field, field), language="en")


def _range(term: Term) -> Iri:
    type_ = term.shape.type
    if term.ordered:
        return "rdf:List"
    if is_record(type_):
        return class_iri(type_)
    return "skos:Concept" if issubclass(type_, StrEnum) else _DATATYPES[type_]


def _words() -> Iterator[str]:
    """Write a paragraph for each enumeration, and for each of its words."""
    shapes = (
        term.shape for class_ in CLASSES.values() for term in terms_of(class_).values()
    )
    enumerations = dict.fromkeys(
        shape.type for shape in shapes if issubclass(shape.type, StrEnum)
    )
    for enumeration in enumerations:
        if enumeration is Theme:
            continue
        scheme = words_of(enumeration).removesuffix(":")
        yield paragraph(scheme, [("a", ["skos:ConceptScheme"])])
        for member in enumeration:
            said = [
                ("a", ["skos:Concept"]),
                ("skos:inScheme", [scheme]),
                ("skos:notation", [literal(member.value)]),
            ]
            yield paragraph(word(member), said)
