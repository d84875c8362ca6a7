from __future__ import annotations

import re
import sys
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from medborgarloften.errors import MissingExtra
from medborgarloften.reading import read_text
from medborgarloften.reading.formats import pdf
from medborgarloften.reading.formats.pdf import extract_pdf, pages
from medborgarloften.reading.formats.pdf.fonts import PdfFont
from medborgarloften.reading.formats.pdf.letters import put_right, unspaced
from medborgarloften.reading.text.document import Document

pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))

LEFT, TOP, LEADING = 72, 700, 14
PROSE = "Polisen och kommunen har kommit överens om att arbeta vidare med"


class Paper:
    """A PDF in the making."""

    def __init__(self, **options):
        self.file = BytesIO()
        self.canvas = canvas.Canvas(self.file, pageCompression=0, **options)
        self.y = TOP

    def rows(self, *rows, x=LEFT, font="Helvetica", size=11, leading=LEADING):
        """Set rows below each other; an empty one is half as high."""
        for row in rows:
            self.canvas.setFont(font, size)
            if row:
                self.canvas.drawString(x, self.y, row)
            self.y -= leading if row else leading / 2
        return self

    def at(self, x, y, text, font="Helvetica", size=11):
        """Set a text at a place."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
        return self

    def operators(self, code):
        """Write operators as they are."""
        self.canvas.setFont("Helvetica", 11)
        self.canvas._code.append(code)
        return self

    def picture(self):
        """Set a picture on the page."""
        bitmap = b"BM" + (58).to_bytes(4, "little") + bytes(4)
        bitmap += (54).to_bytes(4, "little") + (40).to_bytes(4, "little")
        bitmap += (1).to_bytes(4, "little") * 2 + (1).to_bytes(2, "little")
        bitmap += (24).to_bytes(2, "little") + bytes(24) + b"\x80\x80\x80\x00"
        self.canvas.drawImage(ImageReader(BytesIO(bitmap)), 0, 0, 595, 842)
        return self

    def page(self):
        """Turn to a new page."""
        self.canvas.showPage()
        self.y = TOP
        return self

    def done(self):
        """Give the file's bytes."""
        self.canvas.save()
        return self.file.getvalue()


def text(paper):
    """The text that a paper is read as."""
    return extract_pdf(paper.done()).text


def kinds_and_texts(data):
    """What the lines of a PDF are, and their words."""
    extract = extract_pdf(data)
    lines = Document.of(extract.text, extract.kinds).lines
    return [(line.kind.value, line.text) for line in lines]


def codes(data):
    """The codes of what could not be read."""
    return [problem.code for problem in extract_pdf(data).problems]


def agreement():
    """An agreement on two pages."""
    paper = Paper()
    for number in (1, 2):
        paper.at(LEFT, 800, "Polismyndigheten", size=9)
        paper.at(480, 800, f"{number} (2)", size=9)
        if number == 1:
            paper.rows("Medborgarlöfte 2023 för Åsele kommun", font="Helvetica-Bold")
            paper.rows("", "", PROSE, "trygghet under året.", "", "Aktiviteter")
            paper.rows("", "• Polisen lovar att genomföra minst fyra trafikkon-")
            paper.rows("troller i månaden.", x=LEFT + 8)
            paper.rows("• Kommunen lovar att tända alla lampor som finns")
            paper.page()
        else:
            paper.rows("längs vägen till skolan.", "", "", "")
    y = paper.y - 40
    paper.at(LEFT, y, "Anna Andersson").at(320, y, "Bo Bengtsson")
    paper.at(LEFT, y - LEADING, "Lokalpolisområdeschef")
    paper.at(320, y - LEADING, "Kommunstyrelsens ordförande")
    return paper.done()


AGREEMENT = agreement()


def test_a_whole_agreement_is_read():
    """
    A PDF of two pages gives the agreement that a person reads there.
    """
    extract = extract_pdf(AGREEMENT)
    reading = read_text(extract.text)

    assert extract.problems == ()
    assert extract.media_type == "application/pdf"
    [found] = reading.agreements
    assert found.id == "asele-2023"
    assert [promise.text for promise in found.promises] == [
        "Polisen lovar att genomföra minst fyra trafikkontroller i månaden.",
        "Kommunen lovar att tända alla lampor som finns längs vägen till skolan.",
    ]


