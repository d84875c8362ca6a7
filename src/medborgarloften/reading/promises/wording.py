"""What the words of one promise say: about what, how much, where, with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve, frozen

from medborgarloften.model import How, Precision, Quantity, Theme, ValidityPeriod
from medborgarloften.reading.evidence import Cited
from medborgarloften.reading.periods import Form, FoundPeriod, find_periods
from medborgarloften.reading.promises.finding import Found
from medborgarloften.reading.promises.phrases import (
    Found as Phrase,
)
from medborgarloften.reading.promises.phrases import (
    FoundPartner,
    find_condition,
    find_hedges,
    find_partners,
    find_places,
    find_purpose,
    find_target_groups,
)
from medborgarloften.reading.promises.themes import Vocabulary, find_themes
from medborgarloften.reading.quantities.finding import find_quantities
from medborgarloften.reading.quantities.sentence import Sentence
from medborgarloften.reading.text.sentences import sentence_around
from medborgarloften.reading.text.words import words_of

__all__ = ["Wording", "read_wording"]

T = TypeVar("T")


@frozen(kw_only=True)
class Wording:
    """What a promise's words say, each with its place."""

    themes: tuple[Cited[Theme], ...]
    quantities: tuple[Cited[Quantity], ...]
    partners: tuple[FoundPartner, ...]
    period: Cited[ValidityPeriod] | None
    places: tuple[Cited[str], ...]
    target_groups: tuple[Cited[str], ...]
    purpose: Cited[str] | None
    condition: Cited[str] | None
    hedge: Cited[str] | None


def read_wording(
    found: Found,
    agreement_period: ValidityPeriod,
    vocabulary: Vocabulary,
    *,
    has_period: bool,
) -> Wording:
    """Read a promise's words, with a heading to help where they are too few."""
    text = found.text
    return Wording(
        themes=_themes(found, vocabulary),
        quantities=tuple(
            _cited(found, each.quantity, each.start, each.end)
            for each in find_quantities(text, has_period=has_period)
        ),
        partners=find_partners(text),
        period=_window(found, agreement_period),
        places=_places(found),
        target_groups=_phrases(found, find_target_groups(text)),
        purpose=_fullest(found, find_purpose(text)),
        condition=_fullest(found, find_condition(text)),
        hedge=_fullest(found, find_hedges(text)),
    )


def _themes(found: Found, vocabulary: Vocabulary) -> tuple[Cited[Theme], ...]:
    """Find the themes, sorted as a promise keeps them."""
    subject = found.subject or found.setting.heading
    heading = subject.text if subject else None
    hits = find_themes(found.text, heading=heading, vocabulary=vocabulary)
    cited = list[Cited[Theme]]()
    for hit in sorted(hits, key=lambda each: each.theme):
        if hit.in_heading and subject is not None:
            span = subject.span(hit.start, hit.end)
            cited.append(Cited(hit.theme, span, How.INFERRED))
        else:
            cited.append(_cited(found, hit.theme, hit.start, hit.end))
    return tuple(cited)


def _window(
    found: Found, agreement_period: ValidityPeriod
) -> Cited[ValidityPeriod] | None:
    """Find a window of the promise's own: other days than its agreement's."""
    for each in find_periods(found.text):
        if each.period.is_stated and not _is_of_the_past(found.text, each):
            period = _until(found.text, each)
            if _days(period) != _days(agreement_period):
                return _cited(found, period, each.start, each.end)
    return _within(found, agreement_period)


def _days(period: ValidityPeriod) -> tuple[date | None, date | None]:
    return period.first_day, period.last_day


