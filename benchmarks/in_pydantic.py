"""The model once more, as pydantic's frozen models with the same rules.

What a type can say, pydantic's own core checks, in Rust.  The rules between fields
are the same functions as those of the model, or the same few comparisons.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from medborgarloften import model

Text = Annotated[str, StringConstraints(pattern=r"\S")]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]


class Strict(BaseModel):
    """What they all share: frozen, strict, and nothing that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class ValidityPeriod(Strict):
    """`medborgarloften.ValidityPeriod`."""

    first_day: date | None = None
    last_day: date | None = None
    first_precision: model.Precision = model.Precision.DAY
    last_precision: model.Precision = model.Precision.DAY
    open_ended: bool = False

    @model_validator(mode="after")
    def ends_fit(self) -> Self:
        """Check the two ends, and each against its precision."""
        first, last = self.first_day, self.last_day
        if first and last and last < first:
            raise ValueError("put the earlier day first")
        if model.Precision.DAY not in {self.first_precision, self.last_precision}:
            model.ValidityPeriod(
                first, last, self.first_precision, self.last_precision, self.open_ended
            )
        return self


class Area(Strict):
    """`medborgarloften.Area`."""

    municipalities: tuple[Code, ...] = ()
    district: Text | None = None

    @model_validator(mode="after")
    def each_once(self) -> Self:
        """Check that no municipality is named twice."""
        if len(set(self.municipalities)) < len(self.municipalities):
            raise ValueError("name each municipality once")
        return self


class Party(Strict):
    """`medborgarloften.Party`."""

    id: Text
    kind: model.PartyKind
    name: Text
    code: Code | None = None


class Signatory(Strict):
    """`medborgarloften.Signatory`."""

    name: Text
    role: Text | None = None
    political_party: Text | None = None
    party: Text | None = None


class Contact(Strict):
    """`medborgarloften.Contact`."""

    name: Text
    role: Text | None = None
    phone: Text | None = None
    email: Text | None = None


class Quantity(Strict):
    """`medborgarloften.Quantity`."""

    minimum: int | None
    maximum: int | None
    unit: Text
    per: model.Per | None = None
    average: bool = False
    each: Text | None = None

    @model_validator(mode="after")
    def limits_fit(self) -> Self:
        """Check the floor and the ceiling."""
        if self.minimum is None and self.maximum is None:
            raise ValueError("give a minimum, a maximum or both")
        if self.minimum is not None and self.minimum < 0:
            raise ValueError("give 0 or more")
        if self.maximum is not None and self.maximum < (self.minimum or 0):
            raise ValueError(f"give {self.minimum or 0} or more")
        return self


class Promise(Strict):
    """`medborgarloften.Promise`."""

    number: int
    text: Text
    kind: model.PromiseKind = model.PromiseKind.ACTIVITY
    parent: int | None = None
    promisors: tuple[Text, ...]
    attribution: model.Attribution = model.Attribution.STATED
    partners: tuple[Text, ...] = ()
    themes: tuple[model.Theme, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    period: ValidityPeriod | None = None
    places: tuple[Text, ...] = ()
    target_groups: tuple[Text, ...] = ()
    purpose: Text | None = None
    condition: Text | None = None
    hedged: bool = False

    @model_validator(mode="after")
    def everybody_once(self) -> Self:
        """Check the number, and that nobody is named twice."""
        if self.number < 1 or (self.parent is not None and self.parent < 1):
            raise ValueError("number the promises from 1")
        if not self.promisors:
            raise ValueError("name at least one party")
        named = {*self.promisors, *self.partners}
        if len(named) < len(self.promisors) + len(self.partners):
            raise ValueError("name each party once")
        if len(self.themes) > 1:
            # As in the model: sorted, each once.
            object.__setattr__(self, "themes", tuple(sorted(set(self.themes))))
        return self


class Review(Strict):
    """`medborgarloften.model.Review`."""

    purpose: Text
    times: int = 1
    per: model.Per | None = None
    wording: Text | None = None


class Amendment(Strict):
    """`medborgarloften.model.Amendment`."""

    on: date | None = None
    last_day: date | None = None
    wording: Text | None = None


class Source(Strict):
    """`medborgarloften.Source`."""

    url: Text | None = None
    kind: model.SourceKind = model.SourceKind.PAGE
    title: Text | None = None
    publisher: Text | None = None
    published_on: date | None = None
    updated_on: date | None = None
    retrieved_on: date | None = None
    media_type: Text | None = None
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None


class Citation(Strict):
    """`medborgarloften.Citation`."""

    path: Text
    source: int = 0
    start: int
    end: int
    quote: Text
    how: model.How = model.How.STATED

    @model_validator(mode="after")
    def quote_fits(self) -> Self:
        """Check that the quote is as long as its place."""
        if self.source < 0 or self.start < 0:
            raise ValueError("count from 0")
        if self.end - self.start != len(self.quote):
            raise ValueError("the quote ends elsewhere")
        return self


class Agreement(Strict):
    """`medborgarloften.Agreement`, as a document with its header."""

    # "schema" is the name of a method that every model of pydantic has.
    schema_: Text
    schema_version: int
    id: Text
    kind: model.AgreementKind = model.AgreementKind.CITIZENS_PROMISE
    title: Text
    area: Area
    parties: tuple[Party, ...]
    others: tuple[Party, ...] = ()
    period: ValidityPeriod = ValidityPeriod()
    period_wording: Text | None = None
    promises: tuple[Promise, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signed_on: date | None = None
    decided_on: date | None = None
    published_on: date | None = None
    basis: tuple[model.Basis, ...] = ()
    priorities: tuple[Text, ...] = ()
    expected_effects: tuple[Text, ...] = ()
    reviews: tuple[Review, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    supersedes: Text | None = None
    parent: Text | None = None
    ordinal: int | None = None
    excerpt: bool = False
    contacts: tuple[Contact, ...] = ()
    sources: tuple[Source, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: Text | None = None

    model_config = ConfigDict(
        alias_generator=lambda name: name.removesuffix("_"), serialize_by_alias=True
    )

    @model_validator(mode="after")
    def parts_fit(self) -> Self:
        """Check what holds between the parts, as the model does."""
        # They ask for nothing but the fields, and for the words of a complaint.
        for rule in ("_check_parties", "_check_promises"):
            vars(model.Agreement)[rule](self)
        if any(citation.source >= len(self.sources) for citation in self.citations):
            raise ValueError("cite a source that is among the sources")
        if self.id in {self.parent, self.supersedes}:
            raise ValueError("name another agreement than itself")
        return self
