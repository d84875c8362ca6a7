"""YAML text to the events and tokens of ruamel.yaml, and what it refuses in words.

Readers of YAML 1.1 take some characters for line breaks that readers of 1.2 take
for letters.  A text must not mean two things, so these are refused where they
stand as they are, together with all that YAML forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from medborgarloften.errors import MissingExtra
from medborgarloften.serializers._documents.text import refusal_at
from medborgarloften.serializers._strict.faults import Refusal
from medborgarloften.serializers._strict.words import Words

__all__ = ["UNWRITABLE", "events", "tokens"]

UNWRITABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)


def events(text: str) -> Iterator[Any]:
    """Parse a text into events: each scalar, each start and end of a list.

    Raises:
        Refusal: If it is no YAML, with line and column.
        MissingExtra: If ruamel.yaml is not installed.
    """
    return _telling(text, _engine().parse(text))


def tokens(text: str) -> Iterator[Any]:
    """Cut a text into tokens: each scalar, dash and colon.

    Raises:
        Refusal: If it is no YAML, with line and column.
        MissingExtra: If ruamel.yaml is not installed.
    """
    return _telling(text, _engine().scan(text))


def _engine() -> Any:
    try:
        from ruamel.yaml import YAML
    except ImportError as error:
        raise MissingExtra("ruamel.yaml", "yaml") from error
    return YAML(typ="safe", pure=True)


def _telling(text: str, pieces: Iterator[Any]) -> Iterator[Any]:
    from ruamel.yaml.error import MarkedYAMLError

    if found := UNWRITABLE.search(text):
        raise _unwritable(text, found.start())
    line = column = 1
    try:
        for piece in pieces:
            yield piece
            line, column = piece.end_mark.line + 1, piece.end_mark.column + 1
    except MarkedYAMLError as error:
        raise _retold(error) from error
    except (ValueError, OverflowError) as error:
        # A version, or the code of a character, that is larger than any can be.
        raise refusal_at(
            "not-yaml", line, column, _reason("a number too large")
        ) from error


def _retold(error: Any) -> Refusal:
    # A few errors tell their words and their place where others tell the context.
    said = error.problem or error.context
    mark = error.problem_mark or error.context_mark
    if said.startswith(_FOUND_TOO_LATE):
        mark = error.context_mark
    return refusal_at("not-yaml", mark.line + 1, mark.column + 1, _reason(said))


def _unwritable(text: str, index: int) -> Refusal:
    before = text[:index]
    line, column = before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1
    code = ord(text[index])
    name = f"U+{code:04X}"
    return refusal_at(
        "not-yaml",
        line,
        column,
        Words(
            f"not YAML: the character {name} may not stand here; take it away, or "
            f"write it between double quotes as \\u{code:04x}",
            f"inte YAML: tecknet {name} får inte stå här; ta bort det, eller skriv "
            f"det mellan citattecken som \\u{code:04x}",
        ),
    )


def _reason(said: str) -> Words:
    for beginning, remedy in _REMEDIES.items():
        if said.startswith(beginning):
            return Words(f"not YAML: {said}; {remedy.en}", f"inte YAML: {remedy.sv}")
    return Words(f"not YAML: {said}", f"inte YAML: {said}")


_FOUND_TOO_LATE = ("could not find expected ':'", "found unexpected end of stream")
_QUOTE = Words(
    "put quotes around a text that begins so",
    "sätt citattecken om en text som börjar så",
)
_LINE_UP = Words(
    "let what belongs together begin in the same column, and put quotes around a "
    "whole text or around none of it",
    "låt det som hör ihop börja i samma kolumn, och sätt citattecken om en hel text "
    "eller inte alls",
)
_CLOSE = Words(
    "see that each bracket is closed, and each item followed by a comma",
    "se till att varje parentes stängs, och att ett komma följer på varje led",
)
_REMEDIES = {
    "mapping values are not allowed here": Words(
        "put quotes around a text that holds a colon and a space, and indent what "
        "belongs together alike",
        "sätt citattecken om en text som innehåller kolon och blanksteg, och dra in "
        "det som hör ihop lika långt",
    ),
    "could not find expected ':'": Words(
        "put a colon and a space after the name of a field",
        "sätt kolon och blanksteg efter ett fälts namn",
    ),
    "found character '\\t'": Words(
        "indent with spaces, not tabs",
        "dra in med blanksteg, inte tabbar",
    ),
    "found character": _QUOTE,
    "expected alphabetic or numeric character": _QUOTE,
    "expected <block end>": _LINE_UP,
    "expected ',' or": _CLOSE,
    "expected the node content": _CLOSE,
    "expected '<document start>'": _LINE_UP,
    "found unexpected end of stream": Words(
        "close the quotes that begin a text",
        "stäng citattecknen som inleder en text",
    ),
    "sequence entries are not allowed here": Words(
        "begin a list on a line of its own",
        "börja en lista på en egen rad",
    ),
    "found unknown escape character": Words(
        "write \\\\ for a backslash, or put single quotes around the text",
        "skriv \\\\ för ett omvänt snedstreck, eller sätt enkla citattecken om texten",
    ),
}
