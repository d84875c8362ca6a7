from __future__ import annotations

import io
import sys
import zipfile
from datetime import date, datetime

import attrs
import pytest
import python_calamine
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from medborgarloften import (
    InvalidDocument,
    InvalidField,
    MissingExtra,
    Register,
    Source,
    SourceKind,
    Status,
)
from medborgarloften.model import Theme
from medborgarloften.serializers import xlsx
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.rows import lay_out
from medborgarloften.testing import registers, texts

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

NAMES = [entity.name for entity in ENTITIES]
WIDE = 2**15 - 1


@pytest.fixture
def rows(register):
    """Make the rows of the register, as they may be written by others."""
    return {
        name: [[*ENTITY_COLUMNS[name]], *([*map(plain, row.values())] for row in laid)]
        for name, laid in lay_out(register).items()
    }


ENTITY_COLUMNS = {
    each.name: [column.name for column in each.columns] for each in ENTITIES
}


def plain(value):
    """Say a value as a program would that knows nothing of the model."""
    return " | ".join(map(str, value)) if isinstance(value, tuple) else value


def book_of(sheets, **options):
    """Write sheets as another program would, days as days and numbers as numbers."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True} | options)
    day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for name, lines in sheets.items():
        sheet = book.add_worksheet(name)
        for number, cells in enumerate(lines):
            for position, cell in enumerate(cells):
                if isinstance(cell, Formula):
                    sheet.write_formula(number, position, "=1/0", None, cell.value)
                elif isinstance(cell, date):
                    sheet.write_datetime(number, position, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, position, str(cell))
                elif cell is not None:
                    sheet.write(number, position, cell)
    book.close()
    return file.getvalue()


@attrs.frozen
class Formula:
    """A formula, and what came of it when it was last counted."""

    value: str


def changed(rows, table, row, column, cell):
    """Put something else in one cell, told as a spreadsheet shows it."""
    lines = [[*line] for line in rows[table]]
    lines[row - 1][lines[0].index(column)] = cell
    return rows | {table: lines}


def edited(data, **changes):
    """Change parts of a workbook, found by how their names end."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for end, change in changes.items():
                if name.endswith(f"{end}.xml"):
                    part = change(part)
            if part is not None:
                new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def problems_of(data):
    """List what is wrong with a workbook."""
    with pytest.raises(InvalidDocument) as caught:
        xlsx.loads(data)
    return [str(problem) for problem in caught.value.problems]


def with_promise(register, **fields):
    """Make a register whose first promise has other fields."""
    (agreement,) = register.agreements
    promise = attrs.evolve(agreement.promises[0], **fields)
    promises = (promise, *agreement.promises[1:])
    return Register([attrs.evolve(agreement, promises=promises)], register.outcomes)


def cells_of(data, sheet):
    """Read a sheet as anybody would."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book.get_sheet_by_name(sheet).to_python()


def part_of(data, sheet):
    """Read the XML of a sheet, by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        number = ["about", *NAMES].index(sheet) + 1
        return book.read(f"xl/worksheets/sheet{number}.xml").decode()


# ---------------------------------------------------------------- there and back


