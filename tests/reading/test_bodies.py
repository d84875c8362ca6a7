from __future__ import annotations

import pytest

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.bodies import find_bodies
from medborgarloften.reading.text.words import words_of


def bodies(text):
    """The bodies that a text names: what they are known by, and how they stand."""
    words = words_of(text)
    return [
        (" ".join(word.written for word in words[first : last + 1]), is_genitive)
        for _, first, last, is_genitive in find_bodies(words)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Skolan och socialtjänsten", [("Skolan", False), ("socialtjänsten", False)]),
        ("skolans gård", [("skolans", True)]),
        ("socialtjänstens", [("socialtjänstens", True)]),
        # a word that only ends as an owner does
        ("fritids", [("fritids", False)]),
        ("ByaBostäder", [("ByaBostäder", False)]),
        # homes are no company
        ("nya bostäder", []),
        ("trafik", []),
        ("", []),
    ],
)
def test_bodies_are_known_by_their_words(text, wanted):
    """
    A table tells them, and a name that only its end tells has a capital.
    """
    assert bodies(text) == wanted


def test_a_body_has_a_kind_and_tells_whether_it_may_promise():
    """
    A school may promise; pupils are people, and only take part.
    """
    (school, *_), (people, *_) = find_bodies(words_of("Skolan och elever"))

    assert (school.lemma, school.kind) == ("skola", PartyKind.SCHOOL)
    assert school.may_promise
    assert not school.is_people
    assert people.is_people
    assert not people.may_promise
