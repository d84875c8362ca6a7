"""The remedies of the model's errors in Swedish."""

from __future__ import annotations

import re

__all__ = ["in_swedish"]

# A place is filled with what stands there, itself in Swedish if it is known.
_WORDS = {
    r"(\w+_day \S+) with (\w+ \S+)": "{0} med {1}",
    "cite a source that is among the sources": "ange en av källorna",
    "count code points from 0": "räkna tecken från 0",
    "count from 1": "räkna från 1",
    "count the sources from 0": "räkna källorna från 0",
    "end it before the year 10000": "låt den sluta före år 10000",
    r"end it on (.+) or later": "låt den sluta {0} eller senare",
    "first": "första",
    "for each item, (.+)": "för var och en: {0}",
    r"give (?:an? )?(\w+), not (?:an? )?(\w+)": "ange {0}, inte {1}",
    r"give (\d+) or more": "ange {0} eller mer",
    "give 64 lower-case hexadecimal digits": "ange 64 hexadecimala siffror, gemener",
    "give a minimum, a maximum or both": "ange ett minimum, ett maximum eller båda",
    "give a text that is not blank, or leave it out": (
        "ange en text som inte är tom, eller utelämna den"
    ),
    "give a whole day: call its date.. method": "ange en hel dag: anropa dess date()",
    "give a number of at most 600 digits": "ange ett tal med högst 600 siffror",
    "give at least one month": "ange minst en månad",
    "give everybody an id of their own": "ge var och en ett eget id",
    "give kommunkoder of four digits": "ange kommunkoder med fyra siffror",
    r"give the (\w+) day of a (\w+), or say day": "ange {0} dag i {1}, eller day",
    "give the four digits of a kommunkod": "ange kommunkodens fyra siffror",
    "give years from 1 to 9999": "ange år från 1 till 9999",
    r"it holds half a character \(a surrogate\); decode it as UTF-8": (
        "den har ett halvt tecken (ett surrogat); avkoda den som UTF-8"
    ),
    r"it is number (\d+) of the promises": "det är nummer {0} av löftena",
    "last": "sista",
    "let no goal serve itself": "låt inget mål tjäna sig självt",
    "look for gaps within a first and a last day": (
        "sök luckor mellan en första och en sista dag"
    ),
    "name a source, or say no_evidence": "ange en källa, eller skriv no_evidence",
    "name another agreement than itself": "ange en annan överenskommelse än den själv",
    "name at least one party": "ange minst en part",
    "name each municipality once": "ange varje kommun en gång",
    "name each partner once, and nobody who promises": (
        "ange varje medverkande en gång, och ingen som lovar"
    ),
    "name each party once": "ange varje part en gång",
    "name one of: (.+)": "ange någon av: {0}",
    "name the number of a promise here": "ange numret på ett löfte här",
    r"no verdict before (.+), its first day": "inget omdöme före {0}, dess första dag",
    "number the promises from 1": "numrera löftena från 1",
    "promises are numbered from 1": "löften numreras från 1",
    "put the earlier day first": "sätt den tidigare dagen först",
    r"the quote that starts there ends at (\d+)": "citatet därifrån slutar vid {0}",
    "this is (.+)": "det här är {0}",
    "write / where no day is stated": "skriv / där ingen dag anges",
    "write it as (.+) or (.+)": "skriv den som {0} eller {1}",
}


def in_swedish(remedy: str) -> str:
    """Put a remedy in Swedish; one that is not known is left as it is.

    >>> in_swedish("give 4 or more")
    'ange 4 eller mer'
    """
    for english, swedish in _WORDS.items():
        if match := re.fullmatch(english, remedy):
            return swedish.format(*map(in_swedish, match.groups()))
    return remedy
