"""Plain data as YAML that every reader understands alike, with its remarks.

A text stands without quotes only if it begins with a letter and no reader, of
YAML 1.1 or 1.2, could take it for anything else.  Days, numbers that are texts,
``no`` and ``on`` have quotes.  A text of several lines stands as it is, below a
``|``, unless spaces that nobody sees would be lost on the way.  No line is folded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import dropwhile
from typing import Any

from attrs import define, field

from medborgarloften.serializers._strict.data import is_list, is_object
from medborgarloften.serializers._strict.faults import Place
from medborgarloften.serializers._yaml.parsing import UNWRITABLE

__all__ = ["Remarks", "as_yaml"]

_STEP = "  "

_PLAIN = re.compile(r"[^\W\d_](?:[^\t\n\r:#]|:(?=\S)|(?<=\S)#)*(?<!\s)")
_EASIER_IN_SINGLE_QUOTES = re.compile(r"""(?=.*["\\])[^'\t\n\r]*""")
# YAML 1.1 takes them for true, false and null, whatever their case.  One of them is
# a field's name: ``on``.
_NO_TEXTS = {"y", "yes", "true", "on", "n", "no", "false", "off", "null"}
# Editors cut spaces off the ends of lines; where a text begins and ends must be plain.
_NO_BLOCK = re.compile(r"\A\s|[ \t]$|\n\n\Z|\r", re.MULTILINE)


@define
class Remarks:
    """What is remarked on a part of a document; an empty line is one too.

    Attributes:
        above: The lines before it.
        beside: What stands behind it, on its first line.
        below: The lines after all that is in it.
    """

    above: list[str] = field(factory=list[str])
    beside: list[str] = field(factory=list[str])
    below: list[str] = field(factory=list[str])


_NONE = Remarks()


def as_yaml(document: dict[str, Any], remarks: Mapping[Place, Remarks]) -> str:
    """Write a document, with the remarks on its parts and on all of it, at ``()``."""
    whole = remarks.get((), _NONE)
    lines = (
        *whole.above,
        *([""] if whole.above else []),
        *_block(document, (), "", remarks),
        *whole.below,
    )
    return "\n".join(lines) + "\n"


def _block(
    value: dict[str, Any] | list[Any],
    place: Place,
    indent: str,
    remarks: Mapping[Place, Remarks],
) -> Iterator[str]:
    """Write what is in an object or a list, line by line; no empty line comes first."""
    entries: Iterable[tuple[str | int, str, Any]] = (
        ((key, f"{_text(key)}:", inner) for key, inner in value.items())
        if isinstance(value, dict)
        else ((index, "-", inner) for index, inner in enumerate(value))
    )
    lines = (
        line
        for step, head, inner in entries
        for line in _entry(indent + head, inner, (*place, step), indent, remarks)
    )
    return dropwhile(lambda line: not line, lines)


def _entry(
    head: str, value: Any, place: Place, indent: str, remarks: Mapping[Place, Remarks]
) -> Iterator[str]:
    said = remarks.get(place, _NONE)
    beside = "".join(f"{_STEP}{remark}" for remark in said.beside)
    inner = indent + _STEP
    yield from _indented(said.above, indent)
    if value and (is_object(value) or is_list(value)):
        first, *rest = _block(value, place, inner, remarks)
        # "- id: police", but what is remarked of the item goes with its dash.
        if head.endswith("-") and not beside and not first.lstrip().startswith("#"):
            yield head + first[len(head) :]
        else:
            yield head + beside
            yield first
        yield from rest
    else:
        first, *rest = _scalar(value)
        yield f"{head} {first}{beside}"
        yield from _indented(rest, inner)
        if rest:  # as far in as the lines of a text, a comment would be one of them
            inner = indent
    yield from _indented(said.below, inner)


def _indented(lines: Iterable[str], indent: str) -> Iterator[str]:
    return (indent + line if line else "" for line in lines)


def _scalar(value: Any) -> list[str]:
    """Write a value that has none below it: a line, and perhaps those of its text."""
    if not isinstance(value, str):
        return [json.dumps(value)]
    if "\n" in value and not (UNWRITABLE.search(value) or _NO_BLOCK.search(value)):
        header = "|" if value.endswith("\n") else "|-"
        return [header, *value.removesuffix("\n").split("\n")]
    return [_text(value)]


def _text(text: str) -> str:
    """Write a text on one line, with quotes if it needs them."""
    if not UNWRITABLE.search(text):
        if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXTS:
            return text
        if _EASIER_IN_SINGLE_QUOTES.fullmatch(text):
            return f"'{text}'"
    # What JSON escapes, YAML reads; it wants a little more escaped.
    quoted = json.dumps(text, ensure_ascii=False)
    return UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
