from __future__ import annotations

import ast
import re
import string
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given

import medborgarloften
from medborgarloften import (
    Agreement,
    AgreementKind,
    Area,
    Attribution,
    Basis,
    InvalidField,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Review,
    SourceKind,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.reading import PageKind
from medborgarloften.testing import periods, quantities, reviews
from medborgarloften.wording.saying import LANGUAGES, Wording, entries_in

PACKAGE = Path(medborgarloften.__file__).parent
# Each file of words, and the package whose modules speak with it.
FILES = {
    ("medborgarloften.model", "words.toml"): PACKAGE,
    ("medborgarloften.cli", "usage.toml"): PACKAGE / "cli",
    ("medborgarloften.cli", "words.toml"): PACKAGE / "cli",
    ("medborgarloften.analysis", "words.toml"): PACKAGE / "analysis",
    ("medborgarloften.plots", "words.toml"): PACKAGE / "plots",
    ("medborgarloften.queries", "sentences.toml"): PACKAGE / "queries",
    ("medborgarloften.serializers._pages", "wordings.toml"): PACKAGE / "serializers",
}
ENTRIES = [
    pytest.param(entry, id=f"{package}:{table}.{name}")
    for package, file in FILES
    for table, entries in entries_in(package, file).items()
    for name, entry in entries.items()
]


def facts(words):
    """List the facts that an entry has places for."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("entry", ENTRIES)
def test_everything_can_be_said_in_both_languages(entry):
    """
    An entry has words in each language, and tells the same facts in them.
    """
    assert set(entry) == set(LANGUAGES)
    assert entry["sv"]
    assert facts(entry["sv"]) == facts(entry["en"])


@pytest.mark.parametrize("file", FILES, ids=":".join)
def test_every_key_has_an_entry_and_every_entry_is_used(file):
    """
    Each entry is named in a module that speaks with it, whole or by its name alone.
    """
    tables = entries_in(*file)
    entries = {f"{table}.{name}" for table in tables for name in tables[table]}
    written = {
        node.value
        for module in FILES[file].rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {
        each
        for each in written
        if re.fullmatch(r"[a-z]+\.[a-z_]+", each) and each.partition(".")[0] in tables
    }
    unused = {
        key
        for key in entries
        # A month is looked up by its code, an unknown name by what it is the name of.
        if key[0].islower() and not key.startswith(("unit.", "refusal."))
        if not {key, key.partition(".")[2]} & written
    }

    assert keys
    assert keys <= entries
    assert unused == set()


@pytest.mark.parametrize("file", FILES, ids=":".join)
def test_nothing_is_called_in_two_ways(file):
    """
    What a part of the model is called stands in one file.
    """
    others = [entries_in(*each) for each in FILES if each != file]

    assert not any(set(entries_in(*file)) & set(other) for other in others)


@pytest.mark.parametrize(
    "enumeration",
    [
        AgreementKind,
        Attribution,
        Basis,
        PartyKind,
        Per,
        PromiseKind,
        SourceKind,
        Status,
    ],
)
def test_members_have_labels(enumeration):
    """
    The labels are those of the members, none left out and none left over.
    """
    labels = entries_in("medborgarloften.model", "words.toml")[enumeration.__name__]

    assert set(labels) == {member.value for member in enumeration}


def test_kinds_of_pages_have_labels():
    """
    The model knows no pages, so who shows them has their labels.
    """
    labels = entries_in("medborgarloften.cli", "words.toml")["PageKind"]

    assert set(labels) == {member.value for member in PageKind}


@pytest.mark.parametrize(("language", "label"), [("sv", "Narkotika"), ("en", "Drugs")])
def test_themes_have_the_labels_of_the_model(language, label):
    """
    The labels of themes are not written twice.
    """
    assert isinstance(Theme.DRUGS, Enum)
    assert Wording(language).label(Theme.DRUGS) == label


def test_other_languages_are_not_spoken():
    """
    The error says which are.
    """
    with pytest.raises(InvalidField, match="say 'sv' or 'en'"):
        Wording("de")


def test_places_are_named_as_far_as_they_are_known():
    """
    A district comes before its municipality; an unknown code stands for itself.
    """
    say = Wording("sv")

    assert say.area(Area()) is None
    assert say.area(Area(municipalities=("0180",), district="Kista")) == (
        "Kista, Stockholm"
    )
    assert say.area(Area(municipalities=("0643", "1882", "9999"))) == (
        "Habo, Askersund och 9999"
    )


@pytest.mark.parametrize(
    ("edtf", "swedish", "english"),
    [
        ("2017", "2017", "2017"),
        ("2019/2021", "2019 – 2021", "2019 – 2021"),
        ("2020-06-01", "1 juni 2020", "1 June 2020"),
        ("/2021-06-30", "till och med 30 juni 2021", "through 30 June 2021"),
        ("2024-01/", "från och med januari 2024", "from January 2024"),
        (
            "2024/..",
            "från och med 2024, tills vidare",
            "from 2024, until further notice",
        ),
        ("2019/2019..", "2019 – 2019, eller längre", "2019 – 2019, or longer"),
        ("2019-24", "vintern 2019–2020", "winter 2019–2020"),
        ("0998-24", "vintern 0998–0999", "winter 0998–0999"),
        ("2019-VT", "vårterminen 2019", "spring term 2019"),
        ("2019-36", "fjärde kvartalet 2019", "fourth quarter of 2019"),
        ("/", "anges inte", "not stated"),
        ("/..", "tills vidare", "until further notice"),
    ],
)
def test_periods_are_said_as_people_say_them(edtf, swedish, english):
    """
    Each unit of the calendar and each kind of end has its words.
    """
    period = ValidityPeriod.parse(edtf)

    assert Wording("sv").period(period) == swedish
    assert Wording("en").period(period) == english


def test_days_can_be_left_as_numbers():
    """
    Days are short in a table; years and seasons have their words there too.
    """
    days = ValidityPeriod.parse("2020-01-01/2020-06-30")
    autumn = ValidityPeriod.parse("2020-23")
    say = Wording("sv")

    assert say.period(days, days_as_numbers=True) == "2020-01-01 – 2020-06-30"
    assert say.period(autumn, days_as_numbers=True) == "hösten 2020"


def test_no_day_at_all_is_said():
    """
    A promise whose own time lies outside its agreement's holds on no day.
    """
    assert Wording("en").period(None).startswith("no day")


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (None, "anges inte (känt från {signed})"),
        ("2020-06", "juni 2020"),
        ("2019", "ingen dag: löftets och överenskommelsens tider överlappar inte"),
    ],
)
def test_a_promise_holds_by_its_own_days_or_its_agreements(own, said):
    """
    A day on which the agreement is known to have existed is not told as stated.
    """
    police = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
    promise = Promise(
        number=1,
        text="x",
        promisors=("police",),
        period=None if own is None else ValidityPeriod.parse(own),
    )
    agreement = Agreement(
        id="x",
        title="x",
        area=Area(),
        parties=(police,),
        promises=(promise,),
        signed_on=date(2020, 5, 3),
    )
    say = Wording("sv")

    assert say.held(agreement, promise) == said.format(signed="3 maj 2020")
    numbers = say.held(agreement, promise, days_as_numbers=True)
    assert numbers == said.format(signed="2020-05-03")


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("/2021-06-30", "through 2021-06-30 (known from 2020-05-03)"),
        ("/", "through 2021 (known from 2020-05-03)"),
        ("2020-04/2020-08", "through August 2020 (known from 2020-05-03)"),
        ("2020-05-03/2020-08", "2020-05-03 – August 2020"),
        ("2020-07-01/2020-07-31", "2020-07-01 – 2020-07-31"),
    ],
)
def test_a_first_day_of_a_promise_is_said_as_known_where_nobody_states_it(own, said):
    """
    Where its own first day is before it, the promise is only known from that day.
    """
    promise = Promise(
        number=1, text="x", promisors=("police",), period=ValidityPeriod.parse(own)
    )
    agreement = Agreement(
        id="x",
        title="x",
        area=Area(),
        parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
        period=ValidityPeriod.parse("/2021"),
        promises=(promise,),
        published_on=date(2020, 5, 3),
    )

    assert Wording("en").held(agreement, promise, days_as_numbers=True) == said


@pytest.mark.parametrize(
    ("quantity", "swedish"),
    [
        (Quantity(4, 4, "besök"), "besök: 4"),
        (Quantity(4, None, "besök", Per.TERM), "besök: minst 4 per termin"),
        (Quantity(None, 5, "besök"), "besök: högst 5"),
        (Quantity(2, 3, "besök", average=True), "besök: 2–3 i snitt"),
        (
            Quantity(1, 1, "kontroll", Per.YEAR, each="krog"),
            "kontroll: 1 per år, för varje krog",
        ),
    ],
)
def test_counts_are_said_with_their_bounds(quantity, swedish):
    """
    At least, at most, exactly and between are told apart.
    """
    assert Wording("sv").quantity(quantity) == swedish


@pytest.mark.parametrize(
    ("review", "english"),
    [
        (Review(purpose="revidering"), "revidering: once in the period"),
        (Review(purpose="a", times=2, per=Per.TERM), "a: 2 times per school term"),
    ],
)
def test_reviews_are_said_with_how_often(review, english):
    """
    Once in the whole period is said too.
    """
    assert Wording("en").review(review) == english


@given(periods(), quantities(), reviews())
def test_whatever_the_model_allows_can_be_said(period, quantity, review):
    """
    There are words for it in both languages.
    """
    for say in map(Wording, LANGUAGES):
        assert say.period(period)
        assert " ".join(quantity.unit.split()) in " ".join(
            say.quantity(quantity).split()
        )
        assert say.review(review)
