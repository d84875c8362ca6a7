"""Questions as values: what they are when nobody has asked them yet."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import re
from datetime import date, datetime

import pytest

from medborgarloften import model, queries
from medborgarloften.errors import InvalidField, UnknownName
from medborgarloften.model import PartyKind, Theme
from medborgarloften.queries import (
    About,
    AllOf,
    AnyOf,
    InMunicipality,
    Not,
    PromisedByKind,
    PromisedByParty,
    Question,
    about,
    active_on,
    in_municipality,
    jointly_promised,
    may_be_active_on,
    promised_by,
    quantified,
    undated,
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
        (in_municipality, 1882, "in_municipality.name_or_code: 1882 will"),
        (InMunicipality, "Askersund", "InMunicipality.code: .* four digits"),
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
