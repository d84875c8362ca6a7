"""What sort of page it is, what it is called, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from attrs import frozen

from medborgarloften.reading._reading import PageKind
from medborgarloften.reading.actors.cast import Present
from medborgarloften.reading.actors.vows import is_vow
from medborgarloften.reading.dating.occasions import find_stamp
from medborgarloften.reading.evidence import Cited
from medborgarloften.reading.formats.extract import Extract
from medborgarloften.reading.outcomes.results import results_told_beside
from medborgarloften.reading.outcomes.telling import Result
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.promises.finding import Found, find_promises
from medborgarloften.reading.promises.themes import Vocabulary
from medborgarloften.reading.text.document import Document, Line, LineKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.stamps import PUBLISHED, UPDATED, is_stamp

__all__ = ["SPEAKS_OF_PROMISE", "Page", "day_of_address", "kind_of_page", "title_of"]

SPEAKS_OF_PROMISE = re.compile(r"medborgarlöft|medborgalöft", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"\b(?:uppföljning|utvärdering|så\s+gick|resultat|efter\s+halva|halvvägs)",
    re.IGNORECASE,
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
        vocabulary: The words that tell the themes of its promises.
    """

    document: Document
    settings: tuple[Setting, ...]
    title: Line | None
    kind: PageKind
    promises: tuple[Found, ...]
    published: Cited[date] | None
    updated: Cited[date] | None
    extract: Extract
    vocabulary: Vocabulary

    @classmethod
    def of(cls, extract: Extract, vocabulary: Vocabulary | None = None) -> Page:
        """Find what is told once, before any agreement is read."""
        document = Document.of(extract.text, extract.kinds)
        settings = find_settings(document)
        title = title_of(settings)
        promises = find_promises(settings)
        return cls(
            document,
            settings,
            title,
            kind_of_page(settings, title, extract.url, promises=len(promises)),
            promises,
            find_stamp(document.lines, PUBLISHED),
            find_stamp(document.lines, UPDATED),
            extract,
            vocabulary or Vocabulary.default(),
        )

    @cached_property
    def present(self) -> Present:
        """Who is spoken of on it."""
        return Present(self.settings)

    @property
    def reference_day(self) -> date | None:
        """The day that "i dag" and days without a year are counted from."""
        return self.published_on or self.updated_on or self.extract.retrieved_on

    @property
    def issued_on(self) -> date | None:
        """The day that a period is counted from: "från och med nu".

        A page that is changed later still says so of the day it was published.
        """
        return self.published_on or self.extract.retrieved_on

    @property
    def told_on(self) -> date | None:
        """The last day on which what it tells is known to have stood so."""
        return self.updated_on or self.published_on or self.extract.retrieved_on

    @property
    def published_on(self) -> date | None:
        """The day it was published: its text tells, its format, or its address."""
        if self.published:
            return self.published.value
        url = self.extract.url
        return self.extract.published_on or (day_of_address(url) if url else None)

    @property
    def updated_on(self) -> date | None:
        """The day it was last changed, as its text or its format tells."""
        return self.updated.value if self.updated else self.extract.updated_on


_IN_ADDRESS = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})(?P<mark>[/-])(?P<month>[0-9]{1,2}|[a-z]+)(?P=mark)"
    r"(?P<day>[0-9]{1,2})(?![0-9])",
    re.IGNORECASE,
)


def day_of_address(url: str) -> date | None:
    """Find the day that a page's address tells, if it tells a whole one.

    >>> print(day_of_address("https://news.example/2019/07/02/bra-dialog/"))
    2019-07-02
    >>> day_of_address("https://police.example/2018/augusti/nytt-lofte/")
    """
    found = _IN_ADDRESS.search(url)
    if found is None:
        return None
    months = [month for (month,) in table("months")]
    month, name = found["month"], found["month"].casefold()
    number = months.index(name) + 1 if name in months else month
    try:
        return date(int(found["year"]), int(number), int(found["day"]))
    except ValueError:  # "/2019/07/99/", "/2019/sida/2/"
        return None


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
        if SPEAKS_OF_PROMISE.search(line.text):
            return line
    lines = [*headings, *(setting.line for setting in settings)]
    return lines[0] if lines else None


def kind_of_page(
    settings: Sequence[Setting], title: Line | None, url: str | None, *, promises: int
) -> PageKind:
    """Tell what sort of page it is, given how many promises are on it.

    A page that tells more of how it went than of what is promised follows up; but
    where it makes its promises too, they are what it is read for.
    """
    name = title.text if title else ""
    told = results_told_beside(settings, promises)
    if _FOLLOW_UP.search(name):
        return PageKind.FOLLOW_UP
    if told and not (promises and _makes_promises(settings, name, told)):
        return PageKind.FOLLOW_UP
    has_quotes = any(setting.line.kind is LineKind.QUOTE for setting in settings)
    is_news = has_quotes or _NEWS_TITLE.search(name) or _NEWS_ADDRESS.search(url or "")
    if promises:
        return PageKind.NEWS if is_news else PageKind.AGREEMENT
    if _explains(settings, name) and not has_quotes:
        return PageKind.METHOD
    return PageKind.NEWS if is_news and title else PageKind.OTHER


def _makes_promises(
    settings: Sequence[Setting], name: str, told: Sequence[Result]
) -> bool:
    """Tell whether a page that tells results also makes the promises they are of.

    It does below "Vi lovar", and under an agreement's title if they are vows.
    """
    headings = {setting.heading for setting in settings} - {None}
    if any(_WE_VOW.match(heading.text) for heading in headings if heading):
        return True
    return bool(SPEAKS_OF_PROMISE.search(name)) and any(
        is_vow(each.promise) for each in told
    )


_WE_VOW = re.compile(
    r"(?:(?:det|detta)\s+(?:här\s+)?)?"
    r"(?:lovar|(?:vi|polisen|kommunen|parterna)\s+(?:\w+\s+){0,3}lovar)\b",
    re.IGNORECASE,
)


def _explains(settings: Sequence[Setting], name: str) -> bool:
    """Tell whether a page without promises tells what they are and how they come."""
    headings = (each.line.text for each in settings if each.line is each.heading)
    return any(
        section_of(text) is Section.METHOD
        for text in (name, *filter(SPEAKS_OF_PROMISE.search, headings))
    ) or any(_METHOD.search(setting.line.text) for setting in settings)
