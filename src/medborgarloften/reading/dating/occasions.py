"""The days on which an agreement was signed, decided and published.

A day is said in a sentence ("undertecknades den 3 maj"), stands in a line of place
and day above the signatures, or in a stamp.  "I går" and "i fredags" are counted
from the day the page was published, and from no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve

from medborgarloften.errors import Problem
from medborgarloften.model import How
from medborgarloften.reading.dating.days_ago import Day, counted_back
from medborgarloften.reading.evidence import Cited, cite_as
from medborgarloften.reading.page.headings import section_of
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.periods import FoundDay, find_days
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.sentences import sentences
from medborgarloften.reading.text.signing import (
    SIGNED,
    WILL_SIGN,
    is_signature_heading,
    may_tell_of_signing,
)
from medborgarloften.reading.text.stamps import (
    PUBLISHED,
    UPDATED,
    is_document,
    is_stamp,
    may_be_stamped,
)
from medborgarloften.reading.text.subjects import Subject, last_subject, subjects

__all__ = [
    "find_decided",
    "find_place_and_day",
    "find_signed",
    "find_stamp",
    "find_wrong_weekdays",
    "is_of_the_agreement",
    "is_place_and_month",
    "told_on",
]

# A stamp's day follows its word at once; the longest is "Mon, September 16, 2019".
_AS_FAR = 48
_TOP_OF_A_PAGE = 10


def find_stamp(lines: Iterable[Line], stamp: re.Pattern[str]) -> Cited[date] | None:
    """Find the day that a stamp gives: "Publicerad: 21 januari 2020".

    Where no word says when a page was published, a day alone above its text does.
    """
    lines = tuple(lines)
    for line in lines:
        if not may_be_stamped(line.text):
            continue
        for word in stamp.finditer(line.text):
            near = line.text[word.end() : word.end() + _AS_FAR]
            for found in find_days(near):
                if found.day is not None and not near[: found.start].strip():
                    start = word.end() + found.start
                    return cite_as(found.day, line, start, word.end() + found.end)
    return _bare_stamp(lines) if stamp is PUBLISHED else None


_BESIDE_A_DAY = re.compile(
    r"\W*(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\W*)?(?:den\s+)?", re.IGNORECASE
)
_AFTER_A_DAY = re.compile(
    r"\W*(?:kl\.?\s*)?(?:[0-9]{1,2}[.:][0-9]{2}(?::[0-9]{2})?)?\W*(?:cest|cet|utc)?\W*"
    r"(?:[|·•–-]\s*[A-ZÅÄÖ][\w &,]{2,30}|(?:senast\s+)?(?:uppdaterad|ändrad)\b.{0,40}"
    # The writer may stand beside the day, as in a paper.
    r"|(?:(?:av|text|foto|bild|och)\b[\s&/+:]*){1,4}(?-i:[A-ZÅÄÖ])[\w .,&-]{2,50})?"
    r"\W*\Z",
    re.IGNORECASE,
)


def _bare_stamp(lines: Sequence[Line]) -> Cited[date] | None:
    """Find a day that stands alone near the top: "2016-09-06 | Trygghet"."""
    for line in lines[:_TOP_OF_A_PAGE]:
        if line.is_item or len(line.text) > _AS_FAR + _AS_FAR:
            continue
        for found in find_days(line.text):
            alone = _BESIDE_A_DAY.fullmatch(line.text, 0, found.start)
            if found.day and alone and _AFTER_A_DAY.match(line.text, found.end):
                return cite_as(found.day, line, found.start, found.end)
    return None


def told_on(settings: Sequence[Setting], reference_day: date | None) -> date | None:
    """Tell a page's "now": *reference_day*, unless the page was only changed then.

    A page is changed long after it was written, and "i går" changes with nothing.
    """
    lines = [setting.line for setting in settings if is_stamp(setting.line.text)]
    updated = find_stamp(lines, UPDATED)
    if updated is None or updated.value != reference_day:
        return reference_day
    published = find_stamp([setting.line for setting in settings], PUBLISHED)
    return published.value if published else None


_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_ENGLISH = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_WEEKDAY_BEFORE_A_DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})(?:en|s)?,?\s+(?:den\s+)?(?=[0-9])",
    re.IGNORECASE,
)


def find_wrong_weekdays(settings: Sequence[Setting]) -> tuple[Problem, ...]:
    """Find weekdays that their dates do not fall on: one of the two is a slip.

    Which one cannot be known; the date says more, so it is what is read.
    """
    return tuple(
        _wrong_weekday(setting.line, weekday, found.day, found.end)
        for setting in settings
        for weekday in _WEEKDAY_BEFORE_A_DAY.finditer(setting.line.text)
        for found in _day_at(setting.line.text, weekday)
        if found.day and found.day.weekday() != _number_of(weekday)
    )


def _day_at(text: str, weekday: re.Match[str]) -> Iterator[FoundDay]:
    """Find the day that a weekday is of, in what stands close after it."""
    start, end = weekday.end(), weekday.end() + _AS_FAR
    for found in find_days(text[start:end]):
        if found.start == 0:
            yield evolve(found, start=start, end=start + found.end)


def _number_of(weekday: re.Match[str]) -> int:
    return _WEEKDAYS.index(weekday["weekday"].casefold())


def _wrong_weekday(line: Line, weekday: re.Match[str], day: date, end: int) -> Problem:
    said, right = _number_of(weekday), day.weekday()
    return Problem(
        code="weekday-mismatch",
        message=f"{day} is a {_ENGLISH[right]} and no {_ENGLISH[said]}",
        message_sv=f"{day} är en {_WEEKDAYS[right]} och ingen {_WEEKDAYS[said]}",
        span=line.span(weekday.start(), end),
    )


_DECIDED = re.compile(
    r"\b(?:besluta(?:de|des|t|ts|d)|beslut\s+(?:i|av)|fastställ(?:de|des|t|ts|d|da)|antog|antogs"
    r"|antagit|antagits|antagen|antaget|godkän(?:de|des|t|ts|d)|klubba(?:de|des|t|ts)"
    r"|togs\s+av|tagits\s+av|togs\s+i)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"kommunstyrels|fullmäktige|\bks\b|\bkf\b|nämnd|utskott|\bksau\b", re.IGNORECASE
)


def find_signed(
    settings: Sequence[Setting], *, reference_day: date | None = None
) -> Cited[date] | None:
    """Find the day of signing: said in a sentence, or in a line of place and day.

    A day without a year is taken to be the one nearest *reference_day*, and "i går"
    is counted from it; both are marked as concluded.  Without it they tell nothing.
    """
    now = told_on(settings, reference_day)
    for setting in settings:
        line = setting.line
        if is_document(line.text):
            continue
        before = (0, 0)
        for place in sentences(line.text):
            sentence = line.text[slice(*place)]
            deed = SIGNED.search(sentence) if may_tell_of_signing(sentence) else None
            above = line.text[slice(*before)]
            if deed and is_of_the_agreement(sentence, deed, above):
                days = _days(sentence, reference_day, now)
                begins = place[0]
                if not days and not WILL_SIGN.search(above):
                    # "I går, 15 mars, var det dags. Då skrev A och B under löftet."
                    days = _days(above, reference_day, now)
                    begins = before[0]
                if day := _nearest(days, deed, _DECIDED, sentence):
                    return _cited(line, begins, day)
            before = place
    return _day_of_place_and_day(settings) or _day_below_names(settings)


def is_of_the_agreement(
    sentence: str, deed: re.Match[str], above: str, *, is_loose: bool = False
) -> bool:
    """Tell whether it is the agreement that a sentence says is signed.

    *above* is the sentence above it, which a pronoun may stand for.  Where it need
    not be said what is signed, *is_loose*, it may only not be something else.
    """
    if WILL_SIGN.search(sentence):
        return False
    if is_signature_heading(sentence):
        return True
    before = last_subject(sentence[: deed.start()])
    after = next(subjects(sentence[deed.start() :]), None)
    if before is None and after is None:
        is_pronoun = _PRONOUN.match(sentence) is not None
        after = next(subjects(above), None) if is_pronoun else None
        if after is None:
            has_name = deed[0].casefold().startswith("satt")
            is_loose = is_loose and not _CONCLUDES.match(deed[0])
            return is_loose or has_name or (is_pronoun and not above)
    # "Löftet undertecknades", "undertecknade löftet"
    return any(each and each.kind is Subject.AGREEMENT for each in (before, after))


_CONCLUDES = re.compile(r"teckna|ingick|ingåtts", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:det|den|de|detta|dessa)\b", re.IGNORECASE)


def find_decided(
    settings: Sequence[Setting], *, reference_day: date | None = None
) -> Cited[date] | None:
    """Find the day of the municipality's decision."""
    now = told_on(settings, reference_day)
    for setting in settings:
        line = setting.line
        if is_document(line.text):
            continue
        for begins, ends in sentences(line.text):
            sentence = line.text[begins:ends]
            has_deed = _DECIDED.search(sentence) is not None
            days = _days(sentence, reference_day, now) if has_deed else []
            for deed in _DECIDED.finditer(sentence) if days else ():
                own = _nearest(days, deed, SIGNED, sentence)
                if own and _is_decision(sentence, deed):
                    return _cited(line, begins, own)
    return None


