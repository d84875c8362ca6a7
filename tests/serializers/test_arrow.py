from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import InvalidDocument, MissingExtra, Register
from medborgarloften.serializers import arrow, parquet
from medborgarloften.serializers._tables.arrow_sizes import (
    expanded_size,
    size_in_memory,
)
from medborgarloften.serializers._tables.flatbuffers import FlatTable
from medborgarloften.tables.arrow import to_arrow_nested
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

WHOLE = arrow.dumps(
    parquet.load(Path(__file__).parents[1] / "tables/golden/register.parquet")
)


def written(table, **how):
    """Write a table as a file of Arrow's, as another program might."""
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(**how)
    with pa.ipc.new_file(sink, table.schema, options=options) as file:
        file.write_table(table)
    return sink.getvalue().to_pybytes()


def with_the_rest(columns):
    """Make a table that has all the columns that are needed, with nothing in them."""
    (one, *_) = columns.values()
    needed = ("id", "title", "area", "parties")
    return pa.table({name: pa.nulls(len(one)) for name in needed} | columns)


def problem(data):
    """Read a file that cannot be read: the code and the sentence of its one fault."""
    with pytest.raises(InvalidDocument) as caught:
        arrow.loads(data)
    (found,) = caught.value.problems
    assert found.message_sv != found.message
    return found.code, str(found)


# ---------------------------------------------------------------- there and back


@FEWER
@given(registers(max_size=2))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing of a register is lost, and the same register is the same bytes.
    """
    data = arrow.dumps(register)

    assert arrow.loads(data) == register
    backwards = Register(reversed(register.agreements), reversed(register.outcomes))
    assert arrow.dumps(backwards) == data


def test_a_file_is_read_as_it_was_saved(tmp_path, register):
    """
    A file holds what `dumps` gives, and replaces what was there.
    """
    file = tmp_path / "register.arrow"
    arrow.dump(Register(), file)
    arrow.dump(register, file)

    assert file.read_bytes() == arrow.dumps(register)
    assert arrow.load(file) == arrow.load_register(file) == register
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_process_writes_the_same_bytes(tmp_path, register):
    """
    What is written hangs on no clock, no seed, and nothing left in memory.
    """
    arrow.dump(register, tmp_path / "a.arrow")
    program = """
