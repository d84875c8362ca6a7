from __future__ import annotations

import pytest

from medborgarloften.reading import read_text

TITLE = "Medborgarlöfte 2022 för Tierps kommun\n\n"


def promised(page):
    """What is promised on a page of Tierp, and by whom."""
    (agreement,) = read_text(TITLE + page).agreements
    return [(promise.text, promise.promisors) for promise in agreement.promises]


@pytest.mark.parametrize("stop", [".", ""])
@pytest.mark.parametrize(
    ("police", "municipality"),
    [
        ("POLISEN LOVAR ATT VARA UTE", "KOMMUNEN LOVAR ATT TÄNDA LAMPOR"),
        ("Polisen lovar att gå", "Kommunen lovar att tända lampor"),
    ],
)
def test_a_vow_is_one_in_capitals_and_without_a_full_stop(police, municipality, stop):
    """
    A poster has capitals only, and no full stops.
    """
    assert promised(f"{police}{stop}\n\n{municipality}{stop}") == [
        (police + stop, ("police",)),
        (municipality + stop, ("tierp",)),
    ]
    assert promised(police + stop) == [(police + stop, ("police",))]


@pytest.mark.parametrize(
    "heading",
    [
        "Det här lovar vi",
        "Vi lovar att",
        "Vi lovar att:",
        "Vi lovar att arbeta för",
        "Vi lovar att gå:",
    ],
)
def test_a_heading_that_leads_on_is_no_promise(heading):
    """
    What is vowed stands below it.
    """
    assert promised(f"{heading}\n\n• synas mer") == [
        ("synas mer", ("police", "tierp")),
    ]
