"""Reading much at once: without needless work, and without needless copies."""

from __future__ import annotations

from collections import defaultdict
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from attrs import define, field

from medborgarloften.model import Agreement, Outcome, Promise
from medborgarloften.model._collector import collector_resting

__all__ = ["Pool", "collector_paused"]

# Some 3,000 agreements: below that, the pass that follows costs more than it saves.
_WORTH_PAUSING = 8 * 2**20

_SHARED_BY_AGREEMENTS = ("area", "parties", "others", "period", "signatories", "basis")
_SHARED_BY_PROMISES = ("promisors", "partners", "themes", "quantities", "places")


def collector_paused(size: int | None) -> AbstractContextManager[None]:
    """Let the garbage collector rest while so many bytes are read, if they are many."""
    return collector_resting() if (size or 0) >= _WORTH_PAUSING else nullcontext()


@define(eq=False)
class Pool:
    """The parts that many agreements have in common, each kept once.

    A municipality has the same parties year after year, and most promises are made
    by the same few, about the same few themes.  Equal parts are the same part from
    then on, which takes a fraction of the memory.
    """

    # By field, for a text and a word of a list can be equal and are not the same.
    _known: defaultdict[str, dict[Any, Any]] = field(
        factory=lambda: defaultdict[str, dict[Any, Any]](dict), init=False
    )

    def share(self, thing: Agreement | Outcome) -> None:
        """Let the parts of a thing be those that are known already."""
        if isinstance(thing, Outcome):
            self._share(thing, ("agreement", "sources"))
            return
        self._share(thing, _SHARED_BY_AGREEMENTS)
        for promise in thing.promises:
            self._share(promise, _SHARED_BY_PROMISES)

    def _share(
        self, owner: Agreement | Outcome | Promise, names: tuple[str, ...]
    ) -> None:
        for name in names:
            value = getattr(owner, name)
            if value:
                # The owner is frozen, and stays equal to what it was.
                known = self._known[name].setdefault(value, value)
                if known is not value:
                    object.__setattr__(owner, name, known)
