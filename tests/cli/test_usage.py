from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from shutil import copytree

import pytest

from medborgarloften import examples
from medborgarloften.cli._arguments import COMMANDS, language_of
from medborgarloften.cli._arguments._analyses import KEYS
from medborgarloften.cli._arguments._groups import KINDS
from medborgarloften.cli._arguments._others import PICTURES
from medborgarloften.cli._arguments._parser import parser_for
from medborgarloften.cli._arguments._values import FORMATS, OneOf
from medborgarloften.cli._refusals import UsageError, explain
from medborgarloften.cli._words import LANGUAGES, HelpWords
from medborgarloften.errors import DuplicateAgreement, UnknownName
from medborgarloften.serializers import load, save

# All that a command may use, but help may not.
THIRD_PARTY = {
    "altair",
    "cattrs",
    "dateutil",
    "duckdb",
    "ibis",
    "icalendar",
    "msgspec",
    "pyarrow",
    "pypdf",
    "python_calamine",
    "rdflib",
    "rich",
    "ruamel",
    "selectolax",
    "shtab",
    "vl_convert",
    "xlsxwriter",
}
ENDS = ".json, .jsonl, .yaml, .yml, .xlsx, .parquet, .arrow, .jsonld, .ttl, .ics, .md"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "kommandot saknas; se medborgarloften --help"),
        (["finn"], "inget kommando heter 'finn'; menade du 'find'?"),
        (["serch"], "inget kommando heter 'serch'; menade du 'find'?"),
        (["jämför"], "inget kommando heter 'jämför'; menade du 'compare'?"),
        (["xyz"], "inget kommando heter 'xyz'"),
        (["find"], "argument saknas: REGISTER"),
        (["read"], "argument saknas: FIL"),
        (["show", "r.jsonl"], "argument saknas: ID"),
        (
            ["find", "r.jsonl", "--theem", "drugs"],
            "ingen flagga heter '--theem'; menade du '--theme'?",
        ),
        (["timeline", "r.jsonl", "s.jsonl"], "'s.jsonl' är ett för mycket"),
        (
            ["compare", "--", "r.jsonl", "a", "b", "--totals"],
            "efter -- är --totals ingen flagga; skriv den före",
        ),
        (["--municipality", "Lund", "finn"], "inget kommando heter 'Lund'"),
        (
            ["--lang", "sv", "finn", "show"],
            "inget kommando heter 'finn'; menade du 'find'?",
        ),
        (["find", "r.jsonl", "--on"], "--on behöver ett värde"),
        (["find", "r.jsonl", "--joint=yes"], "--joint tar inget värde"),
        (["--lang"], "--lang behöver ett värde"),
        (
            ["find", "r.jsonl", "--on", "2020-06-31"],
            "2020-06-31: kalendern har ingen sådan dag",
        ),
        (
            ["find", "r.jsonl", "--during", "2020-02-01/2020-02-30"],
            "2020-02-30: kalendern har ingen sådan dag",
        ),
        (
            ["gaps", "r.jsonl", "--between", "2021-02-29/2021-03-31"],
            "2021-02-29: kalendern har ingen sådan dag",
        ),
        (
            ["find", "r.jsonl", "--on", "2020-06-01/2020-06-30"],
            "'2020-06-01/2020-06-30' är ingen dag; skriv den som 2020-06-01",
        ),
        *(
            (["find", "r.jsonl", *[f"--{option}", value] * 2], told)
            for option, value, told in (
                ("on", "2020-01-01", "ange --on en gång"),
                ("maybe-on", "2020-01-01", "ange --maybe-on en gång"),
                ("during", "2020", "ange --during en gång"),
                ("starting", "2020", "ange --starting en gång"),
                ("ending", "2020", "ange --ending en gång"),
                ("ending-before", "2020-01-01", "ange --ending-before en gång"),
                ("mentioning", "x", "ange --mentioning en gång"),
                ("targeting", "x", "ange --targeting en gång"),
                ("question", "q.json", "ange --question en gång"),
                ("format", "json", "ange --format en gång"),
                ("lang", "sv", "ange --lang en gång"),
            )
        ),
        (
            ["read", "p.txt", "-o", "a.jsonl", "--output", "b.jsonl"],
            "ange --output en gång",
        ),
        (
            ["convert", "a.jsonl", "b.json", "--to", "json", "--to", "json"],
            "ange --to en gång",
        ),
        (
            ["find", "r.jsonl", "--all-themes"],
            "--all-themes gäller de --theme som anges, och inget anges",
        ),
        (["read", "-", "--add-to", "-"], "- anges två gånger"),
        (
            ["find", "r.jsonl", "--theme", "knark"],
            (
                "inget tema heter 'knark'; de som finns i ett register visar: "
                "medborgarloften counts REGISTER --by theme; löften med ordet hittar "
                "--mentioning 'knark'"
            ),
        ),
        (
            ["find", "r.jsonl", "--status", "klar"],
            (
                "inget läge heter 'klar'; det här finns: inte påbörjat, pågår, "
                "uppfyllt, delvis uppfyllt, inte uppfyllt, inget är känt"
            ),
        ),
        (
            ["find", "r.jsonl", "--kind", "xyz"],
            (
                "ingen typ heter 'xyz'; det här finns: aktivitet, mål, inriktning, "
                "medborgarlöfte, samverkansöverenskommelse"
            ),
        ),
        (
            ["find", "r.jsonl", "--county", "xyz"],
            (
                "inget län heter 'xyz'; det här finns: Stockholm, Uppsala, "
                "Södermanland, Östergötland, Jönköping, Kronoberg, Kalmar, Gotland, "
                "Blekinge, Skåne, Halland, Västra Götaland, Värmland, Örebro, "
                "Västmanland, Dalarna, Gävleborg, Västernorrland, Jämtland, "
                "Västerbotten, Norrbotten"
            ),
        ),
        (
            ["find", "r.jsonl", "--police-region", "xyz"],
            (
                "ingen polisregion heter 'xyz'; det här finns: Stockholm, Mitt, Öst, "
                "Syd, Väst, Bergslagen, Nord"
            ),
        ),
        (
            ["find", "r.jsonl", "--municipality", "xyz"],
            "ingen kommun heter 'xyz'",
        ),
        (
            ["find", "r.jsonl", "--county", "Flen"],
            "inget län heter 'Flen'; 'Flen' är en kommun",
        ),
        (
            ["find", "r.jsonl", "--municipality", "Södermanland"],
            "ingen kommun heter 'Södermanland'; 'Södermanland' är ett län",
        ),
        (
            ["find", "r.jsonl", "--county", "Bergslagen"],
            "inget län heter 'Bergslagen'; 'Bergslagen' är en polisregion",
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
                "inget format heter 'tabel'; formaten är table, json, jsonl, csv och "
                "markdown; "
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
        (
            ["gaps", "r.jsonl", "--betwen", "2020"],  # and --between is missing
            "ingen flagga heter '--betwen'; menade du '--between'?",
        ),
        (
            ["gaps", "r.jsonl", "--between", "2020/"],
            (
                "'2020/' är ingen tid med första och sista dag; "
                "skriv den som 2020, 2019/2023 eller 2020-06-01/2021-05-31"
            ),
        ),
        (
            ["find", "r.jsonl", "--during", "juni"],
            (
                "'juni' är ingen tid; "
                "skriv den som 2020, 2020-06/2021-05, 2020-06-01/ eller /2021-05-31"
            ),
        ),
        (
            ["find", "r.jsonl", "--county", "Orebo"],
            "inget län heter 'Orebo'; menade du 'Örebro'?",
        ),
        (
            ["find", "r.jsonl", "--local-police-area", "Halsberg"],
            "inget lokalpolisområde heter 'Halsberg'; menade du 'Hallsberg'?",
        ),
        (
            ["find", "r.jsonl", "--status", "uppfylt"],
            (
                "inget läge heter 'uppfylt'; menade du 'uppfyllt' eller "
                "'inte uppfyllt' eller 'delvis uppfyllt'?"
            ),
        ),
        (
            ["counts", "r.jsonl", "--by", "kommn"],
            (
                "det går inte att räkna efter 'kommn'; nycklarna är theme (tema), kind "
                "(typ), promisor (lovas av), municipality (kommun), county (län), "
                "police_region (polisregion) och year (år); menade du 'kommun'?"
            ),
        ),
        (
            ["counts", "r.jsonl", "--by", "kind", "--by", "typ"],
            "kind anges två gånger",
        ),
        (
            ["coverage", "r.jsonl", "--by", "region"],
            (
                "ingen sorts plats heter 'region'; de är municipality (kommun), county "
                "(län), police_region (polisregion) och country (land); menade du "
                "'police_region'?"
            ),
        ),
        (
            [
                "coverage",
                "r.jsonl",
                "--on",
                "2020-01-01",
                "--on",
                "2021-01-01",
                "--county",
                "Örebro",
            ],
            "flera --on räknar hela landet; ange då ingen plats och ingen --by",
        ),
        (
            ["due", "r.jsonl", "--on", "2020-02-01", "--until", "2020-01-31"],
            "2020-01-31 är före 2020-02-01; ange samma dag eller en senare",
        ),
        (
            ["due", "r.jsonl", "--until", "2030-01-01", "--untold-days", "-1"],
            "'-1' är inget antal dagar",
        ),
        *(
            (
                ["copies", "r.jsonl", "--alike", share],
                f"{share!r} är ingen andel; skriv ett tal över 0 och högst 1, som 0.5",
            )
            for share in ("0", "1.1", "hälften", "nan")
        ),
        (
            ["timeline", "r.jsonl", "--kind", "avtal"],
            (
                "ingen typ av överenskommelse heter 'avtal'; de är citizens_promise "
                "(medborgarlöfte) och cooperation_agreement (samverkansöverenskommelse)"
            ),
        ),
        (
            ["completion", "fish"],
            "inget skal heter 'fish'; skalen är bash, zsh och tcsh",
        ),
        (
            ["plot", "themer", "r.jsonl", "-o", "x.svg"],
            (
                "ingen bild heter 'themer'; bilderna är coverage (täckning), progress "
                "(läge), themes (teman) och timeline (tidslinje); menade du 'themes'?"
            ),
        ),
        (
            ["plot", "themes", "r.jsonl", "-o", "x.svg", "--on", "2020-01-01"],
            "--on hör inte till bilden themes",
        ),
        (
            ["plot", "progress", "r.jsonl", "-o", "x.svg", "--theme", "drugs"],
            "--theme hör inte till bilden progress",
        ),
        (
            ["plot", "themes", "r.jsonl", "-o", "x.pdf"],
            (
                "x.pdf: en bild är en fil vars namn slutar på "
                ".svg, .png, .html eller .json"
            ),
        ),
        (["plot", "themes", "r.jsonl"], "argument saknas: -o/--output"),
        (["check", "nowhere.jsonl"], "nowhere.jsonl: filen finns inte"),
        (["check", "--", "-r.jsonl"], "-r.jsonl: filen finns inte"),
        (["read", "nowhere.txt"], "nowhere.txt: filen finns inte"),
        (["check", "r.txt"], "r.txt: filen finns inte"),
        (
            ["read", "p.txt", "-o", "r.txt"],
            (
                f"r.txt: ett register skrivs till en fil vars namn slutar på {ENDS}; "
                "en ny mapp skriver convert med --to csv eller --to yaml"
            ),
        ),
        *(
            (arguments, f"{named} behöver ett värde")
            for arguments, named in (
                (["read", "p.txt", "--add-to", "", "-o", "r.jsonl"], "--add-to"),
                (["read", "p.txt", "--add-to=", "-o", "r.jsonl"], "--add-to"),
                (["read", "p.txt", "-o", ""], "--output"),
                (["read", "p.txt", ""], "FIL"),
                (["find", "r.jsonl", "--question", ""], "--question"),
                (["find", ""], "REGISTER"),
                (["show", "r.jsonl", ""], "ID"),
                (["compare", "r.jsonl", "a", ""], "ID"),
                (["check", "r.jsonl", ""], "REGISTER"),
                (["convert", "r.jsonl", ""], "TILL"),
                (["plot", "themes", "r.jsonl", "-o", ""], "--output"),
            )
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
        (
            OSError(28, "No space left on device"),
            "standard output: cannot be used (No space left on device)",
        ),
        (UsageError("left_over", word="x"), "x is one too many"),
    ],
)
def test_the_system_s_reasons_are_told(error, told):
    """
    The file is named, and the reason in words where there are any.
    """
    assert explain(error, HelpWords("en")) == told


