from __future__ import annotations

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from medborgarloften import (
    AgreementKind,
    Area,
    InvalidField,
    Register,
    Theme,
    UnknownName,
)
from medborgarloften.plots import save, timeline
from medborgarloften.queries import about

UMBRELLA = AgreementKind.COOPERATION_AGREEMENT


def days_of(row):
    """Tell which days a row is drawn from and to, the last one still in it."""
    begin, end = (
        datetime.fromtimestamp(row[name] / 1000, UTC).date().toordinal()
        for name in ("begin", "end")
    )
    return str(date.fromordinal(begin)), str(date.fromordinal(end - 1))


# ---------------------------------------------------------------- days and their ends


@pytest.mark.parametrize(
    ("period", "parts", "signs"),
    [
        ("2020", [("certain", "2020-01-01", "2020-12-31")], []),
        (
            "2020/2020..",
            [
                ("certain", "2020-01-01", "2020-12-31"),
                ("after", "2021-01-01", "2021-12-31"),
            ],
            ["may hold for longer"],
        ),
        (
            "2020-06-01/",
            [("after", "2020-06-01", "2021-05-31")],
            ["the day is not stated"],
        ),
        (
            "/2020-12-31",
            [("before", "2020-01-02", "2020-12-31")],
            ["the day is not stated"],
        ),
        (
            "/2020-12-31..",
            [
                ("before", "2020-01-02", "2020-12-31"),
                ("after", "2021-01-01", "2021-12-31"),
            ],
            ["the day is not stated", "may hold for longer"],
        ),
        (
            "2020-06-01/..",
            [("certain", "2020-06-01", "2021-05-31")],
            ["until further notice"],
        ),
    ],
)
def test_what_is_certain_is_whole_and_what_is_not_fades(
    agreed, drawn, period, parts, signs
):
    """
    Each bar has the days that are stated; ends that are not fade, and have a sign.
    """
    chart = timeline(Register([agreed("a", period)]))
    bars = [row for row in drawn(chart) if "end" in row]

    assert [(row["part"], *days_of(row)) for row in bars] == parts
    assert [row["sign"] for row in drawn(chart, "sign")] == signs


SIGNED = {"signed_on": date(2020, 3, 1)}


@pytest.mark.parametrize(
    ("agreement", "parts"),
    [
        (
            ("a", "2020-21/2020-23"),
            [
                ("beginning", "2020-03-01", "2020-05-29"),
                ("certain", "2020-05-30", "2020-09-01"),
                ("ending", "2020-09-02", "2020-11-30"),
            ],
        ),
        (
            ("a", "2020-VT/2021"),
            [
                ("beginning", "2020-01-01", "2020-03-30"),
                ("certain", "2020-03-31", "2021-12-31"),
            ],
        ),
        # A season is not longer than itself.
        (
            ("a", "2020-21"),
            [
                ("beginning", "2020-03-01", "2020-04-15"),
                ("ending", "2020-04-16", "2020-05-31"),
            ],
        ),
        (
            ("a", "2020-02/2020-21.."),
            [
                ("certain", "2020-02-01", "2020-04-01"),
                ("ending", "2020-04-02", "2020-05-31"),
                ("after", "2020-06-01", "2021-05-31"),
            ],
        ),
        (("a", "/2020-21"), [("before", "2019-06-02", "2020-05-31")]),
    ],
)
def test_a_season_has_no_day_on_which_it_begins_or_ends(
    agreed, drawn, lines, agreement, parts
):
    """
    A bar fades in and out within it, and that is said below the title.
    """
    chart = timeline(Register([agreed(*agreement)]))
    bars = [row for row in drawn(chart) if "end" in row]
    said = "Fades in or out where only a season or a school term is stated: 1 agreement"

    assert [(row["part"], *days_of(row)) for row in bars] == parts
    assert lines(chart)[1:] == [said]
    assert chart.description.endswith(f"{said}.")


@pytest.mark.parametrize(
    ("period", "parts", "signs"),
    [
        (
            "/",
            [
                ("beginning", "2020-03-01", "2020-05-29"),
                ("after", "2020-05-30", "2021-02-28"),
            ],
            2,
        ),
        (
            "/2020-12-31",
            [
                ("beginning", "2020-03-01", "2020-05-29"),
                ("certain", "2020-05-30", "2020-12-31"),
            ],
            1,
        ),
        ("2020-03-01/2020-12-31", [("certain", "2020-03-01", "2020-12-31")], 0),
    ],
)
def test_a_day_on_which_it_existed_does_not_look_like_a_first_day(
    agreed, drawn, period, parts, signs
):
    """
    The bar fades in from it, with a sign.
    """
    chart = timeline(Register([agreed("a", period, **SIGNED)]))
    bars = [row for row in drawn(chart) if "end" in row]

    assert [(row["part"], *days_of(row)) for row in bars] == parts
    assert [row["sign"] for row in drawn(chart, "sign")] == [
        "the day is not stated"
    ] * signs


