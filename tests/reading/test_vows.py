from __future__ import annotations

import pytest

from medborgarloften.reading.actors.vows import THEN_VERB, THEN_VOW, is_vow


@pytest.mark.parametrize(
    "rest",
    [
        " lovar att synas",
        " ska synas",
        " har åtagit sig att synas",
        # a place, an adverb or a clause in commas may stand between
        " i Laxå kommun ska synas",
        " på Storgatan kommer att synas",
        " även i fortsättningen ska synas",
        " minst en gång i veckan ska synas",
        " under sommaren 2020 ska synas",
        ", som finns i Röfors, ska synas",
    ],
)
def test_a_vow_may_stand_a_bit_after_its_subject(rest):
    """
    What stands between "polisen" and "lovar" does not part them.
    """
    assert THEN_VOW.match(rest)
    assert is_vow(rest)


@pytest.mark.parametrize(
    ("rest", "is_verb"),
    [
        (" erbjuder samtal", True),
        (" finns i byn", True),
        # these only end as verbs do
        (" efter sommaren", False),
        (" per vecka", False),
        (" timmar om dagen", False),
        (" röjning av sly", False),
    ],
)
def test_a_verb_in_the_present_may_promise(rest, is_verb):
    """
    "Kommunen erbjuder" does something; "polisen per vecka" does nothing.
    """
    assert bool(THEN_VERB.match(rest)) is is_verb
    assert not THEN_VOW.match(rest)
    assert not is_vow(rest)
