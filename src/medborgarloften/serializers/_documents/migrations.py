"""Documents of older versions, made into those of today as plain data.

A version goes up when a document of the one before could not be read as it is.
Each step takes the whole of a document from one version to the next, and loses
nothing: what it does not know is left for the strict reading to tell of.

Version 1 named its version ``version``.  In a file that people keep by hand that
reads as the version of the agreement, to be raised when the agreement is revised;
so it is ``schema_version`` from version 2 on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from medborgarloften.tables.versions import SCHEMA_VERSION

__all__ = ["VERSION", "VERSION_FIELD", "migrated", "version_field_of"]

VERSION = SCHEMA_VERSION
VERSION_FIELD = "schema_version"
_FIRST_VERSION_FIELD = "version"


def version_field_of(document: dict[str, Any]) -> str:
    """Tell under which name a document tells its version, if it does at all."""
    first_alone = _FIRST_VERSION_FIELD in document and VERSION_FIELD not in document
    # No later version had it, though one of the future may have it again.
    later = document.get(_FIRST_VERSION_FIELD) in range(2, VERSION + 1)
    return _FIRST_VERSION_FIELD if first_alone and not later else VERSION_FIELD


def migrated(document: dict[str, Any], version: int) -> dict[str, Any]:
    """Make a document of *version* into one of today.

    >>> migrated({"schema": "medborgarloften/agreement", "version": 1, "id": "a"}, 1)
    {'schema': 'medborgarloften/agreement', 'schema_version': 2, 'id': 'a'}
    """
    for step in _STEPS[version - 1 :]:
        document = step(document)
    return document


def _name_the_version_of_the_schema(document: dict[str, Any]) -> dict[str, Any]:
    return {
        VERSION_FIELD if key == _FIRST_VERSION_FIELD else key: (
            2 if key == _FIRST_VERSION_FIELD else value
        )
        for key, value in document.items()
    }


# The first takes a document from version 1 to 2, and so on.
_STEPS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (
    _name_the_version_of_the_schema,
)
