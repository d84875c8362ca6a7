"""Days told by how long ago they were: "i går", "i fredags", "på fredagen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from medborgarloften.model import How

__all__ = ["Day", "counted_back"]


class Day(NamedTuple):
    """A day, where it stands, and how it is known."""

    start: int
    end: int
    day: date
    how: How


_COUNTED = re.compile(
    r"\b(?:(?P<today>i\s?dag)|(?P<yesterday>i\s?går)|(?P<before>i\s?förrgår)"
    r"|i\s(?P<ago>mån|tis|ons|tors|fre|lör|sön)dags"
    r"|(?:på|under)\s(?P<on>mån|tis|ons|tors|fre|lör|sön)dag"
    r"(?:en|s(?:morgonen|förmiddagen|eftermiddagen|kvällen)))\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")


def counted_back(sentence: str, now: date) -> Iterator[Day]:
    """Count the days of "i går", "i fredags" and "på fredagen" from *now*."""
    for match in _COUNTED.finditer(sentence):
        if match["today"]:
            back = 0
        elif match["yesterday"]:
            back = 1
        elif match["before"]:
            back = 2
        else:
            weekday = _WEEKDAYS.index((match["ago"] or match["on"]).casefold())
            back = (now.weekday() - weekday) % 7
            # "I fredags" is never today.
            back = back or (7 if match["ago"] else 0)
        if back <= now.toordinal() - 1:
            yield Day(*match.span(), now - timedelta(days=back), How.INFERRED)
