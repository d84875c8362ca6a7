"""What the pages say of the library, held against the library."""

from __future__ import annotations

import ast
import codeop
import doctest
import importlib
import inspect
import itertools
import json
import os
import re
import subprocess
import sysconfig
import tomllib
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

import medborgarloften
from medborgarloften import Theme, model, reference

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PACKAGE = Path(medborgarloften.__file__).parent
TUTORIAL = "tutorials/from-a-page-to-an-answer.md"
COMMANDS = "reference/command-line.md"
PROBLEMS = "reference/problems.md"
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
        env=os.environ
        | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    )
    return done.stdout.decode()


def seen(output: str) -> list[str]:
    """Cut an output into lines, without the spaces at their ends that nobody sees."""
    return [line.rstrip() for line in output.splitlines()]


def saved_on(page: str) -> dict[str, str]:
    """List the texts that the Python of a page saves, as they are saved first."""
    texts: dict[str, str] = {}
    named: dict[str, str] = {}
    saved: dict[str, str] = {}
    for example in doctest.DocTestParser().get_examples(page):
        for node in ast.walk(ast.parse(example.source)):
            match node:
                case ast.Assign([ast.Name(name)], ast.Constant(str(text))):
                    texts.setdefault(name, text)
                case ast.Assign(
                    [ast.Name(name)], ast.Call(ast.Name("Path"), [ast.Constant(file)])
                ):
                    named[name] = file
                case ast.Call(
                    ast.Attribute(
                        ast.Call(ast.Name("Path"), [ast.Constant(file)]), "write_text"
                    ),
                    [ast.Name(text), *_],
                ) if text in texts:
                    saved.setdefault(file, texts[text])
                case ast.Call(
                    ast.Attribute(ast.Name(name), "write_text"), [ast.Name(text), *_]
                ) if name in named and text in texts:
                    saved.setdefault(named[name], texts[text])
    return saved


def save_in(folder: Path, page: str) -> Path:
    """Save what the Python of a page saves, and give the folder back."""
    for name, text in saved_on(page).items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path):
    """
    A folder with the two pages of the tutorial that the reader is to save.
    """
    return save_in(tmp_path, text_of(TUTORIAL))


@pytest.mark.parametrize(
    "page",
    [
        str(page.relative_to(DOCS))
        for page in DOCS.rglob("*.md")
        if commands_on(page.read_text("utf-8"))
    ],
)
def test_a_terminal_shows_what_the_page_does(page, folder):
    """
    Each command, typed in the order of the page, prints what stands below it.
    """
    for command, output in commands_on(text_of(page)):
        assert seen(run(command, folder)) == seen(output), command


# They need the network, or what is not this project's.
ELSEWHERE = re.compile(
    r"(pip|git|jupyter|jq|python3 -m venv|\. \.venv|cd medborgarloften)\b"
)


