from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from itertools import product
from tempfile import TemporaryDirectory

import ibis
import pyarrow as pa
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet as files
from tests.asked import (
    QUESTIONS,
    assert_days_are_those_of,
    found_in,
    ids_of,
    names_of,
    register_of_every_kind,
)

from medborgarloften import (
    Agreement,
    AgreementKind,
    Amendment,
    Area,
    InvalidDocument,
    InvalidField,
    Match,
    MissingExtra,
    Outcome,
    Party,
    PartyKind,
    Promise,
    Register,
    Source,
    Status,
    ValidityPeriod,
    tables,
)
from medborgarloften.errors import FileMissing, UnknownName
from medborgarloften.queries import (
    AllOf,
    AnyOf,
    Question,
    Where,
    about,
    active_on,
    in_county,
    in_municipality,
    of_kind,
    promised_by,
    quantified,
    undated,
    with_partner,
    with_status,
)
from medborgarloften.queries.saved import KINDS
from medborgarloften.serializers import parquet
from medborgarloften.tables._ibis import fetched_piecemeal
from medborgarloften.tables.arrow import to_arrow
from medborgarloften.testing import questions, registers

# To ask an engine takes much longer than to ask objects.
FEWER = settings(max_examples=8)

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
SUMMER = date(2023, 6, 1)


@contextmanager
def opened(register):
    """Open the tables of a register, from files and in DuckDB."""
    with TemporaryDirectory() as folder:
        parquet.dump_tables(register, folder)
        with tables.open(folder) as asked:
            yield asked


@pytest.fixture
def register(full_register):
    """Make a register of agreements of both kinds, one of them without promises."""
    umbrella = evolve(
        full_register["habo-samverkan-2022"],
        promises=(
            Promise(
                number=1,
                text="Vi lovar det",
                promisors=("police",),
                partners=("a", "b"),
                target_groups=("barn", "kvinnor och män"),
            ),
        ),
        others=(
            Party(id="a", kind=PartyKind.ASSOCIATION, name="skola a"),
            Party(id="b", kind=PartyKind.OTHER, name="B", code="0643"),
        ),
    )
    askersund = evolve(
        umbrella,
        id="askersund",
        kind=AgreementKind.CITIZENS_PROMISE,
        area=Area(municipalities=("1882",)),
        period=ValidityPeriod.of_year(2020),
    )
    bare = evolve(full_register["habo-2023"], id="bare", promises=(), citations=())
    return Register(
        [full_register["habo-2023"], umbrella, askersund, bare], full_register.outcomes
    )


# ---------------------------------------------------------------- the same answers


def agreement_of(n, period, windows, **fields):
    """Make an agreement of a period, with a promise for each of some windows."""
    return Agreement(
        id=str(n),
        title="Löfte",
        area=Area(),
        parties=(POLICE,),
        period=ValidityPeriod.parse(period),
        promises=tuple(
            Promise(
                number=number,
                text="Synas",
                promisors=("police",),
                period=window and ValidityPeriod.parse(window),
            )
            for number, window in enumerate(windows, 1)
        ),
        **fields,
    )


def test_windows_of_all_kinds_are_cut_by_periods_of_all_kinds():
    """
    Ends are stated, open, or neither, before each other and the same.
    """
    periods = [
        f"{first}/{last}"
        for first in ("", "2018", "2020", "2022")
        for last in ("", "..", "2020", "2020..", "2022", "2022..", "2025")
        if not last.strip(".") or first <= last.strip(".")
    ]
    periods[0] = "/"
    days = [None, date(2019, 5, 6), date(2020, 7, 8), date(2024, 1, 1)]
    amendments = [
        (),
        (Amendment(last_day=date(2023, 2, 3)), Amendment()),
        (Amendment(last_day=date(2024, 2, 3)), Amendment(last_day=date(2022, 5, 6))),
    ]
    register = Register(
        agreement_of(
            n,
            period,
            [None, *periods],
            signed_on=days[n % 4],
            decided_on=days[n % 3],
            published_on=days[n % 2],
            amendments=amended,
        )
        for n, (period, amended) in enumerate(product(periods, amendments))
    )
    with opened(register) as asked:
        assert_days_are_those_of(register, asked)


