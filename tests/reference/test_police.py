from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.errors import UnknownName
from medborgarloften.reference import (
    Confidence,
    counties,
    local_police_area,
    local_police_areas,
    local_police_areas_of,
    municipalities,
    municipalities_of,
    police_area,
    police_areas,
    police_areas_of,
    police_coverage,
    police_region,
    police_region_of,
    police_regions,
)

REFORM = date(2018, 9, 24)  # the police areas of region Syd were drawn anew


def names(places):
    """Tell the names of places, in their order."""
    return [each.name for each in places]


def test_there_are_seven_regions_of_whole_counties():
    """
    Every county lies in one of the seven regions.
    """
    covered = [code for region in police_regions() for code in region.counties]

    assert len(police_regions()) == 7
    assert sorted(covered) == [each.code for each in counties()]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bergslagen", "Bergslagen"),
        ("Polisregion Bergslagen", "Bergslagen"),
        ("region Syd", "Syd"),
        ("polisregionen\u00a0Öst", "Öst"),
        ("REGION VÄST", "Väst"),
    ],
)
def test_a_region_is_found_as_people_write_it(written, name):
    """
    With or without the word for region, whatever the case.
    """
    region = police_region(written)

    assert region.name == name
    assert region.official_name == f"Polisregion {name}"


def test_an_unknown_region_is_refused_with_the_nearest():
    """
    A region that the police do not have is not made up.
    """
    with pytest.raises(UnknownName, match=r"no police region .* 'Bergslagen'"):
        police_region("Polisregion Bergslag")


@pytest.mark.parametrize(
    ("municipality", "region"),
    [("Askersund", "Bergslagen"), ("0980", "Stockholm"), ("Laholms kommun", "Väst")],
)
def test_a_municipality_lies_in_the_region_of_its_county(municipality, region):
    """
    The region is known for every municipality, by name or code.
    """
    assert police_region_of(municipality).name == region


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Örebro", "Örebro"),
        ("polisområde Örebro", "Örebro"),
        ("PO Örebro", "Örebro"),
        ("Örebro polisområde", "Örebro"),
        ("Kalmar Kronoberg", "Kalmar Kronoberg"),
        ("polisområde Kronoberg/Kalmar", "Kalmar Kronoberg"),
    ],
)
def test_a_police_area_is_found_as_people_write_it(written, name):
    """
    With or without the word for it, and its places in any order.
    """
    assert police_area(written).name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Hallsberg", "Hallsberg"),
        ("lokalpolisområde Hallsberg", "Hallsberg"),
        ("Lokalpolisområdet Hallsberg", "Hallsberg"),
        ("LPO Hallsberg", "Hallsberg"),
        ("lpo\u00a0hallsberg", "Hallsberg"),
        ("Hallsbergs lokalpolisområde", "Hallsberg"),
        ("Täby lokalpolisområde", "Täby"),
        ("lokalpolisområde södra Vätterbygden", "Södra Vätterbygden"),
        ("Strängnäs/Eskilstuna", "Eskilstuna"),
        ("Eskilstuna/Strängnäs", "Eskilstuna"),
        ("Luleå/Boden", "Luleå/Boden"),
        ("LPO Boden-Luleå", "Luleå/Boden"),
        ("Haninge och Nynäshamn", "Haninge/Nynäshamn"),
        ("Haninge/Nynäshamns lokalpolisområde", "Haninge/Nynäshamn"),
        ("Falun/Borlänge", "Falun-Borlänge"),
        ("Borås", "Borås"),
    ],
)
def test_a_local_police_area_is_found_as_people_write_it(written, name):
    """
    With or without the word for it, in the genitive, and its places in any order.
    """
    assert local_police_area(written).name == name


def test_every_area_is_found_by_every_name_it_has():
    """
    No two areas of a kind share a name, whatever it is written with.
    """
    for area in police_areas():
        for name in (area.name, *area.other_names):
            assert police_area(f"Polisområde {name}".upper()) is area
    for area in local_police_areas():
        for name in (area.name, *area.other_names):
            assert local_police_area(f"{name} LPO".lower()) is area


@pytest.mark.parametrize(
    ("look_up", "written", "complaint"),
    [
        (police_area, "Fyrbo", r"no police area .* did you mean 'Fyrbodal'"),
        (local_police_area, "LPO Halsberg", r"no local police area .* 'Hallsberg'"),
        (local_police_area, "LPO Lule", r"no local police area .* 'Luleå/Boden'"),
        (local_police_area, "lokalpolisområde", "no local police area"),
        (municipalities_of, "LPO Atlantis", "no local police area"),
        (local_police_areas_of, "Atlantis", "no municipality"),
        (police_areas_of, "Atlantis", "no municipality"),
        (police_region_of, "Atlantis", "no municipality"),
        (police_coverage, "Atlantis", "no municipality"),
    ],
)
def test_an_unknown_name_is_refused(look_up, written, complaint):
    """
    A name that no table has is refused, not answered with nothing.
    """
    with pytest.raises(UnknownName, match=complaint):
        look_up(written)


