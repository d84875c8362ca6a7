"""Which days an agreement holds.

Many days stand on a page, and most are of something else: of a survey, of a
dialogue, of the umbrella agreement, of the page itself.  What states the period
is ranked as people who read hundreds of pages by hand came to rank it: a
sentence that says "gäller" or a heading of its own, then the agreement's
heading and title, then the lead, then the promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from attrs import evolve, frozen

from medborgarloften.errors import Problem
from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.dating.agreeing import Evidence, PagePeriod, agreed
from medborgarloften.reading.dating.belonging import rank_of
from medborgarloften.reading.dating.occasions import (
    find_signed,
    told_on,
)
from medborgarloften.reading.dating.ranking import Rank, Said
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.periods import FoundPeriod, find_periods
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.sentences import sentence_around
from medborgarloften.reading.text.stamps import is_document, is_stamp

__all__ = ["find_period"]


def find_period(
    settings: Sequence[Setting],
    title: Line | None,
    *,
    reference_day: date | None = None,
) -> PagePeriod:
    """Find the period that an agreement's lines state.

    What is best said counts.  If that is impossible, or what is said in two places
    cannot both be, no days are given and the problem tells why.  *reference_day* is
    the day the page was published, which "från och med nu" is counted from; "från
    undertecknandet" is counted from the day of signing that the lines tell.
    """
    evidence = [*_Search.of(settings, title, reference_day).evidence()]
    telling = [e for e in evidence if e.period.is_stated or e.found.problems]
    if not telling:
        return PagePeriod()
    best = min(each.rank for each in telling)
    ranked = [each for each in telling if each.rank == best]
    problems = tuple(
        _placed(problem, each) for each in ranked for problem in each.found.problems
    )
    stated = [each for each in ranked if each.period.is_stated]
    if problems:
        return PagePeriod(wording=ranked[0].wording, problems=problems)
    if best is Rank.PROMISED and len({each.period for each in stated}) > 1:
        # Promises of different years each have their own, and the agreement none.
        return PagePeriod()
    return agreed(stated, evidence)


def _placed(problem: Problem, evidence: Evidence) -> Problem:
    """Count a problem's place from the page instead of its line."""
    within = problem.span
    span = within and evidence.line.span(within.start, within.end)
    return evolve(problem, span=span)


def _periods(line: Line, reference_day: date | None) -> tuple[FoundPeriod, ...]:
    text = line.text
    for replaced in _REPLACES.finditer(text):
        start, end = replaced.span("when")
        text = text[:start] + " " * (end - start) + text[end:]
    return find_periods(text, reference_day=reference_day)


# "Det ersätter löftet från 2017 och gäller till och med 2020."
_REPLACES = re.compile(
    r"\b(?:ersätter|efterträder|avlöser)\s+(?:\w+\s+){0,3}?"
    r"(?:\w*löftet|avtalet|överenskommelsen|det)"
    r"(?P<when>\s+(?:från|för)\s+(?:år\s+)?[0-9]{4}(?:\s?[-–]\s?[0-9]{2,4})?)(?![0-9])",
    re.IGNORECASE,
)


