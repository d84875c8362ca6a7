from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import assume, given, settings

from medborgarloften import (
    Agreement,
    Area,
    InvalidField,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    Quantity,
    Register,
    Source,
    Status,
    ValidityPeriod,
)
from medborgarloften.analysis import (
    Disagreement,
    DisagreementKind,
    Pace,
    Progress,
    Stage,
    Target,
    progress,
)
from medborgarloften.analysis._pace import expected
from medborgarloften.queries import active_on, may_be_active_on
from medborgarloften.testing import bounded_periods, days, quantities, registers

MAY = date(2020, 5, 16)
PAGE = Source(url="https://example.org/habo")
FOUR = Quantity(4, None, "kontroll")
AT_MOST_FIVE = Quantity(None, 5, "klagomål")
TWO_YEARLY = Quantity(1, None, "möte", Per.TWO_YEARS)
YEARLY = Quantity(4, None, "kontroll", Per.YEAR)
SEASONAL = Quantity(10, None, "nykterhetskontroll", Per.SEASON)
AT_MOST_YEARLY = Quantity(None, 5, "klagomål", Per.YEAR)


def promised(*counts, period="2020", own=None):
    """Make an agreement with one promise of some counts."""
    return Agreement(
        id="habo",
        title="Medborgarlöfte i Habo",
        area=Area(municipalities=("0643",)),
        parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
        period=ValidityPeriod.parse(period),
        promises=(
            Promise(
                number=1,
                text="Göra kontroller",
                promisors=("police",),
                quantities=counts,
                period=own and ValidityPeriod.parse(own),
            ),
        ),
    )


def told(on, status="ongoing", counted=None):
    """Tell how it stood on a day."""
    return Outcome(
        agreement="habo",
        promise=1,
        on=date.fromisoformat(on),
        status=Status(status),
        counted=counted,
        sources=(PAGE,),
    )


def progressed(on, agreement, *outcomes):
    """Tell how the one promise stands on a day."""
    register = Register([agreement], outcomes)
    [found] = progress(register, date.fromisoformat(on))
    return found


def kinds_of(found):
    """List what disagrees."""
    return [each.kind.value for each in found.disagreements]


# ---------------------------------------------------------------- what is told


def test_outcomes_are_held_against_what_was_promised():
    """
    Stage, status, count and pace are told beside each other.
    """
    found = progressed(
        "2020-07-01", promised(FOUR), told("2020-03-01"), told("2020-06-30", counted=2)
    )

    assert found == Progress(
        agreement="habo",
        promise=1,
        stage=Stage.RUNNING,
        statuses=(Status.ONGOING,),
        counts=(2,),
        counted_on=date(2020, 6, 30),
        targets=(Target(FOUR, evolve(FOUR, per=Per.PERIOD), expected=2),),
        pace=Pace.ON_TRACK,
    )
    assert (found.status, found.counted) == (Status.ONGOING, 2)


def test_promises_with_a_count_or_an_outcome_have_a_row():
    """
    Of the others there is nothing to hold against anything.
    """
    counted, bare = promised(FOUR), promised()
    day = date(2020, 6, 1)

    assert len(progress(Register([counted]), day)) == 1
    assert progress(Register([bare]), day) == ()
    assert len(progress(Register([bare], [told("2020-06-01")]), day)) == 1
    assert progress(Register([bare], [told("2020-06-02")]), day) == ()


def test_rows_are_in_the_order_of_the_register():
    """
    By agreement and number, each with its own outcomes.
    """
    agreement = promised(FOUR)
    [promise] = agreement.promises
    agreement = agreement.with_promises(promise, promise)
    found = progress(
        Register([agreement], [told("2020-02-01", counted=1)]), date(2020, 3, 1)
    )

    assert [(row.promise, row.counted) for row in found] == [(1, 1), (2, None)]


