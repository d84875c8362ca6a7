from __future__ import annotations

import pytest
from attrs import evolve

from medborgarloften import Register, examples
from medborgarloften.cli._commands._gathering import gather
from medborgarloften.cli._saying import Words
from medborgarloften.reading import PageKind, Reading
from medborgarloften.serializers import jsonl, load, save

HABO = """\
Medborgarlöfte 2023 för Habo kommun

• Polisen lovar att genomföra minst fyra trafikkontroller i månaden.
"""
OTHER_HABO = HABO.replace("fyra", "fem")
REVERSED = """\
Medborgarlöfte i Mullsjö kommun

Medborgarlöftet gäller från 1 april 2023 till 31 mars 2022.

• Polisen lovar att genomföra minst fyra trafikkontroller i månaden.
"""


def page(folder, name, text):
    """Write a page."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_pages_become_a_register(run, tmp_path):
    """
    The register is written where it is wanted, and what was read is counted.
    """
    output = tmp_path / "register.jsonl"

    done = run("read", page(tmp_path, "a.txt", HABO), "-o", output)

    assert done == (
        0,
        "",
        f"{output}: överenskommelser 1, löften 1, utfall 0, problem 0\n",
    )
    assert list(load(output)) == ["habo-2023"]


def test_without_a_file_the_register_goes_on(run, tmp_path):
    """
    JSON Lines go to standard output, and nothing else does.
    """
    done = run("read", page(tmp_path, "a.txt", HABO))

    assert list(jsonl.loads(done.out)) == ["habo-2023"]
    assert done.err == "-: överenskommelser 1, löften 1, utfall 0, problem 0\n"


def test_a_page_may_come_on_standard_input(run):
    """
    ``-`` is what is typed.
    """
    done = run("read", "-", typed=HABO.encode())

    assert list(jsonl.loads(done.out)) == ["habo-2023"]


def test_a_problem_is_told_with_its_place(run, tmp_path):
    """
    The file, the line and the words are told, in the language asked for; what
    could be read is written all the same, and the exit code is 1.
    """
    path = page(tmp_path, "a.txt", REVERSED)

    swedish, english = (run("read", path, "--lang", each) for each in ("sv", "en"))

    assert swedish.code == 1
    assert len(jsonl.loads(swedish.out)) == 1
    assert swedish.err.startswith(f"{path}: rad 3: ")
    assert "'1 april 2023 till 31 mars 2022'" in swedish.err.splitlines()[0]
    assert english.err.startswith(f"{path}: line 3: ")


def test_a_page_without_agreements_is_told(run, tmp_path):
    """
    That is a normal answer and no problem, but nobody should wonder.
    """
    path = page(tmp_path, "a.txt", "Kommunen bygger en ny simhall.\n")

    done = run("read", path)

    assert (done.code, done.out) == (0, "")
    assert f"{path}: inget medborgarlöfte hittades på sidan" in done.err


def test_bytes_that_are_no_text_are_told(run):
    """
    What could not be decoded is a problem, not a failure.
    """
    done = run("read", "-", typed=HABO.encode("cp1252"))

    assert done.code == 1
    assert "UTF-8" in done.err


def test_a_page_that_is_read_twice_gives_one_agreement(run, tmp_path):
    """
    The same again adds nothing and is no problem.
    """
    path = page(tmp_path, "a.txt", HABO)

    done = run("read", path, path)

    assert done.code == 0
    assert list(jsonl.loads(done.out)) == ["habo-2023"]


def test_two_pages_that_differ_under_one_id_are_told(run, tmp_path):
    """
    The first is kept, both files are named, and the exit code is 1.
    """
    first = page(tmp_path, "a.txt", HABO)
    second = page(tmp_path, "b.txt", OTHER_HABO)

    done = run("read", first, second)

    (agreement,) = jsonl.loads(done.out).values()
    assert done.code == 1
    assert "fyra" in agreement.promises[0].text
    assert done.err.splitlines()[0] == (
        f"{second}: habo-2023 lästes också ur {first}, med annat innehåll; "
        f"det ur {first} behålls"
    )


@pytest.mark.parametrize("folder", ["nowhere", "a.txt"])
def test_a_register_that_cannot_be_written_is_told(run, tmp_path, folder):
    """
    The file that was asked for is named, not the draft beside it.
    """
    output = tmp_path / folder / "register.jsonl"

    done = run("read", page(tmp_path, "a.txt", HABO), "-o", output)

    assert done == (
        2,
        "",
        f"medborgarloften: {output}: mappen den skulle ligga i finns inte\n",
    )


def test_options_may_stand_anywhere(run, tmp_path):
    """
    Pages may be named before and after an option.
    """
    first = page(tmp_path, "a.txt", HABO)
    second = page(tmp_path, "b.txt", REVERSED)
    output = tmp_path / "register.jsonl"

    done = run("read", first, "-o", output, second)

    summary = "överenskommelser 2, löften 2, utfall 0, problem 1\n"
    assert done.err.endswith(summary)


def test_the_municipality_may_be_told(run, tmp_path):
    """
    A page that names none is then read without a doubt, from a file or not.
    """
    path = page(tmp_path, "a.txt", HABO.replace(" för Habo kommun", ""))

    untold, told = run("read", path), run("read", path, "--municipality", "habo")
    typed = run("read", "-", "--municipality", "0643", typed=path.read_bytes())

    assert untold.code == 1
    assert (told.code, list(jsonl.loads(told.out))) == (0, ["habo-2023"])
    assert typed == told


def test_outcomes_are_kept_with_their_agreements(register):
    """
    What became of a promise may stand on another page than the promise.
    """
    full = load(register)
    promises = Reading(agreements=full.agreements, page=PageKind.NEWS)
    follow_up = Reading(outcomes=full.outcomes, page=PageKind.FOLLOW_UP)

    gathered, complaints = gather(
        [("b.txt", follow_up), ("a.txt", promises)], Words("sv")
    )

    assert gathered == full
    assert complaints == []


def test_outcomes_of_nothing_that_was_read_are_told(register):
    """
    They cannot be kept without their agreement, and are not lost silently.
    """
    outcome = evolve(load(register).outcomes[0], promise=9)
    follow_up = Reading(outcomes=(outcome,), page=PageKind.FOLLOW_UP)

    gathered, (complaint,) = gather([("b.txt", follow_up)], Words("en"))

    assert gathered == Register()
    assert complaint.startswith(f"b.txt: the outcome of {outcome.agreement}, promise 9")


def test_a_page_of_xhtml_is_known_by_how_it_begins(run, as_html):
    """
    It says first that it is XML.
    """
    typed = as_html(HABO).removeprefix(b"<!doctype html>")

    done = run("read", "-", typed=b'<?xml version="1.0"?>\n<html>' + typed)

    assert list(jsonl.loads(done.out)) == ["habo-2023"]
    assert done.code == 0


@pytest.mark.parametrize("form", ["as_html", "as_pdf"])
def test_standard_input_is_known_by_how_it_begins(run, request, form):
    """
    A web page and a PDF may come on standard input as well as text.
    """
    done = run("read", "-", typed=request.getfixturevalue(form)(HABO))

    assert list(jsonl.loads(done.out)) == ["habo-2023"]
    assert done.err == "-: överenskommelser 1, löften 1, utfall 0, problem 0\n"


def test_a_file_is_read_by_what_it_is_called(run, tmp_path, as_html, as_pdf):
    """
    Each page is read in its own format.
    """
    web, paper = tmp_path / "a.html", tmp_path / "b.PDF"
    web.write_bytes(as_html(HABO))
    paper.write_bytes(as_pdf(OTHER_HABO.replace("Habo", "Laxå")))

    done = run("read", web, paper)

    assert list(jsonl.loads(done.out)) == ["habo-2023", "laxa-2023"]


@pytest.mark.parametrize(
    ("language", "kind", "why"),
    [
        ("sv", "överenskommelse", "punkt; om överenskommelsen"),
        ("en", "agreement", "item; tells of the agreement"),
    ],
)
def test_a_reading_can_be_explained(run, tmp_path, language, kind, why):
    """
    Each line is shown with what was read from it and why, and no register.
    """
    file = page(tmp_path, "a.txt", HABO)

    done = run("--lang", language, "read", file, "--explain")

    first, _, *rest = done.out.splitlines()
    assert first == f"{file} ({kind})"
    assert "3  Polisen lovar att genomföra minst fyra trafikkontroller i" in done.out
    assert why in done.out
    assert any(
        "promises[0].quantities[0]: minimum 4, unit trafikkontroll, per month" in line
        for line in rest
    )
    assert "schema" not in done.out
    assert done.code == 0


def test_an_explained_register_is_written_where_it_is_wanted(run, tmp_path):
    """
    With ``-o`` the register is written beside what is explained.
    """
    output = tmp_path / "register.jsonl"

    run("read", page(tmp_path, "a.txt", HABO), "--explain", "-o", output)

    assert list(load(output)) == ["habo-2023"]


def test_a_long_quote_is_cut(run, tmp_path):
    """
    A problem tells where it is, and no more of the line than is needed.
    """
    line = '{"title":"Medborgarlöfte i Habo","text":"Polisen lovar att synas '
    whole, cut = (
        page(tmp_path, f"{length}.txt", line.ljust(length, "x"))
        for length in (200, 201)
    )

    done = run("read", whole, cut, "-o", tmp_path / "r.jsonl")

    first, second, *_ = done.err.splitlines()
    assert done.code == 1
    assert first.endswith("x'")
    assert second == f"{first[:-1].replace(str(whole), str(cut))}…'"


def test_what_is_explained_steers_no_terminal(run, tmp_path):
    """
    A page may hold anything, and each of its lines is still a line.
    """
    text = HABO.replace("Polisen", "\x1b[31m\u202ePolisen\u2066")

    told = run("read", page(tmp_path, "a.txt", text), "--explain").out

    assert "Polisen" in told
    assert not set(told) & set("\x1b\u202e\u2066")
    assert len(told.splitlines()) > 5


def test_a_register_that_goes_on_steers_no_terminal(run, tmp_path):
    """
    What a terminal would obey is spelled out, and is read back as it was.
    """
    file = page(tmp_path, "a.txt", HABO.replace("månaden", "\u202dmånaden\u202c"))

    told = run("read", file).out

    (promise,) = jsonl.loads(told)["habo-2023"].promises
    assert "\\u202d" in told
    assert "\u202d" not in told
    assert "\u202d" in promise.text


FOLLOW_UP = "katrineholm-2020-uppfoljning.txt"
KATRINEHOLM, OTHER = "katrineholm-2020", "nykoping-2019-2021"


@pytest.fixture
def follow_up(tmp_path):
    """Write a page that follows up, and the register of the others before it."""
    agreement, other = (examples.register()[id] for id in (KATRINEHOLM, OTHER))
    register = tmp_path / "register.jsonl"
    outcomes = examples.register().outcomes_of(OTHER)
    save(Register([agreement, other], outcomes), register)
    return page(tmp_path, FOLLOW_UP, examples.pages()[FOLLOW_UP]), register


def test_results_are_added_to_a_register(run, follow_up):
    """
    One command does it, the same again changes nothing, and nothing is lost.
    """
    file, register = follow_up
    before = load(register)
    command = ("read", file, "--add-to", register, "-o", register)

    first, written = run(*command), register.read_bytes()
    again = run(*command)

    after = load(register)
    assert (first.code, again) == (0, first)
    assert register.read_bytes() == written
    assert after.agreements == before.agreements
    assert set(before.outcomes) < set(after.outcomes)
    assert after.outcomes_of(KATRINEHOLM) == (
        examples.register().outcomes_of(KATRINEHOLM)
    )


def test_a_register_that_was_not_named_is_not_lost(run, follow_up):
    """
    A variable that nothing was put in names no register: nothing is written.
    """
    file, register = follow_up
    before = register.read_bytes()

    done = run("read", file, "--add-to", "", "-o", register, "--lang", "en")

    assert done == (2, "", "medborgarloften: --add-to needs a value\n")
    assert register.read_bytes() == before


@pytest.mark.parametrize("format_", ["csv", "yaml"])
def test_results_are_added_to_a_register_in_a_folder(run, follow_up, format_):
    """
    It is written as it was; only a new folder does not tell how.
    """
    file, register = follow_up
    folder, new = register.with_name("folder"), register.with_name("new")
    save(load(register), folder, format=format_)

    done = run("read", file, "--add-to", folder, "-o", folder)
    refused = run("read", file, "--add-to", folder, "-o", new, "--lang", "en")
    run("read", file, "--add-to", register, "-o", register)

    assert done.code == 0
    assert load(folder) == load(register)
    assert refused.code == 2
    assert refused.err.endswith(
        "; a new folder is written by convert with --to csv or --to yaml\n"
    )


def test_what_the_register_has_counts(run, tmp_path):
    """
    A page that tells something else under an id that is there is told of.
    """
    register = tmp_path / "register.jsonl"
    run("read", page(tmp_path, "a.txt", HABO), "-o", register)
    other = page(tmp_path, "b.txt", OTHER_HABO)

    done = run("read", other, "--add-to", register)

    assert done.code == 1
    assert jsonl.loads(done.out) == load(register)
    assert done.err.startswith(f"{other}: habo-2023 lästes också ur {register}, ")


def test_a_follow_up_alone_is_told_what_it_needs(run, follow_up, tmp_path):
    """
    Its promises are in a register, or on another page; with a register it is not.
    """
    file, _ = follow_up
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    remedy = "if the promises are in a register, read the page with that: --add-to"
    nykoping = "nykoping-2019-uppfoljning.txt"  # whose agreement can be named
    named = page(tmp_path, nykoping, examples.pages()[nykoping])

    alone, stray = (run("read", each, "--lang", "en") for each in (file, named))
    known = run("read", file, "--add-to", empty, "--lang", "en")

    assert alone.code == stray.code == known.code == 1
    assert remedy in alone.err
    assert remedy in stray.err
    assert "belongs to no agreement that is known" in stray.err
    assert remedy not in known.err
