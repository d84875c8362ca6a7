from __future__ import annotations

import csv
import io
import json
import sys
from argparse import Namespace
from contextlib import redirect_stdout

import pytest
from attrs import evolve
from hypothesis import given, settings

from medborgarloften import Register
from medborgarloften.cli._answers import print_answer
from medborgarloften.cli._commands._telling import short_quantity
from medborgarloften.cli._commands.find import _columns
from medborgarloften.cli._saying import Words
from medborgarloften.cli._words import LANGUAGES
from medborgarloften.model import Attribution, PartyKind, Per, Quantity
from medborgarloften.queries import AllOf, about, in_municipality, promised_by
from medborgarloften.queries.saved import dumps
from medborgarloften.serializers import jsonl, save
from medborgarloften.testing import registers

ALL = {("askersund-till-2021-06-30", 1), ("askersund-till-2021-06-30", 2), ("lund", 1)}
DRUGS, GOAL, LUND = sorted(ALL)


def printed(matches, form):
    """Collect what is printed of matches in one of the formats."""
    say, output = Words("sv"), io.StringIO()
    with redirect_stdout(output):
        print_answer(matches, _columns(say), Namespace(format=form), say)
    return output.getvalue()


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ([], ALL),
        (["--on", "2020-06-01"], {DRUGS}),
        (["--on", "2020-10-01"], {DRUGS, GOAL}),
        (["--maybe-on", "2019-04-30"], set()),
        (["--maybe-on", "2021-01-01"], {DRUGS}),
        (["--theme", "narkotika"], {DRUGS}),
        (["--theme", "camera", "--theme", "Barn och unga"], {DRUGS}),
        (["--theme", "camera", "--theme", "drugs", "--all-themes"], set()),
        (["--theme", "youth", "--theme", "drugs", "--all-themes"], {DRUGS}),
        (["--municipality", "Askersund"], {DRUGS, GOAL}),
        (["--municipality", "Askersund", "--municipality", "Lund"], ALL),
        (["--county", "Skåne", "--county", "Örebro"], ALL),
        (["--county", "Skåne", "--municipality", "Askersund"], set()),
        (["--police-region", "Syd", "--police-region", "Bergslagen"], ALL),
        (["--by", "kommunen", "--by", "polisen"], ALL),
        (["--with", "skolan", "--with", "polisen"], {DRUGS}),
        (["--municipality", "1281"], {LUND}),
        (["--by", "polisen"], ALL),
        (["--by", "kommunen"], {GOAL}),
        (["--joint"], {GOAL}),
        (["--quantified"], {DRUGS}),
        (["--undated"], set()),
        (["--during", "2020-12"], {DRUGS}),
        (["--starting", "2020-09/2020-10"], {GOAL}),
        (["--starting", "2020-02/"], {GOAL}),
        (["--starting", "/2020-01-21"], {DRUGS}),
        (["--ending", "2021"], {DRUGS}),
        (["--ending", "2020-12/.."], {DRUGS}),
        (["--ending", "/2021-06-29"], {GOAL}),
        (["--ending", "2020/2021-01.."], {DRUGS, GOAL}),
        (["--ending-before", "2021-06-30"], {GOAL}),
        (["--ending-before", "2021-07-01"], {DRUGS, GOAL}),
        (["--county", "Skåne"], {LUND}),
        (["--police-region", "Bergslagen"], {DRUGS, GOAL}),
        (["--police-area", "Örebro"], {DRUGS, GOAL}),
        (["--local-police-area", "Hallsberg"], {DRUGS, GOAL}),
        (["--district", "norra fäladen"], {LUND}),
        (["--with", "skolan"], {DRUGS}),
        (["--mentioning", "centrum"], {GOAL}),
        (["--targeting", "unga"], set()),
        (["--kind", "mål"], {GOAL}),
        (["--kind", "goal", "--kind", "activity"], ALL),
        (["--conditional"], set()),
        (["--status", "uppfyllt"], {DRUGS}),
        (["--status", "inget-är-känt"], {GOAL, LUND}),
        (["--status", "fulfilled", "--status", "no_evidence"], ALL),
        (["--by", "polisen", "--municipality", "Lund"], {LUND}),
    ],
)
def test_conditions_are_all_met(run, register, conditions, found):
    """
    Each condition has its meaning, and several must hold together.
    """
    done = run("find", register, "--format", "json", *conditions)

    records = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert {(each["agreement"], each["promise"]) for each in records} == found