def test_lines_are_what_the_reader_wants():
    """
    Wraps are joined, over the page too, headers are gone and headings are told.
    """
    assert kinds_and_texts(AGREEMENT) == [
        ("heading", "Medborgarlöfte 2023 för Åsele kommun"),
        ("paragraph", f"{PROSE} trygghet under året."),
        ("heading", "Aktiviteter"),
        (
            "bullet",
            "Polisen lovar att genomföra minst fyra trafikkontroller i månaden.",
        ),
        (
            "bullet",
            "Kommunen lovar att tända alla lampor som finns längs vägen till skolan.",
        ),
        ("heading", "Anna Andersson Bo Bengtsson"),
        ("heading", "Lokalpolisområdeschef Kommunstyrelsens ordförande"),
    ]


def test_a_signature_block_keeps_its_rows():
    """
    Names stand on one row with a run of blanks between, and so do roles.
    """
    rows = extract_pdf(AGREEMENT).text.splitlines()

    assert re.split(" {3,}", rows[-2]) == ["Anna Andersson", "Bo Bengtsson"]
    assert re.split(" {3,}", rows[-1]) == [
        "Lokalpolisområdeschef",
        "Kommunstyrelsens ordförande",
    ]


LEFT_COLUMN = [f"vänster {n} med ord som fyller spalten här" for n in range(9)]
RIGHT_COLUMN = [f"höger {n} med ord som fyller spalten" for n in range(8)]


def columns(paper, *, foot):
    """Two columns, with or without names below them."""
    paper.rows("En rubrik som står över båda spalterna och går från kant till kant")
    y = paper.y
    paper.rows(*LEFT_COLUMN)
    paper.y = y
    paper.rows(*RIGHT_COLUMN, x=320)
    if foot:
        y = paper.y - 60
        paper.at(LEFT, y, "Anna Andersson").at(320, y, "Bo Bengtsson")
        paper.at(LEFT, y - 14, "Polisen").at(320, y - 14, "Kommunen")
    return paper


def test_columns_are_read_one_after_the_other():
    """
    Where a gutter runs down the page, all of the left comes before the right.
    """
    rows = text(columns(Paper(), foot=False)).split("\n")

    assert [row.strip() for row in rows[1:]] == [*LEFT_COLUMN, *RIGHT_COLUMN]


def test_names_below_columns_are_read_side_by_side():
    """
    A few rows with both sides, a strip below the columns, are no part of them.
    """
    rows = text(columns(Paper(), foot=True)).split("\n")

    assert [re.split(" {3,}", row.strip()) for row in rows[-2:]] == [
        ["Anna Andersson", "Bo Bengtsson"],
        ["Polisen", "Kommunen"],
    ]
    assert rows[1 : 1 + len(LEFT_COLUMN)] == LEFT_COLUMN


def test_a_paragraph_over_both_columns_ends_them():
    """
    Columns above a wide row, and those below it, are read by themselves.
    """
    paper = columns(Paper(), foot=False)
    paper.y -= 40
    columns(paper, foot=False)
    rows = [row.strip() for row in text(paper).split("\n") if row.strip()]

    half = [*LEFT_COLUMN, *RIGHT_COLUMN]
    assert rows[1:18] == half
    assert rows[19:] == half


def test_a_table_is_read_row_by_row():
    """
    A column of short words on the left is that of a table.
    """
    paper = Paper()
    for number in range(8):
        y = TOP - number * LEADING
        paper.at(LEFT, y, f"År {number}").at(320, y, "Polisen lovar att vara på plats")

    assert [re.split(" {3,}", row) for row in text(paper).split("\n")] == [
        [f"År {number}", "Polisen lovar att vara på plats"] for number in range(8)
    ]


def test_low_columns_are_known_by_being_full():
    """
    Four rows are enough for columns, if they reach to the gutter as wrapped text does.
    """
    paper, last = Paper(), 3
    left = [f"vänster {n} med ord som fyller hela spalten" for n in range(last + 1)]
    for number, words in enumerate(left):
        y = TOP - number * LEADING
        paper.at(LEFT, y, words).at(300, y, RIGHT_COLUMN[number])

    assert text(paper).split("\n")[: last + 1] == left


def test_a_table_below_columns_may_have_a_side_alone():
    """
    Rows below a strip that mostly have one side belong to the columns.
    """
    paper = columns(Paper(), foot=False)
    paper.y -= 40
    paper.rows("sist till vänster", "allra sist till vänster")

    assert text(paper).split("\n")[-1].strip() == RIGHT_COLUMN[-1]


