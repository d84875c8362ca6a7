from __future__ import annotations

from datetime import date

import pytest

from medborgarloften.model import How, ValidityPeriod
from medborgarloften.reading import dating, read_text
from medborgarloften.reading.dating.occasions import find_stamp
from medborgarloften.reading.page.page import day_of_address, title_of
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.text.document import Document
from medborgarloften.reading.text.stamps import PUBLISHED, UPDATED

MARCH = date(2022, 3, 16)
MAY = "2020-05-01/2021-04-30"


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
        ("Laxå\n\n2020\n\nVi synas mer.", "2020"),
        ("Laxå\n\nMedborgarlöfte\n\nmellan Laxå kommun och polisen, 2020", "2020"),
        # what the parties mean to do tells it where nothing else does
        ("Laxå\n\nPolisen lovar under 2020 att synas.", "2020"),
        (
            "Laxå\n\nLägesbild\n\nEfter dialog har vi beslutat att under 2020 synas.",
            "2020",
        ),
        ("Laxå\n\nLägesbild\n\nUnder 2020 ska vi satsa på trafiken.", "2020"),
        ("Laxå\n\nFör 2020, kan vi säga, blir det ett medborgarlöfte.", "2020"),
        # it holds by a pronoun, by the noun of its length, and in what follows
        ("Laxå\n\nVårt löfte. Det gäller under hela 2020.", "2020"),
        ("Laxå\n\nGäller till och med 2020.", "/2020"),
        ("Laxå\n\nGiltighetstiden är 1 maj 2020 t.o.m. 30 april 2021.", MAY),
        ("Laxå\n\nArbetet ska påbörjas 1 maj 2020 och pågå t.o.m. 30 april 2021.", MAY),
        ("Laxå\n\nLöftet gäller 2020 och bygger på mätningen 2018.", "2020"),
        ("Laxå\n\nUnder löftesperioden 2020 innebär det för dig:", "2020"),
        # it replaces another, and begins as its title tells
        (
            "Löfte 2019-2020\n\nDet ersätter löftet från 2017 och gäller t.o.m. 2020.",
            "2019/2020",
        ),
        ("Löfte 2019\n\nLöftet gäller t.o.m. december 2020.", "/2020-12"),
        # what goes on says more than what does not, whichever is said first
        (
            (
                "Laxå\n\nVi har tecknat löfte för 2019.\n\n"
                "Löftet gäller 2019 eller till dess att ett nytt tecknas."
            ),
            "2019/2019..",
        ),
        (
            (
                "Laxå\n\nLöftet gäller 2019 eller till dess att ett nytt tecknas.\n\n"
                "Vi har tecknat löfte för 2019."
            ),
            "2019/2019..",
        ),
        # "avtalet" is the one that was just named
        (
            "Löfte 2020\n\nDet finns ett samverkansavtal. Avtalet gäller 2019-2022.",
            "2020",
        ),
        ("Nytt\n\nVi har ett löfte sedan maj. Avtalet gäller 2019-2022.", "2019/2022"),
        ("Nytt\n\nAvtalet gäller 2019-2022.", "2019/2022"),
        ("Laxå\n\nLöftet, som hör till samverkansavtalet, gäller 2020.", "2020"),
        # its beginning and its end may stand apart
        ("Löftet gäller från 1 maj 2020.\n\nLöftet gäller till 30 april 2021.", MAY),
        ("Löftet gäller till 30 april 2021.\n\nLöftet gäller från 1 maj 2020.", MAY),
        # the second row of a title, and a part of a year
        ("Medborgarlöfte\nSala - andra kvartalet 2020\n\nVi synas mer.", "2020-34"),
        ("Medborgarlöfte\nHösten 2020\n\nVi syns mer.", "2020-23"),
        # "perioden" of what is spoken of, if anything is
        ("Medborgarlöfte\n\nVi tänker på dig. Perioden är 1/5 2020 - 30/4 2021.", MAY),
        ("Medborgarlöfte\n\nVårt löfte är här. Perioden är 2020.", "2020"),
        # the one that is to follow, last year's and the umbrella are others'
        (
            "Löftet gäller till maj 2020. Ett nytt ska undertecknas under våren 2020.",
            "/2020-05",
        ),
        (
            "Löfte 2020\n\nVi har avtal om samverkan. Det nya avtalet löper 2019-2024.",
            "2020",
        ),
        (
            "Sala\n\nVi har avtal om samverkan och ett löfte. Det avtalet gäller 2020.",
            "2020",
        ),
        # an extension is told apart
        ("Löftet gäller 2020.\n\nLöftet har förlängts till 30 juni 2021.", "2020"),
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
        "Laxå\n\nLöftet bygger på samverkansavtalet. Det är från 2018.",
        "Laxå\n\nSamverkansavtalet är klart. Det gäller 2019-2022.",
        "Laxå\n\nI mars 2020 tecknade vi ett medborgarlöfte.",
        "Laxå\n\nFörra årets löfte gällde 2019.",
        "Laxå\n\nMedborgarlöfte 2018-2019 (pdf, 240 kB)",
        "Medborgarlöfte\n\nVi ses.\n\nMedborgarlöfte 2019\n\nMedborgarlöfte 2018",
        "Laxå\n\nUppföljning\n\nLöftet för 2019 gav mycket.",
        "Laxå\n\nEffekter\n\nUnder 2020 ska brotten bli färre.",
        "Laxå\n\nSituationen idag\n\nUnder 2020 har polisen sagt att den ska synas.",
        "Laxå\n\nUppföljning 2019\n\nLöftena går bra.",
        "Laxå\n\nDet gör vi om 2019 blir bra.",
        # a time within a promise is not the agreement's, nor are years of two
        "Laxå\n\nAktiviteter\n\n• Under hösten 2020 ska polisen synas.",
        "Laxå\n\nAktiviteter\n\n• Synas under 2020.\n• Cykla under 2021.",
        # a day that nobody has filled in
        "Laxå\n\nAktiviteter\n\n• Vi ska synas.\n\nLaxå den      2020",
        "Uppföljning av medborgarlöfte, kvartal 1 2020\n\nDet gick bra.",
        "Löftet gäller i två år.",
        "Laxå\n\nBakgrund 2019\n\nVi bor här.",
        "Laxå\n\nLöftet tecknades i mars 2020.",
        "Laxå\n\nBoken gäller 2020.",
        "Laxå\n\nUnder 2020, då vi växte, gjordes en mätning.",
        "Medborgarlöfte\n\nVi ses.\n\nMedborgarlöfte 2019\n\nKontakt\n\nRing oss.",
        # a second row is no title where it says more, or has a gap above it
        "Medborgarlöfte\nMöte på torget, andra kvartalet 2020\n\nVi syns.",
        "Medborgarlöfte\nAndra kvartalet 2020 på torget\n\nVi syns.",
        "Medborgarlöfte\n\nSala - andra kvartalet 2020\n\nVi syns.",
        "Sala – medborgarlöften\n\nVår mätning är här. Perioden är 2020.",
        "Boken\n\nUppföljning\n\nPerioden är 2020.",
        "Laxå\n\nEtt nytt löfte ska undertecknas under 2020.",
        "Laxå\n\nEtt nytt löfte kommer att skrivas under under våren 2020.",
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


