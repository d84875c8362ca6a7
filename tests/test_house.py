"""Promises that the project makes about itself."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]

FENCE = re.compile(
    r"^[ \t>*+.\d-]*(?:`{3,}|~{3,}|:{3,}) *(?P<language>.*?) *$", re.MULTILINE
)
LOOKS_LIKE_PYTHON = re.compile(
    r"i?py|>>>|doctest|\{ *(?:i?py|code|sourcecode|doctest|testcode)", re.IGNORECASE
)


def unexecuted(markdown: str) -> list[str]:
    """Find the fences that a reader takes for Python and the tests do not run."""
    languages = (fence["language"] for fence in FENCE.finditer(markdown))
    return [
        language
        for language in languages
        if LOOKS_LIKE_PYTHON.match(language) and language != "python"
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_is_run(page):
    """
    Pages write Python only in blocks called ``python``, the only ones that are run.
    """
    assert unexecuted(page.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "fence",
    [
        "```pycon",  # has prompts, and is skipped without a word
        "```py",
        "```Python",  # languages are told apart by case
        "``` python3",
        "~~~python console",
        "  - ```ipython",
        "```{code-block} python",
        ":::{code-block} python",
    ],
)
def test_an_example_that_would_not_be_run_is_found(fence):
    """
    Each way to write Python that the tests would pass over is seen.
    """
    assert unexecuted(f"Before.\n\n{fence}\n>>> 1 + 1\n3\n```\n") != []


def test_other_blocks_are_left_alone():
    """
    Python that is run, the shell and directives are no fault.
    """
    page = "```python\n>>> 1\n1\n```\n```console\n$ make\n```\n```{automodule} x\n```\n"

    assert unexecuted(page) == []


def test_a_missing_library_is_explained_by_an_extra_that_brings_it():
    """
    What ``MissingExtra`` tells the user to install exists, and holds the library.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {
        extra: {re.split(r"[<>=!~\[; ]", need)[0] for need in needs}
        for extra, needs in project["optional-dependencies"].items()
    }

    advised = [
        tuple(ast.literal_eval(argument) for argument in node.args)
        for file in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "MissingExtra"
    ]

    assert [
        (library, extra)
        for library, extra in advised
        if library not in extras.get(extra, ())
    ] == []
