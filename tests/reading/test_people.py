from __future__ import annotations

import pytest

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.people import (
    find_contacts,
    find_people,
    find_signatories,
)
from medborgarloften.reading.page.sections import find_settings
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
        ("Eva Ek är chef.", ("Eva Ek", "chef", None)),
        ("Eva Ek är bra.", ("Eva Ek", None, None)),
        # an office is written as one, and its unit goes with it
        ("kommunalrådet Eva Ek", ("Eva Ek", "kommunalråd", None)),
        ("Eva Ek, kommundirektören.", ("Eva Ek", "kommundirektör", None)),
        (
            "Eva Ek, lokalpolisområdeschef Fyrbodal Väst, log.",
            ("Eva Ek", "lokalpolisområdeschef Fyrbodal Väst", None),
        ),
        # an office that no list has, and a place that is no part of the name
        ("Eva Ek, stationschef, log.", ("Eva Ek", "stationschef", None)),
        ("Där skrev Eva Ek Timrås första löfte.", ("Eva Ek", None, None)),
        ("Lars G. Ek log.", ("Lars G. Ek", None, None)),
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
    text = (
        "Vi i Laxå Kommun och Polisen Södra Lappland ses på Stora Torget, "
        "Östra Göinge, polisområde Fyrbodal Väst och Upplands Väsby."
    )
    (line,) = Document.of(text).lines

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
        "satte sina namnteckningar på pappret",
        "tecknade löftet",
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

    assert signed(page) == [("Bo Al", "kommunalråd", "S")]


