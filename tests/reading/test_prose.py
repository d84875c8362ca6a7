from __future__ import annotations

import pytest

from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.promises.finding import find_promises
from medborgarloften.reading.promises.prose import find_by_theme
from medborgarloften.reading.text.document import Document


def promises(page):
    """The words of the promises found on a page."""
    return [found.text for found in find_promises(find_settings(Document.of(page)))]


def test_an_agreement_may_be_set_out_by_themes():
    """
    What tells of deeds below two themes or more is promised, if most of it does.
    """
    page = (
        "Medborgarlöfte 2020\n\nHamnen\n\nKommunen röjer sly.\n\n"
        "Stationen\n\nPolisen syns på kvällarna.\n\nTorget\n\nLjuset är nytt."
    )

    assert promises(page) == [
        "Kommunen röjer sly.",
        "Polisen syns på kvällarna.",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "Medborgarlöfte 2020\n\nHamnen\n\nKommunen röjer sly.",
        "Medborgarlöfte 2020\n\nHamnen\n\nKommunen röjer sly.\n\nTorget\n\nDet är bra.",
        "Sommar\n\nHamnen\n\nKommunen röjer sly.\n\nTorget\n\nPolisen syns.",
    ],
)
def test_one_theme_is_no_agreement(page):
    """
    Deeds under one theme, or of no agreement, are news.
    """
    assert find_by_theme(find_settings(Document.of(page))) == []


def test_a_paragraph_that_opens_with_its_one_vow_is_the_promise():
    """
    Its reasons belong to it, but not in news, where people are quoted.
    """
    page = "Det är mörkt.\n\nPolisen lovar att synas. Många är oroliga."
    quote = "\n\n– Det blir bra, säger Eva Ek."

    assert promises(page) == ["Polisen lovar att synas. Många är oroliga."]
    assert promises(page + quote) == ["Polisen lovar att synas."]


def test_what_somebody_does_is_promised_beside_a_vow():
    """
    "Kommunen röjer sly" promises in the present near "Polisen lovar", not elsewhere.
    """
    page = "Det är mörkt.\n\nPolisen lovar att synas.\n\n{}"

    assert promises(page.format("Kommunen röjer sly i parken.")) == [
        "Polisen lovar att synas.",
        "Kommunen röjer sly i parken.",
    ]
    assert len(promises(page.format("Kommunen är nöjd."))) == 1
    assert len(promises(page.format("I parken röjer kommunen sly."))) == 1
    assert len(promises(page.format("Kommunen har röjt sly."))) == 1
    assert len(promises(page.format("Kommunen ger löftena liv."))) == 1


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # each clause of a sentence promises by itself
        (
            "Löftena är att polisen ska mäta farten, att kommunen ska röja sly.",
            ["polisen ska mäta farten", "kommunen ska röja sly."],
        ),
        (
            "I byarna ska polisen mäta fart ofta och kommunen röja sly enligt löftet.",
            ["I byarna ska polisen mäta fart ofta", "kommunen röja sly enligt löftet."],
        ),
        # however brief, and whoever stands last
        (
            "Löftet: På torget ska polisen patrullera.",
            ["På torget ska polisen patrullera."],
        ),
        (
            "Löftet är klart. Slyn ska röjas av kommunen i byn.",
            ["Slyn ska röjas av kommunen i byn."],
        ),
        # what is only spoken of, or said no more of
        ("Löftet är klart. Läs om vad vi lovar här.", []),
        ("Löftet är klart. Det lovar polisen.", []),
        # of what was done, and of the promises as such
        ("Löftet är klart. Polisen har lovat mycket.", []),
        ("Löftet är klart. Löftena ska öka tryggheten.", []),
        ("Löftet är klart. Polisen ska utvärderas.", []),
        # whoever it is, a thing vows nothing
        ("Löftet är klart. Allt lovar att bli bra.", []),
        # a vow to do something promises, spoken of or not
        (
            "Kommunen förbinder sig att röja sly.",
            ["Kommunen förbinder sig att röja sly."],
        ),
        ("Polisen lovar dig ett tryggare Laxå.", []),
    ],
)
def test_a_vow_in_running_text(sentence, wanted):
    """
    A promise there is a sentence or a clause with somebody who vows.
    """
    assert promises(f"Det är mörkt.\n\n{sentence}") == wanted


def test_what_is_said_after_a_label_may_promise():
    """
    "Nytt i löftet: Polisen ska …" promises after its colon.
    """
    page = "Det är mörkt.\n\nNytt i löftet: Polisen ska mäta farten."

    assert promises(page) == ["Polisen ska mäta farten."]


def test_an_older_agreement_further_down_may_stand_in_prose():
    """
    Each agreement of a page is read in its own way.
    """
    page = (
        "Medborgarlöfte 2020\n\nAktiviteter\n\n• Samtal\n\n"
        "Medborgarlöfte 2019\n\nPolisen ska mäta farten i byarna."
    )

    assert promises(page) == ["Samtal", "Polisen ska mäta farten i byarna."]