def test_options_may_stand_before_the_command(run, register):
    """
    The value of an option is not taken for the command.
    """
    before = run("--municipality", "Lund", "find", register)
    after = run("find", register, "--municipality", "Lund")

    assert before == after
    assert before.code == 0


def test_what_has_no_words_of_its_own_is_told_in_english():
    """
    An error that the command line does not foresee keeps its own message.
    """
    error = DuplicateAgreement("habo-2020")

    assert explain(error, HelpWords("sv")) == str(error)


def test_whatever_else_is_refused_is_told():
    """
    What the parser may come to refuse in a later Python is said as it says it.
    """
    with pytest.raises(UsageError) as caught:
        parser_for().error("something new")

    assert explain(caught.value, HelpWords("sv")) == "something new"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples(run, command, language):
    """
    Help comes in either language, with the examples that are run below.
    """
    done = run(command, "--help", "--lang", language)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(HelpWords(language)("help.usage"))
    shown = done.out.splitlines()
    assert {f"  {example}" for example in COMMANDS[command].examples} <= set(shown)


@pytest.mark.parametrize("columns", [70, 80, 120])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_the_terminal(run, monkeypatch, command, columns):
    """
    But for the examples, which can be typed as they stand.
    """
    monkeypatch.setenv("COLUMNS", str(columns))

    lines = run(command, "--help").out.splitlines()

    examples = {f"  {example}" for example in COMMANDS[command].examples}
    assert max(map(len, set(lines) - examples)) <= columns


