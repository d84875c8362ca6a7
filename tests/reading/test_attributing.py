from __future__ import annotations

import pytest

from medborgarloften.model import Attribution
from medborgarloften.reading import read_text

TITLE = "Medborgarlöfte 2022 för Tierps kommun\n\n"
TWO = "Medborgarlöfte 2022 för Orsa och Älvdalens kommuner\n\nVi lovar\n\n• "


def promises(page):
    """The promises of a page with one agreement."""
    (agreement,) = read_text(page).agreements
    return agreement.promises


@pytest.mark.parametrize(
    "item",
    [
        "Kommunen informeras om läget varje vecka",
        "Kommunen bjuds in till dialog varje månad",
        "att kommunen kontaktas inom en timme",
        "Att kommunen får en lägesbild",
        "Kommunen erbjuds stöd",
        "Kommunen ska alltid informeras om läget",
        "Skolan besöks varje vecka",
    ],
)
def test_who_receives_does_not_promise(item):
    """
    Below "Polisen lovar:" it is the police who inform the municipality.
    """
    (promise,) = promises(f"{TITLE}Polisen lovar:\n• {item}")

    assert promise.promisors == ("police",)
    assert promise.attribution is Attribution.HEADING


@pytest.mark.parametrize(
    "item",
    [
        "Kommunen tänder lampor",
        "Kommunen finns på plats",
        "Kommunen ska synas i centrum",
        "Kommunen ska tillsammans med skolan röja",
    ],
)
def test_who_does_something_below_another_s_heading_promises(item):
    """
    "Finns" ends as a passive does, and is none.
    """
    (promise,) = promises(f"{TITLE}Polisen lovar:\n• {item}")

    assert promise.promisors == ("tierp",)
    assert promise.attribution is Attribution.STATED


def test_who_receives_below_a_heading_of_its_own_is_named_by_the_promise():
    """
    Only somebody else's heading tells who does it.
    """
    (promise,) = promises(f"{TITLE}Kommunen lovar:\n• Kommunen får en fältgrupp")
    (joint,) = promises(f"{TITLE}Vi lovar:\n• Kommunen informeras varje vecka")

    assert (promise.promisors, promise.attribution) == (
        ("tierp",),
        Attribution.STATED,
    )
    assert joint.promisors == ("tierp",)


@pytest.mark.parametrize(
    "page",
    [
        "• Habo kommun lovar att tända lampor.",
        "Habo kommun lovar:\n• tända lampor",
    ],
)
def test_what_another_municipality_promises_is_its_own(page):
    """
    It is no party, and what it promises is not given to the one that is.
    """
    reading = read_text(TITLE + page)
    (agreement,) = reading.agreements

    assert [problem.code for problem in reading.problems] == ["other-municipality"]
    assert agreement.promise(1).promisors == ("habo",)
    assert [party.code for party in agreement.others] == ["0643"]
    assert agreement.verify(reading.text) == ()


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("Orsa och Älvdalen delar på en fältsekreterare", ("orsa", "alvdalen")),
        ("Orsa, Älvdalen och polisen delar på en bil", ("orsa", "alvdalen", "police")),
        ("Orsa och polisen delar på en bil", ("orsa", "police")),
        ("Orsa och Älvdalenborna delar på en bil", ("orsa",)),
        ("Orsa tänder lampor i Älvdalen", ("orsa",)),
        ("Polisen och Älvdalen delar på en bil", ("police", "alvdalen")),
        ("Polisen, Älvdalen: fler ronder på kvällarna", ("police",)),
    ],
)
def test_a_party_is_known_by_its_name_beside_another(item, wanted):
    """
    "Älvdalen" alone may be a valley; beside Orsa, on its own page, it is a party.
    """
    (promise,) = promises(TWO + item)

    assert promise.promisors == wanted


@pytest.mark.parametrize("item", ["Vi tänder lampor", "Socialtjänsten besöker hemmen"])
def test_vi_and_a_department_below_the_municipality_are_it(item):
    """
    What its departments do is done by the municipality.
    """
    (promise,) = promises(f"{TITLE}Kommunen lovar:\n• {item}")

    assert promise.promisors == ("tierp",)
    assert promise.attribution is Attribution.HEADING


def test_where_nobody_is_named_all_the_parties_promise():
    """
    That is concluded from the page.
    """
    (promise,) = promises(f"{TITLE}Aktiviteter\n\n• Tända lampor i parken")

    assert promise.promisors == ("police", "tierp")
    assert promise.attribution is Attribution.CONTEXT
