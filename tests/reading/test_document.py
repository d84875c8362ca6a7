from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.reading.evidence import cite, cite_as
from medborgarloften.reading.text.document import Document, LineKind
from medborgarloften.reading.text.sentences import (
    last_sentence,
    sentence_around,
    sentences,
)


def kinds_and_texts(page):
    """What the lines of a page are, and their words."""
    return [(line.kind.value, line.text) for line in Document.of(page).lines]


def texts(page):
    """The words of a page's lines."""
    return [line.text for line in Document.of(page).lines]


ROW_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

# Text that comes apart in every way that pages do.
pieces = st.sampled_from(
    [
        *("\n", "\r\n", "\u2028", "\t", " ", "\u00a0", "\u00ad", "\u200b", "\n\n"),
        *("• ", "– ", "− ", "1. ", "a) ", "---\n", ", ", ". ", ":", "-", '"'),
        *("Polisen", "lovar", "att", "synas", "Syfte:", "Ansvarig: ", "säger", "o "),
    ]
)
pages = st.lists(pieces | st.text(max_size=5), max_size=40).map("".join)


@given(pages)
def test_lines_stand_apart_and_in_order(page):
    """
    No line of a page begins before the one above it has ended.
    """
    spans = [line.span() for line in Document.of(page).lines]

    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(pages)
def test_a_span_quotes_what_stands_at_its_place(page):
    """
    The quote of a line is the page's own words, and is on the line it says.
    """
    for line in Document.of(page).lines:
        span = line.span()
        assert page[span.start : span.end] == span.quote
        assert span.line == 1 + len(ROW_END.findall(page, 0, span.start))


@given(pages, st.data())
def test_a_part_of_a_line_can_be_found_in_the_page(page, data):
    """
    Any word of a line's text can be cited from the page, however it was wrapped.
    """
    for line in Document.of(page).lines:
        start = data.draw(st.integers(0, len(line.text) - 1))
        span = line.span(start, start + 1)
        assert page[span.start : span.end] == span.quote
        assert span.quote == line.text[start] or line.text[start] == " "


@given(pages)
def test_joined_lines_can_still_be_found_in_the_page(page):
    """
    Any word of lines put after one another is cited from where it stands.
    """
    first, *others = Document.of(f"Trafik\n\n{page}").lines
    joined = first.joined(others)

    assert joined.text.split(" ") == [
        word for line in (first, *others) for word in line.text.split(" ")
    ]
    for number, line in enumerate(others):
        at = len(first.joined(others[:number]).text) + 1
        assert joined.span(at, at + 1) == line.span(0, 1)


@given(pages)
def test_the_words_of_a_line_have_single_spaces(page):
    """
    However odd a page's spaces are, a line's words stand one space apart.
    """
    for line in Document.of(page).lines:
        assert line.text == " ".join(line.text.split())


@pytest.mark.parametrize("bullet", "•·●▪◦○‣∙■□►➢✓*\uf0b7-–—−o")
def test_every_bullet_is_one(bullet):
    """
    A page's bullets are whatever its editor made of them, and go.
    """
    assert kinds_and_texts(f"{bullet} Polisen lovar att synas.") == [
        ("bullet", "Polisen lovar att synas.")
    ]


@pytest.mark.parametrize("number", ["1.", "12.", "3)", "b)"])
def test_numbers_are_told_from_bullets(number):
    """
    A numbered list is often one of problems, so its items are told apart.
    """
    assert kinds_and_texts(f"{number} Trafik") == [("numbered", "Trafik")]


