from __future__ import annotations

import pytest

from medborgarloften.model import How
from medborgarloften.reading.actors.area import find_area, name_of
from medborgarloften.reading.pages import title_of
from medborgarloften.reading.sections import find_settings
from medborgarloften.reading.text.document import Document
from medborgarloften.reference import municipality, municipality_by_code


def area(page, url=None):
    """The names of the municipalities that a page is of."""
    settings = find_settings(Document.of(page))
    title = title_of(settings)
    found = find_area(settings, [title] if title else [], url)
    codes = (each if isinstance(each, str) else each.value for each in found)
    return [municipality_by_code(code).name for code in codes]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Medborgarlöfte i Laxå\n\nHallsbergs kommun är granne.", ["Laxå"]),
        ("Askersunds kommun – medborgarlöften", ["Askersund"]),
        # a title that names a kommun is of it, whatever other place it names
        ("Medborgarlöfte i Laxå kommun och Hallsberg", ["Laxå"]),
        # without a name in the title, the kommun that the page most often names
        (
            "Nytt\n\nI Laxå kommun bor vi. Hallsbergs kommun var i Laxå kommun.",
            ["Laxå"],
        ),
        # and if it names none as one, the place
        ("Nytt löfte\n\nDet blir tryggare i Åsele.", ["Åsele"]),
        # who is asked, and what is method, is elsewhere
        ("Nytt löfte\n\nKontakt\n\nEva Ek, Laxå kommun", []),
        ("Nytt löfte", []),
    ],
)
def test_the_municipality_is_told_by_title_then_text(page, wanted):
    """
    The agreement's own title tells best.
    """
    assert area(page) == wanted


def test_several_municipalities_are_told_by_whom_the_agreement_is_between():
    """
    A copy is titled with one of them, or with none, and all are parties.
    """
    between = "Ett medborgarlöfte mellan polisen och kommunerna Laxå och Hallsberg."

    assert area(f"Laxå – medborgarlöften\n\n{between}") == ["Laxå", "Hallsberg"]
    assert area(f"Trygga tåg\n\n{between}") == ["Laxå", "Hallsberg"]
    assert area(f"Åsele – medborgarlöften\n\n{between}") == ["Åsele"]


def test_a_list_of_a_police_area_s_municipalities_is_no_agreement():
    """
    A police area is wider than the agreement.
    """
    page = (
        "Laxå – medborgarlöften\n\n"
        "I lokalpolisområdet finns kommunerna Laxå, Hallsberg och Askersund."
    )

    assert area(page) == ["Laxå"]


def test_the_address_tells_what_the_page_does_not():
    """
    Its last step that is a municipality counts, and has no words on the page.
    """
    url = "https://polisen.example/medborgarloften/orebro-lan/laxa/2020/"

    assert area("Nytt löfte", url) == ["Laxå"]
    assert area("Nytt löfte", "https://polisen.example/nyheter/") == []


def test_a_place_is_concluded_and_a_kommun_is_stated():
    """
    "Laxå" may be the town; "Laxå kommun" is the municipality.
    """
    hows = []
    for title in ("Medborgarlöfte i Laxå", "Medborgarlöfte i Laxå kommun"):
        settings = find_settings(Document.of(title))
        (cited,) = find_area(settings, [settings[0].line], None)
        hows.append(cited.how)

    assert hows == [How.INFERRED, How.STATED]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("I Strängnäs kommunen och Strängnäs kommun", "Strängnäs kommun"),
        ("I Strängnäs kommunen", "Strängnäs kommunen"),
        ("I Strängnäs", None),
    ],
)
def test_a_municipality_is_named_as_the_page_does(page, wanted):
    """
    A form in use comes before a slip, and a place is no name of a municipality.
    """
    settings = find_settings(Document.of(page))
    name = name_of(settings, municipality("Strängnäs").code)

    assert (name and name.value) == wanted
