from __future__ import annotations

from time import perf_counter

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
    Per,
    Promise,
    Quantity,
)
from medborgarloften.analysis import KindTotal, QuantityChange, Total, compare
from medborgarloften.analysis._runs import runs_of
from medborgarloften.testing import agreements, texts

# Making many agreements takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

# Made up, in the manner of real ones: two years of one municipality.
BEFORE = (
    "Polisen lovar att göra riktade insatser mot narkotikabrott bland ungdomar.",
    "Kommunen lovar att erbjuda föräldrar informationsträffar i samtliga skolor.",
    "Polisen lovar att arbeta med och utöka antalet grannsamverkansområden.",
    "Polisen lovar att fotpatrullera i centrum.",
    "Genomföra trygghetsvandringar",
    "Polisen lovar att hålla två kvällsmöten om bedrägerier.",
)
AFTER = (
    "Kommunen lovar att byta ut belysningen i parken.",
    "Polisen lovar att fotpatrullera i centrum på fredagar och lördagar.",
    "Kommunen lovar att hålla informationsträffar för föräldrar i skolorna.",
    "Genomföra en trygghetsvandring per termin",
    "Polisen lovar att göra insatser mot narkotika bland unga, i riktade former.",
    "Polisen och kommunen lovar att antalet grannsamverkansområden ska utökas.",
    "Polisen lovar att genomföra trafikkontroller vid skolorna.",
)
WHOLE = (
    "Polisen lovar att fotpatrullera i centrum på helger "
    "och att göra trafikkontroller vid skolorna."
)
PARTS = (
    "Polisen fotpatrullerar i centrum på helger.",
    "Polisen gör minst 4 trafikkontroller vid skolorna per termin.",
)
PARTIES = (
    Party(id="police", kind=PartyKind.POLICE, name="Polisen"),
    Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo kommun", code="0643"),
)


def agreed(*promises, **fields):
    """Make an agreement of promises, or of texts that the police promise."""
    stated = {"id": "habo", "title": "Löften", "parties": PARTIES}
    return Agreement(
        promises=tuple(
            evolve(by("police", each) if isinstance(each, str) else each, number=number)
            for number, each in enumerate(promises, 1)
        ),
        **({"area": Area(municipalities=("0643",))} | stated | fields),
    )


def by(party, text="Synas", **fields):
    """Make a promise of a party."""
    return Promise(number=1, text=text, promisors=(party,), **fields)


def numbers(rows):
    """Write what belongs together as the numbers of the promises."""
    return [(number(row.old), number(row.new)) for row in rows]


def number(side):
    """Write one promise as its number, and several as theirs."""
    return list(map(number, side)) if isinstance(side, tuple) else side.number


# ---------------------------------------------------------------- what became of what


def test_promises_that_were_put_in_other_words_are_found():
    """
    Shortened, lengthened, in another order: what is promised is recognised.
    """
    found = compare(agreed(*BEFORE), agreed(*AFTER))

    assert numbers(found.reworded) == [(4, 2), (2, 3), (5, 4), (1, 5), (3, 6)]
    assert number(found.new) == [1, 7]
    assert number(found.dropped) == [6]
    assert (found.kept, found.split, found.merged) == ((), (), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Polisen lovar att arbeta mot narkotika.",
            "Polisen lovar att arbeta mot buse.",
        ),
        ("Polisen lovar att hålla fler möten.", "Polisen lovar att hålla fler kurser."),
        ("Trafik", "Trygghet"),
        ("...", "!!!"),
    ],
)
def test_what_all_promises_say_makes_no_two_alike(old, new):
    """
    Two promises that share only the words around what is promised are two.
    """
    found = compare(agreed(old), agreed(new))

    assert (found.kept, found.reworded) == ((), ())
    assert len(found.new) == len(found.dropped) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Synas mer.", "synas  mer"),
        ("Synas\nmer", "SYNAS MER ."),
        ("a\N{COMBINING RING ABOVE}ka", "åka"),  # as files from a Mac have it
        ("trygg\N{SOFT HYPHEN}het", "trygghet"),
        ("...", "."),
    ],
)
def test_how_a_text_is_typed_is_no_other_words(old, new):
    """
    Such promises are kept word for word.
    """
    assert numbers(compare(agreed(old), agreed(new)).kept) == [(1, 1)]


def test_words_that_all_say_are_better_than_none():
    """
    A promise of nothing but such words is compared by them.
    """
    found = compare(
        agreed("Polisen lovar att vara med"), agreed("Polisen ska vara med")
    )

    assert numbers(found.reworded) == [(1, 1)]


