"""Stretches: months run from anniversary to anniversary, terms as the calendar does."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import Per, ValidityPeriod
from medborgarloften.model.per import (
    Stretch,
    may_be_one_season,
    stretches,
    stretches_in,
)
from medborgarloften.testing import bounded_periods, pers

SCHOOL = {Per.TERM, Per.SCHOOL_YEAR}
near_periods = bounded_periods().filter(lambda period: period.days < 5_000)


def ends(period):
    """Take the two days of a period."""
    return period.first_day, period.last_day


@given(pers(), near_periods)
def test_stretches_reach_over_all_the_days(per, period):
    """
    Each stretch has a day of the period, and they come in order, apart.
    """
    laid = list(stretches(per, *ends(period)))

    assert all(each.days_within(*ends(period)) > 0 for each in laid)
    assert all(one.last_day < other.first_day for one, other in pairwise(laid))
    if per not in SCHOOL:
        assert sum(each.days_within(*ends(period)) for each in laid) == period.days


@given(pers(), near_periods)
def test_a_part_of_a_stretch_is_counted_by_its_days(per, period):
    """
    A stretch goes into its own days once, and into less than that less often.
    """
    for stretch in islice(stretches(per, *ends(period)), 1):
        middle = stretch.first_day + timedelta(days=stretch.days // 2)
        assert Fraction(*stretches_in(per, *stretch)) == 1
        assert 0 < Fraction(*stretches_in(per, stretch.first_day, middle)) <= 1


@pytest.mark.parametrize(
    ("per", "text", "count"),
    [
        (Per.DAY, "2020", 366),
        (Per.WEEK, "2019", Fraction(365, 7)),
        (Per.MONTH, "2019/2020", 24),
        (Per.QUARTER, "2019", 4),
        (Per.SEASON, "2019", 4),
        (Per.TERTIAL, "2019", 3),
        (Per.HALF_YEAR, "2019", 2),
        (Per.YEAR, "2019/2021", 3),
        (Per.TWO_YEARS, "2019", Fraction(365, 731)),  # 2020 has a day more
        (Per.TERM, "2019-HT/2020-VT", 2),
        (Per.TERM, "2019-07", 0),  # no school in July
        (Per.TERM, "0001", 2),  # the first year there is
        (Per.SCHOOL_YEAR, "2019-HT/2020-VT", 1),
        (Per.SCHOOL_YEAR, "2019-HT", Fraction(153, 335)),
        (Per.SCHOOL_YEAR, "9999-VT", Fraction(181, 334)),  # the last there is
        (Per.YEAR, "2019-11-28/2020-11-27", 1),  # from anniversary to anniversary
        (Per.PERIOD, "2019-02-03/2024-05-06", 1),
    ],
)
def test_examples_of_counts(per, text, count):
    """
    Calendar arithmetic: months differ in length, and so do years.
    """
    times = stretches_in(per, *ends(ValidityPeriod.parse(text)))

    assert Fraction(*times) == count


def test_months_are_counted_from_the_first_day_each_time():
    """
    A month from 31 January is short, and the next one is not the shorter for it.
    """
    laid = stretches(Per.MONTH, date(2019, 1, 31), date(2019, 4, 29))

    assert [str(each.last_day) for each in laid] == [
        "2019-02-27",
        "2019-03-30",
        "2019-04-29",
    ]


def test_the_last_year_there_is_can_be_cut():
    """
    A stretch that would end after the calendar ends with it.
    """
    laid = list(stretches(Per.TWO_YEARS, date(9999, 1, 1), date(9999, 12, 31)))

    assert laid == [Stretch(date(9999, 1, 1), date.max)]
    assert list(laid[0].last_days_of_parts(1)) == [date.max]


@given(near_periods, st.integers(1, 20))
def test_parts_end_in_order_and_the_last_with_the_stretch(period, parts):
    """
    However many the parts, their ends are within, and the whole is cut.
    """
    days = list(Stretch(*ends(period)).last_days_of_parts(parts))

    assert len(days) == parts
    assert days == sorted(days)
    assert days[0] >= period.first_day
    assert days[-1] == period.last_day


@pytest.mark.parametrize(
    ("text", "parts", "days"),
    [
        ("2020", 2, ["2020-06-30", "2020-12-31"]),  # of whole months
        ("2020", 3, ["2020-04-30", "2020-08-31", "2020-12-31"]),
        ("2020-01", 2, ["2020-01-16", "2020-01-31"]),  # of days, as near as can be
        ("2020-01-06/2020-01-12", 2, ["2020-01-09", "2020-01-12"]),
        ("2019-11-28/2020-11-27", 2, ["2020-05-27", "2020-11-27"]),
    ],
)
def test_examples_of_parts(text, parts, days):
    """
    A year falls in whole months, a month and a week in days.
    """
    stretch = Stretch(*ends(ValidityPeriod.parse(text)))

    assert [str(day) for day in stretch.last_days_of_parts(parts)] == days


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("2020-23", True),
        ("2019-24", True),  # December to February
        ("2020-37", True),  # "januari till och med april"
        ("2020-05-01/2020-05-14", True),  # the rest of one
        ("2020-01-31/2020-05-30", True),
        ("2020-01-31/2020-05-31", False),
        ("2020-HT", False),
        ("2020-40", False),
    ],
)
def test_a_season_is_four_months_at_most(text, may_be):
    """
    In a term or a half-year there is more than one, or one that begins later.
    """
    assert may_be_one_season(*ends(ValidityPeriod.parse(text))) is may_be
