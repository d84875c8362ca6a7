"""The tree of a register as paragraphs of Turtle."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from medborgarloften.serializers._linked.names import Iri
from medborgarloften.serializers._linked.paragraphs import (
    bracketed,
    listed,
    literal,
    name,
    paragraph,
)
from medborgarloften.serializers._linked.statements import LINKS, Node
from medborgarloften.serializers._linked.vocabulary import (
    CLASSES,
    Term,
    class_iri,
    terms_of,
    words_of,
)
from medborgarloften.serializers._strict.data import is_list, is_object

__all__ = ["paragraphs"]


def paragraphs(node: Node) -> Iterator[str]:
    """Write a paragraph for a thing, and then for each of its parts that has a name."""
    yield paragraph(node.get("@id", "[]"), _said(node))
    for parts in node.values():
        for part in parts if is_list(parts) else ():
            if is_object(part) and "@id" in part:
                yield from paragraphs(part)


def _said(node: Node) -> Iterator[tuple[Iri, Sequence[str]]]:
    first, *others = node["@type"]
    class_ = CLASSES.get(first)
    terms = terms_of(class_) if class_ else {}
    yield "a", [class_iri(class_) if class_ else first, *others]
    for key, value in node.items():
        if key.startswith("@") or value == []:
            continue
        values = value if is_list(value) else [value]
        if key in terms:
            term = terms[key]
            objects = [_object(each, term) for each in values]
            yield term.iri, [listed(objects)] if term.ordered else objects
        else:
            yield key, list(map(name if key in LINKS else literal, values))


def _object(value: Any, term: Term) -> str:
    type_ = term.shape.type
    if is_object(value):
        return value["@id"] if "@id" in value else bracketed(_said(value))
    if issubclass(type_, StrEnum):
        return f"{words_of(type_)}{value}"
    if type_ is str:
        return literal(value)
    if type_ is date:
        return literal(value, datatype="xsd:date")
    return json.dumps(value)  # a number, true or false