def worded(letters):
    """Write a text of words that have no endings, a word for each letter."""
    return " ".join(letter * 4 for letter in letters)


@pytest.mark.parametrize(
    ("new", "pairs"),
    [
        ("deXYZ", [(1, 1)]),  # 4 of 10
        ("deWXYZ", []),  # 4 of 11
    ],
)
def test_two_fifths_of_the_words_are_enough(new, pairs):
    """
    Of the words of both, counted together; with fewer, two promises are two.
    """
    found = compare(agreed(worded("abcde")), agreed(worded(new)))

    assert numbers(found.reworded) == pairs


def test_a_word_that_many_promises_have_counts_less():
    """
    What tells a promise from its neighbours is what it is known by.
    """
    places = ("norr om torget", "söder om torget", "väster om torget")
    old = agreed(*(f"Laga lampor {place}" for place in places))
    new = agreed(*(f"Byta lampor {place}" for place in reversed(places)))

    assert numbers(compare(old, new).reworded) == [(3, 1), (2, 2), (1, 3)]


def test_a_text_that_stands_twice_belongs_to_the_same_parties():
    """
    And if they are the same too, the first to the first.
    """
    old = agreed(by("police"), by("police"), by("habo"))
    new = agreed(by("habo"), by("police"), by("police"), by("habo"))
    found = compare(old, new)

    assert numbers(found.kept) == [(3, 1), (1, 2), (2, 3)]
    assert number(found.new) == [4]


def test_of_two_that_are_as_alike_the_one_of_the_same_parties_is_taken():
    """
    And else the first.
    """
    old = agreed("Lysa upp parken")
    skola, torget = by("habo", "Lysa upp skolan"), by("police", "Lysa upp torget")

    assert numbers(compare(old, agreed(skola, torget)).reworded) == [(1, 2)]
    assert numbers(compare(old, agreed(skola, skola)).reworded) == [(1, 1)]
    assert numbers(
        compare(agreed(*["Lysa upp parken"] * 2), agreed(skola)).reworded
    ) == [(1, 1)]


# ---------------------------------------------------------------- in parts


def test_a_promise_that_became_several_was_split():
    """
    Their words together are those of the old one, though each has more of its own.
    """
    found = compare(agreed("Trafik", WHOLE), agreed(PARTS[1], "Synas", PARTS[0]))

    assert numbers(found.split) == [(2, [1, 3])]
    assert found.reworded == found.merged == ()
    assert (number(found.new), number(found.dropped)) == ([2], [1])


def test_several_promises_that_became_one_were_merged():
    """
    It is the same the other way round.
    """
    found = compare(agreed(PARTS[1], "Synas", PARTS[0]), agreed("Trafik", WHOLE))

    assert numbers(found.merged) == [([1, 3], 2)]
    assert found.reworded == found.split == ()
    assert (number(found.new), number(found.dropped)) == ([1], [2])


LIST = (
    "lysa upp parken kvällstid",
    "laga trasiga lekplatser",
    "klippa buskar längs gångvägar",
    "sätta kameror vid stationen",
    "städa torget varje morgon",
)


def test_a_promise_of_many_things_is_split_though_none_alone_is_alike():
    """
    Each is a fifth of the old one, which is too little for a pair.
    """
    whole = f"Kommunen lovar att {', '.join(LIST[:-1])} och {LIST[-1]}."
    found = compare(agreed(whole), agreed(*LIST))
    one = compare(agreed(whole), agreed(LIST[0]))

    assert numbers(found.split) == [(1, [1, 2, 3, 4, 5])]
    assert (number(one.dropped), number(one.new)) == ([1], [1])


@pytest.mark.parametrize(
    ("whole", "new", "parts"),
    [
        # Together they have at least three fifths of the words of the whole,
        ("abcdefghij", ["abcd", "ef"], [1, 2]),
        ("abcdefghij", ["abc", "de"], []),
        # the whole has two fifths of the words of each,
        ("abcdefghij", ["abcdef", "ghXYZ"], [1, 2]),
        ("abcdefghij", ["abcdef", "ghWXYZ"], []),
        # each has a tenth that the others have not,
        ("abcdefghijklmnopqrst", ["abcdefghijkl", "mn"], [1, 2]),
        ("abcdefghijklmnopqrstu", ["abcdefghijklm", "no"], []),
        # and no single word is a part: it may be but the name of a place.
        ("abcd", ["abc", "d"], []),
        # What has most that is not there yet comes first; else the first.
        ("abcdefghij", ["abcdef", "gh", "ghi"], [1, 3]),
        ("abcdefghij", ["abcdef", "gh", "hg"], [1, 2]),
    ],
)
def test_a_part_has_enough_of_the_whole(whole, new, parts):
    """
    Else the most alike is a pair, and what is left is a promise of its own.
    """
    old, new = agreed(worded(whole)), agreed(*map(worded, new))
    split, merged = compare(old, new), compare(new, old)
    alone = [each.number for each in new.promises if each.number not in (parts or [1])]

    assert numbers(split.split) == ([(1, parts)] if parts else [])
    assert numbers(split.reworded) == ([] if parts else [(1, 1)])
    assert number(split.new) == number(merged.dropped) == alone
    assert numbers(merged.merged) == [(new, old) for old, new in numbers(split.split)]


