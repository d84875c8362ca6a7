from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    AgreementKind,
    Amendment,
    Area,
    InvalidField,
    Party,
    PartyKind,
    Precision,
    Register,
    UnknownName,
    ValidityPeriod,
)
from medborgarloften.analysis import (
    AnalysisWording,
    CoverageShare,
    CoverageState,
    MunicipalityCoverage,
    coverage,
    unplaced,
)
from medborgarloften.reference import counties, municipalities, police_regions
from medborgarloften.testing import areas, days, periods

ACTIVE, IN_PART, MAY_BE, NONE = CoverageState
DAY = date(2020, 6, 1)
SIGNED = date(2020, 2, 9)
POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")


def agreed(period, *codes, district=None, id="habo", **fields):
    """Make an agreement, in Habo unless another place is told."""
    return Agreement(
        id=id,
        title="Medborgarlöfte",
        area=Area(municipalities=codes or ("0643",), district=district),
        parties=(POLICE,),
        period=ValidityPeriod.parse(period),
        **fields,
    )


def covered(*agreements, on=DAY, place="Habo", **options):
    """Tell what Habo has on a day."""
    return coverage(Register(agreements), on, **options).of(place)


# ---------------------------------------------------------------- what is so


@pytest.mark.parametrize(
    ("agreement", "state", "since"),
    [
        (agreed("2020"), ACTIVE, date(2020, 1, 1)),
        (agreed("2020-06-01"), ACTIVE, DAY),
        (agreed("2020-01/2020-06-01"), ACTIVE, date(2020, 1, 1)),
        (agreed("2020-06-02/2021"), NONE, None),  # it is to begin
        (agreed("2019/2020-05-31"), NONE, DAY),  # it has ended
        (agreed("2018"), NONE, date(2019, 1, 1)),
        (agreed("2020/"), MAY_BE, date(2020, 1, 1)),  # no last day is stated
        (agreed("/2020"), MAY_BE, None),
        (agreed("/"), MAY_BE, None),
        (agreed("/2019"), NONE, date(2020, 1, 1)),
        (agreed("2018/.."), ACTIVE, date(2018, 1, 1)),  # tills vidare
        (agreed("/.."), MAY_BE, None),
        # 2019, or until there is a new one
        (agreed("2019/2019.."), MAY_BE, date(2019, 1, 1)),
        (agreed("2020/2020.."), ACTIVE, date(2020, 1, 1)),
        (agreed("/2020", signed_on=date(2020, 2, 9)), ACTIVE, date(2020, 2, 9)),
        (agreed("/", signed_on=date(2020, 2, 9)), MAY_BE, date(2020, 2, 9)),
        (
            agreed("2019", amendments=(Amendment(last_day=DAY),)),
            ACTIVE,
            date(2019, 1, 1),
        ),
    ],
    ids=lambda value: getattr(value, "period", value),
)
def test_what_is_not_stated_makes_a_day_possible_and_never_certain(
    agreement, state, since
):
    """
    And since when it has been so, or surer, is told where that is known.
    """
    making = () if state is NONE else ("habo",)

    found = covered(agreement)
    assert (found.state, found.since, found.agreements) == (state, since, making)


@pytest.mark.parametrize(
    ("agreements", "precision", "english"),
    [
        ([agreed("2020-06-01")], "day", "2020-06-01"),
        ([agreed("2020")], "year", "2020"),
        ([agreed("2020-05/2020-06")], "month", "May 2020"),
        ([agreed("2020-21/2021-23")], "season", "spring 2020"),
        ([agreed("2020-VT/")], "term", "spring term 2020"),
        # Of those that begin on one day, as exactly as one of them says.
        (
            [agreed("2020", id="a"), agreed("2020-01-01/2020-12-31", id="b")],
            "day",
            "2020-01-01",
        ),
        # The one of 2019 begins the run.
        (
            [agreed("2019-24", id="a"), agreed("2020-03/", id="b")],
            "season",
            "winter 2019–2020",
        ),
        # One that is only known to have existed states no day.
        (
            [agreed("/2020", signed_on=SIGNED)],
            None,
            "not stated (known from 2020-02-09)",
        ),
        (
            [agreed("/2020", signed_on=SIGNED), agreed("2020-02-09/2021", id="b")],
            "day",
            "2020-02-09",
        ),
        ([agreed("/2020")], None, ""),
        ([agreed("2019-23")], "season", "after autumn 2019"),
        ([agreed("2019-VT")], "term", "after spring term 2019"),
        ([agreed("2020-05-31")], "day", "2020-06-01"),
        ([agreed("/2019-05", signed_on=date(2019, 1, 9))], "month", "after May 2019"),
        ([], None, ""),
    ],
)
def test_since_when_is_told_as_exactly_as_it_is_stated(agreements, precision, english):
    """
    A first day that is not stated is not taken for one that is.
    """
    found = covered(*agreements)

    assert found.since_precision == precision
    assert AnalysisWording("en").since(found) == english