def test_what_is_impossible_in_the_lead_is_told_too():
    """
    If nothing says it better, the lead's slip is the page's.
    """
    page = "Nytt\n\n– Löftet för 31 juni 2019 - 31 juni 2020 är bra, säger Bo Al."
    found = period_of(page)

    assert not found.period.is_stated
    assert found.problems


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
    "page",
    [
        # heading against sentence, and a length that is another
        "Medborgarlöfte 2019\n\nLöftet gäller 2021-2022.",
        "Medborgarlöfte 2020-2021\n\nLöftet gäller under ett år.",
        "Laxå\n\nLöftet gäller 2024 och tills vidare.\n\nLöftet gäller i tre år.",
        # two that only begin, two that only end, and an end in another year
        "Laxå\n\nLöftet gäller från 1 maj 2022.\n\nLöftet gäller från 1 juni 2022.",
        "Laxå\n\nLöftet gäller till maj 2022.\n\nLöftet gäller till juni 2022.",
        "Medborgarlöfte 2022–2023\n\nLöftet gäller till och med maj 2024.",
        "Laxå\n\nLöftet gäller 2021-2022.\n\nLöftet gäller till och med 2024.",
        "Laxå\n\nLöftet gäller till och med 2024.\n\nLöftet gäller 2021-2022.",
    ],
)
def test_what_is_said_in_two_places_must_be_able_to_be_so(page):
    """
    A template's sentence left in makes the period doubtful.
    """
    found = period_of(page)

    assert not found.period.is_stated
    assert [problem.code for problem in found.problems] == ["period-contradictory"]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Medborgarlöfte 2020-2021\n\nLöftet gäller i två år.", "2020/2021"),
        # a title's one year may be that of its signing
        ("Medborgarlöfte 2020\n\nLöftet gäller till och med maj 2021.", "/2021-05"),
        (
            "Laxå\n\nLöftet gäller från 2022.\n\nLöftet gäller från maj 2022.",
            "2022-05/",
        ),
        (
            "Laxå\n\nLöftet gäller till 2022.\n\nLöftet gäller till maj 2022.",
            "/2022-05",
        ),
        ("Laxå\n\nLöftet gäller till 2021.\n\nLöftet gäller i två år.", "/2021"),
        ("Laxå\n\nLöftet gäller från 2021.\n\nLöftet gäller i två år.", "2021/"),
        (
            "Löftet gäller från 1 maj 2020.\n\nLöftet gäller till 30 april 2019.",
            "",
        ),
    ],
)
def test_what_can_be_said_of_one_agreement_is(page, wanted):
    """
    A length that fits is no contradiction; an end before the beginning is one.
    """
    found = period_of(page)

    assert (str(found.period) if found.period.is_stated else "") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("och gäller därefter i två år", "2018-02-01/2020-01-31"),
        (
            "och löper från den dagen och pågår till och med maj 2019",
            "2018-02-01/2019-05",
        ),
        ("och gäller från dess till och med maj 2017", "/2017-05"),
        ("och gäller från dess till och med 2018", "2018-02-01/2018"),
        ("och börjar gälla direkt och pågår fram till maj 2019", "2018-02-01/2019-05"),
        ("och gäller därefter i 30 dagar", "/"),
        ("och gäller därefter från mars 2018 till maj 2018", "2018-03/2018-05"),
    ],
)
def test_what_holds_from_that_day_holds_from_the_signing(said, wanted):
    """
    "Därefter" and "från den dagen" count from the day just told of.
    """
    page = f"Laxå\n\nLöftet undertecknades den 1 februari 2018 {said}."

    assert period(page) == wanted


