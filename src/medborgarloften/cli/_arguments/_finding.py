"""The arguments of the command that asks questions: one option for each question."""

from __future__ import annotations

from medborgarloften.cli._arguments._groups import (
    Group,
    add_flag,
    add_format,
    add_option,
    add_places,
    add_positionals,
    group_of,
)
from medborgarloften.cli._arguments._parser import Command, Parser
from medborgarloften.cli._arguments._values import day, label, name, period
from medborgarloften.cli._words import Phrases

__all__ = ["FIND"]


def _find(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    _add_when(group_of(parser, say, "when"), say)
    where = group_of(parser, say, "where")
    add_places(where, say)
    for place in ("police_area", "local_police_area", "district"):
        add_option(where, say, place, name, action="append")
    _add_who(group_of(parser, say, "who"), say)
    _add_what(group_of(parser, say, "what"), say)
    options = group_of(parser, say, "options")
    add_option(options, say, "question", str)
    add_format(options, say, "format_of_found")
    add_flag(options, say, "without_people", "without_people_found")


def _add_when(when: Group, say: Phrases) -> None:
    for option in ("on", "maybe_on"):
        add_option(when, say, option, day)
    for option in ("during", "starting", "ending"):
        add_option(when, say, option, period)
    add_option(when, say, "ending_before", day)
    add_flag(when, say, "undated")


def _add_who(who: Group, say: Phrases) -> None:
    add_option(who, say, "by", name, "promised_by", action="append")
    add_option(who, say, "with", name, action="append")
    add_flag(who, say, "joint")


def _add_what(what: Group, say: Phrases) -> None:
    add_option(what, say, "theme", name, action="append")
    add_flag(what, say, "all_themes")
    for option in ("mentioning", "targeting"):
        add_option(what, say, option, name)
    add_option(what, say, "kind", label, action="append")
    for flag in ("quantified", "conditional"):
        add_flag(what, say, flag)
    add_option(what, say, "status", label, action="append")


# What one command finds, the next one counts, or puts in order.
_PIPED = tuple(
    f"medborgarloften find register.jsonl {asked} --format jsonl"
    f" | medborgarloften {then}"
    for asked, then in (
        ("--theme narkotika", "counts - --by year"),
        ("--ending-before 2021-07-01", "timeline -"),
    )
)
FIND = Command(
    _find,
    (
        "medborgarloften find register.jsonl --on 2020-06-01 --theme narkotika",
        "medborgarloften find register.jsonl --municipality Askersund --by polisen",
        "medborgarloften find register.jsonl --ending 2021 --county Södermanland",
        "medborgarloften find register.jsonl --quantified --format csv > counts.csv",
        "medborgarloften read page.txt | medborgarloften find - --maybe-on 2020-06-01",
        *_PIPED,
    ),
)
