r"""From a published page to agreements, each field cited, each doubt a problem.

>>> page = "Medborgarlöfte 2017 för Åsele kommun\n\n• Polisen lovar att synas."
>>> reading = read_text(page)
>>> reading.agreements[0].promises[0].text
'Polisen lovar att synas.'
>>> [each.quote for each in reading.citations if each.path.endswith("period")]
['2017']

A page never raises: what it says that cannot be read or be right is among
`Reading.problems`.
"""

from __future__ import annotations

from medborgarloften.reading.reader import read_file, read_text
from medborgarloften.reading.results import PageKind, Reading

__all__ = ["PageKind", "Reading", "read_file", "read_text"]
