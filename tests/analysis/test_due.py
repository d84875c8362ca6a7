from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Amendment,
    Area,
    InvalidField,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    Register,
    Review,
    Source,
    Status,
    ValidityPeriod,
)
from medborgarloften.analysis import Due, DueReason, due
from medborgarloften.testing import days, registers

PAGE = Source(url="https://example.org/habo")
ON, UNTIL = date(2020, 6, 1), date(2020, 8, 31)
YEARLY = Review(purpose="revidering", per=Per.YEAR)


def agreed(id="habo", *own, period="2020", **fields):
    """Make an agreement, with a promise for each own period."""
    return Agreement(
        id=id,
        title="Medborgarlöfte",
        area=Area(municipalities=("0643",)),
        parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
        period=ValidityPeriod.parse(period),
        promises=tuple(
            Promise(
                number=number,
                text="Gå ut",
                promisors=("police",),
                period=each and ValidityPeriod.parse(each),
            )
            for number, each in enumerate(own, 1)
        ),
        **fields,
    )


def told(on, promise=1, status=Status.ONGOING):
    """Tell how it stood with a promise on a day."""
    return Outcome(
        agreement="habo",
        promise=promise,
        on=date.fromisoformat(on),
        status=status,
        sources=(PAGE,),
    )


def found_in(*agreements, outcomes=(), on=ON, until=UNTIL, **options):
    """List what there is to do: on which day, why, and about which promises."""
    rows = due(Register(agreements, outcomes), on, until=until, **options)
    return [(str(row.day), row.reason.value, row.promises) for row in rows]


# ---------------------------------------------------------------- what ends


@pytest.mark.parametrize(
    ("period", "reason"),
    [
        ("2020-01-01/2020-06-01", "agreement_ends"),  # both days count
        ("2020-01-01/2020-08-31", "agreement_ends"),
        ("/2020-07", "agreement_ends"),
        ("2020-01/2020-07..", "agreement_may_end"),
        ("2020-01-01/2020-05-31", None),
        ("2020-01-01/2020-09-01", None),
        ("2020-01/..", None),
        ("2020-01/", None),
        ("/", None),
    ],
)
def test_an_agreement_that_ends_is_told(period, reason):
    """
    On its last day; one that may go on without a decision is told apart.
    """
    rows = due(Register([agreed(period=period)]), ON, until=UNTIL)

    last_day = ValidityPeriod.parse(period).last_day
    expected = [Due(last_day, DueReason(reason), "habo")] if reason else []
    assert list(rows) == expected


def test_an_extension_moves_the_end():
    """
    The last day is the one that is in force.
    """
    extended = Amendment(on=date(2020, 5, 1), last_day=date(2020, 7, 15))

    assert found_in(agreed(period="2020-01/2020-06", amendments=(extended,))) == [
        ("2020-07-15", "agreement_ends", ())
    ]


def test_promises_that_end_on_another_day_are_told():
    """
    Those of one day together; what only may end is told apart.
    """
    own = ("2020-06", "2020-22", None, "2020-06", "2020-02", "2020-06/2020-06..")

    assert found_in(agreed("habo", *own, period="2020-02/2020-08")) == [
        ("2020-03-01", "ended_untold", (5,)),
        ("2020-06-30", "promise_ends", (1, 4)),
        ("2020-06-30", "promise_may_end", (6,)),
        ("2020-08-31", "agreement_ends", ()),
    ]


@pytest.mark.parametrize("own", ["2020-09", "2019", "2020-06/", "/"])
def test_a_promise_without_a_day_of_its_own_is_not_told(own):
    """
    It ends after the days that are looked at, has no day at all, or ends with all.
    """
    assert found_in(agreed("habo", own, period="2020")) == []


# ---------------------------------------------------------------- reviews


def test_reviews_are_told_on_their_days():
    """
    Each with what is to be done; the first and the last day that is looked at count.
    """
    quarterly = Review(purpose="avstämning", per=Per.QUARTER)
    agreement = agreed(period="2020", reviews=(quarterly,))
    rows = due(Register([agreement]), date(2020, 3, 31), until=date(2020, 9, 30))

    assert rows == tuple(
        Due(day, DueReason.REVIEW, "habo", review=quarterly)
        for day in (date(2020, 3, 31), date(2020, 6, 30), date(2020, 9, 30))
    )


