from __future__ import annotations

from datetime import date, datetime
from time import perf_counter

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    AgreementKind,
    Amendment,
    Area,
    InvalidField,
    Party,
    PartyKind,
    Register,
    UnknownName,
    ValidityPeriod,
)
from medborgarloften.analysis import (
    CoverageOnDay,
    CoverageShare,
    TimelineRow,
    coverage,
    coverage_over_time,
    timeline,
)
from medborgarloften.testing import areas, days, periods

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
UMBRELLA = AgreementKind.COOPERATION_AGREEMENT


def agreed(id, period, *codes, district=None, **fields):
    """Make an agreement, in Habo unless another place is told."""
    return Agreement(
        id=id,
        title="Medborgarlöfte",
        area=Area(municipalities=codes or ("0643",), district=district),
        parties=(POLICE,),
        period=ValidityPeriod.parse(period),
        **fields,
    )


def ids(*agreements, **options):
    """List some agreements in order of time."""
    return [row.agreement for row in timeline(Register(agreements), **options)]


# ---------------------------------------------------------------- the agreements


def test_a_row_tells_where_and_what_it_is():
    """
    Municipalities are told as they are today, an unknown one by its code.
    """
    [row] = timeline(
        Register([agreed("a", "2017", "1917", "9999", district="Norr", kind=UMBRELLA)])
    )

    assert row == TimelineRow(
        "a",
        UMBRELLA,
        ("0331", "9999"),
        "Norr",
        ValidityPeriod.of_year(2017),
        ValidityPeriod.of_year(2017),
        first_day_stated=True,
    )


@pytest.mark.parametrize(
    ("period", "stated"), [("2017/", True), ("/2017", False), ("/", False)]
)
def test_a_day_on_which_it_existed_is_no_first_day_that_is_stated(period, stated):
    """
    Where none is stated, it is told apart.
    """
    [row] = timeline(Register([agreed("a", period, signed_on=date(2017, 3, 1))]))

    assert row.first_day_stated is stated


@pytest.mark.parametrize(
    ("agreement", "certain", "possible"),
    [
        (agreed("a", "2017/2018-06-30"), "2017/2018-06-30", "2017/2018-06-30"),
        (agreed("a", "2017/2017.."), "2017", "2017/2017.."),
        (agreed("a", "2017/.."), "2017/..", "2017/.."),
        (agreed("a", "2017/"), None, "2017/"),
        (agreed("a", "/2017"), None, "/2017"),
        (agreed("a", "/.."), None, "/.."),
        (agreed("a", "/"), None, "/"),
        (
            agreed("a", "/2017", signed_on=date(2017, 3, 1)),
            "2017-03-01/2017",
            "2017-03-01/2017",
        ),
        (
            agreed("a", "2017", amendments=(Amendment(last_day=date(2018, 6, 30)),)),
            "2017/2018-06-30",
            "2017/2018-06-30",
        ),
    ],
    ids=lambda value: str(getattr(value, "period", value)),
)
def test_certain_and_possible_days_are_told_apart(agreement, certain, possible):
    """
    An end is as exact as it was stated.
    """
    [row] = timeline(Register([agreement]))

    assert (row.certain and str(row.certain), str(row.possible)) == (certain, possible)


@given(periods(), days())
def test_days_are_certain_and_possible_as_the_agreement_says(period, day):
    """
    Whatever is stated of it.
    """
    agreement = evolve(agreed("a", "/"), period=period)
    [row] = timeline(Register([agreement]))

    assert (row.certain is not None and day in row.certain) == (
        day in agreement.in_force
    )
    assert row.possible == agreement.in_force
    assert row.certain is None or row.certain.first_day in row.certain
    assert row.certain is None or day not in row.certain or row.possible.may_cover(day)


def test_they_come_in_order_of_time():
    """
    By the first day, then the last, then id; those without a first day before all.
    """
    assert ids(
        agreed("a", "2019"),
        agreed("b", "2017/2020"),
        agreed("c", "2017"),
        agreed("d", "2017"),
        agreed("e", "/"),
        agreed("f", "/2018"),
        agreed("g", "2017/.."),
        agreed("h", "/2030", signed_on=date(2018, 5, 1)),
    ) == ["f", "e", "c", "d", "b", "g", "h", "a"]


