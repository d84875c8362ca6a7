from __future__ import annotations

import pytest

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.cast import Present, cast_of
from medborgarloften.reading.actors.mentions import find_mentions
from medborgarloften.reading.actors.partners import find_partners
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.promises.finding import find_promises
from medborgarloften.reading.text.document import Document
from medborgarloften.reference import municipality

LAXA = municipality("Laxå").code
HALLSBERG = municipality("Hallsberg").code


def cast(page, *codes):
    """The cast of a page's agreement, in these municipalities."""
    return cast_of(Present(find_settings(Document.of(page))), codes)


def names(page, *codes):
    """What its parties are called."""
    return [party.name for party, _ in cast(page, *codes).parties]


def promisors(cast, text):
    """The ids of those whom a text names."""
    (line,) = Document.of(text).lines
    return list(cast.promisors(find_mentions(line.text), line))


def partners(cast, text):
    """The ids of those who take part in a promise."""
    (line,) = Document.of(text).lines
    return [
        id_
        for found in find_partners(line.text)
        for id_ in cast.partner(found, line, 0)
    ]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Polisen lovar mer.", "Polisen"),
        ("Polis och polisen lovar mer.", "polisen"),
        ("Polisen och polismyndigheten lovar mer.", "Polisen"),
        ("Polisen, lokalpolisområde Laxå, lovar mer.", "lokalpolisområde Laxå"),
        # the area that a chief is chief of
        (
            "Polisen lovar, menar Eva Ek, lokalpolisområdeschef för Laxå/Askersund.",
            "lokalpolisområde Laxå/Askersund",
        ),
        ("Polisens bil.", "Polisen"),
        ("Vi lovar mer.", "Polisen"),
    ],
)
def test_the_police_are_named_as_exactly_as_the_page_does(page, wanted):
    """
    A local police area is more exact than "polisen"; the police are always a party.
    """
    assert names(page) == [wanted]


def test_the_municipality_is_a_party_where_the_page_speaks_of_it():
    """
    On a page of the police alone the place is an area and no party.
    """
    assert names("Polisen och kommunen lovar", LAXA) == ["Polisen", "Laxå kommun"]
    assert names("Polisen lovar mer i Laxå", LAXA) == ["Polisen"]
    assert names("Metod\n\nPolis och kommun samverkar.", LAXA) == ["Polis"]


def test_a_municipality_without_a_name_is_still_a_party():
    """
    "Kommunen" promises, whichever it is.
    """
    made = cast("Polisen och kommunen lovar mer.")

    assert made.ids == ("police", "kommun")
    assert made.id_of(PartyKind.MUNICIPALITY) == ("kommun",)


def test_kommunen_and_vi_mean_the_agreement_s_own():
    """
    "Kommunen" is its municipality, "vi" all its parties.
    """
    made = cast("Laxå kommun och polisen lovar.", LAXA)

    assert promisors(made, "Kommunen") == ["laxa"]
    assert promisors(made, "Laxå kommun och kommunen") == ["laxa"]
    assert promisors(made, "Vi") == ["police", "laxa"]
    assert promisors(made, "Polisen") == ["police"]


def test_a_third_party_gets_an_id_of_its_own():
    """
    Västtrafik promises beside the parties, and is met once.
    """
    made = cast("Laxå kommun och polisen lovar.", LAXA)

    assert (
        promisors(made, "Västtrafik") == promisors(made, "Västtrafik") == ["vasttrafik"]
    )
    assert [party.name for party, _ in made.others.values()] == ["Västtrafik"]


def test_another_municipality_is_reported_and_takes_part_as_itself():
    """
    What "Hallsbergs kommun lovar" on Laxå's page is not given to Laxå.
    """
    made = cast("Laxå kommun och polisen lovar.", LAXA)

    assert promisors(made, "Hallsbergs kommun") == ["hallsberg"]
    assert [party.code for party, _ in made.others.values()] == ["1861"]
    assert [mention.name for mention, _ in made.strangers] == ["Hallsbergs kommun"]


def test_where_the_municipality_is_no_party_it_takes_part():
    """
    The police may promise alone and name it as somebody else.
    """
    made = cast("Polisen lovar mer i Laxå.", LAXA)

    assert promisors(made, "Kommunen") == ["kommun"]
    assert partners(made, "Synas i samverkan med kommunen") == ["kommun"]


def test_partners_are_the_parties_where_they_can_be():
    """
    "Kommunerna" are all the municipalities, and others get their lemma's id.
    """
    made = cast("Laxå kommun, Hallsbergs kommun och polisen lovar.", LAXA, HALLSBERG)

    assert partners(made, "Synas i samverkan med kommunen") == ["laxa", "hallsberg"]
    assert partners(made, "Synas i samverkan med polisen") == ["police"]
    assert partners(made, "Synas i samverkan med skolorna") == ["skola"]
    assert partners(made, "Synas tillsammans med Laxå") == ["laxa"]


def test_one_who_is_named_in_one_breath_with_both_is_a_party():
    """
    "Polisen, kommunen och Västtrafik" enter into it together, where it is told of.
    """
    title = "Medborgarlöfte 2020\n\n{}"
    three = title.format("Polisen, Laxå kommun och Västtrafik har enats.")

    assert names(three, LAXA) == ["Polisen", "Laxå kommun", "Västtrafik"]
    assert cast(three, LAXA).ids == ("police", "laxa", "vasttrafik")
    # an item tells of a deed, and two are not both and one more
    item = title.format("• Polisen, Laxå kommun och Västtrafik ska ses")
    two = title.format("Polisen och Västtrafik har enats. Laxå kommun är med.")
    assert names(item, LAXA) == names(two, LAXA) == ["Polisen", "Laxå kommun"]


def test_the_police_may_promise_alone():
    """
    Where the page says that this is the police's word, the municipality is none.
    """
    page = "Polisens medborgarlöfte\n\nLaxå kommun har lyssnat."

    assert names(page, LAXA) == ["Polisen"]


def test_who_promises_is_a_party():
    """
    A promise of the municipality's makes it one, also below a heading of another's.
    """
    page = "Enbart polisens ord\n\nVi lovar\n\n• Kommunen ska röja sly."
    settings = find_settings(Document.of(page))

    made = cast_of(Present(settings), [LAXA], find_promises(settings))

    assert made.ids == ("police", "laxa")
    assert cast_of(Present(settings), [LAXA]).ids == ("police",)


def test_what_nobody_is_named_for_is_everybody_s():
    """
    Then the page may speak of the municipality anywhere.
    """
    page = "Metod\n\nPolis och kommun samverkar.\n\nAktiviteter\n\n• {}"

    def ids(item):
        settings = find_settings(Document.of(page.format(item)))
        return cast_of(Present(settings), [LAXA], find_promises(settings)).ids

    assert ids("Fler vandringar") == ("police", "laxa")
    assert ids("Polisen ska synas mer") == ("police",)


def test_an_office_speaks_for_the_municipality():
    """
    Its chair makes the municipality a party, though nobody names it.
    """
    page = "Polisen och kommunalrådet Eva Ek har enats."

    assert names(page, LAXA) == ["Polisen", "Laxå kommun"]