def test_nothing_is_known_of_later_days():
    """
    An outcome counts from its day on.
    """
    outcomes = told("2020-03-01", "ongoing", 1), told("2020-12-31", "fulfilled", 4)

    early = progressed("2020-12-30", promised(FOUR), *outcomes)
    late = progressed("2020-12-31", promised(FOUR), *outcomes)

    assert (early.status, early.counted) == (Status.ONGOING, 1)
    assert (late.status, late.counted) == (Status.FULFILLED, 4)


@pytest.mark.parametrize(
    ("outcomes", "statuses"),
    [
        ([], ["no_evidence"]),
        ([told("2020-02-01", "not_started")], ["not_started"]),
        ([told("2020-02-01", "no_evidence")], ["no_evidence"]),
        ([told("2020-02-01"), told("2020-03-01", "partly")], ["partly"]),
        ([told("2020-02-01"), told("2020-02-01", "partly")], ["ongoing", "partly"]),
    ],
)
def test_statuses_are_told_as_published(outcomes, statuses):
    """
    Nobody having told is not the same as somebody telling that nothing was begun.
    """
    found = progressed("2020-06-01", promised(FOUR), *outcomes)

    assert sorted(found.statuses) == statuses
    assert found.status == (statuses[0] if len(statuses) == 1 else None)


@pytest.mark.parametrize(
    ("period", "own", "stage"),
    [
        ("2020", None, "running"),
        ("2020-06-01/2020-06-01", None, "running"),
        ("2020/..", None, "running"),
        ("2020/", None, "may_be_running"),
        ("/", None, "may_be_running"),
        ("2019/2019..", None, "may_be_running"),
        ("2020-06-02/2021", None, "not_begun"),
        ("2021/..", None, "not_begun"),
        ("2019/2020-05-31", None, "ended"),
        ("/2019", None, "ended"),
        ("2020", "2020-23", "not_begun"),
        ("2020", "2019", "times_apart"),
    ],
)
def test_where_the_day_is_in_the_time_of_a_promise(period, own, stage):
    """
    What is certain is told from what only may be.
    """
    found = progressed("2020-06-01", promised(FOUR, period=period, own=own))

    assert found.stage == stage
    assert kinds_of(found) == (["times_apart"] if stage == "times_apart" else [])


# ---------------------------------------------------------------- what is expected


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("2019-12-31", 0),
        ("2020-01-01", 0),
        ("2020-03-31", 0),  # 91 of 366 days: 0.99
        ("2020-04-01", 1),
        ("2020-12-30", 3),
        ("2020-12-31", 4),
        ("2021-06-01", 4),
    ],
)
def test_what_is_expected_grows_with_the_days_gone(on, count):
    """
    The day itself is gone too, and nobody is held to a part of one.
    """
    assert expected(FOUR, ValidityPeriod.of_year(2020), date.fromisoformat(on)) == count


@pytest.mark.parametrize(
    ("quantity", "period", "count"),
    [
        (YEARLY, "2019/2020", 5),  # 4, and 152 of 366 days of 4
        (YEARLY, "2019/..", 5),
        (YEARLY, "2019/", 5),
        (YEARLY, "/2020", None),
        (FOUR, "2019/..", None),  # four in a time without an end
        (FOUR, "2019/2019..", 4),
        (Quantity(4, None, "kontroll", Per.PERIOD), "2020-05/2020-06", 2),
        (Quantity(1, None, "möte", Per.TERM), "2020", 0),  # the term ends on 30 June
        (Quantity(2, None, "möte", Per.WEEK), "2020-05-25/2020-06-30", 2),
        (AT_MOST_FIVE, "2020", None),
        (SEASONAL, "2020-04/2020-06", 6),  # 61 of 91 days of 10
        (SEASONAL, "2020", None),  # nobody says which season
        (SEASONAL, "2020/..", None),
    ],
)
def test_what_is_expected_goes_by_the_calendar(quantity, period, count):
    """
    By 31 May: what is promised each year or term grows within each.
    """
    assert expected(quantity, ValidityPeriod.parse(period), date(2020, 5, 31)) == count


