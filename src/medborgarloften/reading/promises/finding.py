"""Which lines of a page are promises.

A bullet under "Det här lovar vi" is one, the same bullet under "Problembild" is
none.  What stands in the open needs somebody who promises and a verb to promise
with; what stands under a heading or an intro that announces promises needs
neither.  What was done last year, problems, effects and quotes never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrs import frozen

from medborgarloften.model import PromiseKind
from medborgarloften.reading.actors.parties import (
    Promisors,
    find_promisors,
    is_labelled,
    is_vow,
)
from medborgarloften.reading.sections import Section, Setting, leads_to_list
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.lexicon import plain
from medborgarloften.reading.text.sentences import last_sentence, sentences
from medborgarloften.reading.text.stamps import is_stamp

__all__ = ["Found", "find_promises"]


@frozen
class Found:
    """A line, or a part of it, that is a promise.

    Attributes:
        setting: The line and what it stands under.
        start: Where in the line the promise begins.
        end: Where in the line it ends.
        promisors: Who promises, where the promise itself says so.
        kind: Whether it is an activity, a goal or only a focus.
        parent: Which of the promises found is the goal it serves, from 0.
        subject: The line that says what it is about, where it does not itself.
    """

    setting: Setting
    start: int
    end: int
    promisors: Promisors | None
    kind: PromiseKind
    parent: int | None = None
    subject: Line | None = None

    @property
    def line(self) -> Line:
        """The line it is, or is a part of."""
        return self.setting.line

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text[self.start : self.end]


def find_promises(settings: Sequence[Setting]) -> tuple[Found, ...]:
    """Find the promises of a page, in its order."""
    return tuple(_listed(settings)) or tuple(_in_prose(settings))


# Sections whose lists are no promises, unless an item says whose promise it is.
_OPEN = {Section.LEAD, Section.AGREEMENT}
_CLOSED = {
    Section.METHOD,
    Section.FOLLOW_UP,
    Section.CONTACT,
    Section.NEXT,
    Section.CHANNELS,
}
# Only a main clause tells of deeds done: "den som har hört av sig" is to be
# answered yet.
_MAIN_CLAUSE = r"\A(?:(?!\b(?:som|att|när|där|om|vilka|vilket)\b).)*?"
_DONE = re.compile(
    rf"{_MAIN_CLAUSE}\b(?:(?:har|hade)\s+(?:\w+\s+){{0,3}}?(?!att\b)\w+(?:[aidlnrt]t|ts)"
    r"|genomförd|genomförda|genomfört|genomfördes|gjordes|hölls|deltog)\b"
)
_METHOD = re.compile(
    r"\b(?:medborgarlöft|löftena\b|löftet\b|överenskommelse)", re.IGNORECASE
)
_STRONG_VOW = re.compile(r"\b(?:lovar|förbinder\s+sig|åtar\s+sig|har\s+åtagit\s+sig)\b")
_VOW_BEFORE_DEED = re.compile(
    r"\A\s*(?:lovar|förbinder\s+sig|åtar\s+sig|har\s+åtagit\s+sig|ska|skall|kommer)\b"
)
_MEANS = re.compile(r"\b(?:genom)\b[^.]*:\s*\Z", re.IGNORECASE)
_GOAL = re.compile(
    r"(?:att\s+)?(?:(?:tillsammans|gemensamt|aktivt)\s+)?"
    r"(?:verka|arbeta)\s+för\s+(?:att\s+)?(?:en\s+)?(?:ökad|öka|minskad|minska|bättre|tryggare)\b"
    r"|(?:att\s+)?(?:öka|minska|stärka|höja|förbättra)\s+(?:den\s+|de\s+)?(?:\w+\s+)?"
    r"(?:trygghet|otrygghet|brottslighet|förtroende|brotten|tillit)",
    re.IGNORECASE,
)
_FEWEST_WORDS_OF_A_HEADLINE = 4


def _listed(settings: Sequence[Setting]) -> Iterator[Found]:
    """Find the promises that stand in lists, as headlines, or one a paragraph."""
    said_before = set[str]()
    headline: int | None = None
    subject: Line | None = None
    count = 0
    for setting, following in zip_longest(settings, settings[1:]):
        line = setting.line
        if line.kind is LineKind.HEADING and not _carries_means(line):
            headline = None
        if _is_title_of_labels(setting, following):
            subject = line
            continue
        if line.kind is not LineKind.LABEL:
            subject = None
        end = _end_of_promise(setting)
        if end and plain(line.text) not in said_before:
            is_headline = _is_headline(setting, following)
            text = line.text[:end]
            kind = PromiseKind.GOAL if is_headline else _kind_of(text)
            parent = None if is_headline else headline
            promisors = find_promisors(text)
            yield Found(setting, 0, end, promisors, kind, parent, subject)
            headline = count if is_headline else headline
            count += 1
        elif not line.is_item:
            said_before.add(plain(line.text))


def _end_of_promise(setting: Setting) -> int:
    """Find where the promise that a line is ends; 0 if it is none.

    A line may go on to its means: "Vi lovar X. Det gör vi genom att:".
    """
    line = setting.line
    if _is_promise(setting):
        return len(line.text)
    end = last_sentence(line.text) - 1
    is_headline = end > 0 and line.kind is LineKind.PARAGRAPH and _carries_means(line)
    return end if is_headline and _opens_with_vow(line.text[:end]) else 0


def _is_promise(setting: Setting) -> bool:
    line, section = setting.line, setting.section
    if section in _CLOSED or is_stamp(line.text) or _DONE.search(line.text):
        return False
    if line.kind in {LineKind.BULLET, LineKind.NUMBERED, LineKind.LABEL}:
        return _is_promised_item(setting)
    if line.kind is LineKind.PARAGRAPH:
        return (
            section is Section.PROMISES
            and not leads_to_list(line)
            and not _METHOD.search(line.text)
            and _opens_with_vow(line.text)
        )
    return line.kind is LineKind.HEADING and _is_sentence(setting)


def _is_promised_item(setting: Setting) -> bool:
    line, section = setting.line, setting.section
    if is_labelled(line.text):
        return True
    if line.kind is LineKind.LABEL:
        return section is Section.PROMISES and is_vow(line.text)
    if section is Section.PROMISES:
        return True
    if section not in _OPEN:
        return bool(_STRONG_VOW.search(line.text)) and _opens_with_vow(line.text)
    # A list right below a heading that says "medborgarlöfte" is the promise.
    is_below = setting.intro is not None and setting.intro is setting.heading
    is_announced = section is Section.AGREEMENT and is_below
    return is_vow(line.text) or (is_announced and line.kind is LineKind.BULLET)


def _is_sentence(setting: Setting) -> bool:
    """Tell whether a heading is itself a promise: "Polisen lovar att …"."""
    text = setting.line.text
    found = find_promisors(text)
    return (
        setting.section is Section.PROMISES
        and not text.endswith(":")
        and "följande" not in text
        and found is not None
        and _opens_with_vow(text)
        and len(text[found.end :].split()) > _FEWEST_WORDS_OF_A_HEADLINE
    )


def _is_headline(setting: Setting, following: Setting | None) -> bool:
    """Tell whether the means to a promise follow it."""
    if setting.line.kind is LineKind.HEADING or _carries_means(setting.line):
        return True
    return following is not None and _carries_means(following.line)


def _carries_means(line: Line) -> bool:
    return bool(_MEANS.search(line.text))


def _is_title_of_labels(setting: Setting, following: Setting | None) -> bool:
    """Tell whether an item only names what the parties' labels below it do."""
    return (
        setting.line.kind in {LineKind.BULLET, LineKind.NUMBERED}
        and following is not None
        and following.line.kind is LineKind.LABEL
        and is_labelled(following.line.text)
        and not is_labelled(setting.line.text)
    )


