"""``medborgarloften find``: promises that meet conditions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import complain
from medborgarloften.cli._refusals import explain
from medborgarloften.cli._words import Words
from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model import PartyKind, slug
from medborgarloften.queries import (
    AllOf,
    PromisedByParty,
    Question,
    about,
    active_on,
    in_municipality,
    jointly_promised,
    may_be_active_on,
    promised_by,
    quantified,
    undated,
)
from medborgarloften.register import Register
from medborgarloften.wording.saying import municipality

__all__ = ["find"]


def find(options: Namespace, say: Words) -> int:
    """Print the promises that were asked for, in the format that was."""
    # The question first: a misspelt theme is told without reading anything.
    question = AllOf(tuple(_conditions(options)))
    register = load_register(options.register)
    if options.by:
        _look_for_party(options.by, register, say)
    matches = register.find(question).in_order()
    match options.format:
        case "json":
            from medborgarloften.cli._records import print_json

            print_json(matches)
        case "csv":
            from medborgarloften.cli._records import print_csv

            print_csv(matches)
        case _:
            from medborgarloften.cli._table import print_table

            print_table(matches, say)
    return 0


def _look_for_party(who: str, register: Register, say: Words) -> None:
    """Tell of a name that nobody in the register has.

    A municipality that is no party to anything is an answer, so it is only told.

    Raises:
        UnknownName: If it is no municipality; it tells the nearest.
    """
    asked = promised_by(who)
    agreements = register.agreements
    parties = {party for each in agreements for party in (*each.parties, *each.others)}
    names = {party.name for party in parties}
    names |= {municipality(party.code) for party in parties if party.code}
    known = {slug(name) for name in names} | {slug(party.id) for party in parties}
    if not isinstance(asked, PromisedByParty) or not known.isdisjoint(asked.names):
        return
    kinds = [say.label(kind) for kind in PartyKind if kind is not PartyKind.OTHER]
    unknown = UnknownName("party", who, nearest(who, [*kinds, *sorted(names)]))
    if asked.code is None:
        raise unknown
    complain(say("refusal.line", reason=explain(unknown, say)))


def _conditions(options: Namespace) -> Iterator[Question]:
    if options.on:
        yield active_on(options.on)
    if options.maybe_on:
        yield may_be_active_on(options.maybe_on)
    if options.theme:
        yield about(*options.theme)
    if options.municipality:
        yield in_municipality(options.municipality)
    if options.by:
        yield promised_by(options.by)
    if options.joint:
        yield jointly_promised()
    if options.quantified:
        yield quantified()
    if options.undated:
        yield undated()