def test_nested_bullets_keep_how_far_in_they_stand():
    """
    An item's indent tells what it stands under.
    """
    page = "• Trafik\n    • Fler kontroller\n\t\t• Vid skolor"

    assert [line.indent for line in Document.of(page).lines] == [0, 4, 8]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        # a wrap goes on further in than its bullet, or with a small letter
        ("• Polisen lovar\n  Att synas", ["Polisen lovar Att synas"]),
        ("• Polisen lovar\natt synas", ["Polisen lovar att synas"]),
        ("• Polisen lovar\nSynas", ["Polisen lovar", "Synas"]),
        # a full stop or an empty line ends what is above
        ("• Polisen syns.\n  Den är här", ["Polisen syns.", "Den är här"]),
        ("Polisen lovar\n\natt synas", ["Polisen lovar", "att synas"]),
        # a comma, a dash or a small word asks for more
        ("• Polisen lovar att\nSynas", ["Polisen lovar att Synas"]),
        ("Löftet gäller från 1 april\n2019", ["Löftet gäller från 1 april 2019"]),
        ("Vi lovar,\nLaxå kommun", ["Vi lovar, Laxå kommun"]),
        ("Löftet gäller 2019 –\n2020", ["Löftet gäller 2019 – 2020"]),
        # a bullet, a line of dashes, or a menu never goes on
        ("• Ett löfte,\n• ett till", ["Ett löfte,", "ett till"]),
        ("Vi lovar,\n---", ["Vi lovar,", "---"]),
        ("Vi lovar,\nSök", ["Vi lovar,", "Sök"]),
        ("Foto: Bo Ek\nvi lovar", ["Foto: Bo Ek", "vi lovar"]),
    ],
)
def test_wraps_are_joined_where_the_sentence_goes_on(page, wanted):
    """
    A hard line wrap is no end of a sentence; a bullet or an empty line is.
    """
    assert texts(page) == wanted


def test_a_row_as_wide_as_the_page_goes_on_in_the_next():
    """
    A full row without a full stop goes on, also with a number, and a heading does not.
    """
    full = "De aktiviteter som polisen och kommunen lovar under den perioden"

    assert texts(f"{full}\n1 juni 2019- juni 2020") == [
        f"{full} 1 juni 2019- juni 2020"
    ]
    assert len(texts("Vår lägesbild\n1 juni 2019")) == 2


def test_a_page_that_is_set_narrowly_tells_how_wide_its_rows_are():
    """
    A row whose next word had no room goes on, be that word a name with a capital.
    """
    page = (
        "I kommunen har polisen under flera år mött många som\n"
        "är oroliga och därför har vi talat med föreningarna\n"
        "som finns här. Nu lovar polisen och bostadsbolaget i\n"
        "Röfors att synas mer på kvällarna, när många är ute.\n"
        "Trafikmiljön\n"
        "Vid skolorna är farten hög."
    )

    assert [text[:12] for text in texts(page)] == [
        "I kommunen h",
        "Trafikmiljön",
        "Vid skolorna",
    ]


def test_a_sentence_goes_on_past_the_end_of_a_printed_page():
    """
    A gap in the middle of a long sentence is no end, and its lines are still told.
    """
    page = (
        "vi har talat med dem som bor här, och vi lovar att varje vecka gå\n\n"
        "till fots i centrum."
    )
    (line,) = Document.of(page).lines

    assert line.text.endswith("varje vecka gå till fots i centrum.")
    assert line.span(line.text.index("till")).line == 3


def test_a_row_of_nothing_in_a_sentence_is_still_a_row():
    """
    A row with only a soft hyphen says nothing, and is counted.
    """
    (line,) = Document.of("Polisen lovar\n\xad\natt synas").lines

    assert line.span(line.text.index("att")).line == 3


def test_lines_can_be_put_after_one_another():
    """
    What was joined is cited as it stands, and so is all from one line to another.
    """
    page = "• Kontroll av\n\n- ljud\n\n- däck  och ljus"
    one, two, three = Document.of(page).lines
    joined = one.joined([two, three])

    assert joined.text == "Kontroll av ljud däck och ljus"
    assert joined.span(joined.text.index("däck")).quote == "däck  och ljus"
    assert joined.span(joined.text.index("däck")).line == 5
    assert joined.span(joined.text.index("ljud") - 1).line == 1
    assert one.joined([]) == one
    assert one.span_to(two).quote == "Kontroll av\n\n- ljud"


