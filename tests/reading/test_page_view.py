"""How a reading is shown: shortly, and as its page with the cited words marked."""

from __future__ import annotations

from datetime import date

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.shown import Shown, as_shown, hostile

from medborgarloften import examples
from medborgarloften.errors import Problem
from medborgarloften.model import (
    Agreement,
    Area,
    Citation,
    Outcome,
    Party,
    PartyKind,
    Source,
    Status,
)
from medborgarloften.reading import PageKind, Reading, read_text

PAGE = """\
Medborgarlöfte 2021 för Åsele kommun

• Polisen lovar att göra minst fyra kontroller av narkotika.
"""
DAY = date(2021, 1, 1)
POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")


def agreement(*citations):
    """Make an agreement that cites these words."""
    return Agreement(
        id="asele-2021",
        title="x",
        area=Area(),
        parties=(POLICE,),
        sources=(Source(title="x"),),
        citations=citations,
    )


@st.composite
def pages(draw):
    """Make a page and citations of it, which may overlap, nest and repeat."""
    letters = st.characters(codec="utf-8", exclude_categories=["Cn", "Co"])
    parts = st.lists(hostile | st.text(letters, max_size=8), max_size=6)
    text = draw(st.sampled_from(["", "\n", "\r\n", " "])).join(draw(parts))
    places = st.tuples(*[st.integers(0, len(text))] * 2).map(sorted)
    citations = [
        Citation(path=path, start=start, end=end, quote=text[start:end])
        for path, (start, end) in zip("abcdef", draw(st.lists(places)), strict=False)
        if text[start:end].strip()
    ]
    return text, citations


def lines(shown):
    """List the cells of the lines of the page."""
    (*_, head), *rows = shown.cells
    assert head == [("Read as", None)]
    return rows


@given(pages())
def test_every_character_of_the_page_is_shown_once(page):
    """
    However citations overlap, the cells are the page, line by line, and a character
    is marked with all the fields that were read from it and no other.
    """
    text, citations = page
    reading = Reading(
        page=PageKind.OTHER, text=text, agreements=(agreement(*citations),)
    )
    rows = lines(Shown(reading._repr_html_()))

    by_line = ["".join(words for words, _ in row[1]) for row in rows]
    assert by_line == [as_shown(line) for line in text.splitlines(keepends=True)]
    titles = [title for row in rows for words, title in row[1] for _ in words]
    assert titles == [
        ", ".join(
            f"agreements[0].{each.path}"
            for each in sorted(citations, key=lambda each: each.start)
            if each.start <= place < each.end
        )
        or None
        for place in range(len(text))
    ]


@given(hostile, hostile)
def test_hostile_pages_are_shown_as_texts(text, words):
    """
    What a page says, and what is said of it, does nothing.
    """
    problem = Problem(code="x", message=words, message_sv="x")
    outcome = Outcome(agreement=words, promise=1, on=DAY, status=Status.NO_EVIDENCE)
    reading = Reading(
        page=PageKind.OTHER,
        text=text,
        agreements=(attrs.evolve(agreement(), id=words),),
        outcomes=(outcome,),
        problems=(problem,),
    )
    shown = Shown(reading._repr_html_())

    assert shown.fact("Problems") == as_shown(words)
    assert shown.fact("Outcomes").startswith(as_shown(words))
    assert shown.fact("Agreements").startswith(as_shown(words))


def test_a_page_with_what_was_read_from_it():
    """
    Beside each line stand the fields that were read from it, those of a thing together.
    """
    shown = Shown(read_text(PAGE)._repr_html_().replace("<br>", "|"))

    assert shown.fact("Page") == "agreement"
    assert shown.fact("Agreements") == "asele-2021: 2021, 1 promise"
    assert shown.fact("Outcomes") == shown.fact("Problems") == "none"
    assert "Citations" not in shown.texts
    first, empty, promise = lines(shown)
    assert [first[0], empty[0], promise[0]] == [[(n, None)] for n in "123"]
    assert "".join(text for text, title in first[1] if title) == PAGE.splitlines()[0]
    assert empty[1:] == [[("\n", None)], []]
    assert first[2][0] == (
        "agreement: title, period, period wording",
        "agreements[0].title, agreements[0].period, agreements[0].period_wording",
    )
    assert promise[2] == [
        (
            "party 1: name, kind",
            "agreements[0].parties[0].name, agreements[0].parties[0].kind",
        ),
        ("|", None),
        (
            "promise 1: promisors, attribution, kind, text, quantities, themes",
            ", ".join(
                f"agreements[0].promises[0].{field}"
                for field in (
                    "promisors[0]",
                    "attribution",
                    "kind",
                    "text",
                    "quantities[0]",
                    "themes[0]",
                )
            ),
        ),
    ]


