"""``medborgarloften schema``: what documents and tables look like, for other tools."""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from medborgarloften.cli._saying import Words
from medborgarloften.errors import UnknownName, nearest
from medborgarloften.serializers import schema as json_schemas
from medborgarloften.serializers.table_schema import data_package

__all__ = ["TABLES", "run"]

TABLES = "tables"


def run(options: Namespace, say: Words) -> int:  # noqa: ARG001 - it has no words
    """Print the JSON Schema of a kind of document, or the schemas of the tables."""
    kind: str = options.schema
    if kind == TABLES:
        text = json.dumps(data_package(), ensure_ascii=False, indent=2) + "\n"
    elif kind in json_schemas.kinds():
        text = json_schemas.dumps(kind)
    else:
        known = (*json_schemas.kinds(), TABLES)
        raise UnknownName("schema", kind, nearest(kind, known, most=1))
    sys.stdout.write(text)
    return 0
