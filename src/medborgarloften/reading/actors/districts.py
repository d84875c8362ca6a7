"""Which district of a city an agreement is about.

A district is told by the agreement's title ("Göteborg, Lundby – medborgarlöften"),
or by a sentence that says it is one ("stadsdelen Rosengård").  A place that only a
promise names is where something is done, and not what the agreement is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from medborgarloften.reading.evidence import Cited, cite
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import Line
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.patterns import listed
from medborgarloften.reference import municipalities

__all__ = [
    "city_of",
    "district_named",
    "district_of_heading",
    "districts_together",
    "find_district",
]

_CAPITAL = r"[A-ZÅÄÖ][a-zåäöéA-ZÅÄÖ]+"
_NAME = (
    rf"{_CAPITAL}(?:[-–/]{_CAPITAL})*"
    r"(?:\s(?:innerstaden|Innerstaden|Hisingen|Fäladen|Ängar))?"
)
_OF_TITLE = re.compile(
    rf"\A(?P<city>{_CAPITAL}),\s+(?P<named>{_NAME})\s*(?:[-–—−:]\s*)?medborgarlöft"
    rf"|medborgarlöft\w*\s+(?:för\s+|i\s+)?(?P<city2>{_CAPITAL}),\s+(?P<named2>{_NAME})",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b(?:[Ss]tadsdelen|[Ss]tadsdelsförvaltningen(?:\si)?|[Ss]tadsdelsnämnden(?:\si)?"
    rf"|[Ss]tadsdelsområdet|[Bb]ostadsområdet)\s+(?P<after>{_NAME})"
    rf"|(?P<before>{_NAME}?)s?\s+stadsdel(?:sområde|sförvaltning|snämnd)\b"
    rf"|(?P<subject>{_NAME})\s+är\s+en\s+stadsdel\b"
)
_OWN = {Section.LEAD, Section.AGREEMENT}


def find_district(
    settings: Sequence[Setting], titles: Sequence[Line]
) -> Cited[str] | None:
    """Find the district, as its title or a sentence about the agreement names it."""
    for line in titles:
        if (found := _OF_TITLE.search(line.text)) and _is_city(found):
            return cite(line, *_span(found, "named", "named2"))
        if known := _known().search(line.text):
            return cite(line, *known.span())
    for setting in settings:
        line = setting.line
        if setting.section in _OWN and not line.is_item:
            for found in _SAID.finditer(line.text):
                start, end = _span(found, "after", "before", "subject")
                return cite(line, start, _without_genitive(line.text, start, end))
    return None


def district_of_heading(text: str) -> str | None:
    """Tell the district whose agreement a heading says begins."""
    if (found := _OF_TITLE.search(text)) and _is_city(found):
        start, end = _span(found, "named", "named2")
        return text[start:end]
    found = _own_heading().search(text)
    return found and text[slice(*_span(found, "after", "before"))]


def district_named(words: str) -> str | None:
    """Tell the known district that *words* name and nothing else."""
    return words if _known().fullmatch(words) else None


def districts_together(settings: Sequence[Setting]) -> frozenset[str]:
    """Tell which districts are named in one line that speaks of their promises."""
    named = (
        {*_known().findall(setting.line.text)}
        for setting in settings
        if "löft" in setting.line.text.casefold()
    )
    return frozenset(name for names in named if len(names) > 1 for name in names)


def city_of(district: str) -> str | None:
    """Tell the kommunkod of the one city that has a district of this name."""
    codes = [
        code
        for code, names in table("districts")
        if district.casefold() in {name.casefold() for name in listed(names)}
    ]
    return codes[0] if len(codes) == 1 else None


def _span(found: re.Match[str], *groups: str) -> tuple[int, int]:
    return next(found.span(group) for group in groups if found[group])


def _is_city(found: re.Match[str]) -> bool:
    city, named = (
        (found["city"], found["named"])
        if found["city"]
        else (found["city2"], found["named2"])
    )
    names = _municipalities()
    return city.casefold() in names and named.casefold() not in names


@cache
def _municipalities() -> frozenset[str]:
    return frozenset(each.name.casefold() for each in municipalities())


@cache
def _known() -> re.Pattern[str]:
    """Give the pattern of every known district, where nothing else has the name."""
    return re.compile(rf"(?<![\w-])(?:{_known_names()})(?![\w-])")


@cache
def _own_heading() -> re.Pattern[str]:
    """Give that of a heading that says the agreement is a known district's."""
    names = _known_names()
    return re.compile(
        r"\b(?i:medborgarlöft)\w*\s+"
        r"(?:20[0-9]{2}(?:\s*[-–/]\s*(?:20)?[0-9]{2})?\s+)?(?:(?i:i|för)\s+)?"
        rf"(?P<after>{names})(?=\s*(?:\Z|[0-9,(:–—−]))"
        rf"|\A(?P<before>{names})\s+[-–—−]\s+(?i:medborgarlöft)"
    )


def _known_names() -> str:
    names = {name for _, names in table("districts") for name in listed(names)}
    sure = sorted(
        (name for name in names if name.casefold() not in _municipalities()),
        key=len,
        reverse=True,
    )
    return "|".join(map(re.escape, sure))


def _without_genitive(text: str, start: int, end: int) -> int:
    """Tell where a name ends if its genitive is left out: "Skarpnäcks"."""
    name = text[start:end]
    return end - 1 if name.endswith("s") and city_of(name[:-1]) else end
