"""How it went with a promise, by the words that tell it.

Words that judge the promise ("Inte uppfyllt") count before those that only tell
what was done ("två möten hölls").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from medborgarloften.model import Status
from medborgarloften.reading.outcomes.turning import is_a_status, turned
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import Hit, Patterns, listed
from medborgarloften.reading.text.words import Word, words_of

__all__ = [
    "Verdict",
    "is_in_doubt",
    "status_announced",
    "status_in",
    "verdict_in",
]


class _Force(Enum):
    """What the words of a status do: judge the promise, tell of deeds, or answer."""

    VERDICT = 1
    DEED = 2
    ANSWER = 3  # "Ja. …", which says nothing further on


class _Said(NamedTuple):
    """Words of a status: the number of the first, what they say, and what they do."""

    first: int
    status: Status | None
    force: _Force


class Verdict(NamedTuple):
    """How it stands by the words of a text.

    Attributes:
        status: The status they say; ``None`` if nobody can tell which.
        is_deed: Whether they only tell what was done.
    """

    status: Status | None
    is_deed: bool = False


def status_in(told: str) -> Status | None:
    """Tell the status that words say; ``None`` if they say none that is certain.

    >>> status_in("Ett möte hölls. Det andra blev inte av.").value
    'partly'
    >>> status_in("31 pass genomförda. Pågår.").value
    'ongoing'
    >>> status_in("Blir klart i höst.")
    """
    verdict = verdict_in(told)
    return verdict and verdict.status


def is_in_doubt(told: str) -> bool:
    """Tell whether there are words of a status of which nobody can tell which.

    >>> is_in_doubt("Blir klart i höst."), is_in_doubt("Två möten.")
    (True, False)
    """
    verdict = verdict_in(told)
    return verdict is not None and verdict.status is None


# "Status: Ej uppfyllt Kommentar: Fyra kontroller är genomförda".
_LABELLED = re.compile(
    r"\b(?:status|bedömning|läge)\s*:\s*(?P<said>.*?)"
    r"(?=\b(?:kommentar|antal|utfall|resultat|uppföljning|mål|ansvarig|status|bedömning"
    r"|läge)\s*:|\Z)",
    re.IGNORECASE | re.DOTALL,
)


def verdict_in(told: str) -> Verdict | None:
    """Tell how it stands by words; ``None`` where there are no words of a status.

    What is labelled as the status counts, and the first of it; so does what stands
    first and judges.  Else the worse of what is said does, unless it contradicts.
    """
    if labelled := _LABELLED.search(told):
        first = next(_said_in(labelled["said"]), None)
        return Verdict(first and first.status)
    said = [*_said_in(told)]
    judging = [each for each in said if each.force is not _Force.DEED]
    if judging and judging[0].first == 0 and judging[0].status:
        return Verdict(judging[0].status)  # "Uppfyllt. Ett möte ställdes in, men …"
    if not said:
        return None
    found = [each.status for each in judging or said]
    is_both = {Status.FULFILLED, Status.NOT_FULFILLED} <= {*found}
    if judging:
        return Verdict(None if is_both else _least(found))
    # Of deeds, one that was done and one that was not are a part of what was promised.
    return Verdict(Status.PARTLY if is_both else _least(found), is_deed=True)


def _least(found: Sequence[Status | None]) -> Status | None:
    """Take what says least: "31 pass genomförda. Pågår" goes on."""
    least = [each for each in found if each not in {None, Status.FULFILLED}]
    return least[0] if least else None if None in found else Status.FULFILLED


def _said_in(told: str) -> Iterator[_Said]:
    """Find the words of a status."""
    until = 0
    words = words_of(told)
    for hit in sorted(_patterns().hits(words), key=_first_and_longest):
        status, force = _sayings()[hit.pattern]
        places = range(hit.first, hit.last + 1)
        # "inte genomfört" is not "genomfört".
        if hit.first < until or not is_a_status(words, places):
            continue
        if force is _Force.ANSWER:
            if hit.first == 0 or _answers(words, hit):
                yield _Said(hit.first, status, force)
                until = hit.last + 1
            continue
        if not _is_answered(words, hit):
            is_deed = force is _Force.DEED
            meant = status and turned(status, words, places, until, is_deed=is_deed)
            yield _Said(hit.first, meant, force)
        until = hit.last + 1


_ASKING = {"?", ":"}
_ANSWERS = {"ja", "nej", "nja"}


def _answers(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether it answers a question; "Ja Nej Vet ej" is for readers to answer."""
    is_asked = words[hit.first - 1].text in _ASKING
    return is_asked and not any(
        word.text.isalpha() for word in words[hit.last + 1 :][:1]
    )


def _is_answered(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether what comes next says yes or no to it: "Uppfyllt? Nej"."""
    asking, answer = ([word.text for word in words[hit.last + 1 :]] + ["", ""])[:2]
    return asking in _ASKING and answer in _ANSWERS


def _first_and_longest(hit: Hit) -> tuple[int, int]:
    return hit.first, -hit.last


_NO_STATUS = "-"


@cache
def _sayings() -> dict[str, tuple[Status | None, _Force]]:
    return {
        words: (None if status == _NO_STATUS else Status(status), force)
        for status, *cells in table("statuses")
        for force, cell in zip(_Force, cells, strict=False)
        for words in listed(cell)
    }


@cache
def _patterns() -> Patterns:
    return Patterns(_sayings())


_MOST_WORDS_OF_A_STATUS = 5


def status_announced(heading: str) -> Status | None:
    """Tell what a short heading says of all that stands below it.

    >>> status_announced("Delvis genomfört").value
    'partly'
    """
    is_short = len(heading.split()) <= _MOST_WORDS_OF_A_STATUS
    is_asked = heading.endswith("?") or any(map(str.isdigit, heading))
    return status_in(heading) if is_short and not is_asked else None
