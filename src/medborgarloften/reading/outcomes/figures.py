"""How it went with a promise, by figures: what was counted, and of how many.

What was counted is held against what was promised for the time told of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from medborgarloften.model import Status, ValidityPeriod
from medborgarloften.reading.quantities.finding import find_quantities
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.numbers import Number, number_of, numbers_in
from medborgarloften.reading.text.words import Word, words_of

__all__ = ["counted_in", "held_against", "status_by_figures", "target_in"]


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
    counting = [
        number
        for number in numbers_in(words)
        if number.minimum is not None and _counts_deeds(words, number)
    ]
    # "6 planerade, 4 genomförda": what stands by the deed is what was done.
    best = next((each for each in counting if _is_by_a_deed(words, each)), None)
    number = best or next(iter(counting), None)
    return number and number.minimum


def target_in(told: str) -> int | None:
    """Read how many there were to be, where that is told beside what was done.

    >>> target_in("3 av 25 kontroller"), target_in("4 genomförda (mål: 6)")
    (25, 6)
    """
    if found := _TARGET.search(told):
        return number_of(next(filter(None, found.groups())).casefold())
    words = words_of(_NO_DEEDS.sub(" ", told))
    for number in numbers_in(words):
        after = [word.text for word in words[number.last + 1 : number.last + 3]]
        if after[:1] == ["av"] and after[1:]:
            return number_of(after[1])
    return None


_TARGET = re.compile(
    r"\bmål(?:et)?\b[\w :]{0,30}?\b([0-9]+)|\b(\w+)\s+(?:planerade|utlovade)\b"
    r"|\b(?:planerade|utlovade)\s+([0-9]+)",
    re.IGNORECASE,
)


def _is_by_a_deed(words: Sequence[Word], number: Number) -> bool:
    before = [word.text for word in words[max(0, number.begin - 2) : number.begin]]
    after = [word.text for word in words[number.last + 1 : number.last + 3]]
    return any(map(_DEED.match, (*before[-1:], *after)))


_DEED = re.compile(r"(?:genomför|gjor|utför|håll)\w+|hölls|klara\Z")


def _counts_deeds(words: Sequence[Word], number: Number) -> bool:
    before = [word.text for word in words[max(0, number.begin - 2) : number.begin]]
    after = [word.text for word in words[number.last + 1 : number.last + 4]]
    is_whole = before[1:] == ["av"] and number_of(before[0]) is not None
    could_not = _DENIED.search(" ".join(after))
    is_left_out = before == ["undantag", "av"] or could_not
    if is_whole or is_left_out or _NOT_DONE & {*before[-1:], *after[:1]}:
        return False
    if {*after[:1]} & _TIMES:
        return True
    if {*before[-1:]} & _BEFORE_NO_DEEDS or {*after[:1]} & _AFTER_NO_DEEDS:
        return False
    if words[number.first].text not in {"en", "ett"}:
        return True
    is_share = after[:1] == ["av"] and bool(number_of("".join(after[1:2])))
    return is_share or _CAME_OF_IT.match(" ".join(after[1:])) is not None


_DENIED = re.compile(r"\b(?:kunde|hölls|gjordes|genomfördes|blev) (?:inte|ej)\b")
_NOT_DONE = {
    *("planerade", "planerad", "planeras", "återstår", "kvarstår", "inställda"),
    *("tredjedelar", "fjärdedelar"),
}
_TIMES = {"gång", "gånger", "tillfälle", "tillfällen", "stycken", "st"}
_BEFORE_NO_DEEDS = {"med", "väg", "vecka", "kl", "klockan"}
_AFTER_NO_DEEDS = {"procent", "%", *(month for (month,) in table("months"))}
_CAME_OF_IT = re.compile(
    r"(?:hölls|gjordes|genomfördes|gjord|gjort|genomförd|genomfört)\b"
    r"|(?:är|har) (?:gjord|gjort|gjorts|genomförd|genomfört|genomförts|hållits)\b"
)
