from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from medborgarloften.reading.periods import read_period

TABLE = Path(__file__).with_name("phrases.tsv")
with TABLE.open(encoding="utf-8") as rows:
    PHRASES = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    "row", PHRASES, ids=lambda row: " | ".join(filter(None, row.values()))
)
def test_a_phrase_is_read_as_an_official_means_it(row):
    """
    Each phrase of the table gives its period, as EDTF, and its problem, if any.
    """
    day = row["reference_day"]
    reading = read_period(
        row["phrase"], reference_day=date.fromisoformat(day) if day else None
    )

    period = str(reading.period) if reading.period.is_stated else ""
    problems = ",".join(problem.code for problem in reading.problems)
    assert (period, problems) == (row["period"], row["problem"])
