from __future__ import annotations

import subprocess
import sys

# An audit hook sees every file that Python opens, and every socket it makes.
WATCHED = """
import sys
from pathlib import Path

seen = []


def watch(event, arguments):
    if event == "open" and Path(str(arguments[0])).suffix == ".csv":
        seen.append(Path(arguments[0]))
    assert not event.startswith("socket.")


sys.addaudithook(watch)

from medborgarloften import reference

print([path.name for path in seen if path.parent.parent.name == "reference"])
for _ in range(2):
    reference.municipality("Askersund")
    reference.find_municipalities("Polisen i Askersund")
print(sorted(path.name for path in seen if path.parent.parent.name == "reference"))
"""


def test_tables_are_read_on_first_use_and_once():
    """
    To import reads no table and asks no network; a look-up reads what it needs.
    """
    told = subprocess.run(
        [sys.executable, "-c", WATCHED],
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout

    assert told.splitlines() == [
        "[]",
        "['counties.csv', 'municipalities.csv', 'municipality_changes.csv']",
    ]
