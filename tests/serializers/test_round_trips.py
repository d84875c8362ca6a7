from __future__ import annotations

import json as builtin_json
import subprocess
import sys
from datetime import date
from enum import Enum

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import Agreement, InvalidField, Outcome, Register, Status
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._strict.plain import to_plain
from medborgarloften.testing import agreements, registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

OUTCOME = Outcome(
    agreement="a", promise=1, on=date(2020, 1, 1), status=Status.NO_EVIDENCE
)


@given(agreements())
def test_an_agreement_comes_back_as_it_was(agreement):
    """
    Nothing of an agreement is lost on the way out and in again.
    """
    assert json.loads(json.dumps(agreement)) == agreement


@FEWER
@given(st.lists(agreements(), max_size=3).map(tuple))
def test_agreements_come_back_as_they_were(several):
    """
    Several agreements keep their order, and may have one twice.
    """
    assert json.loads(json.dumps(several)) == several
    assert json.loads(json.dumps(several + several)) == several + several


@FEWER
@given(registers(max_size=3))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing of a register is lost on the way out and in again, in any format.
    """
    for format_ in (json, jsonl):
        document = format_.dumps(register)

        assert format_.loads(document) == register
        assert format_.dumps(format_.loads(document.encode())) == document


@FEWER
@given(registers(max_size=3))
def test_equal_registers_are_the_same_bytes(register):
    """
    However a register was put together, its document is the same.
    """
    put_together_backwards = Register(
        reversed(register.agreements), reversed(register.outcomes)
    )

    for format_ in (json, jsonl):
        assert format_.dumps(put_together_backwards) == format_.dumps(register)


@given(agreements())
def test_plain_data_is_what_json_can_say(agreement):
    """
    Days and words are texts of their own, and what was a tuple is a list.
    """
    plain = to_plain(agreement)

    assert {type(value) for value in everything_in(plain)} <= {
        dict,
        list,
        str,
        int,
        bool,
        type(None),
    }


def everything_in(value):
    """Go through a value and all that it holds."""
    yield value
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list):
        for each in inner:
            yield from everything_in(each)


def test_fields_stand_in_the_order_of_their_class(agreement_data):
    """
    A document tells its schema and version first, and then each field in order.
    """
    fields = [field.name for field in attrs.fields(Agreement)]

    assert list(agreement_data) == ["schema", "schema_version", *fields]


def test_swedish_letters_stand_as_they_are(register):
    """
    No letter is written as an escape, and every document ends its last line.
    """
    for format_ in (json, jsonl):
        document = format_.dumps(register)

        assert "Öka tryggheten" in document
        assert "\\u" not in document
        assert document.endswith("}\n")


def test_days_and_words_are_written_as_people_write_them(agreement_data):
    """
    A day is YYYY-MM-DD and a word of an enum is its value.
    """
    period = agreement_data["period"]

    assert period["last_day"] == "2021-12-31"
    assert period["last_precision"] == "year"
    assert agreement_data["promises"][0]["themes"] == ["public_places"]


def test_a_register_without_anything_is_a_document_too():
    """
    An empty register is read back, also from no lines at all.
    """
    assert json.loads(json.dumps(Register())) == Register()
    assert jsonl.dumps(Register()) == ""
    assert jsonl.loads("") == Register()


def test_each_line_is_a_document_of_its_own(register):
    """
    A line of JSON Lines can be cut out: an agreement's is a JSON document.
    """
    first, second = jsonl.dumps(register).splitlines()

    assert json.loads(first) == register.agreements[0]
    assert builtin_json.loads(second)["schema"] == "medborgarloften/outcome"


@FEWER
@given(registers(max_size=2), registers(max_size=2))
def test_files_of_lines_can_be_put_after_each_other(one, other):
    """
    Lines of two registers, in any order, are the lines of both together.
    """
    later = Register([a for a in other.agreements if a.id not in one])
    lines = jsonl.dumps(one) + "\n  \r\n" + jsonl.dumps(later) + jsonl.dumps(one)
    backwards = "\n".join(reversed(lines.split("\n")))

    assert jsonl.loads(lines) == one.merge(later)
    assert jsonl.loads(backwards) == one.merge(later)


def test_breaks_within_a_text_end_no_line(agreement):
    """
    Only a line feed ends a line, whatever else a text may hold.
    """
    strange = attrs.evolve(agreement, notes="a\u2028b\x85c\x0cd\r\ne")
    register = Register([strange])

    assert jsonl.loads(jsonl.dumps(register)) == register
    assert jsonl.loads(jsonl.dumps(register).encode()) == register


def test_fields_that_are_left_out_have_their_defaults(agreement_data):
    """
    A document that a person writes need not name what nobody said.
    """
    for field in ("others", "basis", "ordinal", "excerpt"):
        del agreement_data[field]

    agreement = json.loads(builtin_json.dumps(agreement_data))

    assert (agreement.others, agreement.ordinal, agreement.excerpt) == ((), None, False)


def test_a_register_document_may_be_without_outcomes(register_data):
    """
    A register in which nobody has told of outcomes is read.
    """
    del register_data["outcomes"]

    assert json.loads(builtin_json.dumps(register_data)).outcomes == ()


@pytest.mark.parametrize(
    "thing", [None, "text", ["list"], ("tuple",), date(2020, 1, 1)]
)
def test_only_the_models_own_things_make_documents(thing):
    """
    Anything else is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="a Register, an Agreement or a tuple"):
        json.dumps(thing)


def test_every_enum_is_read_by_its_value(agreement_data):
    """
    What is read holds members of the enums and not texts that equal them.
    """
    agreement = json.loads(builtin_json.dumps(agreement_data))

    assert isinstance(agreement.promises[0].themes[0], Enum)
    assert isinstance(agreement.kind, Enum)


def test_the_library_of_conversions_waits_for_a_document():
    """
    Importing the formats imports no cattrs; a command line starts without it.
    """
    program = """
import sys
from medborgarloften.serializers import json, jsonl
print("cattrs" in sys.modules)
"""
    told = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert told.stdout == "False\n"
