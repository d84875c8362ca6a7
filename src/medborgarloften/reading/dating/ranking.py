"""How well the words around a period say that it is the agreement's.

A sentence that says "gäller", or a heading of its own, says it best; then come the
agreement's heading, the page's title, the lead, the promises, and last what the
parties say they mean to do.  What the nearest noun says is of a survey, a dialogue
or the umbrella agreement is not evidence at all.
"""

from __future__ import annotations

import re
from enum import IntEnum

from attrs import frozen

from medborgarloften.model import Precision
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.periods import Form, FoundPeriod
from medborgarloften.reading.text.document import LineKind
from medborgarloften.reading.text.subjects import (
    Named,
    Subject,
    last_subject,
    subjects,
)

__all__ = ["Rank", "Said"]


class Rank(IntEnum):
    """How well a period is said to be the agreement's, the best first."""

    SAID = 0
    HEADED = 1
    TITLED = 2
    LED = 3
    PROMISED = 4
    INTENDED = 5

    @property
    def is_strong(self) -> bool:
        """Whether it can be nobody else's, so that two of them must agree."""
        return self <= Rank.TITLED


_HOLDS = re.compile(
    r"\b(?:gäller|gälla|gällande|löper|löpa|sträcker\s+sig|sträcka\s+sig|sträcks|giltig\w*"
    r"|påbörjas|pågå|pågår|omfattar|omfatta|tecknats?|tecknade?s?|tecknas|träder\s+i\s+kraft"
    r"|enats|avser|skrivits?|slutits|ingåtts"
    r"|(?:avtals|löftes|löp|giltighets|tids)(?:perioden|period|tiden|tid)"
    r"|(?:är|blir)\s+(?:\w+årigt|\w+åriga|ettårigt))\b",
    re.IGNORECASE,
)
_PERIOD_NOUN = re.compile(
    r"\b(?:giltighets|avtals|löftes|löp)(?:perioden|period|tiden|tid)\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"(?:(?:här\s+är\s+)?(?:det|den|de)(?:\s+som)?|detta|dessa|gäller|giltig\w*|arbetet|löper|satsningen)\b",
    re.IGNORECASE,
)
# "i mars tecknade …", "den 3 maj": when something was done.
_WHEN = re.compile(
    r"\b(?:i|sedan|efter|inför)\s+\Z|\A(?:i|sedan|efter)\s", re.IGNORECASE
)
_INTENDS = re.compile(
    r"\b(?:lovar|ska|skall|kommer|satsar|fokuserar?|prioriterar?|beslutat|enats|arbeta"
    r"|arbetar|gemensamt)\b",
    re.IGNORECASE,
)
_VOWS = re.compile(r"\b(?:lovar|enats|åtar\s+sig)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:har|hade|fick|var|visade|uppgav|gjordes?|hölls|skedde|blev|bodde|inträffade"
    r"|genomför(?:de|des|t|ts)|lovade|\w{3,}des)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]|\b(?:och|samt|men|som)\b", re.IGNORECASE)
# "2018", "För åren 2019-2020", "Kävlinge, 2017-01-01--2018-12-31"
_ONLY_A_PERIOD = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]+(?:\skommun|\sstad)?,?\s)?[\W\d]*"
    r"(?:(?:för\s)?(?:åren|året|år|tid|för|perioden))?[\W\d]*",
    re.IGNORECASE,
)
_ANY_AGREEMENT = re.compile(r"(?:avtalet|överenskommelsen)", re.IGNORECASE)
_UMBRELLA = re.compile(r"samverkan", re.IGNORECASE)
_HALF_A_YEAR = 180


