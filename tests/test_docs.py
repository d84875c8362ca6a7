"""What the pages say of the library, held against the library."""

from __future__ import annotations

import ast
import doctest
import importlib
import os
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

import medborgarloften
from medborgarloften import Theme, model

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PACKAGE = Path(medborgarloften.__file__).parent
TUTORIAL = "tutorials/from-a-page-to-an-answer.md"
COMMANDS = "reference/command-line.md"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def text_of(page: str) -> str:
    """Read one of the pages."""
    return (DOCS / page).read_text("utf-8")


def first_cells(page: str) -> set[str]:
    """List what is set as code in the first cells of a page's tables."""
    rows = re.findall(r"^\| (`[^|]+) \|", text_of(page), re.MULTILINE)
    return {code for cell in rows for code in re.findall(r"`([^`]+)`", cell)}


def constants_in(package: str) -> list[ast.AST]:
    """List everything in the modules of a package, as Python parses it."""
    return [
        node
        for file in (PACKAGE / package).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
    ]


# ---------------------------------------------------------------- the terminal


class Shown(NamedTuple):
    """A command on a page, and what the page says that it prints."""

    command: str
    output: str


def commands_on(page: str) -> list[Shown]:
    """List the commands on a page, but for those that install or make."""
    return [
        Shown(command, output)
        for block in re.findall(
            r"^```console\n(.*?)^```", page, re.DOTALL | re.MULTILINE
        )
        for command, output in re.findall(
            r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE
        )
        if not command.startswith(("make", "pip"))
    ]


def run(command: str, folder: Path) -> str:
    """Run a command in a folder, in a terminal of eighty columns."""
    scripts = sysconfig.get_path("scripts")
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        check=False,
        cwd=folder,
        env=os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1"},
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode()


def seen(output: str) -> list[str]:
    """Cut an output into lines, without the spaces at their ends that nobody sees."""
    return [line.rstrip() for line in output.splitlines()]


@pytest.fixture
def folder(tmp_path):
    """
    A folder with the two pages of the tutorial that the reader is to save.
    """
    for example in doctest.DocTestParser().get_examples(text_of(TUTORIAL)):
        name, assigned, value = example.source.partition(" = ")
        if assigned and name in {"page", "faulty"}:
            (tmp_path / f"{name}.txt").write_text(ast.literal_eval(value), "utf-8")
    return tmp_path


@pytest.mark.parametrize("page", [TUTORIAL, COMMANDS])
def test_a_terminal_shows_what_the_page_does(page, folder):
    """
    Each command, typed in the order of the page, prints what stands below it.
    """
    shown = commands_on(text_of(page))
    if page == COMMANDS:
        # It comes to the mistakes before it has read what they are made with.
        run("medborgarloften read page.txt faulty.txt -o register.jsonl", folder)

    assert shown
    for command, output in shown:
        assert seen(run(command, folder)) == seen(output), command


def test_commands_elsewhere_only_install_and_make():
    """
    No page but those two has commands whose output nobody has looked at.
    """
    elsewhere = {
        page.name: commands_on(page.read_text("utf-8"))
        for page in PAGES
        if page not in {DOCS / TUTORIAL, DOCS / COMMANDS}
    }

    assert [name for name, commands in elsewhere.items() if commands] == []


def test_two_commands_are_enough_to_begin():
    """
    The README asks those who want to try it for two commands, and for no third.
    """
    begun = (ROOT / "README.md").read_text("utf-8").partition("## Install")[0]

    assert re.findall(r"^\$ (.*)$", begun, re.MULTILINE) == ["make demo", "make test"]


def test_the_help_of_every_command_is_shown(folder):
    """
    Whatever command the help names has its own help on the page of commands.
    """
    commands = re.findall(
        r"^    (\w+) ", run("medborgarloften --help", folder), re.MULTILINE
    )
    shown = {command for command, _ in commands_on(text_of(COMMANDS))}

    assert commands
    assert shown.issuperset(
        f"medborgarloften --lang en {command} --help" for command in commands
    )


# ---------------------------------------------------------------- tables


