from __future__ import annotations

from datetime import date

import pytest

from medborgarloften import InvalidField, Register, Theme
from medborgarloften.plots import themes
from medborgarloften.queries import about

DRUGS = {"themes": (Theme.DRUGS,)}
BOTH = {"themes": (Theme.DRUGS, Theme.YOUTH)}


@pytest.fixture
def register(agreed):
    """Make a register with themes, and without."""
    return Register(
        [
            agreed("a", "2018/2019", promises=[DRUGS, BOTH]),
            agreed("b", "2019", "1882", promises=[DRUGS]),
            agreed("c", "/", "1882", promises=[{}]),
            agreed("d", "2021"),
        ]
    )


def cells(rows):
    """Tell how many promises each cell has."""
    return {(row["theme"], row["year"]): row["promises"] for row in rows}


def axes(chart):
    """Tell the columns and rows in their order."""
    encoding = chart.to_dict()["layer"][0]["encoding"]
    return encoding["x"]["scale"]["domain"], encoding["y"]["scale"]["domain"]


def test_each_theme_and_year_has_its_count(register, drawn):
    """
    As the analysis counts: a promise of two themes and years stands in four cells.
    """
    chart = themes(register)

    assert cells(drawn(chart)) == {
        ("Drugs", "2018"): 2,
        ("Drugs", "2019"): 3,
        ("Children and young people", "2018"): 1,
        ("Children and young people", "2019"): 1,
        ("no theme stated", "?"): 1,
    }
    assert axes(chart) == (
        ["2018", "2019", "?"],
        ["Drugs", "Children and young people", "no theme stated"],
    )
    [most] = [row for row in drawn(chart) if row["promises"] == 3]
    assert (most["agreements"], most["municipalities"]) == (2, 2)


def test_what_is_not_certain_is_drawn_apart(register, drawn):
    """
    It has no shade, and dashes; the others are written light or dark.
    """
    chart = themes(register)
    layers = chart.to_dict()["layer"]
    marks = {
        layer["transform"][0]["filter"]["equal"]: layer["mark"]
        for layer in layers
        if layer["mark"]["type"] == "rect"
    }

    assert [row["part"] for row in drawn(chart) if row["year"] == "?"] == ["uncertain"]
    assert marks["uncertain"]["strokeDash"]
    assert marks["uncertain"]["fill"] == "#ffffff"
    assert {
        layer["transform"][0]["filter"]["equal"]: layer["mark"]["color"]
        for layer in layers
        if layer["mark"]["type"] == "text"
    } == {"light": "#000000", "dark": "#ffffff", "uncertain": "#1a1a1a"}
    assert {
        row["promises"]: row["part"] for row in drawn(chart) if row["year"] != "?"
    } == {
        1: "light",
        2: "dark",
        3: "dark",
    }


def test_shades_go_as_far_as_what_is_certain(agreed):
    """
    However many there are of which no year is certain, for these have no shade.
    """
    register = Register(
        [
            agreed("a", "2018", promises=[DRUGS, DRUGS]),
            agreed("b", "/", promises=[DRUGS, DRUGS, DRUGS]),
        ]
    )

    def shades(register):
        encoding = themes(register).to_dict()["layer"][0]["encoding"]
        return encoding["color"]["scale"]["domain"]

    assert shades(register) == [0, 2]
    assert shades(Register([register["b"]])) == [0, 1]


def test_the_picture_says_what_it_counts(register, lines):
    """
    How many there are, that they overlap, and of how many no year is certain.
    """
    chart = themes(register, language="sv")

    assert lines(chart) == [
        "4 löften i 4 överenskommelser, 2018–2019",
        "Ett löfte räknas för varje tema och varje år som det har",
        "?: 1 löfte vars år inte är säkra, eller inte alla",
    ]
    assert chart.description == (
        "Löften efter tema och år. 4 löften i 4 överenskommelser, 2018–2019. Ett löfte "
        "räknas för varje tema och varje år som det har. ?: 1 löfte vars år inte är "
        "säkra, eller inte alla. Vanligast: Narkotika: 3, Barn och unga: 1. Inget tema "
        "angivet: 1."
    )


def test_what_is_open_is_followed_as_far_as_asked(agreed, drawn):
    """
    Until further notice counts in each year through that day's.
    """
    register = Register([agreed("a", "2018/..", promises=[DRUGS])])

    assert cells(drawn(themes(register))) == {("Drugs", "2018"): 1, ("Drugs", "?"): 1}
    assert cells(drawn(themes(register, until=date(2020, 1, 1)))) == {
        ("Drugs", year): 1 for year in ("2018", "2019", "2020")
    }


def test_years_without_promises_have_a_column_between_others(agreed):
    """
    A gap is seen as a gap.
    """
    register = Register(
        [agreed("a", "2016", promises=[DRUGS]), agreed("b", "2019", promises=[DRUGS])]
    )

    far = Register(
        [agreed("a", "2001", promises=[DRUGS]), agreed("b", "2015", promises=[DRUGS])]
    )

    assert axes(themes(register))[0] == ["2016", "2017", "2018", "2019"]
    assert axes(themes(far))[0] == ["2001", "2015"]  # fifteen columns are too many


def test_of_many_years_those_with_most_promises_are_drawn(agreed, lines, drawn):
    """
    A year that is mistyped does not push the others out, and is told to be left out.
    """
    register = Register(
        [
            agreed("a", "2005/2017", promises=[DRUGS, DRUGS]),
            agreed("b", "1017", promises=[DRUGS]),
            agreed("c", "9016", promises=[DRUGS]),
        ]
    )
    chart = themes(register)
    columns, _ = axes(chart)

    assert columns == ["1017", *map(str, range(2005, 2018))]
    assert {row["year"] for row in drawn(chart)} == set(columns)
    assert lines(chart)[-1] == (
        "Not shown, for the picture holds no more: 1 year with as few promises or fewer"
    )
    assert lines(chart)[0] == "4 promises in 3 agreements, 1017–2017"


def test_fourteen_years_in_a_row_are_drawn_whole(agreed, lines):
    """
    Then nothing is left out; of fifteen one is.
    """
    fourteen = Register([agreed("a", "2001/2014", promises=[DRUGS])])
    fifteen = Register([agreed("a", "2001/2015", promises=[DRUGS])])

    assert len(lines(themes(fourteen))) == 2
    assert len(lines(themes(fifteen))) == 3
    assert len(axes(themes(fifteen))[0]) == 14


def test_what_was_found_can_be_drawn(register, drawn):
    """
    Of matches only the promises that were found are counted.
    """
    found = register.find(about("youth"))

    assert cells(drawn(themes(found)))["Drugs", "2018"] == 1


def test_an_empty_register_says_so(agreed, lines):
    """
    So does one in which nothing is promised.
    """
    for register in (Register(), Register([agreed("a", "2017")])):
        chart = themes(register)

        assert lines(chart) == ["nothing to show"]
        assert chart.description == "Promises by theme and year. Nothing to show."


@pytest.mark.parametrize(
    ("asked", "options", "complaint"),
    [
        ([], {}, r"themes\.asked"),
        (Register(), {"until": "2020"}, r"themes\.until"),
        (Register(), {"language": "de"}, r"themes\.language: .* 'sv' or 'en'"),
    ],
)
def test_what_is_something_else_is_refused(asked, options, complaint):
    """
    The error says what would do.
    """
    with pytest.raises(InvalidField, match=complaint):
        themes(asked, **options)
