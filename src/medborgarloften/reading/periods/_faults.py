"""Why expressions make no period."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

__all__ = ["Fault", "FaultKind"]


class FaultKind(Enum):
    """A code, and what is wrong in English and in Swedish."""

    IMPOSSIBLE = (
        "period-impossible",
        "the calendar has no such day",
        "dagen finns inte i kalendern",
    )
    REVERSED = (
        "period-reversed",
        "the period ends before it begins",
        "perioden slutar innan den börjar",
    )
    CONTRADICTORY = (
        "period-contradictory",
        "different periods are stated",
        "olika perioder anges",
    )
    AMBIGUOUS = (
        "period-ambiguous",
        "this can be read as different periods",
        "detta kan läsas som olika perioder",
    )
    BROKEN = (
        "period-broken",
        "these do not follow on each other, so they are not one period",
        "dessa följer inte på varandra och är därför inte en period",
    )


@frozen
class Fault(Exception):
    """What is wrong, and the tokens that show it; it never leaves the package."""

    kind: FaultKind
    begin: int
    end: int
