"""Where a thing was read: the sources, and the words in them."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from attrs import frozen

from medborgarloften.model._rules import check, refuse

__all__ = ["Citation", "How", "Source", "SourceKind"]

_SHA256 = re.compile(r"[0-9a-f]{64}")


class SourceKind(StrEnum):
    """What a source is: a web page, a news item, or a document a page links to."""

    PAGE = "page"
    NEWS = "news"
    DOCUMENT = "document"


@frozen(kw_only=True)
class Source:
    """A publication that something was read in.

    Attributes:
        url: Its address.
        kind: Whether it is a page, a news item or a document.
        title: Its title as written.
        publisher: Who published it.
        published_on: The day it says it was published.
        updated_on: The day it says it was last changed.
        retrieved_on: The day it was fetched.
        media_type: As in ``text/html`` or ``application/pdf``.
        sha256: The checksum of the text that was read, in 64 hexadecimal digits.
    """

    url: str | None = None
    kind: SourceKind = SourceKind.PAGE
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    updated_on: date | None = None
    retrieved_on: date | None = None
    media_type: str | None = None
    sha256: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.sha256 is not None and not _SHA256.fullmatch(self.sha256):
            raise refuse(self, "sha256", "give 64 lower-case hexadecimal digits")


class How(StrEnum):
    """How a field came from its words: they say it, or it was concluded from them."""

    STATED = "stated"
    INFERRED = "inferred"


@frozen(kw_only=True)
class Citation:
    """The words that a field was read from.

    Attributes:
        path: The field, within its agreement: ``promises[2].quantities[0]``.
        source: Which of the agreement's sources, counted from 0.
        start: The first code point of the quote in that source's text, from 0.
        end: The code point after the last.
        quote: The words that stand there.
        how: Whether the words say it or it was concluded from them.
    """

    path: str
    source: int = 0
    start: int
    end: int
    quote: str
    how: How = How.STATED

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.source < 0:
            raise refuse(self, "source", "count the sources from 0")
        if self.start < 0:
            raise refuse(self, "start", "count code points from 0")
        if self.end - self.start != len(self.quote):
            end = self.start + len(self.quote)
            raise refuse(self, "end", f"the quote that starts there ends at {end}")

    @property
    def field(self) -> str:
        """The agreement's field that the path begins with.

        >>> Citation(path="promises[2].text", start=0, end=4, quote="Öka ").field
        'promises'
        """
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]

    def stands_in(self, text: str) -> bool:
        """Tell whether the quote stands at its place in the source's *text*."""
        return text[self.start : self.end] == self.quote

    def line_in(self, text: str) -> int:
        r"""Tell which line of the source's *text* the quote begins on, from 1.

        Lines end as `str.splitlines` ends them, and as they do for the reader.

        >>> text = "Vi lovar\n\n• Öka tryggheten"
        >>> Citation(path="title", start=12, end=15, quote="Öka").line_in(text)
        3
        """
        # What the quote begins with makes its line one, even where nothing is before.
        return len(f"{text[: self.start]}…".splitlines())
