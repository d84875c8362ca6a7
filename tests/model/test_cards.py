"""How an agreement and a promise are shown at a prompt and in a notebook."""

from __future__ import annotations

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.shown import Shown, as_shown, hostile

from medborgarloften import (
    Agreement,
    Amendment,
    Area,
    Attribution,
    Basis,
    Citation,
    Contact,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Review,
    Signatory,
    Source,
    SourceKind,
    Theme,
    ValidityPeriod,
)
from medborgarloften.testing import agreements, promises

p = ValidityPeriod.parse

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
HABO = Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo kommun", code="0643")
SCHOOL = Party(id="skola", kind=PartyKind.SCHOOL, name="skolan")
WALKS = Promise(
    number=1,
    text="Ordna minst två trygghetsvandringar om året i Habo centrum, med skolan.",
    promisors=("police", "habo"),
    attribution=Attribution.CONTEXT,
    partners=("skola",),
    themes=(Theme.SAFETY_WALKS, Theme.SCHOOL),
    quantities=(Quantity(2, None, "trygghetsvandring", Per.YEAR),),
)
SPRING = Promise(
    number=2,
    text="Lysa upp.",
    kind=PromiseKind.GOAL,
    promisors=("habo",),
    period=p("2019-VT"),
    hedged=True,
)
AGREEMENT = Agreement(
    id="habo-2019-2020",
    title="Medborgarlöfte för Habo",
    area=Area(municipalities=("0643", "0642"), district="centrum"),
    parties=(POLICE, HABO),
    others=(SCHOOL,),
    period=p("2019/2020"),
    period_wording="åren 2019 och 2020",
    promises=(WALKS, SPRING),
    signatories=(Signatory(name="Maria Ek", role="kommunalråd"),),
    contacts=(Contact(name="Ivan Berg"), Contact(name="Åsa Lind")),
    signed_on=date(2019, 1, 30),
    basis=(Basis.CITIZEN_DIALOGUE, Basis.CRIME_STATISTICS),
    reviews=(
        Review(
            purpose="avstämning",
            times=2,
            per=Per.YEAR,
            wording="två gånger om året",
        ),
        Review(purpose="revidering"),
    ),
    amendments=(Amendment(last_day=date(2021, 6, 30)),),
    ordinal=3,
    excerpt=True,
    sources=(
        Source(
            url="https://habo.example/löfte",
            title="Löftet",
            publisher="Habo kommun",
            published_on=date(2019, 2, 1),
        ),
        Source(kind=SourceKind.DOCUMENT, url="file:///c:/löfte.pdf"),
        Source(retrieved_on=date(2019, 2, 2), sha256="0" * 64),
    ),
    citations=(Citation(path="title", start=0, end=4, quote="Habo"),),
)


# ---------------------------------------------------------------- at a prompt


def test_a_municipality_is_named_after_itself():
    """
    Others may have its kommunkod too, as its schools do.
    """
    school = attrs.evolve(SCHOOL, code="0643")
    again = attrs.evolve(HABO, id="again", name="Kommunen")
    agreement = attrs.evolve(AGREEMENT, others=(school, again))

    shown = agreement._repr_html_()

    assert "0643 (Habo kommun)" in shown
    assert "0643 (skolan)" not in shown


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        (
            {},
            "<Agreement 'habo-2019-2020': 2019/2021-06-30, 2 promises, an excerpt>",
        ),
        (
            {"excerpt": False, "promises": (), "amendments": (), "id": "a\n"},
            r"<Agreement 'a\n': 2019/2020, 0 promises>",
        ),
        (
            {
                "excerpt": False,
                "promises": (WALKS,),
                "amendments": (),
                "period": ValidityPeriod(),
                "signed_on": None,
            },
            "<Agreement 'habo-2019-2020': undated, 1 promise>",
        ),
    ],
)
def test_an_agreement_prints_shortly(changes, printed):
    """
    Which it is, when it is in force, and how much it holds.
    """
    assert repr(attrs.evolve(AGREEMENT, **changes)) == printed


