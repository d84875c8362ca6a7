"""Agreements: when they are in force, who is in them, and how they are changed."""

from __future__ import annotations

from datetime import date, datetime

import attrs
import pytest
from hypothesis import given

from medborgarloften import (
    Amendment,
    Citation,
    InvalidField,
    NoSuchParty,
    NoSuchPromise,
    Per,
    Review,
    Source,
    Theme,
    ValidityPeriod,
)
from medborgarloften.testing import agreements, bounded_periods, days, periods, reviews

p = ValidityPeriod.parse


# ---------------------------------------------------------------- reviews


@pytest.mark.parametrize(
    ("times", "per", "period", "days"),
    [
        (1, Per.YEAR, "2019/2021", "2019-12-31 2020-12-31 2021-12-31"),  # "årligen"
        (2, Per.YEAR, "2020", "2020-06-30 2020-12-31"),  # "två gånger per år"
        (1, Per.WEEK, "2020-02-03/2020-02-20", "2020-02-09 2020-02-16 2020-02-20"),
        (1, Per.TERM, "2019", "2019-06-30 2019-12-31"),  # "varje termin"
        (1, Per.TERM, "2019-03/2019-11", "2019-06-30 2019-11-30"),  # autumn is cut off
        (1, Per.TERM, "2019-03-01/2019-07-20", "2019-06-30"),  # school is out
        (1, Per.TERM, "2019-07-02/2019-07-20", "2019-07-20"),  # and was never in
        (1, Per.YEAR, "2020-01/2020-09", "2020-09-30"),  # less than a year
        (1, Per.YEAR, "2020-01/2020-09..", ""),  # it may go on for the rest of it
        (2, Per.YEAR, "2020-01/2020-09", "2020-06-30 2020-09-30"),
        (2, Per.YEAR, "2020-01/2020-05", "2020-05-31"),  # within the first half
        (1, Per.SCHOOL_YEAR, "2019/2020", "2019-06-30 2020-06-30 2020-12-31"),
        (1, None, "2019/2021", "2021-12-31"),  # once in all
        (3, Per.PERIOD, "2019/2021", "2019-12-31 2020-12-31 2021-12-31"),
        (1, Per.YEAR, "2019-11-28/2021-11-27", "2020-11-27 2021-11-27"),
        (1, Per.TWO_YEARS, "2019", "2019-12-31"),  # it ends within the first two years
        (5, Per.DAY, "2020-02-29", "2020-02-29"),  # five times, on one day
        (1, Per.YEAR, "2019/", ""),  # no last day is stated
        (1, Per.YEAR, "/2019", ""),  # no first day is stated
        (1, Per.YEAR, "/", ""),
    ],
)
def test_examples_of_due_days(times, per, period, days):
    """
    Each stretch is cut in equal parts, and each is due on the last day of its part,
    or of the period if that is sooner.
    """
    review = Review(purpose="revidering", times=times, per=per)

    assert [str(day) for day in review.due_days(p(period))] == days.split()


@pytest.mark.parametrize(
    ("period", "until", "days"),
    [
        ("2019/..", date(2020, 12, 31), "2019-12-31 2020-12-31"),  # the day counts
        ("2019/..", date(2020, 12, 30), "2019-12-31"),
        ("2019/", date(2020, 12, 31), "2019-12-31 2020-12-31"),
        ("2019/2021", date(2020, 6, 1), "2019-12-31"),  # sooner than the last day
        ("2019", date(2025, 1, 1), "2019-12-31"),  # later than the last day
        ("2019/..", date(2018, 1, 1), ""),  # before the first day
        ("/..", date(2025, 1, 1), ""),  # no first day is stated
    ],
)
def test_due_days_are_listed_until_a_day(period, until, days):
    """
    A period without a last day needs one to count to.
    """
    review = Review(purpose="revidering", per=Per.YEAR)

    assert [str(day) for day in review.due_days(p(period), until=until)] == days.split()


def test_due_days_are_not_listed_until_a_time():
    """
    A `datetime` is no day here either.
    """
    with pytest.raises(InvalidField, match="give a whole day"):
        Review(purpose="x").due_days(p("2019/"), until=datetime(2020, 1, 1))  # noqa: DTZ001


