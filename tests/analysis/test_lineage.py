from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import perf_counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    AgreementKind,
    Amendment,
    Area,
    How,
    InvalidField,
    Party,
    PartyKind,
    Register,
    UnknownName,
    ValidityPeriod,
)
from medborgarloften.analysis import Chain, ContradictionKind, Succession, lineage
from medborgarloften.testing import areas, days, periods

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
HALLSBERG = "1861"


def agreed(id, period="/", *codes, district=None, **fields):
    """Make an agreement, in Hallsberg unless another place is told."""
    return Agreement(
        id=id,
        title="Medborgarlöfte",
        area=Area(municipalities=codes or (HALLSBERG,), district=district),
        parties=(POLICE,),
        period=ValidityPeriod.parse(period),
        **fields,
    )


def found(*agreements):
    """Find the lineage of some agreements."""
    return lineage(Register(agreements))


def follows(lines, how):
    """Write what follows what, the earlier one first."""
    return [(each.earlier, each.later) for each in lines.successions if each.how is how]


def rows(lines):
    """Write the rows of agreements."""
    return [each.agreements for each in lines.chains]


def contradictions(lines):
    """Write what cannot be right."""
    return [(each.kind.value, *each.agreements) for each in lines.contradictions]


# ---------------------------------------------------------------- concluded


def test_what_begins_next_in_an_area_follows():
    """
    Whatever the ids are, and however much time there is between.
    """
    lines = found(agreed("c", "2017"), agreed("a", "2019/2020"), agreed("b", "2018"))

    assert follows(lines, How.INFERRED) == [("b", "a"), ("c", "b")]
    assert rows(lines) == [("c", "b", "a")]
    assert lines.contradictions == lines.undated == lines.unplaced == ()


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2017", "2018", 0),
        ("2017", "2018-01-02/2018-12-31", 1),
        ("2017", "2020", 730),
        ("2017/2018", "2018", -365),
        ("2017/..", "2018", None),  # it was to hold until further notice
        ("2017/2017..", "2018-02/2018-12", 31),  # 2017, or until there is a new one
        ("2017/", "2018", None),
    ],
)
def test_how_many_days_are_between_is_told(earlier, later, days):
    """
    Neither end is counted, and an overlap is below 0.
    """
    [succession] = found(agreed("a", earlier), agreed("b", later)).successions

    assert succession == Succession("b", "a", How.INFERRED, True, days)


def test_days_are_those_in_force():
    """
    An extension is the end, and a signature the beginning where none is stated.
    """
    extended = agreed("a", "2017", amendments=(Amendment(last_day=date(2018, 6, 30)),))
    signed = agreed("b", "/2019", signed_on=date(2018, 7, 1))
    [succession] = found(signed, extended).successions

    assert (succession.earlier, succession.days_between) == ("a", 0)


@pytest.mark.parametrize(
    "other",
    [
        agreed("b", "2018", "1861", "1882"),
        agreed("b", "2018", "1882"),
        agreed("b", "2018", district="Centrum"),
        agreed("b", "2018", kind=AgreementKind.COOPERATION_AGREEMENT),
    ],
)
def test_what_is_of_another_area_or_kind_does_not_follow(other):
    """
    Nothing is concluded from days alone.
    """
    lines = found(agreed("a", "2017"), other)

    assert lines.successions == ()
    assert rows(lines) == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (agreed("a", "2006", "1917"), agreed("b", "2007", "0331")),  # Heby, which moved
        (agreed("a", "2017", "1861", "1882"), agreed("b", "2018", "1882", "1861")),
        (
            agreed("a", "2017", district="Centrum "),
            agreed("b", "2018", district="centrum"),
        ),
        (agreed("a", "2017", "9999"), agreed("b", "2018", "9999")),
    ],
)
def test_an_area_is_the_same_however_it_is_written(one, other):
    """
    The order of codes, a code that was changed, and capitals make no other place.
    """
    assert follows(found(one, other), How.INFERRED) == [("a", "b")]


def test_an_umbrella_is_no_predecessor():
    """
    What stands above an agreement is not what it follows.
    """
    umbrella = agreed("a", "2016/2019", kind=AgreementKind.COOPERATION_AGREEMENT)

    assert found(umbrella, agreed("b", "2017", parent="a")).successions == ()


@pytest.mark.parametrize("period", ["/", "/2017", "/.."])
def test_without_a_first_day_nothing_is_concluded(period):
    """
    Such agreements are listed, and each is a row of its own.
    """
    lines = found(agreed("a", period), agreed("b", "2018"))

    assert lines.undated == ("a",)
    assert lines.successions == ()
    assert rows(lines) == [("b",), ("a",)]


