from __future__ import annotations

import pytest

from medborgarloften import serializers
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers.schema import kinds


@pytest.mark.parametrize(
    "name",
    ["r.json", "r.yaml", "r.xlsx", "r.parquet", "r.ttl", "r.jsonld", "r.jsonl.gz"],
)
def test_a_register_is_carried_over_whole(run, register, tmp_path, name):
    """
    The name of the target tells the format, and what comes back is what went in.
    """
    target, back = str(tmp_path / name), str(tmp_path / "back.jsonl")

    assert run("convert", register, target) == (
        0,
        "",
        f"{target}: överenskommelser 3, löften 3, utfall 2\n",
    )
    assert run("convert", target, back).code == 0
    assert jsonl.load(back) == jsonl.load(register)


@pytest.mark.parametrize("format_", ["csv", "yaml"])
def test_a_folder_is_written_and_read(run, register, tmp_path, format_):
    """
    A folder has no end of its name to tell the format, so it is said; when it is
    read, what is in it tells.
    """
    folder = str(tmp_path / "folder")

    assert run("convert", register, folder, "--to", format_).code == 0
    assert serializers.load(folder) == jsonl.load(register)
    assert run("check", folder).code == 0


@pytest.mark.parametrize("name", ["r.ics", "r.md"])
def test_what_cannot_be_read_back_is_said_to_be_so(run, register, tmp_path, name):
    """
    Nobody should throw the register away for a calendar.
    """
    target = str(tmp_path / name)
    done = run("--lang", "en", "convert", register, target)

    assert done.code == 0
    assert done.err.splitlines()[1] == (
        f"{target}: is written for people and cannot be read back; keep the register"
    )
    assert run("convert", target, "-").code == 2


def test_the_flat_view_has_a_row_for_each_promise(run, register, tmp_path):
    """
    It is for analysis, and is not read back either.
    """
    target = tmp_path / "p.csv"
    done = run("convert", register, str(target), "--flat")

    assert done.code == 0
    assert len(done.err.splitlines()) == 2
    assert len(target.read_text("utf-8-sig").splitlines()) == 1 + 3


def test_people_are_left_out_when_asked(run, register, tmp_path):
    """
    One flag does it for every format, and when pages are read.
    """
    target = str(tmp_path / "r.json")

    assert run("convert", register, target, "--without-people").code == 0
    assert json.load_register(target) == jsonl.load(register).without_people()
    assert "Kim Ek" not in (tmp_path / "r.json").read_text("utf-8")


def test_people_on_a_page_are_left_out_when_asked(run, tmp_path):
    """
    What is read from a page can be written without them at once.
    """
    page = tmp_path / "page.txt"
    page.write_text(
        "Medborgarlöfte 2023 för Habo kommun\n\n• Polisen lovar att synas mer.\n\n"
        "Kontakt: Kim Ek, kommunpolis, 010-123 45 67\n",
        "utf-8",
    )
    target = str(tmp_path / "r.jsonl")

    run("read", str(page), "-o", target)
    assert jsonl.load(target).agreements[0].contacts
    run("read", str(page), "-o", target, "--without-people")
    assert not jsonl.load(target).agreements[0].contacts


