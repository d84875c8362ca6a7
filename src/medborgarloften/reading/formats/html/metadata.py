"""What a page tells machines of itself: its title, its days, its publisher.

It is told in many ways at once, and often broken: what cannot be read is passed
over, and of what can, a field made for that one page comes before JSON-LD, and
that before a day in the text.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import cast
from urllib.parse import urljoin, urlsplit

from attrs import frozen

from medborgarloften.reading.formats.html.elements import Told
from medborgarloften.reading.formats.html.tree import Tree
from medborgarloften.reading.text.lexicon import table
from medborgarloften.reading.text.stamps import PUBLISHED, UPDATED

__all__ = ["Metadata", "absolute", "metadata_of"]

_DAY = re.compile(r"\s*([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_LONGEST_LABEL = 60
_MOST_TAGS_BEFORE = 12
_LONGEST_TIME = 3


@frozen(kw_only=True)
class Metadata:
    """What a page tells of itself; see `Extract`."""

    title: str | None
    url: str | None
    base: str | None
    publisher: str | None
    published_on: date | None
    updated_on: date | None


def metadata_of(tree: Tree, url: str | None) -> Metadata:
    """Gather what a page tells of itself.

    An address that is given comes before the page's own.
    """
    told = tree.told
    fields = _fields(told)
    linked = tuple(_linked_data(told))
    base = _first(each.get("href") for each in told if each.name == "base")
    base = absolute(url, base) if base else url
    canonical = _first(each.get("href") for each in told if each.name == "link")
    own = absolute(base, canonical or fields.get("og:url", ""))
    is_address = own is not None and urlsplit(own).scheme in {"http", "https"}
    url = url or (own if is_address else None)
    return Metadata(
        title=_title(told) or fields.get("og:title"),
        url=url,
        base=base or url,
        publisher=fields.get("og:site_name") or _first(_publishers(linked)),
        published_on=_day_of("published", told, fields, linked)
        or _stamped(tree, PUBLISHED),
        updated_on=_day_of("updated", told, fields, linked) or _stamped(tree, UPDATED),
    )


def absolute(base: str | None, url: str) -> str | None:
    """Make an address absolute, if its page's is known; ``None`` if it is none."""
    try:
        joined = urljoin(base or "", url.strip())
        urlsplit(joined)
    except ValueError:
        return None
    return joined or None


def _first(values: Iterator[str]) -> str | None:
    return next((value.strip() for value in values if value.strip()), None)


def _title(told: Sequence[Told]) -> str | None:
    text = next((each.text for each in told if each.name == "title"), "")
    return " ".join(text.split()) or None


def _fields(told: Sequence[Told]) -> dict[str, str]:
    """Read the fields of the page's head; the first of each name counts."""
    fields = dict[str, str]()
    for each in told:
        content = each.get("content").strip()
        if each.name == "meta" and content:
            for name in ("property", "name", "itemprop"):
                fields.setdefault(each.get(name).lower(), content)
    return fields


def _linked_data(told: Sequence[Told]) -> Iterator[dict[str, object]]:
    """Go through the objects of a page's JSON-LD, the outermost first."""
    waiting = deque[object]()
    for each in told:
        if each.name == "script":
            try:
                waiting.append(json.loads(each.text))
            except (ValueError, RecursionError):
                continue
    while waiting:
        found = waiting.popleft()
        if isinstance(found, dict):
            members = cast("dict[str, object]", found)
            yield members
            waiting.extend(members.values())
        elif isinstance(found, list):
            waiting.extend(cast("list[object]", found))


def _publishers(linked: Sequence[dict[str, object]]) -> Iterator[str]:
    for each in linked:
        match each.get("publisher"):
            case {"name": str(name)}:
                yield name
            case str(name):
                yield name
            case _:
                pass


@cache
def _names(how: str) -> tuple[str, ...]:
    return tuple(name for each, name in table("furniture") if each == how)


_OF_SCHEMA = {"published": "datePublished", "updated": "dateModified"}


def _day_of(
    how: str,
    told: Sequence[Told],
    fields: dict[str, str],
    linked: Sequence[dict[str, object]],
) -> date | None:
    name = _OF_SCHEMA[how]
    said = [
        *(fields.get(each, "") for each in _names(how)),
        *(
            element.get("datetime") or element.get("content")
            for element in told
            if name in element.get("itemprop")
        ),
        *(each.get(name) for each in linked),
    ]
    return next(filter(None, map(_day, said)), None)


def _day(value: object) -> date | None:
    """Read the day of a time as it is where it was written."""
    found = _DAY.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _stamped(tree: Tree, label: re.Pattern[str]) -> date | None:
    """Find the first day in the text that has a label right before it, or in it."""
    for number in tree.places.get("time", ()):
        day = _day(tree.get(number, "datetime"))
        if day is None:
            continue
        own = tree.words(number, _LONGEST_TIME)
        before = _before(tree, number)
        ends = [found.end() for found in label.finditer(before)]
        if label.match(own) or (ends and not before[ends[-1] :].strip(" :\n\t")):
            return day
    return None


def _before(tree: Tree, number: int) -> str:
    """Join the words that stand right before a tag, in its block or the one above."""
    words = ""
    for at in range(number - 1, max(-1, number - _MOST_TAGS_BEFORE), -1):
        words = tree.texts[at][-_LONGEST_LABEL:] + words
        if len(words.strip()) > _LONGEST_LABEL:
            break
    return words
