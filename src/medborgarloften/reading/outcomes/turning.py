"""What the words around a status make of it: its contrary, a part, or no status.

"Hölls" is done and "Hölls inte" is not, "Klart till hälften" is partly so, and of
"Blir klart 2025", "Uppfyllt?" or "Hölls inte i skolan utan på torget" nobody can tell
by such words alone.  Only what is said plainly is turned; all else is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from medborgarloften.model import Status
from medborgarloften.reading.text.words import Word

__all__ = ["is_a_status", "turned"]

_BEFORE, _AFTER = 8, 12  # words that are looked at
_ENDS = {*".!?;•"}
# Where something else begins to be said.
_BORDERS = {
    *_ENDS,
    *",:()–—-",
    *("men", "och", "samt", "fast", "trots", "eftersom", "då", "så", "att", "som"),
    *("där", "varav", "medan"),
}
_NO = {"inte", "ej", "aldrig", "icke"}
_NONE = {"inga", "ingen", "inget"}
_NEAR = 4  # words from a no to what it denies
_BETWEEN = {"tyvärr", "dock", "heller", "alls", "däremot"}  # "hölls tyvärr inte"
_NO_NO = {"bara", "enbart", "endast", "minst"}  # "inte bara klart"
_WHOLLY = {"helt", "fullt", "fullo", "riktigt", "alla", "allt", "samtliga"}
_OTHERWISE = {"utan", "förrän", "ännu", "än"}  # "inte på torget utan …", "inte förrän"
_ONLY = {"bara", "endast", "enbart"}
_TO_COME = {
    *("blir", "ska", "skall", "skulle", "kommer", "väntas", "förväntas", "beräknas"),
    *("planeras", "avses", "bör", "måste", "kan", "när", "tills", "innan"),
}
_THOUGHT = {"anses", "anse", "sägas", "bedömas", "betraktas", "konstatera"}
_UNSURE = {
    *("oklart", "osäkert", "tveksamt", "tror", "hoppas", "troligen", "förmodligen"),
    *("kanske", "eventuellt"),
}
_BEFORE_IF = {"säga", "avgöra", "veta", "vet", *_NO}  # "vi vet inte om löftet är …"
# "Genomfört, men inte i maj", "Hölls utan att målet nåddes", "med undantag av ett".
_BUT = re.compile(
    r"\b(?:men|fast|dock)\b(?: \w+){0,3}? (?:inte|ej|inga|bara|endast)\b"
    r"|\butan att\b|\bundantag\b|\bförutom\b"
)
# What is not ready may be under way, so that no of it says that nothing was done.
_READY = ("klar", "avklar", "avslut", "slutför")
# "Klart till hösten" is a plan, "genomfördes till fots" is done.
_BY_WHEN = re.compile(r"\Aklar[at]? (?:först|senast|till (?!fullo|100))")
_ONLY_A_WORD = {"klar", "klart", "klara"}  # "klart bättre", "det är klart att"
_AFTER_READY = {
    *("i", "sedan", "nu", "redan", "och", "men", "för", "under", "med", "vid", "den"),
    *("till", "först", "senast", "innan", "före", "efter", "enligt", "utan"),
    *(*_NO, *_BETWEEN),
}
_IN_PART = re.compile(
    r"\b(?:delvis|nästan|halvvägs|mestadels|huvudsakligen|i stort(?: sett)?|i princip"
    r"|\w+ (?:tredjedelar|fjärdedelar)"
    r"|(?:till )?(?:(?:ungefär|drygt|knappt|över) )?(?:hälften"
    r"|[1-9]?[0-9] (?:procent|%)|(?:en )?(?:stor|större|mindre|viss) del"
    r"|(?:största|större|mesta) delen|(?:stora|större|vissa) delar))"
)


def is_a_status(words: Sequence[Word], places: range) -> bool:
    """Tell whether words that look like a status are one, and not "klart bättre"."""
    following = [word.text for word in words[places.stop : places.stop + 1]]
    if words[places.start].text not in _ONLY_A_WORD or not following:
        return True
    (word,) = following
    return word in _AFTER_READY or not word.isalpha()


def turned(
    status: Status, words: Sequence[Word], places: range, since: int, *, is_deed: bool
) -> Status | None:
    """Tell what a status is with the words around it; ``None`` if nobody can tell.

    Args:
        status: What its own words say.
        words: The words of a text.
        places: Where those of the status are.
        since: Where the words begin that belong to no status before it.
        is_deed: Whether its words tell what was done, and do not judge.
    """
    around = _Around(words, places, since)
    if around.is_asked or around.is_unsure:
        return None
    if status is Status.NOT_FULFILLED:
        return around.denied() if not around.is_denied_before else None
    if around.is_denied:
        is_told = status is Status.FULFILLED and not around.is_of_readiness
        return around.denied() if is_told else None
    if status is not Status.FULFILLED:
        return status
    return around.done(is_deed=is_deed)


class _Around:
    """The words before a status and after it, in its clause and in its sentence."""

    def __init__(self, words: Sequence[Word], places: range, since: int) -> None:
        texts = [word.text for word in words[: places.stop + _AFTER]]
        start, stop = places.start, places.stop
        self.own = texts[start:stop]
        self.ahead = [*_until(_ENDS, texts[max(0, start - _BEFORE) : start][::-1])][
            ::-1
        ]
        backwards = texts[max(since, start - _BEFORE) : start][::-1]
        self.before = [*_until(_BORDERS, backwards)][::-1]
        self.rest = texts[stop:]
        self.sentence = " ".join(_until(_ENDS, self.rest))
        self.after = [*_until(_BORDERS, self.rest)]

    @property
    def is_asked(self) -> bool:
        """Whether it stands in a question, or its answer is what comes next."""
        return self.rest[len(self.after) : len(self.after) + 1] == ["?"]

    @property
    def is_unsure(self) -> bool:
        """Whether somebody only thinks so, or says "om": "oklart om löftet är …"."""
        return any(
            word in _UNSURE
            or (word == "om" and (not place or self.ahead[place - 1] in _BEFORE_IF))
            for place, word in enumerate(self.ahead)
        )

    @property
    def is_denied_before(self) -> bool:
        """Whether there is a no before it."""
        return _has_no(self.before[-_NEAR:]) or self.is_none

    @property
    def is_none(self) -> bool:
        """Whether none is all that there is of it: "Inga kontroller genomfördes"."""
        return bool(_NONE & {*self.before[:1]})

    @property
    def is_denied(self) -> bool:
        """Whether there is a no before it or right after it."""
        after = [word for word in self.after[:2] if word not in _BETWEEN]
        return self.is_denied_before or bool(_NO & {*after[:1]})

    @property
    def is_of_readiness(self) -> bool:
        """Whether it says that something is ready, which is soon or late."""
        return self.own[0].startswith(_READY)

    def denied(self) -> Status | None:
        """Tell what a no makes of it: not done, not all of it, or neither."""
        near = {*self.before[-_NEAR:], *self.after}
        plain = [word for word in self.after if word not in {*_NO, *_BETWEEN}]
        if near & _OTHERWISE or {*plain[:1]} & _NO_NO:
            return None
        if self.is_none:
            return None if plain else Status.NOT_FULFILLED
        return Status.PARTLY if near & _WHOLLY else Status.NOT_FULFILLED

    def done(self, *, is_deed: bool) -> Status | None:
        """Tell how far that was done which nobody denies."""
        is_to_come = _TO_COME & {*self.before} and not _THOUGHT & {*self.before}
        is_only = is_deed and _ONLY & {*self.ahead}
        is_cut_down = _BUT.search(self.sentence) or _BUT.search(" ".join(self.ahead))
        is_day_or_share = "/" in self.before[-2:]
        is_planned = _BY_WHEN.match(" ".join([self.own[-1], *self.after]))
        part_before = _IN_PART.search(" ".join(self.before))
        if _IN_PART.fullmatch(" ".join(self.after)):
            return Status.PARTLY
        if part_before:
            return None if is_deed and self.after else Status.PARTLY
        doubts = (is_to_come, is_only, is_cut_down, is_day_or_share, is_planned)
        return None if any(doubts) else Status.FULFILLED


def _until(ends: set[str], texts: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda text: text not in ends, texts)


def _has_no(texts: Sequence[str]) -> bool:
    return any(
        text in _NO and not _NO_NO & {*texts[place + 1 : place + 2]}
        for place, text in enumerate(texts)
    )