def test_labels_that_say_more_of_an_item_stay_with_it():
    """
    "Syfte:" and "Ansvarig:" below an item are a part of it; "Polis:" is its own.
    """
    page = "• Vandring\nSyfte: Se mer\nAnsvarig: polisen\nPolis: Går först"

    assert texts(page) == [
        "Vandring Syfte: Se mer Ansvarig: polisen",
        "Polis: Går först",
    ]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("med\u00adborgar\u00addialog", "medborgardialog"),
        ("högst\u00a03 gånger", "högst 3 gånger"),
        ("poli\u200bsen", "polisen"),
        ("brottsföre-\nbyggande arbete", "brottsförebyggande arbete"),
        # a hyphen that keeps the place of a word, and one before a name
        ("elev-\noch föräldramöten", "elev- och föräldramöten"),
        ("Medborgar-\nDialog", "Medborgar- Dialog"),
        ("våren 2019-\noch framåt", "våren 2019- och framåt"),
    ],
)
def test_broken_words_and_odd_spaces_are_put_right(page, wanted):
    """
    Soft hyphens go, hard spaces are spaces, and a word broken by a wrap is whole.
    """
    assert texts(page) == [wanted]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("– Vi gör det ihop, säger Eva Ek.", LineKind.QUOTE),
        ("– Fotpatrullera i centrum", LineKind.BULLET),
        ("”Tryggheten ökar, säger Eva Ek”", LineKind.QUOTE),
        ('"' + "Det är viktigt att vi gör det här tillsammans " * 2, LineKind.QUOTE),
        ("”Gör inga tjuvar”", LineKind.PARAGRAPH),
        ("Eva Ek och Bo Al. Foto: Karin Gran", LineKind.CAPTION),
        ("Polis: Kontroller varje vecka.", LineKind.LABEL),
        ("Det här ska vi göra", LineKind.HEADING),
        ("Hur går det?", LineKind.HEADING),
        ("2020 års löften", LineKind.HEADING),
        ("Polisen lovar att:", LineKind.HEADING),
        ("Vi har enats. Detta ska vi göra:", LineKind.PARAGRAPH),
        ("Polisen lovar att synas.", LineKind.PARAGRAPH),
        ("tillsammans med kommunen", LineKind.PARAGRAPH),
        ("Vi " + "arbetar " * 20, LineKind.PARAGRAPH),
        ("=====", LineKind.SEPARATOR),
        ("Till toppen", LineKind.NOISE),
        ("• ", LineKind.NOISE),
        ("...", LineKind.NOISE),
    ],
)
def test_what_a_row_is_can_be_told_from_it(row, kind):
    """
    Quotes, captions, labels, headings and menus each have their look.
    """
    assert [line.kind for line in Document.of(row).lines] == [kind]


def test_a_wrapped_heading_or_label_is_looked_at_whole():
    """
    What begins like a heading and goes on to a full stop is a paragraph.
    """
    page = "Polisen och kommunen har\nenats om löften."

    assert kinds_and_texts(page) == [
        ("paragraph", "Polisen och kommunen har enats om löften.")
    ]


@pytest.mark.parametrize("row_end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_rows_end_as_any_editor_ends_them(row_end):
    """
    Whichever sign ends a row, the rows are two.
    """
    assert texts(f"Trafik{row_end}• Kontroller") == ["Trafik", "Kontroller"]


def test_a_page_of_nothing_has_no_lines():
    """
    An empty page is a page.
    """
    assert texts("") == texts(" \n\t\n") == []


def test_what_is_read_from_a_part_of_a_line_is_cited_from_the_page():
    """
    A citation of words, or of what they mean, has the page's own words.
    """
    line = Document.of("Trafik\n\nFyra gånger\n   om året.").lines[1]

    assert cite(line, 0, 4).span.quote == "Fyra"
    assert cite_as(4, line, 5).value == 4
    assert cite_as(4, line, 5).span.quote == "gånger\n   om året."
    assert cite_as(4, line, 12).span.line == 4


def test_a_sentence_ends_before_a_capital():
    """
    "kl. 9" and "t.ex. brott" end no sentence.
    """
    text = "Vi ringer kl. 9. Sedan ses vi."

    assert [text[start:end] for start, end in sentences(text)] == [
        "Vi ringer kl. 9.",
        "Sedan ses vi.",
    ]
    assert text[slice(*sentence_around(text, 16))] == "Vi ringer kl. 9."
    assert text[last_sentence(text) :] == "Sedan ses vi."
