"""The agreements of a municipality, for those who know no ids."""

from __future__ import annotations

from medborgarloften.analysis import TimelineRow, timeline
from medborgarloften.cli._refusals import UsageError
from medborgarloften.errors import NoSuchAgreement, UnknownName, nearest
from medborgarloften.register import Register

__all__ = ["rows_in"]


def rows_in(name: str, register: Register) -> tuple[TimelineRow, ...]:
    """List the agreements of a municipality in order of time, at least one.

    Raises:
        NoSuchAgreement: If no municipality has that name; it tells the nearest ids.
        UsageError: If the municipality has no agreement.
    """
    try:
        rows = timeline(register, name)
    except UnknownName as error:
        raise NoSuchAgreement(name, nearest(name, register)) from error
    if not rows:
        raise UsageError("no_ids", place=name)
    return rows