def _opens_with_vow(text: str) -> bool:
    found = find_promisors(text)
    return found is not None and found.vowed


def _kind_of(text: str) -> PromiseKind:
    found = find_promisors(text)
    deed = text[found.end :] if found else text
    if _GOAL.match(_VOW_BEFORE_DEED.sub("", deed, count=1).strip(" ,:")):
        return PromiseKind.GOAL
    return PromiseKind.FOCUS if len(text.split()) == 1 else PromiseKind.ACTIVITY


def _in_prose(settings: Sequence[Setting]) -> Iterator[Found]:
    """Find promises in running text: a sentence with somebody who vows.

    "Ska" and "kommer att" are said of much else, and promise only where the
    heading or a sentence before has spoken of the promises.
    """
    for setting in settings:
        line = setting.line
        if line.kind is not LineKind.PARAGRAPH or setting.section in _CLOSED:
            continue
        is_announced = _announces_promises(setting)
        for start, end in sentences(line.text):
            sentence = line.text[start:end]
            if _METHOD.search(sentence):
                is_announced = True
            elif (
                not _DONE.search(sentence)
                and (found := find_promisors(sentence)) is not None
                and (_STRONG_VOW.search(sentence) or (is_announced and found.vowed))
            ):
                found = found.moved(start)
                yield Found(setting, start, end, found, _kind_of(sentence))


def _announces_promises(setting: Setting) -> bool:
    """Tell whether a line stands below "Vi lovar", or "Medborgarlöfte 2017"."""
    heading = setting.heading
    return setting.section is Section.PROMISES or (
        setting.section is Section.AGREEMENT
        and heading is not None
        and any(map(str.isdigit, heading.text))
    )
