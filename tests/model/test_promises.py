"""Promises and their counts."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import Per, Promise, Quantity, Theme, ValidityPeriod
from medborgarloften.model.per import stretches
from medborgarloften.testing import bounded_periods, periods, promises, quantities

p = ValidityPeriod.parse
near_periods = bounded_periods().filter(lambda period: period.days < 5_000)


@pytest.mark.parametrize(
    ("limits", "per", "period", "total"),
    [
        ((4, None), Per.YEAR, "2019/2020", (8, None)),
        ((None, 2), Per.MONTH, "2019", (None, 24)),
        ((1, 1), Per.WEEK, "2019", (52, 53)),  # 52 weeks and a day
        ((1, 3), Per.TERM, "2019", (2, 6)),
        ((10, None), Per.YEAR, "2019-01/2019-06", (4, None)),  # 181 of 365 days
        ((2, 4), Per.PERIOD, "2019/2021", (2, 4)),  # already for the whole
        ((2, 4), None, "2019/2021", (2, 4)),  # nothing was said of time
        ((2, 4), Per.PERIOD, "/", (2, 4)),  # no days are needed
        ((1, None), Per.DAY, "2020-02", (29, None)),
        ((0, 0), Per.DAY, "2020", (0, 0)),  # "inga"
        ((10, None), Per.SEASON, "2020-23", (10, None)),  # "under hösten"
        ((17, None), Per.SEASON, "2020-01/2020-04", (17, None)),
        ((2, 4), Per.SEASON, "2020-04-10/2020-08-09", (2, 4)),  # four months
        ((1, None), Per.YEAR, "2019/2020..", (2, None)),  # through the last day stated
    ],
)
def test_examples_of_totals(limits, per, period, total):
    """
    A minimum is rounded down and a maximum up.
    """
    counted = Quantity(*limits, "insats", per).total(p(period))

    assert counted == Quantity(*total, "insats", Per.PERIOD)


@pytest.mark.parametrize("period", ["/", "2019/", "/2019", "2019/.."])
def test_there_is_no_total_over_unstated_days(period):
    """
    Where an end is not stated, nobody can tell how many years there are.
    """
    assert Quantity(4, None, "insats", Per.YEAR).total(p(period)) is None


@pytest.mark.parametrize(
    "period",
    ["2020", "2019/2021", "2020-01/2020-06", "2020-HT", "2020-04-10/2020-08-10"],
)
def test_there_is_no_total_of_a_season_over_more_than_four_months(period):
    """
    It does not say which it is, and four of them would be more than was promised.
    """
    assert Quantity(10, None, "insats", Per.SEASON).total(p(period)) is None


@given(quantities(), near_periods)
def test_a_total_over_one_stretch_is_the_count_itself(quantity, period):
    """
    Four a year are four over a year, wherever it begins.
    """
    per = quantity.per or Per.PERIOD
    for stretch in islice(stretches(per, period.first_day, period.last_day), 1):
        total = quantity.total(ValidityPeriod(*stretch))
        assert total == attrs.evolve(quantity, per=Per.PERIOD, average=False)


@pytest.mark.parametrize("per", [Per.DAY, Per.WEEK, Per.TERM, Per.SCHOOL_YEAR])
@given(quantities(), near_periods, st.integers(1, 30))
def test_totals_of_two_periods_bound_the_total_of_both(per, quantity, period, months):
    """
    Counted in two parts, nobody is held to more than when counted at once.
    """
    following = ValidityPeriod.of_months(period.last_day + timedelta(days=1), months)
    counts = attrs.evolve(quantity, per=per)

    parts = [counts.total(period), counts.total(following)]
    whole = counts.total(ValidityPeriod(period.first_day, following.last_day))

    if whole.minimum is not None:
        assert sum(part.minimum for part in parts) <= whole.minimum
    if whole.maximum is not None:
        assert sum(part.maximum for part in parts) >= whole.maximum


@given(quantities(), periods())
def test_a_total_keeps_what_is_counted(quantity, period):
    """
    Unit and second denominator stay; the answer is for the period, no average.
    """
    total = quantity.total(period)

    if total is not None:
        assert (total.unit, total.each) == (quantity.unit, quantity.each)
        assert (total.per, total.average) == (Per.PERIOD, False)
        assert (total.minimum is None) == (quantity.minimum is None)
        assert (total.maximum is None) == (quantity.maximum is None)


@pytest.mark.parametrize(
    ("minimum", "maximum", "met"),
    [
        (4, None, [False, True, True]),
        (None, 4, [True, True, False]),
        (4, 4, [False, True, False]),
    ],
)
def test_a_count_meets_a_quantity_between_its_limits(minimum, maximum, met):
    """
    Both limits count.
    """
    quantity = Quantity(minimum, maximum, "insats")

    assert [quantity.is_met_by(counted) for counted in (3, 4, 5)] == met


@given(st.permutations([Theme.YOUTH, Theme.DRUGS, Theme.SCHOOL, Theme.DRUGS]))
def test_themes_are_sorted_and_each_there_once(themes):
    """
    In whatever order themes are given, the promise is the same.
    """
    promise = Promise(number=1, text="x", promisors=("police",), themes=tuple(themes))

    assert promise.themes == (Theme.DRUGS, Theme.SCHOOL, Theme.YOUTH)


@given(promises())
def test_a_promise_is_joint_if_more_than_one_makes_it(promise):
    """
    Partners do not make it joint.
    """
    assert promise.is_joint == (len(promise.promisors) > 1)
