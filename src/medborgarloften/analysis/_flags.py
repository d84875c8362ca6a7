"""The flags that tell what a promise has to be checked by, and what it lacks."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

from medborgarloften.analysis._wording import AnalysisWording
from medborgarloften.model import Quantity, ValidityPeriod
from medborgarloften.wording.saying import Language

__all__ = ["Evidence", "Measure", "MeasureFlag", "MeasureReason"]

Evidence: TypeAlias = str | Quantity | ValidityPeriod


class Measure(StrEnum):
    """What helps to tell afterwards whether a promise was kept.

    ``QUANTITY``: a count.  ``DEADLINE``: a time by which it can be checked.
    ``PLACE``: where to look.  ``PROMISOR``: whom to ask.  ``ACTIVITY``: no goal, no
    subject and no vague words.  ``COMMITMENT``: that nothing is held back.
    """

    QUANTITY = "quantity"
    DEADLINE = "deadline"
    PLACE = "place"
    PROMISOR = "promisor"
    ACTIVITY = "activity"
    COMMITMENT = "commitment"


class MeasureReason(StrEnum):
    """Why a promise has what a `Measure` asks for, or why it has not."""

    COUNT = "count"
    NO_COUNT = "no_count"

    OWN_LAST_DAY = "own_last_day"
    COUNT_PER_TIME = "count_per_time"
    AGREEMENTS_LAST_DAY = "agreements_last_day"
    LAST_DAY_OR_LATER = "last_day_or_later"
    NO_LAST_DAY = "no_last_day"
    TIMES_APART = "times_apart"

    PLACE_NAMED = "place_named"
    PLACE_WITHOUT_NAME = "place_without_name"
    DISTRICT_ONLY = "district_only"
    MUNICIPALITY_ONLY = "municipality_only"
    NO_PLACE = "no_place"

    PROMISE_SAYS_WHO = "promise_says_who"
    HEADING_SAYS_WHO = "heading_says_who"
    CONTEXT_SAYS_WHO = "context_says_who"

    NOTHING_VAGUE = "nothing_vague"
    VAGUE_DEED = "vague_deed"
    GOAL = "goal"
    FOCUS = "focus"

    NOTHING_HELD_BACK = "nothing_held_back"
    HEDGE = "hedge"
    CONDITION = "condition"
    HEDGE_AND_CONDITION = "hedge_and_condition"


@frozen
class MeasureFlag:
    """Whether a promise has what a `Measure` asks for, why, and what shows it.

    It is true where the promise has it.

    Attributes:
        measure: What is asked for.
        reason: Why the promise is said to have it, or not to.
        evidence: The counts, the time or the words that show it; none where it is
            their absence that does.
    """

    measure: Measure
    reason: MeasureReason
    evidence: tuple[Evidence, ...] = ()

    @property
    def met(self) -> bool:
        """Whether the promise has it."""
        return self.reason in _MET

    def __bool__(self) -> bool:
        return self.met

    def said(self, language: Language) -> str:
        """Say why, and what shows it, in Swedish or English."""
        say = AnalysisWording(language)
        reason = say.label(self.reason)
        if not self.evidence:
            return reason
        shown = ", ".join(_worded(each, say) for each in self.evidence)
        return say("measure.evidence", reason=reason, evidence=shown)


_MET = {
    MeasureReason.COUNT,
    MeasureReason.OWN_LAST_DAY,
    MeasureReason.COUNT_PER_TIME,
    MeasureReason.AGREEMENTS_LAST_DAY,
    MeasureReason.LAST_DAY_OR_LATER,
    MeasureReason.PLACE_NAMED,
    MeasureReason.DISTRICT_ONLY,
    MeasureReason.PROMISE_SAYS_WHO,
    MeasureReason.HEADING_SAYS_WHO,
    MeasureReason.NOTHING_VAGUE,
    MeasureReason.NOTHING_HELD_BACK,
}


def _worded(evidence: Evidence, say: AnalysisWording) -> str:
    if isinstance(evidence, Quantity):
        return say.quantity(evidence)
    if isinstance(evidence, ValidityPeriod):
        return say.period(evidence)
    return evidence
