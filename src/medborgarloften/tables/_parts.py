"""What other tables tell of promises, to be added to the sheet where it is needed.

To join tables takes most of the time that a question takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Protocol

from attrs import frozen

from medborgarloften.model import PartyKind, Status
from medborgarloften.tables._bases import Bases
from medborgarloften.tables._ibis import Column, Table, ibis, once
from medborgarloften.tables._logic import bits

__all__ = [
    "Among",
    "Kinds",
    "Part",
    "Quantities",
    "Statuses",
    "Words",
    "with_parts",
]


class Part(Protocol):
    """A column of the sheet that other tables tell, or some."""

    @property
    def column(self) -> str:
        """What it is called, or the first of them."""
        ...

    def added(self, sheet: Table, bases: Bases) -> Table:
        """Add it to the sheet."""
        ...


def with_parts(sheet: Table, parts: Iterable[Part], bases: Bases) -> Table:
    """Add the parts that are not there yet, each once."""
    for part in dict.fromkeys(parts):
        if part.column not in sheet.columns:
            sheet = part.added(sheet, bases)
    return sheet


@frozen
class Words:
    """What it says, and for whom it is."""

    column = "text"

    def added(self, sheet: Table, bases: Bases) -> Table:
        """Add them."""
        promises = bases.tables["promises"]
        return _joined(
            sheet, _keyed(promises, promises.number, "text", "target_groups")
        )


@frozen
class Quantities:
    """Whether it says how many or how often."""

    column = "quantified"

    def added(self, sheet: Table, bases: Bases) -> Table:
        """Add it."""
        # Three times as fast as to look for each promise: agreements are fewer.
        quantities = bases.tables["quantities"]
        told = quantities.group_by("agreement").aggregate(
            quantified=quantities.promise.collect()
        )
        rows = sheet.left_join(told, sheet.agreement == told.agreement)
        return rows.select(sheet, quantified=told.quantified.contains(sheet.promise))


@frozen
class Kinds:
    """Of what kinds those are who promise or take part, as bits.

    Attributes:
        role: The column of the promise that names them.
    """

    role: str

    @property
    def column(self) -> str:
        """What it is called."""
        return f"{self.role}_kinds"

    def added(self, sheet: Table, bases: Bases) -> Table:
        """Add it."""
        named = _named_in(self.role, bases, bases.bodies)
        return _joined(sheet, _bits_by_promise(named, "kind", PartyKind, self.column))


@frozen
class Among:
    """Whether somebody certain is among those who promise or take part.

    Attributes:
        role: The column of the promise that names them.
        ids: Which ids they may have, exactly as written.
        names: Which names.
        code: Which kommunkod.
    """

    role: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    code: str | None

    @property
    def column(self) -> str:
        """What it is called."""
        return f"{self.role}_{sha256(repr(self).encode()).hexdigest()}"

    def added(self, sheet: Table, bases: Bases) -> Table:
        """Add it."""
        bodies = bases.bodies
        is_meant = bodies.id.isin(self.ids) | bodies.name.isin(self.names)
        if self.code is not None:
            is_meant |= ibis.coalesce(bodies.code == self.code, False)
        named = _named_in(self.role, bases, bodies.filter(is_meant))
        keys = once(named, "key_agreement", "key_promise")
        return _joined(sheet, keys.mutate(**{self.column: True}))


@frozen
class Statuses:
    """How it stands with it by its latest outcome, as bits; null if nobody has told.

    Attributes:
        on: Outcomes of later days do not count.
    """

    on: date | None = None

    @property
    def column(self) -> str:
        """What it is called."""
        return "statuses" if self.on is None else f"statuses_{self.on}"

    def added(self, sheet: Table, bases: Bases) -> Table:
        """Add it."""
        outcomes = bases.tables["outcomes"]
        told = _keyed(outcomes, outcomes.promise, "on", "status")
        told = told.filter(told.status != Status.NO_EVIDENCE.value)
        if self.on is not None:
            told = told.filter(told.on <= self.on)
        days = told.group_by("key_agreement", "key_promise").mutate(
            latest=told.on.max()
        )
        latest = days.filter(days.on == days.latest)
        return _joined(sheet, _bits_by_promise(latest, "status", Status, self.column))


# ---------------------------------------------------------------- helpers


def _keyed(table: Table, promise: Column, *columns: str, **more: Column) -> Table:
    """Take some columns of a table, and which promise each row is about."""
    keys = {"key_agreement": table.agreement, "key_promise": promise}
    return table.select(*columns, **keys, **more)


def _joined(sheet: Table, told: Table) -> Table:
    """Add what is told of promises, each at most once."""
    is_it = [
        sheet.agreement == told.key_agreement,
        sheet.promise == told.key_promise,
    ]
    more = [name for name in told.columns if not name.startswith("key_")]
    return sheet.left_join(told, is_it).select(sheet, *(told[name] for name in more))


def _named_in(role: str, bases: Bases, bodies: Table) -> Table:
    """List which of some bodies each promise names."""
    promises = bases.tables["promises"]
    named = _keyed(promises, promises.number, named=promises[role].unnest())
    return named.join(
        bodies, [named.key_agreement == bodies.agreement, named.named == bodies.id]
    ).select(named, bodies.kind)


def _bits_by_promise(told: Table, column: str, type_: type[Enum], name: str) -> Table:
    has = {each: (told[column] == each.value).any() for each in type_}
    return told.group_by("key_agreement", "key_promise").aggregate(**{name: bits(has)})
