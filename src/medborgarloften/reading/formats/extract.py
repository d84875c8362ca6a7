"""What a format gives of a page: its text, and what it tells besides.

Plain text is only text.  HTML also tells which rows are headings and which are
items of a list, when the page was published, and where its links lead; a PDF
tells where its pages end.  Whatever the format, this is all that reading sees.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from attrs import evolve, field, frozen

from medborgarloften.errors import Problem
from medborgarloften.reading.text.document import LineKind

__all__ = ["Extract", "Link"]


@frozen(kw_only=True)
class Link:
    """A link to a document.

    Attributes:
        words: The words of the link, as they stand in the text.
        url: Where it leads; absolute if the page's own address is known.
        media_type: What it leads to, as ``application/pdf``.
    """

    words: str
    url: str
    media_type: str


@frozen(kw_only=True)
class Extract:
    """A page as text, with what its format tells besides.

    Attributes:
        text: The page's text; citations count its code points.  Pages of a PDF
            are parted by form feeds.
        kinds: What the format says that a row is, by the number of the row from 1.
            Such a row is a line of its own; the others are looked at.
        url: Its address.
        title: Its title, where the text may not hold it.
        publisher: Who published it.
        published_on: The day it was published.
        updated_on: The day it was last changed.
        retrieved_on: The day it was fetched.
        media_type: What it was read from, as ``text/html``.
        links: The documents it links to, in their order.
        problems: What could not be read of it.
    """

    text: str
    kinds: Mapping[int, LineKind] = field(factory=lambda: MappingProxyType({}))
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    updated_on: date | None = None
    retrieved_on: date | None = None
    media_type: str | None = None
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

    def told(
        self,
        *,
        url: str | None = None,
        published_on: date | None = None,
        retrieved_on: date | None = None,
    ) -> Extract:
        """Add what the caller knows; of the days, the page's own come first."""
        return evolve(
            self,
            url=(url or "").strip() or self.url,
            published_on=self.published_on or published_on,
            retrieved_on=self.retrieved_on or retrieved_on,
        )
