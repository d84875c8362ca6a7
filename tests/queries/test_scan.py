"""Answers to each question, with the ends and the facts that pages leave out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from medborgarloften import Register
from medborgarloften.errors import InvalidField
from medborgarloften.model import (
    Agreement,
    Amendment,
    Area,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    Quantity,
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
    conditional,
    ending_between,
    holds,
    holds_somewhere,
    in_county,
    in_district,
    in_local_police_area,
    in_municipality,
    in_police_area,
    in_police_region,
    jointly_promised,
    may_be_active_on,
    mentioning,
    of_kind,
    promised_by,
    quantified,
    starting_between,
    targeting,
    undated,
    with_partner,
    with_status,
)

PROMISE = Promise(number=1, text="Vi ska synas.", promisors=("police",))
AGREEMENT = Agreement(
    id="askersund",
    title="Medborgarlöfte i Askersund",
    area=Area(municipalities=("1882",)),
    parties=(
        Party(id="police", kind=PartyKind.POLICE, name="lokalpolisområde Hallsberg"),
        Party(
            id="kommun",
            kind=PartyKind.MUNICIPALITY,
            name="Askersunds kommun",
            code="1882",
        ),
    ),
    others=(Party(id="7", kind=PartyKind.PUBLIC_TRANSPORT, name="Västtrafik AB"),),
    promises=(PROMISE,),
)
DAY = date(2020, 6, 1)
AUTUMN_2019 = ValidityPeriod.parse("2019-23")


def dated(text, **known):
    """Make an agreement with a period, and what else is known of it."""
    return evolve(AGREEMENT, period=ValidityPeriod.parse(text), **known)


def promising(agreement=AGREEMENT, **fields):
    """Make an agreement with one promise, and that promise."""
    promise = evolve(PROMISE, **fields)
    return agreement.with_promises(promise), promise


@pytest.mark.parametrize(
    ("agreement", "active", "may_be"),
    [
        (dated("2020"), True, True),
        (dated("2020-06-01"), True, True),
        (dated("2020-06-02/2021"), False, False),
        (dated("2019/2020-05-31"), False, False),
        (dated("2020/"), False, True),  # no last day is stated
        (dated("/2020"), False, True),  # no first day is stated
        (dated("/"), False, True),  # nothing is stated
        (dated("/2020-05-31"), False, False),  # and yet it has ended
        (dated("2020-06-02/"), False, False),  # and yet it is to begin
        (dated("2020/.."), True, True),  # tills vidare
        (dated("2019/2019.."), False, True),  # 2019, or until there is a new one
        (dated("2020/2020.."), True, True),
        (dated("/.."), False, True),  # tills vidare, from nobody knows when
        (dated("/2020", signed_on=date(2020, 1, 9)), True, True),
        (dated("/2020", decided_on=date(2020, 7, 9)), False, False),
        (dated("/..", published_on=date(2020, 1, 9)), True, True),
        (dated("2019", amendments=(Amendment(last_day=DAY),)), True, True),
    ],
    ids=str,
)
def test_what_is_not_stated_makes_a_day_possible_and_never_certain(
    agreement, active, may_be
):
    """
    A promise with no window of its own, and an agreement with no promise, hold
    while the agreement is in force as far as that is known.
    """
    for promise in (PROMISE, None):
        assert holds(active_on(DAY), agreement, promise) is active
        assert holds(may_be_active_on(DAY), agreement, promise) is may_be


@pytest.mark.parametrize(
    ("agreement", "own", "active", "may_be"),
    [
        (dated("2019/2020"), "2020-06", True, True),  # narrower
        (dated("2019/2020"), "2020-07", False, False),  # narrower, and later
        (dated("2019/2020"), "2020-06-01/", True, True),  # ends with the agreement
        (dated("/"), "2020-06", True, True),  # all that is known
        (dated("/"), "2020-06-01/", False, True),
        (dated("2019/2019.."), "2020", False, True),  # the agreement only may go on
        (dated("2020"), "2020/2020-05..", False, True),  # the promise only may
        (dated("2020"), "2020/2020-06..", True, True),  # not yet
        (dated("2020-05/.."), "2020", True, True),  # tills vidare
        (dated("2019/2019.."), "2020-07", False, False),
        (dated("2019"), "2020-06", False, False),  # the source contradicts itself
    ],
)
def test_a_promise_has_a_window_of_its_own(agreement, own, active, may_be):
    """
    Its own days count, within those of the agreement; with none in common, none.
    """
    agreement, promise = promising(agreement, period=ValidityPeriod.parse(own))

    assert holds(active_on(DAY), agreement, promise) is active
    assert holds(may_be_active_on(DAY), agreement, promise) is may_be


@pytest.mark.parametrize(
    ("agreement", "own", "answer"),
    [
        (dated("/"), None, True),
        (dated("/.."), None, True),  # "tills vidare" is no day
        (dated("/"), ValidityPeriod(), True),
        (dated("/", signed_on=DAY, published_on=DAY), None, True),
        (dated("/", amendments=(Amendment(last_day=DAY),)), None, True),
        (dated("/"), AUTUMN_2019, False),
        (dated("/2020"), None, False),
        (dated("2020/"), None, False),
        (dated("2019/2020"), ValidityPeriod(), False),
    ],
)
def test_undated_is_what_states_no_day_of_validity(agreement, own, answer):
    """
    One day in the agreement's or in the promise's own period is enough.
    """
    agreement, promise = promising(agreement, period=own)

    assert holds(undated(), agreement, promise) is answer


def test_an_agreement_without_promises_is_undated_by_itself():
    """
    Its own period tells.
    """
    assert holds(undated(), dated("/"), None)
    assert not holds(undated(), dated("/2020"), None)


def test_about_asks_for_any_of_the_themes():
    """
    One theme in common is enough; a promise without themes is about none.
    """
    agreement, promise = promising(themes=(Theme.DRUGS, Theme.YOUTH))

    assert holds(about("narkotika"), agreement, promise)
    assert holds(about("fraud", "youth"), agreement, promise)
    assert not holds(about("fraud", "health"), agreement, promise)
    assert not holds(about("drugs"), AGREEMENT, PROMISE)


@pytest.mark.parametrize(
    ("who", "promisors"),
    [
        (PartyKind.POLICE, {"police"}),
        ("polisen", {"police"}),
        ("Lokalpolisområde Hallsberg", {"police"}),
        ("kommunen", {"kommun"}),
        ("Askersund", {"kommun"}),
        ("ASKERSUNDS KOMMUN", {"kommun"}),
        ("1882", {"kommun"}),
        ("Hallsberg", set()),
        ("Västtrafik AB", {"7"}),
        ("vasttrafik-ab", {"7"}),
        ("7", {"7"}),
        ("kollektivtrafiken", {"7"}),
        ("Västtrafik", set()),  # a part of a name is no name
        ("skolan", set()),
    ],
)
def test_promised_by_asks_for_one_of_those_who_promise(who, promisors):
    """
    A kind, an id or a name reaches the promises of that party and no other's.
    """
    found = set()
    for id_ in ("police", "kommun", "7"):
        agreement, promise = promising(promisors=(id_,))
        if holds(promised_by(who), agreement, promise):
            found.add(id_)

    assert found == promisors


def test_promised_by_finds_a_joint_promise_of_either():
    """
    Nobody has to promise alone to be found.
    """
    agreement, promise = promising(promisors=("police", "kommun"))

    assert holds(promised_by("polisen") & promised_by("kommunen"), agreement, promise)


def test_promised_by_does_not_ask_for_partners():
    """
    Who only takes part has promised nothing.
    """
    agreement, promise = promising(partners=("kommun",))

    assert not holds(promised_by("kommunen"), agreement, promise)


def test_a_municipality_without_a_code_is_found_by_what_it_is_called():
    """
    An id that readers make, or the name as written, is enough.
    """
    for id_, name in (("askersund", "kommunen"), ("k", "Askersunds kommun")):
        party = Party(id=id_, kind=PartyKind.MUNICIPALITY, name=name)
        agreement = evolve(AGREEMENT, promises=(), parties=(party,), others=())
        agreement, promise = promising(agreement, promisors=(id_,))

        assert holds(promised_by("Askersund"), agreement, promise)
        assert holds(promised_by("Askersunds kommun"), agreement, promise)
        assert not holds(promised_by("Arboga"), agreement, promise)


def test_jointly_promised_asks_for_more_than_one_promisor():
    """
    Partners do not make a promise joint.
    """
    joint = promising(promisors=("police", "kommun"))
    alone = promising(promisors=("police",), partners=("kommun",))

    assert holds(jointly_promised(), *joint)
    assert not holds(jointly_promised(), *alone)


def test_quantified_asks_for_a_count():
    """
    A promise that says how often is told from one that does not.
    """
    often = promising(quantities=(Quantity(4, None, "trafikinsats", Per.YEAR),))

    assert holds(quantified(), *often)
    assert not holds(quantified(), AGREEMENT, PROMISE)


def test_in_municipality_asks_for_the_area():
    """
    Where it holds, not who is a party: the police alone promise somewhere too.
    """
    police = evolve(
        AGREEMENT,
        parties=AGREEMENT.parties[:1],
        area=Area(municipalities=("1861", "1882")),
    )
    nowhere = evolve(AGREEMENT, area=Area())

    assert holds(in_municipality("Askersund"), police, PROMISE)
    assert holds(in_municipality("Askersund"), AGREEMENT, None)
    assert not holds(in_municipality("Hallsberg"), AGREEMENT, PROMISE)
    assert not holds(in_municipality("Askersund"), nowhere, PROMISE)


@pytest.mark.parametrize(
    "question",
    [
        about(*Theme),
        promised_by("polisen"),
        promised_by("Askersund"),
        jointly_promised(),
        quantified(),
    ],
    ids=repr,
)
def test_an_agreement_without_promises_promises_nothing(question):
    """
    Its parties have not promised anything, about anything; so the opposite holds.
    """
    assert not holds(question, AGREEMENT, None)
    assert holds(~question, AGREEMENT, None)


def test_all_of_nothing_always_holds_and_any_of_nothing_never():
    """
    Both are a beginning for questions that are collected one by one.
    """
    assert holds(AllOf(()), AGREEMENT, PROMISE)
    assert not holds(AnyOf(()), AGREEMENT, PROMISE)


def test_an_answer_somewhere_needs_one_promise():
    """
    With promises these are asked, one at a time; with none, the agreement is.
    """
    agreement = AGREEMENT.with_promises(
        evolve(PROMISE, themes=(Theme.DRUGS,)), evolve(PROMISE, themes=(Theme.YOUTH,))
    )

    assert holds_somewhere(about("youth"), agreement)
    assert not holds_somewhere(about("youth") & about("drugs"), agreement)
    assert holds_somewhere(in_municipality("1882"), evolve(AGREEMENT, promises=()))


@pytest.mark.parametrize(
    ("agreement", "own", "found"),
    [
        (dated("2020"), None, True),
        (dated("2019/2021"), None, True),
        (dated("2020-12-31/2021"), None, True),
        (dated("2021"), None, False),
        (dated("2019"), None, False),
        (dated("2019/.."), None, True),
        (dated("2019/2019.."), None, False),
        (dated("2019/"), None, False),
        (dated("/2020"), None, False),
        (dated("/2020", signed_on=date(2020, 12, 31)), None, True),
        (dated("/"), None, False),
        (dated("2019/2020"), AUTUMN_2019, False),
    ],
)
def test_active_during_asks_for_one_certain_day(agreement, own, found):
    """
    Any day of the period will do, if the promise certainly holds on it.
    """
    question = active_during(ValidityPeriod.of_year(2020))
    promise = evolve(PROMISE, period=own)

    assert holds(question, agreement, promise) is found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ValidityPeriod.since(date(2020, 12, 31)), True),
        (ValidityPeriod.since(date(2021, 1, 1)), False),
        (ValidityPeriod.until(date(2020, 1, 1)), True),
        (ValidityPeriod.until(date(2019, 12, 31)), False),
        (ValidityPeriod(), True),
    ],
)
def test_an_end_that_is_not_asked_for_cuts_nothing(asked, found):
    """
    Since a day is that day or any after it.
    """
    assert holds(active_during(asked), dated("2020"), PROMISE) is found


@pytest.mark.parametrize(
    ("agreement", "own", "starts", "ends"),
    [
        (dated("2020"), None, date(2020, 1, 1), date(2020, 12, 31)),
        (dated("/2020"), None, None, date(2020, 12, 31)),
        (dated("/2020", decided_on=DAY), None, DAY, date(2020, 12, 31)),
        (dated("2020/"), None, date(2020, 1, 1), None),
        (dated("2020/.."), None, date(2020, 1, 1), None),
        (dated("2020/2020.."), None, date(2020, 1, 1), date(2020, 12, 31)),
        (
            dated("2020", amendments=(Amendment(last_day=date(2021, 6, 30)),)),
            None,
            date(2020, 1, 1),
            date(2021, 6, 30),
        ),
        (dated("2019"), AUTUMN_2019, date(2019, 9, 1), date(2019, 11, 30)),
        (dated("2021"), AUTUMN_2019, None, None),
    ],
)
def test_a_promise_begins_and_ends_on_a_day_that_is_known(agreement, own, starts, ends):
    """
    Both days of the question count; a day that nobody knows is on no day.
    """
    promise = evolve(PROMISE, period=own)

    for ask, day in ((starting_between, starts), (ending_between, ends)):
        if day is None:
            assert not holds(ask(date.min, date.max), agreement, promise)
        else:
            before, after = day - timedelta(days=1), day + timedelta(days=1)
            assert holds(ask(day, day), agreement, promise)
            assert holds(ask(before, day), agreement, promise)
            assert holds(ask(day, after), agreement, promise)
            assert not holds(ask(date.min, before), agreement, promise)
            assert not holds(ask(after, date.max), agreement, promise)


def test_a_former_code_is_the_municipality_that_had_it():
    """
    Heby was 1917 in Västmanland until 2007, and is 0331 in Uppsala since.
    """
    then = evolve(AGREEMENT, area=Area(municipalities=("1917",)))

    assert holds(in_municipality("Heby"), then, PROMISE)
    assert holds(in_county("Uppsala"), then, PROMISE)
    assert not holds(in_county("Västmanland"), then, PROMISE)
    assert Register([then]).agreements_where(in_municipality("Heby")) == [then]


@pytest.mark.parametrize(
    ("codes", "county", "region"),
    [
        (("1882",), True, True),
        (("0180", "1880"), True, True),
        (("2062",), False, True),
        (("0180",), False, False),
        (("9999",), False, False),
        ((), False, False),
    ],
)
def test_counties_and_regions_are_those_of_the_area(codes, county, region):
    """
    Of any of its municipalities; an unknown code is in none.
    """
    agreement = evolve(AGREEMENT, area=Area(municipalities=codes))

    assert holds(in_county("Örebro"), agreement, PROMISE) is county
    assert holds(in_police_region("Bergslagen"), agreement, PROMISE) is region


@pytest.mark.parametrize(
    ("period", "karlskrona", "nybro"),
    [
        ("2017", True, False),
        ("2020", False, True),
        ("2018", True, True),
        ("/", True, True),
    ],
)
def test_a_local_police_area_is_that_of_the_time(period, karlskrona, nybro):
    """
    Torsås changed area in 2018, and what is undated may be of either time.
    """
    torsas = Area(municipalities=("0834",))
    agreement = evolve(AGREEMENT, area=torsas, period=ValidityPeriod.parse(period))

    assert holds(in_local_police_area("Karlskrona"), agreement, PROMISE) is karlskrona
    assert holds(in_local_police_area("Nybro"), agreement, PROMISE) is nybro


def test_a_police_area_is_that_of_a_municipality():
    """
    A promise that contradicts its agreement's days is in none, for it has no day.
    """
    never = evolve(PROMISE, period=ValidityPeriod.of_year(1999))
    agreement = evolve(AGREEMENT, period=ValidityPeriod.of_year(2020))

    assert holds(in_police_area("Örebro"), agreement, PROMISE)
    assert not holds(in_police_area("Uppsala"), agreement, PROMISE)
    assert not holds(in_police_area("Örebro"), agreement, never)


def test_in_district_asks_for_the_part_that_it_is_limited_to():
    """
    However it is written; the whole of a municipality is no part of it.
    """
    part = evolve(AGREEMENT, area=Area(municipalities=("0180",), district="Södermalm"))

    assert holds(in_district("SÖDERMALM"), part, PROMISE)
    assert holds(in_district("södermalm"), part, None)
    assert not holds(in_district("Norrmalm"), part, PROMISE)
    assert not holds(in_district("Södermalm"), AGREEMENT, PROMISE)


def test_with_partner_asks_for_those_who_take_part():
    """
    Those who make the promise are no partners of it.
    """
    together = evolve(PROMISE, partners=("kommun", "7"))

    for who in ("Västtrafik AB", "kollektivtrafiken", "Askersund", "kommunen"):
        assert holds(with_partner(who), AGREEMENT, together)
        assert not holds(with_partner(who), AGREEMENT, PROMISE)
        assert not holds(promised_by(who), AGREEMENT, together)
    assert not holds(with_partner("polisen"), AGREEMENT, together)
    assert not holds(with_partner("kommunen"), AGREEMENT, None)
    assert not holds(with_partner("Askersund"), AGREEMENT, None)


def test_a_kind_is_of_the_promise_or_of_the_agreement():
    """
    An agreement without promises has a kind of its own alone.
    """
    assert holds(of_kind("activity"), AGREEMENT, PROMISE)
    assert not holds(of_kind("goal"), AGREEMENT, PROMISE)
    assert holds(of_kind("goal", "citizens_promise"), AGREEMENT, PROMISE)
    assert holds(of_kind("citizens_promise"), AGREEMENT, None)
    assert not holds(of_kind("activity"), AGREEMENT, None)


def test_what_a_promise_says_is_asked_of_its_own_words():
    """
    Its text, its condition, its target groups; an agreement alone says nothing.
    """
    promise = evolve(
        PROMISE,
        condition="om det uppkommer önskemål",
        target_groups=("ungdomar", "äldre kvinnor"),
    )

    assert holds(mentioning("synas"), AGREEMENT, promise)
    assert not holds(mentioning("önskemål"), AGREEMENT, promise)
    assert holds(targeting("ungdom"), AGREEMENT, promise)
    assert holds(targeting("kvinnor"), AGREEMENT, promise)
    assert not holds(targeting("ungdomar äldre"), AGREEMENT, promise)
    assert holds(conditional(), AGREEMENT, promise)
    assert not holds(conditional(), AGREEMENT, PROMISE)
    for question in (mentioning("synas"), targeting("ungdom"), conditional()):
        assert not holds(question, AGREEMENT, None)


def told(month, status):
    """Tell how it stood in a month of 2020."""
    return Outcome(
        agreement="askersund",
        promise=1,
        on=date(2020, month, 1),
        status=status,
        sources=(Source(title="Bokslut"),),
    )


@pytest.mark.parametrize(
    ("outcomes", "on", "statuses"),
    [
        ((), None, {"no_evidence"}),
        ((told(6, Status.ONGOING),), None, {"ongoing"}),
        ((told(6, Status.ONGOING),), DAY, {"ongoing"}),
        ((told(6, Status.ONGOING),), date(2020, 5, 31), {"no_evidence"}),
        ((told(3, Status.ONGOING), told(9, Status.PARTLY)), None, {"partly"}),
        ((told(3, Status.ONGOING), told(9, Status.PARTLY)), DAY, {"ongoing"}),
        ((told(3, Status.PARTLY), told(9, Status.NO_EVIDENCE)), None, {"partly"}),
        ((told(9, Status.NO_EVIDENCE),), None, {"no_evidence"}),
        (
            (told(9, Status.FULFILLED), told(9, Status.PARTLY)),
            None,
            {"fulfilled", "partly"},
        ),
    ],
)
def test_a_status_is_that_of_the_latest_outcome(outcomes, on, statuses):
    """
    Contradictory ones of a day all count; where nobody has told, that is the status.
    """
    found = {
        status.value
        for status in Status
        if holds(with_status(status, on=on), AGREEMENT, PROMISE, outcomes)
    }

    assert found == statuses
    assert not holds(with_status("no_evidence"), AGREEMENT, None)


@pytest.mark.parametrize("thing", ["drugs", None])
def test_only_questions_are_answered(thing):
    """
    What is no question is an error, not an answer that happens to be no.
    """
    with pytest.raises(InvalidField, match="give a question"):
        holds(thing, AGREEMENT, PROMISE)


def test_a_question_that_asks_nothing_is_not_answered():
    """
    The base of all questions is none itself.
    """
    with pytest.raises(TypeError, match="is no question"):
        holds(Question(), AGREEMENT, PROMISE)
