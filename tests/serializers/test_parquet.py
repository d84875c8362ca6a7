from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import attrs
import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet as pyarrow_parquet

from medborgarloften import InvalidDocument, InvalidField, MissingExtra, Register
from medborgarloften.errors import MedborgarloftenError
from medborgarloften.serializers import parquet
from medborgarloften.serializers._tables.arrow_files import table_in_parquet
from medborgarloften.serializers._tables.arrow_tables import _nested, _related
from medborgarloften.serializers._tables.parquet_sizes import (
    pieces_in,
    texts_to_keep_once,
)
from medborgarloften.serializers._tables.thrift import ThriftReader
from medborgarloften.tables.arrow import from_arrow, to_arrow, to_arrow_nested
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)
FEW = settings(max_examples=15)

WHOLE = (Path(__file__).parents[1] / "tables/golden/register.parquet").read_bytes()
NAMES = [f"{entity.name}.parquet" for entity in ENTITIES]


def written(table, **how):
    """Write a table as Parquet, as another program might."""
    sink = pa.BufferOutputStream()
    pyarrow_parquet.write_table(table, sink, **how)
    return sink.getvalue().to_pybytes()


def problems(data):
    """Read a file that cannot be read: the code and the sentence of each fault."""
    with pytest.raises(InvalidDocument) as caught:
        parquet.loads(data)
    assert all(problem.message_sv for problem in caught.value.problems)
    return [(each.code, str(each)) for each in caught.value.problems]


# ---------------------------------------------------------------- there and back


@FEWER
@given(registers(max_size=2))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing of a register is lost, and the same register is the same bytes.
    """
    data = parquet.dumps(register)

    assert parquet.loads(data) == register
    backwards = Register(reversed(register.agreements), reversed(register.outcomes))
    assert parquet.dumps(backwards) == data


@FEW
@given(registers(max_size=2))
def test_a_folder_comes_back_as_it_was(tmp_path_factory, register):
    """
    Nothing is lost in a file for each table either.
    """
    folder = tmp_path_factory.mktemp("tables")
    parquet.dump_tables(register, folder)

    assert parquet.load(folder) == register


def test_a_file_is_read_as_it_was_saved(tmp_path, register):
    """
    A file holds what `dumps` gives, and replaces what was there.
    """
    file = tmp_path / "register.parquet"
    parquet.dump(Register(), file)
    parquet.dump(register, file)

    assert file.read_bytes() == parquet.dumps(register)
    assert parquet.load(file) == parquet.load_register(file) == register
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_has_a_file_for_each_table(tmp_path, register):
    """
    Tables with no rows are there too, and the same register gives the same bytes.
    """
    for folder in ("one", "other"):
        parquet.dump_tables(register, tmp_path / folder)

    one, other = (
        {file.name: file.read_bytes() for file in (tmp_path / folder).iterdir()}
        for folder in ("one", "other")
    )
    assert sorted(one) == sorted(NAMES)
    assert one == other


def test_a_new_process_writes_the_same_bytes(tmp_path, register):
    """
    What is written hangs on no clock, no seed and no path.
    """
    parquet.dump(register, tmp_path / "a.parquet")
    program = """
