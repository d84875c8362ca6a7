"""What sort of page it is, what it is called, and where each agreement begins."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.actors.area import (
    municipalities_of_heading,
    municipalities_together,
    municipality_named,
)
from medborgarloften.reading.actors.cast import Present
from medborgarloften.reading.actors.districts import (
    district_named,
    district_of_heading,
    districts_together,
)
from medborgarloften.reading.actors.vows import is_vow
from medborgarloften.reading.dating import find_stamp
from medborgarloften.reading.evidence import Cited
from medborgarloften.reading.formats.extract import Extract
from medborgarloften.reading.headings import Section, section_of
from medborgarloften.reading.outcomes import Result, results_told_beside
from medborgarloften.reading.periods import find_periods
from medborgarloften.reading.promises.finding import Found, find_promises
from medborgarloften.reading.promises.themes import Vocabulary
from medborgarloften.reading.results import PageKind
from medborgarloften.reading.sections import Setting, find_settings
from medborgarloften.reading.text.document import Document, Line, LineKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.stamps import PUBLISHED, UPDATED, is_stamp

__all__ = ["Page", "Part", "day_of_address", "kind_of_page", "parts_of", "title_of"]

_PROMISE = re.compile(r"medborgarlöft|medborgalöft", re.IGNORECASE)
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
        if _PROMISE.search(line.text):
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
    return bool(_PROMISE.search(name)) and any(is_vow(each.promise) for each in told)


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
        for text in (name, *filter(_PROMISE.search, headings))
    ) or any(_METHOD.search(setting.line.text) for setting in settings)


@frozen
class Part:
    """The lines of a page that one agreement takes up, and its promises.

    Attributes:
        settings: The lines.
        promises: The promises found in them.
        title: The heading of its own that it has where a page holds several.
        place: The heading that tells whose it is there, if a heading does.
    """

    settings: tuple[Setting, ...]
    promises: tuple[Found, ...]
    title: Line | None
    place: Line | None = None

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of the first promise of each line, by the line's number."""
        numbered = [*enumerate(self.promises, 1)]
        return {found.line.number: number for number, found in reversed(numbered)}


def parts_of(
    settings: Sequence[Setting], promises: Sequence[Found]
) -> tuple[Part, ...]:
    """Part a page where a heading begins an agreement of another period or place.

    What stands above the first such heading belongs to the first agreement.
    Municipalities that have one agreement together may have a heading each in it.
    """
    by_line = {found.line.number for found in promises}
    starts, headings = [0], list[Line | None]([None])
    places = list[Line | None]([None])
    names = _named_parts(settings, by_line)
    title, together = title_of(settings), _Together.of(settings)
    above, has_promises = _Told(), False
    for number, setting in enumerate(settings):
        line = setting.line
        told = names.get(number) or _told_by_heading(setting)
        if told is not None:
            place = line if told.has_place else None
            if has_promises and told.begins_another(above, together):
                starts.append(number)
                headings.append(line)
                places.append(place or places[-1])
                has_promises = False
            # The title is of all, if it does not say when: "Laxå – medborgarlöften".
            elif headings[-1] is None and (told.period or line is not title):
                headings[-1] = line
            places[-1] = places[-1] or place
            above = told.below(above)
        has_promises = has_promises or line.number in by_line
    if len(starts) == 1:
        headings = places = [None]
    return tuple(
        _part(settings, promises, span, heading, place)
        for span, heading, place in zip(
            pairwise([*starts, len(settings)]), headings, places, strict=True
        )
    )


@frozen
class _Together:
    """The places that a page says have one agreement together."""

    municipalities: frozenset[str]
    districts: frozenset[str]

    @classmethod
    def of(cls, settings: Sequence[Setting]) -> _Together:
        return cls(municipalities_together(settings), districts_together(settings))


