from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Area,
    InvalidField,
    Party,
    PartyKind,
    Promise,
    PromiseKind,
    Register,
    Theme,
    ValidityPeriod,
)
from medborgarloften.analysis import PromisedBy, Run, near_copies
from medborgarloften.analysis._telling import telling_parts_of
from medborgarloften.analysis._typical import placed_around_typical
from medborgarloften.analysis._words import words_of
from medborgarloften.queries import about

HABO, LUND, MORA, HEBY, HEBY_ONCE = "0643", "1281", "2062", "0331", "1917"
POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
MUNICIPALITY = Party(id="kommun", kind=PartyKind.MUNICIPALITY, name="Kommunen")
SCHOOL = Party(id="skola", kind=PartyKind.SCHOOL, name="Skolan")


def agreed(id, codes, *texts, period="2020", by=("police",), **fields):
    """Make an agreement in some municipalities, with promises in these words."""
    return Agreement(
        id=id,
        title="Medborgarlöfte",
        area=Area(municipalities=codes),
        parties=(POLICE, MUNICIPALITY),
        others=(SCHOOL,),
        period=ValidityPeriod.parse(period),
        promises=tuple(
            Promise(number=number, text=text, promisors=by, **fields)
            for number, text in enumerate(texts, 1)
        ),
    )


def told(*agreements, **options):
    """Find the copies: of each row the agreements and numbers of its members."""
    return [
        [(member.agreement, member.promise) for member in copies.members]
        for copies in near_copies(Register(agreements), **options)
    ]


# ---------------------------------------------------------------- what is a copy


def test_names_and_counts_keep_no_two_promises_apart():
    """
    The same promise of another square and another number is one that recurs.
    """
    [copies] = near_copies(
        Register(
            [
                agreed(
                    "a", (HABO,), "Vi gör två trafikkontroller vid Storgatan i Habo."
                ),
                agreed("b", (LUND,), "Kiruna kommun gör 14 trafikkontroller per år"),
            ]
        )
    )

    assert [member.likeness for member in copies.members] == [1.0, 1.0]
    assert copies.municipalities == (HABO, LUND)


def test_what_differs_is_shown():
    """
    The typical text and that of a member are cut where they begin to differ.
    """
    [copies] = near_copies(
        Register(
            [
                agreed("a", (HABO,), "Vi gör två kontroller av skotrar"),
                agreed("b", (LUND,), "Vi gör fyra kontroller av skotrar"),
            ]
        )
    )

    assert copies.text == "Vi gör fyra kontroller av skotrar"
    assert copies.runs(copies.members[0]) == (
        (Run("Vi gör", False), Run("fyra", True), Run("kontroller av skotrar", False)),
        (Run("Vi gör", False), Run("två", True), Run("kontroller av skotrar", False)),
    )


def test_who_promises_is_told_apart_from_what():
    """
    The same words can be the police's promise here and the municipality's there.
    """
    text = "Belysningen på gångvägen ses över"
    [copies] = near_copies(
        Register(
            [
                agreed("a", (HABO,), f"Polisen lovar: {text}", text),
                agreed("b", (LUND,), text, by=("kommun",)),
                agreed("c", (MORA,), text, by=("kommun", "police")),
                agreed("d", (LUND,), text, by=("police", "kommun")),
                agreed("e", (HEBY,), text, by=("skola",)),
            ]
        )
    )
    police, municipality = PartyKind.POLICE, PartyKind.MUNICIPALITY

    assert copies.promisors_vary
    assert copies.promised_by == (
        PromisedBy((municipality, police), (LUND, MORA), 2),
        PromisedBy((municipality,), (LUND,), 1),
        PromisedBy((police,), (HABO,), 2),
        PromisedBy((PartyKind.SCHOOL,), (HEBY,), 1),
    )