def test_json_tells_who_what_when_and_where(run, register):
    """
    A record has all that is asked about, under names that no language changes.
    """
    swedish, english = (
        run("find", register, "--quantified", "--format", "json", "--lang", language)
        for language in ("sv", "en")
    )

    assert swedish == english
    assert json.loads(swedish.out) == [
        {
            "agreement": "askersund-till-2021-06-30",
            "promise": 1,
            "title": "Nya medborgarlöften",
            "text": "Polisen lovar fyra insatser per år mot narkotika.",
            "kind": "activity",
            "promisors": [{"id": "police", "kind": "police", "name": "Polisen"}],
            "attribution": "stated",
            "hedged": False,
            "condition": None,
            "excerpt": True,
            "first_day_stated": False,
            "district": None,
            "partners": [{"id": "skola", "kind": "school", "name": "skolan"}],
            "themes": ["drugs", "youth"],
            "quantities": [
                {
                    "minimum": 4,
                    "maximum": None,
                    "unit": "insats",
                    "per": "year",
                    "average": False,
                    "each": None,
                }
            ],
            "period": "2020-01-21/2021-06-30",
            "first_day": "2020-01-21",
            "last_day": "2021-06-30",
            "open_ended": False,
            "municipalities": [{"code": "1882", "name": "Askersund"}],
            "statuses": ["fulfilled"],
        }
    ]


def test_csv_has_a_header_and_a_row_for_each_promise(run, register):
    """
    Lists have semicolons between, lines end as RFC 4180 has it, and a promise
    whose days contradict each other has none.
    """
    done = run("find", register, "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(done.out, newline="")))
    assert done.out.count("\r\n") == 4
    assert rows[0]["themes"] == "drugs; youth"
    assert rows[0]["quantities"] == ">=4 insats/year"
    assert rows[1]["promisors"] == "Polisen; Askersunds kommun"
    assert rows[2]["period"] == rows[2]["first_day"] == rows[2]["last_day"] == ""


def test_csv_holds_no_formulas(run, register):
    """
    What a spreadsheet would take for a formula is kept from being one.
    """
    done = run("find", register, "--municipality", "Lund", "--format", "csv")

    (row,) = csv.DictReader(io.StringIO(done.out, newline=""))
    assert row["text"].startswith("'=1+1")


@settings(max_examples=30)  # whole registers take long to make
@given(registers())
def test_both_forms_of_data_hold_every_promise(register):
    """
    Whatever is in a register, its promises come out of csv and json unchanged.
    """
    matches = register.find(AllOf(()))
    texts = [match.promise.text for match in matches]

    records = json.loads(printed(matches, "json"))
    rows = list(csv.DictReader(io.StringIO(printed(matches, "csv"), newline="")))

    assert [record["text"] for record in records] == texts
    assert len(rows) == len(texts)
    for row, text in zip(rows, texts, strict=True):
        assert row["text"] in {text, f"'{text}"}


def test_a_table_in_a_pipe_has_a_line_for_each_promise(run, register):
    """
    Nothing is wrapped or cut where lines have no width, and nothing in a promise
    colours the terminal.
    """
    lines = run("find", register).out.splitlines()

    assert lines[0].split() == [
        *("Gäller", "Lovas", "av", "Kommun", "Teman", "Löfte", "Överenskommelse")
    ]
    assert lines[2].split("  ")[0] == "till och med 2021-06-30 (känt från 2020-01-21)"
    assert "   Polisen lovar fyra insatser per år mot narkotika.   " in lines[2]
    assert lines[2].rstrip().endswith("   askersund-till-2021-06-30, 1")
    assert lines[3].startswith("hösten 2020")
    assert "   =1+1 [bold]röd[/bold]  [31m   " in lines[4]
    assert lines[4].rstrip().endswith("   lund, 1")
    assert len(lines) == 5


def test_a_table_speaks_english(run, register):
    """
    Headings, themes and periods follow the language.
    """
    told = run("find", register, "--lang", "en").out

    assert "Promised by" in told
    assert "Drugs; Children and young people" in told
    assert "autumn 2020" in told


def test_what_is_found_can_be_shown(run, register, monkeypatch):
    """
    Where there is no room for a table too, the id stands whole, for the next command.
    """
    monkeypatch.setenv("COLUMNS", "60")

    told = run("find", register, "--quantified", "--lang", "en").out.split()

    assert told[-3:] == ["Agreement", "askersund-till-2021-06-30,", "1"]
    assert run("show", register, told[-2].removesuffix(",")).code == 0


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_table_fits_its_columns(run, register, monkeypatch, columns):
    """
    With a width to keep to, every line keeps to it, and no word is lost.
    """
    monkeypatch.setenv("COLUMNS", str(columns))

    lines = run("find", register, "--quantified").out.splitlines()

    assert max(map(len, lines)) <= columns
    letters = "".join("".join(lines).split())
    assert all(letter in letters for letter in "narkotika")
    assert "…" not in letters


def test_no_promises_are_told(run, register):
    """
    A table of nothing is a sentence.
    """
    assert run("find", register, "--theme", "camera") == (0, "Inga löften.\n", "")


@pytest.mark.parametrize(
    ("who", "complaint"),
    [
        ("polsien", "'polsien'; menade du 'Polisen' eller 'polis'?"),
        ("Askresund", "'Askresund'; menade du 'Askersund' eller 'Askersunds kommun'?"),
        ("Xyz", "'Xyz'"),
    ],
)
def test_a_name_that_nobody_has_is_told(run, register, who, complaint):
    """
    The nearest are the names in the register and the kinds of parties.
    """
    assert run("find", register, "--by", who) == (
        2,
        "",
        f"medborgarloften: ingen part i registret heter {complaint}\n",
    )


def test_a_municipality_that_is_no_party_promises_nothing(run, register):
    """
    That is an answer, and a line says why.
    """
    done = run("find", register, "--by", "Lunds kommun", "--lang", "en")

    assert (done.code, done.out) == (0, "No promises.\n")
    assert done.err.startswith(
        "medborgarloften: no party in the register is called 'Lunds kommun'"
    )


@pytest.mark.parametrize("who", ["skola", "SKOLAN", "askersund", "1882", "region"])
def test_a_party_that_promises_nothing_is_known(run, register, who):
    """
    Whoever takes part is called by id, name or kommunkod, and a kind by its word.
    """
    done = run("find", register, "--by", who)

    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kinds_that_are_suggested_are_understood(language):
    """
    What a kind of party is called in either language finds that kind.
    """
    for kind in set(PartyKind) - {PartyKind.OTHER}:
        assert promised_by(Words(language).label(kind)) == promised_by(kind)


def test_a_missing_library_is_told(run, register, monkeypatch):
    """
    Without the library that draws tables, the extra that brings it is named.
    """
    monkeypatch.delitem(sys.modules, "medborgarloften.cli._tables", raising=False)
    monkeypatch.setitem(sys.modules, "rich.box", None)

    done = run("find", register)

    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "medborgarloften: det här behöver rich; installera medborgarloften[cli]\n"
    )


