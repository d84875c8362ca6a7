"""The fast road from JSON to the model and back, with the extra ``speed``.

msgspec decodes JSON straight into the model's classes, whose rules then hold as
always.  But it passes over what it does not know and keeps the last of two equal
keys, which the strict road refuses.  So what was read is written again: only if that
gives the very bytes that were read was there nothing else in them.  Documents as the
library writes them take this road; any other takes the strict one, which reads it or
says what is wrong.  Both give equal objects.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

from attrs import AttrsInstance, frozen

from medborgarloften.model._shapes import fields_of, is_record

__all__ = ["compacted", "decoded", "encoded", "laid_out"]

_AsDict: TypeAlias = Callable[[Any], dict[str, Any]]


def decoded(data: bytes, class_: type) -> Any | None:
    """Read an object that is written without any space; ``None`` if that fails."""
    if (fast := _fast()) is None:
        return None
    try:
        made = fast.decoder_of(class_)(data)
        return made if fast.encode(_as_dict(class_)(made)) == data else None
    except fast.refusals:
        return None


def encoded(thing: AttrsInstance) -> bytes | None:
    """Write an object without any space; ``None`` if that cannot be done."""
    if (fast := _fast()) is None:
        return None
    return fast.encode(_as_dict(type(thing))(thing))


def compacted(data: bytes) -> bytes | None:
    """Take all space out of JSON; ``None`` if that cannot be done."""
    if (fast := _fast()) is None:
        return None
    try:
        return fast.format(data, indent=-1)
    except fast.refusals:
        return None


def laid_out(data: bytes) -> bytes | None:
    """Lay JSON out on lines, as Python's own library does with an indent of two."""
    return None if (fast := _fast()) is None else fast.format(data, indent=2)


@frozen
class _Fast:
    """What msgspec does for us, and what it raises when it cannot."""

    decoder_of: Callable[[type], Callable[[bytes], Any]]
    encode: Callable[[object], bytes]
    format: Callable[..., bytes]
    refusals: tuple[type[Exception], ...]


@cache
def _fast() -> _Fast | None:
    try:
        from msgspec import MsgspecError, json
    except ImportError:
        return None

    def decoder_of(class_: type) -> Callable[[bytes], Any]:
        return json.Decoder(class_).decode

    return _Fast(
        decoder_of=cache(decoder_of),
        encode=json.Encoder().encode,
        format=json.format,
        refusals=(MsgspecError, ValueError, RecursionError),
    )


@cache
def _as_dict(class_: type) -> _AsDict:
    """Write out the function that puts an object's fields into a dictionary.

    Days, words and tuples stay as they are: the encoder knows them.  It could take
    objects too, but would tell their fields in another order than their class does.
    """
    names: dict[str, Any] = {}
    items: list[str] = []
    for field in fields_of(class_):
        value = f"thing.{field.name}"
        if is_record(field.type):
            names[f"_{field.name}"] = _as_dict(field.type)
            inner = f"_{field.name}(value)"
            if field.many:
                value = f"[{inner} for value in {value}]"
            elif field.optional:
                value = f"None if (value := {value}) is None else {inner}"
            else:
                value = f"_{field.name}({value})"
        items.append(f"{field.name!r}: {value}")
    source = f"def as_dict(thing): return {{{', '.join(items)}}}"
    exec(source, names)  # noqa: S102 - of nothing but the model's own names
    made: _AsDict = names["as_dict"]
    return made