@FEWER
@given(registers(max_size=2))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing is lost in the sheets, and the same register gives the same bytes.
    """
    data = xlsx.dumps(register)

    assert xlsx.loads(data) == register
    assert xlsx.dumps(xlsx.loads(data)) == data


@settings(max_examples=60)
@given(
    texts()
    | st.text("_x0015DF<>r/&'\"=\r\n\t\x00\x01\x0b\x1f\x7f\x85 å\ufffe", min_size=1)
)
@example("_x000D_")
@example("_x005F_x000D_")
@example("_x0041_x0042_")
@example("_x0041\x01")
@example("\x01x0041_")
@example("<r><t>a</t></r>")
@example("a\r\nb\rc")
@example("=1+1")
@example("https://polisen.se")
@example("{=1}")
@example("a\uffff")
def test_any_text_comes_back_or_is_refused(text):
    """
    What looks like a code, a formula or a link is a text; the rest is told.
    """
    if text.isspace():
        return
    register = with_promise(a_register(), purpose=text, places=(text,))
    try:
        data = xlsx.dumps(register)
    except InvalidField as error:
        assert "Excel cannot hold this text" in str(error)  # noqa: PT017 - either may be
    else:
        assert xlsx.loads(data) == register


def a_register():
    """Make a register of one agreement with one promise."""
    from medborgarloften import Agreement, Area, Party, PartyKind, Promise

    police = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
    promise = Promise(number=1, text="Synas mer", promisors=("police",))
    area = Area(municipalities=("0643",))
    return Register(
        [
            Agreement(
                id="habo",
                title="Habo",
                area=area,
                parties=(police,),
                promises=(promise,),
            )
        ]
    )


@pytest.mark.parametrize(
    "text",
    [
        "_x0041_x0042_",  # two codes that share a line: XlsxWriter escapes one
        "_x0041\x01",  # what is written for the last makes a code of the first
        "<r><t>a</t></r>",  # XlsxWriter takes it for a text with formats
        "a\ufffe",  # XML has no such character
        "a\uffff",
    ],
)
def test_a_text_that_would_change_is_refused(register, text):
    """
    Nothing is written of what would not come back, and the error names the row.
    """
    with pytest.raises(InvalidField) as caught:
        xlsx.dumps(with_promise(register, text=text))

    assert str(caught.value) == (
        f"promises('askersund-2019-2021', 1).text: {text!r} will not do; "
        "Excel cannot hold this text; save it in another format"
    )


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("å" * WIDE, True),
        ("å" * (WIDE + 1), False),
        ("\N{POLICE CAR}" * (WIDE // 2), True),
        ("\N{POLICE CAR}" * (WIDE // 2 + 1), False),
    ],
)
def test_a_text_is_never_cut_off(tmp_path, register, text, fits):
    """
    A cell holds 32,767 characters, and of those beyond the first 65,536 half as many.
    """
    register = with_promise(register, text=text)
    path = tmp_path / "register.xlsx"
    if fits:
        xlsx.dump(register, path)

        assert xlsx.load(path) == register
    else:
        with pytest.raises(InvalidField, match="a cell of Excel holds 32,767 char"):
            xlsx.dump(register, path)

        assert not path.exists()


def test_many_texts_together_are_never_cut_off(register):
    """
    It is the cell that is too small, not the texts that are too long.
    """
    with pytest.raises(InvalidField, match="32,767 characters"):
        xlsx.dumps(with_promise(register, places=("å" * 20_000, "ä" * 20_000)))


def test_more_rows_than_a_sheet_has_are_refused(register):
    """
    A table with more rows than a sheet of Excel is told before anything is written.
    """
    from medborgarloften.serializers._tables.excel_writing import workbook_of

    tables = lay_out(register)
    tables["citations"] *= 2**20

    with pytest.raises(InvalidField, match="a sheet of Excel has 1,048,576 rows"):
        workbook_of(tables, {})


def test_numbers_and_days_beyond_those_of_excel_come_back(register):
    """
    Excel rounds a number of sixteen digits, and knows no day before 1900.
    """
    (agreement,) = register.agreements
    (quantity,) = agreement.promises[1].quantities
    large = attrs.evolve(quantity, minimum=10**15, maximum=10**400)
    promises = (
        agreement.promises[0],
        attrs.evolve(agreement.promises[1], quantities=(large,)),
    )
    old = attrs.evolve(
        agreement,
        promises=promises,
        decided_on=date(1, 2, 3),
        signed_on=date(1900, 2, 28),
        published_on=date(1900, 3, 1),
    )

    assert xlsx.loads(xlsx.dumps(Register([old]))) == Register([old])


# ---------------------------------------------------------------- as it is written


def test_cells_are_what_they_hold(register):
    """
    A number is a number, a day is a day, truth is truth, and a code is a text.
    """
    data = xlsx.dumps(register)
    headings, _, deed = cells_of(data, "promises")
    cells = dict(zip(headings, deed, strict=True))

    assert cells["number"] == 2.0
    assert cells["period_first_day"] == date(2020, 1, 1)
    assert cells["hedged"] is False
    assert cells["purpose"] == ""
    assert cells_of(data, "parties")[2][-1] == "1882"


def test_the_first_sheet_tells_what_the_others_are(register):
    """
    It has the schema and its version, and tells people how to edit, in two languages.
    """
    about = cells_of(xlsx.dumps(register), "about")

    assert about[:2] == [
        ["schema", "medborgarloften/register"],
        ["schema_version", 2.0],
    ]
    assert about[2][1].startswith("Ändra i bladen, spara")
    assert about[3][1].startswith("Edit the sheets, save")


def test_sheets_are_made_for_people(register):
    """
    Headings stay in sight and filter, and words of a list are chosen from it.
    """
    promises = part_of(xlsx.dumps(register), "promises")

    assert '<pane ySplit="1" topLeftCell="A2"' in promises
    assert '<autoFilter ref="A1:S3"/>' in promises
    assert promises.count("<dataValidation ") == 4
    assert promises.count(' errorStyle="information" ') == 4  # a label will do too
    assert ' errorTitle="Inte i listan / Not in the list" error="Ett ord ' in promises
    assert '<formula1>"activity,goal,focus"</formula1>' in promises
    assert '<ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/>' in promises


def test_people_can_be_left_out(register):
    """
    Nobody who signed, and nobody to ask, stands in the sheets then.
    """
    data = xlsx.dumps(register, without_people=True)

    assert len(cells_of(data, "signatories")) == 1
    assert xlsx.loads(data) == register.without_people()


def test_only_a_register_is_written():
    """
    Anything else is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        xlsx.dumps(())


