"""Promises that recur across municipalities in the same words, or nearly.

What is said and who promises it are told apart: the same words can be the police's
promise in one place and the municipality's in the next.  Names of places and counts
keep no two texts apart, and neither does what nearly all promises say ("polisen lovar
att").  What is left is compared as words and as pairs of words that follow each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from functools import cache, cached_property
from typing import TypeAlias

from attrs import frozen

from medborgarloften.analysis._asked import (
    Promises,
    expect_promises,
    promises_in,
)
from medborgarloften.analysis._places import municipalities_today
from medborgarloften.analysis._runs import Run, runs_of
from medborgarloften.analysis._telling import telling_parts_of
from medborgarloften.analysis._typical import placed_around_typical
from medborgarloften.errors import InvalidField
from medborgarloften.model import (
    Agreement,
    PartyKind,
    Promise,
    PromiseKind,
    ValidityPeriod,
)

__all__ = ["Copies", "Copy", "PromisedBy", "near_copies"]

_Made: TypeAlias = tuple[Agreement, Promise]


@frozen
class Copy:
    """A promise that recurs elsewhere.

    Attributes:
        agreement: The id of its agreement.
        promise: Its number there.
        text: Its words as published.
        likeness: How alike it is to the typical text, from 0 to 1; 1 where nothing
            but names, counts and what all promises say differs.
        municipalities: Where it is made, by today's kommunkoder.
        promisors: What sort of bodies make it, each once.
        period: The days on which it holds, as `Agreement.promise_period` tells them.
    """

    agreement: str
    promise: int
    text: str
    likeness: float
    municipalities: tuple[str, ...]
    promisors: tuple[PartyKind, ...]
    period: ValidityPeriod | None


@frozen
class PromisedBy:
    """Where the same sort of bodies make a promise that recurs.

    Attributes:
        promisors: The bodies: the police alone, the police and a municipality …
        municipalities: Where they do, by today's kommunkoder.
        promises: How many times.
    """

    promisors: tuple[PartyKind, ...]
    municipalities: tuple[str, ...]
    promises: int


@frozen
class Copies:
    """A promise that recurs, wherever it is made.

    Attributes:
        text: The typical text: that of the member whose words the most others have.
        members: All that are alike to it, itself too, by agreement and number.
        municipalities: Where it is made, by today's kommunkoder, each once.
    """

    text: str
    members: tuple[Copy, ...]
    municipalities: tuple[str, ...]

    @cached_property
    def promised_by(self) -> tuple[PromisedBy, ...]:
        """Who makes it where; those who do in the most municipalities come first."""
        made = defaultdict[tuple[PartyKind, ...], list[Copy]](list)
        for each in self.members:
            made[each.promisors].append(each)
        told = [
            PromisedBy(kinds, _places(copies), len(copies))
            for kinds, copies in made.items()
        ]
        return tuple(
            sorted(told, key=lambda each: (-len(each.municipalities), each.promisors))
        )

    def runs(self, member: Copy) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """Cut the typical text and a member's where they begin to differ, and cease to.

        The runs of the typical text come first; see `Run`.
        """
        return runs_of(self.text, member.text)

    @property
    def promisors_vary(self) -> bool:
        """Whether it is not everywhere the same sort of bodies that make it."""
        return len(self.promised_by) > 1

    @property
    def first_year(self) -> int | None:
        """The earliest year with a first or a last day of one; ``None`` if none has."""
        return min(self._years, default=None)

    @property
    def last_year(self) -> int | None:
        """The latest such year; what is `open_ended` may go on beyond it."""
        return max(self._years, default=None)

    @property
    def open_ended(self) -> bool:
        """Whether one holds until further notice, or states no last day."""
        return any(each.open_ended or each.last_day is None for each in self._dated)

    @property
    def undated(self) -> int:
        """How many have no day, first or last, that is stated; they are in no year."""
        return len(self.members) - len(self._dated)

    @property
    def _years(self) -> list[int]:
        ends = (day for each in self._dated for day in (each.first_day, each.last_day))
        return [end.year for end in ends if end]

    @property
    def _dated(self) -> list[ValidityPeriod]:
        periods = [each.period for each in self.members if each.period]
        return [each for each in periods if each.first_day or each.last_day]


def near_copies(
    asked: Promises, *, alike: float = 0.5, focuses: bool = False
) -> tuple[Copies, ...]:
    """Find promises that recur in several municipalities, the most widespread first.

    Give a register, or what `Register.find` gives.  Each promise is in one row at
    most: with the typical text that it is most alike to.  Each member of a row is
    *alike* to its typical text, but two members need not be so to each other.

    Renewals are no copies: where one municipality has part in all the agreements,
    nothing is told.  An agreement whose area is not known may be a member, and counts
    for no municipality.  A focus ("Trafik") only names a subject; that subjects recur
    is what `counts` tells, so such promises take no part unless *focuses* are asked
    for.  A text of a word or two is alike only to the same words, apart from case,
    and one in which something is denied ("inte") to none in which nothing is.

    A text is compared with some 200 typical ones at most that share its rarest words.
    Where there are more, it may be told in a row of its own, or not at all, though it
    is alike to one; no likeness is made up.

    Args:
        asked: A register, or what was found in one.
        alike: How much of their words, and pairs of words, two texts have in common
            at least, of all that either has: more than 0 and at most 1.
        focuses: Whether promises that only name a subject take part.

    Raises:
        InvalidField: If *alike* is no such number, or *asked* is something else.
    """
    share = _share(alike)
    made = sorted(
        promises_in(expect_promises("near_copies", asked)), key=_by_id_and_number
    )
    by_parts = defaultdict[frozenset[str], list[_Made]](list)
    parts_of = cache(telling_parts_of)  # a text is taken apart once
    for agreement, promise in made:
        if focuses or promise.kind is not PromiseKind.FOCUS:
            by_parts[parts_of(promise.text)].append((agreement, promise))
    by_parts.pop(frozenset(), None)  # nothing but names and counts is like nothing

    said = list(by_parts.values())
    spread = [len(_municipalities_of(each)) or 1 for each in said]
    groups = defaultdict[int, list[tuple[float, list[_Made]]]](list)
    for its, place in zip(
        said, placed_around_typical([*by_parts], spread, share), strict=True
    ):
        groups[place.middle].append((place.likeness, its))
    told = [
        _copies(_typical_text(said[middle]), group)
        for middle, group in groups.items()
        if _recurs(agreement for _, its in group for agreement, _ in its)
    ]
    return tuple(sorted(told, key=_most_widespread_first))


def _copies(text: str, group: list[tuple[float, list[_Made]]]) -> Copies:
    members = [_copy(*each, likeness) for likeness, its in group for each in its]
    members.sort(key=lambda each: (each.agreement, each.promise))
    return Copies(text, tuple(members), _places(members))


def _copy(agreement: Agreement, promise: Promise, likeness: float) -> Copy:
    kinds = {party.kind for party in agreement.promisors_of(promise)}
    return Copy(
        agreement=agreement.id,
        promise=promise.number,
        text=promise.text,
        likeness=likeness,
        municipalities=municipalities_today(agreement.area),
        promisors=tuple(sorted(kinds)),
        period=agreement.promise_period(promise),
    )


def _recurs(agreements: Iterable[Agreement]) -> bool:
    """Tell whether no municipality has part in all of those whose area is known."""
    areas = [set(municipalities_today(each.area)) for each in agreements]
    known = list(filter(None, areas))
    return bool(known) and not known[0].intersection(*known)


def _typical_text(made: list[_Made]) -> str:
    """Choose the text that the most municipalities have, of those that say the same."""
    with_text = defaultdict[str, list[_Made]](list)
    for each in made:
        with_text[each[1].text].append(each)
    return min(
        with_text, key=lambda text: (-len(_municipalities_of(with_text[text])), text)
    )


def _municipalities_of(made: list[_Made]) -> set[str]:
    return {
        code for agreement, _ in made for code in municipalities_today(agreement.area)
    }


def _places(copies: Iterable[Copy]) -> tuple[str, ...]:
    return tuple(sorted({code for each in copies for code in each.municipalities}))


def _by_id_and_number(made: _Made) -> tuple[str, int]:
    agreement, promise = made
    return agreement.id, promise.number


def _most_widespread_first(copies: Copies) -> tuple[int, int, str]:
    return -len(copies.municipalities), -len(copies.members), copies.text


def _share(alike: object) -> Fraction:
    """Take the number for what it is written as: 0.1 for a tenth."""
    if isinstance(alike, int | float) and alike is not True and 0 < alike <= 1:
        return Fraction(str(alike))
    remedy = "give a number that is more than 0 and at most 1"
    raise InvalidField("near_copies", "alike", alike, remedy)
