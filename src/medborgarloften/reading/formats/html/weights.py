"""How much stands in each element: words, links, documents, fields.

What is counted is summed up tag by tag, so that what an element holds is the
difference between its ends: most elements are never asked about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from medborgarloften.reading.formats.html.elements import attribute, document_type
from medborgarloften.reading.formats.html.tree import CONTROLS, FIELDS, Tree

__all__ = ["Weights"]


class Weights:
    """How much stands in each element, but for what is left out.

    Attributes:
        kept: Whether each tag stands in what is kept.
        mains: The elements that say that they are the main part.
    """

    def __init__(
        self,
        closes: Sequence[int],
        sizes: list[int],
        linked: list[int],
        found: Mapping[str, Sequence[int]],
        left_out: Iterable[int],
    ) -> None:
        """Weigh what is kept; the lists of sizes are changed."""
        self._closes, self._sizes, self._linked = closes, sizes, linked
        self.kept = bytearray(b"\x01") * len(closes)
        end = -1
        for number in sorted(left_out):
            if number > end:
                end = closes[number]
                nothing = bytes(end - number)
                sizes[number:end] = linked[number:end] = nothing
                self.kept[number : end + 1] = bytes(end + 1 - number)
        self._found = {
            what: [number for number in numbers if self.kept[number]]
            for what, numbers in found.items()
        }
        self._words_before = [0, *accumulate(sizes)]
        self._linked_before = [0, *accumulate(linked)]

    @classmethod
    def of(cls, tree: Tree) -> Weights:
        """Weigh all that stands on a page."""
        sizes = [len(text.strip()) if text else 0 for text in tree.texts]
        linked = [0] * len(sizes)
        links, documents = list[int](), list[int]()
        end = -1
        for number in tree.places.get("a", ()):
            said = tree.said[number]
            address = attribute(said, "href")
            if address:
                links.append(number)
                if number > end:
                    end = tree.closes[number]
                    linked[number:end] = sizes[number:end]
                told = attribute(said, "type") if " type=" in said else ""
                if document_type(address, told, tree.texts[number]):
                    documents.append(number)
        found = {
            "link": links,
            "document": documents,
            "h1": tree.places.get("h1", ()),
            "field": tree.those(FIELDS),
            "main": tree.mains,
            "control": tree.those(CONTROLS),
        }
        return cls(tree.closes, sizes, linked, found, ())

    def without(self, left_out: Iterable[int]) -> Weights:
        """Weigh what is kept when these are left out too."""
        return Weights(
            self._closes, [*self._sizes], [*self._linked], self._found, left_out
        )

    @property
    def mains(self) -> Sequence[int]:
        """The elements that say that they are the main part."""
        return self._found["main"]

    def words(self, number: int) -> int:
        """Count the letters in an element."""
        return self._words_before[self._closes[number]] - self._words_before[number]

    def linked(self, number: int) -> int:
        """Count the letters that are links."""
        return self._linked_before[self._closes[number]] - self._linked_before[number]

    def own(self, number: int) -> int:
        """Count the letters that are no links."""
        return self.words(number) - self.linked(number)

    def after(self, number: int) -> int:
        """Count the letters between a tag and the next."""
        return self._sizes[number]

    def is_links(self, number: int, share: float) -> bool:
        """Tell whether such a share of an element is links."""
        return self.linked(number) >= share * self.words(number)

    def count(self, what: str, number: int) -> int:
        """Count the links, documents, titles … in an element, itself included."""
        found = self._found[what]
        if not found:
            return 0
        after = bisect_left(found, self._closes[number] + 1)
        return after - bisect_left(found, number)
