"""How values are shown: short, and as HTML that holds nothing but texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests.shown import Shown, as_shown, hostile

from medborgarloften._showing.markup import (
    BREAK,
    counted,
    element,
    facts,
    joined,
    link,
    shortened,
    table,
)

texts = hostile | st.text(st.characters(codec="utf-8"), max_size=20)


@given(texts, texts, texts)
def test_whatever_is_written_is_shown_as_its_words(one, two, three):
    """
    Names, facts, captions and titles come out as they went in.
    """
    marked = element("mark", two, title=three)
    shown = Shown(str(facts(one, [(two, three), (three, joined([one, marked]))])))

    assert shown.texts == [*map(as_shown, (one, two, three, three, one + two))]
    assert shown.titles == ([as_shown(three)] if three else [])


@given(texts)
def test_a_browser_reads_the_same(text):
    """
    What is read by HTML's own rules is the text, and no other element is made of it.
    """
    tree = LexborHTMLParser(str(table(text, ["x"], [[text]])))

    assert [cell.text() for cell in tree.css("caption, td")] == [as_shown(text)] * 2
    made = {node.tag for node in tree.css("body, body *")}
    assert made == {"body", "table", "caption", "strong", "thead", "tbody"} | {
        "tr",
        "th",
        "td",
    }


def test_half_a_character_is_shown_as_one_that_cannot_be():
    """
    What no file could hold does not keep a notebook from being saved.
    """
    assert str(element("p", "a\ud800b")) == "<p>a\N{REPLACEMENT CHARACTER}b</p>"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://polisen.se/löfte", '<a href="https://polisen.se/l%C3%B6fte">x</a>'),
        ("javascript:alert(1)", "x"),
        ('https://x.se/"onload="', '<a href="https://x.se/%22onload=%22">x</a>'),
    ],
)
def test_only_what_leads_somewhere_is_a_link(address, shown):
    """
    An address that could do more is left out, and the words stay.
    """
    assert str(joined([link("x", address)])) == shown


def test_cells_tell_what_they_are_and_stand_to_the_left():
    """
    The heads of rows and of columns are told apart, for those who hear a table.
    """
    left = 'style="text-align: left; vertical-align: top"'
    of_facts, of_rows = str(facts("c", [("a", "b")])), str(table("c", "a", ["b"]))

    assert f'<tr><th scope="row" {left}>a</th><td {left}>b</td></tr>' in of_facts
    assert f'<thead><tr><th scope="col" {left}>a</th></tr></thead>' in of_rows
    assert f"<tbody><tr><td {left}>b</td></tr></tbody>" in of_rows


def test_parts_are_put_together_with_something_between():
    """
    A text between them is a text too, and a break is none.
    """
    assert str(joined(["a", "b"], " & ")) == "a &amp; b"
    assert str(joined(["a", "b"], BREAK)) == "a<br>b"


def test_short_texts_stay_whole():
    """
    A text is cut where it is longer than what may be shown, and says so.
    """
    assert shortened("å" * 60) == "å" * 60
    assert shortened("å" * 61) == "å" * 60 + "…"
    assert shortened("abc", 2) == "ab…"


def test_one_of_something_is_not_several():
    """
    Words that have a plural of their own are given it.
    """
    assert counted(1, "person", "people") == "1 person"
    assert counted(2, "person", "people") == "2 people"
    assert counted(0, "outcome") == "0 outcomes"
    assert counted(12345, "promise") == "12,345 promises"


@pytest.mark.parametrize("markup", ["<!-- x -->", "<!DOCTYPE x>", "<?x?>", "<![x]>"])
def test_what_is_no_element_and_no_text_is_seen(markup):
    """
    The reader of these tests lets nothing through that could be something else.
    """
    with pytest.raises(AssertionError):
        Shown(markup)
