"""The fast roads from documents to objects, held against the strict one."""

from __future__ import annotations

import json as builtin_json
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.serializers.mutations import documents, mutated

from medborgarloften import Agreement, InvalidDocument, Outcome, Quantity, Register
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._documents.json import fast_document, fast_line
from medborgarloften.serializers._documents.speed import _fast
from medborgarloften.serializers._documents.whole import document_in, to_document
from medborgarloften.serializers._strict.converter import converter
from medborgarloften.serializers._strict.plain import to_plain
from medborgarloften.serializers._strict.quick import quickly_read
from medborgarloften.testing import agreements, outcomes, registers

FEWER = settings(max_examples=40)
MORE = settings(max_examples=400)


def written_out(found):
    """Write out all of what was read, words of lists told apart from their texts."""
    several = found if isinstance(found, tuple) else (found,)
    return [repr(attrs.astuple(each)) for each in several]


def compact(plain):
    """Write plain data as the library writes a line."""
    text = builtin_json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def strictly(plain):
    """Read plain data by the strict road; it has to be right."""
    return document_in(plain, [])


@FEWER
@given(registers(max_size=3))
def test_what_the_library_writes_takes_the_fast_road(register):
    """
    A register, its agreements and its lines are read without the strict reading.
    """
    assert fast_document(json.dumps(register).encode()) == register
    assert fast_document(json.dumps(register.agreements).encode()) == (
        register.agreements
    )
    lines = jsonl.dumps(register).encode().splitlines()
    assert [fast_line(line) for line in lines] == [
        *register.agreements,
        *register.outcomes,
    ]


@MORE
@given(mutated(documents()))
def test_the_fast_road_takes_what_the_strict_one_does(plain):
    """
    Whatever was done to a document, the fast road gives the same object or none.
    """
    fast = fast_document(compact(plain))

    if fast is not None:
        assert fast == strictly(plain)
        assert written_out(fast) == written_out(strictly(plain))


@MORE
@given(mutated(agreements().map(to_plain)), st.just(Agreement))
def test_what_is_quickly_read_is_what_cattrs_reads(plain, class_):
    """
    Plain data that holds no surprise gives what the judge would give.
    """
    quick = quickly_read(plain, class_)

    if quick is not None:
        judged = converter(quick=False).structure(plain, class_)
        assert quick == judged
        assert written_out(quick) == written_out(judged)


@given(agreements() | outcomes())
def test_what_is_whole_is_quickly_read(thing):
    """
    All that the library writes is without surprises.
    """
    assert quickly_read(to_plain(thing), type(thing)) == thing


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"excerpt":false', b'"excerpt":false,"excerpt":false'),  # twice
        (b'"excerpt":false', b'"excerpt":false,"excerpts":false'),  # nobody knows it
        (b'"excerpt":false,', b""),  # left out
        (b'"excerpt":false', b'"excerpt": false'),  # a space
        (b'"id":"a', b'"id":"\\u0061'),  # written as an escape
    ],
)
def test_what_is_written_otherwise_takes_the_strict_road(agreement, old, new):
    """
    The fast road could lose or overlook something, so it leaves it alone.
    """
    line = jsonl.dumps(Register([agreement])).encode().rstrip()
    changed = line.replace(old, new, 1)

    assert changed != line
    assert fast_line(line) == agreement
    assert fast_line(changed) is None


def test_a_key_that_is_there_twice_is_still_told(agreement):
    """
    Reading by msgspec alone would keep the last of the two and say nothing.
    """
    text = json.dumps(agreement).replace('"title":', '"title": "x", "title":', 1)

    with pytest.raises(InvalidDocument, match="title: is given more than once"):
        json.loads(text)


@FEWER
@given(registers(max_size=3))
def test_the_fast_road_writes_the_same_bytes(register):
    """
    Whether msgspec is installed cannot be told from a document.
    """
    for thing in (register, register.agreements, *register.agreements):
        slowly = builtin_json.dumps(to_document(thing), ensure_ascii=False, indent=2)

        assert json.dumps(thing) == f"{slowly}\n"


def test_numbers_beyond_64_bits_are_carried(agreement):
    """
    JSON has no largest number, and neither has a count.
    """
    many = Quantity(10**30, None, "insats")
    promise = attrs.evolve(agreement.promises[0], quantities=(many,))
    large = attrs.evolve(agreement, promises=(promise, *agreement.promises[1:]))

    assert json.loads(json.dumps(large)) == large
    assert jsonl.loads(jsonl.dumps(Register([large]))).agreements == (large,)


@pytest.fixture
def without_msgspec(monkeypatch):
    """Let it be as if msgspec were not installed."""
    monkeypatch.setitem(sys.modules, "msgspec", None)
    _fast.cache_clear()
    yield
    _fast.cache_clear()


@pytest.mark.usefixtures("without_msgspec")
def test_without_msgspec_all_is_the_same(register):
    """
    Where it is not installed documents are read, written and refused all the same.
    """
    (agreement,) = register.agreements

    for thing in (register, agreement, register.agreements):
        assert json.loads(json.dumps(thing)) == thing
    assert jsonl.loads(jsonl.dumps(register)) == register
    assert fast_document(json.dumps(register).encode()) is None
    with pytest.raises(InvalidDocument) as caught:
        json.loads('{"schema": "x"}')
    assert len(caught.value.problems) == 2


def test_the_bytes_are_the_same_without_msgspec(register, monkeypatch):
    """
    Two who work on one file need not have the same libraries.
    """
    fast = json.dumps(register), jsonl.dumps(register)
    monkeypatch.setitem(sys.modules, "msgspec", None)
    _fast.cache_clear()
    try:
        assert (json.dumps(register), jsonl.dumps(register)) == fast
    finally:
        _fast.cache_clear()


def test_what_does_not_fit_together_is_left_to_the_strict_road(register):
    """
    Each part is right, but two agreements share an id: the places are told.
    """
    text = json.dumps(register)
    other = text.replace("Öka tryggheten i centrum", "Synas mer")
    agreement = other[other.index('    {\n      "id"') : other.index("\n  ],")]
    both = text.replace("\n  ],", f",\n{agreement}\n  ],", 1)

    assert fast_document(both.encode()) is None
    with pytest.raises(InvalidDocument) as caught:
        json.loads(both)
    assert [each.path for each in caught.value.problems] == ["$.agreements[1].id"]


def test_msgspec_is_what_the_tests_run_with():
    """
    Otherwise most of what is shown here is shown of nothing.
    """
    assert _fast() is not None


def test_outcomes_take_the_fast_road_too(register):
    """
    Every line of a register is read in the same way.
    """
    (line,) = (
        line
        for line in jsonl.dumps(register).encode().splitlines()
        if b"outcome" in line
    )

    assert isinstance(fast_line(line), Outcome)