@settings(max_examples=5)
@given(registers())
def test_a_row_has_the_days_of_its_promise(register):
    """
    The days that it holds on are those that objects tell, certainly and possibly.
    """
    with opened(register) as asked:
        assert_days_are_those_of(register, asked)


@FEWER
@given(registers(), st.lists(questions(), min_size=2, max_size=3))
def test_tables_answer_as_the_register_does(register, asked):
    """
    Every question finds the same promises and agreements, with an index and without.
    """
    with opened(register) as live, live.indexed() as indexed:
        for question in asked:
            found = names_of(register.find(question))
            assert found_in(live, question) == found_in(indexed, question) == found
            theirs = ids_of(register.agreements_where(question))
            assert indexed.agreements_where(question) == theirs


def test_there_is_an_example_of_every_kind():
    """
    What is tried below is every kind of question that there is.
    """
    assert {name: type(each) for name, each in QUESTIONS.items()} == KINDS


@pytest.fixture
def answering(register):
    """Open the tables of the register, and their index."""
    with opened(register) as live, live.indexed() as indexed:
        yield live, indexed


def test_every_kind_of_question_is_answered():
    """
    Each finds something and not all, and its contrary finds what it leaves.
    """
    register = register_of_every_kind()
    everything = names_of(register.find(AllOf(())))
    with opened(register) as live, live.indexed() as indexed:
        for question in QUESTIONS.values():
            found = names_of(register.find(question))
            assert set() < found < everything, question
            assert found_in(live, question) == found, question
            assert found_in(indexed, ~question) == everything - found, question
            for each in (question, ~question):
                theirs = ids_of(register.agreements_where(each))
                assert indexed.agreements_where(each) == theirs, each


@pytest.mark.parametrize(
    "on", [None, date(2023, 6, 1), date(2023, 12, 30), date(2023, 12, 31)]
)
def test_status_is_that_of_a_day(register, on):
    """
    Later outcomes do not count, and two of one day count both.
    """
    told = {"agreement": "habo-2023", "promise": 2, "sources": (Source(),)}
    outcomes = [
        Outcome(on=date(2023, 6, 1), status=Status.ONGOING, **told),
        Outcome(on=date(2023, 12, 31), status=Status.FULFILLED, **told),
    ]
    register = register.add(*outcomes)
    with opened(register) as asked:
        for status in Status:
            question = with_status(status, on=on)
            assert found_in(asked, question) == names_of(register.find(question))


@pytest.mark.parametrize(
    "amendments",
    [
        (Amendment(last_day=date(2024, 6, 30)), Amendment(last_day=date(2023, 9, 1))),
        (Amendment(last_day=date(2024, 6, 30)), Amendment()),
    ],
)
def test_the_last_amendment_that_states_a_day_counts(register, amendments):
    """
    It may shorten the agreement, and one that states no day changes nothing.
    """
    amended = evolve(register["habo-2023"], amendments=amendments)
    register = register.replace(amended)
    with opened(register) as asked:
        for day in (date(2023, 9, 1), date(2023, 9, 2), date(2024, 6, 30)):
            question = active_on(day)
            assert found_in(asked, question) == names_of(register.find(question))


def test_a_party_is_meant_whatever_its_name_looks_like(register):
    """
    Names are compared as slugs, and a municipality is found by its code alone.
    """
    with opened(register) as asked:
        for who in ("skola A", "SKOLA-a", "Habo", "b", "nobody"):
            for question in (promised_by(who), with_partner(who)):
                assert found_in(asked, question) == names_of(register.find(question))


# ---------------------------------------------------------------- what is found


def test_matches_are_those_of_the_register(register, answering):
    """
    They are whole, come by agreement and number, and can be gone through again.
    """
    for asked in answering:
        found = asked.find(about("narkotika") | ~quantified())
        expected = register.find(found.question).in_order()
        assert [*found] == [*found] == expected
        assert all(isinstance(match, Match) for match in found)
        assert len(found) == len(expected) > 1
        assert found
        assert found.agreement_ids() == [
            "askersund",
            "habo-2023",
            "habo-samverkan-2022",
        ]