def test_columns_may_end_the_page_or_go_on():
    """
    What follows columns from side to side is read after both.
    """
    paper = columns(Paper(), foot=False)
    paper.y -= 40
    wide = "Till sist står en rad som går över båda spalterna, från kant till kant"

    assert text(paper.rows(wide)).split("\n")[-1] == wide


def test_a_heading_below_columns_belongs_to_what_follows():
    """
    A short row below both columns, and above a wide row, heads that.
    """
    paper = columns(Paper(), foot=False)
    paper.y -= 40
    wide = "Till sist står en rad som går över båda spalterna, från kant till kant"
    rows = text(paper.rows("Aktiviteter", wide)).split("\n")

    assert rows[-2:] == ["Aktiviteter", wide]


def test_a_low_block_of_full_rows_is_no_column():
    """
    Three rows are too few for columns, however full they are.
    """
    paper = Paper()
    for number in range(3):
        y = TOP - number * LEADING
        paper.at(LEFT, y, LEFT_COLUMN[number]).at(320, y, RIGHT_COLUMN[number])

    assert text(paper).split("\n")[0].startswith(LEFT_COLUMN[0] + "   ")


def test_sentences_go_on_over_the_columns_break():
    """
    The words at the foot of a column go on at the head of the next.
    """
    rows = text(columns(Paper(), foot=False))

    assert f"{LEFT_COLUMN[-1]}\n{RIGHT_COLUMN[0]}" in rows


def test_headers_and_footers_are_dropped():
    """
    What recurs at one height in the margins goes, with its number; text stays.
    """
    paper = Paper()
    for number in (1, 2, 3):
        paper.at(LEFT, 800, "Medborgarlöfte Åsele")
        paper.at(300, 30, f"Sida {number}")
        paper.rows(f"Stycke {number}.", "Samma ord på varje sida.").page()

    assert text(paper).replace("\n\f", "\f").split("\f") == [
        f"Stycke {number}.\nSamma ord på varje sida." for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("words", "is_kept"),
    [
        ("1 (3)", False),
        ("Sida 1 av 3", False),
        ("Sida 1", False),
        ("- 1 -", False),
        ("1/3", False),
        ("2023", True),  # one page cannot tell that this is no year
        ("Polisen 2023", True),
    ],
)
def test_a_lone_page_number_is_known_by_its_form(words, is_kept):
    """
    On a page by itself only what says that it numbers pages is dropped.
    """
    assert (words in text(Paper().rows("Text.").at(300, 30, words))) is is_kept


def test_what_recurs_in_the_text_stays():
    """
    The same words at the same height, but not in the margin, are text.
    """
    paper = Paper().rows("Polisen lovar.").page().rows("Polisen lovar.")

    assert text(paper) == "Polisen lovar.\n\fPolisen lovar."


def test_what_recurs_at_another_height_stays():
    """
    A word that is a header on most pages is text where it stands lower.
    """
    paper = Paper()
    for height in (800, 800, 770):
        paper.at(LEFT, height, "Åsele").rows("Text.").page()

    assert text(paper) == "Text.\n\fText.\n\fÅsele\n\nText."


def test_a_bullet_of_a_symbol_font_is_a_bullet():
    """
    Whatever letter stands for it, a sign before the words is a bullet.
    """
    paper = Paper()
    for words in ("Polisen lovar att synas.", "Kommunen lovar att lysa."):
        paper.at(LEFT, paper.y, "n", font="ZapfDingbats").rows(words, x=90)
    data = paper.done().replace(b"/BaseFont /ZapfDingbats", b"/BaseFont /Wingdings   ")

    assert extract_pdf(data).text == (
        "• Polisen lovar att synas.\n• Kommunen lovar att lysa."
    )


@pytest.mark.parametrize("letter", ["o", "§"])
def test_a_letter_before_a_tab_is_a_bullet(letter):
    """
    A letter by itself, a tab from the words, stands for a bullet.
    """
    paper = Paper().at(LEFT, TOP, letter, font="Courier").at(90, TOP, "synas mer")

    assert text(paper) == "• synas mer"


def test_a_sign_within_a_row_is_no_bullet():
    """
    A sign of a symbol font after the first words stays what it is.
    """
    paper = Paper().at(LEFT, TOP, "från").at(100, TOP, "\u03b1", font="Symbol")

    assert text(paper) == "från α"


