"""Values as a prompt and a notebook show them: in a few words, and as HTML.

`Html` is only made here, by functions that escape, so whatever was published comes
out as its words.  There are no scripts, and what a site may take away (styles, titles)
is not needed to read the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Literal, TypeAlias

from attrs import frozen

from medborgarloften._published import followable

__all__ = [
    "BREAK",
    "Content",
    "Html",
    "counted",
    "element",
    "facts",
    "joined",
    "link",
    "marked",
    "named",
    "shortened",
    "table",
    "unbroken",
]

# Steering characters have no place in HTML, nor have halves of characters.  Blanks,
# tabs and breaks of lines do; a carriage return only by its number.
_STEERING = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# Jupyter sets cells flush right and in the middle, as for numbers.
_STYLE = "text-align: left; vertical-align: top"

# A page may be light or dark, so words and ground are set together.
_MARK = "background-color: #f0d67a; color: #1a1a1a"

_Name: TypeAlias = Literal[
    "a",
    "caption",
    "li",
    "mark",
    "ol",
    "p",
    "small",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
]


@frozen
class Html:
    """A piece of HTML that shows texts as they are."""

    markup: str

    def __str__(self) -> str:
        return self.markup


Content: TypeAlias = str | Html

BREAK = Html("<br>")


def shortened(text: str, most: int = 60) -> str:
    """Cut a text that is too long to be shown whole.

    >>> shortened("Polisen lovar att synas mer.", 15)
    'Polisen lovar a…'
    """
    return text if len(text) <= most else f"{text[:most]}…"


def counted(count: int, one: str, several: str | None = None) -> str:
    """Say how many there are of something.

    >>> counted(1, "promise"), counted(1200, "promise"), counted(0, "body", "bodies")
    ('1 promise', '1,200 promises', '0 bodies')
    """
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def named(count: int, most: int) -> int:
    """Tell how many of *count* to name, where there is room for *most* and a rest.

    That there is one more takes the room in which it can be named itself.

    >>> named(10, 10), named(11, 10), named(12, 10)
    (10, 11, 10)
    """
    return count if count <= most + 1 else most


def element(name: _Name, *content: Content, **attributes: str) -> Html:
    """Make an element; the attributes too hold any text.

    >>> print(element("mark", "<b>Synas</b>", title='"text"'))
    <mark title="&quot;text&quot;">&lt;b&gt;Synas&lt;/b&gt;</mark>
    """
    told = "".join(f' {key}="{_escaped(text)}"' for key, text in attributes.items())
    return Html(f"<{name}{told}>{joined(content)}</{name}>")


def joined(parts: Iterable[Content], between: Content = "") -> Html:
    """Put one after the other."""
    return Html(_markup_of(between).join(map(_markup_of, parts)))


def link(text: str, address: str) -> Content:
    """Make a link, or the text alone if the address may not be followed."""
    target = followable(address)
    return text if target is None else element("a", text, href=target)


def marked(text: str, title: str) -> Html:
    """Mark a text, and tell on pointing at it why."""
    return element("mark", text, title=title, style=_MARK)


def unbroken(text: str) -> Html:
    """Keep a text on one line, however narrow its column is."""
    return element("span", text, style="white-space: nowrap")


def facts(caption: Content, told: Iterable[tuple[str, Content]]) -> Html:
    """Make a table of what something is: on each row a name, and then it."""
    rows = (
        element("tr", _cell("th", name, scope="row"), _cell("td", fact))
        for name, fact in told
    )
    return element("table", _caption(caption), element("tbody", *rows))


def table(
    caption: Content, headings: Iterable[str], rows: Iterable[Iterable[Content]]
) -> Html:
    """Make a table with a heading above each column."""
    head = element("tr", *(_cell("th", each, scope="col") for each in headings))
    body = (element("tr", *(_cell("td", each) for each in row)) for row in rows)
    return element(
        "table", _caption(caption), element("thead", head), element("tbody", *body)
    )


def _caption(words: Content) -> Html:
    return element("caption", element("strong", words))


def _cell(name: Literal["td", "th"], content: Content, **attributes: str) -> Html:
    return element(name, content, **attributes, style=_STYLE)


def _markup_of(part: Content) -> str:
    return part.markup if isinstance(part, Html) else _escaped(part)


def _escaped(text: str) -> str:
    shown = _STEERING.sub("\N{REPLACEMENT CHARACTER}", escape(text))
    return shown.replace("\r", "&#13;")
