"""Whether what a page says of its period agrees, and what it then is.

It may be told in several places, each in its way: an end in one and a beginning in
another, a whole year and the months of it.  What cannot both be true is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from medborgarloften.errors import InvalidPeriod, Problem
from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.dating.ranking import Rank
from medborgarloften.reading.evidence import Cited, cite
from medborgarloften.reading.periods import FoundPeriod
from medborgarloften.reading.text.document import Line

__all__ = ["Evidence", "PagePeriod", "agreed"]


@frozen
class PagePeriod:
    """The period of an agreement, the words that state it, and what is wrong."""

    period: ValidityPeriod = ValidityPeriod()  # noqa: RUF009 - it is immutable
    wording: Cited[str] | None = None
    problems: tuple[Problem, ...] = ()


@frozen
class Evidence:
    """A period that a line states, and how well it says that it is the agreement's."""

    rank: Rank
    line: Line
    found: FoundPeriod

    @property
    def period(self) -> ValidityPeriod:
        """What is stated."""
        return self.found.period

    @property
    def wording(self) -> Cited[str]:
        """The words that state it."""
        return cite(self.line, self.found.start, self.found.end)


def agreed(stated: Sequence[Evidence], evidence: Sequence[Evidence]) -> PagePeriod:
    """Take the narrowest of periods that lie within each other."""
    chosen = stated[0]
    period = chosen.period
    for each in stated[1:]:
        if (whole := _completed(period, each.period)) is not None:
            period = whole
        elif _differ_in_an_end(period, each.period):
            return _contradictory(chosen, each)
        elif each.period == evolve(period, open_ended=True):
            chosen, period = each, each.period
        elif period == evolve(each.period, open_ended=True):
            continue  # "… 2019 eller till dess att ett nytt tecknas" says more
        elif period.covers(each.period):
            chosen, period = each, each.period
        elif not each.period.covers(period):
            return _contradictory(chosen, each)
    for each in evidence:
        if each.rank.is_strong and not _fits(period, each.found):
            return _contradictory(chosen, each)
    return PagePeriod(_begun(period, evidence), chosen.wording)


def _begun(period: ValidityPeriod, evidence: Sequence[Evidence]) -> ValidityPeriod:
    """Let "gäller till och med december 2020" begin as "Löfte 2019-2020" tells."""
    for each in evidence:
        is_whole = each.period.first_day is not None and each.rank.is_strong
        if (
            is_whole
            and not period.first_day
            and period.last_day == each.period.last_day
        ):
            return evolve(
                period,
                first_day=each.period.first_day,
                first_precision=each.period.first_precision,
            )
    return period


def _completed(one: ValidityPeriod, other: ValidityPeriod) -> ValidityPeriod | None:
    """Put "gäller från 1 mars 2020" and "gäller till 1 maj 2021" together."""
    for first, last in ((one, other), (other, one)):
        if (
            first.first_day
            and last.last_day
            and not (first.last_day or first.open_ended or last.first_day)
        ):
            try:
                return evolve(
                    first, last_day=last.last_day, last_precision=last.last_precision
                )
            except InvalidPeriod:
                return None
    return None


def _differ_in_an_end(one: ValidityPeriod, other: ValidityPeriod) -> bool:
    """Tell whether two say when it begins, or when it ends, and not the same.

    Each covers the other in part, being open: "från 1 maj", "från 1 juni".
    """
    if one.last_day is None and other.last_day is None:
        is_as_exact = one.first_precision is other.first_precision
        return is_as_exact and one.first_day != other.first_day
    if one.first_day is None and other.first_day is None:
        is_as_exact = one.last_precision is other.last_precision
        return is_as_exact and one.last_day != other.last_day
    return _ends_in_another_year(one, other) or _ends_in_another_year(other, one)


def _ends_in_another_year(end: ValidityPeriod, whole: ValidityPeriod) -> bool:
    """Tell whether "till och med 2024" is said of "2021-2022"."""
    if end.first_day or not (end.last_day and whole.first_day and whole.last_day):
        return False
    return end.last_day.year != whole.last_day.year


def _fits(period: ValidityPeriod, found: FoundPeriod) -> bool:
    """Tell whether what is said elsewhere can be said of the same agreement."""
    if found.period.is_stated or found.duration is None:
        # A title's one year may be that of its signing; several are its years.
        is_of_its_years = found.is_of_several_years and _ends_in_another_year(
            period, found.period
        )
        return period.overlaps(found.period) and not is_of_its_years
    if period.open_ended:
        return False
    if period.first_day is None or period.last_day is None:
        return True
    stated = (period.last_day - period.first_day).days / _DAYS_OF_A_MONTH
    said = found.duration.months + found.duration.days / _DAYS_OF_A_MONTH
    return abs(stated - said) <= max(1.0, said / 4)


_DAYS_OF_A_MONTH = 30.44


def _contradictory(one: Evidence, other: Evidence) -> PagePeriod:
    first, second = one.wording.value, other.wording.value
    line = one.line.number
    problem = Problem(
        code="period-contradictory",
        message=(
            f"the period is said to be both {first!r} (line {line}) and {second!r};"
            " ask which one holds, no day is given here"
        ),
        message_sv=(
            f"giltighetstiden sägs vara både {first!r} (rad {line}) och {second!r};"
            " fråga vilken som gäller, ingen dag ges här"
        ),
        span=other.wording.span,
    )
    return PagePeriod(wording=one.wording, problems=(problem,))


# ---------------------------------------------------------------- searching
