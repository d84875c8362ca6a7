"""What agreements and promises refuse of their own: every fault, and the very item.

The model tells the first of its rules that is broken, and of a list the whole.  A
person who mends a document wants to know the one municipality among fifty, and
the other faults too.  So this looks at the plain data of an agreement that was
refused, and passes over what is of a wrong type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from medborgarloften.errors import InvalidField
from medborgarloften.model import Area
from medborgarloften.serializers._strict.data import is_object, items_of, objects_of
from medborgarloften.serializers._strict.faults import Fault, Place
from medborgarloften.serializers._strict.words import will_not_do

__all__ = ["faults_within"]


def faults_within(agreement: dict[str, Any]) -> Iterator[Fault]:
    """Find what will not do in the plain data of an agreement and its promises."""
    yield from _numbers(agreement)
    yield from _itself(agreement)
    yield from _municipalities(agreement)
    yield from _promisors_and_partners(agreement)
    yield from _amendments(agreement)


def _numbers(agreement: dict[str, Any]) -> Iterator[Fault]:
    yield from _too_low((), agreement, "ordinal", "count from 1")
    for place, promise in objects_of(agreement, "promises"):
        yield from _too_low(place, promise, "number", "number the promises from 1")
        yield from _too_low(place, promise, "parent", "promises are numbered from 1")


def _too_low(
    above: Place, owner: dict[str, Any], field: str, remedy: str
) -> Iterator[Fault]:
    number = owner.get(field)
    if type(number) is int and number < 1:
        yield _refused((*above, field), number, remedy)


def _itself(agreement: dict[str, Any]) -> Iterator[Fault]:
    for field in ("parent", "supersedes"):
        named = agreement.get(field)
        if isinstance(named, str) and named.strip() and named == agreement.get("id"):
            yield _refused((field,), named, "name another agreement than itself")


def _municipalities(agreement: dict[str, Any]) -> Iterator[Fault]:
    area = agreement.get("area")
    codes = _texts(area, "municipalities") if is_object(area) else {}
    for place, code in codes.items():
        try:
            Area(municipalities=(code,))
        except InvalidField as error:
            yield _refused(("area", *place), code, error.remedy)
    for place, code in _doubled(codes):
        yield _refused(("area", *place), code, "name each municipality once")


def _promisors_and_partners(agreement: dict[str, Any]) -> Iterator[Fault]:
    for above, promise in objects_of(agreement, "promises"):
        promisors, partners = (
            _texts(promise, field) for field in ("promisors", "partners")
        )
        for place, id_ in _doubled(promisors | partners):
            remedy = (
                "name each party once"
                if place in promisors
                else "name each partner once, and nobody who promises"
            )
            yield _refused((*above, *place), id_, remedy)


def _amendments(agreement: dict[str, Any]) -> Iterator[Fault]:
    period = agreement.get("period")
    first_day = _day(period, "first_day") if is_object(period) else None
    for place, amendment in objects_of(agreement, "amendments"):
        last_day = _day(amendment, "last_day")
        if first_day and last_day and last_day < first_day:
            remedy = f"end it on {first_day} or later"
            yield _refused((*place, "last_day"), str(last_day), remedy)


def _texts(owner: dict[str, Any], field: str) -> dict[Place, str]:
    items = enumerate(items_of(owner, field))
    return {
        (field, n): item for n, item in items if isinstance(item, str) and item.strip()
    }


def _doubled(texts: Mapping[Place, str]) -> Iterator[tuple[Place, str]]:
    taken: set[str] = set()
    for place, text in texts.items():
        if text in taken:
            yield place, text
        taken.add(text)


def _day(owner: dict[str, Any], field: str) -> date | None:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(owner.get(field, ""))
    return None


def _refused(place: Place, value: object, remedy: str) -> Fault:
    error = InvalidField("", "", value, remedy)
    return Fault(place, "invalid", will_not_do(error))
