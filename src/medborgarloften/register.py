"""The register: agreements and what became of their promises, to be asked.

A register has no order of its own: it keeps its agreements by id and its
outcomes by agreement, promise and day, so two registers with the same contents
are equal, answer in the same order, and are written as the same bytes, however
they were put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import Self, TypeVar, overload

from attrs import evolve, field, frozen

from medborgarloften._showing.markup import counted
from medborgarloften.errors import (
    DuplicateAgreement,
    InvalidField,
    NoSuchAgreement,
    nearest,
)
from medborgarloften.model import Agreement, Outcome
from medborgarloften.model._collector import collector_resting
from medborgarloften.model._rules import expect
from medborgarloften.queries import Asked, Explanation, Match, Matches
from medborgarloften.queries.entries import Entry, Itself, entries_of
from medborgarloften.queries.excerpts import excerpts_of
from medborgarloften.queries.explaining import explanation
from medborgarloften.queries.index import AgreementIndex, EntryIndex
from medborgarloften.queries.questions import expect_question

__all__ = ["Match", "Matches", "Register"]

_T = TypeVar("_T")


def _agreements_by_id(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    known: dict[str, Agreement] = {}
    for agreement in _each(Agreement, "agreements", agreements):
        kept = known.setdefault(agreement.id, agreement)
        if kept is not agreement and kept != agreement:
            raise DuplicateAgreement(agreement.id)
    return tuple(known[id] for id in sorted(known))


def _outcomes_in_order(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    once = dict.fromkeys(_each(Outcome, "outcomes", outcomes))
    return tuple(sorted(once, key=_outcome_order))


def _outcome_order(outcome: Outcome) -> tuple[object, ...]:
    """Order outcomes by all they say, so that no two stand as they happened to come."""
    counted = -1 if outcome.counted is None else outcome.counted
    sources = tuple(map(repr, outcome.sources))
    told = (outcome.status, counted, outcome.wording or "", sources)
    return outcome.agreement, outcome.promise, outcome.on, *told


def _each(wanted: type[_T], name: str, values: Iterable[_T]) -> Iterator[_T]:
    if not isinstance(values, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        remedy = f"give {name} in a list, or leave it out"
        raise InvalidField("Register", name, values, remedy)
    for each in values:
        if not isinstance(each, wanted):
            kind = type(each).__name__
            remedy = f"give each as an {wanted.__name__}, and none of type {kind}"
            raise InvalidField("Register", name, each, remedy)
        yield each


def _speaking_of(agreement: Agreement, old: str, new: str) -> Agreement:
    """Let what speaks of the old id speak of the new one."""
    if old not in {agreement.supersedes, agreement.parent}:
        return agreement
    return evolve(
        agreement,
        supersedes=new if agreement.supersedes == old else agreement.supersedes,
        parent=new if agreement.parent == old else agreement.parent,
    )


@frozen(repr=False)
class Register(Mapping[str, Agreement]):
    """Agreements by id, and the outcomes of their promises; it never changes.

    A register is a mapping: ``register["hallsberg-2019-2021"]``, ``len``, ``in``
    and iteration over the ids, in order.  An agreement that is given twice is
    kept once.  `add`, `merge` and their like return a new register.

    >>> Register()["habo-2020"]
    Traceback (most recent call last):
    medborgarloften.errors.NoSuchAgreement: no agreement 'habo-2020' in the register

    Attributes:
        agreements: The agreements, sorted by id.
        outcomes: The outcomes, sorted by agreement, promise and day.

    Raises:
        DuplicateAgreement: If two different agreements have one id.
        NoSuchAgreement: If an outcome's agreement is not here.
        NoSuchPromise: If an outcome's agreement has no such promise.
        InvalidField: If an outcome judges a promise that is yet to begin, or if
            something is given that is no agreement or no outcome.
    """

    agreements: tuple[Agreement, ...] = field(converter=_agreements_by_id, default=())
    outcomes: tuple[Outcome, ...] = field(converter=_outcomes_in_order, default=())

    def __attrs_post_init__(self) -> None:
        for outcome in self.outcomes:
            outcome.refuse_misjudgement(self[outcome.agreement])

    def __repr__(self) -> str:
        agreements = counted(len(self.agreements), "agreement")
        return f"<Register of {agreements}, {counted(len(self.outcomes), 'outcome')}>"

    def _repr_html_(self) -> str:
        """Show it in figures in a notebook."""
        return self._summary

    @cached_property
    def _summary(self) -> str:
        from medborgarloften.queries._summary import summary

        return str(summary(self.agreements, self.outcomes))

    @cached_property
    def _by_id(self) -> dict[str, Agreement]:
        return {agreement.id: agreement for agreement in self.agreements}

    def __getitem__(self, id: str, /) -> Agreement:
        found = self._by_id.get(id)
        if found is None:
            raise NoSuchAgreement(id, nearest(str(id), self._by_id))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self.agreements)

    # A Mapping answers these two by waiting for a KeyError, and each miss would
    # look for the nearest ids; a dictionary answers at once.

    def __contains__(self, id: object, /) -> bool:
        return id in self._by_id

    @overload
    def get(self, id: str, /) -> Agreement | None: ...
    @overload
    def get(self, id: str, /, default: Agreement | _T) -> Agreement | _T: ...
    def get(
        self, id: str, /, default: Agreement | _T | None = None
    ) -> Agreement | _T | None:
        """Look up an agreement, or return *default* if its id is not here."""
        return self._by_id.get(id, default)

    def add(self, *more: Agreement | Outcome) -> Self:
        """Return this register with more agreements and outcomes.

        What is here already is not added again.

        Raises:
            DuplicateAgreement: If another agreement here has the same id; see
                `replace`.
        """
        outcomes = [each for each in more if isinstance(each, Outcome)]
        agreements = [each for each in more if not isinstance(each, Outcome)]
        return evolve(
            self,
            agreements=(*self.agreements, *agreements),
            outcomes=(*self.outcomes, *outcomes),
        )

    def replace(self, agreement: Agreement) -> Self:
        """Return this register with *agreement* in the place of the one with its id.

        Raises:
            NoSuchAgreement: If there is none to replace.
            NoSuchPromise: If an outcome here is of a promise it no longer has.
            InvalidField: If it is no agreement.
        """
        expect(Agreement, "Register.replace", "agreement", agreement)
        replaced = self[agreement.id]
        kept = (each for each in self.agreements if each is not replaced)
        return evolve(self, agreements=(*kept, agreement))

    def rename(self, old: str, new: str) -> Self:
        """Return this register with another id for an agreement.

        What speaks of it does so by its new id: its outcomes, and the agreements that
        follow it or stand below it.  Where agreements name one that is not here, they
        speak of this one as soon as it has that id: so a name that leads nowhere is
        mended.

        >>> from medborgarloften import examples
        >>> examples.register().rename("gnesta", "gnesta-2021")["gnesta-2021"].title
        'Polisen och kommunen i Gnesta lovar'

        Raises:
            NoSuchAgreement: If there is none with the *old* id.
            DuplicateAgreement: If there is another with the *new* one.
            InvalidField: If *new* is no text or blank, or the id of an agreement that
                this one is said to follow or to stand below.
        """
        agreement = self[old]
        if new != old and new in self:
            raise DuplicateAgreement(new)
        renamed = evolve(agreement, id=new)
        return evolve(
            self,
            agreements=(
                renamed if each.id == old else _speaking_of(each, old, new)
                for each in self.agreements
            ),
            outcomes=(
                evolve(each, agreement=new) if each.agreement == old else each
                for each in self.outcomes
            ),
        )

    def merge(self, other: Register) -> Self:
        """Return a register of all that is in this one or in *other*.

        What is in both is there once.

        Raises:
            DuplicateAgreement: If they have different agreements with one id.
            InvalidField: If *other* is no register.
        """
        expect(Register, "Register.merge", "other", other)
        return self.add(*other.agreements, *other.outcomes)

    @cached_property
    def _outcomes_by_agreement(self) -> dict[str, tuple[Outcome, ...]]:
        grouped = groupby(self.outcomes, lambda outcome: outcome.agreement)
        return {id: tuple(outcomes) for id, outcomes in grouped}

    def outcomes_of(
        self, agreement_id: str, promise_number: int | None = None
    ) -> tuple[Outcome, ...]:
        """List what became of an agreement's promises, or of one, day by day.

        None are listed where nobody has told.

        Raises:
            NoSuchAgreement: If the agreement is not here.
            NoSuchPromise: If it has no such promise.
        """
        agreement = self[agreement_id]
        outcomes = self._outcomes_by_agreement.get(agreement_id, ())
        if promise_number is None:
            return outcomes
        promise = agreement.promise(promise_number)
        return tuple(each for each in outcomes if each.promise == promise.number)

    def find(self, question: Asked) -> Matches:
        """Find the promises for which the answer is yes.

        Agreements without promises are not among them; see `agreements_where`.

        Raises:
            InvalidField: If it is no question and no plain function of a match.
        """
        question = expect_question("Register.find", "question", question)
        return Matches(self._promises, question)

    def agreements_where(self, question: Asked) -> list[Agreement]:
        """Find the agreements with a promise for which the answer is yes.

        Unlike with `find`, an agreement without promises takes part: it is asked
        itself, so its days and its area can be what is looked for.  The order is
        the same each time, and is none in particular.

        Raises:
            InvalidField: If it is no question and no plain function of a match.
        """
        question = expect_question("Register.agreements_where", "question", question)
        found = self._whole.answer(question)
        if found is not None:
            return found
        entries: Iterable[Entry] = chain(
            self._promises.answer(question), self._bare.answer(question)
        )
        by_id = {entry.agreement.id: entry.agreement for entry in entries}
        return list(by_id.values())

    def excerpt_where(self, question: Asked) -> Self:
        """Return a register of only the promises for which the answer is yes.

        Their agreements and outcomes come along.  An agreement that has other
        promises too is an `Agreement.excerpt` there, in which those that are kept are
        numbered anew, with their outcomes; one without any is left out.

        >>> from medborgarloften.queries import quantified
        >>> Register().excerpt_where(quantified())
        <Register of 0 agreements, 0 outcomes>

        Raises:
            InvalidField: If it is no question and no plain function of a match.
        """
        parts = list(excerpts_of(self.find(question).in_order()))
        return evolve(
            self,
            agreements=(agreement for agreement, _ in parts),
            outcomes=chain.from_iterable(outcomes for _, outcomes in parts),
        )

    def explain(self, question: Asked) -> Explanation:
        """Tell how `find` answers a question: what is looked up, and what is asked.

        >>> from medborgarloften.queries import quantified
        >>> print(Register().explain(quantified()))
        Everything is gone through, 0 of 0.
        Each is asked: Promises that say how many or how often.

        Raises:
            InvalidField: If it is no question and no plain function of a match.
        """
        question = expect_question("Register.explain", "question", question)
        return explanation(question, self._promises)

    # What questions are asked of is kept from the first question on.

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        with collector_resting():
            return tuple(entries_of(self.agreements, self._outcomes_by_agreement))

    @cached_property
    def _matches(self) -> tuple[Match, ...]:
        return tuple(each for each in self._entries if isinstance(each, Match))

    @cached_property
    def _without_promises(self) -> tuple[Itself, ...]:
        return tuple(each for each in self._entries if isinstance(each, Itself))

    @cached_property
    def _promises(self) -> EntryIndex[Match]:
        return EntryIndex(self._matches)

    @cached_property
    def _bare(self) -> EntryIndex[Itself]:
        return EntryIndex(self._without_promises)

    @cached_property
    def _whole(self) -> AgreementIndex:
        return AgreementIndex(self.agreements, lambda: self._entries)

    def without_people(self) -> Self:
        """Return this register with no signatories and contacts, for publication."""
        return evolve(self, agreements=map(Agreement.without_people, self.agreements))

    def without_citations(self) -> Self:
        """Return this register with no citations in its agreements."""
        return evolve(
            self, agreements=map(Agreement.without_citations, self.agreements)
        )