@pytest.mark.parametrize("code", [b"\x7f", b"\x95", b"\x81"])
def test_codes_that_stand_for_bullets_are_bullets(code):
    """
    The codes that an encoding leaves open are shown as bullets.
    """
    octal = rf"\{code[0]:o}".encode().decode()
    paper = Paper().operators(f"BT /F1 11 Tf 72 700 Td ({octal} Polisen) Tj ET")

    assert text(paper) == "• Polisen"


def test_a_bold_bullet_is_no_heading():
    """
    A bullet, a number or a label that is bold stays what it is.
    """
    paper = Paper().rows("Aktiviteter", font="Helvetica-Bold").rows(PROSE, PROSE)
    rows = ["• Polisen lovar att synas", "1. Polisen lovar", "Syfte: Trygghet"]
    paper.rows(*rows, font="Helvetica-Bold").rows(PROSE)

    assert list(extract_pdf(paper.done()).kinds) == [1]


def test_headings_are_larger_or_bolder():
    """
    A large row and a bold one are headings; a bold sentence is not.
    """
    paper = Paper().rows("ett löfte till dig", size=20).rows("", PROSE, PROSE, "")
    paper.rows("Bakgrund", font="Helvetica-Bold").rows(PROSE)
    paper.rows("Detta är viktigt.", font="Helvetica-Bold").rows(PROSE)
    paper.rows("och så vidare", font="Helvetica-Bold").rows(PROSE)
    data = paper.done()
    told = extract_pdf(data)
    rows = told.text.split("\n")

    assert [rows[number - 1] for number in told.kinds] == [
        "ett löfte till dig",
        "Bakgrund",
    ]


def test_a_wrapped_heading_is_one_row():
    """
    A heading goes on where its row was full, or where a word was broken.
    """
    paper = Paper().rows("Medborgarlöfte mellan polisen och Åsele", size=22, leading=26)
    paper.rows("Kommun 2023", size=22, leading=26).rows("", "", PROSE, PROSE, "", "")
    paper.rows("Kommunens trygg-", "hetsarbete", "Andra ord", font="Helvetica-Bold")
    paper.rows("", "", "Polis-", "och kommunarbete", font="Helvetica-Bold")
    paper.rows(PROSE)

    told = extract_pdf(paper.done())
    rows = told.text.split("\n")
    assert [rows[number - 1] for number in told.kinds] == [
        "Medborgarlöfte mellan polisen och Åsele Kommun 2023",
        "Kommunens trygghetsarbete",
        "Andra ord",
        "Polis- och kommunarbete",
    ]


def test_a_text_that_is_bold_throughout_has_no_bold_headings():
    """
    Bold tells a heading only where the rest is not bold.
    """
    paper = Paper().rows(PROSE, "Bakgrund", PROSE, font="Helvetica-Bold")

    assert extract_pdf(paper.done()).kinds == {}


def test_empty_rows_stand_where_rows_are_further_apart():
    """
    A paragraph's gap is an empty row; the leading is none, however wide it is.
    """
    paper = Paper().rows(
        PROSE, "i hela kommunen.", "", "", PROSE, "året om.", leading=20
    )

    assert text(paper).split("\n") == [
        PROSE,
        "i hela kommunen.",
        "",
        PROSE,
        "året om.",
    ]


def test_broken_words_are_left_to_the_reader():
    """
    A soft hyphen at the end of a row is a hyphen there; the reader joins the word.
    """
    paper = Paper().rows("Vi ökar trygg\u00ad", "heten i byn.", font="Vera")

    assert text(paper) == "Vi ökar trygg-\nheten i byn."
    assert [words for _, words in kinds_and_texts(paper.file.getvalue())] == [
        "Vi ökar tryggheten i byn."
    ]


def test_a_sentence_goes_on_over_the_page():
    """
    No empty row parts pages where a sentence goes on; else there is one.
    """
    paper = Paper().rows("Polisen lovar att synas mer").page()
    paper.rows("i hela byn under året.").page().page().rows("kommunen lovar mer.")
    data = paper.done()

    assert extract_pdf(data).text == (
        "Polisen lovar att synas mer\fi hela byn under året.\n\f\fkommunen lovar mer."
    )
    assert [words for _, words in kinds_and_texts(data)] == [
        "Polisen lovar att synas mer i hela byn under året.",
        "kommunen lovar mer.",
    ]


def test_pages_are_counted_by_form_feeds():
    """
    Also pages without text are pages, first and last ones too.
    """
    data = Paper().page().rows("Polisen lovar.").page().page().done()

    assert extract_pdf(data).text == "\fPolisen lovar.\f"


