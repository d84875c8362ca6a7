from __future__ import annotations

from datetime import date

import pytest

from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.periods import Form, find_days, find_periods, read_period


def told(text, reference_day=None):
    """List what is found as a person would tell it."""
    return [
        (found.quote, str(found.period) if found.period.is_stated else "")
        for found in find_periods(text, reference_day=reference_day)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De är överens om löften fram till halvårsskiftet 2024, och de gläds.",
            [("fram till halvårsskiftet 2024", "/2024-06-30")],
        ),
        ("Löften för 2017 och 2018 i staden", [("för 2017 och 2018", "2017/2018")]),
        (
            "Löftet gäller från den 1 maj 2019 och löper till den 30 april 2021.",
            [
                (
                    "från den 1 maj 2019 och löper till den 30 april 2021",
                    "2019-05-01/2021-04-30",
                )
            ],
        ),
        (
            "Det löper under 2018 eller till dess att ett nytt tecknas. Välkommen!",
            [
                (
                    "under 2018 eller till dess att ett nytt tecknas",
                    "2018/2018..",
                )
            ],
        ),
        (
            "under 2018 eller till dess att ett nytt tecknas\noch mer på nästa rad",
            [("under 2018 eller till dess att ett nytt tecknas", "2018/2018..")],
        ),
        (
            "tills nytt löfte finns • Elever",
            [("tills nytt löfte finns", "/..")],
        ),
        (
            "tills vi alla i hela staden är överens om vad som ska göras",
            [],
        ),
        (
            "till dess att a b c d e f g h i j k l m",
            [("till dess att a b c d e f g h i j k l", "/..")],
        ),
        (
            "perioden\n1 juni 2019-\njuni 2020 är",
            [("perioden\n1 juni 2019-\njuni 2020", "2019-06-01/2020-06")],
        ),
        ("Löften 2019\n\n2020", [("2019", "2019"), ("2020", "2020")]),
        ("Från 2019.\n\nTill 2020.", [("Från 2019", "2019/"), ("Till 2020", "/2020")]),
        (
            "gäller till 2020, senast den 1 maj 2020",
            [("till 2020", "/2020"), ("senast den 1 maj 2020", "/2020-05-01")],
        ),
        ("2019, 2020 blev bra", [("2019", "2019"), ("2020", "2020")]),
        ("2019, 2020, 2021", [("2019, 2020, 2021", "2019/2021")]),
        (
            "den 1 maj 2019 och den 5 maj 2019",
            [("den 1 maj 2019", "2019-05-01"), ("den 5 maj 2019", "2019-05-05")],
        ),
        ("2019 och halvårsskiftet 2020", [("2019", "2019")]),
        ("2019, före 2021", [("2019", "2019"), ("före 2021", "/2020")]),
        ("2019, våren 2020", [("2019", "2019"), ("våren 2020", "2020-21")]),
        (
            "från 2019 och under en tvåårsperiod i två år",
            [("från 2019 och under en tvåårsperiod", "2019/2020"), ("i två år", "")],
        ),
        ("tills vidare, 2019", [("tills vidare", "/.."), ("2019", "2019")]),
        ("till 2020, under 2019", [("till 2020", "/2020"), ("under 2019", "2019")]),
        (
            "1 maj 2019 – 1 juni 2019, till 2020",
            [
                ("1 maj 2019 – 1 juni 2019", "2019-05-01/2019-06-01"),
                ("till 2020", "/2020"),
            ],
        ),
        (
            "påbörjas 2 maj 2019 och ska fortgå fram till 31 maj 2020",
            [
                (
                    "påbörjas 2 maj 2019 och ska fortgå fram till 31 maj 2020",
                    "2019-05-02/2020-05-31",
                )
            ],
        ),
    ],
)
def test_the_wording_is_what_a_person_would_quote(text, expected):
    """
    An expression is found whole, with what leads it in, and nothing of its sentence.
    """
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Elever i årskurs 8 och ungdomar 15-20 år, under 18 år",
        "Ring 010-56 00 000 eller 0582-2019 20, kl. 10.00-11.30",
        "E45, Lv 315 och väg 2019, minst 2000 meter",
        "polislagen (1984:387) 14 kap 1 §, SOU 2018:14, dnr KS-2019/123",
        "Storgatan 12, 702 20 Orten, 2 000 kr, 2024:-, Agenda 2030, 20 minuter",
        "två gånger per år, varje månad, två år i rad, för två år sedan",
        "Jan Berg och Maj Lund med Juni och Maj, vår kommun",
        "https://example.org/2018/loften-2019-till-2020.html bild_2019-05-03_1.jpg",
        "på 1980-talet, ett 20-tal, 19-åringar, 24/7",
        "Första gången. Sista helgen. Andra sidan. Femte året!",
        "Från polisen till medborgare, mellan polis och kommun, tills nu",
        "Vid årsskiftet, i slutet av maj, halvårsskiftet",
        "Det kan förlängas till 2024. Möjlighet till ett års förlängning finns.",
        "maj, okt. och Q2",
    ],
)
def test_what_only_looks_like_a_period_is_passed_over(text):
    """
    Ages, roads, laws, clock times, phone numbers, prices and names are no periods.
    """
    assert [found for found in told(text) if found[1]] == []


