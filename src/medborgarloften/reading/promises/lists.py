"""Promises that stand in lists, as headlines over their means, or one a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import evolve

from medborgarloften.model import PromiseKind
from medborgarloften.reading.actors.parties import (
    Promisors,
    find_promisors,
    is_labelled,
    somebody,
)
from medborgarloften.reading.page.headings import Section, has_digit
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.promises.found import Found
from medborgarloften.reading.promises.lines import CLOSED, OPEN, is_promise, is_signed
from medborgarloften.reading.promises.refusing import (
    end_of_promise,
    promises_nothing,
)
from medborgarloften.reading.promises.saying import (
    LABEL,
    LABELLED_GOAL,
    after_number,
    carries_means,
    does_something,
    is_deed_of,
    is_done,
    is_followed_up,
    is_to_be,
    kind_of,
    opens_with_vow,
    promisors_in,
    speaks_of_promises,
)
from medborgarloften.reading.text.document import Line, LineKind
from medborgarloften.reading.text.lexicon import is_detail, plain
from medborgarloften.reading.text.sentences import last_sentence
from medborgarloften.reading.text.stamps import is_document

__all__ = ["find_listed"]


def find_listed(settings: Sequence[Setting]) -> Iterator[Found]:
    """Find the promises that stand so, each tied to the goal it serves."""
    return _with_goals(_listed(settings))


def _with_goals(promises: Iterable[Found]) -> Iterator[Found]:
    """Tie the items nested below a promise to it, which makes it their goal."""
    found = [evolve(each, goal=each.goal or each.setting.goal) for each in promises]
    goals = {each.goal.number for each in found if each.goal is not None}
    lines = {each.line.number for each in found}
    for each in found:
        is_tied = each.goal is not None and each.goal.number in lines
        is_goal = each.line.number in goals
        yield evolve(
            each,
            goal=each.goal if is_tied else None,
            kind=PromiseKind.GOAL if is_goal else each.kind,
        )


def _listed(settings: Sequence[Setting]) -> Iterator[Found]:
    """Find the promises that stand in lists, as headlines, or one a paragraph."""
    said_before = set[str]()
    headline: Line | None = None
    subject: Line | None = None
    listing = _headings_of_lists(settings)
    beside = _lines_beside_promises(settings)
    first_group = next(
        (
            _number_of(setting.heading)
            for setting in settings
            if setting.section is Section.PROMISES
        ),
        0,
    )
    around = zip([None, *settings], settings, [*settings[1:], None], strict=False)
    for before, setting, following in around:
        line = setting.line
        if line.kind is LineKind.HEADING and not carries_means(line):
            headline = None
        if _is_title_of_labels(setting, following):
            subject = line
            continue
        if line.kind is not LineKind.LABEL:
            subject = None
        third = _label_of_somebody(setting, before, following)
        group = _number_of(setting.heading)
        has_list = group in listing or (bool(listing) and group == first_group)
        is_taken = (
            third is not None
            or line.number in beside
            or _is_goal_of_means(setting, following)
        )
        end = (
            len(line.text) if is_taken else _end_of_promise(setting, has_list=has_list)
        )
        if end and plain(line.text) not in said_before:
            is_headline = _is_headline(setting, following)
            goal = None if is_headline else headline
            for start, stop in _parts(line, after_number(line.text), end):
                text = line.text[start:stop]
                kind = PromiseKind.GOAL if is_headline else kind_of(text)
                said = third or promisors_in(text)
                promisors = said and (said if third else said.moved(start))
                yield Found(setting, start, stop, promisors, kind, goal, subject)
            headline = line if is_headline else headline
        elif not line.is_item:
            said_before.add(plain(line.text))


def _parts(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a paragraph that enumerates: "att polisen …, att kommunen … och att …"."""
    if line.kind is LineKind.PARAGRAPH and line.text.startswith("att ", start):
        for parting in _NEXT_TO_BE.finditer(line.text, start, end):
            yield start, parting.start()
            start = parting.start("next")
    yield start, end


_NEXT_TO_BE = re.compile(
    r"(?:,\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+)(?P<next>att\s)"
)


def _number_of(line: Line | None) -> int:
    return 0 if line is None else line.number


def _headings_of_lists(settings: Sequence[Setting]) -> set[int]:
    """Tell which headings have lists of promises below them, by their lines."""
    return {
        _number_of(setting.heading)
        for setting in settings
        if setting.line.is_item and is_promise(setting, has_list=True)
    }


