"""What a page tells of how it went: a promise, and its result.

A follow-up says it in an item ("Fotpatruller, mål 100: 118 pass. Klart"), under the
promise ("Resultat: 57", "JA. Polisen har gjort 38"), in items below a status
("Delvis genomfört"), or in prose ("Vi lovade 20 pass. Det blev 22").  A `Result` is
one such, in the page's own words; it becomes an outcome only where the promise it
is about can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medborgarloften.model import Status
from medborgarloften.reading.outcomes.prose import held_against_promises, told_in_prose
from medborgarloften.reading.outcomes.telling import (
    DEADLINE,
    NUMBERED,
    TARGET,
    Result,
    Telling,
)
from medborgarloften.reading.outcomes.verdicts import (
    status_announced,
    status_in,
    verdict_in,
)
from medborgarloften.reading.page.headings import Section, section_of
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import Line, LineKind

__all__ = ["find_results", "results_told_beside"]


def find_results(
    settings: Sequence[Setting], *, everywhere: bool = False
) -> tuple[Result, ...]:
    """Find the results that a page tells, in its order.

    They stand where it tells of follow-up, or on a page that tells of nothing
    else *everywhere*.  Only what is held against a promise in so many words is a
    result wherever it stands.
    """
    told_of = _ON_A_FOLLOW_UP if everywhere else {Section.FOLLOW_UP}
    return tuple(
        result
        for group in _groups(settings)
        for result in (
            _results(group)
            if group[0].section in told_of or (everywhere and _has_result_row(group))
            else held_against_promises(group)
        )
    )


def results_told_beside(
    settings: Sequence[Setting], promises: int
) -> tuple[Result, ...]:
    """Find the results of a page that tells of as many as it has *promises*.

    None are found on any other: one word of how it goes makes no follow-up.
    """
    everywhere, following_up = (
        tuple(each for each in found if each.status)
        for found in (find_results(settings, everywhere=True), find_results(settings))
    )
    beside = len(everywhere) - len(following_up)
    return everywhere if beside >= max(promises, _FEWEST_RESULTS) else ()


_FEWEST_RESULTS = 2
_ON_A_FOLLOW_UP = {
    Section.FOLLOW_UP,
    Section.LEAD,
    Section.AGREEMENT,
    Section.PROMISES,
}
_ITEMS = {LineKind.BULLET, LineKind.NUMBERED}
_NOT_ITS_OWN_WORDS = {LineKind.QUOTE, LineKind.CAPTION}
_RESULT_ROW = re.compile(
    r"(?:resultat|utfall|status|bedömning|läge)\s*:", re.IGNORECASE
)


def _groups(settings: Sequence[Setting]) -> Iterator[list[Setting]]:
    """Yield the lines that stand together: an item, or lines without a gap."""
    group = list[Setting]()
    for setting in settings:
        if setting.line.kind in _NOT_ITS_OWN_WORDS:
            continue
        if group and (_begins(setting.line, group[-1].line) or _heads(group[-1].line)):
            yield group
            group = []
        group.append(setting)
    if group:
        yield group


# It may be several: "Löfte 1–3: Uppfyllda"; or a sentence: "Löfte 3 är uppfyllt."
_NUMBERS = re.compile(
    r"\b(?:löfte|löften|löftena|punkt|punkterna|åtagande|åtaganden)\s*"
    r"(?P<numbers>[0-9]{1,2}(?:\s*(?:[–—,-]|och|samt)\s*[0-9]{1,2})*)"
    r"(?:\s*:|(?=\s+(?:är|har|blev|bedöms|uppfyll)))",
    re.IGNORECASE,
)


def _begins(line: Line, above: Line) -> bool:
    """Tell whether a line begins something else than what stands above it."""
    if line.after_gap or line.kind in _ITEMS or NUMBERED.match(line.text):
        return True
    label, colon, following = line.text.partition(":")
    if colon and _is_label(label, following.strip()):
        return True
    is_below_text = above.kind is LineKind.PARAGRAPH and line.kind is LineKind.HEADING
    return is_below_text and status_in(line.text) is None


def _heads(line: Line) -> bool:
    """Tell whether a line is a heading over the results, and no promise itself."""
    return line.kind is LineKind.HEADING and section_of(line.text) in _OF_ALL


_OF_ALL = {Section.FOLLOW_UP, Section.METHOD, Section.AGREEMENT}


def _has_result_row(group: Sequence[Setting]) -> bool:
    return any(_RESULT_ROW.match(setting.line.text) for setting in group[1:])


def _results(group: Sequence[Setting]) -> list[Result]:
    """Read the results in lines that stand together."""
    paragraphs = [each for each in group if each.line.kind is LineKind.PARAGRAPH]
    told = [result for each in paragraphs for result in told_in_prose(each)]
    told = told or [*_by_numbers(group)]
    listed = None if told else _listed(group)
    return told or ([listed] if listed else [*held_against_promises(group)])


# Between what was promised and what came of it; in prose a full stop is not enough.
_ROW_BELOW = re.compile(rf"\s+(?=(?i:{_RESULT_ROW.pattern}))")
_BORDER = re.compile(
    rf"{_ROW_BELOW.pattern}|:\s+|\s[–—-]\s+"
    r"|[.!?]\s+(?=[A-ZÅÄÖ])|,\s+mål\b[^:]{0,80}:"
)
_BORDER_IN_PROSE = re.compile(r"(?<=\w):\s+")
_MOST_WORDS_BEFORE_IT = 12
_PROMISED = re.compile(
    r"\A(?:vi|polisen|kommunen|parterna)\s+lovade\s+(?:att\s+)?", re.IGNORECASE
)
# By its number a promise is named, so words that tell what was done are no promise.
_TOLD_OF = re.compile(r"\b(?:är|har|blev|hölls|\w{2,}(?:des|tes|ats|tts))\b")


def _listed(group: Sequence[Setting]) -> Result | None:
    """Read the result of an item, or of rows below a promise, if they tell one."""
    first, last = group[0].line, group[-1].line
    number = NUMBERED.match(first.text)
    begin = _BORDER.match(first.text, number.end()) if number else None
    start = begin.end() if begin else 0
    status = _announced(group[0]) if first.kind in _ITEMS else None
    if first is not last:
        promise, *rows = _ROW_BELOW.split(first.text[start:], 1)
        told = " ".join([*rows, *(setting.line.text for setting in group[1:])])
    elif (border := _border(first, start)) and not (
        number and begin and _tells(first.text[start : border.start()])
    ):
        promise, told = first.text[start : border.start()], first.text[border.end() :]
        if _is_label(promise, told):
            promise, told = told, promise
    elif number and begin:  # "Löfte 2: Genomfört", "Löfte 2: 23 är gjorda. Uppfyllt"
        promise, told = number[0], first.text[start:]
    elif status:
        promise = told = first.text
    else:
        return None
    promise = _PROMISED.sub("", promise).rstrip(".")
    if not TARGET.sub("", promise):
        return None
    return Telling(
        promise,
        told,
        group[0],
        first.span_to(last),
        status=status,
        number=int(number["number"]) if number else None,
    ).result()


def _tells(words: str) -> bool:
    return _TOLD_OF.search(words) is not None or verdict_in(words) is not None


_MOST_WORDS_OF_A_LABEL = 3
_FEWEST_WORDS_OF_A_PROMISE = 3


def _is_label(words: str, following: str) -> bool:
    """Tell whether a status stands before its promise: "Ej genomfört: Fotpatruller"."""
    is_short = len(words.split()) <= _MOST_WORDS_OF_A_LABEL
    if not is_short or len(following.split()) < _FEWEST_WORDS_OF_A_PROMISE:
        return False
    is_count = following[0].isdecimal() or DEADLINE.match(f"{words}: {following}")
    return (
        status_in(words) is not None and not is_count and verdict_in(following) is None
    )


def _border(line: Line, start: int) -> re.Match[str] | None:
    if line.kind is not LineKind.PARAGRAPH:
        return _BORDER.search(line.text, start)
    border = _BORDER_IN_PROSE.search(line.text, start)
    words = line.text[: border.start()].split() if border else []
    return border if len(words) <= _MOST_WORDS_BEFORE_IT else None


def _announced(setting: Setting) -> Status | None:
    """Tell the status of an item by the heading it stands below."""
    heading = setting.heading
    is_over = heading is not None and heading.after_gap and heading is not setting.line
    return status_announced(heading.text) if is_over and heading else None


def _by_numbers(group: Sequence[Setting]) -> Iterator[Result]:
    """Read the results of a line that names several promises by their numbers, or one
    without a colon; a line of one number and its colon may say its words too.
    """
    line = group[0].line
    named = list(_NUMBERS.finditer(line.text))
    numbers = [number for each in named for number in _numbers_of(each["numbers"])]
    is_one = len(numbers) == 1 and (named[0][0].endswith(":") or named[0].start())
    if len(group) > 1 or not named or is_one:
        return
    ends = [*(each.start() for each in named[1:]), len(line.text)]
    for each, end in zip(named, ends, strict=True):
        told = line.text[each.end() : end].strip()
        for number in _numbers_of(each["numbers"]):
            span = line.span(each.start(), end)
            yield Telling(each[0], told, group[0], span, number=number).result()


def _numbers_of(text: str) -> list[int]:
    """Spell out "1–3" and "1, 2 och 4"."""
    numbers = list[int]()
    for part in re.split(r"\s*(?:,|och|samt)\s*", text):
        first, *last = (int(each) for each in re.split(r"\s*[–—-]\s*", part))
        numbers += range(first, (last or [first])[-1] + 1)
    return numbers