def test_copies_that_everybody_makes_alike_do_not_vary():
    """
    Where the police alone promise it everywhere, that is what is told.
    """
    [copies] = near_copies(
        Register([agreed("a", (HABO,), "Gå ut"), agreed("b", (LUND,), "Gå ut")])
    )

    assert not copies.promisors_vary
    assert copies.promised_by == (PromisedBy((PartyKind.POLICE,), (HABO, LUND), 2),)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Nattvandring", "NATTVANDRING i Habo", 1),
        ("Nattvandring", "Nattvandringar i Habo", None),
        ("Trafik", "Trafikanter", None),
        ("Mot droger", "För droger", None),
        ("Möta unga", "Möta unga två gånger", 1),
        ("Gå ut varje natt", "Gå ut natt", 1),
        ("Gå ut inte natt", "Gå ut natt", None),
        ("Vi kör ej bil här alls", "Vi kör inte bil här alls", 6 / 12),
        ("Nattvandring", "Nattvandring med föräldrar", None),  # 1 of 3
        ("Nattvandra med föräldrar ofta", "Nattvandra föräldrarna ofta nu", 5 / 7),
        ("Dialog om skolan", "Dialog om parken", None),  # 1 of 5
        ("Städa parken, klippa häckar", "Städa parken, klippa gräset", 5 / 9),
        ("Klippa gräset, städa parken", "Städa parken, klippa gräset", 6 / 8),
    ],
)
def test_words_and_pairs_of_words_are_compared(one, other, likeness):
    """
    What two texts share is counted of all that either has; short ones share all.
    """
    found = near_copies(
        Register([agreed("a", (HABO,), one), agreed("b", (LUND,), other)])
    )

    likenesses = [min(each.likeness for each in copies.members) for copies in found]
    assert likenesses == ([] if likeness is None else [likeness])


def test_a_chain_is_no_group():
    """
    Of three, two unlike each other and both alike to a third, that is the typical one.
    """
    ends = ("ja nej kanske", "kanske aldrig alltid")
    middle = "nej kanske aldrig"
    register = Register(
        agreed(code, (code,), text)
        for code, text in zip(
            (HABO, LUND, MORA), (ends[0], middle, ends[1]), strict=True
        )
    )
    [copies] = near_copies(register, alike=0.4)

    assert copies.text == middle
    assert [each.likeness for each in copies.members] == [3 / 7, 1, 3 / 7]
    assert near_copies(register, alike=0.5) == ()


def test_each_copy_is_with_the_typical_text_that_it_is_most_alike_to():
    """
    Though it is alike to a text that is more typical too.
    """
    common, other, between = "ett b c d", "x y z d", "x y c d"
    found = told(
        *(agreed(f"{n}", (code,), common) for n, code in enumerate((HABO, LUND, MORA))),
        agreed("o", (MORA,), other),
        agreed("p", (HABO,), between),
        alike=0.3,
    )

    assert found == [[("0", 1), ("1", 1), ("2", 1)], [("o", 1), ("p", 1)]]


# ---------------------------------------------------------------- what recurs


@pytest.mark.parametrize(
    ("areas", "recurs"),
    [
        ([(HABO,), (LUND,)], True),
        ([(HABO,), (HABO,)], False),  # a renewal
        ([(HABO, LUND), (HABO, LUND)], False),  # a renewal in two places
        ([(HABO, LUND)], False),  # one promise in two places
        ([(HABO, LUND), (LUND,)], False),
        ([(HABO, LUND), (LUND,), (HABO,)], True),
        ([(HEBY,), (HEBY_ONCE,)], False),  # one municipality, two kommunkoder
        ([(HABO,), ()], False),  # nobody knows whether it is another place
        ([(HABO,), (), (LUND,)], True),
        ([(), ()], False),
        ([(HABO,), ("9999",)], True),
    ],
)
def test_it_takes_several_municipalities(areas, recurs):
    """
    Where one municipality has part in all the agreements, its promise is renewed.
    """
    agreements = [agreed(f"{n}", codes, "Vi går ut") for n, codes in enumerate(areas)]

    members = [(each.id, 1) for each in agreements]
    assert told(*agreements) == ([members] if recurs else [])


def test_municipalities_are_told_by_the_codes_of_today():
    """
    Of the members and of all together, each once.
    """
    [copies] = near_copies(
        Register([agreed("a", (HEBY_ONCE, HABO), "Gå"), agreed("b", (LUND,), "Gå")])
    )

    assert copies.municipalities == (HEBY, HABO, LUND)
    assert [member.municipalities for member in copies.members] == [
        (HEBY, HABO),
        (LUND,),
    ]


