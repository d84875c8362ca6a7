from __future__ import annotations

from datetime import date, datetime

import pytest

from medborgarloften import (
    InvalidField,
    Outcome,
    Per,
    Quantity,
    Register,
    Source,
    Status,
)
from medborgarloften.plots import progress
from medborgarloften.queries import quantified

MIDSUMMER = date(2020, 7, 1)
SOURCES = (Source(url="https://example.org/habo"),)


@pytest.fixture
def told(agreed):
    """Draw promises of some quantities, with counts of them or none."""

    def draw(*promised, period="2020", on=MIDSUMMER, signed_on=None, **options):
        promises = [{"quantities": each[0]} for each in promised]
        habo = agreed("habo", period, promises=promises, signed_on=signed_on)
        outcomes = [
            Outcome(
                agreement="habo",
                promise=number,
                on=min(on, date(2020, 6, 30)),
                status=Status.ONGOING,
                counted=counted,
                sources=SOURCES,
            )
            for number, (_, *counts) in enumerate(promised, 1)
            for counted in counts
        ]
        return progress(Register([habo], outcomes), on, **options)

    return draw


def of(least, most=None, **fields):
    """Make what is promised: at least and at most so many checks."""
    return (Quantity(least, most, "kontroll", **fields),)


def shares(rows):
    """Tell how far bars and signs reach."""
    return [
        (row.get("sign", row["part"]), row["share"]) for row in rows if "share" in row
    ]


@pytest.mark.parametrize(
    ("promised", "bar", "words"),
    [
        (
            (of(12), 3),
            [("counted", 0.25), ("behind", 0.25), ("expected by then", 0.5)],
            "3 of at least 12: behind",
        ),
        (
            (of(12, 15), 6),
            [("counted", 0.5), ("on track", 0.5), ("expected by then", 0.5)],
            "6 of 12–15: on track",
        ),
        (
            (of(20, 20), 9),
            [
                ("counted", 0.45),
                ("on track when it was counted", 0.45),
                ("expected by then", 0.5),
            ],
            "9 of 20: on track when it was counted",
        ),
        (
            (of(12), 12),
            [("counted", 1), ("met", 1), ("expected by then", 0.5)],
            "12 of at least 12: met",
        ),
        (
            (of(None, 4), 5),  # a ceiling has no floor to be expected
            [("counted", 1.25), ("more than was promised at most", 1.25)],
            "5 of at most 4: more than was promised at most",
        ),
        (
            (of(0, 4), 2000),  # the bar ends at the edge, the words do not
            [
                ("counted", 1.25),
                ("more than was promised at most", 1.25),
                ("expected by then", 0),
            ],
            "2000 of 0–4: more than was promised at most",
        ),
        (
            (of(12),),
            [("expected by then", 0.5)],
            "? of at least 12: nothing was counted",
        ),
        ((of(0), 2), [], "2 of at least 0: met"),  # of nothing there are no shares
        ((of(12), 3, 4), [], "3 and 4 of at least 12: unclear what was counted"),
        (
            (of(1, per=Per.MONTH, average=True), 3),
            [],
            "3 of at least 12: promised on average or for each, counted in all",
        ),
        ((of(12, each="skola"),), [], "? of at least 12: nothing was counted"),
        (
            (of(1, per=Per.MONTH, average=True),),
            [],
            "? of at least 12: nothing was counted",
        ),
        (((*of(12), *of(2)), 3), [], "3: unclear what was counted"),
        (((*of(12), *of(2)),), [], "?: nothing was counted"),
    ],
)
def test_a_bar_is_drawn_where_it_can_be_told(told, drawn, promised, bar, words):
    """
    As long as what was counted of the whole, with signs; the words are always there.
    """
    chart = told(promised)

    assert shares(drawn(chart)) == bar
    assert [row["words"] for row in drawn(chart, "words")] == [words]


@pytest.mark.parametrize(
    ("period", "quantity", "expected"),
    [
        ("2020/..", of(12, per=Per.YEAR), ([], "3, 6 expected: behind")),
        (
            "/2020",
            of(12),
            (
                [("unsure", 0.25), ("the days are not known", 0.25)],
                "3 of at least 12: the days are not known",
            ),
        ),
        (
            "/2020",
            of(12, per=Per.YEAR),
            ([], "3, expected unknown: the days are not known"),
        ),
        # at most so many a year: nothing is expected of that
        (
            "/2020",
            of(None, 12, per=Per.YEAR),
            ([], "3: the days are not known"),
        ),
    ],
)
def test_what_the_days_do_not_tell_is_not_made_up(
    told, drawn, period, quantity, expected
):
    """
    Without all days there is no whole, or nothing that is expected.
    """
    chart = told((quantity, 3), period=period)
    [words] = drawn(chart, "words")

    assert (shares(drawn(chart)), words["words"]) == expected


def test_what_has_not_begun_has_no_bar(told, drawn):
    """
    Nothing is expected of it yet.
    """
    chart = told((of(12),), period="2021", language="sv")

    assert shares(drawn(chart)) == []
    assert drawn(chart)[0]["words"] == "? av minst 12: inte börjat gälla"


def test_what_was_told_without_a_count_is_said(told, drawn):
    """
    Beside the row where there is nothing else to say, and else in the tooltip.
    """
    uncounted, counted, untold = (
        drawn(told(each), "words")[0]
        for each in ((of(12), None), (of(12), 6), (of(12),))
    )

    assert uncounted["words"] == "? of at least 12: nothing was counted; ongoing"
    assert counted["words"] == "6 of at least 12: on track"
    assert untold["words"] == "? of at least 12: nothing was counted"
    assert [each["statuses"] for each in (uncounted, counted, untold)] == [
        "ongoing",
        "ongoing",
        "nothing is known",
    ]


