from __future__ import annotations

import pytest

from medborgarloften.errors import InvalidField
from medborgarloften.reading import read_file, read_files, read_text

PROMISED = """Medborgarlöfte 2021 för Kiruna kommun

• Polisen lovar att göra minst 30 trafikkontroller under året."""
FOLLOWED = """Uppföljning av medborgarlöftet 2021 i Kiruna kommun

Publicerad 2022-01-20

• Trafikkontroller: 38 är gjorda. Uppfyllt"""


@pytest.fixture
def pages(tmp_path):
    """
    A page that promises, and one that follows up.
    """
    files = {"promised.txt": PROMISED, "followed.txt": FOLLOWED}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / name for name in files]


@pytest.mark.parametrize("in_order", [True, False])
def test_results_are_tied_to_promises_of_other_pages(pages, in_order):
    """
    In whatever order the pages come, and in that order they are given back.
    """
    files = pages if in_order else pages[::-1]

    readings = read_files(iter(files))

    promised, followed = readings if in_order else readings[::-1]
    assert promised == read_file(pages[0])
    assert [each.counted for each in followed.outcomes] == [38]
    assert followed.problems == ()


def test_agreements_that_are_given_are_followed_up_too(pages):
    """
    What is known of all pages reaches each; an agreement read twice is one.
    """
    given = iter(read_text(PROMISED).agreements)

    (alone,) = read_files([str(pages[1])], agreements=given)
    twice = read_files([pages[0], pages[1], pages[0]], url="https://kiruna.se/x")

    assert [each.counted for each in alone.outcomes] == [38]
    assert [each.counted for each in twice[1].outcomes] == [38]
    assert twice[0] == twice[2]
    assert twice[0].agreements[0].sources[0].url == "https://kiruna.se/x"


@pytest.mark.parametrize("alone", [str, lambda path: path])
def test_one_file_is_no_list_of_files(pages, alone):
    """
    A path by itself would be gone through letter by letter.
    """
    with pytest.raises(InvalidField, match="one alone is read by read_file"):
        read_files(alone(pages[0]))


def test_no_file_is_nothing_to_read():
    """
    An empty list gives none.
    """
    assert read_files([]) == ()
