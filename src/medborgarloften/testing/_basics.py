"""Texts and days, and what may be missing or come several at a time."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TypeVar

from medborgarloften.testing._hypothesis import SearchStrategy, st

__all__ = [
    "as_tuple",
    "days",
    "few",
    "few_texts",
    "maybe",
    "maybe_days",
    "maybe_texts",
    "texts",
]

_T = TypeVar("_T")

# No winter or term around these days reaches out of the years 1900 to 2150.
_FIRST_DAY, _LAST_DAY = date(1900, 3, 1), date(2150, 11, 30)

_NASTY = (
    "Öka tryggheten i centrum; särskilt på kvällar",
    'Polisen lovar: "vi ska synas"',
    "rad ett\nrad två",
    "=1+1",
    "2019-07-05",
    "null",
    "0180",
    "å, ä och ö",
    " blanksteg runt om ",
    "\N{BULLET}\N{TAB}punkt",
    "A\N{COMBINING RING ABOVE}sele",
    "en\N{LINE SEPARATOR}rad",
    "\N{POLICE CAR}",
)


# Hypothesis checks a strategy when it is first drawn from.  Nearly all that time
# is saved by `cache`, which gives the same one again instead of one that is equal.
@cache
def texts() -> SearchStrategy[str]:
    """Make texts that are not blank, many of them nasty: ``=1+1``, quotes, newlines."""
    letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co", "Cs"])
    words = st.text(letters, min_size=1, max_size=12)
    return st.sampled_from(_NASTY) | words.filter(lambda text: not text.isspace())


@cache
def days() -> SearchStrategy[date]:
    """Make days, most of them near each other so that periods overlap."""
    recent = st.dates(date(2015, 1, 1), date(2024, 12, 31))
    return recent | st.dates(_FIRST_DAY, _LAST_DAY)


def maybe(values: SearchStrategy[_T]) -> SearchStrategy[_T | None]:
    return st.none() | values


def few(values: SearchStrategy[_T]) -> SearchStrategy[tuple[_T, ...]]:
    return st.lists(values, max_size=2).map(as_tuple)


def as_tuple(values: list[_T]) -> tuple[_T, ...]:
    return tuple(values)


@cache
def maybe_texts() -> SearchStrategy[str | None]:
    return maybe(texts())


@cache
def few_texts() -> SearchStrategy[tuple[str, ...]]:
    return few(texts())


@cache
def maybe_days() -> SearchStrategy[date | None]:
    return maybe(days())