@given(quantities(), bounded_periods(), days(), days())
def test_expectations_grow_from_nothing_to_all(quantity, period, one, other):
    """
    And never above the total, nor above its share of the days.
    """
    total_or_none = quantity.total(period)
    assume(quantity.minimum is not None and total_or_none is not None)
    total = total_or_none.minimum
    earlier, later = sorted((one, other))
    by_then = expected(quantity, period, later)

    assert 0 <= expected(quantity, period, earlier) <= by_then <= total
    if later >= period.last_day:
        assert by_then == total
    if later < period.first_day:
        assert by_then == 0
    if quantity.per in {None, Per.PERIOD} and later in period:
        gone = (later - period.first_day).days + 1
        share = Fraction(quantity.minimum * gone, period.days)
        assert by_then <= share < by_then + 1


def test_what_is_promised_for_a_season_is_not_promised_four_times_a_year():
    """
    Nobody says which it is, so nobody can tell what is expected, nor what it is in all.
    """
    found = progressed(
        "2020-12-31",
        promised(SEASONAL, period="2020/.."),
        told("2020-12-31", counted=9),
    )
    in_autumn = progressed(
        "2020-12-31", promised(SEASONAL, own="2020-23"), told("2020-12-31", counted=10)
    )

    assert found.targets == (Target(SEASONAL, None, None),)
    assert found.pace == "days_unknown"
    assert in_autumn.targets[0].expected == 10
    assert in_autumn.pace == "met"


@pytest.mark.parametrize(
    ("quantity", "period", "own", "count"),
    [
        (FOUR, "/2020", None, None),
        (YEARLY, "/2020", None, None),
        (YEARLY, "/", None, None),
        # The promise says itself when it begins: 61 of 91 days of 4.
        (FOUR, "/2020", "2020-04-01/2020-06-30", 2),
    ],
)
def test_nothing_is_expected_since_a_day_that_is_not_stated(
    quantity, period, own, count
):
    """
    That it was signed on a day does not say that it held from that day.
    """
    signed = evolve(promised(quantity, period=period, own=own), signed_on=MAY)
    found = progressed("2020-05-31", signed, told("2020-05-31", counted=1))

    assert found.stage == ("running" if period == "/2020" else "may_be_running")
    assert found.targets[0].expected == count
    assert found.pace == ("days_unknown" if count is None else "behind")


@pytest.mark.parametrize(
    ("on", "stage", "count"),
    [
        ("2020-02-28", "not_begun", 0),
        ("2020-04-10", "not_begun", 0),
        ("2020-04-14", "not_begun", 0),
        ("2020-04-15", "running", 4),  # 46 of 92 days of 8
        ("2020-05-31", "running", 8),
        ("2020-06-01", "ended", 8),
    ],
)
def test_nothing_is_expected_of_what_has_not_begun(on, stage, count):
    """
    A promise begins on no day before those on which its agreement is known.
    """
    eight = Quantity(8, None, "kontroll")
    agreement = promised(eight, period="/2021", own="2020-03/2020-05")
    published = evolve(agreement, published_on=date(2020, 4, 15))
    found = progressed(on, published)
    [target] = found.targets

    assert found.stage == stage
    assert target.expected == count
    assert target.total.minimum == 8


@pytest.mark.parametrize("own", ["2020-03/2020-05", "2022/2023"])
def test_nothing_is_expected_of_what_has_no_day(own):
    """
    Be it the known day or the stated last one that leaves none.
    """
    agreement = promised(YEARLY, period="/2021", own=own)
    found = progressed("2020-07-01", evolve(agreement, published_on=date(2020, 6, 1)))

    assert found.stage is Stage.TIMES_APART
    assert found.targets == (Target(YEARLY, None, None),)