@pytest.mark.parametrize(
    "page",
    [
        # being pictured, quoted or asked is not signing
        "Eva Ek och Bo Al med det nya löftet.",
        "– Vi har undertecknat ett löfte, säger Eva Ek.",
        "Vi har skrivit på, säger Eva Ek.",
        "Kontakt\n\nEva Ek undertecknar.",
        "Eva Ek är med när vi ska skriva under löftet.",
        # neither is signing something else, or signing it when others do
        "Samverkansavtalet undertecknades av Eva Ek.",
        "Eva Ek tecknade ett abonnemang.",
        "Löftet har tagits fram av Eva Ek. Det är undertecknat.",
        # an office, a body or a place alone is nobody
        "Laxå den 3 maj 2020\n\nLokalpolisområdeschefen",
        "Laxå den 3 maj 2020\n\nPolisen i Laxå",
        "Laxå den 3 maj 2020\n\nPolisen: Upplands Väsby",
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
        "Eva Ek     Bo Al\n     lokalpolisområdeschef     kommunchef",
        # on one line each, the office with a capital or without
        "Eva Ek, Lokalpolisområdeschef\n\nBo Al, Kommunchef",
        "För oss:\nEva Ek\nlokalpolisområdeschef\n\nFör kommunen:\nBo Al\nkommunchef",
        "Eva Ek\n\nlokalpolisområdeschef\n\nBo Al\n\nkommunchef",
        # the office above the name, before it, or as a label
        "Lokalpolisområdeschef\nEva Ek\n\nKommunchef\nBo Al",
        "Lokalpolisområdeschef Eva Ek\nKommunchef Bo Al",
        "Lokalpolisområdeschef: Eva Ek\nKommunchef: Bo Al",
        # with bodies above and rules to write on
        "Polisen\nEva Ek\nlokalpolisområdeschef\n\nLaxå kommun\nBo Al\nkommunchef",
        "....      ....\nEva Ek     Bo Al\nLokalpolisområdeschef     Kommunchef",
        (
            "För polisen          För kommunen\n\nEva Ek          Bo Al\n"
            "lokalpolisområdeschef          kommunchef\n\nSida 1 (1)"
        ),
        # a column that has more rows than the other
        (
            "Eva Ek               Bo Al\nLokalpolisområdeschef        Kommunchef\n"
            "                     Laxå kommun"
        ),
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


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        # said, with the office before, after or nowhere
        (
            "Löftet skrevs under i Laxå den 3 maj av Eva Ek, kommunpolis, och Bo Al.",
            ["Eva Ek", "Bo Al"],
        ),
        (
            "Mia Gran såg på när löftet undertecknades av Eva Ek och Bo Al.",
            ["Eva Ek", "Bo Al"],
        ),
        ("Eva Ek skrev på löftet medan Bo Al såg på.", ["Eva Ek"]),
        ("Löftet är klart. Det undertecknades av Eva Ek.", ["Eva Ek"]),
        ("För polisen skrev Eva Ek. För kommunen skrev Bo Al.", ["Eva Ek", "Bo Al"]),
        ("De båda skrev på i tisdags: Eva Ek och Bo Al.", ["Eva Ek", "Bo Al"]),
        ("Undertecknandet av löftet gjordes. Eva Ek log.", []),
        ("Löftet undertecknades av kommunen. Eva Ek log.", []),
        # told in passing, where somebody is quoted
        (
            "– Bra, säger Eva Ek (M), som undertecknade löftet tillsammans med Bo Al.",
            ["Eva Ek", "Bo Al"],
        ),
        ("Det säger Eva Ek, som skrev under löftet.", ["Eva Ek"]),
        ("Det säger vi, som skrev under löftet.", []),
        # after a slash
        ("/Eva Ek, kommunpolis och /Bo Al, kommunchef", ["Eva Ek", "Bo Al"]),
        # in a block of any number, whoever they sign for
        (
            (
                "Undertecknat 3 maj 2020\n\nEva Ek\n\nLaxå kyrka: Bo Al, herde\n\n"
                "Platschef Mia Gran, LKAB\n\nKontaktperson: polis Ulla Ros, 114 14"
            ),
            ["Eva Ek", "Bo Al", "Mia Gran"],
        ),
        (
            "Underskrifter\n\nLaxå 2020-05-03\n\nEva Ek\n\nLaxå 2020-05-04\n\nBo Al",
            ["Eva Ek", "Bo Al"],
        ),
        # the last of a page, above its stamp
        (
            (
                "Vi lovar mer.\n\nEva Ek, lokalpolischef\n\nBo Al, kommunchef\n\n"
                "Uppdaterad 2020-05-03"
            ),
            ["Eva Ek", "Bo Al"],
        ),
        ("Vi lovar mer.\n\nUppdaterad 2020-05-03", []),
        # below a heading, a place and a month, or whom they sign for
        ("Vi lovar.\n\nUndertecknare\n\nEva Ek\n\nBo Al", ["Eva Ek", "Bo Al"]),
        ("Vi lovar.\n\nLaxå, december 2022\n\nEva Ek\n\nBo Al", ["Eva Ek", "Bo Al"]),
        ("Vi lovar.\n\nFör polisen i Laxå\n\nEva Ek\n\nlokalpolischef", ["Eva Ek"]),
        ("Vi lovar.\n\nFör polisen:\n\nEva Ek", ["Eva Ek"]),
        ("Vi lovar.\n\nVersion december 2022\n\nEva Ek", []),
        ("Vi lovar.\n\nLaxå, avdelning 2022\n\nEva Ek", []),
        # said of the name that is put
        ("Polisens namnteckning på löftet stod Eva Ek för.", ["Eva Ek"]),
        ("Polisens underskrift gjordes av kommunpolis Eva Ek.", ["Eva Ek"]),
        # a caption of those who have just done it
        (
            "Glada efter underskrifterna: Eva Ek och Bo Al. Bakom Mia Gran. Foto: X",
            ["Eva Ek", "Bo Al"],
        ),
        ("Efter underskriften var Eva Ek nöjd. Foto: X", []),
        # with any words within the verb
        ("Löftet skrevs i går kväll under av Eva Ek och Bo Al.", ["Eva Ek", "Bo Al"]),
        # an office with two names
        (
            "Laxå 2020-05-03\n\nEva Ek, kommunpolis, Bo Al\n\n/Mia Gran och /Ulla Ros",
            ["Eva Ek", "Bo Al", "Mia Gran", "Ulla Ros"],
        ),
    ],
)
def test_who_signs_is_told_in_many_ways(page, wanted):
    """
    In a sentence, in passing, after a slash, below a heading.
    """
    assert sorted(name for name, *_ in signed(page)) == sorted(wanted)


def test_a_party_may_stand_with_the_office():
    """
    "Kommunstyrelsens ordförande (C)" below a name tells the party.
    """
    page = (
        "Laxå den 3 maj 2020\n\nEva Ek              Bo Al\n"
        "Kommunpolis         Kommunstyrelsens ordförande (C)\n\n"
        "Mia Gran\n\nKommunalråd M"
    )

    assert signed(page) == [
        ("Eva Ek", "Kommunpolis", None),
        ("Bo Al", "Kommunstyrelsens ordförande", "C"),
        ("Mia Gran", "Kommunalråd", "M"),
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
        ("Kontakta kommunalrådet", "kommunalråd"),
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
