from __future__ import annotations

import pytest

from medborgarloften.reading import PageKind
from medborgarloften.reading.page.page import kind_of_page, title_of
from medborgarloften.reading.page.parting import parts_of
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.promises.finding import find_promises
from medborgarloften.reading.text.document import Document


def settings_of(page):
    """What the lines of a page stand under."""
    return find_settings(Document.of(page))


def parts(page):
    """The agreements of a page: their own titles and promises."""
    settings = settings_of(page)
    return [
        (part.title and part.title.text, [found.text for found in part.promises])
        for part in parts_of(settings, find_promises(settings))
    ]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Laxå\n\nMedborgarlöfte 2020\n\nVi lovar.", "Medborgarlöfte 2020"),
        ("Publicerad 2020\n\nTryggt i Laxå\n\nVi lovar mer.", "Tryggt i Laxå"),
        ("vi lovar mer.", "vi lovar mer."),
        ("Laxå: så gör vi\n\nAktiviteter\n\nVi lovar.", "Laxå: så gör vi"),
        ("Sök", None),
    ],
)
def test_the_title_is_the_heading_that_speaks_of_the_promises(page, wanted):
    """
    Else it is the first heading, and else the first line; never a stamp.
    """
    title = title_of(settings_of(page))

    assert (title and title.text) == wanted


@pytest.mark.parametrize(
    ("page", "url", "promises", "kind"),
    [
        ("Medborgarlöfte 2020", None, True, PageKind.AGREEMENT),
        ("Nytt medborgarlöfte klart", None, True, PageKind.NEWS),
        ("Medborgarlöfte\n\n– Bra, säger Bo Al.", None, True, PageKind.NEWS),
        ("Medborgarlöfte", "https://laxa.example/nyheter/x", True, PageKind.NEWS),
        ("Uppföljning av medborgarlöfte", None, True, PageKind.FOLLOW_UP),
        ("Så gick det med medborgarlöftet", None, False, PageKind.FOLLOW_UP),
        (
            "Medborgarlöften\n\nDet är ett sätt att lyssna.",
            None,
            False,
            PageKind.METHOD,
        ),
        (
            "Laxå\n\nMedborgarlöften – så funkar det\n\nVi frågar.",
            None,
            False,
            PageKind.METHOD,
        ),
        # news may say what it is, and quotes somebody
        (
            "Avtal klart\n\nDet är ett sätt att lyssna.\n\n– Bra, säger Bo Al.",
            None,
            False,
            PageKind.NEWS,
        ),
        # more is told of what was done than is promised
        (
            "Laxå\n\n• Pass: 118 genomförda. Klart\n• Möten: 2 hölls. Klart",
            None,
            True,
            PageKind.FOLLOW_UP,
        ),
        ("Nytt medborgarlöfte", None, False, PageKind.NEWS),
        ("Medborgarlöften", None, False, PageKind.OTHER),
        ("Sök", "https://laxa.example/nyheter/", False, PageKind.OTHER),
    ],
)
def test_what_sort_of_page_it_is(page, url, promises, kind):
    """
    Title, address, quotes and whether there are promises tell.
    """
    settings = settings_of(page)
    title = title_of(settings)

    assert kind_of_page(settings, title, url, promises=promises) is kind


def test_a_page_may_hold_several_agreements():
    """
    Each begins at a heading with another period; what is above goes with the first.
    """
    page = (
        "Laxå – medborgarlöften\n\nMedborgarlöften 2022\n\n• Vi ska synas.\n\n-----\n\n"
        "Medborgarlöften 2021\n\n• Vi ska röja.\n• Vi ska mäta.\n\n"
        "Medborgarlöften 2020\n\n• Vi ska ses."
    )

    assert parts(page) == [
        ("Medborgarlöften 2022", ["Vi ska synas."]),
        ("Medborgarlöften 2021", ["Vi ska röja.", "Vi ska mäta."]),
        ("Medborgarlöften 2020", ["Vi ska ses."]),
    ]


def test_each_place_may_have_an_agreement_of_its_own():
    """
    Lines of a place and a period part a page, though the periods be the same.
    """
    page = (
        "Medborgarlöften i Laxå\n\nEtt för varje del.\n\n"
        "Röfors: 2022\n\n• Polisen ska synas.\n\n"
        "Hasselfors: 2022\n\n• Polisen ska mäta.\n\n"
        "Finnerödja: 1 maj 2022 - augusti 2022\n\n• Polisen ska ses."
    )

    assert parts(page) == [
        ("Röfors: 2022", ["Polisen ska synas."]),
        ("Hasselfors: 2022", ["Polisen ska mäta."]),
        ("Finnerödja: 1 maj 2022 - augusti 2022", ["Polisen ska ses."]),
    ]