def test_a_focus_takes_part_only_if_it_is_asked_for():
    """
    "Trafik" names a subject, which recurs without being copied.
    """
    focus = [
        agreed("a", (HABO,), "Trafik", kind=PromiseKind.FOCUS),
        agreed("b", (LUND,), "TRAFIK", kind=PromiseKind.FOCUS),
        agreed("c", (MORA,), "Trafik"),
    ]

    assert told(*focus) == []
    assert told(*focus, focuses=True) == [[("a", 1), ("b", 1), ("c", 1)]]


def test_what_says_nothing_is_like_nothing():
    """
    Names and counts alone are no text that could be copied.
    """
    assert told(agreed("a", (HABO,), "14"), agreed("b", (LUND,), "Lund 14, 15")) == []


def test_the_most_widespread_come_first():
    """
    By municipalities, then by promises, then by text.
    """
    found = near_copies(
        Register(
            [
                agreed("a", (HABO,), "Gå ut", "Lysa upp", "Bygga", "Bygga", "Åka"),
                agreed("b", (LUND,), "Gå ut", "Lysa upp", "Bygga", "Baka", "Åka"),
                agreed("c", (MORA,), "Gå ut", "Baka"),
            ]
        )
    )

    assert [copies.text for copies in found] == [
        "Gå ut",
        "Bygga",
        "Baka",
        "Lysa upp",
        "Åka",
    ]


def test_the_typical_text_is_the_one_that_most_municipalities_have():
    """
    Of texts that say the same; and of those that equally many have, the first.
    """
    found = near_copies(
        Register(
            [
                agreed("a", (HABO,), "Vi går ut", "Vi går ut", "Vi lyser upp"),
                agreed("b", (LUND,), "Polisen går ut", "Polisen lyser upp"),
                agreed("c", (MORA,), "Polisen går ut"),
            ]
        )
    )

    assert [copies.text for copies in found] == ["Polisen går ut", "Polisen lyser upp"]


@pytest.mark.parametrize(
    ("periods", "years", "open_ended", "undated"),
    [
        (["2018/2019", "2021"], (2018, 2021), False, 0),
        (["2018/..", "/2017-06-30"], (2017, 2018), True, 0),
        (["2018/", "2017"], (2017, 2018), True, 0),
        (["2018/2019..", "2017"], (2017, 2019), True, 0),
        (["/", "/.."], (None, None), False, 2),
        (["/", "2020"], (2020, 2020), False, 1),
    ],
)
def test_the_years_are_those_with_a_stated_day(periods, years, open_ended, undated):
    """
    An end that is not stated adds none, and that there are such is told.
    """
    [copies] = near_copies(
        Register(
            agreed(code, (code,), "Gå", period=period)
            for code, period in zip((HABO, LUND), periods, strict=True)
        )
    )

    assert (copies.first_year, copies.last_year) == years
    assert (copies.open_ended, copies.undated) == (open_ended, undated)


def test_a_promise_with_no_day_has_no_year():
    """
    Its own days are all outside its agreement's.
    """
    outside = evolve(
        agreed("a", (HABO,), "Gå"),
        promises=(
            Promise(
                number=1,
                text="Gå",
                promisors=("police",),
                period=ValidityPeriod.of_year(2010),
            ),
        ),
    )
    [copies] = near_copies(Register([outside, agreed("b", (LUND,), "Gå")]))

    assert copies.members[0].period is None
    assert (copies.first_year, copies.last_year, copies.undated) == (2020, 2020, 1)


def test_what_was_found_can_be_asked():
    """
    Only the promises that a question finds take part.
    """
    register = Register(
        [
            agreed("a", (HABO,), "Gå ut", themes=(Theme.DRUGS,)),
            agreed("b", (LUND,), "Gå ut", themes=(Theme.DRUGS,)),
            agreed("c", (MORA,), "Gå ut"),
        ]
    )
    [copies] = near_copies(register.find(about("drugs")))

    assert [member.agreement for member in copies.members] == ["a", "b"]