def test_what_is_for_a_season_has_no_bar(told, drawn):
    """
    Nobody says which season, so nobody can tell of how many it is.
    """
    chart = told((of(10, per=Per.SEASON), 9))

    assert shares(drawn(chart)) == []
    assert drawn(chart)[0]["words"] == "9, expected unknown: the days are not known"


def test_what_has_to_be_looked_after_comes_first(told, drawn):
    """
    Then what keeps pace, then what nobody can tell, last what was not counted.
    """
    chart = told(
        (of(1),),
        ((*of(1), *of(2)), 1),
        (of(12), 12),
        (of(12), 6),
        (of(12), 3),
        (of(None, 1), 2),
    )

    assert [row["row"] for row in drawn(chart, "words")] == [
        "00000Habo 2020, 5: kontroll",
        "00001Habo 2020, 4: kontroll",
        "00002Habo 2020, 3: kontroll",
        "00003Habo 2020, 6: kontroll",
        "00004Habo 2020, 2: kontroll, kontroll",
        "00005Habo 2020, 1: kontroll",
    ]


def test_each_pace_has_a_sign_of_its_own(told, explained):
    """
    Shape or filling differ, not colour alone; what is not there is not explained.
    """
    looks = explained(told((of(12), 3), (of(12), 6), (of(20), 9), (of(12), 12)), "sign")
    names = [
        "behind",
        "on track when it was counted",
        "on track",
        "met",
        "expected by then",
    ]
    alike = {(looks["shape"][name], looks["fill"][name] == "#ffffff") for name in names}

    assert sorted(looks) == ["fill", "shape", "stroke"]
    assert set(looks["shape"]) == set(names)
    assert len(alike) == len(names)


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("2020/2021", "Habo 2020–2021, 1: kontroll"),
        ("2020/..", "Habo 2020–, 1: kontroll"),
        ("/2020", "Habo –2020, 1: kontroll"),
        ("/", "Habo, 1: kontroll"),
    ],
)
def test_rows_tell_place_years_and_number(told, drawn, period, label):
    """
    As far as they are stated; the tooltip has all of it.
    """
    for signed_on in (
        None,
        date(2019, 12, 3),
    ):  # when it was signed is not when it held
        [row, *_] = drawn(told((of(12),), period=period, signed_on=signed_on))

        assert row["row"] == f"00000{label}"
    assert (row["agreement"], row["promise"]) == ("habo", "Löfte")
    assert row["promised"] == "kontroll: at least 12"


def test_long_names_leave_room_for_each_other(agreed, drawn):
    """
    So that the number of the promise is always there.
    """
    unit = (Quantity(1, None, "möte med alla föräldrar"),)
    register = Register(
        [
            agreed(
                "a",
                "2020",
                district="Centrum och norr",
                promises=[{"quantities": unit}],
            )
        ]
    )
    [row, *_] = drawn(progress(register, MIDSUMMER))

    assert row["row"] == "00000Centrum och norr, H… 2020, 1: möte med alla föräl…"


def test_the_picture_says_how_many_keep_pace(told, lines):
    """
    Also of what it does not show: promises without a number, and more than it holds.
    """
    chart = told((of(12), 3), (of(12), 6), (of(12),), ((), 1), most=2)

    assert lines(chart) == [
        "3 promises with a number – behind: 1, on track: 1, nothing was counted: 1",
        "Not shown, for no number is promised: 1 promise of which something is told",
        "Not shown, for the picture holds no more: 1 promise",
    ]
    assert chart.description == (
        f"Counted against promised on 1 July 2020. {'. '.join(lines(chart))}."
    )


def test_of_what_was_found_only_those_promises_are_drawn(agreed, drawn, lines):
    """
    And not the others of their agreements.
    """
    register = Register(
        [agreed("a", "2020", promises=[{"quantities": of(2)}, {"quantities": of(3)}])]
    )
    found = register.find(quantified() & (lambda match: match.promise.number == 2))
    chart = progress(found, MIDSUMMER)

    assert [row["row"] for row in drawn(chart, "words")] == [
        "00000Habo 2020, 2: kontroll"
    ]
    assert lines(chart)[0].startswith("1 promise with a number")


def test_an_empty_register_says_so():
    """
    There is a picture of nothing, not an error.
    """
    chart = progress(Register(), MIDSUMMER, language="sv")

    assert chart.description == "Räknat mot utlovat 1 juli 2020. Ingenting att visa."


@pytest.mark.parametrize(
    ("asked", "day", "options", "complaint"),
    [
        ([], MIDSUMMER, {}, r"progress\.asked"),
        (Register(), datetime(2020, 6, 1, 12, 0), {}, "call its date"),  # noqa: DTZ001
        (Register(), MIDSUMMER, {"most": 0}, r"progress\.most: .* at least 1"),
        (
            Register(),
            MIDSUMMER,
            {"language": "de"},
            r"progress\.language: .* 'sv' or 'en'",
        ),
    ],
)
def test_what_is_something_else_is_refused(asked, day, options, complaint):
    """
    The error says what would do.
    """
    with pytest.raises(InvalidField, match=complaint):
        progress(asked, day, **options)
