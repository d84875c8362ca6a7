"""Tables in `FlatBuffers <https://flatbuffers.dev/internals/>`_, as far as Arrow's go.

A table begins with the distance back to a list, which tells how far from the table
each of its fields is; all numbers have their lowest byte first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["FlatTable"]


class FlatTable(NamedTuple):
    """A table, whose fields are known by their numbers.

    What is damaged raises ``struct.error``.
    """

    data: bytes
    at: int

    @classmethod
    def first(cls, data: bytes, at: int) -> FlatTable:
        """Find the table that those who follow the first number come to."""
        return cls(data, at + _number(data, at, "<I"))

    def has(self, field: int) -> bool:
        """Tell whether a field is there."""
        return self._place(field) is not None

    def byte(self, field: int) -> int:
        """Read a number of one byte; what is not there is 0."""
        place = self._place(field)
        return 0 if place is None else _number(self.data, place, "<B")

    def table(self, field: int) -> FlatTable:
        """Go to the table in a field."""
        place = self._place(field)
        if place is None:
            raise struct.error
        return self.first(self.data, place)

    def structures(self, field: int, shape: struct.Struct) -> Iterator[tuple[Any, ...]]:
        """Read the structures in a field, one after the other."""
        place = self._place(field)
        if place is None:
            return iter(())
        start = place + _number(self.data, place, "<I") + 4
        count = _number(self.data, start - 4, "<I")
        return shape.iter_unpack(self.data[start : start + count * shape.size])

    def _place(self, field: int) -> int | None:
        list_at = self.at - _number(self.data, self.at, "<i")
        entry = 4 + 2 * field
        if entry >= _number(self.data, list_at, "<H"):
            return None
        distance = _number(self.data, list_at + entry, "<H")
        return self.at + distance if distance else None


def _number(data: bytes, at: int, format_: str) -> int:
    if at < 0:  # Python would count from the end
        raise struct.error
    number: int = struct.unpack_from(format_, data, at)[0]
    return number
