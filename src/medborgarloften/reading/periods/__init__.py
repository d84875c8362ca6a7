"""Swedish expressions of time, read: "fram till halvårsskiftet 2021" as days.

Officials write a period in some fifty ways.  They are a closed grammar here:
`find_periods` and `read_period` cut the text into tokens and let rules read them,
each going forward only, so the time is linear in the length of the text, whatever
it holds.  The words are in ``words.toml``, for anyone in the field to correct.

Conventions: vår, sommar, höst and vinter are March to May and so on, and a winter
belongs to the year it begins in; vårterminen is January to June, höstterminen
August to December, läsåret both; halvårsskiftet is 30 June as an end and 1 July
as a beginning, årsskiftet 31 December and 1 January; weeks are ISO weeks; "till"
and "fram till" include the day, month or year they name; "ett år framåt" ends the
day before the anniversary.

Halvårsskiftet and årsskiftet are the moment between two days, so what begins or
ends there does so to the day.
"""

from __future__ import annotations

from medborgarloften.reading.periods._finding import (
    FoundDay,
    FoundPeriod,
    PeriodReading,
    find_days,
    find_periods,
    read_period,
)
from medborgarloften.reading.periods._shapes import Duration, Form

__all__ = [
    "Duration",
    "Form",
    "FoundDay",
    "FoundPeriod",
    "PeriodReading",
    "find_days",
    "find_periods",
    "read_period",
]
