"""A reading as its page, which notebooks show: the words that were cited are marked.

Each line of the page stands in a row, with nothing added, left out or twice.  Beside
it stand the fields that were read from words that begin there; their paths are told
on pointing at them.  It is the page itself, with the names of people that stand on it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from medborgarloften._showing.markup import (
    BREAK,
    Content,
    Html,
    counted,
    element,
    facts,
    joined,
    marked,
    named,
    table,
)
from medborgarloften.model import Agreement, Citation, Outcome
from medborgarloften.reading._reading import Reading
from medborgarloften.wording.saying import Wording

__all__ = ["page_view"]

_MOST_LINES, _MOST_CHARACTERS = 1000, 200_000
_MOST_LISTED = 100
_PLACE = re.compile(r"(?P<several>\w+)\[(?P<place>\d+)\]")


def page_view(reading: Reading) -> Html:
    """Make the table of what was read, and that of the page's lines."""
    lines = reading.text.splitlines(keepends=True)
    shown = _as_many_as_fit(lines)
    rows = _rows("".join(lines[:shown]), reading)
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
    say = Wording("en")
    yield "Agreements", _listed(_agreement(each, say) for each in reading.agreements)
    yield "Outcomes", _listed(_outcome(each, say) for each in reading.outcomes)
    yield "Problems", _listed(map(str, reading.problems))
    if misplaced := len(reading.verify()):
        yield "Citations", f"{misplaced:,} not in this text, and not marked"


def _listed(texts: Iterable[str]) -> Content:
    items = [element("li", text) for text in texts]
    shown = named(len(items), _MOST_LISTED)
    if more := len(items) - shown:
        items[shown:] = [element("li", f"… and {more:,} more")]
    return element("ul", *items) if items else "none"


def _agreement(agreement: Agreement, say: Wording) -> str:
    promises = counted(len(agreement.promises), "promise")
    excerpt = ", an excerpt" if agreement.excerpt else ""
    return f"{agreement.id}: {say.in_force(agreement)}, {promises}{excerpt}"


def _outcome(outcome: Outcome, say: Wording) -> str:
    count = "" if outcome.counted is None else f", {outcome.counted} counted"
    promise = f"{outcome.agreement}, promise {outcome.promise}"
    return f"{promise}: {say.label(outcome.status)} on {say.day(outcome.on)}{count}"


# ---------------------------------------------------------------- the lines


def _rows(text: str, reading: Reading) -> Iterator[tuple[Content, ...]]:
    """Make the row of each line: its number, its words, and what they were read as."""
    ends = [*accumulate(map(len, text.splitlines(keepends=True)))]
    beginning = defaultdict[int, list[Citation]](list)
    for citation in reading.citations:
        if citation.stands_in(text):
            beginning[citation.start].append(citation)
    edges = {0, *ends, *beginning}
    edges.update(each.end for begun in beginning.values() for each in begun)
    words, read, cited = list[Content](), list[Citation](), list[Citation]()
    are_several, number = len(reading.agreements) > 1, 1
    for start, end in pairwise(sorted(edges)):
        read += beginning[start]
        cited = [each for each in (*cited, *beginning[start]) if each.end > start]
        words.append(_marked(text[start:end], cited))
        if end == ends[number - 1]:
            fields = joined(_fields(read, are_several=are_several), BREAK)
            yield str(number), joined(words), fields
            words, read, number = [], [], number + 1


def _marked(words: str, cited: Sequence[Citation]) -> Content:
    if not cited:
        return words
    return marked(words, ", ".join(each.path for each in cited))


def _fields(read: Iterable[Citation], *, are_several: bool) -> Iterator[Html]:
    """Name the fields, those of one thing together."""
    paths = defaultdict[str, list[str]](list)
    for citation in read:
        paths[citation.path.rpartition(".")[0]].append(citation.path)
    for owner, inside in paths.items():
        names = dict.fromkeys(_field(path[len(owner) + 1 :]) for path in inside)
        told = f"{_owner(owner, are_several=are_several)}: {', '.join(names)}"
        yield element("span", told, title=", ".join(inside))


def _owner(path: str, *, are_several: bool) -> str:
    """Say what a path leads to, as ``agreements[0].promises[2]``: promise 3.

    The agreement is named where it is the thing itself, or one of several.
    """
    agreement, *parts = map(_part, path.split("."))
    if are_several or not parts:
        parts.insert(0, agreement if are_several else "agreement")
    return ", ".join(parts)


def _part(name: str) -> str:
    """Say which of several a part of a path is, counted from 1."""
    if (found := _PLACE.fullmatch(name)) is None:
        return name
    one = re.sub("ies$", "y", found["several"]).removesuffix("s")
    return f"{one} {int(found['place']) + 1}"


def _field(name: str) -> str:
    return _PLACE.sub(r"\g<several>", name).replace("_", " ")