def test_without_a_municipality_nothing_is_concluded():
    """
    A district of the same name may lie anywhere.
    """
    nowhere = [
        Agreement(
            id=id,
            title="Löfte",
            area=Area(district="Centrum"),
            parties=(POLICE,),
            period=ValidityPeriod.of_year(year),
        )
        for id, year in [("a", 2017), ("b", 2018)]
    ]
    lines = found(*nowhere)

    assert (lines.successions, lines.unplaced) == ((), ("a", "b"))
    assert lines.chains == (Chain(("a",), ()), Chain(("b",), ()))


def test_which_of_those_that_begin_together_comes_first_is_not_guessed():
    """
    Neither what they follow nor what follows them is concluded.
    """
    lines = found(
        agreed("a", "2017"),
        agreed("b", "2018"),
        agreed("c", "2018/2019"),
        agreed("d", "2020"),
    )

    assert lines.successions == ()
    assert contradictions(lines) == [("same_first_day", "b", "c")]


def test_what_is_stated_tells_which_of_those_that_begin_together_comes_first():
    """
    Then the one is followed, and the other follows.
    """
    lines = found(
        agreed("a", "2017"),
        agreed("b", "2018"),
        agreed("c", "2018/2019", supersedes="b"),
        agreed("d", "2020"),
    )

    assert rows(lines) == [("a", "b", "c", "d")]
    assert lines.contradictions == ()


def test_what_is_half_told_apart_is_still_open():
    """
    It may be known what they follow and not what follows them, or the other way.
    """
    known_before = found(
        agreed("a", "2018", supersedes="x"),
        agreed("b", "2018", supersedes="y"),
        agreed("c", "2020"),
    )
    known_after = found(
        agreed("a", "2017"),
        agreed("b", "2018"),
        agreed("c", "2018"),
        agreed("d", "2019", "1861", "1882", supersedes="b"),
        agreed("e", "2019", "1861", "0643", supersedes="c"),
    )

    assert contradictions(known_before) == [("same_first_day", "a", "b")]
    assert contradictions(known_after) == [("same_first_day", "b", "c")]
    assert (
        follows(known_before, How.INFERRED) == follows(known_after, How.INFERRED) == []
    )


# ---------------------------------------------------------------- stated


def test_what_is_stated_is_told_as_it_is():
    """
    Also of agreements without days, and of one that the register has not.
    """
    lines = found(
        agreed("a"), agreed("b", supersedes="a"), agreed("c", "2019", supersedes="2018")
    )

    assert lines.successions == (
        Succession("b", "a", How.STATED, True, None),
        Succession("c", "2018", How.STATED, False, None),
    )
    assert rows(lines) == [("c",), ("a", "b")]
    assert lines.contradictions == ()


def test_nothing_is_concluded_beside_what_is_stated():
    """
    Neither of the one that says what it follows, nor of the one that is followed.
    """
    lines = found(
        agreed("a", "2017"), agreed("b", "2018"), agreed("c", "2019", supersedes="a")
    )

    assert follows(lines, How.STATED) == [("a", "c")]
    assert follows(lines, How.INFERRED) == []
    assert found(agreed("a", "2017"), agreed("b", "2018", supersedes="x")).chains == (
        Chain(("a",), (HALLSBERG,)),
        Chain(("b",), (HALLSBERG,)),
    )


def test_days_between_are_told_of_what_is_stated_too():
    """
    As of what is concluded.
    """
    [succession] = found(
        agreed("a", "2017"), agreed("b", "2019", supersedes="a")
    ).successions

    assert succession.days_between == 365


# ---------------------------------------------------------------- contradictions


def test_one_that_begins_before_what_it_replaces_is_told():
    """
    It still stands as it was stated; on one day is no contradiction.
    """
    lines = found(agreed("a", "2017", supersedes="b"), agreed("b", "2018"))
    same_day = found(agreed("a", "2017", supersedes="b"), agreed("b", "2017/2018"))
    unknown = found(agreed("a", "2017", supersedes="b"), agreed("b", "/2018"))

    assert follows(lines, How.STATED) == [("b", "a")]
    assert follows(lines, How.INFERRED) == []
    assert rows(lines) == [("b", "a")]
    assert contradictions(lines) == [("begins_earlier", "a", "b")]
    assert same_day.contradictions == unknown.contradictions == ()


