"""The stamps that sites put on their pages: published, updated, by whom.

A stamp is a word and a day ("Publicerad: 21 januari 2020").  News often have only
the day, on a line of its own above the text; that is when they were published.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["PUBLISHED", "UPDATED", "is_document", "is_stamp", "may_be_stamped"]

# Who did it may stand between: "Publicerad av Eva Ek 2 maj 2020".
_BY_WHOM = r"\s*(?:av:?\s+(?:[A-ZÅÄÖ][\w-]+,?\s+){1,3})?"
# The hour may come first: "Publicerad 16:02, 20 maj 2019".
_HOUR = r"(?:(?:kl\.?\s*)?[0-9]{1,2}[.:][0-9]{2},?\s+(?=(?:den\s+)?[0-9]))?"
_WHAT = r"(?:(?:artikeln|nyheten|sidan|texten|innehållet|webbsidan)\s+)?"
PUBLISHED = re.compile(
    rf"\b(?i:{_WHAT}(?:publicera(?:d|des|t|ts)|publicering(?:sdatum|sdag)?|publ\.|published"
    r"|pressmeddelande|pressinbjudan|pressinformation|nyhet|nyheter|inlagd|upplagd|skapad))"
    rf"\b\s*:?{_BY_WHOM}\s*(?:[-–—|,•·]\s*)?{_HOUR}(?:den\s+|datum\s*:?\s*)?"
)
UPDATED = re.compile(
    rf"\b(?i:{_WHAT}(?:senast\s+)?(?:uppdatera(?:d|des|t|ts)|uppdatering|ändra(?:d|des|t)"
    r"|granska(?:d|des|t)|reviderad|updated))"
    rf"\b\s*:?{_BY_WHOM}\s*{_HOUR}(?:den\s+|datum\s*:?\s*)?"
)
# "(pdf, 420 kB)", "Medborgarlöfte 2018.pdf": the words are a document's name.
_DOCUMENT = re.compile(r"\bpdf\b|\b[0-9.,]+\s?[km]b\b|\blänk\s+till\b", re.IGNORECASE)


_STEMS = (
    *("publ", "press", "nyhet", "lagd", "skapad"),
    *("uppd", "updated", "ändra", "granska", "reviderad"),
)


@lru_cache(maxsize=4096)  # a line is asked of by many
def may_be_stamped(text: str) -> bool:
    """Tell whether any word is there that stamps go by; few lines have one.

    >>> may_be_stamped("Senast ändrad 3 maj 2020"), may_be_stamped("Polisen lovar")
    (True, False)
    """
    folded = text.casefold()
    return any(map(folded.__contains__, _STEMS))


@lru_cache(maxsize=4096)
def is_stamp(text: str) -> bool:
    """Tell whether a line is a stamp and nothing of the page's own.

    >>> is_stamp("Publicerad: 21 januari 2020"), is_stamp("Polisen lovar att synas")
    (True, False)
    """
    if UPDATED.match(text):
        return True
    found = PUBLISHED.match(text)
    # "Nyhet" and "Pressmeddelande" are stamps only with a day.
    return found is not None and (
        text[found.end() : found.end() + 1].isdigit()
        or "publicer" in found[0].casefold()
    )


@lru_cache(maxsize=4096)
def is_document(text: str) -> bool:
    """Tell whether a line is the name of a document that the page links to.

    >>> is_document("Medborgarlöfte 2018-2019 (pdf, 198 kB)"), is_document("Löfte 2018")
    (True, False)
    """
    return _DOCUMENT.search(text) is not None
