"""The register: an immutable collection that stays in order and in agreement."""

from __future__ import annotations

import copy
import pickle
import random
from collections import ChainMap
from collections.abc import Mapping
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Area,
    Citation,
    Contact,
    DuplicateAgreement,
    InvalidField,
    Match,
    NoSuchAgreement,
    NoSuchPromise,
    Outcome,
    Party,
    PartyKind,
    Promise,
    Quantity,
    Register,
    Signatory,
    Source,
    Status,
    ValidityPeriod,
)
from medborgarloften.queries import active_on, in_municipality, quantified
from medborgarloften.testing import agreements, outcomes

PAGE = Source(url="https://example.org/habo")
HABO = Agreement(
    id="habo-2020",
    title="Medborgarlöfte i Habo",
    area=Area(municipalities=("0643",)),
    parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
    period=ValidityPeriod.of_year(2020),
    promises=(
        Promise(number=1, text="Vi ska synas.", promisors=("police",)),
        Promise(
            number=2,
            text="Vi ska synas två gånger.",
            promisors=("police",),
            quantities=(Quantity(2, 2, "gång"),),
        ),
    ),
    signatories=(Signatory(name="A. Andersson"),),
    contacts=(Contact(name="B. Berg"),),
    sources=(PAGE,),
    citations=(
        Citation(path="title", start=0, end=4, quote="Habo"),
        Citation(path="signatories[0]", start=9, end=10, quote="A"),
    ),
)
LUND = evolve(HABO, id="lund-2020", area=Area(municipalities=("1281",)), promises=())
MORA = evolve(HABO, id="mora-2021", period=ValidityPeriod.of_year(2021))


def outcome(promise=1, month=5, status=Status.ONGOING, **fields):
    """Make an outcome of one of Habo's promises."""
    fields = {"agreement": HABO.id, "sources": (PAGE,), **fields}
    return Outcome(promise=promise, on=date(2020, month, 1), status=status, **fields)


def as_lists(register):
    """Spell out what a register holds, order and all."""
    return list(register.items()), list(register.outcomes)


# ---------------------------------------------------------------- a mapping


def test_a_register_is_a_mapping_in_the_order_of_ids():
    """
    Looking up, counting and going through work as with any mapping.
    """
    register = Register([MORA, HABO, LUND])
    ids = ["habo-2020", "lund-2020", "mora-2021"]

    assert isinstance(register, Mapping)
    assert register["lund-2020"] is LUND
    assert len(register) == 3
    assert list(register) == list(register.keys()) == ids
    assert list(register.values()) == list(register.agreements) == [HABO, LUND, MORA]
    assert dict(register) == dict(zip(ids, [HABO, LUND, MORA], strict=True))
    assert {**register} == dict(register.items())


def test_what_is_not_there_is_told_without_an_error_where_mappings_do():
    """
    ``in``, ``get`` and the views answer for ids and things that are not here.
    """
    register = Register([HABO])

    assert "habo-2020" in register
    assert "habo-2020" in register.keys()  # noqa: SIM118 - the view is what is tried
    assert "lund-2020" not in register
    assert 7 not in register
    assert ("lund-2020", LUND) not in register.items()
    assert LUND not in register.values()
    assert register.get("habo-2020") is HABO
    assert register.get("lund-2020") is None
    assert register.get("lund-2020", LUND) is LUND
    assert register.get("lund-2020", default=0) == 0


def test_an_empty_register_is_false():
    """
    As every empty collection is.
    """
    assert not Register()
    assert Register([HABO])


def test_an_unknown_id_is_told_with_the_nearest():
    """
    Looking up what is not there says what may have been meant.
    """
    with pytest.raises(NoSuchAgreement) as caught:
        Register([HABO, LUND, MORA])["habo-2002"]

    assert caught.value.nearest[0] == "habo-2020"


def test_an_unknown_id_is_missed_as_in_any_mapping():
    """
    Whatever waits for a `KeyError` works: a row of mappings looks in the next.
    """
    row = ChainMap(Register([HABO]), Register([LUND]))

    assert row["lund-2020"] is LUND
    with pytest.raises(KeyError):
        Register([HABO])["lund-2020"]


# ---------------------------------------------------------------- put together


def test_two_different_agreements_cannot_have_one_id():
    """
    An agreement given twice is kept once; another with its id is refused.
    """
    twice = [HABO, pickle.loads(pickle.dumps(HABO))]  # noqa: S301

    assert Register(twice) == Register([HABO])
    with pytest.raises(DuplicateAgreement, match="have the id 'habo-2020'"):
        Register([HABO, HABO.with_notes("another")])


