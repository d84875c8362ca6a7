"""What the words around a status make of it: its contrary, a part, or no status.

"Hölls" is done and "Hölls inte" is not, "Klart till hälften" is partly so, and of
"Blir klart 2025" or "Uppfyllt?" nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from medborgarloften.model import Status
from medborgarloften.reading.text.words import Word

__all__ = ["turned"]

_BEFORE, _AFTER = 4, 8  # words that are looked at
_ASKED = "?"
# Where something else begins to be said.
_BORDERS = {
    *".!;,:()–—-•",
    _ASKED,
    *("men", "och", "samt", "fast", "trots", "eftersom", "då", "så", "att", "som"),
}
_NO = {"inte", "ej", "aldrig", "icke", "inga", "ingen", "inget"}
_NO_NO = {"bara", "enbart", "endast", "minst"}  # "inte bara klart"
_MOST_WORDS_TO_A_NO = 2  # "hölls tyvärr inte"
_YET = {"ännu", "än"}
_READY = ("klar", "avklar", "avslut", "slutför")
_TO_COME = {
    *("blir", "ska", "skall", "skulle", "kommer", "väntas", "förväntas", "beräknas"),
    *("planeras", "avses", "bör", "måste", "kan", "när", "tills", "innan"),
}
# "Klart till hösten" is a plan, "genomfördes till fots" is done.
_BY_WHEN = re.compile(r"\Aklar[at]? (?:först|senast|till (?!fullo|100))")
_IN_PART = re.compile(
    r"\b(?:nästan|halvvägs|mestadels|huvudsakligen|i stort(?: sett)?|i princip"
    r"|(?:till )?(?:(?:ungefär|drygt|knappt|över) )?(?:hälften"
    r"|[1-9]?[0-9] (?:procent|%)|(?:en )?(?:stor|större|mindre|viss) del"
    r"|(?:största|större|mesta) delen|(?:stora|större|vissa) delar))"
)


def turned(
    status: Status, words: Sequence[Word], places: range, since: int
) -> Status | None:
    """Tell what a status is with the words around it; ``None`` if nobody can tell.

    Args:
        status: What its own words say.
        words: The words of a text.
        places: Where those of the status are.
        since: Where the words begin that belong to no status before it.
    """
    texts = [word.text for word in words[: places.stop + _AFTER]]
    backwards = texts[max(since, places.start - _BEFORE) : places.start][::-1]
    before = [*_to_a_border(backwards)][::-1]
    rest = texts[places.stop :]
    after = [*_to_a_border(rest)]
    if rest[len(after) : len(after) + 1] == [_ASKED]:
        return None
    is_denied = _denies(before) or _denies(after[:_MOST_WORDS_TO_A_NO])
    if is_denied or status is Status.NOT_FULFILLED:
        # A no to what goes on, or a no to a no, may be anything; what is not ready
        # may be under way, and what is not yet done may be early.
        is_plain = is_denied is (status is Status.FULFILLED) and not _YET & {*before}
        is_early = is_denied and texts[places.start].startswith(_READY)
        return Status.NOT_FULFILLED if is_plain and not is_early else None
    if status is not Status.FULFILLED:
        return status
    is_cut = len(after) == _AFTER
    if _IN_PART.search(" ".join(before)) or (
        not is_cut and _IN_PART.fullmatch(" ".join(after))
    ):
        return Status.PARTLY
    is_planned = _BY_WHEN.match(" ".join([texts[places.stop - 1], *after]))
    return None if is_planned or _TO_COME & {*before} else status


def _to_a_border(texts: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda text: text not in _BORDERS, texts)


def _denies(texts: Sequence[str]) -> bool:
    return any(
        text in _NO and not _NO_NO & {*texts[place + 1 : place + 2]}
        for place, text in enumerate(texts)
    )
