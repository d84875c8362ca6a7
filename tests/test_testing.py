"""The strategies: what they make is valid, varied and quick to make."""

from __future__ import annotations

import importlib
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings

from medborgarloften import (
    Agreement,
    Area,
    MissingExtra,
    Party,
    PartyKind,
    Precision,
    Promise,
    Register,
    ValidityPeriod,
    model,
    testing,
)
from medborgarloften.queries import Question

CLASSES = [each for each in vars(model).values() if isinstance(each, type)]


# To find a value is enough here; a simpler one would say no more.
SEARCH = settings(
    max_examples=5_000,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def found(name, wanted):
    """Get a value of a strategy that is as wanted; it is an error if there is none."""
    return find(getattr(testing, name)(), wanted, settings=SEARCH)


@pytest.mark.parametrize("name", testing.__all__)
def test_every_strategy_makes_values_that_can_be_kept_in_a_set(name):
    """
    Whatever a strategy makes is valid, can be hashed and equals itself.
    """

    @settings(max_examples=20)
    @given(getattr(testing, name)())
    def check(value):
        assert len({value, value}) == 1

    check()


def test_everything_in_the_model_has_a_strategy():
    """
    There is a strategy for every class and every enum of the model, and above it.
    """
    made = [found(name, lambda _: True) for name in testing.__all__]

    missing = [
        wanted
        for wanted in (*CLASSES, Register, Question)
        if not any(isinstance(value, wanted) for value in made)
    ]

    assert missing == []


CORNERS = {
    "a text like a formula": ("texts", lambda text: text.startswith("=")),
    "a text of two lines": ("texts", lambda text: "\n" in text),
    "a period of nothing": ("periods", lambda period: not period.is_stated),
    "an unstated first day": (
        "periods",
        lambda period: period.first_day is None and period.last_day,
    ),
    "an unstated last day": (
        "periods",
        lambda period: period.last_day is None and not period.open_ended,
    ),
    "until further notice": (
        "periods",
        lambda period: period.last_day is None and period.open_ended,
    ),
    "until then or a new one": (
        "periods",
        lambda period: period.last_day and period.open_ended,
    ),
    "one day": ("bounded_periods", lambda period: period.days == 1),
    "a winter": ("bounded_periods", lambda period: str(period).endswith("-24")),
    "spring term": ("bounded_periods", lambda period: str(period).endswith("-VT")),
    "autumn term": ("bounded_periods", lambda period: str(period).endswith("-HT")),
    "at most": ("quantities", lambda quantity: quantity.minimum is None),
    "at least": ("quantities", lambda quantity: quantity.maximum is None),
    "from and to": (
        "quantities",
        lambda quantity: 0 < (quantity.minimum or 0) < (quantity.maximum or 0),
    ),
    "a municipality's code": ("parties", lambda party: party.code is not None),
    "several municipalities": ("areas", lambda area: len(area.municipalities) > 1),
    "others than the parties": ("agreements", lambda agreement: agreement.others),
    "words that are cited": ("agreements", lambda agreement: agreement.citations),
    "an extension": (
        "agreements",
        lambda agreement: any(each.last_day for each in agreement.amendments),
    ),
    "a partner": (
        "agreements",
        lambda agreement: any(promise.partners for promise in agreement.promises),
    ),
    "a goal that comes after what serves it": (
        "agreements",
        lambda agreement: any(
            (promise.parent or 0) > promise.number for promise in agreement.promises
        ),
    ),
    "a goal that serves a goal": (
        "agreements",
        lambda agreement: any(
            promise.parent and agreement.promise(promise.parent).parent
            for promise in agreement.promises
        ),
    ),
    "several agreements and an outcome": (
        "registers",
        lambda register: len(register) > 1 and register.outcomes,
    ),
    "a verdict": (
        "registers",
        lambda register: any(each.status.is_verdict for each in register.outcomes),
    ),
}


@pytest.mark.parametrize(("name", "corner"), CORNERS.values(), ids=CORNERS)
def test_the_corners_are_found(name, corner):
    """
    What is rare in the world and easy to forget is among what a strategy makes.
    """
    assert corner(found(name, corner))


@pytest.mark.parametrize("precision", Precision)
def test_periods_come_in_every_precision(precision):
    """
    Each precision is met at the first and at the last day.
    """
    first = found("periods", lambda period: period.first_precision is precision)
    last = found("periods", lambda period: period.last_precision is precision)

    assert (first.first_precision, last.last_precision) == (precision, precision)


@given(testing.bounded_periods())
def test_bounded_periods_state_both_ends(period):
    """
    A bounded period has a number of days, within the years that are promised.
    """
    assert period.days
    assert period.days >= 1
    assert period.first_day.year >= 1900
    assert period.last_day.year <= 2150


@given(testing.citations(sources=1))
def test_citations_keep_within_the_sources(citation):
    """
    Where there is one source, it is the one that is cited.
    """
    assert citation.source == 0


@given(testing.amendments(not_before=date(2151, 1, 1)))
def test_amendments_keep_the_first_day(amendment):
    """
    A last day that is given never comes before the day that is asked for.
    """
    assert amendment.last_day in {None, date(2151, 1, 1)}


@settings(max_examples=30)
@given(testing.registers(max_size=1))
def test_registers_can_be_kept_small(register):
    """
    No more agreements are made than are asked for.
    """
    assert len(register) <= 1


def test_a_verdict_waits_for_the_promise_to_begin():
    """
    An outcome of a given agreement fits it, however late the agreement begins.
    """
    party = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
    late = Agreement(
        id="habo-2151",
        title="Medborgarlöfte",
        area=Area(),
        parties=(party,),
        period=ValidityPeriod.of_year(2151),
        promises=(Promise(number=1, text="Trafik", promisors=(party.id,)),),
    )

    @given(testing.outcomes(late))
    def check(outcome):
        assert outcome.status.is_verdict == (outcome.on == date(2151, 1, 1))

    check()


def test_a_missing_hypothesis_is_explained(monkeypatch):
    """
    Without Hypothesis the import fails with the extra to install.
    """
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    for name in [name for name in sys.modules if name.startswith(testing.__name__)]:
        monkeypatch.delitem(sys.modules, name)

    with pytest.raises(MissingExtra) as caught:
        importlib.import_module("medborgarloften.testing")

    assert (caught.value.library, caught.value.extra) == ("hypothesis", "testing")
