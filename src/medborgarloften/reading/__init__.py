r"""From a published page to agreements, each field cited, each doubt a problem.

>>> page = "Medborgarlöfte 2017 för Åsele kommun\n\n• Polisen lovar att synas."
>>> reading = read_text(page)
>>> reading.agreements[0].promises[0].text
'Polisen lovar att synas.'
>>> [each.quote for each in reading.citations if each.path.endswith("period")]
['2017']

A page never raises: what it says that cannot be read or be right is among
`Reading.problems`.  `read_html` and `read_pdf` need the extras ``html`` and
``pdf``.
"""

from __future__ import annotations

from medborgarloften.reading._reading import PageKind, Reading, ReadLine
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.promises.themes import (
    FoundTheme,
    ThemeWords,
    Vocabulary,
)
from medborgarloften.reading.reader import (
    Known,
    read_file,
    read_html,
    read_pdf,
    read_text,
)
from medborgarloften.reading.text.document import LineKind
from medborgarloften.reading.together import read_files

__all__ = [
    "FoundTheme",
    "Known",
    "LineKind",
    "PageKind",
    "ReadLine",
    "Reading",
    "Section",
    "ThemeWords",
    "Vocabulary",
    "read_file",
    "read_files",
    "read_html",
    "read_pdf",
    "read_text",
]
