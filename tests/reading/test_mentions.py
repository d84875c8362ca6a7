from __future__ import annotations

import pytest

from medborgarloften.reading.actors.mentions import find_mentions


def names(text):
    """The names of those spoken of."""
    return [each.name for each in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nya Bostäder AB lovar", ["Nya Bostäder AB"]),
        (
            "Räddningstjänsten Norra Götaland lovar",
            ["Räddningstjänsten Norra Götaland"],
        ),
        # an owner's name ends where it owns something
        ("Skolans Bibliotek", ["Skolan"]),
        # "LPO" is the police, and begins no other's name
        ("Polisen Nya Bostäder", ["Polisen", "Nya Bostäder"]),
        # who takes part but never promises
        ("Elever ska synas", []),
        # a line of names is not one name
        ("A B C D E F G H Bostäder I", ["B C D E F G H Bostäder I"]),
    ],
)
def test_a_body_is_spoken_of_by_its_whole_name(text, wanted):
    """
    Words with capitals beside the word that tells a body belong to its name.
    """
    assert names(text) == wanted


def test_the_longest_name_at_a_place_is_meant():
    """
    In "lokalpolisområde Hallsberg" nobody is the municipality of Hallsberg.
    """
    assert names("lokalpolisområde Hallsberg och Hallsbergs kommun") == [
        "lokalpolisområde Hallsberg",
        "Hallsbergs kommun",
    ]


def test_a_municipality_after_i_says_where():
    """
    "Polisen i Laxå kommun" is the police alone, "polisen och Laxå kommun" are two.
    """
    assert names("polisen i Laxå kommun") == ["polisen"]
    assert names("polisen och Laxå kommun") == ["polisen", "Laxå kommun"]
    assert names("Skolan i hela kommunen") == ["Skolan"]


def test_only_some_can_enter_into_an_agreement():
    """
    The police, municipalities and "vi" are parties; a school is not.
    """
    found = find_mentions("Polisen, kommunen, skolan och vi")

    assert [each.is_party for each in found] == [True, True, False, True]
