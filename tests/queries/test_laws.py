"""Laws that hold for every register and every question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import Match, Register
from medborgarloften.model import (
    Agreement,
    AgreementKind,
    PartyKind,
    Promise,
    PromiseKind,
    Theme,
    ValidityPeriod,
)
from medborgarloften.queries import (
    AllOf,
    AnyOf,
    Not,
    Question,
    about,
    active_during,
    active_on,
    conditional,
    ending_between,
    holds,
    in_county,
    in_district,
    in_municipality,
    in_police_region,
    jointly_promised,
    may_be_active_on,
    of_kind,
    promised_by,
    quantified,
    starting_between,
    undated,
    with_partner,
)
from medborgarloften.testing import agreements, days, party_kinds, themes

# Whole agreements take long to make, and the first law has the full number.
some = settings(max_examples=30)


class Asked(NamedTuple):
    """A question, and the same as a condition in plain Python."""

    question: Question
    plainly: Callable[[Agreement, Promise], bool]


def only_may_go_on(period, day):
    """Tell whether a day comes after what a period is certain of, and may be in it."""
    ended = period.last_day is not None and period.last_day < day
    return ended and period.may_cover(day)


def asked_of_a_certain_day(day):
    """Ask for a day with what the two periods do cover."""
    return Asked(
        active_on(day),
        lambda agreement, promise: (
            (cut := agreement.promise_period(promise)) is not None
            and day in cut
            and not only_may_go_on(agreement.in_force, day)
            and not only_may_go_on(promise.period or cut, day)
        ),
    )


def asked_of_days(day):
    """Ask for a day with what the two periods may cover and do cover."""
    return st.sampled_from(
        [
            asked_of_a_certain_day(day),
            Asked(
                may_be_active_on(day),
                lambda agreement, promise: (
                    agreement.in_force.may_cover(day)
                    and (promise.period is None or promise.period.may_cover(day))
                ),
            ),
        ]
    )


def asked_of_two_days(two):
    """Ask for two days, and what begins, ends or holds between them."""
    first, last = sorted(two)

    def period(agreement, promise):
        return agreement.promise_period(promise) or ValidityPeriod()

    def holds_between(agreement, promise):
        # Certain days come after each other, so the first that could be one tells.
        cut = period(agreement, promise)
        day = max(first, cut.first_day or first)
        certain = asked_of_a_certain_day(day)
        return day <= last and certain.plainly(agreement, promise)

    return st.sampled_from(
        [
            Asked(
                starting_between(first, last),
                lambda *of: first <= (period(*of).first_day or date.min) <= last,
            ),
            Asked(
                ending_between(first, last),
                lambda *of: first <= (period(*of).last_day or date.max) <= last,
            ),
            Asked(active_during(ValidityPeriod(first, last)), holds_between),
        ]
    )


def asked_of_themes(wanted):
    """Ask for any of some themes."""
    return Asked(
        about(*wanted),
        lambda _, promise: any(theme in wanted for theme in promise.themes),
    )


def asked_of_kinds(kind):
    """Ask for a kind of party."""
    return Asked(
        promised_by(kind),
        lambda agreement, promise: (
            kind in [party.kind for party in agreement.promisors_of(promise)]
        ),
    )


def asked_of_codes(code):
    """Ask for where it holds."""
    return Asked(
        in_municipality(code),
        lambda agreement, _: code in agreement.area.municipalities,
    )


ALONE = [
    Asked(
        in_county("Stockholms län"),
        lambda agreement, _: any(
            code[:2] == "01" for code in agreement.area.municipalities
        ),
    ),
    Asked(
        in_police_region("Bergslagen"),
        lambda agreement, _: any(
            code[:2] in {"17", "18", "20"} for code in agreement.area.municipalities
        ),
    ),
    Asked(in_district("=1+1"), lambda agreement, _: agreement.area.district == "=1+1"),
    Asked(
        with_partner(PartyKind.SCHOOL),
        lambda agreement, promise: (
            PartyKind.SCHOOL in [each.kind for each in agreement.partners_of(promise)]
        ),
    ),
    Asked(
        with_partner("1480"),
        lambda agreement, promise: (
            "1480" in [each.code for each in agreement.partners_of(promise)]
        ),
    ),
    Asked(conditional(), lambda _, promise: promise.condition is not None),
    Asked(
        of_kind(PromiseKind.GOAL, AgreementKind.COOPERATION_AGREEMENT),
        lambda agreement, promise: (
            promise.kind == "goal" or agreement.kind == "cooperation_agreement"
        ),
    ),
    Asked(jointly_promised(), lambda _, promise: len(promise.promisors) > 1),
    Asked(quantified(), lambda _, promise: promise.quantities != ()),
    Asked(
        undated(),
        lambda agreement, promise: (
            {
                day
                for period in (agreement.period, promise.period)
                if period is not None
                for day in (period.first_day, period.last_day)
            }
            == {None}
        ),
    ),
    Asked(
        promised_by("Stockholm"),
        lambda agreement, promise: (
            "0180" in [party.code for party in agreement.promisors_of(promise)]
        ),
    ),
    Asked(
        promised_by("=1+1"),
        lambda agreement, promise: any(
            "=1+1" in (party.id, party.name)
            for party in agreement.promisors_of(promise)
        ),
    ),
]


def combined(asked):
    """Combine questions with each other, and their conditions likewise."""
    pairs = st.tuples(asked, asked)
    return (
        pairs.map(
            lambda both: Asked(
                both[0].question & both[1].question,
                lambda *of: both[0].plainly(*of) and both[1].plainly(*of),
            )
        )
        | pairs.map(
            lambda both: Asked(
                both[0].question | both[1].question,
                lambda *of: both[0].plainly(*of) or both[1].plainly(*of),
            )
        )
        | asked.map(lambda one: Asked(~one.question, lambda *of: not one.plainly(*of)))
    )


ASKED = st.recursive(
    days().flatmap(asked_of_days)
    | st.tuples(days(), days()).flatmap(asked_of_two_days)
    | st.lists(themes(), min_size=1, max_size=8).map(asked_of_themes)
    | party_kinds().map(asked_of_kinds)
    | st.sampled_from(["0180", "1480", "1882"]).map(asked_of_codes)
    | st.sampled_from(ALONE),
    combined,
    max_leaves=5,
)
QUESTIONS = ASKED.map(lambda asked: asked.question)
REGISTERS = st.lists(
    agreements(), min_size=1, max_size=3, unique_by=lambda agreement: agreement.id
).map(Register)


@given(REGISTERS, ASKED)
def test_what_is_found_is_what_a_plain_condition_finds(register, asked):
    """
    A question finds what a comprehension over all promises would, each once.
    """
    assert register.find(asked.question).in_order() == [
        Match(agreement, promise, register.outcomes_of(agreement.id, promise.number))
        for _, agreement in sorted(register.items())
        for promise in agreement.promises
        if asked.plainly(agreement, promise)
    ]


@some
@given(REGISTERS, QUESTIONS, QUESTIONS)
def test_and_is_the_intersection_and_or_the_union(register, p, q):
    """
    ``&`` finds what both find, and ``|`` what either finds.
    """
    finds = {question: set(register.find(question)) for question in (p, q)}

    assert set(register.find(p & q)) == finds[p] & finds[q]
    assert set(register.find(p | q)) == finds[p] | finds[q]


@some
@given(REGISTERS, QUESTIONS)
def test_not_is_the_rest(register, q):
    """
    ``~q`` finds each promise that ``q`` does not, and ``~~q`` what ``q`` finds.
    """
    everything = set(register.find(AllOf(())))

    assert set(register.find(~q)) == everything - set(register.find(q))
    assert register.find(~~q).in_order() == register.find(q).in_order()
    assert register.find(Not(Not(q))).in_order() == register.find(q).in_order()


@some
@given(REGISTERS, QUESTIONS, QUESTIONS)
def test_de_morgan(register, p, q):
    """
    Not both is either not; not either is both not.
    """
    assert register.find(~(p & q)).in_order() == register.find(~p | ~q).in_order()
    assert register.find(~(p | q)).in_order() == register.find(~p & ~q).in_order()


@some
@given(agreements(), QUESTIONS, QUESTIONS)
def test_the_laws_hold_for_an_agreement_itself(agreement, p, q):
    """
    An agreement that is asked without a promise follows the same logic.
    """

    def answer(question):
        return holds(question, agreement, None)

    assert answer(p & q) is (answer(p) and answer(q))
    assert answer(p | q) is (answer(p) or answer(q))
    assert answer(~q) is not answer(q)


@given(QUESTIONS, QUESTIONS, QUESTIONS)
def test_brackets_among_the_same_sign_change_nothing(p, q, r):
    """
    ``&`` and ``|`` are associative, as values and not only in what they find.
    """
    assert (p & q) & r == p & (q & r)
    assert (p | q) | r == p | (q | r)


@some
@given(REGISTERS, QUESTIONS)
def test_everything_and_nothing_change_nothing(register, q):
    """
    All of nothing is neutral for ``&``, any of nothing for ``|``.
    """
    assert register.find(AllOf(()) & q).in_order() == register.find(q).in_order()
    assert register.find(AnyOf(()) | q).in_order() == register.find(q).in_order()


@some
@given(st.lists(agreements(), max_size=3, unique_by=lambda each: each.id), QUESTIONS)
def test_the_same_question_has_the_same_order(given_agreements, q):
    """
    However often it is asked, and however the register was put together.
    """
    register = Register(given_agreements)
    backwards = Register(reversed(given_agreements))
    found = register.find(q)

    assert list(found) == list(found) == list(register.find(q))
    assert list(backwards.find(q)) == list(found)


@some
@given(REGISTERS, days())
def test_what_is_active_may_be(register, day):
    """
    Whatever certainly holds on a day is also found by asking what may.
    """
    certain = set(register.find(active_on(day)))

    assert certain <= set(register.find(may_be_active_on(day)))


@some
@given(REGISTERS, QUESTIONS)
def test_agreements_are_found_by_their_promises_or_by_themselves(register, q):
    """
    An agreement is found once if a promise of it is, or if it has none and answers.
    """
    found = register.agreements_where(q)

    assert sorted(agreement.id for agreement in found) == [
        agreement.id
        for agreement in register.values()
        if (
            any(
                holds(
                    q, agreement, each, register.outcomes_of(agreement.id, each.number)
                )
                for each in agreement.promises
            )
            if agreement.promises
            else holds(q, agreement, None)
        )
    ]
    assert [register[each.id] for each in found] == found


@some
@given(REGISTERS)
def test_each_promisor_is_of_some_kind_and_each_theme_is_one(register):
    """
    Asking for all kinds finds all promises; for all themes, those with a theme.
    """
    any_kind = AnyOf(map(promised_by, PartyKind))
    everything = register.find(AllOf(())).in_order()
    with_theme = [match for match in everything if match.promise.themes]

    assert register.find(any_kind).in_order() == register.find(AllOf(())).in_order()
    assert register.find(about(*Theme)).in_order() == with_theme