import sys
from medborgarloften.serializers import parquet
parquet.dump(parquet.load(sys.argv[1]), sys.argv[2])
"""
    files = [str(tmp_path / name) for name in ("a.parquet", "b.parquet")]
    subprocess.run([sys.executable, "-c", program, *files], check=True)

    assert (tmp_path / "b.parquet").read_bytes() == parquet.dumps(register)


def test_people_are_left_out_where_that_is_said(tmp_path, register):
    """
    Neither the one table nor the many then know who signed.
    """
    public = register.without_people()
    parquet.dump(register, tmp_path / "a.parquet", without_people=True)
    parquet.dump_tables(register, tmp_path / "tables", without_people=True)

    assert parquet.loads(parquet.dumps(register, without_people=True)) == public
    assert parquet.load(tmp_path / "a.parquet") == public
    assert parquet.load(tmp_path / "tables") == public
    assert public != register


def test_a_file_may_be_compressed_once_more(tmp_path, register):
    """
    A name that ends in ``.gz`` is of a compressed file, as for every format.
    """
    parquet.dump(register, tmp_path / "a.parquet.gz")

    assert (tmp_path / "a.parquet.gz").read_bytes()[:2] == b"\x1f\x8b"
    assert parquet.load(tmp_path / "a.parquet.gz") == register


# ---------------------------------------------------------------- others' files


@pytest.mark.parametrize(
    "how",
    [
        {"compression": "none"},
        {"compression": "snappy", "row_group_size": 1},
        {"use_dictionary": False, "data_page_version": "2.0"},
        {"store_schema": False, "version": "1.0"},
        {"use_dictionary": False, "column_encoding": {"title": "DELTA_BYTE_ARRAY"}},
    ],
)
def test_a_file_may_be_written_in_other_ways(agreement, how):
    """
    Compression, groups and encodings are the business of whoever writes.
    """
    register = Register([agreement, attrs.evolve(agreement, id="askersund-2022")])

    assert parquet.loads(written(to_arrow_nested(register), **how)) == register


def test_duckdb_reads_and_writes_the_one_table(tmp_path, register):
    """
    SQL looks into the lists, and a copy that DuckDB writes is the same register.
    """
    parquet.dump(register, tmp_path / "a.parquet")
    with duckdb.connect() as database:
        themes = database.execute(
            """
            SELECT theme, count(*)
            FROM (
                SELECT unnest(promise.themes) AS theme
                FROM (SELECT unnest(promises) AS promise FROM read_parquet(?))
            )
            GROUP BY theme
            """,
            [str(tmp_path / "a.parquet")],
        ).fetchall()
        judged = database.execute(
            """
            SELECT id, outcome.promise, outcome.status, outcome.counted
            FROM (SELECT id, unnest(outcomes) AS outcome FROM read_parquet(?))
            """,
            [str(tmp_path / "a.parquet")],
        ).fetchall()
        for version in ("v1", "v2"):
            copy = tmp_path / f"{version}.parquet"
            database.execute(
                f"COPY (FROM read_parquet(?)) TO '{copy}' (PARQUET_VERSION {version})",
                [str(tmp_path / "a.parquet")],
            )
            assert parquet.load(copy) == register

    assert themes == [("public_places", 1)]
    assert judged == [("askersund-2019-2021", 2, "fulfilled", 5)]


def test_duckdb_joins_the_tables_of_a_folder(tmp_path, register):
    """
    Promises are counted by theme, and quantities are found by their promise.
    """
    parquet.dump_tables(register, tmp_path)
    with duckdb.connect() as database:
        for name in NAMES:
            table = name.removesuffix(".parquet")
            database.execute(f"CREATE VIEW {table} AS FROM '{tmp_path / name}'")
        themes = database.sql(
            """
            SELECT theme, count(*)
            FROM (SELECT unnest(themes) AS theme FROM promises)
            GROUP BY theme
            """
        ).fetchall()
        counted = database.sql(
            """
            SELECT agreements.title, promises.text, quantities.minimum,
                promises.period_last_day, outcomes.counted >= quantities.minimum
            FROM quantities
            JOIN promises ON promises.agreement = quantities.agreement
                AND promises.number = quantities.promise
            JOIN agreements ON agreements.id = promises.agreement
            JOIN outcomes ON outcomes.agreement = promises.agreement
                AND outcomes.promise = promises.number
            """
        ).fetchall()

    assert themes == [("public_places", 1)]
    assert counted == [
        (
            "Medborgarlöfte för Askersund",
            "Minst 4 trafikinsatser under året",
            4,
            date(2020, 12, 31),
            True,
        )
    ]


# ---------------------------------------------------------------- what is wrong


def test_every_fault_is_told_with_its_place(register):
    """
    The strict reading tells all that is wrong in the one table, agreement by agreement.
    """
    rows = to_arrow_nested(register).to_pylist()
    (row,) = rows
    row["kind"] = "promise"
    row["promises"][0]["text"] = " "
    row["promises"][1]["promisors"] = ["nobody"]
    row["area"]["municipalities"] = ["188"]
    row["outcomes"][0]["status"] = "good"
    spoilt = pa.Table.from_pylist(rows, to_arrow_nested(register).schema)

    found = problems(written(spoilt))

    assert [(code, path.split(": ")[0]) for code, path in found] == [
        ("not-allowed", "$.agreements[0].kind"),
        ("invalid", "$.agreements[0].area.municipalities[0]"),
        ("blank", "$.agreements[0].promises[0].text"),
        ("broken-reference", "$.agreements[0].promises[1].promisors[0]"),
        ("not-allowed", "$.agreements[0].outcomes[0].status"),
    ]


def test_a_day_outside_the_calendar_is_told_of(register):
    """
    Arrow counts days far beyond the years that there are.
    """
    table = to_arrow_nested(register)
    place = table.column_names.index("signed_on")
    days = pa.array([10**7], pa.int32()).cast(pa.date32())

    ((code, said),) = problems(written(table.set_column(place, "signed_on", days)))

    assert code == "not-a-date"
    assert said.startswith("$.agreements[0].signed_on: expected an ISO 8601 date")
    assert "got '10000000 days after 1970-01-01'; write it as 2024-05-01" in said


def related(register, table, row, values):
    """Lay a register out as tables, with other values in one row."""
    tables = to_arrow(register)
    rows = tables[table].to_pylist()
    rows[row] |= values
    # As of any other program, whose columns may all be null.
    fields = [field.with_nullable(True) for field in tables[table].schema]
    tables[table] = pa.Table.from_pylist(rows, pa.schema(fields))
    return tables


@pytest.mark.parametrize(
    ("change", "complaints"),
    [
        (("promises", 1, {"text": " "}), ["blank: promises, row 2, column text"]),
        (("promises", 0, {"text": None}), ["missing: promises, row 1, column text"]),
        (
            ("promises", 1, {"period_last_day": date(2019, 1, 1)}),
            ["invalid: promises, row 2, columns period_…"],
        ),
        (
            ("promises", 1, {"period_first_precision": "weeks"}),
            ["not-allowed: promises, row 2, column period_first_precision"],
        ),
        (
            ("parties", 1, {"agreement": "x", "code": "1"}),
            [
                "broken-reference: promises, row 1, column promisors",
                "broken-reference: signatories, row 1, column party",
                "broken-reference: parties, row 2, column agreement",
            ],
        ),
        (
            ("promises", 1, {"number": 1}),
            [
                "broken-reference: outcomes, row 1, column promise",
                "broken-reference: quantities, row 1, column promise",
                "duplicate-id: promises, row 2, column number",
            ],
        ),
        (
            ("quantities", 0, {"promise": None}),
            ["missing: quantities, row 1, column promise"],
        ),
        (
            ("outcome_sources", 0, {"outcome": 7}),
            [
                "invalid: outcomes, row 1, sources",
                "broken-reference: outcome_sources, row 1, column outcome",
            ],
        ),
        (
            ("outcomes", 0, {"promise": 3}),
            ["broken-reference: outcomes, row 1, column promise"],
        ),
    ],
)
def test_faults_in_a_folder_are_told_by_row_and_column(
    tmp_path, register, change, complaints
):
    """
    Each is told by its table, its row counted from 1, and its column.
    """
    for name, each in related(register, *change).items():
        (tmp_path / f"{name}.parquet").write_bytes(written(each))

    with pytest.raises(InvalidDocument) as caught:
        parquet.load(tmp_path)

    assert sorted(f"{each.code}: {each.path}" for each in caught.value.problems) == (
        sorted(complaints)
    )


def test_agreements_without_parties_are_told_of(tmp_path, register):
    """
    What belongs to a row and stands in no table is told of at the row.
    """
    parquet.dump_tables(register, tmp_path)
    for name in ("parties", "promises", "quantities", "signatories", "outcomes"):
        (tmp_path / f"{name}.parquet").unlink()
    (tmp_path / "outcome_sources.parquet").unlink()

    with pytest.raises(InvalidDocument) as caught:
        parquet.load(tmp_path)

    assert [str(each) for each in caught.value.problems] == [
        "agreements, row 1, parties: will not do; name at least one party"
    ]


def made_by(read, tables):
    """Tell what a way of reading makes of tables: a register, or nothing."""
    try:
        return read(tables)
    except MedborgarloftenError:
        return None


WRONG = {
    str: [" ", "police", "goal", None],
    int: [-1, 0, 1, 2**40, None],
    bool: [True, None],
    date: [date(1900, 1, 1), date(9999, 12, 31), None],
    list: [[], None],
    dict: [None],
}


def places_in(value):
    """Find all that stands in plain data: where, under what, and which kind it is."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        if each is not None:
            yield value, key, type(each)
        if isinstance(each, dict | list):
            yield from places_in(each)