@given(
    reviews().filter(lambda review: review.per not in {Per.DAY, Per.WEEK}),
    periods(),
    days(),
)
def test_due_days_are_in_order_and_in_the_period(review, period, until):
    """
    Nothing is due outside the period, after the given day, or twice on one day.
    """
    due = review.due_days(period, until=until)

    assert due == tuple(sorted(set(due)))
    assert all(period.may_cover(day) and day <= until for day in due)


@given(
    reviews().filter(lambda review: review.per not in {Per.DAY, Per.WEEK}),
    bounded_periods(),
)
def test_something_is_due_in_every_period_with_both_its_ends(review, period):
    """
    Who promises to look again has a day to do it by.
    """
    assert review.due_days(period)


# ---------------------------------------------------------------- days


@pytest.mark.parametrize(
    ("period", "known", "in_force"),
    [
        ("2019/2021", {}, "2019/2021"),
        ("2019/2021", {"signed_on": date(2018, 11, 28)}, "2019/2021"),  # stated wins
        ("/2021", {"signed_on": date(2018, 11, 28)}, "2018-11-28/2021"),
        ("/2021", {"decided_on": date(2018, 11, 28)}, "2018-11-28/2021"),
        ("/2021", {"published_on": date(2018, 11, 28)}, "2018-11-28/2021"),
        (
            "/2021",
            {"signed_on": date(2019, 3, 1), "published_on": date(2019, 2, 1)},
            "2019-02-01/2021",  # the earliest that is known
        ),
        ("/2021", {}, "/2021"),  # nothing is known
        ("/2021", {"published_on": date(2022, 1, 1)}, "/2021"),  # published when over
        ("/2021..", {"published_on": date(2022, 1, 1)}, "/2021.."),  # when it may be
        ("/2021", {"published_on": date(2021, 12, 31)}, "2021-12-31/2021"),
        ("/", {"signed_on": date(2019, 3, 1)}, "2019-03-01/"),
        ("/..", {"signed_on": date(2019, 3, 1)}, "2019-03-01/.."),
    ],
)
def test_an_unstated_first_day_is_when_the_agreement_is_known_to_exist(
    agreement, period, known, in_force
):
    """
    Signed, decided or published: by the earliest of them there was an agreement.
    """
    changed = attrs.evolve(agreement, period=p(period), **({"signed_on": None} | known))

    assert str(changed.in_force) == in_force


@pytest.mark.parametrize(
    ("period", "known", "window", "is_stated"),
    [
        ("2020", None, None, True),
        ("/2020", None, None, False),
        ("/2020", "2019-05-03", None, False),
        ("/2020", "2019-05-03", "2019-06/2019-08", True),
        ("/2020", "2019-05-03", "/2019-08", False),
        # the promise's own first day comes before what is known
        ("/2020", "2019-05-03", "2019-04/2019-08", False),
        ("2020", None, "/2020-08", True),
        # it holds on no day
        ("2020", None, "2018", False),
    ],
)
def test_a_first_day_is_stated_or_only_known(
    agreement, period, known, window, is_stated
):
    """
    By the promise or by its agreement; what is known of it states none.
    """
    promise = attrs.evolve(agreement.promises[0], period=window and p(window))
    made = attrs.evolve(
        agreement,
        period=p(period),
        signed_on=None,
        decided_on=None,
        published_on=known and date.fromisoformat(known),
        amendments=(),
        promises=(promise, *agreement.promises[1:]),
    )

    assert made.states_first_day(promise) is is_stated


@pytest.mark.parametrize(
    ("period", "last_days", "in_force"),
    [
        ("2019/2021", [date(2022, 6, 30)], "2019/2022-06-30"),  # extended
        ("2019/2021", [date(2022, 6, 30), date(2023, 6, 30)], "2019/2023-06-30"),
        ("2019/2021", [date(2022, 6, 30), None], "2019/2022-06-30"),  # only wording
        ("2019/2021", [date(2020, 6, 30)], "2019/2020-06-30"),  # cut short
        ("2019/", [date(2020, 6, 30)], "2019/2020-06-30"),
        ("2019/..", [date(2020, 6, 30)], "2019/2020-06-30"),  # no longer open
        ("/2017", [date(2018, 12, 31)], "2018-11-28/2018-12-31"),  # signed before
    ],
)
def test_the_last_amendment_says_the_last_day(agreement, period, last_days, in_force):
    """
    An agreement holds through the last day that it was last given.
    """
    changed = agreement.with_period(p(period))
    for last_day in last_days:
        changed = changed.with_amendment(Amendment(last_day=last_day))

    assert str(changed.in_force) == in_force


