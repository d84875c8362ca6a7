from __future__ import annotations

import csv as builtin_csv
import errno
import io
import json as builtin_json
from contextlib import suppress
from datetime import date

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from medborgarloften import (
    InvalidDocument,
    InvalidField,
    Promise,
    Register,
    Source,
    SourceKind,
    Status,
)
from medborgarloften.errors import FileError
from medborgarloften.serializers import csv
from medborgarloften.testing import registers, texts

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

MISTAKEN = tuple("=+-@\t\r＝＋－＠")


@pytest.fixture
def files(register):
    """Make the files of the register that the tests of documents share."""
    return csv.dumps(register)


def rows_of(text):
    """Read a file as it was written, headings first."""
    return list(builtin_csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def text_of(rows, delimiter=";", end="\r\n"):
    """Write a file in the manner of another program."""
    text = io.StringIO(newline="")
    writer = builtin_csv.writer(
        text,
        delimiter=delimiter,
        lineterminator=end,
        # Left alone, Python quotes no other break than the one that ends its lines.
        quoting=builtin_csv.QUOTE_ALL,
    )
    writer.writerows(rows)
    return text.getvalue()


def changed(files, table, row, column, cell):
    """Put something else in one cell, told as a spreadsheet shows it."""
    rows = rows_of(files[f"{table}.csv"])
    rows[row - 1][rows[0].index(column)] = cell
    return files | {f"{table}.csv": text_of(rows)}


def problems_of(files):
    """List what is wrong with files."""
    with pytest.raises(InvalidDocument) as caught:
        csv.loads(files)
    return [str(problem) for problem in caught.value.problems]


def with_promise(register, **fields):
    """Make a register whose first promise has other fields."""
    (agreement,) = register.agreements
    promise = attrs.evolve(agreement.promises[0], **fields)
    promises = (promise, *agreement.promises[1:])
    return Register([attrs.evolve(agreement, promises=promises)], register.outcomes)


# ---------------------------------------------------------------- there and back


@FEWER
@given(registers(max_size=3))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing is lost in the tables, and the same register gives the same bytes.
    """
    files = csv.dumps(register)
    read = csv.loads({name: text.encode() for name, text in files.items()})

    assert read == csv.loads(files) == register
    assert csv.dumps(read) == files


@FEWER
@given(registers(max_size=2), st.data())
def test_rows_and_columns_may_stand_in_any_order(register, data):
    """
    What a person sorted, moved or left empty between is the same register.
    """
    delimiter = data.draw(st.sampled_from(";,\t"))
    end = data.draw(st.sampled_from(["\r\n", "\n", "\r"]))
    files = {}
    for name, text in csv.dumps(register).items():
        if name.endswith(".csv"):
            headings, *rows = rows_of(text)
            order = data.draw(st.permutations(range(len(headings))))
            rows = [[], *data.draw(st.permutations(rows)), [" ", ""]]
            moved = [[row[n] for n in order] if len(row) > 2 else row for row in rows]
            lines = [[headings[n] for n in order], *moved]
            files[name] = text_of([[*line, "", ""] for line in lines], delimiter, end)

    assert csv.loads(files) == register


@given(st.lists(texts() | st.text(" \\|a\n\t\r'=", min_size=1), max_size=4))
@example(["\\", "|", " a ", "\t", "a | b", "\\|"])
@example(["=1+1", "'=1+1"])
def test_many_texts_share_a_cell_and_stay_apart(several):
    """
    Strokes, backslashes, blanks and breaks are parts of a text as any others.
    """
    places = tuple(text for text in several if not text.isspace())
    register = with_promise(a_register(), places=places)

    assert csv.loads(csv.dumps(register)) == register


@given(texts() | st.text("=+-@\t\r\n'＝＋－＠ a\x85\u2028\ufeff\x1c", min_size=1))
def test_any_text_stands_in_a_cell(text):
    """
    However a text begins, and whatever ends a line in it, it comes back exactly.
    """
    if not text.isspace():
        register = with_promise(a_register(), text=text)

        assert csv.loads(csv.dumps(register)) == register


def a_register():
    """Make a register of one agreement with one promise."""
    from medborgarloften import Agreement, Area, Party, PartyKind

    police = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
    promise = Promise(number=1, text="Synas mer", promisors=("police",))
    return Register(
        [
            Agreement(
                id="habo",
                title="Habo",
                area=Area(municipalities=("0643",)),
                parties=(police,),
                promises=(promise,),
            )
        ]
    )


@FEWER
@given(registers(max_size=2))
def test_no_cell_is_taken_for_a_formula(register):
    """
    No cell begins as a formula does, of a table or of the table for analysis.
    """
    files = csv.dumps(register) | {"flat.csv": csv.flat(register)}
    for name, text in files.items():
        if name.endswith(".csv"):
            for row in rows_of(text):
                assert not [cell for cell in row if cell.startswith(MISTAKEN)]


@pytest.mark.parametrize("begin", [*MISTAKEN, "'"])
def test_what_begins_as_a_formula_is_marked(register, begin):
    """
    A mark before it makes it a text to every spreadsheet, also for wide characters.
    """
    text = f"{begin}1+1"
    files = csv.dumps(with_promise(register, text=text, places=("Torget", text)))
    headings, row, *_ = rows_of(files["promises.csv"])

    assert row[headings.index("text")] == f"'{text}"
    assert row[headings.index("places")].startswith("Torget | ")


def test_of_many_texts_the_first_begins_the_cell(register):
    """
    Only what a cell begins with makes a formula of it.
    """
    files = csv.dumps(with_promise(register, places=("=1+1", "-2", "\t3")))
    headings, row, *_ = rows_of(files["promises.csv"])

    assert row[headings.index("places")] == "'=1+1 | -2 | \\\t3"


def test_other_apostrophes_are_parts_of_the_text(files):
    """
    What a person writes after an apostrophe keeps it, unless it marks a formula.
    """
    for cell, text in (("'t Hooft", "'t Hooft"), ("''t", "'t"), ("'", "'")):
        read = csv.loads(changed(files, "promises", 2, "purpose", cell))

        assert read["askersund-2019-2021"].promises[0].purpose == text


# ---------------------------------------------------------------- as it is written


def test_files_are_as_excel_makes_them_in_sweden(files):
    """
    There is a file for each table with a byte order mark, semicolons and CRLF.
    """
    assert files["signatories.csv"] == (
        "\ufeffagreement;position;name;role;political_party;party\r\n"
        "askersund-2019-2021;0;Åsa Öberg;;;askersund\r\n"
    )
    assert [*files][:2] == ["agreements.csv", "parties.csv"]
    assert files["reviews.csv"].endswith("wording\r\n")


def test_cells_are_what_people_write(files):
    """
    A day is YYYY-MM-DD, what was not said is empty, and truth is true or false.
    """
    headings, first, second = rows_of(files["promises.csv"])
    cells = dict(zip(headings, second, strict=True))

    assert dict(zip(headings, first, strict=True))["promisors"] == "police | askersund"
    assert cells["period_first_day"] == "2020-01-01"
    assert cells["period_open_ended"] == cells["hedged"] == "false"
    assert cells["partners"] == cells["purpose"] == ""


def test_people_can_be_left_out(register):
    """
    Nobody who signed, and nobody to ask, stands in the files then.
    """
    files = csv.dumps(register, without_people=True)

    assert "Åsa" not in "".join(files.values())
    assert csv.loads(files) == register.without_people()


def test_a_nul_character_is_refused_before_anything_is_written(tmp_path, register):
    """
    No spreadsheet can hold it, and the error names the row.
    """
    register = with_promise(register, text="a\0b")

    with pytest.raises(InvalidField) as caught:
        csv.dump(register, tmp_path)
    with pytest.raises(InvalidField, match="NUL"):
        csv.flat(register)

    assert str(caught.value) == (
        "promises('askersund-2019-2021', 1).text: 'a\\x00b' will not do; "
        "take out the NUL character"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [csv.dumps, csv.flat])
def test_only_a_register_is_written(write):
    """
    Anything else is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        write(())


# ---------------------------------------------------------------- as it is read


@pytest.mark.parametrize(
    ("table", "row", "column", "cell"),
    [
        ("promises", 3, "hedged", "FALSKT"),  # Swedish Excel's own words
        ("promises", 3, "hedged", "Falskt"),
        ("promises", 3, "hedged", "FALSE"),
        ("promises", 3, "number", "2,0"),  # a column with decimals
        ("promises", 3, "number", "2,00"),
        ("promises", 3, "number", "2.0"),
        ("promises", 3, "number", " 2 "),
        ("parties", 3, "code", "1882,"[:4]),
        ("promises", 2, "promisors", "police|askersund"),
        ("promises", 2, "promisors", "police |\n askersund "),
        ("signatories", 2, "position", ""),  # who stands alone needs no number
        ("promises", 3, "kind", ""),  # its default
        ("promises", 3, "kind", " activity"),
    ],
)
def test_what_spreadsheets_do_to_a_cell_is_undone(files, table, row, column, cell):
    """
    A cell that can only mean one thing is read as that.
    """
    assert csv.loads(changed(files, table, row, column, cell)) == csv.loads(files)


def test_true_is_read_in_both_languages(files):
    """
    Excel writes SANT in Sweden, TRUE elsewhere.
    """
    for cell in ("true", "TRUE", "SANT", "sant"):
        read = csv.loads(changed(files, "promises", 3, "hedged", cell))

        assert read["askersund-2019-2021"].promises[1].hedged is True


@pytest.mark.parametrize(
    "cell", ["1 000 000", "1\u00a0000\u00a0000", "1\u202f000\u202f000,00", "1000000"]
)
def test_thousands_may_stand_apart(files, cell):
    """
    Blanks between thousands are how Sweden writes large numbers.
    """
    read = csv.loads(changed(files, "quantities", 2, "minimum", cell))
    (quantity,) = read["askersund-2019-2021"].promises[1].quantities

    assert quantity.minimum == 1_000_000


def test_a_code_gets_its_zero_again(register):
    """
    A kommunkod has four digits, so one of three lost the zero that Excel takes.
    """
    files = csv.dumps(register)
    files = changed(files, "parties", 3, "code", "180")
    files = changed(files, "agreements", 2, "area_municipalities", "180 | 1882")

    (agreement,) = csv.loads(files).agreements

    assert agreement.parties[1].code == "0180"
    assert agreement.area.municipalities == ("0180", "1882")


def test_numbers_in_texts_stay_texts(files):
    """
    What a text column holds is a text, whatever it looks like.
    """
    for cell in ("4,0", "2019", "SANT", "1,23E+15", "########", "180"):
        read = csv.loads(changed(files, "promises", 2, "text", cell))

        assert read["askersund-2019-2021"].promises[0].text == cell


WHOLE = "expected a whole number, got"
ALONE = "write its digits alone"
ROUNDED = (
    "a spreadsheet has rounded it: format the column as a number with no decimals, "
    "and write it anew"
)
WIDEN = "the column was too narrow to show it: widen the column, and save again"
A_DAY = "write year-month-day, as 2024-05-01, and format the column so"
NO_HEADING = "has a cell that no heading stands above; give it one, or empty it"
NOT_PAIRED = (
    "a quotation mark is not closed, or stands alone within a quoted cell; close it, "
    "or write it twice"
)
NOT_UTF8 = "is not UTF-8, so å, ä and ö cannot be told; in Excel, save it as CSV UTF-8"
NO_SOURCE = (
    "outcomes.csv, row 2: has no source; give it one in a column source_title or "
    "source_url, or write no_evidence in status"
)


@pytest.mark.parametrize(
    ("table", "column", "cell", "complaint"),
    [
        ("promises", "number", "4,5", f"{WHOLE} '4,5'; {ALONE}"),
        # one, or a thousand
        ("promises", "number", "1.000", f"{WHOLE} '1.000'; {ALONE}"),
        ("promises", "number", "12 34", f"{WHOLE} '12 34'; {ALONE}"),
        ("promises", "number", "två", f"{WHOLE} 'två'; {ALONE}"),
        (
            "promises",
            "number",
            "1,23E+15",
            f"{WHOLE} '1,23E+15'; {ROUNDED}",
        ),
        (
            "promises",
            "number",
            "####",
            f"{WHOLE} '####'; {WIDEN}",
        ),
        (
            "promises",
            "period_first_day",
            "01/07/2019",
            f"expected a day, got '01/07/2019'; {A_DAY}",
        ),
        (
            "promises",
            "period_first_day",
            "########",
            f"expected a day, got '########'; {WIDEN}",
        ),
        (
            "promises",
            "period_first_day",
            "2019-02-30",
            (
                "expected an ISO 8601 date, got '2019-02-30';"
                " the calendar has no such day"
            ),
        ),
        (
            "promises",
            "hedged",
            "ja",
            "expected true or false, got 'ja'; write true or false, or SANT or FALSKT",
        ),
        (
            "promises",
            "kind",
            "deed",
            "expected one of activity, goal, focus, got 'deed'",
        ),
        (
            "promises",
            "promisors",
            "police | | askersund",
            "expected a text that is not blank, got ''",
        ),
        ("promises", "promisors", "", "is missing"),
        (
            "promises",
            "text",
            "a\0b",
            "holds a NUL character, which is no part of a text; take it out",
        ),
        (
            "parties",
            "code",
            "18",
            "'18' will not do; give the four digits of a kommunkod",
        ),
    ],
)
def test_what_cannot_be_undone_is_told(files, table, column, cell, complaint):
    """
    The complaint names the file, the row and the column, and what would do.
    """
    told = problems_of(changed(files, table, 2, column, cell))

    assert told[0] == f"{table}.csv, row 2, column {column}: {complaint}"


def test_a_number_without_end_is_no_number(files):
    """
    More digits than Python turns into a number are refused as any other cell.
    """
    told = problems_of(changed(files, "quantities", 2, "minimum", "9" * 9999))

    assert len(told) == 1
    assert told[0].startswith("quantities.csv, row 2, column minimum: expected a whole")


def test_every_fault_is_told_in_the_order_of_the_files(files):
    """
    What one cell is refused for hides nothing of what is wrong elsewhere.
    """
    files = changed(files, "promises", 2, "promisors", "polis | kommun")
    files = changed(files, "agreements", 2, "excerpt", "ja")
    files = changed(files, "outcomes", 2, "on", "1/7/2020")

    assert [told.partition(";")[0] for told in problems_of(files)] == [
        "agreements.csv, row 2, column excerpt: expected true or false, got 'ja'",
        "promises.csv, row 2, column promisors: no party has the id 'polis'",
        "promises.csv, row 2, column promisors: no party has the id 'kommun'",
        "outcomes.csv, row 2, column on: expected a day, got '1/7/2020'",
    ]


def test_rows_are_counted_as_a_spreadsheet_shows_them(files):
    """
    A break within a cell begins no row, and an empty row is one.
    """
    headings, first, second = rows_of(files["promises.csv"])
    first[headings.index("text")] = "rad ett\nrad två"
    second[headings.index("kind")] = "deed"
    text = text_of([headings, first, [], second])

    (told,) = problems_of(files | {"promises.csv": text})

    assert told.startswith("promises.csv, row 4, column kind: ")


def test_a_fault_of_a_part_names_its_columns(files):
    """
    A period is made of several cells, and each of them may be the wrong one.
    """
    (told,) = problems_of(
        changed(files, "promises", 3, "period_last_day", "2019-12-31")
    )

    assert told.startswith("promises.csv, row 3, columns period_…: ")


def test_rows_that_have_to_be_there_are_missed(files):
    """
    What should stand in another table is told at the row that needs it.
    """
    headings, *_ = rows_of(files["outcome_sources.csv"])

    assert problems_of(files | {"outcome_sources.csv": text_of([headings])}) == [
        NO_SOURCE
    ]


def test_rows_belong_to_a_row_that_is_there(files):
    """
    A row that names nobody, or somebody who is not there, is told with what it names.
    """
    assert problems_of(changed(files, "quantities", 2, "promise", "7")) == [
        (
            "quantities.csv, row 2, column promise: promises.csv has no row with "
            "agreement 'askersund-2019-2021' and number 7"
        )
    ]
    assert problems_of(changed(files, "signatories", 2, "agreement", "")) == [
        "signatories.csv, row 2, column agreement: is missing"
    ]


def test_a_row_without_a_key_owns_nothing(files):
    """
    Rows below one that does not say which it is are not given to it.
    """
    files = changed(files, "outcomes", 2, "position", "")

    assert problems_of(files) == [
        NO_SOURCE,
        (
            "outcome_sources.csv, row 2, column outcome: outcomes.csv has no row with "
            "position 0"
        ),
    ]


# What a person fills in of an outcome, beside what the table has already.
FILLED_IN = {
    "agreement": "askersund-2019-2021",
    "promise": "1",
    "on": "2021-01-31",
    "status": "Delvis uppfyllt",
}


def with_outcome(files, **cells):
    """Add an outcome to the files, and a column for each cell that has none."""
    headings, *rows = rows_of(files["outcomes.csv"])
    headings += [name for name in cells if name not in headings]
    rows.append([cells.get(name, "") for name in headings])
    # Spreadsheets write all rows to the same length.
    rows = [[*row, *[""] * (len(headings) - len(row))] for row in rows]
    return files | {"outcomes.csv": f"\ufeff{text_of([headings, *rows])}"}


def test_an_outcome_has_its_source_beside_it(files, register):
    """
    Nobody needs to know how rows are numbered, nor the sheet that sources stand in.
    """
    filled = with_outcome(
        files,
        **FILLED_IN,
        source_title="Protokoll",
        source_kind="dokument",
        source_published_on="2021-02-03",
    )

    read = csv.loads(filled)

    (added,) = read.outcomes_of("askersund-2019-2021", 1)
    assert added.status is Status.PARTLY
    assert added.sources == (
        Source(
            title="Protokoll",
            kind=SourceKind.DOCUMENT,
            published_on=date(2021, 2, 3),
        ),
    )
    assert read == register.add(added)


def test_the_source_beside_an_outcome_comes_first(files):
    """
    Those in the other table follow in the order of their positions.
    """
    headings, row = rows_of(files["outcome_sources.csv"])
    sources = [[*row], [*row]]
    for number, source in enumerate(sources):
        source[headings.index("position")] = str(number)
        source[headings.index("title")] = f"nr {number}"
    files |= {"outcome_sources.csv": text_of([headings, *sources])}
    names, outcome = rows_of(files["outcomes.csv"])
    beside = text_of([[*names, "source_title"], [*outcome, "först"]])

    (outcome,) = csv.loads(files | {"outcomes.csv": beside}).outcomes

    assert [source.title for source in outcome.sources] == ["först", "nr 0", "nr 1"]


def test_outcomes_without_a_position_get_none_that_is_named(files):
    """
    The sources that an outcome left behind are not those of the next that is added.
    """
    headings, _ = rows_of(files["outcomes.csv"])
    files |= {"outcomes.csv": f"\ufeff{text_of([headings])}"}

    assert problems_of(with_outcome(files, **FILLED_IN, source_url="https://a.se")) == [
        (
            "outcome_sources.csv, row 2, column outcome: outcomes.csv has no row with "
            "position 0"
        )
    ]


@pytest.mark.parametrize("position", ["-1", "-7"])
def test_no_position_comes_before_the_source_beside_an_outcome(files, position):
    """
    Numbers below 0 order the sources of the other table as all numbers do.
    """
    files = changed(files, "outcome_sources", 2, "position", position)
    names, outcome = rows_of(files["outcomes.csv"])
    beside = text_of([[*names, "source_title"], [*outcome, "först"]])
    (known,) = csv.loads(files).outcomes

    (outcome,) = csv.loads(files | {"outcomes.csv": beside}).outcomes

    assert outcome.sources == (Source(title="först"), *known.sources)


@pytest.mark.parametrize("kind", ["page", "nyhet"])
def test_a_kind_alone_is_no_source(files, kind):
    """
    It stays behind where the source beside an outcome was emptied.
    """
    told = problems_of(with_outcome(files, **FILLED_IN, source_kind=kind))

    assert told == [NO_SOURCE.replace("row 2", "row 3")]


@pytest.mark.parametrize("position", ["", "1", "7"])
def test_many_outcomes_are_added_at_once(files, position):
    """
    Each gets a position of its own, whether or not one of them has been given one.
    """
    said = FILLED_IN | {"source_title": "A"}
    filled = with_outcome(files, **said, position=position)
    filled = with_outcome(filled, **(said | {"on": "2021-02-28", "source_title": "B"}))

    told = csv.loads(filled).outcomes_of("askersund-2019-2021", 1)

    assert [outcome.sources[0].title for outcome in told] == ["A", "B"]


def test_faults_of_a_source_are_told_where_it_stands(files):
    """
    It is beside its outcome that it has to be mended.
    """
    assert problems_of(with_outcome(files, **FILLED_IN, source_sha256="12")) == [
        (
            "outcomes.csv, row 3, column source_sha256: '12' will not do; "
            "give 64 lower-case hexadecimal digits"
        )
    ]
    said = FILLED_IN | {"source_url": "https://a.se", "source_kind": "sida"}
    assert problems_of(with_outcome(files, **said)) == [
        (
            "outcomes.csv, row 3, column source_kind: expected one of page, news, "
            "document, got 'sida'; did you mean 'page'?"
        )
    ]


def test_an_outcome_without_a_source_is_told_what_to_write(files):
    """
    In both languages, and only where the status asks for one.
    """
    with pytest.raises(InvalidDocument) as caught:
        csv.loads(with_outcome(files, **FILLED_IN))

    (problem,) = caught.value.problems
    assert problem.in_language("en") == str(problem)
    assert problem.in_language("sv") == (
        "outcomes.csv, rad 3: saknar källa; ange en i en kolumn source_title eller "
        "source_url, eller skriv no_evidence i status"
    )
    silent = with_outcome(files, **(FILLED_IN | {"status": "inget är känt"}))
    (added,) = csv.loads(silent).outcomes_of("askersund-2019-2021", 1)
    assert (added.status, added.sources) == (Status.NO_EVIDENCE, ())


def test_a_key_stands_in_one_row(files):
    """
    Of two rows with one key nobody can tell which the rows below belong to.
    """
    told = problems_of(changed(files, "promises", 3, "number", "1"))

    assert told[0] == (
        "promises.csv, row 3, column number: stands in another row too; give each row "
        "its own"
    )


def test_a_copied_outcome_needs_no_key(files):
    """
    A row is added by copying one: its position may then be left empty, and that is
    said in both languages.
    """
    headings, outcome = rows_of(files["outcomes.csv"])
    copied = dict(zip(headings, outcome, strict=True))
    copied |= {"on": "2021-02-28", "source_title": "A"}

    with pytest.raises(InvalidDocument) as caught:
        csv.loads(with_outcome(files, **copied))
    added = csv.loads(with_outcome(files, **(copied | {"position": ""})))

    (problem,) = caught.value.problems
    assert problem.in_language("en") == (
        "outcomes.csv, row 3, column position: stands in another row too; give each "
        "row its own, or leave it empty"
    )
    assert problem.in_language("sv") == (
        "outcomes.csv, rad 3, kolumn position: står också på en annan rad; ge varje "
        "rad sitt eget, eller lämna cellen tom"
    )
    assert len(added.outcomes) == 2


def test_a_register_of_one_agreement_many_times_is_refused_in_time(files):
    """
    The rows below an agreement are not made again for each row that has its id.
    """
    headings, agreement = rows_of(files["agreements.csv"])
    names, promise, *_ = rows_of(files["promises.csv"])
    promises = [[promise[0], str(n), *promise[2:]] for n in range(1, 3001)]
    files = files | {
        "agreements.csv": text_of([headings, *[agreement] * 3000]),
        "promises.csv": text_of([names, *promises]),
    }

    assert len(problems_of(files)) == 1001


# ---------------------------------------------------------------- files and headings


def test_tables_that_nothing_stands_in_may_be_missing(files):
    """
    Nobody signed, nothing is planned: there need be no file for it, or an empty one.
    """
    for name in ("reviews.csv", "amendments.csv", "datapackage.json"):
        del files[name]
    files |= {"others.csv": "", "contacts.csv": "\ufeff\r\n", "notes.txt": "="}

    assert csv.loads(files) == csv.loads(
        files | {"citations.csv": files["citations.csv"]}
    )
    assert csv.loads(files)["askersund-2019-2021"].contacts == ()


def test_columns_that_may_be_empty_may_be_missing(files):
    """
    A table that a person made has the columns that are needed.
    """
    rows = ["agreement;id;kind;name", "askersund-2019-2021;police;police;Polisen"]
    files |= {
        "parties.csv": "\n".join([*rows, rows[1].replace("police", "askersund", 1)])
    }

    (agreement,) = csv.loads(files).agreements

    assert [party.id for party in agreement.parties] == ["police", "askersund"]


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        (
            "promise.csv",
            "",
            "promise.csv: is not a known table; did you mean promises.csv?",
        ),
        (
            "xyz.CSV",
            "a;b",
            "xyz.CSV: is not a known table; rename it, or take it away",
        ),
        (
            "reviews.csv",
            "agreement;purposes",
            (
                "reviews.csv, row 1, column purposes: is not a known field; "
                "did you mean 'purpose'?"
            ),
        ),
        (
            "reviews.csv",
            "agreement;purpose;agreement",
            (
                "reviews.csv, row 1, column agreement: is the heading of more than one "
                "column; keep one of them"
            ),
        ),
        (
            "reviews.csv",
            "\n\nagreement;times",
            "reviews.csv, row 3, column purpose: is missing",
        ),
        (
            "reviews.csv",
            "agreement;purpose;\na;b;c",
            f"reviews.csv, row 2: {NO_HEADING}",
        ),
        (
            "reviews.csv",
            "agreement;purpose\na;b;;c",
            f"reviews.csv, row 2: {NO_HEADING}",
        ),
        (
            "reviews.csv",
            'agreement;purpose\na;"b\nc;d\n',
            f"reviews.csv, row 2: {NOT_PAIRED}",
        ),
        (
            "reviews.csv",
            'agreement;purpose\na;b\na;"b" c\n',
            f"reviews.csv, row 3: {NOT_PAIRED}",
        ),
        (
            "reviews.csv",
            "agreement;purpose\na;översyn".encode("cp1252"),
            f"reviews.csv: {NOT_UTF8}",
        ),
        (
            "reviews.csv",
            "agreement;purpose\na;översyn".encode("utf-16"),
            f"reviews.csv: {NOT_UTF8}",
        ),
    ],
)
def test_what_is_no_table_is_told(files, name, text, complaint):
    """
    A name, a heading or a line that cannot be read is told, and what would do.
    """
    assert problems_of(files | {name: text})[0] == complaint


