"""Agreements in words, Swedish or English: what calendars and pages say.

The words live in ``wordings.toml``, where who knows the field can correct them.
What was published stays in the language that it was published in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from medborgarloften.errors import InvalidField, UnknownName
from medborgarloften.model import (
    Amendment,
    Area,
    Per,
    Quantity,
    Review,
    Theme,
    ValidityPeriod,
)
from medborgarloften.reference import municipality_by_code
from medborgarloften.serializers._pages.published import one_line

__all__ = ["Language", "Wording"]

Language = Literal["sv", "en"]


class Wording:
    """The words of one language, found by their key in ``wordings.toml``.

    >>> say = Wording("en")
    >>> say("calendar.ends", title="Medborgarlöfte 2019")
    'Runs out: Medborgarlöfte 2019'

    Raises:
        InvalidField: If the language is neither ``"sv"`` nor ``"en"``.
    """

    def __init__(self, language: Language) -> None:
        if language not in get_args(Language):
            remedy = "say 'sv' or 'en'"
            raise InvalidField("serializers", "language", language, remedy)
        self._language = language

    def __call__(self, key: str, /, **facts: object) -> str:
        """Say the entry with this key, ``table.name``, with the facts filled in.

        Each fact is put on one line.
        """
        table, _, name = key.partition(".")
        words: str = _entries()[table][name][self._language]
        return words.format(**{name: one_line(str(facts[name])) for name in facts})

    def label(self, member: Enum, **facts: object) -> str:
        """Say what a member of one of the model's enumerations is called.

        >>> Wording("sv").label(Theme.DRUGS)
        'Narkotika'
        """
        if isinstance(member, Theme):
            return member.label_sv if self._language == "sv" else member.label_en
        return self(f"{type(member).__name__}.{member.value}", **facts)

    def listed(self, names: Sequence[str]) -> str:
        """Say several names.

        >>> Wording("sv").listed(["polisen", "kommunen", "skolan"])
        'polisen, kommunen och skolan'
        """
        *most, last = names
        if not most:
            return last
        return self("list.and", most=", ".join(most), last=last)

    def quoted(self, fact: str, words: str | None) -> str:
        """Say something with the words that say so, if they are known.

        >>> Wording("en").quoted("2019", "gäller hela året")
        '2019 (“gäller hela året”)'
        """
        return fact if words is None else self("page.quoted", fact=fact, words=words)

    def area(self, area: Area) -> str | None:
        """Say where that is; ``None`` where nothing is said of it.

        An unknown kommunkod stands for itself.
        """
        names = [_municipality(code) for code in area.municipalities]
        places = [area.district, self.listed(names) if names else None]
        return ", ".join(filter(None, places)) or None

    def day(self, day: date) -> str:
        """Say which day that is.

        >>> Wording("en").day(date(2019, 7, 5))
        '5 July 2019'
        """
        return self.unit(day.isoformat())

    def unit(self, code: str) -> str:
        """Say which day, month, season … or year an EDTF text names."""
        if code.count("-") == 2:  # noqa: PLR2004 - year-month-day
            month, _, day = code.rpartition("-")
            return f"{int(day)} {self.unit(month)}"
        year, _, name = code.partition("-")
        if not name:
            return year
        return self(f"unit.{name}", year=year, next_year=f"{int(year) + 1:04}")

    def period(self, period: ValidityPeriod | None) -> str:
        """Say when something holds; ``None`` is no day at all.

        >>> Wording("sv").period(ValidityPeriod.parse("/2021-06-30"))
        'till och med 30 juni 2021'
        """
        if period is None:
            return self("period.contradiction")
        first, slash, last = str(period).removesuffix("..").partition("/")
        if not slash:
            return self.unit(first)
        if not first and not last:
            open_or_not = "always_open" if period.open_ended else "not_stated"
            return self(f"period.{open_or_not}")
        facts = {"first": first and self.unit(first), "last": last and self.unit(last)}
        key = "both" if first and last else "since" if first else "until"
        stated = self(f"period.{key}", **facts)
        if not period.open_ended:
            return stated
        return self(f"period.{'or_longer' if last else 'open'}", period=stated)

    def amendment(self, amendment: Amendment) -> str | None:
        """Say how an agreement was changed; ``None`` where nothing is said of it.

        >>> extended = Amendment(on=date(2021, 1, 29), last_day=date(2021, 6, 30))
        >>> Wording("sv").amendment(extended)
        '29 januari 2021, till och med 30 juni 2021'
        """
        on, last_day, words = amendment.on, amendment.last_day, amendment.wording
        told = (
            self.day(on) if on else None,
            self("period.until", last=self.day(last_day)) if last_day else None,
            self("page.quote", words=words) if words else None,
        )
        return ", ".join(filter(None, told)) or None

    def quantity(self, quantity: Quantity) -> str:
        """Say how many that is, of what, and how often.

        >>> Wording("sv").quantity(Quantity(4, None, "trafikinsats", Per.YEAR))
        'trafikinsats: minst 4 per år'
        """
        least, most = quantity.minimum, quantity.maximum
        if least == most:
            key = "exactly"
        elif most is None:
            key = "least"
        else:
            key = "most" if least is None else "between"
        count = self(f"quantity.{key}", unit=quantity.unit, minimum=least, maximum=most)
        if quantity.average:
            count = self("quantity.average", count=count)
        if quantity.per is not None:
            count = self.label(quantity.per, count=count)
        if quantity.each is not None:
            count = self("quantity.each", count=count, each=quantity.each)
        return count

    def review(self, review: Review) -> str:
        """Say what is to be done, and how often.

        >>> Wording("en").review(Review(purpose="uppföljning", times=2, per=Per.YEAR))
        'uppföljning: 2 times per year'
        """
        key = "once" if review.times == 1 else "times"
        how_often = self(f"review.{key}", purpose=review.purpose, times=review.times)
        return self.label(review.per or Per.PERIOD, count=how_often)


def _municipality(code: str) -> str:
    try:
        return municipality_by_code(code, former=True).name
    except UnknownName:
        return code


@cache
def _entries() -> dict[str, Any]:
    file = files("medborgarloften.serializers._pages") / "wordings.toml"
    return tomllib.loads(file.read_text("utf-8"))
