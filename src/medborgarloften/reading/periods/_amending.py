"""What an extension makes of the period it extends: "förlängs med ett år"."""

from __future__ import annotations

from attrs import evolve

from medborgarloften.errors import InvalidPeriod
from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.periods._ends import End
from medborgarloften.reading.periods._meaning import later
from medborgarloften.reading.periods._shapes import Duration

__all__ = ["amended"]


def amended(
    original: ValidityPeriod, extension: ValidityPeriod, duration: Duration | None
) -> ValidityPeriod:
    """Move the end of a period to where an extension, or its length, puts it.

    An end that is no later changes nothing.
    """
    last = _moved(original, extension, duration)
    goes_on = extension.open_ended
    if last is None:
        return evolve(original, open_ended=original.open_ended or goes_on)
    try:
        return evolve(
            original,
            last_day=last.day,
            last_precision=last.precision,
            open_ended=goes_on,
        )
    except InvalidPeriod:
        # It ends before it begins, so it is not this period that is extended.
        return original


def _moved(
    original: ValidityPeriod, extension: ValidityPeriod, duration: Duration | None
) -> End | None:
    known = original.last_day
    if extension.last_day is not None:
        is_later = known is None or extension.last_day > known
        end = End(extension.last_day, extension.last_precision)
        return end if is_later else None
    if known is None or duration is None:
        return None
    try:
        return later(End(known, original.last_precision), duration)
    except (OverflowError, ValueError):
        # It would leave the calendar.
        return None