@pytest.mark.parametrize(
    ("text", "form", "cue"),
    [
        ("Detta gäller under hela 2018.", Form.YEAR, "gäller"),
        ("Detta kommer att löpa under 2018.", Form.YEAR, "löper"),
        ("Det gäller ja. Under 2018 blev det bra.", Form.YEAR, "under"),
        ("löften för våren 2018", Form.UNIT, "för"),
        ("löften under perioden 2018-2019", Form.RANGE, "under"),
        ("perioden 2018-2019", Form.RANGE, "period"),
        ("Löftesperiod: 2018-2019", Form.RANGE, "period"),
        ("från maj 2018", Form.SINCE, "från och med"),
        ("t.o.m. maj 2018", Form.UNTIL, "fram till"),
        ("senast i maj 2018", Form.UNTIL, "senast"),
        ("före maj 2018", Form.UNTIL, "före"),
        ("mellan maj och juni 2018", Form.RANGE, "mellan"),
        ("den 1 maj 2018", Form.DAY, None),
        ("Medborgarlöfte 2018", Form.YEAR, None),
        ("under en treårsperiod", Form.DURATION, "under"),
        ("tills vidare", Form.OPEN, None),
        ("i två år från 2018", Form.RANGE, "i"),
        ("från 2018 och tills vidare", Form.SINCE, "från och med"),
        ("2019 och tills vidare", Form.YEAR, None),
        ("förlängs till maj 2018", Form.UNTIL, "förlängs"),
        ("1 maj 2018 och två år framåt", Form.RANGE, None),
        ("under två år och tills vidare", Form.DURATION, "under"),
        ("två år från den 1 juli", Form.RANGE, None),
        ("från maj 2018 och löper till årets slut", Form.SINCE, "från och med"),
    ],
)
def test_how_a_period_is_introduced_is_told(text, form, cue):
    """
    A reader can tell "gäller under 2018" from a mere 2018.
    """
    found = find_periods(text)[0]

    assert (found.form, found.cue) == (form, cue)


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Medborgarlöfte 2018", False),
        ("Medborgarlöfte 2018-2019", True),
        ("Löftet gäller från 2018", False),
        ("Löftet gäller till och med 2019", False),
    ],
)
def test_a_period_may_be_of_several_years(text, several):
    """
    It is of several years if it begins in one and ends in another.
    """
    (found,) = find_periods(text)

    assert found.is_of_several_years is several


def test_an_extension_is_found_apart_from_what_it_extends():
    """
    The first end is kept, and the later one marked as an extension.
    """
    original, extension = find_periods("Löftet för 2020 har förlängts till juni 2021.")

    assert (str(original.period), original.is_extension) == ("2020", False)
    assert (str(extension.period), extension.is_extension) == ("/2021-06", True)


