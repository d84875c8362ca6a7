"""A graph: what is said of things, in the order in which it was said.

A thing is known by its whole name, or by one that begins with ``_:`` where it has
none of its own.  A value is a text that says of what type it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from medborgarloften.serializers._linked.names import (
    PREFIXES,
    Iri,
    expanded,
    written_iri,
)

__all__ = [
    "BOOLEAN",
    "DATE",
    "FIRST",
    "INTEGER",
    "NIL",
    "REST",
    "STRING",
    "TYPE",
    "Description",
    "Graph",
    "Object",
    "Value",
    "written_object",
]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE, FIRST, REST, NIL = (_RDF + name for name in ("type", "first", "rest", "nil"))
STRING, INTEGER, BOOLEAN, DATE = (
    PREFIXES["xsd"] + name for name in ("string", "integer", "boolean", "date")
)


class Value(NamedTuple):
    """A text with its type, or with its language."""

    text: str
    datatype: str = STRING
    language: str | None = None


Object: TypeAlias = str | Value
Description: TypeAlias = dict[str, list[Object]]


class Graph:
    """What is said of each thing: property by property, each object once."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, dict[Object, None]]] = {}

    def add(self, subject: str, predicate: str, value: Object) -> None:
        """Say one thing; to say it again adds nothing."""
        self._said.setdefault(subject, {}).setdefault(predicate, {})[value] = None

    def about(self, *subjects: str) -> Description:
        """Tell what is said of a thing, or of several as if they were one."""
        told: dict[str, dict[Object, None]] = {}
        for subject in subjects:
            for predicate, objects in self._said.get(subject, {}).items():
                told.setdefault(predicate, {}).update(objects)
        return {predicate: list(objects) for predicate, objects in told.items()}

    def objects(self, subject: Object, predicate: str) -> list[Object]:
        """List what a property of a thing leads to; a value has no properties."""
        if isinstance(subject, Value):
            return []
        return list(self._said.get(subject, {}).get(predicate, ()))

    def of_type(self, type_: Iri) -> list[str]:
        """List the things that are said to be of a type, named by its short name."""
        wanted = expanded(type_)
        return [thing for thing in self if wanted in self._said[thing].get(TYPE, ())]

    def __iter__(self) -> Iterator[str]:
        """Go through the things of which anything is said."""
        return iter(self._said)


def written_object(found: Object) -> str:
    """Write a thing or a value as Turtle does.

    >>> written_object(Value("Löfte", language="sv"))
    '"Löfte"@sv'
    """
    if isinstance(found, str):
        return "[]" if found.startswith("_:") else written_iri(found)
    text = json.dumps(found.text, ensure_ascii=False)
    if found.language is not None:
        return f"{text}@{found.language}"
    return (
        text if found.datatype == STRING else f"{text}^^{written_iri(found.datatype)}"
    )
