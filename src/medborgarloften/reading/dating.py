"""Which days an agreement holds, and the days it was signed, decided and published.

Many days stand on a page, and most are of something else: of a survey, of a
dialogue, of the umbrella agreement, of the page itself.  What states the period
is ranked as people who read hundreds of pages by hand came to rank it: a
sentence that says "gäller" or a heading of its own, then the agreement's
heading and title, then the lead, then the promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from medborgarloften.errors import Problem
from medborgarloften.model import How, ValidityPeriod
from medborgarloften.reading.evidence import Cited, cite, cite_as
from medborgarloften.reading.periods import FoundPeriod, find_days, find_periods
from medborgarloften.reading.sections import Section, Setting, section_of
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.sentences import sentence_around, sentences
from medborgarloften.reading.text.stamps import is_stamp

__all__ = [
    "PUTS_NAME_TO",
    "PagePeriod",
    "find_decided",
    "find_period",
    "find_place_and_day",
    "find_signed",
    "find_stamp",
]


@frozen
class PagePeriod:
    """The period of an agreement, the words that state it, and what is wrong."""

    period: ValidityPeriod = ValidityPeriod()  # noqa: RUF009 - it is immutable
    wording: Cited[str] | None = None
    problems: tuple[Problem, ...] = ()


@frozen
class _Evidence:
    rank: int
    line: Line
    found: FoundPeriod

    @property
    def wording(self) -> Cited[str]:
        return cite(self.line, self.found.start, self.found.end)


# The ranks, the best first.
_SAID, _HEADED, _TITLED, _LED, _PROMISED = range(5)

_HOLDS = re.compile(
    r"\b(?:gäller|gälla|gällande|löper|löpa|sträcker\s+sig|sträcka\s+sig|giltig\w*|påbörjas"
    r"|tecknat\w*|förlängs|förlänger|enats|avser|perioden|löftesperiod\w*)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:medborgarlöft|medborgalöft|löfte|löpa|överens|avtal)", re.IGNORECASE
)
_OF_SOMETHING_ELSE = re.compile(
    r"undersökning|mätning|enkät|dialog\w*\s+(?:under|hösten|våren|som)|kartläggning"
    r"|samverkansöverenskommelse|samverkansavtal|statistik|anmäl|jämfört|minskade|ökade"
    r"|nästa\s+medborgarlöfte|uppföljning",
    re.IGNORECASE,
)


def find_period(
    settings: Sequence[Setting],
    title: Line | None,
    *,
    reference_day: date | None = None,
) -> PagePeriod:
    """Find the period that an agreement's lines state.

    What is best said counts.  If that is impossible, or says two things that
    cannot both be, no days are given and the problem tells why.
    """
    evidence = [
        each
        for setting in settings
        for each in _evidence_in(setting, title, reference_day)
        if each.found.period.is_stated or each.found.problems
    ]
    if not evidence:
        return PagePeriod()
    best = min(each.rank for each in evidence)
    ranked = [each for each in evidence if each.rank == best]
    problems = tuple(
        _placed(problem, each) for each in ranked for problem in each.found.problems
    )
    stated = [each for each in ranked if each.found.period.is_stated]
    if problems or not stated:
        return PagePeriod(wording=ranked[0].wording, problems=problems)
    return _agreed(stated)


def _placed(problem: Problem, evidence: _Evidence) -> Problem:
    """Count a problem's place from the page instead of its line."""
    within = problem.span
    span = within and evidence.line.span(within.start, within.end)
    return evolve(problem, span=span)


def _agreed(stated: Sequence[_Evidence]) -> PagePeriod:
    """Take the narrowest of periods that lie within each other."""
    chosen = stated[0]
    for each in stated[1:]:
        if chosen.found.period.covers(each.found.period):
            chosen = each
        elif not each.found.period.covers(chosen.found.period):
            return PagePeriod(
                wording=chosen.wording, problems=(_contradiction(chosen, each),)
            )
    return PagePeriod(chosen.found.period, chosen.wording)


def _contradiction(one: _Evidence, other: _Evidence) -> Problem:
    first, second = one.wording.value, other.wording.value
    return Problem(
        code="period-contradictory",
        message=f"the period is said to be both {first!r} and {second!r}",
        message_sv=f"giltighetstiden sägs vara både {first!r} och {second!r}",
        span=other.wording.span,
    )


def _evidence_in(
    setting: Setting, title: Line | None, reference_day: date | None
) -> Iterator[_Evidence]:
    line = setting.line
    if is_stamp(line.text) or setting.section in {Section.CONTACT, Section.NEXT}:
        return
    # Ranked once a sentence: a sentence may hold many periods.
    ranks = dict[tuple[int, int], int | None]()
    for found in find_periods(line.text, reference_day=reference_day):
        place = sentence_around(line.text, found.start)
        if place not in ranks:
            ranks[place] = _rank(setting, title, line.text[slice(*place)])
        rank = ranks[place]
        # A single day is when something happens; an agreement holds for longer.
        is_a_day = found.period.first_day == found.period.last_day is not None
        if rank is not None and not is_a_day:
            yield _Evidence(rank, line, found)


