"""The part of a page that is the page: what it says is its main part, or all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from medborgarloften.reading.formats.html.elements import is_hidden
from medborgarloften.reading.formats.html.furniture import FURNITURE_TAGS, Kept
from medborgarloften.reading.formats.html.tree import Tree
from medborgarloften.reading.formats.html.weights import Weights

__all__ = ["Part", "own_part"]

_MOST = 0.5
_LONG = 150
# A page has few titles; more is no page.
_MOST_TITLES = 10


@frozen(kw_only=True)
class Part:
    """What is read of a page.

    Attributes:
        titles: Elements that are read first.
        left_out: Elements that are not read.
        texts: The texts after each tag, without those that are not read.
    """

    titles: Sequence[int]
    left_out: set[int]
    texts: Sequence[str]


def own_part(tree: Tree, kept: Kept) -> Part:
    """Find what is read of a page that has been rid of its furniture.

    Beside the main part only what leads to documents is read.  The title is, where
    nothing that is kept is one.
    """
    weights, left_out, texts = kept.weights, kept.left_out, tree.texts
    main = _main(tree, weights)
    is_kept = weights.kept
    if main:
        texts = [*texts]
        for number in _beside(tree, main, weights, texts):
            left_out.add(number)
            end = tree.closes[number] + 1
            is_kept[number:end] = bytes(end - number)
    titles = tree.places.get("h1", ())
    if any(is_kept[number] for number in titles):
        titles = ()
    shown = [number for number in titles[:_MOST_TITLES] if _is_shown(tree, number)]
    return Part(titles=shown, left_out=left_out, texts=texts)


def _main(tree: Tree, weights: Weights) -> int:
    """Find the main part of a page; it is all of it where none is.

    It is what says that it is, if it holds most of the page.  Where several articles
    have something to say, or none says anything, all is.
    """
    most = _MOST * weights.own(0)
    main = max(weights.mains, key=weights.own, default=0)
    if main and weights.own(main) >= most:
        return main
    articles = [
        number
        for number in tree.places.get("article", ())
        if weights.kept[number]
        and weights.own(number) >= _LONG
        and not weights.is_links(number, _MOST)
    ]
    if articles and articles[-1] < tree.closes[articles[0]]:
        return articles[0] if weights.own(articles[0]) >= most else 0
    return 0


def _beside(tree: Tree, main: int, weights: Weights, texts: list[str]) -> Iterator[int]:
    """Find what stands beside the main part, or beside what that stands in.

    Texts that stand there by themselves are taken away from *texts*.
    """
    within = main
    while within:
        holder = tree.parent(within)
        number = holder
        while number < tree.closes[holder]:
            texts[number] = ""
            number += 1
            is_beside = number != within and number < tree.closes[holder]
            if is_beside and not weights.count("document", number):
                yield number
            number = tree.closes[number]
        within = holder


def _is_shown(tree: Tree, number: int) -> bool:
    while number:
        if is_hidden(tree.said[number]) or tree.names[number] in FURNITURE_TAGS:
            return False
        number = tree.parent(number)
    return True