def test_a_register_goes_through_pipes(run, register):
    """
    What is written to standard output is what would be in the file.
    """
    assert run("convert", register, "-").out == register.read_text("utf-8")
    as_yaml = run("convert", register, "-", "--to", "yaml").out.encode()

    back = run("convert", "-", "-", "--from", "yaml", typed=as_yaml)

    assert (back.code, back.out) == (0, register.read_text("utf-8"))


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["-", "--to", "csv"], "csv är en mapp; ange en mapp att skriva till"),
        (
            ["x.json", "--to", "jsnl"],
            "inget format att skriva register i heter 'jsnl'; menade du 'jsonl'?",
        ),
        (
            ["x.json", "--from", "markdown"],
            (
                "inget format att läsa register i heter 'markdown'; det här finns: "
                "arrow, csv, json, jsonl, jsonld, parquet, turtle, xlsx, yaml"
            ),
        ),
        (
            ["x.json", "--from", "md"],
            (
                "inget format att läsa register i heter 'md'; det här finns: "
                "arrow, csv, json, jsonl, jsonld, parquet, turtle, xlsx, yaml"
            ),
        ),
        (
            ["-", "--to", "md"],
            "inget format att skriva register i heter 'md'; menade du 'markdown'?",
        ),
        (
            ["-", "--to", ".ttl"],
            "inget format att skriva register i heter '.ttl'; menade du 'turtle'?",
        ),
        (
            ["-", "--to", "word"],
            (
                "inget format att skriva register i heter 'word'; det här finns: "
                "arrow, csv, json, jsonl, jsonld, parquet, turtle, xlsx, yaml, "
                "calendar, markdown"
            ),
        ),
        (
            ["löften.CSV"],
            (
                "löften.CSV: convert skriver en platt CSV-tabell med --flat, eller en "
                "mapp med tabeller med --to csv"
            ),
        ),
        (
            ["x.txt"],
            (
                "x.txt: ett register skrivs till en fil vars namn slutar på .json, "
                ".jsonl, .yaml, .yml, .xlsx, .parquet, .arrow, .jsonld, .ttl, .ics, "
                ".md; en ny mapp skriver convert med --to csv eller --to yaml"
            ),
        ),
    ],
)
def test_a_mistake_is_told_in_one_line(run, register, arguments, complaint):
    """
    It says what was found and what would do, and nothing is written.
    """
    assert run("convert", register, *arguments) == (
        2,
        "",
        f"medborgarloften: {complaint}\n",
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["r.jsonl", "--flat"], "--flat writes a .csv file"),
        (["p.csv", "--flat", "--to", "json"], "--flat writes a .csv file"),
        (["x.json", "--to", "markdown"], "the name ends as another format"),
        (["nowhere/x.json"], "the folder it was to be in does not exist"),
    ],
)
def test_no_file_is_written_under_a_name_that_misleads(
    run, register, tmp_path, arguments, complaint
):
    """
    Least of all over the register itself.
    """
    before = register.read_bytes()
    name, *rest = arguments
    target = str(register if name == "r.jsonl" else tmp_path / name)

    done = run("--lang", "en", "convert", register, target, *rest)

    assert done.code == 2
    assert complaint in done.err
    assert list(tmp_path.iterdir()) == [register]
    assert register.read_bytes() == before


def test_a_promise_that_the_format_cannot_hold_is_told(run, register, tmp_path):
    """
    The reason is that of the format, not of the name.
    """
    large = '"minimum":' + "9" * 30
    register.write_text(
        register.read_text("utf-8").replace('"minimum":4', large), "utf-8"
    )

    done = run("convert", register, tmp_path / "r.parquet")

    assert done.code == 2
    assert "minimum" in done.err


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_faults_are_told_of_the_file_that_has_them(run, tmp_path, name):
    """
    The exit code is 1, as when it is checked, and no target is made.
    """
    source = tmp_path / name
    source.write_text('{"schema": "x"}')

    done = run("convert", str(source), str(tmp_path / "b.json"))

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"{source}: ")
    assert "$.schema: " in done.err
    assert list(tmp_path.iterdir()) == [source]


# ---------------------------------------------------------------- format


def test_a_file_is_laid_out_once(run, register, tmp_path):
    """
    What has another layout is laid out and told, and then there is nothing to do.
    """
    file = tmp_path / "a.json"
    text = json.dumps(jsonl.load(register))
    file.write_text(text.replace("  ", "\t"), "utf-8")

    assert run("format", str(file), "--check") == (
        1,
        "",
        f"{file}: skulle ställas upp på annat sätt\n",
    )
    assert file.read_text("utf-8") != text
    assert run("format", str(file)) == (0, "", f"{file}: uppställd\n")
    assert file.read_text("utf-8") == text
    assert (
        run("format", str(file)) == run("format", str(file), "--check") == (0, "", "")
    )


