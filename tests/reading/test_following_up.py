from __future__ import annotations

from datetime import date

import pytest

from medborgarloften.reading import read_text

MADE = (
    "Medborgarlöfte {year} för {place} kommun\n\n"
    "• Polisen lovar att göra minst 30 trafikkontroller under året.\n"
    "• Kommunen lovar att starta föräldravandringar i centrum."
)
STAMP = "\n\nPublicerad 2022-01-20\n\n"
HEAD = f"Uppföljning av medborgarlöftet 2021 i Kiruna kommun{STAMP}"


def made(year=2021, place="Kiruna"):
    """The agreement of a municipality, for a year."""
    return read_text(MADE.format(year=year, place=place)).agreements[0]


def outcomes(page, *agreements, **known):
    """The outcomes of a page, in short, and what is wrong with it."""
    reading = read_text(page, agreements=agreements, **known)
    told = [
        (each.agreement, each.promise, each.status.value, each.counted)
        for each in reading.outcomes
    ]
    return told, [each.code for each in reading.problems]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (
            "• Trafikkontroller: 38 är gjorda. Uppfyllt",
            ("kiruna-2021", 1, "fulfilled", 38),
        ),
        (
            "• Föräldravandringar i centrum – har inte startat",
            ("kiruna-2021", 2, "not_started", None),
        ),
        (
            "• Trafikkontroller\nStatus: Uppfyllt",
            ("kiruna-2021", 1, "fulfilled", None),
        ),
    ],
)
def test_a_result_is_tied_to_its_promise_by_words(page, wanted):
    """
    The promise is looked for among the agreements that the reader was given.
    """
    assert outcomes(HEAD + page, made()) == ([wanted], [])


def test_an_outcome_tells_when_and_where_it_was_told():
    """
    The day is that of the page, and the page is its source.
    """
    page = f"{HEAD}• Trafikkontroller: 38 är gjorda. Uppfyllt"
    reading = read_text(page, url="https://kiruna.example/", agreements=[made()])
    (outcome,) = reading.outcomes

    assert outcome.on == date(2022, 1, 20)
    assert outcome.wording == "38 är gjorda. Uppfyllt"
    assert [each.url for each in outcome.sources] == ["https://kiruna.example/"]


@pytest.mark.parametrize(
    ("page", "agreements"),
    [
        # of nobody's promise, though alike in a word
        ("• Skolbesök i centrum: gjorda. Klart", [made()]),
        # of one that might be any of two
        ("• Trafikkontroller: 38. Klart", [made(), made()]),
        # of another place or another year
        ("• Trafikkontroller: 38. Klart", [made(place="Luleå")]),
        ("• Trafikkontroller: 38. Klart", [made(year=2019)]),
        # in words too small to tell
        ("• Vi får se: klart", [made()]),
        ("• Trafikkontroller: 38. Klart", []),
    ],
)
def test_a_result_of_an_unknown_promise_is_a_problem(page, agreements):
    """
    It is never tied to the nearest.
    """
    assert outcomes(HEAD + page, *agreements) == ([], ["result-of-unknown-promise"])


def test_a_result_may_be_tied_by_its_number():
    """
    A page that says which agreement it follows up need not say what was promised.
    """
    page = "Löfte 2: Genomfört"

    assert outcomes(HEAD + page) == ([("kiruna-2021", 2, "fulfilled", None)], [])


@pytest.mark.parametrize(
    "head",
    ["Uppföljning av medborgarlöftet i Kiruna kommun", "Så gick det 2021"],
)
def test_a_number_alone_tells_no_agreement(head):
    """
    Without a place, or a year, it could be the second promise of any.
    """
    told, problems = outcomes(f"{head}{STAMP}Löfte 2: Genomfört")

    assert told == []
    assert "result-of-unknown-promise" in problems


def test_a_result_needs_a_day():
    """
    What is told some day or other cannot be held against a period.
    """
    page = f"{HEAD}Löfte 2: Genomfört".replace(STAMP, "\n\n")
    later = date(2022, 3, 1)

    assert outcomes(page) == ([], ["result-without-day"])
    assert outcomes(page, retrieved_on=later)[0] == [
        ("kiruna-2021", 2, "fulfilled", None)
    ]


