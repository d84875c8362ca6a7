"""Periods: what they say of a day, their text, their order and their algebra."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, example, given
from hypothesis import strategies as st

from medborgarloften import InvalidField, InvalidPeriod, Precision, ValidityPeriod
from medborgarloften.testing import bounded_periods, days, periods

NOON = datetime(2020, 6, 1, 12, 0)  # noqa: DTZ001 - any time of day will do
p = ValidityPeriod.parse


def edges(*some):
    """List the days at and around the ends of some periods, where answers change."""
    ends = {day for each in some for day in (each.first_day, each.last_day) if day}
    near = {day + timedelta(days=step) for day in ends for step in (-1, 0, 1)}
    return sorted(near | {date.min, date(2020, 6, 1), date.max})


def certain_and_possible(period, day):
    """Tell what a period says of a day, as a word."""
    return ("yes" if day in period else "maybe") if period.may_cover(day) else "no"


# After a last day that may be passed, what is certain depends on who cuts first.
settled = periods().filter(lambda each: not (each.open_ended and each.last_day))


# ---------------------------------------------------------------- doors


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (ValidityPeriod(), "/"),
        (ValidityPeriod.of_year(2017), "2017"),
        (ValidityPeriod.of_years(2019, 2021), "2019/2021"),
        (ValidityPeriod.of_years(2019, 2019), "2019"),
        (ValidityPeriod.of_months(date(2019, 11, 28), 12), "2019-11-28/2020-11-27"),
        (ValidityPeriod.of_months(date(2020, 2, 29), 12), "2020-02-29/2021-02-27"),
        (ValidityPeriod.of_months(date(2020, 1, 31), 1), "2020-01-31/2020-02-28"),
        (ValidityPeriod.until(date(2021, 6, 30)), "/2021-06-30"),
        (ValidityPeriod.since(date(2021, 7, 1)), "2021-07-01/"),
        (ValidityPeriod.since(date(2024, 1, 1), open_ended=True), "2024-01-01/.."),
        (ValidityPeriod(open_ended=True), "/.."),
        (ValidityPeriod(date(2020, 1, 1), date(2020, 1, 1)), "2020-01-01"),
    ],
)
def test_each_door_makes_a_period_with_a_text(period, text):
    """
    Whichever way a period is made, its text makes it again.
    """
    assert str(period) == text
    assert p(text) == period


@given(st.dates(date(1900, 1, 1), date(2150, 1, 1)), st.integers(1, 120))
def test_months_end_the_day_before_the_anniversary(first_day, months):
    """
    A number of months from a day is over when as many months have passed.
    """
    period = ValidityPeriod.of_months(first_day, months)

    anniversary = first_day + relativedelta(months=months)
    assert period.last_day + timedelta(days=1) == anniversary
    assert period.meets(ValidityPeriod.of_months(anniversary, 1))


PUT_EARLIER_FIRST = "put the earlier day first"
GIVE_YEARS = "give years from 1 to 9999"


@pytest.mark.parametrize(
    ("make", "arguments", "found", "remedy"),
    [
        (
            ValidityPeriod,
            {"first_day": date(2021, 1, 1), "last_day": date(2020, 12, 31)},  # reversed
            "first_day 2021-01-01 with last_day 2020-12-31",
            PUT_EARLIER_FIRST,
        ),
        (
            ValidityPeriod,
            {  # reversed, and no better for going on
                "first_day": date(2021, 1, 1),
                "last_day": date(2020, 1, 1),
                "open_ended": True,
            },
            "first_day 2021-01-01 with last_day 2020-01-01",
            PUT_EARLIER_FIRST,
        ),
        (
            ValidityPeriod.of_years,
            {"first_year": 2021, "last_year": 2019},  # reversed
            "first_day 2021-01-01 with last_day 2019-12-31",
            PUT_EARLIER_FIRST,
        ),
        (
            ValidityPeriod.of_year,
            {"year": 0},  # a year that the calendar does not have
            "0/0",
            GIVE_YEARS,
        ),
        (
            ValidityPeriod.of_years,
            {"first_year": 2019, "last_year": 10_000},  # the same
            "2019/10000",
            GIVE_YEARS,
        ),
        (
            ValidityPeriod.of_months,
            {"first_day": date(2020, 1, 1), "months": 0},  # no months
            "0 months from 2020-01-01",
            "give at least one month",
        ),
        (
            ValidityPeriod.of_months,
            {"first_day": date(9999, 1, 1), "months": 24},  # more than there are
            "24 months from 9999-01-01",
            "end it before the year 10000",
        ),
        (
            ValidityPeriod,
            {  # no year begins in February
                "first_day": date(2020, 2, 1),
                "first_precision": Precision.YEAR,
            },
            "first_day 2020-02-01 with first_precision year",
            "give the first day of a year, or say day",
        ),
        (
            ValidityPeriod,
            {  # a first day, not a last
                "last_day": date(2020, 1, 1),
                "last_precision": Precision.YEAR,
            },
            "last_day 2020-01-01 with last_precision year",
            "give the last day of a year, or say day",
        ),
        (
            ValidityPeriod,
            {  # July is in no term
                "first_day": date(2020, 7, 1),
                "first_precision": Precision.TERM,
            },
            "first_day 2020-07-01 with first_precision term",
            "give the first day of a term, or say day",
        ),
        (
            ValidityPeriod,
            {"first_precision": Precision.YEAR},  # nothing was stated, exactly or not
            "first_day None with first_precision year",
            "give the first day of a year, or say day",
        ),
        (
            ValidityPeriod,
            {  # a winter that ends after the calendar
                "first_day": date(9999, 12, 1),
                "first_precision": Precision.SEASON,
            },
            "first_day 9999-12-01 with first_precision season",
            "give the first day of a season, or say day",
        ),
        (
            ValidityPeriod,
            {  # a winter that begins before the calendar
                "last_day": date(1, 2, 28),
                "last_precision": Precision.SEASON,
            },
            "last_day 0001-02-28 with last_precision season",
            "give the last day of a season, or say day",
        ),
    ],
)
def test_what_is_no_period_is_refused(make, arguments, found, remedy):
    """
    The complaint says what was given and what to give instead.
    """
    with pytest.raises(InvalidPeriod) as caught:
        make(**arguments)

    assert str(caught.value) == f"{found} is no period; {remedy}"


ASK_WITH_A_TIME = {
    "as first day": lambda: ValidityPeriod(NOON),
    "as last day": lambda: ValidityPeriod(None, NOON),
    "until": lambda: ValidityPeriod.until(NOON),
    "since": lambda: ValidityPeriod.since(NOON),
    "of months": lambda: ValidityPeriod.of_months(NOON, 12),
    "in": lambda: NOON in ValidityPeriod(),
    "may cover": lambda: ValidityPeriod().may_cover(NOON),
}


@pytest.mark.parametrize("ask", ASK_WITH_A_TIME.values(), ids=ASK_WITH_A_TIME)
def test_a_time_of_day_is_refused(ask):
    """
    A `datetime` is a `date` to Python, but no day.
    """
    with pytest.raises(InvalidField, match=re.escape("call its date() method")):
        ask()


@pytest.mark.parametrize(
    ("make", "arguments", "complaint"),
    [
        (ValidityPeriod.of_year, ["2017"], "of_year.year: '2017' {}an int, not a str"),
        (ValidityPeriod.of_year, [True], "of_year.year: True {}an int, not a bool"),
        (
            ValidityPeriod.of_years,
            [None, 2019],
            "of_years.first_year: None {}an int, not None",
        ),
        (
            ValidityPeriod.of_years,
            [2019, 2020.0],
            "of_years.last_year: 2020.0 {}an int, not a float",
        ),
        (
            ValidityPeriod.of_months,
            [date(2020, 1, 1), 1.5],
            "of_months.months: 1.5 {}an int, not a float",
        ),
        (
            ValidityPeriod.of_months,
            [date(2020, 1, 1), True],
            "of_months.months: True {}an int, not a bool",
        ),
        (ValidityPeriod.parse, [None], "parse.text: None {}a str, not None"),
        (ValidityPeriod.parse, [2019], "parse.text: 2019 {}a str, not an int"),
    ],
)
def test_a_door_says_what_it_takes(make, arguments, complaint):
    """
    Years and months are whole numbers and a text is a text, or the argument is named.
    """
    with pytest.raises(InvalidField) as caught:
        make(*arguments)

    expected = complaint.format("will not do; give ")
    assert str(caught.value) == f"ValidityPeriod.{expected}"


def test_a_text_is_no_day():
    """
    A day that is still written must be read first.
    """
    with pytest.raises(InvalidField, match="give a date, not a str"):
        "2020-06-01" in ValidityPeriod.of_year(2020)  # noqa: B015 - it raises


# ---------------------------------------------------------------- text


@pytest.mark.parametrize(
    ("text", "first_day", "last_day", "precision"),
    [
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28), Precision.MONTH),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        ("2019-21", date(2019, 3, 1), date(2019, 5, 31), Precision.SEASON),
        ("2019-22", date(2019, 6, 1), date(2019, 8, 31), Precision.SEASON),
        ("2019-23", date(2019, 9, 1), date(2019, 11, 30), Precision.SEASON),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29), Precision.SEASON),
        ("2019-33", date(2019, 1, 1), date(2019, 3, 31), Precision.QUARTER),
        ("2019-36", date(2019, 10, 1), date(2019, 12, 31), Precision.QUARTER),
        ("2019-37", date(2019, 1, 1), date(2019, 4, 30), Precision.TERTIAL),
        ("2019-39", date(2019, 9, 1), date(2019, 12, 31), Precision.TERTIAL),
        ("2019-40", date(2019, 1, 1), date(2019, 6, 30), Precision.HALF_YEAR),
        ("2019-41", date(2019, 7, 1), date(2019, 12, 31), Precision.HALF_YEAR),
        ("2019-VT", date(2019, 1, 1), date(2019, 6, 30), Precision.TERM),
        ("2019-HT", date(2019, 8, 1), date(2019, 12, 31), Precision.TERM),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), Precision.YEAR),
        ("2019-07-05", date(2019, 7, 5), date(2019, 7, 5), Precision.DAY),
    ],
)
def test_one_unit_of_the_calendar_is_a_period(text, first_day, last_day, precision):
    """
    A unit stands for its first through its last day, stated that exactly.
    """
    assert p(text) == ValidityPeriod(first_day, last_day, precision, precision)
    assert str(p(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",  # nothing stated is written "/"
        "2019/2020/2021",  # three ends
        "2021/2019",  # reversed
        "2019-13",  # no such month
        "2019-25",  # no such season
        "2019-02-30",  # no such day
        "0000",  # no such year
        "9999-24",  # a winter that the calendar cuts off
        "20190705",  # ISO 8601, but not EDTF
        "2019-W05",  # a week has no precision
        "2019-vt",  # as it is said, not as it is written
        "2019..",  # open, of one end
        "../2019",  # an open start: nothing has held for ever
        "..",  # open, of no end
        " 2019",  # a blank
        "\u0662\u0660\u0661\u0669",  # digits, but not those of EDTF
        "2019~",  # EDTF for about, which no precision says
    ],
)
def test_another_text_is_refused(text):
    """
    What is not written as a period is never guessed at.
    """
    with pytest.raises(InvalidPeriod):
        p(text)


def test_the_complaint_about_a_text_shows_how_to_write_it():
    """
    Who has written a period wrongly is shown some that are right.
    """
    with pytest.raises(InvalidPeriod) as caught:
        p("våren 2019")

    assert str(caught.value) == (
        "'våren 2019' is no period; "
        "write it as 2019/2021, 2018-07-01/2020-06-30, /2021-06 or 2024/.."
    )


@pytest.mark.parametrize("text", ["2020-06-31", "2019/2020-02-30", "0000", "/9999-24"])
def test_a_day_that_never_comes_is_told_as_such(text):
    """
    How it is written is right, and is not complained of.
    """
    with pytest.raises(InvalidPeriod) as caught:
        p(text)

    assert str(caught.value) == f"{text!r} is no period; the calendar has no such day"


def test_a_period_of_which_nothing_is_stated_is_written_with_a_slash():
    """
    An empty text is more often a mistake than a period without days.
    """
    with pytest.raises(InvalidPeriod, match="write / where no day is stated"):
        p("")


@given(periods())
def test_what_is_written_is_read_back(period):
    """
    No end, precision or openness is lost in a period's text.
    """
    assert p(str(period)) == period


@given(periods())
def test_what_is_read_is_written_back(period):
    """
    A text that `str` has written is written the same way again.
    """
    assert str(p(str(period))) == str(period)


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # asked on the last day of 2018, in the middle of 2019, of 2020 and of 2022
        ("2019/2020", "no yes yes no"),
        ("/2020", "maybe maybe maybe no"),
        ("2019/", "no maybe maybe maybe"),
        ("/", "maybe maybe maybe maybe"),
        ("2019/..", "no yes yes yes"),
        ("2019/2019..", "no yes maybe maybe"),
        ("/..", "maybe maybe maybe maybe"),
        ("/2019..", "maybe maybe maybe maybe"),
    ],
)
def test_a_day_is_covered_certainly_possibly_or_not(text, answers):
    """
    An end that is not stated turns "yes" into "maybe", never the other way.
    """
    asked = [date(2018, 12, 31), date(2019, 6, 1), date(2020, 6, 1), date(2022, 6, 1)]

    assert [certain_and_possible(p(text), day) for day in asked] == answers.split()


@given(periods(), days())
def test_what_is_certain_is_possible(period, day):
    """
    A day that is covered may be covered.
    """
    assert day not in period or period.may_cover(day)


@given(bounded_periods())
def test_both_ends_count(period):
    """
    The first and the last day are covered, those next to them are not.
    """
    answers = [
        day in period
        for day in (
            period.first_day - timedelta(days=1),
            period.first_day,
            period.last_day,
            period.last_day + timedelta(days=1),
        )
    ]

    assert answers == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2019", 365),
        ("2020", 366),
        ("2020-02-29", 1),
        ("2019-24", 91),
        ("2019/", None),  # no last day is stated
        ("/2019", None),  # no first day is stated
        ("2019/2019..", None),  # it may go on
    ],
)
def test_days_are_counted_where_both_ends_are_known(text, number):
    """
    The number of days includes both ends, and is never guessed.
    """
    assert p(text).days == number
    assert p(text).duration == (None if number is None else timedelta(days=number))


@pytest.mark.parametrize(
    ("text", "stated"),
    [("/", False), ("/..", True), ("2019/", True), ("/2019", True)],
)
def test_a_period_knows_whether_anything_is_stated(text, stated):
    """
    "Tills vidare" says something, though it names no day.
    """
    assert p(text).is_stated is stated


# ---------------------------------------------------------------- order


def test_periods_sort_by_first_day_then_last_day():
    """
    An unstated first day is before every day, an unstated last day after every day.
    """
    in_order = ["/2017", "/", "2018/2020", "2019/2019-06", "2019-01-01/2019-07"]
    in_order += ["2019", "2019-01-01/2020", "2019/", "2019-01-02", "2020"]

    assert [str(each) for each in sorted(map(p, reversed(in_order)))] == in_order


@given(periods(), periods(), periods())
def test_the_order_is_total(one, other, third):
    """
    Of two periods one comes first unless they are equal, and order carries over.
    """
    assert [one < other, one == other, other < one].count(True) == 1
    assert not (one <= other <= third) or one <= third


def test_a_period_is_not_ordered_among_other_things():
    """
    A period and a day have no order.
    """
    with pytest.raises(TypeError):
        _ = ValidityPeriod.of_year(2019) < date(2019, 1, 1)


# ---------------------------------------------------------------- algebra


@given(periods(), periods())
def test_two_periods_overlap_or_one_is_before_the_other(one, other):
    """
    One of the three is true, and overlapping is mutual.
    """
    answers = [one.before(other), other.before(one), one.overlaps(other)]

    assert answers.count(True) == 1
    assert one.overlaps(other) == other.overlaps(one)


@given(periods(), periods())
@example(p("2019/2019.."), p("2023"))
def test_periods_that_overlap_are_those_that_intersect(one, other):
    """
    There is an intersection if and only if some day may be covered by both.
    """
    assert (one.intersection(other) is not None) == one.overlaps(other)


@given(periods(), periods())
def test_the_order_of_an_intersection_does_not_matter(one, other):
    """
    Both orders give the same period, to the precision.
    """
    assert one.intersection(other) == other.intersection(one)


@given(periods())
def test_a_period_intersects_itself_in_itself(period):
    """
    Nothing is cut from a period by itself.
    """
    assert period.intersection(period) == period


@given(periods())
def test_a_period_of_which_nothing_is_stated_cuts_nothing(period):
    """
    Not to know a day is no reason to take one away.
    """
    assert period.intersection(ValidityPeriod()) == period


@given(periods(), periods())
@example(p("2019/2019.."), p("2018/2021"))
@example(p("2019/2019.."), p("2021"))
def test_an_intersection_has_the_days_that_both_may_cover(one, other):
    """
    A day may be covered by the intersection if and only if it may be by both.
    """
    cut = one.intersection(other)

    for day in edges(one, other):
        both = one.may_cover(day) and other.may_cover(day)
        assert both == (cut is not None and cut.may_cover(day))


@given(periods(), periods())
@example(p("2019/2019.."), p("2018/2021"))
@example(p("2019/2019.."), p("2023"))
@example(p("2019/2020.."), p("2018/2019.."))
def test_an_intersection_is_certain_of_what_both_are(one, other):
    """
    A day that both certainly cover is never in doubt.
    """
    cut = one.intersection(other)

    for day in edges(one, other):
        assert not (day in one and day in other) or day in cut


@given(bounded_periods(), bounded_periods())
@example(p("2019/2021"), p("2020/2022"))
def test_of_periods_that_state_their_ends_nothing_more_is_certain(one, other):
    """
    A day is in the intersection if and only if it is in both.
    """
    cut = one.intersection(other)

    for day in edges(one, other):
        assert (cut is not None and day in cut) == (day in one and day in other)


@given(periods(), periods(), periods())
def test_whoever_cuts_first_the_possible_days_are_the_same(one, other, third):
    """
    Three periods have one stretch of days that all may cover.
    """

    def may_cover(first, second, last, day):
        cut = first.intersection(second)
        cut = cut and cut.intersection(last)
        return cut is not None and cut.may_cover(day)

    for day in edges(one, other, third):
        all_may = all(each.may_cover(day) for each in (one, other, third))
        assert may_cover(one, other, third, day) == all_may
        assert may_cover(other, third, one, day) == all_may


@given(settled, settled, settled)
def test_intersections_can_be_taken_in_any_order(one, other, third):
    """
    Three periods have one intersection, whichever two are cut first.
    """

    def cut(left, right):
        return left and right and left.intersection(right)

    assert cut(cut(one, other), third) == cut(one, cut(other, third))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("2015", "2015-23", "2015-23"),  # the narrower
        ("/", "2015-23", "2015-23"),  # the only one that is stated
        ("2019/", "/2021", "2019/2021"),  # each states an end
        ("2019", "2019-01-01/2019-12-31", "2019-01-01/2019-12-31"),  # the finer
        ("2019/..", "2021", "2021"),  # open, and closed by the other
        ("2019/..", "2018/..", "2019/.."),  # both open
        ("2019/..", "2018/", "2019/.."),  # only one says that there is no end
        ("2019/2019..", "2018/2021", "2019/2021"),  # may go on, but not for ever
        ("2019/2019..", "/2021", "2019/2021"),  # the same, with no first day
        ("2019/2019..", "2018-06/2019-06", "2019/2019-06"),  # closed before it goes on
        ("2019/2019..", "2018/..", "2019/2019.."),  # one says until when at least
        ("2019/2019..", "2018/2020..", "2019/2019.."),  # both go on after that
        ("2019/2019..", "2021", "2021"),  # after what is certain of one
        ("2019/2019..", "2023/", "2023/"),  # the same, and nobody knows the end
        ("2019/2019..", "2023/2023..", "2023/"),  # the same, both going on
    ],
)
def test_examples_of_intersections(one, other, both):
    """
    An end that only one of two states is the end.
    """
    assert str(p(one).intersection(p(other))) == both


@pytest.mark.parametrize(
    ("one", "other"), [("2019", "2020"), ("/2019", "2020/"), ("2019", "2020/..")]
)
def test_periods_without_a_common_day_have_no_intersection(one, other):
    """
    To meet is not to overlap.
    """
    assert p(one).intersection(p(other)) is None
    assert p(one).meets(p(other))
    assert p(one).before(p(other))


@given(periods(), periods())
@example(p("2019"), p("2020"))
def test_a_union_has_the_days_that_either_may_cover(one, other):
    """
    A day may be covered by the union if and only if it may be by one of the two.
    """
    whole = one.union(other)
    assume(whole is not None)

    for day in edges(one, other):
        assert whole.may_cover(day) == (one.may_cover(day) or other.may_cover(day))
    assert whole.covers(one)
    assert whole.covers(other)


@given(periods(), periods())
def test_the_order_of_a_union_does_not_matter(one, other):
    """
    Both orders give the same period, to the precision.
    """
    assert one.union(other) == other.union(one)


@given(periods())
def test_a_period_united_with_itself_is_itself(period):
    """
    Nothing is added to a period by itself.
    """
    assert period.union(period) == period


@given(periods(), periods())
def test_there_is_no_union_across_a_gap(one, other):
    """
    Periods make one period if and only if they overlap or one meets the other.
    """
    touch = one.overlaps(other) or one.meets(other) or other.meets(one)

    assert (one.union(other) is not None) == touch


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("2019", "2020", "2019/2020"),
        ("2020", "2019", "2019/2020"),
        ("2019-40", "2019-06/2020", "2019-40/2020"),
        ("/2019", "2018/2020", "/2020"),
        ("2019/", "2018/2020", "2018/"),
        ("2019", "2020/..", "2019/.."),
        ("2019/2019..", "2020/..", "2019/.."),
        ("2010/2010..", "2019/..", "2010/2010.."),  # nothing is certain in between
    ],
)
def test_examples_of_unions(one, other, whole):
    """
    Two periods that touch are one from the earlier first to the later last day.
    """
    assert str(p(one).union(p(other))) == whole


@given(periods(), periods())
@example(p("2019"), p("2020"))
def test_a_period_that_meets_another_is_before_it(one, other):
    """
    Meeting leaves no day between, and none in common.
    """
    if one.meets(other):
        assert one.before(other)
        assert other.first_day - one.last_day == timedelta(days=1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019", "2021"),  # a year between
        ("2019", "2019-12-31/2020"),  # a day in common
        ("2020", "2019"),  # the wrong way round
        ("2019/", "2020"),  # nobody knows when it ends
        ("2019/2019..", "2020"),  # it may go on
        ("2019/9999-12-31", "2020"),  # no day follows
        ("2019", "/2020"),  # nobody knows when it begins
    ],
)
def test_periods_that_do_not_meet(one, other):
    """
    Only a last day that is stated is followed by a day.
    """
    assert not p(one).meets(p(other))


@given(periods(), periods(), periods())
@example(p("/"), p("2019"), p("2019-06"))
def test_covering_carries_over(one, other, third):
    """
    A period covers itself, and what is covered by what it covers.
    """
    assert one.covers(one)
    if one.covers(other) and other.covers(third):
        assert one.covers(third)


@given(periods(), periods())
def test_a_period_covers_another_if_it_may_cover_each_of_its_days(one, other):
    """
    Covering is about days, not about how exactly they are stated.
    """
    each_day = all(
        one.may_cover(day) for day in edges(one, other) if other.may_cover(day)
    )

    assert one.covers(other) == each_day


@given(periods(), periods())
@example(p("2019"), p("2019-06"))
def test_what_is_covered_is_not_cut(one, other):
    """
    A period that another covers loses no day to it.
    """
    if one.covers(other):
        cut = one.intersection(other)
        assert cut.covers(other)
        assert other.covers(cut)


@given(st.lists(periods(), max_size=4), bounded_periods())
def test_gaps_are_exactly_the_days_that_nothing_covers(some, within):
    """
    Each day within is in one gap or may be covered, and no day is both.
    """
    gaps = ValidityPeriod.gaps(some, within)

    for day in edges(within, *some):
        uncovered = day in within and not any(each.may_cover(day) for each in some)
        assert sum(day in gap for gap in gaps) == uncovered


@given(st.lists(periods(), max_size=4), bounded_periods())
@example([p("2018"), p("2020")], p("2017/2021"))
def test_gaps_come_in_order_and_apart(some, within):
    """
    Between two gaps there is a day that something covers.
    """
    gaps = ValidityPeriod.gaps(iter(some), within)

    for gap, following in pairwise(gaps):
        assert gap.before(following)
        assert not gap.meets(following)


@pytest.mark.parametrize(
    ("some", "within", "gaps"),
    [
        ([], "2019", ["2019-01-01/2019-12-31"]),
        (["2019"], "2019", []),
        (["2018/2020"], "2019", []),
        (["/2019-06"], "2019", ["2019-07-01/2019-12-31"]),
        (["2019-07/"], "2019", ["2019-01-01/2019-06-30"]),
        (["2019/2019.."], "2019/2025", []),
        (["2018", "2021"], "2019/2020", ["2019-01-01/2020-12-31"]),
        (
            ["2019-02/2019-11", "2019-03"],
            "2019",
            ["2019-01-01/2019-01-31", "2019-12-01/2019-12-31"],
        ),
        (["2019-01-01", "2019-01-03/2019"], "2019", ["2019-01-02"]),
        (["9998/9999"], "9999", []),
    ],
)
def test_examples_of_gaps(some, within, gaps):
    """
    Gaps are exact to the day, also where the periods are stated by the year.
    """
    found = ValidityPeriod.gaps(map(p, some), p(within))

    assert [str(gap) for gap in found] == gaps


@pytest.mark.parametrize("within", ["/", "2019/", "/2019", "2019/..", "2019/2019.."])
def test_gaps_need_two_ends(within):
    """
    Nobody can say what is missing in a period whose days are not all known.
    """
    with pytest.raises(InvalidPeriod) as caught:
        ValidityPeriod.gaps([], p(within))

    assert str(caught.value) == (
        f"{within} is no period; look for gaps within a first and a last day"
    )