def test_splits_come_in_the_order_of_their_first_part():
    """
    As pairs do, by the promise of the new agreement.
    """
    old = agreed(worded("efgh"), worded("abcd"))
    new = agreed(*map(worded, ["ab", "ef", "gh", "cd"]))

    assert numbers(compare(old, new).split) == [(2, [1, 4]), (1, [2, 3])]


def test_a_part_is_part_of_one_promise_only():
    """
    Of two that it could belong to, the first has it.
    """
    rest = "laga bänkar och klippa häckar"
    old = agreed(f"Lysa upp skolgården, {rest}", f"Städa busstationen, {rest}")
    new = agreed("Lysa upp skolgården", "Städa busstationen", rest)

    assert numbers(compare(old, new).split) == [(1, [1, 3])]
    assert numbers(compare(old, new).reworded) == [(2, 2)]
    assert numbers(compare(new, old).merged) == [([1, 3], 1)]
    assert numbers(compare(new, old).reworded) == [(2, 2)]


# ---------------------------------------------------------------- laws


@st.composite
def word_salads(draw):
    """Make an agreement of promises of few words, so that many share some."""
    words = st.sampled_from(
        ["park", "torg", "lampa", "kamera", "skola", "möte", "buss"]
    )
    salads = st.lists(words, min_size=1, max_size=6).map(" ".join)
    return agreed(*draw(st.lists(salads, max_size=5)))


@FEWER
@given(agreements(), agreements())
def test_each_promise_stands_in_one_place(one, other):
    """
    In one pair, one whole, one part, among the new, or among those that are gone.
    """
    assert_each_is_in_one_place(one, other)


@given(word_salads(), word_salads())
def test_each_promise_stands_in_one_place_though_it_could_in_several(one, other):
    """
    However alike they are, and to however many.
    """
    assert_each_is_in_one_place(one, other)


def assert_each_is_in_one_place(old, new):
    """Find every promise of both agreements once, and all in the order of the new."""
    found = compare(old, new)
    places = (found.kept, found.reworded, found.split, found.merged)
    rows = [row for place in places for row in place]

    assert flat([row.new for row in rows] + [found.new]) == list(new.promises)
    assert flat([row.old for row in rows] + [found.dropped]) == list(old.promises)
    for place in places:
        assert place == tuple(sorted(place, key=lambda row: flat([row.new])[0].number))
    assert all(len(row.new) > 1 for row in found.split)
    assert all(len(row.old) > 1 for row in found.merged)


def flat(sides):
    """List the promises of some sides, by number."""
    each = (side if isinstance(side, tuple) else (side,) for side in sides)
    return sorted((one for some in each for one in some), key=lambda one: one.number)


@FEWER
@given(agreements())
def test_an_agreement_is_kept_word_for_word_in_itself(agreement):
    """
    Nothing is new, nothing is gone, and nobody and no count is another.
    """
    found = compare(agreement, agreement)

    assert [(pair.old, pair.new) for pair in found.kept] == [
        (each, each) for each in agreement.promises
    ]
    assert not any(pair.promisors.changed or pair.quantities for pair in found.kept)
    assert (found.reworded, found.split, found.merged) == ((), (), ())
    assert (found.new, found.dropped) == ((), ())
    assert found.joint.old == found.joint.new
    assert all(total.old == total.new for total in found.by_kind)


# ---------------------------------------------------------------- who


def party(kind, name, code=None):
    """Make a party whose id says nothing."""
    return Party(id="1", kind=kind, name=name, code=code)


