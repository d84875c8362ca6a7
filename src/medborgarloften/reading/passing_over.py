"""Pages that promise something of which nothing was read, and say so.

No agreement is a normal answer of a page that promises nothing.  One that names
a medborgarlöfte and has a line in which somebody vows is not that, and a person
should look at the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medborgarloften.errors import Problem
from medborgarloften.reading._reading import PageKind
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.page.page import Page
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.text.document import LineKind
from medborgarloften.reading.text.sentences import sentences

__all__ = ["problems_of_form", "problems_of_silence"]

_NAMED = re.compile(r"medborgar?löft", re.IGNORECASE)
# Somebody, and right after it a verb that only promises: "ska" may tell of plans.
_VOWED = re.compile(
    r"\b(?:vi|jag|polis\w*|lokalpolis\w*|kommun\w*|stad(?:en)?|parterna|region\w*)"
    r"(?:\s+[^\s.:;!?]+){0,6}?\s+"
    r"(?:lovar|utlovar|förbinder\s+sig|åtar\s+sig|förpliktar\s+sig|garanterar)\b"
    r"|\b(?:lovar|utlovar|åtar\s+sig|förbinder\s+sig)\s+"
    r"(?:nu\s+)?(?:vi|polis\w*|kommun\w*|parterna)\b",
    re.IGNORECASE,
)
_OF_OTHERS = {
    Section.METHOD,
    Section.FOLLOW_UP,
    Section.CHANNELS,
    Section.NEXT,
    Section.CONTACT,
}
_NO_VOWS = {LineKind.QUOTE, LineKind.CAPTION}


def problems_of_silence(page: Page, *, has_read: bool) -> Iterator[Problem]:
    """Tell of the first vow of a page from which nothing was read.

    Pages that explain the method hold examples; and what a follow-up tells was
    promised before.
    """
    if has_read or page.kind is PageKind.METHOD:
        return
    if not _NAMED.search(page.document.text):
        return
    vow = next(filter(_is_vow, page.settings), None)
    if vow is not None:
        yield Problem(
            code="no-promise-found",
            message=(
                "somebody vows here, but no promise was read; "
                "read the line yourself, and see explain()"
            ),
            message_sv=(
                "någon lovar något här, men inget löfte lästes; "
                "läs raden själv, och se explain()"
            ),
            span=vow.line.span(),
        )


def _is_vow(setting: Setting) -> bool:
    line = setting.line
    return (
        setting.section not in _OF_OTHERS
        and line.kind not in _NO_VOWS
        and any(_vows(line.text[begin:end]) for begin, end in sentences(line.text))
    )


# "Här kan du läsa vad vi lovar", "I ett medborgarlöfte lovar polisen …".
# "de aktiviteter kommunen lovar att genomföra": nobody vows here.
_OF_VOWS = re.compile(
    r"\b(?:vad|hur|om|som|ett\s+medborgarlöfte)\b|\?|\b(?:de|den|det|alla)\s+\w+\s\Z",
    re.IGNORECASE,
)


def _vows(sentence: str) -> bool:
    vow = _VOWED.search(sentence)
    return vow is not None and not _OF_VOWS.search(sentence[: vow.start()])


_OPENS_HTML = re.compile(
    r"[\s\ufeff]*<(?:!doctype\s+html|(?:html|head|body|main|article|section|div|h[1-6]|p|ul"
    r"|ol|table)\b[^<>]{0,400}>)",
    re.IGNORECASE,
)
_AS_TEXT = Problem(
    code="html-as-text",
    message="the page is HTML, and was read as text; read it with read_html",
    message_sv="sidan är HTML, och lästes som text; läs den med read_html",
)


def problems_of_form(text: str) -> tuple[Problem, ...]:
    """Tell of a page of HTML that was given as text."""
    return (_AS_TEXT,) if _OPENS_HTML.match(text) else ()