def test_an_outcome_given_twice_is_kept_once():
    """
    Equal outcomes are one, however they came.
    """
    assert Register([HABO], [outcome(), outcome()]).outcomes == (outcome(),)


def test_outcomes_are_in_one_order_whatever_order_they_came_in():
    """
    By agreement, promise and day, and then by all else that they say.
    """
    mora = {"agreement": MORA.id}
    in_order = [
        outcome(1, month=4, status=Status.FULFILLED),
        outcome(1, month=5, status=Status.FULFILLED),
        outcome(1, month=5),
        outcome(1, month=5, sources=(PAGE, PAGE)),
        outcome(1, month=5, wording="pågår"),
        outcome(1, month=5, counted=0),
        outcome(1, month=5, counted=0, wording="pågår"),
        outcome(1, month=5, counted=1),
        outcome(2, month=1),
        outcome(1, month=1, **mora),
    ]
    shuffled = random.Random(7).sample(in_order, len(in_order))  # noqa: S311

    register = Register([HABO, MORA], shuffled)

    assert register == Register([MORA, HABO], reversed(shuffled))
    assert list(register.outcomes) == in_order


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"agreement": "habo-2002"}, NoSuchAgreement, "did you mean 'habo-2020'"),
        ({"promise": 3}, NoSuchPromise, "has no promise 3; it has: 1, 2"),
        (
            {"agreement": MORA.id, "status": Status.FULFILLED},
            InvalidField,
            "no verdict before 2021-01-01",
        ),
    ],
)
def test_an_outcome_that_is_of_nothing_here_is_refused(wrong, error, message):
    """
    Its agreement and its promise are here, and have begun if it is a verdict.
    """
    with pytest.raises(error, match=message):
        Register([HABO, MORA], [outcome(**wrong)])


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Register("habo"), id="text"),
        pytest.param(lambda: Register([HABO, None]), id="nothing"),
        pytest.param(lambda: Register({"habo-2020": HABO}), id="ids"),
        pytest.param(lambda: Register([outcome()]), id="outcomes as agreements"),
        pytest.param(lambda: Register([HABO], [HABO]), id="agreements as outcomes"),
        pytest.param(lambda: Register().add("habo"), id="add text"),
    ],
)
def test_only_agreements_and_outcomes_are_kept(make):
    """
    Whatever else is given is refused, with what was expected.
    """
    with pytest.raises(InvalidField, match=r"Register\.\w+: .* give each as an [AO]"):
        make()


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (
            lambda: Register(None),
            "agreements: None will not do; give agreements in a list, or leave it out",
        ),
        (
            lambda: Register([], 7),
            "outcomes: 7 will not do; give outcomes in a list, or leave it out",
        ),
        (
            lambda: Register().merge({}),
            "merge.other: {} will not do; give a Register, not a dict",
        ),
        (
            lambda: Register().replace("habo-2020"),
            "replace.agreement: 'habo-2020' will not do; give an Agreement, not a str",
        ),
    ],
)
def test_what_a_register_cannot_be_made_of_is_named(make, complaint):
    """
    The argument, what was given, and what would do.
    """
    with pytest.raises(InvalidField) as caught:
        make()

    assert str(caught.value) == f"Register.{complaint}"


def test_a_register_takes_any_iterables():
    """
    Also those that can be gone through only once.
    """
    register = Register(iter([MORA, HABO]), iter([outcome()]))

    assert as_lists(register) == as_lists(Register((HABO, MORA), {outcome()}))


# ---------------------------------------------------------------- others like it


def test_adding_makes_another_register():
    """
    Agreements and outcomes are added together, and the first register stays.
    """
    first = Register([LUND])

    both = first.add(outcome(), HABO)

    assert both == Register([HABO, LUND], [outcome()])
    assert first == Register([LUND])
    assert both.add(HABO, outcome()) == both
    with pytest.raises(DuplicateAgreement):
        both.add(HABO.with_notes("another"))


def test_replacing_puts_one_agreement_in_the_place_of_another():
    """
    There has to be one with its id, and the outcomes still have to fit.
    """
    register = Register([HABO, LUND], [outcome(2)])
    noted = HABO.with_notes("rättad")

    assert register.replace(noted) == Register([noted, LUND], [outcome(2)])
    with pytest.raises(NoSuchAgreement):
        register.replace(MORA)
    with pytest.raises(NoSuchPromise):
        register.replace(HABO.with_promises(HABO.promise(1)))