def test_reviews_of_what_has_no_last_day_go_on():
    """
    As far as is looked.
    """
    agreement = agreed(period="2019/..", reviews=(YEARLY,))

    assert found_in(agreement, on=date(2020, 1, 1), until=date(2021, 12, 31)) == [
        ("2019-12-31", "review_untold", ()),
        ("2020-12-31", "review", ()),
        ("2021-12-31", "review", ()),
    ]


@pytest.mark.parametrize("per", [None, Per.PERIOD])
def test_a_review_of_the_whole_has_a_day_if_there_is_a_last(per):
    """
    Else nobody knows when the whole has passed.
    """
    once = Review(purpose="uppföljning", per=per)

    assert found_in(agreed(period="2020/..", reviews=(once,))) == []
    assert found_in(agreed(period="2020-01/2020-07..", reviews=(once,))) == [
        ("2020-07-31", "review", ()),
        ("2020-07-31", "agreement_may_end", ()),
    ]


@pytest.mark.parametrize(
    ("traces", "missed"),
    [
        ([], ("2019-12-31", 3)),
        (["2019-12-31"], ("2018-12-31", 2)),
        (["2020-03-01"], ("2018-12-31", 2)),  # told afterwards
        (["2019-01-01"], ("2017-12-31", 1)),  # after the second, before the third
        (["2018-01-01"], ("2019-12-31", 1)),
        (["2017-01-01"], ("2019-12-31", 2)),
        (["2018-06-01", "2019-06-01"], None),
        (["2018-12-31"], ("2019-12-31", 2)),
        (["2020-06-02"], ("2019-12-31", 3)),  # nobody knows yet
    ],
)
def test_a_review_leaves_its_trace_around_its_day(traces, missed):
    """
    An outcome after the review before and before the review after; else it is missed.
    """
    agreement = agreed("habo", None, period="2017/2021", reviews=(YEARLY,))
    register = Register([agreement], map(told, traces))
    rows = [
        (str(row.day), row.times)
        for row in due(register, ON, until=UNTIL)
        if row.reason is DueReason.REVIEW_UNTOLD
    ]

    assert rows == ([missed] if missed else [])


def test_an_amendment_is_a_trace_and_no_evidence_is_none():
    """
    That nobody has told is no telling; an extension of a later day is not known yet.
    """
    reviewed = agreed("habo", None, period="2019/2020", reviews=(YEARLY,))
    earlier, later = Amendment(on=date(2020, 3, 1)), Amendment(on=date(2020, 7, 1))
    undated = Amendment(wording="förlängs")
    nothing = told("2020-03-01", status=Status.NO_EVIDENCE)
    missed = ("2019-12-31", "review_untold", ())

    assert missed in found_in(reviewed, outcomes=[nothing])
    assert missed in found_in(evolve(reviewed, amendments=(later, undated)))
    assert missed not in found_in(evolve(reviewed, amendments=(earlier,)))


def test_each_review_is_missed_by_itself():
    """
    The row tells which, the last day, and how many times.
    """
    weekly = Review(purpose="avstämning", per=Per.WEEK)
    agreement = agreed(period="2020-05-04/2020-12-31", reviews=(weekly, YEARLY))
    rows = due(Register([agreement]), date(2020, 6, 1), until=date(2020, 6, 1))

    assert rows == (
        Due(date(2020, 5, 31), DueReason.REVIEW_UNTOLD, "habo", (), weekly, 4),
    )


# ---------------------------------------------------------------- what nobody tells


def untold_in(*agreements, **options):
    """List what is left to tell."""
    return [each for each in found_in(*agreements, **options) if "untold" in each[1]]


@pytest.mark.parametrize(
    ("period", "row"),
    [
        ("2019", ("2020-01-01", "ended_untold", (1, 2))),
        ("/2020-05-31", ("2020-06-01", "ended_untold", (1, 2))),
        ("/2020-06-01", None),
        ("2019-06-02/2020-10-01", ("2019-06-02", "running_untold", (1, 2))),
        ("2019-06-03/2020-10-01", None),
        ("2019-06-02/..", ("2019-06-02", "running_untold", (1, 2))),
        ("2019-06-02/", ("2019-06-02", "may_be_running_untold", (1, 2))),
        ("2018/2018..", ("2018-01-01", "may_be_running_untold", (1, 2))),
        ("2021", None),
        ("/", None),
    ],
)
def test_what_has_ended_or_begun_long_ago_is_missed_if_nobody_tells(period, row):
    """
    365 days after its first day, if that is stated, and after its last one at once.
    """
    found = untold_in(agreed("habo", None, None, period=period))

    assert found == ([row] if row else [])


