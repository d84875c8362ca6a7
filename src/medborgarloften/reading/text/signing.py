"""Words for putting one's name to an agreement, and for what agreement it is."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "SIGNED",
    "SIGNS",
    "WILL_SIGN",
    "is_signature_heading",
    "may_tell_of_signing",
]

# Names may stand between: "skrev A och B under årets löfte".
_TO_IT = (
    r"(?:på|under|[^.!?]{1,120}\s(?:på|under)\s+(?:\w+\s+){0,3}"
    r"\w*(?:löfte|avtal|överenskommelse)\w*"
    r"|[^.!?]{1,120}(?:löfte\w*|avtalet|överenskommelsen)\s+(?:på|under)"
    # "… skrevs i går under av A", where any words may stand between.
    r"|[^.!?]{1,120}\s(?:på|under)(?=\s+av\b))"
)
_NAMES_TO_IT = (
    r"[^.!?]{0,160}"
    r"\b(?:namn|namnteckning\w*|underskrift\w*|signatur\w*|namnunderskrift\w*)\b"
)
SIGNED = re.compile(
    r"\b(?:undertecknade\w*|undertecknat\w*|undertecknad|undertecknandet|påtecknat\w*"
    r"|signerade\w*|signerat\w*|signerad|tecknade\w*|tecknats|ingick|ingicks|ingåtts"
    r"|undertecknas|skrivs\s+under|(?:skakade|skakat|tog|tagit)\s+(?:\w+\s+)?hand\s+(?:på|om)"
    rf"|skr(?:ev|evs|ivit|ivits)\s+{_TO_IT}|(?:satte|sattes|satt|satts)\b{_NAMES_TO_IT})\b",
    re.IGNORECASE,
)
SIGNS = re.compile(
    rf"{SIGNED.pattern}|\b(?:undertecknar|underteckna|signerar|signeras|signatärer"
    rf"|signatärerna|tecknas\s+av|undertecknare\w*|för\s+(?:\w+\s+){{1,3}}skrev|skriv(?:er|s)\s+{_TO_IT}"
    rf"|sätter\b{_NAMES_TO_IT}"
    r"|(?:namnteckning|underskrift|signatur)\w*\s+(?:\w+\s+){0,3}?(?:står|stod|svarar|svarade)\b[^.!?]{1,120}\sför"
    # "Polisens underskrift gjordes av A"
    r"|(?:namnteckning|underskrift|signatur)\w*\s+(?:gjordes|gavs|lämnades|sattes|skrevs)(?=\s+av\b)"
    # A caption of those who have done it: "Nöjda efter underskrifterna: A och B".
    r"|efter\s+(?:underskrift|underteckn|påskrift|signering)\w*(?=\s*:))\b",
    re.IGNORECASE,
)
WILL_SIGN = re.compile(
    r"\b(?:ska|skall|kommer\s+att|väntas|planeras\s+att|tänker)\s+(?:\w+\s+){0,3}"
    r"(?:underteckna|skriva|signera|teckna)",
    re.IGNORECASE,
)
_OVER_SIGNATURES = re.compile(
    r"(?:\W*)(?:(?:löftet|medborgarlöftet|överenskommelsen|avtalet|detta\s+löfte)\s+(?:är\s+)?)?"
    r"(?:undertecknat|undertecknad|undertecknas|undertecknades|undertecknande|undertecknare"
    r"|underskrift(?:er)?|signatur(?:er)?|signerades|(?-i:För)\s+(?:lokal)?polis(?:en|området)?"
    r"(?:\s+(?:i\s+)?[\w/-]+)?(?=\s*:?\s*\Z)|signerat|vid\s+pennan|namnteckning(?:ar)?|ort\s+och\s+datum|för\s+parterna)\b",
    re.IGNORECASE,
)


_STEMS = ("teckn", "sign", "ingick", "ingått", "skr", "hand", "satt", "sätter")


@lru_cache(maxsize=4096)  # a sentence is asked of by many
def may_tell_of_signing(sentence: str) -> bool:
    """Tell whether any word is there that `SIGNED` and `SIGNS` go by; few have one.

    >>> may_tell_of_signing("Polisen och kommunen skrev under löftet.")
    True
    """
    folded = sentence.casefold()
    return any(map(folded.__contains__, _STEMS))


def is_signature_heading(words: str) -> bool:
    """Tell whether a short line stands over signatures.

    >>> is_signature_heading("Undertecknat den 27 januari 2020")
    True
    """
    return bool(_OVER_SIGNATURES.match(words))