@pytest.mark.parametrize(
    "told",
    [
        ": Blir klart 2022",
        ": Pausat",
        ": Uppfyllt?",
        ": ännu inte genomfört",
        "\nStatus: Väntar på beslut",
        # so many are done; whether of as many as were promised, and for when, is open
        ": 12 av 30 kontroller",
    ],
)
def test_a_result_that_tells_no_status_is_a_problem(told):
    """
    Nobody is told that it was kept, nor that nothing was said of it.
    """
    page = f"{HEAD}• Trafikkontroller{told}"

    assert outcomes(page, made()) == ([], ["result-without-status"])


LABELS = (
    "Genomfört: Göra minst 30 trafikkontroller\n"
    "Ej genomfört: Starta föräldravandringar i centrum"
)
ROWS = "• Trafikkontroller\n{status}\nKommentar: {comment}"


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        # what is labelled as the status counts, whatever is said beside it
        (
            ROWS.format(status="Status: Ej uppfyllt", comment="4 är genomförda"),
            [(1, "not_fulfilled", 4)],
        ),
        (
            ROWS.format(status="Bedömning: Uppfyllt", comment="En ställdes in"),
            [(1, "fulfilled", None)],
        ),
        # deeds are held against how many there were to be
        ("• Trafikkontroller: 4 av 30 genomförda", [(1, "partly", 4)]),
        ("• Trafikkontroller: 30 planerade, 4 genomförda", [(1, "partly", 4)]),
        ("• Minst 30 trafikkontroller: 31 genomförda", [(1, "fulfilled", 31)]),
        ("• Minst 30 trafikkontroller: 20 genomförda", [(1, "partly", 20)]),
        ("• Trafikkontroller: 0 genomförda", [(1, "not_fulfilled", 0)]),
        ("• Trafikkontroller: genomförda", [(1, "fulfilled", None)]),
        # one line or two may tell of several
        (
            "Löfte 1: Uppfyllt. Löfte 2: Inte uppfyllt.",
            [(1, "fulfilled", None), (2, "not_fulfilled", None)],
        ),
        ("Löfte 1–2: Uppfyllda", [(1, "fulfilled", None), (2, "fulfilled", None)]),
        ("Löfte 1 och 2: Pågår", [(1, "ongoing", None), (2, "ongoing", None)]),
        ("Löfte 2 är uppfyllt.", [(2, "fulfilled", None)]),
        ("Löfte 1: Uppfyllt. En kontroll hölls inte.", [(1, "fulfilled", None)]),
        (
            LABELS,
            [(1, "fulfilled", None), (2, "not_fulfilled", None)],
        ),
        # prose names a promise by its words
        (
            "Löftet att starta föräldravandringar i centrum är inte uppfyllt.",
            [(2, "not_fulfilled", None)],
        ),
    ],
)
def test_a_result_is_what_the_page_says_it_is(page, wanted):
    """
    Of the promise it is said of, and no better or worse.
    """
    told = [("kiruna-2021", *each) for each in wanted]

    assert outcomes(HEAD + page, made()) == (told, [])


def test_each_of_several_numbers_is_accounted_for():
    """
    One that has a status does not hide another that has none.
    """
    told, problems = outcomes(f"{HEAD}Löfte 1: Uppfyllt. Löfte 2: se nedan", made())

    assert told == [("kiruna-2021", 1, "fulfilled", None)]
    assert problems == ["result-without-status"]


def test_several_numbers_without_a_status_are_a_problem():
    """
    "Löfte 1 och 2: se nedan" is no result of either.
    """
    page = "Löfte 1 och 2: se nedan"

    assert outcomes(HEAD + page, made()) == ([], ["result-without-status"] * 2)


@pytest.mark.parametrize(
    ("page", "problems"),
    [
        ("• Besökare på torget: 400 personer", ["no-result-found"]),
        ("• Besökare på torget\nStatus: Väntar", ["result-of-unknown-promise"]),
        ("Löfte 1: 4 av 30 kontroller", ["result-without-status"]),
    ],
)
def test_a_number_says_something_of_what_was_promised(page, problems):
    """
    Of anything else it is no result, and the number of a promise is no target.
    """
    assert outcomes(HEAD + page, made()) == ([], problems)


@pytest.mark.parametrize(
    ("told", "status"), [("Hölls inte", "not_fulfilled"), ("Nästan klart", "partly")]
)
def test_a_result_is_not_its_contrary(told, status):
    """
    What was not done was not done, wherever the page says no.
    """
    page = f"{HEAD}• Trafikkontroller: {told}"

    assert outcomes(page, made()) == ([("kiruna-2021", 1, status, None)], [])


