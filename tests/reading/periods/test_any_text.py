from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from medborgarloften.reading.periods import find_days, find_periods, read_period
from medborgarloften.reading.periods._words import Role, vocabulary

FILE = files("medborgarloften.reading.periods").joinpath("words.toml")
SECTIONS = tomllib.loads(FILE.read_text("utf-8"))
FORMS = [
    form for lines in SECTIONS.values() for forms in lines.values() for form in forms
]

# Not any text, but the worst: words of the grammar in no order.
pieces = st.one_of(
    st.sampled_from(FORMS),
    st.sampled_from(
        ["1", "06", "12", "19", "31", "99", "2019", "2020", "2099", "9999"]
    ),
    st.sampled_from(["20190101", "190101", "1" * 50, "\u00ad", "\u0661", "²"]),
    st.sampled_from([*".,:;/-–()[]\n§%'", "--", "\n\n"]),
)
jumbles = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " "]))).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)
texts = st.one_of(st.text(), jumbles, jumbles)
reference_days = st.one_of(
    st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2020, 2, 29)])
)


@given(texts, reference_days)
def test_no_text_is_too_odd(text, today):
    """
    Whatever the text, reading answers, in order, with quotes that stand in it.
    """
    reading = read_period(text, reference_day=today)
    found = find_periods(text, reference_day=today)
    days = find_days(text, reference_day=today)

    ends = [0]
    for each in found:
        assert ends[-1] <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.quote
        ends.append(each.end)
    for problem in (
        *reading.problems,
        *(one for each in found for one in each.problems),
    ):
        span = problem.span
        assert text[span.start : span.end] == span.quote
        assert span.line == text.count("\n", 0, span.start) + 1
    assert all(day.start < day.end for day in days)


@given(texts, reference_days)
def test_a_problem_leaves_no_days(text, today):
    """
    What cannot be sure is empty: there is no half answer beside a problem.
    """
    reading = read_period(text, reference_day=today)
    found = find_periods(text, reference_day=today)

    for each in (reading, *found):
        assert not (each.problems and each.period.is_stated)


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("2019, ", 1),
        ("2019 och ", 1),
        ("2019-", 0),
        ("läsåret 2017/2018 och ", 1),
        ("den ", 0),
        ("till ", 0),
        ("under hela perioden ", 0),
        ("slutet av ", 0),
        ("resten av ", 0),
        ("mellan 1 och ", 0),
        ("1/", 0),
        ("fr.", 0),
        ("från och ", 0),
        ("1", 0),
        ("ord", 0),
        ("år\n ", 0),
        ("a\u00ad", 0),
        ("kan förlängas ", 0),
    ],
)
def test_what_never_ends_is_read_once(piece, expected):
    """
    Thirty thousand characters of one thing are gone through once, from left to right.
    """
    assert len(find_periods(piece * (30_000 // len(piece)))) == expected


HOSTILE = {
    "digits": "1234567890",
    "one digit": "1",
    "dashes": "-",
    "years and dashes": "2019-",
    "days and dashes": "2019-01-01 - ",
    "till och med": "till och med ",
    "från": "från och med ",
    "till dess att": "till dess att ",
    "under hela perioden": "under hela perioden ",
    "months": "mars och ",
    "ordinals": "första och ",
    "slashes": "1/1/",
    "parts": "kvartal 1-",
    "förlängs": "kan förlängas 2019 ",
    "letters": "a",
    "words": "ett ord till ",
    "lines": "2019\n",
    "soft hyphens": "a\u00ad\n",
    "accents": "a\u030a",
    "colons": "1:a ",
    "blank lines": "2019\n\n",
}


@pytest.mark.parametrize("read", [find_periods, read_period], ids=["find", "read"])
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(read, piece):
    """
    Whatever a text repeats, on one line or on many, there is no leap in time.
    """
    text = piece * (25_000 // len(piece))

    assert is_linear(read, text, text * 4)


@pytest.mark.parametrize("read", [find_periods, read_period], ids=["find", "read"])
@pytest.mark.parametrize(
    "piece", ["1", "-", "a", "2019-", "till och med "], ids=lambda piece: piece.strip()
)
def test_a_million_characters_are_gone_through_once(read, piece):
    """
    A line of a million characters is one of a quarter of that, four times over.
    """
    text = piece * (250_000 // len(piece))

    assert is_linear(read, text, text * 4)


def test_each_form_has_one_meaning():
    """
    No word stands on two lines of the vocabulary.
    """
    helpers = {*SECTIONS["endings"]["ordinal"], "h", "q", "t", "w"}
    words = [form for form in FORMS if form not in helpers]

    assert sorted({form for form in words if words.count(form) > 1}) == []


def test_each_section_of_the_vocabulary_has_its_part_in_the_grammar():
    """
    A misspelled heading in the vocabulary is seen.
    """
    helpers = {"letters", "endings", "duration_ending"}

    assert {Role(section) for section in SECTIONS.keys() - helpers} < set(Role)
    assert helpers < SECTIONS.keys()


@pytest.mark.parametrize("form", ["t.o.m.", "t.o.m", "t o m", "tom", "T.O.M."])
def test_the_dots_of_an_abbreviation_may_be_left_out(form):
    """
    One line of the vocabulary covers all the ways to dot it.
    """
    assert str(read_period(f"{form} maj 2020").period) == "/2020-05"


def test_the_vocabulary_is_read_once():
    """
    Asking again gives the same words.
    """
    assert vocabulary() is vocabulary()
