from __future__ import annotations

import pytest

from medborgarloften.model import PromiseKind
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.promises.finding import find_promises
from medborgarloften.reading.text.document import Document


def found_in(page):
    """The promises found on a page."""
    return find_promises(find_settings(Document.of(page)))


def promises(page):
    """Their words."""
    return [found.text for found in found_in(page)]


@pytest.mark.parametrize(
    "page",
    [
        # below a heading that announces promises, whatever their grammar
        "Det här ska vi göra\n\n{}",
        "Polisen lovar att:\n\n{}",
        "Aktiviteter\n\n{}",
        # below a title, and below an intro
        "Medborgarlöfte i Laxå\n\n{}",
        "Vi har talat länge. Detta lovar kommunen:\n{}",
    ],
)
@pytest.mark.parametrize(
    "item", ["• Fler vandringar i Röfors", "• Genomföra två möten per år", "• Trafik"]
)
def test_an_item_is_a_promise_where_promises_are_announced(page, item):
    """
    Below such a heading neither a verb nor a subject is asked of a bullet.
    """
    assert promises(page.format(item)) == [item.removeprefix("• ")]


@pytest.mark.parametrize(
    "heading",
    [
        "Problemområden",
        "Lägesbild",
        "Fokusområden",
        "Effekter",
        "Kommunikation",
        "Medborgarlöften ska:",
        "Uppföljning",
        "Kontakt",
        "Nästa medborgarlöfte",
        "Sommar i Laxå",
    ],
)
def test_an_item_elsewhere_is_none(heading):
    """
    Problems, effects, channels and method come in the same bullets.
    """
    assert promises(f"{heading}\n\n• Fler vandringar i Röfors") == []


def test_an_item_that_vows_is_one_also_where_problems_are():
    """
    "Polisen lovar att …" is a promise, though the page forgot its heading.
    """
    page = "Fokusområden\n\n1. Trafik\n2. Polisen lovar att mäta farten."

    assert promises(page) == ["Polisen lovar att mäta farten."]
    assert promises("Fokusområden\n\n• Polisen syns lovar mer") == []


def test_a_numbered_list_below_a_title_asks_for_a_vow():
    """
    Numbers below "Medborgarlöfte i Laxå" are as often problems.
    """
    page = "Medborgarlöfte i Laxå\n\n1. Trafik\n2. Buller\n3. Vi ska mäta farten."

    assert promises(page) == ["Vi ska mäta farten."]


@pytest.mark.parametrize(
    "item", ["Polis: Fler kontroller.", "• Fler kontroller (Polis)", "• Polis: Synas"]
)
def test_a_party_s_label_makes_a_promise(item):
    """
    "Polis: …" and "… (Polis)" promise below any theme.
    """
    assert len(promises(f"Trafik\n\n{item}")) == 1


def test_other_labels_make_none():
    """
    "Tid: …" and a title with a colon promise nothing; a theme's may hold a vow.
    """
    page = "Vi lovar\n\nTid: 2020\nMopeder: Polisen ska mäta farten."

    assert promises(page) == ["Mopeder: Polisen ska mäta farten."]
    assert promises("Laxå: så ska vi göra det tryggt\n\nTid: 2020") == []


def test_a_title_above_labels_is_what_they_are_about():
    """
    An item that only names what the parties' labels below it do is their subject.
    """
    page = (
        "Aktiviteter\n\n• Arbete i skolan\nPolis: Sök med hund.\n"
        "Kommun: En enkät.\n\n• Kameror"
    )
    first, second, third = found_in(page)

    assert [first.text, second.text] == ["Polis: Sök med hund.", "Kommun: En enkät."]
    assert first.subject.text == second.subject.text == "Arbete i skolan"
    assert (third.text, third.subject) == ("Kameror", None)


def test_what_was_done_is_no_promise():
    """
    Last year's deeds stand among the promises, in the past tense.
    """
    page = (
        "Det här ska vi göra\n\n• Polisen har genomfört två kontroller.\n"
        "• Insatsen genomfördes i maj.\n• Polisen ska synas."
    )

    assert promises(page) == ["Polisen ska synas."]


def test_what_was_said_as_a_statement_is_not_promised_in_the_list_below():
    """
    A problem that was pasted in as the first bullet is still a problem.
    """
    page = (
        "Stationen är otrygg.\n\nPolisen lovar att:\n\n"
        "• Stationen är otrygg\n• Synas mer"
    )

    assert promises(page) == ["Synas mer"]


