from __future__ import annotations

import subprocess
import sys
from datetime import date

import attrs
import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Area,
    InvalidDocument,
    InvalidField,
    InvalidPeriod,
    Party,
    PartyKind,
    Promise,
    Quantity,
    Register,
)
from medborgarloften.errors import DuplicateAgreement, NoSuchPromise
from medborgarloften.serializers._strict.plain import to_plain
from medborgarloften.tables.arrow import from_arrow, to_arrow, to_arrow_nested
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.rows import lay_out
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
BARE = Agreement(
    id="habo-2023",
    title="Medborgarlöfte",
    area=Area(),
    parties=(POLICE,),
    promises=(Promise(number=1, text="Synas mer", promisors=("police",)),),
)
TEXTS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.dictionary(pa.int8(), pa.string()),
    pa.dictionary(pa.uint32(), pa.large_string()),
]
WHOLE_NUMBERS = [pa.int64(), pa.int32(), pa.uint64(), pa.uint16()]
LISTS = [pa.list_, pa.large_list]


def handed_back(type_, text, number, list_of):
    """Make the type that an engine has for one of ours; all may be null in it."""
    if pa.types.is_list(type_):
        return list_of(handed_back(type_.value_type, text, number, list_of))
    if pa.types.is_struct(type_):
        return pa.struct(
            [
                (each.name, handed_back(each.type, text, number, list_of))
                for each in type_
            ]
        )
    return {pa.string(): text, pa.int64(): number}.get(type_, type_)


def retyped(table, text, number, list_of):
    """Make a table with the types that an engine has, and without our metadata."""
    types = [
        (each.name, handed_back(each.type, text, number, list_of))
        for each in table.schema
    ]
    return pa.Table.from_pylist(table.to_pylist(), pa.schema(types))


def cut(table, places):
    """Cut a table into chunks that begin at such places, each its own way."""
    ends = sorted({place % (table.num_rows + 1) for place in places})
    starts = [0, *ends]
    pieces = [
        table.slice(start, end - start)
        for start, end in zip(starts, [*ends, table.num_rows], strict=True)
    ]
    return pa.concat_tables(pieces)


