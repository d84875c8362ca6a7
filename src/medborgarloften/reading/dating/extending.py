"""What prolongs an agreement: "förlängs till och med 30 juni 2021".

An extension moves the end and leaves the agreement as it was made, so it is told
apart from the period that the agreement was made for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from medborgarloften.model import Amendment, ValidityPeriod
from medborgarloften.reading.evidence import Cited, cite
from medborgarloften.reading.page.setting import Setting
from medborgarloften.reading.periods import (
    FoundDay,
    FoundPeriod,
    find_days,
    find_periods,
)
from medborgarloften.reading.text.sentences import sentence_around

__all__ = ["find_extensions"]


def find_extensions(
    settings: Sequence[Setting],
    *,
    reference_day: date | None = None,
    original: ValidityPeriod | None = None,
) -> tuple[Cited[Amendment], ...]:
    """Find what prolongs an agreement: "förlängs till och med 30 juni 2021".

    *original* is the period that is prolonged; what is prolonged "med ett år" has a
    day only where that is known, and what goes on until further notice has none.
    The day of the change is given where it stands in
    the same line; what may be prolonged ("kan förlängas") is no change.

    >>> from medborgarloften.reading.page.sections import find_settings
    >>> from medborgarloften.reading.text.document import Document
    >>> page = "(Uppdatering 2021-01-29: Löftet har förlängts till 30 juni 2021.)"
    >>> found, = find_extensions(find_settings(Document.of(page)))
    >>> print(found.value.on, found.value.last_day, found.span.quote)
    2021-01-29 2021-06-30 förlängts till 30 juni 2021
    """
    known = original or ValidityPeriod()
    extensions = dict[date | None, Cited[Amendment]]()
    for setting in settings:
        line = setting.line
        if not _PROLONGS.search(line.text):
            continue
        days = find_days(line.text)[:_MOST_DAYS]
        for found in find_periods(line.text, reference_day=reference_day):
            if not found.is_extension or _may_be(line.text, found):
                continue
            last = found.amended(known).last_day
            if found.period.open_ended:
                # "Förlängs till nästa löfte skrivs" moves the end to no day.
                last = found.period.last_day
            elif last is None or last == known.last_day:
                continue
            start = _verb_before(line.text, found.start)
            wording = cite(line, start, found.end)
            amendment = Amendment(
                on=_day_before(days, start), last_day=last, wording=wording.value
            )
            extensions.setdefault(last, Cited(amendment, wording.span))
    return tuple(extensions.values())


_PROLONGS = re.compile(r"\bförläng\w*|\bgälla\s+även|\bgäller\s+även", re.IGNORECASE)
_MAY_BE = re.compile(
    r"\b(?:kan|kunna|möjlighet\w*|möjligt|om\s+(?:någon|båda|bägge|parterna))\b[^.]{0,80}\Z",
    re.IGNORECASE,
)
_FAR_FROM_ITS_VERB = 90
# A line about an extension names few; a list of days is something else.
_MOST_DAYS = 20


def _may_be(text: str, found: FoundPeriod) -> bool:
    begins, _ = sentence_around(text, found.start)
    verb = max(begins, _verb_before(text, found.start))
    return (
        _MAY_BE.search(text, max(begins, verb - _FAR_FROM_ITS_VERB), verb) is not None
    )


def _verb_before(text: str, place: int) -> int:
    """Find where the verb that prolongs begins, if it stands close before a place."""
    near = max(0, place - _FAR_FROM_ITS_VERB)
    verbs = [match.start() for match in _PROLONGS.finditer(text, near, place)]
    return verbs[-1] if verbs else place


def _day_before(days: Sequence[FoundDay], place: int) -> date | None:
    number = bisect_right([each.end for each in days], place)
    return days[number - 1].day if number else None