@pytest.mark.parametrize(
    ("text", "original", "extended"),
    [
        ("Löftet gäller även 2022.", "2021", "2021/2022"),
        ("Löftet ska gälla även under våren 2022.", "2021", "2021/2022-21"),
        ("Löftet fortsätter att gälla under 2022.", "2021", "2021/2022"),
        ("Löftet fortsätter att gälla tills vidare.", "2021", "2021/2021.."),
        ("Löftet förlängs med sex månader.", "2021-01/2021-06", "2021-01/2021-12"),
        ("Löftet förlängs ytterligare ett år.", "2020/..", "2020/.."),
        ("Löftet förlängs till juni 2021.", "2021", "2021"),
        ("Löftet förlängs till juni 2021.", "2022/", "2022/"),
        ("Löftet förlängs till juni 2021.", "2021-01-01/", "2021-01-01/2021-06"),
        ("Löftet förlängs med två år.", "9998", "9998"),
        ("Löftet gäller till juni 2022.", "2021", "2021"),
    ],
)
def test_an_extension_moves_the_end_of_the_period_it_extends(text, original, extended):
    """
    A later end replaces the one that was; nothing else about the period changes.
    """
    (found,) = find_periods(text)

    assert str(found.amended(ValidityPeriod.parse(original))) == extended


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uppdatering 2021-01-29: löftet har förlängts till den 30 juni 2021", 1),
        ("Löftet förlängs inte utan upphör den 31 december 2022.", 0),
        ("Löftet har inte förlängts. Nya löften gäller från 2022.", 0),
        ("Detta gäller även 2021 års löfte.", 0),
        ("Avtalet förlängs automatiskt med ett år i taget.", 0),
        ("Det kan, om båda parterna så önskar, förlängas med ett år.", 0),
    ],
)
def test_only_what_moves_an_end_is_an_extension(text, found):
    """
    What may be, what is denied and what is said of something else extend nothing.
    """
    assert sum(each.is_extension for each in find_periods(text)) == found


def test_a_phrase_tells_that_it_extends_and_what_it_hangs_on():
    """
    A single phrase is marked in the same way as what is found in a text.
    """
    extension = read_period("förlängs till och med 31 december 2019")
    relative = read_period("hösten", reference_day=date(2020, 6, 1))

    assert (extension.is_extension, extension.is_relative) == (True, False)
    assert (relative.is_extension, relative.is_relative) == (False, True)
    assert str(relative.period) == "2020-23"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Det är undertecknat 2019-11-28 och gäller till och med maj 2021.",
            [
                ("2019-11-28", "2019-11-28"),
                ("till och med maj 2021", "/2021-05"),
            ],
        ),
        (
            "Löftet sågs över i maj 2020 och gäller till utgången av 2021.",
            [("i maj 2020", "2020-05"), ("till utgången av 2021", "/2021")],
        ),
        (
            "Det gäller den 1 maj 2020 och löper till maj 2021.",
            [("den 1 maj 2020 och löper till maj 2021", "2020-05-01/2021-05")],
        ),
        ("Barn födda 2005–2008 och årskull 2010", []),
        ("Det kom fler än 2000-2100 barn", []),
        ("väg 2010-2012", [("2010-2012", "2010/2012")]),
        ("per kvartal två insatser, vecka en", []),
        ("sista helgen, sista veckan 2021", [("2021", "2021")]),
        ("vårens arbete, höstens slut", []),
        ("Q7 2021", [("2021", "2021")]),
        ("2021-W och 2021-Wa", []),
        ("efter 2019 års löfte", [("2019 års", "2019")]),
        ("efter mars-maj 2020", [("efter mars-maj 2020", "2020-06/")]),
        ("efter slutet av 2020", [("efter slutet av 2020", "2021/")]),
        ("efter nu", [("efter nu", "")]),
        ("kvartal 7 och 8", []),
        ("åren 25-22, åren 13 och 60", []),
        ("kvartal 2 – 7 möten", [("kvartal 2", "")]),
        ("vecka 3-3 2021", [("vecka 3-3 2021", "2021-01-18/2021-01-24")]),
        ("de femton sista månaderna 2020", [("de femton sista månaderna 2020", "")]),
        (
            "2019 års första kvartal 2020",
            [("2019 års", "2019"), ("första kvartal 2020", "2020-33")],
        ),
        ("2020 och 21 fordon", [("2020", "2020")]),
        ("2020-05-01 - 12-13 bilar", [("2020-05-01", "2020-05-01")]),
        ("2020-05-01 - 13-14", [("2020-05-01", "2020-05-01")]),
        ("2020 som 2021", [("2020", "2020"), ("2021", "2021")]),
        ("95-06-07 och 18-13-01 samt 18-12-32, 18-1-2", []),
    ],
)
def test_what_stands_near_a_period_does_not_change_it(text, expected):
    """
    Signing days, births, counts and half-finished words are kept apart from it.
    """
    assert told(text) == expected