def test_two_that_replace_one_are_told():
    """
    The row goes on with the one that begins first, though the other's id is smaller.
    """
    lines = found(
        agreed("a", "2017"),
        agreed("b", "2019", supersedes="a"),
        agreed("c", "2018", supersedes="a"),
        agreed("d", supersedes="a"),
    )

    assert rows(lines) == [("a", "c"), ("b",), ("d",)]
    assert contradictions(lines) == [("several_successors", "a", "b", "c", "d")]


def test_two_that_replace_what_is_not_here_are_told():
    """
    That the register has not the one they replace makes it no better.
    """
    lines = found(
        agreed("a", "2018", supersedes="x"), agreed("b", "2019", supersedes="x")
    )

    assert contradictions(lines) == [("several_successors", "x", "a", "b")]


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("1882",), [("elsewhere", "b", "a")]),
        (("1861", "1882"), []),  # it grew
        (("1917", "1882"), [("elsewhere", "b", "a")]),
    ],
)
def test_one_that_replaces_what_holds_elsewhere_is_told(codes, told):
    """
    One municipality in common is enough, for areas grow and shrink.
    """
    lines = found(agreed("a", "2017"), agreed("b", "2018", *codes, supersedes="a"))

    assert contradictions(lines) == told


def test_an_unknown_area_is_not_elsewhere():
    """
    Of an area that names no municipality nobody can tell.
    """
    nowhere = Agreement(
        id="b", title="Löfte", area=Area(), parties=(POLICE,), supersedes="a"
    )

    assert found(agreed("a"), nowhere).contradictions == ()
    assert rows(found(agreed("a"), nowhere)) == [("a", "b")]


def test_a_ring_is_told_and_its_row_has_an_end():
    """
    It is cut before its smallest id, whatever leads into it.
    """
    lines = found(
        agreed("c", supersedes="b"),
        agreed("b", supersedes="a"),
        agreed("a", supersedes="c"),
        agreed("d", supersedes="c"),
    )

    assert contradictions(lines) == [
        ("ring", "a", "b", "c"),
        ("several_successors", "c", "a", "d"),
    ]
    assert rows(lines) == [("a", "b", "c", "d")]
    assert len(lines.successions) == 4


def test_a_ring_is_told_whatever_else_is_wrong_in_it():
    """
    That one holds elsewhere does not explain why each follows another.
    """
    lines = found(
        agreed("a", "2017", supersedes="u"),
        agreed("u", "/", "1882", supersedes="b"),
        agreed("b", "2018"),
    )

    assert contradictions(lines) == [
        ("elsewhere", "a", "u"),
        ("elsewhere", "u", "b"),
        ("ring", "a", "b", "u"),
    ]


def test_a_ring_that_stands_against_the_days_is_told_twice():
    """
    As what is stated of the two, and as what is stated of all.
    """
    lines = found(
        agreed("a", "2017", supersedes="b"), agreed("b", "2018", supersedes="a")
    )

    assert contradictions(lines) == [("begins_earlier", "a", "b"), ("ring", "a", "b")]
    assert rows(lines) == [("a", "b")]


def test_what_is_concluded_closes_no_ring():
    """
    It is told, for what is stated stands against the days, though no two do.
    """
    lines = found(
        agreed("a", "2017", supersedes="u"),
        agreed("u", supersedes="c"),
        agreed("b", "2018"),
        agreed("c", "2019"),
    )

    assert follows(lines, How.INFERRED) == []
    assert contradictions(lines) == [("ring", "a", "b", "c", "u")]
    assert rows(lines) == [("b",), ("c", "u", "a")]


# ---------------------------------------------------------------- places


def test_the_row_of_a_place_is_found_by_its_name():
    """
    Also where only some of the row hold there, or in a part of it.
    """
    lines = found(
        agreed("a", "2017", "2584", "1882", "0643", "1917"),
        agreed("b", "2018", "1861", "0642", "2584", supersedes="a"),
        agreed("c", "2018", "1861", district="Centrum"),
        agreed("d", "2018", "1480"),
    )
    row = Chain(("a", "b"), ("0331", "0642", "0643", "1861", "1882", "2584"))

    assert lines.chains_in("Hallsberg") == (row, Chain(("c",), ("1861",)))
    assert lines.chains_in("Askersunds kommun") == (row,)
    assert lines.chains_in("Lund") == ()
    with pytest.raises(UnknownName, match="Askersund"):
        lines.chains_in("Askresund")