def with_days_as_text(value):
    """Make plain data of what Arrow tells: days are texts there."""
    if isinstance(value, dict):
        return {name: with_days_as_text(each) for name, each in value.items()}
    if isinstance(value, list):
        return [with_days_as_text(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def changed(table, row, **values):
    """Make a table with other values in one of its rows."""
    rows = table.to_pylist()
    rows[row] |= values
    return pa.Table.from_pylist(rows, table.schema)


def problems(tables):
    """Read tables that cannot be read: the code, place and words of each fault."""
    with pytest.raises(InvalidDocument) as caught:
        from_arrow(tables)
    assert all(problem.message_sv for problem in caught.value.problems)
    return [(each.code, each.path, each.message) for each in caught.value.problems]


# ---------------------------------------------------------------- there and back


@FEWER
@given(registers(max_size=2))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing is lost on the way into tables and out again, in one or in many.
    """
    for tables in (to_arrow(register), to_arrow_nested(register)):
        assert from_arrow(tables) == register
        assert repr(attrs.astuple(from_arrow(tables))) == repr(attrs.astuple(register))


def test_nothing_of_a_full_register_is_lost(full_register):
    """
    Nearly every column has something in it, and all of it comes back.
    """
    tables = to_arrow(full_register)

    assert from_arrow(tables) == full_register
    assert from_arrow(to_arrow_nested(full_register)) == full_register
    assert [
        (name, column)
        for name, table in tables.items()
        for column in table.column_names
        if table[column].null_count == table.num_rows
    ] == [("others", "code"), ("promises", "period_last_day")]


@FEWER
@given(registers(max_size=2))
def test_the_one_table_says_what_documents_say(register):
    """
    Each row is the plain data of an agreement, with that of its outcomes.
    """
    table = to_arrow_nested(register)
    table.validate(full=True)
    rows = with_days_as_text(table.to_pylist())
    outcomes = [
        {"agreement": row["id"], **each} for row in rows for each in row.pop("outcomes")
    ]

    assert rows == [*map(to_plain, register.agreements)]
    assert outcomes == [*map(to_plain, register.outcomes)]


@FEWER
@given(registers(max_size=2))
def test_the_tables_say_what_is_laid_out(register):
    """
    Rows, their order and the names of columns are those of every other format.
    """
    tables = to_arrow(register)
    for table in tables.values():
        table.validate(full=True)

    assert {name: table.to_pylist() for name, table in tables.items()} == {
        name: [
            {
                column: list(value) if isinstance(value, tuple) else value
                for column, value in row.items()
            }
            for row in rows
        ]
        for name, rows in lay_out(register).items()
    }


# ---------------------------------------------------------------- others' tables


@FEWER
@given(
    registers(max_size=2),
    st.lists(st.integers(0, 99), max_size=4),
    st.randoms(use_true_random=False),
)
def test_chunks_and_the_order_of_columns_mean_nothing(register, places, random):
    """
    A table that was cut into pieces, and shuffled, is read as the whole.
    """
    nested = cut(to_arrow_nested(register), places)
    names = nested.column_names
    random.shuffle(names)
    assert from_arrow(nested.select(names)) == register

    tables = {name: cut(each, places) for name, each in to_arrow(register).items()}
    for name, table in tables.items():
        rows = [*range(table.num_rows)]
        random.shuffle(rows)
        tables[name] = table.take(pa.array(rows, pa.int64()))
    assert from_arrow(tables) == register


def test_a_piece_of_a_table_is_a_register_too(full_register):
    """
    Some of the rows of the one table make a register of those agreements.
    """
    table = to_arrow_nested(full_register)
    first, second = full_register.agreements

    assert from_arrow(table.slice(0, 1)) == Register([first], full_register.outcomes)
    assert from_arrow(table.slice(1)) == Register([second])


@FEWER
@given(
    registers(max_size=2),
    st.sampled_from(TEXTS),
    st.sampled_from(WHOLE_NUMBERS),
    st.sampled_from(LISTS),
    st.lists(st.integers(0, 99), max_size=2),
)
def test_types_that_hold_the_same_are_read(register, text, number, list_of, places):
    """
    Texts, lists and whole numbers may be of any size, and words kept once.
    """
    as_it_is = pa.types.is_string_view(text)  # which pyarrow cannot put after another
    nested = retyped(to_arrow_nested(register), text, number, list_of)
    assert from_arrow(nested if as_it_is else cut(nested, places)) == register

    tables = {
        name: retyped(table, text, number, list_of)
        for name, table in to_arrow(register).items()
    }
    assert from_arrow(tables) == register


def test_words_that_are_kept_apart_in_each_chunk_are_read(full_register):
    """
    Chunks with words of their own, as files with many groups have, are put together.
    """
    words = pa.dictionary(pa.int32(), pa.string())
    table = retyped(to_arrow_nested(full_register), words, pa.int64(), pa.list_)
    apart = [retyped(table.slice(n, 1), words, pa.int64(), pa.list_) for n in (0, 1)]

    assert from_arrow(pa.concat_tables(apart)) == full_register


def test_duckdb_hands_back_what_it_got(full_register):
    """
    What DuckDB made of the tables is a register, with no file in between.
    """
    nested = to_arrow_nested(full_register)
    with duckdb.connect() as database:
        database.register("nested", nested)
        assert from_arrow(database.sql("SELECT * FROM nested")) == full_register

        for name, table in to_arrow(full_register).items():
            database.register(name, table)
        tables = {each.name: database.table(each.name) for each in ENTITIES}
        assert from_arrow(tables) == full_register


def test_batches_are_read_as_they_come(full_register):
    """
    Whatever hands over Arrow's data will do: a reader of batches, or one batch.
    """
    table = to_arrow_nested(full_register)

    assert from_arrow(table.to_reader(max_chunksize=1)) == full_register
    assert from_arrow(table.combine_chunks().to_batches()[0]) == full_register


# ---------------------------------------------------------------- what may be missing


def test_columns_that_say_nothing_may_be_missing():
    """
    Of an agreement of which little is known, few columns are needed.
    """
    register = Register([BARE])
    nested = to_arrow_nested(register).select(["id", "title", "area", "parties"])
    assert from_arrow(nested) == Register([attrs.evolve(BARE, promises=())])

    tables = to_arrow(register)
    needed = {
        "agreements": ["id", "title"],
        "parties": ["agreement", "id", "kind", "name"],
        "promises": ["agreement", "number", "text", "promisors"],
    }
    few = {name: tables[name].select(columns) for name, columns in needed.items()}
    assert from_arrow(few) == register


def test_structures_may_be_without_what_says_nothing():
    """
    Fields that need not be there may be missing within lists too.
    """
    few = pa.table(
        {
            "id": ["habo-2023"],
            "title": ["Medborgarlöfte"],
            "area": pa.array(
                [{"district": None}], pa.struct([("district", pa.null())])
            ),
            "parties": [[{"id": "police", "kind": "police", "name": "Polisen"}]],
            "promises": [[{"number": 1, "text": "Synas mer", "promisors": ["police"]}]],
            "basis": pa.array([[]], pa.list_(pa.null())),
            "outcomes": pa.nulls(1),
        }
    )

    assert from_arrow(few) == Register([BARE])


def test_a_null_says_nothing():
    """
    A null where something has to be means what is meant when nothing is said.
    """
    register = Register([BARE])
    table = to_arrow_nested(register)
    with_nulls = {
        name: pa.nulls(1, table[name].type)
        for name in ("kind", "others", "period", "excerpt", "outcomes", "notes")
    }
    for name, nulls in with_nulls.items():
        place = table.column_names.index(name)
        table = table.set_column(place, name, nulls)
    assert from_arrow(table) == register

    tables = to_arrow(register)
    agreements = tables["agreements"]
    for name in ("kind", "area_municipalities", "period_open_ended", "basis"):
        place = agreements.column_names.index(name)
        nulls = pa.nulls(1, agreements[name].type)
        agreements = agreements.set_column(place, name, nulls)
    assert from_arrow(tables | {"agreements": agreements}) == register


def test_what_has_no_number_comes_last():
    """
    Rows without a position stand after those that have one, as they come.
    """
    parties = tuple(
        Party(id=id_, kind=PartyKind.OTHER, name=id_) for id_ in ("a", "b", "c")
    )
    agreement = attrs.evolve(BARE, parties=parties, promises=())
    tables = to_arrow(Register([agreement]))
    rows = tables["parties"].to_pylist()
    for row, position in zip(rows, (None, None, 0), strict=True):
        row["position"] = position
    tables["parties"] = pa.Table.from_pylist(rows)

    (read,) = from_arrow(tables).agreements

    assert [party.id for party in read.parties] == ["c", "a", "b"]


def test_no_promise_has_a_period_without_columns_for_it():
    """
    Where nothing is said of a part that may be absent, it is.
    """
    tables = to_arrow(Register([BARE]))
    kept = [name for name in tables["promises"].column_names if "period" not in name]
    tables["promises"] = tables["promises"].select(kept)

    assert from_arrow(tables) == Register([BARE])


# ---------------------------------------------------------------- what will not do


def renamed(table, **names):
    """Give columns other names."""
    return table.rename_columns([names.get(each, each) for each in table.column_names])


def typed(table, name, type_):
    """Make a table with nulls of another type in a column."""
    place = table.column_names.index(name)
    return table.set_column(place, name, pa.nulls(table.num_rows, type_))


NESTED = to_arrow_nested(Register([BARE]))
TABLES = to_arrow(Register([BARE]))
PROMISE = pa.struct(
    [("number", pa.float64()), ("texts", pa.string()), ("promisors", pa.string())]
)


REFUSED_SHAPES = [
    (
        NESTED.drop_columns(["title"]),
        [("missing", "register, column title", "is missing; add the column")],
    ),
    (
        renamed(NESTED, notes="notess"),
        [("unknown-field", "register, column notess", "did you mean 'notes'?")],
    ),
    (
        NESTED.append_column("zzz", pa.nulls(1)),
        [("unknown-field", "register, column zzz", "no known column; leave it out")],
    ),
    (
        NESTED.append_column("notes", pa.nulls(1)),
        [("duplicate-key", "register, column notes", "keep one of them")] * 2,
    ),
    (  # a whole number is not turned into a text
        typed(NESTED, "title", pa.int64()),
        [("wrong-type", "register, column title", "text (string), got int64; cast")],
    ),
    (  # what pandas makes of whole numbers with nulls among them
        typed(NESTED, "ordinal", pa.float64()),
        [("wrong-type", "register, column ordinal", "whole numbers (int64), got dou")],
    ),
    (  # a time is no day
        TABLES | {"amendments": typed(TABLES["amendments"], "on", pa.timestamp("us"))},
        [("wrong-type", "amendments, column on", "days (date32), got timestamp[us]")],
    ),
    (
        typed(NESTED, "excerpt", pa.int8()),
        [("wrong-type", "register, column excerpt", "true or false (bool), got int8")],
    ),
    (  # several values in one text
        typed(NESTED, "priorities", pa.string()),
        [("wrong-type", "register, column priorities", "lists of text (string), got")],
    ),
    (
        typed(NESTED, "area", pa.dictionary(pa.int8(), pa.string())),
        [
            (
                "wrong-type",
                "register, column area",
                "structures (struct), got dictionary",
            )
        ],
    ),
    (
        typed(NESTED, "title", pa.struct([("d" * 100, pa.int8())])),
        [("wrong-type", "register, column title", f"got struct<{'d' * 53}…; cast it")],
    ),
    (
        typed(NESTED, "promises", pa.list_(PROMISE)),
        [
            ("wrong-type", "register, column promises.number", "got double; cast it"),
            ("unknown-field", "register, column promises.texts", "mean 'text'?"),
            ("wrong-type", "register, column promises.promisors", "expected lists of"),
            ("missing", "register, column promises.text", "is missing; add the column"),
        ],
    ),
    (
        pa.table({"city": ["Habo"], "people": [10_000]}),
        [("unknown-schema", "register", "has no column of a register; give a file")],
    ),
    (
        TABLES["parties"],
        [("other-schema", "register", "is the table 'parties'; read a register's")],
    ),
    (  # the same columns, and other rows
        TABLES | {"parties": TABLES["others"]},
        [("other-schema", "parties", "is the table 'others'; read a register's")],
    ),
    (
        {"promises": TABLES["promises"]},
        [("missing", "agreements", "the table is not here; give it with the others")],
    ),
    (
        TABLES | {"promise": TABLES["promises"], "x": NESTED, "register": NESTED},
        [
            ("unknown-table", "promise", "no known table; did you mean promises?"),
            ("unknown-table", "x", "no known table; rename it, or take it away"),
            ("unknown-table", "register", "no known table; rename it, or take it away"),
        ],
    ),
]


@pytest.mark.parametrize(("tables", "complaints"), REFUSED_SHAPES)
def test_a_table_of_another_shape_is_refused(tables, complaints):
    """
    The complaint names the table and the column, and says what would do.
    """
    found = problems(tables)

    assert [each[:2] for each in found] == [each[:2] for each in complaints]
    for (*_, message), (*_, words) in zip(found, complaints, strict=True):
        assert words in message


def test_a_table_of_very_many_columns_is_refused_at_once():
    """
    What thousands of foreign columns may have meant is not looked for.
    """
    foreign = pa.table({f"titel {n}": pa.nulls(1) for n in range(5000)})
    mixed = foreign.append_column("title", pa.nulls(1))

    assert len(problems(foreign)) == 1
    assert len(problems(mixed)) == 5003
    assert not any("did you mean" in message for *_, message in problems(mixed))


@pytest.mark.parametrize(
    ("claim", "value", "code", "words"),
    [
        ("schema", "acme/table", "unknown-schema", "medborgarloften/register, got 'ac"),
        ("schema_version", "3", "newer-version", "3 is newer than this library knows"),
        ("schema_version", "två", "wrong-type", "as its version, got 'två'"),
        ("schema_version", "9" * 5000, "wrong-type", f"version, got '{'9' * 60}…'"),
    ],
)
def test_a_table_that_says_it_is_another_is_refused(claim, value, code, words):
    """
    What a table says of itself is believed, and nothing more is told of it.
    """
    claims = {f"medborgarloften.{claim}": value}
    table = NESTED.drop_columns(["title"]).replace_schema_metadata(claims)

    ((found, place, message),) = problems(table)

    assert (found, place) == (code, "register")
    assert words in message


@pytest.mark.parametrize("version", ["1", "2"])
def test_versions_until_today_are_read(version):
    """
    An older version has tables of the same shape, so far.
    """
    metadata = {"medborgarloften.schema_version": version, "pandas": "{}"}

    assert from_arrow(NESTED.replace_schema_metadata(metadata)) == Register([BARE])


@pytest.mark.parametrize("thing", [None, [NESTED], {"agreements": [1]}, "tables"])
def test_what_is_no_table_is_refused(thing):
    """
    Nothing is inferred from lists and dictionaries of values.
    """
    with pytest.raises(InvalidField, match="give a table of pyarrow"):
        from_arrow(thing)


@pytest.mark.parametrize("write", [to_arrow, to_arrow_nested])
def test_only_a_register_is_written(write):
    """
    An agreement alone is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        write(BARE)


@pytest.mark.parametrize("write", [to_arrow, to_arrow_nested])
@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_beyond_arrow_is_refused_by_name(write, number):
    """
    The model knows no largest number; tables do, and say what to do.
    """
    quantities = (Quantity(2**63 - 1, None, "kväll"), Quantity(number, None, "kväll"))
    promise = attrs.evolve(BARE.promises[0], quantities=quantities)
    register = Register([attrs.evolve(BARE, promises=(promise,))])

    with pytest.raises(InvalidField, match="write it as JSON") as caught:
        write(register)

    assert (caught.value.owner, caught.value.field) == ("Quantity", "minimum")
    assert caught.value.value == number


def test_the_largest_number_comes_back():
    """
    All that Arrow's whole numbers hold is read as it was.
    """
    register = Register([attrs.evolve(BARE, ordinal=2**63 - 1)])

    assert from_arrow(to_arrow(register)) == register


@pytest.mark.parametrize(
    ("table", "row", "values", "complaint"),
    [
        ("promises", 0, {"text": " "}, "Promise.text: ' ' will not do"),
        ("promises", 0, {"text": None}, "Promise.text: None will not do"),
        ("promises", 0, {"kind": "deed"}, "give a PromiseKind, not a str"),
        ("promises", 0, {"themes": ["x"]}, "give a Theme, not a str"),
        ("promises", 0, {"promisors": None}, "give a tuple, not None"),
        ("promises", 0, {"promisors": [None]}, "give a str, not None"),
        ("promises", 0, {"number": 2}, "it is number 1 of the promises"),
        (
            "promises",
            0,
            {"agreement": "x"},
            "promises.agreement: 'x' will not do; name one of the agreements",
        ),
        ("parties", 0, {"agreement": None}, "parties.agreement: None will not do"),
        ("agreements", 1, {"id": "habo-2023"}, "agreements.id: 'habo-2023' will not"),
    ],
)
def test_the_model_refuses_what_it_always_refuses(table, row, values, complaint):
    """
    A value that will not do is told in the model's own words.
    """
    tables = to_arrow(Register([BARE, attrs.evolve(BARE, id="mullsjö-2023")]))
    tables[table] = changed(tables[table], row, **values)

    with pytest.raises(InvalidField) as caught:
        from_arrow(tables)

    assert complaint in str(caught.value)


def test_days_that_make_no_period_are_refused():
    """
    A period that ends before it begins is no period in a table either.
    """
    days = {"period_first_day": date(2020, 2, 1), "period_last_day": date(2020, 1, 1)}
    agreements = changed(TABLES["agreements"], 0, **days)

    with pytest.raises(InvalidPeriod):
        from_arrow(TABLES | {"agreements": agreements})


@pytest.mark.parametrize("number", [10**7, -(10**6), 2**31 - 1, -(2**31)])
def test_a_day_outside_the_calendar_is_refused(number):
    """
    Arrow counts days far beyond the years that Python knows.
    """
    days = pa.array([number], pa.int32()).cast(pa.date32())
    place = NESTED.column_names.index("signed_on")

    with pytest.raises(InvalidField, match="within the years 1 to 9999"):
        from_arrow(NESTED.set_column(place, "signed_on", days))


def test_two_agreements_of_one_id_are_refused():
    """
    The one table may have a row twice, but not two that differ.
    """
    other = to_arrow_nested(Register([attrs.evolve(BARE, notes="en annan")]))

    assert from_arrow(pa.concat_tables([NESTED, NESTED])) == Register([BARE])
    with pytest.raises(DuplicateAgreement):
        from_arrow(pa.concat_tables([NESTED, other]))


def test_an_outcome_of_no_promise_is_refused(full_register):
    """
    What became of a promise that is not there is no outcome of any.
    """
    tables = to_arrow(full_register)
    tables["outcomes"] = changed(tables["outcomes"], 0, promise=7)

    with pytest.raises(NoSuchPromise):
        from_arrow(tables)


def test_a_null_among_outcomes_is_refused():
    """
    A list may be empty, but nothing in it is not an outcome.
    """
    table = to_arrow_nested(Register([BARE]))
    place = table.column_names.index("outcomes")
    outcomes = pa.array([[None]], table["outcomes"].type)

    with pytest.raises(InvalidField, match="give each as an Outcome"):
        from_arrow(table.set_column(place, "outcomes", outcomes))


def test_sources_of_outcomes_without_numbers_belong_to_none(full_register):
    """
    An outcome that has no position cannot be named by its sources.
    """
    tables = to_arrow(full_register)
    tables["outcomes"] = tables["outcomes"].drop_columns(["position"])

    with pytest.raises(InvalidField, match="name one of the outcomes"):
        from_arrow(tables)


def as_text(data):
    """Say of bytes that they are a text, which Arrow believes."""
    (array,) = [pa.array([data], pa.binary())]
    return pa.Array.from_buffers(pa.string(), 1, array.buffers())


@pytest.mark.parametrize(
    "titles",
    [
        as_text(b"\xe5"),
        pa.DictionaryArray.from_arrays([1], ["a"], safe=False),  # a word too few
    ],
    ids=["latin-1", "no such word"],
)
def test_what_is_no_text_is_refused(titles):
    """
    Arrow believes that texts are UTF-8, and there; whoever reads them finds out.
    """
    place = NESTED.column_names.index("title")

    ((code, found, words),) = problems(NESTED.set_column(place, "title", titles))

    assert (code, found) == ("damaged", "register, column title")
    assert "it holds what is no text; get it again, whole" in words


def test_names_that_are_no_text_are_refused():
    """
    The same holds for the names of columns.
    """
    schema = pa.schema([("id", pa.string()), (b"tit\xe5l", pa.string())])

    ((code, found, words),) = problems(schema.empty_table())

    assert (code, found) == ("damaged", "register")
    assert "a column has a name that is no text" in words


# ---------------------------------------------------------------- the library itself


def python(program):
    """Run a program in a new interpreter, and return what it printed."""
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def test_arrow_waits_until_it_is_asked_for():
    """
    The tables of other formats are laid out without pyarrow.
    """
    program = """
import sys
import medborgarloften.tables.rows
from medborgarloften.serializers import arrow, parquet
print("pyarrow" in sys.modules)
"""
    assert python(program) == "False\n"


def test_who_has_no_pyarrow_is_told_how_to_get_it():
    """
    The error names the extra that brings it.
    """
    program = """
import sys
sys.modules["pyarrow"] = None
try:
    import medborgarloften.tables.arrow
except ImportError as error:
    print(type(error).__name__, error)
"""
    assert python(program) == (
        "MissingExtra this needs pyarrow; install medborgarloften[tables]\n"
    )