# ---------------------------------------------------------------- as it is read


def test_what_other_programs_write_is_read(rows, register):
    """
    There may be no sheet of what they are, and sheets and columns in any order.
    """
    backwards = {name: [line[::-1] for line in rows[name]] for name in reversed(NAMES)}

    assert xlsx.loads(book_of(backwards)) == register
    assert xlsx.loads(book_of(rows | {"Blad1": [[]], "reviews": [[]]})) == register


def test_sheets_that_nothing_stands_in_may_be_missing(rows, register):
    """
    Nobody signed: there need be no sheet for it.
    """
    del rows["amendments"], rows["reviews"]

    assert xlsx.loads(book_of(rows)) == register


@pytest.mark.parametrize(
    ("table", "row", "column", "cell"),
    [
        ("promises", 3, "number", "2"),  # a number as a text
        ("promises", 3, "number", "2,0"),
        ("promises", 3, "hedged", "FALSKT"),
        ("promises", 3, "period_first_day", "2020-01-01"),  # a day as a text
        ("parties", 3, "code", 1882),  # a text as a number
        ("agreements", 2, "area_municipalities", 1882),
    ],
)
def test_what_spreadsheets_do_to_a_cell_is_undone(rows, table, row, column, cell):
    """
    A cell of another type that can only mean one thing is read as that.
    """
    read = xlsx.loads(book_of(changed(rows, table, row, column, cell)))

    assert read == xlsx.loads(book_of(rows))


def test_whole_numbers_in_texts_are_their_digits(rows):
    """
    A number that was typed where a text belongs is what was typed.
    """
    rows = changed(rows, "promises", 2, "text", 112)
    rows = changed(rows, "parties", 3, "code", 180)

    (agreement,) = xlsx.loads(book_of(rows)).agreements

    assert agreement.promises[0].text == "112"
    assert agreement.parties[1].code == "0180"


ALONE = "write its digits alone"
A_DAY = "write year-month-day, as 2024-05-01, and format the column so"
ROUNDED = (
    "a spreadsheet has rounded it: format the column as a number with no decimals, "
    "and write it anew"
)
A_TRUTH = "write true or false, or SANT or FALSKT"
NOON = datetime(2020, 1, 1, 12)  # noqa: DTZ001 - Excel knows no zones
AS_TEXT = "format the column as text, and write it anew"


