from __future__ import annotations

import ast
import re
import string
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

import medborgarloften.serializers
from medborgarloften import (
    AgreementKind,
    Amendment,
    Basis,
    Per,
    Quantity,
    Review,
    SourceKind,
    Status,
    ValidityPeriod,
)
from medborgarloften.serializers._pages.wordings import Wording
from medborgarloften.testing import periods, quantities, reviews

FOLDER = Path(medborgarloften.serializers.__file__).parent
TABLES = tomllib.loads((FOLDER / "_pages" / "wordings.toml").read_text("utf-8"))
ENTRIES = {
    f"{table}.{name}": entry
    for table, entries in TABLES.items()
    for name, entry in entries.items()
}
LANGUAGES = ("sv", "en")


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


def test_every_key_has_an_entry_and_every_entry_is_used():
    """
    Each entry is named in a module, whole or by its name alone.
    """
    written = {
        node.value
        for file in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    keys = {
        each
        for each in written
        if re.fullmatch(r"[a-z]+\.[a-z_]+", each) and each.partition(".")[0] in TABLES
    }
    unused = {
        key
        for key in ENTRIES
        if key[0].islower() and not key.startswith("unit.")
        if not {key, key.partition(".")[2]} & written
    }

    assert "calendar.begins" in keys
    assert keys <= set(ENTRIES)
    assert unused == set()


@pytest.mark.parametrize("enumeration", [AgreementKind, Basis, Per, SourceKind, Status])
def test_members_have_labels(enumeration):
    """
    The labels are those of the members, none left out and none left over.
    """
    assert set(TABLES[enumeration.__name__]) == {member.value for member in enumeration}


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


def test_no_day_at_all_is_said():
    """
    A promise whose own time lies outside its agreement's holds on no day.
    """
    assert Wording("en").period(None).startswith("no day")


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


@pytest.mark.parametrize(
    ("amendment", "swedish"),
    [
        (Amendment(), None),
        (Amendment(on=date(2021, 1, 29)), "29 januari 2021"),
        (Amendment(last_day=date(2021, 6, 30)), "till och med 30 juni 2021"),
        (Amendment(wording="förlängs\n ett år"), "”förlängs ett år”"),
    ],
)
def test_changes_are_said_as_far_as_they_are_known(amendment, swedish):
    """
    Of a change of which nothing is known nothing is said.
    """
    assert Wording("sv").amendment(amendment) == swedish


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