def _is_decision(sentence: str, deed: re.Match[str]) -> bool:
    """Tell whether it is the agreement that is decided on, and not what it rests on."""
    before = last_subject(sentence[max(0, deed.start() - _FARTHEST) : deed.start()])
    if before is not None and before.kind is not Subject.AGREEMENT:
        return False
    if before is not None:
        return True
    after = next(subjects(sentence[deed.start() : deed.end() + _FARTHEST]), None)
    if after is not None:
        return after.kind is Subject.AGREEMENT
    # "Fastställd av kommunstyrelsen 2019-01-15 § 9"
    return deed.start() == 0 and _BODY.search(sentence) is not None


def _days(sentence: str, reference_day: date | None, now: date | None) -> list[Day]:
    """Find the days of a sentence; those counted from the page's only if no other."""
    named = [
        Day(
            found.start,
            found.end,
            found.day,
            How.INFERRED if found.inferred else How.STATED,
        )
        for found in find_days(sentence, reference_day=reference_day)
        if found.day is not None
    ]
    return named or ([] if now is None else [*counted_back(sentence, now)])


_NEXT_CLAUSE = re.compile(r"\b(?:och|samt|men|medan|sedan)\b|;", re.IGNORECASE)


def _nearest(
    days: Sequence[Day], deed: re.Match[str], rival: re.Pattern[str], sentence: str
) -> Day | None:
    """Find the day next to a deed; "antogs den 3 maj och undertecknades" has none."""
    own = [
        day
        for day in days
        if _gap(day, deed) <= _FARTHEST
        and not (
            day.end <= deed.start()
            and rival.search(sentence, max(0, day.start - _FARTHEST), day.start)
            and _NEXT_CLAUSE.search(sentence, day.end, deed.start())
        )
        and not (
            day.start >= deed.end() and rival.search(sentence, deed.end(), day.start)
        )
    ]
    return min(own, key=lambda day: _gap(day, deed), default=None)