@pytest.mark.parametrize(
    ("own", "row"),
    [
        ("2019", ("2020-01-01", "ended_untold", (1,))),
        ("2020-05-31/2020-05-31", ("2020-06-01", "ended_untold", (1,))),
        ("2020-06-02/2020-08", None),  # not begun
        ("2020/2020-08", None),  # not for long
        ("2018/2020-08", ("2018-01-01", "running_untold", (1,))),
        ("2018/2019..", ("2018-01-01", "may_be_running_untold", (1,))),
        ("2010", None),  # not in the time of the agreement
        (None, ("2018-01-01", "running_untold", (1,))),
    ],
)
def test_each_promise_is_judged_by_its_own_time(own, row):
    """
    That of the agreement counts for those that have no other.
    """
    found = untold_in(agreed("habo", own, period="2018/2020"))

    assert found == ([row] if row else [])


def test_promises_of_one_day_and_reason_are_told_together():
    """
    In the order of their numbers; rows are few.
    """
    own = ("2019", None, "2018/2019", None)

    assert untold_in(agreed("habo", *own, period="2018/2020")) == [
        ("2018-01-01", "running_untold", (2, 4)),
        ("2020-01-01", "ended_untold", (1, 3)),
    ]


@pytest.mark.parametrize(
    ("outcomes", "numbers"),
    [
        ([], (1, 2)),
        ([told("2019-12-30", 2)], (1, 2)),  # nobody knows how it ended
        ([told("2019-12-31", 2)], (1,)),
        ([told("2020-06-01", 1)], (2,)),
        ([told("2020-06-02", 1)], (1, 2)),  # not known yet
        ([told("2020-06-01", 1, Status.NO_EVIDENCE)], (1, 2)),
        ([told("2019-06-01", 1, Status.PARTLY)], (2,)),
        ([told("2019-06-01", 1, Status.FULFILLED), told("2019-07-01", 1)], (1, 2)),
        ([told("2020-01-01", 1), told("2020-01-01", 2)], None),
    ],
)
def test_what_has_ended_is_told_by_a_verdict_or_after_its_last_day(outcomes, numbers):
    """
    That it was under way before tells nothing of how it ended.
    """
    found = untold_in(agreed("habo", None, None, period="2019"), outcomes=outcomes)

    assert found == ([("2020-01-01", "ended_untold", numbers)] if numbers else [])


@pytest.mark.parametrize(
    ("outcome", "since"),
    [
        (told("2019-06-02"), "2019-06-02"),
        (told("2019-06-03"), None),
        (told("2017-06-03"), "2018-01-01"),  # before it began
        (told("2018-06-01", status=Status.FULFILLED), None),
        (told("2020-06-01", status=Status.NO_EVIDENCE), "2018-01-01"),
    ],
)
@pytest.mark.parametrize(
    ("period", "reason"),
    [("2018/2020", "running_untold"), ("2018/", "may_be_running_untold")],
)
def test_what_is_running_is_to_be_told_of_again(period, reason, outcome, since):
    """
    365 days after it was told of last, unless it has been judged.
    """
    found = untold_in(agreed("habo", None, period=period), outcomes=[outcome])

    assert found == ([(since, reason, (1,))] if since else [])


def test_what_has_no_days_is_missed_since_it_was_told_of():
    """
    Nobody knows whether it holds, but somebody did tell.
    """
    agreement = agreed("habo", None, period="/")

    assert untold_in(agreement, outcomes=[told("2019-01-01")]) == [
        ("2019-01-01", "may_be_running_untold", (1,))
    ]


@pytest.mark.parametrize(
    ("period", "later", "row"),
    [
        ("2018/", "2020", ("2020-01-01", "ended_untold", (1,))),
        ("2018/..", "2020", ("2020-01-01", "ended_untold", (1,))),
        ("/", "2020", ("2020-01-01", "ended_untold", (1,))),
        ("/2021", "2020", ("2020-01-01", "ended_untold", (1,))),
        ("2018/2018..", "2020", ("2019-01-01", "ended_untold", (1,))),
        ("2018/", "2020-06-01/2021", ("2020-06-01", "ended_untold", (1,))),
        ("2018/", "2020-06-02/2021", ("2018-01-01", "may_be_running_untold", (1,))),
        ("2018/2018..", "/", ("2019-01-01", "ended_untold", (1,))),
        ("2018/", "/", None),  # nobody knows since when
        ("2018/2021", "2020", ("2018-01-01", "running_untold", (1,))),
        ("2021/", "2020", None),
    ],
)
def test_what_is_replaced_is_no_longer_running(period, later, row):
    """
    From the day on which the other begins, unless its own last day is stated.
    """
    replacing = agreed("habo-2", period=later, supersedes="habo")
    found = untold_in(agreed("habo", None, period=period), replacing)

    assert found == ([row] if row else [])


