from __future__ import annotations

import json as builtin_json

import pytest

from medborgarloften import InvalidDocument, serializers
from medborgarloften.serializers import json, jsonl


def in_version_1(data):
    """Write a header as version 1 did."""
    return {
        "version" if key == "schema_version" else key: (
            1 if key == "schema_version" else value
        )
        for key, value in data.items()
    }


def test_a_document_of_version_1_is_read(agreement, agreement_data):
    """
    What was saved by the first version of the library is read by this one.
    """
    old = builtin_json.dumps(in_version_1(agreement_data))

    assert json.loads(old) == agreement


def test_a_register_of_version_1_is_read(tmp_path, register, register_data):
    """
    A whole register too, as one document and line by line.
    """
    lines = [
        in_version_1(builtin_json.loads(line))
        for line in jsonl.dumps(register).splitlines()
    ]
    file = tmp_path / "old.jsonl"
    file.write_text("\n".join(map(builtin_json.dumps, lines)), "utf-8")

    assert serializers.load(file) == register
    assert json.loads(builtin_json.dumps(in_version_1(register_data))) == register


def test_an_old_document_is_written_as_one_of_today(agreement_data):
    """
    Reading and writing again is all it takes to bring a file up to date.
    """
    old = builtin_json.dumps(in_version_1(agreement_data))

    assert builtin_json.loads(json.dumps(json.loads(old))) == agreement_data


def test_faults_in_an_old_document_are_told_at_their_places(agreement_data):
    """
    Strictness is the same, and the header is called what it is called there.
    """
    old = in_version_1(agreement_data) | {"version": "1", "titel": "x"}

    with pytest.raises(InvalidDocument) as caught:
        json.loads(builtin_json.dumps(old))

    assert [str(problem) for problem in caught.value.problems] == [
        "$.version: expected a whole number from 1, got '1'",
        "$.titel: is not a known field; did you mean 'title'?",
    ]


def test_the_version_of_an_agreement_is_no_version_of_its_schema(agreement_data):
    """
    Where both are named, the old name is a field that nobody knows.
    """
    with pytest.raises(InvalidDocument) as caught:
        json.loads(builtin_json.dumps(agreement_data | {"version": 1}))

    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("unknown-field", "$.version")


def test_a_later_version_is_told_under_its_own_name(agreement_data):
    """
    Nothing of version 2 was ever called so; its own field is what is missed.
    """
    del agreement_data["schema_version"]

    with pytest.raises(InvalidDocument) as caught:
        json.loads(builtin_json.dumps({"version": 2} | agreement_data))

    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("unknown-field", "$.version"),
        ("missing", "$.schema_version"),
    ]