POLICE, MUNICIPALITY = PartyKind.POLICE, PartyKind.MUNICIPALITY


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        # One authority, whoever signs for it.
        (party(POLICE, "Polisen"), party(POLICE, "LPO Hallsberg"), False),
        (party(POLICE, "Polisen"), party(PartyKind.AUTHORITY, "Polisen"), True),
        (
            party(MUNICIPALITY, "HABO KOMMUN"),
            party(MUNICIPALITY, "Kommunen", "0643"),
            False,
        ),
        (
            party(MUNICIPALITY, "Heby", "1917"),  # it was moved to another county
            party(MUNICIPALITY, "Heby kommun", "0331"),
            False,
        ),
        (party(MUNICIPALITY, "Habo"), party(MUNICIPALITY, "Mullsjö"), True),
        (party(MUNICIPALITY, "Kommunen"), party(MUNICIPALITY, "kommunen"), False),
        (
            party(PartyKind.SCHOOL, "Hagaskolan"),
            party(PartyKind.SCHOOL, "hagaskolan "),
            False,
        ),
        (
            party(PartyKind.SCHOOL, "Hagaskolan"),
            party(PartyKind.SCHOOL, "Åskolan"),
            True,
        ),
        (party(PartyKind.OTHER, "Habo"), party(MUNICIPALITY, "Habo"), True),
    ],
)
def test_who_promises_is_known_again_under_another_name(old, new, changed):
    """
    Ids are of one agreement only; kinds and names tell who it is.
    """
    [pair] = compare(promised_by(old), promised_by(new)).kept

    assert pair.promisors.changed is changed
    assert (pair.promisors.old, pair.promisors.new) == ((old,), (new,))


def promised_by(*parties):
    """Make an agreement with a promise that all of its parties make."""
    ids = tuple(str(place) for place, _ in enumerate(parties, 1))
    named = (evolve(each, id=id) for id, each in zip(ids, parties, strict=True))
    promise = Promise(number=1, text="Synas", promisors=ids)
    return agreed(promise, parties=tuple(named))


def test_one_more_who_promises_is_a_change():
    """
    And so is one less; the order is none.
    """
    alone, joint = promised_by(PARTIES[0]), promised_by(*PARTIES)
    turned = promised_by(*reversed(PARTIES))

    for old, new, changed in [
        (alone, joint, True),
        (joint, alone, True),
        (joint, turned, False),
    ]:
        [pair] = compare(old, new).kept
        assert pair.promisors.changed is changed


def test_a_joint_promise_that_each_makes_a_part_of_has_the_same_promisors():
    """
    Those who make the parts are counted together, each once.
    """
    whole = Promise(number=1, text=WHOLE, promisors=("police", "habo"))
    parts = by("habo", PARTS[0]), by("police", PARTS[1]), by("habo", "Synas")
    [split] = compare(agreed(whole), agreed(*parts)).split
    [merged] = compare(
        agreed(by("habo", PARTS[0]), by("habo", PARTS[1])), agreed(whole)
    ).merged

    assert split.promisors.new == (PARTIES[1], PARTIES[0])
    assert not split.promisors.changed
    assert merged.promisors.old == (PARTIES[1],)
    assert merged.promisors.changed


# ---------------------------------------------------------------- how many


def at_least(count, unit="insats", **fields):
    """Make a count with a floor."""
    return Quantity(count, None, unit, **fields)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ([at_least(4)], [at_least(6)], [(at_least(4), at_least(6))]),
        (
            [at_least(4, "insatser")],
            [at_least(6)],
            [(at_least(4, "insatser"), at_least(6))],
        ),
        (
            [at_least(4, per=Per.YEAR)],
            [at_least(2, per=Per.MONTH)],
            [(at_least(4, per=Per.YEAR), at_least(2, per=Per.MONTH))],
        ),
        ([at_least(4)], [at_least(4)], []),
        ([at_least(4)] * 2, [at_least(4)], [(at_least(4), None)]),
        ([at_least(4)], [], [(at_least(4), None)]),
        ([], [at_least(4)], [(None, at_least(4))]),
        (
            [at_least(4)],
            [at_least(4, "möte")],
            [(at_least(4), None), (None, at_least(4, "möte"))],
        ),
        (  # for the same time before, for another after
            [at_least(1, per=Per.YEAR), at_least(2, per=Per.MONTH)],
            [at_least(3, per=Per.MONTH), at_least(9, per=Per.WEEK)],
            [
                (at_least(2, per=Per.MONTH), at_least(3, per=Per.MONTH)),
                (at_least(1, per=Per.YEAR), at_least(9, per=Per.WEEK)),
            ],
        ),
        (
            [at_least(1, each="butik"), at_least(2, each="skola")],
            [at_least(3, each="skola")],
            [
                (at_least(2, each="skola"), at_least(3, each="skola")),
                (at_least(1, each="butik"), None),
            ],
        ),
    ],
)
def test_counts_of_one_unit_belong_together(old, new, changes):
    """
    What is no longer counted, or was not before, stands alone.
    """
    one, other = (by("police", quantities=tuple(each)) for each in (old, new))
    [pair] = compare(agreed(one), agreed(other)).kept

    assert pair.quantities == tuple(QuantityChange(*change) for change in changes)


