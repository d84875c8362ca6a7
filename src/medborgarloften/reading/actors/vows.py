"""The verbs of promises, and where they stand beside who promises.

One promises with a vow ("lovar", "ska", "åtar sig"), and also with a verb in the
present: "Kommunen erbjuder …".  Every pattern looks only a bounded way, so a line
of any length is read in linear time.
"""

from __future__ import annotations

import re

__all__ = [
    "AND",
    "DONE_BY",
    "DONE_TO",
    "OWNED",
    "OWNED_THEN_VERB",
    "PRESENT_BEFORE",
    "THEN_INFINITIVE",
    "THEN_VERB",
    "THEN_VOW",
    "THROUGH",
    "VOW_BEFORE",
    "is_vow",
]

# In capitals too, as the whole of a poster may be.
_VOW = (
    r"(?i:lovar|lova|ska|skall|kommer|förbinder\s+sig|åtar\s+sig|åta\s+sig"
    r"|har\s+åtagit\s+sig|förpliktar\s+sig|tar\s+på\s+sig|utlovar|garanterar|avger|ger|vill|avser)"
)
# What may stand between a subject and its verb: a place, an adverb, or a clause in
# commas.
_ASIDE = (
    r"(?:\s+(?:i|på|för|inom)\s+(?:[A-ZÅÄÖ][\w-]+(?:\s+(?:kommun|stad))?|kommunen))?"
    r"(?:\s+(?:även\s+i\s+fortsättningen|å\s+sin\s+sida|enligt\s+löftet|även|också|nu|därför"
    r"|minst(?:\s+[\w-]+){1,6}?|gemensamt|tillsammans|dessutom|varje\s+\w+|under\s+\w+(?:\s+[0-9]{4})?))?"
    r"\s*(?:,[^,:.]{2,80},\s*)?"
)
# A verb in the present; many other words end so too.
_PRESENT = (
    r"(?!(?:för|eller|över|under|efter|per|mer|fler|där|när|här|vår|var|månader|veckor"
    r"|minuter|timmar|gånger|kvällar|dagar|åtgärder|insatser)\b)[a-zåäö]{2,}r"
)
THEN_VOW = re.compile(rf"{_ASIDE}{_VOW}\b")
# A plain present also promises: "Kommunen erbjuder …", "Polisen fortsätter …".
THEN_VERB = re.compile(rf"{_ASIDE}(?:{_VOW}|finns|syns|{_PRESENT})\b")
DONE_TO = re.compile(
    r"\s+(?:(?:ska|skall|kommer\s+att|bör)\s+(?:\w+\s+){0,3}?\w+[ae]s\b|får\b|har\b)"
)
VOW_BEFORE = re.compile(
    rf"\b{_VOW}\s+(?:(?:därför|också|även|då)\s+)?\Z", re.IGNORECASE
)
# What merely "kommer in" or "kommer från" somewhere is no vow.
_VOWS = re.compile(
    rf"\b{_VOW}\b(?!(?<=kommer)\s+(?:in|fram|till|igång|ut|hem|tillbaka|igen|från|med)\b)",
    re.IGNORECASE,
)
# "Vid behov sätter kommunen in …": the verb comes before its subject.
PRESENT_BEFORE = re.compile(rf"\s{_PRESENT}\s+\Z")
# "Kommunens fältare ska …" is the municipality's, "Kommunens invånare ska …" not.
_NO_STAFF = r"\w*(?:invånar|medborgar|ungdom|elev|boende|barn|äldre|företagar|skolor)"
AND = re.compile(r"\b(?:och|samt)\s+\Z")
OWNED = re.compile(rf"\s+(?!{_NO_STAFF})[a-zåäö]")
OWNED_THEN_VERB = re.compile(
    rf"\s+(?!{_NO_STAFF})"
    rf"(?:[\w-]+\s+){{1,6}}?(?:{_VOW}|är|{_PRESENT})\b"
)
DONE_BY = re.compile(r"\b\w+(?:s|ad|at|da|ade|ats)\s+(?:[\w-]+\s+){0,6}av\s+\Z")
THROUGH = re.compile(r"\bgenom\s+att\s+\Z")


def is_vow(text: str) -> bool:
    """Tell whether a text has a verb to promise with: "lovar", "ska", "kommer att"."""
    return bool(_VOWS.search(text))


THEN_INFINITIVE = re.compile(r"\s+(?:gemensamt\s+|tillsammans\s+)?[a-zåäö]{2,}a\b")
