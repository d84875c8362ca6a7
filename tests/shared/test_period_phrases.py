"""Period phrases collected from published pages, where they are at hand."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path

import pytest

from medborgarloften.reading.periods import read_period

SHARED = Path(__file__).parents[3] / "shared"
PHRASES = SHARED / "periods" / "phrases.tsv"
SCORER = SHARED / "tools" / "score_periods.py"

pytestmark = pytest.mark.skipif(
    not (PHRASES.exists() and SCORER.exists()), reason="the phrases are not at hand"
)


def test_every_collected_phrase_is_read_right():
    """
    What officials have written is read as the collectors of the phrases read it.
    """
    spec = importlib.util.spec_from_file_location("score_periods", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    with PHRASES.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    faults = {row["phrase"]: scorer.judge(row, read_period) for row in rows}

    assert {phrase: fault for phrase, fault in faults.items() if fault} == {}