def test_rows_that_are_indented_are_so_in_the_text():
    """
    Blanks before a row tell how far in it begins.
    """
    paper = Paper().rows("• Polisen lovar").rows("– att synas", x=LEFT + 16)

    assert text(paper) == "• Polisen lovar\n   – att synas"


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("a\u030angfa\u0308rd", "ångfärd"),  # accents of their own
        ("\u00a8angfa\u02daarden", "ängfaården"),  # accents before letters
        ("o\ufb00entlig \ufb01n \ufb02ik", "offentlig fin flik"),
        ("ett\x00 \x0bord\x0c", "ett  ord "),
        ("halva \ud83d", "halva "),
        ("m²", "m²"),  # no other sign is changed
    ],
)
def test_letters_are_put_right(given, right):
    """
    Ligatures, loose accents and control characters become what a reader sees.
    """
    assert put_right(given) == right


@given(st.text())
def test_letters_put_right_stay_so(given):
    """
    There is nothing to put right twice.
    """
    assert put_right(put_right(given)) == put_right(given)


@pytest.mark.parametrize(
    ("spaced", "joined"),
    [
        ("L Ö F T E", "LÖFTE"),
        ("V Å R T  L Ö F T E", "VÅRT LÖFTE"),
        ("1 2 3 4 5", "1 2 3 4 5"),  # numbers, each by itself
        ("a b", "a b"),
        ("VÅRT L Ö F T E", "VÅRT L Ö F T E"),
    ],
)
def test_spaced_letters_are_joined(spaced, joined):
    """
    Letters with a blank between each are a word, if no word is among them.
    """
    assert unspaced(spaced) == joined


def test_letters_set_one_by_one_are_joined():
    """
    How far letters are set apart is measured, and wider gaps part words.
    """
    paper = Paper()
    for place, letter in enumerate("VÅRT"):
        paper.at(LEFT + place * 16, TOP, letter)
    for place, letter in enumerate("LÖFTE"):
        paper.at(LEFT + 80 + place * 16, TOP, letter)

    assert text(paper) == "VÅRT LÖFTE"


@pytest.mark.parametrize(
    ("step", "between"),
    [
        (32, " "),  # wide, to fill the row
        (60, "        "),  # cells of a table
    ],
)
def test_words_that_fill_a_row_are_a_row(step, between):
    """
    Gaps that are alike and not too wide part words, and wider ones part cells.
    """
    paper = Paper()
    for place in range(6):
        paper.at(LEFT + place * step, TOP, "oss")

    assert text(paper) == between.join(["oss"] * 6)


def test_what_is_set_twice_is_read_once():
    """
    Letters set twice at nearly one place only look bold.
    """
    paper = Paper().at(LEFT, TOP, "Aktiviteter").at(LEFT + 0.4, TOP, "Aktiviteter")

    assert text(paper) == "Aktiviteter"


SHOWN = {
    "[(Poli) -20 (sen)] TJ": "Polisen",
    "[(Polisen) -300 (lovar)] TJ": "Polisen lovar",
    "[(Anna) -9000 (Bo)] TJ": "Anna        Bo",
    "(Anna) Tj 90 0 Td (Bo) Tj": "Anna        Bo",
    "(Polisen ) Tj (lovar) Tj": "Polisen lovar",
    "5 Tc (Polisen) Tj 0 Tc ( lovar) Tj": "Polisen lovar",
    "10 Tw (vi kan ) Tj (synas) Tj": "vi kan synas",
    "50 Tz (Polisen) Tj 21 0 Td (lovar) Tj": "Polisen lovar",
    "14 TL (Polisen) Tj (lovar) '": "Polisen\nlovar",
    '14 TL (Polisen) Tj 0 0 (lovar) "': "Polisen\nlovar",
    "14 TL (Polisen) Tj T* (lovar) Tj": "Polisen\nlovar",
    "(Polisen) Tj 0 -14 TD (lovar) Tj": "Polisen\nlovar",
    "q 9 Tc Q Q (Polisen) Tj ( lovar) Tj": "Polisen lovar",
    "() Tj [] TJ TJ Tj (Polisen) Tj": "Polisen",
    "[(Poli) /X (sen)] TJ": "Polisen",
    "(Polisen) Tj ET BT 1000000000 0 Td (lovar) Tj": "Polisen",
    "(Polisen) Tj /F9 11 Tf 0 -14 Td (lovar) Tj": "Polisen",
    "1 0 0 1 72 700 Tm (Polisen) Tj": "Polisen",
    "(Polisen) Tj ( ) Tj (lovar) Tj": "Polisen lovar",
}


