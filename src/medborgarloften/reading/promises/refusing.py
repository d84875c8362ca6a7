"""What looks like a promise and promises nothing.

Refusals ("Polisen lovar inte …"), what was promised or done before, a mere
reference to what stands elsewhere ("se ovan"), and the sentence that tells who
signed and when.
"""

from __future__ import annotations

import re

from medborgarloften.reading.actors.vows import is_vow
from medborgarloften.reading.promises.saying import is_past
from medborgarloften.reading.text.sentences import sentences
from medborgarloften.reading.text.signing import (
    SIGNED,
    WILL_SIGN,
    is_signature_heading,
    may_tell_of_signing,
)

__all__ = ["end_of_promise", "promises_nothing", "tells_of_signing"]

_VOWS = (
    r"(?:lovar|utlovar|garanterar|(?:åtar|förbinder|förpliktar)\s+sig|tar\s+på\s+sig)"
)
_TO_VOW = (
    r"(?:lova|utlova|garantera|(?:åta|förbinda|förplikta)\s+sig|ta\s+på\s+sig|utlovas)"
)
_NOT = (
    r"(?:inte|ej|icke|aldrig)\b(?!\s+(?:bara|enbart|endast|nog)\b)"
    r"|ingenting\b|inget(?=\s*(?:[.,;!]|\Z))"
)
# "Det lovar vi inte", "lovar därför inte"; but "lovar att inte" promises.
_REFUSED = re.compile(
    rf"\b(?:{_VOWS}\s+(?:(?:vi|polisen|kommunen|därför|dock|däremot|alltså|heller|nu)\s+)?"
    rf"(?:{_NOT})"
    rf"|(?:kan|får|vill|tänker|vågar|ska|skall|kommer)\s+(?:\w+\s+)?(?:inte|ej|aldrig)\s+"
    rf"(?:\w+\s+){{0,3}}?{_TO_VOW}\b)",
    re.IGNORECASE,
)
_YET = re.compile(r"\b(?:men|utan|däremot)\b", re.IGNORECASE)


def _is_refused(sentence: str) -> bool:
    """Tell whether the vow of a sentence is refused, and no other is made."""
    refused = _REFUSED.search(sentence)
    if refused is None or is_vow(sentence[: refused.start()]):
        return False
    return not _YET.search(sentence, refused.end())


_REFERENCE = (
    r"(?:se|jfr|läs|som|enligt)\s+(?:även\s+)?(?:ovan|nedan|ovanstående|nedanstående|föregående"
    r"|nästa|punkt|bilaga|bilagan|sidan|sida|sid|separat|respektive)\b[^.]{0,40}"
)
_UNDECIDED = (
    r"(?:(?:är\s+)?(?:ännu\s+)?(?:ej|inte|icke)\s+(?:ännu\s+)?"
    r"(?:beslutat|beslutad|klart|klar|klara|fastställt|fastställd|bestämt|aktuellt|svarat)"
    r"|beslut\s+saknas|återkommer|inväntar\s+beslut)\b(?:\s+ännu|\s+än)?"
)
# Whose it is, and then no deed: "Polisen: se ovan", "Kommunen (ej beslutat ännu)".
_SAYS_NOTHING = re.compile(
    rf"(?:[^:()–—.]{{1,60}}[:(–—])?\s*\(?(?:{_REFERENCE}|{_UNDECIDED})\s*\)?\s*[.!]?",
    re.IGNORECASE,
)


def promises_nothing(text: str) -> bool:
    """Tell whether a text tells of the past, refuses, or only points elsewhere.

    A refusal beside a promise takes nothing from it: "Polisen lovar att synas. Vi
    lovar inte att komma jämt."
    """
    if is_past(text) or _SAYS_NOTHING.fullmatch(text):
        return True
    if not _REFUSED.search(text):
        return False
    (start, end), *rest = sentences(text)
    return _is_refused(text[start:end]) and not any(
        is_vow(text[slice(*place)]) and not _breaks_off(text[slice(*place)])
        for place in rest
    )


def _breaks_off(sentence: str) -> bool:
    return _is_refused(sentence) or bool(_PAST_VOW.search(sentence))


_PAST_VOW = re.compile(r"\b(?:lovade|utlovade|(?:har|hade)\s+(?:\w+\s+)?lovat)\b")
_AGREEMENT = re.compile(r"löfte|överenskommelse|avtal", re.IGNORECASE)


def tells_of_signing(sentence: str) -> bool:
    """Tell whether a sentence says that the agreement was signed: "Undertecknat …"."""
    if is_signature_heading(sentence):
        return True
    return (
        may_tell_of_signing(sentence)
        and not WILL_SIGN.search(sentence)
        and bool(SIGNED.search(sentence) and _AGREEMENT.search(sentence))
    )


def end_of_promise(text: str, start: int, end: int) -> int:
    """Find where a promise that goes on to *end* breaks off, to tell something else.

    It is where a sentence after its first tells of the signing, refuses, or says
    what was promised before.
    """
    last = start
    for begins, ends in sentences(text[start:end]):
        sentence = text[start + begins : start + ends]
        if begins and (tells_of_signing(sentence) or _breaks_off(sentence)):
            return last
        last = start + ends
    return end
