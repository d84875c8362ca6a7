from __future__ import annotations

import pytest

from medborgarloften.reading import PageKind
from medborgarloften.reading.pages import kind_of_page, parts_of, title_of
from medborgarloften.reading.promises.finding import find_promises
from medborgarloften.reading.sections import find_settings
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
