"""What a question finds, and how much is done to find it."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest

from medborgarloften import Register
from medborgarloften.errors import InvalidField
from medborgarloften.model import (
    Agreement,
    Area,
    Outcome,
    Party,
    PartyKind,
    Promise,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.queries import Match, Undated, about, in_county, undated


def agreement(id_, *themes_of_promises, period="2020"):
    """Make an agreement with a promise about each of some themes."""
    return Agreement(
        id=id_,
        title=id_,
        area=Area(),
        parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
        period=ValidityPeriod.parse(period),
        promises=tuple(
            Promise(number=n, text="x", promisors=("police",), themes=(theme,))
            for n, theme in enumerate(themes_of_promises, 1)
        ),
    )


HABO = agreement("habo", Theme.DRUGS, Theme.YOUTH, Theme.DRUGS)
LUND = agreement("lund", Theme.YOUTH)
MORA = agreement("mora", Theme.DRUGS)
REGISTER = Register([MORA, LUND, HABO])
DRUGS = REGISTER.find(about("drugs"))
NOTHING = REGISTER.find(undated())


class Counting:
    """A question in plain Python that knows how often it was asked."""

    def __init__(self):
        self.times = 0

    def __call__(self, match):
        """Ask whether drugs are all that it is about."""
        self.times += 1
        return match.promise.themes == (Theme.DRUGS,)


def test_matches_are_promises_with_their_agreements():
    """
    In order they come by agreement and number, and their count is told.
    """
    first, second = HABO.promises[0], HABO.promises[2]

    assert DRUGS.in_order() == [
        Match(HABO, first),
        Match(HABO, second),
        Match(MORA, MORA.promises[0]),
    ]
    assert len(DRUGS) == 3
    assert list(NOTHING) == []
    assert len(NOTHING) == 0


def test_a_match_tells_what_became_of_the_promise():
    """
    Day by day, and how it stands by the latest day, even where that is contradictory.
    """
    told = [
        Outcome(
            agreement="mora",
            promise=1,
            on=date(2020, month, 1),
            status=status,
            sources=(Source(title="Bokslut"),),
        )
        for month, status in [
            (3, Status.ONGOING),
            (9, Status.PARTLY),
            (9, Status.FULFILLED),
        ]
    ]
    register = Register([MORA, HABO], told)
    (mora,) = register.find(in_county("20") | about("drugs") & _is_of(MORA))
    habo = register.find(about("youth")).in_order()[0]

    assert mora.outcomes == register.outcomes_of("mora", 1)
    assert set(mora.statuses) == {Status.PARTLY, Status.FULFILLED}
    assert (habo.outcomes, habo.statuses) == ((), (Status.NO_EVIDENCE,))


def _is_of(agreement):
    return lambda match: match.agreement == agreement


def test_a_match_tells_when_its_promise_holds():
    """
    Its period is the promise's window within the agreement's; none in common, none.
    """
    spring = Promise(
        number=1,
        text="x",
        promisors=("police",),
        period=ValidityPeriod(first_day=date(2020, 3, 1)),
    )
    long_ago = Promise(
        number=2,
        text="x",
        promisors=("police",),
        period=ValidityPeriod.of_year(1999),
    )
    agreed = HABO.with_promises(spring, long_ago)

    assert str(Match(agreed, agreed.promises[0]).period) == "2020-03-01/2020"
    assert Match(agreed, agreed.promises[1]).period is None


def test_a_match_is_of_an_agreement_and_a_promise():
    """
    Whatever else is given is refused.
    """
    with pytest.raises(InvalidField, match=r"Match\.promise: .* give a Promise"):
        Match(HABO, None)


@pytest.mark.parametrize("ask", ["find", "agreements_where", "explain"])
@pytest.mark.parametrize("thing", ["drugs", None, Undated])
def test_a_register_is_asked_questions(ask, thing):
    """
    Words are not asked, nor is a kind of question that was not made.
    """
    with pytest.raises(InvalidField, match=f"Register.{ask}.question: .*give a quest"):
        getattr(REGISTER, ask)(thing)


def test_matches_can_be_gone_through_again():
    """
    Before and after they have been counted.
    """
    matches = REGISTER.find(about("drugs") & undated() | about("drugs"))
    before = [matches.agreements(), tuple(iter(matches))]

    assert len(matches) == 3
    assert [matches.agreements(), tuple(iter(matches))] == before


def test_matches_are_something_or_nothing():
    """
    A search that finds nothing is false.
    """
    assert DRUGS
    assert not NOTHING


def test_agreements_come_once():
    """
    However many of its promises are found, in the order of their ids.
    """
    assert DRUGS.agreements() == (HABO, MORA)
    assert NOTHING.agreements() == ()


def test_nothing_is_looked_for_before_it_is_asked_for():
    """
    The first match costs no more than finding it: what follows is not asked.
    """
    counting = Counting()
    matches = REGISTER.find(counting)
    asked = [counting.times]

    assert next(iter(matches)) == Match(HABO, HABO.promises[0])
    asked.append(counting.times)
    assert matches
    asked.append(counting.times)
    assert asked == [0, 1, 2]


def test_a_list_of_matches_is_looked_for_once():
    """
    That ``list`` asks for the length too costs no second search, even of nothing.
    """
    for question, found in ((Counting(), 3), (Counting() & undated(), 0)):
        counting = question if isinstance(question, Counting) else None
        matches = REGISTER.find(question)

        assert len(list(matches)) == found
        assert list(matches) == list(matches)
        if counting is not None:
            assert counting.times == 5


def test_what_was_found_is_no_list_of_the_index():
    """
    Whoever changes the list that was made of matches changes no later answer.
    """
    list(DRUGS).clear()
    REGISTER.agreements_where(about("drugs")).clear()

    assert len(REGISTER.find(about("drugs"))) == 3
    assert len(REGISTER.agreements_where(about("drugs"))) == 2


def test_matches_print_as_what_was_asked():
    """
    With how many they are, once that is known.
    """
    nothing = REGISTER.find(undated())

    assert repr(nothing) == "<Matches: promises that state no day of validity>"
    assert len(nothing) == 0
    assert repr(nothing) == "<Matches (0): promises that state no day of validity>"


def test_matches_compare_by_what_was_asked_of_whom():
    """
    Whether they have been counted makes no difference; copies are the same.
    """
    counted, uncounted = REGISTER.find(undated()), REGISTER.find(undated())
    assert len(counted) == 0

    assert counted == uncounted
    assert hash(counted) == hash(uncounted)
    assert counted != DRUGS
    assert counted != Register([HABO]).find(undated())
    assert Register([LUND, MORA, HABO]).find(undated()) == counted
    for same in (copy.copy(DRUGS), pickle.loads(pickle.dumps(DRUGS))):  # noqa: S301
        assert same == DRUGS
        assert same.in_order() == DRUGS.in_order()