def with_a_fault(data, rows):
    """Put something else into one place of the rows."""
    if places := [*places_in(rows)]:
        holder, key, kind = data.draw(st.sampled_from(places))
        holder[key] = data.draw(st.sampled_from(WRONG[kind]))
    return rows


@settings(max_examples=60)
@given(st.data(), registers(max_size=1))
def test_both_ways_to_read_the_one_table_agree(data, register):
    """
    What the fast way makes of a table the strict one makes too, or both refuse it.
    """
    table = to_arrow_nested(register)
    rows = [row or {} for row in with_a_fault(data, table.to_pylist())]
    table = pa.Table.from_pylist(rows, table.schema)

    assert made_by(from_arrow, table) == made_by(_nested, table)


@settings(max_examples=60)
@given(st.data(), registers(max_size=1), st.sampled_from(ENTITIES))
def test_both_ways_to_read_many_tables_agree(data, register, entity):
    """
    The same holds where rows may lose those that they belong to.
    """
    tables = to_arrow(register)
    rows = [row or {} for row in with_a_fault(data, tables[entity.name].to_pylist())]
    tables[entity.name] = pa.Table.from_pylist(rows, tables[entity.name].schema)

    assert made_by(from_arrow, tables) == made_by(_related, tables)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PAR1",
        b"PAR1PAR1",
        b'{"schema": "medborgarloften/register"}',
        b"PK\x03\x04",
    ],
)
def test_what_is_no_parquet_is_refused(data):
    """
    The error says so, and what to do.
    """
    ((code, said),) = problems(data)

    assert code == "not-parquet"
    assert "get the file again, whole" in said