def test_that_day_is_nothing_where_no_day_is_told():
    """
    "Därefter" counts from a signing that has a day, and from nothing else.
    """
    assert period("Laxå\n\nLöftet undertecknades och gäller därefter i två år.") == "/"


@pytest.mark.parametrize(
    ("said", "day", "right"),
    [
        ("Måndagen den 6 september 2016", date(2016, 9, 6), "tisdag"),
        ("söndag 3 maj 2019", date(2019, 5, 3), "fredag"),
    ],
)
def test_a_weekday_that_its_date_is_not_is_told(said, day, right):
    """
    The date is read, and the problem stands where the words do, in both languages.
    """
    page = f"Laxå\n\n{said} undertecknades medborgarlöftet."
    settings = settings_of(page)
    (problem,) = dating.find_wrong_weekdays(settings)

    assert dating.find_signed(settings).value == day
    assert problem.code == "weekday-mismatch"
    assert str(day) in problem.message
    assert right in problem.message_sv
    assert problem.span.quote == said


@pytest.mark.parametrize(
    "page",
    [
        "Tisdagen den 6 september 2016 skrev vi.",
        "Måndagen den 6 september skrev vi.",
        "Måndagen den 6:e, inte 6 september 2016.",
        "Måndagen den 31 september 2016.",
        "Vandring måndag och torsdag.",
    ],
)
def test_a_weekday_is_held_against_a_whole_day_of_its_own(page):
    """
    A weekday that is right, and one that no day with a year follows, are no slips.
    """
    assert dating.find_wrong_weekdays(settings_of(page)) == ()


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2019/07/02/bra-dialog/", date(2019, 7, 2)),
        ("https://police.example/2018/augusti/14/lofte/", date(2018, 8, 14)),
        ("https://town.example/2022-05-23-nytt-lofte.html", date(2022, 5, 23)),
        ("https://police.example/2018/augusti/lofte/", None),  # no whole day
        ("https://news.example/2019/02/31/", None),  # no such day
        ("https://news.example/2019/sida/2/", None),
        ("https://news.example/2019/07-02/", None),
        ("https://news.example/12019/07/02/", None),
        ("https://town.example/lofte", None),
    ],
)
def test_an_address_may_tell_the_day_of_publication(url, day):
    """
    Only a whole day counts: a folder of a year or a month tells too little.
    """
    assert day_of_address(url) == day


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Löftet gäller i ett år från undertecknandet.", "2020-05-03/2021-05-02"),
        ("Löftet gäller de kommande två åren.", "2020-05-03/2022-05-02"),
        ("Löftet gäller från och med nu och ett år framåt.", "2020-05-03/2021-05-02"),
        (
            "Löftet gäller de kommande två åren, fram till 3 maj 2022.",
            "2020-05-03/2022-05-03",
        ),
        ("Löftet gäller de kommande två åren, till och med 2023.", None),
    ],
)
def test_a_period_from_signing_is_counted_from_the_day_of_signing(page, wanted):
    """
    A page that was changed later says nothing of when the agreement began.
    """
    told = f"{page}\n\nLaxå den 3 maj 2020\n\nUppdaterad 2022-03-16"
    found = period_of(told, reference_day=MARCH)

    assert wanted is None or str(found.period) == wanted