@pytest.mark.parametrize(
    ("period", "signed", "days"),
    [
        ("/", SIGNED, "not stated (known from 1 March 2020)"),
        (
            "/2020-12-31",
            SIGNED,
            "through 31 December 2020 (known from 1 March 2020)",
        ),
        ("/2020-12-31", {}, "through 31 December 2020"),
        ("2020", SIGNED, "2020"),
    ],
)
def test_the_tooltip_tells_what_is_stated_from_what_is_known(
    agreed, drawn, period, signed, days
):
    """
    Where no first day is stated, the one that is known is told beside that.
    """
    rows = drawn(timeline(Register([agreed("a", period, **signed)])))

    assert {row["days"] for row in rows if "days" in row} == {days}


def test_what_states_no_first_day_comes_from_the_edge(agreed, drawn):
    """
    A sign in the midst of the picture would look like a day on which it began.
    """
    register = Register([agreed("a", "/2021"), agreed("b", "2017/2018", "1882")])
    [fading], [sign] = (drawn(timeline(register), part) for part in ("before", "sign"))

    assert days_of(fading) == ("2017-01-01", "2021-12-31")
    assert fading["begin"] < sign["begin"] < fading["begin"] + 60 * 24 * 60 * 60 * 1000


def test_what_has_no_end_goes_on_to_the_edge(agreed, drawn):
    """
    Until further notice is as long as the picture, which others make.
    """
    register = Register([agreed("a", "2017/.."), agreed("b", "2020/2024", "1882")])
    bars = {
        row["agreement"]: days_of(row) for row in drawn(timeline(register), "certain")
    }

    assert bars == {
        "a": ("2017-01-01", "2024-12-31"),
        "b": ("2020-01-01", "2024-12-31"),
    }


def test_signs_stand_where_no_bar_hides_them(agreed, drawn):
    """
    Within what fades, and beyond the edge where a bar goes on to it.
    """
    register = Register(
        [
            agreed("a", "2017/.."),
            agreed("b", "2018/", "1882"),
            agreed("c", "/2022", "0180"),
            agreed("d", "2019/2019..", "0642"),
        ]
    )
    rows = drawn(timeline(register))
    signs = {row["agreement"]: row["begin"] for row in rows if "sign" in row}
    ends = {(row["agreement"], row["part"]): row for row in rows if "end" in row}

    assert signs["a"] > ends["a", "certain"]["end"]
    assert ends["b", "after"]["begin"] < signs["b"] < ends["b", "after"]["end"]
    assert ends["c", "before"]["begin"] < signs["c"] < ends["c", "before"]["end"]
    assert ends["d", "after"]["begin"] < signs["d"] < ends["d", "after"]["end"]
    middle = (ends["b", "after"]["begin"] + ends["b", "after"]["end"]) / 2
    assert signs["b"] > middle


def test_each_end_that_is_not_given_has_a_sign_of_its_own(agreed, explained):
    """
    Shapes and fillings tell them apart, not colours; what is not there has none.
    """
    register = Register(
        [agreed("a", "2017/.."), agreed("b", "2018/"), agreed("c", "2019/2019..")]
    )
    looks = explained(timeline(register), "sign")
    names = ["until further notice", "may hold for longer", "the day is not stated"]

    assert list(looks["shape"]) == list(looks["fill"]) == names
    assert len({(looks["shape"][name], looks["fill"][name]) for name in names}) == 3
    assert explained(timeline(Register([agreed("a", "2017")])), "sign") == {}


def test_the_kinds_differ_in_thickness_too(agreed, drawn, explained):
    """
    The umbrella is thinner than the promise, and both are explained.
    """
    register = Register([agreed("a", "2017"), agreed("b", "2018", kind=UMBRELLA)])
    chart = timeline(register)
    heights = {
        layer["mark"]["height"]
        for layer in chart.to_dict()["layer"]
        if "height" in layer["mark"]
    }

    assert list(explained(chart, "kind")["color"]) == [
        "citizens' promise",
        "cooperation agreement",
    ]
    assert len(heights) == 2
    assert {
        transform["filter"]["equal"]: layer["mark"]["height"]
        for layer in chart.to_dict()["layer"]
        for transform in layer["transform"]
        if transform["filter"]["field"] == "kind"
    } == {"citizens' promise": 14, "cooperation agreement": 7}
    assert [row["kind"] for row in drawn(chart, "certain")] == [
        "citizens' promise",
        "cooperation agreement",
    ]


