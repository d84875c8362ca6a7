from __future__ import annotations

import pytest

from medborgarloften.reading.page.shaping import headed, with_points
from medborgarloften.reading.text.document import Document, LineKind


def shaped(page):
    """The lines of a page put in shape: what they are, and their words."""
    lines = headed([*with_points(Document.of(page).lines)])
    return [(line.kind.value, line.text) for line in lines]


def test_points_belong_to_the_item_above_them():
    """
    "Kontroll av – ljud – däck" is one deed, and the next bullet is another.
    """
    page = "• Kontroll av\n  – ljud\n  – däck och ljus\n• Samtal"

    assert shaped(page) == [
        ("bullet", "Kontroll av ljud däck och ljus"),
        ("bullet", "Samtal"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        # it is no further in, or there is a gap above it
        "• Trafik\n– ljud",
        "• Trafik\n\n  – ljud",
        # it begins as a deed does, or says as much as one
        "• Trafik\n  – Mäta ljud",
        "• Trafik\n  – kontroller av ljud och däck",
        # what leads to a list does so
        "• Trafik:\n  – ljud",
    ],
)
def test_other_nested_items_are_items(page):
    """
    Only a few words that go on from the item above are mere points of it.
    """
    assert len(shaped(page)) == 2


def test_a_gap_is_looked_for_above_each_point():
    """
    A point that leads further keeps what stands below it.
    """
    assert len(shaped("• Kontroll av\n  – dessa:\n  – ljud")) == 2


def test_a_row_below_a_promise_tells_more_of_it():
    """
    Rows without a gap are one paragraph, until the next one vows.
    """
    page = (
        "Polisen lovar att synas mer.\nDet gäller hela året.\n"
        "Kommunen ska röja sly.\n\nDet blir bra."
    )

    assert shaped(page) == [
        ("paragraph", "Polisen lovar att synas mer. Det gäller hela året."),
        ("paragraph", "Kommunen ska röja sly."),
        ("paragraph", "Det blir bra."),
    ]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        # a known heading with a number, over something else than the next number
        ("2. Vad vi lovar\n\n• Synas", LineKind.HEADING),
        ("§ 3 Om parterna\n\nPolisen och kommunen.", LineKind.HEADING),
        # items of a numbered list
        ("1. Vad vi lovar\n2. Synas", LineKind.NUMBERED),
        ("1. Trafik\n\n• Synas", LineKind.NUMBERED),
        ("1. Vad vi lovar", LineKind.NUMBERED),
        # a promise that has a name, over its words
        ("Löfte 1: Trafik\n\nPolisen mäter farten.", LineKind.HEADING),
        ("Löfte 1: Polisen mäter farten.", LineKind.LABEL),
        ("Löfte 1: Trafik\n\n• Mäta farten", LineKind.LABEL),
        ("Ordning: Trafik\n\nPolisen mäter farten.", LineKind.LABEL),
        # whose it is, though the label is a long one
        ("Polis, kommun, Västtrafik och fler: Genomgång av miljön", LineKind.HEADING),
        ("Polis, kommun och Västtrafik: Genomgång av miljön", LineKind.LABEL),
    ],
)
def test_a_heading_is_told_by_what_follows(page, kind):
    """
    A number may be a chapter's, and a label may be a heading's.
    """
    assert shaped(page)[0][0] == kind.value


def test_numbered_titles_over_paragraphs_are_headings():
    """
    Where two short numbered lines each have a paragraph below, they are its titles.
    """
    two = "1. Trafik\n\nDet körs fort.\n\n2. Buller\n\nDet är högt."

    assert [kind for kind, _ in shaped(two)] == ["heading", "paragraph"] * 2
    assert shaped("1. Trafik\n\nDet körs fort.")[0] == ("numbered", "Trafik")
    assert shaped(two.replace("Buller", "Vi ska lyssna"))[0][0] == "numbered"
