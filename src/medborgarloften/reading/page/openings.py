"""What begins below a heading, or below a line that leads into a list."""

from __future__ import annotations

import re

from attrs import evolve

from medborgarloften.reading.actors.owners import bare_owners, loose_owners, owners_of
from medborgarloften.reading.actors.parties import Promisors, somebody
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.setting import Owners, Setting
from medborgarloften.reading.promises.themes import find_themes
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.sentences import last_sentence

__all__ = ["below_heading", "below_intro", "leads_to_list", "owners_at_end"]


def below_heading(above: Setting, heading: Line, following: Line | None) -> Setting:
    """Tell what holds below a heading, by its words, what is above and what follows."""
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


def below_intro(above: Setting, intro: Line) -> Setting:
    """Tell what holds in the list that a line leads into."""
    last = intro.text[last_sentence(intro.text) :]
    section = _announced(last)
    found = owners_at_end(intro.text) or owners_of(intro.text)
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


def owners_at_end(text: str) -> Promisors | None:
    """Find who owns what a line's last sentence leads into."""
    start = last_sentence(text)
    found = owners_of(text[start:])
    return found and found.moved(start)


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