def test_a_season_may_begin_late_in_a_half_year():
    """
    In February nobody is behind with what is promised for the spring.
    """
    agreement = promised(SEASONAL, period="2020-01/2020-06")
    found = progressed("2020-02-15", agreement, told("2020-02-15", counted=0))

    assert found.targets == (Target(SEASONAL, None, None),)
    assert found.pace == "days_unknown"


# ---------------------------------------------------------------- pace


@pytest.mark.parametrize(
    ("on", "counted", "pace"),
    [
        ("2020-07-02", ("2020-07-02", 1), "behind"),  # 184 of 366 days: 2
        ("2020-07-02", ("2020-07-02", 2), "on_track"),
        ("2020-07-02", ("2020-04-01", 1), "was_on_track"),
        ("2020-07-02", ("2020-04-01", 0), "behind"),
        ("2020-07-02", ("2020-01-01", 2), "on_track"),
        ("2020-07-02", ("2020-04-01", 4), "met"),
        ("2020-07-02", ("2020-04-01", 9), "met"),
        ("2021-07-02", ("2021-01-15", 3), "behind"),
        ("2021-07-02", ("2020-12-30", 3), "was_on_track"),
        ("2019-07-02", ("2019-07-01", 0), "not_begun"),
        ("2020-07-02", None, "no_count"),
    ],
)
def test_a_floor_is_kept_pace_with(on, counted, pace):
    """
    A count holds for its own day: of what came after it nobody has told.
    """
    outcomes = [told(counted[0], counted=counted[1])] if counted else []

    assert progressed(on, promised(FOUR), *outcomes).pace == pace


@pytest.mark.parametrize(
    ("quantity", "counted", "pace"),
    [
        (AT_MOST_FIVE, ("2020-07-02", 5), "on_track"),
        (AT_MOST_FIVE, ("2020-07-01", 5), "was_on_track"),
        (AT_MOST_FIVE, ("2020-07-01", 6), "exceeded"),
        (Quantity(2, 3, "möte"), ("2020-07-01", 4), "exceeded"),
        (Quantity(2, 3, "möte"), ("2020-07-01", 3), "met"),
        (Quantity(2, 2, "möte"), ("2020-04-01", 2), "met"),
        (Quantity(2, 2, "möte"), ("2020-07-02", 1), "on_track"),
        (Quantity(4, None, "möte", average=True), ("2020-07-01", 0), "not_a_total"),
        (Quantity(4, None, "möte", each="skola"), ("2020-07-01", 9), "not_a_total"),
    ],
)
def test_a_ceiling_can_be_broken_until_the_end(quantity, counted, pace):
    """
    What is promised on average or for each of something is held against no total.
    """
    on, count = counted
    found = progressed("2020-07-02", promised(quantity), told(on, counted=count))

    assert found.pace == pace


@pytest.mark.parametrize(
    ("counted_on", "pace"),
    [("2020-12-30", "was_on_track"), ("2020-12-31", "met"), ("2021-02-01", "met")],
)
def test_a_ceiling_is_kept_when_all_was_counted(counted_on, pace):
    """
    By its last day, or later.
    """
    found = progressed(
        "2021-06-01", promised(AT_MOST_FIVE), told(counted_on, counted=5)
    )

    assert found.pace == pace


@pytest.mark.parametrize(
    ("quantity", "period", "counted", "pace"),
    [
        (FOUR, "/", 4, "met"),
        (FOUR, "/", 3, "days_unknown"),
        (FOUR, "2020/..", 3, "days_unknown"),
        (YEARLY, "2020/..", 1, "on_track"),
        (YEARLY, "2020/..", 0, "behind"),
        (YEARLY, "/2020", 9, "days_unknown"),
        (Quantity(None, 5, "klagomål", Per.YEAR), "2020/..", 9, "days_unknown"),
        (Quantity(None, 5, "klagomål"), "/", 4, "on_track"),
        (FOUR, "2020/2020..", 3, "on_track"),
    ],
)
def test_where_days_are_missing_what_can_be_told_is(quantity, period, counted, pace):
    """
    A total without a time to reach it in is met or not yet; more nobody can tell.
    """
    agreement = promised(quantity, period=period)
    found = progressed("2020-04-01", agreement, told("2020-04-01", counted=counted))

    assert found.pace == pace


