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

from medborgarloften.reading.actors.owners import bare_owners, loose_owners, owners_of
from medborgarloften.reading.actors.parties import Promisors, somebody
from medborgarloften.reading.headings import Section, section_of
from medborgarloften.reading.promises.themes import find_themes
from medborgarloften.reading.shaping import headed, with_points
from medborgarloften.reading.text.document import Document, Line, LineKind
from medborgarloften.reading.text.sentences import last_sentence
from medborgarloften.reading.text.stamps import is_document

__all__ = [
    "Owners",
    "Setting",
    "find_settings",
    "leads_to_list",
]


@frozen
class Owners:
    """Who promises what stands below a line, and the line that says so.

    Attributes:
        promisors: They.
        line: The line.
        are_kept: Whether headings of themes below it change nothing.
    """

    promisors: Promisors
    line: Line
    are_kept: bool = False


@frozen
class Setting:
    """A line, and what it stands under.

    Attributes:
        line: The line.
        section: What its part of the page is about.
        heading: The nearest heading above it.
        intro: The line that leads into the list it is an item of.
        owners: Who promises what stands here.
        goal: The item of a list that it is nested below.
        names_owners: Whether it only says whose the lines below it are.
    """

    line: Line
    section: Section
    heading: Line | None = None
    intro: Line | None = None
    owners: Owners | None = None
    goal: Line | None = None
    names_owners: bool = False


def find_settings(document: Document) -> tuple[Setting, ...]:
    """Tell of each line of a page, but noise, what it stands under."""
    lines = [line for line in document.lines if line.kind is not LineKind.NOISE]
    if not lines:
        return ()
    walk = _Walk(Setting(lines[0], Section.LEAD))
    return tuple(walk.through(headed([*with_points(lines)])))


def leads_to_list(line: Line) -> bool:
    """Tell whether a paragraph leads into a list: it ends so, or says "följande"."""
    text = line.text
    ends = max(text.rfind(sign, 0, -1) for sign in ".:")
    is_open = text.endswith(":") or bool(_FOLLOWS.search(text, ends + 1))
    return line.kind is LineKind.PARAGRAPH and is_open


_FOLLOWS = re.compile(r"\b(?:följande|nedan|nedanstående)\b")
_LISTING = re.compile(
    r"löft|lova|\b(?:aktivitet|åtgärd|insats|punkt|ska\b|skall\b|kommer\b|genom\b"
    r"|genomför|förbinder|åta|satsning)",
    re.IGNORECASE,
)
_OF_PROMISES = re.compile(r"löft|lova", re.IGNORECASE)


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
            self.here = self.outside = _below_heading(self.above(line), line, following)
            self.has_promised |= self.here.section is Section.PROMISES
            return self.here
        if self.outside.section is Section.CONTACT and _is_text(line):
            # Whom to ask stood above the text, and that begins here.
            self.outside = Setting(line, Section.AGREEMENT)
        self.here = self.outside
        has_list = following is not None and following.is_item
        if has_list and (leads_to_list(line) or _leaves_open(line)):
            self.here = _below_intro(self.outside, line)
        elif leads_to_list(line) and (found := _owners_at_end(line.text)):
            owned = _below_intro(self.outside, line)
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
    return not ends and _owners_at_end(line.text) is not None


def _below_heading(above: Setting, heading: Line, following: Line | None) -> Setting:
    bare = _bare_owners(heading)
    owners = bare or owners_of(heading.text)
    section = _announced(heading.text)
    if owners is None and section is None:
        owners = bare = _owners_over_list(heading, above, following)
    if section in {*_UNDECIDED, Section.PROMISES} and owners:
        is_announced = _is_vow(heading.text) or section is Section.PROMISES
        is_announced = is_announced or _is_over_list(bare, above, following)
        kept = above.heading if heading.text.endswith(":") or bare else heading
        is_upper = following is not None and following.kind is LineKind.HEADING
        are_kept = _is_vow(heading.text) or is_upper
        return Setting(
            heading,
            Section.PROMISES if is_announced else section or above.section,
            heading=kept,
            intro=heading,
            owners=Owners(owners, heading, are_kept),
            names_owners=True,
        )
    if section is Section.PROMISES and _is_news_title(heading, above):
        section = Section.AGREEMENT
    elif section in _UNDECIDED and _leads_to_promises(heading):
        section = Section.PROMISES
    if section is not None:
        return Setting(heading, section, heading=heading, intro=heading)
    if above.section is Section.PERIOD:
        if any(map(str.isdigit, heading.text)):
            # The period itself, on a line as short as a heading.
            return evolve(above, line=heading)
        return Setting(heading, Section.LEAD, heading=heading)
    if _is_somebody(heading, above, following):
        owned = Owners(somebody(heading.text.rstrip(" :")), heading)
        return evolve(above, line=heading, intro=heading, owners=owned)
    # A theme or a place: it stands within what was announced above it, and what
    # a vow gave an owner keeps it.
    kept_owners = above.owners if above.owners and above.owners.are_kept else None
    return evolve(above, line=heading, heading=heading, intro=None, owners=kept_owners)


