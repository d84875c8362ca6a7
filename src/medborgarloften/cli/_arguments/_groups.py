"""Arguments that several commands have, each with one name and one meaning."""

from __future__ import annotations

from argparse import (
    _ArgumentGroup,  # pyright: ignore[reportPrivateUsage] - it has no other name
)
from collections.abc import Callable
from typing import TypeAlias, TypedDict, Unpack

from medborgarloften.cli._arguments._parser import Parser
from medborgarloften.cli._arguments._values import FORMATS, OneOf, day, name
from medborgarloften.cli._words import Phrases

__all__ = [
    "KINDS",
    "Group",
    "add_agreement_kind",
    "add_flag",
    "add_format",
    "add_on",
    "add_option",
    "add_places",
    "add_positionals",
    "add_without_people",
    "group_of",
]

Group: TypeAlias = _ArgumentGroup

# What an option takes, if that does not go by its name or by what is told of it.
_TAKEN = {
    "add_to": "register",
    "agreement_kind": "kind",
    "alike": "share",
    "between": "period",
    "by": "key",
    "by_place": "key",
    "during": "period",
    "ending": "period",
    "ending_before": "day",
    "format_of_found": "format",
    "from": "format",
    "maybe_on": "day",
    "mentioning": "words",
    "on": "day",
    "on_days": "day",
    "on_today": "day",
    "pages_of": "municipality",
    "picture_county": "county",
    "picture_kind": "kind",
    "picture_municipality": "municipality",
    "picture_on": "day",
    "picture_theme": "theme",
    "picture_until": "day",
    "promised_by": "who",
    "question": "file",
    "starting": "period",
    "targeting": "words",
    "to": "format",
    "until": "day",
    "until_year": "day",
    "untold_days": "days",
    "with": "who",
}
# As `medborgarloften.model.AgreementKind` has them, which help has no need of.
KINDS = ("citizens_promise", "cooperation_agreement")


def group_of(parser: Parser, say: Phrases, name: str) -> Group:
    """Begin a group of arguments, under a heading."""
    return parser.add_argument_group(say(f"help.{name}"))


def add_positionals(parser: Parser, say: Phrases, *names: str) -> Group:
    """Add arguments that are told by their place."""
    group = group_of(parser, say, "arguments")
    for each in names:
        help_text = say(f"option.{each}")
        group.add_argument(each, metavar=say(f"metavar.{each}"), help=help_text)
    return group


class _More(TypedDict, total=False):
    """What else argparse may know of an option."""

    action: str
    default: object
    required: bool


def add_option(
    group: Group,
    say: Phrases,
    option: str,
    type: Callable[[str], object],  # noqa: A002 - argparse's own word
    told: str | None = None,
    **more: Unpack[_More],
) -> None:
    """Add an option that takes a value.

    What is told of it goes by its name, if nothing else is *told*.
    """
    told = told or option
    group.add_argument(
        f"--{option.replace('_', '-')}",
        dest=f"{option}_" if option in {"from", "with"} else option,
        type=type,
        metavar=say(f"metavar.{_TAKEN.get(told, told)}"),
        help=say(f"option.{told}"),
        **more,
    )


def add_flag(group: Group, say: Phrases, flag: str, told: str | None = None) -> None:
    """Add an option that is there or not."""
    help_text = say(f"option.{told or flag}")
    written = f"--{flag.replace('_', '-')}"
    group.add_argument(written, action="store_true", help=help_text)


def add_format(group: Group, say: Phrases, told: str = "format") -> None:
    """Add the choice of how an answer is written."""
    read = OneOf("format", FORMATS)
    add_option(group, say, "format", read, told, default=FORMATS[0])


def add_on(group: Group, say: Phrases) -> None:
    """Add the day that is asked about: today, unless another is given."""
    add_option(group, say, "on", day, "on_today")


def add_places(group: Group, say: Phrases) -> None:
    """Add where agreements hold: in any place of a kind, and of each kind in one."""
    for place in ("municipality", "county", "police_region"):
        add_option(group, say, place, name, action="append")


def add_agreement_kind(group: Group, say: Phrases) -> None:
    """Add the choice of one of the two kinds of agreement."""
    add_option(group, say, "kind", OneOf("agreement_kind", KINDS), "agreement_kind")


def add_without_people(group: Group, say: Phrases) -> None:
    """Add the wish to leave out those who signed, and whom to ask."""
    add_flag(group, say, "without_people")
