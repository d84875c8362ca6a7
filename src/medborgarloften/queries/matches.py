"""What a question finds: promises, each with the agreement it is made in.

Nothing is looked for before it is asked for, and then always in the same order.
That is the order of the index, unless the one of the register is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import field, frozen

from medborgarloften._showing.markup import shortened
from medborgarloften.model import Agreement
from medborgarloften.queries.index import EntryIndex
from medborgarloften.queries.match import Match
from medborgarloften.queries.questions import Question

__all__ = ["Matches"]


def _asked(index: EntryIndex[Match]) -> Sequence[Match]:
    return index.entries


@frozen(repr=False)
class Matches:
    """The promises for which a question is answered with yes.

    They can be gone through as often as one likes.  To see whether there are any,
    or to take the first, looks no further than that; to count them finds them all,
    and they are remembered.

    The same question to the same register has the same order each time, which is
    none in particular; see `in_order`.

    Attributes:
        question: What was asked.
    """

    _index: EntryIndex[Match] = field(eq=_asked)
    question: Question
    _found: Sequence[Match] | None = field(default=None, init=False, eq=False)

    def __iter__(self) -> Iterator[Match]:
        if self._found is None:
            found = self._index.answer(self.question)
            if not isinstance(found, list):
                return self._one_by_one(found)
            object.__setattr__(self, "_found", found)  # the index has it ready
            return iter(found)
        return iter(self._found)

    def _one_by_one(self, found: Iterable[Match]) -> Iterator[Match]:
        # A generator starts when its first match is wanted.  By then list() has
        # asked for the length, so it does not look for everything twice.
        yield from found if self._found is None else self._found

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __len__(self) -> int:
        found = self._found
        if found is None:
            found = list(self._index.answer(self.question))
            object.__setattr__(self, "_found", found)
        return len(found)

    def __repr__(self) -> str:
        asked = shortened(str(self.question), 200)
        ready = self._ready()
        count = "" if ready is None else f" ({len(ready):,})"
        return f"<Matches{count}: {asked[0].lower()}{asked[1:]}>"

    def _ready(self) -> Sequence[Match] | None:
        """Give them all, unless promises have yet to be asked one by one."""
        if self._found is None:
            ways = self._index.ways(self.question)
            if all(way.rest is None for way in ways):
                len(self)
        return self._found

    def _repr_html_(self) -> str:
        """Show the first in a notebook; what is not shown is not looked for."""
        from medborgarloften.queries._found_table import MOST_SHOWN, found_table

        first = list(islice(self, MOST_SHOWN + 1))
        # The index may have had them all ready, and then they are kept.
        known = first if len(first) <= MOST_SHOWN else self._found
        count = None if known is None else len(known)
        return str(found_table(self.question, first, count))

    def in_order(self) -> list[Match]:
        """List them by agreement, and by number within it."""
        return sorted(self, key=_order)

    def agreements(self) -> tuple[Agreement, ...]:
        """List the agreements of the promises, each once, in the order of their ids."""
        found = {match.agreement.id: match.agreement for match in self}
        return tuple(found[id] for id in sorted(found))


def _order(match: Match) -> tuple[str, int]:
    return match.agreement.id, match.promise.number
