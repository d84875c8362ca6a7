"""Which promise of one agreement became which of another.

Promises have no identity that outlives their agreement, only words.  Those with the
same words belong together.  Of the rest, the two most alike are paired first, then
the two most alike of those that are left, as long as at least two fifths of their
words are the same.  A word counts less the more promises of its agreement have it,
its ending does not count, and what nearly all promises say ("polisen lovar att")
counts not at all (``said_by_all.txt``): else all would be alike.  Each promise is
in one pair at most.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files
from itertools import chain, product
from math import fsum
from typing import NamedTuple, TypeAlias

from attrs import frozen

from medborgarloften.model import Promise
from medborgarloften.serializers._pages.published import one_line

__all__ = ["Comparison", "Pair", "Run", "compared", "runs"]

_Promises: TypeAlias = Sequence[Promise]
_Words: TypeAlias = Counter[str]

_ALIKE = 0.4
_WORD = re.compile(r"\w+")
# A word keeps its first four letters.
_ENDING = re.compile(
    "(?<=....)(?:arna|erna|orna|ande|ar|er|or|en|et|na|as|es|a|e|n|s|t)$"
)


class Pair(NamedTuple):
    """A promise, and what became of it."""

    old: Promise
    new: Promise


@frozen
class Comparison:
    """The promises of two agreements, in pairs where they belong together.

    Attributes:
        kept: Those that have the same words, in the order of the new agreement.
        reworded: Those that have other words, in the same order.
        new: Those that the old agreement does not have.
        dropped: Those that the new agreement does not have.
    """

    kept: tuple[Pair, ...]
    reworded: tuple[Pair, ...]
    new: tuple[Promise, ...]
    dropped: tuple[Promise, ...]


def compared(old: _Promises, new: _Promises) -> Comparison:
    """Pair the promises of an old agreement with those of a new one.

    Words are the same whatever their case, the white space between them, and a full
    stop at the end.

    >>> two, four, seen = (
    ...     Promise(number=number, text=text, promisors=("police",))
    ...     for number, text in enumerate(["Två möten.", "Fyra möten.", "Synas."], 1)
    ... )
    >>> found = compared([two], [four, seen])
    >>> [each.new.text for each in found.reworded], [each.text for each in found.new]
    (['Fyra möten.'], ['Synas.'])
    """
    # A text that stands twice belongs to the one that the same parties promise.
    kept = _with_the_same(_said_by_whom, old, new)
    kept += _with_the_same(_said, *_left(old, new, kept))
    reworded = _alike(*_left(old, new, kept), _weights(old, new))
    dropped, added = _left(old, new, kept + reworded)
    return Comparison(
        _in_order(kept), _in_order(reworded), tuple(added), tuple(dropped)
    )


class Run(NamedTuple):
    """Words that stand beside each other: the other text has them all, or none."""

    words: str
    changed: bool


def runs(old: str, new: str) -> tuple[list[Run], list[Run]]:
    """Cut two texts where their words begin to differ, and cease to.

    >>> runs("Två möten om året", "Fyra möten om året")[1]
    [Run(words='Fyra', changed=True), Run(words='möten om året', changed=False)]
    """
    before, after = old.split(), new.split()
    old_runs, new_runs = list[Run](), list[Run]()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, *cuts in matcher.get_opcodes():
        old_start, old_end, new_start, new_end = cuts
        for words, found in (
            (before[old_start:old_end], old_runs),
            (after[new_start:new_end], new_runs),
        ):
            if words:
                found.append(Run(" ".join(words), tag != "equal"))
    return old_runs, new_runs


# ---------------------------------------------------------------- pairs


def _with_the_same(
    key: Callable[[Promise], Hashable], old: _Promises, new: _Promises
) -> list[Pair]:
    """Pair those that have the same key, in their order."""
    waiting = defaultdict[Hashable, list[Promise]](list)
    for promise in reversed(old):
        waiting[key(promise)].append(promise)
    return [
        Pair(same.pop(), promise) for promise in new if (same := waiting[key(promise)])
    ]


def _alike(old: _Promises, new: _Promises, weights: dict[str, float]) -> list[Pair]:
    """Pair the two that are most alike, and then the two of those that are left."""
    ranked: list[tuple[tuple[float, bool, int, int], Pair]] = []
    with_words = ([(each, _words(each.text)) for each in side] for side in (old, new))
    for (one, said), (other, says) in product(*with_words):
        likeness = _likeness(said, says, weights)
        if likeness >= _ALIKE:
            by_others = set(one.promisors) != set(other.promisors)
            rank = (-likeness, by_others, one.number, other.number)
            ranked.append((rank, Pair(one, other)))
    pairs = list[Pair]()
    taken = set[tuple[str, int]]()
    for _, pair in sorted(ranked):
        both = {("old", pair.old.number), ("new", pair.new.number)}
        if taken.isdisjoint(both):
            taken |= both
            pairs.append(pair)
    return pairs


def _left(
    old: _Promises, new: _Promises, pairs: Sequence[Pair]
) -> tuple[list[Promise], list[Promise]]:
    """List those that are in none of the pairs."""
    taken_old = {pair.old.number for pair in pairs}
    taken_new = {pair.new.number for pair in pairs}
    return (
        [each for each in old if each.number not in taken_old],
        [each for each in new if each.number not in taken_new],
    )


def _in_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: pair.new.number))


# ---------------------------------------------------------------- words


def _said(promise: Promise) -> str:
    return one_line(promise.text).rstrip(" .").casefold()


def _said_by_whom(promise: Promise) -> tuple[str, frozenset[str]]:
    return _said(promise), frozenset(promise.promisors)


def _words(text: str) -> _Words:
    """Count the words that tell a promise from others; all, if none does."""
    words = _WORD.findall(text.casefold())
    telling = [word for word in words if word not in _said_by_all()]
    return Counter(_ENDING.sub("", word) for word in telling or words)


@cache
def _said_by_all() -> frozenset[str]:
    file = files("medborgarloften.serializers._pages") / "said_by_all.txt"
    return frozenset(file.read_text("utf-8").split())


def _weights(old: _Promises, new: _Promises) -> dict[str, float]:
    """Weigh each word by how few promises of one agreement have it."""
    weights = dict[str, float]()
    for promises in (old, new):
        having = Counter(
            chain.from_iterable(set(_words(each.text)) for each in promises)
        )
        for word, count in having.items():
            weights[word] = min(weights.get(word, 1), 1 / count)
    return weights


def _likeness(one: _Words, other: _Words, weights: dict[str, float]) -> float:
    """Tell how much of their words two texts share, from 0 to 1."""
    both = _weight(one, weights) + _weight(other, weights)
    return 2 * _weight(one & other, weights) / both if both else 0


def _weight(words: _Words, weights: dict[str, float]) -> float:
    # The same sum in whatever order they come.
    return fsum(weights[word] * count for word, count in words.items())
