"""What is read of a register, piece by piece, and what was wrong with it.

Pieces are read one at a time, so that one that cannot be read hides nothing of
what is wrong with the others or between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from medborgarloften.errors import InvalidField, NoSuchPromise
from medborgarloften.model import Agreement, Outcome
from medborgarloften.register import Register
from medborgarloften.serializers._documents.bulk import Pool
from medborgarloften.serializers._strict.data import is_object
from medborgarloften.serializers._strict.faults import (
    MOST_FAULTS,
    Fault,
    Place,
    Written,
    in_document_order,
    invalid_document,
    written,
)
from medborgarloften.serializers._strict.plain import read_plain
from medborgarloften.serializers._strict.words import Words, shown, will_not_do

__all__ = ["Gathering"]


@define(eq=False)
class Gathering:
    """Agreements and outcomes with their places, and the faults that were found.

    Attributes:
        document: The whole of it as plain data, if it is kept: faults are told in
            its order.
        faults: What was wrong.
        complete: Whether the id of every agreement is known.  One that cannot be
            read may be the very one that an outcome is about.
        written: How the format writes the place of a fault.
    """

    document: Any
    faults: list[Fault]
    written: Written = written
    complete: bool = True
    _agreements: list[tuple[Place, Agreement]] = field(
        factory=list[tuple[Place, Agreement]], init=False
    )
    _outcomes: list[tuple[Place, Outcome]] = field(
        factory=list[tuple[Place, Outcome]], init=False
    )
    _unreadable: set[str] = field(factory=set[str], init=False)
    _pool: Pool = field(factory=Pool, init=False)

    def take(self, thing: Agreement | Outcome, place: Place) -> None:
        """Take what was read already, and stands at *place*."""
        self._pool.share(thing)
        if isinstance(thing, Agreement):
            self._agreements.append((place, thing))
        else:
            self._outcomes.append((place, thing))

    def read_agreement(self, plain: Any, place: Place) -> None:
        """Read the plain data of an agreement that stands at *place*."""
        self.stop_at_very_many_faults()
        agreement = read_plain(plain, Agreement, place, self.faults)
        if agreement is not None:
            self.take(agreement, place)
        elif is_object(plain) and isinstance(plain.get("id"), str):
            self._unreadable.add(plain["id"])
        else:
            self.complete = False

    def read_outcome(self, plain: Any, place: Place) -> None:
        """Read the plain data of an outcome that stands at *place*."""
        self.stop_at_very_many_faults()
        outcome = read_plain(plain, Outcome, place, self.faults)
        if outcome is not None:
            self.take(outcome, place)

    def all_agreements(self) -> tuple[Agreement, ...]:
        """List the agreements in the order of the document.

        Raises:
            InvalidDocument: If anything was wrong.
        """
        self._refuse_faults()
        return tuple(agreement for _, agreement in self._agreements)

    def things(self) -> tuple[Agreement | Outcome, ...]:
        """List the agreements and then the outcomes, however they fit together.

        Raises:
            InvalidDocument: If anything was wrong.
        """
        self._refuse_faults()
        agreements = (agreement for _, agreement in self._agreements)
        return (*agreements, *(outcome for _, outcome in self._outcomes))

    def register(self) -> Register:
        """Make a register of all of it.

        Raises:
            InvalidDocument: If anything was wrong, or does not fit together.
        """
        by_id: dict[str, Agreement] = {}
        self.faults.extend(self._shared_ids(by_id))
        for place, outcome in self._outcomes:
            self.faults.extend(self._misjudgements(place, outcome, by_id))
        self._refuse_faults()
        return Register(by_id.values(), (outcome for _, outcome in self._outcomes))

    def stop_at_very_many_faults(self) -> None:
        """Read no further, if there are more faults than are told.

        Raises:
            InvalidDocument: With the first of them.
        """
        if len(self.faults) > MOST_FAULTS:
            self._refuse_faults()

    def _refuse_faults(self) -> None:
        if self.faults:
            faults = in_document_order(self.faults, self.document)
            raise invalid_document(faults, self.written)

    def _shared_ids(self, by_id: dict[str, Agreement]) -> Iterator[Fault]:
        for place, agreement in self._agreements:
            # The same agreement twice, as when files are put together, is one.
            if by_id.setdefault(agreement.id, agreement) != agreement:
                yield Fault((*place, "id"), "duplicate-id", _is_taken(agreement.id))

    def _misjudgements(
        self, place: Place, outcome: Outcome, by_id: dict[str, Agreement]
    ) -> Iterator[Fault]:
        agreement = by_id.get(outcome.agreement)
        if agreement is None:
            if self.complete and outcome.agreement not in self._unreadable:
                words = _is_not_here(outcome.agreement)
                yield Fault((*place, "agreement"), "broken-reference", words)
            return
        try:
            outcome.refuse_misjudgement(agreement)
        except NoSuchPromise as error:
            words = _has_no_promise(error)
            yield Fault((*place, "promise"), "broken-reference", words)
        except InvalidField as error:
            yield Fault((*place, error.field), "invalid", will_not_do(error))


def _is_taken(id_: str) -> Words:
    name = shown(id_).en
    return Words(
        f"another agreement has the id {name}; give each an id of its own",
        f"en annan överenskommelse har id {name}; ge var och en ett eget",
    )


def _is_not_here(id_: str) -> Words:
    name = shown(id_).en
    return Words(
        f"no agreement here has the id {name}",
        f"ingen överenskommelse här har id {name}",
    )


def _has_no_promise(error: NoSuchPromise) -> Words:
    name, number = shown(error.agreement).en, shown(error.number)
    count = len(error.known)
    return Words(
        f"{name} has no promise {number.en}; it has {count}",
        f"{name} har inget löfte {number.sv}; där finns {count}",
    )