def test_a_municipality_has_a_timeline_of_its_own():
    """
    With what holds there among other places, in a part of it, or by a former code.
    """
    agreements = [
        agreed("a", "2020"),
        agreed("b", "2019", "0643", "0642"),
        agreed("c", "2018", district="Söder"),
        agreed("d", "2018", "1917"),
        evolve(agreed("e", "2018"), area=Area()),
    ]

    assert ids(*agreements, municipality="Habo") == ["c", "b", "a"]
    assert ids(*agreements, municipality="0642") == ["b"]
    assert ids(*agreements, municipality="Heby kommun") == ["d"]
    assert ids(*agreements) == ["c", "d", "e", "b", "a"]


def test_one_kind_has_a_timeline_of_its_own():
    """
    The umbrellas alone, or what stands under them.
    """
    agreements = agreed("a", "2017", kind=UMBRELLA), agreed("b", "2018")

    assert ids(*agreements, kind=UMBRELLA) == ["a"]
    assert ids(*agreements, kind=AgreementKind.CITIZENS_PROMISE) == ["b"]


@pytest.mark.parametrize(
    ("register", "options", "error"),
    [
        ([], {}, InvalidField),
        (Register(), {"kind": "x"}, InvalidField),
        (Register(), {"municipality": 643}, InvalidField),
        (Register(), {"municipality": "Habbo"}, UnknownName),
    ],
)
def test_what_is_something_else_has_no_timeline(register, options, error):
    """
    It is refused.
    """
    with pytest.raises(error):
        timeline(register, **options)


# ---------------------------------------------------------------- the nation


def test_coverage_is_told_day_by_day():
    """
    In the order of the days that were given, each as often as it was.
    """
    register = Register(
        [
            agreed("a", "2017/2018"),
            agreed("b", "2018/", "0642"),
            agreed("c", "2018", "0331", district="Norr"),
        ]
    )
    first_days = [date(2018, 1, 1), date(2017, 1, 1), date(2019, 1, 1)]
    found = coverage_over_time(register, [*first_days, first_days[0]])

    assert found[:3] == (
        CoverageOnDay(first_days[0], CoverageShare("Sverige", 290, 1, 1, 1, 287)),
        CoverageOnDay(first_days[1], CoverageShare("Sverige", 290, 1, 0, 0, 289)),
        CoverageOnDay(first_days[2], CoverageShare("Sverige", 290, 0, 0, 1, 289)),
    )
    assert found[3] == found[0]
    assert coverage_over_time(register, iter(())) == ()


@settings(max_examples=40)
@given(
    st.lists(st.tuples(areas(), periods()), max_size=6),
    st.lists(days(), max_size=3),
    st.none() | st.just(UMBRELLA),
)
def test_coverage_over_time_is_that_of_each_day(facts, some_days, kind):
    """
    As if each day had been asked for alone.
    """
    register = Register(
        evolve(agreed(str(place), "/"), area=area, period=period)
        for place, (area, period) in enumerate(facts)
    )

    assert coverage_over_time(register, some_days, kind=kind) == tuple(
        CoverageOnDay(day, coverage(register, day, kind=kind).national)
        for day in some_days
    )


@pytest.mark.parametrize(
    ("register", "some_days", "kind", "complaint"),
    [
        ([], [], None, "coverage_over_time.register: .* give a Register"),
        (Register(), date(2017, 1, 1), None, "coverage_over_time.days: .* in a list"),
        (Register(), ValidityPeriod.of_year(2017), None, "give days in a list"),
        (Register(), "2017", None, r"coverage_over_time\.days"),
        (Register(), [datetime(2017, 1, 1, 12, 0)], None, "call its date"),  # noqa: DTZ001
        (Register(), [], "x", "coverage_over_time.kind: .* AgreementKind"),
    ],
)
def test_only_days_are_told_of(register, some_days, kind, complaint):
    """
    Anything else is refused.
    """
    with pytest.raises(InvalidField, match=complaint):
        coverage_over_time(register, some_days, kind=kind)


def test_ten_years_of_months_are_told_at_once():
    """
    However many agreements there are, each is looked at once and not every month.
    """
    register = Register(agreed(f"{n:04}", "2017/2018") for n in range(2_000))
    months = [
        date(year, month, 1) for year in range(2015, 2025) for month in range(1, 13)
    ]
    assert register["0000"].in_force
    begun = perf_counter()
    found = coverage_over_time(register, months)

    assert perf_counter() - begun < 1
    assert [row.share.active for row in found].count(1) == 24