@given(
    st.sampled_from(["agreements.csv", "promises.csv", "datapackage.json"]),
    st.text() | st.text("agremntid;,\t\r\n\"'\\0123|#").map("agreement;id\n{}".format),
)
def test_any_text_is_read_or_refused(name, text):
    """
    Whatever stands in a file, there is one error for what cannot be read.
    """
    with suppress(InvalidDocument):
        assert csv.loads({"reviews.csv": "", name: text}) == Register()


def test_problems_are_told_in_swedish_too(files):
    """
    The message is for whoever edits the file, and so is its place.
    """
    with pytest.raises(InvalidDocument) as caught:
        csv.loads(changed(files, "promises", 2, "hedged", "ja"))

    (problem,) = caught.value.problems
    assert problem.code == "wrong-type"
    assert problem.in_language("sv") == (
        "promises.csv, rad 2, kolumn hedged: väntade true eller false, fick 'ja'; "
        "skriv true eller false, eller SANT eller FALSKT"
    )


def test_one_table_that_cannot_be_read_does_not_hide_the_cells_of_another(files):
    """
    What can be told of the other tables is told at once.
    """
    files = changed(files, "promises", 2, "number", "4,5")

    assert [
        each.partition(":")[0] for each in problems_of(files | {"more.csv": "a"})
    ] == [
        "more.csv",
        "promises.csv, row 2, column number",
    ]