def test_without_any_agreement_nobody_can_tell_since_when():
    """
    Of a municipality of which nothing is known there is no first day.
    """
    assert covered() == MunicipalityCoverage("0643", NONE, None)


def test_a_run_goes_on_from_agreement_to_agreement():
    """
    One that begins on the day after the other ends leaves no day between.
    """
    row = [agreed(year, id=year) for year in ("2017", "2018", "2019", "2020")]
    without_2018 = [each for each in row if each.id != "2018"]
    maybe_2018 = agreed("2018/2018..", id="maybe")
    maybe_later = agreed("2018-02/2018", id="later")

    assert covered(*row).since == date(2017, 1, 1)
    assert covered(*without_2018).since == date(2019, 1, 1)
    assert covered(*without_2018, maybe_2018).since == date(2017, 1, 1)
    assert covered(*without_2018, maybe_later).since == date(2018, 2, 1)
    assert covered(*without_2018).agreements == ("2020",)


def test_a_single_day_between_breaks_a_run():
    """
    On that day there was none.
    """
    years = agreed("2019", id="a"), agreed("2020-01-02/2020-12-31", id="b")

    assert covered(*years).since == date(2020, 1, 2)
    assert covered(*years, on=date(2020, 1, 1)).state is NONE


def test_a_short_agreement_within_a_long_one_ends_nothing():
    """
    The long one goes on.
    """
    short, before = agreed("2018", id="short"), agreed("2010", id="before")

    for found in (
        covered(agreed("2017/2020"), short, *more) for more in ((), (before,))
    ):
        assert (found.since, found.agreements) == (date(2017, 1, 1), ("habo",))


def test_the_last_day_that_may_be_covered_ends_it():
    """
    After two of which one ended earlier, nothing was there since the other ended.
    """
    assert covered(agreed("2015/2018"), agreed("2016", id="b")).since == date(
        2019, 1, 1
    )
    assert covered(agreed("2015"), agreed("2021", id="b")).since == date(2016, 1, 1)
    assert covered(agreed("2015"), agreed("2017", id="b")).since == date(2018, 1, 1)


def test_the_surest_counts():
    """
    Where one agreement is certain, those that only may hold do not make it so.
    """
    state = covered(agreed("2020"), agreed("/", id="maybe"), agreed("2020", id="also"))

    assert state.state is ACTIVE
    assert state.agreements == ("also", "habo")


# ---------------------------------------------------------------- districts


def test_a_district_is_not_the_whole():
    """
    It is told apart, with the districts that are meant.
    """
    south = agreed("2019/2020", district="Söder", id="s")
    north = agreed("2020", district="Norr", id="n")
    in_part = MunicipalityCoverage(
        "0643",
        IN_PART,
        date(2019, 1, 1),
        ("n", "s"),
        ("Norr", "Söder"),
        since_precision=Precision.YEAR,
    )

    assert covered(south, north) == in_part
    assert covered(south, north, agreed("/")) == in_part
    assert covered(south, agreed("2020")).state is ACTIVE
    assert covered(south, agreed("2020")).districts == ()


def test_districts_are_sorted_and_each_told_once():
    """
    However many agreements there are for each.
    """
    names = ["Öster", "Norr", "Centrum", "Söder", "Bruket", "Norr", "Hamnen"]
    found = covered(
        *(agreed("2020", district=each, id=str(n)) for n, each in enumerate(names))
    )

    assert found.districts == ("Bruket", "Centrum", "Hamnen", "Norr", "Söder", "Öster")


def test_a_district_may_be_all_that_may_be_covered():
    """
    Then the districts are told; not where the whole may be too.
    """
    south = agreed("/", district="Söder", id="s")

    assert covered(south).state is MAY_BE
    assert covered(south).districts == ("Söder",)
    assert covered(south, agreed("/")).districts == ()


def test_an_agreement_for_the_whole_covers_the_district_too():
    """
    What is covered in part has been so since the whole was.
    """
    whole, part = agreed("2018/2019"), agreed("2020", district="Söder", id="s")

    assert covered(whole, part).state is IN_PART
    assert covered(whole, part).since == date(2018, 1, 1)


