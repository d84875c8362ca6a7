"""The page on pictures, and what draws the pictures on it."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from medborgarloften import examples, plots

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reference" / "pictures.md").read_text("utf-8")
SHOWN = list(re.finditer(r"^```\{picture\} (\w+)$", PAGE, re.MULTILINE))


@pytest.fixture(scope="module")
def picture_of():
    """Give what runs a page and draws a chart of it."""
    spec = spec_from_file_location("pictures", DOCS / "_ext" / "pictures.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.picture_of


@pytest.mark.parametrize(
    "shown", SHOWN, ids=lambda shown: PAGE[: shown.start()].count("\n")
)
def test_the_page_shows_what_its_code_draws(picture_of, shown):
    """
    What is told of a picture on the page is what the picture itself tells.
    """
    root = ET.fromstring(picture_of(PAGE[: shown.start()], shown[1]))  # noqa: S314
    told = root.get("aria-label").replace(". ", "\n")

    assert told in PAGE


def test_all_four_are_shown():
    """
    Each function is called on the page, and the picture below is its own.
    """
    called = set(re.findall(r"= plots\.(\w+)\(", PAGE[: SHOWN[-1].start()]))

    assert called == {*plots.__all__} - {"save"}
    assert len(SHOWN) == 5


def test_code_above_a_picture_is_what_draws_it(picture_of):
    """
    What stands below it, or in another language, is not run.
    """
    page = (
        "```python\n>>> from medborgarloften import examples, plots\n"
        '>>> flen = plots.timeline(examples.register(), municipality="Flen")\n```\n'
        "```sh\nexit 1\n```\n"
    )
    flen = plots.timeline(examples.register(), municipality="Flen")

    assert ET.fromstring(picture_of(page, "flen")).get("aria-label") == flen.description  # noqa: S314
