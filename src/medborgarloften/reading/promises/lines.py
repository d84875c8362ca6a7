"""Which single lines are promises: items, paragraphs and headings.

A bullet under "Det här lovar vi" is one, the same bullet under "Problembild" is
none.  What stands in the open needs somebody who promises and a verb to promise
with; what stands under a heading or an intro that announces promises needs
neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from medborgarloften.reading.actors.parties import is_labelled
from medborgarloften.reading.actors.vows import is_vow
from medborgarloften.reading.page.headings import NUMBERED, Section
from medborgarloften.reading.page.openings import leads_to_list
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.promises.refusing import promises_nothing
from medborgarloften.reading.promises.saying import (
    STRONG_VOW,
    after_number,
    is_done,
    is_followed_up,
    is_spoken,
    is_wish,
    opens_with_vow,
    promisors_in,
    speaks_of_promises,
    tells_of_deed,
)
from medborgarloften.reading.text.document import LineKind
from medborgarloften.reading.text.lexicon import plain, table
from medborgarloften.reading.text.stamps import is_stamp

__all__ = ["APART", "CLOSED", "OPEN", "is_promise", "is_signed"]

# Sections whose lists are no promises, unless an item says whose promise it is.
OPEN = {Section.LEAD, Section.AGREEMENT}
CLOSED = {
    Section.METHOD,
    Section.FOLLOW_UP,
    Section.CONTACT,
    Section.NEXT,
    Section.CHANNELS,
}
# Where the text is about something else than the promises at hand.
APART = {*CLOSED, Section.SITUATION, Section.PROBLEMS, Section.EFFECTS}


def is_promise(setting: Setting, *, has_list: bool) -> bool:
    """Tell whether a whole line is a promise.

    *has_list* says that there is a list of promises under its heading, beside which
    a paragraph must itself vow.
    """
    line, section = setting.line, setting.section
    if section in CLOSED or is_stamp(line.text):
        return False
    if promises_nothing(line.text) or is_spoken(line.text):
        return False
    if line.is_item:
        return not setting.names_owners and _is_promised_item(setting)
    if line.kind is LineKind.HEADING:
        return _is_sentence(setting)
    return line.kind is LineKind.PARAGRAPH and (
        _is_set_off(setting) or _is_promised_paragraph(setting, has_list=has_list)
    )


def _is_set_off(setting: Setting) -> bool:
    """Tell whether a paragraph is set as an item is: numbered, or with who answers."""
    text, section = setting.line.text, setting.section
    is_numbered = section not in APART and NUMBERED.match(text)
    is_told_of = section in {*OPEN, Section.PROMISES}
    return bool(is_numbered or (is_told_of and _IS_ANSWERED_FOR.search(text)))


# "Möte med krögare Ansvar: Kommunen När: April", as tables become.
_IS_ANSWERED_FOR = re.compile(
    r"\w\s+(?:ansvar(?:ig|iga|ar)?|vem|utförare|(?:utförs|genomförs)\s+av)\s*:\s*\w",
    re.IGNORECASE,
)


def _is_promised_item(setting: Setting) -> bool:
    line, section = setting.line, setting.section
    if is_signed(line.text):
        return False
    if is_labelled(line.text) or _IS_ANSWERED_FOR.search(line.text):
        return True
    if line.kind is LineKind.LABEL:
        is_numbered = NUMBERED.match(line.text)
        return section is Section.PROMISES and bool(is_vow(line.text) or is_numbered)
    if section is Section.PROMISES:
        return True
    if section not in OPEN:
        return bool(STRONG_VOW.search(line.text)) and opens_with_vow(line.text)
    # A list right below a heading that says "medborgarlöfte" is the promise.
    is_below = setting.intro is not None and setting.intro is setting.heading
    is_announced = section is Section.AGREEMENT and is_below
    return is_vow(line.text) or (is_announced and line.kind is LineKind.BULLET)


# "Nya Bostäder: Bo Ek, vd" signs, and promises nothing.
_SIGNED = re.compile(
    r"[^:]*:\s*[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,2}(?:\s\([A-Za-z]+\))?(?:,[\w\s]*)?"
)


def is_signed(text: str) -> bool:
    """Tell whether a label is only followed by a name, or by an office."""
    return bool(_SIGNED.fullmatch(text)) or _names_office(text) or _names_several(text)


def _names_office(text: str) -> bool:
    """Tell whether a label is only followed by an office: "Laxå kommun: kommunchef"."""
    _, colon, rest = text.partition(":")
    return bool(colon) and plain(rest).removesuffix("en") in _offices()


def _names_several(text: str) -> bool:
    """Tell whether all that stands after several labels is names."""
    _, *said = text.split(":")
    words = [each.split() for each in said]
    if len(words) < _FEWEST_LABELS or not all(_is_named(each) for each in words):
        return False
    # All but the last end with the next label.
    return all(len(each) > _FEWEST_NAMES for each in words[:-1])


def _is_named(words: Sequence[str]) -> bool:
    return len(words) >= _FEWEST_NAMES and all(map(_OF_NAMES.fullmatch, words))


_FEWEST_LABELS = 2
_FEWEST_NAMES = 2
_OF_NAMES = re.compile(r"(?:[A-ZÅÄÖ][\w-]*|\([A-Za-z]{1,4}\)|kommun|stad|och)[,.;]?")


@cache
def _offices() -> frozenset[str]:
    return frozenset(row[1] for row in table("roles"))


def _is_promised_paragraph(setting: Setting, *, has_list: bool) -> bool:
    """Tell whether a paragraph under promises is one, and not what is said of them.

    Beside a list it must itself vow.  Where the paragraphs are all there is, they
    are the promises: what is to be done, and what somebody does.
    """
    text = setting.line.text
    if setting.section is not Section.PROMISES:
        return False
    if leads_to_list(setting.line) or is_followed_up(text) or is_wish(text):
        return False
    if setting.heading is not None and NUMBERED.match(setting.heading.text):
        return True
    if speaks_of_promises(text):
        return False
    if has_list:
        is_lead = setting.intro is not None and setting.intro.kind is LineKind.PARAGRAPH
        return opens_with_vow(text) and not is_lead
    return _is_led_into(setting) or _is_owned(setting) or tells_of_deed(text)


def _is_owned(setting: Setting) -> bool:
    """Tell whether a paragraph stands right below whose it is: "Polisens del"."""
    owners, text = setting.owners, setting.line.text
    is_right_below = owners is not None and setting.intro is owners.line
    tells = is_done(text) or _PRESENT.match(text) or is_right_below
    return owners is not None and owners.line.kind is LineKind.HEADING and bool(tells)


_PRESENT = re.compile(r"(?:\S+\s+){1,8}?[a-zåäö]{2,}r\b|En\s|Ett\s|Två\s|Minst\s")


def _is_led_into(setting: Setting) -> bool:
    """Tell whether a paragraph stands where an item would: below "Vi ska:"."""
    intro = setting.intro
    return intro is not None and intro.text.endswith((":", " att"))


_FEWEST_WORDS_OF_A_HEADLINE = 4


def _is_sentence(setting: Setting) -> bool:
    """Tell whether a heading is itself a promise: "Polisen lovar att …"."""
    text = setting.line.text[after_number(setting.line.text) :]
    found = promisors_in(text)
    return (
        setting.section is Section.PROMISES
        and not text.endswith(":")
        and "följande" not in text
        and found is not None
        and found.vowed
        and (
            len(text[found.end :].split()) > _FEWEST_WORDS_OF_A_HEADLINE
            or _VOWS_A_DEED.match(text, found.end) is not None
        )
    )


# "Polisen lovar att gå", but "Vi lovar att" and "Vi lovar att arbeta för" lead on.
_VOWS_A_DEED = re.compile(
    r"\s+lovar\s+att(?:\s+\w+)*?\s+(?!(?:att|för|med|mot|genom|om|på|kring|och)\Z)\w+\Z",
    re.IGNORECASE,
)
