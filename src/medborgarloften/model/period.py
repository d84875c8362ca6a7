"""Periods of validity: the days on which a promise holds.

Days are whole and both ends count.  Officials leave ends out ("fram till
halvårsskiftet 2021"), name years where they mean days, and let agreements run
"tills vidare", so a period answers with three values: a day is certainly
covered (``day in period``), possibly covered (`ValidityPeriod.may_cover`), or
not covered.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import total_ordering
from typing import Literal, Self

from attrs import frozen
from dateutil.relativedelta import relativedelta

from medborgarloften.errors import InvalidPeriod
from medborgarloften.model._calendar import CalendarUnit, Precision
from medborgarloften.model._rules import check, expect, whole_day

__all__ = ["ValidityPeriod"]

_ONE_DAY = timedelta(days=1)
_OPEN = ".."


@total_ordering
@frozen(order=False)
class ValidityPeriod:
    """The days on which an agreement or a promise holds (giltighetstid).

    An end that is not stated is ``None``.  It makes a day *possibly* covered,
    never certainly.  A period that is `open_ended` ("tills vidare") has no last
    day, or may go on after it ("2019 eller till dess att nytt löfte tecknats").

    The algebra (`overlaps`, `intersection`, `union`, `covers`, `before`,
    `meets`, `gaps`) compares the days that periods *may* cover: an unstated end
    reaches as far as it could, so it cuts nothing.

    Periods sort by first day, then last day: an unstated first day before every
    day, an unstated last day after every day.

    >>> period = ValidityPeriod.of_years(2019, 2021)
    >>> date(2021, 12, 31) in period
    True
    >>> str(period)
    '2019/2021'
    >>> until = ValidityPeriod.until(date(2021, 6, 30))
    >>> date(2020, 6, 1) in until, until.may_cover(date(2020, 6, 1))
    (False, True)

    Attributes:
        first_day: The first day that counts; ``None`` where it is not stated.
        last_day: The last day that counts; ``None`` where it is not stated, and
            where there is none (see *open_ended*).
        first_precision: How exactly the first day was stated.
        last_precision: How exactly the last day was stated.
        open_ended: Whether it may go on without a further decision.

    Raises:
        InvalidPeriod: If the last day comes before the first, or an end is not
            the end of a unit of its precision.
        InvalidField: If a day is a `datetime`, or no day.
    """

    first_day: date | None = None
    last_day: date | None = None
    first_precision: Precision = Precision.DAY
    last_precision: Precision = Precision.DAY
    open_ended: bool = False

    def __attrs_post_init__(self) -> None:
        check(self)
        if (
            self.first_day is not None
            and self.last_day is not None
            and self.last_day < self.first_day
        ):
            found = f"first_day {self.first_day} with last_day {self.last_day}"
            raise InvalidPeriod(found, "put the earlier day first")
        _refuse_misfit("first", self.first_day, self.first_precision)
        _refuse_misfit("last", self.last_day, self.last_precision)

    @classmethod
    def of_year(cls, year: int) -> Self:
        """Make the period of one calendar year.

        >>> str(ValidityPeriod.of_year(2017))
        '2017'

        Raises:
            InvalidPeriod: If *year* is outside 1 to 9999.
            InvalidField: If *year* is no whole number.
        """
        expect(int, "ValidityPeriod.of_year", "year", year)
        return cls.of_years(year, year)

    @classmethod
    def of_years(cls, first_year: int, last_year: int) -> Self:
        """Make the period from one calendar year through another.

        Raises:
            InvalidPeriod: If *last_year* is before *first_year*, or outside
                1 to 9999.
            InvalidField: If one of them is no whole number.
        """
        expect(int, "ValidityPeriod.of_years", "first_year", first_year)
        expect(int, "ValidityPeriod.of_years", "last_year", last_year)
        try:
            first_day, last_day = date(first_year, 1, 1), date(last_year, 12, 31)
        except ValueError as error:
            found = f"{first_year}/{last_year}"
            raise InvalidPeriod(found, "give years from 1 to 9999") from error
        return cls(first_day, last_day, Precision.YEAR, Precision.YEAR)

    @classmethod
    def of_months(cls, first_day: date, months: int) -> Self:
        """Make the period of *months* months that begins on *first_day*.

        It ends the day before its anniversary: months differ in length, so two
        years are not 730 days.

        >>> str(ValidityPeriod.of_months(date(2019, 11, 28), 12))
        '2019-11-28/2020-11-27'

        Raises:
            InvalidPeriod: If *months* is less than 1, or the calendar ends first.
            InvalidField: If *first_day* is a `datetime`, or no day, or *months* is
                no whole number.
        """
        expect(int, "ValidityPeriod.of_months", "months", months)
        found = f"{months} months from {whole_day(first_day)}"
        if months < 1:
            raise InvalidPeriod(found, "give at least one month")
        try:
            last_day = first_day + relativedelta(months=months, days=-1)
        except (OverflowError, ValueError) as error:
            raise InvalidPeriod(found, "end it before the year 10000") from error
        return cls(first_day, last_day)

    @classmethod
    def until(cls, last_day: date) -> Self:
        """Make the period through *last_day* whose first day is not stated."""
        return cls(last_day=last_day)

    @classmethod
    def since(cls, first_day: date, *, open_ended: bool = False) -> Self:
        """Make the period from *first_day* on whose last day is not stated.

        Say *open_ended* where it was said that there is none ("tills vidare").
        """
        return cls(first_day=first_day, open_ended=open_ended)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a period, the form `str` writes: an EDTF (ISO 8601-2) interval.

        Both ends are days, months, years or other units of the calendar; one
        unit stands for itself (``2017``).  Nothing stands for an end that is
        not stated (``/2021-06-30``) and ``..`` for one that is open
        (``2024/..``).  Of our own, for want of an EDTF code: ``2019-VT`` and
        ``2019-HT`` are school terms, and ``2019/2019..`` may go on after 2019.

        >>> print(ValidityPeriod.parse("2020-06/2021-03").last_day)
        2021-03-31

        Raises:
            InvalidPeriod: If *text* is none of these.
            InvalidField: If *text* is no text.
        """
        expect(str, "ValidityPeriod.parse", "text", text)
        first_text, slash, last_text = text.partition("/")
        if not slash and text:
            last_text = first_text
        open_ended = last_text.endswith(_OPEN)
        try:
            first = _read_unit(first_text)
            last = _read_unit(last_text.removesuffix(_OPEN))
        except ValueError as error:
            raise InvalidPeriod(repr(text), str(error)) from error
        if not text:
            raise InvalidPeriod(repr(text), "write / where no day is stated")
        return cls(
            first_day=first and first.first_day,
            last_day=last and last.last_day,
            first_precision=first.precision if first else Precision.DAY,
            last_precision=last.precision if last else Precision.DAY,
            open_ended=open_ended,
        )

    def __str__(self) -> str:
        first = _unit_text(self.first_day, self.first_precision)
        last = _unit_text(self.last_day, self.last_precision)
        if first == last and first and not self.open_ended:
            return first
        return f"{first}/{last}{_OPEN if self.open_ended else ''}"

    def __contains__(self, day: date) -> bool:
        """Tell whether *day* is certainly covered.

        An end that is not stated and not open makes that "maybe", so not this.
        """
        whole_day(day)
        return (
            self.first_day is not None
            and self.first_day <= day
            and (self.open_ended if self.last_day is None else day <= self.last_day)
        )

    def may_cover(self, day: date) -> bool:
        """Tell whether nothing stated excludes *day*."""
        return _earliest(self) <= whole_day(day) <= _latest(self)

    def __lt__(self, other: ValidityPeriod) -> bool:
        if not isinstance(other, ValidityPeriod):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        return _order(self) < _order(other)

    @property
    def is_stated(self) -> bool:
        """Whether anything at all is said of its days."""
        return self != ValidityPeriod()

    @property
    def days(self) -> int | None:
        """How many days it has, both ends counted; ``None`` where that is not said.

        >>> ValidityPeriod.of_year(2020).days
        366
        """
        if self.first_day is None or self.last_day is None or self.open_ended:
            return None
        return (self.last_day - self.first_day).days + 1

    @property
    def duration(self) -> timedelta | None:
        """`days` as a `timedelta`."""
        return None if self.days is None else timedelta(days=self.days)

    def overlaps(self, other: ValidityPeriod) -> bool:
        """Tell whether some day may be covered by both."""
        return _earliest(self) <= _latest(other) and _earliest(other) <= _latest(self)

    def covers(self, other: ValidityPeriod) -> bool:
        """Tell whether this may cover each day that *other* may."""
        return _earliest(self) <= _earliest(other) and _latest(other) <= _latest(self)

    def before(self, other: ValidityPeriod) -> bool:
        """Tell whether this has surely ended when *other* begins."""
        return _latest(self) < _earliest(other)

    def meets(self, other: ValidityPeriod) -> bool:
        """Tell whether *other* begins on the day after this ends."""
        if self.last_day is None or self.last_day == date.max or self.open_ended:
            return False
        return other.first_day == self.last_day + _ONE_DAY

    def intersection(self, other: ValidityPeriod) -> ValidityPeriod | None:
        """Find the days that both may cover; ``None`` if there are none.

        It may cover a day if and only if both may, and what is certain of both
        is certain of it.  More may be certain of it, for an end that only one of
        the two states is the end: "hösten 2015" within an agreement of which no
        day is known is still that autumn, and ``2019/2019..`` within
        ``2019/2021`` is ``2019/2021``.  Where both state all their ends and
        neither may go on, nothing is certain but what is certain of both.
        Where both may go on and one begins only after the other's last day,
        nobody can say until when, and the answer states no end.

        >>> year, autumn = ValidityPeriod.of_year(2015), ValidityPeriod.parse("2015-23")
        >>> str(year.intersection(autumn))
        '2015-23'
        """
        if not self.overlaps(other):
            return None
        first = max(self, other, key=_first_key)
        last = min(self, other, key=lambda each: (_latest(each), _last_key(each)))
        if first.first_day and last.last_day and last.last_day < first.first_day:
            return ValidityPeriod(
                first.first_day, first_precision=first.first_precision
            )
        return ValidityPeriod(
            first.first_day,
            last.last_day,
            first.first_precision,
            last.last_precision,
            open_ended=(
                last.open_ended
                if last.last_day is not None
                else self.open_ended or other.open_ended
            ),
        )

    def union(self, other: ValidityPeriod) -> ValidityPeriod | None:
        """Find the one period of the days that either may cover.

        ``None`` if there are days between the two: then it is not one period.
        Where only the first may go on until the second begins, the first is the
        answer: it may cover all of the second, and nothing more is certain.

        >>> spring, autumn = map(ValidityPeriod.parse, ["2019-40", "2019-41"])
        >>> str(spring.union(autumn))
        '2019-40/2019-41'
        """
        if not (self.overlaps(other) or self.meets(other) or other.meets(self)):
            return None
        earlier, later = sorted((self, other))
        if earlier.open_ended and _are_apart(earlier, later):
            return earlier
        first = min(self, other, key=lambda each: (_earliest(each), _first_key(each)))
        last = max(self, other, key=lambda each: (_latest(each), _last_key(each)))
        return ValidityPeriod(
            first.first_day,
            last.last_day,
            first.first_precision,
            last.last_precision,
            open_ended=last.open_ended,
        )

    @staticmethod
    def gaps(
        periods: Iterable[ValidityPeriod], within: ValidityPeriod
    ) -> tuple[ValidityPeriod, ...]:
        """List the stretches of *within* that none of *periods* may cover.

        They come in order and are exact to the day.

        >>> years = [ValidityPeriod.of_year(2017), ValidityPeriod.of_year(2019)]
        >>> within = ValidityPeriod.of_years(2017, 2020)
        >>> [str(gap) for gap in ValidityPeriod.gaps(years, within)]
        ['2018-01-01/2018-12-31', '2020-01-01/2020-12-31']

        Raises:
            InvalidPeriod: If *within* does not state both its ends.
        """
        if within.first_day is None or within.last_day is None or within.open_ended:
            raise InvalidPeriod(
                str(within), "look for gaps within a first and a last day"
            )
        gaps: list[ValidityPeriod] = []
        uncovered: date | None = within.first_day
        for period in sorted(periods, key=_earliest):
            if uncovered is None or _earliest(period) > within.last_day:
                break
            if _earliest(period) > uncovered:
                gaps.append(ValidityPeriod(uncovered, _earliest(period) - _ONE_DAY))
            if _latest(period) >= uncovered:
                uncovered = _day_after(_latest(period), within.last_day)
        if uncovered is not None:
            gaps.append(ValidityPeriod(uncovered, within.last_day))
        return tuple(gaps)


