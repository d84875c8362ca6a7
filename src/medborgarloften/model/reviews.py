"""What is to come of an agreement while it holds: reviews, and changes of how long."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from medborgarloften.model._rules import check, refuse, whole_day
from medborgarloften.model.per import Per, stretches
from medborgarloften.model.period import ValidityPeriod

__all__ = ["Amendment", "Review"]


@frozen(kw_only=True)
class Review:
    """An undertaking to look at the agreement again: "ska årligen revideras".

    Attributes:
        purpose: What is to be done, as a noun: "revidering", "avstämning".
        times: How often in each *per*.
        per: The stretch of time; ``None`` is once in the whole period.
        wording: The words that say so.
    """

    purpose: str
    times: int = 1
    per: Per | None = None
    wording: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.times < 1:
            raise refuse(self, "times", "give 1 or more")

    def due_days(
        self, period: ValidityPeriod, *, until: date | None = None
    ) -> tuple[date, ...]:
        """List the days by which it is to be done, in order.

        Each *per* is cut in as many equal parts as there are times, and each is
        due on the last day of its part.  A part that *period* ends within is due on
        the last day of *period*, so a period that states both its ends, and may
        not go on, has at least one due day.  Give *until* for a period with no
        stated last day; it counts.  Nobody can tell the days of a period with no
        first day: there are none.

        Raises:
            InvalidField: If *until* is a `datetime`, or no day.

        >>> twice = Review(purpose="uppföljning", times=2, per=Per.YEAR)
        >>> [str(day) for day in twice.due_days(ValidityPeriod.of_year(2020))]
        ['2020-06-30', '2020-12-31']
        >>> until_autumn = ValidityPeriod.parse("2020-01/2020-09")
        >>> [str(day) for day in twice.due_days(until_autumn)]
        ['2020-06-30', '2020-09-30']
        """
        first_day, last_day = period.first_day, period.last_day
        ends = [whole_day(day) for day in (last_day, until) if day is not None]
        if first_day is None or not ends or min(ends) < first_day:
            return ()
        end = last_day or ends[0]
        laid = tuple(stretches(self.per or Per.PERIOD, first_day, end))
        days = {
            day
            for stretch in laid
            for day in stretch.last_days_of_parts(self.times)
            if first_day <= day <= end
        }
        # It is within no part if school is out; then it is due if nothing else is.
        if period.days and (not laid or laid[-1].last_day > end):
            days.add(end)
        return tuple(sorted(day for day in days if day <= min(ends)))


@frozen(kw_only=True)
class Amendment:
    """A later change of how long the agreement holds: "förlängs till 30 juni".

    Attributes:
        on: The day the change was made or published.
        last_day: The new last day, which counts.
        wording: The words that say so.
    """

    on: date | None = None
    last_day: date | None = None
    wording: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