@pytest.mark.parametrize("register", [None, [], agreed("a")])
def test_only_a_register_has_a_lineage(register):
    """
    Anything else is refused.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        lineage(register)


# ---------------------------------------------------------------- laws


@st.composite
def tangles(draw):
    """Make registers of few places and days, in which much replaces much."""
    ids = draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
    periods = st.sampled_from(["2017", "2018", "2018/2019", "2019", "2020/..", "/"])
    named = st.none() | st.none() | st.sampled_from("abcdefghx")
    return Register(
        agreed(
            id,
            draw(periods),
            *draw(st.sampled_from([["1861"], ["1882"], ["1917"], ["0331"]])),
            supersedes=draw(named.filter(lambda other, id=id: other != id)),
        )
        for id in ids
    )


@given(tangles())
def test_each_agreement_stands_in_one_row(register):
    """
    However what is stated contradicts itself, nothing is lost and nothing doubled.
    """
    lines = lineage(register)

    assert sorted(id for row in rows(lines) for id in row) == list(register)


@given(tangles())
def test_a_row_is_made_of_successions(register):
    """
    Each in it follows the one before, and what begins a row follows what goes on
    with another, what is in a ring with it, or nothing here.
    """
    lines = lineage(register)
    earlier = {each.later: each.earlier for each in lines.successions}
    in_rows = {
        (before, after) for row in rows(lines) for before, after in pairwise(row)
    }

    assert in_rows <= {(before, after) for after, before in earlier.items()}
    going_on = {before for before, _ in in_rows}
    in_rings = {
        id
        for each in lines.contradictions
        if each.kind is ContradictionKind.RING
        for id in each.agreements
    }
    for first, *_ in rows(lines):
        before = earlier.get(first)
        assert before not in register or before in going_on | in_rings


@given(tangles())
def test_all_that_is_stated_is_told_and_nothing_else_is_called_so(register):
    """
    And each agreement follows one at most.
    """
    lines = lineage(register)
    stated = [
        (each.supersedes, each.id) for each in register.values() if each.supersedes
    ]

    assert follows(lines, How.STATED) == stated
    assert [each.later for each in lines.successions] == sorted(
        {each.later for each in lines.successions}
    )
    assert all(
        each.in_register == (each.earlier in register) for each in lines.successions
    )


@given(tangles())
def test_what_is_concluded_is_what_a_patient_reader_would(register):
    """
    Looking at one agreement after the other, and at all others for each.
    """
    lines = lineage(register)

    assert follows(lines, How.INFERRED) == [
        (before, after.id)
        for after in register.values()
        if (before := patiently(register, after)) is not None
    ]


def patiently(register, after):
    """Find by hand what an agreement follows that does not say it, if in no ring."""
    before = None if after.supersedes else by_days(register, after)
    id = before
    for _ in register:
        if id in register:
            id = register[id].supersedes or by_days(register, register[id])
        if id == after.id:
            return None
    return before


def by_days(register, after):
    """Find the only one that began last before, where nothing else is stated."""
    begins = after.period.first_day
    if not begins:
        return None
    days = {
        each.id: each.period.first_day
        for each in register.values()
        if each.period.first_day and place(each) == place(after)
    }
    replaced = {each.supersedes for each in register.values()}
    last = max((day for day in days.values() if day < begins), default=None)
    before = [id for id in days if days[id] == last and id not in replaced]
    beside = [id for id in days if days[id] == begins and not register[id].supersedes]
    return before[0] if len(before) == len(beside) == 1 else None


def place(agreement):
    """Write where it holds; Heby had another code."""
    return agreement.area.municipalities[0].replace("1917", "0331")


@given(st.lists(st.tuples(areas(), periods(), st.none() | days()), max_size=4))
def test_no_agreement_is_too_odd(facts):
    """
    Whatever its area and its days, it has its row.
    """
    register = Register(
        evolve(agreed(str(place)), area=area, period=period, signed_on=signed_on)
        for place, (area, period, signed_on) in enumerate(facts)
    )

    assert sorted(id for row in rows(lineage(register)) for id in row) == list(register)


def test_long_rows_are_found_at_once():
    """
    Neither ten thousand in a row nor as many in a ring nor at one day take long.
    """
    many = range(10_000)
    row = [agreed(f"{n:05}", f"{n + 1:05}"[1:]) for n in range(9_000)]
    ring = [agreed(f"r{n}", supersedes=f"r{(n + 1) % len(many)}") for n in many]
    together = [agreed(f"t{n}", "2017", "1882") for n in many]
    begun = perf_counter()
    lines = found(*row, *ring, *together)

    assert perf_counter() - begun < 5
    assert max(map(len, rows(lines))) == 10_000
