from __future__ import annotations

from argparse import Namespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._saying import Words
from medborgarloften.cli._tables import _broken, _widths, print_table


@given(st.lists(st.lists(st.text("ab -", max_size=40), min_size=3, max_size=3)))
@example([["a" * 99, "b" * 99, "a" * 99]])
def test_columns_fit_whatever_stands_in_them(rows):
    """
    They take no more than there is, and no more than they need.
    """
    headings = ["id", "text", "number"]
    widths = _widths([headings, *rows], [2, 3, 0], 60)

    widest = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    if widths is None:
        assert sum(widest) > 60 - 6
    else:
        assert sum(widths) <= 60 - 6
        assert all(map(int.__le__, widths, widest))
        assert widths == widest or sum(widest) > 60 - 6


def test_room_is_shared_by_what_columns_ask_for():
    """
    What is left after the short columns goes to the others, two to three here.
    """
    rows = [["x" * 5, "y " * 100, "z " * 100]]

    assert _widths(rows, [0, 2, 3], 5 + 3 + 40 + 3 + 60) == [5, 40, 60]


def test_what_needs_no_more_gets_no_more():
    """
    A column that has enough leaves the rest to the others.
    """
    rows = [["y" * 20, "z " * 100]]

    assert _widths(rows, [2, 1], 100) == [20, 77]


def test_nothing_is_wrapped_without_a_width():
    """
    A pipe has lines as long as they are.
    """
    assert _widths([["y " * 500, "z"]], [1, 0], None) == [1000, 1]


def test_columns_that_cannot_be_read_are_none():
    """
    Where a short column would be cut, or a text be narrower than eighteen, there is
    no table.
    """
    texts = [["y " * 20, "z " * 20]]

    assert _widths(texts, [1, 1], 18 + 3 + 18) == [18, 18]
    assert _widths(texts, [1, 1], 18 + 3 + 17) is None
    assert _widths([["y" * 30, "z " * 20]], [0, 1], 30 + 3 + 18) == [30, 18]
    assert _widths([["y" * 30, "z " * 20]], [0, 1], 30 + 3 + 17) is None


@pytest.mark.parametrize(
    ("cell", "broken"),
    [
        ("hallsberg", "hallsberg"),
        ("hallsberg-2019-2020", "hallsberg-\n2019-2020"),
        ("hallsberg-2019-2020-extra", "hallsberg-\n2019-2020-\nextra"),
        ("trygghetsvandring", "trygghetsv\nandring"),
        ("en trygghetsvandring till", "en trygghetsv\nandring till"),
    ],
)
def test_an_id_is_broken_after_its_hyphens(cell, broken):
    """
    What is too long for ten columns is cut where it may be, else where it must.
    """
    assert _broken(cell, 10) == broken


@given(st.text("ab- ", max_size=60), st.integers(2, 20))
def test_nothing_is_lost_where_words_are_broken(cell, width):
    """
    All letters are there, and no piece is too wide.
    """
    broken = _broken(cell, width)

    assert broken.replace("\n", "") == cell
    assert all(cell_len(piece) <= width for piece in broken.split())


def shown(capsys, form, cells):
    """Print one row for each cell, and tell what was printed."""
    column = Column("text", lambda row: row)
    options = Namespace(format=form, command="find")
    print_answer(cells, [column], options, Words("sv"))
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    ["a | b", "# a", "<script>x</script>", "[a](javascript:x)", "`a`", "- a", "*a*"],
)
def test_markdown_shows_texts_as_they_are(capsys, text):
    """
    Nothing that was published becomes markup, nor a cell of its own.
    """
    page = shown(capsys, "markdown", [text])

    blocks = MarkdownIt("commonmark").enable("table").parse(page)
    cells = [each.children for each in blocks if each.type == "inline"]
    assert [[part.type for part in cell] for cell in cells] == [["text"], ["text"]]
    assert cells[1][0].content == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+46", "'+46"),
        ("-1-1", "'-1-1"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("a=1", "a=1"),
    ],
)
def test_csv_keeps_formulas_from_being_any(capsys, text, cell):
    """
    Whatever a spreadsheet would calculate has an apostrophe in front.
    """
    assert shown(capsys, "csv", [text]) == f"text\r\n{cell}\r\n"