def test_the_counts_of_parts_are_those_of_the_whole():
    """
    A count that stands in one of the parts as it did before has not changed.
    """
    whole = by("police", WHOLE, quantities=(at_least(4), at_least(2, "möte")))
    parts = (
        by("police", PARTS[0], quantities=(at_least(2, "möte"),)),
        by("police", PARTS[1], quantities=(at_least(5),)),
    )
    [split] = compare(agreed(whole), agreed(*parts)).split
    [merged] = compare(agreed(*parts), agreed(whole)).merged

    assert split.quantities == (QuantityChange(at_least(4), at_least(5)),)
    assert merged.quantities == (QuantityChange(at_least(5), at_least(4)),)


def test_how_many_now_and_how_many_then():
    """
    A promise that several make counts for each kind of party, and once for each.
    """
    mullsjo = Party(id="mullsjö", kind=MUNICIPALITY, name="Mullsjö kommun")
    joint = Promise(number=1, text="Synas", promisors=("police", "habo", "mullsjö"))
    quantified = by("police", quantities=(at_least(4), at_least(2, "möte")))
    found = compare(
        agreed(by("habo"), quantified),
        agreed(joint, joint, joint, parties=(*PARTIES, mullsjo)),
    )

    assert found.promises == Total(2, 3)
    assert found.joint == Total(0, 3)
    assert found.quantified == Total(1, 0)
    assert found.by_kind == (KindTotal(POLICE, 1, 3), KindTotal(MUNICIPALITY, 1, 3))
    assert compare(agreed(by("habo")), agreed("Synas")).by_kind == (
        KindTotal(POLICE, 0, 1),
        KindTotal(MUNICIPALITY, 1, 0),
    )


def test_what_an_excerpt_leaves_unknown_is_told():
    """
    What is not in an excerpt may have been in the agreement.
    """
    whole, excerpt = agreed("Synas"), agreed(excerpt=True)

    assert compare(excerpt, whole).old_is_excerpt
    assert not compare(excerpt, whole).new_is_excerpt
    assert compare(whole, excerpt).new_is_excerpt


@pytest.mark.parametrize("pair", [(None, agreed()), (agreed(), "text")])
def test_only_agreements_are_compared(pair):
    """
    Anything else is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="give an Agreement"):
        compare(*pair)


# ---------------------------------------------------------------- word by word


@given(texts() | st.text("ab ", min_size=1), texts() | st.text("ab ", min_size=1))
def test_runs_are_all_the_words_of_both(old, new):
    """
    In their order; those that have not changed are the same in both.
    """
    before, after = runs_of(old, new)

    for text, found in ((old, before), (new, after)):
        assert " ".join(words for words, _ in found).split() == text.split()
    assert [words for words, changed in before if not changed] == [
        words for words, changed in after if not changed
    ]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Hålla två kvällsmöten", "Hålla fyra kvällsmöten", (["två"], ["fyra"])),
        ("Lysa upp", "Lysa upp i parken", ([], ["i parken"])),
        ("Lysa upp mer", "Lysa upp", (["mer"], [])),
        ("Lysa upp", "Lysa upp", ([], [])),
    ],
)
def test_words_that_have_changed_are_told_apart(old, new, changed):
    """
    Those that were put in, taken out or put in another's place.
    """
    found = compare(agreed(old), agreed(new))
    [pair] = found.kept + found.reworded

    assert changed == tuple(
        [words for words, other in side if other] for side in pair.runs
    )


def test_a_long_text_in_which_one_word_has_changed_is_else_the_same():
    """
    However often the other words stand there.
    """
    rest = " ".join(["av och an"] * 100)

    assert runs_of(f"nu {rest}", f"då {rest}")[1] == (("då", True), (rest, False))


def test_long_agreements_are_compared_at_once():
    """
    Forty promises each, all of them alike, take well below a second.
    """
    places = [f"torg{place}" for place in range(40)]
    old = agreed(*(f"Laga alla lampor och bänkar vid {place}" for place in places))
    new = agreed(*(f"Byta alla lampor och bänkar vid {place}" for place in places))
    begun = perf_counter()
    found = compare(old, new)

    assert perf_counter() - begun < 1
    assert numbers(found.reworded) == [(number, number) for number in range(1, 41)]
