from __future__ import annotations

import codecs
import json as builtin_json

import pytest

from medborgarloften import InvalidDocument
from medborgarloften.serializers import json, jsonl

HEADER = '{"schema": "medborgarloften/agreements", "schema_version": 2, "agreements": '


def problems_of(text):
    """Tell what is wrong with a text."""
    with pytest.raises(InvalidDocument) as caught:
        json.loads(text)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "$: line 1, column 1: not JSON: expecting value"),
        (HEADER, "$: line 1, column 77: not JSON: expecting value"),
        (
            '{\n "schema": "x',
            "$: line 2, column 12: not JSON: unterminated string starting at",
        ),
        (HEADER + "[]}\n{}", "$: line 2, column 1: not JSON: extra data"),
        ('["a\tb"]', "$: line 1, column 4: not JSON: invalid control character at"),
        ("[" * 100_000, "$: is nested too deeply to be read"),
        ('{"a":' * 100_000, "$: is nested too deeply to be read"),
    ],
    ids=range(7),
)
def test_what_is_no_json_is_refused_with_its_place(text, complaint):
    """
    The first line and column that cannot be read are told.
    """
    (problem,) = problems_of(text)

    assert problem.code == "not-json"
    assert str(problem) == complaint


@pytest.mark.parametrize("cut", range(0, 1500, 77))
def test_no_truncated_document_is_read(register, cut):
    """
    Wherever a document was cut off, it is refused.
    """
    whole = json.dumps(register)

    assert problems_of(whole[:cut])[0].code == "not-json"


def test_other_encodings_are_refused_with_their_place():
    """
    The first byte that is not UTF-8 is told, its column counted in characters.
    """
    (latin,) = problems_of('{\n "å'.encode() + "ö".encode("latin-1"))
    (utf_16,) = problems_of("{}".encode("utf-16"))

    assert latin.code == "not-utf8"
    assert str(latin) == (
        "$: line 2, column 4: the byte 0xf6 is not UTF-8; save the text as UTF-8"
    )
    assert latin.in_language("sv") == (
        "$: rad 2, kolumn 4: byten 0xf6 är inte UTF-8; spara texten som UTF-8"
    )
    assert utf_16.code == "not-utf8"


def test_a_byte_order_mark_is_passed_over(register):
    """
    Files that begin with one, as some editors write them, are read.
    """
    for format_ in (json, jsonl):
        document = format_.dumps(register)

        assert format_.loads(codecs.BOM_UTF8 + document.encode()) == register
        assert format_.loads(f"\ufeff{document}") == register


def test_lines_from_files_with_byte_order_marks_are_read(register):
    """
    A file put after another keeps its mark, in the midst of the lines.
    """
    lines = codecs.BOM_UTF8 + jsonl.dumps(register).encode()

    assert jsonl.loads(lines + lines) == register


@pytest.mark.parametrize(
    ("number", "got"),
    [
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ("1e999", "Infinity"),
        ("9" * 5000, "Infinity"),
        ("-" + "9" * 5000, "Infinity"),
        ("9" * 4000, "a very large number; put quotes around it"),
    ],
    ids=range(6),
)
def test_strange_numbers_are_told_at_their_place(agreement_data, number, got):
    """
    What JSON readers take for numbers, and no field can be, is refused in it.
    """
    agreement_data["title"] = "HERE"
    text = builtin_json.dumps(agreement_data).replace('"HERE"', number)

    (problem,) = problems_of(text)

    assert str(problem) == f"$.title: expected text, got {got}"


def test_doubled_keys_are_all_told(agreement_data):
    """
    No value is dropped in silence because another has its name.
    """
    text = builtin_json.dumps(agreement_data)
    text = text.replace('"title": "', '"title": 7, "title": "')
    text = text.replace('"district":', '"district": "x", "district": "y", "district":')
    text = text.replace('"number": 2', '"number": 2, "number": 2')

    assert [str(problem) for problem in problems_of(text)] == [
        "$.title: is given more than once",
        "$.area.district: is given more than once",
        "$.promises[1].number: is given more than once",
    ]
    assert {problem.code for problem in problems_of(text)} == {"duplicate-key"}


def test_doubled_keys_of_lines_are_told_with_other_faults(register):
    """
    Keys are told with the number of their line, and the rest is looked at too.
    """
    first, second = jsonl.dumps(register).splitlines()
    first = first.replace('"title":"', '"titel": 1, "title": 1, "title": "')

    with pytest.raises(InvalidDocument) as caught:
        jsonl.loads(f"\n{second}\n{first}")

    assert {problem.path for problem in caught.value.problems} == {
        "3:$.title",
        "3:$.titel",
    }


def test_a_doubled_key_within_what_was_dropped_is_no_matter():
    """
    Of two values of one key the first is not looked into.
    """
    text = HEADER + '{"a": 1, "a": 2}, "agreements": []}'

    assert [str(problem) for problem in problems_of(text)] == [
        "$.agreements: is given more than once"
    ]


@pytest.mark.parametrize(
    "load",
    [
        lambda: jsonl.loads("{}\n" * 200_000),
        lambda: json.loads(f"{HEADER}[{'{},' * 200_000}{{}}]}}"),
    ],
    ids=["lines", "document"],
)
def test_very_many_faults_are_not_all_told(load):
    """
    After a thousand the reading stops, and says so.
    """
    with pytest.raises(InvalidDocument) as caught:
        load()

    *told, last = caught.value.problems
    assert len(told) == 1000
    assert last.code == "too-many"