def test_a_promise_prints_shortly():
    """
    Its number, who makes it, and how it begins.
    """
    begins = "Ordna minst två trygghetsvandringar om året i Habo centrum, …"

    assert repr(WALKS) == f"<Promise 1 by 'police', 'habo': {begins!r}>"
    assert repr(SPRING) == "<Promise 2 by 'habo': 'Lysa upp.'>"


@given(agreements(), promises())
def test_what_is_printed_stays_on_one_line(agreement, promise):
    """
    Whatever texts there are, none breaks the line or steers the terminal.
    """
    for printed in (repr(agreement), repr(promise)):
        assert printed.isprintable()


# ---------------------------------------------------------------- in a notebook


def test_the_card_of_an_agreement():
    """
    It tells each thing that was said, by the names that the model has for them.
    """
    shown = Shown(AGREEMENT._repr_html_())

    assert shown.texts[0] == "Medborgarlöfte för Habo"
    told = [
        ("Id", "habo-2019-2020"),
        ("Kind", "citizens' promise"),
        ("Municipalities", "0643 (Habo kommun); 0642"),
        ("District", "centrum"),
        ("Parties", "Polisen (police); Habo kommun (municipality)"),
        ("Others", "skolan (school)"),
        ("Period", "2019 – 2020 “åren 2019 och 2020”"),
        ("In force", "2019 – 30 June 2021"),
        ("Signatories", "1 person, not named here"),
        ("Signed on", "30 January 2019"),
        ("Basis", "dialogue with residents; crime statistics"),
        (
            "Reviews",
            (
                "avstämning: 2 times per year “två gånger om året”; "
                "revidering: once in the period"
            ),
        ),
        ("Amendments", "last day 30 June 2021"),
        ("Ordinal", "3"),
        ("Contacts", "2 people, not named here"),
        (
            "Sources",
            (
                "web page, Löftet, Habo kommun, published on 1 February 2019; "
                "document, file:///c:/löfte.pdf; "
                "web page, untitled, retrieved on 2 February 2019"
            ),
        ),
        ("Citations", "1"),
    ]
    names = [name for name, _ in told]
    names.insert(names.index("Signatories"), "Promises")
    assert [row[0][0][0] for row in shown.cells] == names
    for name, fact in told:
        assert shown.fact(name) == fact
    assert shown.addresses == ["https://habo.example/l%C3%B6fte"]


def test_the_promises_on_the_card():
    """
    Each stands with who makes it, with whom, about what, how often and when; and what
    is told by the context alone, or is an excerpt, says so.
    """
    shown = Shown(AGREEMENT._repr_html_())

    place = shown.texts.index("Promises")
    assert shown.texts[place + 1].startswith("2 (an excerpt: not all are here)")
    assert shown.texts[place + 2 : place + 4] == [
        (
            "Ordna minst två trygghetsvandringar om året i Habo centrum, med skolan."
            "Polisen; Habo kommun (by the context) – with skolan – "
            "Safety walks; School as an arena – trygghetsvandring: at least 2 per year"
        ),
        "Lysa upp.Habo kommun – spring term 2019",
    ]


def test_a_promise_outside_its_agreement_says_so():
    """
    Where the source contradicts itself, no day is named.
    """
    promise = attrs.evolve(SPRING, number=1, period=p("2030"))
    agreement = attrs.evolve(AGREEMENT, promises=(promise,), excerpt=False)

    shown = Shown(agreement._repr_html_())
    assert shown.texts[shown.texts.index("Promises") + 1].startswith("1Lysa upp.")
    assert "Habo kommun – no day: the times" in shown.fact("Promises")


