"""Outcomes: what may be said of a promise, and when."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from medborgarloften import (
    InvalidField,
    NoSuchPromise,
    Outcome,
    Source,
    Status,
    ValidityPeriod,
)

VERDICTS = {Status.FULFILLED, Status.PARTLY, Status.NOT_FULFILLED}


def outcome(status, on=date(2018, 12, 31), promise=2):
    """Tell of the promise of the walks on the day before it begins, or another."""
    return Outcome(
        agreement="hallsberg-2019-2021",
        promise=promise,
        on=on,
        status=status,
        sources=(Source(title="Uppföljning"),),
    )


@pytest.mark.parametrize("status", Status)
def test_three_of_the_statuses_judge(status):
    """
    That nobody has told, or that it goes on, judges nothing.
    """
    assert status.is_verdict == (status in VERDICTS)


@pytest.mark.parametrize("status", sorted(VERDICTS))
def test_there_is_no_verdict_before_the_first_day(agreement, status):
    """
    What is yet to begin cannot have been kept or broken.
    """
    with pytest.raises(InvalidField) as caught:
        outcome(status).refuse_misjudgement(agreement)

    assert str(caught.value) == (
        f"Outcome.status: {status!r} will not do; "
        "no verdict before 2019-01-01, its first day"
    )


@pytest.mark.parametrize(
    "fitting",
    [
        outcome(Status.NOT_STARTED),  # no verdict
        outcome(Status.NO_EVIDENCE),
        outcome(Status.FULFILLED, on=date(2019, 1, 1)),  # on the first day
        outcome(Status.FULFILLED, on=date(2025, 1, 1)),  # after the last
    ],
    ids=lambda each: f"{each.status}-{each.on}",
)
def test_other_outcomes_are_accepted(agreement, fitting):
    """
    Only a verdict has to wait, and only for the first day.
    """
    fitting.refuse_misjudgement(agreement)


@pytest.mark.parametrize(
    ("period", "own"),
    [
        ("/2021", None),  # the agreement's first day is not stated
        ("2019/2021", "2015-23"),  # the source contradicts itself
    ],
)
def test_nothing_is_refused_for_a_first_day_that_nobody_knows(agreement, period, own):
    """
    Where the first day cannot be told, no verdict can be too early.
    """
    focus = attrs.evolve(agreement.promise(3), period=own and ValidityPeriod.parse(own))
    changed = attrs.evolve(
        agreement,
        period=ValidityPeriod.parse(period),
        signed_on=None,
        promises=(*agreement.promises[:2], focus),
    )

    outcome(Status.FULFILLED, date(1999, 1, 1), promise=3).refuse_misjudgement(changed)


def test_the_promise_must_exist(agreement):
    """
    An outcome of a promise that was never made is about nothing.
    """
    with pytest.raises(NoSuchPromise, match="has no promise 4; it has: 1, 2, 3"):
        outcome(Status.ONGOING, promise=4).refuse_misjudgement(agreement)


def test_an_outcome_is_held_against_its_own_agreement(agreement):
    """
    What became of another agreement's promise says nothing of this one's.
    """
    another = attrs.evolve(agreement, id="another")

    with pytest.raises(
        InvalidField, match=r"Outcome\.agreement: .*; this is 'another'"
    ):
        outcome(Status.ONGOING).refuse_misjudgement(another)
