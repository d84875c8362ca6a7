"""Where each agreement of a page begins, and which lines and promises are its own."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.actors.area import (
    municipalities_of_heading,
    municipalities_together,
    municipality_named,
)
from medborgarloften.reading.actors.districts import (
    district_named,
    district_of_heading,
    districts_together,
)
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.page import SPEAKS_OF_PROMISE, title_of
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.periods import find_periods
from medborgarloften.reading.promises.finding import Found
from medborgarloften.reading.text.document import Line, LineKind

__all__ = ["Part", "parts_of"]


@frozen
class Part:
    """The lines of a page that one agreement takes up, and its promises.

    Attributes:
        settings: The lines.
        promises: The promises found in them.
        title: The heading of its own that it has where a page holds several.
        place: The heading that tells whose it is there, if a heading does.
    """

    settings: tuple[Setting, ...]
    promises: tuple[Found, ...]
    title: Line | None
    place: Line | None = None

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of the first promise of each line, by the line's number."""
        numbered = [*enumerate(self.promises, 1)]
        return {found.line.number: number for number, found in reversed(numbered)}


def parts_of(
    settings: Sequence[Setting], promises: Sequence[Found]
) -> tuple[Part, ...]:
    """Part a page where a heading begins an agreement of another period or place.

    What stands above the first such heading belongs to the first agreement.
    Municipalities that have one agreement together may have a heading each in it.
    """
    by_line = dict[int, list[Found]]()
    for found in promises:
        by_line.setdefault(found.line.number, []).append(found)
    starts, headings = [0], list[Line | None]([None])
    places = list[Line | None]([None])
    names = _named_parts(settings, by_line)
    title, together = title_of(settings), _Together.of(settings)
    above, has_promises = _Told(), False
    for number, setting in enumerate(settings):
        line = setting.line
        told = names.get(number) or _told_by_heading(setting)
        if told is not None:
            place = line if told.has_place else None
            if has_promises and told.begins_another(above, together):
                starts.append(number)
                headings.append(line)
                places.append(place or places[-1])
                has_promises = False
            # The title is of all, if it does not say when: "Laxå – medborgarlöften".
            elif headings[-1] is None and (told.period or line is not title):
                headings[-1] = line
            places[-1] = places[-1] or place
            above = told.below(above)
        has_promises = has_promises or line.number in by_line
    if len(starts) == 1:
        headings = places = [None]
    return tuple(
        _part(settings[slice(*span)], by_line, heading, place)
        for span, heading, place in zip(
            pairwise([*starts, len(settings)]), headings, places, strict=True
        )
    )


@frozen
class _Together:
    """The places that a page says have one agreement together."""

    municipalities: frozenset[str]
    districts: frozenset[str]

    @classmethod
    def of(cls, settings: Sequence[Setting]) -> _Together:
        return cls(municipalities_together(settings), districts_together(settings))


@frozen
class _Told:
    """What a heading tells of the agreement below it: its place, its period.

    Attributes:
        name: The place of a label, "Ekeby: 2020".
        period: When it holds, if that is said.
        municipalities: The kommunkoder.
        districts: The district, or none.
    """

    name: str = ""
    period: ValidityPeriod | None = None
    municipalities: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()

    @property
    def has_place(self) -> bool:
        """Whether it tells of which place the agreement is."""
        return bool(self.municipalities or self.districts)

    def begins_another(self, above: _Told, together: _Together) -> bool:
        """Tell whether it is of another agreement than what stands *above*."""
        mine, other = (self.name, self.period), (above.name, above.period)
        return (
            (self.period is not None and mine != other)
            or _are_apart(
                self.municipalities, above.municipalities, together.municipalities
            )
            or _are_apart(self.districts, above.districts, together.districts)
        )

    def below(self, above: _Told) -> _Told:
        """Tell what holds below it, with what it does not tell from *above*."""
        dated = above if self.period is None else self
        return _Told(
            dated.name,
            dated.period,
            _widened(self.municipalities, above.municipalities),
            _widened(self.districts, above.districts),
        )


def _are_apart(
    these: frozenset[str], those: frozenset[str], together: frozenset[str]
) -> bool:
    are_told = bool(these and those)
    return are_told and these.isdisjoint(those) and not these | those <= together


def _widened(these: frozenset[str], above: frozenset[str]) -> frozenset[str]:
    """Add those above if they are in part the same, or if none are told here."""
    return above if not these else these | above if these & above else these


def _named_parts(
    settings: Sequence[Setting], by_line: Container[int]
) -> dict[int, _Told]:
    """Find the lines "Ekeby: 2020" and "Näs: maj 2020 - april 2021", each of a place.

    So are headings that are a known place and a period, "Ale 2020".

    Promises stand below each; what stands in all of them alike ("Klart: 2020"), or
    only once, is said of something else.
    """
    names, seen = dict[int, _Told](), set[str]()
    has_promises = True
    for number, setting in enumerate(settings):
        if named := _name_and_period(setting):
            if not has_promises or named.name in seen:
                return {}
            seen |= {named.name} if named.name else set()
            names[number], has_promises = named, False
        has_promises = has_promises or setting.line.number in by_line
    return names if has_promises and len(names) > 1 else {}


def _name_and_period(setting: Setting) -> _Told | None:
    line = setting.line
    if line.kind is LineKind.HEADING:
        return _place_and_period(line)
    name = (
        _NAME.match(line.text)
        if line.after_gap and line.kind is LineKind.LABEL
        else None
    )
    if name is None or section_of(name["name"]) is not None:
        return None
    for found in find_periods(line.text):
        if (found.start, found.end) == (name.end(), len(line.text)):
            return _Told(name["name"], found.period)
    return None


_NAME = re.compile(r"(?P<name>[A-ZÅÄÖ][\w -]{1,40}):\s+")


def _told_by_heading(setting: Setting) -> _Told | None:
    """Read what a heading tells that speaks of it: "Medborgarlöfte 2022 för Ale"."""
    line = setting.line
    is_heading = line.kind is LineKind.HEADING and SPEAKS_OF_PROMISE.search(line.text)
    if not is_heading or setting.section not in {Section.AGREEMENT, Section.PROMISES}:
        return None
    stated = (each.period for each in find_periods(line.text) if each.period.is_stated)
    district = district_of_heading(line.text)
    return _Told(
        period=next(stated, None),
        municipalities=municipalities_of_heading(line),
        districts=frozenset([district] if district else []),
    )


def _place_and_period(line: Line) -> _Told | None:
    """Read a heading that is a place and a period: "Ale 2022"."""
    for found in find_periods(line.text):
        name = f"{line.text[: found.start]} {line.text[found.end :]}".strip(_MARKS)
        code, district = municipality_named(name), district_named(name)
        if found.period.is_stated and (code or district):
            return _Told(
                period=found.period,
                municipalities=frozenset([code] if code else []),
                districts=frozenset([district] if district else []),
            )
    return None


_MARKS = " ,:()-–—"


def _part(
    settings: Sequence[Setting],
    by_line: Mapping[int, Sequence[Found]],
    title: Line | None,
    place: Line | None,
) -> Part:
    own = (found for each in settings for found in by_line.get(each.line.number, ()))
    return Part(tuple(settings), tuple(own), title, place)
