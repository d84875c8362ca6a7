"""Turtle: a register as linked data, as text that people can read.

It says the same as `medborgarloften.serializers.jsonld`, with the same terms.
Names are short, each agreement and promise has a paragraph of its own, and the
same register gives the same bytes.

Reading takes any Turtle that says the same, in any order.  What is said in the
terms of others is passed over where no field has them; a term of our own that no
field has is refused.  ``owl:imports`` imports nothing.

>>> from medborgarloften import Register
>>> from medborgarloften.serializers import turtle
>>> print(turtle.dumps(Register()).partition("[]")[2], end="")
 a ml:Register ;
    ml:schema_version 2 .
>>> turtle.loads("[] a ml:Register .")
Traceback (most recent call last):
medborgarloften.errors.InvalidDocument: $: line 1: not Turtle: Prefix "ml:" not bound
"""

from __future__ import annotations

from os import PathLike

from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import collector_paused
from medborgarloften.serializers._documents.text import decoded
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import read, write_file
from medborgarloften.serializers._linked.concepts import themes_scheme
from medborgarloften.serializers._linked.definitions import vocabulary
from medborgarloften.serializers._linked.layout import paragraphs
from medborgarloften.serializers._linked.names import PREFIXES
from medborgarloften.serializers._linked.paragraphs import beginning
from medborgarloften.serializers._linked.statements import linked
from medborgarloften.serializers._linked.tree import register_of
from medborgarloften.serializers._strict.faults import telling_refusals

__all__ = [
    "dump",
    "dumps",
    "load",
    "load_register",
    "loads",
    "themes_scheme",
    "vocabulary",
]


def dumps(register: Register, *, without_people: bool = False) -> str:
    """Write a register as Turtle.

    Say *without_people* to leave out those who signed and whom to ask.

    Raises:
        InvalidField: If it is no register.
    """
    tree = linked(register_to_write(register, without_people=without_people))
    return "\n".join([beginning(PREFIXES), *paragraphs(tree)])


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
    from medborgarloften.serializers._linked.rdf import graph_of_turtle

    with collector_paused(len(text)):
        with telling_refusals():
            graph = graph_of_turtle(decoded(text))
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