def test_merging_keeps_what_is_in_either():
    """
    What both have is kept once, and a contradiction is refused.
    """
    one = Register([HABO, LUND], [outcome(1)])
    other = Register([HABO, MORA], [outcome(1), outcome(2)])

    assert one.merge(other) == Register([HABO, LUND, MORA], [outcome(1), outcome(2)])
    assert one.merge(other) == other.merge(one)
    with pytest.raises(DuplicateAgreement):
        one.merge(Register([LUND.with_notes("another")]))


def test_renaming_gives_an_agreement_another_id_wherever_it_is_spoken_of():
    """
    Its outcomes follow, and the agreements that follow it or stand below it.
    """
    follower = evolve(MORA, supersedes=HABO.id)
    below = evolve(LUND, parent=HABO.id)
    other = evolve(LUND, id="other", parent=LUND.id, supersedes=MORA.id)
    register = Register([HABO, follower, below, other], [outcome(1)])

    renamed = register.rename(HABO.id, "habo")

    assert renamed == Register(
        [
            evolve(HABO, id="habo"),
            evolve(follower, supersedes="habo"),
            evolve(below, parent="habo"),
            other,
        ],
        [outcome(1, agreement="habo")],
    )
    assert renamed.rename("habo", HABO.id) == register
    assert register.rename(HABO.id, HABO.id) == register
    with pytest.raises(NoSuchAgreement):
        register.rename("habo", "x")
    with pytest.raises(DuplicateAgreement):
        register.rename(LUND.id, HABO.id)
    with pytest.raises(InvalidField):
        register.rename(HABO.id, " ")


def test_renaming_mends_a_name_that_leads_nowhere():
    """
    What already speaks of the new id speaks of the agreement that gets it.
    """
    register = Register([HABO, evolve(MORA, supersedes="habo")])

    renamed = register.rename(HABO.id, "habo")

    assert renamed == Register([evolve(HABO, id="habo"), register[MORA.id]])
    assert renamed["habo"].id == renamed[MORA.id].supersedes


def test_no_agreement_is_lost_where_two_would_become_one():
    """
    Another with the new id is refused even if nothing else sets the two apart.
    """
    twin = evolve(HABO, id="twin")

    with pytest.raises(DuplicateAgreement, match="habo-2020"):
        Register([HABO, twin]).rename("twin", HABO.id)


def test_a_register_for_publication_has_no_people():
    """
    Signatories, contacts and the words that name them are left out everywhere.
    """
    register = Register([HABO, MORA], [outcome()])

    public = register.without_people()

    assert public == Register(
        [HABO.without_people(), MORA.without_people()], [outcome()]
    )
    assert public != register


def test_a_register_can_do_without_citations():
    """
    Everything else stays.
    """
    register = Register([HABO, MORA], [outcome()])

    assert register.without_citations() == Register(
        [evolve(HABO, citations=()), evolve(MORA, citations=())], [outcome()]
    )


# ---------------------------------------------------------------- asked


def test_outcomes_are_found_by_agreement_and_promise():
    """
    Day by day; none is an answer, but what is not there is an error.
    """
    register = Register(
        [HABO, MORA], [outcome(2), outcome(1, month=9), outcome(1, month=2)]
    )
    of_one = (outcome(1, month=2), outcome(1, month=9))

    assert register.outcomes_of("habo-2020") == (*of_one, outcome(2))
    assert register.outcomes_of("habo-2020", 1) == of_one
    assert register.outcomes_of("mora-2021") == ()
    assert register.outcomes_of("mora-2021", 2) == ()
    with pytest.raises(NoSuchAgreement):
        register.outcomes_of("mora-2012")
    with pytest.raises(NoSuchPromise):
        register.outcomes_of("mora-2021", 3)


def test_promises_are_found_by_a_question():
    """
    The everyday use: ask, and go through the matches.
    """
    register = Register([MORA, LUND, HABO])

    assert list(register.find(quantified())) == [
        Match(HABO, HABO.promise(2)),
        Match(MORA, MORA.promise(2)),
    ]
    assert list(register.find(quantified() & active_on(date(2021, 5, 1)))) == [
        Match(MORA, MORA.promise(2))
    ]


