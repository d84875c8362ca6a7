"""Spark answers as the register does; it needs Java, and takes a minute to start."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

import ibis
import pytest
from pyspark.sql import SparkSession
from tests.asked import (
    QUESTIONS,
    assert_days_are_those_of,
    found_in,
    names_of,
    register_of_every_kind,
)

from medborgarloften import (
    tables,
)
from medborgarloften.queries import (
    AllOf,
    in_municipality,
    quantified,
    with_status,
)
from medborgarloften.queries.saved import KINDS
from medborgarloften.serializers import parquet


@pytest.fixture(scope="module")
def register():
    """Ask one register, of everything."""
    return register_of_every_kind()


@pytest.fixture(scope="module")
def engine():
    """Start Spark, once for all, and connect to it as a user would."""
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield ibis.pyspark.connect(session)
    session.stop()


@pytest.fixture(scope="module")
def indexed(register, engine, tmp_path_factory):
    """Open the tables of the register in Spark, and their index."""
    folder = tmp_path_factory.mktemp("tables")
    parquet.dump_tables(register, folder)
    with tables.open(folder, engine=engine).indexed() as asked:
        yield asked


@pytest.fixture(scope="module")
def live(register, engine, tmp_path_factory):
    """Open the tables of the register as a connection that has them."""
    folder = tmp_path_factory.mktemp("named")
    parquet.dump_tables(register, folder)
    for file in folder.iterdir():
        engine.read_parquet(file, table_name=file.stem)
    return tables.open(engine)


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_question_is_answered(register, indexed, name):
    """
    Each finds something and not all, and its contrary finds what it leaves.
    """
    question = QUESTIONS[name]
    everything = names_of(register.find(AllOf(())))
    found = names_of(register.find(question))
    assert set() < found < everything
    assert found_in(indexed, question) == found
    assert found_in(indexed, ~question) == everything - found
    theirs = [each.id for each in register.agreements_where(~question)]
    assert indexed.agreements_where(~question) == sorted(theirs)


def test_tables_without_an_index_answer_alike(register, live):
    """
    All kinds of questions can be asked at once.
    """
    joined = reduce(or_, (~each for each in QUESTIONS.values()))
    for question in (~joined, joined, with_status("ongoing", on=date(2021, 12, 31))):
        assert found_in(live, question) == names_of(register.find(question))


def test_a_row_has_the_days_of_its_promise(register, live):
    """
    The days that it holds on are those that objects tell, certainly and possibly.
    """
    assert_days_are_those_of(register, live)


def test_matches_are_those_of_the_register(register, indexed):
    """
    Nothing is lost on the way, and whole numbers stay what they are.
    """
    question = with_status("partly") | quantified()
    found = indexed.find(question)
    assert [*found] == register.find(question).in_order()
    assert len(found) == len(register.find(question))
    with found.to_arrow_batches() as batches:
        assert batches.read_all().num_rows == len(found)


def test_a_plain_function_is_asked_by_python(register, indexed):
    """
    What Spark finds is asked it afterwards.
    """

    def is_long(match):
        return len(match.promise.text) > len("rad ett rad två")

    question = in_municipality("0643") & is_long
    assert [*indexed.find(question)] == register.find(question).in_order()
