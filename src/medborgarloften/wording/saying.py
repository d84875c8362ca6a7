"""What of the model is called what: kinds, places, days, periods, counts.

The words live in ``words.toml``, where who knows the field can correct them.  Who
has more to say adds entries of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from medborgarloften.errors import UnknownName
from medborgarloften.model import (
    Agreement,
    Area,
    Attribution,
    Per,
    Promise,
    Quantity,
    Review,
    Theme,
    ValidityPeriod,
)
from medborgarloften.reference import municipality_by_code
from medborgarloften.wording.entries import (
    LANGUAGES,
    Entries,
    Language,
    Phrases,
    entries_in,
)

__all__ = ["LANGUAGES", "Entries", "Language", "Wording", "entries_in", "municipality"]


def municipality(code: str) -> str:
    """Name the municipality with a kommunkod; an unknown code stands for itself.

    >>> municipality("1882"), municipality("9999")
    ('Askersund', '9999')
    """
    try:
        return municipality_by_code(code, former=True).name
    except UnknownName:
        return code


class Wording(Phrases):
    """The words of one language, found by their key: ``table.name``.

    >>> say = Wording("en")
    >>> say("list.and", most="a, b", last="c")
    'a, b and c'

    Raises:
        InvalidField: If the language is neither ``"sv"`` nor ``"en"``.
    """

    def __init__(self, language: Language, entries: Entries | None = None) -> None:
        own = entries_in(__package__ or "", "words.toml")
        super().__init__(language, {**own, **(entries or {})})

    def label(self, member: Enum, **facts: object) -> str:
        """Say what a member of one of the model's enumerations is called.

        >>> Wording("sv").label(Theme.DRUGS)
        'Narkotika'
        """
        if isinstance(member, Theme):
            return member.label_sv if self.language == "sv" else member.label_en
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

    def area(self, area: Area) -> str | None:
        """Say where that is; ``None`` where nothing is said of it.

        An unknown kommunkod stands for itself.
        """
        names = list(map(municipality, area.municipalities))
        places = [area.district, self.listed(names) if names else None]
        return ", ".join(filter(None, places)) or None

    def promisors(self, agreement: Agreement, promise: Promise) -> str:
        """Say who makes a promise, and whether that is only concluded."""
        names = "; ".join(each.name for each in agreement.promisors_of(promise))
        if promise.attribution is not Attribution.CONTEXT:
            return names
        return f"{names} ({self.label(promise.attribution)})"

    def day(self, day: date) -> str:
        """Say which day that is.

        >>> Wording("en").day(date(2019, 7, 5))
        '5 July 2019'
        """
        return self.unit(day.isoformat())

    def unit(self, code: str) -> str:
        """Say which day, month, season … or year an EDTF text names."""
        if _is_day(code):
            month, _, day = code.rpartition("-")
            return f"{int(day)} {self.unit(month)}"
        year, _, name = code.partition("-")
        if not name:
            return year
        return self(f"unit.{name}", year=year, next_year=f"{int(year) + 1:04}")

    def period(
        self, period: ValidityPeriod | None, *, days_as_numbers: bool = False
    ) -> str:
        """Say when something holds; ``None`` is no day at all.

        >>> Wording("sv").period(ValidityPeriod.parse("/2021-06-30"))
        'till och med 30 juni 2021'
        """
        if period is None:
            return self("period.contradiction")
        first, slash, last = str(period).removesuffix("..").partition("/")
        first, last = (
            end if not end or (days_as_numbers and _is_day(end)) else self.unit(end)
            for end in (first, last)
        )
        if not slash:
            return first
        if not first and not last:
            open_or_not = "always_open" if period.open_ended else "not_stated"
            return self(f"period.{open_or_not}")
        key = "both" if first and last else "since" if first else "until"
        stated = self(f"period.{key}", first=first, last=last)
        if not period.open_ended:
            return stated
        return self(f"period.{'or_longer' if last else 'open'}", period=stated)

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


def _is_day(code: str) -> bool:
    return code.count("-") == 2  # noqa: PLR2004 - year-month-day
