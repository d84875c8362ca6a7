"""The doors of the package: what is public exists, and is cheap to import."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import medborgarloften

PACKAGE = Path(medborgarloften.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


def dotted(file: Path) -> str:
    """Name a module as an import does."""
    inside = file.relative_to(PACKAGE.parent).with_suffix("")
    return ".".join(part for part in inside.parts if part != "__init__")


def only_groups(file: Path) -> bool:
    """Tell whether a package's own module is nothing but its docstring."""
    return file.stem == "__init__" and len(ast.parse(file.read_text("utf-8")).body) == 1


MODULES = [dotted(file) for file in FILES if file.stem != "__main__"]
GROUPS = {dotted(file) for file in FILES if only_groups(file)}
PUBLIC = [name for name in MODULES if "._" not in name and name not in GROUPS]


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_module_says_what_is_public(name):
    """
    Every public module has ``__all__``, and every name there once.
    """
    names = importlib.import_module(name).__all__

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", MODULES)
def test_public_names_exist(name):
    """
    No name in ``__all__`` is misspelt or left behind by a move.
    """
    module = importlib.import_module(name)

    missing = [
        public
        for public in getattr(module, "__all__", ())
        if not hasattr(module, public)
    ]

    assert missing == []


@pytest.mark.parametrize("file", FILES, ids=dotted)
def test_a_module_says_what_it_is_for(file):
    """
    Every module begins with a docstring, the private ones too.
    """
    assert ast.get_docstring(ast.parse(file.read_text("utf-8")))


def test_the_front_door_is_light():
    """
    The everyday names come without cattrs and without any optional library.
    """
    used = "from medborgarloften import *; Register()"
    told = python("-X", "importtime", "-c", used).stderr
    imported = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in told.splitlines()
    }

    assert "medborgarloften" in imported
    assert imported.isdisjoint({"cattr", "cattrs", "hypothesis", "msgspec", "rich"})


def test_a_name_is_loaded_when_it_is_used():
    """
    The package by itself loads nothing, and has its modules as attributes all the same.
    """
    code = """
import sys, medborgarloften
before = {name for name in sys.modules if name.startswith("medborgarloften.")}
assert medborgarloften.model.Theme is medborgarloften.Theme
assert "Theme" in vars(medborgarloften) and "Per" not in vars(medborgarloften)
assert {*medborgarloften.__all__, "queries", "__doc__"} <= {*dir(medborgarloften)}
assert medborgarloften.queries.active_on
print(sorted(before))
"""

    assert python("-c", code).stdout == "[]\n"


@pytest.mark.parametrize("name", [*medborgarloften.__all__, "model", "queries"])
def test_what_is_loaded_for_a_name_is_what_it_names(name):
    """
    A name is the same thing wherever it is imported from, and so is a module.
    """
    loaded = medborgarloften.__getattr__(name)

    assert loaded is getattr(medborgarloften, name)
    assert getattr(loaded, "__name__", name).rpartition(".")[2] == name


def test_a_name_that_there_is_not_is_refused():
    """
    A slip is told as for any module, and no module is looked through for it.
    """
    assert "Promises" not in dir(medborgarloften)
    with pytest.raises(AttributeError, match="has no attribute 'Promises'"):
        _ = medborgarloften.Promises
    with pytest.raises(ImportError, match="cannot import name 'slug'"):
        exec("from medborgarloften import slug", {})  # noqa: S102 - as a user types it


def test_the_front_door_needs_nothing_around_it():
    """
    The package is found and imported where no environment variable helps.
    """
    told = python("-I", "-c", "import medborgarloften")

    assert told.stderr == ""


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a new interpreter, which must succeed."""
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, check=True, encoding="utf-8"
    )
