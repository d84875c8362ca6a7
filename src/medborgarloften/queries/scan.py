"""Answers to questions from the objects themselves: the plain scan.

One promise in its agreement is asked at a time, and nothing is remembered, so
this is what every faster way to answer has to agree with.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import singledispatch
from typing import TypeAlias

from medborgarloften.model import (
    Agreement,
    Outcome,
    Party,
    Promise,
    ValidityPeriod,
    slug,
)
from medborgarloften.queries.contents import (
    About,
    Conditional,
    Mentioning,
    OfAgreementKind,
    OfKind,
    Quantified,
    Targeting,
    WithStatus,
)
from medborgarloften.queries.days import (
    ActiveDuring,
    ActiveOn,
    EndingBetween,
    MayBeActiveOn,
    StartingBetween,
    Undated,
)
from medborgarloften.queries.entries import Entry, Itself, entries_of, promisors_of
from medborgarloften.queries.holding import AboutDays, asked_days, period_of
from medborgarloften.queries.match import Match, statuses_of
from medborgarloften.queries.parties import (
    JointlyPromised,
    PromisedByKind,
    PromisedByParty,
    WithPartner,
    WithPartnerKind,
)
from medborgarloften.queries.places import (
    AboutPlaces,
    AboutPoliceAreas,
    InCounty,
    InDistrict,
    InLocalPoliceArea,
    InMunicipality,
    InPoliceArea,
    InPoliceRegion,
    codes_of,
    known_places_of,
)
from medborgarloften.queries.questions import (
    AllOf,
    AnyOf,
    Not,
    Question,
    Where,
    expect_question,
)
from medborgarloften.queries.swedish import pattern_for

__all__ = ["Predicate", "holds", "holds_somewhere", "predicate"]

Predicate: TypeAlias = Callable[[Entry], bool]


def holds(
    question: Question,
    agreement: Agreement,
    promise: Promise | None,
    outcomes: tuple[Outcome, ...] = (),
) -> bool:
    """Answer *question* for a promise of *agreement*, with what became of it.

    Give ``None`` for an agreement without promises: then it is asked itself.  The
    outcomes are those of the promise, in the order of their days.
    """
    entry = Match(agreement, promise, outcomes) if promise else Itself(agreement)
    return predicate(question)(entry)


def holds_somewhere(question: Question, agreement: Agreement) -> bool:
    """Answer *question* for any promise of *agreement*; if it has none, for itself.

    What became of its promises is not known here; `Register.agreements_where` asks
    with that too.
    """
    return any(map(predicate(question), entries_of([agreement])))


def predicate(question: Question) -> Predicate:
    """Turn a question into the function that answers it."""
    return _predicate(expect_question("predicate", "question", question))


@singledispatch
def _predicate(question: Question) -> Predicate:
    raise TypeError(f"{question!r} is no question that can be answered")


# ---------------------------------------------------------------- combined


@_predicate.register
def _(question: AllOf) -> Predicate:
    answers = list(map(predicate, question.questions))
    return lambda entry: all(answer(entry) for answer in answers)


@_predicate.register
def _(question: AnyOf) -> Predicate:
    answers = list(map(predicate, question.questions))
    return lambda entry: any(answer(entry) for answer in answers)


@_predicate.register
def _(question: Not) -> Predicate:
    answer = predicate(question.question)
    return lambda entry: not answer(entry)


@_predicate.register
def _(question: Where) -> Predicate:
    function = question.function
    return lambda entry: isinstance(entry, Match) and bool(function(entry))


# ---------------------------------------------------------------- days


@_predicate.register(ActiveOn)
@_predicate.register(MayBeActiveOn)
@_predicate.register(ActiveDuring)
@_predicate.register(StartingBetween)
@_predicate.register(EndingBetween)
def _(question: AboutDays) -> Predicate:
    asked = asked_days(question)
    days_of, first_day, last_day = asked.days_of, asked.first_day, asked.last_day

    def are_among(entry: Entry) -> bool:
        days = days_of(entry.agreement, entry.promise)
        return (
            days is not None
            and days.first_day <= last_day
            and first_day <= days.last_day
        )

    return are_among


@_predicate.register
def _(_: Undated) -> Predicate:
    def is_undated(entry: Entry) -> bool:
        own = entry.promise and entry.promise.period
        return not _names_a_day(entry.agreement.period) and not (
            own and _names_a_day(own)
        )

    return is_undated


def _names_a_day(period: ValidityPeriod) -> bool:
    return period.first_day is not None or period.last_day is not None


# ---------------------------------------------------------------- places


@_predicate.register(InMunicipality)
@_predicate.register(InCounty)
@_predicate.register(InPoliceRegion)
def _(question: AboutPlaces) -> Predicate:
    codes = codes_of(question)
    return lambda entry: not codes.isdisjoint(entry.agreement.area.municipalities)


@_predicate.register(InPoliceArea)
@_predicate.register(InLocalPoliceArea)
def _(question: AboutPoliceAreas) -> Predicate:
    known = known_places_of(question)

    def is_there(entry: Entry) -> bool:
        codes = entry.agreement.area.municipalities
        period = period_of(entry.agreement, entry.promise)
        return period is not None and any(
            code in codes and days.overlaps(period) for code, days in known
        )

    return is_there


@_predicate.register
def _(question: InDistrict) -> Predicate:
    name = question.name
    return lambda entry: (
        entry.agreement.area.district is not None
        and slug(entry.agreement.area.district) == name
    )


# ---------------------------------------------------------------- parties


@_predicate.register
def _(question: PromisedByKind) -> Predicate:
    kind = question.kind
    return lambda entry: any(party.kind is kind for party in promisors_of(entry))


@_predicate.register
def _(question: WithPartnerKind) -> Predicate:
    kind = question.kind
    return lambda entry: any(party.kind is kind for party in _partners(entry))


@_predicate.register
def _(question: PromisedByParty) -> Predicate:
    return lambda entry: any(
        _is_called(question, party) for party in promisors_of(entry)
    )


@_predicate.register
def _(question: WithPartner) -> Predicate:
    return lambda entry: any(_is_called(question, party) for party in _partners(entry))


def _is_called(question: PromisedByParty | WithPartner, party: Party) -> bool:
    return (
        slug(party.id) in question.names
        or slug(party.name) in question.names
        or (party.code is not None and party.code == question.code)
    )


def _partners(entry: Entry) -> tuple[Party, ...]:
    return entry.agreement.partners_of(entry.promise) if entry.promise else ()


@_predicate.register
def _(_: JointlyPromised) -> Predicate:
    return lambda entry: entry.promise is not None and entry.promise.is_joint


# ---------------------------------------------------------------- contents


@_predicate.register
def _(question: About) -> Predicate:
    themes = frozenset(question.themes)
    return lambda entry: (
        entry.promise is not None and not themes.isdisjoint(entry.promise.themes)
    )


@_predicate.register
def _(question: OfKind) -> Predicate:
    kinds = frozenset(question.kinds)
    return lambda entry: entry.promise is not None and entry.promise.kind in kinds


@_predicate.register
def _(question: OfAgreementKind) -> Predicate:
    kinds = frozenset(question.kinds)
    return lambda entry: entry.agreement.kind in kinds


@_predicate.register
def _(_: Quantified) -> Predicate:
    return lambda entry: entry.promise is not None and bool(entry.promise.quantities)


@_predicate.register
def _(_: Conditional) -> Predicate:
    return lambda entry: (
        entry.promise is not None and entry.promise.condition is not None
    )


@_predicate.register
def _(question: Mentioning) -> Predicate:
    mentions = re.compile(pattern_for(question.words)).search
    return lambda entry: (
        entry.promise is not None and mentions(entry.promise.text) is not None
    )


@_predicate.register
def _(question: Targeting) -> Predicate:
    mentions = re.compile(pattern_for(question.words)).search
    return lambda entry: (
        entry.promise is not None and any(map(mentions, entry.promise.target_groups))
    )


@_predicate.register
def _(question: WithStatus) -> Predicate:
    wanted, on = frozenset(question.statuses), question.on
    return lambda entry: (
        entry.promise is not None
        and not wanted.isdisjoint(statuses_of(entry.outcomes, on))
    )
