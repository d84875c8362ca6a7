"""A promise and what is told of it, and how that is judged.

A `Result` is in the page's own words; where they tell no status that is certain, it
has none.
"""

from __future__ import annotations

import re

from attrs import frozen

from medborgarloften.errors import Span
from medborgarloften.model import Status, ValidityPeriod
from medborgarloften.reading.outcomes.figures import (
    counted_in,
    held_against,
    status_by_figures,
    target_in,
)
from medborgarloften.reading.outcomes.verdicts import (
    is_in_doubt,
    verdict_in,
)
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.periods import find_periods
from medborgarloften.reading.text.document import Line
from medborgarloften.reading.text.lexicon import table

__all__ = ["DEADLINE", "NUMBERED", "TARGET", "Result", "Telling"]


@frozen
class Result:
    """How it went with one promise, as a page tells it.

    Attributes:
        promise: The words that say which promise it is.
        number: The number it is said to have.
        status: How it stands; ``None`` where that cannot be told from the words.
        counted: How many were done.
        wording: The words that say how it went.
        span: Where all this stands.
        heading: The heading it stands under.
    """

    promise: str
    number: int | None
    status: Status | None
    counted: int | None
    wording: str
    span: Span
    heading: Line | None

    @property
    def says_how(self) -> bool:
        """Whether it tells how it went, be it by words that are no status."""
        return self.status is not None or is_in_doubt(_judged(self.wording))


@frozen
class Telling:
    """What a page tells of a promise, before it is judged.

    Attributes:
        promise: The words that say which promise it is.
        told: The words that say how it went.
        setting: What the first of them stands under.
        span: Where all this stands.
        figures: The words to count in, where not all that is told are.
        status: The status that a heading announces.
        number: The number the promise is said to have.
    """

    promise: str
    told: str
    setting: Setting
    span: Span
    figures: str | None = None
    status: Status | None = None
    number: int | None = None

    def result(self) -> Result:
        """Make it a result; one without a status, if its words tell none."""
        told = _judged(self.told)
        counted = counted_in(told if self.figures is None else self.figures)
        return Result(
            TARGET.sub("", self.promise) or self.promise,
            self.number,
            self.status or self._status(told, counted),
            counted,
            self.told,
            self.span,
            self.setting.heading,
        )

    def _status(self, told: str, counted: int | None) -> Status | None:
        """Judge by words; where they tell of deeds, or of nothing, by figures."""
        verdict = verdict_in(told)
        if verdict is None:
            return self._status_by_figures(counted)
        if verdict.is_deed and verdict.status is Status.FULFILLED:
            return self._status_of_deeds(told, counted) or verdict.status
        return verdict.status

    def _status_of_deeds(self, told: str, counted: int | None) -> Status | None:
        if counted == 0:
            return Status.NOT_FULFILLED
        target = target_in(told)
        if counted is None or target is None:
            return self._status_by_figures(counted)
        return held_against(counted, target)

    def _status_by_figures(self, counted: int | None) -> Status | None:
        if counted is None or NUMBERED.fullmatch(self.promise):
            return None  # "Löfte 1" is not one that was promised
        heading = self.setting.heading
        when = _period_in(self.span.quote, heading.text if heading else "")
        return status_by_figures(self.promise, counted, when)


NUMBERED = re.compile(
    r"(?:löfte|punkt|åtagande)\s*(?P<number>[0-9]{1,2})\b", re.IGNORECASE
)
TARGET = re.compile(r"[,;]?\s+mål\b.*", re.IGNORECASE)
# "Klart: maj" and "Klart senast: 2023-05-01" say by when, and not that it is done.
DEADLINE = re.compile(
    r"\bklart?(?:\s+(?:senast|till|när))?\s*:\s*"
    r"(?:(?:senast|från|till|under|i|den|hela|slutet\s+av|början\s+av)\s+){0,3}"
    r"(?:[0-9]{1,2}/[0-9]{1,2}\b|(?:[0-9]{1,2}\s+)?(?:"
    + "|".join(month for (month,) in table("months"))
    + r")\b|(?:19|20)[0-9]{2}\b[0-9-]{0,6}|v(?:ecka|\.)?\s*[0-9]{1,2}\b|Q[1-4]\b"
    r"|kvartal\b|(?:halv)?årsskiftet\b|(?:vår|sommar|höst|vinter|jul)\w{0,8}|året\b"
    r"|\w{0,12}löpande\b"
    r"|årlig\w{0,3}|varje\b|tills\s*vidare\b|snarast\b)",
    re.IGNORECASE,
)
_OUTCOME_LABEL = re.compile(r"\A(?:resultat|utfall)\s*:", re.IGNORECASE)


def _judged(told: str) -> str:
    """Take the words that are judged, without a label, and by when it is to be done."""
    return DEADLINE.sub(" ", _OUTCOME_LABEL.sub("", told))


def _period_in(*texts: str) -> ValidityPeriod:
    """Find the time that is told of."""
    stated = (
        found.period
        for text in texts
        for found in find_periods(text)
        if found.period.is_stated
    )
    return next(stated, ValidityPeriod())
