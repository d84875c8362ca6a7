from __future__ import annotations

import pytest

from medborgarloften import Area
from medborgarloften.plots._wording import PlotWording


@pytest.mark.parametrize(
    ("count", "swedish", "english"),
    [
        (0, "0 kommuner", "0 municipalities"),
        (1, "1 kommun", "1 municipality"),
        (999, "999 kommuner", "999 municipalities"),
        (2678, "2\xa0678 kommuner", "2\xa0678 municipalities"),
    ],
)
def test_numbers_go_with_their_word(count, swedish, english):
    """
    Only one is one; thousands are parted by a space at which no line is broken.
    """
    entries = ("municipality", "municipalities")

    assert PlotWording("sv").count(count, *entries) == swedish
    assert PlotWording("en").count(count, *entries) == english


def test_all_numbers_of_a_description_are_written_alike():
    """
    Thousands are parted by a space wherever they stand.
    """
    assert PlotWording("en").told("behind", 28500) == "behind: 28\N{NO-BREAK SPACE}500"
    assert PlotWording("sv").told("ligger efter", 1) == "ligger efter: 1"


def test_what_is_said_becomes_sentences():
    """
    Each begins with a capital and ends with a full stop; nothing makes none.
    """
    assert PlotWording("sv").sentences("en bild", "", "åtta rader", "?") == (
        "En bild. Åtta rader. ?."
    )


@pytest.mark.parametrize(
    ("area", "short"),
    [
        (Area(), "place not stated"),
        (Area(district="Norr"), "Norr"),
        (Area(municipalities=("0643",)), "Habo"),
        (
            Area(municipalities=("0643", "0642", "9999"), district="Norr"),
            "Norr, Habo and 2 more",
        ),
    ],
)
def test_places_are_said_in_few_words(area, short):
    """
    Of several municipalities the first, and how many there are besides.
    """
    assert PlotWording("en").short_area(area) == short
