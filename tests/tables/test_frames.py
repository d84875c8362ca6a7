"""Registers as frames of pandas and polars."""

from __future__ import annotations

import csv as builtin_csv
import io
import sys
from datetime import date

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings

from medborgarloften import (
    InvalidField,
    MissingExtra,
    Outcome,
    Register,
    Source,
    Status,
    examples,
    tables,
)
from medborgarloften.queries import about, undated
from medborgarloften.serializers import csv, parquet
from medborgarloften.tables.arrow import from_arrow, to_arrow
from medborgarloften.tables.flat import COLUMNS
from medborgarloften.testing import registers

FEWER = settings(max_examples=15, suppress_health_check=list(HealthCheck))

REGISTER = examples.register()
BOTH = pytest.mark.parametrize("to_frame", [tables.to_pandas, tables.to_polars])
BOTH_TABLES = pytest.mark.parametrize(
    "to_frames", [tables.to_pandas_tables, tables.to_polars_tables]
)


def rows_of(frame):
    """List the rows of either's frame, as Python's own values."""
    return pa.table(frame).to_pylist()


# ---------------------------------------------------------------- a row a promise


@BOTH
def test_each_promise_is_a_row(to_frame):
    """
    It stands there with its agreement, by agreement and number.
    """
    rows = rows_of(to_frame(REGISTER))

    promises = [
        (agreement.id, promise.number, promise.text)
        for agreement in REGISTER.agreements
        for promise in agreement.promises
    ]
    assert [(row["agreement"], row["number"], row["text"]) for row in rows] == promises
    (row,) = (
        each for each in rows if each["agreement"] == "gnesta" and each["number"] == 1
    )
    assert row["municipalities"] == ["Gnesta"]
    assert (
        row["first_day"] is row["last_day"] is row["minimum"] is row["status"] is None
    )
    assert row["open_ended"] is False
    (row,) = (
        each
        for each in rows
        if each["agreement"] == "katrineholm-2020" and each["number"] == 1
    )
    assert row["first_day"] == date(2020, 1, 1)
    assert row["promisor_kinds"] == ["police"]
    assert (row["minimum"], row["counted"], row["status"]) == (12, 14, "fulfilled")


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ([], (None, [], None, None)),
        # nobody found anything, which is all there is to tell
        ([(1, "no_evidence", None)], ("no_evidence", ["no_evidence"], 1, None)),
        # that nobody found anything later takes nothing away
        (
            [(1, "fulfilled", 7), (2, "no_evidence", None)],
            ("fulfilled", ["fulfilled"], 1, 7),
        ),
        ([(1, "ongoing", 3), (2, "partly", 5)], ("partly", ["partly"], 2, 5)),
        # two of one day contradict each other: neither is chosen
        (
            [(1, "ongoing", 2), (1, "fulfilled", 5)],
            (None, ["fulfilled", "ongoing"], 1, None),
        ),
        ([(1, "ongoing", 2), (1, "ongoing", 3)], ("ongoing", ["ongoing"], 1, None)),
    ],
)
def test_the_latest_outcome_is_what_the_register_takes_for_it(told, row):
    """
    A frame says no other status than a match does, and none where they contradict.
    """
    agreement = examples.register()["gnesta"]
    register = Register(
        [agreement],
        [
            Outcome(
                agreement="gnesta",
                promise=1,
                on=date(2024, 1, day),
                status=Status(status),
                counted=counted,
                sources=(Source(title="Uppföljning"),),
            )
            for day, status, counted in told
        ],
    )

    first, _ = rows_of(tables.to_polars(register))

    day = first["status_on"] and first["status_on"].day
    assert (first["status"], first["statuses"], day, first["counted"]) == row
    if told:
        (match,) = (m for m in register.find(undated()) if m.promise.number == 1)
        assert [str(each) for each in match.statuses] == row[1]


@FEWER
@given(registers(max_size=2))
def test_a_frame_says_what_the_flat_file_does(register):
    """
    The columns are those of the CSV, and so is what is missing.
    """
    frame = tables.to_pandas(register)
    text = csv.flat(register).removeprefix("\ufeff")
    heading, *lines = builtin_csv.reader(io.StringIO(text, newline=""), delimiter=";")

    assert list(frame.columns) == list(tables.to_polars(register).columns) == heading
    rows = rows_of(frame)
    assert rows == rows_of(tables.to_polars(register))
    for row, line in zip(rows, lines, strict=True):
        for value, cell in zip(row.values(), line, strict=True):
            assert (value in (None, [])) is (cell == "")


@FEWER
@given(registers(max_size=2))
def test_types_do_not_depend_on_what_is_there(register):
    """
    Whole numbers and days are what they are where some, or all, are missing.
    """
    assert tables.to_pandas(register).dtypes.equals(tables.to_pandas(Register()).dtypes)
    assert tables.to_polars(register).schema == tables.to_polars(Register()).schema


