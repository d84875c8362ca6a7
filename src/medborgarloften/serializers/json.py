"""JSON: an agreement, several, or a whole register as one document.

The first keys of a document say what it is::

    {
      "schema": "medborgarloften/agreement",
      "schema_version": 2,
      "id": "hallsberg-2019-2021",

Documents are UTF-8 with å, ä and ö as they are, every field is there in the order
of its class, and the same register gives the same bytes.  Reading is strict:
nothing is turned into something else to make it fit, and `InvalidDocument` tells
everything that is wrong, each with its path.

>>> from medborgarloften.serializers import json
>>> print(json.dumps(()), end="")
{
  "schema": "medborgarloften/agreements",
  "schema_version": 2,
  "agreements": []
}
>>> json.loads('{"schema": "medborgarloften/agreements", "schema_version": 2}')
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: $.agreements: is missing
"""

from __future__ import annotations

from os import PathLike
from typing import Any, get_origin, overload

from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import collector_paused
from medborgarloften.serializers._documents.json import (
    bytes_of,
    fast_document,
    pages_of,
)
from medborgarloften.serializers._documents.text import parse
from medborgarloften.serializers._documents.whole import (
    Document,
    DocumentT,
    document_in,
    register_in,
    to_write,
)
from medborgarloften.serializers._files.files import read, write_file
from medborgarloften.serializers._strict.faults import Fault, telling_refusals

__all__ = ["dump", "dumps", "load", "load_register", "loads"]


def dumps(thing: Document, *, without_people: bool = False) -> str:
    """Write an agreement, a tuple of agreements or a register as JSON.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is anything else.
    """
    return pages_of(to_write(thing, without_people=without_people)).decode()


def dump(
    thing: Document, path: str | PathLike[str], *, without_people: bool = False
) -> None:
    """Write it to a file, as `dumps` does, whole or not at all.

    What was in the file stays there until all of the new has been written.

    Raises:
        InvalidField: If it is nothing that a document is made of.
        FileError: If the file cannot be written.
    """
    data = pages_of(to_write(thing, without_people=without_people))
    write_file(path, data)


@overload
def loads(text: str | bytes) -> Document: ...
@overload
def loads(text: str | bytes, wanted: type[DocumentT]) -> DocumentT: ...
def loads(text: str | bytes, wanted: Any = None) -> Document:
    """Read what a document holds; its schema says what that is.

    Bytes are UTF-8, with or without a byte order mark.  Say ``Register``,
    ``Agreement`` or ``tuple`` where nothing else will do.  A field that is left
    out has its default.

    Raises:
        InvalidDocument: If anything is wrong, or it is not what is *wanted*.
    """
    data = bytes_of(text)
    with collector_paused(len(data)):
        fast = fast_document(data)
        if fast is not None and (get_origin(wanted) or wanted) in {None, type(fast)}:
            return fast
        return document_in(*_parsed(text), wanted)


@overload
def load(path: str | PathLike[str]) -> Document: ...
@overload
def load(path: str | PathLike[str], wanted: type[DocumentT]) -> DocumentT: ...
def load(path: str | PathLike[str], wanted: Any = None) -> Document:
    """Read a file, as `loads` reads a text.

    Raises:
        InvalidDocument: If anything is wrong, or it is not what is *wanted*.
        FileError: If the file cannot be read.
    """
    data = read(path)
    return loads(data) if wanted is None else loads(data, wanted)


def load_register(path: str | PathLike[str]) -> Register:
    """Read a file with an agreement, several or a register, as a register.

    Raises:
        InvalidDocument: If anything is wrong.
        FileError: If the file cannot be read.
    """
    data = read(path)
    with collector_paused(len(data)):
        fast = fast_document(data)
        if isinstance(fast, Register):
            return fast
        return register_in(*_parsed(data))


def _parsed(text: str | bytes) -> tuple[Any, list[Fault]]:
    faults: list[Fault] = []
    with telling_refusals():
        return parse(text, (), faults), faults
