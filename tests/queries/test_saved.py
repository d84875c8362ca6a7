"""Saved questions: there and back, and what is told of faulty ones."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from medborgarloften.errors import InvalidDocument, InvalidField
from medborgarloften.queries import (
    AllOf,
    active_on,
    in_municipality,
    promised_by,
    quantified,
    saved,
    with_status,
)
from medborgarloften.queries.questions import Plain
from medborgarloften.testing import questions


@given(questions())
def test_a_question_is_the_same_after_it_was_saved(question):
    """
    Its words in documents are read as the question that was written.
    """
    assert saved.loads(saved.dumps(question)) == question
    assert saved.loads(saved.dumps(question).encode()) == question
    assert json.loads(saved.dumps(question)) == saved.to_data(question)


def test_every_kind_of_question_has_a_name_in_documents():
    """
    Whoever adds a kind can save it at once.
    """

    def kinds_below(class_):
        for each in class_.__subclasses__():
            yield from kinds_below(each)
            if not each.__name__.startswith("_"):
                yield each

    assert set(saved.KINDS.values()) == set(kinds_below(Plain))


@pytest.mark.parametrize(
    ("question", "data"),
    [
        (quantified(), {"question": "quantified"}),
        (
            active_on(date(2020, 6, 1)),
            {"question": "active_on", "day": "2020-06-01"},
        ),
        (
            with_status("ongoing"),
            {"question": "with_status", "statuses": ["ongoing"]},
        ),
        (
            promised_by("Västtrafik"),
            {"question": "promised_by_party", "names": ["vasttrafik"]},
        ),
        (
            ~in_municipality("Habo"),
            {"question": "not", "of": {"question": "in_municipality", "code": "0643"}},
        ),
        (AllOf(()), {"question": "all_of", "questions": []}),
    ],
    ids=repr,
)
def test_what_is_saved_is_what_is_asked(question, data):
    """
    The names of fields and the words are those of the model.
    """
    assert saved.to_data(question) == data


def test_a_plain_function_is_not_saved():
    """
    Nobody could read it again; the message says what to do.
    """
    question = quantified() & (lambda match: match.promise.hedged)

    with pytest.raises(InvalidField, match="a plain function cannot be saved"):
        saved.dumps(question)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["$: is no JSON: Expecting value: line 1 column 1 (char 0)"]),
        ("[", ["$: is no JSON: Expecting value: line 1 column 2 (char 1)"]),
        ("[]", ["$: is no question"]),
        (
            '{"question": "quantified", "question": "undated"}',
            ["$: 'question' is there twice"],
        ),
        ("{}", ["$.question: None will not do"]),
        ('{"question": []}', ["$.question: [] will not do"]),
        (
            '{"question": "abut"}',
            ["$.question: 'abut' will not do; did you mean 'about'?"],
        ),
        (
            '{"question": "about", "theme": "drugs"}',
            [
                "$.theme: is no field; did you mean 'themes'?",
                "$.themes: is missing",
            ],
        ),
        ('{"question": "about", "themes": "drugs"}', ["$.themes: give a list"]),
        (
            '{"question": "about", "themes": ["drgs", 3]}',
            [
                "$.themes[0]: 'drgs' will not do; did you mean 'drugs'?",
                "$.themes[1]: give a text",
            ],
        ),
        (
            '{"question": "about", "themes": []}',
            ["$: About.themes: () will not do; name at least one theme"],
        ),
        (
            '{"question": "active_on", "day": "2020-02-30"}',
            ["$.day: write it as 2020-06-01"],
        ),
        (
            '{"question": "active_on", "day": "20200601"}',
            ["$.day: write it as 2020-06-01"],
        ),
        (
            '{"question": "active_during", "period": "våren"}',
            ["$.period: write it as 2019/2021 or 2020-06-01/2020-08-31"],
        ),
        (
            '{"question": "in_police_area", "name": "Örebr"}',
            ["$: no police area is called 'Örebr'; did you mean 'Örebro'?"],
        ),
        ('{"question": "not"}', ["$.of: is no question"]),
        (
            '{"question": "not", "off": 3}',
            [
                "$.off: is no field; did you mean 'of'?",
                "$.of: is no question",
            ],
        ),
        ('{"question": "all_of"}', ["$.questions: give a list of questions"]),
        (
            '{"no": 1, "question": "any_of", "questions": [3]}',
            ["$.no: is no field", "$.questions[0]: is no question"],
        ),
    ],
)
def test_all_that_is_wrong_is_told_with_its_place(text, told):
    """
    And never anything but that.
    """
    with pytest.raises(InvalidDocument) as caught:
        saved.loads(text)

    assert [str(problem) for problem in caught.value.problems] == told


def test_what_is_wrong_is_told_in_swedish():
    """
    With the nearest right word, as in English.
    """
    with pytest.raises(InvalidDocument) as caught:
        saved.loads('{"question": "about", "themes": ["drgs", "yuth"]}')

    assert [each.in_language("sv") for each in caught.value.problems] == [
        "$.themes[0]: 'drgs' duger inte; menade du 'drugs'?",
        "$.themes[1]: 'yuth' duger inte; menade du 'youth'?",
    ]


@pytest.mark.parametrize("depth", [51, 600])
def test_what_is_deeper_than_anybody_asks_is_refused(depth):
    """
    With the place; fifty are read, printed and asked.
    """
    inner = '{"question": "undated"}'

    def text(times):
        return '{"question": "not", "of": ' * times + inner + "}" * times

    assert str(saved.loads(text(49)))
    with pytest.raises(InvalidDocument, match=r"^\$(\.of){50}: is too deep"):
        saved.loads(text(depth))


@pytest.mark.parametrize("sign", ["[", '{"question": "not", "of": '])
def test_what_is_too_deep_is_refused(sign):
    """
    However deep it is, that is an error of ours.
    """
    with pytest.raises(InvalidDocument, match=r"too deep|no JSON"):
        saved.loads(sign * 100_000)


WORDS = st.sampled_from(
    ["question", "of", "questions", "day", "not", "all_of", "about"]
)
JSON = st.recursive(
    st.none() | WORDS | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(WORDS | st.text(), WORDS | inner),
)


@given(JSON)
@example({"question": "undated"})
def test_whatever_is_no_question_is_refused_as_such(data):
    """
    Any other JSON is a document with problems, and a question is read as one.
    """
    with suppress(InvalidDocument):
        question = saved.loads(json.dumps(data))
        assert saved.loads(saved.dumps(question)) == question


@pytest.mark.parametrize("thing", [None, 3, ["x"]])
def test_only_text_is_read(thing):
    """
    What is neither text nor bytes is a misuse.
    """
    with pytest.raises(InvalidField, match=r"saved\.loads\.text"):
        saved.loads(thing)


def test_bytes_that_are_no_text_are_refused():
    """
    As a document that is none.
    """
    with pytest.raises(InvalidDocument, match="is no JSON"):
        saved.loads(b"\xff\xfe\xfa")
