"""JSON-LD: a register as linked data, in the shape of our JSON.

The keys are the model's fields.  The context that each document carries says what
they mean on the web: ``title`` is ``dcterms:title``, a theme is a concept.  Keys
with a prefix say the same in the words of others.  What is not known is left out.

Reading takes any JSON-LD that says the same, in any shape.  A key to which the
context gives no meaning says nothing; one of our own vocabulary that no field has
is refused.  Nothing is ever fetched: a context stands in the document, or is ours.

>>> from medborgarloften import Register
>>> from medborgarloften.serializers import jsonld
>>> jsonld.loads(jsonld.dumps(Register()))
<Register of 0 agreements, 0 outcomes>
>>> jsonld.loads('{"@context": "https://schema.org/"}')  # doctest: +ELLIPSIS
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: $["@context"]: 'https://schema.org/' is not ...
"""

from __future__ import annotations

import json
from os import PathLike
from typing import Any

from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import collector_paused
from medborgarloften.serializers._documents.text import parse
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import read, write_file
from medborgarloften.serializers._linked.contexts import (
    CONTEXT,
    meanings,
    with_contexts,
)
from medborgarloften.serializers._linked.statements import linked
from medborgarloften.serializers._linked.tree import register_of
from medborgarloften.serializers._strict.data import is_list, is_object
from medborgarloften.serializers._strict.faults import (
    Fault,
    expected,
    invalid_document,
    telling_refusals,
)
from medborgarloften.serializers._strict.words import OBJECT

__all__ = ["CONTEXT", "context", "dump", "dumps", "load", "load_register", "loads"]


def dumps(register: Register, *, without_people: bool = False) -> str:
    """Write a register as JSON-LD.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is no register.
    """
    tree = linked(register_to_write(register, without_people=without_people))
    document = {"@context": meanings()} | tree
    return _text(document)


def context() -> str:
    """Write the context alone, for those who make JSON-LD of their own.

    A document calls for it by its name, `CONTEXT`, or carries it.

    >>> CONTEXT
    'urn:medborgarloften:context:2'
    >>> json.loads(context())["@context"]["title"]
    'dcterms:title'
    """
    return _text({"@context": meanings()})


def dump(
    register: Register, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write a register to a file, as `dumps` does, whole or not at all.

    Raises:
        InvalidField: If it is no register.
        FileError: If the file cannot be written.
    """
    data = dumps(register, without_people=without_people).encode()
    write_file(path, data)


def loads(text: str | bytes) -> Register:
    """Read a register.

    Bytes are UTF-8, with or without a byte order mark.

    Raises:
        InvalidDocument: If anything is wrong.
        MissingExtra: If rdflib is not installed.
    """
    from medborgarloften.serializers._linked.rdf import graph_of_jsonld

    with collector_paused(len(text)):
        with telling_refusals():
            graph = graph_of_jsonld(_document(text))
        return register_of(graph)


def load(path: str | PathLike[str]) -> Register:
    """Read a register from a file.

    Raises:
        InvalidDocument: If anything is wrong.
        FileError: If the file cannot be read.
        MissingExtra: If rdflib is not installed.
    """
    return loads(read(path))


load_register = load


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _document(text: str | bytes) -> Any:
    """Read the JSON of a document, and all the contexts that it calls for."""
    faults: list[Fault] = []
    plain = parse(text, (), faults)
    if not is_object(plain) and not is_list(plain):
        raise expected(OBJECT, plain)
    document = with_contexts(plain, faults)
    if faults:
        raise invalid_document(faults)
    return document