def test_of_several_that_replace_it_the_first_does():
    """
    Whatever their ids are; one whose first day nobody knows comes last.
    """
    several = (
        agreed("b", period="2019-07/2021", supersedes="habo"),
        agreed("c", period="2019-02/2021", supersedes="habo"),
        agreed("d", period="/", supersedes="habo"),
    )

    assert untold_in(agreed("habo", None, period="2018/"), *several) == [
        ("2019-02-01", "ended_untold", (1,))
    ]


def test_of_an_agreement_without_promises_nothing_is_missed():
    """
    There is nothing that could have been told.
    """
    assert found_in(agreed(period="2019")) == []


def test_how_long_is_long_can_be_said():
    """
    In days after the first, or the latest outcome; 0 is at once.
    """
    agreement = agreed("habo", None, period="2020-06/2020-12")
    begun = ("2020-06-01", "running_untold", (1,))

    assert found_in(agreement, untold_days=0) == [begun]
    assert found_in(agreement, untold_days=1) == []
    assert found_in(agreement, on=date(2020, 6, 2), untold_days=1) == [begun]
    assert found_in(agreement, untold_days=10**100) == []


# ---------------------------------------------------------------- the order


def test_rows_are_in_order_of_days():
    """
    Then of agreements, then of reasons; what is left undone comes first by its day.
    """
    first = agreed("a", None, "2020-06", period="2018/2020-06", reviews=(YEARLY,))
    second = agreed("b", None, period="/2020-06-30")

    assert [
        (row.agreement, *each)
        for row, each in zip(
            due(Register([second, first]), ON, until=UNTIL),
            found_in(second, first),
            strict=True,
        )
    ] == [
        ("a", "2018-01-01", "running_untold", (1,)),
        ("a", "2019-12-31", "review_untold", ()),
        ("a", "2020-06-30", "review", ()),
        ("a", "2020-06-30", "agreement_ends", ()),
        ("b", "2020-06-30", "agreement_ends", ()),
    ]


@settings(max_examples=40)
@given(registers(max_size=2), days(), st.integers(0, 400))
def test_nothing_that_officials_write_stops_it(register, on, ahead):
    """
    What is ahead lies between the two days, what is undone before them, in order.
    """
    until = on + timedelta(days=ahead)
    rows = due(register, on, until=until)

    assert list(rows) == sorted(rows, key=lambda row: (row.day, row.agreement))
    for row in rows:
        if row.reason.name.endswith("UNTOLD"):
            assert row.day <= on
        else:
            assert on <= row.day <= until
            assert row.times == 1
        assert (row.review is not None) == row.reason.name.startswith("REVIEW")
        assert row.agreement in register


@settings(max_examples=15)
@given(registers(max_size=1), days())
def test_looking_further_ahead_finds_no_less(register, on):
    """
    The rows of a month are among those of a quarter.
    """
    month, quarter = (
        due(register, on, until=on + timedelta(days=ahead)) for ahead in (30, 90)
    )

    assert set(month) <= set(quarter)


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("register", "on", "options"),
    [
        ([], ON, {"until": UNTIL}),
        (Register(), "2020-06-01", {"until": UNTIL}),
        (Register(), ON, {"until": datetime(2020, 8, 1, tzinfo=UTC)}),
        (Register(), ON, {"until": UNTIL, "untold_days": 1.5}),
        (Register(), ON, {"until": UNTIL, "untold_days": -1}),
        (Register(), ON, {"until": UNTIL, "untold_days": None}),
        (Register(), ON, {"until": date(2020, 5, 31)}),
    ],
)
def test_what_will_not_do_is_refused(register, on, options):
    """
    Another type, days that run backwards, and time that does.
    """
    with pytest.raises(InvalidField):
        due(register, on, **options)


def test_the_error_says_what_would_do():
    """
    The day that it is, or a later one; it names the argument.
    """
    with pytest.raises(InvalidField, match=r"due\.on: '2020'.* give a date"):
        due(Register(), "2020", until=UNTIL)
    with pytest.raises(InvalidField, match=r"due\.until: .* call its date"):
        due(Register(), ON, until=datetime(2020, 8, 1, tzinfo=UTC))
    with pytest.raises(InvalidField, match="give 2020-06-01 or a later day"):
        due(Register(), ON, until=date(2020, 5, 31))
