"""The doors of reading: a page as text, HTML, PDF or a file, to a `Reading`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Unpack

from attrs import evolve

from medborgarloften.errors import Problem
from medborgarloften.model import Agreement
from medborgarloften.reading._reading import PageKind, Reading, ReadLine
from medborgarloften.reading.assembling import Writer
from medborgarloften.reading.formats.extract import Extract
from medborgarloften.reading.formats.html.decoding import BINARY, is_binary
from medborgarloften.reading.knowing import Known, checked, expect_page
from medborgarloften.reading.outcomes.tying import find_outcomes
from medborgarloften.reading.page.page import Page
from medborgarloften.reading.page.parting import Part, parts_of
from medborgarloften.reading.passing_over import problems_of_form, problems_of_silence
from medborgarloften.reference import municipality as municipality_called

__all__ = ["Known", "read_file", "read_html", "read_pdf", "read_text"]

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_NO_TEXT = Problem(
    code="not-text",
    message="the page holds half characters (surrogates); decode it as UTF-8",
    message_sv="sidan har halva tecken (surrogat); avkoda den som UTF-8",
)
_NOT_UTF_8 = Problem(
    code="not-utf8",
    message="some bytes are not UTF-8 and were replaced; save it as UTF-8",
    message_sv="några tecken är inte UTF-8 och ersattes; spara sidan som UTF-8",
)


def read_text(text: str, **known: Unpack[Known]) -> Reading:
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
        known: What is known of it, by name, each as in `Known`: ``url``,
            ``published_on``, ``retrieved_on``, ``municipality``, ``agreements``,
            ``vocabulary``.

    Raises:
        InvalidField: If what is given is not of its type.
        TypeError: If something else than `Known` tells is given by name.
        UnknownName: If *municipality* is none.
    """
    known = checked(known, "read_text")
    expect_page(text, (str,), "read_text", "text", _STR)
    return _read(Extract(text=text, problems=problems_of_form(text)), known)


def read_html(markup: str | bytes, **known: Unpack[Known]) -> Reading:
    """Read a web page.

    Its main part is found, and what the site puts around it is left out; headings
    and lists are what the markup says they are.  Places are code points of
    `Reading.text`, the text that was taken out of it.

    >>> reading = read_html(
    ...     "<nav><a href='/'>Start</a></nav><main><h1>Medborgarlöfte 2023 för"
    ...     " Åsele kommun</h1><ul><li>Polisen lovar att synas mer.</li></ul></main>"
    ... )
    >>> reading.agreements[0].promises[0].text
    'Polisen lovar att synas mer.'

    Args:
        markup: The page, as text or as the bytes that were fetched.
        known: What is known of it, as for `read_text`.

    Raises:
        InvalidField: If what is given is not of its type.
        TypeError: If something else than `Known` tells is given by name.
        MissingExtra: If the extra ``html`` is not installed.
        UnknownName: If *municipality* is none.
    """
    known = checked(known, "read_html")
    expect_page(markup, (str, bytes), "read_html", "markup", _STR_OR_BYTES)
    # Each format brings a library, and is imported where it is met.
    from medborgarloften.reading.formats.html import extract_html

    return _read(extract_html(markup, url=known.get("url")), known)


def read_pdf(data: bytes, **known: Unpack[Known]) -> Reading:
    """Read a document in PDF.

    Places are code points of `Reading.text`, in which pages are parted by form
    feeds.  A document that is encrypted, broken or scanned without its text gives
    a problem that says so.

    Args:
        data: The file's bytes.
        known: What is known of it, as for `read_text`.

    Raises:
        InvalidField: If what is given is not of its type.
        TypeError: If something else than `Known` tells is given by name.
        MissingExtra: If the extra ``pdf`` is not installed.
        UnknownName: If *municipality* is none.
    """
    known = checked(known, "read_pdf")
    expect_page(data, (bytes,), "read_pdf", "data", _BYTES)
    from medborgarloften.reading.formats.pdf import extract_pdf

    return _read(extract_pdf(data), known)


