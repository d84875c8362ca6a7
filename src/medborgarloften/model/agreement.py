"""The agreement: what police and municipality have signed, and until when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Self

from attrs import evolve, fields, frozen

from medborgarloften._showing.markup import counted
from medborgarloften.errors import InvalidField, NoSuchParty, NoSuchPromise
from medborgarloften.model._calendar import Precision
from medborgarloften.model._rules import check, refuse
from medborgarloften.model.parties import Area, Contact, Party, Signatory
from medborgarloften.model.period import ValidityPeriod
from medborgarloften.model.promises import Promise
from medborgarloften.model.reviews import Amendment, Review
from medborgarloften.model.sources import Citation, Source

__all__ = ["Agreement", "AgreementKind", "Basis"]


class AgreementKind(StrEnum):
    """Which of the two documents it is.

    ``CITIZENS_PROMISE`` (medborgarlöfte) holds concrete promises to residents,
    usually for a year or two.  ``COOPERATION_AGREEMENT``
    (samverkansöverenskommelse) is the umbrella above it, usually for four.
    """

    CITIZENS_PROMISE = "citizens_promise"
    COOPERATION_AGREEMENT = "cooperation_agreement"


class Basis(StrEnum):
    """What the shared situation picture (lägesbild) rests on."""

    CITIZEN_DIALOGUE = "citizen_dialogue"
    CITIZEN_SURVEY = "citizen_survey"
    STAFF_DIALOGUE = "staff_dialogue"
    STAFF_SURVEY = "staff_survey"
    SAFETY_SURVEY = "safety_survey"
    CRIME_STATISTICS = "crime_statistics"
    INTELLIGENCE = "intelligence"
    SITUATION_PICTURE = "situation_picture"
    OTHER = "other"


@frozen(kw_only=True)
class Agreement:
    """An agreement between the police and, mostly, a municipality.

    A medborgarlöfte is entered into by a local police area and a municipality.
    It rests on a shared picture of local problems, makes concrete promises to
    those who live there, holds for a stated time, and is followed up.

    Agreements never change: `with_promises` and its like return a new one, and
    so does `attrs.evolve` for any field.  What a source did not say is ``None``
    or an empty tuple.

    Attributes:
        id: Made from area, district, kind and period: "hallsberg-2019-2021".
        kind: Whether it is a medborgarlöfte or the umbrella above it.
        title: The title as published.
        area: The municipalities, and perhaps the district, where it holds.
        parties: Those who enter into it; at least one.
        others: Those who promise or take part without being a party.
        period: The days it holds, as stated.  `in_force` fills in what is known.
        period_wording: The words that state the period.
        promises: The promises, numbered 1, 2, 3 … in the order of the document.
        signatories: Those who signed.
        signed_on: The day it was signed; not always its first day.
        decided_on: The day the municipality decided on it.
        published_on: The day it was made public.
        basis: What the shared situation picture (lägesbild) rests on.
        priorities: The prioritised areas, as written.
        expected_effects: What it is to lead to, as written; no promises.
        reviews: When it is to be followed up or revised.
        amendments: Extensions, in the order they were made.
        supersedes: The id of the agreement it replaces.
        parent: The id of the umbrella agreement that it belongs to.
        ordinal: Which in the row it is: 5 for "femte året".
        excerpt: Whether it is known that not all its promises are here.
        contacts: Whom to ask.
        sources: Where it was read.
        citations: Which words each field was read from.
        notes: A keeper's own remark.
    """

    id: str
    kind: AgreementKind = AgreementKind.CITIZENS_PROMISE
    title: str
    area: Area
    parties: tuple[Party, ...]
    others: tuple[Party, ...] = ()
    period: ValidityPeriod = ValidityPeriod()  # noqa: RUF009 - it is immutable
    period_wording: str | None = None
    promises: tuple[Promise, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signed_on: date | None = None
    decided_on: date | None = None
    published_on: date | None = None
    basis: tuple[Basis, ...] = ()
    priorities: tuple[str, ...] = ()
    expected_effects: tuple[str, ...] = ()
    reviews: tuple[Review, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    supersedes: str | None = None
    parent: str | None = None
    ordinal: int | None = None
    excerpt: bool = False
    contacts: tuple[Contact, ...] = ()
    sources: tuple[Source, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        self._check_parties()
        self._check_promises()
        if self.ordinal is not None and self.ordinal < 1:
            raise refuse(self, "ordinal", "count from 1")
        for position, citation in enumerate(self.citations):
            if citation.source >= len(self.sources):
                remedy = "cite a source that is among the sources"
                raise self._refuse_in("citations", position, "source", remedy)
        if self.id in {self.parent, self.supersedes}:
            field = "parent" if self.parent == self.id else "supersedes"
            raise refuse(self, field, "name another agreement than itself")
        first_day = self.period.first_day
        for position, amendment in enumerate(self.amendments):
            if amendment.last_day and first_day and amendment.last_day < first_day:
                remedy = f"end it on {first_day} or later"
                raise self._refuse_in("amendments", position, "last_day", remedy)

    def _check_parties(self) -> None:
        if not self.parties:
            raise refuse(self, "parties", "name at least one party")
        ids = set[str]()
        for field, bodies in (("parties", self.parties), ("others", self.others)):
            for party in bodies:
                if party.id in ids:
                    remedy = "give everybody an id of their own"
                    raise InvalidField("Agreement", field, party.id, remedy)
                ids.add(party.id)
        for promise in self.promises:
            if not ids.issuperset(promise.promisors):
                raise self._unknown_in("promises", promise, "promisors", ids)
            if not ids.issuperset(promise.partners):
                raise self._unknown_in("promises", promise, "partners", ids)
        for signatory in self.signatories:
            if signatory.party is not None and signatory.party not in ids:
                raise self._unknown_in("signatories", signatory, "party", ids)

    def _unknown_in(
        self, field: str, part: Promise | Signatory, inner: str, ids: set[str]
    ) -> InvalidField:
        position = getattr(self, field).index(part)
        known = f"name one of: {', '.join(sorted(ids))}"
        return self._refuse_in(field, position, inner, known)

    def _refuse_in(
        self, field: str, position: int, inner: str, remedy: str
    ) -> InvalidField:
        """Make the error about a field of one of the parts, that says which part."""
        value: object = getattr(getattr(self, field)[position], inner)
        return InvalidField(f"Agreement.{field}[{position}]", inner, value, remedy)

    def _check_promises(self) -> None:
        numbers = range(1, len(self.promises) + 1)
        for number, promise in zip(numbers, self.promises, strict=True):
            if promise.number != number:
                remedy = f"it is number {number} of the promises"
                raise self._refuse_in("promises", number - 1, "number", remedy)
            if promise.parent is not None and promise.parent not in numbers:
                remedy = "name the number of a promise here"
                raise self._refuse_in("promises", number - 1, "parent", remedy)
        led_to_an_end = set[int]()
        for promise in self.promises:
            if promise.parent is None:
                continue
            above: int | None = promise.number
            trail = set[int]()
            while above is not None and above not in led_to_an_end:
                if above in trail:
                    remedy = "let no goal serve itself"
                    raise self._refuse_in(
                        "promises", promise.number - 1, "parent", remedy
                    )
                trail.add(above)
                above = self.promises[above - 1].parent
            led_to_an_end |= trail

    def __repr__(self) -> str:
        days = self.in_force if self.in_force.is_stated else "undated"
        promises = counted(len(self.promises), "promise")
        excerpt = ", an excerpt" if self.excerpt else ""
        return f"<Agreement {self.id!r}: {days}, {promises}{excerpt}>"

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        # It is made by what knows this class, and so imports it.
        from medborgarloften.model._card import agreement_card

        return str(agreement_card(self))

    @cached_property
    def in_force(self) -> ValidityPeriod:
        """The period with all that is known of it; questions about days use this.

        The last amendment's last day is the last day, even of what was to hold
        until further notice.  A first day that is not stated is the earliest on
        which the agreement is known to have existed: the day it was signed,
        decided or published.
        """
        period = self.period
        extended = [each.last_day for each in self.amendments if each.last_day]
        if extended:
            last_day = extended[-1]
            period = evolve(
                period,
                last_day=last_day,
                last_precision=Precision.DAY,
                open_ended=False,
            )
        known = [self.signed_on, self.decided_on, self.published_on]
        existed = min((day for day in known if day is not None), default=None)
        if (
            existed
            and period.first_day is None
            and existed <= (period.last_day or existed)
        ):
            period = evolve(period, first_day=existed)
        return period

    def promise_period(self, promise: Promise) -> ValidityPeriod | None:
        """Tell on which days *promise* holds: its own window, cut by `in_force`.

        ``None`` where the two have no day in common: the source contradicts
        itself, and no day can be named.
        """
        if promise.period is None:
            return self.in_force
        return promise.period.intersection(self.in_force)

    def states_first_day(self, promise: Promise) -> bool:
        """Tell whether the first of those days is stated, by *promise* or here.

        Where it is not, `promise_period` begins on the day on which the agreement is
        known to have existed, or has no first day.

        >>> from medborgarloften import examples
        >>> laxa = examples.register()["laxa"]
        >>> laxa.in_force.first_day, laxa.states_first_day(laxa.promises[0])
        (datetime.date(2022, 3, 3), False)
        """
        period = self.promise_period(promise)
        own = promise.period and promise.period.first_day
        first_day = period and period.first_day
        return first_day is not None and first_day in {own, self.period.first_day}

    def party(self, id: str) -> Party:
        """Look up one of the parties or of the others.

        Raises:
            NoSuchParty: If nobody here has the id.
        """
        everybody = (*self.parties, *self.others)
        for party in everybody:
            if party.id == id:
                return party
        raise NoSuchParty(self.id, id, tuple(party.id for party in everybody))

    def promise(self, number: int) -> Promise:
        """Look up the promise with this number, counted from 1.

        Raises:
            NoSuchPromise: If the agreement has no such promise.
        """
        for promise in self.promises:
            if promise.number == number:
                return promise
        raise NoSuchPromise(
            self.id, number, tuple(promise.number for promise in self.promises)
        )

    def promisors_of(self, promise: Promise) -> tuple[Party, ...]:
        """List those who make *promise*, in its order."""
        return tuple(map(self.party, promise.promisors))

    def partners_of(self, promise: Promise) -> tuple[Party, ...]:
        """List those who take part in *promise* without making it."""
        return tuple(map(self.party, promise.partners))

    def cited(self, path: str) -> tuple[Citation, ...]:
        """List the citations of a field and of what is in it, in their order.

        A *path* is written as in `Citation.path`, and may lead to a whole promise:
        ``period``, ``promises[0]``, ``promises[0].themes``.  None are listed for
        what was not read from a page.
        """
        inner = (f"{path}.", f"{path}[")
        return tuple(
            citation
            for citation in self.citations
            if citation.path == path or citation.path.startswith(inner)
        )

    def verify(self, text: str, *, source: int = 0) -> tuple[Citation, ...]:
        """List the citations whose quotes do not stand in the *text* of a source.

        None are listed when all is well.
        """
        return tuple(
            citation
            for citation in self.citations
            if citation.source == source and not citation.stands_in(text)
        )

    def with_promises(self, *promises: Promise) -> Self:
        """Return this agreement with other promises, numbered anew in that order.

        Give the promises as they are to stand; a parent must be among them, by
        its new number.  What was cited of the promises before is left out.
        """
        numbered = enumerate(promises, 1)
        return evolve(
            self,
            promises=tuple(evolve(each, number=n) for n, each in numbered),
            citations=self._citations_but_of("promises"),
        )

    def with_promise(self, promise: Promise) -> Self:
        """Return this agreement with *promise* in the place of the one of its number.

        What was cited of the fields that are now another is left out.

        Raises:
            NoSuchPromise: If the agreement has no promise of that number.
        """
        replaced = self.promise(promise.number)
        place = promise.number - 1
        let_go = {
            citation
            for field in fields(Promise)
            if getattr(promise, field.name) != getattr(replaced, field.name)
            for citation in self.cited(f"promises[{place}].{field.name}")
        }
        promises = (*self.promises[:place], promise, *self.promises[place + 1 :])
        citations = tuple(each for each in self.citations if each not in let_go)
        return evolve(self, promises=promises, citations=citations)

    def with_period(self, period: ValidityPeriod, wording: str | None = None) -> Self:
        """Return this agreement with another period, and the words that state it.

        What was cited of the period before is left out.
        """
        return evolve(
            self,
            period=period,
            period_wording=wording,
            citations=self._citations_but_of("period", "period_wording"),
        )

    def with_amendment(self, amendment: Amendment) -> Self:
        """Return this agreement with one more amendment, the latest."""
        return evolve(self, amendments=(*self.amendments, amendment))

    def with_source(self, source: Source) -> Self:
        """Return this agreement with one more source."""
        return evolve(self, sources=(*self.sources, source))

    def with_notes(self, notes: str | None) -> Self:
        """Return this agreement with a keeper's remark, in place of any before."""
        return evolve(self, notes=notes)

    def without_people(self) -> Self:
        """Return this agreement without signatories, contacts, and their citations.

        Names, phone numbers and addresses are personal data; this is what to
        publish where they may not be.  Names that stand within other words, as
        in a title, are left.
        """
        citations = self._citations_but_of("signatories", "contacts")
        return evolve(self, signatories=(), contacts=(), citations=citations)

    def without_citations(self) -> Self:
        """Return this agreement without its citations."""
        return evolve(self, citations=())

    def _citations_but_of(self, *fields: str) -> tuple[Citation, ...]:
        return tuple(each for each in self.citations if each.field not in fields)
