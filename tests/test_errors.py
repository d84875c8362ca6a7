"""Errors: each is a builtin too, keeps its facts, and reads as a sentence."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import medborgarloften
from medborgarloften import (
    DuplicateAgreement,
    InvalidDocument,
    InvalidField,
    InvalidPeriod,
    MedborgarloftenError,
    MissingExtra,
    NoSuchAgreement,
    NoSuchParty,
    NoSuchPromise,
    Problem,
    Span,
    UnknownName,
)
from medborgarloften.errors import nearest

MISSING = Problem(
    code="missing", message="is missing", message_sv="saknas", path="$.title"
)
UNREAD = Problem(
    code="no_year",
    message="a day without a year",
    message_sv="en dag utan år",
    span=Span(start=10, end=20, line=3, quote="den 1 juli"),
)
ERRORS = [
    (
        InvalidField("Promise", "number", 0, "number the promises from 1"),
        ValueError,
        "Promise.number: 0 will not do; number the promises from 1",
    ),
    (
        InvalidPeriod("'våren'", "write it as 2019/2021"),
        ValueError,
        "'våren' is no period; write it as 2019/2021",
    ),
    (
        NoSuchPromise("habo-2020", 4, (1, 2)),
        LookupError,
        "habo-2020 has no promise 4; it has: 1, 2",
    ),
    (
        NoSuchPromise("habo-2020", 1, ()),
        LookupError,
        "habo-2020 has no promise 1; it has: none",
    ),
    (
        NoSuchParty("habo-2020", "skola", ("police", "habo")),
        LookupError,
        "habo-2020 has no party 'skola'; it has: police, habo",
    ),
    (
        NoSuchParty("habo-2020", "skola", ()),
        LookupError,
        "habo-2020 has no party 'skola'; it has: none",
    ),
    (
        NoSuchAgreement("habo-2021", ("habo-2020", "habo-2022")),
        KeyError,
        (
            "no agreement 'habo-2021' in the register; "
            "did you mean 'habo-2020' or 'habo-2022'?"
        ),
    ),
    (
        NoSuchAgreement("habo-2021"),
        KeyError,
        "no agreement 'habo-2021' in the register",
    ),
    (
        DuplicateAgreement("habo-2020"),
        ValueError,
        (
            "two different agreements have the id 'habo-2020'; give one another id, "
            "or use replace to put it in the other's place"
        ),
    ),
    (
        UnknownName("municipality", "Askresund", ("Askersund",)),
        LookupError,
        "no municipality is called 'Askresund'; did you mean 'Askersund'?",
    ),
    (
        MissingExtra("hypothesis", "testing"),
        ImportError,
        ("this needs hypothesis; install medborgarloften[testing]"),
    ),
    (
        InvalidDocument((MISSING, UNREAD)),
        ValueError,
        "$.title: is missing\nline 3: a day without a year: 'den 1 juli'",
    ),
]

every_error = pytest.mark.parametrize(
    ("error", "builtin", "sentence"),
    ERRORS,
    ids=[f"{type(error).__name__}-{n}" for n, (error, *_) in enumerate(ERRORS)],
)


def test_every_error_is_shown_here():
    """
    No error of the library is left out of these tests.
    """
    public = {
        each
        for each in vars(medborgarloften).values()
        if isinstance(each, type) and issubclass(each, Exception)
    }

    assert public == {type(error) for error, *_ in ERRORS} | {MedborgarloftenError}


@every_error
def test_an_error_reads_as_a_sentence(error, builtin, sentence):
    """
    It says what was found and what would do, and is caught as ours or as Python's.
    """
    with pytest.raises(builtin) as caught:
        raise error

    assert isinstance(caught.value, MedborgarloftenError)
    assert str(caught.value) == sentence


@every_error
def test_an_error_survives_pickle_and_copy(error, builtin, sentence):
    """
    An error that has come from another process says the same.
    """
    for same in (
        pickle.loads(pickle.dumps(error)),  # noqa: S301 - our own bytes
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert type(same) is type(error)
        assert isinstance(same, builtin)
        assert str(same) == sentence
        assert repr(same) == repr(error)
        assert same.args == error.args


@every_error
def test_an_error_can_be_raised_from_another_and_noted(error, builtin, sentence):
    """
    To be frozen does not keep an error from Python's own traceback, cause and notes.
    """
    cause = KeyError("x")

    with pytest.raises(builtin) as caught:
        raise error from cause
    caught.value.add_note("while reading habo.txt")

    assert caught.value.__cause__ is cause
    assert caught.value.__notes__[-1] == "while reading habo.txt"
    assert str(caught.value) == sentence


def test_a_problem_is_told_with_its_place():
    """
    A place in a document is a path, a place in a page a line and its words.
    """
    assert str(MISSING) == "$.title: is missing"
    assert str(UNREAD) == "line 3: a day without a year: 'den 1 juli'"
    assert (
        str(Problem(code="empty", message="is empty", message_sv="är tom"))
        == "is empty"
    )


def test_a_problem_is_told_in_swedish():
    """
    Swedish is said for Swedish, and English for every other language.
    """
    assert MISSING.in_language("sv") == "$.title: saknas"
    assert UNREAD.in_language("sv") == "rad 3: en dag utan år: 'den 1 juli'"
    assert MISSING.in_language("fi") == MISSING.in_language("en") == str(MISSING)


@pytest.mark.parametrize("value", [MISSING, UNREAD, UNREAD.span], ids=repr)
def test_problems_are_values(value):
    """
    Problems and their places compare, hash, and survive pickle.
    """
    same = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes

    assert same == value
    assert hash(same) == hash(value)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("narkotka", ("Narkotika",)),  # misspelt
        ("NARKOTIKA", ("Narkotika",)),  # shouted
        (" narkotika ", ("Narkotika",)),  # between blanks
        ("trafik", ("Trafik på sjön", "Trafiksäkerhet", "Trafiken")),  # holds it
        ("säkerhet", ("Trafiksäkerhet",)),  # ends with it
        ("xyzzy", ()),  # like nothing
        ("", ()),  # nothing is in everything
    ],
)
def test_the_nearest_words_are_those_that_hold_it_or_look_alike(word, found):
    """
    A word that holds another is nearer than one that is spelled alike.
    """
    known = ["Trafiksäkerhet", "Narkotika", "Trafiken", "Trafik på sjön"]

    assert set(nearest(word, known)) == set(found)


@given(st.text(), st.lists(st.text()), st.integers(1, 5))
def test_the_nearest_words_are_known_and_few(word, known, most):
    """
    No word is made up, none comes twice, and there are no more than asked for.
    """
    found = nearest(word, known, most=most)

    assert set(found) <= set(known)
    assert len(set(found)) == len(found) <= most


@given(st.text().filter(str.strip), st.lists(st.text()))
def test_a_known_word_is_near_itself(word, known):
    """
    A word that is known is among those that it is near, however many they are.
    """
    folded = {each.casefold() for each in nearest(word, [word, *known], most=100)}

    assert word.casefold() in folded


def test_a_value_that_python_will_not_write_out_is_told_all_the_same():
    """
    A number of thousands of digits is named for what it is.
    """
    error = InvalidField("Promise", "number", -(10**5000), "number from 1")

    assert str(error) == (
        "Promise.number: a very large number will not do; number from 1"
    )