def _rank(setting: Setting, title: Line | None, sentence: str) -> int | None:
    """Rank what a sentence states, from 0; ``None`` if it is not the agreement's."""
    line, section = setting.line, setting.section
    speaks_of_it = _PROMISE.search(sentence) is not None
    if line is not title and _OF_SOMETHING_ELSE.search(sentence):
        rank = None
    elif section is Section.PERIOD or _is_labelled_as_period(line):
        rank = _SAID
    elif line.is_item:
        rank = _PROMISED if section is Section.PROMISES else None
    elif line.kind in {LineKind.QUOTE, LineKind.CAPTION}:
        rank = _LED if speaks_of_it else None
    elif line is title:
        rank = _TITLED
    elif speaks_of_it and _HOLDS.search(sentence):
        rank = _SAID
    elif line.kind is LineKind.HEADING:
        rank = _RANK_OF_HEADING.get(section_of(line.text))
    else:
        rank = _LED if speaks_of_it or section is Section.PROMISES else None
    return rank


def _is_labelled_as_period(line: Line) -> bool:
    label, _, _ = line.text.partition(":")
    return line.kind is LineKind.LABEL and section_of(label) is Section.PERIOD


_RANK_OF_HEADING: dict[Section | None, int] = {
    Section.AGREEMENT: _HEADED,
    Section.PROMISES: _LED,
}


def find_stamp(lines: Iterable[Line], stamp: re.Pattern[str]) -> Cited[date] | None:
    """Find the day that a stamp gives: "Publicerad: 21 januari 2020"."""
    for line in lines:
        if match := stamp.search(line.text):
            for found in find_days(line.text[match.end() :]):
                if found.day is not None and found.start <= len("den "):
                    start, end = match.end() + found.start, match.end() + found.end
                    return cite_as(found.day, line, start, end)
    return None


# What makes writing signing; names may stand between: "skrev A och B under löftet".
PUTS_NAME_TO = (
    r"(?:på|under|[^.!?]{1,120}\s(?:på|under)\s+(?:\w+\s+){0,3}"
    r"\w*(?:löfte|avtal|överenskommelse)\w*)"
)
_SIGNED = re.compile(
    r"\b(?:undertecknade\w*|undertecknat\w*|undertecknandet|skrevs\s+under"
    rf"|skrivits\s+under|signerade\w*|signerat\w*|skrev\s+{PUTS_NAME_TO})\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:beslutade\w*|beslutat\w*|fastställde\w*|fastställt\w*|antog\w*|antagit\w*|godkände\w*)\b"
)
_PLACE_BEFORE = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?,?\s+(?:den\s+)?(?=[0-9])"
)


def find_signed(
    settings: Sequence[Setting], *, reference_day: date | None = None
) -> Cited[date] | None:
    """Find the day of signing: said in a sentence, or in a line of place and day.

    A day without a year is taken to be the latest before *reference_day*, and
    marked as concluded; without a reference it is left alone.
    """
    said = _day_of(_SIGNED, settings, reference_day)
    return said or _day_of_place_and_day(settings)


def find_decided(
    settings: Sequence[Setting], *, reference_day: date | None = None
) -> Cited[date] | None:
    """Find the day of the municipality's decision."""
    return _day_of(_DECIDED, settings, reference_day)


def _day_of(
    verb: re.Pattern[str], settings: Sequence[Setting], reference_day: date | None
) -> Cited[date] | None:
    for setting in settings:
        line = setting.line
        for begins, ends in sentences(line.text):
            sentence = line.text[begins:ends]
            deed = verb.search(sentence)
            if deed is None or not _PROMISE.search(sentence):
                continue
            days = [
                found
                for found in find_days(sentence, reference_day=reference_day)
                if found.day is not None
            ]
            if days:
                nearest = min(days, key=lambda found: abs(found.start - deed.start()))
                start, end = begins + nearest.start, begins + nearest.end
                how = How.INFERRED if nearest.inferred else How.STATED
                return Cited(nearest.day or date.min, line.span(start, end), how)
    return None


def _day_of_place_and_day(settings: Sequence[Setting]) -> Cited[date] | None:
    found = (find_place_and_day(setting.line) for setting in settings)
    return next(filter(None, found), None)


def find_place_and_day(line: Line) -> Cited[date] | None:
    """Find the day in a line of nothing but a place and a day: "Laxå 2018-10-26"."""
    # "Publicerad den 3 maj 2020" looks like a place and a day.
    place = None if is_stamp(line.text) else _PLACE_BEFORE.match(line.text)
    for found in find_days(line.text) if place else ():
        is_alone = (
            place
            and found.start == place.end()
            and found.end >= len(line.text.rstrip("."))
        )
        if found.day and is_alone:
            return cite_as(found.day, line, found.start, found.end)
    return None
