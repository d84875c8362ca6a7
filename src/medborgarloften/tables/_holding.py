"""The days on which a promise holds, in the words of tables.

`medborgarloften.queries.holding` tells the same of objects, and the model's
`Agreement.in_force` and `ValidityPeriod.intersection` what both rest on.  An end that
is not stated is the calendar's own first or last day where it has to be compared.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from medborgarloften.tables._ibis import Column, Table, ibis

__all__ = ["DAYS", "FRAME", "with_days", "with_in_force"]

DAYS = (
    "first_day",
    "last_day",
    "certain_first_day",
    "certain_last_day",
    "possible_first_day",
    "possible_last_day",
)
FRAME = ("frame_first_day", "frame_last_day")


class _Period(NamedTuple):
    """The columns of a period, as `ValidityPeriod` has its fields."""

    first_day: Column
    last_day: Column
    open_ended: Column

    @property
    def earliest(self) -> Column:
        return ibis.coalesce(self.first_day, _day(date.min))

    @property
    def latest(self) -> Column:
        return self.open_ended.ifelse(_day(date.max), self._last_day_or_never)

    @property
    def latest_stated(self) -> Column:
        """Its last day where it may go on after that; else no limit."""
        return self.open_ended.ifelse(self._last_day_or_never, _day(date.max))

    @property
    def _last_day_or_never(self) -> Column:
        return ibis.coalesce(self.last_day, _day(date.max))


def with_in_force(agreements: Table, amendments: Table) -> Table:
    """Add to each agreement the days that it is in force, as ``agreed_…``.

    And those of its `FRAME`: outside of it none of its promises may hold.
    """
    extended = _extended(amendments)
    is_it = agreements.id == extended.agreement
    rows = agreements.left_join(extended, is_it).select(agreements, "extended_to")
    rows = _named(rows, "agreed", _in_force(rows))
    agreed = _period(rows, "agreed")
    first_day, last_day = FRAME
    return rows.mutate(**{first_day: agreed.earliest, last_day: agreed.latest})


def with_days(sheet: Table) -> Table:
    """Add the days that each row of a sheet holds on, certainly and possibly.

    They come of the columns ``agreed_…`` and ``own_…``; what has no window of its own
    holds as its agreement does.
    """
    both = _named(sheet, "both", _intersection(sheet))
    return _answered(both).drop(*(name for name in both.columns if _is_step(name)))


def _extended(amendments: Table) -> Table:
    """Find the last day of the last amendment that states one."""
    stated = amendments.filter(amendments.last_day.notnull())
    # Those without a number stand after the rest.
    place = ibis.coalesce(stated.position, 2**62)
    return stated.group_by("agreement").aggregate(
        extended_to=stated.last_day.argmax(place)
    )


def _in_force(rows: Table) -> _Period:
    """Tell what `Agreement.in_force` is."""
    last_day = ibis.coalesce(rows.extended_to, rows.period_last_day)
    open_ended = ibis.coalesce(rows.period_open_ended, False)
    known = (rows.signed_on, rows.decided_on, rows.published_on)
    # What engines make of a null among others differs, so there is none.
    existed = ibis.least(*(ibis.coalesce(each, _day(date.max)) for each in known))
    is_known = ibis.coalesce(*known).notnull()
    has_begun = is_known & (existed <= ibis.coalesce(last_day, existed))
    return _Period(
        ibis.coalesce(rows.period_first_day, has_begun.ifelse(existed, _no_day())),
        last_day,
        open_ended & rows.extended_to.isnull(),
    )


def _intersection(rows: Table) -> _Period:
    """Tell what `Agreement.promise_period` is, where there is any."""
    own, agreed = _period(rows, "own"), _period(rows, "agreed")
    one = ibis.greatest(own.earliest, agreed.earliest)
    is_stated: Column = own.first_day.notnull() | agreed.first_day.notnull()
    first_day = is_stated.ifelse(one, _no_day())
    both_end = ibis.least(
        ibis.coalesce(own.last_day, _day(date.max)),
        ibis.coalesce(agreed.last_day, _day(date.max)),
    )
    either_ends = own.last_day.notnull() | agreed.last_day.notnull()
    last_day = ibis.cases(
        (own.latest < agreed.latest, own.last_day),
        (agreed.latest < own.latest, agreed.last_day),
        (either_ends, both_end),
    )
    open_ended = (own.latest == agreed.latest) & (own.open_ended | agreed.open_ended)
    # Both may go on, but one begins only after the other's last day.
    is_apart = ibis.coalesce(last_day < first_day, False)
    return _Period(first_day, is_apart.ifelse(_no_day(), last_day), open_ended)


def _answered(rows: Table) -> Table:
    own, agreed = _period(rows, "own"), _period(rows, "agreed")
    both = _period(rows, "both")
    holds = (own.earliest <= agreed.latest) & (agreed.earliest <= own.latest)
    ends = both.last_day.notnull() | both.open_ended
    last_day = ibis.least(
        ibis.coalesce(both.last_day, _day(date.max)),
        own.latest_stated,
        agreed.latest_stated,
    )
    is_certain = holds & ends & ibis.coalesce(both.first_day <= last_day, False)
    told = {
        "first_day": (holds, both.first_day),
        "last_day": (holds, both.last_day),
        "certain_first_day": (is_certain, both.first_day),
        "certain_last_day": (is_certain, last_day),
        "possible_first_day": (holds, both.earliest),
        "possible_last_day": (holds, both.latest),
    }
    return rows.mutate(
        **{name: when.ifelse(day, _no_day()) for name, (when, day) in told.items()}
    )


def _named(rows: Table, name: str, period: _Period) -> Table:
    """Give the columns of a period names, so that they are written out once."""
    told = period._asdict()
    return rows.mutate(**{f"{name}_{field}": told[field] for field in told})


def _is_step(name: str) -> bool:
    return name.startswith(("agreed_", "own_", "both_"))


def _period(rows: Table, name: str) -> _Period:
    return _Period(*(rows[f"{name}_{field}"] for field in _Period._fields))


def _day(day: date) -> Column:
    return ibis.literal(day)


def _no_day() -> Column:
    return ibis.null("date")