def test_every_sign_is_explained_once(agreed, tmp_path):
    """
    In a legend of what it is: kinds do not mix with ends.
    """
    register = Register(
        [
            agreed("a", "2017/.."),
            agreed("b", "2018/", kind=UMBRELLA),
            agreed("c", "2019/2019.."),
        ]
    )
    save(timeline(register), tmp_path / "chart.svg")
    root = ET.parse(tmp_path / "chart.svg").getroot()  # noqa: S314 - it is our own
    legends = [
        [text.text for text in group.iter("{http://www.w3.org/2000/svg}text")]
        for group in root.iter()
        if group.get("class") == "mark-group role-legend"
    ]

    assert [sorted(filter(None, texts)) for texts in legends] == [
        ["Kind", "citizens' promise", "cooperation agreement"],
        [
            "Where days are not given",
            "may hold for longer",
            "the day is not stated",
            "until further notice",
        ],
    ]


@pytest.mark.parametrize(
    ("period", "part", "clear", "whole"),
    [
        ("2020/", "after", "00", "a0"),
        ("/2020", "before", "a0", "00"),
        ("2020-21/", "beginning", "d0", "20"),
        ("2020/2020-23", "ending", "20", "d0"),
    ],
)
def test_bars_fade_towards_the_end_that_is_not_stated(
    agreed, period, part, clear, whole
):
    """
    To the right where no last day is stated, to the left where no first is.
    """
    layers = timeline(Register([agreed("a", period)])).to_dict()["layer"]
    [fading] = [
        layer["mark"]["color"]
        for layer in layers
        if {"filter": {"field": "part", "equal": part}} in layer["transform"]
    ]
    colours = {stop["offset"]: stop["color"] for stop in fading["stops"]}

    assert colours[1].endswith(clear)
    assert colours[0].endswith(whole)
    assert (fading["x1"], fading["x2"], fading["y1"], fading["y2"]) == (0, 1, 0, 0)


# ---------------------------------------------------------------- places and rows


def test_a_place_has_a_row_and_what_overlaps_another(agreed, drawn):
    """
    Only the first row of a place has its name; what follows on the other shares a row.
    """
    register = Register(
        [
            agreed("a", "2017"),
            agreed("b", "2018"),
            agreed("c", "2017-06-01/2018-06-01", kind=UMBRELLA),
            agreed("d", "2016", "1292"),
            agreed("e", "2017", "2321"),
        ]
    )
    rows = {
        row["agreement"]: row["row"] for row in drawn(timeline(register), "certain")
    }

    assert rows == {
        "a": "00000Habo",
        "b": "00000Habo",
        "c": "00001",
        "e": "00002Åre",
        "d": "00003Ängelholm",
    }
    above = timeline(register).to_dict()["layer"][0]["mark"]

    assert (above["type"], above["yOffset"]) == ("rule", -11)
    assert [row["row"] for row in drawn(timeline(register), "place")] == [
        "00000Habo",
        "00002Åre",
        "00003Ängelholm",
    ]


@pytest.mark.parametrize(
    ("area", "label", "whole"),
    [
        (Area(municipalities=("0643", "0642")), "Habo and 1 more", "Habo and Mullsjö"),
        (
            Area(municipalities=("0180",), district="Kista"),
            "Kista, Stockholm",
            "Kista, Stockholm",
        ),
        (Area(municipalities=("9999",)), "9999", "9999"),
        (
            Area(municipalities=("0643", "9999", "1882")),
            "Habo and 2 more",
            "Habo, 9999 and Askersund",
        ),
    ],
)
def test_places_are_named_in_few_words(agreed, drawn, area, label, whole):
    """
    An agreement of several municipalities is drawn once, and its tooltip has all.
    """
    register = Register([evolve(agreed("a", "2017"), area=area)])
    [row] = drawn(timeline(register), "certain")

    assert (row["row"], row["area"]) == (f"00000{label}", whole)


