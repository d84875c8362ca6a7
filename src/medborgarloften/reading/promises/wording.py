"""What the words of one promise say: about what, how much, where, with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from attrs import frozen

from medborgarloften.model import How, Quantity, Theme, ValidityPeriod
from medborgarloften.reading.evidence import Cited
from medborgarloften.reading.periods import find_periods
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
from medborgarloften.reading.promises.themes import find_themes
from medborgarloften.reading.quantities.finding import find_quantities

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
    found: Found, agreement_period: ValidityPeriod, *, has_period: bool
) -> Wording:
    """Read a promise's words, with a heading to help where they are too few."""
    text = found.text
    return Wording(
        themes=_themes(found),
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


def _themes(found: Found) -> tuple[Cited[Theme], ...]:
    """Find the themes, sorted as a promise keeps them."""
    subject = found.subject or found.setting.heading
    hits = find_themes(found.text, heading=subject.text if subject else None)
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
        if each.period.is_stated and each.period != agreement_period:
            return _cited(found, each.period, each.start, each.end)
    return None


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
