"""The arguments of the commands that look at a whole register."""

from __future__ import annotations

from medborgarloften.cli._arguments._groups import (
    add_agreement_kind,
    add_flag,
    add_format,
    add_on,
    add_option,
    add_places,
    add_positionals,
    group_of,
)
from medborgarloften.cli._arguments._parser import Command, Parser
from medborgarloften.cli._arguments._values import (
    OneOf,
    closed_period,
    day,
    days,
    share,
)
from medborgarloften.cli._words import Phrases

__all__ = [
    "COMPARE",
    "COPIES",
    "COUNTS",
    "COVERAGE",
    "DUE",
    "GAPS",
    "LINEAGE",
    "MEASURABILITY",
    "PROGRESS",
    "TIMELINE",
]

_PLACES = ("municipality", "county", "police_region", "country")
# As `medborgarloften.analysis.By` has them, which is slow to import.
KEYS = (
    "theme",
    "kind",
    "promisor",
    "municipality",
    "county",
    "police_region",
    "year",
)


def _coverage(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    asked = group_of(parser, say, "asked")
    add_option(asked, say, "on", day, "on_days", action="append")
    add_places(asked, say)
    add_agreement_kind(asked, say)
    options = group_of(parser, say, "options")
    by = OneOf("place", _PLACES)
    add_option(options, say, "by", by, "by_place", default=_PLACES[0])
    add_format(options, say)


def _gaps(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    asked = group_of(parser, say, "asked")
    add_option(asked, say, "between", closed_period, required=True)
    add_places(asked, say)
    add_agreement_kind(asked, say)
    add_flag(asked, say, "maybe")
    add_format(group_of(parser, say, "options"), say)


def _due(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    asked = group_of(parser, say, "asked")
    add_on(asked, say)
    add_option(asked, say, "until", day, required=True)
    add_option(asked, say, "untold_days", days, default=365)
    add_places(asked, say)
    add_format(group_of(parser, say, "options"), say)


def _progress(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    asked = group_of(parser, say, "asked")
    add_on(asked, say)
    add_places(asked, say)
    add_format(group_of(parser, say, "options"), say)


def _compare(parser: Parser, say: Phrases) -> None:
    arguments = add_positionals(parser, say, "register", "old")
    # Who gives one id, or a place, is told which there are.
    arguments.add_argument(
        "new", nargs="?", metavar=say("metavar.new"), help=say("option.new")
    )
    options = group_of(parser, say, "options")
    add_flag(options, say, "totals")
    add_format(options, say)


def _lineage(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    add_places(group_of(parser, say, "asked"), say)
    add_format(group_of(parser, say, "options"), say)


def _timeline(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    asked = group_of(parser, say, "asked")
    add_places(asked, say)
    add_agreement_kind(asked, say)
    add_format(group_of(parser, say, "options"), say)


def _counts(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    asked = group_of(parser, say, "asked")
    add_option(asked, say, "by", OneOf("key_to_count_by", KEYS), action="append")
    add_option(asked, say, "until", day, "until_year")
    add_format(group_of(parser, say, "options"), say)


def _copies(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    asked = group_of(parser, say, "asked")
    add_places(asked, say)
    add_option(asked, say, "alike", share, default=0.5)
    add_flag(asked, say, "focuses")
    add_format(group_of(parser, say, "options"), say)


def _measurability(parser: Parser, say: Phrases) -> None:
    add_positionals(parser, say, "register")
    add_places(group_of(parser, say, "asked"), say)
    options = group_of(parser, say, "options")
    add_flag(options, say, "reasons")
    add_format(options, say)


COVERAGE = Command(
    _coverage,
    (
        "medborgarloften coverage register.jsonl --on 2020-06-01",
        "medborgarloften coverage register.jsonl --on 2020-06-01 --by county",
        "medborgarloften coverage register.jsonl --on 2020-06-01 --county Örebro",
        "medborgarloften coverage register.jsonl --on 2019-01-01 --on 2021-01-01",
    ),
)
GAPS = Command(
    _gaps,
    (
        "medborgarloften gaps register.jsonl --between 2019/2023 --county Örebro",
        "medborgarloften gaps register.jsonl --between 2020 --format csv > gaps.csv",
    ),
)
DUE = Command(
    _due,
    (
        "medborgarloften due register.jsonl --on 2021-12-01 --until 2022-03-31",
        "medborgarloften due register.jsonl --until 2030-12-31 --municipality Mjölby",
    ),
)
PROGRESS = Command(
    _progress,
    (
        "medborgarloften progress register.jsonl --on 2020-12-31",
        "medborgarloften progress register.jsonl --municipality Katrineholm",
    ),
)
COMPARE = Command(
    _compare,
    (
        "medborgarloften compare register.jsonl katrineholm-2020 katrineholm-2021",
        "medborgarloften compare register.jsonl gnesta laxa --totals",
    ),
)
LINEAGE = Command(
    _lineage,
    (
        "medborgarloften lineage register.jsonl",
        "medborgarloften lineage register.jsonl --municipality Hallsberg",
    ),
)
TIMELINE = Command(
    _timeline,
    (
        "medborgarloften timeline register.jsonl",
        "medborgarloften timeline register.jsonl --municipality Hallsberg",
    ),
)
COUNTS = Command(
    _counts,
    (
        "medborgarloften counts register.jsonl --by theme",
        "medborgarloften counts register.jsonl --by county --by year",
        "cat register.jsonl | medborgarloften counts - --format markdown",
    ),
)
COPIES = Command(
    _copies,
    (
        "medborgarloften copies register.jsonl",
        "medborgarloften copies register.jsonl --municipality Strängnäs --alike 0.3",
    ),
)
MEASURABILITY = Command(
    _measurability,
    (
        "medborgarloften measurability register.jsonl",
        "medborgarloften measurability register.jsonl --municipality Flen --reasons",
    ),
)
