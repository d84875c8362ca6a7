"""Bytes of a page as text, as browsers decode them."""

from __future__ import annotations

import codecs
import re

from medborgarloften.errors import Problem

__all__ = ["BINARY", "decoded", "is_binary"]

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# Where a page says how it is written, browsers look no further than this either.
_HEAD = 4096
_CHARSET = re.compile(
    rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
# As browsers take them: "latin-1" says Windows, and what ASCII can write UTF-8 can.
_ENCODINGS = {
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-15": "iso-8859-15",
    "macintosh": "mac-roman",
    "utf-8": "utf-8",
    "utf8": "utf-8",
}


def decoded(content: bytes, problems: list[Problem]) -> str:
    """Decode a page; what cannot be is replaced, and told among the *problems*."""
    if is_binary(content):
        problems.append(BINARY)
        return content.decode("utf-8", errors="replace")
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
        problems.append(_not_decoded(encoding))
    return text.removeprefix("\ufeff")


BINARY = Problem(
    code="binary",
    message=(
        "the bytes are neither text nor HTML; unpack the file, "
        "or fetch the page anew; a PDF is read with read_pdf"
    ),
    message_sv=(
        "innehållet är varken text eller HTML; packa upp filen, "
        "eller hämta sidan på nytt; en PDF läses med read_pdf"
    ),
)
# How files begin that are called .html now and then: PDF, ZIP, gzip, pictures.
_SIGNATURES = (
    *(b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    b"\xd0\xcf\x11\xe0",
)
_NEVER_IN_TEXT = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f"})
_MUCH = 0.02


def is_binary(content: bytes) -> bool:
    """Tell whether bytes are no text in any encoding that pages are written in.

    >>> is_binary(b"%PDF-1.7 ..."), is_binary("å".encode("utf-16"))
    (True, False)
    """
    if content.startswith(_SIGNATURES):
        return True
    if content.startswith(tuple(_BYTE_ORDER_MARKS)):
        return False
    head = content[:_HEAD]
    return len(head) - len(head.translate(None, _NEVER_IN_TEXT)) > _MUCH * len(head)


def _encoding(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return encoding
    said = _CHARSET.search(content[:_HEAD])
    name = said[1].decode("ascii", "replace").lower() if said else ""
    if name in _ENCODINGS:
        return _ENCODINGS[name]
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _not_decoded(encoding: str) -> Problem:
    return Problem(
        code="not-utf8",
        message=f"some bytes are not {encoding} and were replaced; save it as UTF-8",
        message_sv=(
            f"några tecken är inte {encoding} och ersattes; spara sidan som UTF-8"
        ),
    )
