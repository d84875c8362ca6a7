"""Periods and days in text, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from attrs import field, frozen

from medborgarloften.errors import Problem, Span
from medborgarloften.model import ValidityPeriod
from medborgarloften.reading.periods._amending import amended
from medborgarloften.reading.periods._expressions import STOPS, expressions
from medborgarloften.reading.periods._faults import Fault
from medborgarloften.reading.periods._meaning import Meaning, meaning
from medborgarloften.reading.periods._shapes import Duration, Expression, Form
from medborgarloften.reading.periods._tokens import END, Token, blocks_of, tokens_of
from medborgarloften.reading.periods._words import Role

__all__ = [
    "FoundDay",
    "FoundPeriod",
    "PeriodReading",
    "find_days",
    "find_periods",
    "read_period",
]


@frozen
class PeriodReading:
    """What a phrase says of a period.

    Attributes:
        period: The period; empty where the phrase has none, or none that is sure.
        problems: Why none is sure; their spans are places in the phrase.
        is_relative: Whether a day depends on the day of the text.
        is_extension: Whether it moves the end of another period.
    """

    period: ValidityPeriod
    problems: tuple[Problem, ...] = ()
    is_relative: bool = False
    is_extension: bool = False


@frozen(kw_only=True)
class FoundPeriod:
    """A period that running text states.

    Attributes:
        start: The first code point of the wording.
        end: The code point after its last.
        quote: The wording: "fram till halvårsskiftet 2021".
        period: The period; empty where no day is known.
        form: How it is expressed.
        cue: What tells that it is a period: the verb near before it ("gäller",
            "löper", "förlängs"), else "period" where a word says so just before it
            ("Löftesperiod:"), else the word that leads it in ("från och med", "fram
            till", "senast", "under", "för"), else ``None``.
        is_relative: Whether a day depends on the day of the text; without a
            *reference_day* such a day is not known.
        is_extension: Whether it moves the end of another period, which `amended`
            does.
        duration: How long, where that is said: "under en treårsperiod".
        problems: Why no day is known; their spans are places in the text.
    """

    start: int
    end: int
    quote: str = field(repr=False)
    period: ValidityPeriod
    form: Form
    cue: str | None = None
    is_relative: bool = False
    is_extension: bool = False
    duration: Duration | None = None
    problems: tuple[Problem, ...] = ()

    def amended(self, original: ValidityPeriod) -> ValidityPeriod:
        """Return the period that this makes of the one it extends.

        The period as it was where this is no extension, or no later end.

        >>> found, = find_periods("Löftet förlängdes t.o.m. juni 2021.")
        >>> str(found.amended(ValidityPeriod.of_year(2020)))
        '2020/2021-06'
        >>> found, = find_periods("Löftet förlängs med ett år.")
        >>> str(found.amended(ValidityPeriod.of_year(2020)))
        '2020/2021'
        """
        if not self.is_extension:
            return original
        return amended(original, self.period, self.duration)

    @property
    def is_of_several_years(self) -> bool:
        """Whether it begins in one year and ends in another."""
        first, last = self.period.first_day, self.period.last_day
        return first is not None and last is not None and first.year < last.year


@frozen
class FoundDay:
    """A single day that running text names.

    Attributes:
        start: The first code point of the wording.
        end: The code point after its last.
        day: The day; ``None`` where its year is not known.
        inferred: Whether its year was taken from the reference day.
    """

    start: int
    end: int
    day: date | None
    inferred: bool = False


def read_period(phrase: str, *, reference_day: date | None = None) -> PeriodReading:
    """Read the one period that a Swedish phrase states.

    Words without a period give an empty one.  A day that does not exist, an end
    before its beginning, two different periods and what may mean more than one
    give an empty period and the problem.

    *reference_day* is the day the text was written.  What depends on it is marked
    as relative, and has no days without it: "under året" is its year, "de kommande
    två åren" begin on it, and "hösten", "i maj" and "1 mars - 31 maj", which name
    no year, are those that hold it or else come nearest to it, before or after.
    What only ends, as "till halvårsskiftet", ends at the first such day from it on.

    >>> print(read_period("fram till halvårsskiftet 2021").period.last_day)
    2021-06-30
    >>> reading = read_period("hösten", reference_day=date(2020, 6, 1))
    >>> str(reading.period.first_day), reading.is_relative
    ('2020-09-01', True)
    >>> print(*read_period("31 juni 2023 - 31 juni 2027").problems)
    line 1: the calendar has no such day: '31 juni 2023'
    """
    tokens = tokens_of(phrase)
    found = list(expressions(_ending(tokens)))
    if all(each.bare for each in found):
        return PeriodReading(ValidityPeriod())
    said = meaning(found, reference_day)
    return PeriodReading(
        said.period,
        _problems(said.fault, tokens, phrase),
        is_relative=said.relative,
        is_extension=any(each.extends for each in found),
    )


def find_periods(
    text: str, *, reference_day: date | None = None
) -> tuple[FoundPeriod, ...]:
    """Find every period in running text, in order; none overlaps another.

    >>> found, = find_periods("Löftet gäller från 2018 till och med 2020.")
    >>> found.quote, found.cue, str(found.period)
    ('från 2018 till och med 2020', 'gäller', '2018/2020')
    """
    return tuple(
        _found(group, meaning(group, reference_day), tokens, text)
        for tokens, group in _stated(text)
    )


def find_days(text: str, *, reference_day: date | None = None) -> tuple[FoundDay, ...]:
    """Find every single day in running text, in order.

    The ends of longer periods are not among them.  A day without a year gets the
    year that puts it nearest to *reference_day*, and is then marked as inferred.

    >>> days = find_days("Publicerad 28 november 2019. Undertecknades den 30 januari.")
    >>> [str(found.day) for found in days]
    ['2019-11-28', 'None']
    """
    return tuple(
        day
        for tokens, group in _stated(text)
        if (day := _found_day(group, tokens, reference_day))
    )


# ---------------------------------------------------------------- together


_LARGEST_GAP = 6
_BETWEEN = {
    Role.AND,
    Role.DASH,
    Role.OR,
    Role.COMMA,
    Role.GLUE,
    Role.CUE,
    Role.IN,
    Role.ARTICLE,
    Role.PERIOD,
    Role.BRACKET,
}


@lru_cache(maxsize=1024)  # a line of a page is looked at by many, one after the other
def _stated(text: str) -> tuple[tuple[list[Token], list[Expression]], ...]:
    """Find the expressions that state one period together, with their tokens."""
    return tuple(
        (tokens, group) for tokens in blocks_of(text) for group in _groups(tokens)
    )


def _groups(tokens: list[Token]) -> Iterator[list[Expression]]:
    """Put the expressions together that state one period."""
    group: list[Expression] = []
    for each in expressions(_ending(tokens)):
        if group and not _belongs(tokens, group, each):
            yield from _whole(group)
            group = []
        group.append(each)
    yield from _whole(group)


def _ending(tokens: list[Token]) -> list[Token]:
    return [*tokens, *[END] * _LARGEST_GAP * 2]


def _whole(group: list[Expression]) -> Iterator[list[Expression]]:
    if group and not all(each.bare for each in group):
        yield group


def _belongs(tokens: list[Token], group: list[Expression], new: Expression) -> bool:
    """Tell whether an expression completes those just before it."""
    gap = tokens[group[-1].end : new.begin]
    if len(gap) > _LARGEST_GAP or any(token.role not in _BETWEEN for token in gap):
        return False
    if new.exclusive:
        return False
    kinds = {_KIND[each.form] for each in group}
    kind = _KIND[new.form]
    if kind in kinds or _begins_anew(tokens, group, gap):
        return False
    if kind == "until" and "extent" in kinds:
        return group[0].form is not Form.RANGE and new.lead != "senast"
    return not (kind == "extent" and kinds & {"since", "until", "open"})


def _begins_anew(
    tokens: list[Token], group: list[Expression], gap: list[Token]
) -> bool:
    """Tell "undertecknat 2019-11-28 och gäller till" from "gäller 2019 och löper till".

    The verb is the first to speak of a period, so what it is said of is none.
    """
    has_verb = any(token.role is Role.CUE for token in gap)
    return has_verb and group[0].is_lone_point and _verb(tokens, group[0]) is None


_KIND = {
    Form.DAY: "extent",
    Form.UNIT: "extent",
    Form.YEAR: "extent",
    Form.RANGE: "extent",
    Form.SINCE: "since",
    Form.UNTIL: "until",
    Form.DURATION: "duration",
    Form.OPEN: "open",
}


# ---------------------------------------------------------------- results


def _found(
    group: list[Expression], said: Meaning, tokens: list[Token], text: str
) -> FoundPeriod:
    start, end = tokens[group[0].begin].start, tokens[group[-1].end - 1].end
    return FoundPeriod(
        start=start,
        end=end,
        quote=text[start:end],
        period=said.period,
        form=group[0].form if len(group) == 1 else _form(said.period, group),
        cue=_cue(tokens, group[0]),
        is_relative=said.relative,
        is_extension=any(each.extends for each in group),
        duration=next(filter(None, (each.duration for each in group)), None),
        problems=_problems(said.fault, tokens, text),
    )


def _form(period: ValidityPeriod, group: list[Expression]) -> Form:
    named = [each.form for each in group if each.parts]
    if len(named) == 1 and not any(each.duration for each in group):
        return named[0]
    if period.first_day and not period.last_day:
        return Form.SINCE
    return Form.RANGE if named else group[0].form


_FAR_BACK = 5


def _cue(tokens: list[Token], found: Expression) -> str | None:
    """Find the verb before an expression, else the word that leads it in."""
    return "förlängs" if found.extends else _verb(tokens, found) or found.lead


def _verb(tokens: list[Token], found: Expression) -> str | None:
    """Find the verb before an expression, or the word that it is a period."""
    for back in range(found.begin - 1, max(found.begin - 1 - _FAR_BACK, -1), -1):
        token = tokens[back]
        if token.role is Role.CUE:
            return token.value
        if token.role is Role.PERIOD and back >= found.begin - 2:
            return "period"
        if token.role in STOPS:
            break
    return None


def _problems(
    fault: Fault | None, tokens: Sequence[Token], text: str
) -> tuple[Problem, ...]:
    if fault is None:
        return ()
    code, message, message_sv = fault.kind.value
    first, last = tokens[fault.begin], tokens[fault.end - 1]
    quote = text[first.start : last.end]
    span = Span(first.start, last.end, first.line, quote)
    return (Problem(code=code, message=message, message_sv=message_sv, span=span),)


def _found_day(
    group: list[Expression], tokens: list[Token], reference: date | None
) -> FoundDay | None:
    if len(group) != 1 or group[0].form is not Form.DAY:
        return None
    point = group[0].parts[0].first
    said = meaning(group, reference)
    if said.fault:
        return None
    start, end = tokens[point.begin].start, tokens[point.end - 1].end
    day = said.period.first_day
    return FoundDay(start, end, day, inferred=day is not None and point.year is None)