def test_one_count_of_several_things_is_unclear():
    """
    Nobody says which was counted.
    """
    found = progressed(
        "2020-06-01", promised(FOUR, YEARLY), told("2020-05-01", "fulfilled", 9)
    )

    assert found.pace is Pace.UNCLEAR
    assert [each.quantity for each in found.targets] == [FOUR, YEARLY]
    assert found.disagreements == ()


def test_without_a_count_promised_there_is_no_pace():
    """
    Though something may have been counted.
    """
    found = progressed("2020-06-01", promised(), told("2020-05-01", counted=9))

    assert (found.pace, found.counted) == (Pace.NO_QUANTITY, 9)


def test_an_earlier_count_stands_until_there_is_a_later():
    """
    An outcome without a number changes the status and no count.
    """
    found = progressed(
        "2020-06-01",
        promised(FOUR),
        told("2020-03-01", counted=2),
        told("2020-05-01", "partly"),
    )

    assert (found.status, found.counted, found.counted_on) == (
        Status.PARTLY,
        2,
        date(2020, 3, 1),
    )


# ---------------------------------------------------------------- what disagrees


def test_statuses_of_one_day_that_differ_are_told():
    """
    With the outcomes that say so; none of them is chosen.
    """
    outcomes = told("2020-05-01", "fulfilled"), told("2020-05-01", "partly")
    found = progressed("2020-06-01", promised(FOUR), *outcomes)

    assert found.disagreements == (
        Disagreement(DisagreementKind.STATUSES_DIFFER, outcomes),
    )
    assert found.status is None


def test_counts_of_one_day_that_differ_leave_the_pace_unclear():
    """
    Both numbers are told.
    """
    outcomes = told("2020-05-01", counted=9), told("2020-05-01", counted=16)
    found = progressed("2020-06-01", promised(FOUR), *outcomes)

    assert found.disagreements == (
        Disagreement(DisagreementKind.COUNTS_DIFFER, outcomes),
    )
    assert (found.counts, found.counted) == ((9, 16), None)
    assert found.counted_on == date(2020, 5, 1)
    assert found.pace is Pace.UNCLEAR


def test_a_count_that_fell_leaves_the_pace_unclear():
    """
    Perhaps it was counted anew each year; nobody says so.
    """
    earlier, later = told("2020-03-01", counted=4), told("2020-05-01", counted=3)
    found = progressed("2020-06-01", promised(FOUR), earlier, later)

    assert found.disagreements == (
        Disagreement(DisagreementKind.COUNT_FELL, (earlier, later)),
    )
    assert (found.counted, found.pace) == (3, Pace.UNCLEAR)


@pytest.mark.parametrize(
    ("outcomes", "kinds"),
    [
        ([("05", "ongoing", 2), ("06", "ongoing", 2), ("07", "ongoing", 3)], []),
        ([("05", "ongoing", 2), ("05", "no_evidence", None)], []),
        ([("05", "ongoing", 2), ("06", "fulfilled", None)], []),
        ([("05", "not_started", None)], []),
        ([("05", "not_started", 0)], []),
        ([("05", "not_started", 1)], ["not_started_but_counted"]),
        ([("05", "fulfilled", 4)], []),
        ([("05", "fulfilled", 3)], ["fulfilled_but_not_met"]),
        ([("05", "partly", 3)], []),
        ([("05", "not_fulfilled", 3)], []),
        ([("05", "not_fulfilled", 4)], ["not_fulfilled_but_met"]),
        (
            [("05", "fulfilled", None), ("05", "ongoing", 3)],
            ["statuses_differ", "fulfilled_but_not_met"],
        ),
        ([("05", "fulfilled", 3), ("05", "fulfilled", 4)], ["counts_differ"]),
        ([("05", "not_fulfilled", 3), ("05", "not_fulfilled", 4)], ["counts_differ"]),
        (
            [("05", "ongoing", 2), ("05", "ongoing", 4), ("06", "ongoing", 3)],
            ["counts_differ", "count_fell"],
        ),
        (
            [("05", "ongoing", 4), ("06", "ongoing", 3), ("06", "ongoing", 5)],
            ["counts_differ", "count_fell"],
        ),
    ],
)
def test_what_cannot_all_be_right_is_told(outcomes, kinds):
    """
    Of one day, and from day to day; a part of what is promised is no fulfilment.
    """
    found = progressed(
        "2020-08-01",
        promised(FOUR),
        *(told(f"2020-{month}-01", status, count) for month, status, count in outcomes),
    )

    assert kinds_of(found) == kinds