def test_nothing_is_found_where_nothing_is():
    """
    An empty register has tables too.
    """
    with opened(Register()) as asked:
        found = asked.find(AllOf(()))
        assert not found
        assert len(found) == 0
        assert [*found] == []
        assert found.agreement_ids() == asked.agreements_where(AllOf(())) == []


def test_any_number_of_agreements_is_gone_through():
    """
    They are made some at a time, and each with all that is its own.
    """
    promise = Promise(number=1, text="Synas", promisors=("police",))
    register = Register(
        Agreement(
            id=f"habo's \\ å {n}",
            title=str(n),
            area=Area(),
            parties=(POLICE,),
            sources=(Source(title=str(n)),),
            promises=(promise, evolve(promise, number=2)),
        )
        for n in range(330)
    )
    with opened(register) as asked:
        found = asked.find(promised_by("polisen"))
        assert [*found] == register.find(promised_by("polisen")).in_order()


def test_what_is_found_is_a_table(register):
    """
    It can be counted, grouped and joined by whoever knows Ibis or Arrow.
    """
    with opened(register) as asked:
        found = asked.find(active_on(SUMMER))
        promises = asked.table("promises")
        rows = found.to_ibis()
        is_it = [rows.agreement == promises.agreement, rows.promise == promises.number]
        texts = rows.join(promises, is_it).select("promise", "text")
        assert sorted(texts.to_pyarrow()["text"].to_pylist()) == [
            "Två till fyra gånger i månaden under våren patrullera till fots",
            "Öka tryggheten i centrum",
        ]
        table = found.to_arrow()
        with found.to_arrow_batches() as batches:
            assert batches.read_all().sort_by("promise") == table.sort_by("promise")
        first = table.sort_by("promise").to_pylist()[0]
        assert first["municipality"] is None
        assert first["municipalities"] == ["0643", "0642"]
        assert first["district"] == "Centrum"
        assert first["kind"] == "goal"
        assert first["agreement_kind"] == "citizens_promise"


def test_one_municipality_stands_by_itself(register):
    """
    So that one can group by it.
    """
    with opened(register) as asked:
        rows = asked.find(in_municipality("Askersund")).to_arrow()
    assert rows["municipality"].to_pylist() == ["1882"]


def test_both_say_what_they_are(register):
    """
    Tables tell their engine, and what is found tells what was asked.
    """
    with opened(register) as asked:
        assert repr(asked) == "<Tables in duckdb>"
        assert repr(asked.find(undated())) == "<Found by Undated()>"


def test_tables_have_names(register):
    """
    A misspelt one is refused, with the nearest.
    """
    with opened(register) as asked, pytest.raises(UnknownName, match="'promises'"):
        asked.table("promisses")


# ---------------------------------------------------------------- plain functions


def is_second(match):
    """Tell whether it is the second promise."""
    return match.promise.number == 2


@pytest.mark.parametrize(
    "question",
    [
        Where(is_second),
        ~Where(is_second),
        active_on(SUMMER) & is_second,
        undated() | Where(is_second),
        ~(~active_on(SUMMER) | Where(is_second)),
        AnyOf((~Where(is_second), quantified())) & ~undated(),
    ],
)
def test_a_plain_function_is_asked_by_python(register, question):
    """
    Wherever it stands, the same is found, also of agreements without promises.
    """
    with opened(register) as asked:
        found = asked.find(question)
        expected = register.find(question).in_order()
        assert [*found] == expected
        assert len(found) == len(expected)
        assert bool(found) is bool(expected)
        assert asked.agreements_where(question) == ids_of(
            register.agreements_where(question)
        )


@pytest.mark.parametrize("handed_on", ["to_ibis", "to_arrow", "to_arrow_batches"])
def test_a_plain_function_has_no_table(register, handed_on):
    """
    No engine can ask it, so what would be handed on is refused.
    """
    with opened(register) as asked:
        found = asked.find(~(quantified() & is_second))
        with pytest.raises(InvalidField, match="only Python can ask"):
            getattr(found, handed_on)()


