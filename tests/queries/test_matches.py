"""What a question finds, and how much is done to find it."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import pytest

from medborgarloften.errors import InvalidField
from medborgarloften.model import (
    Agreement,
    Area,
    Party,
    PartyKind,
    Promise,
    Theme,
    ValidityPeriod,
)
from medborgarloften.queries import Match, Matches, about, undated


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
DRUGS = Matches((HABO, LUND, MORA), about("drugs"))
NOTHING = Matches((HABO, LUND, MORA), undated())


class Counting:
    """Agreements that know how often they were gone through."""

    def __init__(self, *agreements):
        self.agreements = agreements
        self.times = 0

    def __iter__(self):
        self.times += 1
        return iter(self.agreements)


def test_matches_are_promises_with_their_agreements():
    """
    They come by agreement and number, and their count is told.
    """
    first, second = HABO.promises[0], HABO.promises[2]

    assert list(DRUGS) == [
        Match(HABO, first),
        Match(HABO, second),
        Match(MORA, MORA.promises[0]),
    ]
    assert len(DRUGS) == 3
    assert list(NOTHING) == []
    assert len(NOTHING) == 0


def test_matches_can_be_gone_through_again():
    """
    Before and after they have been counted.
    """
    matches = Matches((HABO, LUND, MORA), about("drugs"))
    before = [tuple(matches.agreements()), tuple(iter(matches))]

    assert len(matches) == 3
    assert [tuple(matches.agreements()), tuple(iter(matches))] == before


def test_matches_are_something_or_nothing():
    """
    A search that finds nothing is false.
    """
    assert DRUGS
    assert not NOTHING


def test_agreements_come_once():
    """
    However many of its promises are found.
    """
    assert list(DRUGS.agreements()) == [HABO, MORA]
    assert list(NOTHING.agreements()) == []


def test_nothing_is_looked_for_before_it_is_asked_for():
    """
    The first match costs no more than finding it: what follows is not asked.
    """
    among = (HABO, "not even an agreement")
    matches = Matches(among, about("drugs"))

    assert next(iter(matches)) == Match(HABO, HABO.promises[0])
    assert matches
    with pytest.raises(AttributeError):
        list(matches)


@pytest.mark.parametrize("question", [about("drugs"), undated()], ids=repr)
def test_a_list_of_matches_is_looked_for_once(question):
    """
    That ``list`` asks for the length too costs no second search, even of nothing.
    """
    among = Counting(HABO, LUND, MORA)

    list(Matches(among, question))

    assert among.times == 1


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


def test_matches_are_of_a_question():
    """
    Words are not asked; the message says what would do.
    """
    with pytest.raises(InvalidField, match=r"Matches\.question: 'drugs' will not do"):
        Matches((HABO,), "drugs")


def test_matches_print_shortly():
    """
    What was asked of how many, without asking.
    """
    assert repr(Matches((HABO, "not an agreement"), undated())) == (
        "<Matches of Undated() among 2 agreements>"
    )


def test_matches_compare_by_what_was_asked_of_whom():
    """
    Whether they have been counted makes no difference; copies are the same.
    """
    counted = Matches((HABO, LUND), undated())
    uncounted = Matches((HABO, LUND), undated())
    assert len(counted) == 0

    assert counted == uncounted
    assert hash(counted) == hash(uncounted)
    assert counted != Matches((HABO,), undated())
    for same in (copy.copy(counted), pickle.loads(pickle.dumps(counted))):  # noqa: S301
        assert same == counted
