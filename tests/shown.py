"""What a notebook's reader sees of HTML, and that there is nothing else in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

MARK = "background-color: #f0d67a; color: #1a1a1a"
CELL = "text-align: left; vertical-align: top"
# Every element that may be there, with its attributes and what they may say.
ALLOWED = {
    "a": {"href": r"(https?:|mailto:).*"},
    "br": {},
    "caption": {},
    "li": {},
    "mark": {"title": r".*", "style": MARK},
    "ol": {},
    "p": {},
    "small": {},
    "span": {"title": r".*", "style": "white-space: nowrap"},
    "strong": {},
    "table": {},
    "tbody": {},
    "td": {"style": CELL},
    "th": {"style": CELL, "scope": "row|col"},
    "thead": {},
    "tr": {},
    "ul": {},
}
STEERING = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]")

# Texts that want to be more than text.
hostile = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onload='alert(1)",
        "</td></table><h1>Löfte</h1>",
        "<!-- <b> -->",
        "&lt;b&gt; &amp;amp; &#60;",
        "javascript:alert(1)",
        "https://example.org/?a=1&b=<b>\"'",
        "\u202egnal\u2066\u2069",  # steers the direction of writing
        "bell\x07, nul\0, escape\x1b[31m, next line\x85",
        "rad ett\r\nrad två\n\n\tindragen",
        "å, ä och ö \N{POLICE CAR}",
    ]
)


class Shown(HTMLParser):
    """Reads HTML, and refuses what is not on the list.

    Attributes:
        texts: What stands in each cell, caption and item, with what is in it.
        marked: Each stretch of text, with the title of the mark that it is in.
        cells: The rows of the last table: the stretches in each cell.
    """

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.open, self.places, self.cells = [], [], []
        self.texts, self.titles, self.addresses = [], [], []
        self.title = None
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        """See that an element and its attributes may be there."""
        for name, value in attrs:
            assert re.fullmatch(ALLOWED[tag][name], value, re.DOTALL), (tag, name)
        if tag == "br":
            return
        self.open.append(tag)
        self.title = dict(attrs).get("title")
        self.titles += [self.title] if self.title else []
        self.addresses += [dict(attrs)["href"]] if tag == "a" else []
        if tag == "table":
            self.cells = []
        elif tag == "tr":
            self.cells.append([])
        elif tag in {"td", "th"}:
            self.cells[-1].append([])
        if tag in {"td", "th", "caption", "li", "p"}:
            self.texts.append("")
            self.places.append(len(self.texts) - 1)

    def handle_endtag(self, tag):
        """See that each element ends before the one around it."""
        assert self.open.pop() == tag
        self.title = None
        if tag in {"td", "th", "caption", "li", "p"}:
            self.places.pop()

    def handle_data(self, data):
        """Keep what is read."""
        for place in self.places:
            self.texts[place] += data
        if {"td", "th"}.intersection(self.open):
            self.cells[-1][-1].append((data, self.title))

    def fact(self, name):
        """Tell what stands beside a name."""
        return self.texts[self.texts.index(name) + 1]

    def refuse(self, *_):
        """Refuse what is neither an element nor text."""
        raise AssertionError

    handle_comment = handle_decl = handle_pi = unknown_decl = refuse


def as_shown(text):
    """Put the mark of what cannot be shown in the place of what steers."""
    return STEERING.sub("\N{REPLACEMENT CHARACTER}", text)