# A day and what was done on it stand close.
_FARTHEST = 300


def _gap(day: Day, deed: re.Match[str]) -> int:
    return max(deed.start() - day.end, day.start - deed.end())


def _cited(line: Line, begins: int, day: Day) -> Cited[date]:
    start, end = begins + day.start, begins + day.end
    return cite_as(day.day, line, start, end, how=day.how)


_PLACE = r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?"
_PLACE_BEFORE = re.compile(
    rf"(?:(?:[Oo]rt\soch\s)?[Dd]atum:?\s+)?(?P<place>{_PLACE}(?:\s(?:och|&)\s{_PLACE})?),?\s+"
    r"(?:den\s+)?(?=[0-9])"
)
_SHORT_DAY = re.compile(r"(?P<day>[0-9]{2}-[0-9]{2}-[0-9]{2})\.?\Z")


def _day_of_place_and_day(settings: Sequence[Setting]) -> Cited[date] | None:
    found = (find_place_and_day(setting.line) for setting in reversed(settings))
    return next(filter(None, found), None)


def _day_below_names(settings: Sequence[Setting]) -> Cited[date] | None:
    """Find the day in a line of nothing else, below "Signerat av" and the names."""
    names = _MOST_NAMES + 1
    for setting in settings:
        line = setting.line
        names = 0 if is_signature_heading(line.text) else names + 1
        is_of_block = names <= _MOST_NAMES and line.kind is LineKind.HEADING
        for found in find_days(line.text) if is_of_block else ():
            if found.day and (found.start, found.end) == (0, len(line.text)):
                return cite_as(found.day, line, found.start, found.end)
    return None


_MOST_NAMES = 8


def find_place_and_day(line: Line) -> Cited[date] | None:
    """Find the day in a line of nothing but a place and a day: "Laxå 2018-10-26"."""
    # "Publicerad den 3 maj 2020" looks like a place and a day.
    place = None if is_stamp(line.text) else _PLACE_BEFORE.match(line.text)
    if place is None or not _is_place(place["place"]):
        return None
    end = place.end()
    if short := _SHORT_DAY.match(line.text, end):
        try:
            day = date.fromisoformat(f"20{short['day']}")
        except ValueError:  # "Laxå 20-31-12"
            return None
        return cite_as(day, line, *short.span("day"))
    for found in find_days(line.text):
        if found.day and found.start == end and found.end >= len(line.text.rstrip(".")):
            return cite_as(found.day, line, found.start, found.end)
    return None


def is_place_and_month(text: str) -> bool:
    """Tell whether a line is a place and a month, as above signatures.

    >>> is_place_and_month("Laxå, december 2022"), is_place_and_month("Start maj 2022")
    (True, False)
    """
    place = _PLACE_AND_MONTH.fullmatch(text)
    return (
        place is not None
        and _is_place(place["place"])
        and (place["month"].casefold(),) in table("months")
    )


_PLACE_AND_MONTH = re.compile(
    rf"(?P<place>{_PLACE}),?\s+(?:i\s+)?(?P<month>[A-ZÅÄÖa-zåäö]+)\s+[0-9]{{4}}\.?"
)


def _is_place(words: str) -> bool:
    """Tell a place from what else stands before a day: "Uppföljning 2019-12-31"."""
    first = words.split(maxsplit=1)[0].casefold()
    rows = [word for (word,) in table("no_signing_places")]
    stems = tuple(word[:-1] for word in rows if word.endswith("*"))
    return (
        section_of(first) is None and first not in rows and not first.startswith(stems)
    )
