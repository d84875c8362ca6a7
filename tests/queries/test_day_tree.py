"""What holds on a day, by the tree of days and by looking at everything."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from medborgarloften.queries.day_tree import DayTree

NEAR = [date(2020, 1, 1), date(2020, 1, 1) + timedelta(days=40)]
DAYS = st.one_of(
    st.dates(*NEAR),
    st.sampled_from([date.min, date.max]),
    st.dates(date.min, date.min + timedelta(days=3)),
    st.dates(date.max - timedelta(days=3), date.max),
)
STRETCHES = st.lists(st.tuples(DAYS, DAYS).map(sorted).map(tuple), max_size=8)


@given(STRETCHES, DAYS, DAYS)
@example([(date.min, date.min)], date.min, date.max)
@example([(date.min, date.min)], date(1, 1, 2), date.max)
@example([(date.max, date.max)], date.max, date.max)
@example([(date.min, date.max)], NEAR[0], NEAR[1])
def test_the_tree_finds_what_a_comparison_of_all_finds(stretches, one, other):
    """
    Each thing once, whether on a day or on any of several.
    """
    first_day, last_day = sorted([one, other])
    things = [(*stretch, number) for number, stretch in enumerate(stretches)]
    tree = DayTree(things)

    assert sorted(tree.on(one)) == [n for a, b, n in things if a <= one <= b]
    assert sorted(tree.during(first_day, last_day)) == [
        n for a, b, n in things if a <= last_day and first_day <= b
    ]


@given(STRETCHES, DAYS)
def test_the_same_things_are_found_in_the_same_order(stretches, day):
    """
    The order is none in particular, and the same for the same things.
    """
    things = [(*stretch, number) for number, stretch in enumerate(stretches)]

    assert DayTree(things).on(day) == DayTree(iter(things)).on(day)


def test_an_answer_is_a_list_of_its_own():
    """
    Whoever changes it changes nothing in the tree.
    """
    tree = DayTree([(*NEAR, "a")])
    tree.on(NEAR[0]).clear()
    tree.during(*NEAR).clear()

    assert tree.on(NEAR[0]) == tree.during(*NEAR) == ["a"]


def test_what_has_the_same_days_is_entered_together():
    """
    However many there are: a million agreements of one calendar year are one group.
    """
    few, many = (DayTree([(*NEAR, "a")] * times) for times in (1, 1000))

    assert len(few._nodes) == len(many._nodes) < 20
