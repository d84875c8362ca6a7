from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Area,
    Citation,
    InvalidField,
    Outcome,
    Party,
    PartyKind,
    Promise,
    PromiseKind,
    Register,
    Source,
    Status,
    Theme,
)
from medborgarloften.queries import AllOf, about, of_kind
from medborgarloften.testing import registers

SOURCE = Source(url="https://example.org")
PATHS = (
    "title",
    "promises[0].text",
    "promises[1].text",
    "promises[1].parent",
    "promises[2].quantities[0]",
    "promises[2].parent",
    "promises",
)


def cited(path):
    """Cite a word for a field."""
    return Citation(path=path, start=0, end=1, quote="a")


def promised(number, theme, kind=PromiseKind.ACTIVITY, parent=None):
    """Make a promise about a theme."""
    return Promise(
        number=number,
        text=f"Löfte {number}",
        kind=kind,
        themes=(theme,),
        parent=parent,
        promisors=("police",),
    )


def told(number, day):
    """Make an outcome of a promise."""
    return Outcome(
        agreement="habo",
        promise=number,
        on=date(2020, 5, day),
        status=Status.ONGOING,
        sources=(SOURCE,),
    )


HABO = Agreement(
    id="habo",
    title="Medborgarlöfte",
    area=Area(municipalities=("0643",)),
    parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
    promises=(
        promised(1, Theme.DRUGS, PromiseKind.GOAL),
        promised(2, Theme.YOUTH, parent=1),
        promised(3, Theme.YOUTH, parent=2),
    ),
    sources=(SOURCE,),
    citations=tuple(map(cited, PATHS)),
)
EMPTY = Agreement(id="tom", title="Tom", area=Area(), parties=HABO.parties)
REGISTER = Register((HABO, EMPTY), (told(1, 1), told(2, 2), told(3, 3), told(3, 4)))


def test_only_the_promises_that_are_found_are_kept():
    """
    They are numbered anew, their outcomes come along, and it is an excerpt.
    """
    kept = REGISTER.excerpt_where(about("youth"))

    (habo,) = kept.agreements
    assert habo.excerpt
    assert [(each.number, each.text) for each in habo.promises] == [
        (1, "Löfte 2"),
        (2, "Löfte 3"),
    ]
    assert [(each.promise, each.on.day) for each in kept.outcomes] == [
        (1, 2),
        (2, 3),
        (2, 4),
    ]


def test_goals_go_along_if_they_are_kept():
    """
    A promise serves the goal under its new number, or none that is here.
    """
    (habo,) = REGISTER.excerpt_where(about("youth")).agreements

    assert [each.parent for each in habo.promises] == [None, 1]


def test_citations_are_of_what_they_were_of():
    """
    Those of what is left out are left out, and the others follow.
    """
    (habo,) = REGISTER.excerpt_where(about("youth")).agreements

    assert [each.path for each in habo.citations] == [
        "title",
        "promises[0].text",
        "promises[1].quantities[0]",
        "promises[1].parent",
    ]


def test_an_agreement_that_keeps_its_promises_is_as_it_was():
    """
    It is no excerpt, and only agreements without promises are left out.
    """
    kept = REGISTER.excerpt_where(AllOf(()))

    assert kept == Register((HABO,), REGISTER.outcomes)
    assert REGISTER.excerpt_where(of_kind("focus")) == Register()


def test_words_are_no_question():
    """
    As with `find`.
    """
    with pytest.raises(InvalidField, match="question: 'narkotika' will not do"):
        REGISTER.excerpt_where("narkotika")


@settings(max_examples=40)  # whole registers take long to make
@given(registers(), st.data())
def test_nothing_is_made_up_in_an_excerpt(register, data):
    """
    Each promise, with its outcomes, is one that was found; each citation names a
    promise that is here; and to ask again finds the same.
    """
    places = {
        (match.agreement.id, match.promise.number): match
        for match in register.find(AllOf(()))
    }
    chosen = data.draw(st.sets(st.sampled_from(sorted(places)))) if places else set()

    def is_chosen(match):
        return (match.agreement.id, match.promise.number) in chosen

    kept = register.excerpt_where(is_chosen)

    found = [places[place] for place in sorted(chosen)]
    again = kept.find(AllOf(())).in_order()
    assert [match.promise.text for match in again] == [
        match.promise.text for match in found
    ]
    assert [[each.on for each in match.outcomes] for match in again] == [
        [each.on for each in match.outcomes] for match in found
    ]
    for agreement in kept.agreements:
        whole = register[agreement.id]
        assert agreement.excerpt or agreement == whole
        for citation in agreement.citations:
            if place := re.match(r"promises\[(\d+)\]", citation.path):
                assert int(place[1]) < len(agreement.promises)
    assert kept.excerpt_where(AllOf(())) == kept
