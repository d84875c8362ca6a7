from __future__ import annotations

from datetime import date

import pytest

from medborgarloften import Amendment
from medborgarloften.serializers._pages.wordings import PageWording


@pytest.mark.parametrize(
    ("amendment", "swedish"),
    [
        (Amendment(), None),
        (Amendment(on=date(2021, 1, 29)), "29 januari 2021"),
        (Amendment(last_day=date(2021, 6, 30)), "till och med 30 juni 2021"),
        (Amendment(wording="förlängs\n ett år"), "”förlängs ett år”"),
    ],
)
def test_changes_are_said_as_far_as_they_are_known(amendment, swedish):
    """
    Of a change of which nothing is known nothing is said.
    """
    assert PageWording("sv").amendment(amendment) == swedish


def test_every_fact_is_on_one_line():
    """
    What was published cannot break the line that it is told on.
    """
    assert PageWording("en")("calendar.ends", title="a\n  b") == "Runs out: a b"
