"""What each line of a page stands under.

Headings tell what follows: promises, or problems, effects, method, contacts.
The same bullets mean a promise under one heading and a problem under another,
so every line is given its `Setting`: the section, the heading, the clause that
leads into its list ("Polisen lovar att:"), and who owns what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from attrs import evolve, frozen

from medborgarloften.reading.actors.parties import Promisors, owners_of
from medborgarloften.reading.text.document import Document, Line, LineKind
from medborgarloften.reading.text.lexicon import plain, table
from medborgarloften.reading.text.sentences import last_sentence

__all__ = [
    "Owners",
    "Section",
    "Setting",
    "find_settings",
    "leads_to_list",
    "section_of",
]


class Section(StrEnum):
    """What a part of a page is about."""

    LEAD = "lead"
    AGREEMENT = "agreement"
    PROMISES = "promises"
    PERIOD = "period"
    SITUATION = "situation"
    PROBLEMS = "problems"
    PRIORITIES = "priorities"
    EFFECTS = "effects"
    METHOD = "method"
    FOLLOW_UP = "followup"
    CHANNELS = "channels"
    NEXT = "next"
    CONTACT = "contact"


@frozen
class Owners:
    """Who promises what stands below a line, and the line that says so."""

    promisors: Promisors
    line: Line


@frozen
class Setting:
    """A line, and what it stands under.

    Attributes:
        line: The line.
        section: What its part of the page is about.
        heading: The nearest heading above it.
        intro: The line that leads into the list it is an item of.
        owners: Who promises what stands here.
    """

    line: Line
    section: Section
    heading: Line | None = None
    intro: Line | None = None
    owners: Owners | None = None


def find_settings(document: Document) -> tuple[Setting, ...]:
    """Tell of each line of a page, but noise, what it stands under."""
    lines = [line for line in document.lines if line.kind is not LineKind.NOISE]
    return tuple(_settings(lines))


def section_of(heading: str) -> Section | None:
    """Tell what a heading announces; ``None`` if it is none of the known.

    A letter or two may be wrong, as in scanned pages.

    >>> section_of("Det har ska vi göra")
    <Section.PROMISES: 'promises'>
    """
    words = plain(heading)
    for section, how, pattern in table("headings"):
        if _fits(words, how, pattern):
            return Section(section)
    return None


def leads_to_list(line: Line) -> bool:
    """Tell whether a paragraph leads into a list: it ends so, or says "följande"."""
    return line.kind is LineKind.PARAGRAPH and bool(_INTRO.search(line.text))


# How alike a slip of the pen or of the scanner leaves two headings; in a short
# word one letter can make another word.
_ALIKE = 0.88
_SHORTEST_WITH_A_SLIP = 8
_MOST_LETTERS_LOST = 2
_INTRO = re.compile(r":\s*\Z|\b(?:följande|nedan|nedanstående)\b[^.:]*[.:]?\s*\Z")
_LISTING = re.compile(
    r"\b(?:lov|löft|aktivitet|åtgärd|insats|punkt|ska\b|skall\b|kommer\b|genom\b"
    r"|genomför|förbinder|åtar|satsning)",
    re.IGNORECASE,
)


def _fits(words: str, how: str, pattern: str) -> bool:
    match how:
        case "start":
            return words.startswith(pattern)
        case "end":
            return words.endswith(pattern)
        case "part":
            return pattern in words or _alike(words, pattern)
        case _:
            return words == pattern or _alike(words, pattern)


def _alike(words: str, pattern: str) -> bool:
    apart = abs(len(words) - len(pattern))
    if len(pattern) < _SHORTEST_WITH_A_SLIP or apart > _MOST_LETTERS_LOST:
        return False
    return SequenceMatcher(None, words, pattern, autojunk=False).ratio() >= _ALIKE


def _settings(lines: list[Line]) -> Iterator[Setting]:
    if not lines:
        return
    # What holds here, and what holds again when a list with its own intro ends.
    here = outside = Setting(lines[0], Section.LEAD)
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if line.kind is LineKind.HEADING:
            here = outside = _below_heading(outside, line)
        elif not line.is_item:
            here = outside
            if following is not None and following.is_item and leads_to_list(line):
                here = _below_intro(outside, line)
            elif leads_to_list(line) and (found := _owners_at_end(line.text)):
                here = outside = evolve(outside, owners=Owners(found, line))
        yield evolve(here, line=line)


def _below_heading(above: Setting, heading: Line) -> Setting:
    owners = owners_of(heading.text)
    section = section_of(heading.text)
    if section in {*_UNDECIDED, Section.PROMISES} and owners:
        is_announced = _is_vow(heading.text) or section is Section.PROMISES
        kept = above.heading if heading.text.endswith(":") else heading
        return Setting(
            heading,
            Section.PROMISES if is_announced else section or above.section,
            heading=kept,
            intro=heading,
            owners=Owners(owners, heading),
        )
    if section is not None:
        return Setting(heading, section, heading=heading, intro=heading)
    if above.section is Section.PERIOD:
        if any(map(str.isdigit, heading.text)):
            return above  # The period itself, on a line as short as a heading.
        return Setting(heading, Section.LEAD, heading=heading)
    # A theme or a place: it stands within what was announced above it, and what
    # a vow gave an owner keeps it.
    vowed = above.owners if above.owners and _is_vow(above.owners.line.text) else None
    return evolve(above, heading=heading, intro=None, owners=vowed)


def _below_intro(above: Setting, intro: Line) -> Setting:
    last = intro.text[last_sentence(intro.text) :]
    section = section_of(last)
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


def _is_vow(text: str) -> bool:
    return text.endswith(":") or bool(_LISTING.search(text))


def _owners_at_end(text: str) -> Promisors | None:
    """Find who owns what a line's last sentence leads into."""
    start = last_sentence(text)
    found = owners_of(text[start:])
    return found and found.moved(start)
