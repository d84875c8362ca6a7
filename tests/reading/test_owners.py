from __future__ import annotations

import pytest

from medborgarloften.reading.actors.owners import bare_owners, loose_owners, owners_of


def names(found):
    """The names of those found."""
    return found and [each.name for each in found.mentions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polisen", ["Polisen"]),
        ("Polisen och kommunen tillsammans:", ["Polisen", "kommunen"]),
        ("Polisen i samverkan med eldsjälar.", ["Polisen"]),
        ("Polisen i samverkan med skolan.", ["Polisen"]),
        (
            "Polisen tillsammans med kommunen och kyrkan:",
            ["Polisen", "kommunen", "kyrkan"],
        ),
        ("Polisen tillsammans med kyrkan och kommunen:", ["Polisen"]),
        # all who enter into it, in some word of its own
        ("Gemensamt", ["Gemensamt"]),
        ("Gemensamma åtaganden:", ["Gemensamma"]),
        ("Alla", ["Alla"]),
        # more than a name is said
        ("Polisen lovar", None),
        ("Trafik", None),
    ],
)
def test_a_line_may_only_name_somebody(text, wanted):
    """
    "Polisen:" over a list says whose it is, and nothing more.
    """
    assert names(bare_owners(text)) == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Det här står polisen för", ["polisen"]),
        ("Från Laxå kommun", ["Laxå kommun"]),
        # a place is nobody, a long heading says much, and what is seen is no deed
        ("Sommar Laxå", None),
        ("Det här kan du läsa om polisen", None),
        ("Polisen ser", None),
        # the beginning of another's name
        ("Stadens Parkering", None),
        ("Stadens parkering", ["Stadens"]),
        ("Vad gör polisen?", None),
        ("Trafik", None),
    ],
)
def test_a_short_heading_may_speak_of_somebody(heading, wanted):
    """
    Over promises, whom a few words speak of is whose they are.
    """
    assert names(loose_owners(heading)) == wanted


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Insatser från polisen", ["från polisen"]),
        ("Polisens del", ["Polisens"]),
        ("Polisens och kommunens roll", ["Polisens", "kommunens"]),
        ("Polisiärt läge", None),
        ("Ansvar för alla", None),
    ],
)
def test_a_heading_may_describe_whose_deeds_follow(heading, wanted):
    """
    "Polisiärt arbete" is the police's, without a verb.
    """
    assert names(owners_of(heading)) == wanted
