from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import Promise
from medborgarloften.serializers._pages.comparison import compared, runs
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


def promised(*texts, by=("police",)):
    """Number promises with these texts."""
    return [
        Promise(number=number, text=text, promisors=by)
        for number, text in enumerate(texts, 1)
    ]


def numbers(pairs):
    """Write pairs as the numbers of their promises."""
    return [(pair.old.number, pair.new.number) for pair in pairs]


def test_promises_that_were_put_in_other_words_are_found():
    """
    Shortened, lengthened, in another order: what is promised is recognised.
    """
    found = compared(promised(*BEFORE), promised(*AFTER))

    assert numbers(found.reworded) == [(4, 2), (2, 3), (5, 4), (1, 5), (3, 6)]
    assert [each.number for each in found.new] == [1, 7]
    assert [each.number for each in found.dropped] == [6]
    assert found.kept == ()


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
    found = compared(promised(old), promised(new))

    assert (found.kept, found.reworded) == ((), ())
    assert len(found.new) == len(found.dropped) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Synas mer.", "synas  mer"),
        ("Synas\nmer", "SYNAS MER ."),
        ("...", "."),
    ],
)
def test_case_blanks_and_a_full_stop_are_no_other_words(old, new):
    """
    Such promises are kept word for word.
    """
    assert numbers(compared(promised(old), promised(new)).kept) == [(1, 1)]


def test_words_that_all_say_are_better_than_none():
    """
    A promise of nothing but such words is compared by them.
    """
    old, new = promised("Polisen lovar att vara med"), promised("Polisen ska vara med")

    assert numbers(compared(old, new).reworded) == [(1, 1)]


def test_a_text_that_stands_twice_belongs_to_the_same_parties():
    """
    And if they are the same too, the first to the first.
    """
    old = [by("police", 1), by("police", 2), by("habo", 3)]
    new = [by("habo", 1), by("police", 2), by("police", 3), by("habo", 4)]
    found = compared(old, new)

    assert numbers(found.kept) == [(3, 1), (1, 2), (2, 3)]
    assert [each.number for each in found.new] == [4]


def by(party, number):
    """Make one of several promises with the same text."""
    return Promise(number=number, text="Synas", promisors=(party,))


def test_a_text_that_others_promise_now_is_kept_all_the_same():
    """
    The words are the same; who promises is another question.
    """
    found = compared([by("police", 1)], [by("habo", 1)])

    assert numbers(found.kept) == [(1, 1)]


def test_of_two_that_are_as_alike_the_one_of_the_same_parties_is_taken():
    """
    And else the first.
    """
    old = promised("Lysa upp parken")
    new = [
        Promise(number=1, text="Lysa upp skolan", promisors=("habo",)),
        Promise(number=2, text="Lysa upp torget", promisors=("police",)),
    ]

    assert numbers(compared(old, new).reworded) == [(1, 2)]
    assert numbers(compared(old, [new[0]]).reworded) == [(1, 1)]


@FEWER
@given(agreements(), agreements())
def test_each_promise_stands_in_one_place(one, other):
    """
    In one pair, or among the new, or among those that are gone.
    """
    found = compared(one.promises, other.promises)
    pairs = (*found.kept, *found.reworded)

    assert sorted(
        each.number for each in (*(pair.new for pair in pairs), *found.new)
    ) == [each.number for each in other.promises]
    assert sorted(
        each.number for each in (*(pair.old for pair in pairs), *found.dropped)
    ) == [each.number for each in one.promises]


@FEWER
@given(agreements())
def test_an_agreement_is_kept_word_for_word_in_itself(agreement):
    """
    Nothing is new, nothing is gone, and nothing is in other words.
    """
    found = compared(agreement.promises, agreement.promises)

    assert [(pair.old, pair.new) for pair in found.kept] == [
        (each, each) for each in agreement.promises
    ]
    assert (found.reworded, found.new, found.dropped) == ((), (), ())


@given(texts() | st.text("ab ", min_size=1), texts() | st.text("ab ", min_size=1))
def test_runs_are_all_the_words_of_both(old, new):
    """
    In their order; those that have not changed are the same in both.
    """
    before, after = runs(old, new)

    for text, found in ((old, before), (new, after)):
        assert " ".join(words for words, _ in found).split() == text.split()
    assert [words for words, changed in before if not changed] == [
        words for words, changed in after if not changed
    ]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Hålla två möten", "Hålla fyra möten", (["två"], ["fyra"])),
        ("Synas", "Synas mer i parken", ([], ["mer i parken"])),
        ("Synas mer", "Synas", (["mer"], [])),
        ("Synas", "Synas", ([], [])),
    ],
)
def test_words_that_have_changed_are_told_apart(old, new, changed):
    """
    Those that were put in, taken out or put in another's place.
    """
    assert changed == tuple(
        [words for words, other in side if other] for side in runs(old, new)
    )
