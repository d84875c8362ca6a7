from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.errors import UnknownName
from medborgarloften.reference import counties, county

WRITTEN = [
    (form, each)
    for each in counties()
    for form in (*each.forms, each.code, each.iso_3166_2, each.nuts3)
]


def test_there_are_21_counties():
    """
    Every county is there once, sorted by its two digits.
    """
    codes = [each.code for each in counties()]

    assert len(set(codes)) == len(codes) == 21
    assert codes == sorted(codes)


@given(st.sampled_from(WRITTEN), st.sampled_from([str, str.upper, str.lower]))
def test_every_form_finds_its_county(written, case):
    """
    A county is found by its names and by each of its codes, whatever the case.
    """
    form, expected = written

    assert county(case(form)) is expected


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Örebro län", "18"),
        ("Örebro", "18"),
        ("Stockholms län", "01"),
        ("Stockholm", "01"),
        ("Stockholm län", "01"),
        ("Västra Götalands\u00a0läns", "14"),
        ("Dalarna", "20"),
        ("Skånes", "12"),
        ("se-ac", "24"),
        ("Vastra Gotalands lan", "14"),
        ("AC", "24"),
    ],
)
def test_a_county_is_found_as_people_write_it(written, code):
    """
    With "län" or without, in the genitive or not, by number or by letter.
    """
    assert county(written).code == code


def test_no_form_belongs_to_two_counties():
    """
    Neither a name nor a code is shared.
    """
    forms = [form.casefold() for form, _ in WRITTEN]

    assert len(set(forms)) == len(forms)


def test_an_unknown_county_is_refused_with_the_nearest():
    """
    Counties that are no more are not known, and a misspelt one is suggested.
    """
    with pytest.raises(UnknownName, match="no county is called 'Skaraborgs län'"):
        county("Skaraborgs län")
    with pytest.raises(UnknownName, match="did you mean 'Västmanland'"):
        county("Västmannland")


def test_a_letter_of_a_county_is_written_with_its_marks():
    """
    O is Västra Götaland, and Ö is no county.
    """
    assert county("o").code == "14"
    with pytest.raises(UnknownName):
        county("Ö")