def test_a_headline_has_its_means_below():
    """
    "Vi lovar X. Det gör vi genom att:" is a goal, which the bullets serve.
    """
    page = (
        "Vårt löfte\n\nKommunen lovar att få ned farten. Det sker genom att:\n"
        "• Ställa ut skyltar\n\nPolisen lovar att synas mer i byarna.\n\n"
        "Detta gör vi genom att:\n\n• Patrullera till fots"
    )
    found = found_in(page)

    assert [each.text for each in found] == [
        "Kommunen lovar att få ned farten.",
        "Ställa ut skyltar",
        "Polisen lovar att synas mer i byarna.",
        "Patrullera till fots",
    ]
    assert [each.goal for each in found] == [None, found[0].line, None, found[2].line]
    assert found[0].kind is found[2].kind is PromiseKind.GOAL


def test_a_heading_may_be_the_headline():
    """
    A promise without a full stop looks like a heading, and a new heading ends it.
    """
    page = (
        "Det här ska vi göra\n\nPolisen lovar att arbeta för lägre fart i byarna\n\n"
        "Detta gör vi genom att:\n\n• Mäta farten\n\nAktiviteter\n\n• Synas"
    )

    goal, means, other = found_in(page)

    assert (goal.goal, means.goal, other.goal) == (None, goal.line, None)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Kommunen förbinder sig att röja sly.",
        "Sly ska röjas av kommunen.",
        "Vi ska ses. Det sker snart.",
    ],
)
def test_a_paragraph_below_a_promise_heading_is_one_promise(paragraph):
    """
    It keeps all its sentences.
    """
    assert promises(f"Medborgarlöftet\n\n{paragraph}") == [paragraph]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Medborgarlöftet ska revideras av kommunen.",
        "Många är oroliga.",
        "Publicerad 2020",
        "Polisen har lovat mycket.",
        "Trygghet genom samverkan är vårt mål, och så här når vi det:",
    ],
)
def test_other_paragraphs_there_are_none(paragraph):
    """
    What is said of the agreement, of the past or of nobody's doing is no promise.
    """
    assert promises(f"Medborgarlöftet\n\n{paragraph}") == []


def test_a_short_vow_in_a_heading_is_a_heading():
    """
    "Polisen lovar mer" announces, it does not promise.
    """
    page = "Vårt löfte\n\nPolisen lovar mer\n\nPolisen syns i byarna."

    assert promises(page) == ["Polisen syns i byarna."]


def test_running_text_promises_by_the_sentence():
    """
    In news a promise is a sentence with somebody who vows.
    """
    page = "Det är mörkt. Därför lovar kommunen att röja sly. Polisen är glad."

    assert promises(page) == ["Därför lovar kommunen att röja sly."]
    assert promises("Det blir bra, lovar han. Alla lovar.") == []


def test_weak_verbs_promise_in_running_text_once_the_promises_are_spoken_of():
    """
    "Ska" is said of much else; after "löftet innehåller" or below "Medborgarlöfte
    2020" it promises.
    """
    sentence = "Polisen ska mäta farten."

    assert promises(f"Nytt i Laxå.\n\n{sentence}") == []
    assert promises(f"Medborgarlöften i Laxå\n\n{sentence}") == []
    assert promises(f"Löftet är klart. {sentence} Alla syns.") == [sentence]
    assert promises(f"Medborgarlöfte 2020\n\n{sentence}") == [sentence]
    assert promises(f"Medborgarlöfte 2020\n\nMetod\n\n{sentence}") == []


def test_quotes_promise_nothing():
    """
    What a politician says is no promise of the agreement's.
    """
    assert promises("Nytt löfte 2020\n\n– Vi lovar att göra allt, säger Bo Al.") == []


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("Öka tryggheten i centrum", PromiseKind.GOAL),
        ("Polisen lovar att minska brottsligheten", PromiseKind.GOAL),
        ("Vi ska arbeta för ökad trygghet", PromiseKind.GOAL),
        ("Öka närvaron i centrum", PromiseKind.ACTIVITY),
        ("Polisen lovar att mäta farten", PromiseKind.ACTIVITY),
        ("Trafik", PromiseKind.FOCUS),
    ],
)
def test_a_goal_is_told_from_a_deed_and_a_focus(item, kind):
    """
    "Öka tryggheten" is a state of things, "Trafik" only attention.
    """
    (found,) = found_in(f"Aktiviteter\n\n• {item}")

    assert found.kind is kind


def test_a_page_of_nothing_promises_nothing():
    """
    An empty page, or one of menus, is a page.
    """
    assert promises("") == promises("Sök\n\nTill toppen") == []
