"""The names of linked data: which term stands for each class, field and word.

A vocabulary that others use has the field where it means the same and holds the
same: ``dcterms:title`` is a title.  Every other field has a term of our own, called
what the field is called.  So each field has one term, and what is read of it is
what was written.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from attrs import frozen

from medborgarloften.model import (
    Agreement,
    Amendment,
    Area,
    Citation,
    Contact,
    Outcome,
    Party,
    Promise,
    Quantity,
    Review,
    Signatory,
    Source,
    Theme,
    ValidityPeriod,
)
from medborgarloften.model._shapes import FieldShape, fields_of
from medborgarloften.register import Register
from medborgarloften.serializers._documents.migrations import VERSION_FIELD
from medborgarloften.serializers._linked.names import Iri

__all__ = [
    "CLASSES",
    "Term",
    "class_iri",
    "municipality_iri",
    "terms_of",
    "types_beside",
    "word",
    "words_of",
]

# Every class that is told of, each before what it holds.
CLASSES: dict[str, type] = {
    class_.__name__: class_
    for class_ in (
        Register,
        Agreement,
        Outcome,
        Promise,
        Party,
        Area,
        ValidityPeriod,
        Quantity,
        Signatory,
        Contact,
        Review,
        Amendment,
        Source,
        Citation,
    )
}

# What the classes are in the vocabularies of others.
_TYPES: dict[type, tuple[Iri, ...]] = {
    Agreement: ("schema:DigitalDocument", "prov:Plan"),
    Outcome: ("schema:Report",),
    Promise: ("schema:PlanAction",),
    Party: ("foaf:Agent",),
    Area: ("dcterms:Location",),
    ValidityPeriod: ("dcterms:PeriodOfTime",),
    Signatory: ("schema:Person",),
    Contact: ("schema:ContactPoint",),
    Source: ("foaf:Document",),
}
_TERMS: dict[type, dict[str, Iri]] = {
    Agreement: {
        "id": "dcterms:identifier",
        "title": "dcterms:title",
        "period": "dcterms:temporal",
        "signed_on": "dcterms:dateAccepted",
        "published_on": "dcterms:issued",
    },
    Promise: {
        "text": "schema:description",
        "themes": "dcterms:subject",
        "period": "dcterms:temporal",
    },
    Party: {
        "id": "dcterms:identifier",
        "name": "schema:name",
        "code": "org:identifier",
    },
    ValidityPeriod: {"first_day": "dcat:startDate", "last_day": "dcat:endDate"},
    Signatory: {"name": "schema:name", "role": "schema:jobTitle"},
    Contact: {
        "name": "schema:name",
        "role": "schema:jobTitle",
        "phone": "schema:telephone",
        "email": "schema:email",
    },
    Source: {
        "title": "dcterms:title",
        "published_on": "dcterms:issued",
        "updated_on": "dcterms:modified",
        "media_type": "schema:encodingFormat",
    },
}
_VERSION_SHAPE = FieldShape(
    name=VERSION_FIELD,
    type=int,
    many=False,
    optional=False,
    required=True,
    default=None,
)


@frozen
class Term:
    """The property that holds a field.

    Attributes:
        iri: What it is called, short.
        shape: What it may hold.
        ordered: Whether it holds many in an order, as a list.
    """

    iri: Iri
    shape: FieldShape
    ordered: bool


@cache
def terms_of(class_: type) -> dict[str, Term]:
    """Find the property of each field of a class, by the field's name.

    >>> terms_of(Agreement)["title"].iri, terms_of(Agreement)["notes"].iri
    ('dcterms:title', 'ml:notes')
    """
    shapes = fields_of(class_)
    if class_ is Register:
        shapes = (_VERSION_SHAPE, *shapes)
    standard = _TERMS.get(class_, {})
    return {
        shape.name: Term(
            iri=standard.get(shape.name, f"ml:{shape.name}"),
            shape=shape,
            # A register has no order, and themes are kept sorted.
            ordered=shape.many and class_ is not Register and shape.type is not Theme,
        )
        for shape in shapes
    }


def class_iri(class_: type) -> Iri:
    """Name a class of ours."""
    return f"ml:{class_.__name__}"


def types_beside(class_: type) -> tuple[Iri, ...]:
    """List what a class of ours is in the vocabularies of others."""
    return _TYPES.get(class_, ())


def words_of(class_: type[StrEnum]) -> Iri:
    """Tell what the names of the words of an enumeration begin with.

    >>> words_of(Theme)
    'ml:theme:'
    """
    return f"ml:{_snake_case(class_.__name__)}:"


def word(member: StrEnum) -> Iri:
    """Name a word.

    >>> word(Theme.DRUGS)
    'ml:theme:drugs'
    """
    return f"{words_of(type(member))}{member}"


def _snake_case(name: str) -> str:
    """Write the name of a class as names of fields are written."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def municipality_iri(code: str) -> Iri:
    """Name a municipality by its kommunkod."""
    return f"ml:municipality:{code}"