def _refuse_misfit(
    end: Literal["first", "last"], day: date | None, precision: Precision
) -> None:
    """Refuse a day that is not the end of a unit of its precision."""
    if precision is Precision.DAY:
        return
    unit = day and CalendarUnit.holding(day, precision)
    if not unit or day != (unit.first_day if end == "first" else unit.last_day):
        raise InvalidPeriod(
            f"{end}_day {day} with {end}_precision {precision}",
            f"give the {end} day of a {precision}, or say day",
        )


def _read_unit(text: str) -> CalendarUnit | None:
    return CalendarUnit.parse(text) if text else None


def _unit_text(day: date | None, precision: Precision) -> str:
    return "" if day is None else str(CalendarUnit.holding(day, precision))


def _earliest(period: ValidityPeriod) -> date:
    return period.first_day or date.min


def _latest(period: ValidityPeriod) -> date:
    return date.max if period.open_ended else period.last_day or date.max


def _are_apart(earlier: ValidityPeriod, later: ValidityPeriod) -> bool:
    """Tell whether there are days between what the two state."""
    last_day, first_day = earlier.last_day, later.first_day
    return bool(last_day and first_day and first_day - last_day > _ONE_DAY)


def _day_after(day: date, last_day: date) -> date | None:
    return day + _ONE_DAY if day < last_day else None


_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}


def _first_key(period: ValidityPeriod) -> tuple[date, bool, int]:
    """Order by first day: unstated first, and of equal days the finest last."""
    stated = period.first_day is not None
    return _earliest(period), stated, -_COARSENESS[period.first_precision]


def _last_key(period: ValidityPeriod) -> tuple[date, bool, bool, int]:
    """Order by last day: unstated last, and of equal days the finest first."""
    last_day, closed = period.last_day, not period.open_ended
    coarseness = _COARSENESS[period.last_precision]
    return last_day or date.max, last_day is None, closed, coarseness


def _order(period: ValidityPeriod) -> tuple[object, ...]:
    *first, coarseness = _first_key(period)
    return *first, *_last_key(period), coarseness
