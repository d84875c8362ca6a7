"""How large the data in a file of Arrow's become, told before they are expanded.

Each buffer that is compressed begins with the size that it will have, and Arrow's
``File.fbs`` and ``Message.fbs`` lay out where it is told which buffers there are.
"""

from __future__ import annotations

import struct
from typing import Any

from medborgarloften.serializers._tables.flatbuffers import FlatTable
from medborgarloften.tables._pyarrow import pa

__all__ = ["expanded_size", "size_in_memory"]

# The end of a file: how long the footer is, and a word.
_END = struct.Struct("<i6s")
_DICTIONARIES, _BATCHES = 2, 3  # fields of the footer
# Where a block is, and how long its message and its buffers are.
_BLOCK = struct.Struct("<qi4xq")
_CONTINUES = b"\xff\xff\xff\xff"  # which files of old do not begin their messages with
_KIND, _HEADER = 1, 2  # fields of a message
_IS_DICTIONARY = 2
_BATCH = 1  # a field of a dictionary
_BUFFERS, _COMPRESSION = 2, 3  # fields of a batch
# Where a buffer is within its block, and how long.
_BUFFER = struct.Struct("<qq")
_SIZE = struct.Struct("<q")
_IS_NOT_COMPRESSED = -1

_VIEW = struct.Struct("<i12x")


def expanded_size(data: bytes) -> int:
    """Tell how many bytes the buffers in a file of Arrow's own become.

    Raises:
        struct.error: If it is damaged.
    """
    end = len(data) - _END.size
    length, _ = _END.unpack_from(data, end)
    footer = FlatTable.first(data, end - length)
    return sum(
        _size_of_block(data, *block)
        for field in (_DICTIONARIES, _BATCHES)
        for block in footer.structures(field, _BLOCK)
    )


def size_in_memory(array: Any) -> int:
    """Tell how many values there are in an array, or bytes that need not be there.

    Nulls alone take up no room, and texts that are views may all be of one place.
    """
    size = len(array)
    type_: pa.DataType = array.type
    if pa.types.is_struct(type_):
        size += sum(size_in_memory(array.field(n)) for n in range(type_.num_fields))
    elif pa.types.is_list(type_) or pa.types.is_large_list(type_):
        size += size_in_memory(array.values)
    elif pa.types.is_dictionary(type_):
        size += size_in_memory(array.dictionary)
    elif pa.types.is_string_view(type_):
        first, last = array.offset, array.offset + len(array)
        views = memoryview(array.buffers()[1])[first * _VIEW.size : last * _VIEW.size]
        size += sum(abs(length) for (length,) in _VIEW.iter_unpack(views))
    return size


def _size_of_block(data: bytes, at: int, described: int, length: int) -> int:
    start = at + (8 if data[at : at + 4] == _CONTINUES else 4)
    message = FlatTable.first(data, start)
    batch = message.table(_HEADER)
    if message.byte(_KIND) == _IS_DICTIONARY:
        batch = batch.table(_BATCH)
    if not batch.has(_COMPRESSION):
        return length
    return sum(
        _size_of_buffer(data, at + described + place, taken)
        for place, taken in batch.structures(_BUFFERS, _BUFFER)
    )


def _size_of_buffer(data: bytes, at: int, taken: int) -> int:
    if not taken:
        return 0
    (size,) = _SIZE.unpack_from(data, at)
    return taken if size == _IS_NOT_COMPRESSED else abs(size)
