"""What a document says of itself: its schema, and the version of that.

A program that meets a document years later knows by them what it has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from medborgarloften.serializers._documents.migrations import (
    VERSION,
    VERSION_FIELD,
    migrated,
    version_field_of,
)
from medborgarloften.serializers._strict.data import is_object
from medborgarloften.serializers._strict.faults import Fault, Place, expected, missing
from medborgarloften.serializers._strict.words import (
    OBJECT,
    TEXT,
    Words,
    expectation,
    shown,
)
from medborgarloften.tables.versions import SCHEMA

__all__ = [
    "AGREEMENT",
    "AGREEMENTS",
    "OUTCOME",
    "REGISTER",
    "Opened",
    "header",
    "opened",
    "version_faults",
]

AGREEMENT = "medborgarloften/agreement"
AGREEMENTS = "medborgarloften/agreements"
OUTCOME = "medborgarloften/outcome"
REGISTER = SCHEMA

_SCHEMA_FIELD = "schema"
_NEWER = "newer-version"
_A_VERSION = Words("a whole number from 1", "ett heltal från 1")


class Opened(NamedTuple):
    """A document whose header was read: its schema, and the fields below."""

    schema: str
    fields: dict[str, Any]


def header(schema: str) -> dict[str, Any]:
    """Make the fields that a document begins with."""
    return {_SCHEMA_FIELD: schema, VERSION_FIELD: VERSION}


def opened(
    plain: Any, known: Collection[str], place: Place, faults: list[Fault]
) -> Opened | None:
    """Read the header of a document of one of the *known* schemas.

    A document of an older version is made into one of today.  ``None`` if it
    cannot be read at all.  What is wrong with the header is added to *faults*;
    the rest may be readable all the same.
    """
    if not is_object(plain):
        faults.append(expected(OBJECT, plain).at(place))
        return None
    version_field = version_field_of(plain)
    wrong_version = list(version_faults(plain, version_field))
    wrong_schema = list(_schema_faults(plain, known))
    faults += (fault.within(place) for fault in (*wrong_schema, *wrong_version))
    if wrong_schema or any(fault.code == _NEWER for fault in wrong_version):
        return None
    if not wrong_version:
        plain = migrated(plain, plain[version_field])
        version_field = VERSION_FIELD
    own = (_SCHEMA_FIELD, version_field)
    fields = {key: value for key, value in plain.items() if key not in own}
    return Opened(plain[_SCHEMA_FIELD], fields)


def version_faults(document: dict[str, Any], field: str) -> Iterator[Fault]:
    """Find what is wrong with the version that stands in *field*."""
    place = (field,)
    if field not in document:
        yield missing(place)
        return
    version = document[field]
    if type(version) is not int or version < 1:
        yield expected(_A_VERSION, version).at(place)
    elif version > VERSION:
        yield Fault(place, _NEWER, _is_newer(version))


def _schema_faults(document: dict[str, Any], known: Collection[str]) -> Iterator[Fault]:
    place = (_SCHEMA_FIELD,)
    if _SCHEMA_FIELD not in document:
        yield missing(place)
        return
    schema = document[_SCHEMA_FIELD]
    if type(schema) is not str:
        yield expected(TEXT, schema).at(place)
    elif schema not in known:
        names = ", ".join(known)
        wanted = Words(f"one of {names}", f"något av {names}")
        yield Fault(place, "unknown-schema", expectation(wanted, schema))


def _is_newer(version: int) -> Words:
    found = shown(version)
    return Words(
        f"{found.en} is newer than this library knows, which is {VERSION}; "
        "upgrade medborgarloften",
        f"{found.sv} är nyare än vad biblioteket kan, som är {VERSION}; "
        "uppgradera medborgarloften",
    )
