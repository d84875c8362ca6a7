"""Examples as tests: every Python block of the pages and the README is run.

Docstrings are run too, by pytest's own ``--doctest-modules``.
"""

from __future__ import annotations

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser

# Python files that are no tests, whose import would do harm or nothing.
collect_ignore = ["docs/conf.py", "tests/typing"]

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], pattern="*.md").pytest()
