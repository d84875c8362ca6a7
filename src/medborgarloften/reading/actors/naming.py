"""Who is named in a line, and what it tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import evolve, frozen

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.offices import indefinite, offices, side_of
from medborgarloften.reading.evidence import Cited, cite
from medborgarloften.reading.text.document import Line
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.wildcards import any_of
from medborgarloften.reference import municipalities

__all__ = ["PARTY", "Person", "find_people", "may_name", "name_pattern"]


@frozen(kw_only=True)
class Person:
    """Somebody named on a page, each fact with the place where it stands.

    Attributes:
        name: The name.
        role: The office, as written.
        party: The letters of the political party.
        side: Whether the office is with the police or with the municipality.
        phone: A number to call.
        email: An address to write to.
    """

    name: Cited[str]
    role: Cited[str] | None = None
    party: Cited[str] | None = None
    side: PartyKind | None = None
    phone: Cited[str] | None = None
    email: Cited[str] | None = None


_LETTERS = r"(?:S|M|C|L|V|MP|KD|SD|FP|s|m|c|l|v|mp|kd|sd|fp)"
PARTY = (
    rf"(?:\s*\((?P<party>{_LETTERS})\)"
    rf"|,?\s(?P<bare>{_LETTERS})(?=[\s,.]|\Z)(?!\.\s?[A-ZÅÄÖ]))"
)
_UNIT_AFTER = (
    r"(?:\s[A-ZÅÄÖ][a-zåäöé]+(?:[/-][A-ZÅÄÖ][a-zåäöé]+)*){1,2}(?:\s(?:norr|syd|söder|väst|öst))?"
    r"(?=[,.)]|\s(?:och|samt)\b|\Z)"
)
_WHERE = (
    r"\s+(?:i|för|vid|på)\s+[A-ZÅÄÖ][a-zåäö]+(?:[/\s][A-ZÅÄÖ][a-zåäö]+)?(?:\skommun)?"
)


@cache
def name_pattern() -> re.Pattern[str]:
    """Give the pattern of a person's name: two or three words, none an office."""
    no_names = any_of(word for (word,) in table("no_names"))
    capitalised = rf"[{_CAPITAL}][{_SMALL}]+(?:-[{_CAPITAL}][{_SMALL}]+)?"
    word = rf"(?!(?i:{no_names}|{offices()})\b){capitalised}(?!\w)"
    return re.compile(rf"(?<![\w@.:-]){word}{_BETWEEN}(?:\s{word}){{1,2}}(?![\w@-])")


# Names are told apart at length; most lines have no two such words side by side.
_SMALL = "a-zåäöéüøæèáíóšćčžñ"
_CAPITAL = "A-ZÅÄÖÉÜØÆŠŽ"
_BETWEEN = r"(?:\s[A-ZÅÄÖ]\.?(?=\s))?(?:\s(?:von|af|de|van|der|el|al|da)\b){0,2}"
_TWO_WORDS = re.compile(
    rf"[{_CAPITAL}][{_SMALL}]+(?:-[{_CAPITAL}][{_SMALL}]+)?{_BETWEEN}\s[{_CAPITAL}][{_SMALL}]"
)


def may_name(text: str, begins: int, ends: int) -> bool:
    """Tell whether words with capitals stand side by side, as those of names do."""
    return _TWO_WORDS.search(text, begins, ends) is not None


@cache
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<role>{offices()})(?P<party>)(?:\s+|:\s+)\Z")


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{PARTY})?(?:\s*,|\s+är|,\s+som\s+är)?\s*(?:(?P<role>\b{offices()}\b(?:{_UNIT_AFTER})?))?"
        rf"(?P<where>{_WHERE})?(?:\s*\((?P<late>{_LETTERS})\))?"
    )


_OF_A_PLACE = re.compile(
    r"\b(?:i|på|vid|via|kring|runt|lpo|lokalpolisområdet?|polisområdet?|region|polisregion|polisen)\s+\Z",
    re.IGNORECASE,
)
_LONGEST_ROLE = 60


def find_people(
    line: Line, begins: int = 0, ends: int | None = None
) -> Iterator[Person]:
    """Find who is named in a line or a part of it, with what it tells of them."""
    text = line.text
    stop = len(text) if ends is None else ends
    if not may_name(text, begins, stop):
        return
    told = begins
    for match in name_pattern().finditer(text, begins, stop):
        start, end = match.span()
        if start < told:
            continue  # "…, lokalpolisområdeschef Fyrbodal Väst": that is a unit.
        end -= len(_place_at_end(match[0]))
        near = max(begins, start - _LONGEST_ROLE)
        # "… kommunstyrelsens ordförande Magnus Andersson": the office comes first.
        office = _before_name().search(text, near, start)
        if office is None and (
            _OF_A_PLACE.search(text, near, start) or match[0] in _places()
        ):
            continue
        after = _after_name().match(text, end, stop)
        found = _part(after, "role") if office is None else office.span("role")
        party = _part(after, "party") or _part(after, "bare") or _part(after, "late")
        role = cite(line, *found) if found else None
        told = max(end, found[1]) if found else end
        yield Person(
            name=cite(line, start, end),
            role=role and evolve(role, value=indefinite(role.value)),
            party=cite(line, *party) if party else None,
            side=side_of(role.value) if role else None,
        )


def _place_at_end(name: str) -> str:
    """Find the place that is no part of a name: "Eva Ek Timrås första löfte"."""
    first, _, last = name.rpartition(" ")
    is_place = last in _places() or last.removesuffix("s") in _places()
    return f" {last}" if is_place and " " in first else ""


@cache
def _places() -> frozenset[str]:
    return frozenset(each.name for each in municipalities())


def _part(match: re.Match[str] | None, group: str) -> tuple[int, int] | None:
    return match.span(group) if match is not None and match[group] else None