# "Dubbelt så ofta jämfört med 2023", "fler än 2019".
_COMPARED = re.compile(
    r"\b(?:jämfört|jämförelse|gentemot|än|sedan)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE
)
# "Före skolstart 2022", "före årets slut 2023": no day is known but the year.
_BEFORE_AN_EVENT = re.compile(
    r"\b(?:före|innan|till|senast(?:\s+(?:till|i|vid))?)\s+(?:skolstart\w*|skolavslutning\w*"
    r"|terminsstart\w*|jul(?:en)?|nyår\w*|påsk\w*|valborg\w*|midsommar\w*|årets\s+slut"
    r"|utgången\s+av)\s+(?:år\s+)?\Z",
    re.IGNORECASE,
)
_AS_NEAR = 60
# No farther from a time is what tells that it has been.
_AROUND = 200


def _before(text: str, each: FoundPeriod) -> str:
    return text[max(0, each.start - _AS_NEAR) : each.start]


def _is_of_the_past(text: str, each: FoundPeriod) -> bool:
    """Tell whether a time is one compared with, or one in a tale of what has been."""
    if _COMPARED.search(_before(text, each)):
        return True
    begins, ends = sentence_around(text, each.start)
    near = text[max(begins, each.start - _AROUND) : min(ends, each.end + _AROUND)]
    return begins > 0 and Sentence(words_of(near)).is_background


def _until(text: str, each: FoundPeriod) -> ValidityPeriod:
    """Let a year that tells when an event is tell the end: "före skolstart 2022"."""
    if each.form is Form.YEAR and _BEFORE_AN_EVENT.search(_before(text, each)):
        return evolve(each.period, first_day=None, first_precision=Precision.DAY)
    return each.period


_YEARLESS = {Form.DAY, Form.UNIT, Form.RANGE, Form.SINCE, Form.UNTIL}
_LONGEST_YEAR = 400
# What is longer is a page that has lost its lines.
_LONGEST_PROMISE = 5_000


def _within(
    found: Found, agreement_period: ValidityPeriod
) -> Cited[ValidityPeriod] | None:
    """Find a window that names no year, where the agreement leaves but one.

    "Under maj månad" is one May in an agreement of a year, and each May in one of
    two.
    """
    first, last = agreement_period.first_day, agreement_period.last_day
    days = agreement_period.days
    if first is None or last is None or days is None or days > _LONGEST_YEAR:
        return None
    if len(found.text) > _LONGEST_PROMISE:
        return None
    windows = dict[ValidityPeriod, FoundPeriod]()
    for day in (first, first + (last - first) / 2, last):
        for each in find_periods(found.text, reference_day=day):
            is_inner = agreement_period.covers(each.period)
            is_own = is_inner and _days(each.period) != (first, last)
            if is_own and _is_yearless(found.text, each):
                windows.setdefault(each.period, each)
    if len(windows) != 1:
        return None  # "ett på våren och ett på hösten" is no one window
    (each,) = windows.values()
    words = _cited(found, each.period, each.start, each.end)
    return evolve(words, how=How.INFERRED)


def _is_yearless(text: str, each: FoundPeriod) -> bool:
    # "Skolavslutningen och Valborg" are occasions, and no window.
    is_named = each.form is Form.DAY and not any(map(str.isdigit, each.quote))
    is_one = each.is_relative and each.form in _YEARLESS and not is_named
    return is_one and each.period.is_stated and not _is_of_the_past(text, each)


def _cited(found: Found, value: T, start: int, end: int) -> Cited[T]:
    return Cited(value, found.line.span(found.start + start, found.start + end))


def _phrases(found: Found, phrases: Sequence[Phrase]) -> tuple[Cited[str], ...]:
    return tuple(_cited(found, each.value, each.start, each.end) for each in phrases)


def _places(found: Found) -> tuple[Cited[str], ...]:
    """Find the places, but for the whole municipality: that is the area."""
    places = _phrases(found, find_places(found.text))
    return tuple(each for each in places if not each.value.endswith(" kommun"))


def _fullest(found: Found, phrases: Sequence[Phrase]) -> Cited[str] | None:
    """Take the phrase that says most: a field that holds one has no room for two."""
    said = _phrases(found, phrases)
    return max(said, key=lambda each: len(each.value), default=None)
