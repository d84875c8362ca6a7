"""What an expression of time can be, before anyone asks what days it means."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from medborgarloften.reading.periods._calendar import Stretch

__all__ = ["Duration", "Expression", "Form"]


class Form(StrEnum):
    """How a period is expressed."""

    DAY = "day"
    """One day, as "den 18 maj 2017"."""

    UNIT = "unit"
    """One part of a year, as "maj 2020", "hösten 2018", "vecka 12 2024"."""

    YEAR = "year"
    """One calendar year, as "2019", "under året"."""

    RANGE = "range"
    """From one through another, or several that follow on each other."""

    SINCE = "since"
    """Only where it begins, as "från maj 2020"."""

    UNTIL = "until"
    """Only where it ends, as "fram till halvårsskiftet 2021"."""

    DURATION = "duration"
    """Only how long it is, as "under en treårsperiod"."""

    OPEN = "open"
    """Only that no end is set, as "tills vidare"."""


@frozen
class Duration:
    """How long something lasts, and whether it is counted from now."""

    months: int
    days: int = 0
    from_now: bool = False


@frozen(kw_only=True)
class Expression:
    """One expression and the tokens it stands on.

    Attributes:
        form: What kind it is.
        begin: The first of its tokens.
        end: The token after its last.
        parts: The stretches it names; several if it joins them with "och".
        duration: How long, if it is a duration.
        lead: The word that leads it in, "under" for instance.
        bare: Whether it is too little to stand alone.
        onwards: Whether it goes on without an end ("och framåt").
        exclusive: Whether its end is the day before ("före"), or its start the day
            after ("efter").
        at_most: Whether its end is a limit ("dock längst till").
        extends: Whether it moves the end of another period ("förlängs till").
    """

    form: Form
    begin: int
    end: int
    parts: tuple[Stretch, ...] = ()
    duration: Duration | None = None
    lead: str | None = None
    bare: bool = False
    onwards: bool = False
    exclusive: bool = False
    at_most: bool = False
    extends: bool = False

    @property
    def is_lone_point(self) -> bool:
        """Whether it names one day, part of a year or year."""
        return self.form in {Form.DAY, Form.UNIT, Form.YEAR}

    @property
    def is_lone_day(self) -> bool:
        """Whether it is a day that nothing leads in."""
        return self.form is Form.DAY and self.lead is None
