"""Units of the calendar: which one holds a day, and how it is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given

from medborgarloften import Precision
from medborgarloften.model._calendar import CalendarUnit
from medborgarloften.testing import days, precisions


@given(days(), precisions())
@example(date(2019, 7, 1), Precision.TERM)
@example(date(2019, 8, 1), Precision.TERM)
def test_the_unit_that_holds_a_day_holds_it(day, precision):
    """
    A day is within its unit, and only a July is in none.
    """
    unit = CalendarUnit.holding(day, precision)

    if unit is None:
        assert (day.month, precision) == (7, Precision.TERM)
    else:
        assert unit.first_day <= day <= unit.last_day
        assert unit.precision is precision


@given(days(), precisions())
def test_every_day_of_a_unit_has_that_unit(day, precision):
    """
    Units of one precision do not overlap.
    """
    unit = CalendarUnit.holding(day, precision) or CalendarUnit.holding(
        day, Precision.DAY
    )

    assert CalendarUnit.holding(unit.first_day, unit.precision) == unit
    assert CalendarUnit.holding(unit.last_day, unit.precision) == unit


@given(days(), precisions())
def test_a_unit_is_read_from_its_text(day, precision):
    """
    No two units of the calendar are written alike.
    """
    unit = CalendarUnit.holding(day, precision) or CalendarUnit.holding(
        day, Precision.DAY
    )

    assert CalendarUnit.parse(str(unit)) == unit


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2019, 12, 1), "2019-24"),
        (date(2020, 1, 15), "2019-24"),
        (date(2020, 2, 29), "2019-24"),
        (date(2020, 3, 1), "2020-21"),
    ],
)
def test_a_winter_belongs_to_the_year_in_which_it_begins(day, text):
    """
    December, January and February are one winter.
    """
    assert str(CalendarUnit.holding(day, Precision.SEASON)) == text


@pytest.mark.parametrize(
    ("day", "precision"),
    [
        (date(2019, 7, 1), Precision.TERM),  # between the terms
        (date(2019, 7, 31), Precision.TERM),
        (date(1, 2, 1), Precision.SEASON),  # a winter that began before the calendar
        (date(9999, 12, 1), Precision.SEASON),  # one that ends after it
    ],
)
def test_some_days_are_in_no_unit(day, precision):
    """
    Where there is no unit, none is made up.
    """
    assert CalendarUnit.holding(day, precision) is None


@pytest.mark.parametrize(
    "text",
    [
        "",  # nothing
        "2019-00",  # no such month
        "2019-42",  # no such code
        "2019-02-29",  # no such day
        "19",  # no full year
        "0000-01",  # no such year
        "9999-24",  # a winter that the calendar cuts off
    ],
)
def test_a_text_that_names_no_unit_is_refused(text):
    """
    What is no unit of the calendar is no text of one.
    """
    with pytest.raises(ValueError):  # noqa: PT011 - the period tells what was wrong
        CalendarUnit.parse(text)