@pytest.mark.parametrize("code", SHOWN)
def test_every_way_to_set_text_is_followed(code):
    """
    Text is where the operators put it, with the gaps that they make.
    """
    paper = Paper().operators(f"BT /F1 11 Tf 72 700 Td {code} ET")

    assert text(paper).replace("\ufffd", "").strip() == SHOWN[code]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_may_lie_on_its_side(angle):
    """
    Rows are found whichever way the text runs, and marks across it are left out.
    """
    paper = Paper()
    paper.canvas.translate(300, 400)
    paper.canvas.rotate(angle)
    paper.at(0, 0, PROSE).at(0, -LEADING, "trygghet.")
    paper.canvas.rotate(90)
    paper.at(40, 40, "Dnr 12")

    assert text(paper) == f"{PROSE}\ntrygghet."


def test_forms_are_read_where_they_are_placed():
    """
    A part of a page that is kept by itself is read at its place, with its form.
    """
    paper = Paper()
    paper.canvas.beginForm("del")
    paper.at(0, 0, "Polisen lovar")
    paper.canvas.endForm()
    paper.rows("Löfte")
    paper.canvas.translate(LEFT, 650)
    paper.canvas.doForm("del")

    assert text(paper) == "Löfte\n\nPolisen lovar"


def test_forms_within_forms_are_placed_too():
    """
    A form's place is counted from that of the form around it.
    """
    paper = Paper()
    paper.canvas.beginForm("inre")
    paper.at(0, 0, "Polisen lovar")
    paper.canvas.endForm()
    paper.canvas.beginForm("yttre")
    paper.canvas.translate(LEFT, 0)
    paper.canvas.doForm("inre")
    paper.canvas.endForm()
    paper.at(LEFT, 650, "Löfte")
    paper.canvas.translate(0, 636)
    paper.canvas.doForm("yttre")

    assert text(paper) == "Löfte\nPolisen lovar"


def test_fonts_with_two_bytes_a_letter_are_measured():
    """
    Words in a font of many letters are parted as others.
    """
    paper = Paper().at(LEFT, TOP, "日本", font="HeiseiMin-W3")
    paper.at(LEFT + 80, TOP, "日本", font="HeiseiMin-W3")

    assert re.sub(r"\w", "x", text(paper)) == "xx        xx"


def number(value):
    """A number of a PDF."""
    return NumberObject(value)


def table(**entries):
    """A dictionary of a PDF."""
    return DictionaryObject(
        {NameObject(f"/{name}"): value for name, value in entries.items()}
    )


def array(*items):
    """An array of a PDF."""
    return ArrayObject(items)


def wide(*widths, **more):
    """A font with two bytes a letter."""
    return table(DescendantFonts=array(table(W=array(*widths), **more)))


X = NameObject("/X")


@pytest.mark.parametrize(
    ("font", "code", "width"),
    [
        (None, ord("i"), 0.25),
        (None, ord("t"), 0.31),
        (None, ord("m"), 0.83),
        (None, ord("A"), 0.69),
        (None, ord("a"), 0.54),
        (None, 300, 0),  # no code of such a font
        (table(BaseFont=NameObject("/Courier")), ord("i"), 0.6),
        (table(BaseFont=NameObject("/Times-Roman")), ord("a"), 0.4698),
        (table(Widths=array(number(500)), FirstChar=number(65)), 65, 0.5),
        (table(Widths=array(number(500)), FirstChar=number(65)), 66, 0),
        (table(Widths=array(X, number(400))), 1, 0.4),
        (wide(number(3), array(number(250), X, number(350))), 5, 0.35),
        (wide(number(3), array(number(250))), 9, 1.0),
        (wide(number(3), number(7), number(600)), 7, 0.6),
        (wide(number(3), number(7)), 7, 1.0),
        (wide(number(3), X, number(600)), 3, 0.6),
        (wide(X, number(3), array(number(600))), 3, 0.6),
        (wide(number(0), number(10**9), number(600)), 10**8, 1.0),
        (wide(DW=number(700)), 3, 0.7),
        (table(Subtype=NameObject("/Type3"), Widths=array(number(5))), 0, 0.005),
        (
            table(
                Subtype=NameObject("/Type3"),
                FontMatrix=array(number(2)),
                Widths=array(number(5)),
            ),
            0,
            10,
        ),
    ],
)
def test_widths_are_those_of_the_font(font, code, width):
    """
    A letter is as wide as the font's tables say, or as wide as is usual.
    """
    assert PdfFont.of(font).width(code) == pytest.approx(width)


