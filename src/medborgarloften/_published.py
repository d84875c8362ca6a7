"""Published words and addresses, made fit to stand within something else.

What people publish may hold anything: breaks in the midst of a text, characters
that steer a terminal, an address that runs a script.  Formats for people take it
through here first.
"""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = ["followable", "one_line"]

# A no-break space is no break: it stays.
_BREAKS = re.compile("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f]")
_ADDRESS = re.compile(r"https?://[^\s/?#]\S*|mailto:[^\s@?]+@[^\s@?]+", re.IGNORECASE)
# The rest is written as %28 …, so that no format takes it for something of its own.
_SAFE_IN_ADDRESSES = "%/:?#@!&+,;="


def one_line(text: str) -> str:
    r"""Put a text on one line, with no characters that steer.

    >>> one_line("Polisen lovar att\n  synas mer. ")
    'Polisen lovar att synas mer.'
    """
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _BREAKS.sub(" ", text).strip())


def followable(address: str) -> str | None:
    """Write an address that may be followed: of the web, or of mail.

    ``None`` for what is no such address, and for one that could do more than lead
    somewhere.

    >>> followable("https://polisen.se/löfte")
    'https://polisen.se/l%C3%B6fte'
    >>> followable("javascript:alert(1)")
    """
    if not _ADDRESS.fullmatch(address):
        return None
    return quote(address, safe=_SAFE_IN_ADDRESSES)