@pytest.mark.parametrize(
    ("page", "on", "last_day"),
    [
        (
            "(Uppdatering 2021-01-29: Löftet har förlängts till den 30 juni 2021.)",
            date(2021, 1, 29),
            date(2021, 6, 30),
        ),
        ("Löftet förlängs med ett år.", None, date(2021, 12, 31)),
        (
            "De som gällde för 2020 förlängs till och med 2021.",
            None,
            date(2021, 12, 31),
        ),
        ("Löftet förlängs till nästa löfte skrivs.", None, None),
        ("2021-01-29: Löftet har förlängts tills vidare.", date(2021, 1, 29), None),
    ],
)
def test_an_extension_is_found_with_its_day_and_words(page, on, last_day):
    """
    It keeps the agreement's own period, and tells the new end.
    """
    original = ValidityPeriod.of_year(2020)
    (found,) = dating.find_extensions(settings_of(page), original=original)

    assert (found.value.on, found.value.last_day) == (on, last_day)
    assert page[found.span.start : found.span.end] == found.value.wording


@pytest.mark.parametrize(
    "page",
    [
        "Löftet kan förlängas till och med 2021 om parterna vill.",
        "Löftet gäller 2020 och kan förlängas.",
        "Löftet kan förlängas tills vidare.",
        "Löftet gäller 2021.",
        "Löftet förlängs till 2020.",
        "Det förlängs inte. Löftet gäller 2021.",
    ],
)
def test_what_may_be_prolonged_is_not(page):
    """
    A clause that the parties may prolong it is no change.
    """
    original = ValidityPeriod.of_year(2020)

    assert dating.find_extensions(settings_of(page), original=original) == ()


@pytest.mark.parametrize(
    ("one", "other"), [("2020", "2020-2021"), ("2020-2021", "2020"), ("2020", "2020")]
)
def test_the_narrower_of_two_that_agree_counts(one, other):
    """
    "2020" within "2020-2021" is no contradiction.
    """
    page = f"Laxå\n\nLöftet gäller {one}.\n\nLöftet gäller {other}."

    assert period(page) == "2020"


