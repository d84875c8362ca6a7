"""The index, which answers exactly as the plain scan does."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from medborgarloften import Register
from medborgarloften.model import (
    Agreement,
    Area,
    Outcome,
    Party,
    PartyKind,
    Promise,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.queries import (
    AllOf,
    AnyOf,
    Question,
    about,
    active_during,
    active_on,
    ending_between,
    in_county,
    in_municipality,
    in_police_region,
    jointly_promised,
    may_be_active_on,
    promised_by,
    quantified,
    starting_between,
    undated,
    with_status,
)
from medborgarloften.queries.entries import entries_of
from medborgarloften.queries.scan import predicate
from medborgarloften.testing import questions, registers

DAY = date(2020, 6, 1)


def scanned(register, question):
    """Answer as the plain scan does: one after the other."""
    told = {id: register.outcomes_of(id) for id in register}
    answer = predicate(question)
    return [each for each in entries_of(register.agreements, told) if answer(each)]


@given(registers(), questions())
def test_the_index_answers_as_the_plain_scan_does(register, question):
    """
    The same promises, each once, and the same agreements, each once.
    """
    found = scanned(register, question)

    assert register.find(question).in_order() == [
        each for each in found if each.promise
    ]
    assert sorted(each.id for each in register.agreements_where(question)) == sorted(
        {each.agreement.id for each in found}
    )


@settings(max_examples=40)
@given(registers(), questions())
def test_the_index_answers_the_same_again(register, question):
    """
    What was kept for one question serves the next, in the same order.
    """
    found, agreements = (
        list(register.find(question)),
        register.agreements_where(question),
    )
    again = Register(reversed(register.agreements), register.outcomes)
    list(again.find(~question))

    assert list(register.find(question)) == list(again.find(question)) == found
    assert register.agreements_where(question) == agreements
    assert again.agreements_where(question) == agreements


# ---------------------------------------------------------------- ways


def promise(number, *themes, by=("police",), period=None):
    """Make a promise about some themes."""
    return Promise(number=number, text="x", promisors=by, themes=themes, period=period)


def agreement(id_, code, period, *promises):
    """Make an agreement of a municipality."""
    return Agreement(
        id=id_,
        title=id_,
        area=Area(municipalities=(code,)),
        parties=(
            Party(id="police", kind=PartyKind.POLICE, name="Polisen"),
            Party(id="kommun", kind=PartyKind.MUNICIPALITY, name=id_, code=code),
        ),
        period=ValidityPeriod.parse(period),
        promises=promises,
    )


DRUGS, YOUTH = Theme.DRUGS, Theme.YOUTH
BOTH = ("police", "kommun")
REGISTER = Register(
    [
        agreement(
            "habo", "0643", "2020", promise(1, DRUGS), promise(2, YOUTH, by=BOTH)
        ),
        agreement("mora", "2062", "2019/2020", promise(1, DRUGS, YOUTH)),
        agreement("lund", "1281", "2018", promise(1, YOUTH, by=("kommun",))),
        agreement(
            "orebro",
            "1880",
            "2020",
            promise(1, DRUGS, period=ValidityPeriod.parse("2020-01/2020-03")),
            promise(2, DRUGS, period=ValidityPeriod.parse("2020-09/2020-12")),
        ),
        agreement("bare", "1880", "2020/2021"),
    ],
)
ON, ABOUT = active_on(DAY), about("drugs")


@pytest.mark.parametrize(
    ("question", "steps"),
    [
        (ON, [((ON,), None, 3)]),
        (ON & ABOUT, [((ON, ABOUT), None, 2)]),
        (ABOUT & ON, [((ON, ABOUT), None, 2)]),
        (AllOf((ON,)), [((ON,), None, 3)]),
        (quantified(), [((), quantified(), 6)]),
        (AllOf(()), [((), None, 6)]),
        (AnyOf(()), []),
        (~ABOUT, [((), ~ABOUT, 6)]),
        (ABOUT & quantified(), [((ABOUT,), quantified(), 4)]),
        (
            ABOUT & ~quantified() & undated(),
            [((ABOUT,), ~quantified() & undated(), 4)],
        ),
        (ABOUT | ON, [((ABOUT,), None, 4), ((ON,), None, 3)]),
        (ABOUT | quantified(), [((), ABOUT | quantified(), 6)]),
        (
            (ABOUT | ON & undated()) & quantified(),
            [((ABOUT,), quantified(), 4), ((ON,), undated() & quantified(), 3)],
        ),
        (
            (ABOUT | quantified()) & undated(),
            [((), (ABOUT | quantified()) & undated(), 6)],
        ),
        (~(~ABOUT | quantified()), [((ABOUT,), ~quantified(), 4)]),
        (~(~ABOUT & ~ON), [((ABOUT,), None, 4), ((ON,), None, 3)]),
        # Of several the fewest are looked up, and the rest is asked.
        (
            ABOUT & in_municipality("Habo"),
            [((in_municipality("Habo"),), ABOUT, 2)],
        ),
        (
            may_be_active_on(DAY) & ON,
            [((ON,), may_be_active_on(DAY), 3)],
        ),
        (
            active_during(ValidityPeriod.of_year(2020)) & starting_between(DAY, DAY),
            [
                (
                    (starting_between(DAY, DAY),),
                    active_during(ValidityPeriod.of_year(2020)),
                    0,
                )
            ],
        ),
        (
            ending_between(DAY, date.max) & about("drugs", "youth"),
            [((ending_between(DAY, date.max), about("drugs", "youth")), None, 4)],
        ),
        (in_county("Örebro"), [((in_county("18"),), None, 2)]),
        (
            in_police_region("Bergslagen"),
            [((in_police_region("Bergslagen"),), None, 3)],
        ),
        (promised_by("kommunen"), [((promised_by("kommunen"),), None, 2)]),
        (promised_by("Habo"), [((promised_by("Habo"),), None, 1)]),
        (promised_by("Räddsam"), [((promised_by("Räddsam"),), None, 0)]),
    ],
    ids=lambda value: repr(value) if isinstance(value, Question) else "steps",
)
def test_a_question_is_looked_up_where_it_can_be(question, steps):
    """
    What is looked up, what is then asked, and of how many; of few rather than many.
    """
    explained = REGISTER.explain(question)

    assert [
        (each.looked_up, each.rest, each.asked) for each in explained.steps
    ] == steps
    assert (explained.question, explained.among) == (question, 6)
    assert REGISTER.find(question).in_order() == [
        each for each in scanned(REGISTER, question) if each.promise
    ]


def test_an_agreement_is_found_once_though_its_promises_hold_apart():
    """
    Two windows of one agreement are two stretches of days, and one agreement.
    """
    year = active_during(ValidityPeriod.of_year(2020)) & in_municipality("Örebro")
    found = REGISTER.agreements_where(year)

    assert sorted(each.id for each in found) == ["bare", "orebro"]
    assert "orebro" not in {each.id for each in REGISTER.agreements_where(ON)}


def test_windows_that_overlap_are_one_stretch_of_days():
    """
    And the agreement is found on each of their days, once.
    """
    windows = [
        ValidityPeriod.parse(text)
        for text in ("2020-01/2020-06", "2020-03/2020-04", "2020-06-01/2020-09")
    ]
    promises = [promise(n, period=each) for n, each in enumerate(windows, 1)]
    register = Register([agreement("habo", "0643", "2020", *promises)])

    for day in (date(2020, 1, 1), date(2020, 3, 31), DAY, date(2020, 9, 30)):
        assert [each.id for each in register.agreements_where(active_on(day))] == [
            "habo"
        ]
    assert register.agreements_where(active_on(date(2020, 10, 1))) == []


def test_what_is_asked_of_one_promise_is_not_answered_by_two():
    """
    An agreement about drugs in one promise and joint in another is not both.
    """
    question = about("drugs") & jointly_promised()

    assert REGISTER.agreements_where(question) == []
    assert len(REGISTER.agreements_where(about("drugs") & ON)) == 2


def test_outcomes_are_asked_of_agreements_too():
    """
    An agreement is found by what became of a promise.
    """
    told = Outcome(
        agreement="lund",
        promise=1,
        on=DAY,
        status=Status.FULFILLED,
        sources=(Source(title="Bokslut"),),
    )
    register = Register(REGISTER.agreements, [told])

    assert [
        each.id for each in register.agreements_where(with_status("fulfilled"))
    ] == ["lund"]
    assert len(register.find(with_status("no_evidence"))) == 5


def test_a_plain_function_is_asked_what_the_rest_leaves():
    """
    It takes part on either side of a sign, alone, and where it is refused.
    """
    asked = []

    def is_second(match):
        asked.append(match.promise.number)
        return match.promise.number == 2

    assert len(REGISTER.find(about("drugs") & is_second)) == 1
    assert sorted(asked) == [1, 1, 1, 2]
    assert len(REGISTER.find(is_second)) == 2
    assert REGISTER.find(is_second & ABOUT) == REGISTER.find(is_second & ABOUT)
    assert len(REGISTER.find(is_second | about("drugs"))) == 5
    assert len(REGISTER.find(~(ABOUT & is_second))) == 5


def test_what_nothing_answers_need_not_be_looked_up():
    """
    And that is said.
    """
    assert str(REGISTER.explain(AnyOf(()))) == "Nothing need be looked up."


def test_an_agreement_without_promises_is_no_match_for_a_plain_function():
    """
    The answer is no, and refused it is yes.
    """
    everything = (lambda _: True) & undated() | ~undated()
    none_of_them = ~(AllOf(()) & (lambda _: True))

    assert "bare" in {each.id for each in REGISTER.agreements_where(everything)}
    assert [each.id for each in REGISTER.agreements_where(none_of_them)] == ["bare"]


# ---------------------------------------------------------------- in words


def test_an_explanation_is_told_in_two_languages():
    """
    A line for what is looked up and one for what is then asked.
    """
    explained = REGISTER.explain(ABOUT & quantified() | ON)

    assert str(explained).splitlines() == [
        "Looked up in the index, 4 of 6: Promises that are about drugs.",
        "Each is asked: Promises that say how many or how often.",
        "Looked up in the index, 3 of 6: Promises that certainly hold on 1 June 2020.",
    ]
    assert f"{REGISTER.explain(undated()):sv}".splitlines() == [
        "Allt gås igenom, 6 av 6.",
        "Var och en prövas: Löften som saknar uppgift om giltighetstid.",
    ]