def test_a_district_of_several_municipalities_is_certain_of_none():
    """
    Nobody can tell in which of them it lies; a former code is no second one.
    """
    somewhere = agreed("2020", "0643", "0642", district="Söder")
    heby = agreed("2020", "1917", "0331", district="Söder")

    assert covered(somewhere).state is MAY_BE
    assert covered(somewhere, place="Mullsjö").state is MAY_BE
    assert covered(heby, place="Heby").state is IN_PART


# ---------------------------------------------------------------- places


def test_every_municipality_of_an_area_is_covered():
    """
    Each of them has the agreement, and each of the others has none.
    """
    found = coverage(Register([agreed("2020", "0643", "0642")]), DAY)

    assert [each.municipality for each in found.municipalities] == [
        each.code for each in municipalities()
    ]
    assert {each.municipality for each in found.municipalities if each.agreements} == {
        "0643",
        "0642",
    }


def test_a_former_code_counts_for_what_it_became():
    """
    Heby has another code since 2007; the agreement counts once if it has both.
    """
    assert covered(agreed("2020", "1917"), place="Heby").state is ACTIVE
    assert covered(agreed("2020", "1917", "0331"), place="0331").agreements == ("habo",)


def test_what_is_nowhere_known_is_listed_apart():
    """
    If it may hold on the day; one with a place that is known counts there as well.
    """
    register = Register(
        [
            agreed("2020", "9999", "8888", id="unknown"),
            agreed("2020", "0643", "9999", id="half"),
            evolve(agreed("/", id="nowhere"), area=Area()),
            evolve(agreed("/", id="anywhere"), area=Area(district="Centrum")),
            evolve(agreed("2019", id="ended"), area=Area()),
            agreed("2020", id="here"),
        ]
    )
    found = coverage(register, DAY)

    assert found.unplaced == ("anywhere", "half", "nowhere", "unknown")
    lost = [each.id for each in unplaced(register)]
    assert lost == ["anywhere", "ended", "half", "nowhere", "unknown"]
    assert found.of("Habo").agreements == ("half", "here")
    assert found.national.active == 1


def test_a_kind_can_be_asked_for():
    """
    Else both kinds count.
    """
    umbrella = agreed("2020", kind=AgreementKind.COOPERATION_AGREEMENT)
    nowhere = evolve(umbrella, id="nowhere", area=Area())
    register = Register([umbrella, nowhere])

    for kind, state, lost in [
        (None, ACTIVE, ("nowhere",)),
        (AgreementKind.COOPERATION_AGREEMENT, ACTIVE, ("nowhere",)),
        (AgreementKind.CITIZENS_PROMISE, NONE, ()),
    ]:
        found = coverage(register, DAY, kind=kind)
        assert (found.kind, found.of("Habo").state, found.unplaced) == (
            kind,
            state,
            lost,
        )
        assert tuple(each.id for each in unplaced(register, kind=kind)) == lost


# ---------------------------------------------------------------- shares


BLEKINGE = [
    agreed("2020", "1060", id="a"),
    agreed("/", "1080", id="b"),
    agreed("2020", "1081", district="Norr", id="c"),
    agreed("2019", "1082", id="d"),
]


def test_shares_tell_how_many_of_how_many():
    """
    Of the nation, of each county and of each police region.
    """
    found = coverage(Register(BLEKINGE), DAY)
    by_county = {each.place: each for each in found.counties}
    by_region = {each.place: each for each in found.police_regions}

    assert found.national == CoverageShare("Sverige", 290, 1, 1, 1, 287)
    assert by_county["Blekinge län"] == CoverageShare("Blekinge län", 5, 1, 1, 1, 2)
    assert by_county["Örebro län"] == CoverageShare("Örebro län", 12, 0, 0, 0, 12)
    assert by_region["Syd"] == CoverageShare("Syd", 58, 1, 1, 1, 55)
    assert list(by_county) == [each.name for each in counties()]
    assert list(by_region) == [each.name for each in police_regions()]


def test_coverage_prints_as_how_many_are_in_each_state():
    """
    And not as its 290 rows.
    """
    printed = repr(coverage(Register(BLEKINGE), DAY))

    assert printed == (
        "<Coverage on 2020-06-01: 1 active, 1 in part, 1 may be active, 287 none>"
    )


def test_equal_registers_have_equal_coverage():
    """
    It compares and hashes by value.
    """
    one, other = (coverage(Register(some), DAY) for some in (BLEKINGE, BLEKINGE[::-1]))

    assert one == other
    assert hash(one) == hash(other)


def test_a_share_has_two_bounds():
    """
    What is certain is the least; what is not excluded is the most.
    """
    share = coverage(Register(BLEKINGE), DAY).national

    assert share.at_least == Fraction(1, 290)
    assert share.at_most == Fraction(3, 290)