@pytest.mark.parametrize("method", ["find", "agreements_where"])
def test_only_questions_are_asked(register, method):
    """
    Anything else is refused at once.
    """
    with (
        opened(register) as asked,
        pytest.raises(InvalidField, match="give a question"),
    ):
        getattr(asked, method)("narkotika")


def test_an_unknown_kind_of_question_is_refused(register):
    """
    It is never answered with nothing.
    """
    with opened(register) as asked, pytest.raises(TypeError, match="can be asked"):
        len(asked.find(Question()))


# ---------------------------------------------------------------- opening


@pytest.fixture
def engine():
    """Connect to DuckDB as a user would."""
    connection = ibis.duckdb.connect()
    yield connection
    connection.disconnect()


def kept_in(engine):
    """List what DuckDB holds in memory."""
    return engine.con.execute("FROM duckdb_tables()").fetchall()


def test_a_connection_is_asked_for_its_tables(register, engine):
    """
    Other tables there do not matter, and it stays open.
    """
    for name, table in to_arrow(register).items():
        engine.con.from_arrow(table).create(name)
    engine.con.from_arrow(pa.table({"a": [1]})).create("mine")
    with tables.open(engine) as asked:
        assert found_in(asked, quantified()) == {("habo-2023", 2)}
    assert engine.table("mine").count().to_pyarrow().as_py() == 1


def test_a_folder_is_read_by_the_engine_that_is_given(register, engine, tmp_path):
    """
    It stays open, and what an index kept there is gone.
    """
    parquet.dump_tables(register, tmp_path)
    with tables.open(tmp_path, engine=engine).indexed() as asked:
        assert len(asked.find(quantified())) == 1
        assert kept_in(engine)
    assert not kept_in(engine)


def test_tables_may_be_in_parts_and_some_missing(register, tmp_path):
    """
    Engines write a folder for each table, and nothing for what has no rows.
    """
    written = to_arrow(register)
    for name in ("agreements", "parties", "promises"):
        folder = tmp_path / f"{name}.parquet"
        folder.mkdir()
        for part in range(2):
            rows = written[name].slice(part * 2, 2 if part == 0 else None)
            files.write_table(rows, folder / f"part-{part}.parquet")
    (tmp_path / ".hidden.parquet").write_text("")
    (tmp_path / "notes.txt").write_text("")
    with tables.open(str(tmp_path)) as asked:
        assert len(asked.find(AllOf(()))) == 4
        assert not asked.find(quantified())
        assert len(asked.find(with_status("no_evidence"))) == 4
        assert not asked.find(with_partner(PartyKind.SCHOOL))


def test_other_types_that_hold_the_same_are_asked_alike(tmp_path):
    """
    Columns may stand in any order, be narrower or say nothing, or not be there.
    """
    agreements = pa.table(
        {
            "title": pa.array(["A", "B"], pa.large_string()),
            "kind": pa.nulls(2),
            "id": ["a", "b"],
            "area_municipalities": pa.nulls(2),
            "period_first_day": pa.array([date(2020, 1, 1), None]),
            "period_open_ended": [True, None],
        }
    )
    promises = pa.table(
        {
            "number": pa.array([1], pa.int16()),
            "agreement": pa.array(["a"]).dictionary_encode(),
            "text": ["Synas"],
            "promisors": pa.array([["p"]], pa.large_list(pa.string())),
            "kind": pa.nulls(1),
        }
    )
    parties = pa.table(
        {
            "agreement": ["a", "b"],
            "id": ["p", "p"],
            "kind": ["police"] * 2,
            "name": ["Polisen"] * 2,
        }
    )
    for name, table in {
        "agreements": agreements,
        "promises": promises,
        "parties": parties,
    }.items():
        files.write_table(table, tmp_path / f"{name}.parquet")
    register = parquet.load(tmp_path)
    with tables.open(tmp_path) as asked:
        for question in (
            active_on(SUMMER),
            of_kind("activity"),
            of_kind("citizens promise"),
            promised_by("polisen"),
            ~in_county("18"),
        ):
            assert [*asked.find(question)] == [*register.find(question)] != []
        assert asked.agreements_where(undated()) == ["b"]


