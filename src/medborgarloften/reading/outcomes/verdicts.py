"""How it went with a promise, by the words that tell it: a status, and a count.

Words that judge the promise ("Inte uppfyllt") count before those that only tell
what was done ("två möten hölls").  Where neither is said, the figures judge: what
was counted, held against what was promised for the time told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from medborgarloften.model import Status, ValidityPeriod
from medborgarloften.reading.outcomes.turning import turned
from medborgarloften.reading.quantities.finding import find_quantities
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.numbers import Number, number_of, numbers_in
from medborgarloften.reading.text.patterns import Hit, Patterns, listed
from medborgarloften.reading.text.words import Word, words_of

__all__ = [
    "counted_in",
    "held_against",
    "is_in_doubt",
    "status_announced",
    "status_by_figures",
    "status_in",
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


def status_in(told: str) -> Status | None:
    """Tell the status that words say; ``None`` if they say none that is certain.

    >>> status_in("Ett möte hölls. Det andra blev inte av.").value
    'partly'
    >>> status_in("31 pass genomförda. Pågår.").value
    'ongoing'
    >>> status_in("Blir klart i höst.")
    """
    said = [(each, each.status) for each in _said_in(told) if each.status]
    judging = [(each, status) for each, status in said if each.force != _Force.DEED]
    if judging and judging[0][0].first == 0:
        return judging[0][1]  # "Uppfyllt. Ett möte ställdes in, men målet nåddes."
    found = [status for _, status in judging or said]
    if not judging and {Status.FULFILLED, Status.NOT_FULFILLED} <= {*found}:
        return Status.PARTLY
    # "31 pass genomförda. Pågår" goes on; "genomförda" alone says it is done.
    least = [each for each in found if each is not Status.FULFILLED]
    return (*least, *found, None)[0]


def is_in_doubt(told: str) -> bool:
    """Tell whether there are words of a status of which nobody can tell which.

    >>> is_in_doubt("Blir klart i höst."), is_in_doubt("Två möten.")
    (True, False)
    """
    return any(each.status is None for each in _said_in(told))


def _said_in(told: str) -> Iterator[_Said]:
    """Find the words of a status."""
    until = 0
    words = words_of(told)
    for hit in sorted(_patterns().hits(words), key=_first_and_longest):
        status, force = _sayings()[hit.pattern]
        # "inte genomfört" is not "genomfört".
        if hit.first < until:
            continue
        if force is not _Force.ANSWER:
            places = range(hit.first, hit.last + 1)
            meant = status and turned(status, words, places, until)
            yield _Said(hit.first, meant, force)
        elif hit.first == 0 or _answers(words, hit):
            yield _Said(hit.first, status, force)
        else:
            continue
        until = hit.last + 1


def _answers(words: Sequence[Word], hit: Hit) -> bool:
    """Tell whether it answers a question; "Ja Nej Vet ej" is for readers to answer."""
    is_asked = words[hit.first - 1].text == "?"
    return is_asked and not any(
        word.text.isalpha() for word in words[hit.last + 1 :][:1]
    )


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


def status_by_figures(
    promise: str, counted: int, period: ValidityPeriod
) -> Status | None:
    """Judge by how many were done of what was promised for *period*.

    >>> year = ValidityPeriod.parse("2018")
    >>> status_by_figures("hålla ett möte i månaden", 11, year).value
    'partly'
    """
    promised = _promised_in(promise, period)
    return None if promised is None else held_against(counted, promised)


def _promised_in(promise: str, period: ValidityPeriod) -> int | None:
    """Read the least that was promised, if it is one number."""
    found = [each.quantity for each in find_quantities(promise, has_period=True)]
    if not found:
        return counted_in(promise)  # "400 timmars fotpatrull" is so much, not many
    # Of two promises in one sentence it is not said which was counted.
    total = found[0].total(period) if len(found) == 1 else None
    return None if total is None else total.minimum


def held_against(counted: int, promised: int) -> Status:
    """Judge how many were done by how many were promised."""
    if counted >= promised:
        return Status.FULFILLED
    return Status.PARTLY if counted else Status.NOT_FULFILLED


_IN_ALL = re.compile(
    r"\b(?:sammanlagt|totalt)\s+(?P<before>[0-9]+)\b"
    r"|\b(?P<after>[0-9]+)\s+(?:sammanlagt|totalt|hittills)\b",
    re.IGNORECASE,
)
# What was to be done, and days: "årets mål är 20", "(löftet var 12)", "den 9 maj".
_NO_DEEDS = re.compile(
    r"\bmål(?:et)?\b[\w :]{0,30}?[0-9]+|\blöftet\s+var\s+\w+|\butlovade\s+\w+"
    r"|\bden\s+[0-9]+|\b[0-9]{1,2}/[0-9]{1,2}\b|\b(?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)


def counted_in(told: str) -> int | None:
    """Read how many were done: in all if that is said, else the first number.

    A target, a day, a year or a share is no count, nor is who took part; and "en"
    counts only where it is said of how many, or what came of it.

    >>> counted_in("17 av 24 kontroller är utförda"), counted_in("den 9 maj, klart")
    (17, None)
    """
    if found := _IN_ALL.search(told):
        return int(found["before"] or found["after"])
    words = words_of(_NO_DEEDS.sub(" ", told))
    for number in numbers_in(words):
        if number.minimum is not None and _counts_deeds(words, number):
            return number.minimum
    return None


def _counts_deeds(words: Sequence[Word], number: Number) -> bool:
    before = words[number.begin - 1].text if number.begin else ""
    after = [word.text for word in words[number.last + 1 : number.last + 4]]
    if {*after[:1]} & _TIMES:
        return True
    if before in _BEFORE_NO_DEEDS or {*after[:1]} & _AFTER_NO_DEEDS:
        return False
    if words[number.first].text not in {"en", "ett"}:
        return True
    is_share = (
        after[:1] == ["av"] and bool(after[1:]) and number_of(after[1]) is not None
    )
    return is_share or _CAME_OF_IT.match(" ".join(after[1:])) is not None


_TIMES = {"gång", "gånger", "tillfälle", "tillfällen", "stycken", "st"}
_BEFORE_NO_DEEDS = {"med", "väg", "vecka", "kl", "klockan"}
_AFTER_NO_DEEDS = {"procent", "%", *(month for (month,) in table("months"))}
_CAME_OF_IT = re.compile(
    r"(?:hölls|gjordes|genomfördes|gjord|gjort|genomförd|genomfört)\b"
    r"|(?:är|har) (?:gjord|gjort|gjorts|genomförd|genomfört|genomförts|hållits)\b"
)
