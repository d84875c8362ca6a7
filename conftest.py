"""Examples as tests: every Python block of the pages and the README is run.

Docstrings are run too, by pytest's own ``--doctest-modules``.
"""

from __future__ import annotations

from contextlib import ExitStack, chdir
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

# Python files that are no tests, whose import would do harm or nothing.
collect_ignore = ["docs/conf.py", "tests/typing"]


def enter_empty_folder(namespace: dict[str, Any]) -> None:
    """Go where a page may write whatever it tells the reader to write."""
    namespace[__name__] = stay = ExitStack()
    stay.enter_context(chdir(stay.enter_context(TemporaryDirectory())))


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back, and take away what the page wrote."""
    namespace.pop(__name__).close()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()],
    pattern="*.md",
    setup=enter_empty_folder,
    teardown=leave_folder,
).pytest()