def test_only_the_first_names_get_suggestions(files):
    """
    A file with very many headings takes no time to be refused.
    """
    names = ";".join(f"promisor{n}" for n in range(50))
    told = problems_of(files | {"promises.csv": names})

    assert "did you mean 'promisors'?" in told[0]
    assert told[49].endswith("is not a known field")


def test_a_text_may_be_longer_than_python_lets_a_cell_be(files):
    """
    Python's own limit, 131,072 characters, is not ours.
    """
    text = "å" * 200_000
    read = csv.loads(changed(files, "promises", 2, "text", text))

    assert read["askersund-2019-2021"].promises[0].text == text


# ---------------------------------------------------------------- the descriptor


def test_the_descriptor_tells_the_schema_and_its_version(files):
    """
    It is a document as any other, so it is opened as they are.
    """
    described = builtin_json.loads(files["datapackage.json"])

    assert described["schema"] == "medborgarloften/register"
    assert described["resources"][0]["dialect"]["delimiter"] == ";"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"schema_version": 99}, "datapackage.json:$.schema_version: 99 is newer than"),
        (
            {"schema_version": "2"},
            "datapackage.json:$.schema_version: expected a whole",
        ),
        ({"schema": "other"}, "datapackage.json:$.schema: expected one of"),
    ],
)
def test_another_schema_is_refused(files, change, complaint):
    """
    Tables of a newer version may mean something else, so none of them is read.
    """
    described = builtin_json.loads(files["datapackage.json"]) | change
    files |= {"datapackage.json": builtin_json.dumps(described), "more.csv": ""}

    (told,) = problems_of(files)

    assert told.startswith(complaint)


