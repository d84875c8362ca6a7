from __future__ import annotations

import pytest
from hypothesis import given, settings

from medborgarloften import Quantity
from medborgarloften.serializers._plain import to_plain
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.rows import Stray, assemble, lay_out
from medborgarloften.testing import registers

BY_NAME = {entity.name: entity for entity in ENTITIES}


def plain_rows(register):
    """Lay a register out, with values as a document has them."""
    as_plain = {tuple: list, bool: bool, int: int, type(None): lambda value: value}
    return {
        name: [
            {
                column: as_plain.get(type(value), str)(value)
                for column, value in row.items()
            }
            for row in rows
        ]
        for name, rows in lay_out(register).items()
    }
