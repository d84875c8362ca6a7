"""What a part of a YAML text is, and what of YAML is not read.

Only what JSON can say too is read.  A word without quotes is a number, true, false
or null where JSON would read it so, and else the text that it is: ``no``, ``0180``,
``2019-07-05`` and ``12:30`` are texts.
"""

from __future__ import annotations

import re
from types import NoneType
from typing import Any, NoReturn

from medborgarloften.serializers._documents.text import parse, refusal_at
from medborgarloften.serializers._strict.words import Words, shown

__all__ = [
    "ALIAS",
    "DIRECTIVE",
    "MERGE",
    "SECOND_DOCUMENT",
    "TOO_DEEP",
    "is_given_again",
    "is_no_key",
    "refuse",
    "refuse_properties",
    "value_of",
]

_JSON_WORD = re.compile(r"null|true|false|-?(?:0|[1-9][0-9]*)")
_TAGS: dict[str | None, type] = {
    "tag:yaml.org,2002:bool": bool,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:map": dict,
    "tag:yaml.org,2002:null": NoneType,
    "tag:yaml.org,2002:seq": list,
    "tag:yaml.org,2002:str": str,
}


def value_of(event: Any) -> str | int | bool | None:
    """Tell what a scalar is.

    Raises:
        Refusal: If it has an anchor, or a tag that says otherwise.
    """
    text: str = event.value
    value: str | int | bool | None = text
    if event.style is None and _TAGS.get(event.tag) is not str:
        if text in {"", "~"}:
            value = None
        elif _JSON_WORD.fullmatch(text):
            value = parse(text, (), [])
    refuse_properties(event, value)
    return value


def refuse_properties(event: Any, value: object) -> None:
    """Refuse an anchor, and any tag that does not say what the value is anyway.

    Raises:
        Refusal: If there is one.
    """
    if event.anchor is not None:
        refuse(event, _ANCHOR)
    if event.tag is not None and _TAGS.get(event.tag) is not type(value):
        refuse(event, _TAG)


def refuse(event: Any, words: Words, code: str = "not-plain") -> NoReturn:
    """Refuse what begins with an event.

    Raises:
        Refusal: Always.
    """
    at = event.start_mark
    raise refusal_at(code, at.line + 1, at.column + 1, words)


ALIAS = Words(
    "an alias is not read; write out what it stands for, or put quotes around a text "
    "that begins with *",
    "ett alias läses inte; skriv ut det som det står för, eller sätt citattecken om "
    "en text som börjar med *",
)
_ANCHOR = Words(
    "an anchor is not read; take it away, or put quotes around a text that begins "
    "with &",
    "ett ankare läses inte; ta bort det, eller sätt citattecken om en text som "
    "börjar med &",
)
_TAG = Words(
    "the tag is not read; take it away, or put quotes around a text that begins with !",
    "taggen läses inte; ta bort den, eller sätt citattecken om en text som börjar "
    "med !",
)
MERGE = Words(
    "a merge key is not read; write out the fields that it stands for",
    "en sammanslagning (<<) läses inte; skriv ut fälten som den står för",
)
SECOND_DOCUMENT = Words(
    "a second document begins here; give it a file of its own",
    "ett andra dokument börjar här; ge det en egen fil",
)
DIRECTIVE = Words(
    "a directive is not read; take away the lines that begin with %",
    "ett direktiv läses inte; ta bort raderna som börjar med %",
)
TOO_DEEP = Words(
    "is nested too deeply to be read", "har för många nivåer för att läsas"
)


def is_no_key(key: object) -> Words:
    """Say that a key is no text."""
    found = shown(key)
    return Words(
        f"expected text for a key, got {found.en}; put quotes around it",
        f"väntade text som nyckel, fick {found.sv}; sätt citattecken om den",
    )


def is_given_again(line: int) -> Words:
    """Say on which other line a key stands."""
    return Words(
        f"is given again on line {line}; keep one of them",
        f"anges igen på rad {line}; behåll en av dem",
    )
