"""Very long pages, made harmless to the parser.

A parser that follows the standard looks through all open elements at many tags,
and through all attributes at each attribute, so a megabyte of ``<div>`` takes it
minutes.  No page that people write comes near; a page that is long enough to do
harm is therefore written out anew first, with the tags and attributes that mean
something, no deeper than a page can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["LONGEST_UNTOUCHED", "thinned"]

# At this length the worst that can be written takes the parser a few seconds.
LONGEST_UNTOUCHED = 200_000


def thinned(markup: str) -> str:
    """Give a page back as it is, unless it is long: then only what matters of it."""
    if len(markup) <= LONGEST_UNTOUCHED:
        return markup
    return "".join(_Thinner(markup).pieces())


_DEEPEST = 400
_VOID = frozenset({"base", "br", "hr", "img", "input", "link", "meta"})
# What shows nothing that is read, and what holds no tags.
_SKIPPED = frozenset(
    [
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "xmp",
    ]
)
_INLINE = frozenset({"a", "b", "button", "cite", "q", "strong", "time"})
_CELLS = frozenset({"td", "th", "caption"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_KEPT = _VOID | _INLINE | _CELLS | _BLOCKS | {"head", "title"}
# What an element ends by beginning, where its author left out the end.
_ENDED_BY = {
    "li": frozenset({"p", "li"}),
    "dt": frozenset({"p", "dt", "dd"}),
    "dd": frozenset({"p", "dt", "dd"}),
    "tr": frozenset({"p", "td", "th", "tr"}),
    "td": frozenset({"p", "td", "th"}),
    "th": frozenset({"p", "td", "th"}),
    "body": frozenset({"head"}),
}
_ENDS_A_PARAGRAPH = frozenset({"p"})
_ATTRIBUTES = frozenset(
    [
        "aria-controls",
        "aria-expanded",
        "aria-hidden",
        "class",
        "colspan",
        "content",
        "datetime",
        "hidden",
        "href",
        "id",
        "itemprop",
        "name",
        "property",
        "rel",
        "role",
        "rowspan",
        "start",
        "style",
        "type",
        "value",
    ]
)
# Possessive quantifiers throughout: each character is looked at a fixed number of
# times, and what is never closed goes on to the end of the page.
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s/>=][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)(?:\"|\Z)|'(?P<single>[^']*+)(?:'|\Z)"
    r"|(?P<bare>[^\s>\"'][^\s>]*+))?+)?+"
)
_TOKEN = re.compile(
    r"(?P<text>[^<]++)"
    r"|<!--(?:-?>|[\s\S]*?(?:--!?>|\Z))"
    r"|</(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+(?:>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)"
    r"|<(?P<start>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[\s/=]++"
    r"|[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)"
    r"|[^\s>\"'][^\s>]*+)?+)?+)*+)(?:>|\Z)"
    r"|<"
)


class _Thinner:
    """A page being written anew, and the elements that are open in it."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._open: list[str] = []
        self._unclosed: set[str] = set()

    def pieces(self) -> Iterator[str]:
        position = 0
        while token := _TOKEN.match(self._markup, position):
            position = token.end()
            if token["text"]:
                yield token["text"]
            elif token["end"]:
                yield from self._end(token["end"].lower())
            elif token["start"]:
                name = token["start"].lower()
                attributes = _written(token["attributes"])
                if name in _SKIPPED:
                    data, position = self._skip(name, position)
                    if "ld+json" in attributes and "<!--" not in data:
                        yield f"<script{attributes}>{data}</script>"
                elif name in _KEPT:
                    yield from self._start(name, attributes)
            elif token[0] == "<":
                yield "&lt;"

    def _start(self, name: str, attributes: str) -> Iterator[str]:
        if name in _BLOCKS or name in _CELLS:
            ended = _ENDED_BY.get(name, _ENDS_A_PARAGRAPH)
            while self._open and self._open[-1] in ended:
                yield f"</{self._open.pop()}>"
        if name in _VOID:
            yield f"<{name}{attributes}>"
        elif len(self._open) >= _DEEPEST:
            yield "<br>"
        elif name not in _INLINE or name not in self._open:
            self._open.append(name)
            yield f"<{name}{attributes}>"

    def _end(self, name: str) -> Iterator[str]:
        for depth, each in enumerate(reversed(self._open), 1):
            if each == name:
                for _ in range(depth):
                    yield f"</{self._open.pop()}>"
                return
            if each in _CELLS and name not in {"table", "tr"}:
                return

    def _skip(self, name: str, position: int) -> tuple[str, int]:
        """Find what stands before the element's end, and where it goes on after.

        An end that was missed once will not come later either.
        """
        if name in self._unclosed:
            return "", position
        end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        found = end.search(self._markup, position)
        if found is None:
            self._unclosed.add(name)
            return "", position
        return self._markup[position : found.start()], found.end()


def _written(attributes: str) -> str:
    kept = dict[str, str]()
    for each in _ATTRIBUTE.finditer(attributes):
        name = each["name"].lower()
        if name in _ATTRIBUTES:
            value = each["double"] or each["single"] or each["bare"] or ""
            kept.setdefault(name, value.replace('"', "&quot;"))
    return "".join(f' {name}="{value}"' for name, value in kept.items())