def test_numbers_below_zero_are_numbers(capsys):
    """
    They are no formulas.
    """
    assert shown(capsys, "csv", [-5, None, True, [1, 2]]) == (
        'text\r\n-5\r\n""\r\ntrue\r\n1; 2\r\n'
    )


def test_columns_in_which_nothing_stands_are_left_out(capsys):
    """
    People are not shown what nobody has; programs are.
    """
    columns = [Column("text", str), Column("themes", lambda _: None)]
    for form in ("table", "csv"):
        print_answer([1], columns, Namespace(format=form, command="find"), Words("en"))

    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["Promise"],
        ["─" * 7],
        ["1"],
        ["text,themes"],
        ["1,"],
    ]


def test_numbers_stand_below_each_other(capsys):
    """
    A column of numbers has them at its right end.
    """
    lines = shown(capsys, "table", [7, 12]).splitlines()

    assert lines[2:] == ["    7", "   12"]


def test_what_is_too_narrow_for_a_table_is_told_row_by_row(capsys, monkeypatch):
    """
    Each thing has a line with what it is; what nobody knows has none.
    """
    monkeypatch.setenv("COLUMNS", "30")
    columns = [
        Column("agreement", lambda row: row[0]),
        Column("text", lambda row: row[1], room=1),
    ]
    rows = [("hallsberg-2019", "Polisen lovar att synas"), ("habo", "")]

    print_answer(rows, columns, Namespace(format="table", command="find"), Words("en"))

    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "Agreement  hallsberg-2019",
        "Promise    Polisen lovar att",
        "           synas",
        "",
        "Agreement  habo",
    ]


@pytest.fixture
def drawn(capsys, monkeypatch):
    """Draw a table in a terminal of so many columns, and list its lines."""

    def draw(rows, columns, room=(0, 2, 0)):
        monkeypatch.setenv("COLUMNS", str(columns))
        print_table(["Kommun", "Löfte", "Antal"], rows, room)
        return capsys.readouterr().out.splitlines()

    return draw


def rows(number, words):
    """Make rows, each with a text of so many words and a number of its own."""
    return [
        ("Habo", "synas " * words + str(each), "fyra")
        for each in range(1000, 1000 + number)
    ]


@pytest.mark.parametrize(
    ("words", "columns"), [(1, 80), (20, 60), (20, 30)], ids=["short", "long", "narrow"]
)
def test_a_long_table_looks_as_if_drawn_at_once(drawn, words, columns):
    """
    Each row is there once and in order, below one heading, as far apart as others.
    """
    few, more = drawn(rows(90, words), columns), drawn(rows(91, words), columns)
    many = drawn(rows(290, words), columns)

    for_each = len(more) - len(few)
    assert len(many) == len(few) + 200 * for_each
    assert many[: len(few)] == few
    numbers = [int(word) for word in " ".join(many).split() if word.isdecimal()]
    assert numbers == [*range(1000, 1290)]


def test_no_line_ends_with_blanks(drawn):
    """
    What is copied from a terminal is what was told.
    """
    lines = drawn([*rows(3, 30), ("Habo", "", "")], 60)

    assert [line for line in lines if line != line.rstrip()] == []


def test_a_little_too_much_costs_a_little(drawn):
    """
    Also a short column takes all the room that there is.
    """
    wide = [("Trygghet och trivsel i centrum", "Synas mer i centrum", "12")]
    widest = max(map(len, drawn(wide, 100, (0, 0, 0))))

    assert max(map(len, drawn(wide, widest - 1, (0, 0, 0)))) == widest - 1