def test_the_types_are_told_truly():
    """
    No number is a float, no day a text, and lists stay lists.
    """
    pandas_types = tables.to_pandas(Register()).dtypes
    schema = tables.to_polars(Register()).schema

    def of(column):
        simple = {str: pl.String, int: pl.Int64, bool: pl.Boolean, date: pl.Date}
        one = simple[column.type]
        return pl.List(one) if column.many else one()

    assert dict(schema) == {name: of(column) for name, column in COLUMNS.items()}
    for name, kind in {
        "number": pa.int64(),
        "counted": pa.int64(),
        "first_day": pa.date32(),
        "hedged": pa.bool_(),
        "text": pa.string(),
    }.items():
        assert pandas_types[name] == pd.ArrowDtype(kind)
    assert pa.types.is_list(pandas_types["themes"].pyarrow_dtype)


@BOTH
def test_what_was_found_is_a_frame(to_frame):
    """
    Only those promises have a row, in order, with what became of them.
    """
    found = REGISTER.find(about("narkotika"))
    rows = rows_of(to_frame(found))

    assert [(row["agreement"], row["number"]) for row in rows] == [
        (match.agreement.id, match.promise.number) for match in found.in_order()
    ]
    every = {
        (row["agreement"], row["number"]): row for row in rows_of(to_frame(REGISTER))
    }
    assert all(row == every[row["agreement"], row["number"]] for row in rows)
    assert 0 < len(rows) < len(every)


@BOTH
def test_matches_from_elsewhere_stay_in_their_order(to_frame, tmp_path):
    """
    Tables larger than memory give matches too, and so does a list of them.
    """
    parquet.dump_tables(REGISTER, tmp_path)
    by_hand = REGISTER.find(about("narkotika")).in_order()
    with tables.open(tmp_path) as opened:
        found = rows_of(to_frame(opened.find(about("narkotika"))))

    assert found == rows_of(to_frame(by_hand)) != []
    assert rows_of(to_frame(by_hand[::-1])) == found[::-1]


@BOTH
@pytest.mark.parametrize("given_", [None, 1, "gnesta", REGISTER.agreements])
def test_only_promises_make_a_frame(to_frame, given_):
    """
    Something else is refused, and told what would do.
    """
    with pytest.raises(InvalidField) as caught:
        to_frame(given_)

    told = str(caught.value)
    assert told.startswith(f"{to_frame.__name__}.promises: ")
    assert told.endswith(" will not do; give a register, or what was found in one")


@BOTH
def test_a_number_that_is_too_large_is_named(to_frame):
    """
    Nothing is cut off to make it fit.
    """
    told = attrs.evolve(REGISTER.outcomes[0], counted=2**63)
    with pytest.raises(InvalidField, match=r"promises.counted: 9223372036854775808"):
        to_frame(attrs.evolve(REGISTER, outcomes=(told,)))


# ---------------------------------------------------------------- all the tables


@BOTH_TABLES
@FEWER
@given(register=registers(max_size=2))
def test_a_register_comes_back_from_frames(to_frames, register):
    """
    Nothing is lost on the way into frames and out again.
    """
    frames = to_frames(register)

    assert frames.keys() == to_arrow(register).keys()
    assert from_arrow(frames) == register


@BOTH_TABLES
def test_people_are_left_out_when_asked(to_frames):
    """
    Nobody who signed, nobody to ask, and no words that name them.
    """
    people = ("signatories", "contacts")
    frames, left = to_frames(REGISTER), to_frames(REGISTER, without_people=True)

    assert any(len(frames[name]) for name in people)
    assert not any(len(left[name]) for name in people)
    assert from_arrow(frames) == REGISTER
    assert from_arrow(left) == REGISTER.without_people()


@BOTH_TABLES
@pytest.mark.parametrize("without_people", [False, True])
def test_only_a_register_makes_tables(to_frames, without_people):
    """
    What was found in one has no tables, with people or without.
    """
    wanted = rf"^{to_frames.__name__}\.register: .* will not do; give a Register"
    with pytest.raises(InvalidField, match=wanted):
        to_frames(REGISTER.find(undated()), without_people=without_people)


# ---------------------------------------------------------------- libraries


@pytest.mark.parametrize(
    ("library", "to_frame"),
    [
        ("pandas", tables.to_pandas),
        ("pandas", tables.to_pandas_tables),
        ("polars", tables.to_polars),
        ("polars", tables.to_polars_tables),
    ],
)
def test_a_missing_library_is_named_with_the_way_to_it(monkeypatch, library, to_frame):
    """
    Which of the two to have is the user's choice, so no extra brings them.
    """
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ModuleNotFoundError) as caught:
        to_frame(REGISTER)

    assert caught.value.__notes__ == [f"install it with: pip install {library}"]


@BOTH
def test_arrow_is_needed_for_both(monkeypatch, to_frame):
    """
    What carries the data over comes with the extra for tables.
    """
    for name in [
        name for name in sys.modules if name.startswith("medborgarloften.tables._")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"medborgarloften\[tables\]"):
        to_frame(REGISTER)
