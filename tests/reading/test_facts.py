from __future__ import annotations

import pytest

from medborgarloften.model import Basis, Per
from medborgarloften.reading import facts
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.text.document import Document


def settings_of(page):
    """What the lines of a page stand under."""
    return find_settings(Document.of(page))


def values(cited):
    """What was read, without its places."""
    return [each.value for each in cited]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Löftet bygger på medborgardialoger.", [Basis.CITIZEN_DIALOGUE]),
        (
            "Till grund ligger en medarbetarenkät och en medborgarenkät.",
            [Basis.STAFF_SURVEY, Basis.CITIZEN_SURVEY],
        ),
        ("Vi har tagit hjälp av statistik.", [Basis.CRIME_STATISTICS]),
        ("Det baseras på trygghetsmätningen.", [Basis.SAFETY_SURVEY]),
        # that there is a picture counts only where nothing is said of its ground
        ("Det bygger på en gemensam lägesbild.", [Basis.SITUATION_PICTURE]),
        (
            "Det bygger på en gemensam lägesbild med underrättelser.",
            [Basis.INTELLIGENCE],
        ),
        # a dialogue that is only held is no ground
        ("Vi bjuder in till medborgardialog.", []),
    ],
)
def test_what_the_situation_picture_rests_on(page, wanted):
    """
    Dialogues, surveys and statistics are grounds where something rests on them.
    """
    assert values(facts.find_basis(settings_of(page))) == wanted


def test_a_ground_is_cited_by_its_whole_word():
    """
    The stem is found in a longer word, and the word is quoted.
    """
    (basis,) = facts.find_basis(
        settings_of("Det bygger på trygghetsmätningarna i maj.")
    )

    assert basis.span.quote == "trygghetsmätningarna"


def test_priorities_are_listed_or_said():
    """
    They stand in a list below their heading, or in a sentence that says so.
    """
    page = (
        "Fokusområden\n\n• Trafik.\n• Narkotika: vi säger nej\n• Skola\nPolis: Sök.\n\n"
        "Lägesbild\n\nVi identifierade unga i riskzon som ett av de områden vi väljer. "
        "Att lyfta tjejer är ett prioriterat område. Allt är viktigt."
    )

    assert values(facts.find_priorities(settings_of(page))) == [
        "Trafik",
        "unga i riskzon",
        "Att lyfta tjejer",
    ]


def test_a_last_item_is_a_priority_too():
    """
    Nothing needs to follow it.
    """
    assert values(facts.find_priorities(settings_of("Fokusområden\n\n1. Trafik"))) == [
        "Trafik"
    ]


def test_effects_stand_below_their_heading():
    """
    Each bullet is one, and so is each part of a sentence that says what is expected.
    """
    page = (
        "Effekter\n\n• Fler vågar gå ut. Det är bra.\n• Färre skador\n\n"
        "Löftet förväntas öka tryggheten, minska skadorna samt stärka tilliten. "
        "Vi hoppas på det.\n\nEffekt"
    )

    assert values(facts.find_effects(settings_of(page))) == [
        "Fler vågar gå ut. Det är bra",
        "Färre skador",
        "öka tryggheten",
        "minska skadorna",
        "stärka tilliten",
    ]
    assert facts.find_effects(settings_of("Löftet förväntas öka tryggheten.")) == ()


@pytest.mark.parametrize(
    ("page", "purpose", "times", "per"),
    [
        ("Löftet ska årligen revideras.", "revidering", 1, Per.YEAR),
        ("Vi har veckovisa avstämningar.", "avstämning", 1, Per.WEEK),
        ("Läget följs upp varje tertial.", "uppföljning", 1, Per.TERTIAL),
        ("Resultatet redovisas 2 gånger/år.", "redovisning", 2, Per.YEAR),
        ("Det utvärderas tre gånger per år.", "utvärdering", 3, Per.YEAR),
        ("Det följs upp kvartalsvis.", "uppföljning", 1, Per.QUARTER),
    ],
)
def test_when_the_agreement_is_looked_at_again(page, purpose, times, per):
    """
    What is done and how often, in the words that say so.
    """
    (review,) = values(facts.find_reviews(settings_of(page)))

    assert (review.purpose, review.times, review.per) == (purpose, times, per)
    assert review.wording in page


def test_other_counts_are_no_reviews():
    """
    A promise has counts of its own, and what stands far apart is not said together.
    """
    promise = "Aktiviteter\n\n• Redovisa mätningar varje år"
    apart = f"Vi ses varje år {'och så vidare ' * 8} och löftet revideras."

    assert facts.find_reviews(settings_of(promise)) == ()
    assert facts.find_reviews(settings_of(apart)) == ()


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Det är femte året som vi skriver under medborgarlöftet.", 5),
        ("För tredje gången i rad skrivs ett löfte.", 3),
        ("Det första medborgarlöftet är här.", 1),
        ("Vårt fjärde medborgarlöfte är här.", 4),
        ("Andra året med avtal.", 2),
        ("Tredje året på gymnasiet.", None),
    ],
)
def test_which_in_the_row_it_is(page, wanted):
    """
    "Femte året" counts agreements only where agreements are spoken of.
    """
    found = facts.find_ordinal(settings_of(page))

    assert (found and found.value) == wanted


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Delar ur löftet", True),
        ("Några exempel är:", True),
        ("Exempel på åtgärder:", True),
        ("– Bland annat löftena är bra, säger Bo Al.", False),
        ("• Delar ur filmen visas", False),
        ("Metod\n\nNågra exempel följer.", False),
        ("Vi lovar bland annat att:", True),
        ("Vi lovar bland annat att synas.", False),
        ("Alla löften", False),
    ],
)
def test_an_excerpt_says_that_it_is_one(page, wanted):
    """
    "Delar ur …" tells that not all promises are here; a quote or a bullet does not.
    """
    assert (facts.find_excerpt(settings_of(page)) is not None) is wanted


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Läs hela löftet här. Pdf, 95 kB.", ["Läs hela löftet här"]),
        ("Medborgarlöfte 2020 (pdf, 95 kB)", ["Medborgarlöfte 2020"]),
        ("Ny text. Löftet 2020, pdf", ["Löftet 2020"]),
        ("(pdf)", []),
        ("Ingen länk", []),
    ],
)
def test_documents_are_told_by_their_links(page, wanted):
    """
    A link to a PDF names the document that holds the whole.
    """
    assert [
        words.value for words, _ in facts.find_documents(settings_of(page))
    ] == wanted
