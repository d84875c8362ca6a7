"""HTML as text: the page's own words in rows, and what its markup tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from medborgarloften.errors import Problem
from medborgarloften.reading.formats.extract import Extract, Link
from medborgarloften.reading.formats.html.blocks import written
from medborgarloften.reading.formats.html.decoding import decoded
from medborgarloften.reading.formats.html.elements import document_type
from medborgarloften.reading.formats.html.furniture import without_furniture
from medborgarloften.reading.formats.html.links import LinkedWords
from medborgarloften.reading.formats.html.mains import own_part
from medborgarloften.reading.formats.html.metadata import absolute, metadata_of
from medborgarloften.reading.formats.html.thinning import thinned
from medborgarloften.reading.formats.html.tree import parse

__all__ = ["LONGEST", "extract_html"]

LONGEST = 50_000_000
_TOO_LONG = Problem(
    code="too-long",
    message=f"the page is longer than {LONGEST} characters; the rest was not read",
    message_sv=f"sidan är längre än {LONGEST} tecken; resten lästes inte",
)
_NO_TEXT = Problem(
    code="not-text",
    message="the page holds half characters (surrogates), which were replaced",
    message_sv="sidan har halva tecken (surrogat), som ersattes",
)


def extract_html(markup: str | bytes, *, url: str | None = None) -> Extract:
    """Take the text out of a page of HTML, with what its markup tells besides.

    Whatever the page is, this does not raise.  Only its first 50 million characters
    are read.

    >>> page = extract_html("<h1>Löften</h1><ul><li>Polisen lovar att synas.</ul>")
    >>> print(page.text)
    Löften
    <BLANKLINE>
    • Polisen lovar att synas.
    >>> {number: kind.value for number, kind in page.kinds.items()}
    {1: 'heading', 3: 'bullet'}

    Args:
        markup: The page.  Bytes are decoded as their byte order mark says, or the
            page; else as UTF-8, or Windows-1252 where they are not.
        url: Its address; it comes before what the page says of that.

    Raises:
        MissingExtra: If the extra ``html`` is not installed.
    """
    problems = list[Problem]()
    if len(markup) > LONGEST:
        markup = markup[:LONGEST]
        problems.append(_TOO_LONG)
    text = markup if isinstance(markup, str) else decoded(markup, problems)
    tree = parse(_encoded(thinned(text), problems))
    part = own_part(tree, without_furniture(tree))
    told = metadata_of(tree, (url or "").strip() or None)
    rows = written(tree, part)
    return Extract(
        text=rows.text,
        kinds=MappingProxyType(rows.kinds),
        url=told.url,
        title=told.title,
        publisher=told.publisher,
        published_on=told.published_on,
        updated_on=told.updated_on,
        media_type="text/html",
        links=tuple(_documents(rows.links, told.base)),
        problems=tuple(problems),
    )


def _encoded(text: str, problems: list[Problem]) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        problems.append(_NO_TEXT)
        return text.encode(errors="replace")


def _documents(links: Sequence[LinkedWords], base: str | None) -> Iterator[Link]:
    for words, address, told in links:
        media_type = document_type(address, told, words)
        url = absolute(base, address) if media_type else None
        if media_type and url:
            yield Link(words=words, url=url, media_type=media_type)
