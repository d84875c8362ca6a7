"""Spark answers as the register does; it needs Java, and takes a minute to start."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

import ibis
import pytest
from attrs import evolve
from pyspark.sql import SparkSession

from medborgarloften import (
    Agreement,
    AgreementKind,
    Amendment,
    Area,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Register,
    Source,
    Status,
    Theme,
    ValidityPeriod,
    tables,
)
from medborgarloften.queries import (
    AllOf,
    about,
    active_during,
    active_on,
    conditional,
    ending_between,
    in_county,
    in_district,
    in_local_police_area,
    in_municipality,
    in_police_area,
    in_police_region,
    jointly_promised,
    may_be_active_on,
    mentioning,
    of_kind,
    promised_by,
    quantified,
    starting_between,
    targeting,
    undated,
    with_partner,
    with_status,
)
from medborgarloften.queries.holding import certain_days, period_of, possible_days
from medborgarloften.queries.saved import KINDS
from medborgarloften.serializers import parquet

QUESTIONS = {
    "active_on": active_on(date(2023, 6, 1)),
    "may_be_active_on": may_be_active_on(date(2030, 1, 1)),
    "active_during": active_during(ValidityPeriod.parse("2020-11/2021-02")),
    "starting_between": starting_between(date(2023, 1, 2), date(2023, 12, 31)),
    "ending_between": ending_between(date(2023, 12, 31), date(2024, 1, 1)),
    "undated": undated(),
    "in_municipality": in_municipality("0643"),
    "in_county": in_county("Jönköpings län"),
    "in_police_region": in_police_region("Öst"),
    "in_police_area": in_police_area("Örebro"),
    "in_local_police_area": in_local_police_area("Hallsberg"),
    "in_district": in_district("CENTRUM"),
    "promised_by_kind": promised_by(PartyKind.MUNICIPALITY),
    "promised_by_party": promised_by("HABO  kommun"),
    "with_partner_kind": with_partner("skolan"),
    "with_partner": with_partner("Skola A"),
    "jointly_promised": jointly_promised(),
    "about": about("narkotika", Theme.HEALTH),
    "of_kind": of_kind("goal"),
    "of_agreement_kind": of_kind("cooperation agreement"),
    "quantified": quantified(),
    "conditional": conditional(),
    "mentioning": mentioning("trygghet i centrum"),
    "targeting": targeting("ungdom"),
    "with_status": with_status("partly"),
}
POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
HABO = Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo", code="0643")
SCHOOL = Party(id="a", kind=PartyKind.SCHOOL, name="skola a")
PERIODS = ["/", "2020", "/2023", "2020/..", "2020/2023..", "2023-06-01/2024-01-01"]
AREAS = [
    Area(),
    Area(municipalities=("0643", "1882"), district="Centrum"),
    Area(municipalities=("1882",)),
]
WINDOWS = [None, "2023-VT", "2023/2024..", "2020/..", "2030"]
WORDS = ["Öka tryggheten i centrum", 'Synas \\ "mer"', "rad ett\nrad två"]


@pytest.fixture(scope="module")
def register():
    """Make a register of periods of all kinds, and of all else that is asked for."""
    agreements = [
        Agreement(
            id=f"å's \\{n}",
            title="Löfte",
            kind=list(AgreementKind)[n % 2],
            area=AREAS[n % 3],
            parties=(POLICE, HABO),
            others=(SCHOOL,),
            period=ValidityPeriod.parse(period),
            published_on=date(2019, 5, n + 1) if n % 2 else None,
            amendments=(
                (Amendment(last_day=date(2024, 6, 30)), Amendment()) if n == 3 else ()
            ),
            promises=tuple(
                Promise(
                    number=k + 1,
                    text=WORDS[(n + k) % 3],
                    kind=list(PromiseKind)[(n + k) % 3],
                    promisors=(("police",), ("habo",), ("habo", "police"))[k % 3],
                    partners=("a",) if k == 1 else (),
                    themes=(Theme.DRUGS, Theme.YOUTH)[k % 3 : 2],
                    quantities=(Quantity(2**60 + 1, None, "möte", Per.YEAR),) * (k % 2),
                    condition="om det behövs" if k == 2 else None,
                    target_groups=("barn", "ungdomar")[: k % 3],
                    period=window and ValidityPeriod.parse(window),
                )
                for k, window in enumerate(WINDOWS)
            ),
        )
        for n, period in enumerate(PERIODS)
    ]
    bare = evolve(agreements[1], id="bare", promises=())
    told = {"agreement": agreements[1].id, "promise": 1, "sources": (Source(),)}
    outcomes = [
        Outcome(on=date(2021, 1, 1), status=Status.ONGOING, **told),
        Outcome(on=date(2022, 1, 1), status=Status.PARTLY, **told),
        Outcome(on=date(2022, 1, 1), status=Status.FULFILLED, **told),
    ]
    return Register([*agreements, bare], outcomes)


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


def names_of(matches):
    """Tell promises apart."""
    return {(match.agreement.id, match.promise.number) for match in matches}


def found_in(asked, question):
    """Ask tables, and make nothing of what is found."""
    rows = asked.find(question).to_arrow()
    return {(row["agreement"], row["promise"]) for row in rows.to_pylist()}


def test_there_is_an_example_of_every_kind():
    """
    What is tried below is every kind of question that there is.
    """
    assert {name: type(each) for name, each in QUESTIONS.items()} == KINDS


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
    for row in live.find(AllOf(())).to_arrow().to_pylist():
        agreement = register[row["agreement"]]
        promise = agreement.promise(row["promise"])
        period = period_of(agreement, promise)
        assert (row["first_day"], row["last_day"]) == (
            (period.first_day, period.last_day) if period else (None, None)
        )
        certain = certain_days(agreement, promise) or (None, None)
        assert (row["certain_first_day"], row["certain_last_day"]) == certain
        possible = possible_days(agreement, promise) or (None, None)
        assert (row["possible_first_day"], row["possible_last_day"]) == possible


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
