"""PDF to text: pages in reading order, without what only the printer needs.

A PDF holds letters at places.  Rows, columns, paragraphs and headings are found
by where the letters stand and how large they are; what a page cannot tell, as a
scanned one, is a problem with its remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from medborgarloften.errors import MissingExtra, Problem
from medborgarloften.reading.formats.extract import Extract
from medborgarloften.reading.formats.pdf.bands import bodies
from medborgarloften.reading.formats.pdf.columns import in_order
from medborgarloften.reading.formats.pdf.pieces import Fault, Sheet
from medborgarloften.reading.formats.pdf.rows import rows, segments
from medborgarloften.reading.formats.pdf.text import written

__all__ = ["MOST_BYTES", "MOST_LETTERS", "MOST_PAGES", "extract_pdf"]

MOST_BYTES = 50_000_000
MOST_PAGES = 500
MOST_LETTERS = 2_000_000
_MEDIA_TYPE = "application/pdf"

# What is said of a whole file, and of some of its pages.
_MESSAGES = MappingProxyType(
    {
        Fault.ENCRYPTED: (
            "the PDF is locked with a password; save it without one",
            "PDF-filen är låst med lösenord; spara den utan",
        ),
        Fault.NOT_A_PDF: (
            "this is no PDF, or it is damaged; fetch it again",
            "detta är ingen PDF-fil, eller så är den skadad; hämta den igen",
        ),
        Fault.EMPTY: (
            "the PDF has no text on any page; see that it is the right file",
            "PDF-filen har ingen text på någon sida; se efter att det är rätt fil",
        ),
        Fault.TOO_LARGE: (
            "the PDF is too large and was not read; save its text as a smaller file",
            "PDF-filen är för stor och lästes inte; spara texten som en mindre fil",
        ),
    }
)
_MESSAGES_OF_PAGES = MappingProxyType(
    {
        Fault.SCANNED: (
            "no text, only a picture, on {}; run OCR (ocrmypdf) and read the result",
            "ingen text, bara en bild, på {}; kör OCR (ocrmypdf) och läs resultatet",
        ),
        Fault.BROKEN: (
            "damaged and left out: {}; fetch the PDF again",
            "skadat och utelämnat: {}; hämta PDF-filen igen",
        ),
        Fault.TOO_LARGE: (
            "too large and left out: {}; read them as a file of their own",
            "för stort och utelämnat: {}; läs dem som en egen fil",
        ),
    }
)
_A_FILE_NAME = re.compile(
    r"microsoft (word|powerpoint|excel)|powerpoint-presentation|untitled|namnlös"
    r"|(document|dokument|presentation)\d*$|.*\.[a-z]{3,4}$|\S*_\S*$",
    re.IGNORECASE,
)


def extract_pdf(data: bytes) -> Extract:
    """Read the text of a PDF, from its bytes.

    Whatever the bytes, this does not raise for them: what cannot be read is among
    the problems.  Pages are parted by form feeds, also those that gave no text.
    The days in the file are those of making it, not of publishing, and are left.

    >>> extract_pdf(b"no PDF").problems[0].code
    'not-a-pdf'

    Raises:
        MissingExtra: If the library that opens PDFs is not installed.
    """
    try:
        from medborgarloften.reading.formats.pdf.pages import PdfFile
    except ImportError as error:
        raise MissingExtra("pypdf", "pdf") from error

    if len(data) > MOST_BYTES:
        return _without_text(Fault.TOO_LARGE)
    file = PdfFile.open(data)
    if isinstance(file, Fault):
        return _without_text(file)
    sheets, letters = list[Sheet](), 0
    for sheet in file.sheets(MOST_PAGES):
        letters += sum(len(piece.text) for piece in sheet.pieces)
        if letters > MOST_LETTERS:
            break
        sheets.append(sheet)
    text, kinds = written(
        [
            [
                [*rows(block)]
                for block in in_order(
                    [each for line in page for each in segments(line)]
                )
            ]
            for page in bodies(sheets)
        ]
    )
    faults = [sheet.fault for sheet in sheets]
    faults += [Fault.TOO_LARGE] * (file.page_count - len(faults))
    problems = [*_of_pages(faults)]
    if not text.strip() and not problems:
        problems.append(_problem(Fault.EMPTY))
    title = file.title
    return Extract(
        text=text,
        kinds=kinds,
        title=None if title is None or _A_FILE_NAME.match(title) else title,
        media_type=_MEDIA_TYPE,
        problems=tuple(problems),
    )


def _without_text(fault: Fault) -> Extract:
    return Extract(text="", media_type=_MEDIA_TYPE, problems=(_problem(fault),))


def _problem(fault: Fault) -> Problem:
    message, message_sv = _MESSAGES[fault]
    return Problem(code=fault.value, message=message, message_sv=message_sv)


def _of_pages(faults: list[Fault | None]) -> Iterator[Problem]:
    """Say what is wrong with pages, once for each thing that is."""
    for fault, (message, message_sv) in _MESSAGES_OF_PAGES.items():
        numbers = [number for number, its in enumerate(faults, 1) if its is fault]
        if numbers:
            pages = _ranges(numbers)
            several = len(numbers) > 1
            yield Problem(
                code=fault.value,
                message=message.format(f"page{'s' * several} {pages}"),
                message_sv=message_sv.format(
                    f"sid{'orna' if several else 'an'} {pages}"
                ),
            )


def _ranges(numbers: list[int]) -> str:
    """Write numbers with ranges, as "2, 4-6" with a dash."""
    ranges = list[list[int]]()
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1] = [ranges[-1][0], number]
        else:
            ranges.append([number])
    return ", ".join("–".join(map(str, each)) for each in ranges)
