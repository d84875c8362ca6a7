"""Promises in running text, as news and older pages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.parties import (
    Promisors,
    find_promisors,
    vowing,
    vows_in,
)
from medborgarloften.reading.actors.vows import DONE_BY
from medborgarloften.reading.page.headings import Section, has_digit
from medborgarloften.reading.page.openings import leads_to_list
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.promises.found import Found
from medborgarloften.reading.promises.lines import APART, is_signed
from medborgarloften.reading.promises.refusing import (
    end_of_promise,
    promises_nothing,
    tells_of_signing,
)
from medborgarloften.reading.promises.saying import (
    STRONG_VOW,
    is_followed_up,
    kind_of,
    mentions_promises,
    promisors_in,
    speaks_of_promises,
    tells_of_deed,
)
from medborgarloften.reading.text.document import LineKind
from medborgarloften.reading.text.sentences import sentences

__all__ = ["find_by_theme", "find_in_prose"]


def find_by_theme(settings: Sequence[Setting]) -> list[Found]:
    """Find the paragraphs below headings of themes or places, if they tell of deeds.

    So an agreement stands that is set out as a text: "Hamnen", "Stationen".
    """
    themed = [
        setting
        for setting in settings
        if setting.section is Section.AGREEMENT
        and setting.line.kind is LineKind.PARAGRAPH
        and setting.heading is not None
        and "löfte" not in setting.heading.text.casefold()
        and not speaks_of_promises(setting.line.text)
        and not promises_nothing(setting.line.text)
        and not leads_to_list(setting.line)
    ]
    deeds = [each for each in themed if tells_of_deed(each.line.text)]
    headings = {each.heading.number if each.heading else 0 for each in deeds}
    if len(headings) < _FEWEST_THEMES or 2 * len(deeds) < len(themed):
        return []
    return [
        Found(
            each,
            0,
            len(each.line.text),
            promisors_in(each.line.text),
            kind_of(each.line.text),
        )
        for each in deeds
    ]


_FEWEST_THEMES = 2


def find_in_prose(settings: Sequence[Setting]) -> Iterator[Found]:
    """Find promises in running text: a sentence with somebody who vows.

    "Ska" and "kommer att" are said of much else, and promise only once the page
    has spoken of its promises; what somebody does, only beside such a promise.
    """
    is_news = any(setting.line.kind is LineKind.QUOTE for setting in settings)
    paragraphs = [
        setting
        for setting in settings
        if setting.line.kind in _PROSE and setting.section not in APART
    ]
    vows = list[list[Found]]()
    is_announced = False
    for setting in paragraphs:
        is_announced = is_announced or _announces_promises(setting)
        found = [*_vows_of(setting, is_announced=is_announced)]
        spoken = mentions_promises(setting.line.text)
        is_announced = is_announced or spoken or bool(found)
        vows.append(found)
    for number, setting in enumerate(paragraphs):
        if vows[number]:
            yield from vows[number] if is_news else _whole(setting, vows[number])
        elif any(vows[max(0, number - 2) : number + 3]):
            yield from _deeds_of(setting)


_PROSE = {LineKind.PARAGRAPH, LineKind.LABEL}


def _vows_of(setting: Setting, *, is_announced: bool) -> Iterator[Found]:
    """Find the vows in a paragraph, each in its sentence or clause."""
    line = setting.line
    is_label = line.kind is LineKind.LABEL
    for begin, end in sentences(line.text):
        # What is said after the label: "Ett löfte är nytt: Polisen ska".
        start = begin + (line.text.index(":") + 2 if is_label and not begin else 0)
        sentence = line.text[start:end]
        is_announced = is_announced or mentions_promises(line.text[begin:end])
        for number, (first, last) in enumerate(_clauses(sentence)):
            clause = sentence[first:last]
            found = _vowed_in(clause, is_announced=is_announced, is_next=number > 0)
            if found is not None:
                is_announced = True
                promisors = found.moved(start + first)
                kind = kind_of(clause)
                yield Found(setting, start + first, start + last, promisors, kind)


def _whole(setting: Setting, vows: Sequence[Found]) -> Iterator[Found]:
    """Take a paragraph that opens with its one vow for a promise, reasons and all."""
    first = vows[0]
    if (
        len(vows) == 1
        and first.start == 0
        and not speaks_of_promises(setting.line.text)
    ):
        text = setting.line.text
        yield evolve(first, end=end_of_promise(text, 0, len(text)))
    else:
        yield from vows


def _deeds_of(setting: Setting) -> Iterator[Found]:
    """Find what somebody does, in the present, beside what others promise."""
    text = setting.line.text
    if is_signed(text):
        return
    for start, end in sentences(text):
        found = find_promisors(text[start:end])
        if (
            found is not None
            and found.mentions[0].start == 0
            and not _TELLS_ONLY.match(text, start + found.end)
            and not promises_nothing(text[start:end])
            and not tells_of_signing(text[start:end])
            and not speaks_of_promises(text[start:end])
        ):
            promisors = found.moved(start)
            yield Found(setting, start, end, promisors, kind_of(text[start:end]))


_TELLS_ONLY = re.compile(
    r"[^.]{0,40}?\b(?:är|har|hade|ser|vet|tycker|anser|känner|upplever|tror|menar|vill|kan|får"
    r"|säger|berättar|skriver|tecknar|undertecknar|träffas|arbetar|samarbetar|samverkar"
    r"|fortsätter|presenterar|redovisar|hoppas|följer|utvärderar|står|ligger|tackar|välkomnar"
    r"|gläds|konstaterar|bygger|finns|förnyar|förlänger|enas|bjuder\s+in\s+till\s+press)\b"
)


def _vowed_in(clause: str, *, is_announced: bool, is_next: bool) -> Promisors | None:
    """Find who vows something in a clause; ``None`` where it is no promise.

    The next in an enumeration does without its verb: "… och kommunen röja".
    """
    if promises_nothing(clause) or is_followed_up(clause):
        return None
    found = find_promisors(clause)
    if found is None or not found.vowed:
        found = vowing(clause) or found
    is_vowed = found is not None and (found.vowed or is_next)
    if found is None or not (is_vowed or STRONG_VOW.search(clause)):
        return None
    begin = found.mentions[0].start
    is_done_by = DONE_BY.search(clause, 0, begin)
    says_no_more = not is_done_by and _SAYS_NO_MORE.fullmatch(clause, found.end)
    if says_no_more or _INDIRECT.search(clause, 0, begin):
        return None
    # What is said of the promises as such: "Löftena ska öka tryggheten".
    is_unknown = all(each.kind is PartyKind.OTHER for each in found.mentions)
    if is_unknown and not found.is_everybody:
        return None
    is_method = speaks_of_promises(clause)
    is_plain = is_announced and not is_method
    is_strong = _VOW_TO.search(clause) and not is_method
    return found if is_plain or is_strong else None


# "Läs om vad vi lovar" and "Det ska vi göra." only speak of promises.
_INDIRECT = re.compile(r"\b(?:vad|hur|om|varför|vilka)\s+\Z", re.IGNORECASE)
_SAYS_NO_MORE = re.compile(
    r"(?:\s+(?:lovar|lovat|göra|hålla|dig|er|nu|här))*\s*[.!?]?", re.IGNORECASE
)
# "Polisen lovar invånarna ett tryggare Laxå" says nothing of what is to be done.
_VOW_TO = re.compile(
    r"\blovar\b(?:\s+[\w-]+){0,4}?\s*(?:att\b|:)|\b(?:förbinder|förpliktar|åtar|åtagit)\s+sig\b"
    r"|\btar\s+på\s+sig\b",
    re.IGNORECASE,
)


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """Part a sentence that enumerates what each does: "att polisen ska …, att …"."""
    starts = vows_in(sentence)
    if len(starts) <= 1:
        yield 0, len(sentence)
        return
    for number, (_, begins) in enumerate(starts):
        # "I byarna ska polisen …" begins with its place; "Löftena är att polisen …"
        # only leads to it.
        has_place = sentence[begins].islower() and not mentions_promises(
            sentence[:begins]
        )
        start = 0 if number == 0 and has_place else begins
        end = starts[number + 1][0] if number + 1 < len(starts) else len(sentence)
        yield start, end


def _announces_promises(setting: Setting) -> bool:
    """Tell whether a line stands below "Vi lovar", or "Medborgarlöfte 2017"."""
    heading = setting.heading
    return setting.section is Section.PROMISES or (
        setting.section is Section.AGREEMENT and has_digit(heading)
    )
