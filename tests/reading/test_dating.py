from __future__ import annotations

from datetime import date

import pytest

from medborgarloften.model import How
from medborgarloften.reading import dating
from medborgarloften.reading.pages import title_of
from medborgarloften.reading.sections import find_settings
from medborgarloften.reading.text.document import Document
from medborgarloften.reading.text.stamps import PUBLISHED, UPDATED

MARCH = date(2022, 3, 16)


def settings_of(page):
    """What the lines of a page stand under."""
    return find_settings(Document.of(page))


def period_of(page, *, reference_day=None):
    """The period that a page states, with its wording and problems."""
    settings = settings_of(page)
    return dating.find_period(settings, title_of(settings), reference_day=reference_day)


def period(page):
    """The same, only its days."""
    return str(period_of(page).period)


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        # in the title, below a heading of its own, as a label, in a sentence
        ("Medborgarlöfte 2020 i Laxå", "2020"),
        ("Laxå\n\nTidsram\n2020 – 2021", "2020/2021"),
        ("Laxå\n\nTid\n1/7 2019 - 30/6 2021", "2019-07-01/2021-06-30"),
        ("Laxå\n\nLöftesperiod: 2019/2020", "2019/2020"),
        ("Laxå\n\nLöftet gäller 2020.", "2020"),
        ("Laxå\n\nLöftet gäller 2020, inte 2019-2021 som var tänkt.", "2020"),
        # what is best said counts
        (
            "Medborgarlöfte 2020\n\nLöftet gäller juni 2020 till maj 2021.",
            "2020-06/2021-05",
        ),
        (
            "Laxå – medborgarlöften\n\nMedborgarlöfte 2020\n\nLöftet bygger på 2019.",
            "2020",
        ),
        # below the best it is the lead, a quote, a caption, then the promises
        ("Nytt\n\nMedborgarlöftet för 2020 är klart.", "2020"),
        ("Nytt\n\n– Det blir ett löfte för 2020, säger Bo Al.", "2020"),
        ("Nytt\n\nBo Al med löftet för 2020. Foto: Eva Ek", "2020"),
        ("Laxå\n\nAktiviteter\n\n• Under 2020 ska polisen synas.", "2020"),
        ("Laxå\n\nAktiviteter\n\nUnder 2020 ska polisen synas.", "2020"),
        ("Laxå\n\nAktiviteter 2020\n\n• Synas", "2020"),
    ],
)
def test_a_period_is_read_where_the_page_states_it(page, wanted):
    """
    A heading or sentence of its own is better than a title, and that than the rest.
    """
    assert period(page) == wanted


@pytest.mark.parametrize(
    "page",
    [
        # surveys, dialogues, the umbrella and the site have years too
        "Laxå\n\nLöftet bygger på trygghetsmätningen 2017.",
        "Laxå\n\nVår samverkansöverenskommelse gäller 2019-2022.",
        "Laxå\n\nPublicerad 3 maj 2020",
        "Laxå\n\nKontakt\n\nSökes 2020",
        "Laxå\n\nLägesbild\n\n• Bränder under 2020",
        "Laxå\n\nDet var bättre 2020.",
        "Laxå\n\n– Det var bättre 2020, säger Bo Al.",
        "Laxå\n\nSommaren 2020\n\nDet blev varmt.",
        # a day is when something happens
        "Laxå\n\nI dag, 3 maj 2020, är medborgarlöftet klart.",
        "Laxå",
        "",
    ],
)
def test_other_years_are_no_period(page):
    """
    Most days on a page are of something else.
    """
    found = period_of(page)

    assert not found.period.is_stated
    assert found.wording is None
    assert found.problems == ()


def test_an_impossible_period_gives_no_days_and_a_problem_at_its_place():
    """
    There is no 31 June, and nobody may make up which day was meant.
    """
    page = "Laxå\n\nLöftet gäller från 31 juni 2023\n till 31 juni 2027."
    found = period_of(page)

    assert not found.period.is_stated
    assert found.wording.value == "från 31 juni 2023 till 31 juni 2027"
    assert found.problems
    for problem in found.problems:
        assert page[problem.span.start : problem.span.end] == problem.span.quote
        assert "31 juni" in problem.span.quote