def test_every_file_of_a_folder_is_laid_out_and_faulty_ones_are_left(
    run, register, tmp_path
):
    """
    One that is wrong does not keep the others from being laid out.
    """
    folder = tmp_path / "folder"
    run("convert", register, str(folder), "--to", "yaml")
    (folder / "a-faulty.yaml").write_text("schema: x\n")
    good = sorted(folder.iterdir())[1]
    before = good.read_text("utf-8")
    good.write_text("# first\n" + before, "utf-8")

    done = run("format", str(folder))

    assert done.code == 1
    assert (folder / "a-faulty.yaml").read_text() == "schema: x\n"
    assert done.err.splitlines()[0].startswith(f"{folder / 'a-faulty.yaml'}: rad 1: ")
    assert good.read_text("utf-8") == "# first\n" + before


def test_a_file_of_another_format_cannot_be_laid_out(run, register, tmp_path):
    """
    The error names what can.
    """
    file = str(tmp_path / "r.xlsx")
    run("convert", register, file)

    done = run("format", file)

    assert (done.code, done.out) == (2, "")
    assert ".json, .jsonl, .yaml, .yml" in done.err


# ---------------------------------------------------------------- schema


@pytest.mark.parametrize("kind", ["agreement", "register", "outcome", "tables"])
def test_a_schema_is_printed(run, kind):
    """
    It is JSON, for whatever program asks for it.
    """
    done = run("schema", kind)

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("{\n")


def test_a_schema_that_is_not_there_is_told(run):
    """
    All that are there are listed, and the nearest is suggested.
    """
    near, far = run("schema", "agrement"), run("schema", "foo")
    listed = f"{', '.join(kinds())} och tables"

    assert near.code == far.code == 2
    assert far.err == f"medborgarloften: inget schema heter 'foo'; de är {listed}\n"
    assert near.err == (
        f"medborgarloften: inget schema heter 'agrement'; de är {listed}; "
        "menade du 'agreement'?\n"
    )


def test_a_format_can_be_named_where_the_name_does_not_tell(run, register, tmp_path):
    """
    A file may be called anything, if it is said what it is.
    """
    file = tmp_path / "register.data"
    file.write_bytes(register.read_bytes())

    back = run("convert", file, "-", "--from", "jsonl")

    assert (back.code, back.out) == (0, register.read_text("utf-8"))


@pytest.mark.parametrize(
    ("to", "begins"), [("markdown", "# "), ("calendar", "X-WR-CALNAME:")]
)
def test_what_people_read_is_in_the_language_asked_for(
    run, register, monkeypatch, to, begins
):
    """
    Without one it is in Swedish, whatever the machine speaks.
    """
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    def written(*asked):
        return run("convert", register, "-", "--to", to, *asked).out

    assert f"{begins}Medborgarlöften" in written()
    assert written("--lang", "sv") == written()
    assert f"{begins}Citizens' promises" in written("--lang", "en")


def test_what_people_read_may_leave_out_who_signed(run, register, tmp_path):
    """
    In whichever language it is; and no name of a file may mislead about that format.
    """
    left_out = run(
        *["convert", register, "-", "--to", "markdown", "--lang", "en"],
        "--without-people",
    )
    misled = run(
        *["convert", register, tmp_path / "x.ics", "--to", "markdown", "--lang", "en"]
    )

    assert "Askersund" in left_out.out
    assert "Kim Ek" not in left_out.out
    assert "the name ends as another format than markdown" in misled.err


def test_a_flat_table_cannot_be_read_back(run, register, tmp_path):
    """
    What can be is told.
    """
    flat = tmp_path / "löften.csv"
    run("convert", register, flat, "--flat")

    assert run("convert", flat, tmp_path / "r.jsonl", "--lang", "en") == (
        2,
        "",
        (
            f"medborgarloften: {flat}: a flat table of CSV cannot be read back; give "
            "the register it was written from, or the folder if there are several "
            "tables\n"
        ),
    )