@frozen(kw_only=True)
class Said:
    """A period, and the words around it.

    Attributes:
        setting: The line it stands in, and what that stands under.
        found: The period.
        before: The words of its sentence that stand before it.
        after: The words that stand after it.
        above: The words of the line before its sentence.
        is_title: Whether the line is the page's title.
        is_over_nothing: Whether the line is a heading with nothing below it.
    """

    setting: Setting
    found: FoundPeriod
    before: str
    after: str
    above: str
    is_title: bool
    is_over_nothing: bool

    def rank(self) -> Rank | None:
        """Rank it; ``None`` if it is not the agreement's."""
        line, section = self.setting.line, self.setting.section
        rank = None
        if self._is_of_something_else:
            rank = None
        elif section is Section.PERIOD or self._is_labelled:
            rank = Rank.SAID
        elif self.is_title:
            rank = Rank.TITLED
        elif line.kind in {LineKind.QUOTE, LineKind.CAPTION}:
            rank = Rank.LED if self._speaks_of and self._is_long else None
        elif self._holds and self._may_be_what_holds:
            rank = Rank.SAID
        elif self._goes_on_from_heading:
            rank = Rank.HEADED
        elif line.kind is LineKind.HEADING:
            rank = None if self.is_over_nothing else self._rank_of_heading()
        elif line.is_item or (section is Section.PROMISES and self._speaks_of is None):
            rank = self._rank_of_promise()
        else:
            rank = self._rank_of_sentence()
        return rank

    @property
    def _is_of_something_else(self) -> bool:
        if self._is_a_day or self.found.is_extension:
            return True
        if self.is_title:
            # "Uppföljning av medborgarlöftet, kvartal 1": that is of the follow-up.
            kinds = {each.kind for each in subjects(self.before)}
            return Subject.OTHER in kinds and not self._is_long
        return self._speaks_of is Subject.OTHER

    def _rank_of_heading(self) -> Rank | None:
        match section_of(self.setting.line.text):
            case Section.AGREEMENT:
                return Rank.HEADED
            case Section.PROMISES:
                return Rank.LED
            case None if self._is_all_of_its_line:
                return Rank.LED if self.setting.section in _ITS_OWN else None
            case None:
                return self._rank_of_sentence() or self._rank_of_promise()
            case _:
                return None

    def _rank_of_promise(self) -> Rank | None:
        """Rank a year in a promise; what is shorter is a time within the period."""
        is_of_years = {
            self.found.period.first_precision,
            self.found.period.last_precision,
        } == {Precision.YEAR}
        is_whole = self.found.form in {Form.YEAR, Form.RANGE}
        in_promises = self.setting.section is Section.PROMISES
        if in_promises and is_of_years and is_whole and not self.found.is_relative:
            return Rank.PROMISED
        return None

    def _rank_of_sentence(self) -> Rank | None:
        section = self.setting.section
        around = self.before + self.after
        is_apart = section in {Section.FOLLOW_UP, Section.NEXT}
        rank = None
        if is_apart or not self._is_long or self._is_when:
            rank = None
        elif self._speaks_of or (_VOWS.search(around) and section in _LEADS):
            rank = Rank.LED
        elif (
            _INTENDS.search(around)
            and not _DONE.search(around)
            and section not in _ELSEWHERE
        ):
            rank = Rank.INTENDED
        return rank

    @property
    def _is_all_of_its_line(self) -> bool:
        is_alone = _ONLY_A_PERIOD.fullmatch(self.before + self.after)
        return self._is_long and is_alone is not None

    @property
    def _is_a_day(self) -> bool:
        # A single day is when something happens; an agreement holds for longer.
        # And "Laxå den      2020" is a day that nobody has filled in.
        period = self.found.period
        is_unfilled = self.found.quote.casefold().startswith("den ") and (
            self.found.form is Form.YEAR
        )
        return is_unfilled or period.first_day == period.last_day is not None

    @property
    def _is_when(self) -> bool:
        # "I mars" may be counted to the period's words or not.
        return any(map(_WHEN.search, (f" {self.before}", self.found.quote)))

    @property
    def _is_long(self) -> bool:
        """Whether it is as long as what an agreement is for, and has both ends."""
        period, form = self.found.period, self.found.form
        if self.found.problems:
            return form is Form.RANGE
        if period.first_day is None or period.last_day is None:
            return False
        return (period.last_day - period.first_day).days >= _HALF_A_YEAR - 30

    @property
    def _is_labelled(self) -> bool:
        line = self.setting.line
        label, colon, _ = line.text.partition(":")
        return bool(colon) and section_of(label) is Section.PERIOD

    @property
    def _speaks_of(self) -> Subject | None:
        """Tell what the nearest noun before it, or else after it, speaks of."""
        if named := last_subject(self.before):
            return Subject.OTHER if self._is_of_umbrella(named) else named.kind
        clause = _CLAUSE.split(self.after, maxsplit=1)[0]
        named = next(subjects(clause), None)
        if named is None and not self._holds:
            named = next(subjects(self.after), None)
            if named and named.kind is Subject.OTHER:
                named = None
        return named and named.kind

    def _is_of_umbrella(self, named: Named) -> bool:
        """Tell whether "avtalet" is the umbrella agreement of the sentence before."""
        if not _ANY_AGREEMENT.fullmatch(self.before, named.start, named.end):
            return False
        above = last_subject(self.above)
        return above is not None and bool(
            _UMBRELLA.match(self.above, above.start, above.end)
        )

    @property
    def _goes_on_from_heading(self) -> bool:
        """Tell "mellan Laxå kommun och polisen, 2017-2018" below "Medborgarlöfte"."""
        heading, text = self.setting.heading, self.setting.line.text
        is_below = heading is not None and last_subject(heading.text) is not None
        return is_below and text[0].islower() and not self.setting.line.is_item

    @property
    def _holds(self) -> bool:
        said = self.before + self.found.quote
        return _HOLDS.search(said) is not None or self.found.cue in _CUES

    @property
    def _may_be_what_holds(self) -> bool:
        """Tell whether what holds is the agreement, named or by a pronoun."""
        if self._is_when and self.found.form in {Form.UNIT, Form.YEAR}:
            return False
        said = self.before + self.found.quote
        if self._speaks_of is Subject.AGREEMENT or _PERIOD_NOUN.search(said):
            return True
        if not _PRONOUN.match(self.before + self.found.quote):
            return False
        subject = next(subjects(self.above), None)
        return (
            self.setting.section in _ITS_OWN
            if subject is None
            else (subject.kind is Subject.AGREEMENT)
        )


_CUES = {"gäller", "löper", "sträcker sig", "period"}
_ITS_OWN = {Section.LEAD, Section.AGREEMENT, Section.PROMISES, Section.METHOD}
_LEADS = {Section.LEAD, Section.AGREEMENT}
_ELSEWHERE = {Section.PROBLEMS, Section.EFFECTS, Section.CHANNELS, Section.CONTACT}