def test_agreements_without_promises_are_found_as_agreements():
    """
    They have no promise that `find` could tell, but days and an area of their own.
    """
    register = Register([HABO, LUND, MORA])
    in_lund = in_municipality("Lund")

    assert list(register.find(in_lund)) == []
    assert list(register.agreements_where(in_lund)) == [LUND]
    assert list(register.agreements_where(active_on(date(2020, 5, 1)))) == [HABO, LUND]


def test_words_are_not_asked():
    """
    Both ways to ask refuse at once what is no question.
    """
    with pytest.raises(InvalidField, match="question: 'narkotika' will not do"):
        Register().find("narkotika")
    with pytest.raises(InvalidField, match="question: 'narkotika' will not do"):
        Register().agreements_where("narkotika")


# ---------------------------------------------------------------- a value


@pytest.mark.parametrize(
    ("register", "printed"),
    [
        (Register(), "<Register of 0 agreements, 0 outcomes>"),
        (Register([HABO], [outcome()]), "<Register of 1 agreement, 1 outcome>"),
        (Register([HABO, LUND]), "<Register of 2 agreements, 0 outcomes>"),
    ],
)
def test_a_register_prints_shortly(register, printed):
    """
    How much it holds, and not all of it.
    """
    assert repr(register) == printed


def test_registers_differ_by_what_they_hold():
    """
    Outcomes count, and a dictionary of the same agreements is no register.
    """
    register = Register([HABO])

    assert register != Register([HABO], [outcome()])
    assert register != Register([LUND])
    assert register != {"habo-2020": HABO}


def test_a_register_cannot_be_changed():
    """
    Neither by its attributes nor as a mapping.
    """
    register = Register([HABO])

    with pytest.raises(AttributeError):
        register.agreements = ()
    with pytest.raises(TypeError):
        register["lund-2020"] = LUND


# Whole agreements take long to make.
some = settings(max_examples=30)


@st.composite
def holdings(draw):
    """Make agreements with different ids, and outcomes of some of their promises."""
    made = draw(st.lists(agreements(), max_size=3, unique_by=lambda each: each.id))
    told = [
        told
        for agreement in made
        if agreement.promises
        for told in draw(st.lists(outcomes(agreement), max_size=2))
    ]
    return made, told


@some
@given(holdings(), st.randoms(use_true_random=False))
def test_a_register_does_not_remember_how_it_was_put_together(holding, rng):
    """
    Any order, one by one or all at once: equal, with one hash and one order.
    """
    register = Register(*holding)
    parts = [*holding[0]]
    rng.shuffle(parts)
    told = [*holding[1]]
    rng.shuffle(told)

    one_by_one = Register()
    for each in (*parts, *told):
        one_by_one = one_by_one.add(each)

    assert one_by_one == register
    assert hash(one_by_one) == hash(register)
    assert as_lists(one_by_one) == as_lists(register)


@some
@given(holdings())
def test_a_register_survives_pickle_and_copy(holding):
    """
    Also when it has been asked before, and the copy answers like the first.
    """
    register = Register(*holding)
    asked = [register.outcomes_of(id_) for id_ in register]

    for same in (
        pickle.loads(pickle.dumps(register)),  # noqa: S301
        copy.copy(register),
        copy.deepcopy(register),
        evolve(register),
    ):
        assert same == register
        assert hash(same) == hash(register)
        assert as_lists(same) == as_lists(register)
        assert [same.outcomes_of(id_) for id_ in same] == asked


@some
@given(holdings())
def test_merging_with_itself_or_with_nothing_changes_nothing(holding):
    """
    A register is idempotent under merge, and the empty one is neutral.
    """
    register = Register(*holding)

    assert register.merge(register) == register
    assert register.merge(Register()) == register
    assert Register().merge(register) == register


@some
@given(holdings(), st.uuids().map(str))
def test_renaming_there_and_back_changes_nothing(holding, new):
    """
    Nothing else is touched on the way.
    """
    register = Register(*holding)

    for old in register:
        renamed = register.rename(old, new)
        assert old not in renamed
        assert len(renamed.outcomes_of(new)) == len(register.outcomes_of(old))
        assert renamed.rename(new, old) == register


@some
@given(holdings())
def test_each_outcome_is_found_at_its_promise(holding):
    """
    Going through all promises finds every outcome once, in the register's order.
    """
    register = Register(*holding)

    assert register.outcomes == tuple(
        told
        for id_, agreement in register.items()
        for promise in agreement.promises
        for told in register.outcomes_of(id_, promise.number)
    )
