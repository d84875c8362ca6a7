"""What an element says of itself, by its name and in its attributes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from medborgarloften.reading.text.lexicon import table

__all__ = [
    "BLOCKS",
    "HEADINGS",
    "Told",
    "attribute",
    "document_type",
    "is_hidden",
    "named",
    "unescaped",
    "words_for",
]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_WORDS = re.compile(r"[A-ZÅÄÖ]?[a-zåäö]+|[A-ZÅÄÖ]+")
_NAMES = re.compile(r' (?:class|id)="([^"]*)"')
_HIDDEN_STYLE = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_DOCUMENT_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
_DOCUMENT_ADDRESS = re.compile(r"\.(pdf|docx?|odt)\s*(?:[?#]|\Z)")
_DOCUMENT_SAID = re.compile(r"\((pdf|docx?|odt)\b")


class Told(NamedTuple):
    """An element that tells machines something of its page.

    Attributes:
        name: The name of the element.
        attributes: Its attributes; one without a value is empty.
        text: Its text, if it is a title or a script.
    """

    name: str
    attributes: dict[str, str]
    text: str

    def get(self, name: str) -> str:
        """Look up an attribute; it is empty where it is missing."""
        return self.attributes.get(name, "")


def attribute(said: str, name: str) -> str:
    """Look up an attribute in what an element says; it is empty where it is missing.

    >>> attribute(' href="/a?b&amp;c" hidden=""', "href")
    '/a?b&c'
    """
    _, _, after = said.partition(f' {name}="')
    value, _, _ = after.partition('"')
    return unescaped(value)


def unescaped(text: str) -> str:
    """Put back the signs that the parser escapes when it writes.

    >>> unescaped("&amp;lt; &lt;")
    '&lt; <'
    """
    if "&" not in text:
        return text
    for escaped, sign in _ESCAPED:
        text = text.replace(escaped, sign)
    return text


# The last is the sign that all of them begin with.
_ESCAPED = (
    ("&nbsp;", "\xa0"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", '"'),
    ("&amp;", "&"),
)


def document_type(address: str, told: str, words: str = "") -> str | None:
    """Tell what sort of document a link leads to; ``None`` if it is a page.

    Its address tells, or else what stands in brackets, "(pdf, 1 MB)", or its type.
    """
    suffix = _DOCUMENT_ADDRESS.search(address.lower()) if "." in address else None
    if suffix is None and "(" in words:
        suffix = _DOCUMENT_SAID.search(words.lower())
    if suffix:
        return _DOCUMENT_TYPES[suffix[1]]
    media_type = told.lower().strip()
    return media_type if media_type in _DOCUMENT_TYPES.values() else None


def is_hidden(said: str) -> bool:
    """Tell whether an element says that it is not shown."""
    if "hidden" not in said and "style" not in said:
        return False
    return (
        ' hidden="' in said
        or attribute(said, "aria-hidden").lower() == "true"
        or bool(_HIDDEN_STYLE.search(attribute(said, "style").lower()))
    )


@lru_cache(maxsize=4096)
def named(said: str) -> frozenset[str]:
    """Tell of what sorts the words are that an element's class and id hold."""
    names = " ".join(_NAMES.findall(said))
    parts = {part.lower() for part in _WORDS.findall(names)}
    return frozenset(how for how in _NAMED if not parts.isdisjoint(words_for(how)))


_NAMED = ("whole", "links", "caption")


@cache
def words_for(how: str) -> frozenset[str]:
    """Look up the words of one sort in ``data/furniture.tsv``."""
    return frozenset(words for each, words in table("furniture") if each == how)
