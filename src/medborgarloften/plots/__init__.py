"""Pictures of a register, or of what was found in one, as charts of Altair.

Every function gives Altair's own chart, so it is shown in a notebook as it is and can
be changed as any other.  A chart tells in its ``description`` what it shows, for those
who cannot see it.  What is uncertain is drawn otherwise than what is certain, and what
cannot be drawn is counted in the lines below the title: nothing is left out unsaid.
No picture needs colours to be understood.

>>> from medborgarloften import examples, plots
>>> chart = plots.timeline(examples.register(), language="sv")
>>> for sentence in chart.description.split(". "):
...     print(sentence)
Tidslinje över 13 överenskommelser på 10 platser, 2017–2025
Första och sista dag anges: 10, gäller tills vidare: 1, dagen anges inte: 2
Visas inte, för ingen dag anges: 1 överenskommelse.
"""

from __future__ import annotations

from medborgarloften.plots._coverage import coverage
from medborgarloften.plots._progress import progress
from medborgarloften.plots._saving import save
from medborgarloften.plots._themes import themes
from medborgarloften.plots._timeline import timeline

__all__ = ["coverage", "progress", "save", "themes", "timeline"]
