"""The question that options ask, and what cannot be asked of a register."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from medborgarloften.cli._output import complain
from medborgarloften.cli._places import any_of, in_places
from medborgarloften.cli._refusals import FaultyFile, UsageError, explain
from medborgarloften.cli._saying import Words
from medborgarloften.errors import InvalidDocument, UnknownName, nearest
from medborgarloften.model import PartyKind, ValidityPeriod, slug
from medborgarloften.queries import (
    AllOf,
    PromisedByParty,
    Question,
    WithPartner,
    about,
    active_during,
    active_on,
    conditional,
    ending_before,
    ending_between,
    jointly_promised,
    may_be_active_on,
    mentioning,
    of_kind,
    promised_by,
    quantified,
    starting_between,
    targeting,
    undated,
    with_partner,
    with_status,
)
from medborgarloften.queries.saved import loads
from medborgarloften.register import Register
from medborgarloften.wording.saying import municipality

__all__ = ["look_for_parties", "question_of"]

# Any: an option gives a text, a day, several of them, or only that it is there.
_ASKED: dict[str, Callable[[Any], Question]] = {
    "on": active_on,
    "maybe_on": may_be_active_on,
    "during": active_during,
    "starting": lambda days: starting_between(*_ends(days)),
    "ending": lambda days: ending_between(*_ends(days)),
    "ending_before": ending_before,
    "undated": lambda _: undated(),
    "by": lambda names: any_of(promised_by, names),
    "with_": lambda names: any_of(with_partner, names),
    "joint": lambda _: jointly_promised(),
    "mentioning": mentioning,
    "targeting": targeting,
    "kind": lambda kinds: of_kind(*kinds),
    "quantified": lambda _: quantified(),
    "conditional": lambda _: conditional(),
    "status": lambda statuses: with_status(*statuses),
}


def question_of(options: Namespace) -> Question:
    """Put together what the options ask: all of it has to hold.

    Raises:
        FaultyFile: If a saved question is none.
        OSError: If its file cannot be read.
        UnknownName: If a theme, a place or the like is misspelt; it tells the nearest.
        UsageError: If all themes have to hold, and none is given.
    """
    return AllOf(tuple(_conditions(options)))


def _conditions(options: Namespace) -> Iterator[Question]:
    for name, ask in _ASKED.items():
        if given := getattr(options, name):
            yield ask(given)
    if options.theme:
        every = options.all_themes
        yield AllOf(map(about, options.theme)) if every else about(*options.theme)
    elif options.all_themes:
        raise UsageError("themes_missing")
    yield from in_places(options)
    if options.question is not None:
        yield _saved(options.question)


def _ends(days: ValidityPeriod) -> tuple[date, date]:
    """Tell the days between which something is asked; an open side cuts nothing."""
    last_day = None if days.open_ended else days.last_day
    return days.first_day or date.min, last_day or date.max


def _saved(file: str) -> Question:
    try:
        return loads(Path(file).read_bytes())
    except InvalidDocument as error:
        raise FaultyFile(file, error.problems) from error


def look_for_parties(options: Namespace, register: Register, say: Words) -> None:
    """Tell of a name that nobody in the register has.

    A municipality that is no party to anything is an answer, so it is only told.

    Raises:
        UnknownName: If it is no municipality; it tells the nearest.
    """
    for names, ask in ((options.by, promised_by), (options.with_, with_partner)):
        for who in names or ():
            question = ask(who)
            if isinstance(question, PromisedByParty | WithPartner):
                _look_for(who, question, register, say)


def _look_for(
    who: str,
    asked: PromisedByParty | WithPartner,
    register: Register,
    say: Words,
) -> None:
    agreements = register.agreements
    parties = {party for each in agreements for party in (*each.parties, *each.others)}
    names = {party.name for party in parties}
    names |= {municipality(party.code) for party in parties if party.code}
    known = {slug(name) for name in names} | {slug(party.id) for party in parties}
    if not known.isdisjoint(asked.names):
        return
    kinds = [say.label(kind) for kind in PartyKind if kind is not PartyKind.OTHER]
    unknown = UnknownName("party", who, nearest(who, [*kinds, *sorted(names)]))
    if asked.code is None:
        raise unknown
    complain(say("refusal.line", reason=explain(unknown, say)))
