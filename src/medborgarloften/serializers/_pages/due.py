"""The days by which what was promised is to be done.

No day is made up.  What goes on without a stated last day is followed as far as one
asks; and what is due more often than once a month has no days of its own, or there
would be nothing else to see.
"""

from __future__ import annotations

from datetime import date

from medborgarloften.model import Per, Review, ValidityPeriod
from medborgarloften.model.per import stretches_in

__all__ = ["due_days"]


def due_days(
    period: ValidityPeriod | None, times: int, per: Per | None, until: date | None
) -> tuple[date, ...]:
    """List the days by which something is due so many *times* in each *per*.

    They are those of `Review.due_days`, or none where that is often or nobody can
    tell.

    >>> year = ValidityPeriod.of_year(2020)
    >>> [str(day) for day in due_days(year, 1, Per.HALF_YEAR, until=None)]
    ['2020-06-30', '2020-12-31']
    >>> due_days(year, 1, Per.WEEK, until=None)
    ()
    """
    if period is None or period.first_day is None:
        return ()
    per = per or Per.PERIOD
    # Of what has no last day, nobody knows when the whole has passed.
    end = period.last_day or (None if per is Per.PERIOD else until)
    if end is None or end < period.first_day:
        return ()
    often, of = stretches_in(per, period.first_day, end)
    if times * often > _months_touched(period.first_day, end) * of:
        return ()
    return Review(purpose="-", times=times, per=per).due_days(period, until=until)


def _months_touched(first_day: date, last_day: date) -> int:
    years = last_day.year - first_day.year
    return years * 12 + last_day.month - first_day.month + 1