def test_help_of_the_whole_tells_every_command(run):
    """
    Each command is there with what it does.
    """
    told = run("--help").out

    assert all(HelpWords("sv")(f"command.{command}") in told for command in COMMANDS)


@pytest.fixture(scope="module")
def files(tmp_path_factory, as_html, as_pdf):
    """A folder with the files that the examples of the help speak of."""
    folder = examples.write(tmp_path_factory.mktemp("examples"))
    page = (folder / "pages" / "hallsberg-2019.txt").read_bytes()
    (folder / "page.txt").write_bytes(page)
    text = "Medborgarlöfte 2023 för Habo kommun\n\n• Polisen lovar att synas mer."
    follow_up = (folder / "pages" / "katrineholm-2020-uppfoljning.txt").read_bytes()
    (folder / "follow-up.txt").write_bytes(follow_up)
    (folder / "page.html").write_bytes(as_html(text))
    (folder / "page.pdf").write_bytes(as_pdf(text.replace("Habo", "Flens")))
    register = load(folder / "register.jsonl")
    save(register, folder / "register.json")
    save(register, folder / "agreements", format="yaml")
    return folder


@pytest.mark.parametrize(
    "example", [example for each in COMMANDS.values() for example in each.examples]
)
def test_examples_do_what_they_say(files, tmp_path, example):
    """
    Every example of the help runs as it stands, in a folder with such files.
    """
    folder = copytree(files, tmp_path / "folder")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    before = {file: file.stat().st_mtime_ns for file in folder.iterdir()}

    done = subprocess.run(
        ["/bin/sh", "-c", example],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    after = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    quiet = example.endswith(("--check", "register.json"))
    assert (done.returncode, done.stderr.count("medborgarloften: ")) == (0, 0)
    assert done.stdout or before != after or quiet


def test_help_needs_no_optional_library():
    """
    Help comes without any library but attrs, and without what the commands do.
    """
    program = (
        "import sys; from medborgarloften.cli import main; main(['--help']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    imported = {name.partition(".")[0] for name in told.stderr.split()}
    own = {name for name in told.stderr.split() if name.startswith("medborgarloften.")}

    assert "attr" in imported
    assert imported & THIRD_PARTY <= {"dateutil"}  # of the model, which is no extra
    assert not any(
        name.startswith(f"medborgarloften.{part}")
        for name in own
        for part in ("analysis", "plots", "reading", "serializers", "cli._commands")
    )


def test_the_nearest_file_is_told(run, register):
    """
    A misspelt file is told with the one of its folder that is most like it.
    """
    wrong = register.with_name("regster.jsonl")

    assert run("check", wrong, "--lang", "en").err == (
        f"medborgarloften: {wrong}: there is no such file; "
        f"did you mean {str(register)!r}?\n"
    )


def test_no_option_takes_an_empty_text_for_none(run):
    """
    What takes a value refuses an empty one, whatever it takes it for.
    """
    say = HelpWords("sv")
    for command, told in COMMANDS.items():
        parser = parser_for(command)
        told.add(parser, say)
        for action in parser.actions:
            if action.option_strings and action.nargs is None:
                words = ["a"] * len(parser.actions)
                done = run(command, *words, action.option_strings[-1], "")

                assert done.code == 2, (command, action.dest)
                assert done.err.startswith("medborgarloften: "), done.err
                assert "''" in done.err or "behöver ett värde" in done.err


@pytest.mark.parametrize("end", [".txt", ".xhtml"])
def test_a_page_is_no_register(run, tmp_path, end):
    """
    Whoever asks a page is told to read it first.
    """
    page = tmp_path / f"page{end}"
    page.write_text("Medborgarlöfte", "utf-8")

    assert run("find", page, "--lang", "en").err == (
        f"medborgarloften: {page}: is a page and no register; "
        f"read it first: medborgarloften read {page} -o register.jsonl\n"
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "POSIX"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_FI"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "en_US", "LC_ALL": "sv_SE"}, "sv"),
        ({"LANG": "en_US", "LC_ALL": ""}, "en"),  # an empty one says nothing
        ({"LANG": "sv_SE.UTF-8", "LANGUAGE": "en_US:en"}, "en"),
        ({"LANG": "en_US", "LANGUAGE": "de:sv@x:en"}, "sv"),
        ({"LANG": "sv_SE", "LANGUAGE": "de"}, "sv"),
        ({"LANG": "sv_SE", "LANGUAGE": ""}, "sv"),
        ({"LANG": "de_DE", "LANGUAGE": "fi"}, "en"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "en"}, "sv"),  # as gettext has it
        ({"LANGUAGE": "en"}, "sv"),
    ],
)
def test_the_language_is_that_of_the_locale(environment, language):
    """
    The first that says anything counts, and what is wished for before it; another
    language than the two is English.
    """
    assert language_of(["check"], environment) == language
    assert language_of(["--lang", "sv"], environment) == "sv"


