"""What a line says of deeds: that they are to be done, are done, or were done.

A promise tells of what is to be done.  What was done last year, how the promises
are followed up, and what is said of promises as such, tell of something else.
"""

from __future__ import annotations

import re

from medborgarloften.model import PromiseKind
from medborgarloften.reading.actors.parties import (
    Promisors,
    find_promisors,
    is_labelled,
)
from medborgarloften.reading.page.headings import NUMBERED
from medborgarloften.reading.text.document import Line
from medborgarloften.reading.text.sentences import sentences

__all__ = [
    "LABEL",
    "LABELLED_GOAL",
    "STRONG_VOW",
    "after_number",
    "carries_means",
    "does_something",
    "is_deed_of",
    "is_done",
    "is_followed_up",
    "is_past",
    "is_spoken",
    "is_to_be",
    "is_wish",
    "kind_of",
    "mentions_promises",
    "opens_with_vow",
    "promisors_in",
    "speaks_of_promises",
    "tells_of_deed",
]

# Only a main clause tells of deeds done: "den som har hört av sig" is to be
# answered yet.
_MAIN_CLAUSE = r"\A(?:(?!\b(?:som|att|när|där|om|vilka|vilket)\b).)*?"
_DONE = re.compile(
    rf"{_MAIN_CLAUSE}\b(?:(?:har|hade)\s+(?!åtagit|förbundit)(?:\w+\s+){{0,3}}?(?!att\b)(?!\w*plats\b)\w+(?:[aidflnrt]t|ts)"
    r"|(?:blev|blivit)\s+\w+|genomförd|genomförda|genomfört|genomfördes|gjordes|hölls|deltog|lovade|lovades"
    r"|\w{2,}(?:[aklnrdpst]des|[kpst]tes))\b"
)


def is_past(text: str) -> bool:
    """Tell whether a sentence tells of what has been done."""
    return bool(_DONE.search(text))


_SPEAKER = re.compile(r"\bjag\b", re.IGNORECASE)


def is_spoken(text: str) -> bool:
    """Tell whether somebody speaks for themselves, as no agreement does: "jag"."""
    return bool(_SPEAKER.search(text))


_METHOD = re.compile(
    r"\b(?:medborgarlöft|löftena\b|löftet\b|överenskommelse|konkreta\s+aktiviteter)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:enligt|i)\s+(?:medborgar)?löftet\b", re.IGNORECASE)


def mentions_promises(text: str) -> bool:
    """Tell whether a text has spoken of promises at all."""
    return bool(_METHOD.search(text))


def speaks_of_promises(text: str) -> bool:
    """Tell whether a text speaks of promises as such: "Löftena ska öka tryggheten".

    What is to be done "enligt löftet" is a promise for all that.
    """
    return mentions_promises(text) and not _ACCORDING.search(text)


# What is to be done with the promises themselves is none of them.
_FOLLOWED_UP = re.compile(
    r"\A(?:(?!\b(?:ska|skall|kommer)\b)[^.])*\b(?:ska|skall|kommer)\s+(?:att\s+)?(?:\w+\s+){0,3}?"
    r"(?:följas?\s+upp|utvärderas?|redovisas?|redogöra|ligga\s+till\s+grund|publiceras|läggas?\s+ut|revideras?|stämmas?\s+av"
    r"|undertecknas?|skrivas?\s+under|presenteras?)\b"
    r"|\A(?:\S+\s+){0,4}(?:följs\s+upp|utvärderas|revideras|stäms\s+av)\b",
    re.IGNORECASE,
)


def is_followed_up(text: str) -> bool:
    """Tell whether a text tells of what is done with the promises themselves."""
    return bool(_FOLLOWED_UP.search(text))


# "Belysningen kompletteras", "Buskar gallras": something is done.
_IS_DONE = re.compile(
    r"\b\w{2,}(?:[abdfgjklmnprtv]as|eras|förs|görs|sätts|bjuds|hålls|ges|ses|utses|kommer)\b"
)
_DOES = re.compile(
    r"\A(?:Att\s+)?(?:[A-ZÅÄÖ][a-zåäö]{2,}(?:a|rar|der|er|ar)|Ha|Ge|Se|Gå)\s"
)


def is_done(text: str) -> bool:
    """Tell whether something is done, be it not said by whom: "Buskar gallras"."""
    return bool(_IS_DONE.search(text))


def does_something(text: str) -> bool:
    """Tell whether a text begins with what is done: "Anordna …", "Möter …"."""
    return bool(_DOES.match(text))


_TO_BE = re.compile(r"\A[^.:;]*?\b(?:ska|skall|kommer\s+att|får)\b", re.IGNORECASE)
_STATE = re.compile(
    r"\s*(?:är|har|ser|vet|tycker|anser|känner|upplever|tror|menar|vill|kan|får|hade)\b"
)
_WANTS = re.compile(r"(?:vi|polisen|kommunen|\w+ och \w+)\s+vill\b", re.IGNORECASE)