@given(st.integers(1, len(WHOLE)))
def test_a_file_that_is_cut_off_is_refused(missing):
    """
    Parquet ends with what tells all the rest, so nothing is read of a part.
    """
    ((code, _),) = problems(WHOLE[:-missing])

    assert code == "not-parquet"


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_file_is_a_register_or_refused(data):
    """
    Whatever bytes have changed, nothing but `InvalidDocument` is raised.
    """
    damaged = bytearray(WHOLE)
    for place in data.draw(st.lists(st.integers(0, len(WHOLE) - 1), max_size=4)):
        damaged[place] = data.draw(st.integers(0, 255))

    try:
        assert isinstance(parquet.loads(bytes(damaged)), Register)
    except InvalidDocument as error:
        assert error.problems  # noqa: PT017 - either will do


def test_a_file_that_expands_without_measure_is_refused():
    """
    Neither many bytes nor many values come out of a small file.
    """
    one_text = pa.table({"title": ["a" * 68 * 2**20]})
    many_values = pa.table({"excerpt": pa.repeat(pa.scalar(value=False), 68 * 2**20)})

    for table in (one_text, many_values):
        data = written(table, compression="zstd")
        assert len(data) < 2**18
        ((code, said),) = problems(data)
        assert code == "too-large"
        assert "if you trust it, read it with pyarrow" in said


def test_a_long_text_in_every_row_takes_the_room_of_one():
    """
    A file that tells its texts once has them once in memory too.
    """
    words = pa.DictionaryArray.from_arrays(pa.array([0] * 10_000), ["a" * 2**20])
    needed = ("id", "area", "parties")
    table = pa.table({name: pa.nulls(10_000) for name in needed} | {"title": words})

    assert table_in_parquet(written(table), "register").nbytes < 4 * 2**20


def test_a_table_of_another_shape_is_refused(register):
    """
    What the tables themselves refuse is told here in the same words.
    """
    table = to_arrow_nested(register)

    assert problems(written(table.drop_columns(["id"]))) == [
        ("missing", "register, column id: is missing; add the column")
    ]
    newer = table.replace_schema_metadata({"medborgarloften.schema_version": "3"})
    ((code, _),) = problems(written(newer))
    assert code == "newer-version"


def test_a_folder_may_hold_other_files(tmp_path, register):
    """
    Files of other kinds, and hidden ones, are passed over; tables of others are not.
    """
    parquet.dump_tables(register, tmp_path)
    (tmp_path / "README.md").write_text("Hej")
    (tmp_path / ".promises.parquet").write_bytes(b"")
    assert parquet.load(tmp_path) == register

    (tmp_path / "quantities.parquet").rename(tmp_path / "quantity.PARQUET")
    with pytest.raises(InvalidDocument, match="did you mean quantities"):
        parquet.load(tmp_path)


def test_a_folder_without_tables_is_refused(tmp_path):
    """
    A register has agreements, if only a table with none.
    """
    with pytest.raises(InvalidDocument, match="agreements: the table is not here"):
        parquet.load(tmp_path)


