from __future__ import annotations

import pytest

from medborgarloften.reading.page.headings import (
    NUMBERED,
    Section,
    has_digit,
    section_of,
)
from medborgarloften.reading.text.document import Document


@pytest.mark.parametrize(
    "heading",
    [
        "Löfte 1",
        "Medborgarlöfte nr 2: Trafiken",
        "Löfte ett – Trafiken",
        "Åtagande 3. Centrum",
        "Punkt nummer 4",
        "Mål 2",
    ],
)
def test_a_numbered_promise_announces_itself(heading):
    """
    "Löfte ett: Trafiken" stands over the paragraph that promises it.
    """
    assert NUMBERED.match(heading)
    assert section_of(heading) is Section.PROMISES


def test_a_number_of_years_numbers_no_promise():
    """
    "Löfte 2020" is a year's, and "Löfte ettan" nothing.
    """
    assert not NUMBERED.match("Löfte 2020")
    assert not NUMBERED.match("Löfte ettan")


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("2. Uppföljning", Section.FOLLOW_UP),
        ("3 Lägesbild", Section.SITUATION),
        ("1.2 Aktiviteter", Section.PROMISES),
        ("§ 4 Uppföljning", Section.FOLLOW_UP),
    ],
)
def test_the_number_of_a_chapter_says_nothing(heading, section):
    """
    A chapter is known by its words.
    """
    assert section_of(heading) is section


def test_scanners_read_m_as_r_and_n():
    """
    "Ornråden" is "Områden".
    """
    assert section_of("Problernornråde i Laxå") is Section.PROBLEMS


def test_a_year_s_agreement_has_a_number_in_its_heading():
    """
    Where there is no heading there is no number either.
    """
    with_year, without = Document.of("Medborgarlöfte 2020\n\nMedborgarlöfte").lines

    assert has_digit(with_year)
    assert not has_digit(without)
    assert not has_digit(None)