def test_a_saved_question_is_asked_with_the_others(run, register, tmp_path):
    """
    What the file asks has to hold, and what the options ask too.
    """
    question = tmp_path / "question.json"
    question.write_text(dumps(about("narkotika") | in_municipality("Lund")), "utf-8")

    done = run("find", register, "--question", question, "--format", "json")
    both = run("find", register, "--question", question, "--joint", "--format", "json")

    found = {(each["agreement"], each["promise"]) for each in json.loads(done.out)}
    assert found == {DRUGS, LUND}
    assert json.loads(both.out) == []


def test_a_saved_question_with_faults_is_told_with_its_file(run, register, tmp_path):
    """
    The faults are those of the question, not of the register.
    """
    question = tmp_path / "question.json"
    question.write_text('{"question": "abuot"}', "utf-8")

    assert run("find", register, "--question", question) == (
        1,
        "",
        f"{question}: $.question: 'abuot' duger inte; menade du 'about'?\n",
    )


def test_what_is_found_goes_on_as_a_register(run, register, small):
    """
    With jsonl the next command reads only the promises that were found, with their
    outcomes, and it is said that numbers are new.
    """
    found = run("find", register, "--theme", "drugs", "--format", "jsonl")
    shown = run("show", "-", DRUGS[0], typed=found.out.encode())
    all_of_it = run("find", register, "--municipality", "Lund", "--format", "jsonl")

    assert found.err == (
        "löften 1; av överenskommelser 1 går bara de löftena vidare, numrerade från 1\n"
    )
    assert "antal: 5" in shown.out
    assert "centrum" not in shown.out
    assert jsonl.loads(all_of_it.out) == Register([small["lund"]])
    assert all_of_it.err == ""


def test_commands_pass_what_they_find_on(run, register):
    """
    What one command finds, another counts.
    """
    found = run("find", register, "--by", "kommunen", "--format", "jsonl")
    counted = run("counts", "-", "--format", "json", typed=found.out.encode())

    assert json.loads(counted.out)[0]["promises"] == 1


