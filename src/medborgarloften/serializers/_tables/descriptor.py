"""The file beside a folder of tables that tells what they hold: ``datapackage.json``.

It is a document as any other, so it says its schema and the version of that.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from medborgarloften.serializers._documents.headers import REGISTER, opened
from medborgarloften.serializers._documents.migrations import version_field_of
from medborgarloften.serializers._documents.text import parse
from medborgarloften.serializers._strict.faults import (
    Fault,
    Place,
    invalid_document,
    telling_refusals,
    written,
)
from medborgarloften.serializers.table_schema import data_package

__all__ = ["DESCRIPTOR", "descriptor", "said_in"]

DESCRIPTOR = "datapackage.json"
"""The name of the file."""


@cache
def descriptor() -> str:
    """Write the description of the tables that are written today."""
    return json.dumps(data_package(), ensure_ascii=False, indent=2) + "\n"


def said_in(data: str | bytes) -> dict[str, Any]:
    """Read what a description says of the tables: their schema, and its version.

    Raises:
        InvalidDocument: If it is no description of our tables, or of newer ones.
    """
    faults: list[Fault] = []
    with telling_refusals(_written):
        described = parse(data, (), faults)
    opened(described, (REGISTER,), (), faults)
    if faults:
        raise invalid_document(faults, _written)
    return {name: described[name] for name in ("schema", version_field_of(described))}


def _written(place: Place) -> str:
    return f"{DESCRIPTOR}:{written(place)}"
