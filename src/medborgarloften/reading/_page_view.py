"""A reading as its page, which notebooks show: the words that were cited are marked.

Each line of the page stands in a row, with nothing added, left out or twice.  Beside
it stand the fields that were read from words that begin there.  It is the page itself,
with the names of people that stand on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from medborgarloften._showing import (
    BREAK,
    Content,
    Html,
    counted,
    element,
    facts,
    joined,
    table,
)
from medborgarloften.model import Citation, Outcome
from medborgarloften.reading._reading import Reading

__all__ = ["page_view"]

_MOST_LINES, _MOST_CHARACTERS = 1000, 200_000
_MOST_LISTED = 100


def page_view(reading: Reading) -> Html:
    """Make the table of what was read, and that of the page's lines."""
    lines = reading.text.splitlines(keepends=True)
    shown = _as_many_as_fit(lines)
    rows = _rows("".join(lines[:shown]), reading.citations)
    page = table("The page", ("Line", "Words", "Read as"), rows)
    parts = [facts("Reading", _facts_of(reading)), page]
    if (more := len(lines) - shown) > 0:
        parts.append(element("p", f"… and {counted(more, 'more line')}."))
    return joined(parts)


def _as_many_as_fit(lines: Sequence[str]) -> int:
    """Tell how many lines are shown: a page may be long, and so may a line."""
    ends = accumulate(map(len, lines[:_MOST_LINES]))
    return sum(end <= _MOST_CHARACTERS for end in ends)


def _facts_of(reading: Reading) -> Iterator[tuple[str, Content]]:
    yield "Page", reading.page.value.replace("_", " ")
    yield "Agreements", _listed(map(repr, reading.agreements))
    yield "Outcomes", _listed(map(_outcome, reading.outcomes))
    yield "Problems", _listed(map(str, reading.problems))
    if misplaced := len(reading.verify()):
        yield "Citations", f"{misplaced:,} not in this text, and not marked"


def _listed(texts: Iterable[str]) -> Content:
    items = [element("li", text) for text in texts]
    if (more := len(items) - _MOST_LISTED) > 0:
        items[_MOST_LISTED:] = [element("li", f"… and {more:,} more")]
    return element("ul", *items) if items else "none"


def _outcome(outcome: Outcome) -> str:
    count = "" if outcome.counted is None else f", {outcome.counted} counted"
    status = outcome.status.value.replace("_", " ")
    promise = f"{outcome.agreement}, promise {outcome.promise}"
    return f"{promise}: {status} on {outcome.on}{count}"


# ---------------------------------------------------------------- the lines


def _rows(text: str, citations: Iterable[Citation]) -> Iterator[tuple[Content, ...]]:
    """Make the row of each line: its number, its words, and what they were read as."""
    ends = [*accumulate(map(len, text.splitlines(keepends=True)))]
    beginning = defaultdict[int, list[Citation]](list)
    for citation in citations:
        if citation.stands_in(text):
            beginning[citation.start].append(citation)
    edges = {0, *ends, *beginning}
    edges.update(each.end for begun in beginning.values() for each in begun)
    words, read, cited = list[Content](), list[Citation](), list[Citation]()
    number = 1
    for start, end in pairwise(sorted(edges)):
        read += beginning[start]
        cited = [each for each in (*cited, *beginning[start]) if each.end > start]
        words.append(_marked(text[start:end], cited))
        if end == ends[number - 1]:
            yield str(number), joined(words), joined(_fields(read), BREAK)
            words, read, number = [], [], number + 1


def _marked(words: str, cited: Sequence[Citation]) -> Content:
    if not cited:
        return words
    return element("mark", words, title=", ".join(each.path for each in cited))


def _fields(read: Iterable[Citation]) -> Iterator[str]:
    """Name the fields, those of one thing together."""
    fields = defaultdict[str, list[str]](list)
    for citation in read:
        owner, _, field = citation.path.rpartition(".")
        fields[owner].append(field)
    yield from (f"{owner}: {', '.join(names)}" for owner, names in fields.items())
