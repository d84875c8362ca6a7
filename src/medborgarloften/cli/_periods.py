"""Periods in words, from the text that a period writes of itself."""

from __future__ import annotations

from medborgarloften.cli._words import Words
from medborgarloften.model import ValidityPeriod

__all__ = ["period_in_words"]


def period_in_words(
    period: ValidityPeriod | None, say: Words, *, days_as_numbers: bool = False
) -> str:
    """Say when something holds; ``None`` is no day at all.

    >>> period_in_words(ValidityPeriod.parse("/2021-06-30"), Words("sv"))
    'till och med 30 juni 2021'
    >>> period_in_words(ValidityPeriod.parse("2019/2021"), Words("sv"))
    '2019 – 2021'
    """
    if period is None:
        return say("period.contradiction")
    first, slash, last = str(period).removesuffix("..").partition("/")
    first, last = (
        end if days_as_numbers and _is_day(end) else _unit_in_words(end, say)
        for end in (first, last)
    )
    if not slash:
        return first
    if first and last:
        stated = say("period.both", first=first, last=last)
    elif first:
        stated = say("period.since", first=first)
    elif last:
        stated = say("period.until", last=last)
    else:
        return say(f"period.{'always_open' if period.open_ended else 'not_stated'}")
    if not period.open_ended:
        return stated
    return say(f"period.{'or_longer' if last else 'open'}", period=stated)


def _is_day(unit: str) -> bool:
    return unit.count("-") == 2  # noqa: PLR2004 - year-month-day


def _unit_in_words(unit: str, say: Words) -> str:
    if _is_day(unit):
        month, _, day = unit.rpartition("-")
        return f"{int(day)} {_unit_in_words(month, say)}"
    year, _, code = unit.partition("-")
    return say(f"unit.{code}", year=year, next_year=int(year) + 1) if code else year
