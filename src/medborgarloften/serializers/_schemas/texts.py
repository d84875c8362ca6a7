"""Texts and days as patterns, which every language's validator reads alike.

So a pattern asks for nothing that only some dialects have: it does not look ahead,
and an odd character stands in it as itself and not as an escape.  To Python ``$``
is also the place before a last line feed, so what has one length is given that
length too.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import cache
from typing import Any, Literal, TypeAlias

from medborgarloften.model import Precision
from medborgarloften.model._calendar import CalendarUnit

__all__ = ["Schema", "day", "fixed_text", "text", "unit_end"]

Schema: TypeAlias = dict[str, Any]

_LENGTH_OF_A_DAY = 10
_A_COMMON_AND_A_LEAP_YEAR = (2019, 2020)
_LAST_OF_FEBRUARY = "02-28"  # but for leap years
# The winters that begin and end there reach out of the years 1 to 9999.
_EDGES = {"first_day": date(9999, 12, 1), "last_day": date(1, 2, 28)}

# Years are told apart by two digits that make, or do not make, a multiple of four.
_FOURS = "(?:0[48]|[2468][048]|[13579][26])"
_NO_FOURS = "(?:[02468][1235679]|[13579][01345789])"
_LEAP_YEAR = f"(?:[0-9]{{2}}{_FOURS}|{_FOURS}00)"
_COMMON_YEAR = f"(?:[0-9]{{2}}{_NO_FOURS}|{_NO_FOURS}00)"
_YEAR = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_DAY_BUT_OF_LEAP = (
    "(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    "|(?:0[13-9]|1[0-2])-(?:29|30)"
    "|(?:0[13578]|1[02])-31)"
)


@cache
def text() -> Schema:
    """Describe a text that is not blank, and is whole characters.

    White space is what it is to Python, and has been to Unicode since 6.3.
    """
    characters = map(chr, range(sys.maxunicode + 1))
    spaces = "".join(character for character in characters if character.isspace())
    return {
        "description": "A text that is not blank.",
        "type": "string",
        "allOf": [
            {
                "$comment": "There is something else than white space (Unicode 6.3).",
                "pattern": f"[^{spaces}]",
            },
            {
                "$comment": "There is no half of a character (a lone surrogate).",
                "pattern": f"^[\x00-\ud7ff\ue000-{chr(sys.maxunicode)}]*$",
            },
        ],
    }


def fixed_text(pattern: str, length: int) -> Schema:
    """Describe a text of one *length* that is *pattern* from beginning to end."""
    return {"type": "string", "pattern": f"^{pattern}$", "maxLength": length}


def day() -> Schema:
    """Describe a day of the years 1 to 9999, the leap days where they are.

    >>> import re
    >>> re.search(day()["pattern"], "2019-02-29")
    """
    days = f"(?:{_YEAR}-{_DAY_BUT_OF_LEAP}|{_LEAP_YEAR}-02-29)"
    described = {"description": "A day of the calendar: 2021-06-30."}
    return described | fixed_text(days, _LENGTH_OF_A_DAY)


def unit_end(precision: Precision, end: Literal["first_day", "last_day"]) -> Schema:
    """Describe which days are the first, or the last, of a unit of the calendar.

    >>> unit_end(Precision.HALF_YEAR, "last_day")["pattern"]
    '^[0-9]{4}-(?:06-30|12-31)$'
    """
    days = {
        f"{getattr(unit, end):%m-%d}"
        for year in _A_COMMON_AND_A_LEAP_YEAR
        for month in range(1, 13)
        if (unit := CalendarUnit.holding(date(year, month, 1), precision))
    }
    patterns = [f"[0-9]{{4}}-{_one_of(sorted(days - {_LAST_OF_FEBRUARY}))}"]
    if _LAST_OF_FEBRUARY in days:
        patterns.append(f"{_COMMON_YEAR}-{_LAST_OF_FEBRUARY}")
    described = fixed_text(_one_of(patterns), _LENGTH_OF_A_DAY)
    edge = _EDGES[end]
    if f"{edge:%m-%d}" in days and not CalendarUnit.holding(edge, precision):
        described["not"] = {"const": edge.isoformat()}
    return described


def _one_of(patterns: list[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"
