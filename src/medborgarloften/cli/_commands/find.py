"""``medborgarloften find``: promises that meet conditions."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from medborgarloften.cli._answers import Column, print_answer
from medborgarloften.cli._commands._questions import look_for_parties, question_of
from medborgarloften.cli._commands._telling import (
    named_places,
    party,
    places,
    quantity,
    short_quantity,
    text_of,
)
from medborgarloften.cli._files import load_register
from medborgarloften.cli._output import complain, write_json
from medborgarloften.cli._places import tell_of_places_without
from medborgarloften.cli._saying import Words
from medborgarloften.queries import Match, Question
from medborgarloften.register import Register

__all__ = ["run"]


def run(options: Namespace, say: Words) -> int:
    """Print the promises that were asked for, in the format that was."""
    # The question first: a misspelt theme is told without reading anything.
    question = question_of(options)
    register = load_register(options.register, say)
    look_for_parties(options, register, say)
    tell_of_places_without(options, register, say)
    if options.format == "jsonl":
        _print_register(register, question, options, say)
    else:
        matches = register.find(question).in_order()
        print_answer(matches, _columns(say), options, say)
    return 0


def _print_register(
    register: Register, question: Question, options: Namespace, say: Words
) -> None:
    """Print a register of what was found, for the next command in a pipe."""
    from medborgarloften.serializers import jsonl

    found = register.excerpt_where(question)
    write_json(jsonl.dumps(found, without_people=options.without_people))
    shortened = sum(each != register[each.id] for each in found.agreements)
    if shortened:
        promises = sum(len(each.promises) for each in found.agreements)
        complain(say("find.excerpts", promises=promises, agreements=shortened))


def _columns(say: Words) -> Sequence[Column[Match]]:
    return (
        Column("agreement", lambda row: row.agreement.id, only_data=True),
        Column("promise", lambda row: row.promise.number, only_data=True),
        Column(
            "period",
            lambda row: text_of(row.period),
            lambda row: say.held(row.agreement, row.promise, days_as_numbers=True),
        ),
        Column(
            "first_day",
            lambda row: text_of(row.period.first_day if row.period else None),
            only_data=True,
        ),
        Column(
            "last_day",
            lambda row: text_of(row.period.last_day if row.period else None),
            only_data=True,
        ),
        Column(
            "first_day_stated",
            lambda row: row.agreement.states_first_day(row.promise),
            only_data=True,
        ),
        Column(
            "open_ended",
            lambda row: row.period is not None and row.period.open_ended,
            only_data=True,
        ),
        Column(
            "promisors",
            lambda row: [
                party(each) for each in row.agreement.promisors_of(row.promise)
            ],
            lambda row: say.promisors(row.agreement, row.promise),
            lambda row: [each.name for each in row.agreement.promisors_of(row.promise)],
            room=3,
        ),
        Column(
            "attribution", lambda row: row.promise.attribution.value, only_data=True
        ),
        Column(
            "partners",
            lambda row: [
                party(each) for each in row.agreement.partners_of(row.promise)
            ],
            flat=lambda row: [
                each.name for each in row.agreement.partners_of(row.promise)
            ],
            only_data=True,
        ),
        Column(
            "municipalities",
            lambda row: named_places(row.agreement.area.municipalities),
            lambda row: say.area(row.agreement.area) or "",
            lambda row: places(row.agreement.area.municipalities),
        ),
        Column("district", lambda row: row.agreement.area.district, only_data=True),
        Column(
            "themes",
            lambda row: [theme.value for theme in row.promise.themes],
            lambda row: "; ".join(map(say.label, row.promise.themes)),
            room=4,
        ),
        Column("kind", lambda row: row.promise.kind.value, only_data=True),
        Column("hedged", lambda row: row.promise.hedged, only_data=True),
        Column("condition", lambda row: row.promise.condition, only_data=True),
        Column(
            "quantities",
            lambda row: [quantity(each) for each in row.promise.quantities],
            flat=lambda row: [short_quantity(each) for each in row.promise.quantities],
            only_data=True,
        ),
        Column(
            "statuses",
            lambda row: [status.value for status in row.statuses],
            only_data=True,
        ),
        Column("title", lambda row: row.agreement.title, only_data=True),
        Column("excerpt", lambda row: row.agreement.excerpt, only_data=True),
        Column("text", lambda row: row.promise.text, room=6),
        Column(
            "agreement",
            lambda row: row.agreement.id,
            lambda row: say(
                "find.promise", agreement=row.agreement.id, number=row.promise.number
            ),
            room=3,
            only_words=True,
        ),
    )