def test_a_contradiction_gives_no_days_and_both_wordings():
    """
    A page that says two things cannot be believed in either.
    """
    found = period_of("Laxå\n\nLöftet gäller 2019.\n\nLöftet gäller 2021.")
    (problem,) = found.problems

    assert not found.period.is_stated
    assert problem.code == "period-contradictory"
    assert "2019" in problem.message
    assert "2021" in problem.message_sv
    assert problem.span.line == 5


@pytest.mark.parametrize(
    ("one", "other"), [("2020", "2020-2021"), ("2020-2021", "2020"), ("2020", "2020")]
)
def test_the_narrower_of_two_that_agree_counts(one, other):
    """
    "2020" within "2020-2021" is no contradiction.
    """
    page = f"Laxå\n\nLöftet gäller {one}.\n\nLöftet gäller {other}."

    assert period(page) == "2020"


def test_a_relative_period_is_counted_from_the_page_s_day():
    """
    "Ett år framåt" needs a day to be counted from.
    """
    page = "Laxå\n\nMedborgarlöftet gäller från och med nu och ett år framåt."
    found = period_of(page, reference_day=MARCH)

    assert found.period.first_day == MARCH
    assert found.period.last_day == date(2023, 3, 15)


@pytest.mark.parametrize(
    ("page", "stamp", "wanted"),
    [
        ("Publicerad: 21 januari 2020 · 15.47", PUBLISHED, date(2020, 1, 21)),
        ("Artikeln publicerades 6 mars 2023", PUBLISHED, date(2023, 3, 6)),
        ("Senast uppdaterad: 2020-05-03", UPDATED, date(2020, 5, 3)),
        ("Publicerad 2016-10-31 kl 15:41", PUBLISHED, date(2016, 10, 31)),
        ("Publicerad den 3 maj 2020", PUBLISHED, date(2020, 5, 3)),
        ("Publicerad:", PUBLISHED, None),
        ("Publicerad av Eva Ek som kom hit den 3 maj 2020", PUBLISHED, None),
        ("Den 3 maj 2020", PUBLISHED, None),
        ("Publicerad 31 juni 2020", PUBLISHED, None),
    ],
)
def test_a_stamp_gives_its_day(page, stamp, wanted):
    """
    The day follows the word at once; an empty stamp gives none.
    """
    found = dating.find_stamp(Document.of(page).lines, stamp)

    assert (found and found.value) == wanted


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Löftet undertecknades den 3 maj 2020.", date(2020, 5, 3)),
        ("Den 3 maj 2020 skrev Eva Ek och Bo Al under löftet.", date(2020, 5, 3)),
        # of several days the one next to the deed
        (
            "Löftet undertecknades den 3 maj 2020 efter mötet den 1 mars 2020.",
            date(2020, 5, 3),
        ),
        ("Vi lovar mer.\n\nLaxå den 3 maj 2020", date(2020, 5, 3)),
        ("Vi lovar mer.\n\nUpplands Väsby, 2020-05-03", date(2020, 5, 3)),
        # the days that it holds are not when it was signed
        ("Vi har undertecknat löftet som gäller 1 maj 2020 - 30 april 2021.", None),
        ("Boken undertecknades den 3 maj 2020.", None),
        ("Löftet är undertecknat.", None),
        ("Laxå den 3 maj 2020 var fint", None),
        ("Laxå den 3 maj", None),
        ("Laxå 4", None),
        ("Publicerad den 3 maj 2020", None),
        ("", None),
    ],
)
def test_the_day_of_signing(page, wanted):
    """
    It is said in a sentence about the agreement, or in a line of place and day.
    """
    found = dating.find_signed(settings_of(page))

    assert (found and found.value) == wanted


def test_a_day_without_a_year_is_concluded_from_the_page_s_day():
    """
    "I går, 15 mars" is the latest such day, and marked as concluded.
    """
    settings = settings_of("I går, 15 mars, undertecknades löftet.")
    found = dating.find_signed(settings, reference_day=MARCH)

    assert (found.value, found.how) == (date(2022, 3, 15), How.INFERRED)
    assert dating.find_signed(settings) is None


def test_the_day_of_decision():
    """
    The municipality decides, sometimes long before.
    """
    settings = settings_of("Kommunstyrelsen fastställde löftet den 19 mars 2020.")

    assert dating.find_decided(settings).value == date(2020, 3, 19)
    assert dating.find_signed(settings) is None
