from __future__ import annotations

import pytest

from medborgarloften.reading import read_text
from medborgarloften.reading.promises.refusing import (
    end_of_promise,
    promises_nothing,
    tells_of_signing,
)

TITLE = "Medborgarlöfte 2022 för Tierps kommun\n\n"


def texts(page):
    """The words of the promises on a page of Tierp."""
    return [
        promise.text
        for agreement in read_text(TITLE + page).agreements
        for promise in agreement.promises
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Polisen lovar inte att komma på varje anmälan.",
        "Polisen kan inte lova fler patruller.",
        "Det lovar vi inte.",
        "Kommunen åtar sig därför inte att röja.",
        "Vi kommer inte att kunna utlova mer.",
        "Polisen lovar ingenting.",
        "POLISEN LOVAR INTE ATT KOMMA.",
        "Polisen lovar inte fler patruller. Kommunen lovade 2021 fler lampor.",
        "Polisen lovar inte bilar. Kommunen kan inte lova lampor.",
        "Kommunen lovade 2021 fler lampor.",
        "Polisen: se ovan",
        "Polisen (se punkt 3)",
        "Se nedan.",
        "Kommunen (ej beslutat ännu)",
        "Kommunen: ännu ej beslutat.",
        "Kommunen: återkommer",
    ],
)
def test_a_refusal_a_past_vow_and_a_reference_promise_nothing(text):
    """
    Who is named, and even the verb, may be a promise's all the same.
    """
    assert promises_nothing(text)
    assert texts(f"• {text}\n• Polisen lovar att gå.") == ["Polisen lovar att gå."]


@pytest.mark.parametrize(
    "text",
    [
        "Polisen lovar att inte ge upp.",
        "Polisen lovar att komma, om inte vädret är dåligt.",
        "Polisen lovar inte bara att synas utan att stanna.",
        "Polisen lovar inte fler bilar men att de som finns är ute.",
        "Polisen ska synas och lovar inte mer än så.",
        "Polisen lovar att synas. Vi lovar inte att komma jämt.",
        "Polisen kan inte lova bilar. Vi ska gå varje kväll.",
        "Kommunen ska inte släcka lampor.",
        "Kommunen: Se över belysningen",
    ],
)
def test_a_vow_to_abstain_and_a_refusal_beside_a_vow_promise(text):
    """
    "Inte" alone takes nothing from a promise.
    """
    assert not promises_nothing(text)
    assert len(texts(f"• {text}")) == 1


def test_prose_refuses_as_lists_do():
    """
    Neither what is refused nor what was promised before is a promise in prose.
    """
    refused = "Polisen lovar inte fler patruller. Kommunen lovade 2021 fler lampor."

    assert texts(refused) == []
    assert texts("Polisen lovar att gå. Kommunen lovade 2021 fler lampor.") == [
        "Polisen lovar att gå."
    ]


def test_what_stands_elsewhere_is_nobody_s_between_labels():
    """
    "Folkets park: se ovan" is no more a promise than the police's reference is.
    """
    page = (
        "• Polis: Kontroller i centrum\n• Folkets park: {}\n• Kommun: Lampor i parken"
    )

    assert len(texts(page.format("Värdar på plats"))) == 3
    assert len(texts(page.format("se ovan"))) == 2


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Undertecknat måndagen den 14 februari 2023.", True),
        ("Löftet skrevs under av Bo Ek den 14 februari.", True),
        ("Polisen undertecknade avtalet i maj.", True),
        ("Löftet ska vara undertecknat, och parterna ska underteckna det.", False),
        ("Polisen tog hand om cyklarna.", False),
        ("Polisen lovar att gå.", False),
    ],
)
def test_a_sentence_tells_of_the_signing_of_the_agreement(sentence, tells):
    """
    Hands are shaken and things taken care of without anything being signed.
    """
    assert tells_of_signing(sentence) is tells


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize("mark", ["", "• "])
def test_the_signing_is_no_part_of_a_promise(between, mark):
    """
    Its day would otherwise be the promise's.
    """
    signed = "Undertecknat måndagen den 13 februari 2023."
    (agreement,) = read_text(
        f"{TITLE}{mark}Polisen lovar att gå.{between}{signed}"
    ).agreements
    (promise,) = agreement.promises

    assert promise.text == "Polisen lovar att gå."
    assert promise.period is None


def test_a_promise_goes_on_to_its_end_through_its_reasons():
    """
    Only what is no part of it breaks it off.
    """
    text = "Vi lovar att gå. Många är oroliga. Vi kan inte lova mer. Så är det."

    assert text[: end_of_promise(text, 0, len(text))] == (
        "Vi lovar att gå. Många är oroliga."
    )
    assert end_of_promise(text, 0, 33) == 33


@pytest.mark.parametrize(
    "block",
    [
        "Polisen: Åsa Fall Mora: Bo Ek (C) Orsa: Eva Å (S)",
        "Polisen: Åsa Fall, Mora kommun: Bo Ek (C)",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["", "• "])
def test_names_after_labels_sign_and_promise_nothing(block, gap, mark):
    """
    "Polisen: Åsa Fall" tells who signed, be there one more label after it.
    """
    assert texts(f"Polisen lovar att gå.{gap}{mark}{block}") in (
        ["Polisen lovar att gå."],
        [],
    )
    assert block not in texts(f"Vi lovar\n\n• Polisen går.\n• {block}")


def test_deeds_after_several_labels_are_promises():
    """
    Names have capitals throughout.
    """
    page = "Vi lovar\n\n• {}"
    for text in (
        "Polisen: Fler patruller Kommunen: Fler lampor",
        "Polisen: Patruller Kommunen: Lampor",
        "Polisen: Ronder Mora: Bo Ek",
    ):
        assert texts(page.format(text)) == [text]