def test_what_is_said_of_last_year_is_no_period():
    """
    Last year's promises have a year too, counted from the page's day.
    """
    page = "Nytt\n\nLöftet för 2022 är klart.\n\nFörra årets löfte handlade om fart."

    assert str(period_of(page, reference_day=MARCH).period) == "2022"


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
        ("Den 3 maj 2020 kom vi hit", PUBLISHED, None),
        # after what else may be called so, by whom, in English, as a number
        ("Nyheter | Publicerad 3 maj 2020", PUBLISHED, date(2020, 5, 3)),
        ("Publicerad av Eva Ek 3 maj 2020", PUBLISHED, date(2020, 5, 3)),
        ("PRESSMEDDELANDE 2020-05-03", PUBLISHED, date(2020, 5, 3)),
        ("Publicerad av: Eva Ek den 3 maj 2020", PUBLISHED, date(2020, 5, 3)),
        # the hour may come before the day
        ("Publicerad 8:41, 3 maj 2020", PUBLISHED, date(2020, 5, 3)),
        (
            "Uppdaterad kl. 21.14 4 maj 2020 | Publicerad 16:02 3 maj 2020",
            PUBLISHED,
            date(2020, 5, 3),
        ),
        (
            "Uppdaterad kl. 21.14 4 maj 2020 | Publicerad 16:02 3 maj 2020",
            UPDATED,
            date(2020, 5, 4),
        ),
        # and the writer after it
        ("Nytt löfte\n\n3 maj 2020 Text & foto: Eva Ek", PUBLISHED, date(2020, 5, 3)),
        ("Nytt löfte\n\n3 maj 2020 Av Eva Ek", PUBLISHED, date(2020, 5, 3)),
        ("Nytt löfte\n\n3 maj 2020 Text om allt", PUBLISHED, None),
        ("Sidan publicerad 03MAJ2020 Ändrad 04MAJ2020", PUBLISHED, date(2020, 5, 3)),
        ("Publicerad 3 maj 2020 | Granskad: 2021-02-01", UPDATED, date(2021, 2, 1)),
        # a day alone above the text
        ("Nytt löfte\n\n2020-05-03 | Trygghet", PUBLISHED, date(2020, 5, 3)),
        ("May 3, 2020 08:52 CET\n\nNytt löfte", PUBLISHED, date(2020, 5, 3)),
        ("3 maj 2020 Uppdaterad 4 maj 2020", PUBLISHED, date(2020, 5, 3)),
        ("3 maj 2020", UPDATED, None),
        ("• 2020-05-03", PUBLISHED, None),
        ("Nytt löfte\n\nLaxå 2020-05-03", PUBLISHED, None),
        ("Publicerad 31 juni 2020", PUBLISHED, None),
    ],
)
def test_a_stamp_gives_its_day(page, stamp, wanted):
    """
    The day follows the word at once; an empty stamp gives none.
    """
    found = find_stamp(Document.of(page).lines, stamp)

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
        # by a pronoun, in the sentence above, at the beginning of a block
        ("Löftet är klart. Det undertecknades den 3 maj 2020.", date(2020, 5, 3)),
        ("Boken är klar. Den undertecknades den 3 maj 2020.", None),
        ("Avtal sluts. Det skrevs på löftet.", None),
        ("Den 3 maj 2020 var det dags. Då skrev vi under löftet.", date(2020, 5, 3)),
        ("Löftet tecknat.\n\nUndertecknat den 3 maj 2020", date(2020, 5, 3)),
        ("Vi lovar mer.\n\nKumla 20-05-03", date(2020, 5, 3)),
        ("Vi lovar mer.\n\nKumla 20-31-03", None),
        # in the ways that news tell it
        ("Undertecknades den 3 maj 2020 av kommunen.", date(2020, 5, 3)),
        ("Löftet skrivs under den 3 maj 2020.", date(2020, 5, 3)),
        ("Den 3 maj 2020 skrevs det nya löftet på.", date(2020, 5, 3)),
        ("Den 3 maj 2020 skakade vi hand på ett nytt löfte.", date(2020, 5, 3)),
        ("Vi lovar mer.\n\nKisa och Österbymo den 3 maj 2020", date(2020, 5, 3)),
        ("Vi lovar mer.\n\nUppföljning 20200503", None),
        ("Vi lovar mer.\n\nTorsdagen den 3 maj 2020", None),
        # its day or its years may stand within the verb
        ("Löftet skrevs den 3 maj 2020 under av Eva Ek.", date(2020, 5, 3)),
        (
            "Den 3 maj 2020 skrevs löftet för 2021 i Laxå under av Eva Ek.",
            date(2020, 5, 3),
        ),
        # a day by itself is one only below names that sign
        (
            "Vi lovar.\n\nSignerat av\nEva Ek, polischef\nBo Al, kommunchef\n20.05.03",
            date(2020, 5, 3),
        ),
        ("Signerat av\nEva Ek, polischef\n31.31.31", None),
        ("Vi lovar.\n\nVi ses\n\nEva Ek, polischef\n20.05.03", None),
        ("Signerat av\nEva Ek\nVi ses 2020-05-03", None),
        ("Signerat av" + 9 * "\n\nEva Ek" + "\n\n20.05.03", None),
        # of two deeds each has its own
        ("Löftet antogs den 3 maj 2020 och har sedan undertecknats.", None),
        ("Löftet undertecknades, sedan det antogs den 3 maj 2020.", None),
        # what is to be signed is not yet, and what else is signed is nothing
        ("Löftet ska undertecknas den 3 maj 2020. Löftet har tecknats.", None),
        ("Löftet ska nu ha undertecknats eller ska undertecknas 3 maj 2020.", None),
        ("Samverkansavtalet undertecknades den 3 maj 2020.", None),
        ("Löftet undertecknat 2020-05-03 (pdf, 4 kB)", None),
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


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("I dag", date(2022, 3, 16)),
        ("I går", date(2022, 3, 15)),
        ("I förrgår", date(2022, 3, 14)),
        ("I fredags", date(2022, 3, 11)),
        ("I onsdags", date(2022, 3, 9)),
        ("På onsdagen", date(2022, 3, 16)),
        ("Under torsdagen", date(2022, 3, 10)),
        ("På tisdagskvällen", date(2022, 3, 15)),
        ("Nyligen", None),
    ],
)
def test_a_day_may_be_counted_from_that_of_publication(said, wanted):
    """
    "I går" is the day before the page was published, and nothing else.
    """
    page = f"{said} undertecknades löftet."
    found = dating.find_signed(settings_of(page), reference_day=MARCH)

    assert (found and found.value) == wanted
    assert found is None or found.how is How.INFERRED