@given(agreements())
def test_what_is_in_force_keeps_to_what_is_stated(agreement):
    """
    A first day that is stated stands, and so does a last day that none has changed.
    """
    if agreement.period.first_day is not None:
        assert agreement.in_force.first_day == agreement.period.first_day
    if not any(each.last_day for each in agreement.amendments):
        assert agreement.in_force.last_day == agreement.period.last_day
        assert agreement.period.covers(agreement.in_force)


@pytest.mark.parametrize(
    ("own", "holds"),
    [
        (None, "2019/2021"),  # as long as the agreement
        ("2020-23", "2020-23"),  # "under hösten 2020"
        ("2018/2019", "2019"),  # cut
        ("2020/", "2020/2021"),  # the agreement states the end
    ],
)
def test_a_promise_holds_on_its_own_days_within_the_agreement(agreement, own, holds):
    """
    A promise's own window is cut by the days on which the agreement is in force.
    """
    promise = attrs.evolve(agreement.promise(3), period=own and p(own))

    assert str(agreement.promise_period(promise)) == holds


def test_a_promise_outside_its_agreement_holds_on_no_day_that_can_be_named(agreement):
    """
    Where a source contradicts itself, nothing is made up.
    """
    promise = attrs.evolve(agreement.promise(3), period=p("2015-23"))

    assert agreement.promise_period(promise) is None


@given(agreements())
def test_every_promise_has_days_or_contradicts_its_agreement(agreement):
    """
    Whatever is stated, no question about days fails.
    """
    for promise in agreement.promises:
        period = agreement.promise_period(promise)
        own = promise.period or agreement.in_force
        assert (period is not None) == own.overlaps(agreement.in_force)


# ---------------------------------------------------------------- looking things up


def test_parties_and_others_are_looked_up_by_id(agreement):
    """
    Who only takes part is found like a party.
    """
    assert agreement.party("police") is agreement.parties[0]
    assert agreement.party("skola") is agreement.others[0]


def test_an_unknown_party_is_an_error_that_lists_the_known(agreement):
    """
    The complaint names the agreement, the id, and everybody there is.
    """
    with pytest.raises(NoSuchParty) as caught:
        agreement.party("region")

    assert str(caught.value) == (
        "hallsberg-2019-2021 has no party 'region'; it has: police, hallsberg, skola"
    )


def test_promises_are_looked_up_by_number(agreement):
    """
    Promises are counted from 1, as in the document.
    """
    assert agreement.promise(1) is agreement.promises[0]


@pytest.mark.parametrize("number", [0, 4, -1])
def test_an_unknown_promise_is_an_error_that_lists_the_known(agreement, number):
    """
    Numbers are not places in a list: none counts from the end.
    """
    with pytest.raises(NoSuchPromise) as caught:
        agreement.promise(number)

    assert str(caught.value) == (
        f"hallsberg-2019-2021 has no promise {number}; it has: 1, 2, 3"
    )


def test_those_who_promise_and_those_who_take_part_are_told_apart(agreement):
    """
    Promisors and partners come in the promise's order.
    """
    assert [each.id for each in agreement.promisors_of(agreement.promise(1))] == [
        "police",
        "hallsberg",
    ]
    assert agreement.partners_of(agreement.promise(1)) == ()
    assert agreement.partners_of(agreement.promise(2)) == agreement.others


# ---------------------------------------------------------------- citations


def test_quotes_that_stand_at_their_place_are_not_listed(agreement):
    """
    Each source is verified with its own text.
    """
    assert agreement.verify("Medborgarlöfte 2019 Maria") == ()
    assert agreement.verify("-> 114 14", source=1) == ()


def test_quotes_that_do_not_stand_at_their_place_are_listed(agreement):
    """
    A text that has changed since is found out, for the source that it is.
    """
    title, name, phone = agreement.citations

    assert agreement.verify("Medborgarlöfte 2020: Maria") == (name,)
    assert agreement.verify("") == (title, name)
    assert agreement.verify("", source=1) == (phone,)
    assert agreement.verify("", source=2) == ()


def test_places_are_counted_in_code_points():
    """
    A character outside the basic plane counts once.
    """
    citation = Citation(path="title", start=2, end=4, quote="åä")

    assert citation.stands_in("\N{POLICE CAR} åä")
    assert not citation.stands_in("åä")


