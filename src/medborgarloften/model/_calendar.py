"""The stretches of the calendar that Swedish texts name.

A year, a half-year, a quarter, a tertial (four months), a season, a school term
or a month has a first and a last day.  Their texts are those of EDTF (ISO
8601-2): ``2019``, ``2019-06``, ``2019-21`` to ``-24`` for seasons, ``-33`` to
``-36`` for quarters, ``-37`` to ``-39`` for tertial, ``-40`` and ``-41`` for
half-years.  EDTF has no code for school terms, so they are written with the
Swedish abbreviations: ``2019-VT`` (vårterminen, January to June) and
``2019-HT`` (höstterminen, August to December).  A winter belongs to the year
in which it begins: ``2019-24`` is December 2019 to February 2020.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Self, final

from attrs import frozen
from dateutil.relativedelta import relativedelta

__all__ = ["CalendarUnit", "Precision"]


class Precision(StrEnum):
    """How exactly one end of a period was stated.

    "2019-2021" is 2019-01-01 to 2021-12-31 with ``YEAR`` at both ends: the
    agreement may in truth have been signed in November.
    """

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    TERM = "term"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"


# For each precision: the month a unit begins in, its months, its code in a text.
_UNITS: dict[Precision, tuple[tuple[int, int, str], ...]] = {
    Precision.MONTH: tuple((month, 1, f"-{month:02}") for month in range(1, 13)),
    Precision.SEASON: ((3, 3, "-21"), (6, 3, "-22"), (9, 3, "-23"), (12, 3, "-24")),
    Precision.QUARTER: ((1, 3, "-33"), (4, 3, "-34"), (7, 3, "-35"), (10, 3, "-36")),
    Precision.TERTIAL: ((1, 4, "-37"), (5, 4, "-38"), (9, 4, "-39")),
    Precision.HALF_YEAR: ((1, 6, "-40"), (7, 6, "-41")),
    Precision.TERM: ((1, 6, "-VT"), (8, 5, "-HT")),
    Precision.YEAR: ((1, 12, ""),),
}
_BY_CODE = {
    code: (precision, month, months)
    for precision, units in _UNITS.items()
    for month, months, code in units
}
_UNIT_TEXT = re.compile(r"(?P<year>[0-9]{4})(?P<code>-[0-9A-Z]{2})?")
_DAY_TEXT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


_NO_SUCH_DAY = "the calendar has no such day"
_WRITTEN_OTHERWISE = "write it as 2019/2021, 2018-07-01/2020-06-30, /2021-06 or 2024/.."


@final
@frozen
class CalendarUnit:
    """One day, month, season … or year, from its first day through its last.

    >>> print(CalendarUnit.parse("2019-38").last_day)
    2019-08-31
    >>> print(CalendarUnit.holding(date(2020, 2, 29), Precision.SEASON))
    2019-24
    """

    first_day: date
    last_day: date
    precision: Precision
    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one unit, the form `str` writes.

        Raises:
            ValueError: If *text* names no unit of the calendar; it tells what to do.
        """
        is_day = _DAY_TEXT.fullmatch(text)
        found = _UNIT_TEXT.fullmatch(text)
        code = found and (found["code"] or "")
        if not is_day and code not in _BY_CODE:
            raise ValueError(_WRITTEN_OTHERWISE)
        try:
            if found is None or code is None:
                day = date.fromisoformat(text)
                return cls(day, day, Precision.DAY, text)
            precision, month, months = _BY_CODE[code]
            return cls._of_months(int(found["year"]), month, months, precision, code)
        except ValueError as error:
            raise ValueError(_NO_SUCH_DAY) from error

    # Many periods, few units: a year's first and last days are asked for again
    # and again, and month arithmetic is slow.
    @classmethod
    @lru_cache(maxsize=4096)
    def holding(cls, day: date, precision: Precision) -> Self | None:
        """Find the unit of this precision that *day* belongs to.

        ``None`` for a July and ``TERM``: July is in no school term.  ``None`` too
        for the two winters that the calendar, from year 1 through 9999, cuts off.
        """
        if precision is Precision.DAY:
            return cls(day, day, precision, day.isoformat())
        for month, months, code in _UNITS[precision]:
            if (day.month - month) % 12 < months:
                year = day.year - (day.month < month)
                with suppress(ValueError):
                    return cls._of_months(year, month, months, precision, code)
        return None

    @classmethod
    def _of_months(
        cls, year: int, month: int, months: int, precision: Precision, code: str
    ) -> Self:
        first_day = date(year, month, 1)
        # day=31 sets the day and clamps it to the month's last.
        last_day = first_day + relativedelta(months=months - 1, day=31)
        return cls(first_day, last_day, precision, f"{year:04}{code}")

    def __str__(self) -> str:
        return self.text
