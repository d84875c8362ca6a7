"""Periods and days in text, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import field, frozen

from medborgarloften.errors import Problem, Span
from medborgarloften.model import Precision, ValidityPeriod
from medborgarloften.reading.periods._expressions import STOPS, expressions
from medborgarloften.reading.periods._faults import Fault
from medborgarloften.reading.periods._meaning import Meaning, meaning
from medborgarloften.reading.periods._shapes import Expression, Form
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
    """

    period: ValidityPeriod
    problems: tuple[Problem, ...] = ()


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
        is_extension: Whether it moves the end of another period.
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
    problems: tuple[Problem, ...] = ()

    @property
    def is_bare_year(self) -> bool:
        """Whether it is a year or years that nothing leads in, as in a heading."""
        precisions = {self.period.first_precision, self.period.last_precision}
        stated = self.cue is None and not self.is_relative
        return stated and precisions == {Precision.YEAR}


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
    give an empty period and the problem.  *reference_day* is the day the text was
    written; "under året" says nothing without it.

    >>> print(read_period("fram till halvårsskiftet 2021").period.last_day)
    2021-06-30
    >>> print(*read_period("31 juni 2023 - 31 juni 2027").problems)
    line 1: the calendar has no such day: '31 juni 2023'
    """
    tokens = tokens_of(phrase)
    found = list(expressions(_ending(tokens)))
    if all(each.bare for each in found):
        return PeriodReading(ValidityPeriod())
    said = meaning(found, reference_day)
    return PeriodReading(said.period, _problems(said.fault, tokens, phrase))


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
        for tokens in blocks_of(text)
        for group in _groups(tokens)
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
        for tokens in blocks_of(text)
        for group in _groups(tokens)
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
    if kind in kinds:
        return False
    if kind == "until" and "extent" in kinds:
        return group[0].form is not Form.RANGE and new.lead != "senast"
    return not (kind == "extent" and kinds & {"since", "until", "open"})


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
    if found.extends:
        return "förlängs"
    for back in range(found.begin - 1, max(found.begin - 1 - _FAR_BACK, -1), -1):
        token = tokens[back]
        if token.role is Role.CUE:
            return token.value
        if token.role is Role.PERIOD and back >= found.begin - 2:
            return "period"
        if token.role in STOPS:
            break
    return found.lead


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
