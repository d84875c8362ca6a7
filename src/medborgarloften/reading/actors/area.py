"""Which municipality an agreement is about.

The agreement's own heading and title tell it best, then what the page most
often calls a kommun, then a district that only one city has.  What does not say
so in words comes after that: the page's address, the name that its format gives
it, and last a place that it speaks of.  A police area's name, or a list of its
municipalities, tells nothing: the area is wider than the agreement.  Nor does a
place that a road or a train goes to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from itertools import chain, pairwise
from urllib.parse import urlsplit

from attrs import frozen

from medborgarloften.errors import UnknownName
from medborgarloften.model import How
from medborgarloften.reading.actors.districts import city_of, find_district
from medborgarloften.reading.actors.mentions import municipalities_in
from medborgarloften.reading.evidence import Cited, cite_as
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.sentences import sentences
from medborgarloften.reference import (
    MunicipalityMention,
    municipalities,
    municipality,
    municipality_by_code,
)

__all__ = [
    "find_area",
    "find_district",
    "find_told_area",
    "municipalities_of_heading",
    "municipalities_together",
    "municipality_named",
    "name_of",
]

# What says that the municipalities of a sentence have it together.
_AMONG = re.compile(
    r"\bmellan\b|\bkommunerna\b|\benats\b|\böverens\b|\bgemensamt\b|\btillsammans\b"
    r"|\btecknat\b|\btecknade\b|\bingått\b|\bundertecknat\b|\bmedborgarlöfte\w*\s+för\b",
    re.IGNORECASE,
)
# "Även Högsby kommun väntas teckna", "som har egna löften"
_NOT_AMONG = re.compile(
    r"\b(?:även|också|liknande|egna|väntas|grannkommun\w*|ingår\s+också)\b",
    re.IGNORECASE,
)
# How far the words reach that say that a place is only where a way goes.
_LONGEST_WAY = 60
_WAY = re.compile(
    r"\b(?:mot|utanför|förbi|via)\s+\Z"
    r"|(?:väg|led|tåg|buss|pendel|sträcka)\w*(?:\s+[0-9]+)?\s+(?:till|från|mellan)\s+"
    r"(?:[A-ZÅÄÖ][\w-]*\s+(?:och|till)\s+)?\Z",
    re.IGNORECASE,
)
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

    @property
    def is_goal(self) -> bool:
        """Whether it is where a way goes: "på vägen mot Borås"."""
        start = self.mention.start
        before = max(0, start - _LONGEST_WAY)
        return bool(_WAY.search(self.line.text, before, start))

    def cited(self) -> Cited[str]:
        how = How.STATED if self.is_explicit else How.INFERRED
        return cite_as(
            self.code, self.line, self.mention.start, self.mention.end, how=how
        )


def find_area(
    settings: Sequence[Setting],
    titles: Sequence[Line],
    url: str | None,
    name: str | None = None,
) -> tuple[Cited[str] | str, ...]:
    """Find the kommunkoder of an agreement, each with its words if it has any.

    A code that only the address tells, or the *name* that a web page has in its
    head, comes without words.
    """
    return (
        find_told_area(settings, titles)
        or _in_address(url)
        or _in_name(name or "")
        or _most_named([each for each in _named(_body(settings)) if not each.is_goal])
    )


def find_told_area(
    settings: Sequence[Setting], titles: Sequence[Line]
) -> tuple[Cited[str], ...]:
    """Find the kommunkoder that the page says are the agreement's.

    Of *titles* the first that names any counts, but a label ("Habo: 2022") after
    the others: it may name a village.
    """
    body = _body(settings)
    together = _enumerated([*titles, *body])
    ordered = sorted(titles, key=lambda line: line.kind is LineKind.LABEL)
    named = [*filter(None, map(_of_title, ordered))]
    titled = next(iter(named), ())
    # Each of the municipalities has its copy of the page, or its heading on it,
    # titled with its own name.
    for wider in (*named, together):
        if {each.code for each in wider}.issuperset(each.code for each in titled):
            titled = wider
    if titled:
        return tuple(each.cited() for each in titled)
    explicit = [each for each in _named(body) if each.is_explicit]
    return _most_named(explicit) or _of_district(settings, titles)


def municipalities_of_heading(line: Line) -> frozenset[str]:
    """Tell whose agreement a heading says begins: "Medborgarlöfte för Ale kommun"."""
    explicit = [each for each in _named([line]) if each.is_explicit]
    return frozenset(each.code for each in explicit or _titled_with_words(line))


def municipalities_together(settings: Sequence[Setting]) -> frozenset[str]:
    """Tell which municipalities a page says have one agreement together."""
    return frozenset(each.code for each in _enumerated(_body(settings)))


@lru_cache(maxsize=1024)  # what is no name is searched for those it is like
def municipality_named(words: str) -> str | None:
    """Tell the kommunkod of the municipality that *words* name and nothing else."""
    with suppress(UnknownName):
        return municipality(words).code
    return None


def _body(settings: Sequence[Setting]) -> list[Line]:
    return [setting.line for setting in settings if setting.section not in _APART]


def _most_named(named: Sequence[_Named]) -> tuple[Cited[str], ...]:
    most = Counter(each.code for each in named).most_common(1)
    return tuple(
        each.cited()
        for each in _first_of_each(named)
        if each.code in {code for code, _ in most}
    )


def _of_district(
    settings: Sequence[Setting], titles: Sequence[Line]
) -> tuple[Cited[str], ...]:
    """Conclude the city from a district that only one city has."""
    district = find_district(settings, titles)
    code = district and city_of(district.value)
    return (Cited(code, district.span, How.INFERRED),) if district and code else ()


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


def _named(lines: Sequence[Line]) -> Iterator[_Named]:
    for line in lines:
        for mention in municipalities_in(line.text):
            yield _Named(line, mention)


def _first_of_each(named: Iterable[_Named]) -> tuple[_Named, ...]:
    first = dict[str, _Named]()
    for each in named:
        first.setdefault(each.code, each)
    if any(each.is_explicit for each in first.values()):
        return tuple(each for each in first.values() if each.is_explicit)
    return tuple(first.values())


def _enumerated(lines: Sequence[Line]) -> tuple[_Named, ...]:
    """Find the municipalities that a sentence says the agreement is between."""
    for line in lines:
        if "löft" not in line.text.casefold():
            continue
        named = [*_named([line])]
        places = [each.mention.start for each in named]
        for start, end in sentences(line.text):
            sentence = line.text[start:end]
            if _AMONG.search(sentence) and not _NOT_AMONG.search(sentence):
                own = named[bisect_left(places, start) : bisect_left(places, end)]
                found = _joined(own, line.text, start, end)
                if len(found) > 1:
                    return found
    return ()


_BESIDE = re.compile(r"\s*(?:,|och|&|\+|samt|,\s+och)\s+", re.IGNORECASE)


def _joined(
    named: Sequence[_Named], text: str, start: int, end: int
) -> tuple[_Named, ...]:
    """Keep those said to be municipalities, or named beside each other in a title."""
    explicit = [each for each in named if each.is_explicit]
    if len({each.code for each in explicit}) > 1:
        return _first_of_each(explicit)
    beside = [
        pair
        for pair in pairwise(named)
        if _BESIDE.fullmatch(text, pair[0].mention.end, pair[1].mention.start)
    ]
    if not beside or _TOGETHER_IN_TITLE.search(text, start, end) is None:
        return ()
    return _first_of_each(chain.from_iterable(beside))


_TOGETHER_IN_TITLE = re.compile(
    r"\bmedborgarlöft\w*\s+(?:för|i|mellan|med)\b", re.IGNORECASE
)


# "Medborgarlöfte i Lund", "Mark – medborgarlöften", "Medborgarlöfte Sala 2024",
# "Vara 2022": there a word is a name.
_CAPITAL = r"[A-ZÅÄÖ][\w-]+"
_PLACE_OF_TITLE = re.compile(
    r"\b(?i:medborgarlöft)\w*\s+(?:20[0-9]{2}(?:\s*[-–/]\s*(?:20)?[0-9]{2})?\s+)?"
    rf"(?:(?i:i|för|mellan|med)\s+(?P<after>{_CAPITAL})"
    rf"|(?P<beside>{_CAPITAL})(?=\s*(?:\Z|[0-9,(:–—−-])))"
    rf"|\A(?P<before>{_CAPITAL})\s+[-–—−]\s+(?i:medborgarlöft)"
    rf"|\A(?P<alone>{_CAPITAL})(?=,?\s+20[0-9]{{2}}\b)"
)
_NEXT_NAME = re.compile(
    rf"\s*(?:,|och|&|\+|samt)\s+(?P<name>{_CAPITAL})", re.IGNORECASE
)


def _of_title(line: Line) -> tuple[_Named, ...]:
    """Find the municipalities that a title names, as names or as what can be words."""
    named = _first_of_each(each for each in _named([line]) if not each.is_goal)
    worded = _titled_with_words(line)
    is_explicit = any(each.is_explicit for each in named)
    is_wider = {each.code for each in worded} > {each.code for each in named}
    return worded if is_wider and not is_explicit else named


def _titled_with_words(line: Line) -> tuple[_Named, ...]:
    """Find the municipalities that stand where a title says whose it is."""
    return tuple(_Named(line, mention) for mention in _placed(line.text))


def _placed(text: str) -> Iterator[MunicipalityMention]:
    """Find them in its words: the one after "för", and those enumerated with it."""
    found = _PLACE_OF_TITLE.search(text)
    group = found and found.lastgroup
    while found and group:
        start, end = found.span(group)
        code = municipality_named(text[start:end])
        if code is None:
            return
        yield MunicipalityMention(
            start=start, end=end, code=code, form=text[start:end], how="name"
        )
        found, group = _NEXT_NAME.match(text, end), "name"


def _in_name(name: str) -> tuple[str, ...]:
    """Read it from the name of a web page, if that is of one and no more."""
    named = municipalities_in(name)
    explicit = [each for each in named if each.how == "kommun"]
    codes = {each.code for each in explicit or [*_placed(name)] or named}
    return tuple(codes) if len(codes) == 1 else ()


def _in_address(url: str | None) -> tuple[str, ...]:
    """Read it from the address: a step of its path, else the name of its site."""
    try:
        parts = urlsplit(url or "")
        host = parts.hostname or ""
    except ValueError:  # "http://[oops": no address, and so no hint
        return ()
    by_slug = {each.slug: each.code for each in municipalities()}
    steps = [*reversed(parts.path.casefold().strip("/").split("/"))]
    site = host.removeprefix("www.").split(".")
    # "stockholm-farsta", "medborgarlofte-i-laxa-kommun"
    words = [word for step in steps for word in _names_in(step)]
    for step in (*steps, *site[:-1], *words):
        if code := by_slug.get(step):
            return (code,)
    return ()


def _names_in(step: str) -> Iterator[str]:
    """Give the words of a step of a path that can be names: not "att-vara-trygg"."""
    for before, word in pairwise(["", *step.split("-")]):
        if word not in _words_of_addresses() or before in _BEFORE_PLACE:
            yield word


_BEFORE_PLACE = {"i", "for", "medborgarlofte", "medborgarloften"}


@cache
def _words_of_addresses() -> frozenset[str]:
    """List the names that may be words where they stand alone, as addresses do."""
    return frozenset(
        each.slug for each in municipalities() if not municipalities_in(each.name)
    )