def test_a_day_is_not_counted_from_that_of_a_change():
    """
    Years may lie between a page and its last change.
    """
    page = "I går undertecknades löftet.\n\nUppdaterad 2022-03-16"
    published = f"{page}\n\nPublicerad 2022-03-10"

    assert dating.find_signed(settings_of(page), reference_day=MARCH) is None
    assert dating.find_signed(
        settings_of(published), reference_day=MARCH
    ).value == date(2022, 3, 9)


def test_the_calendar_has_a_first_day():
    """
    Before it there is no yesterday.
    """
    settings = settings_of("I går undertecknades löftet.")

    assert dating.find_signed(settings, reference_day=date.min) is None


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Beslutad av kommunstyrelsen 2020-03-19 § 9", date(2020, 3, 19)),
        ("Löftet antogs av fullmäktige den 19 mars 2020.", date(2020, 3, 19)),
        ("Den 19 mars 2020 beslutade nämnden om löftet.", date(2020, 3, 19)),
        (
            "Löftet undertecknades den 3 maj 2020 och fastställdes den 19 mars 2020.",
            date(2020, 3, 19),
        ),
        # what it rests on, and what else is decided
        ("Löftet bygger på lägesbilden som fastställdes den 19 mars 2020.", None),
        ("Fullmäktige beslutade om modellen den 19 mars 2020.", None),
        ("Nämnden beslutade om bilen den 19 mars 2020.", None),
        ("Löftet beslutades av kommunstyrelsen.", None),
        ("Löftet antogs 2020-03-19 (pdf)", None),
    ],
)
def test_the_day_of_decision_is_the_agreement_s(page, wanted):
    """
    Much else is decided.
    """
    found = dating.find_decided(settings_of(page))

    assert (found and found.value) == wanted


def test_the_day_of_decision():
    """
    The municipality decides, sometimes long before.
    """
    settings = settings_of("Kommunstyrelsen fastställde löftet den 19 mars 2020.")

    assert dating.find_decided(settings).value == date(2020, 3, 19)
    assert dating.find_signed(settings) is None


def test_the_address_tells_the_day_that_the_page_does_not():
    """
    What the page itself says of its publication comes before its address.
    """
    url = "https://news.example/2019/07/02/nytt-lofte/"
    page = "Löfte 2019 i Laxå kommun\n\nPolisen lovar att:\n\n• vandra"
    (told,) = read_text(page, url=url).agreements
    (said,) = read_text(f"{page}\n\nPublicerad 2019-07-03", url=url).agreements

    assert told.published_on == date(2019, 7, 2)
    assert said.published_on == date(2019, 7, 3)


def test_a_paper_counts_all_its_days_from_its_stamp():
    """
    The hour in the stamp, the caption and "nästa år" are read as a reader would.
    """
    page = (
        "Säfflebladet\n\nTryggare vid hamnen\n\nPublicerad 7:30, 9 nov 2019\n\n"
        "Hamnen ska kännas trygg, lovar Säffle kommun och polisen i ett "
        "medborgarlöfte som skrevs under på torsdagen.\n\n"
        "Lättade efter underskrifterna: Eva Ek, kommunchef, och Bo Al, "
        "lokalpolisområdeschef. I bakgrunden kommunens Mia Gran. FOTO: GUN ÖR\n\n"
        "Löftet börjar gälla direkt och pågår fram till mars nästa år.\n\n"
        "Polisen ska patrullera i hamnen två kvällar i veckan.\n\n"
        "Förra årets löfte handlade om tågen."
    )
    (agreement,) = read_text(page).agreements

    assert agreement.published_on == date(2019, 11, 9)
    assert agreement.signed_on == date(2019, 11, 7)
    assert str(agreement.period) == "2019-11-07/2020-03"
    assert [each.name for each in agreement.signatories] == ["Eva Ek", "Bo Al"]
