"""``medborgarloften show``: one agreement, readably."""

from __future__ import annotations

import textwrap
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import date

from medborgarloften.cli._commands._choosing import rows_in
from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import printable, width
from medborgarloften.cli._refusals import UsageError
from medborgarloften.cli._saying import Words
from medborgarloften.model import (
    Agreement,
    Outcome,
    Party,
    Promise,
    PromiseKind,
    Signatory,
    Source,
)
from medborgarloften.register import Register
from medborgarloften.wording.saying import municipality

__all__ = ["run"]

_STEP = "     "


def run(options: Namespace, say: Words) -> int:
    """Print the agreement with the id that was asked for, or that of a place."""
    register = load_register(options.register, say)
    agreement = _named(options.id, register)
    outcomes = register.outcomes_of(agreement.id)
    for line in _agreement(agreement, outcomes, say):
        print(_fitted(printable(line)))  # noqa: T201 - a command line prints
    return 0


def _named(name: str, register: Register) -> Agreement:
    if name in register:
        return register[name]
    ids = [row.agreement for row in rows_in(name, register)]
    if len(ids) > 1:
        raise UsageError("several_ids", place=name, ids=", ".join(ids))
    return register[ids[0]]


def _agreement(
    agreement: Agreement, outcomes: tuple[Outcome, ...], say: Words
) -> Iterator[str]:
    yield agreement.title
    yield say("show.heading", id=agreement.id, kind=say.label(agreement.kind))
    yield ""
    yield from _said(_facts(agreement, say), say)
    if agreement.excerpt:
        yield say("show.excerpt")
    if agreement.promises:
        yield from _section("promises", _promises(agreement, outcomes, say), say)
    else:
        yield from ("", say("show.no_promises"))
    signatories = (_signatory(each, agreement) for each in agreement.signatories)
    yield from _section("signatories", _indented(signatories), say)
    yield from _section("sources", _indented(map(_source, agreement.sources)), say)


def _facts(agreement: Agreement, say: Words) -> Iterator[tuple[str, str]]:
    area = agreement.area
    codes = area.municipalities
    places = [f"{municipality(code)} ({code})" for code in codes]
    yield "area", _several(area.district, *places)
    yield "parties", _several(*(_party(each, say) for each in agreement.parties))
    yield "others", _several(*(_party(each, say) for each in agreement.others))
    period = say.period(agreement.period)
    words = agreement.period_wording
    yield "period", say("show.wording", told=period, words=words) if words else period
    if agreement.in_force != agreement.period:
        yield "in_force", say.period(agreement.in_force)
    for name in ("signed_on", "decided_on", "published_on"):
        day: date | None = getattr(agreement, name)
        yield name, str(day or "")
    yield "basis", _several(*map(say.label, agreement.basis))


def _promises(
    agreement: Agreement, outcomes: tuple[Outcome, ...], say: Words
) -> Iterator[str]:
    for promise in agreement.promises:
        told = [each for each in outcomes if each.promise == promise.number]
        yield f"{promise.number:3}. {promise.text}"
        yield from _indented(_said(_facts_of(promise, agreement, told, say), say))


def _facts_of(
    promise: Promise, agreement: Agreement, told: Iterable[Outcome], say: Words
) -> Iterator[tuple[str, str]]:
    promisors = _several(*(party.name for party in agreement.promisors_of(promise)))
    attribution = say.label(promise.attribution)
    yield "promisors", say("show.attribution", names=promisors, attribution=attribution)
    yield "partners", _several(*(each.name for each in agreement.partners_of(promise)))
    yield "themes", _several(*map(say.label, promise.themes))
    if promise.kind is not PromiseKind.ACTIVITY:
        yield "kind", say.label(promise.kind)
    if promise.hedged:
        yield "hedged", say.yes(answer=True)
    yield "condition", promise.condition or ""
    for quantity in promise.quantities:
        yield "quantities", say.quantity(quantity)
    if promise.period is not None:
        yield "period", say.period(agreement.promise_period(promise))
    for outcome in told:
        yield "outcome", _outcome(outcome, say)


def _outcome(outcome: Outcome, say: Words) -> str:
    status, counted = say.label(outcome.status), outcome.counted
    key = "show.on_day" if counted is None else "show.counted"
    told = say(key, day=outcome.on, status=status, counted=counted)
    if outcome.wording:
        told = say("show.wording", told=told, words=outcome.wording)
    return _several(told, *map(_source, outcome.sources))


def _party(party: Party, say: Words) -> str:
    return say("show.party", name=party.name, kind=say.label(party.kind))


def _signatory(signatory: Signatory, agreement: Agreement) -> str:
    party = signatory.party and agreement.party(signatory.party).name
    return _several(signatory.name, signatory.role, signatory.political_party, party)


def _source(source: Source) -> str:
    day = source.published_on or source.updated_on or source.retrieved_on
    told = _several(source.title, source.publisher, source.url, str(day or ""))
    return told or source.kind.value


def _said(facts: Iterable[tuple[str, str]], say: Words) -> Iterator[str]:
    """Put its label before each fact that there is."""
    return (f"{say(f'show.{name}')}: {fact}" for name, fact in facts if fact)


def _section(name: str, lines: Iterable[str], say: Words) -> Iterator[str]:
    """Put a heading above lines, if there are any."""
    found = list(lines)
    if found:
        yield from ("", say(f"show.{name}"), *found)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{_STEP}{line}" for line in lines)


def _several(*words: str | None) -> str:
    return "; ".join(word for word in words if word)


def _fitted(line: str) -> str:
    columns = width()
    if columns is None or len(line) <= columns:
        return line
    indent = len(line) - len(line.lstrip())
    hanging = " " * max(indent, len(_STEP))
    return textwrap.fill(line, columns, subsequent_indent=hanging)
