"""What the answers of analyses say of days that nobody has stated."""

from __future__ import annotations

import json
from datetime import date

import pytest

from medborgarloften import (
    Agreement,
    Area,
    Party,
    PartyKind,
    Per,
    Promise,
    Quantity,
    Register,
    ValidityPeriod,
)
from medborgarloften.serializers import save

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")


def agreed(id, code, period, quantity=None, text="Gå ut på torget", **fields):
    """Make an agreement with one promise."""
    return Agreement(
        id=id,
        title="Medborgarlöfte",
        area=Area(municipalities=(code,)),
        parties=(POLICE,),
        period=ValidityPeriod.parse(period),
        promises=(
            Promise(
                number=1,
                text=text,
                promisors=("police",),
                quantities=(quantity,) if quantity else (),
            ),
        ),
        **fields,
    )


REGISTER = Register(
    [
        agreed("kumla", "1881", "2020/..", Quantity(10, None, "kontroll", Per.SEASON)),
        agreed("nora", "1884", "2020-21/2021-23", Quantity(None, 3, "klagomål")),
        agreed(
            "karlskoga",
            "1883",
            "/",
            Quantity(1, 1, "fotpatrullering", Per.WEEK),
            signed_on=date(2020, 5, 3),
        ),
        agreed("degerfors", "1862", "/2021-12-31", Quantity(2, 2, "vandring")),
        agreed("laxa", "1860", "/", text="Lysa upp parken"),
        agreed("orebro", "1880", "/", text="Lysa upp parken"),
    ]
)


@pytest.fixture
def ask(run, tmp_path):
    """A way to ask a command of the register, in English."""
    save(REGISTER, tmp_path / "r.jsonl")

    def ask(command, *arguments, form="markdown"):
        told = ("--lang", "en", "--format", form)
        return run(command, tmp_path / "r.jsonl", *arguments, *told)

    return ask


@pytest.fixture
def cells(ask):
    """A way to ask for the cells of a table, row by row."""

    def cells(command, *arguments):
        lines = ask(command, *arguments).out.splitlines()[2:]
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]

    return cells


def test_what_may_be_a_gap_hides_no_certain_one(cells):
    """
    Days that are without for certain are a row of their own.
    """
    asked = ("--between", "2021/2022", "--municipality", "Degerfors")
    certain = cells("gaps", *asked)
    told = cells("gaps", *asked, "--maybe")

    assert [row[1] for row in certain] == ["2022-01-01 – 2022-12-31"]
    assert [(row[1], row[-1]) for row in told] == [
        ("2021-01-01 – 2021-12-31", "no"),
        ("2022-01-01 – 2022-12-31", "yes"),
    ]


def test_what_nobody_can_expect_is_said(cells):
    """
    Of a season nobody says which, and of a signed page not when it began.
    """
    told = {row[0]: row[3] for row in cells("progress", "--on", "2020-12-31")}

    assert told == {
        "degerfors": "vandring: 2 (expected so far: nobody can tell)",
        "karlskoga": "fotpatrullering: 1 per week (expected so far: nobody can tell)",
        "kumla": told["kumla"],
        "nora": "klagomål: at most 3",  # of a ceiling nothing is expected
    }
    assert told["kumla"].startswith("kontroll: at least 10 per ")
    assert told["kumla"].endswith("(expected so far: nobody can tell)")


def test_coverage_says_since_when_as_it_is_stated(cells, ask):
    """
    A season is no day, and a day of signing no first day.
    """
    places = [
        ("Nora", "spring 2020", "season"),
        ("Kumla", "2020", "year"),
        ("Karlskoga", "not stated (known from 2020-05-03)", None),
    ]
    for place, words, precision in places:
        asked = ("--on", "2020-12-31", "--municipality", place)
        [row] = json.loads(ask("coverage", *asked, form="json").out)

        assert cells("coverage", *asked)[0][2] == words
        assert row["since_precision"] == precision


def test_a_timeline_tells_a_known_day_from_a_stated_one(cells, ask):
    """
    In words, and as a field of its own.
    """
    told = {row[-1]: row[0] for row in cells("timeline")}
    rows = json.loads(ask("timeline", form="json").out)

    assert told["karlskoga"] == "not stated (known from 2020-05-03)"
    assert told["nora"] == "spring 2020 – autumn 2021"
    assert told["degerfors"] == "through 2021-12-31"
    assert {row["agreement"] for row in rows if row["first_day_stated"]} == {
        "kumla",
        "nora",
    }


def test_counts_say_what_they_do_not_follow(ask):
    """
    How many hold until further notice, and how to count them further.
    """
    by_year = ask("counts", "--by", "year")

    assert by_year.err.startswith("promises in force until further notice")
    assert ": 1; say --until DAY" in by_year.err
    assert "no year is certain, or not every year" in by_year.out
    assert ask("counts", "--by", "year", "--until", "2022-01-01").err == ""
    assert ask("counts", "--by", "theme").err == ""


def test_copies_say_that_some_have_no_end_and_some_no_day(cells, ask):
    """
    Beside the last year that is stated, or that there is none.
    """
    walks, lights = json.loads(ask("copies", form="json").out)

    assert [row[-1] for row in cells("copies")] == [
        "2021 or later",
        "no year (2 without days)",
    ]
    assert (walks["open_ended"], walks["undated"]) == (True, 0)
    assert (lights["open_ended"], lights["undated"]) == (False, 2)
