"""Agreements with only those of their promises that were found.

An agreement that loses promises says so (`Agreement.excerpt`).  Those that it keeps
are numbered anew, as in every agreement, and whatever names them by their numbers
goes along: goals above them, citations and outcomes.  What is about a promise that is
left out is left out with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from attrs import evolve

from medborgarloften.model import Agreement, Citation, Outcome, Promise
from medborgarloften.queries.match import Match

__all__ = ["excerpts_of"]

# The path of a citation counts promises from 0, their numbers begin at 1.
_OF_PROMISE = re.compile(r"promises\[(?P<position>\d+)\](?P<rest>.*)", re.DOTALL)


def excerpts_of(
    matches: Iterable[Match],
) -> Iterator[tuple[Agreement, tuple[Outcome, ...]]]:
    """Put promises that were found back into their agreements, with their outcomes.

    Give the promises of one agreement together, by their numbers.
    """
    for _, group in groupby(matches, lambda match: match.agreement.id):
        found = list(group)
        agreement = found[0].agreement
        numbers = {match.promise.number: new for new, match in enumerate(found, 1)}
        outcomes = (outcome for match in found for outcome in match.outcomes)
        if len(numbers) == len(agreement.promises):
            yield agreement, tuple(outcomes)
        else:
            yield (
                _excerpt(agreement, numbers),
                tuple(
                    evolve(outcome, promise=numbers[outcome.promise])
                    for outcome in outcomes
                ),
            )


def _excerpt(agreement: Agreement, numbers: Mapping[int, int]) -> Agreement:
    """Keep the promises that have a new number."""
    kept = (each for each in agreement.promises if each.number in numbers)
    cited = (_cited(each, agreement, numbers) for each in agreement.citations)
    return evolve(
        agreement,
        promises=tuple(_renumbered(each, numbers) for each in kept),
        citations=tuple(filter(None, cited)),
        excerpt=True,
    )


def _renumbered(promise: Promise, numbers: Mapping[int, int]) -> Promise:
    above = promise.parent
    parent = None if above is None else numbers.get(above)
    return evolve(promise, number=numbers[promise.number], parent=parent)


def _cited(
    citation: Citation, agreement: Agreement, numbers: Mapping[int, int]
) -> Citation | None:
    """Let a citation follow what it is of; ``None`` where that is left out."""
    if citation.field != "promises":
        return citation
    path = _OF_PROMISE.fullmatch(citation.path)
    number = int(path["position"]) + 1 if path else 0
    if path is None or number not in numbers:
        return None
    if path["rest"] == ".parent" and agreement.promise(number).parent not in numbers:
        return None
    return evolve(citation, path=f"promises[{numbers[number] - 1}]{path['rest']}")
