"""What of the model is called what: kinds, days, periods, counts.

The words live in ``words.toml``, where who knows the field can correct them.  Names
of places are not among them: the model knows a municipality by its code alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from attrs import evolve

from medborgarloften._showing.phrases import Entries, Language, Phrases, entries_in
from medborgarloften.model._calendar import Precision
from medborgarloften.model.agreement import Agreement
from medborgarloften.model.per import Per
from medborgarloften.model.period import ValidityPeriod
from medborgarloften.model.promises import Attribution, Promise, Quantity
from medborgarloften.model.reviews import Review
from medborgarloften.model.themes import Theme

__all__ = ["Telling"]


class Telling(Phrases):
    """The words of one language for all that the model itself knows.

    >>> say = Telling("en")
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

        >>> Telling("sv").label(Theme.DRUGS)
        'Narkotika'
        """
        if isinstance(member, Theme):
            return member.label_sv if self.language == "sv" else member.label_en
        return self(f"{type(member).__name__}.{member.value}", **facts)

    def listed(self, names: Sequence[str]) -> str:
        """Say several names.

        >>> Telling("sv").listed(["polisen", "kommunen", "skolan"])
        'polisen, kommunen och skolan'
        """
        *most, last = names
        if not most:
            return last
        return self("list.and", most=", ".join(most), last=last)

    def promisors(self, agreement: Agreement, promise: Promise) -> str:
        """Say who makes a promise, and whether that is only concluded."""
        names = "; ".join(each.name for each in agreement.promisors_of(promise))
        if promise.attribution is not Attribution.CONTEXT:
            return names
        return f"{names} ({self.label(promise.attribution)})"

    def day(self, day: date) -> str:
        """Say which day that is.

        >>> Telling("en").day(date(2019, 7, 5))
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

        >>> Telling("sv").period(ValidityPeriod.parse("/2021-06-30"))
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

    def held(
        self, agreement: Agreement, promise: Promise, *, days_as_numbers: bool = False
    ) -> str:
        """Say when a promise holds, as `Agreement.promise_period` tells it.

        A first day that neither it nor its agreement states is said as only known.
        """
        if promise.period is None:
            return self.in_force(agreement, days_as_numbers=days_as_numbers)
        told = agreement.promise_period(promise)
        is_known = told and told.first_day and not agreement.states_first_day(promise)
        if told is None or not is_known:
            return self.period(told, days_as_numbers=days_as_numbers)
        return self.known_period(told, days_as_numbers=days_as_numbers)

    def in_force(self, agreement: Agreement, *, days_as_numbers: bool = False) -> str:
        """Say when an agreement is in force; a first day that is only known, as that.

        >>> from medborgarloften import examples
        >>> Telling("en").in_force(examples.register()["laxa"])
        'not stated (known from 3 March 2022)'
        """
        told, first_day = agreement.in_force, agreement.period.first_day
        say = self.period if told.first_day == first_day else self.known_period
        return say(told, days_as_numbers=days_as_numbers)

    def known_period(
        self, period: ValidityPeriod, *, days_as_numbers: bool = False
    ) -> str:
        """Say a period whose first day is not stated, but one on which it is known.

        >>> Telling("en").known_period(ValidityPeriod.parse("2020-05-03/2021"))
        'through 2021 (known from 3 May 2020)'
        """
        stated = evolve(period, first_day=None, first_precision=Precision.DAY)
        known = str(period.first_day)
        return self(
            "period.known",
            stated=self.period(stated, days_as_numbers=days_as_numbers),
            day=known if days_as_numbers else self.unit(known),
        )

    def quantity(self, quantity: Quantity) -> str:
        """Say how many that is, of what, and how often.

        >>> Telling("sv").quantity(Quantity(4, None, "trafikinsats", Per.YEAR))
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

        >>> Telling("en").review(Review(purpose="uppföljning", times=2, per=Per.YEAR))
        'uppföljning: 2 times per year'
        """
        key = "once" if review.times == 1 else "times"
        how_often = self(f"review.{key}", purpose=review.purpose, times=review.times)
        return self.label(review.per or Per.PERIOD, count=how_often)


def _is_day(code: str) -> bool:
    return code.count("-") == 2  # noqa: PLR2004 - year-month-day