def test_an_agreement_that_says_little():
    """
    What it does not say has no row, but for where, when and what.
    """
    agreement = Agreement(id="x", title="x", area=Area(), parties=(POLICE,))
    shown = Shown(agreement._repr_html_())

    assert [row[0][0][0] for row in shown.cells] == [
        "Id",
        "Kind",
        "Municipalities",
        "Parties",
        "Period",
        "Promises",
    ]
    assert shown.fact("Municipalities") == shown.fact("Period") == "not stated"
    assert shown.fact("Promises") == "0"


@pytest.mark.parametrize(
    ("count", "shown_of_them", "end"),
    [(101, 101, "Lysa upp.Habo kommun – spring term 2019"), (102, 100, "… and 2 more")],
)
def test_a_long_list_of_promises_is_cut(count, shown_of_them, end):
    """
    A card stays a card, and tells how many more there are, unless it is one.
    """
    agreement = AGREEMENT.with_promises(*[SPRING] * count)
    shown = Shown(agreement._repr_html_())

    assert sum(text.startswith("Lysa upp.") for text in shown.texts) == shown_of_them
    assert shown.fact("Promises").endswith(end)


def test_a_promise_has_a_card():
    """
    It tells what the promise itself knows, which of its parties is the id alone.
    """
    shown = Shown(WALKS._repr_html_())

    assert shown.texts[0] == "Promise 1"
    assert [
        ("".join(t for t, _ in a), "".join(t for t, _ in b)) for a, b in shown.cells
    ] == [
        ("Number", "1"),
        ("Text", WALKS.text),
        ("Kind", "activity"),
        ("Promisors, by id", "police; habo"),
        ("Attribution", "by the context"),
        ("Partners, by id", "skola"),
        ("Themes", "Safety walks; School as an arena"),
        ("Quantities", "trygghetsvandring: at least 2 per year"),
    ]
    spring = Shown(SPRING._repr_html_())
    assert (spring.fact("Hedged"), spring.fact("Period")) == (
        "yes",
        "spring term 2019",
    )


@pytest.mark.parametrize(
    ("period", "stated", "in_force"),
    [
        ("/", "not stated", "from 30 January 2019"),
        ("/2021-06", "through June 2021", "30 January 2019 – June 2021"),
        ("/..", "until further notice", "from 30 January 2019, until further notice"),
    ],
)
def test_what_is_stated_stands_apart_from_what_is_known(period, stated, in_force):
    """
    A day on which it is known to have existed is no first day that anybody stated.
    """
    agreement = attrs.evolve(AGREEMENT, amendments=()).with_period(p(period))
    shown = Shown(agreement._repr_html_())

    assert (shown.fact("Period"), shown.fact("In force")) == (stated, in_force)


@given(agreements(), st.lists(hostile, min_size=6, max_size=6))
def test_hostile_texts_are_shown_as_texts(agreement, texts):
    """
    Whatever an agreement says, its card says the same and does nothing.
    """
    one, two, three, four, five, six = texts
    agreement = attrs.evolve(
        agreement,
        id=one,
        title=two,
        area=Area(district=three),
        parties=(attrs.evolve(agreement.parties[0], name=four), *agreement.parties[1:]),
        notes=five,
        sources=(Source(url=six, title=one, publisher=two), *agreement.sources),
    )
    shown = Shown(agreement._repr_html_())

    everything = "\n".join(shown.texts)
    assert [as_shown(text) in everything for text in texts[:5]] == [True] * 5
    for promise in agreement.promises:
        assert as_shown(promise.text) in everything
    for party in agreement.others:
        assert as_shown(party.name) in everything


@given(promises(), hostile)
def test_a_hostile_promise_is_shown_as_text(promise, text):
    """
    Its words, its parties and its places do nothing on its card.
    """
    promise = attrs.evolve(promise, text=text, places=(text,), promisors=(text,))
    shown = Shown(attrs.evolve(promise, partners=())._repr_html_())

    assert shown.fact("Text") == shown.fact("Promisors, by id") == as_shown(text)
    assert shown.fact("Places") == as_shown(text)
