from __future__ import annotations

from datetime import date

import pytest

from medborgarloften.reading.formats.extract import Extract

OWN, KNOWN, FETCHED = date(2020, 1, 1), date(2021, 2, 2), date(2022, 3, 3)


def test_what_the_caller_knows_is_added():
    """
    A format that tells nothing leaves it to the caller.
    """
    told = Extract(text="x").told(
        url=" https://laxa.example/ ", published_on=KNOWN, retrieved_on=FETCHED
    )

    assert told == Extract(
        text="x",
        url="https://laxa.example/",
        published_on=KNOWN,
        retrieved_on=FETCHED,
    )


def test_the_days_of_the_page_come_first():
    """
    The address is where the caller found it; the days are what the page says.
    """
    page = Extract(text="x", url="a", published_on=OWN, retrieved_on=OWN)
    told = page.told(url="b", published_on=KNOWN, retrieved_on=FETCHED)

    assert (told.url, told.published_on, told.retrieved_on) == ("b", OWN, OWN)


@pytest.mark.parametrize("url", [None, "", "  "])
def test_an_address_of_nothing_leaves_that_of_the_page(url):
    """
    Whoever knows nothing changes nothing.
    """
    page = Extract(text="x", url="a", published_on=OWN)

    assert page.told(url=url) == page
