"""What expressions say together: one period, or why there is none.

Each expression states a first day, a last day, both or a length.  Those that
belong together must agree: where one says a year and another a day of that year,
the day is meant; where they say different things, no day is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from medborgarloften.model import Precision, ValidityPeriod
from medborgarloften.reading.periods._calendar import Stretch
from medborgarloften.reading.periods._ends import (
    ONE_DAY,
    End,
    Ends,
    agreed,
    ends_of,
    fitting,
)
from medborgarloften.reading.periods._faults import Fault, FaultKind
from medborgarloften.reading.periods._shapes import Duration, Expression, Form

__all__ = ["Meaning", "later", "meaning"]

# "Ett år" is said of 1 June 2019 to June 2020.
_TOLERANCE = timedelta(days=31)


@frozen
class Meaning:
    """What expressions say.

    Attributes:
        period: The period, empty where there is a fault.
        fault: Why there is none.
        relative: Whether a day depends on the day of the text.
    """

    period: ValidityPeriod
    fault: Fault | None = None
    relative: bool = False


def meaning(found: Sequence[Expression], reference: date | None) -> Meaning:
    """Tell what expressions that belong together say."""
    relative = any(map(_is_relative, found))
    try:
        return Meaning(_period(found, reference), relative=relative)
    except Fault as found_fault:
        fault = found_fault
    except (OverflowError, ValueError):
        # Counted from a day at the edge of the calendar, a length may leave it.
        fault = Fault(FaultKind.IMPOSSIBLE, found[0].begin, found[-1].end)
    return Meaning(ValidityPeriod(), fault, relative)


def _is_relative(found: Expression) -> bool:
    if found.duration is not None:
        return found.duration.from_now
    points = [point for part in found.parts for point in (part.first, part.last)]
    if any(point.years_on is not None for point in points):
        return True
    return bool(points) and all(point.year is None for point in points)


def _period(found: Sequence[Expression], reference: date | None) -> ValidityPeriod:
    ends = _named(found, reference)
    for each in found:
        if each.extends and each.form is not Form.OPEN:
            ends = _extended(each, ends, reference)
        elif each.duration is not None:
            ends = _lasting(each, each.duration, ends, reference)
    if _goes_on_and_lasts(found):
        raise Fault(FaultKind.CONTRADICTORY, found[0].begin, found[-1].end)
    first, last = ends.first, ends.last
    if first and last and last.day < first.day:
        raise Fault(FaultKind.REVERSED, found[0].begin, found[-1].end)
    goes_on = any(each.form is Form.OPEN or each.onwards for each in found)
    return ValidityPeriod(
        first.day if first else None,
        last.day if last else None,
        first.precision if first else Precision.DAY,
        last.precision if last else Precision.DAY,
        open_ended=goes_on and not any(each.at_most for each in found),
    )


def _goes_on_and_lasts(found: Sequence[Expression]) -> bool:
    """Tell whether "och tills vidare" is said beside how long it lasts."""
    goes_on = any(each.form is Form.OPEN and each.onwards for each in found)
    return goes_on and any(each.duration and not each.extends for each in found)


# ---------------------------------------------------------------- days by name


def _named(found: Sequence[Expression], reference: date | None) -> Ends:
    """Bring together the ends that are named."""
    first: End | None = None
    last: End | None = None
    for each in _statements(found):
        ends = ends_of(each, reference)
        try:
            first = agreed(first, ends.first, is_first=True)
            last = agreed(last, ends.last, is_first=False)
        except ValueError as error:
            begin, end = found[0].begin, found[-1].end
            raise Fault(FaultKind.CONTRADICTORY, begin, end) from error
    return Ends(first, last)


def _statements(found: Sequence[Expression]) -> list[Expression]:
    """List what names days, each as what it states beside the others."""
    named = [each for each in found if each.parts and not each.extends]
    if len(found) == 1:
        return named
    if any(each.parts and not _wants_start(each) for each in found):
        # A day beside a period is when it was signed, printed or decided.
        named = [each for each in named if not each.is_lone_day]
    if any(each.duration or each.form is Form.OPEN for each in found):
        named = [_as_start(each, found) for each in named]
    return _joined(named)


def _wants_start(found: Expression) -> bool:
    return found.is_lone_day or (found.form is Form.UNTIL and not found.extends)


def _goes_on_from_start(found: Sequence[Expression]) -> bool:
    return any(
        each.onwards or (each.duration is not None and each.duration.from_now)
        for each in found
    )


def _as_start(each: Expression, found: Sequence[Expression]) -> Expression:
    """Take a point for a start: "1 mars 2020 och två år framåt"."""
    starts = each.form is Form.DAY or (
        each.is_lone_point and _goes_on_from_start(found)
    )
    return evolve(each, form=Form.SINCE) if starts else each


def _joined(named: list[Expression]) -> list[Expression]:
    """Put a start and an end that were said apart together as one range.

    So that one can borrow the other's year.
    """
    ends = [each for each in named if each.form is Form.UNTIL and not each.exclusive]
    starts = [each for each in named if each.form is Form.SINCE] or [
        each for each in named if each.is_lone_point
    ]
    if len(starts) != 1 or len(ends) != 1:
        return named
    start, end = starts[0], ends[0]
    whole = Stretch(start.parts[0].first, end.parts[-1].last)
    joined = evolve(end, form=Form.RANGE, parts=(whole,), begin=start.begin)
    return [joined, *(each for each in named if each not in (start, end))]


# ---------------------------------------------------------------- days worked out


def _extended(found: Expression, ends: Ends, reference: date | None) -> Ends:
    """Move the last day to where an extension puts it."""
    if found.duration is not None:
        if ends.last is None:
            return ends
        return Ends(ends.first, later(ends.last, found.duration))
    moved = ends_of(found, reference)
    if ends.last and moved.last and moved.last.day <= ends.last.day:
        raise Fault(FaultKind.CONTRADICTORY, found.begin, found.end)
    return Ends(ends.first or moved.first, moved.last or ends.last)


def later(last: End, duration: Duration) -> End:
    """Move a last day: half a year after 30 June is 31 December."""
    day = last.day + ONE_DAY + _length(duration) - ONE_DAY
    return fitting(day, last.precision, is_first=False)


def _length(duration: Duration) -> relativedelta:
    return relativedelta(months=duration.months, days=duration.days)


def _lasting(
    found: Expression, duration: Duration, ends: Ends, reference: date | None
) -> Ends:
    """Work out the end that a length leaves, or hold the length against both."""
    first, last, length = ends.first, ends.last, _length(duration)
    if first is None and last is None and duration.from_now and reference is not None:
        first = End(reference, Precision.DAY)
    if first is None and last is None:
        return ends
    if first is None and last is not None:
        day = last.day + ONE_DAY - length
        return Ends(fitting(day, last.precision, is_first=True), last)
    if first is not None and last is None:
        day = first.day + length - ONE_DAY
        return Ends(first, fitting(day, first.precision, is_first=False))
    if first and last and not found.bare:
        difference = first.day + length - ONE_DAY - last.day
        if abs(difference) > _TOLERANCE:
            raise Fault(FaultKind.CONTRADICTORY, found.begin, found.end)
    return ends
