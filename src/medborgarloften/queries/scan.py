"""Answers to questions from the objects themselves: the plain scan.

One promise in its agreement is asked at a time, and nothing is remembered, so
this is what every faster way to answer has to agree with.
"""

from __future__ import annotations

from datetime import date
from functools import singledispatch

from medborgarloften.model import Agreement, Party, Promise, ValidityPeriod, slug
from medborgarloften.queries.questions import (
    About,
    ActiveOn,
    AllOf,
    AnyOf,
    InMunicipality,
    JointlyPromised,
    MayBeActiveOn,
    Not,
    PromisedByKind,
    PromisedByParty,
    Quantified,
    Question,
    Undated,
)

__all__ = ["holds", "holds_somewhere"]


def holds(question: Question, agreement: Agreement, promise: Promise | None) -> bool:
    """Answer *question* for a promise of *agreement*.

    Give ``None`` for an agreement without promises: then it is asked itself.
    """
    return _holds(question, agreement, promise)


def holds_somewhere(question: Question, agreement: Agreement) -> bool:
    """Answer *question* for any promise of *agreement*; if it has none, for itself."""
    promises = agreement.promises or (None,)
    return any(holds(question, agreement, promise) for promise in promises)


@singledispatch
def _holds(question: object, _agreement: Agreement, _promise: Promise | None) -> bool:
    raise TypeError(f"{question!r} is no question that can be answered")


@_holds.register
def _(question: ActiveOn, agreement: Agreement, promise: Promise | None) -> bool:
    period = _period(agreement, promise)
    if period is None or question.day not in period:
        return False
    # An end that one of the two states is the end of both, but a day on which
    # either only may go on is not certain.
    own = promise.period if promise else None
    return not any(
        _only_may_go_on(each, question.day) for each in (agreement.in_force, own)
    )


@_holds.register
def _(question: MayBeActiveOn, agreement: Agreement, promise: Promise | None) -> bool:
    period = _period(agreement, promise)
    return period is not None and period.may_cover(question.day)


@_holds.register
def _(question: About, _agreement: Agreement, promise: Promise | None) -> bool:
    return promise is not None and not set(question.themes).isdisjoint(promise.themes)


@_holds.register
def _(question: PromisedByKind, agreement: Agreement, promise: Promise | None) -> bool:
    return any(party.kind is question.kind for party in _promisors(agreement, promise))


@_holds.register
def _(question: PromisedByParty, agreement: Agreement, promise: Promise | None) -> bool:
    return any(
        slug(party.id) in question.names
        or slug(party.name) in question.names
        or (party.code is not None and party.code == question.code)
        for party in _promisors(agreement, promise)
    )


@_holds.register
def _(_: JointlyPromised, _agreement: Agreement, promise: Promise | None) -> bool:
    return promise is not None and promise.is_joint


@_holds.register
def _(question: InMunicipality, agreement: Agreement, _promise: Promise | None) -> bool:
    return question.code in agreement.area.municipalities


@_holds.register
def _(_: Quantified, _agreement: Agreement, promise: Promise | None) -> bool:
    return promise is not None and bool(promise.quantities)


@_holds.register
def _(_: Undated, agreement: Agreement, promise: Promise | None) -> bool:
    own = promise and promise.period
    return not _names_a_day(agreement.period) and not (own and _names_a_day(own))


@_holds.register
def _(question: AllOf, agreement: Agreement, promise: Promise | None) -> bool:
    return all(holds(each, agreement, promise) for each in question.questions)


@_holds.register
def _(question: AnyOf, agreement: Agreement, promise: Promise | None) -> bool:
    return any(holds(each, agreement, promise) for each in question.questions)


@_holds.register
def _(question: Not, agreement: Agreement, promise: Promise | None) -> bool:
    return not holds(question.question, agreement, promise)


def _period(agreement: Agreement, promise: Promise | None) -> ValidityPeriod | None:
    return agreement.promise_period(promise) if promise else agreement.in_force


def _only_may_go_on(period: ValidityPeriod | None, day: date) -> bool:
    """Tell whether *day* is after the last day of a period that may go on."""
    return (
        period is not None
        and period.open_ended
        and period.last_day is not None
        and day > period.last_day
    )


def _promisors(agreement: Agreement, promise: Promise | None) -> tuple[Party, ...]:
    return agreement.promisors_of(promise) if promise else ()


def _names_a_day(period: ValidityPeriod) -> bool:
    return period.first_day is not None or period.last_day is not None
