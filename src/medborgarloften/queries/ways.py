"""Ways to answer a question: what of it is looked up, and what is asked of each.

>>> from medborgarloften.queries import about, active_on, quantified
>>> from datetime import date
>>> question = quantified() & active_on(date(2020, 6, 1)) & about("narkotika")
>>> (way,) = ways_to(question, lambda each: 1 if each == about("narkotika") else None)
>>> way.looked_up
(ActiveOn(day=datetime.date(2020, 6, 1)), About(themes=(Theme.DRUGS, )))
>>> way.rest
Quantified()
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeAlias

from attrs import frozen

from medborgarloften.queries.days import (
    ActiveDuring,
    ActiveOn,
    EndingBetween,
    MayBeActiveOn,
    StartingBetween,
)
from medborgarloften.queries.questions import AllOf, AnyOf, Not, Plain, Question

__all__ = ["Way", "ways_to"]

_Count: TypeAlias = Callable[[Question], int | None]

# Where two ask for days, that which stands first leaves less to be asked the other.
_ABOUT_DAYS = (ActiveOn, StartingBetween, EndingBetween, ActiveDuring, MayBeActiveOn)


@frozen
class Way:
    """A way to answer a question, or one of its alternatives.

    Attributes:
        looked_up: What the index answers: at most one question about days, and one
            about something else.  Nothing means that everything is asked.
        rest: What each of those that are looked up is asked, if anything.
    """

    looked_up: tuple[Question, ...]
    rest: Question | None


def ways_to(question: Question, count: _Count) -> tuple[Way, ...]:
    """Find the ways that together answer a question.

    Args:
        question: The question.
        count: How many the index has for a question that is about no days; ``None``
            for what it cannot look up.
    """
    asked = _without_brackets(question)
    found = _looked_up(asked, count)
    if found is None:
        return (Way((), None if asked == AllOf(()) else asked),)
    return found


def _without_brackets(question: Question) -> Question:
    """Refuse parts instead of the whole: not both is either not."""
    if isinstance(question, AllOf | AnyOf):
        if all(isinstance(each, Plain) for each in question.questions):
            return question
        return type(question)(map(_without_brackets, question.questions))
    if isinstance(question, Not):
        inner = question.question
        if isinstance(inner, Not):
            return _without_brackets(inner.question)
        if isinstance(inner, AllOf | AnyOf):
            other = AnyOf if isinstance(inner, AllOf) else AllOf
            return other(_without_brackets(~part) for part in inner.questions)
    return question


def _looked_up(question: Question, count: _Count) -> tuple[Way, ...] | None:
    """Find the ways that look something up; ``None`` if some part has none."""
    if isinstance(question, AnyOf):
        found = [_looked_up(each, count) for each in question.questions]
        known = [ways for ways in found if ways is not None]
        return None if len(known) < len(found) else tuple(sum(known, ()))
    parts = question.questions if isinstance(question, AllOf) else (question,)
    chosen = _fewest(parts, count)
    if chosen:
        return (Way(chosen, _all_but(chosen, parts)),)
    for part in parts:
        if isinstance(part, AnyOf) and (ways := _looked_up(part, count)) is not None:
            others = _all_but((part,), parts)
            return tuple(Way(way.looked_up, _both(way.rest, others)) for way in ways)
    return None


def _fewest(parts: Sequence[Question], count: _Count) -> tuple[Question, ...]:
    """Choose what to look up: the question about days and the other, of the fewest."""
    of_days = [each for each in parts if isinstance(each, _ABOUT_DAYS)]
    if len(of_days) > 1:
        of_days.sort(key=lambda each: _ABOUT_DAYS.index(type(each)))
    counted = [(number, each) for each in parts if (number := count(each)) is not None]
    fewest = [min(counted, key=itemgetter(0))[1]] if counted else []
    return (*of_days[:1], *fewest)


def _all_but(chosen: Sequence[Question], parts: Sequence[Question]) -> Question | None:
    rest = [each for each in parts if each not in chosen]
    return None if not rest else rest[0] if len(rest) == 1 else AllOf(rest)


def _both(one: Question | None, other: Question | None) -> Question | None:
    return other if one is None else one if other is None else one & other
