from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    AgreementKind,
    Area,
    InvalidField,
    InvalidPeriod,
    Party,
    PartyKind,
    Register,
    UnknownName,
    ValidityPeriod,
)
from medborgarloften.analysis import CoverageState, Gap, coverage, gaps
from medborgarloften.reference import municipalities
from medborgarloften.testing import areas

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
BETWEEN = ValidityPeriod.of_years(2017, 2020)


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


def in_habo(*agreements, between=BETWEEN, **options):
    """Find the gaps in Habo, as periods with what is before and after."""
    found = gaps(Register(agreements), between, municipality="Habo", **options)
    return [(str(gap.period), gap.before, gap.after) for gap in found]


def gap(period, before=None, after=None, *, code="0643", certain=True):
    """Make a gap, in Habo unless another place is told."""
    days = ValidityPeriod.parse(period)
    return Gap(code, days.first_day, days.last_day, before, after, certain)


# ---------------------------------------------------------------- what is a gap


def test_a_gap_is_what_lies_between_two_agreements():
    """
    From the day after the one through the day before the other.
    """
    [found] = gaps(
        Register([agreed("a", "2017"), agreed("b", "2019/2020")]),
        BETWEEN,
        municipality="Habo",
    )

    assert found == gap("2018", "a", "b")
    assert found.period == ValidityPeriod(date(2018, 1, 1), date(2018, 12, 31))
    assert found.days == 365
    assert not found.never_covered


@pytest.mark.parametrize(
    ("periods", "found"),
    [
        (["2017/2020"], []),
        (["2016/2021"], []),
        (["2017", "2018/2020"], []),  # the one begins the day after the other
        (["2017", "2018-01-02/2020-12-31"], [("2018-01-01", "0", "1")]),  # one day
        (["2017/2019", "2018", "2020"], []),  # one lies within another
        (["2017/2019", "2018"], [("2020-01-01/2020-12-31", "0", None)]),
        (["2018/2020"], [("2017-01-01/2017-12-31", None, "0")]),
        # What begins or ended outside the days that are looked at is told too.
        (
            ["2010", "2018/2019", "2030"],
            [
                ("2020-01-01/2020-12-31", "1", "2"),
                ("2017-01-01/2017-12-31", "0", "1"),
            ],
        ),
        (["2010"], [("2017-01-01/2020-12-31", "0", None)]),
        (["2030"], [("2017-01-01/2020-12-31", None, "0")]),
        # Of several that end or begin on one day the first is told.
        (
            ["2016/2017", "2017", "2019/2020", "2019"],
            [("2018-01-01/2018-12-31", "0", "2")],
        ),
        # An end that is not stated makes no gap.
        (["2017/"], []),
        (["/2020"], []),
        (["/"], []),
        (["2017/.."], []),
        (["2017/2017.."], []),
        (["/2018"], [("2019-01-01/2020-12-31", "0", None)]),
        (["2019/"], [("2017-01-01/2018-12-31", None, "0")]),
    ],
)
def test_gaps_are_exact_to_the_day(periods, found):
    """
    On each of their days it is certain that nothing holds.
    """
    agreements = [agreed(str(place), each) for place, each in enumerate(periods)]

    assert in_habo(*agreements) == found


def test_what_never_had_any_has_one_gap_that_says_so():
    """
    Nothing is before it and nothing after.
    """
    [found] = gaps(Register(), BETWEEN, municipality="Habo")
    [other] = gaps(Register([agreed("a", "2010")]), BETWEEN, municipality="Habo")

    assert found == gap("2017/2020")
    assert found.never_covered
    assert not other.never_covered


def test_a_day_at_the_end_of_the_calendar_is_a_day():
    """
    Nothing is looked for beyond the first and the last there are.
    """
    always = ValidityPeriod(date.min, date.max)
    first, last = f"{date.min}", f"{date.max}"

    assert in_habo(agreed("a", f"{first}/{last}"), between=always) == []
    assert in_habo(agreed("a", "2017"), between=always) == [
        ("2018-01-01/9999-12-31", "a", None),
        ("0001-01-01/2016-12-31", None, "a"),
    ]
    assert in_habo(agreed("a", first), agreed("b", last), between=always) == [
        ("0001-01-02/9999-12-30", "a", "b")
    ]