def test_the_locale_tells_the_language_of_help(run, monkeypatch):
    """
    A machine that is set to English is helped in English.
    """
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    assert run("--help").out.startswith("usage: medborgarloften")


def test_no_file_is_near_where_there_is_no_folder(run, tmp_path):
    """
    What lies in no folder is only said not to be there.
    """
    file = tmp_path / "nowhere" / "register.jsonl"

    assert run("check", file).err == f"medborgarloften: {file}: filen finns inte\n"


def test_what_is_no_register_is_told(run, tmp_path):
    """
    A file that is neither a register nor a page is told how registers are named.
    """
    file = tmp_path / "r.docx"
    file.touch()

    told = run("check", file).err

    assert told.startswith(f"medborgarloften: {file}: ett register är en fil vars namn")
    assert ".jsonl" in told
    assert ".ics" not in told


@pytest.mark.parametrize("command", ["check", "read"])
@pytest.mark.parametrize("end", [".txt", ".html", ".xhtml", ".pdf"])
def test_a_folder_of_pages_is_to_be_read(run, tmp_path, command, end):
    """
    It is said how, with the pages that are in it.
    """
    (tmp_path / f"page{end}").touch()

    assert run(command, tmp_path, "--lang", "en") == (
        2,
        "",
        (
            f"medborgarloften: {tmp_path}: is a folder; read the pages in it: "
            f"medborgarloften read {tmp_path}/*{end} -o register.jsonl\n"
        ),
    )