@pytest.mark.parametrize(
    ("font", "is_bold"),
    [
        (table(BaseFont=NameObject("/ABCDEF+Arial-BoldMT")), True),
        (table(FontDescriptor=table(FontWeight=number(700))), True),
        (table(FontDescriptor=table(Flags=number(1 << 18))), True),
        (table(FontDescriptor=table(Flags=number(32))), False),
    ],
)
def test_bold_is_told_by_name_weight_or_flag(font, is_bold):
    """
    Any of three signs makes a font bold.
    """
    assert PdfFont.of(font).is_bold is is_bold


def test_the_title_is_kept():
    """
    A title that somebody wrote is the title; the days of the file are none.
    """
    paper = Paper().rows("Text.")
    paper.canvas.setTitle("Medborgarlöfte för Åsele")
    extract = extract_pdf(paper.done())

    assert extract.title == "Medborgarlöfte för Åsele"
    assert (extract.published_on, extract.updated_on) == (None, None)


@pytest.mark.parametrize(
    "name",
    [
        "Microsoft Word - löfte",
        "löfte 2023.docx",
        "lofte_2023",
        "Dokument1",
        "PowerPoint-presentation",
        " ",
    ],
)
def test_the_name_of_a_file_is_no_title(name):
    """
    What a program fills in by itself is no title.
    """
    paper = Paper().rows("Text.")
    paper.canvas.setTitle(name)

    assert extract_pdf(paper.done()).title is None


def test_a_scanned_page_is_said_to_be_one():
    """
    Pages that are pictures are named, and what to do about them.
    """
    paper = Paper().rows("Text.").page()
    for _ in range(2):
        paper.picture().page()
    paper.rows("Text.").page().picture()
    [problem] = extract_pdf(paper.done()).problems

    assert problem.code == "scanned"
    assert problem.message == (
        "no text, only a picture, on pages 2–3, 5; "
        "run OCR (ocrmypdf) and read the result"
    )
    assert "på sidorna 2–3, 5; kör OCR" in problem.message_sv


def test_one_scanned_page_is_named():
    """
    A single page is told in the singular.
    """
    [problem] = extract_pdf(Paper().picture().done()).problems

    assert "on page 1;" in problem.message
    assert "på sidan 1;" in problem.message_sv


def test_an_empty_file_is_said_to_be_empty():
    """
    A PDF with nothing on its pages has no text, and that is a problem.
    """
    data = Paper().page().done()

    assert codes(data) == ["no-text"]


def locked(password, algorithm):
    """A PDF that is locked."""
    writer = PdfWriter(clone_from=BytesIO(Paper().rows("Polisen lovar.").done()))
    writer.encrypt(password, "owner", algorithm=algorithm)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_locked_file_is_said_to_be_locked(algorithm):
    """
    What needs a password is not read; what anybody may open is.
    """
    assert codes(locked("hemligt", algorithm)) == ["encrypted"]
    assert extract_pdf(locked("", algorithm)).text == "Polisen lovar."


def test_a_lock_that_nobody_knows_is_a_lock():
    """
    A file locked in a way of its own cannot be opened either.
    """
    data = locked("", "RC4-128")

    assert codes(data.replace(b"/Standard", b"/Unheard0")) == ["encrypted"]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (rb"/Title \(Xyzzy\)", b"/Title 99 0 R "),
        (rb"/Title \(Xyzzy\)", b"/Title [1 2]  "),
        (rb"/Info \d+ 0 R", b"/Info (x)  "),
    ],
)
def test_a_broken_title_is_none(good, bad):
    """
    A title that cannot be looked up does not stand in the way of the text.
    """
    paper = Paper().rows("Text.")
    paper.canvas.setTitle("Xyzzy")
    extract = extract_pdf(re.sub(good, bad, paper.done()))

    assert (extract.title, extract.text) == (None, "Text.")


def test_a_list_of_pages_without_end_is_too_large(monkeypatch):
    """
    A file that names more pages than any document has is not opened.
    """
    monkeypatch.setitem(pages._LIMITS, "page_tree_maximum_entries", 1)
    data = Paper().rows("Ett.").page().rows("Två.").done()

    assert codes(data) == ["too-large"]


@given(st.binary())
def test_bytes_of_any_kind_are_answered(data):
    """
    Whatever is given, it is no PDF and nothing is raised.
    """
    assert codes(data) == ["not-a-pdf"]


