"""The one module that knows the parser: a page, well-formed and cleared by it.

What is dropped here is dropped in C, which costs next to nothing: what nobody sees,
and menus, which are most of many a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from medborgarloften.reading.formats.html.elements import Told

__all__ = ["Parsed", "parsed"]

# What a reader of the page sees nothing of, or nothing that is the page's own.
_UNSEEN = "iframe, noscript, script, style, svg"
_SELDOM_THERE = (
    "applet",
    "audio",
    "canvas",
    "datalist",
    "math",
    "noembed",
    "noframes",
    "object",
    "option",
    "optgroup",
    "plaintext",
    "template",
    "video",
    "xmp",
)
_MENU = "nav:not(:has(h1, main, [role=main]))"
_LINKED_DATA = "script[type*='ld+json']"
_TELLING = f"title, base, link[rel~=canonical i], meta, {_LINKED_DATA}, [itemprop]"


class Parsed(NamedTuple):
    """A page as it was parsed.

    Attributes:
        body: Its body, written anew: each element that can be closed is, and signs
            that mean something in markup are escaped where they mean nothing.
        told: What it tells of itself.
    """

    body: str
    told: tuple[Told, ...]


def parsed(markup: bytes) -> Parsed:
    """Parse a page in UTF-8."""
    page = LexborHTMLParser(markup)
    told = tuple(_told(page))
    if page.body is None:  # a page of frames
        return Parsed("<body></body>", told)
    _drop(page, _MENU)
    _drop(page, _UNSEEN)
    body = page.body.html or ""
    unseen = ", ".join(name for name in _SELDOM_THERE if f"<{name}" in body)
    if unseen:
        _drop(page, unseen)
        body = page.body.html or ""
    return Parsed(body, told)


def _drop(page: LexborHTMLParser, selector: str) -> None:
    # The innermost first: what is dropped takes along, and frees, all that is in it.
    for node in reversed(page.css(selector)):
        node.decompose()


def _told(page: LexborHTMLParser) -> Iterator[Told]:
    for node in page.css(_TELLING):
        name = node.tag or ""
        attributes = {each: value or "" for each, value in node.attributes.items()}
        text = node.text() if name in {"script", "title"} else ""
        yield Told(name, attributes, text)
