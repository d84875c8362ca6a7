"""Where something stands in a table, in words: the row, and the column.

A part of a row, like a period, stands in several columns: ``columns period_…``.
"""

from __future__ import annotations

from medborgarloften.serializers._strict.words import Words, shortened
from medborgarloften.tables.entities import Entity

__all__ = ["column_of", "row_of"]


def row_of(number: object) -> Words:
    """Name a row by its number.

    >>> row_of(5)
    Words(en='row 5', sv='rad 5')
    """
    return Words(f"row {number}", f"rad {number}")


def column_of(entity: Entity, name: str) -> Words:
    """Name a column of a table, or those of a part."""
    names = [column.name for column in entity.columns]
    if name not in names and any(each.startswith(f"{name}_") for each in names):
        return Words(f"columns {name}_…", f"kolumnerna {name}_…")
    called = shortened(name)
    return Words(f"column {called}", f"kolumn {called}")