@settings(max_examples=50)
@given(st.integers(0, len(AGREEMENT)))
def test_a_file_may_be_cut_anywhere(end):
    """
    What is left of a cut file is read, or it is said that it cannot be.
    """
    extract = extract_pdf(AGREEMENT[:end])

    assert extract.text.strip() or extract.problems


flips = st.lists(
    st.tuples(st.integers(0, len(AGREEMENT) - 1), st.integers(0, 255)), min_size=1
)


@settings(max_examples=100)
@given(flips)
def test_bytes_may_be_wrong_anywhere(changes):
    """
    A damaged file is read as far as it can be, and its text can be cut into lines.
    """
    damaged = bytearray(AGREEMENT)
    for place, byte in changes:
        damaged[place] = byte
    extract = extract_pdf(bytes(damaged))

    assert Document.of(extract.text, extract.kinds).text == extract.text


def test_a_damaged_page_is_left_out():
    """
    A page that cannot be read is named, and the others are read.
    """
    data = Paper().rows("Ett.").page().rows("Två.").done()
    damaged = data.replace(b"/MediaBox [", b"/MediaBox (", 1)

    assert codes(damaged) == ["broken-page"]
    assert "Två." in extract_pdf(damaged).text


def bomb(operators, megabytes):
    """A small PDF with a page that inflates to many megabytes."""
    squeeze = zlib.compressobj(9)
    block = operators * (2**20 // len(operators))
    content = b"".join(squeeze.compress(block) for _ in range(megabytes))
    content += squeeze.flush()
    data = Paper().rows("Text.").done()
    start = data.index(b"stream") - len(b">>\n") - 2
    head = data[: data.rindex(b"<<", 0, start)]
    tail = data[data.index(b"endstream") :]
    entry = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(content)
    return head + entry + content + b"\n" + tail


@pytest.mark.parametrize("operators", [b" ", b"q Q ", b"BT /F1 9 Tf (a) Tj ET "])
def test_a_small_file_cannot_become_a_large_one(operators):
    """
    A page that would inflate to hundreds of megabytes is left out at once.
    """
    data = bomb(operators, 300)

    assert len(data) < 2**20
    assert codes(data) == ["too-large"]


def test_work_is_bounded(monkeypatch):
    """
    When the work for a file is used up, the rest is left out and named.
    """
    monkeypatch.setattr(pages, "_MOST_WORK", 25)
    paper = Paper()
    for _ in range(4):
        paper.rows("Polisen.").page()
    extract = extract_pdf(paper.done())

    assert "Polisen." in extract.text
    [problem] = extract.problems
    assert problem.code == "too-large"
    assert problem.message.startswith("too large and left out: pages ")
    assert "–4;" in problem.message


def test_time_is_bounded(monkeypatch):
    """
    When the time is over, no page is begun.
    """
    monkeypatch.setattr(pages, "_MOST_SECONDS", -1.0)
    data = Paper().rows("Polisen.").page().rows("Polisen.").done()

    assert "pages 1–2;" in extract_pdf(data).problems[0].message


def test_fonts_are_bounded(monkeypatch):
    """
    A page that names more fonts than any page has is left out.
    """
    monkeypatch.setattr(pages, "_MOST_FONTS", 0)

    assert codes(Paper().rows("Polisen.").done()) == ["too-large"]


def test_bytes_pages_and_letters_are_bounded(monkeypatch):
    """
    What is above a bound is left out, and which pages that is is told.
    """
    paper = Paper()
    for _ in range(5):
        paper.rows("Polisen.").page()
    data = paper.done()
    monkeypatch.setattr(pdf, "MOST_PAGES", 4)
    assert "page 5;" in extract_pdf(data).problems[0].message
    monkeypatch.setattr(pdf, "MOST_LETTERS", 20)
    assert "pages 3–5;" in extract_pdf(data).problems[0].message
    monkeypatch.setattr(pdf, "MOST_BYTES", 100)
    assert extract_pdf(data).text == ""
    assert codes(data) == ["too-large"]


def test_without_the_library_the_extra_is_named(monkeypatch):
    """
    Where pypdf is not installed, the error says which extra brings it.
    """
    monkeypatch.setitem(sys.modules, "medborgarloften.reading.formats.pdf.pages", None)

    with pytest.raises(MissingExtra, match=r"medborgarloften\[pdf\]"):
        extract_pdf(AGREEMENT)
