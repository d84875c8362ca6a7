"""Ids that anybody can make again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import AgreementKind, ValidityPeriod
from medborgarloften.model import agreement_id, slug
from medborgarloften.testing import periods, texts


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Askersunds kommun", "askersunds-kommun"),
        ("Örnsköldsvik", "ornskoldsvik"),
        ("A\N{COMBINING RING ABOVE}sele", "asele"),  # the ring apart from its letter
        ("Södermalm/Gamla stan", "sodermalm-gamla-stan"),
        ("  Habo – 2020!  ", "habo-2020"),
        ("Tromsø", "tromso"),
        ("\N{POLICE CAR}", ""),
    ],
)
def test_examples_of_slugs(name, written):
    """
    Letters keep to a-z, and what is between words becomes a hyphen.
    """
    assert slug(name) == written


@given(st.text())
def test_a_slug_is_plain_and_stays_as_it_is(name):
    """
    A slug has letters, digits and single hyphens inside, and is its own slug.
    """
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(name))
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("places", "period", "more", "made"),
    [
        (["Hallsberg"], "2019/2021", {}, "hallsberg-2019-2021"),
        (["Habo"], "2017", {}, "habo-2017"),
        (["Askersund"], "/2021-06-30", {}, "askersund-till-2021-06-30"),
        (["Askersund"], "2021-07-01/", {}, "askersund-fran-2021-07-01"),
        (["Askersund"], "2024/..", {}, "askersund-fran-2024-01-01-tills-vidare"),
        (["Askersund"], "2019/2019..", {}, "askersund-2019-tills-vidare"),
        (["Askersund"], "2019-40", {}, "askersund-2019-01-01-2019-06-30"),
        (["Askersund"], "/..", {}, "askersund-tills-vidare"),
        (["Askersund"], "/", {}, "askersund"),
        (["Laxå", "Degerfors"], "2017", {}, "laxa-degerfors-2017"),
        (["Stockholm"], "2019", {"district": "Södermalm"}, "stockholm-sodermalm-2019"),
        (
            ["Habo"],
            "2019/2022",
            {"kind": AgreementKind.COOPERATION_AGREEMENT},
            "habo-samverkan-2019-2022",
        ),
        ([], "/", {}, "medborgarlofte"),  # nothing is known
    ],
)
def test_examples_of_ids(places, period, more, made):
    """
    Only what is known takes part in the id.
    """
    assert agreement_id(places, ValidityPeriod.parse(period), **more) == made


@given(st.lists(texts(), max_size=2), periods())
def test_an_id_is_its_own_slug(places, period):
    """
    An id can stand in an address and in a file name, and is never blank.
    """
    made = agreement_id(places, period)

    assert made
    assert slug(made) == made


@given(periods(), periods())
def test_periods_of_other_days_give_other_ids(one, other):
    """
    Agreements of one place are told apart by their days, however exactly stated.
    """

    def days_of(period):
        return period.first_day, period.last_day, period.open_ended

    same = agreement_id(["Habo"], one) == agreement_id(["Habo"], other)

    assert same == (days_of(one) == days_of(other))


def test_how_exactly_days_are_stated_makes_no_other_agreement():
    """
    A year is the same year when a page gives its first and its last day.
    """
    by_year, by_day = map(ValidityPeriod.parse, ["2019", "2019-01-01/2019-12-31"])

    assert agreement_id(["Habo"], by_year) == agreement_id(["Habo"], by_day)
