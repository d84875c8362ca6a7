"""What a caller may say of a page, looked at before the page is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict, cast

from medborgarloften.errors import InvalidField
from medborgarloften.model import Agreement
from medborgarloften.model._rules import whole_day
from medborgarloften.reading.promises.themes import Vocabulary

__all__ = ["Known", "checked", "expect_page"]


class Known(TypedDict, total=False):
    """What is known of a page before it is read.

    Attributes:
        url: Its address; kept as the source, and a hint of the municipality.
        published_on: The day it was published, if the page does not say.
        retrieved_on: The day it was fetched.
        municipality: The municipality it is about, by any name or its code, if
            that is known from elsewhere.  It counts whatever the page says; that
            the page names another is a problem.
        agreements: The agreements whose promises it may follow up, such as
            ``register.values()``.
        vocabulary: The words that tell themes; the library's own without it.
    """

    url: str | None
    published_on: date | None
    retrieved_on: date | None
    municipality: str | None
    agreements: Iterable[Agreement]
    vocabulary: Vocabulary | None


_TYPES: Mapping[str, tuple[type, str]] = {
    "url": (str, "give its address as a str"),
    "published_on": (date, "give a date, as date(2022, 1, 31)"),
    "retrieved_on": (date, "give a date, as date(2022, 1, 31)"),
    "municipality": (str, "give its name or code as a str"),
    "vocabulary": (Vocabulary, "give a Vocabulary, as Vocabulary.load(path)"),
}
_AGREEMENTS = "give the agreements themselves, such as register.values()"


def checked(known: Known, door: str) -> Known:
    """Give back what is known, once it is what the door can use.

    Raises:
        TypeError: If a name is not among the known ones.
        InvalidField: If something is not of its type.
    """
    names = tuple(Known.__annotations__)
    for name in known:
        if name not in names:
            message = f"{door}() knows no {name!r}; it knows: {', '.join(names)}"
            raise TypeError(message)
    for name, (wanted, remedy) in _TYPES.items():
        value = known.get(name)
        if value is not None and not isinstance(value, wanted):
            raise InvalidField(door, name, value, remedy)
        if wanted is date and value is not None:
            whole_day(value)
    return cast("Known", {**known, "agreements": _agreements(known, door)})


def _agreements(known: Known, door: str) -> tuple[Agreement, ...]:
    given: object = known.get("agreements", ())
    if not isinstance(given, Iterable):
        raise InvalidField(door, "agreements", given, _AGREEMENTS)
    agreements = tuple(cast("Iterable[object]", given))
    for each in agreements:
        if not isinstance(each, Agreement):
            raise InvalidField(door, "agreements", each, _AGREEMENTS)
    return cast("tuple[Agreement, ...]", agreements)


def expect_page(
    page: object, wanted: tuple[type, ...], door: str, name: str, remedy: str
) -> None:
    """Refuse a page that is not given as the door reads it.

    Raises:
        InvalidField: If it is not of the types *wanted*.
    """
    if not isinstance(page, wanted):
        # Its type tells enough: a page in the wrong form may be very long.
        raise InvalidField(door, name, type(page), remedy)
