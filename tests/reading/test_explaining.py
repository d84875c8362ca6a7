from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.errors import InvalidField, Problem
from medborgarloften.model import Outcome, Source, SourceKind, Status
from medborgarloften.reading import PageKind, read_text
from medborgarloften.reading._reading import Reading
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.text.document import LineKind
from medborgarloften.reading.text.lexicon import table

PAGE = (
    "Sök\n\nMedborgarlöfte 2020 i Laxå\n\n"
    "• Hallsbergs kommun ska röja\n  sly.\n\n– Bra, säger Bo Al."
)


def explained(page, language="en"):
    """The lines that explain a reading, without their margins."""
    return [line.strip() for line in read_text(page).explain(language).split("\n")]


def test_each_line_is_told_what_it_was_taken_for():
    """
    Its number on the page, its words in one row, its kind and its section.
    """
    lines = explained(PAGE)

    assert lines[:3] == [
        "1  Sök",
        "of the site around the text, not read",
        "3  Medborgarlöfte 2020 i Laxå",
    ]
    assert lines[lines.index("5  Hallsbergs kommun ska röja sly.") + 1] == (
        "item; tells of the agreement"
    )
    assert lines[-2:] == ["8  Bra, säger Bo Al.", "quote; tells of the agreement"]


def test_each_field_stands_below_its_line_with_its_words():
    """
    The quote is left out where it is the value, and what is concluded says so.
    """
    lines = explained(PAGE)

    assert "= agreements[0].title: Medborgarlöfte 2020 i Laxå" in lines
    assert '= agreements[0].area.municipalities[0]: 1860  "Laxå" (concluded)' in lines
    assert (
        '= agreements[0].promises[0].kind: activity  "Hallsbergs kommun ska röja sly."'
        " (concluded)"
    ) in lines


def test_a_count_is_told_by_its_parts():
    """
    What is not said of it is left out, and what stands for a word is the word.
    """
    lines = explained(
        "Medborgarlöfte 2020 i Laxå\n\n"
        "• Polisen ska göra minst 4 trafikkontroller i månaden."
    )

    assert (
        "= agreements[0].promises[0].quantities[0]: minimum 4, unit trafikkontroll, "
        'per month  "minst 4 trafikkontroller i månaden"'
    ) in lines


def test_each_problem_stands_below_its_line():
    """
    It is told in the language that is asked for.
    """
    english, swedish = explained(PAGE), explained(PAGE, "sv")
    (problem,) = read_text(PAGE).problems

    assert f"! {problem.message}" in english
    assert f"! {problem.message_sv}" in swedish
    assert "3  Medborgarlöfte 2020 i Laxå" in swedish
    assert "rubrik; om överenskommelsen" in swedish
    assert "hör till webbplatsen, inte läst" in swedish


def test_what_is_wrong_with_all_of_a_page_is_told_first():
    """
    A problem without a place has no line to stand below.
    """
    lines = explained("Vi lovar\n\n• Synas")

    assert lines[0].startswith("! the page does not say when")
    assert lines[2] == "1  Vi lovar"


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_page_of_nothing_is_explained_by_nothing(language):
    """
    Unless something is wrong with it.
    """
    wrong = Problem(code="not-text", message="no text", message_sv="ingen text")
    silent = Reading(page=PageKind.OTHER)
    faulty = Reading(page=PageKind.OTHER, problems=(wrong,))

    assert silent.explain(language) == ""
    assert (
        faulty.explain(language) == {"en": "! no text", "sv": "! ingen text"}[language]
    )


def test_a_language_that_is_not_known_is_refused():
    """
    English in the place of French would be no answer.
    """
    with pytest.raises(InvalidField, match="give 'en' or 'sv'"):
        read_text(PAGE).explain("fr")


RESULTS = (
    "Medborgarlöfte 2020 i Laxå\n\n"
    "1. Polisen ska fotpatrullera på torget. Status: Pågår.\n"
    "2. Kommunen ska hålla två trygghetsvandringar.\n"
    "  Resultat: en hölls. Status: Pågår."
)


def test_an_outcome_stands_below_the_line_that_tells_it():
    """
    Two that are told in the same words stand below a line each.
    """
    reading = read_text(RESULTS, retrieved_on=date(2020, 9, 1))
    lines = [line.strip() for line in reading.explain().split("\n")]
    first, second = (
        next(n for n, line in enumerate(lines) if line.startswith(f"= outcomes[{n_}]"))
        for n_ in range(2)
    )

    assert lines[first] == (
        '= outcomes[0]: ongoing (laxa-2020, 1; 2020-09-01)  "Status: Pågår."'
    )
    assert first < next(n for n, line in enumerate(lines) if line[:3] == "4  ") < second


def test_an_outcome_in_words_that_are_not_found_is_explained_too():
    """
    An outcome that was made elsewhere, and one that counts.
    """
    outcome = Outcome(
        agreement="laxa-2020",
        promise=1,
        on=date(2020, 9, 1),
        status=Status.ONGOING,
        counted=3,
        wording="Tre av fyra",
        sources=(Source(kind=next(iter(SourceKind))),),
    )
    reading = evolve(read_text(PAGE), outcomes=(outcome,))

    assert (
        '= outcomes[0]: ongoing, 3 (laxa-2020, 1; 2020-09-01)  "Tre av fyra"'
        in reading.explain()
    )


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Löftet ska följas upp varje år.", True),
        ("Löftet gäller i ett år.", False),
        ("• Kommunen ska röja sly.", False),
    ],
)
def test_a_line_that_reads_like_a_promise_and_is_none_says_so(line, is_told):
    """
    A person who misses a promise sees that its line was looked at.
    """
    page = f"Medborgarlöfte 2020 i Laxå\n\n• Polisen ska synas.\n\n{line}"

    assert ("- reads like a promise, taken for none" in explained(page)) is is_told
    assert ("- liknar ett löfte, läst som inget löfte" in explained(page, "sv")) is (
        is_told
    )


def test_everything_a_line_can_be_has_a_name_in_both_languages():
    """
    No page is met that cannot be explained.
    """
    named = {key for key, *names in table("explanations") if all(names)}
    kinds = {f"kind.{kind}" for kind in LineKind}
    sections = {f"section.{section}" for section in Section}

    assert kinds | sections <= named


@given(
    st.lists(
        st.sampled_from(
            ["Medborgarlöfte 2020 i Laxå", "• Polisen ska synas.", "", "Sök"]
        )
        | st.text(max_size=9),
        max_size=12,
    ).map("\n".join)
)
def test_every_field_of_any_page_is_explained_once(page):
    """
    What was read, and what is wrong, stands once each below some line.
    """
    reading = read_text(page)
    lines = [line.strip() for line in reading.explain().split("\n")]

    told = [
        line.partition(":")[0] for line in lines if line.startswith("= agreements[")
    ]
    assert sorted(told) == sorted(f"= {each.path}" for each in reading.citations)
