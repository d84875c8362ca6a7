"""What a stretch of a sentence speaks of: the agreement, or something else.

Most days on a page are of something else: of a survey, a dialogue, the umbrella
agreement, last year's promises.  The noun nearest to a day tells which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.wildcards import any_of

__all__ = ["Named", "Subject", "last_subject", "subjects"]


class Subject(StrEnum):
    """What a noun speaks of."""

    AGREEMENT = "agreement"
    OTHER = "other"


class Named(NamedTuple):
    """A noun, and what it speaks of."""

    kind: Subject
    start: int
    end: int


def subjects(text: str) -> Iterator[Named]:
    """Find what a text speaks of, in order."""
    folded = text.casefold()
    if not any(map(folded.__contains__, _stems())):
        return
    for match in _pattern().finditer(text):
        kind = Subject.OTHER if match["other"] else Subject.AGREEMENT
        yield Named(kind, *match.span())


# ", som är en bilaga till samverkansöverenskommelsen,": an aside.
_ASIDE = re.compile(r",\s+(?:som|vilket|vilken|vilka|en|ett)\s[^,]{1,200},")


def last_subject(text: str) -> Named | None:
    """Find what a text speaks of last; what it only mentions in an aside is passed.

    >>> last_subject("Löftet, som är en bilaga till samverkansavtalet, gäller").kind
    <Subject.AGREEMENT: 'agreement'>
    """
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), text)
    *_, named = (None, *subjects(plain))
    return named


@cache
def _stems() -> tuple[str, ...]:
    """List what one of must be in a text that speaks of anything known."""
    return tuple(
        {max(re.split(r"[* ]", words), key=len) for _, words in table("subjects")}
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Put the table's words together; what is something else comes first."""
    # The longest first: "förra årets löfte" is not "löfte".
    rows = sorted(table("subjects"), key=lambda row: len(row[1]), reverse=True)
    other, agreement = (
        any_of(words for of, words in rows if of == kind)
        for kind in (Subject.OTHER, Subject.AGREEMENT)
    )
    return re.compile(rf"(?P<other>{other})|(?:{agreement})", re.IGNORECASE)
