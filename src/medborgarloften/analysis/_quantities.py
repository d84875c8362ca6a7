"""Which counts of some promises became which of others, by what they count."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from attrs import frozen

from medborgarloften.analysis._words import words_of
from medborgarloften.model import Quantity

__all__ = ["QuantityChange", "quantity_changes"]


@frozen
class QuantityChange:
    """A count that is another now; ``None`` where there was none, or is none."""

    old: Quantity | None
    new: Quantity | None


def quantity_changes(
    old: Iterable[Quantity], new: Iterable[Quantity]
) -> tuple[QuantityChange, ...]:
    """List the counts that changed, then those that are gone, then those that are new.

    Counts that are the same are left out.  Of the rest, those of one unit belong
    together, whatever its ending, and of these first those that are for one time.

    >>> four, six = Quantity(4, None, "insats"), Quantity(6, None, "insatser")
    >>> [change] = quantity_changes([four], [six])
    >>> change.old.minimum, change.new.minimum
    (4, 6)
    """
    gone, added = list(old), list(new)
    _paired(gone, added, lambda quantity: quantity)
    changed = _paired(gone, added, _unit_and_time) + _paired(gone, added, _unit)
    return (
        *changed,
        *(QuantityChange(each, None) for each in gone),
        *(QuantityChange(None, each) for each in added),
    )


def _paired(
    gone: list[Quantity], added: list[Quantity], key: Callable[[Quantity], Hashable]
) -> list[QuantityChange]:
    """Take those with the same key out of both lists, in their order."""
    pairs: list[QuantityChange] = []
    for old in tuple(gone):
        new = next((each for each in added if key(each) == key(old)), None)
        if new is not None:
            gone.remove(old)
            added.remove(new)
            pairs.append(QuantityChange(old, new))
    return pairs


def _unit(quantity: Quantity) -> Hashable:
    return tuple(words_of(quantity.unit))


def _unit_and_time(quantity: Quantity) -> Hashable:
    return _unit(quantity), quantity.per, quantity.each