def script_on(page: Path) -> str:
    """Join what a page says to type in the terminal, but for what needs others.

    What is said to end with another code than 0 has to, and does not stop the rest.
    """
    blocks = re.findall(
        r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    lines = [
        re.sub(r"  # ends with code (\d)$", r" || [ $? -eq \1 ]", line)
        for line in "".join(blocks).splitlines()
        if not ELSEWHERE.match(line) and "| jq " not in line
    ]
    return "\n".join(lines)


def command_lines() -> dict[str, str]:
    """List the pages with something to type, and what that is."""
    scripts = {str(page.relative_to(ROOT)): script_on(page) for page in PAGES}
    return {name: script for name, script in scripts.items() if script}


@pytest.mark.parametrize("page", command_lines())
def test_what_is_typed_in_the_terminal_works(page, tmp_path):
    """
    Each command, typed in the order of the page, succeeds; nothing is in the folder
    but the files that the page has saved in Python.
    """
    folder = save_in(tmp_path, (ROOT / page).read_text("utf-8"))
    said = run(f"set -ex\n{command_lines()[page]}\necho all was run", folder)

    assert said.endswith("\nall was run\n"), said[-2000:]


def test_a_command_that_fails_is_seen(tmp_path):
    """
    A command that ends with a code, and one that should and does not, stop the rest.
    """
    page = tmp_path / "page.md"
    for line in ("false", "sh -c 'exit 2'  # ends with code 1", "false  # no code"):
        page.write_text(f"```sh\n{line}\n```\n", "utf-8")

        assert run(f"set -e\n{script_on(page)}\necho on", tmp_path) == ""
    page.write_text("```sh\nfalse  # ends with code 1\npip nothing\n```\n", "utf-8")
    assert run(f"set -e\n{script_on(page)}\necho on", tmp_path) == "on\n"


def test_a_command_on_an_english_page_says_its_language():
    """
    What is typed gives what the page tells, however the reader's machine is set.
    """
    typed = "\n".join(command_lines().values())

    assert (
        re.findall(r"^ *medborgarloften (?!--lang (?:en|sv) ).*", typed, re.MULTILINE)
        == []
    )


NEEDED_FOR = {
    "calendar": r"medborgarloften .*\.ics\b",
    "cli": r"^ *medborgarloften ",
    "html": r"medborgarloften .*\bread .*\.html\b",
    "pdf": r"medborgarloften .*\bread .*\.pdf\b",
    "plots": r"medborgarloften .*\bplot ",
    "tables": r"medborgarloften .*\.(parquet|arrow)\b",
    "xlsx": r"medborgarloften .*\.xlsx\b",
    "yaml": r"medborgarloften .*(\.yaml\b|--to yaml)",
}


@pytest.mark.parametrize(
    "page",
    [
        page
        for page in DOCS.glob("how-to/*.md")
        if "```{toctree}" not in page.read_text("utf-8")
    ],
)
def test_a_guide_names_the_extras_that_it_needs(page):
    """
    Who installed what the page names at its top has what its commands ask for.
    """
    text = page.read_text("utf-8")
    extras = re.search(r"^You need: `medborgarloften\[([\w,]+)\]`", text, re.MULTILINE)
    named = set(extras[1].split(",")) if extras else set()
    needed = {
        extra
        for extra, command in NEEDED_FOR.items()
        if re.search(command, script_on(page), re.MULTILINE)
    }

    assert page.stem == "install" or named
    assert page.stem == "install" or needed <= named


def test_every_extra_is_listed():
    """
    The page on how to install has a row for each extra that there is.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert first_cells("how-to/install.md") == set(project["optional-dependencies"])


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


# ---------------------------------------------------------------- Python


def python_on(page: Path) -> list[str]:
    """List what the button copies of each block that has prompts, or of any other."""
    blocks = re.findall(
        r"^```python\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    return [
        "\n".join(re.findall(r"^(?:>>> |\.\.\.(?: |$))(.*)$", block, re.MULTILINE))
        or block
        for block in blocks
    ]


def refused(copied: str) -> list[str]:
    """List the lines that Python's prompt refuses, pasted and ended by Enter."""
    entered, wrong = [], []
    for line in (*copied.splitlines(), ""):
        entered.append(line)
        try:
            complete = codeop.compile_command("\n".join(entered))
        except SyntaxError:
            wrong.append(line)
            complete = True
        if complete:
            entered.clear()
    return wrong


def test_a_prompt_wants_an_empty_line():
    """
    What is pasted behind an indented block ends it with an empty line, or is refused.
    """
    assert refused("for x in ():\n    x\n\nx = 1") == []
    assert refused("for x in ():\n    x\nx = 1") == ["x = 1"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_an_example_can_be_pasted(page):
    """
    What the button copies is taken by Python's own prompt, line after line.
    """
    assert [
        (copied, lines) for copied in python_on(page) if (lines := refused(copied))
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_an_example_imports_only_what_is_public(page):
    """
    Whatever is imported on a page comes from a module that may be relied on.
    """
    imported = {
        module
        for copied in python_on(page)
        for node in ast.walk(ast.parse(copied))
        for module in modules_of(node)
        if module.partition(".")[0] == "medborgarloften"
    }

    assert imported <= set(public_modules())


def modules_of(node: ast.AST) -> list[str]:
    """List the modules that a statement imports, or imports names from."""
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [each.name for each in node.names] if isinstance(node, ast.Import) else []


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
    The page on themes tells their labels and definitions as the library does.
    """
    page = text_of("reference/themes.md")

    for theme in Theme:
        labels = f"{theme.label_sv} | {theme.label_en}"
        assert f"| `{theme}` | {labels} | {theme.definition} |" in page


def test_every_place_has_its_row():
    """
    The page on places tells codes, counties and areas as the library does.
    """
    counties = {each.code: each for each in reference.counties()}
    told = {
        heading: re.findall(
            r"^\| (.+?) \|$", part_of("reference/places.md", heading), re.MULTILINE
        )
        for heading in ("Counties and police regions", "Municipalities", "Police areas")
    }

    assert told["Counties and police regions"][1:] == [
        f"{each.name} | `{code}` | {each.police_region}"
        for code, each in counties.items()
    ]
    assert told["Municipalities"][1:] == [
        f"{each.name} | `{each.code}` | {counties[each.county].short_name} | "
        + ", ".join(area.name for area in reference.local_police_areas_of(each.code))
        for each in sorted(reference.municipalities(), key=in_swedish_order)
    ]
    assert told["Police areas"][1:] == [
        f"{region.name} | "
        + ", ".join(
            area.name for area in reference.police_areas() if area.region == region.name
        )
        for region in reference.police_regions()
    ]


def in_swedish_order(place: reference.Municipality) -> str:
    """Give what a name is sorted by: å, ä and ö come last, in that order."""
    return place.name.casefold().translate(str.maketrans("åäö", "{|}"))


def test_every_alignment_has_its_cell():
    """
    The page on themes tells where each stands elsewhere, and how well it fits there.
    """
    schemes = ("iccs", "eurovoc", "wikidata", "polisen")
    rows = re.findall(
        r"^\| `(\w+)` \| (.*) \|$",
        part_of("reference/themes.md", "Alignments"),
        re.MULTILINE,
    )
    told = {
        theme: [re.sub(r"\[(\w+)\]\([^)]*/(\w+)\)", r"\1=\2", cell) for cell in cells]
        for theme, row in rows
        for cells in [[cell.strip() for cell in f"{row} ".split(" |")]]
    }

    assert told == {
        theme.value: [
            "; ".join(
                " ".join(
                    (
                        f"{each.code}={each.code}"
                        if scheme in {"eurovoc", "wikidata"}
                        else each.code,
                        *([each.match] if each.match else []),
                    )
                )
                for each in theme.alignments
                if each.scheme == scheme
            )
            for scheme in schemes
        ]
        for theme in Theme
        if theme.alignments
    }


def test_every_field_has_its_row():
    """
    The page on the model has each field of each class, with its type, a Swedish word
    and what its docstring says.
    """
    classes = {name: getattr(model, name) for name in model.__all__}
    classes = {name: each for name, each in classes.items() if attrs.has(each)}
    for name, each in (classes | {"Register": medborgarloften.Register}).items():
        told = re.findall(
            r"^\| `(\w+)` \| `([^`]+)` \| ([^|]+) \| (.+) \|$",
            part_of("reference/model.md", name),
            re.MULTILINE,
        )
        docstring = " ".join(inspect.getdoc(each).replace("``", "`").split())

        assert [
            (field, re.sub(r"(\w+) …", r"tuple[\1, ...]", kind.replace("?", " | None")))
            for field, kind, _, _ in told
        ] == [
            (field.name, each.__annotations__[field.name])
            for field in attrs.fields(each)
        ]
        assert (
            "Attributes:" not in docstring
            or [
                field
                for field, *_, what in told
                if f" {field}: {what}" not in docstring
            ]
            == []
        )


def test_every_value_has_its_swedish_word():
    """
    The page on the model has each value of each enumeration, in the words that the
    library says in Swedish.
    """
    said = tomllib.loads((PACKAGE / "model" / "words.toml").read_text("utf-8"))
    rows = dict(
        re.findall(
            r"^\| `(\w+)` \| [^|]+ \| (.*) \|$",
            part_of("reference/model.md", "Values"),
            re.MULTILINE,
        )
    )
    enumerations = {
        name: each
        for name in model.__all__
        if isinstance(each := getattr(model, name), type)
        and issubclass(each, Enum)
        and each is not Theme
    }

    assert rows.keys() == enumerations.keys()
    for name, each in enumerations.items():
        told = re.findall(r"`(\w+)` ([^`]+?)(?:; |$)", rows[name])
        assert [value for value, _ in told] == [member.value for member in each]
        for value, word in told:
            label = said.get(name, {}).get(value, {"sv": word})["sv"]
            assert word.startswith(label.replace("{count} ", ""))


def part_of(page: str, heading: str) -> str:
    """Read what stands below a heading, up to the next of its level."""
    text = text_of(page).partition(f"\n## {heading}\n")[2]
    return text.partition("\n## ")[0]


def codes_in(page: str, *headings: str) -> set[str]:
    """List what is set as code in the first cells of the tables below headings."""
    rows = re.findall(
        r"^\| (`[^|]+) \|",
        "".join(part_of(page, each) for each in headings),
        re.MULTILINE,
    )
    return {code for cell in rows for code in re.findall(r"`([^`]+)`", cell)}


def test_every_problem_of_a_page_is_explained():
    """
    The page on problems lists each code that a reading can have, and no other.
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
    assert codes_in(PROBLEMS, "Of pages", "Of vocabularies") == given | kinds


def test_every_problem_of_a_document_is_explained():
    """
    The page on problems lists each code that a document's can have, and no other.
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

    assert codes_in(PROBLEMS, "Of documents") == known - others


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


# ---------------------------------------------------------------- finding


def told_in(page: Path) -> str:
    """Read the text of a page, or of the cells of a notebook that are text."""
    if page.suffix == ".md":
        return page.read_text("utf-8")
    cells = json.loads(page.read_text("utf-8"))["cells"]
    return "\n".join(
        "".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"
    )


def pages_of_the_site() -> set[Path]:
    """List the pages and notebooks that are made into the site."""
    return {
        page
        for kind in ("*.md", "*.ipynb")
        for page in DOCS.rglob(kind)
        if not {"_build", ".ipynb_checkpoints"} & set(page.parts)
    }


def reached_from(page: Path) -> set[Path]:
    """List a page, and whatever its lists of contents lead to."""
    listed = re.findall(
        r"^```\{toctree\}\n(.*?)^```", told_in(page), re.DOTALL | re.MULTILINE
    )
    entries = [
        re.sub(r".*<(.+)>$", r"\1", line)
        for block in listed
        for line in block.splitlines()
        if line and not line.startswith(":")
    ]
    reached = {page}
    for entry in entries:
        below = (page.parent / entry).resolve()
        (found,) = (
            each for each in pages_of_the_site() if each.with_suffix("") == below
        )
        reached |= reached_from(found)
    return reached


def test_every_page_is_reached_from_the_first():
    """
    No page lies about that a reader who begins at the index never comes to.
    """
    assert pages_of_the_site() - reached_from(DOCS / "index.md") == set()


def test_every_page_has_a_title_of_its_own():
    """
    Two pages with one title cannot be told apart in the menu and among what was found.
    """
    titles = sorted(
        title
        for page in pages_of_the_site()
        for title in re.findall(
            r"^# (.+)$",
            re.sub(r"^```.*?^```", "", told_in(page), flags=re.DOTALL | re.MULTILINE),
            re.MULTILINE,
        )
    )

    assert [one for one, next_ in itertools.pairwise(titles) if one == next_] == []


def test_every_part_of_the_library_is_public_or_is_not():
    """
    A new module has to be promised on the page of what is public, or named here.
    """
    parts = {
        f"medborgarloften.{file.stem}"
        for file in PACKAGE.iterdir()
        if not file.stem.startswith("_") and (file.is_dir() or file.suffix == ".py")
    }
    inner = {"cli", "wording"}

    assert parts - {f"medborgarloften.{each}" for each in inner} == {
        name for name in public_modules() if name.count(".") == 1
    }
