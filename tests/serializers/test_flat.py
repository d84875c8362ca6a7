from __future__ import annotations

import csv as builtin_csv
import io
from datetime import date

import attrs
import pytest
from hypothesis import given, settings

from medborgarloften import Area, InvalidField, Register, Source, Status
from medborgarloften.serializers import csv
from medborgarloften.testing import registers

FEWER = settings(max_examples=40)

PAGE = Source(url="https://polisen.se/askersund")


def rows_of(register):
    """Read the table for analysis, each row by its headings."""
    text = io.StringIO(csv.flat(register).removeprefix("\ufeff"), newline="")
    return list(builtin_csv.DictReader(text, delimiter=";"))


def test_each_row_is_a_promise_with_what_it_takes(register):
    """
    Where, who, when, about what, how much and what became of it stand in one row.
    """
    goal, deed = rows_of(register)

    assert goal["promisors"] == "lokalpolisområde Hallsberg | Askersunds kommun"
    assert goal["themes_sv"].startswith("Otrygga platser")
    assert deed == {
        "agreement": "askersund-2019-2021",
        "agreement_kind": "citizens_promise",
        "title": "Medborgarlöfte för Askersund",
        "municipality_codes": "1882",
        "municipalities": "Askersund",
        "counties": "Örebro län",
        "police_regions": "Bergslagen",
        "district": "",
        "parties": "lokalpolisområde Hallsberg | Askersunds kommun",
        "number": "2",
        "text": "Minst 4 trafikinsatser under året",
        "kind": "activity",
        "parent": "1",
        "promisors": "lokalpolisområde Hallsberg",
        "promisor_kinds": "police",
        "attribution": "stated",
        "partners": "",
        "first_day": "2020-01-01",
        "last_day": "2020-12-31",
        "first_day_stated": "true",
        "open_ended": "false",
        "themes": "",
        "themes_sv": "",
        "quantities": "1",
        "minimum": "4",
        "maximum": "",
        "unit": "trafikinsats",
        "per": "year",
        "places": "",
        "target_groups": "",
        "hedged": "false",
        "condition": "",
        "status": "fulfilled",
        "statuses": "fulfilled",
        "status_on": "2020-12-31",
        "counted": "5",
        "source": "https://polisen.se/askersund",
    }


@FEWER
@given(registers(max_size=3))
def test_there_are_as_many_rows_as_promises(register):
    """
    Every promise has its row, in the order of the register.
    """
    promises = [
        (agreement.id, str(promise.number))
        for agreement in register.agreements
        for promise in agreement.promises
    ]

    # A mark stands before an id that a spreadsheet would take for a formula.
    read = [(row["agreement"].lstrip("'"), row["number"]) for row in rows_of(register)]
    assert read == [(id_.lstrip("'"), number) for id_, number in promises]


def test_the_latest_outcome_is_told(register):
    """
    Of what was told over the years, the last holds.
    """
    (first,) = register.outcomes
    later = attrs.evolve(first, on=date(2021, 6, 1), status=Status.PARTLY, counted=None)

    _, deed = rows_of(register.add(later))

    assert (deed["status"], deed["status_on"], deed["counted"]) == (
        "partly",
        "2021-06-01",
        "",
    )


def test_a_promise_with_no_days_of_its_agreement_has_none(register):
    """
    Where a source contradicts itself no day is made up.
    """
    (agreement,) = register.agreements
    period = agreement.promises[1].period
    earlier = attrs.evolve(
        period, first_day=date(2010, 1, 1), last_day=date(2010, 12, 31)
    )
    promises = (
        agreement.promises[0],
        attrs.evolve(agreement.promises[1], period=earlier),
    )
    strange = attrs.evolve(agreement, promises=promises)

    _, deed = rows_of(Register([strange]))

    assert (deed["first_day"], deed["last_day"], deed["open_ended"]) == ("", "", "")


def test_codes_that_nobody_knows_have_no_names(register):
    """
    A code of today, one that was left long ago and one that never was: two have names.
    """
    (agreement,) = register.agreements
    area = Area(municipalities=("1882", "1917", "9999"))

    row, _ = rows_of(Register([attrs.evolve(agreement, area=area)]))

    assert row["municipality_codes"] == "1882 | 1917 | 9999"
    assert row["municipalities"] == "Askersund | Heby"
    assert row["police_regions"] == "Bergslagen | Mitt"


def test_the_source_is_the_first_that_has_an_address(register):
    """
    A source on paper has none.
    """
    (agreement,) = register.agreements
    sources = (Source(title="Protokoll"), PAGE)

    row, _ = rows_of(Register([attrs.evolve(agreement, sources=sources)]))

    assert row["source"] == PAGE.url


def test_a_file_for_analysis_is_written_whole(tmp_path, register):
    """
    It has a byte order mark and semicolons, so that Excel opens it as it is.
    """
    csv.dump_flat(register, tmp_path / "flat.csv")

    text = (tmp_path / "flat.csv").read_bytes().decode()
    assert text == csv.flat(register)
    assert text.startswith("\ufeffagreement;agreement_kind;title;")


def test_nothing_has_headings_all_the_same():
    """
    A table of no promises still tells its columns.
    """
    assert csv.flat(Register()).count("\r\n") == 1


def test_only_a_register_is_made_flat():
    """
    Anything else is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        csv.flat([])