@pytest.mark.parametrize("alike", [0, -1, 1.5, float("nan"), True, "0.5", None])
def test_likeness_is_a_share(alike):
    """
    More than 0 and at most 1, for with 0 everything is alike to everything.
    """
    with pytest.raises(InvalidField, match="more than 0 and at most 1"):
        near_copies(Register(), alike=alike)


def test_only_registers_and_what_was_found_in_them_are_asked():
    """
    The error says what would do.
    """
    with pytest.raises(InvalidField, match=r"near_copies\.asked.*register\.find"):
        near_copies([])


def test_a_share_means_what_it_is_written_as():
    """
    A tenth is a tenth, though the float is a little more.
    """
    ten = "gå lysa möta skola park gå"  # five words and five pairs
    agreements = [agreed("a", (HABO,), "gå"), agreed("b", (LUND,), ten)]

    assert told(*agreements, alike=0.1) == [[("a", 1), ("b", 1)]]
    assert told(*agreements, alike=0.1001) == []


# ---------------------------------------------------------------- laws

WORDS = st.lists(
    st.sampled_from(["gå", "lysa", "möta", "skola", "park", "torg"]),
    min_size=1,
    max_size=5,
).map(" ".join)
PLACES = st.sampled_from([(HABO,), (LUND,), (MORA,), (HABO, LUND), ()])
REGISTERS = st.lists(st.tuples(PLACES, st.lists(WORDS, max_size=3)), max_size=8).map(
    lambda made: Register(
        agreed(f"{n}", codes, *texts) for n, (codes, texts) in enumerate(made)
    )
)
SHARES = st.sampled_from([0.1, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.9, 1])


def share_of(one, other):
    """Count what two sets have in common of what either has."""
    return Fraction(len(one & other), len(one | other))


@settings(max_examples=60)
@given(REGISTERS, SHARES)
def test_every_likeness_is_what_it_is_said_to_be(register, alike):
    """
    Each member is alike to the typical text, is told once, and recurs elsewhere.
    """
    found = near_copies(register, alike=alike)
    members = [member for copies in found for member in copies.members]

    for copies in found:
        assert len(copies.municipalities) > 1
        assert copies.text in [
            each.text for each in copies.members if each.likeness == 1
        ]
        typical = telling_parts_of(copies.text)
        for member in copies.members:
            said = register[member.agreement].promise(member.promise)
            share = share_of(telling_parts_of(said.text), typical)
            assert member.text == said.text
            assert member.likeness == float(share) >= float(Fraction(str(alike)))
    places = [(each.agreement, each.promise) for each in members]
    assert len(set(places)) == len(places)


@settings(max_examples=60)
@given(REGISTERS, SHARES)
def test_no_text_that_recurs_word_for_word_is_missed(register, alike):
    """
    What stands in two municipalities of which neither has part in the other's.
    """
    places = {
        (each.agreement, each.promise)
        for copies in near_copies(register, alike=alike)
        for each in copies.members
    }
    made = [
        (agreement, promise)
        for agreement in register.values()
        for promise in agreement.promises
    ]

    for one, said in made:
        for other, says in made:
            here, there = one.area.municipalities, other.area.municipalities
            apart = here and there and not set(here) & set(there)
            if apart and said.text == says.text:
                assert (one.id, said.number) in places


PROGRAM = """
from itertools import product
from medborgarloften import *
from medborgarloften.analysis import near_copies
police = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
words = product(["gå", "lysa", "städa"], ["torg", "park", "skola"], ["nu", "ofta"])
print(near_copies(Register(
    Agreement(
        id=f"{n}",
        title="Medborgarlöfte",
        area=Area(municipalities=(f"{n:04}",)),
        parties=(police,),
        promises=(Promise(number=1, text=" ".join(said), promisors=("police",)),),
    )
    for n, said in enumerate(words)
)))
"""