def test_the_municipalities_of_an_area_are_told():
    """
    An area's municipalities come by code, with every way to write the area.
    """
    assert names(municipalities_of("lokalpolisområde Hallsberg")) == [
        "Laxå",
        "Hallsberg",
        "Kumla",
        "Askersund",
    ]
    assert names(municipalities_of("LPO Strängnäs/Eskilstuna")) == [
        "Eskilstuna",
        "Strängnäs",
    ]


def test_the_areas_of_a_municipality_are_told():
    """
    A municipality is found by any form; nothing means that none is known.
    """
    assert names(local_police_areas_of("Askersunds kommun")) == ["Hallsberg"]
    assert names(police_areas_of("1882")) == ["Örebro"]
    assert names(local_police_areas_of("Stockholms stad")) == [
        "Järva",
        "Norrmalm",
        "Södermalm",
        "Vällingby",
    ]
    assert local_police_areas_of("Öckerö") == police_areas_of("Öckerö") == ()


@pytest.mark.parametrize(
    ("day", "areas"),
    [
        (None, ["Nybro", "Karlskrona"]),
        (REFORM - timedelta(days=1), ["Karlskrona"]),
        (REFORM, ["Nybro"]),
        (date(2024, 1, 1), ["Nybro"]),
    ],
)
def test_the_day_decides_where_the_border_was_moved(day, areas):
    """
    Torsås changed areas overnight: on no day does it lie in both or in neither.
    """
    assert names(local_police_areas_of("Torsås", on=day)) == areas
    assert ("Torsås" in names(municipalities_of("Nybro", on=day))) == ("Nybro" in areas)


def test_a_new_police_area_begins_on_its_day():
    """
    Osby lies in Blekinge Nordöstra Skåne from the day of the reform.
    """
    assert police_areas_of("Osby", REFORM - timedelta(days=1)) == ()
    assert names(police_areas_of("Osby", REFORM)) == ["Blekinge Nordöstra Skåne"]


def test_what_has_no_day_is_not_denied_on_any():
    """
    "c. 2015-2020" is told as written and never turned into days.
    """
    (known,) = police_coverage("Danderyd", on=date(1999, 1, 1))

    assert known.as_of == "c. 2015-2020"
    assert (known.first_day, known.last_day) == (None, None)


def test_a_month_is_not_made_into_a_day():
    """
    That Högsby's former area began in April 2016 is told in words.
    """
    former = police_coverage("Högsby")[1]

    assert (former.first_day, former.last_day) == (None, REFORM - timedelta(days=1))
    assert former.as_of == "2016-2018 (from 2016-04)"


@given(
    st.sampled_from(police_coverage()),
    st.dates(min_value=date(2010, 1, 1), max_value=date(2030, 1, 1)),
)
def test_a_day_leaves_out_what_is_known_not_to_hold(known, day):
    """
    A row may hold on a day unless it begins after it or ends before it.
    """
    too_early = known.first_day is not None and day < known.first_day
    too_late = known.last_day is not None and day > known.last_day

    assert known.may_hold_on(day) == (not (too_early or too_late))
    assert (known in police_coverage(on=day)) == known.may_hold_on(day)


def test_uncertain_knowledge_is_visible():
    """
    Whatever names a local police area has a source and tells how sure it is.
    """
    for known in police_coverage():
        assert (known.source is None) == (known.confidence is None)
        if known.local_police_area is not None:
            assert known.source is not None
            assert known.as_of is not None
        assert known.police_area is not None or known.local_police_area is not None
    assert {known.confidence for known in police_coverage()} == {
        Confidence.HIGH,
        Confidence.MEDIUM,
        None,
    }
    assert "not verified" in (local_police_area("Täby").note or "")


def test_a_part_of_a_municipality_is_not_the_whole():
    """
    The local police areas inside Stockholm cover a part of it each.
    """
    assert {known.municipality for known in police_coverage() if known.partial} == {
        "0180"
    }


def test_the_tables_agree_with_each_other():
    """
    Every row names a municipality and areas that exist, all in one region.
    """
    codes = {each.code for each in municipalities()}
    for known in police_coverage():
        assert known.municipality in codes
        region = police_region_of(known.municipality).name
        if known.police_area is not None:
            assert police_area(known.police_area).name == known.police_area
            assert police_area(known.police_area).region == region
        if known.local_police_area is not None:
            assert local_police_area(known.local_police_area).region == region
    for area in local_police_areas():
        assert municipalities_of(area.name)
        if area.police_area is not None:
            assert police_area(area.police_area).region == area.region
    covered = {known.police_area for known in police_coverage()}
    assert {area.name for area in police_areas()} <= covered


def test_how_much_is_known():
    """
    The tables grow on purpose: 23 police areas and 58 local ones are known.
    """
    assert (len(police_areas()), len(local_police_areas())) == (23, 58)
    assert len(police_coverage()) == 234


def test_an_area_may_be_typed_plainly():
    """
    Without marks on the letters, in the kind and in names of several places too.
    """
    assert police_area("polisomrade Orebro").name == "Örebro"
    assert local_police_area("lokalpolisomrade Lulea/Boden").name == "Luleå/Boden"
