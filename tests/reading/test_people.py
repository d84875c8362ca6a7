from __future__ import annotations

import pytest

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.people import (
    find_contacts,
    find_people,
    find_signatories,
)
from medborgarloften.reading.sections import find_settings
from medborgarloften.reading.text.document import Document

POLICE, MUNICIPALITY = PartyKind.POLICE, PartyKind.MUNICIPALITY


def told(person):
    """What is told of a person, without its places."""
    role, party = person.role and person.role.value, person.party and person.party.value
    return person.name.value, role, party


def signed(page):
    """Those who signed."""
    return [told(each) for each in find_signatories(find_settings(Document.of(page)))]


def contacts(page):
    """Those to ask, and how to reach them."""
    return [
        (
            told(each)[:2],
            each.phone and each.phone.value,
            each.email and each.email.value,
        )
        for each in find_contacts(find_settings(Document.of(page)))
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Eva Ek, lokalpolisområdeschef.", ("Eva Ek", "lokalpolisområdeschef", None)),
        ("kommunalråd Bo Al (S) var där.", ("Bo Al", "kommunalråd", "S")),
        ("Bo Al (C), kommunchef.", ("Bo Al", "kommunchef", "C")),
        ("Bo Al, kommunchef (M).", ("Bo Al", "kommunchef", "M")),
        ("Bo Al M, kommunalråd.", ("Bo Al", "kommunalråd", "M")),
        ("Carl von Essen-Ek var där.", ("Carl von Essen-Ek", None, None)),
        ("Eva Ek, tf. chef för LPO Umeå.", ("Eva Ek", "tf. chef för LPO Umeå", None)),
        ("Eva Ek är chef.", ("Eva Ek", None, None)),
    ],
)
def test_a_person_is_named_with_office_and_party(text, wanted):
    """
    The office comes before or after the name, the party in brackets or without.
    """
    (line,) = Document.of(text).lines

    assert [told(each) for each in find_people(line)] == [wanted]


def test_bodies_are_no_people():
    """
    "Laxå Kommun" and "Askersund Futsal Club" have capitals, and are nobody.
    """
    (line,) = Document.of("Vi i Laxå Kommun och Laxå Futsal Club ses.").lines

    assert list(find_people(line)) == []


def test_an_office_tells_the_side():
    """
    A chief signs for the police, a kommunalråd for the municipality.
    """
    text = "Eva Ek, chef lokalpolisområde Laxå, Bo Al, kommunalråd, och Mia Gran."
    (line,) = Document.of(text).lines

    assert [each.side for each in find_people(line)] == [POLICE, MUNICIPALITY, None]


@pytest.mark.parametrize(
    "verb",
    [
        "undertecknade löftet",
        "skrev på löftet",
        "signerade avtalet",
        "skrev i går under årets löfte",
    ],
)
def test_who_is_said_to_sign_signs(verb):
    """
    A sentence that says so is enough, with the office wherever the page tells it.
    """
    page = f"Eva Ek och Bo Al {verb}.\n\nDet säger Eva Ek, lokalpolisområdeschef."

    assert signed(page) == [
        ("Eva Ek", "lokalpolisområdeschef", None),
        ("Bo Al", None, None),
    ]


def test_each_signs_once():
    """
    A caption that is printed twice, or a party told in another place, adds nobody.
    """
    page = (
        "Bo Al skriver på. Foto: Gun Ör\n\nBo Al skriver på. Foto: Gun Ör\n\n"
        "Bo Al (S) är kommunalråd."
    )

    assert signed(page) == [("Bo Al", None, "S")]


@pytest.mark.parametrize(
    "page",
    [
        # being pictured, quoted or asked is not signing
        "Eva Ek och Bo Al med det nya löftet.",
        "– Vi har undertecknat ett löfte, säger Eva Ek.",
        "Vi har skrivit på, säger Eva Ek.",
        "Kontakt\n\nEva Ek undertecknar.",
        # writing is not signing
        "Eva Ek skriver en bok på fritiden.",
    ],
)
def test_others_do_not_sign(page):
    """
    Only who is said to sign does.
    """
    assert signed(page) == []