@frozen
class _Search:
    """What is to be known when a page's lines are searched for its period."""

    settings: Sequence[Setting]
    title: Line | None
    now: date | None
    signed_on: date | None
    over_nothing: frozenset[int]
    subtitle: Line | None

    @classmethod
    def of(
        cls,
        settings: Sequence[Setting],
        title: Line | None,
        reference_day: date | None,
    ) -> _Search:
        signed = find_signed(settings, reference_day=reference_day)
        return cls(
            settings,
            title,
            told_on(settings, reference_day),
            signed.value if signed else None,
            frozenset(_headings_over_nothing(settings)),
            _subtitle(settings, title),
        )

    def evidence(self) -> Iterator[Evidence]:
        for setting in self.settings:
            line = setting.line
            is_title = self._is_title(line)
            if is_stamp(line.text) or is_document(line.text):
                continue
            if setting.section in {Section.CONTACT, Section.NEXT} and not is_title:
                continue
            yield from self._in_line(setting)

    def _is_title(self, line: Line) -> bool:
        # A page without a heading has its first paragraph for a title.
        return line is self.title and line.kind is not LineKind.PARAGRAPH

    def _in_line(self, setting: Setting) -> Iterator[Evidence]:
        line = setting.line
        for found in self._counted(line):
            begins, ends = sentence_around(line.text, found.start)
            before = line.text[max(begins, found.start - _AROUND) : found.start]
            after = line.text[found.end : min(ends, found.end + _AROUND)]
            is_below = line is self.subtitle and not after
            said = Said(
                setting=setting,
                found=found,
                before=before,
                after=after,
                above=line.text[max(0, begins - _AROUND) : begins],
                is_title=self._is_title(line)
                or (is_below and _ONLY_A_PLACE.fullmatch(before) is not None),
                is_over_nothing=line.number in self.over_nothing,
            )
            rank = rank_of(said)
            says_how_long = found.duration is not None and not found.is_relative
            if rank is not None and (
                found.period.is_stated or found.problems or says_how_long
            ):
                yield Evidence(rank, line, found)

    def _counted(self, line: Line) -> Iterator[FoundPeriod]:
        """Find a line's periods, each counted from the day it is to be counted from."""
        for each in self._anchored(line):
            near = line.text[max(0, each.start - _AS_NEAR) : each.end]
            if self.signed_on and _FROM_THEN.search(near):
                yield _from(each, self.signed_on)
            else:
                yield each

    def _anchored(self, line: Line) -> Iterator[FoundPeriod]:
        found = _periods(line, self.now)
        if not any(each.is_relative for each in found):
            yield from found
            return
        signed = {each.start: each for each in _periods(line, self.signed_on)}
        for each in found:
            context = line.text[max(0, each.start - 30) : each.end]
            is_from_now = self.now is None and _FROM_NOW.search(context)
            if _FROM_SIGNING.search(context) or is_from_now:
                yield signed.get(each.start, each)
            elif _FORWARD.search(context) and self.signed_on:
                yield _beginning(signed.get(each.start, each), self.signed_on)
            else:
                yield each


def _subtitle(settings: Sequence[Setting], title: Line | None) -> Line | None:
    """Find the second row of a title: "Medborgarlöfte ⏎ Laxå, våren 2020"."""
    for above, below in pairwise(setting.line for setting in settings):
        if above is title and above.kind is below.kind is LineKind.HEADING:
            return None if below.after_gap else below
    return None


_ONLY_A_PLACE = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]+(?:\s(?:kommun|stad|[A-ZÅÄÖ][\w-]+))?)?\W*"
)


def _beginning(found: FoundPeriod, day: date) -> FoundPeriod:
    """Let a period begin on a day, if it is about that day that it begins."""
    first = found.period.first_day
    if first is None or abs((first - day).days) > 1:
        return found
    return evolve(found, period=evolve(found.period, first_day=day))


def _from(found: FoundPeriod, day: date) -> FoundPeriod:
    """Let what tells only its end or its length begin on a day."""
    period, length = found.period, found.duration
    if not period.is_stated and length is not None and not length.days:
        return evolve(found, period=ValidityPeriod.of_months(day, length.months))
    if period.first_day is None and period.last_day and day <= period.last_day:
        return evolve(found, period=evolve(period, first_day=day))
    return found


# "… undertecknas den 1 mars och gäller därefter i två år".
_AS_NEAR = 60
_FROM_THEN = re.compile(
    r"\bdärefter\b|\b(?:gäller|gälla|löper|löpa|i\s+kraft)\s+(?:direkt|omedelbart|omgående|genast)\b"
    r"|\bfrån\s+(?:dess\b|(?:och\s+med\s+)?(?:då\b|(?:den|samma|detta)\s+(?:dag|datum)))",
    re.IGNORECASE,
)
# No farther from a period are the words that tell whose it is.
_AROUND = 300
_FROM_SIGNING = re.compile(
    r"teckna|teckning|signer|påskrift|underskrift|skriv\w*\s+(?:på|under)",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"\b(?:kommande|närmaste|följande)\b", re.IGNORECASE)
_FROM_NOW = re.compile(r"\bnu\b|\bi\s?dag\b|\bframåt\b|\bframöver\b", re.IGNORECASE)


def _headings_over_nothing(settings: Sequence[Setting]) -> Iterator[int]:
    """Find the headings below which nothing stands: links that look like headings."""
    below: Line | None = None
    has_text = False
    for setting in reversed(settings):
        line = setting.line
        if line.kind is LineKind.HEADING:
            if not has_text or (below is not None and _is_dated_heading(below)):
                yield line.number
        elif setting.section is not Section.CONTACT:
            has_text = has_text or not (is_stamp(line.text) or is_document(line.text))
        below = line


def _is_dated_heading(line: Line) -> bool:
    is_heading = line.kind is LineKind.HEADING
    return (
        is_heading
        and section_of(line.text) is Section.AGREEMENT
        and any(map(str.isdigit, line.text))
    )
