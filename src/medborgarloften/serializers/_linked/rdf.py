"""What rdflib parses, as it was written.

rdflib makes a value of Python of every text that has a type, and writes that anew:
some texts change, and a few digits with a large exponent take any amount of memory.
Its graphs keep no order either.  So its parsers tell a graph of ours what they
find.  Nothing here opens a file or asks the network.
"""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from decimal import Decimal
from threading import get_ident
from typing import Any

from medborgarloften.errors import MissingExtra
from medborgarloften.serializers._linked.graph import (
    BOOLEAN,
    INTEGER,
    STRING,
    Graph,
    Object,
    Value,
)
from medborgarloften.serializers._linked.names import NAMESPACE, expanded
from medborgarloften.serializers._strict.faults import Refusal
from medborgarloften.serializers._strict.words import Words, shortened

try:
    from rdflib.plugins.parsers.jsonld import Parser
    from rdflib.plugins.parsers.notation3 import RDFSink, SinkParser, sfloat
    from rdflib.plugins.shared.jsonld.context import Context
    from rdflib.term import BNode, Literal
except ImportError as error:
    raise MissingExtra("rdflib", "rdf") from error

__all__ = ["graph_of_jsonld", "graph_of_turtle"]


def graph_of_turtle(text: str) -> Graph:
    """Read Turtle.

    Raises:
        Refusal: If it is none, with the line.
    """
    graph = Graph()
    parser = SinkParser(_Sink(graph), baseURI=NAMESPACE, turtle=True)
    try:
        parser.loadBuf(text)
    except RecursionError as error:
        raise Refusal("not-turtle", _TOO_DEEP) from error
    # What is no Turtle makes rdflib fail in any way there is.
    except Exception as error:
        raise Refusal("not-turtle", _at_line(parser.lines + 1, error)) from error
    return graph


def graph_of_jsonld(document: Any) -> Graph:
    """Read JSON-LD, whose contexts stand in it, from its plain data.

    Raises:
        Refusal: If it is none.
    """
    graph = Graph()
    told: Any = _Triples(graph)
    with _quietly():
        try:
            _Parser().parse(document, Context(base=NAMESPACE), told)
        except RecursionError as error:
            raise Refusal("not-json-ld", _TOO_DEEP) from error
        except Exception as error:
            raise Refusal("not-json-ld", _is_no_jsonld(error)) from error
    return graph


# ---------------------------------------------------------------- Turtle


class _Sink(RDFSink):
    """What the parser of Turtle tells, and what it makes of names and texts."""

    def __init__(self, graph: Graph) -> None:
        self.rootFormula = None
        self._graph = graph
        self._unnamed = 0

    def newSymbol(self, *args: str) -> Any:  # noqa: N802
        return args[0]

    def newBlankNode(self, *_: object, **__: object) -> Any:  # noqa: N802
        self._unnamed += 1
        return f"_:{self._unnamed}"

    def newLiteral(  # noqa: N802
        self, s: str, dt: Any = None, lang: str | None = None
    ) -> Any:
        return Value(s, dt or STRING, lang)

    def makeStatement(  # noqa: N802
        self, quadruple: Any, *_: object, **__: object
    ) -> None:
        _formula, predicate, subject, found = quadruple
        self._graph.add(_name(subject), _name(predicate), _object(found))


def _name(found: Any) -> str:
    if isinstance(found, Value) or type(found) not in {str, tuple}:
        raise ValueError("only a name can be what something is said of")
    return str(found if isinstance(found, str) else found[1])


def _object(found: Any) -> Object:
    match found:
        case Value():
            return found
        case bool():
            return Value(str(found).lower(), BOOLEAN)
        case int():
            return Value(str(found), INTEGER)
        case Decimal():
            return Value(str(found), expanded("xsd:decimal"))
        case sfloat():
            return Value(str(found), expanded("xsd:double"))
        case _:
            return _name(found)


# ---------------------------------------------------------------- JSON-LD


class _Parser(Parser):
    """The parser of JSON-LD, but for texts with a type, which stay as they are."""

    def _to_object(self, *arguments: Any, **named: Any) -> Any:
        typed = _typed_text(*arguments[2:5])
        return super()._to_object(*arguments, **named) if typed is None else typed


def _typed_text(context: Any, term: Any, node: Any) -> Value | None:
    """Read a text that says, or of which the context says, of what type it is."""
    text, datatype = node, term and term.type
    if isinstance(node, dict):
        text, datatype = context.get_value(node), context.get_type(node)
    if not isinstance(text, str) or not isinstance(datatype, str):
        return None
    # Those with an @ are no types of texts: the text is a name, or JSON.
    iri = datatype if datatype.startswith("@") else context.expand(datatype)
    return Value(text, iri) if iri and not iri.startswith("@") else None


class _Triples:
    """What the parser of JSON-LD takes for a graph of rdflib's."""

    context_aware = False

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def bind(self, prefix: object, namespace: object) -> None:
        """Take no note of prefixes."""

    def add(self, triple: tuple[Any, Any, Any]) -> None:
        subject, predicate, found = map(_from_rdflib, triple)
        self._graph.add(subject, predicate, found)


def _from_rdflib(found: Any) -> Any:
    if isinstance(found, Value):
        return found
    if isinstance(found, Literal):
        return Value(str(found), str(found.datatype or STRING), found.language)
    return f"_:{found}" if isinstance(found, BNode) else str(found)


@contextmanager
def _quietly() -> Generator[None]:
    """Keep rdflib from logging what it thinks of names that are none."""
    here = get_ident()
    logger = logging.getLogger("rdflib.term")

    def is_elsewhere(record: logging.LogRecord) -> bool:
        return record.thread != here

    logger.addFilter(is_elsewhere)
    try:
        yield
    finally:
        logger.removeFilter(is_elsewhere)


# ---------------------------------------------------------------- what is said


_TOO_DEEP = Words(
    "is nested too deeply to be read", "har för många nivåer för att läsas"
)


def _at_line(line: int, error: Exception) -> Words:
    # A fault of grammar has a reason; what else may go wrong says nothing of Turtle.
    why = shortened(vars(error).get("_why", "it ends too early, or is malformed"))
    return Words(f"line {line}: not Turtle: {why}", f"rad {line}: inte Turtle: {why}")


def _is_no_jsonld(error: Exception) -> Words:
    why = shortened(str(error))
    return Words(
        f"no JSON-LD can be made of it: {why}", f"går inte att läsa som JSON-LD: {why}"
    )
