"""What of a page is the furniture of its site, and no text of the page's own.

No site is known here: an element is furniture by what it is (a menu, a dialog,
something hidden), by the words sites use of it, or because it is nearly all
links.  When in doubt it is kept, and what holds much of the page's words is
never furniture: a lost promise is worse than a menu that was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from medborgarloften.reading.formats.html.beside import (
    MUCH,
    consent_boxes,
    news_elsewhere,
)
from medborgarloften.reading.formats.html.elements import (
    HEADINGS,
    attribute,
    is_hidden,
    named,
)
from medborgarloften.reading.formats.html.tree import Tree
from medborgarloften.reading.formats.html.weights import Weights

__all__ = ["FURNITURE_TAGS", "Kept", "without_furniture"]

FURNITURE_TAGS = frozenset({"dialog", "footer", "nav"})
_ROLES = {"banner": "header", "contentinfo": "footer", "navigation": "nav"}
_FURNITURE_ROLES = frozenset(
    ["alert", "alertdialog", "complementary", "dialog", "menu", "menubar", "search"]
)
_TELLING = FURNITURE_TAGS | {"aside", "form", "header", "article", "main"}
_NEVER_NAMED = HEADINGS | {"a", "article", "body", "html", "main"}
_MAY_BE_MENUS = (
    "center",
    "dd",
    "div",
    "dl",
    "fieldset",
    "ol",
    "p",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "ul",
)
_MOSTLY = 0.5
_LINKS_IN_A_MENU = 3
_MENU_IS_LINKS = 0.75
_SHORT = 150
# So far before a menu the text is looked for that leads into it.
_LONGEST_WAY_BACK = 30


@define(eq=False)
class Kept:
    """What is left out of a page, and the weights of the rest."""

    left_out: set[int]
    weights: Weights


def without_furniture(tree: Tree) -> Kept:
    """Find the elements of a page that are no text of its own."""
    weights = Weights.of(tree)
    found = set(_by_themselves(tree, weights))
    found.update(consent_boxes(tree, weights, found))
    weights = weights.without(found)
    late = {*_menus(tree, weights), *news_elsewhere(tree, weights)}
    return Kept(found | late, weights.without(found | late) if late else weights)


def _by_themselves(tree: Tree, weights: Weights) -> Iterator[int]:
    """Find furniture by what elements say of themselves, one not within another."""
    names, every, closes = tree.names, tree.said, tree.closes
    much = MUCH * weights.own(0)
    mains = frozenset(tree.mains)
    article_end = found_end = 0
    for number, said in enumerate(every):
        name = names[number]
        if number <= found_end or not (said or name in _TELLING):
            continue
        is_within = number < article_end
        if not is_within and (name == "article" or number in mains):
            article_end = closes[number]
        if not _may_be_furniture(name, said):
            continue
        if name != "nav" and weights.own(number) > much:
            continue
        if _is_furniture(tree, number, weights, is_within=is_within):
            yield number
            found_end = closes[number]


def _may_be_furniture(name: str, said: str) -> bool:
    """Tell whether an element says anything that could make it furniture."""
    if name in _TELLING and name not in _NEVER_NAMED:
        return True
    if "hidden" in said or "style" in said or "role" in said:
        return True
    return name not in _NEVER_NAMED and bool(named(said))


def _is_furniture(
    tree: Tree, number: int, weights: Weights, *, is_within: bool
) -> bool:
    said = tree.said[number]
    if is_hidden(said) and not _is_opened(tree, number, weights):
        return True
    holds_page = bool(weights.count("h1", number) or weights.count("main", number))
    is_links = weights.is_links(number, _MOSTLY)
    role = attribute(said, "role")
    match _ROLES.get(role, tree.names[number]):
        case "header":
            return not is_within and (is_links or not weights.count("h1", number))
        case "footer" if is_within:
            return is_links
        case "form":
            return weights.count("field", number) > 0 and not holds_page
        case kind if holds_page or kind in FURNITURE_TAGS:
            return not holds_page
        case kind:
            is_aside = kind == "aside" or role in _FURNITURE_ROLES
            is_short = is_links or weights.words(number) < _SHORT
            # "Dokument" may lead to the agreement itself.
            return not weights.count("document", number) and (
                is_aside or _is_named_so(kind, said, is_short=is_short)
            )


def _is_opened(tree: Tree, number: int, weights: Weights) -> bool:
    """Tell whether something on the page shows a hidden element: a tab, a button.

    What a button shows of links is a menu.
    """
    if tree.get(number, "id") in tree.opened or tree.get(number, "role") == "tabpanel":
        return True
    return not weights.is_links(number, _MOSTLY) and _is_expander(tree, number)


def _is_expander(tree: Tree, number: int) -> bool:
    """Tell whether a button that opens and shuts stands right above an element."""
    for before in range(number - 1, max(-1, number - _LONGEST_WAY_BACK), -1):
        if " aria-expanded=" in tree.said[before]:
            words = tree.texts[tree.closes[before] : number]
            return tree.closes[before] < number and not "".join(words).strip()
    return False


def _is_named_so(name: str, said: str, *, is_short: bool) -> bool:
    if name in _NEVER_NAMED:
        return False
    sorts = named(said)
    return "whole" in sorts or (is_short and "links" in sorts)


def _menus(tree: Tree, weights: Weights) -> Iterator[int]:
    """Find what is nearly all links, unless a text leads into it or to a document."""
    found_end = 0
    for number in tree.those(_MAY_BE_MENUS):
        if (
            number >= found_end
            and weights.count("link", number) >= _LINKS_IN_A_MENU
            and weights.kept[number]
            and weights.own(number) < _SHORT
            and weights.is_links(number, _MENU_IS_LINKS)
            and not weights.count("h1", number)
            and not weights.count("document", number)
            and not _text_before(tree, number, weights).endswith(":")
        ):
            yield number
            found_end = tree.closes[number]


def _text_before(tree: Tree, number: int, weights: Weights) -> str:
    for before in range(number - 1, max(-1, number - _LONGEST_WAY_BACK), -1):
        if weights.after(before):
            return tree.texts[before].strip()
    return ""
