"""What a question finds as a table, which notebooks show.

No more is looked for than is shown.  How many more there are is told where that is
known without asking each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from medborgarloften._showing import (
    BREAK,
    MAY_BREAK,
    Content,
    Html,
    element,
    joined,
    table,
    unbroken,
)
from medborgarloften.model import ValidityPeriod
from medborgarloften.model._card import shown_period
from medborgarloften.queries.match import Match
from medborgarloften.queries.questions import Question
from medborgarloften.wording.saying import Wording

__all__ = ["MOST_SHOWN", "found_table"]

MOST_SHOWN = 20

_HEADINGS = ("Period", "Promised by", "Where", "Themes", "Promise", "Agreement")


def found_table(question: Question, found: Sequence[Match], count: int | None) -> Html:
    """Make the table of the first of the promises that are *found*.

    Args:
        question: What was asked.
        found: The first of them; more than `MOST_SHOWN` say that there are more.
        count: How many there are in all, where that is known.
    """
    say = Wording("en")
    rows = (_cells(match, say) for match in found[:MOST_SHOWN])
    made = table(str(question), _HEADINGS, rows)
    return joined([made, *(element("p", words) for words in _more(found, count))])


def _more(found: Sequence[Match], count: int | None) -> Iterator[str]:
    if not found:
        yield "None were found."
    elif count is None:
        yield "… and more; len() counts them."
    elif count > MOST_SHOWN:
        yield f"… and {count - MOST_SHOWN:,} more."


def _cells(match: Match, say: Wording) -> Iterator[Content]:
    agreement, promise = match.agreement, match.promise
    yield _period(match.period, say)
    yield say.promisors(agreement, promise)
    yield say.area(agreement.area) or "not stated"
    yield "; ".join(map(say.label, promise.themes))
    yield promise.text
    yield joined([agreement.id, BREAK, f"promise {promise.number}"])


def _period(period: ValidityPeriod | None, say: Wording) -> Content:
    if period is None:
        return say.period(None)
    if not period.is_stated:
        return shown_period(period)
    days, space, remark = shown_period(period).partition(" ")
    first, slash, last = days.partition("/")
    ends = joined(map(unbroken, filter(None, (f"{first}{slash}", last))), MAY_BREAK)
    return joined([ends, space, remark])