def test_a_promise_is_not_judged_before_it_holds():
    """
    What is told of it then must be told of something else.
    """
    page = f"{HEAD}• Trafikkontroller: 38. Uppfyllt".replace("2022-", "2020-")

    assert outcomes(page, made()) == ([], ["result-too-early"])


BOTH = (
    MADE.format(year=2022, place="Kiruna")
    + "\n\nPublicerad 2022-06-20\n\n{heading}\n\n• Trafikkontroller: 38. Klart"
)


def test_a_page_may_tell_of_its_own_promises():
    """
    A heading that says how it goes speaks of the promises above it.
    """
    page = BOTH.format(heading="Uppföljning hittills")

    assert outcomes(page) == ([("kiruna-2022", 1, "fulfilled", 38)], [])


@pytest.mark.parametrize("heading", ["Så gick det 2021", "Uppföljning av förra löftet"])
def test_what_is_told_of_an_earlier_promise_is_not_of_the_new_one(heading):
    """
    A new agreement on the page may promise the same again.
    """
    page = BOTH.format(heading=heading)

    assert outcomes(page) == ([], ["result-of-unknown-promise"])
    assert outcomes(page, made())[0] == [("kiruna-2021", 1, "fulfilled", 38)]


PLAN = "Medborgarlöfte 2022 för Tierps kommun\n\n"


@pytest.mark.parametrize(
    "deadlines",
    [
        ("Klart: löpande", "Klart: maj"),
        ("Klart senast: 2022-05-01", "Klart: den 3 maj 2022"),
        ("Klart: hösten 2022", "Klart: vecka 12"),
        ("Klart: 1/6", "Klart: tills vidare"),
    ],
)
def test_by_when_a_promise_is_to_be_done_is_no_result(deadlines):
    """
    An agreement with a plan is an agreement, and its promises are kept.
    """
    first, second = deadlines
    reading = read_text(
        f"{PLAN}Vi lovar\n\n• Fotpatrull på torget\nAnsvarig: Polisen\n{first}\n\n"
        f"• Trygghetsvandring\nAnsvarig: Kommunen\n{second}"
    )

    assert len(reading.agreements[0].promises) == 2
    assert (reading.outcomes, reading.problems) == ((), ())


@pytest.mark.parametrize(
    "page",
    [
        (
            "Vi lovar\n\n• Fotpatrull på torget\nAnsvarig: Polisen\nStatus: Pågår\n\n"
            "• Trygghetsvandring\nAnsvarig: Kommunen\nStatus: Pågår"
        ),
        (
            "1. Polisen ska fotpatrullera på torget. Status: Pågår.\n"
            "2. Kommunen ska hålla trygghetsvandringar. Status: Pågår."
        ),
    ],
)
def test_an_agreement_that_tells_how_it_goes_keeps_its_promises(page):
    """
    Its results are outcomes of them.
    """
    reading = read_text(PLAN + page, retrieved_on=date(2022, 9, 1))

    assert len(reading.agreements[0].promises) == 2
    assert [(each.promise, each.status.value) for each in reading.outcomes] == [
        (1, "ongoing"),
        (2, "ongoing"),
    ]


def test_what_tells_no_status_hides_no_result_beside_promises():
    """
    A section on follow-up may list what comes; the promises have theirs above.
    """
    page = (
        f"{PLAN}Vi lovar\n\n• Fotpatrull på torget\nStatus: Pågår\n\n"
        "• Trygghetsvandring\nStatus: Pågår\n\n"
        "Uppföljning av löftet\n\n• Rapporten: i höst\n• Enkäten: i maj"
    )
    reading = read_text(page, retrieved_on=date(2022, 9, 1))

    assert [(each.promise, each.status.value) for each in reading.outcomes] == [
        (1, "ongoing"),
        (2, "ongoing"),
    ]


def test_plans_beside_promises_are_no_results():
    """
    What says by when something is to be ready makes no follow-up of an agreement.
    """
    reading = read_text(
        f"{PLAN}Vi lovar\n\n• Fotpatrull på torget: ska vara klart i maj\n"
        "• Trygghetsvandring: blir klart i höst"
    )

    assert len(reading.agreements[0].promises) == 2
    assert (reading.outcomes, reading.problems) == ((), ())


def test_a_page_without_an_agreements_title_that_tells_results_follows_up():
    """
    What it lists are results, and no promises.
    """
    reading = read_text(
        "Tierps kommun\n\nPolisens åtaganden\n\n"
        "• Fotpatruller, mål 100: 118 pass. Klart\n• Kontroller, mål 10: 3. Pågår"
    )

    assert reading.agreements == ()
