"""What a question finds as a table, which notebooks show.

No more is looked for than is shown.  How many more there are is told where that is
known without asking each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medborgarloften._showing.markup import (
    BREAK,
    Content,
    Html,
    element,
    joined,
    named,
    table,
    unbroken,
)
from medborgarloften.queries.match import Match
from medborgarloften.queries.questions import Question
from medborgarloften.wording.saying import Wording

__all__ = ["MOST_SHOWN", "found_table"]

MOST_SHOWN = 20

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_HEADINGS = ("Period", "Promised by", "Where", "Themes", "Promise", "Agreement")


def found_table(question: Question, found: Sequence[Match], count: int | None) -> Html:
    """Make the table of the first of the promises that are *found*.

    Args:
        question: What was asked.
        found: The first of them; more than `MOST_SHOWN` say that there are more.
        count: How many there are in all, where that is known.
    """
    say = Wording("en")
    shown = found[: MOST_SHOWN if count is None else named(count, MOST_SHOWN)]
    rows = (_cells(match, say) for match in shown)
    made = table(str(question), _HEADINGS, rows)
    rest = None if count is None else count - len(shown)
    return joined([made, *(element("p", words) for words in _more(shown, rest))])


def _more(shown: Sequence[Match], rest: int | None) -> Iterator[str]:
    if not shown:
        yield "None were found."
    elif rest is None:
        yield "… and more; len() counts them."
    elif rest:
        yield f"… and {rest:,} more."


def _cells(match: Match, say: Wording) -> Iterator[Content]:
    agreement, promise = match.agreement, match.promise
    yield _unbroken_days(say.held(agreement, promise, days_as_numbers=True))
    yield say.promisors(agreement, promise)
    yield say.area(agreement.area) or "not stated"
    yield "; ".join(map(say.label, promise.themes))
    yield promise.text
    yield joined([agreement.id, BREAK, f"promise {promise.number}"])


def _unbroken_days(words: str) -> Html:
    """Keep each day on one line: a browser breaks at a hyphen."""
    parts = _DAY.split(words)
    return joined(unbroken(part) if _DAY.match(part) else part for part in parts)