def test_a_place_is_one_in_whichever_order_it_is_told(agreed, drawn, lines):
    """
    It is called as in the first agreement; a district is another place.
    """
    register = Register(
        [
            agreed("a", "2018", "0642", "0643"),
            agreed("b", "2017", "0643", "0642"),
            agreed("c", "2017-06-01/2018-06-01", "0642", "0643"),
            agreed("d", "2019", "0643", "0642", district="Norr"),
            agreed("e", "2017", "1917"),
            agreed("f", "2018", "0331"),  # as Heby, 1917, was renumbered
        ]
    )
    chart = timeline(register)
    rows = {row["agreement"]: row for row in drawn(chart, "certain")}

    assert {id: row["row"] for id, row in rows.items()} == {
        "b": "00000Habo and 1 more",
        "a": "00000Habo and 1 more",
        "c": "00001",
        "e": "00002Heby",
        "f": "00002Heby",
        "d": "00003Norr, Habo and 1 more",
    }
    assert lines(chart) == ["6 agreements in 3 places, 2017–2019"]
    assert (rows["a"]["area"], rows["b"]["area"]) == (
        "Mullsjö and Habo",
        "Habo and Mullsjö",
    )


def test_a_place_that_is_not_stated_has_a_row(agreed, drawn, lines):
    """
    It is called so, and counts as one place.
    """
    nowhere = evolve(agreed("a", "2017"), area=Area())
    chart = timeline(Register([nowhere]), language="sv")

    assert [row["row"] for row in drawn(chart, "certain")] == ["00000plats anges inte"]
    assert lines(chart) == ["1 överenskommelse på 1 plats, 2017"]


def test_one_place_or_kind_has_a_picture_of_its_own(agreed, drawn):
    """
    Agreements without promises are in it too.
    """
    register = Register(
        [
            agreed("a", "2017"),
            agreed("b", "2018", kind=UMBRELLA),
            agreed("c", "2019", "1882"),
        ]
    )

    def ids(**options):
        return [
            row["agreement"] for row in drawn(timeline(register, **options), "certain")
        ]

    assert ids(municipality="Habo") == ["a", "b"]
    assert ids(kind=UMBRELLA) == ["b"]
    assert ids(municipality="1882") == ["c"]


def test_what_was_found_can_be_drawn(agreed, drawn):
    """
    Of matches, the agreements in which they are made.
    """
    drugs = {"themes": (Theme.DRUGS,)}
    register = Register(
        [
            agreed("a", "2017", promises=[drugs, drugs]),
            agreed("b", "2018", promises=[{}]),
        ]
    )
    chart = timeline(register.find(about("drugs")))

    assert [row["agreement"] for row in drawn(chart, "certain")] == ["a"]


# ---------------------------------------------------------------- what is said


def test_what_has_no_day_is_counted(agreed, drawn, lines):
    """
    It is not in the picture, and the picture says so, in words and in its description.
    """
    register = Register(
        [agreed("a", "/"), agreed("b", "/.."), agreed("c", "2017/2018")]
    )
    chart = timeline(register)

    assert {row["agreement"] for row in drawn(chart, "certain")} == {"c"}
    assert lines(chart) == [
        "1 agreement in 1 place, 2017–2018",
        "Not shown, for no day is stated: 2 agreements",
    ]
    assert chart.description == (
        "Timeline of 1 agreement in 1 place, 2017–2018. "
        "First and last day stated: 1. Not shown, for no day is stated: 2 agreements."
    )


def test_what_the_picture_does_not_hold_is_counted(agreed, drawn, lines):
    """
    Rows come in the order of the alphabet until there are enough.
    """
    register = Register(
        [
            agreed("a", "2017", "1882"),
            agreed("b", "2017", "0643"),
            agreed("c", "2017", "0643"),
            agreed("d", "2018", "1880"),
        ]
    )
    chart = timeline(register, most=2, language="sv")

    assert {row["agreement"] for row in drawn(chart, "certain")} == {"a", "b"}
    left_out = (
        "Visas inte, för bilden rymmer inte fler: 2 överenskommelser, "
        "resten av Habo och allt därefter i bokstavsordning"
    )
    counted, *rest = lines(chart)
    assert counted == "2 överenskommelser på 2 platser, 2017"
    assert " ".join(rest) == left_out
    assert chart.description.endswith(f"{left_out}.")
    assert len(lines(timeline(register, most=4))) == 1
    assert lines(timeline(register, most=1))[1] == (
        "Not shown, for the picture holds no more: 3 agreements, "
        "from Habo on in the alphabet"
    )


def test_the_description_counts_the_ends(agreed):
    """
    Each kind of end with how many have it; what none has is not mentioned.
    """
    register = Register(
        [
            agreed("a", "2017"),
            agreed("b", "2018/.."),
            agreed("c", "2019/", "1882"),
            agreed("d", "/2019", "1882"),
            agreed("e", "2020/2020..", "1882"),
        ]
    )

    assert timeline(register).description == (
        "Timeline of 5 agreements in 2 places, 2017–2021. First and last day "
        "stated: 1, until further notice: 1, may hold for longer: 1, the day is not "
        "stated: 2."
    )


