from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.reading.outcomes.results import find_results
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.text.document import Document


def results(page, *, everywhere=True):
    """What a page tells of how it went, in short."""
    found = find_results(find_settings(Document.of(page)), everywhere=everywhere)
    return [
        (each.promise, each.status.value, each.counted) for each in found if each.status
    ]


def result(page):
    """The only result of a page."""
    (found,) = find_results(find_settings(Document.of(page)), everywhere=True)
    return found


HEAD = "Uppföljning av medborgarlöftet 2020\n\n"


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        # items
        ("• Fotpatruller: 118 pass. Klart", [("Fotpatruller", "fulfilled", 118)]),
        (
            "• Fotpatruller, mål 100: 118 pass. Klart",
            [("Fotpatruller", "fulfilled", 118)],
        ),
        (
            "• Ungdomsvärdar – påbörjades inte",
            [("Ungdomsvärdar", "not_started", None)],
        ),
        (
            "• Vi lovade minst 50 kontroller. Polisen gjorde 44.",
            [("minst 50 kontroller", "partly", 44)],
        ),
        ("• Fotpatruller i centrum", []),
        ("• Fotpatruller: 118 pass i centrum", []),
        # rows below the promise
        (
            "Trafikkontroller\nMål: 40\nResultat: 57\nUppfyllt",
            [("Trafikkontroller", "fulfilled", 57)],
        ),
        (
            "Kommunen ska starta vandringar\nNEJ. Ingen har ordnats.",
            [("Kommunen ska starta vandringar", "not_fulfilled", None)],
        ),
        # a row of its own that says "Resultat" tells, whatever stands above it
        (
            "Läget\n\nVi ska göra färjeläget tryggare\nResultat: Pågår.",
            [("Vi ska göra färjeläget tryggare", "ongoing", None)],
        ),
        # numbers
        ("Löfte 2: Genomfört", [("Löfte 2", "fulfilled", None)]),
        *(  # a sentence of what was done says its promise by the number alone
            (f"Löfte 2: {done}. Uppfyllt", [("Löfte 2", "fulfilled", 23)])
            for done in (
                "23 kontroller är gjorda",
                "Polisen har gjort 23 kontroller",
                "Det blev 23 kontroller",
                "23 möten hölls",
                "23 kontroller gjordes",
                "23 möten arrangerades",
                "23 farthinder byggdes",
                "23 bilar köptes",
                "23 kontroller ordnats",
                "23 hinder satts upp",
            )
        ),
        (  # words of what is to be done are the promise, and their number no count
            "Löfte 2: Minst 30 kontroller. Uppfyllt",
            [("Minst 30 kontroller", "fulfilled", None)],
        ),
        (
            (
                "Löfte 1: Minst 30 kontroller.\nJA. Polisen har gjort 38.\n"
                "Löfte 2: Öppet i Vittangi.\nNJA. Det blev sju av tolv."
            ),
            [
                ("Minst 30 kontroller", "fulfilled", 38),
                ("Öppet i Vittangi", "partly", 7),
            ],
        ),
        ("Löfte 3 är det viktigaste", []),
        # items below a status
        (
            (
                "Delvis genomfört\n\n– Grannsamverkan i Medåker\n"
                "– Mätningar på torget: en av tre gjord.\n\nLärdomar\n\n– Färre löften"
            ),
            [
                ("Grannsamverkan i Medåker", "partly", None),
                ("Mätningar på torget", "partly", 1),
            ],
        ),
    ],
)
def test_a_list_tells_how_it_went(page, wanted):
    """
    In the item, in rows below the promise, or by the heading above it.
    """
    assert results(HEAD + page) == wanted


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (
            "Polisen lovade 20 fotpatruller i Skene och genomförde 22.",
            [("20 fotpatruller i Skene", "fulfilled", 22)],
        ),
        (
            "Vi lovade även att hålla ett möte i månaden. Det blev tre.",
            [("hålla ett möte i månaden", "partly", 3)],
        ),
        (
            "Kommunen skulle sätta upp kameror. Det har inte påbörjats.",
            [("sätta upp kameror", "not_started", None)],
        ),
        (
            "Den sista punkten gällde buskröjning. Den arbetar vi fortfarande med.",
            [("buskröjning", "ongoing", None)],
        ),
        # the count is not of the aim itself
        (
            "Däremot nåddes inte målet om sex träffar. Bara tre hölls.",
            [("sex träffar", "not_fulfilled", 3)],
        ),
        (
            "Målet om fler vandringar är uppnått.",
            [("fler vandringar", "fulfilled", None)],
        ),
        (
            "Polisen gjorde 41 kontroller mot utlovade 25.",
            [("Polisen gjorde 41 kontroller mot utlovade 25", "fulfilled", 41)],
        ),
        # a short name before a colon, but not a long sentence
        (
            "Trafikkontroller i Lesjöfors och Nykroppa: 12 har genomförts hittills.",
            [("Trafikkontroller i Lesjöfors och Nykroppa", "fulfilled", 12)],
        ),
        (
            (
                "Kommunpolisen som har hållit i det hela med glädje under året säger "
                "nu så här: målet är nått."
            ),
            [],
        ),
        # other words are not about one promise
        ("Av de sju aktiviteterna är tre genomförda. Arbetet pågår.", []),
        ("Polisen lovade att synas. Så här långt ser det ut så här.", []),
        ("Polisen lovade att synas.", []),
        # nor are those of others
        ("– Vi lovade 20 pass och genomförde 22, säger Bo Al.", []),
    ],
)
def test_prose_tells_how_it_went(page, wanted):
    """
    In the sentence that comes to a promise, or in the next.
    """
    assert results(HEAD + page) == wanted


