"""Themes: thirty subjects, found by id and by label."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from medborgarloften import Alignment, InvalidField, Theme, UnknownName

SHARED = Path(__file__).parents[3] / "shared" / "reference" / "themes.csv"


def test_there_are_thirty_themes():
    """
    No theme is an alias of another, and none has two labels that differ by case.
    """
    assert len(Theme) == len(Theme.__members__) == 30
    assert len({theme.label_sv.casefold() for theme in Theme}) == 30
    assert len({theme.label_en.casefold() for theme in Theme}) == 30


@pytest.mark.skipif(not SHARED.exists(), reason="the table of themes is not beside us")
def test_the_ids_are_those_of_the_shared_table():  # pragma: no cover
    """
    The themes are the ones that the field has agreed on.
    """
    with SHARED.open(encoding="utf-8", newline="") as file:
        shared = {row["id"]: row["label_sv"] for row in csv.DictReader(file)}

    assert {theme.value: theme.label_sv for theme in Theme} == shared


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_is_found_by_each_of_its_names(theme):
    """
    Id, Swedish label and English label, however their letters are written.
    """
    for name in (theme.value, theme.label_sv, theme.label_en):
        for written in (
            name,
            name.upper(),
            f"  {name.title()} ",
            name.replace(" ", "  "),
            name.replace("_", " "),
            name.replace("_", "-"),
            name.replace(" ", "_"),
        ):
            assert Theme.lookup(written) is theme


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_explains_itself(theme):
    """
    A theme is its id to a document, and has a definition for a human.
    """
    assert theme == theme.value == str(theme)
    assert theme.definition.endswith(".")
    assert all(isinstance(each, Alignment) for each in theme.alignments)
    assert len(set(theme.alignments)) == len(theme.alignments)


def test_alignments_tell_scheme_code_and_match():
    """
    What nobody has judged has no match.
    """
    assert Theme.DRUGS.alignments == (
        ("iccs", "0601", "close"),
        ("eurovoc", "3355", "broad"),
        ("polisen", "Narkotikabrott", None),
    )


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("narkotka", "no theme is called 'narkotka'; did you mean 'Narkotika'?"),
        ("trafik", "no theme is called 'trafik'; did you mean 'Trafiksäkerhet'?"),
        ("xyzzy", "no theme is called 'xyzzy'"),  # like nothing there is
        ("", "no theme is called ''"),  # nothing at all
    ],
)
def test_a_miss_tells_the_nearest(name, complaint):
    """
    A misspelt theme is met with what it might have been.
    """
    with pytest.raises(UnknownName) as caught:
        Theme.lookup(name)

    assert str(caught.value) == complaint


def test_a_theme_is_looked_up_by_a_text():
    """
    What has no letters is no name.
    """
    with pytest.raises(InvalidField) as caught:
        Theme.lookup(None)

    assert str(caught.value) == (
        "Theme.lookup.name: None will not do; give a str, not None"
    )