@pytest.mark.parametrize(
    ("quantity", "on", "status", "counted", "kinds"),
    [
        (YEARLY, "2019-12-31", "fulfilled", 4, []),  # the first of two years
        (YEARLY, "2019-12-31", "fulfilled", 3, ["fulfilled_but_not_met"]),
        (YEARLY, "2019-06-30", "fulfilled", 3, ["fulfilled_but_not_met"]),
        (YEARLY, "2020-12-31", "fulfilled", 7, ["fulfilled_but_not_met"]),
        (YEARLY, "2020-12-31", "fulfilled", 8, []),
        (YEARLY, "2020-12-31", "not_fulfilled", 7, []),
        (YEARLY, "2020-12-31", "not_fulfilled", 8, ["not_fulfilled_but_met"]),
        (AT_MOST_FIVE, "2020-12-31", "fulfilled", 6, ["fulfilled_but_not_met"]),
        (AT_MOST_FIVE, "2020-12-31", "fulfilled", 5, []),
        (AT_MOST_FIVE, "2020-12-31", "fulfilled", 0, []),
        (AT_MOST_FIVE, "2020-12-31", "not_fulfilled", 6, []),
        (Quantity(4, None, "möte", average=True), "2020-12-31", "fulfilled", 1, []),
        (Quantity(4, None, "möte", each="skola"), "2020-12-31", "fulfilled", 1, []),
        (
            Quantity(1, None, "möte", Per.TWO_YEARS),
            "2020-12-30",
            "not_fulfilled",
            1,
            ["not_fulfilled_but_met"],
        ),
        (Quantity(0, None, "möte"), "2020-12-31", "not_fulfilled", 0, []),
    ],
)
def test_a_verdict_is_held_against_the_count_of_its_day(
    quantity, on, status, counted, kinds
):
    """
    For the time gone, and at least for a first whole year or for the whole time.
    """
    agreement = promised(quantity, period="2019/2020")

    assert (
        kinds_of(progressed("2021-06-01", agreement, told(on, status, counted)))
        == kinds
    )


@pytest.mark.parametrize(
    ("quantity", "period", "counts", "pace", "kinds"),
    [
        (YEARLY, "2020/2022", (4, 3), "unclear", []),  # falls
        (YEARLY, "2020/2022", (4, 4), "unclear", []),  # does not rise
        (YEARLY, "2020/2022", (4, 5), "unclear", []),  # each is enough for one year
        (YEARLY, "2020/2022", (4, 8), "on_track", []),  # enough for both
        (YEARLY, "2020/2022", (3, 5), "behind", ["fulfilled_but_not_met"]),
        (YEARLY, "2020/2022", (5,), "behind", ["fulfilled_but_not_met"]),
        (YEARLY, "2020/2022", (), "no_count", []),
        (YEARLY, "2020/", (4, 3), "unclear", []),
        (YEARLY, "/", (4, 5), "unclear", []),  # nobody knows how much of it is gone
        (YEARLY, "2021", (4, 3), "unclear", ["count_fell", "fulfilled_but_not_met"]),
        (FOUR, "2020/2021", (4, 3), "unclear", ["count_fell", "fulfilled_but_not_met"]),
        (AT_MOST_YEARLY, "2020/2022", (4, 3), "unclear", []),
        (AT_MOST_YEARLY, "2020/2022", (2, 3), "on_track", []),
        (AT_MOST_YEARLY, "2020/2021", (12, 11), "unclear", []),
    ],
)
def test_counts_may_be_of_one_year_of_several(quantity, period, counts, pace, kinds):
    """
    Where they do not rise, or each is enough for one, nobody knows what was counted.
    """
    ends = zip(("2020-12-31", "2021-12-31")[-len(counts) :], counts, strict=False)
    outcomes = [told(day, "ongoing", counted) for day, counted in ends]
    if outcomes:
        outcomes[-1] = evolve(outcomes[-1], status=Status.FULFILLED)
    found = progressed("2021-12-31", promised(quantity, period=period), *outcomes)

    assert found.pace == pace
    assert sorted(kinds_of(found)) == kinds