@pytest.mark.parametrize(
    "block",
    [
        # under each other
        "Eva Ek\nLokalpolisområdeschef\n\nBo Al\nKommunchef",
        # in columns
        "Eva Ek               Bo Al\n\nLokalpolisområdeschef        Kommunchef",
        "Eva Ek\tBo Al\nLokalpolisområdeschef\tKommunchef",
        # on one line each, the office with a capital or without
        "Eva Ek, Lokalpolisområdeschef\n\nBo Al, Kommunchef",
        "För oss:\nEva Ek\nlokalpolisområdeschef\n\nFör kommunen:\nBo Al\nkommunchef",
        "Eva Ek\n\nlokalpolisområdeschef\n\nBo Al\n\nkommunchef",
    ],
)
def test_a_block_at_the_end_is_signed(block):
    """
    Names and offices below a place and a day are signatures, however they stand.
    """
    page = f"Polisen lovar att synas.\n\nLaxå den 3 maj 2020\n\n{block}"

    assert [(name, role.casefold()) for name, role, _ in signed(page)] == [
        ("Eva Ek", "lokalpolisområdeschef"),
        ("Bo Al", "kommunchef"),
    ]


def test_a_heading_above_the_names_is_no_name():
    """
    Only what is a name or an office is paired, however the rest is wrapped.
    """
    page = (
        "Vi lovar mer.\n\nFör ett säkrare och trygg-\nare Laxå\n\n"
        "Eva Ek\nKommunpolis\nBo Al\nKommunchef"
    )

    assert [name for name, *_ in signed(page)] == ["Eva Ek", "Bo Al"]


def test_a_block_with_place_and_day_may_be_followed_by_more():
    """
    What stands below the signatures takes them from nobody.
    """
    page = (
        "Laxå den 3 maj 2020\n\nEva Ek, kommunpolis\n\nBo Al, kommunchef\n\n"
        "Löftet följs upp av oss.\n\nMer text om det."
    )

    assert [name for name, *_ in signed(page)] == ["Eva Ek", "Bo Al"]


@pytest.mark.parametrize(
    "page",
    [
        # one side alone
        "Vi lovar mer.\n\nSidan gjordes av\n\nBo Al, kommunchef",
        # names without offices
        "Vi lovar mer.\n\nEva Ek\n\nBo Al",
        # a block without place and day in the middle of a page
        "Eva Ek\n\nKommunpolis\n\nVi lovar mer.",
    ],
)
def test_names_without_all_that_makes_a_block_do_not_sign(page):
    """
    A name at the foot of a page may be anybody's.
    """
    assert signed(page) == []


def test_contacts_are_whom_the_page_says_to_ask():
    """
    The first number and address after a name are that person's, and an office
    that stands alone is the next person's.
    """
    page = (
        "Kontakta säkerhetssamordnaren\n\nEva Ek\nTelefon: 0584-12 34 56\n"
        "Växel: 0584-99 99 99\nE-post: eva.ek@laxa.example\n\n"
        "Bo Al, kommunpolis, 010-567 89 10\n\n"
        "Mia Gran svarar inte.\n\nBild: Ulla Ros"
    )

    assert contacts(page) == [
        (("Eva Ek", "säkerhetssamordnare"), "0584-12 34 56", "eva.ek@laxa.example"),
        (("Bo Al", "kommunpolis"), "010-567 89 10", None),
    ]


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("Kommunstyrelsens ordförande", "Kommunstyrelsens ordförande"),
        ("Kontakta kommunpolisen", "kommunpolis"),
        ("Kontakta trygghetssamordnaren", "trygghetssamordnare"),
    ],
)
def test_an_office_is_written_as_an_office(office, role):
    """
    "Kontakta säkerhetssamordnaren" names an office by its holder.
    """
    page = f"Kontakt\n\n{office}\n\nEva Ek\n0584-12 34 56"

    assert contacts(page) == [(("Eva Ek", role), "0584-12 34 56", None)]


def test_a_number_that_nobody_stands_with_is_nobody_s():
    """
    A switchboard has no name.
    """
    assert contacts("Kontakt\n\nRing oss\n\n0584-12 34 56") == []
    assert contacts("Eva Ek\n0584-12 34 56") == []
