from __future__ import annotations

from datetime import date, datetime

import pytest
from attrs import evolve

from medborgarloften import AgreementKind, Area, InvalidField, Register
from medborgarloften.plots import coverage
from medborgarloften.plots._tiles import tiles
from medborgarloften.queries import about

DAY = date(2020, 6, 1)
UMBRELLA = AgreementKind.COOPERATION_AGREEMENT


@pytest.fixture
def register(agreed):
    """Make a register with a municipality in each state."""
    return Register(
        [
            agreed("a", "2019/2020", "0643", "0642"),
            agreed("b", "2020", "0180", district="Kista"),
            agreed("c", "2020/", "1882", kind=UMBRELLA),
        ]
    )


def test_every_municipality_has_a_tile_with_its_state(register, drawn):
    """
    It tells what the analysis does, and since when.
    """
    tiles = {row["municipality"]: row for row in drawn(coverage(register, DAY), "tile")}
    known = {
        name: (row["state"], row["since"], row["agreements"], row["districts"])
        for name, row in tiles.items()
        if row["state"] != "none known"
    }

    assert len(tiles) == 290
    assert known == {
        "Habo": ("in force", "2019", "a", ""),
        "Mullsjö": ("in force", "2019", "a", ""),
        "Stockholm": (
            "in force in a part of the municipality",
            "2020",
            "b",
            "Kista",
        ),
        "Askersund": ("may be in force", "2020", "c", ""),
    }
    assert tiles["Kiruna"]["since"] == "not stated"
    assert tiles["Kiruna"]["state"] == "none known"


def test_north_is_above_and_west_to_the_left(register, drawn):
    """
    Each tile is in the middle of its place, and the picture holds the whole map.
    """
    chart = coverage(register, DAY)
    placed = {
        row["municipality"]: (row["column"] - 0.5, row["row"] - 0.5)
        for row in drawn(chart, "tile")
    }
    encoding = chart.to_dict()["layer"][0]["encoding"]

    assert placed == {tile.name: (tile.column, tile.row) for tile in tiles()}
    assert encoding["x"]["scale"]["domain"] == [0, 20]
    assert encoding["y"]["scale"]["domain"] == [35, 0]
    assert [row["county"] for row in drawn(chart, "county")][:2] == [
        "Norrbotten",
        "Västerbotten",
    ]


def test_what_is_not_certain_has_a_question_mark(register, drawn):
    """
    And no other tile has.
    """
    letters = {
        row["municipality"]: row["letters"]
        for row in drawn(coverage(register, DAY), "tile")
    }

    assert letters["Askersund"] == "Aske?"
    assert [name for name in letters if "?" in letters[name]] == ["Askersund"]


def test_no_two_states_look_alike_without_colours(register, explained):
    """
    What is in force in a part has a corner off, what may be has dashes.
    """
    chart = coverage(register, DAY, language="sv")
    looks = explained(chart, "counted")
    sure, in_part, may_be, none = names = (
        "gäller: 2",
        "gäller i en del av kommunen: 1",
        "kan gälla: 1",
        "ingen känd: 286",
    )

    assert [tuple(looks[each]) for each in looks] == [names] * 3
    assert looks["shape"][in_part] != looks["shape"][sure]
    assert looks["strokeDash"][may_be] != looks["strokeDash"][sure]
    assert looks["shape"][may_be] == looks["shape"][none] == looks["shape"][sure]
    assert len(set(looks["fill"].values())) == 4


def test_the_description_counts_the_states(register, lines):
    """
    With the least and the most that they can come to.
    """
    chart = coverage(register, DAY)

    assert lines(chart) == ["At least 2 and at most 4 of 290 municipalities"]
    assert chart.description == (
        "Where an agreement is in force on 1 June 2020. At least 2 and at most 4 of "
        "290 municipalities. In force: 2, in force in a part of the municipality: 1, "
        "may be in force: 1, none known: 286."
    )


def test_how_many_there_are_of_a_state_stands_in_the_legend_alone(register, drawn):
    """
    A tooltip is about one municipality.
    """
    chart = coverage(register, DAY)
    tooltip = chart.to_dict()["layer"][0]["encoding"]["tooltip"]
    [habo] = [row for row in drawn(chart, "tile") if row["municipality"] == "Habo"]

    assert {each["title"]: habo[each["field"]] for each in tooltip} == {
        "Municipality": "Habo",
        "State": "in force",
        "At least so since": "2019",
        "Agreements": "a",
        "Only in": "",
    }
    assert habo["counted"] == "in force: 2"


def test_what_nobody_can_place_is_counted(agreed, lines):
    """
    An unknown kommunkod, or no place at all, is on no tile but is said; and as it may
    be anywhere, nothing is said of how many municipalities there are at most.
    """
    lost = evolve(agreed("a", "2020"), area=Area())
    register = Register(
        [lost, agreed("b", "2020", "9999"), agreed("c", "2018", "9999")]
    )
    chart = coverage(register, DAY, language="sv")

    assert lines(chart) == [
        "Minst 0 av 290 kommuner",
        "Inte på kartan, för ingen vet var de gäller: 2 överenskommelser",
    ]
    assert "Minst 0 av 290 kommuner. Inte på kartan" in chart.description


def test_one_kind_has_a_map_of_its_own(register, lines):
    """
    And the map says that it is of that kind alone.
    """
    chart = coverage(register, DAY, kind=UMBRELLA)

    assert lines(chart) == [
        "At least 0 and at most 1 of 290 municipalities",
        "Only of the kind cooperation agreement",
    ]


def test_what_was_found_can_be_drawn(agreed, lines):
    """
    Of matches, the agreements in which they are made.
    """
    register = Register(
        [agreed("a", "2020", promises=[{}]), agreed("b", "2020", "1882")]
    )

    assert lines(coverage(register.find(~about("drugs")), DAY)) == [
        "At least 1 and at most 1 of 290 municipalities"
    ]


def test_the_writing_is_that_of_the_state(register):
    """
    Each state has its letters in one layer, in a colour that can be read on it.
    """
    layers = coverage(register, DAY).to_dict()["layer"]
    colours = {
        layer["transform"][1]["filter"]["equal"]: layer["mark"]["color"]
        for layer in layers
        if len(layer["transform"]) == 2
    }

    assert colours == {
        "in force: 2": "#ffffff",
        "in force in a part of the municipality: 1": "#000000",
        "may be in force: 1": "#1a1a1a",
        "none known: 286": "#555555",
    }


@pytest.mark.parametrize(
    ("asked", "day", "options", "complaint"),
    [
        ([], DAY, {}, r"coverage\.asked"),
        (Register(), datetime(2020, 6, 1, 12, 0), {}, "call its date"),  # noqa: DTZ001
        (Register(), DAY, {"kind": "x"}, r"coverage\.kind"),
        (Register(), DAY, {"language": "de"}, r"coverage\.language: .* 'sv' or 'en'"),
        (Register(), "2020", {}, r"coverage\.on"),
    ],
)
def test_what_is_something_else_is_refused(asked, day, options, complaint):
    """
    The error says what would do.
    """
    with pytest.raises(InvalidField, match=complaint):
        coverage(asked, day, **options)
