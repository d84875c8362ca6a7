"""A reading put into words, line by line, for a person who checks it.

Each line of the page comes with what it was taken for, the fields that were read
from it, each with its value and the words that say so, and the problems there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from typing import cast

from attrs import fields

from medborgarloften.errors import InvalidField, Problem
from medborgarloften.model import Amendment, Citation, How, Quantity, Review
from medborgarloften.reading._reading import Reading, ReadLine
from medborgarloften.reading.actors.vows import is_vow
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.text.document import LineKind
from medborgarloften.reading.text.lexicon import table

__all__ = ["explain"]


def explain(reading: Reading, language: str) -> str:
    """Write a page's lines, with what was made of each and why."""
    words = _Words(language)
    return "\n".join(_blocks(reading, words))


_LANGUAGES = ("en", "sv")


class _Words:
    """What things are called in one language."""

    def __init__(self, language: str) -> None:
        if language not in _LANGUAGES:
            remedy = "give 'en' or 'sv'"
            raise InvalidField("Reading.explain", "language", language, remedy)
        self.language = language
        column = 2 if self.language == "sv" else 1
        self._words = {row[0]: row[column] for row in table("explanations")}

    def __call__(self, key: str) -> str:
        return self._words[key]


def _blocks(reading: Reading, words: _Words) -> Iterator[str]:
    yield from (
        f"! {_said(each, words)}" for each in reading.problems if each.span is None
    )
    told = _told_of_lines(reading, words)
    width = max((len(str(line.span.line)) for line in reading.lines), default=0)
    margin = " " * (width + 4)
    for number, line in enumerate(reading.lines, 1):
        yield f"{line.span.line:>{width}}  {' '.join(line.span.quote.split())}"
        yield f"{margin}{_taken_for(line, words)}"
        yield from (f"{margin}{each}" for each in told[number])


def _told_of_lines(reading: Reading, words: _Words) -> dict[int, list[str]]:
    """Tell of each line, by its number in order, what was read from it."""
    starts = [line.span.start for line in reading.lines]
    told = defaultdict[int, list[str]](list)
    promising = set[int]()
    for citation in sorted(reading.citations, key=lambda each: each.start):
        line = bisect_right(starts, citation.start)
        told[line].append(f"= {_read_as(citation, reading, words)}")
        if "].promises[" in citation.path:
            promising.add(line)
    for number, line in _lines_of_outcomes(reading):
        told[line].append(f"= {_outcome(reading, number)}")
        promising.add(line)
    for number, each in enumerate(reading.lines, 1):
        if number not in promising and _is_vow(each):
            told[number].append(f"- {words('no-promise')}")
    for problem in reading.problems:
        if problem.span is not None:
            line = bisect_right(starts, problem.span.start)
            told[line].append(f"! {_said(problem, words)}")
    return told


def _lines_of_outcomes(reading: Reading) -> Iterator[tuple[int, int]]:
    """Find the line of each outcome by its words; they stand in the page's order."""
    starts, text = list[int](), ""
    for line in reading.lines:
        starts.append(len(text))
        text += " ".join(line.span.quote.split()) + " "
    after = 0
    for number, outcome in enumerate(reading.outcomes):
        wording = " ".join((outcome.wording or "").split())
        found = text.find(wording, after)
        if found < 0:  # in lines between which others stand
            yield number, bisect_right(starts, after)
        else:
            yield number, bisect_right(starts, found)
            after = found + len(wording)


def _outcome(reading: Reading, number: int) -> str:
    outcome = reading.outcomes[number]
    counted = "" if outcome.counted is None else f", {outcome.counted}"
    meant = f"{outcome.agreement}, {outcome.promise}"
    wording = " ".join((outcome.wording or "").split())
    said = f"{outcome.status.value}{counted} ({meant}; {outcome.on})"
    return f'outcomes[{number}]: {said}  "{wording}"'


_MAY_VOW = {Section.LEAD, Section.AGREEMENT, Section.PROMISES, Section.PERIOD}
_NO_VOWS = {LineKind.HEADING, LineKind.QUOTE, LineKind.CAPTION}


def _is_vow(line: ReadLine) -> bool:
    """Tell whether a line reads like a promise, and leads into nothing."""
    may_be = line.section in _MAY_VOW and line.kind not in _NO_VOWS
    return may_be and not line.span.quote.endswith(":") and is_vow(line.span.quote)


def _taken_for(line: ReadLine, words: _Words) -> str:
    if line.section is None:
        return words("noise")
    return f"{words(f'kind.{line.kind}')}; {words(f'section.{line.section}')}"


def _said(problem: Problem, words: _Words) -> str:
    return problem.message_sv if words.language == "sv" else problem.message


def _read_as(citation: Citation, reading: Reading, words: _Words) -> str:
    value = _shown(_value(reading, citation.path))
    quote = " ".join(citation.quote.split())
    said = "" if value == quote else f'  "{quote}"'
    concluded = f" ({words('inferred')})" if citation.how is How.INFERRED else ""
    return f"{citation.path}: {value}{said}{concluded}"


_STEP = re.compile(r"(?P<name>\w+)|\[(?P<number>[0-9]+)\]")


def _value(reading: Reading, path: str) -> object:
    value: object = reading
    for step in _STEP.finditer(path):
        if step["name"]:
            value = cast("object", getattr(value, step["name"]))
        else:
            value = cast("tuple[object, ...]", value)[int(step["number"])]
    return value


def _shown(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Quantity | Review | Amendment):
        told = (
            f"{field.name} {_shown(getattr(value, field.name))}"
            for field in fields(type(value))
            if getattr(value, field.name) not in {None, False}
        )
        return ", ".join(told)
    return str(value)