def is_wish(text: str) -> bool:
    """Tell whether a text says what is wanted: "Vi vill att …"."""
    return bool(_WANTS.match(text))


def is_to_be(text: str) -> bool:
    """Tell whether a text says, in its first clause, what is to be."""
    return bool(_TO_BE.match(text))


def is_deed_of(found: Promisors, text: str, start: int = 0) -> bool:
    """Tell whether those who are named do something, and not only are or think."""
    return not _STATE.match(text, start + found.end)


def tells_of_deed(text: str) -> bool:
    """Tell whether a paragraph says what is to be done, or what somebody does."""
    if is_wish(text) or ("?" in text and not STRONG_VOW.search(text)):
        return False
    if is_to_be(text) or text.startswith("Att "):
        return True
    for start, end in sentences(text):
        if start == 0 and is_done(text[start:end]):
            return True
        found = find_promisors(text[start:end])
        if found is not None and is_deed_of(found, text, start):
            return True
    return False


STRONG_VOW = re.compile(
    r"\b(?:lovar|utlovar|garanterar|(?:förbinder|förpliktar|åtar)\s+sig|tar\s+på\s+sig"
    r"|har\s+åtagit\s+sig)\b",
    re.IGNORECASE,
)


def opens_with_vow(text: str) -> bool:
    """Tell whether a text names who promises, with a verb to promise with."""
    found = find_promisors(text)
    return found is not None and found.vowed


_MEANS = re.compile(
    r"\bgenom(?:\s+att)?\Z"
    r"|\A(?:så\s+här|så|det|detta|det\s+här)\s+gör\s+vi\s*:?\Z|\Aför\s+att\s+nå\s+(?:dit|målet|målen)\b"
    r"|\Aså\s+(?:här\s+)?ska\s+vi\s+nå\s+dit",
    re.IGNORECASE,
)
_BY = re.compile(r"\bgenom\b", re.IGNORECASE)


def carries_means(line: Line) -> bool:
    """Tell whether a line leads to the means of a promise: "Det gör vi genom att:"."""
    text = line.text
    is_by = text.endswith(":") and _BY.search(text, text.rfind(".") + 1)
    return bool(is_by or _MEANS.search(text))


_VOW_BEFORE_DEED = re.compile(
    r"\A\s*(?:lovar|förbinder\s+sig|åtar\s+sig|har\s+åtagit\s+sig|ska|skall|kommer)\b"
)
_GOAL = re.compile(
    r"(?:att\s+)?(?:(?:tillsammans|gemensamt|aktivt)\s+)?"
    r"(?:verka|arbeta)\s+för\s+(?:att\s+)?(?:en\s+)?(?:ökad|öka|minskad|minska|bättre|tryggare)\b"
    r"|(?:att\s+)?(?:öka|minska|stärka|höja|förbättra)\s+(?:den\s+|de\s+)?(?:\w+\s+)?"
    r"(?:trygghet|otrygghet|brottslighet|förtroende|brotten|tillit)",
    re.IGNORECASE,
)


def kind_of(text: str) -> PromiseKind:
    """Tell what kind of promise a text is by itself."""
    found = find_promisors(text)
    deed = text[found.end :] if found else text
    if _GOAL.match(_VOW_BEFORE_DEED.sub("", deed, count=1).strip(" ,:")):
        return PromiseKind.GOAL
    return PromiseKind.FOCUS if len(text.split()) == 1 else PromiseKind.ACTIVITY


LABELLED_GOAL = re.compile(
    r"(?:mål|målbild|målsättning|effektmål)\s*:\s*", re.IGNORECASE
)
_AFTER_NUMBER = re.compile(r"\s*[.:–-]\s+")


def after_number(text: str) -> int:
    """Find where a promise begins that is numbered in words: "Löfte 1. Polisen …"."""
    if labelled := LABELLED_GOAL.match(text):
        return labelled.end()
    number = NUMBERED.match(text)
    if number is None:
        return 0
    begins = _AFTER_NUMBER.match(text, number.end())
    return begins.end() if begins and begins.end() < len(text) else 0


# A word or a few before a colon.
LABEL = re.compile(r"[A-ZÅÄÖ][\w ]{1,40}:\s")
_A_CATCHWORD = 4


def promisors_in(text: str) -> Promisors | None:
    """Find who promises in a promise: its first sentence tells it, or else another.

    "Vi lyssnar. Kommunen öppnar …" begins with a catchword, and in "Väktare går
    ronder. Kommunen betalar" only the second names anybody.
    """
    label = LABEL.match(text)
    after = label and find_promisors(text[label.end() :])
    if label and after and after.mentions[0].start == 0 and not is_labelled(text):
        return after.moved(label.end())  # "Handel: Polisen ska …"
    found = find_promisors(text)
    first, *rest = sentences(text) or ((0, 0),)
    is_catchword = len(text[slice(*first)].split()) <= _A_CATCHWORD
    if found is not None and not (found.is_everybody and is_catchword):
        return found
    for start, end in rest:
        said = find_promisors(text[start:end])
        if said is not None and not said.is_everybody:
            return said.moved(start)
    return found
