from __future__ import annotations

import pytest

from medborgarloften.reading import read_html, read_text


def codes(page):
    """The problems of a page, and the lines they stand in."""
    reading = read_text(page)
    assert reading.agreements == ()
    return [(each.code, each.span and each.span.line) for each in reading.problems]


@pytest.mark.parametrize(
    "vow",
    [
        "Polisen i Norrtälje lovar härmed",
        "Läget\n\nKommunen och polisen åtar sig mer.",
    ],
)
def test_a_vow_of_which_nothing_was_read_is_a_problem(vow):
    """
    The line is told, and a person can read it.
    """
    assert codes(f"Medborgarlöfte\n\n{vow}") == [
        ("no-promise-found", vow.count("\n") + 3)
    ]


@pytest.mark.parametrize(
    "page",
    [
        "Polisen i Norrtälje lovar härmed",  # no medborgarlöfte
        "Medborgarlöfte\n\nVad lovar polisen?",
        "Medborgarlöfte\n\nHär kan du läsa vad vi lovar.",
        "Medborgarlöfte\n\nI ett medborgarlöfte lovar polisen att synas.",
        "Medborgarlöfte\n\nKontaktpersoner\n\nKommunen lovar.",
        "Medborgarlöfte\n\nSvaren ger de aktiviteter kommunen lovar att göra?",
        "Medborgarlöfte\n\n– Polisen lovar härmed, säger Eva Ek.",
        "Vad är ett medborgarlöfte?\n\nKommunen lovar härmed",
    ],
)
def test_a_page_that_vows_nothing_has_no_problem(page):
    """
    What is said of vows, of the method or by somebody is no vow.
    """
    assert codes(page) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<!DOCTYPE html><p>Hej", ["html-as-text"]),
        ("\n <html lang='sv'><p>Hej", ["html-as-text"]),
        ("<h1>Hej</h1>", ["html-as-text"]),
        ("< 5 pass", []),
        ("<Hej> och hå", []),
    ],
)
def test_html_that_is_given_as_text_is_a_problem(text, wanted):
    """
    Its tags would be read as words; where it is read as HTML all is well.
    """
    assert [each.code for each in read_text(text).problems] == wanted
    assert read_html(text).problems == ()