def test_an_empty_register_says_so():
    """
    There is a picture of nothing, not an error.
    """
    chart = timeline(Register(), language="sv")

    assert chart.description == "Tidslinje utan överenskommelser."


@pytest.mark.parametrize(
    ("period", "marks", "format_"),
    [
        ("2010/2011", 8, "%Y-%m"),
        ("2010/2012", "year", "%Y"),
        ("2010/2021", "year", "%Y"),
        ("2010/2022", 8, "%Y"),
    ],
)
def test_years_are_marked_one_by_one_until_they_are_many(
    agreed, period, marks, format_
):
    """
    A dozen years have a mark each; fewer than three have months, and more have some.
    """
    layers = timeline(Register([agreed("a", period)])).to_dict()["layer"]
    x = layers[-1]["encoding"]["x"]

    assert (x["axis"]["tickCount"], x["axis"]["format"]) == (marks, format_)
    assert x["scale"] == {"nice": False, "type": "utc"}


def test_what_lies_far_from_the_others_is_counted(agreed, drawn, lines):
    """
    A mistyped year makes the others no smaller; what lies sixty years off is drawn.
    """
    register = Register(
        [agreed("a", "1017"), agreed("b", "2019/.."), agreed("c", "2020", "1882")]
    )
    chart = timeline(register, language="sv")
    near = Register([agreed("a", "1961"), agreed("b", "2020")])
    far = Register([agreed("a", "1958"), agreed("b", "2020")])

    assert {row["agreement"] for row in drawn(chart, "certain")} == {"b", "c"}
    assert lines(chart)[-1] == (
        "Visas inte, för tiden ligger långt från de andras: 1 överenskommelse"
    )
    assert days_of(drawn(chart, "certain")[1])[1] == "2020-12-31"
    assert len(drawn(timeline(near), "certain")) == 2
    assert len(drawn(timeline(far), "certain")) == 1


def test_a_time_that_is_long_by_itself_is_drawn(agreed, drawn):
    """
    If there is nothing else to see.
    """
    chart = timeline(Register([agreed("a", "2019/2919..")]))
    [certain], [fading] = drawn(chart, "certain"), drawn(chart, "after")
    [sign] = drawn(chart, "sign")

    assert days_of(certain) == ("2019-01-01", "2919-12-31")
    assert fading["begin"] < sign["begin"] < fading["end"]


def test_what_began_first_stands_above(agreed, drawn):
    """
    However long it holds.
    """
    register = Register([agreed("a", "2018"), agreed("b", "2017/2020")])
    rows = {
        row["agreement"]: row["row"] for row in drawn(timeline(register), "certain")
    }

    assert rows == {"b": "00000Habo", "a": "00001"}


def test_agreements_that_follow_at_once_are_parted(agreed, drawn):
    """
    A white line stands where one ends and the next begins, and nowhere else.
    """
    register = Register(
        [agreed("a", "2017"), agreed("b", "2018"), agreed("c", "2019-02-01/2019-12-31")]
    )
    chart = timeline(register)

    assert [row["agreement"] for row in drawn(chart, "joint")] == ["b"]
    assert drawn(chart, "joint")[0]["begin"] == drawn(chart, "certain")[1]["begin"]


@pytest.mark.parametrize(
    "period", ["0001-01-01/0001-02-01", "/0001-02-01", "9999/9999.."]
)
def test_the_ends_of_the_calendar_are_drawn(agreed, lines, period):
    """
    What fades beyond the first or the last day of all is no fault.
    """
    chart = timeline(Register([agreed("a", period)]))

    assert lines(chart)[0].endswith(
        period[-4:].replace("99..", "9999") if "9" in period else ", 1"
    )


@pytest.mark.parametrize(
    ("asked", "options", "error", "complaint"),
    [
        (
            [],
            {},
            InvalidField,
            r"timeline\.asked: .* give a register, or what register.find",
        ),
        (Register(), {"most": 0}, InvalidField, r"timeline\.most: .* at least 1"),
        (Register(), {"most": True}, InvalidField, r"timeline\.most"),
        (Register(), {"kind": "x"}, InvalidField, r"timeline\.kind"),
        (Register(), {"municipality": "Habbo"}, UnknownName, "Habo"),
        (Register(), {"municipality": 643}, InvalidField, r"timeline\.municipality"),
        (Register(), {"language": "de"}, InvalidField, r"timeline\.language: .* 'sv'"),
    ],
)
def test_what_is_something_else_is_refused(asked, options, error, complaint):
    """
    The error says what would do.
    """
    with pytest.raises(error, match=complaint):
        timeline(asked, **options)
