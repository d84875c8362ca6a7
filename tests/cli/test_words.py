from __future__ import annotations

import ast
import re
import string
import tomllib
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given

import medborgarloften.cli
from medborgarloften import (
    AgreementKind,
    Attribution,
    Basis,
    PartyKind,
    Per,
    PromiseKind,
    Quantity,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.cli._periods import period_in_words
from medborgarloften.cli._quantities import quantity_in_words
from medborgarloften.cli._words import LANGUAGES, Words
from medborgarloften.reading import PageKind
from medborgarloften.testing import periods, quantities

FOLDER = Path(medborgarloften.cli.__file__).parent
TABLES = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))
ENTRIES = {
    f"{table}.{name}": entry
    for table, entries in TABLES.items()
    for name, entry in entries.items()
}


def facts(words):
    """List the facts that an entry has places for."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("key", ENTRIES)
def test_everything_can_be_said_in_both_languages(key):
    """
    An entry has words in each language, and tells the same facts in them.
    """
    swedish, english = ENTRIES[key]["sv"], ENTRIES[key]["en"]

    assert set(ENTRIES[key]) == set(LANGUAGES)
    assert swedish
    assert facts(swedish) == facts(english)


def test_every_key_has_an_entry():
    """
    Each key that the modules write out is in the file of words.
    """
    keys = {
        node.value
        for file in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+\.[a-z_]+", node.value)
        and node.value.partition(".")[0] in TABLES
    }

    assert "find.nothing" in keys
    assert keys <= set(ENTRIES)


@pytest.mark.parametrize(
    "enumeration",
    [AgreementKind, Attribution, Basis, PageKind, PartyKind, Per, PromiseKind, Status],
)
def test_members_have_labels(enumeration):
    """
    The labels are those of the members, none left out and none left over.
    """
    assert set(TABLES[enumeration.__name__]) == {member.value for member in enumeration}


@pytest.mark.parametrize(("language", "label"), [("sv", "Narkotika"), ("en", "Drugs")])
def test_themes_have_the_labels_of_the_model(language, label):
    """
    The labels of themes are not written twice.
    """
    assert isinstance(Theme.DRUGS, Enum)
    assert Words(language).label(Theme.DRUGS) == label


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

    assert period_in_words(period, Words("sv")) == swedish
    assert period_in_words(period, Words("en")) == english


def test_days_can_be_left_as_numbers():
    """
    Days are short in a table; years and seasons have their words there too.
    """
    days = ValidityPeriod.parse("2020-01-01/2020-06-30")
    autumn = ValidityPeriod.parse("2020-23")
    say = Words("sv")

    assert period_in_words(days, say, days_as_numbers=True) == "2020-01-01 – 2020-06-30"
    assert period_in_words(autumn, say, days_as_numbers=True) == "hösten 2020"


def test_no_day_at_all_is_said():
    """
    A promise whose own time lies outside its agreement's holds on no day.
    """
    assert period_in_words(None, Words("en")).startswith("no day")


@given(periods())
def test_every_period_can_be_said(period):
    """
    There are words for whatever period the model allows, in both languages.
    """
    assert all(period_in_words(period, Words(language)) for language in LANGUAGES)


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
    assert quantity_in_words(quantity, Words("sv")) == swedish


@given(quantities())
def test_every_count_can_be_said(quantity):
    """
    There are words for whatever quantity the model allows, with its unit in them.
    """
    assert all(
        quantity.unit in quantity_in_words(quantity, Words(language))
        for language in LANGUAGES
    )
