"""All that a question can be asked of: promises, and agreements that have none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from medborgarloften.model import Agreement, Outcome, Party
from medborgarloften.queries.match import Match

__all__ = ["Entry", "Itself", "entries_of", "promisors_of"]


@frozen
class Itself:
    """An agreement without promises, which is asked itself."""

    agreement: Agreement
    promise: None = None
    outcomes: tuple[Outcome, ...] = ()


Entry: TypeAlias = Match | Itself


def entries_of(
    agreements: Iterable[Agreement],
    outcomes: Mapping[str, tuple[Outcome, ...]] = MappingProxyType({}),
) -> Iterator[Entry]:
    """List what can be asked of each agreement, in their order.

    Args:
        agreements: The agreements.
        outcomes: What became of their promises, by the id of the agreement.
    """
    for agreement in agreements:
        told = outcomes.get(agreement.id, ())
        for promise in agreement.promises:
            yield Match(
                agreement,
                promise,
                tuple(each for each in told if each.promise == promise.number),
            )
        if not agreement.promises:
            yield Itself(agreement)


def promisors_of(entry: Entry) -> tuple[Party, ...]:
    """List those who make the promise, if it is one."""
    return entry.agreement.promisors_of(entry.promise) if entry.promise else ()