@pytest.mark.parametrize(
    ("table", "column", "cell", "complaint"),
    [
        (
            "promises",
            "number",
            4.5,
            f"expected a whole number, got '4.5'; {ALONE}",
        ),
        (
            "promises",
            "number",
            1e15,
            f"expected a whole number, got '1.000000E+15'; {ROUNDED}",
        ),
        (
            "promises",
            "number",
            True,
            f"expected a whole number, got 'True'; {ALONE}",
        ),
        (
            "promises",
            "number",
            date(2020, 1, 2),
            f"expected a whole number, got '2020-01-02'; {ALONE}",
        ),
        (
            "promises",
            "hedged",
            1,
            f"expected true or false, got '1'; {A_TRUTH}",
        ),
        (
            "promises",
            "period_first_day",
            NOON,
            f"expected a day, got '2020-01-01 12:00:00'; {A_DAY}",
        ),
        (
            "promises",
            "period_first_day",
            43831,
            f"expected a day, got '43831'; {A_DAY}",
        ),
        ("promises", "text", 4.5, f"expected text, got '4.5'; {AS_TEXT}"),
        ("promises", "text", True, f"expected text, got 'True'; {AS_TEXT}"),
        (
            "promises",
            "text",
            date(2019, 7, 1),
            f"expected text, got '2019-07-01'; {AS_TEXT}",
        ),
        ("promises", "text", 1e15, f"expected text, got '1.000000E+15'; {AS_TEXT}"),
        ("promises", "kind", 7, "expected one of activity, goal, focus, got '7'"),
    ],
)
def test_what_cannot_be_undone_is_told(rows, table, column, cell, complaint):
    """
    The complaint names the sheet, the row and the column, and what would do.
    """
    (told,) = problems_of(book_of(changed(rows, table, 3, column, cell)))[:1]

    assert told == f"sheet {table}, row 3, column {column}: {complaint}"


def test_a_day_at_midnight_is_a_day(rows, register):
    """
    Some programs give a day the hour 0, and mean the day.
    """
    midnight = lambda part: part.replace(  # noqa: E731
        b"<v>43831</v>", b"<v>2020-01-01T00:00:00</v>"
    ).replace(b's="1"><v>2020', b's="1" t="d"><v>2020')
    data = edited(book_of(rows), sheet4=midnight)

    assert b"T00:00:00" in zipfile.ZipFile(io.BytesIO(data)).read(
        "xl/worksheets/sheet4.xml"
    )
    assert xlsx.loads(data) == register


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#DIV/0!"])
def test_errors_of_formulas_are_told(rows, value):
    """
    What a formula could not count is no empty cell.
    """
    rows = changed(rows, "promises", 2, "purpose", Formula(value))
    rows = changed(rows, "parties", 2, "kind", "town")

    assert problems_of(book_of(rows)) == [
        (
            f"sheet promises, row 2, column Q: holds the error {value!r}; "
            "write the value in place of the formula"
        )
    ]


def test_texts_may_stand_in_the_cells_themselves(rows, register):
    """
    Some programs keep no list of texts beside the sheets.
    """
    data = book_of(rows, constant_memory=True, in_memory=False)

    assert "xl/sharedStrings.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert xlsx.loads(data) == register


def test_what_a_formula_counted_is_read(rows, register):
    """
    A cell is what it shows, however it came to it.
    """
    rows = changed(rows, "promises", 2, "text", Formula("Öka tryggheten i centrum"))

    assert xlsx.loads(book_of(rows)) == register


@pytest.mark.parametrize("value", [b"", b"<v></v>", b"<v/>"])
def test_a_formula_that_nobody_counted_is_told(rows, value):
    """
    Its cell is not empty, though nothing is known of what it would show.
    """
    rows = changed(rows, "promises", 2, "purpose", Formula("VALUE"))
    uncounted = edited(
        book_of(rows),
        **{
            f"sheet{n}": lambda part: part.replace(b"<v>VALUE</v>", value).replace(
                b' t="str"', b""
            )
            for n in range(1, 15)
        },
    )

    (problem,) = problems_of(uncounted)
    assert problem.startswith("sheet promises, row 2, column ")
    assert problem.endswith(
        "holds a formula without a value; write the value in place of it"
    )


def test_a_sheet_that_is_none_of_the_tables_is_told(rows):
    """
    What stands in it would be lost; the nearest name is suggested.
    """
    assert problems_of(book_of(rows | {"Promise": [["text"]]})) == [
        "sheet Promise: is not a known table; did you mean sheet promises?"
    ]


def test_a_workbook_without_tables_is_no_register():
    """
    A workbook of something else is a mistake, and not a register of nothing.
    """
    (told,) = problems_of(book_of({"Blad1": [["a"]], "about": []}))[:1]

    assert told.startswith("sheet about, schema: is missing")
    assert problems_of(book_of({"Blad1": [["a"]]}))[0].startswith(
        "workbook: has no sheet of the register; expected agreements, parties, others"
    )


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ([["schema", "medborgarloften/register"]], "schema_version: is missing"),
        (
            [["schema", "medborgarloften/register"], ["schema_version", 99]],
            "schema_version: 99 is newer than this library knows",
        ),
        (
            [["schema", "other"], ["schema_version", 2]],
            "schema: expected one of medborgarloften/register, got 'other'",
        ),
        (
            [["schema", "medborgarloften/register"], ["schema_version", 2.5]],
            "schema_version: expected a whole number from 1, got '2.5'",
        ),
        ([["schema"]], "schema: is missing"),
    ],
)
def test_another_schema_is_refused(rows, said, complaint):
    """
    Sheets of a newer version may mean something else, so none of them is read.
    """
    assert problems_of(book_of({"about": said} | rows))[0].startswith(
        f"sheet about, {complaint}"
    )