def test_a_descriptor_that_is_none_is_refused(files):
    """
    What stands under that name has to say what the tables are.
    """
    (told,) = problems_of(files | {"datapackage.json": "{"})

    assert told.startswith("datapackage.json:$: line 1, column 2: not JSON")


# ---------------------------------------------------------------- folders


def test_a_folder_is_read_as_it_was_written(tmp_path, register):
    """
    The folder is made, and holds the files and nothing else.
    """
    folder = tmp_path / "register"
    csv.dump(register, folder)

    assert csv.load(folder) == csv.load_register(str(folder)) == register
    assert {path.name for path in folder.iterdir()} == set(csv.dumps(register))


def test_other_files_in_the_folder_are_left_alone(tmp_path, register):
    """
    What else stands in the folder is neither read nor changed.
    """
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "._promises.csv").write_bytes(b"\xff")
    csv.dump(register, tmp_path)
    csv.dump(Register(), tmp_path)

    assert csv.load(tmp_path) == Register()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_without_tables_is_no_register(tmp_path):
    """
    An empty folder is a mistake, and not a register of nothing.
    """
    with pytest.raises(InvalidDocument, match=r"folder: holds no table; expected agre"):
        csv.load(tmp_path)


def test_a_folder_that_is_not_there_is_pythons_own_error(tmp_path):
    """
    Whoever handles missing files already handles these.
    """
    with pytest.raises(FileNotFoundError) as caught:
        csv.load(tmp_path / "missing")

    assert isinstance(caught.value, FileError)
    assert caught.value.errno == errno.ENOENT
