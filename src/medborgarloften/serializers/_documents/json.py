"""JSON documents on the fast road: whole, and a line at a time.

A document begins with its header, and what follows is an object of the model or a
few lists of them.  Without the header each is what msgspec can decode at once.
"""

from __future__ import annotations

import json
from typing import TypeVar

from attrs import frozen

from medborgarloften.errors import InvalidField, MedborgarloftenError
from medborgarloften.model import Agreement, Outcome
from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import Pool
from medborgarloften.serializers._documents.headers import (
    AGREEMENT,
    AGREEMENTS,
    OUTCOME,
    REGISTER,
    header,
)
from medborgarloften.serializers._documents.speed import (
    compacted,
    decoded,
    encoded,
    laid_out,
)
from medborgarloften.serializers._documents.whole import (
    Document,
    line_document,
    to_document,
)

__all__ = ["bytes_of", "fast_document", "fast_line", "line_of", "pages_of"]

_T = TypeVar("_T")


@frozen(kw_only=True)
class _Agreements:
    agreements: tuple[Agreement, ...]


@frozen(kw_only=True)
class _Register:
    agreements: tuple[Agreement, ...]
    outcomes: tuple[Outcome, ...]


def _beginning(schema: str) -> bytes:
    written = json.dumps(header(schema), separators=(",", ":"))
    return f"{written[:-1]},".encode()


_BEGINNINGS = {
    schema: _beginning(schema) for schema in (AGREEMENT, AGREEMENTS, OUTCOME, REGISTER)
}


_BEGINS_COMPACT = b'{"schema":"'


def bytes_of(text: str | bytes) -> bytes:
    """Take a text as bytes; half a character becomes what no UTF-8 can be."""
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def line_of(thing: Agreement | Outcome) -> bytes:
    """Write an agreement or an outcome as a document on one line.

    Raises:
        InvalidField: If it is anything else.
    """
    if type(thing) not in {Agreement, Outcome}:
        remedy = "give each as an Agreement or an Outcome"
        raise InvalidField("jsonl", "thing", thing, remedy)
    schema = AGREEMENT if isinstance(thing, Agreement) else OUTCOME
    if (fast := encoded(thing)) is not None:
        return _BEGINNINGS[schema] + fast[1:] + b"\n"
    document = line_document(thing)
    line = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return f"{line}\n".encode()


def pages_of(thing: Document) -> bytes:
    """Write a document on many lines, for people to read.

    Raises:
        InvalidField: If it is something that no document is made of.
    """
    fast = _fast_pages_of(thing)
    if fast is not None:
        return fast + b"\n"
    return f"{json.dumps(to_document(thing), ensure_ascii=False, indent=2)}\n".encode()


def _fast_pages_of(thing: Document) -> bytes | None:
    match thing:
        case Agreement():
            schema, body = AGREEMENT, encoded(thing)
        case Register(agreements=agreements, outcomes=outcomes):
            parts = _Register(agreements=agreements, outcomes=outcomes)
            schema, body = REGISTER, encoded(parts)
        case _:
            schema, body = AGREEMENTS, encoded(_Agreements(agreements=thing))
    return None if body is None else laid_out(_BEGINNINGS[schema] + body[1:])


def fast_line(line: bytes) -> Agreement | Outcome | None:
    """Read a line; ``None`` if that cannot be done fast."""
    return _after(AGREEMENT, line, Agreement) or _after(OUTCOME, line, Outcome)


def fast_document(data: bytes) -> Document | None:
    """Read a document; ``None`` if that cannot be done fast."""
    compact = data if data.startswith(_BEGINS_COMPACT) else compacted(data)
    if compact is None:
        return None
    if (agreement := _after(AGREEMENT, compact, Agreement)) is not None:
        return agreement
    if (several := _after(AGREEMENTS, compact, _Agreements)) is not None:
        return several.agreements
    if (parts := _after(REGISTER, compact, _Register)) is None:
        return None
    things: tuple[Agreement | Outcome, ...] = (*parts.agreements, *parts.outcomes)
    pool = Pool()
    for thing in things:
        pool.share(thing)
    try:
        return Register(parts.agreements, parts.outcomes)
    except MedborgarloftenError:
        return None  # the strict road tells everything that does not fit


def _after(schema: str, data: bytes, class_: type[_T]) -> _T | None:
    beginning = _BEGINNINGS[schema]
    if not data.startswith(beginning):
        return None
    return decoded(b"{" + data[len(beginning) :], class_)
