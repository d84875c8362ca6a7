"""Documents as plain data: right ones, and ones to which something was done.

Whatever reads documents, or tells which can be read, can be held against another
with these.  Import them as ``from tests.serializers.mutations import mutated``.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from enum import StrEnum
from typing import Any, NamedTuple

from hypothesis import strategies as st

from medborgarloften import model
from medborgarloften.serializers._documents.whole import line_document, to_document
from medborgarloften.testing import agreements, registers

__all__ = ["documents", "lines", "mutated"]


def documents():
    """Make documents of every kind, each as the plain data that a file holds."""
    several = st.lists(agreements(), max_size=2).map(tuple)
    return (agreements() | several | registers(max_size=2)).map(to_document)


def lines():
    """Make the lines of a file of JSON Lines, each as its plain data."""
    return registers(max_size=2).map(
        lambda register: [
            line_document(thing) for thing in (*register.agreements, *register.outcomes)
        ]
    )


@st.composite
def mutated(draw, documents):
    """Do one to three things to a document; most are wrong after that."""
    whole = [draw(documents)]
    for _ in range(draw(st.integers(1, 3))):
        place = draw(_places(whole))
        draw(st.sampled_from(_ways(place)))(draw, place, whole)
    return whole[0]


class _Place(NamedTuple):
    """Where a value is: under a key or an index of what holds it."""

    holder: Any
    step: Any

    @property
    def value(self):
        """What is there."""
        return self.holder[self.step]

    def put(self, value):
        """Put another value there."""
        self.holder[self.step] = value


def _places(whole):
    # By the name of a field first: the fields of promises are many, and others few.
    named = defaultdict(list)
    for name, place in _all_places(whole, "whole"):
        named[name].append(place)
    return st.sampled_from(list(named.values())).flatmap(st.sampled_from)


def _all_places(holder, name):
    steps = holder if isinstance(holder, dict) else range(len(holder))
    for step in steps:
        inner = step if isinstance(holder, dict) else name
        yield inner, _Place(holder, step)
        if isinstance(value := holder[step], dict | list):
            yield from _all_places(value, inner)


# ---------------------------------------------------------------- what is done


def _ways(place):
    """List what can be done to the value that is at a place."""
    ways = [_replace, _take_over, *_WAYS.get(type(place.value), ())]
    if isinstance(place.holder, dict):
        ways.append(_leave_out)
        if _OF_A_DAY.fullmatch(place.step):
            ways += [_redate] * 3
    return ways


def _replace(draw, place, _):
    place.put(draw(_ANYTHING))


def _take_over(draw, place, whole):
    others = [each for name, each in _all_places(whole, "whole") if name == place.step]
    other = draw(st.sampled_from(others) if others else _places(whole))
    place.put(copy.deepcopy(other.value))


def _leave_out(_draw, place, _):
    del place.holder[place.step]


def _add_a_field(draw, place, _):
    place.value[draw(st.sampled_from(_KEYS))] = draw(_ANYTHING)


def _add_an_item(draw, place, _):
    place.value.append(draw(_ANYTHING))


def _rearrange(draw, place, _):
    items = place.value
    others = (items[:-1], items[::-1], [*items, *copy.deepcopy(items)])
    place.put(draw(st.sampled_from(others)))


def _reword(draw, place, _):
    text = place.value
    others = _WORDS if text in _WORDS else _TEXTS
    altered = (f"{text}\n", f" {text}", text.upper(), text[:-1], f"{text}\ud83d")
    place.put(draw(st.sampled_from(others) | st.sampled_from(altered)))


def _redate(draw, place, _):
    place.put(draw(st.sampled_from(_DAYS + _NO_DAYS)))


def _recount(draw, place, _):
    number = place.value
    altered = (
        number + 1,
        number - 1,
        -number,
        str(number),
        float(number),
        number + 0.5,
    )
    place.put(draw(st.sampled_from(altered)))


def _deny(draw, place, _):
    place.put(draw(st.sampled_from([not place.value, int(place.value), "true"])))


_WAYS = {
    dict: [_add_a_field],
    list: [_add_an_item, _rearrange],
    str: [_reword] * 2,
    int: [_recount] * 2,
    bool: [_deny],
}

# ---------------------------------------------------------------- with what

_OF_A_DAY = re.compile(r"on|\w+_(?:on|day)")

_ENUMERATIONS = [
    each
    for each in map(model.__dict__.get, model.__all__)
    if isinstance(each, type) and issubclass(each, StrEnum)
]
_WORDS = tuple(sorted({each.value for words in _ENUMERATIONS for each in words}))
_DAYS = (
    *("2019-01-01", "2019-02-28", "2019-03-01", "2019-06-30", "2019-07-31"),
    *("2019-08-01", "2019-08-31", "2019-09-01", "2019-11-30", "2019-12-01"),
    *("2019-12-31", "2020-02-28", "2020-02-29", "0001-01-01", "0001-02-28"),
    *("9999-12-01", "9999-12-31", "1900-02-28", "2000-02-29"),
)
_NO_DAYS = (
    *("2019-02-29", "1900-02-29", "2020-02-30", "2019-04-31", "2019-13-01"),
    *("2019-00-10", "2019-10-00", "0000-01-01", "0000-02-29", "10000-01-01"),
    *("2019-1-1", "20190101", "2019-W01-1", "2019-001", "2019", "2019-01"),
    *("2019-01-01T00:00:00", "2019-01-01\n", " 2019-01-01", "2019-01-01 "),
    *("-2019-01-01", "2019/01/01", "2019-01-0\N{FULLWIDTH DIGIT ONE}"),
)
_BLANK = ("", " ", "\n", "\t \r\n", "\xa0", "\x1c", "\x85", "\u2003\u2029", "\u3000")
_LOOKS_BLANK = ("\u200b", "\ufeff", "\u180e", "\x00", "\x1b", "\ue000", "\U0010ffff")
_HALVES = ("\ud800", "a\udfff", "\udc00\ud800", "å \ud83d", "\udbff\n")
_CODES = ("0180", "018", "01800", "0180\n", "018O", "\N{FULLWIDTH DIGIT ONE}180")
_SUMS = ("a" * 64, "a" * 63, "A" * 64, "a" * 64 + "\n", "g" * 64)
_TEXTS = (*_DAYS, *_NO_DAYS, *_BLANK, *_LOOKS_BLANK, *_HALVES, *_CODES, *_SUMS, "a")
_NUMBERS = (0, 1, 2, -1, 10**30, 0.0, -0.0, 1.0, 2.0, 1.5, 1e300, 1e400)
_KEYS = ("", "titel", "Id", "id ", "version", "$schema", "number", "wording", "å")

_SIMPLE = (
    st.sampled_from([None, True, False])
    | st.sampled_from(_TEXTS)
    | st.sampled_from(_WORDS)
    | st.sampled_from(_NUMBERS)
)
_ANYTHING = _SIMPLE | st.recursive(
    _SIMPLE,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=2)
    ),
    max_leaves=3,
)
