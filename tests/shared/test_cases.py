"""The pages that the project is measured by, where they are beside the repository.

The first five are real announcements and are read right; what a careful person
fills in from them stands here field by field.  The others must not raise.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from medborgarloften.model import (
    Attribution,
    Basis,
    How,
    Per,
    PromiseKind,
    SourceKind,
)
from medborgarloften.reading import PageKind, read_file

SHARED = Path(__file__).resolve().parents[3] / "shared"
CASES = SHARED / "cases"
SCORE = SHARED / "tools" / "score_reader.py"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="needs the folder 'shared'")


def figures(folder):
    """The scores of the pages in a folder, by name, and how many raised."""
    printed = subprocess.run(
        [sys.executable, SCORE, folder], check=True, capture_output=True, text=True
    ).stdout
    scores = dict(re.findall(r"(\w+) ([01]\.[0-9]{3})", printed))
    (raised,) = re.findall(r"raised ([0-9]+)", printed)
    return {name: float(score) for name, score in scores.items()}, int(raised)


def test_the_five_announcements_are_read_right(tmp_path):
    """
    Every figure is whole but for themes, which people judge differently.
    """
    for path in CASES.glob("seed-*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    scores, raised = figures(tmp_path)

    assert raised == 0
    assert scores.pop("themes") >= 0.90
    assert scores == dict.fromkeys(scores, 1.0)
    assert {"promises", "promisors", "partners", "periods", "quantities"} <= set(scores)
    assert {"municipality", "signatories", "dates", "citations"} <= set(scores)


def test_no_other_page_raises():
    """
    The rest are read as well as may be, and every quote stands.
    """
    scores, raised = figures(CASES)

    assert raised == 0
    assert scores["citations"] == 1.0


@pytest.fixture
def seed(request):
    """The reading of an announcement, and its agreement."""
    reading = read_file(CASES / f"seed-00{request.param}.txt")
    (agreement,) = reading.agreements
    return reading, agreement


def seeds(number):
    """Read the announcement with this number."""
    return pytest.mark.parametrize("seed", [number], indirect=True)


def signatories(agreement):
    """Those who signed, as plain values."""
    return [
        (each.name, each.role, each.political_party, each.party)
        for each in agreement.signatories
    ]


def attributions(agreement):
    """How it is known who promises."""
    return [promise.attribution for promise in agreement.promises]


def reviews(agreement):
    """When it is looked at again, as plain values."""
    return [(each.purpose, each.times, each.per) for each in agreement.reviews]


@seeds(0)
def test_askersund(seed):
    """
    A newspaper tells of an agreement with a last day and no first.
    """
    reading, agreement = seed

    assert reading.page is PageKind.NEWS
    assert reading.problems == ()
    assert agreement.id == "askersund-till-2021-06-30"
    assert agreement.title.startswith("Polisen och Askersunds kommun presenterar")
    assert agreement.period_wording == "fram till halvårsskiftet 2021"
    assert agreement.published_on == date(2020, 1, 21)
    assert agreement.signed_on is agreement.decided_on is None
    assert agreement.signatories == agreement.contacts == ()
    assert [party.name for party in agreement.parties] == [
        "lokalpolisområde Hallsberg",
        "Askersunds kommun",
    ]
    assert [party.id for party in agreement.others] == ["skola", "socialtjanst"]
    assert agreement.basis == (
        Basis.STAFF_SURVEY,
        Basis.CITIZEN_SURVEY,
        Basis.CITIZEN_DIALOGUE,
    )
    assert agreement.priorities == agreement.expected_effects == agreement.reviews == ()
    assert agreement.ordinal is None
    assert not agreement.excerpt
    assert [source.kind for source in agreement.sources] == [SourceKind.NEWS]
    assert attributions(agreement) == [Attribution.STATED] * 4


@seeds(1)
def test_hallsberg(seed):
    """
    A municipality's news: signers in a caption, one of them without an office.
    """
    reading, agreement = seed

    assert reading.page is PageKind.NEWS
    assert agreement.id == "hallsberg-2019-2021"
    assert str(agreement.period) == "2019/2021"
    assert agreement.published_on == date(2019, 11, 28)
    assert agreement.signed_on is agreement.decided_on is None
    assert signatories(agreement) == [
        ("Lena Fagerlund", None, None, None),
        ("Mats Scherp", "lokalpolisområdeschef", None, "police"),
        ("Magnus Andersson", "kommunstyrelsens ordförande", None, "hallsberg"),
    ]
    (contact,) = agreement.contacts
    assert contact.name == "Birgitta Rydén"
    assert contact.role == "säkerhetssamordnare"
    assert contact.phone == "0582-68 50 44"
    assert contact.email == "birgitta.ryden@hallsberg.se"
    assert agreement.basis == (Basis.CITIZEN_DIALOGUE,)
    assert agreement.ordinal is None
    assert not agreement.excerpt
    assert len(agreement.sources) == 1
    assert attributions(agreement) == [Attribution.STATED] * 3


@seeds(2)
def test_katrineholm(seed):
    """
    Parts of an agreement below owner headings; the whole is in a PDF.
    """
    _, agreement = seed

    assert agreement.id == "katrineholm-2020"
    assert str(agreement.period) == "2020-01-01/2020-12-31"
    assert agreement.excerpt
    assert agreement.ordinal == 5
    assert agreement.published_on is agreement.signed_on is None
    assert agreement.basis == (
        Basis.CITIZEN_SURVEY,
        Basis.SAFETY_SURVEY,
        Basis.CRIME_STATISTICS,
    )
    assert reviews(agreement) == [("avstämning", 1, Per.WEEK)]
    assert signatories(agreement) == [
        ("Liselotte Jergard", "chef lokalpolisområde Katrineholm", None, "police"),
        ("Göran Dahlström", "kommunstyrelsens ordförande", "S", "katrineholm"),
    ]
    (contact,) = agreement.contacts
    assert contact.name == "Johan Söderberg"
    assert contact.role.casefold() == "kommunstyrelsens ordförande"
    assert contact.phone == "072-235 19 61"
    page, document = agreement.sources
    assert page.published_on is None
    assert document.kind is SourceKind.DOCUMENT
    assert document.title.startswith("Hela Medborgarlöftet")
    assert attributions(agreement) == [*[Attribution.HEADING] * 6, Attribution.STATED]
    assert [promise.promisors for promise in agreement.promises] == [
        *[("police",)] * 3,
        *[("katrineholm",)] * 4,
    ]


@seeds(3)
def test_asele(seed):
    """
    The template of the police: picture, promises, effects and a yearly revision.
    """
    reading, agreement = seed

    assert reading.page is PageKind.AGREEMENT
    assert agreement.id == "asele-2017"
    assert agreement.priorities == ("trygghet och ökad synlighet av polis",)
    assert agreement.basis == (
        Basis.CITIZEN_DIALOGUE,
        Basis.STAFF_DIALOGUE,
        Basis.INTELLIGENCE,
    )
    assert agreement.expected_effects == (
        "öka medborgarnas upplevda trygghet",
        "öka förtroendet för polisen",
        "förbättra trafiksituationen",
    )
    assert reviews(agreement) == [("revidering", 1, Per.YEAR)]
    assert agreement.signatories == agreement.contacts == ()
    assert agreement.published_on is agreement.signed_on is None
    assert not agreement.excerpt
    assert [source.kind for source in agreement.sources] == [SourceKind.PAGE]
    assert attributions(agreement) == [Attribution.STATED] * 4
    assert [promise.kind for promise in agreement.promises] == [
        PromiseKind.ACTIVITY
    ] * 4


@seeds(4)
def test_strangnas(seed):
    """
    Examples below an introduction that both parties make; a signing without a year.
    """
    _, agreement = seed

    assert agreement.id == "strangnas-2024-2025"
    assert agreement.excerpt
    assert agreement.signed_on == agreement.published_on == date(2024, 1, 30)
    hows = {citation.path: citation.how for citation in agreement.citations}
    assert hows["signed_on"] is hows["published_on"] is How.INFERRED
    assert agreement.sources[0].updated_on == date(2024, 1, 30)
    assert signatories(agreement) == [
        ("Lars Ekström", "kommundirektör", None, "strangnas"),
        ("Jacob Högfeldt", "kommunstyrelsens ordförande", "M", "strangnas"),
        ("Oscar Nissfolk", "lokalpolisområdeschef", None, "police"),
    ]
    assert agreement.party("police").name == "lokalpolisområde Strängnäs/Eskilstuna"
    assert agreement.party("strangnas").name == "Strängnäs kommun"
    assert agreement.priorities == (
        "Att motverka rekryteringen av unga till den organiserade brottsligheten",
    )
    assert agreement.contacts == agreement.reviews == agreement.expected_effects == ()
    assert attributions(agreement) == [
        Attribution.HEADING,
        Attribution.STATED,
        Attribution.HEADING,
        *[Attribution.STATED] * 3,
    ]