def filled_in(register, **cells):
    """Write a register, and add an outcome in the sheet as a person would."""
    data = xlsx.dumps(register)
    sheets = {name: cells_of(data, name) for name in ["about", *NAMES]}
    headings = sheets["outcomes"][0]
    said = {"agreement": "askersund-2019-2021", "promise": 1} | cells
    sheets["outcomes"].append([said.get(name) for name in headings])
    assert said.keys() <= {*headings}
    return book_of(sheets)


def test_an_outcome_is_filled_in_on_one_row(register):
    """
    Its source stands beside it, and no position need be known.
    """
    data = filled_in(
        register,
        on=date(2021, 1, 31),
        status="Uppfyllt",
        source_title="Protokoll",
        source_published_on=date(2021, 2, 3),
    )

    read = xlsx.loads(data)

    (added,) = read.outcomes_of("askersund-2019-2021", 1)
    assert added.status is Status.FULFILLED
    assert added.sources == (Source(title="Protokoll", published_on=date(2021, 2, 3)),)
    assert read == register.add(added)


def test_the_first_source_of_an_outcome_stands_beside_it(register):
    """
    Only the others have rows of their own, and all come back in their order.
    """
    (outcome,) = register.outcomes
    more = (*outcome.sources, Source(title="B"), Source(title="A"))
    several = Register(register.agreements, [attrs.evolve(outcome, sources=more)])
    data = xlsx.dumps(several)

    (headings, row) = cells_of(data, "outcomes")
    beside = dict(zip(headings, row, strict=True))
    assert beside["source_url"] == outcome.sources[0].url
    assert beside["source_kind"] == "page"
    titles = [line[-7] for line in cells_of(data, "outcome_sources")]
    assert titles == ["title", "B", "A"]
    assert xlsx.loads(data) == several


@pytest.mark.parametrize("kind", SourceKind)
@pytest.mark.parametrize("more", [(), (Source(title="B"), Source())])
def test_a_source_that_says_nothing_comes_back(register, kind, more):
    """
    It has a row of its own, for beside its outcome it would be taken for none.
    """
    sources = (Source(kind=kind), *more)
    (outcome,) = register.outcomes
    outcome = attrs.evolve(outcome, sources=sources)
    silent = Register(register.agreements, [outcome])
    data = xlsx.dumps(silent)

    headings, row = cells_of(data, "outcomes")
    cells = dict(zip(headings, row, strict=True))
    assert {cells[name] for name in headings if name.startswith("source_")} == {""}
    assert len(cells_of(data, "outcome_sources")) == 1 + len(sources)
    assert xlsx.loads(data) == silent


def test_a_source_that_is_emptied_is_gone(register):
    """
    Its kind may stay behind: nobody takes that for a source.
    """
    data = xlsx.dumps(register)
    sheets = {name: cells_of(data, name) for name in ["about", *NAMES]}
    headings, row = sheets["outcomes"]
    sheets["outcomes"][1] = [
        cell if not name.startswith("source_") or name == "source_kind" else None
        for name, cell in zip(headings, row, strict=True)
    ]

    assert problems_of(book_of(sheets)) == [
        (
            "sheet outcomes, row 2: has no source; give it one in a column "
            "source_title or source_url, or write no_evidence in status"
        )
    ]