def test_the_answer_does_not_hang_on_how_python_hashes():
    """
    Two runs give the same rows in the same order.
    """
    answers = {
        subprocess.check_output(
            [sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    }

    assert len(answers) == 1


# ---------------------------------------------------------------- around the typical

SETS = st.lists(
    st.frozensets(st.sampled_from("abcdefgh"), min_size=1), max_size=12, unique=True
)


def placed_plainly(sets, weights, alike):
    """Place each set, comparing all with all."""
    spread = Counter()
    for parts, weight in zip(sets, weights, strict=True):
        spread.update(dict.fromkeys(parts, weight))
    typical = [sum(spread[part] for part in parts) / len(parts) for parts in sets]
    middles = []
    for number in sorted(range(len(sets)), key=lambda number: -typical[number]):
        if all(share_of(sets[number], sets[each]) < alike for each in middles):
            middles.append(number)
    closest = [
        max(middles, key=lambda middle: share_of(parts, sets[middle])) for parts in sets
    ]
    return [
        (middle, float(share_of(parts, sets[middle])))
        for parts, middle in zip(sets, closest, strict=True)
    ]


@settings(max_examples=300)
@given(SETS, st.data(), SHARES)
def test_what_is_looked_up_is_what_comparing_all_finds(sets, data, alike):
    """
    Nothing that is alike is missed where few share a rare part.
    """
    counts = st.lists(st.integers(1, 3), min_size=len(sets), max_size=len(sets))
    weights = data.draw(counts)
    share = Fraction(str(alike))

    assert placed_around_typical(sets, weights, share) == placed_plainly(
        sets, weights, share
    )


@pytest.mark.parametrize(("crowd", "is_missed"), [(200, False), (201, True)])
def test_in_a_crowd_the_last_may_be_missed(crowd, is_missed):
    """
    A set is looked up by its rarest part first, and by no more once 200 are met.
    """
    own = [[f"{n}{letter}" for letter in "abcde"] for n in range(crowd)]
    # Elsewhere their own parts are common, so the one they share is the rarest; those
    # of the last are so the least, so it is the least typical.
    elsewhere = [frozenset({*parts, *map(str, range(20))}) for parts in own]
    middles = [frozenset({"rare", *parts}) for parts in own]
    first, last = (frozenset({"rare", *parts[:4]}) for parts in (own[0], own[-1]))
    sets = [*elsewhere, *middles, first, last]
    weights = [1000] * (crowd - 1) + [900] + [1] * (crowd + 2)

    *_, its, others = placed_around_typical(sets, weights, Fraction(1, 2))

    assert its == (crowd, 5 / 6)
    assert others == ((2 * crowd + 1, 1) if is_missed else (2 * crowd - 1, 5 / 6))


# ---------------------------------------------------------------- what tells a text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Polisen lovar att gå ut med hunden", "gå ut hunden"),
        ("Gå ut fort på Stora Torget i Kiruna", "gå ut fort"),
        ("Gå på Nobelvägen/Ystadvägen", "gå"),
        ("Gå ut på Norra Skåne-Blekingeleden nu", "gå ut nu"),
        ("Möt alla. Därefter gå ut: Nu", "möt därefter gå ut nu"),
        ("Habo går ut. Kiruna går in", "går ut går in"),
        ("Mark går ut", "mark går ut"),  # a municipality, and ground
        ("Upplands Väsby går", "går"),
        ("SSPF-grupp och A-traktor", "sspf grupp a traktor"),
        ("Minst två (2) gånger per vecka: gå", "gå"),
        ("A\N{COMBINING RING ABOVE}sele går", "går"),
        ("E4 och väg 34", "väg"),
        ("Polisen lovar att", "polisen lovar att"),  # else nothing would be left
        ("Två gånger per år", ""),
    ],
)
def test_words_that_tell_are_told_from_names_and_counts(text, words):
    """
    A capital within a sentence makes a name; at its beginning a municipality's does.
    """
    listed = words_of(words)
    pairs = {f"{one} {other}" for one, other in pairwise(listed)}

    assert telling_parts_of(text) == {*listed, *pairs}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Trafiken!", {"trafiken"}),
        ("Polisen lovar", {"polisen lovar"}),
        ("Möta ungdomarna i Habo", {"möta ungdomarna"}),
        ("Arbeta mot droger", {"mot droger"}),
        ("Inte droger", {"inte inte droger"}),
    ],
)
def test_a_text_of_a_word_or_two_is_one_part(text, parts):
    """
    With its endings, and with what says whether it is for or against.
    """
    assert telling_parts_of(text) == parts
