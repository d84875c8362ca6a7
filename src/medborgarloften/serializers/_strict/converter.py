"""Model objects to plain data and back: the one converter of every format.

Plain data is what JSON can say: objects, lists, texts, whole numbers, true,
false and null, the fields in the order of their class, days as ``YYYY-MM-DD``,
words of a list as the word.  Reading is exact: nothing is turned into something
else to make it fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn

from medborgarloften.errors import nearest
from medborgarloften.model import Agreement, Outcome
from medborgarloften.serializers._strict.data import is_list, is_object
from medborgarloften.serializers._strict.faults import Refusal, expected
from medborgarloften.serializers._strict.labels import words_by_label
from medborgarloften.serializers._strict.quick import day_written, quickly_read
from medborgarloften.serializers._strict.words import (
    LIST,
    OBJECT,
    TEXT,
    WHOLE_NUMBER,
    Words,
    did_you_mean,
    expectation,
)

__all__ = ["converter"]

_T = TypeVar("_T")
_Read: TypeAlias = Callable[[Any, Any], _T]

_NAMES: dict[type, Words] = {
    str: TEXT,
    int: WHOLE_NUMBER,
    bool: Words("true or false", "true eller false"),
}
_NOT_BLANK = Words("a text that is not blank", "en text som inte är tom")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WRITE_A_DAY = Words("; write it as 2024-05-01", "; skriv det som 2024-05-01")
_NO_SUCH_DAY = Words(
    "; the calendar has no such day", "; kalendern har ingen sådan dag"
)
_LONGEST_WORD, _LONGEST_LIST = 60, 12
_DATE = Words("an ISO 8601 date", "ett datum enligt ISO 8601")


@cache
def converter(*, quick: bool = True) -> Converter:
    """Make the converter, once.

    It is *quick* to make the parts that are as they should be, so that one wrong
    part among many takes the time of one.  What it makes is the same otherwise.
    """
    made = Converter(
        forbid_extra_keys=True, unstruct_collection_overrides={tuple: list}
    )
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(StrEnum, str)
    # A hook keeps the hooks it was built from, so the plain types come first and
    # what is made of them after.  These are inherited: each of our enums is a
    # StrEnum, and what is said of str would hold for it too.
    made.register_structure_hook(str, _read_text)
    made.register_structure_hook(int, _as_it_is(int))
    made.register_structure_hook(bool, _as_it_is(bool))
    made.register_structure_hook(date, _read_day)
    made.register_structure_hook(StrEnum, _read_word)
    made.register_structure_hook_factory(_is_optional, _from_optional)
    made.register_structure_hook_factory(_is_tuple, _from_list)
    made.register_structure_hook_factory(attrs.has, _from_object)
    if quick:
        made.register_structure_hook_factory(_is_part, _from_object_quickly)
    return made


def _is_part(type_: Any) -> bool:
    # A whole was tried already, before anything was judged strictly.
    return attrs.has(type_) and type_ not in {Agreement, Outcome}


def _is_optional(type_: Any) -> bool:
    return NoneType in get_args(type_)


def _is_tuple(type_: Any) -> bool:
    return get_origin(type_) is tuple


def _expect(type_: type[_T], value: Any) -> _T:
    # An exact match: to Python True is an int, to a document it is not.
    if type(value) is not type_:
        raise expected(_NAMES[type_], value)
    return value


def _as_it_is(type_: type[_T]) -> _Read[_T]:
    # Left alone, cattrs calls the type: int("7") is 7, bool("no") is True.
    def read(value: Any, _: Any) -> _T:
        return _expect(type_, value)

    return read


def _read_text(value: Any, _: Any) -> str:
    # Nearly every value is a text, and nearly every text is all right.
    if type(value) is str and value.isascii() and value.strip():
        return value
    text = _expect(str, value)
    if not text or text.isspace():
        raise Refusal("blank", expectation(_NOT_BLANK, text))
    _refuse_half_characters(text)
    return text


def _refuse_half_characters(text: str) -> None:
    """Refuse the half of a character that JSON can escape and no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = f"\\u{ord(text[error.start]):04x}"
        raise Refusal(
            "not-text",
            Words(
                f"{half} is half a character; write both halves, or the character",
                f"{half} är ett halvt tecken; skriv båda halvorna, eller tecknet",
            ),
        ) from error


def _read_day(value: Any, _: Any) -> date:
    text = _expect(str, value)
    try:
        return day_written(text)
    except ValueError as error:
        remedy = _NO_SUCH_DAY if _ISO_DAY.fullmatch(text) else _WRITE_A_DAY
        raise Refusal("not-a-date", expectation(_DATE, text, remedy)) from error


def _read_word(value: Any, type_: type[StrEnum]) -> StrEnum:
    members = _members(type_)
    if type(value) is str and value in members:
        return members[value]
    text = _expect(str, value)
    meant = _meant(text, type_)
    raise Refusal(
        "not-allowed",
        expectation(_one_of(members, short=bool(meant)), text, did_you_mean(meant)),
    )


@cache
def _members(type_: type[StrEnum]) -> dict[str, StrEnum]:
    return {member.value: member for member in type_}


def _one_of(members: Iterable[str], *, short: bool) -> Words:
    """Name what is allowed: of a long list the first, where a guess stands beside."""
    words = list(members)
    told = ", ".join(words)
    if short and len(words) > _LONGEST_LIST:
        told = f"{', '.join(words[:_LONGEST_LIST])} … ({len(words)})"
    return Words(f"one of {told}", f"något av {told}")


def _meant(text: str, type_: type[StrEnum]) -> Iterable[str]:
    """Tell which members may have been meant; each may be named by its label."""
    if len(text) > _LONGEST_WORD:  # to look for what is alike takes time
        return ()
    words = words_by_label(type_)
    return dict.fromkeys(words[each] for each in nearest(text, words))


def _from_optional(type_: Any, made: Converter) -> _Read[Any]:
    (wanted,) = (each for each in get_args(type_) if each is not NoneType)
    read_wanted = made.get_structure_hook(wanted)

    def read(value: Any, _: Any) -> Any:
        return None if value is None else read_wanted(value, wanted)

    return read


def _from_list(type_: Any, made: Converter) -> _Read[Any]:
    # Left alone, cattrs takes any iterable, and splits a text into letters.
    read_items = homogenous_tuple_structure_factory(type_, made)

    def read(value: Any, _: Any) -> Any:
        if not is_list(value):
            raise expected(LIST, value)
        return read_items(value, type_) if value else ()

    return read


def _from_object_quickly(type_: type[Any], made: Converter) -> _Read[Any]:
    read_strictly = _from_object(type_, made)

    def read(value: Any, _: Any) -> Any:
        quick = quickly_read(value, type_) if is_object(value) else None
        return read_strictly(value, type_) if quick is None else quick

    return read


def _from_object(type_: type[Any], made: Converter) -> _Read[Any]:
    read_fields = make_dict_structure_fn(type_, made)

    def read(value: Any, _: Any) -> Any:
        if not is_object(value):
            raise expected(OBJECT, value)
        return read_fields(value, type_)

    return read