@pytest.mark.parametrize(
    ("cells", "english", "swedish"),
    [
        (
            {"on": date(2021, 1, 31), "status": "uppfyllt"},
            (
                "sheet outcomes, row 3: has no source; give it one in a column "
                "source_title or source_url, or write no_evidence in status"
            ),
            (
                "bladet outcomes, rad 3: saknar källa; ange en i en kolumn "
                "source_title eller source_url, eller skriv no_evidence i status"
            ),
        ),
        (
            {"on": "1 maj 2024", "status": "uppfyllt", "source_title": "Protokoll"},
            (
                "sheet outcomes, row 3, column on: expected a day, got '1 maj 2024'; "
                f"{A_DAY}"
            ),
            (
                "bladet outcomes, rad 3, kolumn on: väntade en dag, fick '1 maj 2024'; "
                "skriv år-månad-dag, som 2024-05-01, och formatera kolumnen så"
            ),
        ),
        (
            {"on": date(2021, 1, 31), "status": "upfylt", "source_title": "Protokoll"},
            (
                "sheet outcomes, row 3, column status: expected one of not_started, "
                "ongoing, fulfilled, partly, not_fulfilled, no_evidence, got 'upfylt'; "
                "did you mean 'fulfilled' or 'not_fulfilled'?"
            ),
            (
                "bladet outcomes, rad 3, kolumn status: väntade något av not_started, "
                "ongoing, fulfilled, partly, not_fulfilled, no_evidence, fick "
                "'upfylt'; menade du 'fulfilled' eller 'not_fulfilled'?"
            ),
        ),
    ],
)
def test_what_is_filled_in_wrongly_is_told_in_both_languages(
    register, cells, english, swedish
):
    """
    The sheet, the row and the column are named in the language of the rest.
    """
    with pytest.raises(InvalidDocument) as caught:
        xlsx.loads(filled_in(register, **cells))

    (problem,) = caught.value.problems
    assert (str(problem), problem.in_language("sv")) == (english, swedish)


def test_what_is_wrong_with_the_whole_is_told_in_swedish(rows):
    """
    A sheet that is none, one that says what it is wrongly, a part, and the workbook.
    """
    wrong = [
        book_of(rows | {"Promise": [["text"]]}),
        book_of({"about": [["schema", "medborgarloften/register"]]} | rows),
        book_of(rows | {"parties": rows["parties"][:1]}),
        book_of(changed(rows, "promises", 3, "period_last_day", "2019-12-31")),
        book_of({"Blad1": [["a"]]}),
    ]
    told = []
    for data in wrong:
        with pytest.raises(InvalidDocument) as caught:
            xlsx.loads(data)
        told.append(caught.value.problems[0].in_language("sv"))

    assert told[:3] == [
        "bladet Promise: är ingen känd tabell; menade du bladet promises?",
        "bladet about, schema_version: saknas",
        "bladet agreements, rad 2, bladet parties: duger inte; ange minst en part",
    ]
    assert told[3].startswith("bladet promises, rad 3, kolumnerna period_…: ")
    assert told[4].startswith("arbetsboken: har inget blad av registret; ")


# ---------------------------------------------------------------- what is no workbook


NO_WORKBOOK = "workbook: is no whole workbook of Excel; save it as .xlsx anew"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"agreement;number\r\n",
        b"PK\x03\x04",
        b"<html></html>",
    ],
)
def test_what_is_no_workbook_is_refused(data):
    """
    A text, nothing at all, and the beginning of a file are no workbooks.
    """
    assert problems_of(data)[0].startswith(NO_WORKBOOK)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data):
    """
    Whatever is handed over, there is one error for what is no workbook.
    """
    assert problems_of(data)[0].startswith("workbook: is ")


def test_an_old_or_locked_workbook_is_told(register):
    """
    Excel locks a workbook in the same kind of file that it wrote long ago.
    """
    data = bytes.fromhex("d0cf11e0a1b11ae1") + xlsx.dumps(register)

    assert problems_of(data) == [
        (
            "workbook: is an old .xls, or locked with a password; "
            "save it as .xlsx with no password"
        )
    ]


def test_half_a_workbook_is_refused(register):
    """
    A file that was cut off anywhere is never read as if it were whole.
    """
    data = xlsx.dumps(register)
    for length in range(0, len(data) - 1, 997):
        assert problems_of(data[:length])[0].startswith(NO_WORKBOOK)


