"""The schemas of documents, for editors and for programs in other languages.

They are written in JSON Schema 2020-12, made from the model, and accept what
reading accepts; `UNSAID` lists the rules that JSON Schema has no words for.  They
describe today's version of documents.  The library reads documents of older
versions too.

>>> from medborgarloften.serializers import schema
>>> schema.kinds()
('agreement', 'agreements', 'register', 'outcome', 'document', 'line')
>>> schema.json_schema("register")["required"]
['schema', 'schema_version', 'agreements']
"""

from __future__ import annotations

import json
from os import PathLike
from typing import Any

from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model._rules import expect
from medborgarloften.serializers._documents.migrations import VERSION
from medborgarloften.serializers._files.files import write_file
from medborgarloften.serializers._schemas.documents import KINDS, described_document
from medborgarloften.serializers._schemas.rules import UNSAID, UnsaidRule, unsaid

__all__ = ["UNSAID", "UnsaidRule", "dump", "dumps", "json_schema", "kinds"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_READING_SAYS_MORE = (
    "What this accepts may yet be refused when it is read. The comment on a field "
    "tells a rule that no schema can. Of all fields:"
)


def kinds() -> tuple[str, ...]:
    """List what there are schemas of.

    A document is an agreement, several agreements or a register; a line, of JSON
    Lines, is an agreement or an outcome.
    """
    return KINDS


def json_schema(kind: str) -> dict[str, Any]:
    """Describe one of the `kinds`, as plain data.

    Raises:
        UnknownName: If there is no such kind.
        InvalidField: If *kind* is no text.
    """
    if expect(str, "json_schema", "kind", kind) not in KINDS:
        raise UnknownName("schema", kind, nearest(kind, KINDS) or KINDS)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:medborgarloften:schema:{kind}:{VERSION}",
        "$comment": f"{_READING_SAYS_MORE} {unsaid()}",
        **described_document(kind),
    }


def dumps(kind: str) -> str:
    """Write the schema of one of the `kinds` as JSON.

    Raises:
        UnknownName: If there is no such kind.
        InvalidField: If *kind* is no text.
    """
    written = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
    return "".join(map(_visible, written)) + "\n"


def dump(kind: str, path: str | PathLike[str]) -> None:
    """Write the schema of one of the `kinds` to a file, whole or not at all.

    Raises:
        UnknownName: If there is no such kind.
        InvalidField: If *kind* is no text.
        FileError: If the file cannot be written.
    """
    data = dumps(kind).encode()
    write_file(path, data)


def _visible(character: str) -> str:
    # Patterns hold white space of every sort; nobody sees which, unless escaped.
    seen = character.isprintable() or character == "\n"
    return character if seen else json.dumps(character)[1:-1]