def test_counts_of_one_day_are_not_those_of_two_years():
    """
    They differ, also where the number is a yearly one.
    """
    outcomes = (told("2021-12-31", counted=counted) for counted in (4, 3))
    found = progressed("2021-12-31", promised(YEARLY, period="2020/2021"), *outcomes)

    assert kinds_of(found) == ["counts_differ"]


def test_a_verdict_disagrees_only_with_all_counts_of_its_day():
    """
    If one of two counts is what was promised, it is the counts that disagree.
    """
    outcomes = (told("2020-12-31", "fulfilled", counted) for counted in (5, 6))
    found = progressed("2021-06-01", promised(AT_MOST_FIVE), *outcomes)

    assert kinds_of(found) == ["counts_differ"]


@pytest.mark.parametrize(
    ("quantity", "status", "counted", "kinds"),
    [
        (YEARLY, "fulfilled", 3, ["fulfilled_but_not_met"]),
        (YEARLY, "fulfilled", 4, []),
        (YEARLY, "not_fulfilled", 4, []),
        (Quantity(None, 5, "klagomål", Per.YEAR), "fulfilled", 9, []),
        (FOUR, "fulfilled", 3, ["fulfilled_but_not_met"]),
        (FOUR, "not_fulfilled", 4, ["not_fulfilled_but_met"]),
    ],
)
def test_without_days_a_verdict_is_held_against_what_was_promised_once(
    quantity, status, counted, kinds
):
    """
    What comes of it in all nobody can tell.
    """
    agreement = promised(quantity, period="/")

    assert (
        kinds_of(
            progressed("2021-06-01", agreement, told("2020-05-01", status, counted))
        )
        == kinds
    )


# ---------------------------------------------------------------- laws and refusals


@settings(max_examples=40)
@given(registers(), days())
def test_nothing_that_officials_write_stops_it(register, on):
    """
    Each promise has one row at most, and its stage is what the questions answer.
    """
    found = {(row.agreement, row.promise): row for row in progress(register, on)}
    certain, possible = (
        {
            (match.agreement.id, match.promise.number)
            for match in register.find(question)
        }
        for question in (active_on(on), may_be_active_on(on))
    )

    assert len(found) == len(progress(register, on))
    for place, row in found.items():
        assert (row.stage is Stage.RUNNING) == (place in certain)
        assert (row.stage is Stage.MAY_BE_RUNNING) == (place in possible - certain)
        assert (row.counted_on is None) == (row.counts == ())
        assert (row.pace is Pace.NO_QUANTITY) <= (row.targets == ())


@pytest.mark.parametrize(
    ("register", "on"),
    [
        (Register(), datetime(2020, 6, 1, tzinfo=UTC)),
        (Register(), "2020-06-01"),
        ([], date(2020, 6, 1)),
    ],
)
def test_a_register_and_a_whole_day_are_asked_for(register, on):
    """
    Anything else is refused.
    """
    with pytest.raises(InvalidField):
        progress(register, on)
