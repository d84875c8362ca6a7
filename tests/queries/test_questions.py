"""Questions as values: what they are when nobody has asked them yet."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from datetime import UTC, date, datetime

import pytest

from medborgarloften import model, queries
from medborgarloften.errors import InvalidField, UnknownName
from medborgarloften.model import (
    AgreementKind,
    PartyKind,
    PromiseKind,
    Theme,
    ValidityPeriod,
)
from medborgarloften.queries import (
    About,
    AllOf,
    AnyOf,
    InCounty,
    InDistrict,
    InMunicipality,
    InPoliceArea,
    Mentioning,
    Not,
    OfAgreementKind,
    OfKind,
    PromisedByKind,
    PromisedByParty,
    Question,
    Where,
    WithPartner,
    WithStatus,
    about,
    active_during,
    active_on,
    conditional,
    ending_before,
    ending_between,
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

DAY = date(2020, 6, 1)
NOON = datetime(2020, 6, 1, 12, 0)  # noqa: DTZ001 - what a careless caller has

ONE_OF_EACH = {
    active_on(DAY): "ActiveOn(day=datetime.date(2020, 6, 1))",
    may_be_active_on(DAY): "MayBeActiveOn(day=datetime.date(2020, 6, 1))",
    about("drugs", "youth"): "About(themes=(Theme.DRUGS, Theme.YOUTH, ))",
    promised_by("polisen"): "PromisedByKind(kind=PartyKind.POLICE)",
    promised_by("Västtrafik"): "PromisedByParty(names=('vasttrafik',), code=None)",
    jointly_promised(): "JointlyPromised()",
    in_municipality("Askersund"): "InMunicipality(code='1882')",
    quantified(): "Quantified()",
    undated(): "Undated()",
    active_during(ValidityPeriod.since(DAY)): (
        "ActiveDuring(period=ValidityPeriod.parse('2020-06-01/'))"
    ),
    starting_between(DAY, DAY): (
        "StartingBetween(first_day=datetime.date(2020, 6, 1), "
        "last_day=datetime.date(2020, 6, 1))"
    ),
    ending_between(DAY, DAY): (
        "EndingBetween(first_day=datetime.date(2020, 6, 1), "
        "last_day=datetime.date(2020, 6, 1))"
    ),
    in_county("Örebro"): "InCounty(code='18')",
    in_police_region("polisregion Öst"): "InPoliceRegion(name='Öst')",
    in_police_area("Örebro"): "InPoliceArea(name='Örebro')",
    in_local_police_area("LPO Hallsberg"): "InLocalPoliceArea(name='Hallsberg')",
    in_district("Södermalm"): "InDistrict(name='sodermalm')",
    with_partner("skolan"): "WithPartnerKind(kind=PartyKind.SCHOOL)",
    with_partner("Lo AB"): "WithPartner(names=('lo-ab',), code=None)",
    of_kind("goal", "focus"): "OfKind(kinds=(PromiseKind.FOCUS, PromiseKind.GOAL, ))",
    of_kind("citizens promise"): (
        "OfAgreementKind(kinds=(AgreementKind.CITIZENS_PROMISE, ))"
    ),
    conditional(): "Conditional()",
    mentioning("Torget!"): "Mentioning(words='torget')",
    targeting("unga vuxna"): "Targeting(words='unga vuxna')",
    with_status("partly"): "WithStatus(statuses=(Status.PARTLY, ), on=None)",
    quantified() & undated(): "Quantified() & Undated()",
    quantified() | undated(): "Quantified() | Undated()",
    ~quantified(): "~Quantified()",
    ~(quantified() | undated()): "~(Quantified() | Undated())",
    quantified() & (~undated() | quantified()): (
        "Quantified() & (~Undated() | Quantified())"
    ),
    AllOf(()): "AllOf(())",
    AnyOf((quantified(),)): "AnyOf((Quantified(),))",
}
each_question = pytest.mark.parametrize("question", ONE_OF_EACH, ids=repr)


@each_question
def test_a_question_prints_as_the_python_that_makes_it(question):
    """
    What is printed is short, and is the question again when it is evaluated.
    """
    assert repr(question) == ONE_OF_EACH[question]
    python = {**vars(queries), **vars(model), "datetime": dt}
    assert eval(repr(question), python) == question  # noqa: S307


@each_question
def test_a_question_is_itself_after_pickle_and_copy(question):
    """
    Questions can be sent to other processes and be keys of a dictionary there.
    """
    for same in (
        pickle.loads(pickle.dumps(question)),  # noqa: S301
        copy.copy(question),
        copy.deepcopy(question),
    ):
        assert same == question
        assert hash(same) == hash(question)


def test_different_questions_are_not_equal():
    """
    Each kind of question, and each thing asked for, is another value.
    """
    different = [*ONE_OF_EACH, active_on(date.max), about("fraud")]

    assert all(a != b for n, a in enumerate(different) for b in different[:n])


@each_question
def test_a_question_cannot_be_changed(question):
    """
    Questions are frozen.
    """
    with pytest.raises(AttributeError):
        question.day = DAY


@pytest.mark.parametrize(
    "combine",
    {
        "and": lambda a, b: a and b,
        "or": lambda a, b: a or b,
        "not": lambda a, _: not a,
        "bool": lambda a, _: bool(a),
        "if": lambda a, b: b if a else None,
    }.items(),
    ids=lambda named: named[0],
)
def test_a_question_is_neither_true_nor_false(combine):
    """
    Python's ``and``, ``or`` and ``not`` would silently drop a question.
    """
    advice = re.escape("combine questions with & | ~, not with and, or, not")

    with pytest.raises(TypeError, match=advice):
        combine[1](quantified(), undated())


def test_questions_side_by_side_are_kept_side_by_side():
    """
    Brackets that change nothing make no other question; those that do are kept.
    """
    a, b, c = quantified(), undated(), jointly_promised()

    assert (a & b) & c == a & (b & c) == a & b & c == AllOf((a, b, c))
    assert (a | b) | c == a | (b | c) == a | b | c == AnyOf((a, b, c))
    assert AllOf((AllOf((a, b)), AnyOf((a, AnyOf((b, c)))))) == a & b & (a | b | c)
    assert (a | b) & c != a | (b & c)


def test_two_refusals_are_none():
    """
    ``~~question`` is the question, and the class can still say it at length.
    """
    assert ~~quantified() == quantified()
    assert Not(Not(quantified())) != quantified()


def test_themes_are_kept_in_one_order_and_once():
    """
    The order and the language in which themes are named make no other question.
    """
    assert about(Theme.YOUTH, "narkotika", "Drugs") == About((Theme.DRUGS, Theme.YOUTH))


@pytest.mark.parametrize("written", ["Askersund", "ASKERSUNDS KOMMUN", "1882"])
def test_a_municipality_is_the_same_however_it_is_written(written):
    """
    A name in any form and the kommunkod make one question.
    """
    assert in_municipality(written) == InMunicipality("1882")
    assert promised_by(written) == promised_by("askersund")


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        (PartyKind.COMPANY, PartyKind.COMPANY),
        ("police", PartyKind.POLICE),
        ("Polis", PartyKind.POLICE),
        ("polisen", PartyKind.POLICE),
        ("kommun", PartyKind.MUNICIPALITY),
        (" Kommunen ", PartyKind.MUNICIPALITY),
        ("region", PartyKind.REGION),
        ("fire_service", PartyKind.FIRE_SERVICE),
        ("Räddningstjänsten", PartyKind.FIRE_SERVICE),
        ("skolan", PartyKind.SCHOOL),
        ("socialtjänst", PartyKind.SOCIAL_SERVICES),
    ],
)
def test_a_kind_of_party_has_everyday_names(who, kind):
    """
    Nobody in particular: a kind, its value, or what Swedes call it.
    """
    assert promised_by(who) == PromisedByKind(kind)


def test_a_kind_and_a_party_of_that_name_are_told_apart():
    """
    A `PartyKind` is a text too; a question about either is never the other's.
    """
    assert PromisedByKind(PartyKind.POLICE) != PromisedByParty(("police",))


@pytest.mark.parametrize(
    ("make", "given", "message"),
    [
        (active_on, "2020-06-01", "ActiveOn.day: .* give a date, not a str"),
        (active_on, NOON, "ActiveOn.day: .* call its date"),
        (active_on, None, "ActiveOn.day: .* give a date, not None"),
        (may_be_active_on, NOON, "MayBeActiveOn.day: .* call its date"),
        (about, "", "about.theme: '' will not do; give a Theme, its id"),
        (about, 3, "about.theme: 3 will not do; give a Theme"),
        (About, (), "About.themes: .* name at least one theme"),
        (About, ("drugs",), "About.themes: 'drugs' .* give a Theme, not a str"),
        (promised_by, " ", "promised_by.who: ' ' .* kind of party or a name"),
        (promised_by, "-", "promised_by.who: '-' .* kind of party or a name"),
        (promised_by, None, "promised_by.who: None will not do; give a kind"),
        (PromisedByParty, ("?",), "PromisedByParty.names: '' will not do"),
        (PromisedByParty, (), "PromisedByParty.names: .* at least one name"),
        (PromisedByKind, "police", "PromisedByKind.kind: .* PartyKind, not a str"),
        (active_during, DAY, "ActiveDuring.period: .* ValidityPeriod, not a date"),
        (in_municipality, 1882, "in_municipality.name_or_code: 1882 will"),
        (in_county, None, "in_county.name_or_code: None will not do; give the name"),
        (in_police_region, 1, "in_police_region.name: 1 will not do; give the name"),
        (in_police_area, "", "in_police_area.name: '' will not do; give the name"),
        (in_local_police_area, [], "in_local_police_area.name: .* give the name"),
        (in_district, "–", "in_district.name: '–' will not do; name a district"),
        (InCounty, "1880", "InCounty.code: '1880' .* two digits of a länskod"),
        (InPoliceArea, "örebro", "InPoliceArea.name: .* write it as 'Örebro'"),
        (InDistrict, "Södermalm", "InDistrict.name: .* write it as 'sodermalm'"),
        (with_partner, 3, "with_partner.who: 3 will not do; give a kind of party"),
        (WithPartner, (), "WithPartner.names: .* at least one name"),
        (of_kind, 3, "of_kind.kind: 3 will not do; give a str, not an int"),
        (OfKind, (), "OfKind.kinds: .* name at least one kind"),
        (OfAgreementKind, (), "OfAgreementKind.kinds: .* name at least one kind"),
        (mentioning, " -", "mentioning.words: ' -' will not do; give a word"),
        (mentioning, None, "mentioning.words: None will not do; give a word"),
        (targeting, "", "targeting.words: '' will not do; give a word"),
        (Mentioning, "Torget", "Mentioning.words: 'Torget' .* write it as 'torget'"),
        (Mentioning, "?", r"Mentioning.words: '\?' will not do; give a word"),
        (with_status, 3, "with_status.status: 3 will not do; give a str"),
        (WithStatus, (), "WithStatus.statuses: .* name at least one status"),
        (Where, "drugs", "Where.function: 'drugs' .* give a function of a match"),
        (InMunicipality, "Askersund", "InMunicipality.code: .* four digits"),
        (About, None, "About.themes: None will not do; give a tuple, not None"),
        (About, (3, "drugs"), "About.themes: .* give a"),
        (PromisedByParty, "habo", "PromisedByParty.names: 'habo' .* give a tuple"),
        (PromisedByParty, 3, "PromisedByParty.names: 3 will not do; give a tuple"),
        (PromisedByParty, (3,), "slug.name: 3 will not do; give a str, not an int"),
        (promised_by, Theme.DRUGS, "promised_by.who: .* give a kind of party"),
        (AllOf, quantified(), "AllOf.questions: .* give questions in a tuple"),
        (quantified().__and__, "drugs", "AllOf.questions: 'drugs' .* a question"),
        (quantified().__or__, None, "AnyOf.questions: None .* give a question"),
        (Not, "drugs", "Not.question: 'drugs' will not do; give a question"),
    ],
    ids=lambda value: getattr(value, "__qualname__", None),
)
def test_a_misuse_fails_when_the_question_is_made(make, given, message):
    """
    The message says what was given where, and what would do.
    """
    with pytest.raises(InvalidField, match=message):
        make(given)


@pytest.mark.parametrize(
    ("make", "misspelt", "nearest"),
    [
        (about, "narkotka", "Narkotika"),
        (about, "fritid", "Meningsfull fritid"),
        (in_municipality, "Askresund", "Askersund"),
        (in_county, "Örebor", "Örebro"),
        (in_police_region, "Bergslagn", "Bergslagen"),
        (in_police_area, "Örebo", "Örebro"),
        (in_local_police_area, "Halsberg", "Hallsberg"),
        (of_kind, "gaol", "goal"),
        (of_kind, "aktivitte", "aktivitet"),
        (promised_by, "Kirunaa kommun", "Kiruna"),
        (with_partner, "Kirunaa kommun", "Kiruna"),
        (with_status, "fulfiled", "fulfilled"),
    ],
)
def test_a_misspelt_name_fails_with_the_nearest(make, misspelt, nearest):
    """
    An unknown name is an error, never a question that nothing answers.
    """
    with pytest.raises(UnknownName) as caught:
        make(misspelt)

    assert nearest in caught.value.nearest


@each_question
def test_every_question_is_one(question):
    """
    What the functions make can be told from other values by its base.
    """
    assert isinstance(question, Question)


@pytest.mark.parametrize("make", [starting_between, ending_between])
def test_the_first_of_two_days_comes_first(make):
    """
    Days the other way round are a slip, and the message says what would do.
    """
    with pytest.raises(InvalidField, match=r"last_day: .* end on 2020-06-01 or later"):
        make(DAY, date(2020, 5, 31))
    with pytest.raises(InvalidField, match="give a date, not a str"):
        make(DAY, "2020-07-01")


def test_what_ends_before_a_day_does_not_end_on_it():
    """
    The day before is the last that counts, and there is no first.
    """
    assert ending_before(DAY) == ending_between(date.min, date(2020, 5, 31))


@pytest.mark.parametrize(
    ("day", "remedy"),
    [
        (date.min, "day: .*no day is before it"),
        ("2020-07-01", "day: .*give a date, not a str"),
        (datetime(2020, 7, 1, tzinfo=UTC), "day: .*call its date"),
    ],
)
def test_a_day_that_nothing_can_end_before_is_refused(day, remedy):
    """
    The first of all days has none before it, and what is no day has neither.
    """
    with pytest.raises(InvalidField, match=remedy):
        ending_before(day)


def test_a_year_and_its_days_are_one_question():
    """
    How exactly the days of a period were stated is not asked, nor what comes after.
    """
    year = ValidityPeriod.of_year(2020)
    days = ValidityPeriod(date(2020, 1, 1), date(2020, 12, 31))
    may_go_on = ValidityPeriod.parse("2020/2020..")

    assert active_during(year) == active_during(days)
    assert active_during(may_go_on) == active_during(
        ValidityPeriod.since(days.first_day)
    )
    assert active_during(may_go_on) != active_during(year)


def test_kinds_of_promises_and_of_agreements_can_be_asked_for_together():
    """
    Either is enough.
    """
    assert of_kind(PromiseKind.GOAL, "cooperation_agreement", "focus") == AnyOf(
        (
            OfKind((PromiseKind.FOCUS, PromiseKind.GOAL)),
            OfAgreementKind((AgreementKind.COOPERATION_AGREEMENT,)),
        )
    )


def test_kinds_and_statuses_are_called_what_people_call_them():
    """
    In Swedish and in English, as the sentences say them.
    """
    assert of_kind("Mål", "medborgarlöfte") == of_kind("goal", "citizens_promise")
    assert with_status("inte uppfyllt") == with_status("not fulfilled")
    assert with_status("not fulfilled") == with_status("not_fulfilled")


def test_a_status_is_asked_for_on_a_day():
    """
    A time of the day is refused.
    """
    assert with_status("partly", on=DAY) != with_status("partly")
    with pytest.raises(InvalidField, match=r"WithStatus\.on: .* call its date"):
        with_status("partly", on=NOON)


def test_a_plain_function_stands_beside_questions():
    """
    On either side of a sign, and it prints as its name.
    """
    assert callable & quantified() == AllOf((Where(callable), quantified()))
    assert quantified() & callable == AllOf((quantified(), Where(callable)))
    assert callable | quantified() == AnyOf((Where(callable), quantified()))
    assert quantified() | callable == AnyOf((quantified(), Where(callable)))
    assert repr(~(callable & quantified())) == "~(Where(callable) & Quantified())"
    assert repr(Where(print)) == "Where(print)"
    assert hash(Where(callable)) == hash(Where(callable))