def test_what_has_to_be_there_is_told(tmp_path):
    """
    A folder without the two tables is no register's.
    """
    with pytest.raises(InvalidDocument) as caught:
        tables.open(tmp_path)
    assert str(caught.value) == (
        "agreements: the table is not here; give it with the others\n"
        "promises: the table is not here; give it with the others"
    )


def test_tables_of_something_else_are_refused(register, tmp_path):
    """
    Misspelt names, wrong columns and newer versions are told, each with its table.
    """
    parquet.dump_tables(register, tmp_path)
    (tmp_path / "outcomes.parquet").rename(tmp_path / "outcome.parquet")
    files.write_table(pa.table({"position": ["1"]}), tmp_path / "quantities.parquet")
    with pytest.raises(InvalidDocument) as caught:
        tables.open(tmp_path)
    told = str(caught.value)
    assert "outcome: is no known table; did you mean outcome_sources?" in told
    assert "quantities, column position: expected whole numbers" in told

    promises = to_arrow(register)["promises"]
    newer = {b"medborgarloften.schema_version": b"999"}
    files.write_table(
        promises.replace_schema_metadata(newer), tmp_path / "promises.parquet"
    )
    with pytest.raises(InvalidDocument, match="999 is newer"):
        tables.open(tmp_path)


def test_a_connection_of_any_kind_is_asked_for_its_tables():
    """
    What an engine has no way of its own for is done as Ibis does it.
    """
    connection = ibis.sqlite.connect()
    connection.raw_sql("CREATE TABLE mine (a INTEGER)").close()
    try:
        with pytest.raises(InvalidDocument, match="promises: the table"):
            tables.open(connection)
        with fetched_piecemeal(connection.table("mine")) as reader:
            assert reader.read_all().column_names == ["a"]
    finally:
        connection.disconnect()


def test_a_connection_without_them_is_refused(engine):
    """
    It may be the wrong one.
    """
    with pytest.raises(InvalidDocument, match="agreements: the table"):
        tables.open(engine)


@pytest.mark.parametrize("content", [b"", b"PAR1 no PAR1"])
def test_what_is_no_parquet_is_refused(tmp_path, content):
    """
    The table is named.
    """
    (tmp_path / "promises.parquet").write_bytes(content)
    with pytest.raises(InvalidDocument, match="promises: is not Parquet"):
        tables.open(tmp_path)


def test_a_folder_of_no_parts_is_refused(tmp_path):
    """
    A table without a file has no columns.
    """
    (tmp_path / "promises.parquet").mkdir()
    with pytest.raises(InvalidDocument, match="promises: is not Parquet"):
        tables.open(tmp_path)


def test_one_file_is_no_folder(register, tmp_path):
    """
    The error says how to get one.
    """
    parquet.dump(register, tmp_path / "register.parquet")
    with pytest.raises(InvalidField, match=r"parquet\.dump_tables"):
        tables.open(tmp_path / "register.parquet")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    """
    It is the error of files.
    """
    with pytest.raises(FileMissing, match="nowhere"):
        tables.open(tmp_path / "nowhere")


def test_only_folders_and_connections_are_opened():
    """
    A register is asked itself.
    """
    with pytest.raises(InvalidField, match="a connection of Ibis"):
        tables.open(Register())


@pytest.mark.parametrize(
    ("missing", "named"), [("ibis", "ibis-framework"), ("duckdb", "duckdb")]
)
def test_without_a_library_the_extra_is_named(monkeypatch, tmp_path, missing, named):
    """
    What needs none of it can be imported without.
    """
    ours = ("medborgarloften.tables._", "ibis.backends.duckdb")
    for module in [*sys.modules]:
        if module.startswith(ours):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.delattr(ibis, "duckdb", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)

    install = re.escape("install medborgarloften[tables]")
    with pytest.raises(MissingExtra, match=f"this needs {named}; .*{install}"):
        tables.open(tmp_path)


def test_libraries_wait_until_they_are_asked_for():
    """
    What tables there are can be known without them.
    """
    program = """
import sys
from medborgarloften import tables
print({"ibis", "duckdb", "pyarrow"} & {*sys.modules})
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "set()\n"
