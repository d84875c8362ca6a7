"""The text of Turtle: a paragraph for each thing, a line for each property.

A property with its objects is ``(name, objects)``, and every object is written
already: by `literal`, `name`, `bracketed` or `listed`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from medborgarloften.serializers._linked.names import Iri

__all__ = ["Said", "beginning", "bracketed", "listed", "literal", "name", "paragraph"]

Said: TypeAlias = Iterable[tuple[Iri, Sequence[str]]]

_WIDTH = 80
_INDENT = "    "


def beginning(prefixes: Mapping[str, Iri]) -> str:
    """Write the lines that say what prefixes stand for."""
    return "".join(f"@prefix {short}: <{iri}> .\n" for short, iri in prefixes.items())


def paragraph(subject: str, said: Said) -> str:
    """Write all that is said of a thing.

    >>> print(paragraph("ml:themes", [("a", ["skos:ConceptScheme"])]), end="")
    ml:themes a skos:ConceptScheme .
    """
    return f"{subject} {_indented(_lines(said))} .\n"


def bracketed(said: Said) -> str:
    """Write all that is said of a thing that has no name, to stand as an object."""
    return f"[\n{_INDENT}{_indented(_lines(said))}\n]"


def listed(objects: Sequence[str]) -> str:
    """Write objects in their order."""
    line = f"( {' '.join(objects)} )"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    return _indented("\n".join(["(", *objects])) + "\n)"


def literal(
    text: str, *, datatype: Iri | None = None, language: str | None = None
) -> str:
    """Write a text, with its type or its language.

    >>> print(literal("tills vidare", language="sv"))
    "tills vidare"@sv
    """
    # JSON escapes what Turtle has to, in the same way.
    written = json.dumps(text, ensure_ascii=False)
    if language is not None:
        return f"{written}@{language}"
    return written if datatype is None else f"{written}^^{datatype}"


def name(iri: Iri) -> str:
    """Write the name of a thing, short as it is or whole."""
    return f"<{iri}>" if "/" in iri else iri


def _lines(said: Said) -> str:
    return " ;\n".join(f"{iri} {_joined(objects)}" for iri, objects in said)


def _joined(objects: Sequence[str]) -> str:
    line = ", ".join(objects)
    if len(line) <= _WIDTH or len(objects) == 1:
        return line
    return _indented(",\n".join(objects))


def _indented(text: str) -> str:
    # No text has a line break of its own: in a literal it is escaped.
    return text.replace("\n", f"\n{_INDENT}")
