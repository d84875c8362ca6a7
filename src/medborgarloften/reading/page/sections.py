"""What each line of a page stands under.

The same bullets mean a promise under one heading and a problem under another,
so every line is given its `Setting`: the section, the heading, the clause that
leads into its list ("Polisen lovar att:"), the item it is nested below, and who
owns what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from medborgarloften.reading.actors.owners import bare_owners, owners_of
from medborgarloften.reading.actors.parties import Promisors
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.openings import (
    below_heading,
    below_intro,
    leads_to_list,
    owners_at_end,
)
from medborgarloften.reading.page.setting import Owners, Setting
from medborgarloften.reading.page.shaping import headed, with_points
from medborgarloften.reading.text.document import Document, Line, LineKind
from medborgarloften.reading.text.stamps import is_document

__all__ = ["find_settings"]


def find_settings(document: Document) -> tuple[Setting, ...]:
    """Tell of each line of a page, but noise, what it stands under."""
    lines = [line for line in document.lines if line.kind is not LineKind.NOISE]
    if not lines:
        return ()
    walk = _Walk(Setting(lines[0], Section.LEAD))
    return tuple(walk.through(headed([*with_points(lines)])))


@frozen
class _Item:
    """An item of a list, and what holds for items nested below it."""

    line: Line
    inside: Setting


@define
class _Walk:
    """A walk down a page, knowing at each line what holds there.

    Attributes:
        outside: What holds for a line that is in no list.
        here: What holds in the list at hand, if it has an intro of its own.
        items: The items that the next one may be nested below.
        has_promised: Whether promises have been announced.
    """

    outside: Setting
    here: Setting = field(init=False)
    items: list[_Item] = field(factory=list[_Item])
    has_promised: bool = False

    def __attrs_post_init__(self) -> None:
        self.here = self.outside

    def through(self, lines: Sequence[Line]) -> Iterator[Setting]:
        """Yield the setting of each line."""
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            if line.is_item:
                yield self.at_item(line)
            elif self.items and _is_within(line, self.items[-1].line):
                yield self.at_line_within(line)
            else:
                self.items.clear()
                yield self.at_line(line, following)

    def at_item(self, line: Line) -> Setting:
        """Tell what an item stands under, and what is nested below it will."""
        if box := _box_of(line):
            self.items.clear()
            self.here = self.outside = Setting(line, box, heading=line)
            return self.here
        self.leave_items(line)
        above = self.items[-1].inside if self.items else self.here
        owners = _owners_of_item(line)
        setting = evolve(above, line=line, names_owners=owners is not None)
        inside = evolve(above, goal=line)
        if owners:
            # What "Polisen:" stands below is the goal of what it leads to.
            inside = evolve(above, owners=Owners(owners, line, are_kept=True))
        self.items.append(_Item(line, inside))
        return setting

    def leave_items(self, line: Line) -> None:
        """Leave the items that an item is not nested below."""
        while self.items and self.items[-1].line.indent > line.indent:
            self.items.pop()
        level = [each.line.mark for each in self.items if _is_beside(each.line, line)]
        if line.mark in level:
            del self.items[-(len(level) - level.index(line.mark)) :]
        elif level and not _may_hold(self.items[-1].line):
            self.items.pop()

    def at_line_within(self, line: Line) -> Setting:
        """Tell what a line set under an item is: "Aktiviteter:", or its reasons."""
        item = self.items[-1]
        owners = bare_owners(line.text) or owners_of(line.text)
        if line.kind is LineKind.HEADING and owners:
            inside = evolve(item.inside, owners=Owners(owners, line), intro=line)
            self.items[-1] = evolve(item, inside=inside)
        return evolve(item.inside, line=line, names_owners=owners is not None)

    def at_line(self, line: Line, following: Line | None) -> Setting:
        """Tell what a line in no list stands under; it may lead into one."""
        # A link to a document below a list ends nothing, and a menu begins nothing.
        if is_document(line.text) or self.is_in_menu(line, following):
            return evolve(self.outside, line=line)
        if line.kind is LineKind.HEADING:
            self.here = self.outside = below_heading(self.above(line), line, following)
            self.has_promised |= self.here.section is Section.PROMISES
            return self.here
        if self.outside.section is Section.CONTACT and _is_text(line):
            # Whom to ask stood above the text, and that begins here.
            self.outside = Setting(line, Section.AGREEMENT)
        self.here = self.outside
        has_list = following is not None and following.is_item
        if has_list and (leads_to_list(line) or _leaves_open(line)):
            self.here = below_intro(self.outside, line)
        elif leads_to_list(line) and (found := owners_at_end(line.text)):
            owned = below_intro(self.outside, line)
            self.here = self.outside = evolve(owned, owners=Owners(found, line))
        return evolve(self.here, line=line)

    def above(self, heading: Line) -> Setting:
        """Tell what holds above a heading: what explains the method ends with it.

        Where the promises are yet to come, a heading that announces nothing known
        begins their first theme.
        """
        is_method = self.outside.section is Section.METHOD
        if is_method and not self.has_promised and section_of(heading.text) is None:
            return evolve(self.outside, section=Section.AGREEMENT)
        return self.outside

    def is_in_menu(self, line: Line, following: Line | None) -> bool:
        """Tell whether a line stands in a row of links at the top of the page."""
        return (
            self.outside.section is Section.LEAD
            and line.kind is LineKind.HEADING
            and not line.after_gap
            and following is not None
            and following.kind is LineKind.HEADING
            and not following.after_gap
        )


_SHORTEST_TEXT = 80
_REACHED_AT = re.compile(
    r"@|\b[0-9]{2,4}[-/ ][0-9]{2}|\btelefon|\bmejla?\b|\bring\b", re.IGNORECASE
)


def _is_text(line: Line) -> bool:
    """Tell whether a line among contacts is of the agreement's text."""
    is_long = line.kind is LineKind.PARAGRAPH and len(line.text) >= _SHORTEST_TEXT
    is_of_it = "löfte" in line.text.casefold()
    return is_long and is_of_it and not _REACHED_AT.search(line.text)


_BOXES = {Section.FOLLOW_UP, Section.CONTACT, Section.CHANNELS}


def _box_of(line: Line) -> Section | None:
    """Tell what a label heads, if that is a box beside the text: "Fakta: …"."""
    if line.kind is not LineKind.LABEL or not line.after_gap:
        return None
    label = line.text.partition(":")[0]
    section = section_of(label)
    is_box = section in _BOXES or label.casefold().startswith("fakta")
    return section if is_box else None


_ENDS_OPEN = re.compile(r"\b(?:ska|skall|att|lovar|kommer)\s*:?\s*\Z")


def _owners_of_item(line: Line) -> Promisors | None:
    """Find whose the items below an item are: "Polisen:", "Båda parter ska"."""
    if line.kind is LineKind.LABEL:
        return None
    is_open = _ENDS_OPEN.search(line.text)
    return bare_owners(line.text) or (owners_of(line.text) if is_open else None)


def _is_within(line: Line, item: Line) -> bool:
    return line.indent > item.indent and not line.after_gap


def _is_beside(one: Line, other: Line) -> bool:
    return one.indent == other.indent


def _may_hold(line: Line) -> bool:
    """Tell whether an item may lead to a list set with other bullets."""
    has_ended = line.text.endswith((".", "!"))
    return line.kind is not LineKind.LABEL and not has_ended


def _leaves_open(line: Line) -> bool:
    """Tell whether a line ends before its sentence does: "Där kommer polisen"."""
    ends = line.text.endswith((".", "!", "?"))
    return not ends and owners_at_end(line.text) is not None