def test_what_depends_on_the_day_of_the_text_is_marked():
    """
    "Under året" has no days of its own, and borrows them when the day is known.
    """
    text = "Polisen ska under året synas."

    (unknown,) = find_periods(text)
    (known,) = find_periods(text, reference_day=date(2019, 5, 1))

    assert (unknown.is_relative, unknown.period) == (True, ValidityPeriod())
    assert (known.is_relative, known.period) == (True, ValidityPeriod.of_year(2019))


def test_a_problem_is_told_with_its_place_in_the_whole_text():
    """
    The span of a problem quotes the text that was given, and counts its lines.
    """
    text = "Löften\n\nDe gäller\nfrån 1 juni 2023 till 31 juni 2027.\n"

    (found,) = find_periods(text)
    (problem,) = found.problems

    assert found.period == ValidityPeriod()
    assert problem.in_language("sv") == (
        "rad 4: dagen finns inte i kalendern: '31 juni 2027'"
    )
    assert text[problem.span.start : problem.span.end] == problem.span.quote


@pytest.mark.parametrize(
    "text",
    [
        "fram till och med de\u00adcem\u00adber 2020",
        "fram till och med decem\u00ad\nber 2020",
        "fram till och\u200b med december\u00a02020",
        "fram\u2009till\u202foch med december\r\n2020",
        "FRAM TILL OCH MED DECEMBER 2020",
        "fram till och med\ndecember 2020",
        "fram till och med dec. 2020",
    ],
)
def test_how_the_text_was_typeset_does_not_matter(text):
    """
    Soft hyphens, odd spaces, capitals and line wraps change nothing.
    """
    assert told(text) == [(text, "/2020-12")]


def test_letters_in_two_code_points_are_the_same_letters():
    """
    "Från" is read also where å is an a with a ring.
    """
    text = "fra\u030an maj 2020"

    assert told(text) == [(text, "2020-05/")]


def told_days(text, reference_day=None):
    """List the days that are found, with their wording."""
    return [
        (text[found.start : found.end], str(found.day), found.inferred)
        for found in find_days(text, reference_day=reference_day)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Publicerad 28 maj 2019 · 15.47", [("28 maj 2019", "2019-05-28", False)]),
        ("Orten den 3 maj 2019", [("3 maj 2019", "2019-05-03", False)]),
        ("Orten 2019-05-03", [("2019-05-03", "2019-05-03", False)]),
        (
            "Uppdaterad 2019-05-03T10:20:30",
            [("2019-05-03T10:20:30", "2019-05-03", False)],
        ),
        ("May 03, 2019 08:52 CET", [("May 03, 2019", "2019-05-03", False)]),
        ("03MAY2019", [("03MAY2019", "2019-05-03", False)]),
        ("skrevs 3/5 2019", [("3/5 2019", "2019-05-03", False)]),
        ("skrevs 19.05.03", [("19.05.03", "2019-05-03", False)]),
        ("skrevs 3 sept. 2019", [("3 sept. 2019", "2019-09-03", False)]),
        (
            "Under fredagen den 3 maj 2019 skrevs",
            [("fredagen den 3 maj 2019", "2019-05-03", False)],
        ),
        ("Under förmiddagen den 3 maj", [("3 maj", "None", False)]),
        ("Insats genomförd den 19/4.", [("19/4", "None", False)]),
        ("från 1 maj 2019 till 3 maj 2019", []),
        ("senast den 3 maj 2019", []),
        ("31 juni 2019", []),
        ("i maj 2019 och under 2020", []),
        ("1 maj 2019 förlängs till 2020", [("1 maj 2019", "2019-05-01", False)]),
    ],
)
def test_single_days_are_found_in_every_form(text, expected):
    """
    Days of signing and publication are found; the ends of periods are not.
    """
    assert told_days(text) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2020, 1, 31), "2020-01-30"),
        (date(2019, 12, 20), "2020-01-30"),
        (date(2020, 6, 1), "2020-01-30"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_to_the_text(today, expected):
    """
    The year comes from the day of the text, and the answer says that it does.
    """
    assert told_days("den 30 januari", today) == [("30 januari", expected, True)]


@pytest.mark.parametrize("reference_day", [None, date(2020, 5, 1)])
def test_no_text_is_no_period(reference_day):
    """
    Nothing is read from nothing.
    """
    assert read_period("", reference_day=reference_day).period == ValidityPeriod()
    assert find_periods("", reference_day=reference_day) == ()
    assert find_days("", reference_day=reference_day) == ()