@frozen
class _Told:
    """What a heading tells of the agreement below it: its place, its period.

    Attributes:
        name: The place of a label, "Ekeby: 2020".
        period: When it holds, if that is said.
        municipalities: The kommunkoder.
        districts: The district, or none.
    """

    name: str = ""
    period: ValidityPeriod | None = None
    municipalities: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()

    @property
    def has_place(self) -> bool:
        """Whether it tells of which place the agreement is."""
        return bool(self.municipalities or self.districts)

    def begins_another(self, above: _Told, together: _Together) -> bool:
        """Tell whether it is of another agreement than what stands *above*."""
        mine, other = (self.name, self.period), (above.name, above.period)
        return (
            (self.period is not None and mine != other)
            or _are_apart(
                self.municipalities, above.municipalities, together.municipalities
            )
            or _are_apart(self.districts, above.districts, together.districts)
        )

    def below(self, above: _Told) -> _Told:
        """Tell what holds below it, with what it does not tell from *above*."""
        dated = above if self.period is None else self
        return _Told(
            dated.name,
            dated.period,
            _widened(self.municipalities, above.municipalities),
            _widened(self.districts, above.districts),
        )


def _are_apart(
    these: frozenset[str], those: frozenset[str], together: frozenset[str]
) -> bool:
    are_told = bool(these and those)
    return are_told and these.isdisjoint(those) and not these | those <= together


def _widened(these: frozenset[str], above: frozenset[str]) -> frozenset[str]:
    """Add those above if they are in part the same, or if none are told here."""
    return above if not these else these | above if these & above else these


def _named_parts(
    settings: Sequence[Setting], by_line: Container[int]
) -> dict[int, _Told]:
    """Find the lines "Ekeby: 2020" and "Näs: maj 2020 - april 2021", each of a place.

    So are headings that are a known place and a period, "Ale 2020".

    Promises stand below each; what stands in all of them alike ("Klart: 2020"), or
    only once, is said of something else.
    """
    names, seen = dict[int, _Told](), set[str]()
    has_promises = True
    for number, setting in enumerate(settings):
        if named := _name_and_period(setting):
            if not has_promises or named.name in seen:
                return {}
            seen |= {named.name} if named.name else set()
            names[number], has_promises = named, False
        has_promises = has_promises or setting.line.number in by_line
    return names if has_promises and len(names) > 1 else {}


def _name_and_period(setting: Setting) -> _Told | None:
    line = setting.line
    if line.kind is LineKind.HEADING:
        return _place_and_period(line)
    name = (
        _NAME.match(line.text)
        if line.after_gap and line.kind is LineKind.LABEL
        else None
    )
    if name is None or section_of(name["name"]) is not None:
        return None
    for found in find_periods(line.text):
        if (found.start, found.end) == (name.end(), len(line.text)):
            return _Told(name["name"], found.period)
    return None


_NAME = re.compile(r"(?P<name>[A-ZÅÄÖ][\w -]{1,40}):\s+")


def _told_by_heading(setting: Setting) -> _Told | None:
    """Read what a heading tells that speaks of it: "Medborgarlöfte 2022 för Ale"."""
    line = setting.line
    is_heading = line.kind is LineKind.HEADING and _PROMISE.search(line.text)
    if not is_heading or setting.section not in {Section.AGREEMENT, Section.PROMISES}:
        return None
    stated = (each.period for each in find_periods(line.text) if each.period.is_stated)
    district = district_of_heading(line.text)
    return _Told(
        period=next(stated, None),
        municipalities=municipalities_of_heading(line),
        districts=frozenset([district] if district else []),
    )


def _place_and_period(line: Line) -> _Told | None:
    """Read a heading that is a place and a period: "Ale 2022"."""
    for found in find_periods(line.text):
        name = f"{line.text[: found.start]} {line.text[found.end :]}".strip(_MARKS)
        code, district = municipality_named(name), district_named(name)
        if found.period.is_stated and (code or district):
            return _Told(
                period=found.period,
                municipalities=frozenset([code] if code else []),
                districts=frozenset([district] if district else []),
            )
    return None


_MARKS = " ,:()-–—"


def _part(
    settings: Sequence[Setting],
    promises: Sequence[Found],
    span: tuple[int, int],
    title: Line | None,
    place: Line | None,
) -> Part:
    start, end = span
    lines = {setting.line.number for setting in settings[start:end]}
    own = tuple(found for found in promises if found.line.number in lines)
    return Part(tuple(settings[start:end]), own, title, place)