# ---------------------------------------------------------------- changes


def test_promises_are_numbered_anew(agreement):
    """
    Promises are given as they are to stand, and get their numbers from that.
    """
    goal, walks, focus = agreement.promises

    changed = agreement.with_promises(focus, attrs.evolve(walks, parent=None), goal)

    assert [each.number for each in changed.promises] == [1, 2, 3]
    assert [each.text for each in changed.promises] == [
        focus.text,
        walks.text,
        goal.text,
    ]
    assert agreement.with_promises().promises == ()


def test_one_promise_is_replaced_by_its_number(agreement):
    """
    The others stay, and so does what was cited but of the fields that were changed.
    """
    kept = ("title", "promises[0].themes[0]", "promises[1].text", "promises[11].themes")
    let_go = ("promises[1].themes[0]", "promises[1].themes[1]")
    cited = attrs.evolve(
        agreement,
        citations=tuple(
            Citation(path=path, start=0, end=1, quote="x") for path in (*kept, *let_go)
        ),
    )
    before = agreement.promise(2)
    other = attrs.evolve(before, themes=(Theme.DIALOGUE,))

    changed = cited.with_promise(other)

    assert before.themes != other.themes
    assert changed.promises == (agreement.promise(1), other, agreement.promise(3))
    assert tuple(each.path for each in changed.citations) == kept
    assert cited.with_promise(before) == cited
    with pytest.raises(NoSuchPromise):
        agreement.with_promise(attrs.evolve(before, number=4))


def test_a_parent_is_named_by_its_new_number(agreement):
    """
    A goal that is left out can no longer be served.
    """
    goal, walks, focus = agreement.promises

    assert agreement.with_promises(goal, focus, walks).promise(3).parent == 1
    with pytest.raises(InvalidField, match="let no goal serve itself"):
        agreement.with_promises(walks, focus)


def test_each_change_is_the_field_and_nothing_else(agreement):
    """
    A change returns a new agreement, and the old one stays as it was.
    """
    amendment, source = Amendment(wording="förlängs"), Source(title="ny")
    changes = {
        "period": (agreement.with_period(p("2022")), p("2022")),
        "amendments": (agreement.with_amendment(amendment), (amendment,)),
        "sources": (agreement.with_source(source), (*agreement.sources, source)),
        "notes": (agreement.with_notes("läst två gånger"), "läst två gånger"),
        "citations": (agreement.without_citations(), ()),
    }

    for field, (changed, value) in changes.items():
        assert changed == attrs.evolve(agreement, **{field: value})
        assert changed != agreement


def test_a_period_comes_with_the_words_that_state_it(agreement):
    """
    Old words never stay with a new period.
    """
    worded = agreement.with_period(p("2022"), "under 2022")

    assert worded.period_wording == "under 2022"
    assert worded.with_period(p("2023")).period_wording is None


def test_what_is_changed_loses_its_citations(agreement):
    """
    Words that stated what was there before state nothing of what is there now.
    """
    paths = ["title", "period", "period_wording", "promises[0].text", "promises[1]"]
    cited = attrs.evolve(
        agreement,
        citations=tuple(
            Citation(path=path, start=0, end=3, quote="ord") for path in paths
        ),
    )
    (promise, *_) = cited.promises

    repromised, redated = cited.with_promises(promise), cited.with_period(p("2022"))

    assert [each.path for each in repromised.citations] == paths[:3]
    assert [each.path for each in redated.citations] == [paths[0], *paths[3:]]


def test_notes_can_be_taken_back(agreement):
    """
    A remark is replaced, and by nothing if that is given.
    """
    assert agreement.with_notes("x").with_notes(None) == agreement


def test_people_are_left_out_with_the_words_about_them(agreement):
    """
    What is published without people has no name or phone number in its citations.
    """
    public = agreement.without_people()

    assert public.signatories == public.contacts == ()
    assert [each.path for each in public.citations] == ["title"]
    assert "Maria" not in repr(attrs.astuple(public))
    assert public.promises == agreement.promises


@given(agreements())
def test_what_is_left_out_is_gone_once_and_for_all(agreement):
    """
    To leave something out twice is to leave it out once.
    """
    public = agreement.without_people()

    assert public.without_people() == public
    assert agreement.without_citations().citations == ()
