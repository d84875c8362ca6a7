"""An agreement and a promise as cards, which notebooks show.

A card tells every field that says something, under the field's own name, so a field
that is added is shown too.  What they hold is said in words.  Those who signed and
whom to ask are only counted: notebooks are handed on, and names are personal data.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import cast

import attrs

from medborgarloften._showing.markup import (
    BREAK,
    Content,
    Html,
    counted,
    element,
    facts,
    joined,
    link,
    named,
)
from medborgarloften.model._telling import Telling
from medborgarloften.model.agreement import Agreement
from medborgarloften.model.outcome import Outcome
from medborgarloften.model.parties import Party, PartyKind
from medborgarloften.model.period import ValidityPeriod
from medborgarloften.model.promises import Promise, Quantity
from medborgarloften.model.reviews import Review
from medborgarloften.model.sources import Source

__all__ = ["agreement_card", "promise_card"]

_MOST_PROMISES = 100
_SAY = Telling("en")


def agreement_card(agreement: Agreement) -> Html:
    """Make the card of an agreement, with its promises."""
    return facts(agreement.title, _facts_of_agreement(agreement))


def promise_card(
    promise: Promise,
    agreement: Agreement | None = None,
    outcomes: tuple[Outcome, ...] = (),
) -> Html:
    """Make the card of a promise; alone it knows its parties by their ids."""
    title = f"Promise {promise.number}"
    if agreement is None:
        return facts(title, _facts_of_promise(promise))
    told = _facts_of_promise_in(agreement, promise, outcomes)
    return facts(f"{title} of {agreement.id}", told)


# ---------------------------------------------------------------- an agreement


# They stand above the card, or with what they belong to.
_TOLD_ELSEWHERE = {"title", "period_wording", "promises", "excerpt"}


def _facts_of_agreement(agreement: Agreement) -> Iterator[tuple[str, Content]]:
    for name, value in _telling_fields(agreement):
        match name:
            case "area":
                yield from _area(agreement)
            case "period":
                yield from _days(agreement)
                yield _label("promises"), _promises(agreement)
            case "signatories" | "contacts":
                people = len(getattr(agreement, name))
                count = counted(people, "person", "people")
                yield _label(name), f"{count}, not named here"
            case "citations":
                yield _label(name), f"{len(agreement.citations):,}"
            case _ if name not in _TOLD_ELSEWHERE:
                yield _label(name), _shown(value)
            case _:
                pass


def _days(agreement: Agreement) -> Iterator[tuple[str, Content]]:
    wording = agreement.period_wording
    words = "" if wording is None else f" “{wording}”"
    yield _label("period"), f"{_SAY.period(agreement.period)}{words}"
    if agreement.in_force != agreement.period:
        yield _label("in_force"), _SAY.period(agreement.in_force)


def _area(agreement: Agreement) -> Iterator[tuple[str, Content]]:
    """Tell the municipalities by their codes, and by the names that parties have."""
    everybody = agreement.parties + agreement.others
    names = {
        party.code: party.name
        for party in reversed(everybody)  # the first that has a code, not the last
        if party.kind is PartyKind.MUNICIPALITY
    }
    codes = agreement.area.municipalities
    known = (f"{code} ({names[code]})" if code in names else code for code in codes)
    yield _label("municipalities"), "; ".join(known) or "not stated"
    if agreement.area.district is not None:
        yield _label("district"), agreement.area.district


def _promises(agreement: Agreement) -> Content:
    everyone = len(agreement.promises)
    count = f"{everyone:,}"
    if agreement.excerpt:
        count += " (an excerpt: not all are here)"
    shown = agreement.promises[: named(everyone, _MOST_PROMISES)]
    items = (element("li", _promise(each, agreement)) for each in shown)
    parts: list[Content] = [count, *([element("ol", *items)] if shown else [])]
    if more := everyone - len(shown):
        parts.append(f"… and {more:,} more")
    return joined(parts)


def _promise(promise: Promise, agreement: Agreement) -> Html:
    told = element("small", joined(_told_of(promise, agreement), " – "))
    return joined([promise.text, BREAK, told])


def _told_of(promise: Promise, agreement: Agreement) -> Iterator[Content]:
    yield _SAY.promisors(agreement, promise)
    if promise.partners:
        yield f"with {_names(agreement.partners_of(promise))}"
    if promise.themes:
        yield "; ".join(map(_SAY.label, promise.themes))
    yield from map(_SAY.quantity, promise.quantities)
    if promise.period is not None:
        yield _SAY.held(agreement, promise)


# ---------------------------------------------------------------- a promise


def _facts_of_promise(promise: Promise) -> Iterator[tuple[str, Content]]:
    for name, value in _telling_fields(promise):
        by = ", by id" if name in {"promisors", "partners"} else ""
        yield f"{_label(name)}{by}", _shown(value)


def _facts_of_promise_in(
    agreement: Agreement, promise: Promise, outcomes: tuple[Outcome, ...]
) -> Iterator[tuple[str, Content]]:
    for name, value in _telling_fields(promise):
        match name:
            case "promisors":
                yield _label(name), _names(agreement.promisors_of(promise))
            case "partners":
                yield _label(name), _names(agreement.partners_of(promise))
            case "period":
                pass  # it is cut by the agreement's, and told below
            case _:
                yield _label(name), _shown(value)
    yield _label("period"), _SAY.held(agreement, promise)
    if outcomes:
        yield _label("outcomes"), _shown(outcomes)


def _names(parties: tuple[Party, ...]) -> str:
    return "; ".join(party.name for party in parties)


# ---------------------------------------------------------------- any record


def _telling_fields(record: attrs.AttrsInstance) -> Iterator[tuple[str, object]]:
    """List the fields that say something, with what they say."""
    for field in attrs.fields(type(record)):
        value: object = getattr(record, field.name)
        if value is not None and value is not False and value != ():
            yield field.name, value


def _label(name: str) -> str:
    return _spaced(name).capitalize()


def _spaced(name: str) -> str:
    return name.replace("_", " ")


_SAID_WHOLE = ValidityPeriod, Quantity


def _shown(value: object) -> Content:
    match value:
        case tuple():
            return joined(map(_shown, cast("tuple[object, ...]", value)), "; ")
        case Source():
            return joined(_source(value), ", ")
        case Party():
            return f"{value.name} ({_SAY.label(value.kind)})"
        case Review():
            words = "" if value.wording is None else f" “{value.wording}”"
            return f"{_SAY.review(value)}{words}"
        case _ if attrs.has(type(value)) and not isinstance(value, _SAID_WHOLE):
            told = _telling_fields(cast("attrs.AttrsInstance", value))
            parts = (joined([_spaced(name), " ", _shown(each)]) for name, each in told)
            return joined(parts, ", ")
        case _:
            return _said(value)


def _source(source: Source) -> Iterator[Content]:
    name = source.title or source.url or "untitled"
    yield _said(source.kind)
    yield name if source.url is None else link(name, source.url)
    if source.publisher is not None:
        yield source.publisher
    for field in ("published_on", "updated_on", "retrieved_on"):
        if (day := getattr(source, field)) is not None:
            yield f"{_spaced(field)} {_SAY.day(day)}"


def _said(value: object) -> str:
    match value:
        case True:
            return "yes"
        case date():
            return _SAY.day(value)
        case Enum():
            return _SAY.label(value)
        case ValidityPeriod():
            return _SAY.period(value)
        case Quantity():
            return _SAY.quantity(value)
        case _:
            return str(value)