def read_file(path: str | Path, **known: Unpack[Known]) -> Reading:
    """Read a page from a file: HTML and PDF by what it is called, else text.

    Text is in UTF-8, with or without a byte order mark.  Bytes that are not UTF-8
    are replaced by U+FFFD and reported as a problem; places count from the text
    after that.

    Args:
        path: The file; ``.html``, ``.htm``, ``.xhtml`` and ``.pdf`` are known, in
            any case.
        known: What is known of it, as for `read_text`.

    Raises:
        InvalidField: If what is given is not of its type.
        TypeError: If something else than `Known` tells is given by name.
        OSError: If the file cannot be read.
        MissingExtra: If the extra ``html`` or ``pdf`` is needed and not installed.
        UnknownName: If *municipality* is none.
    """
    known = checked(known, "read_file")
    expect_page(path, (str, os.PathLike), "read_file", "path", _PATH)
    file = Path(path)
    content = file.read_bytes()
    match file.suffix.casefold():
        case ".html" | ".htm" | ".xhtml":
            return read_html(content, **known)
        case ".pdf":
            return read_pdf(content, **known)
        case _:
            return _read(_extract_text(content), known)


_STR = "give the page as a str; bytes are read by read_html and read_pdf"
_STR_OR_BYTES = "give the page as a str or as bytes"
_BYTES = "give the file's bytes, or the file itself to read_file"
_PATH = "give the file as a str or a Path"


def _extract_text(content: bytes) -> Extract:
    if is_binary(content):
        text = content.decode("utf-8-sig", errors="replace")
        return Extract(text=text, problems=(BINARY,))
    try:
        text = content.decode("utf-8-sig")
        return Extract(text=text, problems=problems_of_form(text))
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", errors="replace")
        return Extract(text=text, problems=(_NOT_UTF_8,))


def _read(extract: Extract, known: Known) -> Reading:
    """Read each agreement; a page that only tells of deeds done has none."""
    name = known.get("municipality")
    codes = None if name is None else (municipality_called(name).code,)
    if _HALF_A_CHARACTER.search(extract.text):
        return Reading(page=PageKind.OTHER, problems=(*extract.problems, _NO_TEXT))
    page = Page.of(
        extract.told(
            url=known.get("url"),
            published_on=known.get("published_on"),
            retrieved_on=known.get("retrieved_on"),
        ),
        known.get("vocabulary"),
    )
    agreements, problems = _agreements(page, codes)
    followed = agreements[0] if agreements else _agreement_followed(page, codes)
    outcomes, untold = find_outcomes(
        page, followed, agreements, tuple(known.get("agreements", ()))
    )
    has_read = bool(agreements or outcomes or untold)
    silence = problems_of_silence(page, has_read=has_read)
    problems = [*extract.problems, *problems, *untold, *silence]
    return Reading(
        agreements=agreements,
        outcomes=outcomes,
        problems=tuple(sorted(problems, key=_place)),
        page=page.kind,
        text=extract.text,
        lines=_lines(page),
    )


def _agreements(
    page: Page, codes: tuple[str, ...] | None
) -> tuple[tuple[Agreement, ...], list[Problem]]:
    agreements, problems = list[Agreement](), list[Problem]()
    taken = set[str]()
    is_follow_up = page.kind is PageKind.FOLLOW_UP
    for part in () if is_follow_up else parts_of(page.settings, page.promises):
        if part.promises:
            agreement, found = Writer(page, part).write(codes)
            agreements.append(_told_apart(agreement, taken))
            taken.add(agreements[-1].id)
            problems += found
    return tuple(agreements), problems


def _agreement_followed(page: Page, codes: tuple[str, ...] | None) -> Agreement:
    """Read what a page without promises tells of the agreement it is about."""
    agreement, _ = Writer(page, Part(page.settings, (), None)).write(codes)
    return agreement


def _lines(page: Page) -> tuple[ReadLine, ...]:
    sections = {setting.line.number: setting.section for setting in page.settings}
    return tuple(
        ReadLine(
            span=line.span(),
            kind=line.kind,
            section=sections.get(line.number),
        )
        for line in page.document.lines
    )


def _place(problem: Problem) -> int:
    return -1 if problem.span is None else problem.span.start


def _told_apart(agreement: Agreement, taken: set[str]) -> Agreement:
    """Give an agreement a number where another on the page has its id."""
    id_, number = agreement.id, 2
    while id_ in taken:
        id_, number = f"{agreement.id}-{number}", number + 1
    return evolve(agreement, id=id_)
