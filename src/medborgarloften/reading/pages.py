"""What sort of page it is, what it is called, and where each agreement begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.dating import find_stamp
from medborgarloften.reading.evidence import Cited
from medborgarloften.reading.formats.extract import Extract
from medborgarloften.reading.periods import find_periods
from medborgarloften.reading.promises.finding import Found, find_promises
from medborgarloften.reading.results import PageKind
from medborgarloften.reading.sections import Section, Setting, find_settings
from medborgarloften.reading.text.document import Document, Line, LineKind
from medborgarloften.reading.text.stamps import PUBLISHED, UPDATED, is_stamp

__all__ = ["Page", "Part", "kind_of_page", "parts_of", "title_of"]

_PROMISE = re.compile(r"medborgarlöft|medborgalöft", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"\b(?:uppföljning|utvärdering|så\s+gick|resultat)", re.IGNORECASE
)
_NEWS_TITLE = re.compile(
    r"\b(?:ny|nya|nytt|undertecknar|undertecknade|undertecknat|presenterar|skriver|skrev|enades"
    r"|överens|beslutade|klart|klara)\b",
    re.IGNORECASE,
)
_NEWS_ADDRESS = re.compile(r"nyhet|news|artikel|aktuellt|press|/20\d\d/", re.IGNORECASE)
_METHOD = re.compile(
    r"\b(?:handlar\s+om\s+att|är\s+en\s+metod|är\s+ett\s+sätt|vad\s+är|ligger\s+till\s+grund)\b",
    re.IGNORECASE,
)


@frozen
class Page:
    """A page with all that is told once for all its agreements.

    Attributes:
        document: Its text and lines.
        settings: What each line stands under.
        title: Its title.
        kind: What sort of page it is.
        promises: All the promises on it.
        published: The day it says it was published.
        updated: The day it says it was last changed.
        extract: What it was read from, and what that tells besides its text.
    """

    document: Document
    settings: tuple[Setting, ...]
    title: Line | None
    kind: PageKind
    promises: tuple[Found, ...]
    published: Cited[date] | None
    updated: Cited[date] | None
    extract: Extract

    @classmethod
    def of(cls, extract: Extract) -> Page:
        """Find what is told once, before any agreement is read."""
        document = Document.of(extract.text, extract.kinds)
        settings = find_settings(document)
        title = title_of(settings)
        promises = find_promises(settings)
        return cls(
            document,
            settings,
            title,
            kind_of_page(settings, title, extract.url, promises=bool(promises)),
            promises,
            find_stamp(document.lines, PUBLISHED),
            find_stamp(document.lines, UPDATED),
            extract,
        )

    @property
    def reference_day(self) -> date | None:
        """The day that "i dag" and days without a year are counted from."""
        return self.published_on or self.updated_on or self.extract.retrieved_on

    @property
    def published_on(self) -> date | None:
        """The day it was published, as its text or its format tells."""
        return self.published.value if self.published else self.extract.published_on

    @property
    def updated_on(self) -> date | None:
        """The day it was last changed, as its text or its format tells."""
        return self.updated.value if self.updated else self.extract.updated_on


def title_of(settings: Sequence[Setting]) -> Line | None:
    """Find the page's title: its first heading that speaks of medborgarlöften.

    If none does it is the first heading, and else the first line.
    """
    headings = [
        setting.line
        for number, setting in enumerate(settings)
        # "Laxå: så gör vi det tryggare" looks like a label, but is above everything.
        if (
            setting.line.kind is LineKind.HEADING
            or (number == 0 and setting.line.kind is LineKind.LABEL)
        )
        and not is_stamp(setting.line.text)
    ]
    for line in headings:
        if _PROMISE.search(line.text):
            return line
    lines = [*headings, *(setting.line for setting in settings)]
    return lines[0] if lines else None


def kind_of_page(
    settings: Sequence[Setting], title: Line | None, url: str | None, *, promises: bool
) -> PageKind:
    """Tell what sort of page it is, given whether there are promises on it."""
    name = title.text if title else ""
    if _FOLLOW_UP.search(name):
        return PageKind.FOLLOW_UP
    has_quotes = any(setting.line.kind is LineKind.QUOTE for setting in settings)
    is_news = has_quotes or _NEWS_TITLE.search(name) or _NEWS_ADDRESS.search(url or "")
    if promises:
        return PageKind.NEWS if is_news else PageKind.AGREEMENT
    if any(_METHOD.search(setting.line.text) for setting in settings):
        return PageKind.METHOD
    return PageKind.NEWS if is_news and title else PageKind.OTHER


@frozen
class Part:
    """The lines of a page that one agreement takes up, and its promises.

    Attributes:
        settings: The lines.
        promises: The promises found in them.
        offset: How many promises of the page come before.
        title: The heading of its own that it has where a page holds several.
    """

    settings: tuple[Setting, ...]
    promises: tuple[Found, ...]
    offset: int
    title: Line | None


def parts_of(
    settings: Sequence[Setting], promises: Sequence[Found]
) -> tuple[Part, ...]:
    """Part a page where a heading begins an agreement with another period.

    What stands above the first such heading belongs to the first agreement.
    """
    by_line = {found.line.number for found in promises}
    starts, headings = [0], list[Line | None]([None])
    period: ValidityPeriod | None = None
    has_promises = False
    for number, setting in enumerate(settings):
        line = setting.line
        stated = _period_in_heading(setting)
        if stated is not None:
            if has_promises and stated != period:
                starts.append(number)
                headings.append(line)
                has_promises = False
            elif headings[-1] is None:
                headings[-1] = line
            period = stated
        has_promises = has_promises or line.number in by_line
    if len(starts) == 1:
        headings = [None]
    return tuple(
        _part(settings, promises, start, end, heading)
        for start, end, heading in zip(
            starts, [*starts[1:], len(settings)], headings, strict=True
        )
    )


def _period_in_heading(setting: Setting) -> ValidityPeriod | None:
    line = setting.line
    is_heading = line.kind is LineKind.HEADING and _PROMISE.search(line.text)
    if not is_heading or setting.section not in {Section.AGREEMENT, Section.PROMISES}:
        return None
    for found in find_periods(line.text):
        if found.period.is_stated:
            return found.period
    return None


def _part(
    settings: Sequence[Setting],
    promises: Sequence[Found],
    start: int,
    end: int,
    title: Line | None,
) -> Part:
    lines = {setting.line.number for setting in settings[start:end]}
    own = tuple(found for found in promises if found.line.number in lines)
    offset = promises.index(own[0]) if own else 0
    return Part(tuple(settings[start:end]), own, offset, title)