import sys
from medborgarloften.serializers import arrow
arrow.dump(arrow.load(sys.argv[1]), sys.argv[2])
"""
    files = [str(tmp_path / name) for name in ("a.arrow", "b.arrow")]
    subprocess.run([sys.executable, "-c", program, *files], check=True)

    assert (tmp_path / "b.arrow").read_bytes() == arrow.dumps(register)


def test_people_are_left_out_where_that_is_said(tmp_path, register):
    """
    The file then does not know who signed.
    """
    arrow.dump(register, tmp_path / "a.arrow", without_people=True)

    assert arrow.load(tmp_path / "a.arrow") == register.without_people() != register
    assert arrow.loads(arrow.dumps(register, without_people=True)) == (
        register.without_people()
    )


def test_a_file_can_be_mapped_into_memory(tmp_path, register):
    """
    Other programs use the table where it lies; no byte of it is copied.
    """
    arrow.dump(register, tmp_path / "a.arrow")
    before = pa.total_allocated_bytes()

    with pa.memory_map(str(tmp_path / "a.arrow")) as file:
        table = pa.ipc.open_file(file).read_all()
        assert table.equals(to_arrow_nested(register), check_metadata=True)
        assert pa.total_allocated_bytes() - before < table.nbytes / 2


@pytest.mark.parametrize("compression", [None, "zstd", "lz4"])
@pytest.mark.parametrize("version", [pa.MetadataVersion.V4, pa.MetadataVersion.V5])
def test_a_file_may_be_written_in_other_ways(register, compression, version):
    """
    Whether it is compressed, and of which version, is the business of the writer.
    """
    if version is pa.MetadataVersion.V4:
        how = {"metadata_version": version, "use_legacy_format": True}
    else:
        how = {"metadata_version": version, "compression": compression}
    table = to_arrow_nested(register)
    words = table["title"].combine_chunks().dictionary_encode()
    views = table["id"].cast(pa.string_view())
    table = table.set_column(table.column_names.index("title"), "title", words)
    table = table.set_column(table.column_names.index("id"), "id", views)

    assert arrow.loads(written(table, **how)) == register


def test_a_stream_of_many_batches_in_a_file_is_read(register):
    """
    Rows may come in as many batches as the writer liked.
    """
    other = register.agreements[0]
    table = to_arrow_nested(Register([other]))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as file:
        for _ in range(3):
            file.write_table(table)

    assert arrow.loads(sink.getvalue().to_pybytes()) == Register([other])


# ---------------------------------------------------------------- what is wrong


@pytest.mark.parametrize("data", [b"", b"ARROW1", b"ARROW1\0\0ARROW1", b"PAR1", b"{}"])
def test_what_is_no_file_of_arrows_is_refused(data):
    """
    The error says so, and what to do.
    """
    code, said = problem(data)

    assert code == "not-arrow"
    assert "get it again, whole" in said


@given(st.integers(1, len(WHOLE)))
def test_a_file_that_is_cut_off_is_refused(missing):
    """
    The end of a file tells what is in it, so nothing is read of a part.
    """
    assert problem(WHOLE[:-missing])[0] == "not-arrow"


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_file_is_a_register_or_refused(data):
    """
    Whatever bytes have changed, nothing but `InvalidDocument` is raised.
    """
    damaged = bytearray(WHOLE)
    # What describes the data stands at the beginning and at the end.
    places = st.integers(0, 12_000) | st.integers(-12_000, -1)
    for place in data.draw(st.lists(places, max_size=4)):
        damaged[place] = data.draw(st.integers(0, 255))

    try:
        assert isinstance(arrow.loads(bytes(damaged)), Register)
    except InvalidDocument as error:
        assert error.problems  # noqa: PT017 - either will do


def test_places_that_lead_out_of_a_list_are_refused():
    """
    A file that hangs together wrongly is refused before anything in it is read.
    """
    offsets = pa.array([0, 10**6, 1], pa.int32()).buffers()[1]
    lists = pa.ListArray.from_buffers(
        pa.list_(pa.string()), 2, [None, offsets], children=[pa.array(["a"])]
    )

    table = with_the_rest({"priorities": lists})
    assert problem(written(table))[0] == "not-arrow"


def views(length, times):
    """Make texts that all are of the same place."""
    # What a view begins with is said in it: four bytes, and then where the rest is.
    view = struct.pack("<i4sii", length, b"aaaa", 0, 0)
    buffers = [None, pa.py_buffer(view * times), pa.py_buffer(b"a" * length)]
    return pa.Array.from_buffers(pa.string_view(), times, buffers)


MANY = 2**27
SMALL_AND_LARGE = {
    "nulls": lambda: {"title": pa.nulls(MANY)},
    "views": lambda: {"title": views(2**20, 300)},
    "words": lambda: {"title": pa.DictionaryArray.from_arrays([0], views(2**20, 300))},
    "a list": lambda: {"basis": pa.ListArray.from_arrays([0, MANY], pa.nulls(MANY))},
    "a structure": lambda: {
        "area": pa.StructArray.from_arrays([pa.nulls(MANY)], ["district"])
    },
    "a large list": lambda: {
        "basis": pa.LargeListArray.from_arrays([0, MANY], pa.nulls(MANY))
    },
}


@pytest.mark.parametrize("columns", SMALL_AND_LARGE.values(), ids=SMALL_AND_LARGE)
def test_what_takes_up_little_room_and_is_large_is_refused(columns):
    """
    Much can be said to be there that needs no bytes in a file, or the same again.
    """
    data = written(with_the_rest(columns()))

    assert len(data) < 2**21
    code, said = problem(data)
    assert code == "too-large"
    assert "if you trust it, read it with pyarrow" in said


def test_a_file_that_expands_without_measure_is_refused():
    """
    How large its buffers become is seen to before they are expanded.
    """
    data = written(pa.table({"title": ["a" * 68 * 2**20]}), compression="zstd")

    assert len(data) < 2**16
    assert problem(data)[0] == "too-large"


@pytest.mark.parametrize("compression", [None, "zstd", "lz4"])
def test_sizes_are_told_as_they_become(register, compression):
    """
    What is told of a file before it is expanded is what it takes after.
    """
    table = to_arrow_nested(Register(register.agreements * 5))
    rows = pa.concat_tables([table] * 50).combine_chunks()
    words = rows["title"].combine_chunks().dictionary_encode()
    rows = rows.set_column(rows.column_names.index("title"), "title", words)

    size = expanded_size(written(rows, compression=compression))

    # Of each of some three hundred buffers, the last bytes may be empty.
    assert rows.nbytes <= size <= rows.nbytes + 300 * 64


def test_what_is_in_memory_is_counted_in_each_part():
    """
    Values are counted in lists, in structures and among words, and bytes of views.
    """
    lists = pa.array([["a", "b"], []])
    assert size_in_memory(lists) == 2 + 2
    assert size_in_memory(pa.array([{"a": 1, "b": None}])) == 1 + 2
    assert size_in_memory(lists.values.dictionary_encode()) == 2 + 2
    assert size_in_memory(views(30, 4).slice(1, 2)) == 2 + 2 * 30


def test_a_table_of_flatbuffers_may_have_no_fields():
    """
    Where nothing is told there are no numbers, and no way on.
    """
    table = FlatTable(struct.pack("<HHi", 4, 8, 4), 4)

    assert not table.has(0)
    assert table.byte(0) == 0
    assert [*table.structures(0, struct.Struct("<q"))] == []
    with pytest.raises(struct.error):
        table.table(0)


@pytest.mark.parametrize("data", [b"", b"\0\0\0\x7f" * 16])
def test_a_table_that_leads_out_of_the_bytes_is_told_of(data):
    """
    What is damaged is no number.
    """
    with pytest.raises(struct.error):
        FlatTable(data, 8).has(0)


def test_who_has_no_pyarrow_is_told_how_to_get_it(monkeypatch):
    """
    The error names the extra that brings it.
    """
    ours = ("medborgarloften.tables", "medborgarloften.serializers._tables")
    for module in [*sys.modules]:
        if module.startswith(ours):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    for use, argument in ((arrow.dumps, Register()), (arrow.loads, b"")):
        with pytest.raises(MissingExtra, match=r"medborgarloften\[tables\]"):
            use(argument)