# ---------------------------------------------------------------- what may be one


def test_what_only_may_be_a_gap_is_told_if_asked():
    """
    With what certainly held before it, and whether it is certain.
    """
    register = Register(
        [
            agreed("a", "2017"),
            agreed("b", "2018/2018.."),
            agreed("c", "2019-07/"),
            agreed("d", "2020-07/2020-12"),
        ]
    )

    assert gaps(register, BETWEEN, municipality="Habo") == ()
    assert gaps(register, BETWEEN, municipality="Habo", only_certain=False) == (
        gap("2019-01-01/2020-06-30", "b", "d", certain=False),
    )


def test_a_gap_is_certain_though_what_may_be_gaps_are_told_too():
    """
    If nothing at all may hold on any of its days.
    """
    register = Register(
        [agreed("a", "2017"), agreed("b", "2019"), agreed("c", "2021/")]
    )

    assert gaps(register, BETWEEN, municipality="Habo", only_certain=False) == (
        gap("2020", "b", "c"),
        gap("2018", "a", "b"),
    )


def test_what_may_be_a_gap_ends_where_a_certain_one_begins():
    """
    The certain one is told as it is alone, with what may hold before and after it.
    """
    register = Register([agreed("a", "/2018"), agreed("b", "2020-07/")])
    [sure] = gaps(register, BETWEEN, municipality="Habo")

    found = gaps(register, BETWEEN, municipality="Habo", only_certain=False)

    assert sure == gap("2019-01-01/2020-06-30", "a", "b")
    assert found == (
        gap("2017-01-01/2018-12-31", certain=False),
        sure,
        gap("2020-07-01/2020-12-31", certain=False),
    )
    assert not any(each.never_covered for each in found)


def test_a_district_fills_no_gap_for_certain():
    """
    The rest of the municipality may be without.
    """
    south = agreed("s", "2018", district="Söder")
    years = agreed("a", "2017"), agreed("b", "2019/2020")

    assert in_habo(south, *years) == []
    assert in_habo(south, *years, only_certain=False) == [
        ("2018-01-01/2018-12-31", "a", "b")
    ]


# ---------------------------------------------------------------- where


def test_the_longest_gap_of_the_nation_comes_first():
    """
    Those of one length come by municipality, and then by day.
    """
    codes = [each.code for each in municipalities()]
    covered = [agreed("all", "2017/2020", *codes[3:])]
    three = [
        agreed("a", "2018", codes[0]),
        agreed("b", "2017/2019", codes[1]),
        agreed("c", "2018-01-02/2019-12-31", codes[2]),
    ]
    found = gaps(Register(covered + three), BETWEEN)

    assert [(each.municipality, str(each.period)) for each in found] == [
        (codes[0], "2019-01-01/2020-12-31"),
        (codes[1], "2020-01-01/2020-12-31"),  # a leap year
        (codes[2], "2017-01-01/2018-01-01"),
        (codes[2], "2020-01-01/2020-12-31"),
        (codes[0], "2017-01-01/2017-12-31"),
    ]


def test_every_municipality_has_its_gaps():
    """
    An area of several covers each, and a former code what it became.
    """
    register = Register([agreed("a", "2017/2020", "0643", "1917")])
    codes = {each.municipality for each in gaps(register, BETWEEN)}

    assert codes == {each.code for each in municipalities()} - {"0643", "0331"}


def test_what_is_nowhere_known_fills_no_gap():
    """
    Nobody can tell where it would.
    """
    nowhere = evolve(agreed("a", "2017/2020"), area=Area())

    assert (
        len(gaps(Register([nowhere, agreed("b", "2017/2020", "9999")]), BETWEEN)) == 290
    )


def test_one_kind_can_be_looked_for():
    """
    Else an agreement of either kind fills a gap.
    """
    umbrella = agreed("a", "2017/2020", kind=AgreementKind.COOPERATION_AGREEMENT)

    assert in_habo(umbrella) == []
    assert in_habo(umbrella, kind=AgreementKind.COOPERATION_AGREEMENT) == []
    assert in_habo(umbrella, kind=AgreementKind.CITIZENS_PROMISE) == [
        ("2017-01-01/2020-12-31", None, None)
    ]


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize("between", ["2017/", "/2017", "/", "2017/..", "2017/2018.."])
def test_days_to_look_at_have_two_ends(between):
    """
    Within days without an end a gap would have none.
    """
    with pytest.raises(InvalidPeriod, match="a first and a last day"):
        gaps(Register(), ValidityPeriod.parse(between))