@pytest.mark.parametrize(
    "page",
    [
        # a place by itself, or with no promise; what stands below each; other labels
        "Medborgarlöfte\n\nNäs: 2020\n\n• Vi ska synas.\n• Vi ska ses.",
        "Medborgarlöfte\n\nNäs: 2020\n\n• Vi ska synas.\n• Vi ska ses.\n\nEd: 2021",
        "Medborgarlöfte\n\nNäs: 2020\n\nEd: 2021\n\n• Vi ska synas.\n• Vi ska ses.",
        "Löfte\n\nKlart: 2020\n\n• Vi ska synas.\n\nKlart: 2021\n\n• Vi ska ses.",
        "Löfte\n\nNäset: bra\n\n• Vi ska synas.\n\nEdet: 2021 dit\n\n• Vi ska ses.",
        "Löfte\n\nTid: 2020\n\n• Vi ska synas.\n\nPeriod: 2020\n\n• Vi ska ses.",
    ],
)
def test_a_label_with_a_year_begins_no_agreement(page):
    """
    Only a place and a period, above promises of its own, and not alone, does.
    """
    assert [texts for _, texts in parts(page)] == [["Vi ska synas.", "Vi ska ses."]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Medborgarlöfte 2022 för Tierps kommun",
            "Medborgarlöfte 2022 för Heby kommun",
        ),
        ("Medborgarlöfte 2022 Farsta", "Medborgarlöfte 2022 Skarpnäck"),
        ("Medborgarlöfte 2022 i Farsta", "Skarpnäck – medborgarlöfte 2022"),
        ("Medborgarlöfte Falun, Bjursås", "Medborgarlöfte Falun, Grycksbo"),
        ("Gnesta 2022", "Trosa 2022"),
        ("Gnesta 2022", "Gnesta 2021"),
        ("Farsta 2022", "Skarpnäck 2022"),
    ],
)
def test_a_heading_of_another_place_begins_another_agreement(first, second):
    """
    Of another municipality or district, though the period be the same.
    """
    page = (
        f"Om medborgarlöften\n\n{first}\n\n• Vi ska synas.\n\n{second}\n\n• Vi ska ses."
    )

    assert parts(page) == [(first, ["Vi ska synas."]), (second, ["Vi ska ses."])]


@pytest.mark.parametrize(
    "page",
    [
        "Medborgarlöfte för Orsa, Mora och Älvdalen\n\n{}Orsa kommun{}Mora kommun{}",
        "Nytt\n\nMedborgarlöftet är mellan kommunerna Ale och Laxå.\n\n{}Ale{}Laxå{}",
        "Medborgarlöfte för Farsta och Skarpnäck\n\n{}Farsta{}Skarpnäck{}",
    ],
)
def test_places_that_have_one_agreement_together_may_have_a_heading_each(page):
    """
    A title or a sentence tells that they do.
    """
    heading, promise = "Medborgarlöfte i ", "\n\n• Vi ska synas.\n\n"
    filled = page.format(heading, promise + heading, "\n\n• Vi ska ses.")

    assert parts(filled) == [(None, ["Vi ska synas.", "Vi ska ses."])]


def test_years_below_a_place_are_of_that_place():
    """
    Each part knows the heading that tells whose it is.
    """
    settings = settings_of(
        "Medborgarlöfte 2022 för Tierps kommun\n\n• Vi ska synas.\n\n"
        "Medborgarlöfte 2022 för Heby kommun\n\n• Vi ska ses.\n\n"
        "Medborgarlöfte 2021\n\n• Vi ska röja."
    )
    found = parts_of(settings, find_promises(settings))

    named = [part.place.text.partition(" för ")[2] for part in found]
    assert named == ["Tierps kommun", "Heby kommun", "Heby kommun"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # a place that is none, a place in a theme, and where it was signed
        ("Hult 2022", "Ed 2021"),
        ("Medborgarlöfte i Ale", "Medborgarlöfte om Farsta"),
        ("Medborgarlöfte i Farsta", "Medborgarlöfte om parken i Skarpnäck"),
        # the same again, by another form
        ("Medborgarlöfte i Ale", "Medborgarlöfte för Ale kommun"),
        ("Medborgarlöfte i Farsta", "Medborgarlöfte för Farsta"),
    ],
)
def test_a_heading_that_tells_no_other_place_begins_no_agreement(first, second):
    """
    A place in a theme is not what the agreement is about.
    """
    page = f"{first}\n\n• Vi ska synas.\n\n{second}\n\n• Vi ska ses."

    assert [texts for _, texts in parts(page)] == [["Vi ska synas.", "Vi ska ses."]]


def test_where_and_when_it_was_signed_begins_no_agreement():
    """
    It is a place and a day like a heading, but nothing is promised below it.
    """
    page = "Medborgarlöfte\n\nAle 2018\n\n• Vi ska ses.\n\nAle den 4 maj 2018\n\nBo Al"

    assert parts(page) == [(None, ["Vi ska ses."])]


@pytest.mark.parametrize(
    "page",
    [
        # the same period again, a heading without one, and one of a follow-up
        "Medborgarlöfte 2020\n\n• Vi ska synas.\n\nMedborgarlöfte 2020\n• Vi ska ses.",
        "Medborgarlöfte 2020\n\n• Vi ska synas.\n\nMedborgarlöften\n\n• Vi ska ses.",
        "Medborgarlöfte 2020\n\n• Vi ska synas.\n• Vi ska ses.\n\nUppföljning 2019",
        # another period before any promise is only better said
        "Medborgarlöfte 2019\n\nMedborgarlöfte 2020\n\n• Vi ska synas.\n• Vi ska ses.",
        "Medborgarlöfte 31 juni 2020\n\n• Vi ska synas.\n• Vi ska ses.",
    ],
)
def test_one_agreement_is_not_cut(page):
    """
    Only a heading with another period begins another agreement.
    """
    assert parts(page) == [(None, ["Vi ska synas.", "Vi ska ses."])]


def test_a_page_without_promises_is_one_part():
    """
    What promises nothing is not cut either.
    """
    assert parts("Medborgarlöfte 2020\n\nMedborgarlöfte 2021") == [(None, [])]