def test_every_file_that_cannot_be_read_is_told_of(tmp_path, register):
    """
    Files of a folder that are damaged, or of another shape, are named one by one.
    """
    parquet.dump_tables(register, tmp_path)
    (tmp_path / "parties.parquet").write_bytes(written(pa.table({"x": [1]})))
    (tmp_path / "promises.parquet").write_bytes(b"PAR1")

    with pytest.raises(InvalidDocument) as caught:
        parquet.load(tmp_path)

    assert [(each.code, each.path) for each in caught.value.problems] == [
        ("unknown-schema", "parties"),
        ("not-parquet", "promises"),
    ]


def test_a_file_that_is_not_there_is_pythons_own_error(tmp_path, register):
    """
    Whoever handles missing files already handles these.
    """
    with pytest.raises(FileNotFoundError):
        parquet.load(tmp_path / "a.parquet")
    with pytest.raises(FileNotFoundError):
        parquet.dump_tables(register, tmp_path / "nowhere" / "tables")


def test_a_number_beyond_arrow_writes_nothing(tmp_path, agreement):
    """
    What cannot be written is refused before a file is touched.
    """
    register = Register([attrs.evolve(agreement, ordinal=10**30)])

    for write in (parquet.dump, parquet.dump_tables):
        with pytest.raises(InvalidField, match=r"Agreement\.ordinal"):
            write(register, tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []


def test_who_has_no_pyarrow_is_told_how_to_get_it(monkeypatch, tmp_path):
    """
    The error names the extra that brings it, whatever is asked for first.
    """
    ours = ("medborgarloften.tables", "medborgarloften.serializers._tables")
    for module in [*sys.modules]:
        if module.startswith(ours):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    for use, argument in (
        (parquet.dumps, Register()),
        (parquet.loads, b""),
        (parquet.load, tmp_path),
    ):
        with pytest.raises(MissingExtra, match=r"medborgarloften\[tables\]"):
            use(argument)
    with pytest.raises(MissingExtra, match=r"medborgarloften\[tables\]"):
        parquet.dump_tables(Register(), tmp_path)


def test_what_tells_of_a_file_is_read_as_pyarrow_reads_it():
    """
    Of each piece of a column the size and the way it is written are known before.
    """
    table = pa.table(
        {
            "texts": ["a", "b"] * 400,
            "lists": [[1, 2, 3]] * 800,
            "long": pa.array(["x"] * 800).dictionary_encode(),
        }
    )
    data = written(
        table,
        row_group_size=500,
        use_dictionary=["long"],
        column_encoding={"texts": "DELTA_BYTE_ARRAY"},
    )
    told = pyarrow_parquet.ParquetFile(pa.BufferReader(data)).metadata
    chunks = [told.row_group(group).column(n) for group in range(2) for n in range(3)]

    pieces = pieces_in(data)

    assert [(piece.column, piece.size) for piece in pieces] == [
        (each.path_in_schema, max(each.num_values, each.total_uncompressed_size))
        for each in chunks
    ]
    assert texts_to_keep_once(pieces) == ["long"]


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        (b"\0", {}),
        (b"\x15\x03\0", {1: -2}),
        (b"\x05\x06\x96\x01\x11\x12\0", {3: 75, 4: True, 5: False}),
        (b"\x18\x02hi\0", {1: b"hi"}),
        (b"\x17AAAAAAAA\x13\x07\0", {1: b"AAAAAAAA", 2: 7}),
        (b"\x19\x25\x02\x04\x1c\x15\x06\0\0", {1: [1, 2], 2: {1: 3}}),
        (b"\x19\xf1\x10" + b"\x01" * 16 + b"\0", {1: [1] * 16}),
    ],
)
def test_thrift_is_read_as_its_protocol_says(data, fields):
    """
    Each kind of value that Parquet's structures have is understood.
    """
    reader = ThriftReader(data)

    assert reader.structure() == fields
    assert reader.at == len(data)


@pytest.mark.parametrize("data", [b"", b"\x15", b"\x18\x05hi", b"\x1b\x00\0", b"\x1f"])
def test_thrift_that_is_damaged_is_told_of(data):
    """
    What ends too early, or is of no kind that Parquet has, is no structure.
    """
    with pytest.raises((LookupError, ValueError)):
        ThriftReader(data).structure()
