from __future__ import annotations

import pytest

from medborgarloften import Theme, UnknownName
from medborgarloften.reference import theme_alignments, themes_aligned_with


def test_every_alignment_is_found_from_the_other_side():
    """
    What a theme is aligned with leads back to it.
    """
    rows = theme_alignments()

    assert {row.theme for row in rows} >= {Theme.DRUGS, Theme.FRAUD, Theme.CAMERA}
    for theme, alignment in rows:
        assert theme in themes_aligned_with(alignment.scheme, alignment.code)


def test_several_themes_may_share_a_code():
    """
    The police count as one kind of crime what promises tell apart.
    """
    assert set(themes_aligned_with("polisen", "Våldsbrott")) == {
        Theme.DOMESTIC_VIOLENCE,
        Theme.SEXUAL_OFFENCES,
        Theme.VIOLENCE,
    }
    assert themes_aligned_with("eurovoc", "0") == ()


def test_a_scheme_that_is_none_is_refused():
    """
    A misspelt classification is no empty answer.
    """
    with pytest.raises(UnknownName, match="did you mean 'eurovoc'"):
        themes_aligned_with("eurovok", "3355")
