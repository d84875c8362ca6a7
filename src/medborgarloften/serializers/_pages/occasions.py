"""What there is to remember of an agreement, and on which day.

It begins and runs out, is to be looked at again, and so do and are its promises.
What has no day of its own is told where the agreement begins and runs out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from medborgarloften.model import Agreement, Precision, Promise, Theme, ValidityPeriod
from medborgarloften.model._calendar import CalendarUnit
from medborgarloften.serializers._pages.due import due_days
from medborgarloften.serializers._pages.wordings import PageWording

__all__ = ["Occasion", "occasions"]


@frozen
class Occasion:
    """Something to remember on one day.

    Attributes:
        day: The day.
        key: What tells it from the agreement's other occasions.  Those of its
            beginning and its end stay the same when its days change.
        summary: What it is, in a few words.
        lines: What more there is to say.
        themes: What it is about.
    """

    day: date
    key: tuple[str, ...]
    summary: str
    lines: tuple[str, ...]
    themes: tuple[Theme, ...]

    def together_with(self, other: Occasion) -> Occasion:
        """Say of this one what is said of the *other* too."""
        lines, themes = (*self.lines, *other.lines), (*self.themes, *other.themes)
        return evolve(self, lines=lines, themes=themes)


@frozen
class _Task:
    """What falls on several days, on one, or on none that is known."""

    key: tuple[str, ...]
    summary: str
    line: str
    themes: tuple[Theme, ...]
    days: tuple[date, ...]

    def occasions(self) -> Iterator[Occasion]:
        for day in self.days:
            key = (*self.key, str(day))
            yield Occasion(day, key, self.summary, (self.line,), self.themes)


def occasions(
    agreement: Agreement, say: PageWording, *, until: date | None = None
) -> list[Occasion]:
    """List what there is to remember of *agreement*, day by day.

    What falls on one day and is of one kind is one occasion.  Nothing after *until*
    is listed; what goes on without a stated last day is followed to it.
    """
    tell = _Telling(agreement, say, until)
    tasks = [*tell.reviews(), *tell.counts(), *tell.windows()]
    found = list(tell.its_own([task.line for task in tasks if not task.days]))
    found += (occasion for task in tasks for occasion in task.occasions())
    by_key: dict[tuple[str, ...], Occasion] = {}
    for each in found:
        known = by_key.get(each.key)
        by_key[each.key] = known.together_with(each) if known else each
    kept = (each for each in by_key.values() if until is None or each.day <= until)
    return sorted(kept, key=lambda each: each.day)


@frozen
class _Telling:
    """Tells of one agreement, in one language, until a day."""

    agreement: Agreement
    say: PageWording
    until: date | None

    def its_own(self, without_days: list[str]) -> Iterator[Occasion]:
        """Tell when the agreement begins and runs out."""
        period, say, title = self.agreement.in_force, self.say, self.agreement.title
        if without_days:
            without_days = [say("calendar.without_days"), *without_days]
        if period.first_day:
            summary = say("calendar.begins", title=title)
            lines = (*self._about_the_first_day(period), *without_days)
            yield Occasion(period.first_day, ("begins",), summary, lines, self._themes)
        if period.last_day:
            ends = "ends_or_goes_on" if period.open_ended else "ends"
            summary = say(f"calendar.{ends}", title=title)
            lines = (*self._about_the_last_day(period), *without_days)
            yield Occasion(period.last_day, ("ends",), summary, lines, self._themes)

    def reviews(self) -> Iterator[_Task]:
        """Tell when the agreement is to be looked at again."""
        for review in self.agreement.reviews:
            title, purpose = self.agreement.title, review.purpose
            yield _Task(
                key=("review", purpose),
                summary=self.say("calendar.review", purpose=purpose, title=title),
                line=self.say.quoted(self.say.review(review), review.wording),
                themes=self._themes,
                days=due_days(
                    self.agreement.in_force, review.times, review.per, self.until
                ),
            )

    def counts(self) -> Iterator[_Task]:
        """Tell when counts are to have been reached: at the end of each stretch."""
        for promise in self.agreement.promises:
            period = self.agreement.promise_period(promise)
            for quantity in promise.quantities:
                if quantity.per is not None:
                    days = due_days(period, 1, quantity.per, self.until)
                    counted = self.say.quantity(quantity)
                    yield self._of_promise("counts", promise, counted, days)

    def windows(self) -> Iterator[_Task]:
        """Tell when promises with a time of their own begin and run out."""
        for promise in self.agreement.promises:
            if promise.period is not None:
                window = self.agreement.promise_period(promise)
                words = self.say.period(window)
                for kind, days in _ends_of_its_own(window, self.agreement.in_force):
                    yield self._of_promise(kind, promise, words, days)

    @property
    def _themes(self) -> tuple[Theme, ...]:
        promises = self.agreement.promises
        return tuple(theme for promise in promises for theme in promise.themes)

    def _about_the_first_day(self, period: ValidityPeriod) -> Iterator[str]:
        if self.agreement.period.first_day is None:
            yield self.say("calendar.known_since")
        else:
            yield from self._unit("first_of", period.first_day, period.first_precision)

    def _about_the_last_day(self, period: ValidityPeriod) -> Iterator[str]:
        yield from self._unit("last_of", period.last_day, period.last_precision)
        if period.open_ended:
            yield self.say("calendar.may_go_on")

    def _unit(self, key: str, day: date | None, precision: Precision) -> Iterator[str]:
        """Tell of which year, month … that was stated a day is the first or last."""
        if day is not None and precision is not Precision.DAY:
            unit = CalendarUnit.holding(day, precision)
            yield self.say(f"calendar.{key}", unit=self.say.unit(str(unit)))

    def _of_promise(
        self, kind: str, promise: Promise, detail: str, days: tuple[date, ...]
    ) -> _Task:
        promisors = [each.name for each in self.agreement.promisors_of(promise)]
        line = self.say(
            "calendar.promise",
            number=promise.number,
            promisors=self.say.listed(promisors),
            text=promise.text,
            detail=detail,
        )
        summary = self.say(f"calendar.{kind}", title=self.agreement.title)
        return _Task((kind,), summary, line, promise.themes, days)


def _ends_of_its_own(
    window: ValidityPeriod | None, whole: ValidityPeriod
) -> Iterator[tuple[str, tuple[date, ...]]]:
    """List the ends of a promise's time that are not the agreement's too.

    A time that the agreement has no day of begins on no day.
    """
    if window is None:
        yield "promises_begin", ()
        return
    if window.first_day and window.first_day != whole.first_day:
        yield "promises_begin", (window.first_day,)
    if window.last_day and (window.last_day, window.open_ended) != (
        whole.last_day,
        whole.open_ended,
    ):
        yield "promises_end", (window.last_day,)