@pytest.fixture
def uncertain(tmp_path, small):
    """Write a register of which much is uncertain to a file."""
    lund = small["lund"]
    (promise,) = lund.promises
    promise = evolve(
        promise,
        attribution=Attribution.CONTEXT,
        hedged=True,
        condition="om det behövs",
    )
    path = tmp_path / "uncertain.jsonl"
    save(Register([evolve(lund, promises=(promise,))]), path)
    return path


def test_data_tell_what_is_uncertain(run, uncertain):
    """
    How it is known who promises, what weakens the promise, and in which district.
    """
    (record,) = json.loads(run("find", uncertain, "--format", "json").out)
    done = run("find", uncertain, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(done.out, newline=""))

    names = ("attribution", "hedged", "condition", "district", "excerpt")
    assert [record[name] for name in names] == [
        *("context", True, "om det behövs", "Norra Fäladen", False)
    ]
    assert [row[name] for name in names] == [
        *("context", "true", "om det behövs", "Norra Fäladen", "false")
    ]
    assert (row["promisors"], row["municipalities"]) == ("Polisen", "Lund")


@pytest.mark.parametrize("format_", ["table", "markdown"])
def test_a_table_tells_what_is_uncertain(run, uncertain, register, format_):
    """
    Who promises only by the context is marked, as `show` marks it, and a district
    stands before its municipality.
    """
    told = run("find", uncertain, "--format", format_).out
    certain = run("find", register, "--format", format_).out

    assert "Polisen (enligt sammanhanget)" in told
    assert "Norra Fäladen, Lund" in told
    assert "(enligt" not in certain


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        (Quantity(4, 4, "insats"), "4 insats"),
        (Quantity(0, 4, "insats", Per.WEEK), "0–4 insats/week"),
        (Quantity(4, None, "insats"), ">=4 insats"),
        (Quantity(None, 4, "insats"), "<=4 insats"),
        (
            Quantity(4, None, "insats", Per.YEAR, average=True),
            ">=4 insats/year (average)",
        ),
        (Quantity(1, 1, "insats", each="skola"), "1 insats (each skola)"),
        (
            Quantity(1, 1, "insats", each="skola", average=True),
            "1 insats (average, each skola)",
        ),
    ],
)
def test_a_cell_tells_all_of_a_count(quantity, told):
    """
    A lower or an upper bound is no exact number, and an average holds for each.
    """
    assert short_quantity(quantity) == told


@pytest.mark.parametrize("without", [False, True])
def test_people_go_on_with_what_is_found_unless_left_out(run, register, without):
    """
    Those who signed stand in the register that is written, as in the one read.
    """
    flag = ["--without-people"] * without

    found = jsonl.loads(run("find", register, *flag, "--format", "jsonl").out)

    signed = [each.name for each in found["askersund-till-2021-06-30"].signatories]
    assert signed == ([] if without else ["Kim Ek", "Bo Al"])


@pytest.mark.parametrize(
    ("command", "place"),
    [
        ("find", ["--municipality", "Malmö"]),
        ("find", ["--district", "Hyllie"]),
        ("timeline", ["--county", "Dalarna"]),
        ("lineage", ["--police-region", "Nord"]),
    ],
)
def test_a_place_without_agreement_is_told(run, register, command, place):
    """
    It is an answer that there is nothing, and it is said why.
    """
    done = run(command, register, *place)

    assert (done.code, done.err) == (
        0,
        f"medborgarloften: registret har ingen överenskommelse i {place[1]}\n",
    )


def test_an_answer_is_no_register(run, register, tmp_path):
    """
    Whoever asks what another command answered is told what goes on in a pipe.
    """
    told = "medborgarloften: {}: is an answer and no register; only find"
    saved = tmp_path / "a.json"
    for format_ in ("json", "jsonl"):
        answer = run("lineage", register, "--format", format_).out.encode()
        done = run("find", "-", "--lang", "en", typed=answer)
        assert done.code == 2
        assert done.err.startswith(told.format("-"))
        saved.write_bytes(answer)
    assert run("find", saved, "--lang", "en").err.startswith(told.format(saved))


@pytest.mark.parametrize("typed", [b"{}", b"[]", b"[1]", b"{", b'{"id": "a"}', b"a\nb"])
def test_what_is_neither_register_nor_answer_is_only_faulty(run, typed):
    """
    Nobody is told that it is an answer.
    """
    done = run("find", "-", typed=typed)

    assert done.code == 1
    assert "svar" not in done.err
