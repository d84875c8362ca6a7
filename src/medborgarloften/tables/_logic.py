"""What is asked of several columns, or of one that holds several words.

The words of an enumeration that stand in one place are kept as one whole number, with
a bit for each in the order of its members.  That is asked ten times as fast as a list
of texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import reduce
from typing import Any

from medborgarloften.tables._ibis import Column, ibis

__all__ = ["all_of", "any_of", "bits", "has_any"]


def all_of(conditions: Iterable[Column]) -> Column:
    """Ask whether each of some conditions holds; of none, each does."""
    return reduce(lambda one, other: one & other, conditions, ibis.literal(value=True))


def any_of(conditions: Iterable[Column]) -> Column:
    """Ask whether one of some conditions holds; of none, none does."""
    return reduce(lambda one, other: one | other, conditions, ibis.literal(value=False))


def bits(has: Mapping[Any, Column]) -> Column:
    """Make one number of whether each member of an enumeration is there."""
    return reduce(
        lambda one, other: one + other,
        (
            is_there.ifelse(_bit(each), 0).cast("int64")
            for each, is_there in has.items()
        ),
    )


def has_any(column: Column, members: Iterable[Enum]) -> Column:
    """Ask whether a column of bits has one of some members."""
    return (column & sum(map(_bit, set(members)))) != 0


def _bit(member: Enum) -> int:
    return 1 << [*type(member)].index(member)
