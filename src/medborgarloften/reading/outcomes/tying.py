"""Outcomes of promises, where a page tells how it went and of which promise.

Which promise is told by its words, among the agreements of the page and those
that the reader was given; or by its number, on a page that says which agreement
it follows up.  What cannot be tied to a promise is a problem, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from medborgarloften.errors import InvalidField, Problem
from medborgarloften.model import Agreement, Outcome, Source
from medborgarloften.reading._reading import PageKind
from medborgarloften.reading.outcomes.results import find_results, results_told_beside
from medborgarloften.reading.outcomes.telling import Result
from medborgarloften.reading.page.page import Page
from medborgarloften.reading.periods import find_periods
from medborgarloften.reading.text.words import words_of

__all__ = ["find_outcomes"]


def find_outcomes(
    page: Page,
    followed: Agreement,
    own: Sequence[Agreement],
    known: Sequence[Agreement],
) -> tuple[tuple[Outcome, ...], tuple[Problem, ...]]:
    """Find what a page tells of promises that are known, and what cannot be tied.

    Args:
        page: The page.
        followed: The agreement the page is about, as far as it tells.
        own: The agreements that the page itself makes.
        known: Other agreements whose promises may be meant.
    """
    is_follow_up = page.kind is PageKind.FOLLOW_UP
    results = (
        () if is_follow_up else results_told_beside(page.settings, len(page.promises))
    ) or find_results(page.settings, everywhere=is_follow_up)
    teller = _Teller(
        page, followed, tuple(own), tuple(known), is_follow_up=is_follow_up
    )
    told = [teller.outcome(each) for each in results if teller.is_told_of(each)]
    if is_follow_up and not told:
        told.append(_NOTHING_TOLD)
    return (
        tuple(each for each in told if isinstance(each, Outcome)),
        tuple(each for each in told if isinstance(each, Problem)),
    )


@frozen
class _Teller:
    """What is the same for all results of a page."""

    page: Page
    followed: Agreement
    own: tuple[Agreement, ...]
    known: tuple[Agreement, ...]
    is_follow_up: bool

    def is_told_of(self, result: Result) -> bool:
        """Leave out a number that nothing is said of, of nothing that is known."""
        return result.says_how or self.meant(result) is not None

    def outcome(self, result: Result) -> Outcome | Problem:
        """Make a result an outcome, or tell why it cannot be one."""
        day = self.page.told_on
        if day is None:
            return _problem(result, _WITHOUT_DAY, code="result-without-day")
        meant = self.meant(result)
        if meant is None:
            return _problem(result, _UNKNOWN, code="result-of-unknown-promise")
        if result.status is None:
            return _problem(result, _WITHOUT_STATUS, code="result-without-status")
        agreement, promise = meant
        outcome = Outcome(
            agreement=agreement.id,
            promise=promise,
            on=day,
            status=result.status,
            counted=result.counted,
            wording=result.wording,
            sources=self.sources,
        )
        if agreement.promises:  # else it is only told of
            try:
                outcome.refuse_misjudgement(agreement)
            except InvalidField:
                return _problem(result, _TOO_EARLY, code="result-too-early")
        return outcome

    def meant(self, result: Result) -> tuple[Agreement, int] | None:
        """Tell which promise is meant: by its words, or by its number."""
        found = promise_meant(result, [*self.may_be_meant(result)])
        if found is not None or result.number is None or not self.is_follow_up:
            return found
        is_told = self.followed.period.is_stated and self.followed.area.municipalities
        return (self.followed, result.number) if is_told else None

    def may_be_meant(self, result: Result) -> Iterator[Agreement]:
        """Leave out agreements of other places, and of years that are not meant."""
        here = set(self.followed.area.municipalities)
        heading = result.heading.text if result.heading else ""
        stated = [each.period for each in find_periods(heading)]
        if self.is_follow_up and self.followed.period.is_stated:
            stated = [self.followed.period]
        periods = [period for period in stated if period.is_stated]
        # "Vi lovade 20 pass" is said of an earlier promise than those made here.
        is_earlier = not periods and _EARLIER.search(f"{heading} {result.span.quote}")
        for agreement in self.known if is_earlier else (*self.own, *self.known):
            is_here = not here or here & set(agreement.area.municipalities)
            is_then = not periods or any(map(agreement.period.overlaps, periods))
            if is_here and is_then:
                yield agreement

    @property
    def sources(self) -> tuple[Source, ...]:
        """The page itself."""
        return self.followed.sources[:1]


_EARLIER = re.compile(
    r"\b(?:förra|föregående|tidigare|gamla|i\s+fjol|fjolårets|lovade|utlova\w*)\b",
    re.IGNORECASE,
)
_WITHOUT_DAY = (
    "a result has no day; say when the page was published or fetched",
    "ett resultat redovisas, men inte när; ange när sidan publicerades eller hämtades",
)
_NOTHING_TOLD = Problem(
    code="no-result-found",
    message="the page follows up, but no result was read; read it yourself",
    message_sv="sidan är en uppföljning, men inget resultat lästes; läs den själv",
)
_WITHOUT_STATUS = (
    "a result has no status that is certain; read it, and add the outcome yourself",
    "ett resultat redovisas, men inte hur det står till; läs och lägg till utfallet",
)
_UNKNOWN = (
    "a result is of no known promise; read it together with its agreement",
    "ett resultat redovisas för ett okänt löfte; läs det med dess överenskommelse",
)
_TOO_EARLY = (
    "a promise is judged before it begins to hold",
    "ett löfte bedöms innan det börjar gälla",
)


def _problem(result: Result, messages: tuple[str, str], *, code: str) -> Problem:
    message, message_sv = messages
    return Problem(code=code, message=message, message_sv=message_sv, span=result.span)


def promise_meant(
    result: Result, agreements: Sequence[Agreement]
) -> tuple[Agreement, int] | None:
    """Tell which promise a result is about; ``None`` if that cannot be told.

    Its words must be most of the promise's, or the promise's most of its, and no
    other promise may fit as well.
    """
    told = _stems(result.promise)
    fits = sorted(
        (
            (_likeness(told, _stems(promise.text)), number, promise.number)
            for number, agreement in enumerate(agreements)
            for promise in agreement.promises
        ),
        reverse=True,
    )
    if not fits or fits[0][0] < _ALIKE:
        return None
    if len(fits) > 1 and fits[1][0] == fits[0][0]:
        return None
    _, number, promise_number = fits[0]
    return agreements[number], promise_number


_ALIKE = 0.6
_STEM = 6
_SMALL = 3


def _stems(text: str) -> frozenset[str]:
    """Cut the words that say something to their stems."""
    words = (word.text for word in words_of(text))
    return frozenset(word[:_STEM] for word in words if len(word) > _SMALL)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