# ---------------------------------------------------------------- refused


@pytest.mark.parametrize(
    ("register", "on", "kind", "complaint"),
    [
        (None, DAY, None, "coverage.register: .* give a Register"),
        ([], DAY, None, "coverage.register: .* give a Register"),
        (Register(), datetime(2020, 6, 1, 12, 0), None, "call its date"),  # noqa: DTZ001
        (Register(), "2020-06-01", None, r"coverage\.on"),
        (Register(), DAY, "citizens_promise", "coverage.kind: .* AgreementKind"),
    ],
)
def test_what_is_something_else_is_refused(register, on, kind, complaint):
    """
    With what would do.
    """
    with pytest.raises(InvalidField, match=complaint):
        coverage(register, on, kind=kind)


def test_a_misspelt_municipality_is_refused_with_the_nearest():
    """
    It is no municipality without an agreement.
    """
    with pytest.raises(UnknownName, match="Hallsberg"):
        covered(place="Halsberg")


# ---------------------------------------------------------------- laws


@st.composite
def odd_registers(draw):
    """Make registers of any areas and any days."""
    facts = st.lists(st.tuples(areas(), periods(), st.none() | days()), max_size=6)
    return Register(
        evolve(
            agreed("/"), id=str(place), area=area, period=period, signed_on=signed_on
        )
        for place, (area, period, signed_on) in enumerate(draw(facts))
    )


def by_hand(register, code, day):
    """Tell one agreement after the other what a municipality has on a day."""
    there = [
        each
        for each in register.values()
        if code in {now(former) for former in each.area.municipalities}
    ]
    one = [each for each in there if len(set(map(now, each.area.municipalities))) == 1]
    certain = [
        each for each in there if day in each.in_force and each.area.district is None
    ]
    in_part = certain + [
        each for each in one if day in each.in_force and each not in certain
    ]
    possible = [each for each in there if each.in_force.may_cover(day)]
    found = zip((ACTIVE, IN_PART, MAY_BE), (certain, in_part, possible), strict=True)
    return next(((state, those) for state, those in found if those), (NONE, []))


def now(code):
    """Tell today's code of a municipality that had another."""
    codes = {
        former.code: each.code
        for each in municipalities()
        for former in each.former_codes
    }
    return codes.get(code, code)


@given(odd_registers(), days())
def test_each_is_in_the_state_that_its_agreements_make(register, day):
    """
    As one finds it by looking at each agreement on that day.
    """
    found = coverage(register, day)
    codes = {"0643"} | {
        now(code) for each in register.values() for code in each.area.municipalities
    }

    for row in found.municipalities:
        if row.municipality in codes:
            state, making = by_hand(register, row.municipality, day)
            assert row.state is state
            assert row.agreements == tuple(sorted(each.id for each in making))
        else:
            assert row == MunicipalityCoverage(row.municipality, NONE, None)


@given(odd_registers(), days())
def test_it_has_been_so_since_the_first_day_of_the_run(register, day):
    """
    It was so on the day that is told, or surer, and not on the day before.
    """
    order = list(CoverageState)
    for row in coverage(register, day).municipalities:
        if row.since is not None:
            then, before = (
                order.index(by_hand(register, row.municipality, each)[0])
                for each in (row.since, row.since - timedelta(days=1))
            )
            if row.state is NONE:
                assert before < then == order.index(NONE)
            else:
                assert then <= order.index(row.state) < before


@given(odd_registers(), days())
def test_shares_count_each_municipality_once(register, day):
    """
    The states of a place are all its municipalities, and the places the nation.
    """
    found = coverage(register, day)
    states = Counter(each.state for each in found.municipalities)

    for shares in ([found.national], found.counties, found.police_regions):
        for share in shares:
            each = share.active, share.active_in_part, share.may_be_active, share.none
            assert sum(each) == share.municipalities
            assert 0 <= share.at_least <= share.at_most <= 1
        assert sum(share.municipalities for share in shares) == 290
        assert sum(share.active_in_part for share in shares) == states[IN_PART]


@given(odd_registers(), days())
def test_no_agreement_is_lost(register, day):
    """
    What may hold on a day is in a municipality, or among those that are nowhere.
    """
    found = coverage(register, day)
    codes = {each.code for each in municipalities()}

    assert found.unplaced == tuple(
        id
        for id, each in register.items()
        if each.in_force.may_cover(day)
        and not (
            each.area.municipalities
            and set(map(now, each.area.municipalities)) <= codes
        )
    )