def test_a_heading_below_prose_is_no_part_of_it():
    """
    A link without a gap above it is not what came of the promise.
    """
    page = f"{HEAD}Vi lovade 20 pass. Det blev 22.\nPolisen på nätet"

    assert results(page) == [("20 pass", "fulfilled", 22)]


def test_rows_of_prose_may_hold_a_promise_and_its_result():
    """
    The status that stands in a row of its own belongs to the text above it.
    """
    page = f"{HEAD}Kommunen ska bygga en ramp.\nInte genomfört"

    assert results(page) == [("Kommunen ska bygga en ramp", "not_fulfilled", None)]


AGREEMENT = "Medborgarlöfte 2021 i Laxå\n\nVi lovar\n\n• Polisen ska synas.\n\n"


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("• Kontroller i centrum: klart i maj", []),
        (
            "Så gick det 2020\n\n• Fotpatruller: 118 pass. Klart",
            [("Fotpatruller", "fulfilled", 118)],
        ),
        # what is held against a promise is a result wherever it stands
        (
            "Polisen gjorde 20 kontroller mot utlovade 25.",
            [("Polisen gjorde 20 kontroller mot utlovade 25", "partly", 20)],
        ),
        (
            "Då gjordes 90 ingripanden, fler än man hade lovat.",
            [("Då gjordes 90 ingripanden, fler än man hade lovat", "fulfilled", 90)],
        ),
        ("Vi ska göra 90 kontroller, fler än vi har lovat.", []),
        ("Det blev fler än vi hade lovat.", []),
        (
            "Polisen har gjort 38 av de 40 utlovade kontrollerna.",
            [("Polisen har gjort 38 av de 40 utlovade kontrollerna", "partly", 38)],
        ),
        (
            "Kontoret stod där 13 gånger (löftet var tolv).",
            [("Kontoret stod där 13 gånger (löftet var tolv)", "fulfilled", 13)],
        ),
        ("Polisen gjorde 20 kontroller mot utlovade vandringar.", []),
    ],
)
def test_on_other_pages_results_stand_where_they_are_announced(page, wanted):
    """
    Elsewhere a promise is looked like by much that is none.
    """
    assert results(AGREEMENT + page, everywhere=False) == wanted


def test_a_result_tells_where_it_stands():
    """
    Its words, its number and its heading are those of the page.
    """
    page = f"{HEAD}• Löfte 1: Kontroller.\n  JA. Det blev 38."
    found = result(page)

    assert (found.number, found.wording) == (1, "JA. Det blev 38.")
    assert page[found.span.start : found.span.end] == found.span.quote
    assert found.span.quote == "Löfte 1: Kontroller.\n  JA. Det blev 38."
    assert found.heading.text == "Uppföljning av medborgarlöftet 2020"


@pytest.mark.parametrize("page", ["", "– Vi är nöjda, säger Bo Al."])
def test_a_page_of_nothing_tells_no_results(page):
    """
    Nor does one of quotes alone.
    """
    assert results(page) == []


def test_a_status_alone_is_no_result():
    """
    Where no promise is named there is nothing to judge.
    """
    assert results(f"{HEAD}• : klart") == []


@given(
    st.lists(
        st.sampled_from(
            ["lovade", "mål", "målet om", "och", "det", "2", ".", ":", "\n", "klart"]
        )
        | st.text(max_size=3),
        max_size=40,
    ).map(" ".join)
)
def test_every_result_stands_in_its_page(page):
    """
    Whatever a page tells, the words can be pointed at.
    """
    text = f"{HEAD}{page}"

    for found in find_results(find_settings(Document.of(text)), everywhere=True):
        assert text[found.span.start : found.span.end] == found.span.quote
        assert found.promise


@pytest.mark.parametrize(
    "piece",
    ["lovade ", "målet om ", "mål ", "mer ", "A lovade. ", "1 av ", "• a: b\n", "a\n"],
)
def test_a_page_without_end_is_looked_through(piece):
    """
    What tells of no result tells of none at any length, and takes no longer.
    """
    assert results(HEAD + piece * (100_000 // len(piece))) == []


def test_targets_without_a_border_are_looked_for_in_linear_time():
    """
    Each target is looked at a bounded way for its colon.
    """
    page = f"{HEAD}• Fotpatruller{', mål 100' * 20_000}"

    assert results(page) == []
