"""Municipalities named in running text.

A name counts only where the text means the municipality.  "Örebro län", "Region
Stockholm" and "lokalpolisområde Hallsberg" name other bodies; "Mark" and "Vara"
are words as well, so they must be said to be municipalities: "Marks kommun",
"kommunen Vara", "Marks och Bollebygds kommuner".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Literal, Self

from attrs import define, frozen

from medborgarloften.reference._municipalities import Municipality, municipalities
from medborgarloften.reference._patterns import BETWEEN, names
from medborgarloften.reference._table import genitive, key

__all__ = ["MunicipalityMention", "find_municipalities"]


@frozen(kw_only=True)
class MunicipalityMention:
    """A place in a text where a municipality is named.

    Attributes:
        start: The first code point, counted from 0.
        end: The code point after the last.
        code: The municipality's code.
        form: What stands there.
        how: ``"kommun"`` where it is said to be a municipality: "Marks kommun",
            "Malmö stad", or a place in an enumeration of "kommuner"; ``"name"``
            where it is named alone: "Askersund", "Askersunds".
    """

    start: int
    end: int
    code: str
    form: str
    how: Literal["kommun", "name"]


def find_municipalities(text: str) -> tuple[MunicipalityMention, ...]:
    """Find where municipalities are named, in the order of the text.

    Names begin with a capital; only before "kommun" may they be without.  The
    names of other bodies are passed over, and so are words that only may be
    names.  The time it takes grows with the text and no faster.

    >>> text = "Polisen i Örebro län, Askersunds kommun och Hallsberg ska vara där."
    >>> [(each.code, each.form, each.how) for each in find_municipalities(text)]
    [('1882', 'Askersunds kommun', 'kommun'), ('1861', 'Hallsberg', 'name')]
    >>> [each.form for each in find_municipalities("Kommunerna Tjörn, Ale och Mark")]
    ['Tjörn', 'Ale', 'Mark']
    """
    seen = [_Seen.at(match) for match in names().finditer(text)]
    for before, after in pairwise(seen):
        # "lokalpolisområde Strängnäs/Eskilstuna" is one area.
        if before.is_other_body and text[before.end : after.start] == "/":
            after.is_other_body = not after.is_explicit
    for each in _enumerated(seen, text):
        each.is_explicit = True
    return tuple(
        MunicipalityMention(
            start=each.start,
            end=each.end,
            code=each.code,
            form=text[each.start : each.end],
            how="kommun" if each.is_explicit else "name",
        )
        for each in seen
        if each.is_explicit or (each.is_sure and not each.is_other_body)
    )


@define(kw_only=True)
class _Seen:
    """A name in a text, while it is being found out what it means there.

    Attributes:
        is_explicit: It is said to be a municipality.
        is_sure: It can be nothing but a name, even where it stands alone.
        is_other_body: It belongs to the name of some other body.
        begins_list: It stands after "kommunerna".
        ends_list: It stands before "kommuner".
    """

    start: int
    end: int
    code: str
    is_explicit: bool
    is_sure: bool
    is_other_body: bool
    begins_list: bool
    ends_list: bool

    @classmethod
    def at(cls, match: re.Match[str]) -> Self:
        start, end = match.span("name")
        place, is_sure = _bare()[key(match["name"])]
        has_capital = match["name"][0].isupper()
        kind, other = _word_after(match, "kind"), _word_after(match, "other")
        is_explicit = False
        if key(f"{match['name']} {kind}") in _explicit():
            is_explicit = has_capital or not place.is_common_word
            end = match.end("kind")
        elif key(match.group()) in _explicit():
            is_explicit = has_capital
            start = match.start()
        return cls(
            start=start,
            end=end,
            code=place.code,
            is_explicit=is_explicit,
            is_sure=is_sure and has_capital,
            is_other_body=not is_explicit
            and bool(match["police"] or match["region"] or other),
            begins_list=match["kommunerna"] is not None,
            ends_list=kind.casefold().startswith("kommuner"),
        )


def _word_after(match: re.Match[str], group: str) -> str:
    # A capital on a new line begins a sentence: "... i Askersund\nKommun: ...".
    word: str = match[group] or ""
    is_new = "\n" in (match["gap"] or "") and word[:1].isupper()
    return "" if is_new and not match["name"].isupper() else word


def _enumerated(seen: Iterable[_Seen], text: str) -> Iterator[_Seen]:
    """Find the names in enumerations that are said to be of municipalities."""
    run: list[_Seen] = []
    is_said = False
    end = 0
    for each in seen:
        if each.is_other_body or not text[each.start].isupper():
            continue
        if not BETWEEN.fullmatch(text, end, each.start):
            run.clear()
            is_said = False
        end = each.end
        run.append(each)
        is_said = is_said or each.begins_list
        if is_said or each.ends_list:
            yield from run
            run.clear()


@cache
def _bare() -> dict[str, tuple[Municipality, bool]]:
    # "Falu" alone is a colour or a mine; "Falun" and "Faluns" are the place.
    return {
        key(form): (
            each,
            not each.is_common_word and form in (each.name, genitive(each.name)),
        )
        for each in municipalities()
        for form in each.bare_forms
    }


@cache
def _explicit() -> frozenset[str]:
    return frozenset(
        key(form) for each in municipalities() for form in each.explicit_forms
    )