def test_fields_of_several_agreements_are_told_apart():
    """
    What is one of several is counted from 1, and a field is named once.
    """
    paths = [
        "title",
        "period_wording",
        "promises[11].places[0]",
        "promises[11].places[1]",
        "signatories[0].name",
    ]
    cited = agreement(
        *(Citation(path=path, start=0, end=5, quote="Medbo") for path in paths)
    )
    reading = Reading(page=PageKind.OTHER, text=PAGE, agreements=(agreement(), cited))

    (first, *_) = lines(Shown(reading._repr_html_()))
    assert [words for words, _ in first[2]] == [
        "agreement 2: title, period wording",
        "agreement 2, promise 12: places",
        "agreement 2, signatory 1: name",
    ]


def test_problems_and_outcomes_are_listed():
    """
    A problem tells its line and its words, an outcome what became of which promise.
    """
    readings = examples.readings()
    faulty = Shown(readings["laxa-2022.txt"]._repr_html_())
    told = Shown(readings["katrineholm-2020-uppfoljning.txt"]._repr_html_())

    (problem,) = readings["laxa-2022.txt"].problems
    assert faulty.fact("Problems") == str(problem)
    assert str(problem).startswith("line 7: ")
    assert told.fact("Page") == "follow up"
    assert told.fact("Agreements") == "none"
    assert Shown(readings["strangnas-2022.txt"]._repr_html_()).fact("Agreements") == (
        "strangnas-2022-2023: 2022 – 2023, 5 promises, an excerpt"
    )
    assert "katrineholm-2020, promise 1: fulfilled on 25 January 2021, 14 counted" in (
        told.texts
    )
    assert any(text.endswith("not fulfilled on 25 January 2021") for text in told.texts)


def test_citations_of_other_words_are_counted():
    """
    What does not stand in the text that is shown is not marked in it.
    """
    elsewhere = Citation(path="title", start=90, end=95, quote="Åsele")
    other_words = Citation(path="title", start=0, end=5, quote="Åsele")
    reading = Reading(
        page=PageKind.OTHER, text=PAGE, agreements=(agreement(elsewhere, other_words),)
    )
    shown = Shown(reading._repr_html_())

    assert shown.fact("Citations") == "2 not in this text, and not marked"
    assert shown.titles == []


def test_a_long_page_is_cut():
    """
    The first thousand lines are shown, and the first hundred problems.
    """
    problem = Problem(code="x", message="odd", message_sv="x")
    reading = Reading(
        page=PageKind.OTHER, text="rad\n" * 1001, problems=(problem,) * 1300
    )
    shown = Shown(reading._repr_html_())

    assert len(lines(shown)) == 1000
    assert shown.texts[-1] == "… and 1 more line."
    longer = Shown(attrs.evolve(reading, text="rad\n" * 2200)._repr_html_())
    assert longer.texts[-1] == "… and 1,200 more lines."
    assert shown.texts.count("odd") == 100
    assert "… and 1,200 more" in shown.texts
    whole = Shown(
        attrs.evolve(
            reading, text="rad\n" * 1000, problems=(problem,) * 101
        )._repr_html_()
    )
    assert "line" not in whole.texts[-1]
    assert whole.texts.count("odd") == 101


def test_a_page_of_endless_lines_is_cut():
    """
    What is shown is bounded however few the lines are.
    """
    reading = Reading(page=PageKind.OTHER, text=("x" * 99_999 + "\n") * 2 + "y\n")

    shown = Shown(reading._repr_html_())

    assert len(lines(shown)) == 2
    assert shown.texts[-1] == "… and 1 more line."


def test_a_page_of_nothing_has_no_lines():
    """
    An empty page is shown as that.
    """
    reading = Reading(page=PageKind.OTHER)

    assert lines(Shown(reading._repr_html_())) == []
    assert repr(reading) == "<Reading (other): 0 agreements, 0 outcomes, 0 problems>"


def test_a_reading_prints_shortly():
    """
    What sort of page it is, and how much was read from it.
    """
    assert repr(examples.readings()["laxa-2022.txt"]) == (
        "<Reading (news): 1 agreement, 0 outcomes, 1 problem>"
    )
