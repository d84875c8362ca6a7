"""What holds for every class of the model: frozen, small, equal by value."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from enum import Enum

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings

from medborgarloften import testing

CLASSES = {
    "agreements": testing.agreements(),
    "amendments": testing.amendments(),
    "areas": testing.areas(),
    "citations": testing.citations(),
    "contacts": testing.contacts(),
    "outcomes": testing.outcomes(),
    "parties": testing.parties(),
    "periods": testing.periods(),
    "promises": testing.promises(),
    "quantities": testing.quantities(),
    "reviews": testing.reviews(),
    "signatories": testing.signatories(),
    "sources": testing.sources(),
}
ENUMS = {
    "agreement kinds": testing.agreement_kinds(),
    "attributions": testing.attributions(),
    "bases": testing.bases(),
    "hows": testing.hows(),
    "party kinds": testing.party_kinds(),
    "pers": testing.pers(),
    "precisions": testing.precisions(),
    "promise kinds": testing.promise_kinds(),
    "source kinds": testing.source_kinds(),
    "statuses": testing.statuses(),
    "themes": testing.themes(),
}
PLAIN = (str, int, bool, date, type(None))

every_class = pytest.mark.parametrize("values", CLASSES.values(), ids=CLASSES)
every_enum = pytest.mark.parametrize("values", ENUMS.values(), ids=ENUMS)
few = settings(max_examples=25)


def parts(value):
    """List everything that a value is made of, itself first."""
    yield value
    if attrs.has(type(value)):
        inside = attrs.astuple(value, recurse=False)
    else:
        inside = value if isinstance(value, tuple) else ()
    for each in inside:
        yield from parts(each)


@every_class
def test_nothing_can_be_set(values):
    """
    No field can be given another value, and none can be added or taken away.
    """

    @few
    @given(values)
    def check(value):
        for field in attrs.fields(type(value)):
            with pytest.raises(FrozenInstanceError):
                setattr(value, field.name, getattr(value, field.name))
            with pytest.raises(FrozenInstanceError):
                delattr(value, field.name)
        with pytest.raises(FrozenInstanceError):
            value.remark = "new"

    check()


@every_class
def test_values_are_small(values):
    """
    Slots hold the fields; there is no dictionary beside them.
    """

    @few
    @given(values)
    def check(value):
        assert not hasattr(value, "__dict__")

    check()


@every_class
def test_values_can_be_hashed_all_the_way_down(values):
    """
    There are tuples, enums and plain values inside, never a list or a dictionary.
    """

    @few
    @given(values)
    def check(value):
        for part in parts(value):
            assert isinstance(part, (*PLAIN, Enum, tuple)) or attrs.has(type(part))
            hash(part)

    check()


@every_class
def test_equality_survives_pickle_and_copies(values):
    """
    A value that has been stored or copied is the same value, with the same hash.
    """

    @few
    @given(values)
    def check(value):
        for same in (
            pickle.loads(pickle.dumps(value)),  # noqa: S301 - our own bytes
            copy.copy(value),
            copy.deepcopy(value),
            attrs.evolve(value),
        ):
            assert same == value
            assert hash(same) == hash(value)
            assert repr(same) == repr(value)

    check()


@every_class
def test_values_differ_from_other_things(values):
    """
    Equal fields do not make equal values of different kinds.
    """

    @few
    @given(values)
    def check(value):
        assert value != attrs.astuple(value, recurse=False)
        assert value != attrs.asdict(value, recurse=False)

    check()


@given(testing.agreements())
def test_what_has_been_asked_of_an_agreement_is_no_part_of_it(agreement):
    """
    An answer that is remembered changes neither equality nor what is stored.
    """
    fresh = attrs.evolve(agreement)
    asked = attrs.evolve(agreement)
    assert asked.in_force is asked.in_force

    assert asked == fresh
    assert hash(asked) == hash(fresh)
    assert pickle.loads(pickle.dumps(asked)).in_force == asked.in_force  # noqa: S301


@every_enum
def test_members_are_the_words_of_documents(values):
    """
    A member is its own text, found again by it, and the same after pickle and copy.
    """

    @given(values)
    def check(member):
        assert member == str(member) == member.value
        assert member.value == member.name.lower()
        assert type(member)(member.value) is member
        assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301 - our own bytes
        assert copy.deepcopy(member) is member

    check()
