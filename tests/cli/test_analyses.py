"""Each analysis from the command line, held against the function that it calls."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    AgreementKind,
    Area,
    Party,
    PartyKind,
    Promise,
    Register,
    ValidityPeriod,
    examples,
)
from medborgarloften.analysis import (
    compare,
    counts,
    coverage,
    coverage_over_time,
    due,
    gaps,
    lineage,
    measurabilities,
    near_copies,
    progress,
    timeline,
)
from medborgarloften.cli import main
from medborgarloften.cli._saying import Words
from medborgarloften.reference import municipalities
from medborgarloften.serializers import save
from medborgarloften.testing import registers

EXAMPLE = examples.register()
ON, LATER = date(2020, 6, 1), date(2022, 12, 31)
YEARS = ValidityPeriod.of_years(2019, 2023)
OREBRO = {each.id for each in EXAMPLE.agreements if each.area.municipalities[0] < "19"}
OREBRO &= {each.id for each in EXAMPLE.agreements if each.area.municipalities[0] > "18"}
CSV = ("--format", "csv")
ANALYSES = (
    "coverage REGISTER --on 2020-06-01",
    "coverage REGISTER --on 2020-06-01 --by county",
    "coverage REGISTER --on 2020-06-01 --on 2021-06-01",
    "gaps REGISTER --between 2019/2023 --maybe",
    "due REGISTER --on 2020-06-01 --until 2022-12-31",
    "progress REGISTER --on 2020-06-01",
    "timeline REGISTER",
    "lineage REGISTER",
    "counts REGISTER --by theme --by year",
    "counts REGISTER",
    "copies REGISTER --focuses --alike 0.1",
    "measurability REGISTER",
    "measurability REGISTER --reasons",
    "find REGISTER",
)


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """Write the example register to a file."""
    path = tmp_path_factory.mktemp("example") / "register.jsonl"
    save(EXAMPLE, path)
    return path


@pytest.fixture
def rows(run, example):
    """A way to ask for the rows of a command, as data."""

    def rows(command, *arguments):
        done = run(command, example, *arguments, "--format", "json")
        assert (done.code, done.err) == (0, "")
        return json.loads(done.out)

    return rows


def picked(rows, *names):
    """Pick what the rows tell under some names."""
    return [tuple(row[name] for name in names) for row in rows]


def text(thing):
    """Write a day or a period as data has it."""
    return None if thing is None else str(thing)


# ---------------------------------------------------------------- the twins


def test_coverage_tells_of_each_municipality(rows):
    """
    Its state, since when, and what makes it so, as in Python.
    """
    told = rows("coverage", "--on", ON)

    assert picked(told, "code", "state", "since", "agreements", "districts") == [
        (
            each.municipality,
            each.state.value,
            text(each.since),
            list(each.agreements),
            list(each.districts),
        )
        for each in coverage(EXAMPLE, ON).municipalities
    ]


@pytest.mark.parametrize("by", ["county", "police_region", "country"])
def test_coverage_tells_shares(rows, by):
    """
    How many municipalities of each place are in each state, as in Python.
    """
    found = coverage(EXAMPLE, ON)
    shares = {
        "county": found.counties,
        "police_region": found.police_regions,
        "country": [found.national],
    }

    told = rows("coverage", "--on", ON, "--by", by)

    states = ("active", "active_in_part", "may_be_active", "none")
    assert picked(told, "place", "municipalities", *states) == [
        (each.place, each.municipalities, *(getattr(each, state) for state in states))
        for each in shares[by]
    ]


@pytest.mark.parametrize(
    ("arguments", "places"),
    [
        (["--county", "Gotland"], ["Gotland"]),
        (["--municipality", "Lund", "--county", "Skåne"], ["Lund"]),
        (["--municipality", "Lund", "--county", "Gotland"], []),
        (["--county", "Gotland", "--by", "county"], ["Gotlands län"]),
        (["--municipality", "Lund", "--by", "police-region"], ["Syd"]),
        (["--police-region", "Syd", "--by", "police_region"], ["Syd"]),
    ],
)
def test_coverage_is_limited_to_places(rows, arguments, places):
    """
    Only what lies in all the places that are given is told of.
    """
    told = rows("coverage", "--on", ON, *arguments)

    assert [row.get("municipality") or row["place"] for row in told] == places


def test_coverage_from_day_to_day(rows):
    """
    With several days the whole country is counted on each.
    """
    told = rows("coverage", "--on", LATER, "--on", ON)

    assert picked(told, "on", "municipalities", "active", "none") == [
        (str(each.on), 290, each.share.active, each.share.none)
        for each in coverage_over_time(EXAMPLE, [LATER, ON])
    ]


@pytest.mark.parametrize(
    ("command", "asked"),
    [("coverage", ()), ("due", ("--until", "9999-12-31")), ("progress", ())],
)
def test_without_a_day_it_is_today(run, example, command, asked):
    """
    The command line reads the clock, which the library never does, and says so.
    """
    today = datetime.now().astimezone().date()

    given, taken = (
        run(command, example, *asked, *on, "--format", "json")
        for on in (("--on", today), ())
    )

    assert given == (0, taken.out, "")
    assert taken.err == f"utan --on gäller det i dag: {today}\n"


def test_what_holds_nobody_knows_where_is_told(run, register):
    """
    An agreement whose area is not known is on no row, so it is told beside them.
    """
    for asked in (
        ["coverage", "--on", ON, "--by", "country"],
        ["coverage", "--on", ON, "--on", LATER],
        ["gaps", "--between", "2020"],
    ):
        command, *options = asked
        done = run(command, register, *options)
        of_a_kind = run(command, register, *options, "--kind", "cooperation-agreement")

        assert done.err == "det går inte att säga var dessa gäller: tom\n"
        assert of_a_kind.err == ""


def test_what_cannot_hold_then_is_not_told(run, tmp_path, small):
    """
    An agreement of nowhere that had ended is missing from no row.
    """
    path = tmp_path / "r.jsonl"
    save(Register([evolve(small["tom"], period=ValidityPeriod.of_year(2019))]), path)
    unplaced = "det går inte att säga var dessa gäller: tom\n"

    for asked, told in (
        (["coverage", "--on", "2020-01-01"], ""),
        (["coverage", "--on", "2020-01-01", "--on", "2019-12-31"], unplaced),
        (["gaps", "--between", "2020"], ""),
        (["gaps", "--between", "2018/2019"], unplaced),
    ):
        assert run(asked[0], path, *asked[1:]).err == told


@pytest.mark.parametrize("maybe", [False, True])
def test_gaps_are_told(rows, maybe):
    """
    Each gap with its days and what is around it, as in Python.
    """
    found = gaps(EXAMPLE, YEARS, municipality="Flen", only_certain=not maybe)

    told = rows(
        "gaps", "--between", YEARS, "--municipality", "Flen", *["--maybe"] * maybe
    )

    names = ("code", "municipality", "period", "first_day", "last_day", "days")
    assert picked(told, *names, "before", "after", "certain") == [
        (
            each.municipality,
            "Flen",
            str(each.period),
            str(each.first_day),
            str(each.last_day),
            each.days,
            each.before,
            each.after,
            each.certain,
        )
        for each in found
    ]


def test_what_is_due_is_told(rows):
    """
    Day by day, as in Python.
    """
    told = rows("due", "--on", ON, "--until", LATER, "--untold-days", "30")

    assert picked(told, "day", "reason", "agreement", "promises", "times") == [
        (
            str(each.day),
            each.reason.value,
            each.agreement,
            list(each.promises),
            each.times,
        )
        for each in due(EXAMPLE, ON, until=LATER, untold_days=30)
    ]
    assert {row["review"] for row in told} == {None, "revidering", "uppföljning"}


def test_progress_is_told(rows):
    """
    How each promise stands, as in Python.
    """
    told = rows("progress", "--on", ON)

    names = ("agreement", "promise", "stage", "statuses", "counts", "counted_on")
    assert picked(told, *names, "expected", "pace", "disagreements") == [
        (
            each.agreement,
            each.promise,
            each.stage.value,
            [status.value for status in each.statuses],
            list(each.counts),
            text(each.counted_on),
            [target.expected for target in each.targets],
            each.pace.value,
            [one.kind.value for one in each.disagreements],
        )
        for each in progress(EXAMPLE, ON)
    ]


def test_targets_are_told_whole(rows):
    """
    What was promised, and how many that is over the whole time.
    """
    (promised,) = [
        target
        for row in rows("progress", "--on", ON)
        if (row["agreement"], row["promise"]) == ("asele-2018", 2)
        for target in row["targets"]
    ]

    assert promised["quantity"] == {
        "minimum": 2,
        "maximum": None,
        "unit": "besök",
        "per": "term",
        "average": False,
        "each": None,
    }
    assert promised["total"]["minimum"] == promised["expected"] == 4


def test_the_order_of_time_is_told(rows):
    """
    What may hold when, and what certainly does, as in Python.
    """
    told = rows("timeline", "--kind", "citizens_promise")

    assert picked(told, "agreement", "possible", "certain", "kind", "district") == [
        (
            each.agreement,
            str(each.possible),
            text(each.certain),
            each.kind.value,
            each.district,
        )
        for each in timeline(EXAMPLE)
    ]
    assert rows("timeline", "--kind", "cooperation_agreement") == []


def test_which_follows_which_is_told(rows):
    """
    Each agreement is in its row, with the one before it.
    """
    found = lineage(EXAMPLE)
    follows = {each.later: each for each in found.successions}

    told = rows("lineage")

    assert picked(told, "chain", "agreement") == [
        (number, agreement)
        for number, chain in enumerate(found.chains, 1)
        for agreement in chain.agreements
    ]
    assert follows
    for row in told:
        before = follows.get(row["agreement"])
        assert row["follows"] == (before and before.earlier)
        assert row["how"] == (before and before.how.value)
        assert row["days_between"] == (before and before.days_between)
        assert row["in_register"] == (before and before.in_register)
        assert row["undated"] == (row["agreement"] in found.undated)
        assert row["unplaced"] == (row["agreement"] in found.unplaced)


def test_what_cannot_be_right_in_a_row_is_told(run, tmp_path):
    """
    A contradiction stands by each agreement that has part in it.
    """
    police = (Party(id="police", kind=PartyKind.POLICE, name="Polisen"),)
    habo, lund = (
        Agreement(id=id, title="A", area=Area(municipalities=(code,)), parties=police)
        for id, code in (("habo", "0643"), ("lund", "1281"))
    )
    ring = (
        Agreement(**fields(habo), supersedes="lund"),
        Agreement(**fields(lund), supersedes="habo"),
        Agreement(id="tom", title="A", area=Area(), parties=police),
    )
    save(Register(ring), tmp_path / "ring.jsonl")

    done = run("lineage", tmp_path / "ring.jsonl", "--format", "json")
    table = run("lineage", tmp_path / "ring.jsonl").out

    told = json.loads(done.out)
    assert {"kind": "ring", "agreements": ["habo", "lund"]} in told[0]["contradictions"]
    assert told[0]["contradictions"] == told[1]["contradictions"]
    assert told[2]["contradictions"] == []
    assert "följer på varandra i en ring" in table
    assert "ingen första dag är känd; ingen kommun är känd" in table


def fields(agreement):
    """Tell what an agreement is made of, for another."""
    return {
        name: getattr(agreement, name) for name in ("id", "title", "area", "parties")
    }


def test_counts_are_told(rows):
    """
    A row for each combination of keys, with how many there are in all.
    """
    found = counts(EXAMPLE, ("county", "year"), until=LATER)

    told = rows("counts", "--by", "county", "--by", "year", "--until", LATER)

    names = ("promises", "agreements", "municipalities")
    in_all = tuple(f"{name}_in_all" for name in names)
    assert picked(told, "county", "year", *names, *in_all) == [
        (
            *row.keys,
            *(getattr(row, name).count for name in names),
            *(getattr(row, name).of for name in names),
        )
        for row in found.rows
    ]


def test_what_recurs_is_told(rows):
    """
    Each promise that recurs with all its members, as in Python.
    """
    found = near_copies(EXAMPLE, alike=0.4)

    told = rows("copies", "--alike", "0.4")

    assert found
    assert picked(told, "text", "promises", "first_year", "last_year") == [
        (each.text, len(each.members), each.first_year, each.last_year)
        for each in found
    ]
    for row, copies in zip(told, found, strict=True):
        assert picked(row["members"], "agreement", "promise", "likeness") == [
            (each.agreement, each.promise, each.likeness) for each in copies.members
        ]
        assert [place["code"] for place in row["municipalities"]] == list(
            copies.municipalities
        )
        assert picked(row["promised_by"], "promisors", "promises") == [
            ([kind.value for kind in each.promisors], each.promises)
            for each in copies.promised_by
        ]


def test_what_can_be_checked_is_told(rows):
    """
    The six flags of each promise, and with their reasons a row for each.
    """
    found = list(measurabilities(EXAMPLE))

    told, reasons = rows("measurability"), rows("measurability", "--reasons")

    flags = ("quantity", "deadline", "place", "promisor", "activity", "commitment")
    assert picked(told, "agreement", "promise", *flags) == [
        (each.agreement, each.promise, *(flag.met for flag in each.flags))
        for each in found
    ]
    assert picked(reasons, "agreement", "promise", "measure", "met", "reason") == [
        (each.agreement, each.promise, flag.measure.value, flag.met, flag.reason.value)
        for each in found
        for flag in each.flags
    ]
    assert reasons[0]["evidence"]


def test_what_changed_is_told(rows):
    """
    Each promise of both agreements is on one row, with what became of it.
    """
    old, new = EXAMPLE["hallsberg-2019-2020"], EXAMPLE["hallsberg-2021-2022"]
    found = compare(old, new)

    told = rows("compare", old.id, new.id)

    assert [row["change"] for row in told] == (
        ["kept"] * len(found.kept)
        + ["reworded"] * len(found.reworded)
        + ["new"] * len(found.new)
        + ["dropped"] * len(found.dropped)
    )
    for side, agreement in (("old", old), ("new", new)):
        numbers = [each["number"] for row in told for each in row[side]]
        assert sorted(numbers) == [each.number for each in agreement.promises]
    assert told[1]["quantities"] == [
        {
            side: {**promised, "unit": "område", "per": "period"}
            for side, promised in (
                (
                    "old",
                    {"minimum": 5, "maximum": None, "average": False, "each": None},
                ),
                (
                    "new",
                    {"minimum": 8, "maximum": None, "average": False, "each": None},
                ),
            )
        }
    ]


def test_how_many_of_each_sort_there_are_is_told(rows):
    """
    The totals of both agreements, as in Python.
    """
    ids = ("hallsberg-2019-2020", "hallsberg-2021-2022")
    found = compare(*(EXAMPLE[id] for id in ids))

    told = rows("compare", *ids, "--totals")

    totals = (found.promises, found.joint, found.quantified, *found.by_kind)
    assert picked(told, "old", "new") == [(each.old, each.new) for each in totals]
    assert [row["total"] for row in told[3:]] == [each.kind for each in found.by_kind]


def agreed(id, *texts, **more):
    """Make an agreement of the police, with promises of some words."""
    agreement = Agreement(
        id=id,
        title="A",
        area=Area(municipalities=("1281",)),
        parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
        **more,
    )
    promises = (Promise(number=1, text=text, promisors=("police",)) for text in texts)
    return agreement.with_promises(*promises)


def test_split_and_merged_promises_are_told(run, tmp_path):
    """
    One promise that became two stands on one row, and the other way round; that one
    of them is an excerpt is told beside them.
    """
    whole = "Hålla öppet hus på torget och besöka skolorna i kommunen varje vecka"
    parts = (
        "Hålla öppet hus på torget varje vecka",
        "Besöka skolorna i kommunen varje vecka",
    )
    register = Register([agreed("a", whole), agreed("b", *parts, excerpt=True)])
    save(register, tmp_path / "r.jsonl")

    split = run("compare", tmp_path / "r.jsonl", "a", "b")
    merged = run("compare", tmp_path / "r.jsonl", "b", "a", "--lang", "en")

    assert split.out.splitlines()[2].split("  ")[0] == "delat"
    assert f"1. {parts[0]} / 2. {parts[1]}" in split.out
    assert merged.out.splitlines()[2].startswith("merged")
    assert merged.err == (
        "b is an excerpt: what seems new or dropped may stand in what is missing\n"
    )


def test_what_else_changed_is_told(run, example):
    """
    Who promises, and how many, before and now: in words, and shortly in csv.
    """
    ids = ("hallsberg-2019-2020", "hallsberg-2021-2022")

    table = run("compare", example, *ids, "--lang", "en").out
    cells = [*csv.DictReader(io.StringIO(run("compare", example, *ids, *CSV).out))]

    assert "Hallsbergs kommun → polisen; Hallsbergs kommun" in table
    assert (
        "område: at least 5 in the period → område: at least 8 in the period" in table
    )
    assert cells[1]["quantities"] == ">=5 område/period → >=8 område/period"
    assert [cells[2][f"promisors_{when}"] for when in ("before", "now")] == [
        "Hallsbergs kommun",
        "polisen; Hallsbergs kommun",
    ]
    assert any(each["promisors_before"] == "" for each in cells)


def test_what_is_certain_is_told_where_it_is_less(run, tmp_path):
    """
    What may go on certainly holds through its last day; else it is yes or no.
    """
    register = Register(
        agreed(id, period=ValidityPeriod.parse(period))
        for id, period in (("a", "2020/2021.."), ("b", "2020/2021"), ("c", "/"))
    )
    save(register, tmp_path / "r.jsonl")

    lines = run("timeline", tmp_path / "r.jsonl").out.splitlines()[2:]

    assert [
        [cell.strip() for cell in line.split("  ") if cell][:2] for line in lines
    ] == [
        ["anges inte", "nej"],
        ["2020 – 2021", "ja"],
        ["2020 – 2021, eller längre", "2020 – 2021"],
    ]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (
            "katrineholm-2020",
            (
                "två överenskommelser ska jämföras, och bara katrineholm-2020 anges; "
                "i samma område finns: katrineholm-2020, katrineholm-2021"
            ),
        ),
        ("Gnesta", "ange två överenskommelser; i Gnesta finns: gnesta"),
        ("Askersund", "ange två överenskommelser; i Askersund finns: askersund-till"),
        ("Lund", "registret har ingen överenskommelse i Lund"),
        (
            "halsberg-2019-2020",
            (
                "registret har ingen överenskommelse 'halsberg-2019-2020'; menade du "
                "'hallsberg-2019-2020' eller 'hallsberg-2021-2022'?"
            ),
        ),
    ],
)
def test_what_can_be_compared_is_told(run, example, given, complaint):
    """
    Whoever names one agreement, or a place, is told which there are.
    """
    told = run("compare", example, given)

    assert told[:2] == (2, "")
    assert told.err.startswith(f"medborgarloften: {complaint}")


# ---------------------------------------------------------------- places


@pytest.mark.parametrize(
    "command",
    [
        ["due", "--on", ON, "--until", LATER],
        ["progress", "--on", ON],
        ["timeline"],
        ["lineage"],
        ["measurability"],
    ],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize(
    "place", [["--county", "Örebro"], ["--police-region", "Bergslagen"]]
)
def test_rows_are_those_of_a_place(rows, command, place):
    """
    They are those of all the rows whose agreements hold there, unchanged.
    """
    name, *arguments = command

    everywhere = rows(name, *arguments)

    there = [row for row in everywhere if row["agreement"] in OREBRO]
    assert there
    assert len(there) < len(everywhere)
    assert rows(name, *arguments, *place) == there


def test_what_recurs_is_told_whole_of_a_place(rows):
    """
    A promise that recurs is told with all its members, if one is made there.
    """
    (flen, *others) = rows("copies", "--municipality", "Flen")

    assert {place["name"] for place in flen["municipalities"]} == {"Flen", "Mjölby"}
    assert len(others) == 1
    assert len(rows("copies")) == 3
    assert rows("copies", "--municipality", "Nyköping") == []


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize("analysis", ANALYSES)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_format_tells_every_row(run, example, analysis, language):
    """
    As many rows in each format, and what is data is the same in both languages.
    """
    words = [example if word == "REGISTER" else word for word in analysis.split()]

    def told(form, *more):
        return run(*words, "--format", form, *more).out

    records = json.loads(told("json", "--lang", language))
    assert records == json.loads(told("json", "--lang", "sv"))
    if words[0] != "find":  # there it is a register
        lines = told("jsonl").splitlines()
        assert [json.loads(line) for line in lines] == records
    (heading, *cells) = csv.reader(io.StringIO(told("csv"), newline=""))
    assert len(cells) == len(records)
    assert heading == list(records[0])
    assert len(told("table", "--lang", language).splitlines()) == 2 + len(records)
    assert len(told("markdown").splitlines()) == 2 + len(records)


@pytest.mark.parametrize("analysis", ANALYSES)
@pytest.mark.parametrize("columns", [40, 60, 80, 140])
def test_every_table_fits(run, example, monkeypatch, analysis, columns):
    """
    No line is wider than the terminal.
    """
    monkeypatch.setenv("COLUMNS", str(columns))
    words = [example if word == "REGISTER" else word for word in analysis.split()]

    lines = run(*words).out.splitlines()

    assert max(map(len, lines)) <= columns
    assert not any("…" in line for line in lines)


# Of coverage and gaps every municipality is told.
@pytest.mark.parametrize("analysis", ANALYSES[4:])
def test_nothing_is_said_in_words(run, tmp_path, analysis):
    """
    An answer without rows is a sentence for people, and no rows for programs.
    """
    save(Register(), tmp_path / "r.jsonl")
    words = analysis.replace("REGISTER", "r.jsonl").split()
    words[1] = tmp_path / "r.jsonl"

    assert run(*words).out.endswith(".\n")
    assert run(*words, "--format", "json").out == "[]\n"


@settings(max_examples=3)  # whole registers take long to make
@given(data=st.data())
@pytest.mark.parametrize("analysis", ANALYSES)
def test_whatever_is_in_a_register_can_be_told(tmp_path_factory, analysis, data):
    """
    There are words for it, and it is data.
    """
    register = data.draw(registers())
    path = tmp_path_factory.mktemp("r") / "register.jsonl"
    save(register, path)
    words = [str(path) if word == "REGISTER" else word for word in analysis.split()]

    for form in ("table", "json", "csv", "markdown"):
        assert main([*words, "--format", form, "--lang", "en"]) == 0


def test_the_two_of_a_place_are_compared(run, example):
    """
    The earlier stands before the later, and it is said which they are.
    """
    ids = ("hallsberg-2019-2020", "hallsberg-2021-2022")

    by_place = run("compare", example, "Hallsberg", *CSV)
    by_ids = run("compare", example, *ids, *CSV)

    assert (by_place.code, by_place.out) == (0, by_ids.out)
    assert by_place.err == f"jämför {ids[0]} med {ids[1]}, som kom efter\n"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"period": ValidityPeriod()}, 2),  # nobody can tell which came first
        ({"period": EXAMPLE["hallsberg-2019-2020"].period}, 2),
        ({"kind": AgreementKind.COOPERATION_AGREEMENT}, 2),  # not of the same sort
        ({"title": "Annat"}, 0),
    ],
)
def test_two_are_compared_where_one_came_after_the_other(run, tmp_path, changes, told):
    """
    Else the two are only named.
    """
    changed = evolve(EXAMPLE["hallsberg-2021-2022"], published_on=None, **changes)
    register = Register([EXAMPLE["hallsberg-2019-2020"], changed])
    save(register, tmp_path / "r.jsonl")

    done = run("compare", tmp_path / "r.jsonl", "Hallsberg")

    assert done.code == told
    assert all(id in done.err for id in register)


def test_three_of_a_place_are_only_named(run, tmp_path):
    """
    In order of time, whatever their ids.
    """
    third = evolve(
        EXAMPLE["hallsberg-2019-2020"], id="z", period=ValidityPeriod.of_year(2015)
    )
    register = Register([*EXAMPLE.agreements, third])
    save(register, tmp_path / "r.jsonl")

    assert run("compare", tmp_path / "r.jsonl", "Hallsberg", "--lang", "en") == (
        2,
        "",
        (
            "medborgarloften: give two agreements; in Hallsberg there are: "
            "z, hallsberg-2019-2020, hallsberg-2021-2022\n"
        ),
    )


@pytest.mark.parametrize(
    ("ids", "told"),
    [
        (
            ("katrineholm-2021", "katrineholm-2020"),
            (
                "katrineholm-2021 begins after katrineholm-2020: what seems new was "
                "dropped, and the other way round"
            ),
        ),
        (
            ("katrineholm-2020", "katrineholm-2020"),
            "katrineholm-2020 is compared with itself",
        ),
        (("katrineholm-2020", "katrineholm-2021"), None),
        (("gnesta", "katrineholm-2020"), None),  # nobody knows when one begins
        (("katrineholm-2020", "gnesta"), None),
    ],
)
def test_who_compares_backwards_is_told(run, example, ids, told):
    """
    The answer comes all the same.
    """
    done = run("compare", example, *ids, "--lang", "en")

    warnings = [line for line in done.err.splitlines() if "excerpt" not in line]
    assert (done.code, warnings) == (0, [told] if told else [])
    assert done.out


@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_how_many_can_be_checked_is_told(run, example, form):
    """
    People get a line for all promises, with how many have each of the six.
    """
    found = [*measurabilities(EXAMPLE)]
    with_count = sum(each.quantity.met for each in found)

    told = run("measurability", example, "--format", form, "--lang", "en").err

    begins = f"Of {len(found)} promises so many have: count {with_count}, time "
    assert told.startswith(begins) is (form != "csv")


def test_of_many_municipalities_some_are_named(run, tmp_path):
    """
    In words; data name them all.
    """
    codes = tuple(sorted(each.code for each in municipalities()))
    many = evolve(
        agreed("many", "Polisen lovar att synas."),
        area=Area(municipalities=codes, district="Norr"),
    )
    save(Register([many]), tmp_path / "r.jsonl")

    some = "Upplands Väsby; Vallentuna; Österåker and 287 more"
    for command in ("timeline", "find", "lineage"):
        done = run(command, tmp_path / "r.jsonl", "--lang", "en")
        assert some in done.out
        assert "Kiruna" not in done.out
        assert "Kiruna" in run(command, tmp_path / "r.jsonl", *CSV).out
    assert f"Norr, {some}" in run("find", tmp_path / "r.jsonl", "--lang", "en").out


def test_a_few_municipalities_are_all_named():
    """
    As many as fit a cell; one more is too many.
    """
    say = Words("sv")
    codes = ("1882", "1884", "1860", "1861", "1862", "1863")

    assert say.places(codes) == (
        "Askersund; Nora; Laxå; Hallsberg; Degerfors; Hällefors"
    )
    assert say.places((*codes, "1864")) == "Askersund; Nora; Laxå och 4 till"
    assert say.area(Area(municipalities=codes)) == (
        "Askersund, Nora, Laxå, Hallsberg, Degerfors och Hällefors"
    )
    assert say.area(Area(municipalities=(*codes, "1864"))) == (
        "Askersund; Nora; Laxå och 4 till"
    )
