"""What holds in a block, and what entering it changes of that."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from medborgarloften.reading.formats.html.elements import HEADINGS, attribute
from medborgarloften.reading.formats.html.quotes import is_spoken
from medborgarloften.reading.formats.html.rows import BOLD, Items
from medborgarloften.reading.formats.html.tree import Tree
from medborgarloften.reading.text.document import LineKind

__all__ = ["CHANGES", "SHAPES", "WHOLE_NUMBER", "State", "as_caption", "is_styled_bold"]

SHAPES = (*HEADINGS, "ul", "ol", "menu", "dir", "dl", "table")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,6}")


class State(NamedTuple):
    """What holds where the writer is, and holds no more after an element.

    Attributes:
        kind: What the element is told to be.
        look: How its words look, bold or marked as a quote.
        level: How many lists it stands in.
        items: The list it stands in.
        in_item: Whether it stands in an item.
        label: What a table says above its column.
        preformatted: Whether its line breaks are kept.
        tight: Whether no empty rows part its blocks.
        is_term: Whether it is a term that is to be defined.
    """

    kind: LineKind | None = None
    look: int = 0
    level: int = 0
    items: Items | None = None
    in_item: bool = False
    label: str = ""
    preformatted: bool = False
    tight: bool = False
    is_term: bool = False

    @property
    def is_one_row(self) -> bool:
        """Whether what stands here is a row, whatever breaks it has."""
        return self.kind is LineKind.HEADING or self.is_term


def is_styled_bold(said: str) -> bool:
    """Tell whether an element says that its words are bold."""
    return "style" in said and bool(_BOLD_STYLE.search(attribute(said, "style")))


def _as_heading(_tree: Tree, _number: int, state: State) -> State:
    """Enter a heading."""
    return state._replace(kind=LineKind.HEADING)


def _as_bold(_tree: Tree, _number: int, state: State) -> State:
    """Enter a block that is bold."""
    return state._replace(look=state.look | BOLD)


def _as_quote(tree: Tree, number: int, state: State) -> State:
    """Enter a block of quotation; with lists or headings it is set apart."""
    if tree.holds(SHAPES, number) or not is_spoken(tree, number):
        return state
    return state._replace(kind=LineKind.QUOTE)


def as_caption(tree: Tree, number: int, state: State) -> State:
    """Enter the caption of a picture."""
    if tree.holds(SHAPES, number):
        return state
    return state._replace(kind=LineKind.CAPTION)


def _as_list(tree: Tree, number: int, state: State) -> State:
    """Enter a list."""
    items = Items()
    if tree.names[number] == "ol":
        start = tree.get(number, "start")
        items = Items(
            ordered=True,
            lettered=tree.get(number, "type").lower() == "a",
            number=int(start) if WHOLE_NUMBER.fullmatch(start) else 1,
        )
    return state._replace(items=items, level=state.level + 1, in_item=False, tight=True)


def _as_definitions(_tree: Tree, _number: int, state: State) -> State:
    """Enter a list of definitions."""
    return state._replace(tight=True)


def _as_preformatted(_tree: Tree, _number: int, state: State) -> State:
    """Enter a block whose line breaks are kept."""
    return state._replace(preformatted=True)


CHANGES: dict[str, Callable[[Tree, int, State], State]] = {
    **dict.fromkeys((*HEADINGS, "summary"), _as_heading),
    **dict.fromkeys(("th", "caption"), _as_bold),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _as_list),
    "blockquote": _as_quote,
    "figcaption": as_caption,
    "dl": _as_definitions,
    "pre": _as_preformatted,
}