def _lines_beside_promises(settings: Sequence[Setting]) -> set[int]:
    """Find the items of an open list half of which tell of deeds, by their lines.

    Where five of six items say what is done, so does the sixth, in other words.
    """
    lists = [
        list(group)
        for section, group in groupby(settings, key=_list_of)
        if section in OPEN
    ]
    tell_deeds = [_tells_deeds(each) for each in lists]
    # Beside them, a list under another theme is one more of the same agreement's.
    has_deeds = any(tell_deeds)
    return {
        setting.line.number
        for items, are_deeds in zip(lists, tell_deeds, strict=True)
        if are_deeds or (has_deeds and _is_beside_deeds(items))
        for setting in items
        if not promises_nothing(setting.line.text)
    }


def _tells_deeds(items: Sequence[Setting]) -> bool:
    deeds = [each for each in items if _may_be_deed(each)]
    return len(items) >= _FEWEST_ITEMS and 2 * len(deeds) >= len(items)


def _is_beside_deeds(items: Sequence[Setting]) -> bool:
    """Tell whether a list stands under a theme, in the agreement that promises."""
    setting = items[0]
    heading = setting.heading
    is_themed = heading is not None and not has_digit(heading) and not setting.intro
    return setting.section is Section.AGREEMENT and is_themed


_FEWEST_ITEMS = 2


def _may_be_deed(setting: Setting) -> bool:
    """Tell whether an item says what is to be done, be it not who does it."""
    text = setting.line.text
    if is_promise(setting, has_list=True):
        return True
    if promises_nothing(text) or is_followed_up(text) or is_document(text):
        return False
    found = find_promisors(text)
    is_somebody_s = found is not None and is_deed_of(found, text)
    tells = is_done(text) or does_something(text) or is_somebody_s
    return setting.section is Section.AGREEMENT and tells


def _list_of(setting: Setting) -> Section | None:
    is_bullet = setting.line.kind in {LineKind.BULLET, LineKind.NUMBERED}
    return setting.section if is_bullet and not setting.names_owners else None


def _end_of_promise(setting: Setting, *, has_list: bool) -> int:
    """Find where the promise that a line is ends; 0 if it is none.

    A line may go on to its means: "Vi lovar X. Det gör vi genom att:".
    """
    line = setting.line
    if is_promise(setting, has_list=has_list):
        return end_of_promise(line.text, 0, len(line.text))
    end = last_sentence(line.text) - 1
    is_headline = end > 0 and line.kind is LineKind.PARAGRAPH and carries_means(line)
    return end if is_headline and opens_with_vow(line.text[:end]) else 0


def _label_of_somebody(
    setting: Setting, before: Setting | None, following: Setting | None
) -> Promisors | None:
    """Find whose label an item has, where only those beside it tell it is one.

    Between "Polis: …" and "Kommun: …", "Folkets park: …" is somebody's promise.
    """
    line = setting.line
    if not line.is_item or setting.section in CLOSED or is_signed(line.text):
        return None
    if promises_nothing(line.text):
        return None
    if not LABEL.match(line.text) or is_labelled(line.text) or is_detail(line.text):
        return None
    beside = [each.line for each in (before, following) if each is not None]
    name, _, _ = line.text.partition(":")
    is_whose = any(each.kind is line.kind and is_labelled(each.text) for each in beside)
    return somebody(name) if is_whose else None


def _is_headline(setting: Setting, following: Setting | None) -> bool:
    """Tell whether the means to a promise follow it."""
    if carries_means(setting.line):
        return True
    if following is None:
        return False
    if following.names_owners and not _LEADS_ON.match(following.line.text):
        return False
    is_over_list = setting.line.kind is LineKind.HEADING and following.line.is_item
    return is_over_list or carries_means(following.line)


_LEADS_ON = re.compile(r"så|det|för\s+att\s+nå", re.IGNORECASE)


def _is_goal_of_means(setting: Setting, following: Setting | None) -> bool:
    """Tell whether a paragraph is a goal, whose means the line after it leads to."""
    line = setting.line
    is_led_on = (
        setting.section in {*OPEN, Section.PROMISES}
        and following is not None
        and following.line.kind is LineKind.HEADING
        and carries_means(following.line)
        and not speaks_of_promises(line.text)
    )
    is_goal = line.kind is LineKind.PARAGRAPH and is_to_be(line.text)
    return is_led_on and bool(is_goal or LABELLED_GOAL.match(line.text))


def _is_title_of_labels(setting: Setting, following: Setting | None) -> bool:
    """Tell whether an item only names what the parties' labels below it do."""
    return (
        setting.line.kind in {LineKind.BULLET, LineKind.NUMBERED}
        and following is not None
        and following.line.kind is LineKind.LABEL
        and is_labelled(following.line.text)
        and not is_labelled(setting.line.text)
    )