@pytest.mark.parametrize(
    "changes",
    [
        {"workbook": lambda _: None},  # no part of that name
        {"workbook": lambda part: part[:-20]},  # no whole XML
        {"workbook": lambda part: part.replace(b"rId2", b"rId99")},
        {"workbook": lambda part: part.replace(b'"parties"', b'"promises"')},
        {"workbook": lambda part: b"<!-- -->" + part},
        {"sharedStrings": lambda part: part[:-20]},
        {"workbook": lambda part: part.decode().encode("utf-16")},
        {"workbook": lambda part: part.replace(b'"UTF-8"', b'"none"')},
        {"sheet2": lambda part: part.replace(b'r="A1"', b"")},  # nobody knows where
        {"sheet2": lambda part: part.replace(b'r="A1"', b'r="&#65;1"')},
        {"sheet2": lambda part: part.replace(b"</sheetData>", b"")},
        {"sheet2": lambda part: part.replace(b't="s"', b't="z"')},
        {"sheet1": lambda part: part.replace(b't="s"', b't="z"')},
    ],
)
def test_a_damaged_workbook_is_refused(register, changes):
    """
    Whatever is wrong with its parts, it is told in one way.
    """
    assert problems_of(edited(xlsx.dumps(register), **changes))[0].startswith(
        NO_WORKBOOK
    )


def test_a_part_that_expands_without_measure_is_refused(register):
    """
    A small file that grows to fill the memory is refused before it does.
    """
    bomb = lambda part: part + b" " * 70 * 2**20  # noqa: E731

    assert problems_of(edited(xlsx.dumps(register), sheet5=bomb)) == [
        "workbook: expands to more than 250 times its size; save its tables as CSV"
    ]


def test_parts_that_are_not_needed_are_not_looked_at(register):
    """
    Whatever else a workbook holds, pictures or notes, takes no time.
    """
    data = edited(xlsx.dumps(register), theme1=lambda _: b" " * 70 * 2**20)

    assert xlsx.loads(data) == register


def test_a_cell_far_from_the_others_is_refused(register):
    """
    All the places between would be made, and there are seventeen thousand million.
    """
    far = lambda part: part.replace(  # noqa: E731
        b"</sheetData>", b'<row><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )

    assert problems_of(edited(xlsx.dumps(register), sheet5=far)) == [
        (
            "workbook: the sheet 'promises' has a cell far from the others; delete the "
            "rows and columns between them, and save it anew"
        )
    ]


def test_a_format_far_from_the_cells_is_passed_over(register):
    """
    Formatting a whole row or column makes cells that nothing stands in.
    """
    far = lambda part: part.replace(  # noqa: E731
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    )

    assert xlsx.loads(edited(xlsx.dumps(register), sheet5=far)) == register


def test_a_long_text_that_many_cells_share_is_refused(register):
    """
    It would be made again for each of them.
    """
    text = b"<si><t>" + b"a" * 2**20 + b"</t></si></sst>"
    cells = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % n for n in range(9, 99))
    row = b"<row>" + cells + b"</row></sheetData>"
    changes = {
        "sharedStrings": lambda part: part.replace(b"<si>", text[:-6] + b"<si>", 1),
        "sheet5": lambda part: part.replace(b"</sheetData>", row),
    }

    assert problems_of(edited(xlsx.dumps(register), **changes)) == [
        "workbook: expands to more than 250 times its size; save its tables as CSV"
    ]


def test_a_locked_part_is_refused(register):
    """
    A part that wants a password of its own cannot be read.
    """
    data = bytearray(xlsx.dumps(register))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + offset] |= 1
            start = data.find(mark, start + 1)

    assert problems_of(bytes(data))[0].startswith(NO_WORKBOOK)


@pytest.mark.parametrize(
    ("library", "use"),
    [
        ("xlsxwriter", lambda: xlsx.dumps(Register())),
        ("python_calamine", lambda: xlsx.loads(b"")),
    ],
)
def test_the_missing_library_is_told(monkeypatch, library, use):
    """
    One library writes and one reads; the extra brings both.
    """
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtra, match=r"medborgarloften\[xlsx\]"):
        use()


def test_themes_share_a_cell(register):
    """
    Words of a list stand with a stroke between them, and there is no list to choose.
    """
    several = with_promise(register, themes=(Theme.DRUGS, Theme.TRAFFIC_SAFETY))
    headings, goal, _ = cells_of(xlsx.dumps(several), "promises")

    assert goal[headings.index("themes")] == "drugs | traffic_safety"


def test_a_file_may_be_compressed_once_more(tmp_path, register):
    """
    The end of the name tells, as for every format.
    """
    xlsx.dump(register, tmp_path / "a.xlsx.gz")

    assert xlsx.load_register(tmp_path / "a.xlsx.gz") == register