def test_a_folder_of_anything_else_is_only_told(run, tmp_path):
    """
    Nobody can guess what was meant.
    """
    checked, read = (run(each, tmp_path, "--lang", "en") for each in ("check", "read"))

    assert checked.err.startswith(
        f"medborgarloften: {tmp_path}: is a folder and no register; that has tables"
    )
    assert read.err == f"medborgarloften: {tmp_path}: is a folder and no file\n"


def test_a_register_is_no_page(run, register):
    """
    Whoever reads a register is told to ask it, be it in a file or in a pipe.
    """
    from_file = run("read", register)
    from_pipe = run("read", "-", typed=register.read_bytes())

    for name, done in ((register, from_file), ("-", from_pipe)):
        assert done == (
            2,
            "",
            (
                f"medborgarloften: {name}: är ett register och ingen sida; "
                f"fråga det som det är: medborgarloften find {name}\n"
            ),
        )


def test_the_version_is_told(run):
    """
    It is that of the package, in the language of nobody.
    """
    assert run("--version") == (
        0,
        f"medborgarloften {version('medborgarloften')}\n",
        "",
    )
    assert run("--lang", "en", "--version") == run("--version")


@pytest.mark.parametrize(
    ("what", "known", "written", "meant"),
    [
        ("key_to_count_by", KEYS, "tema", "theme"),
        ("key_to_count_by", KEYS, "Typ", "kind"),
        ("key_to_count_by", KEYS, "typ-av-löfte", "kind"),
        ("key_to_count_by", KEYS, "kommun", "municipality"),
        ("key_to_count_by", KEYS, "Län", "county"),
        ("key_to_count_by", KEYS, "police region", "police_region"),
        ("key_to_count_by", KEYS, "år", "year"),
        ("key_to_count_by", KEYS, "lovas_av", "promisor"),
        ("place", ("municipality", "country"), "land", "country"),
        ("agreement_kind", KINDS, "Medborgarlöfte", "citizens_promise"),
        ("agreement_kind", KINDS, "citizens' promise", "citizens_promise"),
        ("agreement_kind", KINDS, "cooperation-agreement", "cooperation_agreement"),
        ("picture", PICTURES, "tidslinje", "timeline"),
        ("format", FORMATS, "TABELL", "table"),
    ],
)
def test_a_word_has_a_name_in_each_language(what, known, written, meant):
    """
    It is taken by its id, or by what it is called; only by what is to choose from.
    """
    take = OneOf(what, known)

    assert take(written) == take(meant) == meant
    with pytest.raises(UnknownName):
        OneOf(what, [each for each in known if each != meant])(written)


def test_a_link_that_leads_nowhere_is_no_better_name(run, tmp_path):
    """
    Nobody is asked whether they meant what they wrote.
    """
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")

    for name in ("loop", "gone.jsonl"):
        assert run("check", tmp_path / name, "--lang", "en").err == (
            f"medborgarloften: {tmp_path / name}: there is no such file\n"
        )
