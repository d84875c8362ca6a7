"""Contexts of JSON-LD: what the keys of a document mean.

A document carries its context, so whoever reads it needs nothing else.  Ours has a
name too, by which a document may call for it; the library knows it by heart.  Any
other that a document calls for would have to be fetched, and is refused.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from medborgarloften.model._shapes import is_record
from medborgarloften.serializers._documents.migrations import VERSION
from medborgarloften.serializers._linked.names import NAMESPACE, PREFIXES, expanded
from medborgarloften.serializers._linked.statements import LINKS
from medborgarloften.serializers._linked.vocabulary import (
    CLASSES,
    Term,
    class_iri,
    terms_of,
    words_of,
)
from medborgarloften.serializers._strict.data import is_list, is_object
from medborgarloften.serializers._strict.faults import Fault, Place
from medborgarloften.serializers._strict.words import Words, shown

__all__ = ["CONTEXT", "meanings", "with_contexts"]

CONTEXT = f"{NAMESPACE}context:{VERSION}"

_KEY, _IMPORT = "@context", "@import"


@cache
def meanings() -> dict[str, Any]:
    """Say what the keys of our documents mean.

    A key that is not told of is a term of our own.  The few that mean different
    things in different classes are told of again within those classes.
    """
    everywhere: dict[str, Any] = {}
    within: dict[str, Any] = {}
    for name, class_ in CLASSES.items():
        own: dict[str, Any] = {}
        for field, term in terms_of(class_).items():
            meaning = _meaning_of(term)
            if everywhere.setdefault(field, meaning) != meaning:
                own[field] = meaning
        if own:
            within[name] = {"@id": class_iri(class_), "@context": own}
    return {
        "@version": 1.1,
        "@vocab": NAMESPACE,
        **PREFIXES,
        **within,
        **{field: said for field, said in everywhere.items() if said != f"ml:{field}"},
        **{link: {"@type": "@id"} for link in LINKS},
    }


def _meaning_of(term: Term) -> str | dict[str, Any]:
    meaning: dict[str, Any] = {"@id": term.iri}
    type_ = term.shape.type
    if is_record(type_):
        meaning["@type"] = "@id"
    elif type_ is date:
        meaning["@type"] = "xsd:date"
    elif issubclass(type_, StrEnum):
        meaning["@type"] = "@vocab"
        meaning["@context"] = _words(type_)
    if term.shape.many:
        meaning["@container"] = "@list" if term.ordered else "@set"
    return meaning if len(meaning) > 1 else term.iri


def _words(class_: type[StrEnum]) -> dict[str, Any]:
    beginning = expanded(words_of(class_))
    # A word that is called what a field is called is no field here.
    fields = {field for each in CLASSES.values() for field in terms_of(each)}
    alike = {word.value: beginning + word for word in class_ if word in fields}
    return {"@vocab": beginning, **alike}


def with_contexts(document: Any, faults: list[Fault]) -> Any:
    """Put our context in the place of its name, wherever a document calls for it.

    What calls for another is added to *faults*.
    """
    ahead: list[tuple[Place, Any]] = [((), document)]
    while ahead:
        place, value = ahead.pop()
        if is_object(value):
            if _KEY in value:
                value[_KEY] = _with_context(value[_KEY], (*place, _KEY), faults)
            if _IMPORT in value:
                faults.append(_is_remote(value[_IMPORT], (*place, _IMPORT)))
            ahead += (
                ((*place, key), inner)
                for key, inner in value.items()
                if inner is not meanings()
            )
        elif is_list(value):
            ahead += (((*place, index), inner) for index, inner in enumerate(value))
    return document


def _with_context(called: Any, place: Place, faults: list[Fault]) -> Any:
    if is_list(called):
        return [
            _with_context(each, (*place, index), faults)
            for index, each in enumerate(called)
        ]
    if called == CONTEXT:
        return meanings()
    if isinstance(called, str):
        faults.append(_is_remote(called, place))
    return called


def _is_remote(called: Any, place: Place) -> Fault:
    name = shown(called)
    words = Words(
        f"{name.en} is not fetched; put the context itself here, or call for {CONTEXT}",
        f"{name.sv} hämtas inte; skriv in kontexten här, eller ange {CONTEXT}",
    )
    return Fault(place, "remote-context", words)
