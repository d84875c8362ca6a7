"""Which municipality an agreement is about.

The agreement's own heading and title tell it best, then what the page most
often calls a kommun, then its address.  A police area's name, or a list of its
municipalities, tells nothing: the area is wider than the agreement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from urllib.parse import urlsplit

from attrs import frozen

from medborgarloften.errors import UnknownName
from medborgarloften.model import How
from medborgarloften.reading.evidence import Cited, cite_as
from medborgarloften.reading.sections import Section, Setting
from medborgarloften.reading.text.document import Line
from medborgarloften.reference import (
    MunicipalityMention,
    find_municipalities,
    municipalities,
    municipality,
    municipality_by_code,
)

__all__ = ["find_area", "name_of"]

_AMONG = re.compile(r"\bmellan\b|\bkommunerna\b", re.IGNORECASE)
_APART = {Section.METHOD, Section.CONTACT, Section.CHANNELS}


@frozen
class _Named:
    line: Line
    mention: MunicipalityMention

    @property
    def code(self) -> str:
        return self.mention.code

    @property
    def is_explicit(self) -> bool:
        return self.mention.how == "kommun"

    def cited(self) -> Cited[str]:
        how = How.STATED if self.is_explicit else How.INFERRED
        return cite_as(
            self.code, self.line, self.mention.start, self.mention.end, how=how
        )


def find_area(
    settings: Sequence[Setting], titles: Sequence[Line], url: str | None
) -> tuple[Cited[str] | str, ...]:
    """Find the kommunkoder of an agreement, each with its words if it has any.

    A code that only the address tells comes without words.
    """
    body = [setting.line for setting in settings if setting.section not in _APART]
    together = _enumerated(body)
    titled = _first_of_each(_named(titles)) or _titled_with_a_word(titles)
    # Each of the municipalities has its copy of the page, titled with its own name.
    if {each.code for each in together}.issuperset(each.code for each in titled):
        titled = together
    if titled:
        return tuple(each.cited() for each in titled)
    named = [each for each in _named(body) if each.is_explicit] or [*_named(body)]
    if named:
        code, _ = Counter(each.code for each in named).most_common(1)[0]
        return tuple(
            each.cited() for each in _first_of_each(iter(named)) if each.code == code
        )
    return _in_address(url)


def name_of(settings: Sequence[Setting], code: str) -> Cited[str] | None:
    """Find how the page first writes a municipality as one: "Askersunds kommun".

    A form that is in use comes before a slip like "Strängnäs kommunen".
    """
    known = municipality_by_code(code)
    in_use = {known.kommun_name.casefold(), known.official_name.casefold()}
    written = [
        cite_as(each.mention.form, each.line, each.mention.start, each.mention.end)
        for each in _named([setting.line for setting in settings])
        if each.code == code and each.is_explicit
    ]
    right = (name for name in written if name.value.casefold() in in_use)
    return next(right, None) or next(iter(written), None)


# A page with many agreements asks for each of its lines many times.
_municipalities_in = lru_cache(maxsize=4096)(find_municipalities)


def _named(lines: Sequence[Line]) -> Iterator[_Named]:
    for line in lines:
        for mention in _municipalities_in(line.text):
            yield _Named(line, mention)


def _first_of_each(named: Iterator[_Named]) -> tuple[_Named, ...]:
    first = dict[str, _Named]()
    for each in named:
        first.setdefault(each.code, each)
    if any(each.is_explicit for each in first.values()):
        return tuple(each for each in first.values() if each.is_explicit)
    return tuple(first.values())


def _enumerated(lines: Sequence[Line]) -> tuple[_Named, ...]:
    """Find the municipalities that a line says the agreement is between."""
    for line in lines:
        found = [each for each in _first_of_each(_named([line])) if each.is_explicit]
        if (
            len(found) > 1
            and _AMONG.search(line.text)
            and "löft" in line.text.casefold()
        ):
            return tuple(found)
    return ()


# "Medborgarlöfte i Lund", "Mark – medborgarlöften": there a word is a name.
_PLACE_OF_TITLE = re.compile(
    r"\bmedborgarlöft\w*\s+(?:i|för)\s+(?P<after>[A-ZÅÄÖ][\w-]+)"
    r"|\A(?P<before>[A-ZÅÄÖ][\w-]+)\s+[-–—−]\s+medborgarlöft",
    re.IGNORECASE,
)


def _titled_with_a_word(titles: Sequence[Line]) -> tuple[_Named, ...]:
    """Find a municipality whose name is a word, where a title says it is meant."""
    for line in titles:
        if found := _PLACE_OF_TITLE.search(line.text):
            start, end = found.span("after" if found["after"] else "before")
            with suppress(UnknownName):
                code = municipality(line.text[start:end]).code
                mention = MunicipalityMention(
                    start=start,
                    end=end,
                    code=code,
                    form=line.text[start:end],
                    how="name",
                )
                return (_Named(line, mention),)
    return ()


def _in_address(url: str | None) -> tuple[str, ...]:
    try:
        path = urlsplit(url or "").path
    except ValueError:  # "http://[oops": no address, and so no hint
        return ()
    steps = path.casefold().strip("/").split("/")
    by_slug = {each.slug: each.code for each in municipalities()}
    return tuple(by_slug[step] for step in reversed(steps) if step in by_slug)[:1]
