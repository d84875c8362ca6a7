"""Structures in Thrift's compact protocol, as the end of a Parquet file has them.

`The protocol <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>`_
knows fields by their numbers.  Whole numbers come in as few bytes as they need, seven
bits in each, and mostly with their sign in the lowest bit.
"""

from __future__ import annotations

from typing import Any

from attrs import define

__all__ = ["ThriftReader"]

_TRUE, _FALSE, _BYTE, _I16, _I32, _I64, _DOUBLE, _BINARY, _LIST, _SET, _MAP, _STRUCT = (
    range(1, 13)
)
_LONG = 15


@define(eq=False)
class ThriftReader:
    """Bytes, and how far they have been read.

    What is damaged raises `LookupError` or `ValueError`.
    """

    data: bytes
    at: int = 0

    def structure(self) -> dict[int, Any]:
        """Read a structure: its fields by their numbers."""
        fields: dict[int, Any] = {}
        number = 0
        while header := self._byte():
            step, kind = header >> 4, header & 0x0F
            number = number + step if step else self._signed()
            fields[number] = kind == _TRUE if kind <= _FALSE else self._value(kind)
        return fields

    def _value(self, kind: int) -> Any:
        if kind == _STRUCT:
            return self.structure()
        if kind in {_LIST, _SET}:
            return self._items()
        if kind in {_I16, _I32, _I64}:
            return self._signed()
        if kind == _BINARY:
            return self._bytes(self._unsigned())
        if kind == _DOUBLE:
            return self._bytes(8)
        if kind in {_TRUE, _FALSE, _BYTE}:
            return self._byte()
        raise ValueError(kind)

    def _items(self) -> list[Any]:
        header = self._byte()
        count, kind = header >> 4, header & 0x0F
        if count == _LONG:
            count = self._unsigned()
        return [self._value(kind) for _ in range(count)]

    def _byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def _bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]

    def _unsigned(self) -> int:
        number = shift = 0
        while (byte := self._byte()) & 0x80:
            number |= (byte & 0x7F) << shift
            shift += 7
        return number | byte << shift

    def _signed(self) -> int:
        number = self._unsigned()
        return (number >> 1) ^ -(number & 1)
