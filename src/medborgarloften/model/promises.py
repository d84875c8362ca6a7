"""A promise: who will do what, how much, about what, together with whom."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve, frozen

from medborgarloften._showing.markup import shortened
from medborgarloften.model._rules import check, refuse
from medborgarloften.model.per import Per, may_be_one_season, stretches_in
from medborgarloften.model.period import ValidityPeriod
from medborgarloften.model.themes import Theme

__all__ = ["Attribution", "Promise", "PromiseKind", "Quantity"]


@frozen
class Quantity:
    """A count that was promised: "minst 4 riktade trafikinsatser under året".

    >>> checks = Quantity(4, None, "trafikinsats", Per.YEAR)
    >>> checks.total(ValidityPeriod.of_years(2019, 2020)).minimum
    8

    Attributes:
        minimum: At least so many ("minst 4"); ``None`` if only a ceiling is given.
        maximum: At most so many ("upp till fem"); equal to *minimum* where the
            number is exact, ``None`` where there is no ceiling.
        unit: What is counted, as written, in the singular where it can be told.
        per: The stretch of time the count is for; ``Per.PERIOD`` is the whole of
            the period, ``None`` that nothing was said.
        average: Whether it is to hold on average ("i snitt").
        each: What it also holds for each of: "försäljningsställe" in "en gång
            per år och försäljningsställe".
    """

    minimum: int | None
    maximum: int | None
    unit: str
    per: Per | None = None
    average: bool = False
    each: str | None = None

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.minimum is None and self.maximum is None:
            raise refuse(self, "minimum", "give a minimum, a maximum or both")
        if self.minimum is not None and self.minimum < 0:
            raise refuse(self, "minimum", "give 0 or more")
        if self.maximum is not None and self.maximum < (self.minimum or 0):
            raise refuse(self, "maximum", f"give {self.minimum or 0} or more")

    def total(self, period: ValidityPeriod) -> Quantity | None:
        """Count how many that is over *period*, by the calendar.

        What is promised per year, month … is multiplied by how many of them
        *period* has, a part of one counted by its days.  A minimum is rounded
        down and a maximum up: nobody is held to more than was promised.  A
        count for the whole of the period, or with no time said, is what it is.
        The answer is for the period, and no longer an average; what it holds
        for *each* of, it still does.

        What is promised for a season ("under hösten") is promised once where
        *period* may be that season, and so is no longer than four months
        ("januari till och med april").  Of a longer one it is only some part.

        ``None`` if the first or the last day of *period* is not stated, or nobody
        can tell which season in it is meant.
        """
        first_day, last_day = period.first_day, period.last_day
        if self.per is None or self.per is Per.PERIOD:
            times, of = 1, 1
        elif first_day is None or last_day is None:
            return None
        elif self.per is Per.SEASON:
            if not may_be_one_season(first_day, last_day):
                return None
            times, of = 1, 1
        else:
            times, of = stretches_in(self.per, first_day, last_day)
        return evolve(
            self,
            minimum=None if self.minimum is None else self.minimum * times // of,
            maximum=None if self.maximum is None else -(-self.maximum * times // of),
            per=Per.PERIOD,
            average=False,
        )

    def is_met_by(self, counted: int) -> bool:
        """Tell whether *counted* is neither too few nor too many."""
        return (self.minimum is None or counted >= self.minimum) and (
            self.maximum is None or counted <= self.maximum
        )


class PromiseKind(StrEnum):
    """What is promised: a deed, a state of things, or attention.

    ``ACTIVITY`` is "Genomföra trygghetsvandringar", ``GOAL`` is "Öka tryggheten
    i centrum", ``FOCUS`` is only "Trafik".
    """

    ACTIVITY = "activity"
    GOAL = "goal"
    FOCUS = "focus"


class Attribution(StrEnum):
    """How it is known who promises.

    ``STATED``: the promise itself says so ("Polisen lovar att …").  ``HEADING``:
    the heading above it does ("Polisen lovar:").  ``CONTEXT``: nothing near it
    does, and all the agreement's parties stand behind it.
    """

    STATED = "stated"
    HEADING = "heading"
    CONTEXT = "context"


@frozen(kw_only=True)
class Promise:
    """One promise (löfte) of an agreement, as published and as understood.

    Attributes:
        number: Its place in the document, from 1.
        text: Its words as published, without bullet and line wraps.
        kind: Whether it is an activity, a goal or only a focus.
        parent: The number of the goal it serves.
        promisors: The ids of the parties who promise; at least one.
        attribution: How it is known that they do.
        partners: The ids of those who take part without promising: "i samverkan
            med skola och socialtjänst".
        themes: What it is about; kept sorted, each once.
        quantities: The counts in it.
        period: Its own window ("under hösten 2015"), where that is narrower or
            other than the agreement's.
        places: Where it is to be done, as written.
        target_groups: For whom or towards whom, as written.
        purpose: Why, as written: "i syfte att …".
        condition: What it hangs on, as written: "om det uppkommer önskemål".
        hedged: Whether the commitment is weak: "verka för", "i möjligaste mån".
    """

    number: int
    text: str
    kind: PromiseKind = PromiseKind.ACTIVITY
    parent: int | None = None
    promisors: tuple[str, ...]
    attribution: Attribution = Attribution.STATED
    partners: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    period: ValidityPeriod | None = None
    places: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    purpose: str | None = None
    condition: str | None = None
    hedged: bool = False

    def __attrs_post_init__(self) -> None:
        check(self)
        if self.number < 1:
            raise refuse(self, "number", "number the promises from 1")
        if not self.promisors:
            raise refuse(self, "promisors", "name at least one party")
        named = self.promisors + self.partners
        if len(named) > 1 and len(set(named)) < len(named):
            if len(set(self.promisors)) < len(self.promisors):
                raise refuse(self, "promisors", "name each party once")
            remedy = "name each partner once, and nobody who promises"
            raise refuse(self, "partners", remedy)
        if self.parent is not None and self.parent < 1:
            raise refuse(self, "parent", "promises are numbered from 1")
        # Sorted here and not by a converter: decoders that fill in the fields
        # themselves run this method and no converters.
        if len(self.themes) > 1:
            object.__setattr__(self, "themes", tuple(sorted(set(self.themes))))

    def __repr__(self) -> str:
        promisors = ", ".join(map(repr, self.promisors))
        return f"<Promise {self.number} by {promisors}: {shortened(self.text)!r}>"

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        # It is made by what knows this class, and so imports it.
        from medborgarloften.model._card import promise_card

        return str(promise_card(self))

    @property
    def is_joint(self) -> bool:
        """Whether more than one party promises it."""
        return len(self.promisors) > 1
