"""What is told beside an answer about days: which was taken, and what has no place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from medborgarloften.analysis import unplaced
from medborgarloften.cli._arguments._values import today
from medborgarloften.cli._output import complain
from medborgarloften.cli._saying import Words
from medborgarloften.model import AgreementKind, ValidityPeriod
from medborgarloften.register import Register

__all__ = ["complain_of_unplaced", "day_or_today"]


def day_or_today(on: date | None, say: Words) -> date:
    """Take the day that was given, or else tell that it is today."""
    if on is None:
        on = today()
        complain(say("today.taken", day=on))
    return on


def complain_of_unplaced(
    register: Register,
    kind: AgreementKind | None,
    say: Words,
    *,
    may_hold: Callable[[ValidityPeriod], bool],
) -> None:
    """Tell of agreements that count nowhere, since nobody knows where they hold.

    Args:
        register: Where they are.
        kind: Of which kind they are, if only one counts.
        say: The words for it.
        may_hold: Whether what is in force then may hold on the days asked about.
    """
    lost = unplaced(register, kind=kind)
    ids = [each.id for each in lost if may_hold(each.in_force)]
    if ids:
        complain(say("coverage.unplaced", agreements=", ".join(ids)))
