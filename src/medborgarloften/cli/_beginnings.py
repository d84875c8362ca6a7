"""What comes on standard input, which has no name: its beginning tells what it is.

>>> register_suffix(b"PAR1..."), page_suffix(b"<!DOCTYPE html>")
('.parquet', '.html')
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress

__all__ = ["begins_with_line", "page_suffix", "register_suffix"]

# A line of JSON Lines is a document of its own, and says so.
_LINE = re.compile(rb'\s*\{\s*"schema"\s*:\s*"medborgarloften/(agreement|outcome)"')
# How files begin that are no text, as far as they tell by that what they are.
_BEGINNINGS = {b"PK\x03\x04": ".xlsx", b"PAR1": ".parquet", b"ARROW1": ".arrow"}
_GZIPPED = b"\x1f\x8b"
_TELLING = 4096
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def begins_with_line(data: bytes) -> bool:
    """Tell whether a line of a register in JSON Lines comes first."""
    return _LINE.match(data) is not None


def register_suffix(data: bytes) -> str:
    """Tell how the name of a file with this register would end."""
    for beginning, suffix in _BEGINNINGS.items():
        if data.startswith(beginning):
            return suffix
    if data.startswith(_GZIPPED):
        # No more than tells: what does not expand is told when it is read.
        with suppress(zlib.error):
            start = zlib.decompressobj(wbits=31).decompress(data, _TELLING)
            return f"{register_suffix(start)}.gz"
    first_line = data.lstrip().partition(b"\n")[0]
    return ".jsonl" if not first_line or begins_with_line(first_line) else ".json"


def page_suffix(data: bytes) -> str:
    """Tell how the name of a file with this page would end."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    beginning = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].lower()
    return ".html" if beginning.startswith(_MARKUP) else ".txt"
