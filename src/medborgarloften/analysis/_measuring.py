"""How each flag of a promise is judged: by what is stated, and by nothing else."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from medborgarloften.analysis._flags import Measure, MeasureFlag
from medborgarloften.analysis._flags import MeasureReason as Reason
from medborgarloften.model import Agreement, Attribution, Per, Promise, PromiseKind
from medborgarloften.wording.saying import municipality

__all__ = [
    "activity_flag",
    "commitment_flag",
    "deadline_flag",
    "place_flag",
    "promisor_flag",
    "quantity_flag",
]

_SAYING_WHO = {
    Attribution.STATED: Reason.PROMISE_SAYS_WHO,
    Attribution.HEADING: Reason.HEADING_SAYS_WHO,
    Attribution.CONTEXT: Reason.CONTEXT_SAYS_WHO,
}
# In the same sentence; "t.ex." ends none.
_BY_WHAT = re.compile(r"(?:(?![.!?] [A-ZÅÄÖ]).)*\bgenom\b")

_WORD = re.compile(r"\w+")


def quantity_flag(promise: Promise) -> MeasureFlag:
    """Tell whether it says how many or how often."""
    counts = promise.quantities
    return MeasureFlag(
        Measure.QUANTITY, Reason.COUNT if counts else Reason.NO_COUNT, counts
    )


def deadline_flag(agreement: Agreement, promise: Promise) -> MeasureFlag:
    """Tell whether there is a time by which it can be checked; its own comes first."""
    own, period = promise.period, agreement.promise_period(promise)
    counts = promise.quantities
    per_time = tuple(each for each in counts if each.per not in {None, Per.PERIOD})
    if period is None:
        return MeasureFlag(Measure.DEADLINE, Reason.TIMES_APART)
    if own and own.last_day:
        return MeasureFlag(Measure.DEADLINE, Reason.OWN_LAST_DAY, (period,))
    if per_time:
        return MeasureFlag(Measure.DEADLINE, Reason.COUNT_PER_TIME, per_time)
    if period.last_day is None:
        return MeasureFlag(Measure.DEADLINE, Reason.NO_LAST_DAY, (period,))
    reason = (
        Reason.LAST_DAY_OR_LATER if period.open_ended else Reason.AGREEMENTS_LAST_DAY
    )
    return MeasureFlag(Measure.DEADLINE, reason, (period,))


def place_flag(agreement: Agreement, promise: Promise) -> MeasureFlag:
    """Tell whether it is said where within the municipality."""
    area = agreement.area
    if any(map(_has_name, promise.places)):
        return MeasureFlag(Measure.PLACE, Reason.PLACE_NAMED, promise.places)
    if area.district:
        return MeasureFlag(Measure.PLACE, Reason.DISTRICT_ONLY, (area.district,))
    if promise.places:
        return MeasureFlag(Measure.PLACE, Reason.PLACE_WITHOUT_NAME, promise.places)
    names = tuple(map(municipality, area.municipalities))
    reason = Reason.MUNICIPALITY_ONLY if names else Reason.NO_PLACE
    return MeasureFlag(Measure.PLACE, reason, names)


def promisor_flag(agreement: Agreement, promise: Promise) -> MeasureFlag:
    """Tell whether the promise or its heading says who makes it."""
    names = tuple(party.name for party in agreement.promisors_of(promise))
    return MeasureFlag(Measure.PROMISOR, _SAYING_WHO[promise.attribution], names)


def activity_flag(promise: Promise) -> MeasureFlag:
    """Tell whether it is no goal, no subject and without vague words.

    Words that tell a direction are vague, unless a number says how much of it, or the
    same sentence by what.
    """
    if promise.kind is PromiseKind.GOAL:
        return MeasureFlag(Measure.ACTIVITY, Reason.GOAL)
    if promise.kind is PromiseKind.FOCUS:
        return MeasureFlag(Measure.ACTIVITY, Reason.FOCUS)
    text = " ".join(promise.text.split())
    vague = _vague_deeds().search(text)
    if vague is None or _BY_WHAT.match(text, vague.end()):
        return MeasureFlag(Measure.ACTIVITY, Reason.NOTHING_VAGUE)
    if promise.quantities:
        return MeasureFlag(Measure.ACTIVITY, Reason.COUNT, promise.quantities)
    return MeasureFlag(Measure.ACTIVITY, Reason.VAGUE_DEED, (vague.group(),))


def commitment_flag(agreement: Agreement, promise: Promise) -> MeasureFlag:
    """Tell whether nothing is held back; the words of a hedge are those cited."""
    hedge = f"promises[{promise.number - 1}].hedged"
    hedging = (each.quote for each in agreement.citations if each.path == hedge)
    evidence = (
        *(hedging if promise.hedged else ()),
        *filter(None, [promise.condition]),
    )
    if promise.hedged:
        reason = Reason.HEDGE_AND_CONDITION if promise.condition else Reason.HEDGE
    else:
        reason = Reason.CONDITION if promise.condition else Reason.NOTHING_HELD_BACK
    return MeasureFlag(Measure.COMMITMENT, reason, evidence)


@cache
def _vague_deeds() -> re.Pattern[str]:
    """Make what finds words that tell a direction rather than a deed.

    After "och" another deed has been told; what others do, and why, comes after "som"
    and "för att".
    """
    file = files("medborgarloften.analysis") / "vague_deeds.txt"
    phrases = "|".join(file.read_text("utf-8").splitlines())
    first = r"(?<!\boch )(?<!\bsamt )(?<!\bsom )(?<!\bför att )"
    return re.compile(rf"\b{first}(?:{phrases})\b", re.IGNORECASE)


def _has_name(place: str) -> bool:
    """Tell whether a place has a name: a capital or a number, in no common word."""
    return any(
        not word.islower() and word.casefold() not in _common_places()
        for word in _WORD.findall(place)
    )


@cache
def _common_places() -> frozenset[str]:
    file = files("medborgarloften.analysis") / "common_places.txt"
    return frozenset(file.read_text("utf-8").split())
