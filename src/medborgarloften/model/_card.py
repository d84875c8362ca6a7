"""An agreement and a promise as cards, which notebooks show.

A card tells every field that says something, under the field's own name, so a field
that is added is shown too.  Those who signed and whom to ask are only counted:
notebooks are handed on, and names are personal data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import cast

import attrs

from medborgarloften._showing import (
    BREAK,
    Content,
    Html,
    counted,
    element,
    facts,
    joined,
    link,
)
from medborgarloften.model.agreement import Agreement, AgreementKind
from medborgarloften.model.parties import Party, PartyKind
from medborgarloften.model.period import ValidityPeriod
from medborgarloften.model.promises import Attribution, Promise
from medborgarloften.model.sources import Source
from medborgarloften.model.themes import Theme

__all__ = ["agreement_card", "promise_card", "shown_period"]

_MOST_PROMISES = 100


def agreement_card(agreement: Agreement) -> Html:
    """Make the card of an agreement, with its promises."""
    return facts(agreement.title, _facts_of_agreement(agreement))


def promise_card(promise: Promise) -> Html:
    """Make the card of a promise; it knows its parties by their ids alone."""
    return facts(f"Promise {promise.number}", _facts_of(promise))


def shown_period(period: ValidityPeriod) -> str:
    """Write a period with what is not certain about it.

    >>> print(shown_period(ValidityPeriod.parse("/2021-06-30")))
    /2021-06-30 (first day not stated)
    """
    if not period.is_stated:
        return "not stated"
    remarks = list(_remarks_on(period))
    return f"{period} ({'; '.join(remarks)})" if remarks else str(period)


def _remarks_on(period: ValidityPeriod) -> Iterator[str]:
    if period.first_day is None:
        yield "first day not stated"
    if period.open_ended:
        yield "until further notice" if period.last_day is None else "or longer"
    elif period.last_day is None:
        yield "last day not stated"


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
    yield _label("period"), f"{shown_period(agreement.period)}{words}"
    if agreement.in_force != agreement.period:
        yield _label("in_force"), shown_period(agreement.in_force)


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
    shown = agreement.promises[:_MOST_PROMISES]
    items = (element("li", _promise(each, agreement)) for each in shown)
    parts: list[Content] = [count, *([element("ol", *items)] if shown else [])]
    if everyone > _MOST_PROMISES:
        parts.append(f"… and {everyone - _MOST_PROMISES:,} more")
    return joined(parts)


def _promise(promise: Promise, agreement: Agreement) -> Html:
    told = element("small", joined(_told_of(promise, agreement), " – "))
    return joined([promise.text, BREAK, told])


def _told_of(promise: Promise, agreement: Agreement) -> Iterator[Content]:
    promisors = _names(agreement.promisors_of(promise))
    is_certain = promise.attribution is not Attribution.CONTEXT
    yield f"{promisors}{'' if is_certain else ' (by the context)'}"
    if promise.partners:
        yield f"with {_names(agreement.partners_of(promise))}"
    if promise.themes:
        yield "; ".join(theme.label_en for theme in promise.themes)
    if promise.period is not None:
        period = agreement.promise_period(promise)
        yield shown_period(period) if period else "no day: outside the agreement's"


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(party.name for party in parties)


# ---------------------------------------------------------------- any record


def _facts_of(record: attrs.AttrsInstance) -> Iterator[tuple[str, Content]]:
    for name, value in _telling_fields(record):
        yield _label(name), _shown(value)


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


def _shown(value: object) -> Content:
    match value:
        case tuple():
            return joined(map(_shown, cast("tuple[object, ...]", value)), "; ")
        case Source():
            return joined(_source(value), ", ")
        case ValidityPeriod() | Party():
            return _said(value)
        case _ if attrs.has(type(value)):
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
            yield f"{_spaced(field)} {day}"


# What the value says with an apostrophe less.
_OWN_WORDS: dict[Enum, str] = {AgreementKind.CITIZENS_PROMISE: "citizens' promise"}


def _said(value: object) -> str:
    match value:
        case True:
            return "yes"
        case Theme():
            return value.label_en
        case Enum():
            return _OWN_WORDS.get(value, _spaced(str(value.value)))
        case ValidityPeriod():
            return shown_period(value)
        case Party():
            return f"{value.name} ({_said(value.kind)})"
        case _:
            return str(value)