def _bare_owners(heading: Line) -> Promisors | None:
    """Find who a heading only names; "Skola" rather names a theme."""
    found = bare_owners(heading.text)
    if found is None or all(mention.is_party for mention in found.mentions):
        return found
    return None if find_themes(heading.text) else found


def _leads_to_promises(heading: Line) -> bool:
    """Tell whether a heading ends in a colon and speaks of promises."""
    is_open = heading.text.endswith(":")
    return is_open and _OF_PROMISES.search(heading.text) is not None


def _owners_over_list(
    heading: Line, above: Setting, following: Line | None
) -> Promisors | None:
    """Find who a short heading over promises speaks of, if of nothing else."""
    if following is None or find_themes(heading.text):
        return None
    may_be = above.section is Section.PROMISES or (
        above.section in _OPEN and following.is_item
    )
    return loose_owners(heading.text) if may_be else None


_FEWEST_WORDS_OF_NEWS = 6


def _is_news_title(heading: Line, above: Setting) -> bool:
    """Tell whether a heading is a whole sentence at the top: "… – här är löftena"."""
    is_long = len(heading.text.split()) >= _FEWEST_WORDS_OF_NEWS
    return above.section is Section.LEAD and is_long and heading.text[-1] != ":"


# What the parties undertake in the agreement that promises rest on is another's.
_UMBRELLA = re.compile(r"\b(?:samverkans)?(?:överenskommelse|avtal)", re.IGNORECASE)


def _announced(heading: str) -> Section | None:
    """Tell what a heading or an intro announces, if that is of this agreement."""
    section = section_of(heading)
    is_umbrella = _UMBRELLA.search(heading) and "löft" not in heading.casefold()
    is_vow = section is Section.PROMISES or _is_vow(heading)
    return Section.METHOD if is_umbrella and is_vow else section


def _is_over_list(
    bare: Promisors | None, above: Setting, following: Line | None
) -> bool:
    """Tell whether "Polisen" stands over a list that can only be promises."""
    if bare is None or following is None or above.section not in _OPEN:
        return False
    is_told_of = above.section is Section.AGREEMENT
    return following.is_item or (is_told_of and following.kind is LineKind.PARAGRAPH)


_MOST_WORDS_OF_A_NAME = 4


def _is_somebody(heading: Line, above: Setting, following: Line | None) -> bool:
    """Tell whether a heading must name somebody: it stands as those of owners do.

    Below "Polisen" and "Kommunen", "Stadens Parkering" over a list is a third.
    """
    return (
        above.section is Section.PROMISES
        and above.owners is not None
        and not above.owners.are_kept
        and bare_owners(above.owners.line.text) is not None
        and following is not None
        and following.is_item
        and len(heading.text.split()) <= _MOST_WORDS_OF_A_NAME
        and not find_themes(heading.text)
    )


def _below_intro(above: Setting, intro: Line) -> Setting:
    last = intro.text[last_sentence(intro.text) :]
    section = _announced(last)
    found = _owners_at_end(intro.text) or owners_of(intro.text)
    # "Polisen och kommunen ska göra mer. Några exempel är:" promises above the list.
    is_vowed = found is not None and above.section in _OPEN
    if section in _UNDECIDED and (_LISTING.search(last) or is_vowed):
        section = Section.PROMISES
    owners = Owners(found, intro) if found else above.owners
    return evolve(above, section=section or above.section, intro=intro, owners=owners)


# Headings that do not tell whether promises follow, and parts where they may.
_UNDECIDED = {None, Section.AGREEMENT}
_OPEN = {Section.LEAD, Section.AGREEMENT}
_BOXES = {Section.FOLLOW_UP, Section.CONTACT, Section.CHANNELS}


def _is_vow(text: str) -> bool:
    return text.endswith(":") or bool(_LISTING.search(text))


def _owners_at_end(text: str) -> Promisors | None:
    """Find who owns what a line's last sentence leads into."""
    start = last_sentence(text)
    found = owners_of(text[start:])
    return found and found.moved(start)
