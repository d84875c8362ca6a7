"""Plain data told apart, exactly: a subclass could carry more than is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

__all__ = ["is_list", "is_object", "items_of", "objects_of"]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether it is an object, as JSON calls it."""
    return type(value) is dict


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Tell whether it is a list."""
    return type(value) is list


def items_of(owner: dict[str, Any], field: str) -> list[Any]:
    """List what is in a field; nothing, if that is no list."""
    items = owner.get(field)
    return items if is_list(items) else []


def objects_of(
    owner: dict[str, Any], field: str
) -> Iterator[tuple[tuple[str, int], dict[str, Any]]]:
    """Go through the objects in a field, each with the steps that lead to it."""
    for index, item in enumerate(items_of(owner, field)):
        if is_object(item):
            yield (field, index), item
