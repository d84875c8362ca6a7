"""The doors of reading: a page as text or as a file, to a `Reading`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from attrs import evolve

from medborgarloften.errors import Problem
from medborgarloften.model import Agreement
from medborgarloften.reading.formats.extract import Extract
from medborgarloften.reading.pages import Page, parts_of
from medborgarloften.reading.results import PageKind, Reading
from medborgarloften.reading.writing import Writer
from medborgarloften.reference import municipality as municipality_called

__all__ = ["read_file", "read_text"]

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_NO_TEXT = Problem(
    code="not-text",
    message="the page holds half characters (surrogates); decode it as UTF-8",
    message_sv="sidan har halva tecken (surrogat); avkoda den som UTF-8",
)
_NOT_UTF_8 = Problem(
    code="not-utf-8",
    message="some bytes are not UTF-8 and were replaced; save it as UTF-8",
    message_sv="några tecken är inte UTF-8 och ersattes; spara sidan som UTF-8",
)


def read_text(
    text: str,
    *,
    url: str | None = None,
    published_on: date | None = None,
    retrieved_on: date | None = None,
    municipality: str | None = None,
) -> Reading:
    r"""Read a page that is given as text.

    Whatever the page says, this does not raise: what cannot be read, or cannot
    be right, is among the problems.  Places are code points of *text* as given.

    >>> reading = read_text(
    ...     "Medborgarlöfte 2023 för Åsele kommun\n\n"
    ...     "• Polisen lovar att genomföra minst fyra trafikkontroller i månaden."
    ... )
    >>> agreement = reading.agreements[0]
    >>> agreement.id, str(agreement.period), agreement.promises[0].quantities[0].minimum
    ('asele-2023', '2023', 4)

    Args:
        text: The page.
        url: Its address; kept as the source, and a hint of the municipality.
        published_on: The day it was published, if the page does not say.
        retrieved_on: The day it was fetched.
        municipality: The municipality it is about, by any name or its code, if
            that is known from elsewhere; the page's own word is then not asked.

    Raises:
        UnknownName: If *municipality* is none.
    """
    extract = Extract(text=text).told(
        url=url, published_on=published_on, retrieved_on=retrieved_on
    )
    return _read(extract, municipality)


def read_file(
    path: str | Path,
    *,
    url: str | None = None,
    published_on: date | None = None,
    retrieved_on: date | None = None,
    municipality: str | None = None,
) -> Reading:
    """Read a page from a text file in UTF-8, with or without a byte order mark.

    Bytes that are not UTF-8 are replaced by U+FFFD and reported as a problem;
    places count from the text after that.

    Raises:
        OSError: If the file cannot be read.
        UnknownName: If *municipality* is none.
    """
    extract = _extract_text(Path(path).read_bytes()).told(
        url=url, published_on=published_on, retrieved_on=retrieved_on
    )
    return _read(extract, municipality)


def _extract_text(content: bytes) -> Extract:
    try:
        return Extract(text=content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", errors="replace")
        return Extract(text=text, problems=(_NOT_UTF_8,))


def _read(extract: Extract, municipality: str | None) -> Reading:
    """Read each agreement; a page that only tells of deeds done has none."""
    codes = None if municipality is None else (municipality_called(municipality).code,)
    if _HALF_A_CHARACTER.search(extract.text):
        return Reading(page=PageKind.OTHER, problems=(*extract.problems, _NO_TEXT))
    page = Page.of(extract)
    parts = [part for part in parts_of(page.settings, page.promises) if part.promises]
    if page.kind is PageKind.FOLLOW_UP:
        parts = []
    agreements = list[Agreement]()
    problems = list(extract.problems)
    for part in parts:
        agreement, found = Writer(page, part).write(codes)
        taken = {each.id for each in agreements}
        agreements.append(_told_apart(agreement, taken))
        problems += found
    return Reading(
        agreements=tuple(agreements),
        problems=tuple(sorted(problems, key=_place)),
        page=page.kind,
    )


def _place(problem: Problem) -> int:
    return -1 if problem.span is None else problem.span.start


def _told_apart(agreement: Agreement, taken: set[str]) -> Agreement:
    """Give an agreement a number where another on the page has its id."""
    id_, number = agreement.id, 2
    while id_ in taken:
        id_, number = f"{agreement.id}-{number}", number + 1
    return evolve(agreement, id=id_)
