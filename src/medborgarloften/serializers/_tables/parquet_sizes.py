"""How large what is in a Parquet file becomes, told before it is read.

The end of a file tells of each piece of a column how many values and bytes there are.
pyarrow gives that too, but ends the whole program where it is damaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from medborgarloften.serializers._tables.thrift import ThriftReader

__all__ = ["Piece", "pieces_in", "texts_to_keep_once"]

# The end of a file: how long what tells of it is, in four bytes, and a word of four.
_END = 8
# Fields of the structures FileMetaData, RowGroup, ColumnChunk and ColumnMetaData, in
# Parquet's parquet.thrift.
_GROUPS, _CHUNKS, _ABOUT = 4, 1, 3
_TYPE, _ENCODINGS, _PATH, _VALUES, _BYTES = 1, 2, 3, 5, 6

_TEXTS = 6
# PLAIN, PLAIN_DICTIONARY, RLE, BIT_PACKED, RLE_DICTIONARY
_READ_WITH_A_DICTIONARY = {0, 2, 3, 4, 8}


class Piece(NamedTuple):
    """A part of a column, as it is told of.

    Attributes:
        column: The names that lead to the column.
        size: How many bytes it becomes, or how many values if those are more.
        is_keepable: Whether pyarrow can keep each of its texts once.
    """

    column: str
    size: int
    is_keepable: bool


def pieces_in(data: bytes) -> list[Piece]:
    """List the pieces of all columns in the bytes of a file.

    Raises:
        LookupError, TypeError, ValueError: If it is damaged.
    """
    length = int.from_bytes(data[-_END:][:4], "little")
    told = ThriftReader(data[-_END - length : -_END]).structure()
    abouts = [chunk[_ABOUT] for group in told[_GROUPS] for chunk in group[_CHUNKS]]
    return [
        Piece(
            column=b".".join(about[_PATH]).decode(),
            size=max(about[_VALUES], about[_BYTES]),
            is_keepable=about[_TYPE] == _TEXTS
            and _READ_WITH_A_DICTIONARY.issuperset(about[_ENCODINGS]),
        )
        for about in abouts
    ]


def texts_to_keep_once(pieces: Sequence[Piece]) -> list[str]:
    """Find the columns whose every text can be kept once, however often it stands.

    A long one that many rows refer to would otherwise be there for each.
    """
    others = {piece.column for piece in pieces if not piece.is_keepable}
    every = dict.fromkeys(piece.column for piece in pieces)
    return [column for column in every if column not in others]
