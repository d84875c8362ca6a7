"""What stands beside a page's text by what it says: consent, and other pages' news."""

from __future__ import annotations

from collections.abc import Iterator

from medborgarloften.reading.formats.html.elements import HEADINGS, words_for
from medborgarloften.reading.formats.html.tree import Tree
from medborgarloften.reading.formats.html.weights import Weights
from medborgarloften.reading.text.lexicon import plain

__all__ = ["MUCH", "consent_boxes", "news_elsewhere"]

# Of all words that are no links: so much is no furniture.
MUCH = 0.4
_NEVER_BOXES = HEADINGS | {"a", "article", "body", "html", "main"}
_LONGEST_BOX = 1500
# A heading is a few tags.
_LONGEST_HEADING = 20


def consent_boxes(tree: Tree, weights: Weights, left_out: set[int]) -> Iterator[int]:
    """Find the smallest element that asks for consent and has something to press."""
    # No text holds the sign that the parser replaces.
    page = "\0".join(tree.texts).lower()
    phrases = [phrase for phrase in words_for("cookie") if phrase in page]
    texts = page.split("\0") if phrases else []
    asking = [
        number
        for phrase in phrases
        for number, text in enumerate(texts)
        if phrase in text
    ]
    if asking:
        weights = weights.without(left_out)
    for number in asking:
        if not weights.after(number):
            continue
        box = tree.holders[number]
        while _could_be_a_box(tree, box, weights) and not weights.count("control", box):
            box = tree.parent(box)
        if _could_be_a_box(tree, box, weights):
            yield box


def _could_be_a_box(tree: Tree, number: int, weights: Weights) -> bool:
    return (
        number > 0
        and tree.names[number] not in _NEVER_BOXES
        and weights.words(number) <= _LONGEST_BOX
        and not weights.count("h1", number)
        and weights.own(number) <= MUCH * weights.own(0)
    )


def news_elsewhere(tree: Tree, weights: Weights) -> Iterator[int]:
    """Find headings over other pages' news, with the news below them."""
    headings = words_for("related")
    longest = max(map(len, headings)) + 1
    for number in tree.those(HEADINGS):
        if not weights.kept[number] or weights.words(number) > longest:
            continue
        if plain(tree.words(number, _LONGEST_HEADING)) not in headings:
            continue
        box = number
        while weights.words(tree.parent(box)) == weights.words(number):
            box = tree.parent(box)
        news = list(_news_after(tree, box, weights))
        if news:
            yield from (box, *news)


def _news_after(tree: Tree, box: int, weights: Weights) -> Iterator[int]:
    last = tree.closes[box]
    end = tree.closes[tree.parent(box)]
    while not weights.after(last) and last + 1 < end:
        number = last + 1
        last = tree.closes[number]
        is_news = (
            weights.count("link", number)
            and not weights.count("document", number)
            and not weights.count("h1", number)
            and tree.names[number] not in HEADINGS
        )
        if is_news:
            yield number
        elif weights.words(number):
            return
