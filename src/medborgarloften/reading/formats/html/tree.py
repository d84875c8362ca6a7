"""A page's tags in a row, each with the text after it, and where its element ends.

A tree of objects would cost more to make than all the rest of the reading; what
the parser wrote is cut into tags by one pattern instead.  Markup from strangers may
be nested very deep, so nothing here or after goes down by calling itself: an
element's content is what stands between its two tags.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from attrs import define, field

from medborgarloften.errors import MissingExtra
from medborgarloften.reading.formats.html.elements import Told, attribute, unescaped

__all__ = ["CONTROLS", "FIELDS", "Tree", "parse"]

FIELDS = ("input", "select", "textarea")
CONTROLS = (*FIELDS, "a", "button")

# As the standard has them written: what parts names and attributes stands in no
# name, and a quotation mark in no value.
_TAG = re.compile(
    r"<(!--|/?[^ >]+)((?<=<!--).*?--|(?: =?[^ =>/]*=\"[^\"]*\")*+)>", re.DOTALL
)
_COMMENT = "!--"
_WITHOUT_END = frozenset(
    [
        _COMMENT,
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_MAIN_ROLE = ' role="main"'
_MUTE = ("select", "textarea", "title")


@define(eq=False)
class Tree:
    """The tags of a page's body, by their numbers.

    Attributes:
        names: The names of the elements that they begin; of those that end one, a
            slash and its name; of comments, what begins them.
        said: What stands in them besides, as it was written.
        texts: The texts that follow them.
        closes: The tags that end what they begin; their own, where nothing does.
        holders: The elements that the texts stand in.
        places: The elements of each name.
        mains: The elements that say that they are the main part.
        told: What the page tells machines of itself.
    """

    names: Sequence[str]
    said: Sequence[str]
    texts: list[str]
    closes: Sequence[int]
    holders: Sequence[int]
    places: Mapping[str, Sequence[int]]
    mains: Sequence[int]
    told: Sequence[Told]
    _those: dict[tuple[str, ...], list[int]] = field(
        init=False, factory=dict[tuple[str, ...], list[int]]
    )

    def get(self, number: int, name: str) -> str:
        """Look up an attribute; it is empty where it is missing."""
        return attribute(self.said[number], name)

    def parent(self, number: int) -> int:
        """Find the element that an element stands in; the first stands in itself."""
        return self.holders[number - 1] if number else 0

    def those(self, names: Iterable[str]) -> list[int]:
        """Find the elements of some names, in their order."""
        return sorted(chain.from_iterable(self.places.get(name, ()) for name in names))

    def holds(self, names: tuple[str, ...], number: int) -> bool:
        """Tell whether an element holds others of some names."""
        if names not in self._those:
            self._those[names] = self.those(names)
        places = self._those[names]
        first = bisect_right(places, number)
        return first != bisect_right(places, self.closes[number])

    @cached_property
    def opened(self) -> frozenset[str]:
        """The names of hidden elements that something on the page shows."""
        controls = [self.said[number] for number in self.those(CONTROLS)]
        opened = {attribute(said, "aria-controls") for said in controls}
        opened.update(
            attribute(said, "href")[1:] for said in controls if ' href="#' in said
        )
        return frozenset(opened - {""})

    def words(self, number: int, most: int) -> str:
        """Join the words of an element, of no more than so many tags."""
        end = min(self.closes[number], number + most)
        return " ".join("".join(self.texts[number:end]).split())


def parse(markup: bytes) -> Tree:
    """Parse a page in UTF-8.

    Raises:
        MissingExtra: If the extra ``html`` is not installed.
    """
    try:
        from medborgarloften.reading.formats.html.parsing import parsed
    except ImportError as error:
        raise MissingExtra("selectolax", "html") from error

    body, told = parsed(markup)
    # Before the first tag there is nothing; after each, its name, the rest, a text.
    _, *tags = _TAG.split(body)
    names, said, texts = tags[0::3], tags[1::3], tags[2::3]
    if "&" in body:
        texts = [unescaped(text) if "&" in text else text for text in texts]
    if _COMMENT in names:
        said = [
            "" if name == _COMMENT else each
            for name, each in zip(names, said, strict=True)
        ]
    closes = list(range(len(names)))
    holders = list[int]()
    places = defaultdict[str, list[int]](list)
    above = list[int]()
    holder = 0
    for number, name in enumerate(names):
        if name[:1] == "/":
            closes[holder] = number
            holder = above.pop()
        else:
            places[name].append(number)
            if name not in _WITHOUT_END:
                above.append(holder)
                holder = number
        holders.append(holder)
    for name in _MUTE:
        for number in places.get(name, ()):
            length = closes[number] - number
            texts[number : closes[number]] = [""] * length
    mains = places.get("main", [])
    if _MAIN_ROLE in body:
        mains = sorted(
            {*mains, *(at for at, each in enumerate(said) if _MAIN_ROLE in each)}
        )
    return Tree(names, said, texts, closes, holders, places, mains, told)
