from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from medborgarloften.cli._arguments import COMMANDS, _Parser
from medborgarloften.cli._refusals import UsageError, explain
from medborgarloften.cli._words import LANGUAGES, Words
from medborgarloften.errors import DuplicateAgreement

PAGES = Path(__file__).parents[2] / "examples" / "pages"


ENDS = ".json, .jsonl, .yaml, .yml, .xlsx, .parquet, .arrow, .jsonld, .ttl"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "det här saknas: ett kommando; se medborgarloften --help"),
        (["finn"], "inget kommando heter 'finn'; menade du 'find'?"),
        (["find"], "det här saknas: REGISTER"),
        (["read"], "det här saknas: FIL"),
        (["show", "r.jsonl"], "det här saknas: ID"),
        (
            ["find", "r.jsonl", "--theem", "drugs"],
            "ingen flagga heter '--theem'; menade du '--theme'?",
        ),
        (["check", "r.jsonl", "s.jsonl"], "'s.jsonl' är ett för mycket"),
        (["find", "r.jsonl", "--on"], "--on behöver ett värde"),
        (["find", "r.jsonl", "--joint=yes"], "--joint tar inget värde"),
        (["--lang"], "--lang behöver ett värde"),
        (
            ["find", "r.jsonl", "--on", "2020-06-31"],
            "'2020-06-31' är ingen dag; skriv den som 2020-06-01",
        ),
        (
            ["find", "r.jsonl", "--on", "20200601"],  # Python reads it
            "'20200601' är ingen dag; skriv den som 2020-06-01",
        ),
        (
            ["find", "r.jsonl", "--maybe-on", "2020-W23-1"],  # likewise
            "'2020-W23-1' är ingen dag; skriv den som 2020-06-01",
        ),
        (["find", "r.jsonl", "--by", "?"], "'?' är inget namn"),
        (
            ["find", "r.jsonl", "--format", "tabel"],
            (
                "inget format heter 'tabel'; formaten är table, json och csv; "
                "menade du 'table'?"
            ),
        ),
        (
            ["find", "r.jsonl", "--theme", "narkotka"],
            "inget tema heter 'narkotka'; menade du 'Narkotika'?",
        ),
        (
            ["find", "r.jsonl", "--municipality", "Askresund"],
            (
                "ingen kommun heter 'Askresund'; menade du "
                "'Askersund' eller 'Östersund' eller 'Strömsund'?"
            ),
        ),
        (
            ["read", "-", "--municipality", "Askersnd"],
            "ingen kommun heter 'Askersnd'; menade du 'Askersund' eller 'Östersund'?",
        ),
        (["--hepl"], "ingen flagga heter '--hepl'; menade du '--help'?"),
        (
            ["--lang", "svenska", "check", "r.jsonl"],
            "inget språk heter 'svenska'; språken är sv och en",
        ),
        (["check", "nowhere.jsonl"], "nowhere.jsonl: filen finns inte"),
        (["check", "--", "-r.jsonl"], "-r.jsonl: filen finns inte"),
        (["read", "nowhere.txt"], "nowhere.txt: filen finns inte"),
        (
            ["check", "r.txt"],
            f"r.txt: ett register är en fil vars namn slutar på {ENDS}",
        ),
        (
            ["read", "p.txt", "-o", "r.txt"],
            f"r.txt: ett register är en fil vars namn slutar på {ENDS}",
        ),
    ],
)
def test_a_mistake_is_told_in_one_line(run, arguments, complaint):
    """
    It says what was found and what would do, and the exit code is 2.
    """
    assert run(*arguments) == (2, "", f"medborgarloften: {complaint}\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--lang", "en", "find"], "this is missing: REGISTER"),
        (["find", "--lang", "en"], "this is missing: REGISTER"),
        (["find", "--lang=en", "x.jsonl"], "x.jsonl: there is no such file"),
    ],
)
def test_the_language_may_be_asked_for_anywhere(run, arguments, complaint):
    """
    Before the command or after it, mistakes are told in the language asked for.
    """
    assert run(*arguments) == (2, "", f"medborgarloften: {complaint}\n")


def test_a_folder_is_no_file(run, tmp_path):
    """
    A folder in the place of a file is called one.
    """
    folder = tmp_path / "register.jsonl"
    folder.mkdir()

    assert run("check", folder, "--lang", "en").err == (
        f"medborgarloften: {folder}: is a folder and no file\n"
    )


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            PermissionError(13, "Permission denied", "x.json"),
            "x.json: may not be opened",
        ),
        (
            OSError(28, "No space left on device", "x.json"),
            "x.json: cannot be used (No space left on device)",
        ),
        (UsageError("left_over", word="x"), "x is one too many"),
    ],
)
def test_the_system_s_reasons_are_told(error, told):
    """
    The file is named, and the reason in words where there are any.
    """
    assert explain(error, Words("en")) == told


def test_what_has_no_words_of_its_own_is_told_in_english():
    """
    An error that the command line does not foresee keeps its own message.
    """
    error = DuplicateAgreement("habo-2020")

    assert explain(error, Words("sv")) == str(error)


def test_whatever_else_is_refused_is_told():
    """
    What the parser may come to refuse in a later Python is said as it says it.
    """
    with pytest.raises(UsageError) as caught:
        _Parser().error("something new")

    assert explain(caught.value, Words("sv")) == "something new"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples(run, command, language):
    """
    Help comes in either language, with the examples that are run below.
    """
    done = run(command, "--help", "--lang", language)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(Words(language)("help.usage"))
    shown = done.out.splitlines()
    assert {f"  {example}" for example in COMMANDS[command]} <= set(shown)


def test_help_of_the_whole_tells_every_command(run):
    """
    Each command is there with what it does.
    """
    told = run("--help").out

    assert all(Words("sv")(f"command.{command}") in told for command in COMMANDS)


@pytest.mark.parametrize(
    "example", [example for examples in COMMANDS.values() for example in examples]
)
def test_examples_do_what_they_say(tmp_path, as_html, as_pdf, example):
    """
    Every example of the help runs as it stands, in a folder with such files.
    """
    folder = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": folder}
    for name, page in (("page.txt", "hallsberg.txt"), ("other.txt", "katrineholm.txt")):
        (tmp_path / name).write_bytes((PAGES / page).read_bytes())
    text = "Medborgarlöfte 2023 för Habo kommun\n\n• Polisen lovar att synas mer."
    (tmp_path / "page.html").write_bytes(as_html(text))
    (tmp_path / "page.pdf").write_bytes(as_pdf(text.replace("Habo", "Flens")))
    preparation = (
        "(medborgarloften read page.txt other.txt -o register.jsonl"
        " && medborgarloften convert register.jsonl register.json"
        " && medborgarloften convert register.jsonl agreements --to yaml) 2>/dev/null"
    )

    done = subprocess.run(
        ["/bin/sh", "-c", f"{preparation} && {example}"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0
    assert done.stdout or any(
        (tmp_path / name).exists() for name in ("counts.csv", "register.jsonl")
    )


def test_help_needs_no_optional_library():
    """
    Help comes without cattrs, rich and the reading of pages.
    """
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "medborgarloften", "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    imported = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}

    assert "medborgarloften.cli" in imported
    assert imported.isdisjoint({"cattrs", "rich", "medborgarloften.reading"})