def test_every_class_of_the_model_has_its_swedish_word():
    """
    The glossary has a row for each public class, and for no class there is not.
    """
    classes = {name for name in model.__all__ if isinstance(getattr(model, name), type)}
    listed = {
        name for name in first_cells("reference/glossary.md") if name[0].isupper()
    }

    assert listed == classes


def test_the_drawing_of_the_model_is_true():
    """
    What is drawn with a type is a field of that type, of an agreement or a promise.
    """
    drawn = re.findall(r"([│ ]+)[├└]─ (\w+): (\w+)( …)?", text_of("reference/model.md"))
    # As they are written: cattrs puts classes for the words that attrs keeps.
    written = (model.Agreement.__annotations__, model.Promise.__annotations__)

    assert drawn
    for indent, name, kind, several in drawn:
        stated = written[indent.count("│") - 1][name].removesuffix(" | None")
        assert stated == (f"tuple[{kind}, ...]" if several else kind)


def test_every_theme_has_its_row():
    """
    The glossary tells each theme's labels and definition as the library does.
    """
    page = text_of("reference/glossary.md")

    for theme in Theme:
        labels = f"{theme.label_sv} | {theme.label_en}"
        assert f"| `{theme}` | {labels} | {theme.definition} |" in page


def test_every_problem_of_a_page_is_explained():
    """
    The page on reading lists each code that a reading can have, and no other.
    """
    nodes = constants_in("reading")
    given = {
        node.value.value
        for node in nodes
        if isinstance(node, ast.keyword)
        and node.arg == "code"
        and isinstance(node.value, ast.Constant)
    }
    written = [
        ast.literal_eval(kind.value)
        for node in nodes
        if isinstance(node, ast.ClassDef) and node.name in {"FaultKind", "Fault"}
        for kind in node.body
        if isinstance(kind, ast.Assign)
    ]
    # Of a period a code comes with its messages, of a PDF alone.
    kinds = {kind if isinstance(kind, str) else kind[0] for kind in written}

    assert kinds
    assert first_cells("explanation/reading.md") == given | kinds


def test_every_problem_of_a_document_is_explained():
    """
    The page on documents lists each code that a problem can have, and no other.
    """
    code = re.compile(
        r"blank|damaged|invalid|missing|truncated|not-utf8|[a-z]+(-[a-z]+)+"
    )
    others = {
        "ibis-framework",  # libraries
        "python-calamine",
        "tabular-data-package",  # profiles of Frictionless Data
        "tabular-data-resource",
        "yyyy-mm-dd",  # how Excel is to show a day
    }
    known = {
        node.value
        for node in (*constants_in("serializers"), *constants_in("tables"))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and code.fullmatch(node.value)
    }
    listed = {name for name in first_cells("reference/documents.md") if "/" not in name}

    assert listed == known - others


# ---------------------------------------------------------------- names


def public_modules() -> list[str]:
    """List the modules that the page on what is public names first."""
    promised = text_of("reference/public.md").partition("Public too are")[0]
    return re.findall(r"^- `(medborgarloften[\w.]*)`$", promised, re.MULTILINE)


def test_what_is_public_is_told_in_the_reference():
    """
    Each public module has its members on a page, but for the first, which has a
    list of names.
    """
    pages = "".join(page.read_text("utf-8") for page in DOCS.glob("reference/api/*.md"))
    told = re.findall(r"automodule:: (\S+)\n   :members:", pages)

    assert sorted(["medborgarloften", *told]) == sorted(public_modules())


def test_the_everyday_names_are_listed():
    """
    The list of everyday names is the list of what can be imported from the top.
    """
    listed = re.findall(r"\{py:obj\}`(\w+)`", text_of("reference/api/package.md"))

    assert sorted(listed) == sorted(medborgarloften.__all__)


@pytest.mark.parametrize("module", public_modules())
def test_every_public_name_has_a_docstring(module):
    """
    Whatever a public module offers says what it is; else the reference is silent.
    """
    imported = importlib.import_module(module)
    things = {name: getattr(imported, name) for name in imported.__all__}

    assert [name for name, thing in things.items() if not thing.__doc__] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page):
    """
    A link to another file names one that is there.
    """
    text = re.sub(
        r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)

    assert [link for link in links if not (page.parent / link).is_file()] == []