@pytest.mark.parametrize(
    ("arguments", "options", "complaint"),
    [
        ((None, BETWEEN), {}, "gaps.register: .* give a Register"),
        ((Register(), "2017"), {}, "gaps.between: .* give a ValidityPeriod"),
        ((Register(), BETWEEN), {"kind": "x"}, "gaps.kind: .* AgreementKind"),
        ((Register(), BETWEEN), {"municipality": 643}, "give a str"),
    ],
)
def test_what_is_something_else_is_refused(arguments, options, complaint):
    """
    With what would do.
    """
    with pytest.raises(InvalidField, match=complaint):
        gaps(*arguments, **options)


def test_a_misspelt_municipality_is_refused():
    """
    It is no municipality without an agreement.
    """
    with pytest.raises(UnknownName, match="Habo"):
        gaps(Register(), BETWEEN, municipality="Habbo")


# ---------------------------------------------------------------- laws


@st.composite
def registers_of_some_days(draw):
    """Make registers of agreements that begin and end in a fortnight."""
    days = st.tuples(*[st.sampled_from(DAYS)] * 2).map(sorted)
    ends = st.tuples(*[st.sampled_from([True, True, False])] * 2)
    periods = st.builds(
        lambda days, ends, is_open: ValidityPeriod(
            *(day if end else None for day, end in zip(days, ends, strict=True)),
            open_ended=is_open,
        ),
        days,
        ends,
        st.booleans(),
    )
    places = areas() | st.just(Area(municipalities=("0180",)))
    facts = st.lists(st.tuples(places, periods), max_size=6)
    return Register(
        evolve(agreed(str(place), "/"), area=area, period=period)
        for place, (area, period) in enumerate(draw(facts))
    )


DAYS = [date(2020, 1, 1) + timedelta(days=number) for number in range(14)]
FORTNIGHT = ValidityPeriod(DAYS[1], DAYS[-2])
# Making registers and asking them every day takes long.
FEWER = settings(max_examples=40)


@FEWER
@pytest.mark.parametrize("only_certain", [True, False])
@given(register=registers_of_some_days())
def test_the_days_of_gaps_are_those_without_coverage(register, only_certain):
    """
    Of each day and municipality it is told the same, day by day.
    """
    covered = {CoverageState.ACTIVE}
    if only_certain:
        covered = set(CoverageState) - {CoverageState.NONE}

    told = {each: set() for each in DAYS[1:-1]}
    for each in gaps(register, FORTNIGHT, only_certain=only_certain):
        for day in told.keys() & set(days_of(each)):
            told[day].add(each.municipality)
    assert told == {
        day: {
            row.municipality
            for row in coverage(register, day).municipalities
            if row.state not in covered
        }
        for day in told
    }


def days_of(gap):
    """List the days of a gap."""
    return [gap.first_day + timedelta(days=number) for number in range(gap.days)]


@FEWER
@pytest.mark.parametrize("only_certain", [True, False])
@given(register=registers_of_some_days())
def test_gaps_are_apart_and_in_order(register, only_certain):
    """
    None could be longer, none is told twice.
    """
    found = gaps(register, FORTNIGHT, only_certain=only_certain)

    assert list(found) == sorted(
        found, key=lambda each: (-each.days, each.municipality, each.first_day)
    )
    by_place = sorted(found, key=lambda each: (each.municipality, each.first_day))
    for one, other in pairwise(by_place):
        apart = 1 if one.certain != other.certain else 2
        assert one.municipality != other.municipality or (
            other.first_day - one.last_day >= timedelta(days=apart)
        )


@FEWER
@given(register=registers_of_some_days())
def test_what_may_be_gaps_too_takes_no_certain_one_away(register):
    """
    Those that say that they are certain are those that are told alone.
    """
    found = gaps(register, FORTNIGHT, only_certain=False)

    assert tuple(each for each in found if each.certain) == gaps(register, FORTNIGHT)
