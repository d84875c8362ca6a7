"""The index: questions answered from what they ask for, not from all there is.

Days are answered by a tree of days, and places, themes and promisors by lists of
what has each.  A day together with one of these is answered by a tree of its own,
so nothing is looked at that is no answer.  What else is asked is asked of what that
leaves; where nothing of a question can be looked up, of everything.

All of it is made when it is first needed, and kept.  Whatever way is chosen, the
answer is that of the plain scan; its order is the same each time, and is not that
of the register.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, groupby
from typing import Generic, Self, TypeAlias, TypeVar

from medborgarloften.model import Agreement, Promise, slug
from medborgarloften.model._collector import collector_resting
from medborgarloften.queries.contents import About
from medborgarloften.queries.day_tree import DayTree
from medborgarloften.queries.entries import Entry, promisors_of
from medborgarloften.queries.holding import AboutDays, AskedDays, DaysOf, asked_days
from medborgarloften.queries.parties import PromisedByKind, PromisedByParty
from medborgarloften.queries.places import (
    InCounty,
    InMunicipality,
    InPoliceRegion,
    codes_of,
)
from medborgarloften.queries.questions import Question
from medborgarloften.queries.scan import predicate
from medborgarloften.queries.ways import Way, ways_to

__all__ = ["AgreementIndex", "EntryIndex", "Index"]

_T = TypeVar("_T")
_E = TypeVar("_E", bound=Entry)
_Key: TypeAlias = tuple[str, str]
_Days: TypeAlias = tuple[date, date]
_Dated: TypeAlias = tuple[date, date, _T]

_EVERYTHING: _Key = ("everything", "")


class Index(ABC, Generic[_E, _T]):
    """What is kept to answer questions about some entries."""

    def __init__(self) -> None:
        self._postings: dict[str, dict[str, list[_E]]] = {}
        self._trees: dict[tuple[DaysOf, _Key], DayTree[_T]] = {}

    @property
    @abstractmethod
    def entries(self) -> Sequence[_E]:
        """All that is asked, what is of one agreement after each other."""

    @abstractmethod
    def _given(self, key: _Key) -> list[_T]:
        """List what has *key*, as it is in answers; the list is new."""

    @abstractmethod
    def _dated(self, key: _Key, days_of: DaysOf) -> Iterator[_Dated[_T]]:
        """Lay what has *key* out by its days, as it is in answers."""

    def ways(self, question: Question) -> tuple[Way, ...]:
        """Find the ways that together answer a question."""
        return ways_to(question, self._count)

    def looked_up(self, way: Way) -> list[_T]:
        """List what a way looks up, before its rest is asked; the list is new."""
        keys: tuple[_Key, ...] = (_EVERYTHING,)
        asked: AskedDays | None = None
        for question in way.looked_up:
            if isinstance(question, AboutDays):
                asked = asked_days(question)
            else:
                keys = self._keys(question) or ()
        if asked is None:
            return _once([self._given(key) for key in keys])
        first_day, last_day = asked.first_day, asked.last_day
        trees = [self._tree(asked.days_of, key) for key in keys]
        if first_day == last_day:
            return _once([tree.on(first_day) for tree in trees])
        # What holds twice, with a break, may be found twice.
        return _once([[], *(tree.during(first_day, last_day) for tree in trees)])

    # ------------------------------------------------------------ what is kept

    def _tree(self, days_of: DaysOf, key: _Key) -> DayTree[_T]:
        if (days_of, key) not in self._trees:
            with collector_resting():
                self._trees[days_of, key] = DayTree(self._dated(key, days_of))
        return self._trees[days_of, key]

    def _posting(self, key: _Key) -> Sequence[_E]:
        kind, value = key
        return self.entries if key == _EVERYTHING else self._by(kind).get(value, ())

    def _by(self, kind: str) -> dict[str, list[_E]]:
        """Sort the entries by what they have of a kind, each by all it has."""
        if kind not in self._postings:
            with collector_resting():
                self._postings[kind] = _by_value(self.entries, _VALUES[kind])
        return self._postings[kind]

    def _count(self, question: Question) -> int | None:
        keys = self._keys(question)
        return None if keys is None else sum(len(self._posting(key)) for key in keys)

    def _keys(self, question: Question) -> tuple[_Key, ...] | None:
        """Tell the lists that together answer a question; ``None`` if none do."""
        keys: tuple[_Key, ...] | None = None
        match question:
            case About(themes):
                keys = tuple(("theme", theme) for theme in themes)
            case InMunicipality() | InCounty() | InPoliceRegion():
                there = codes_of(question).intersection(self._by("municipality"))
                keys = tuple(("municipality", code) for code in sorted(there))
            case PromisedByKind(kind):
                keys = (("kind", kind),)
            case PromisedByParty(names, code):
                by_code = () if code is None else (("code", code),)
                keys = (*(("name", name) for name in names), *by_code)
            case _:
                pass
        return keys


class EntryIndex(Index[_E, _E]):
    """The index of promises, or of agreements that have none.

    It is pickled as its entries, and made anew from them.

    Args:
        entries: All that is asked, what is of one agreement after each other.
    """

    def __init__(self, entries: Sequence[_E]) -> None:
        super().__init__()
        self._entries = entries

    def __reduce__(self) -> tuple[type[Self], tuple[Sequence[_E]]]:
        return type(self), (self._entries,)

    @property
    def entries(self) -> Sequence[_E]:
        """All that is asked."""
        return self._entries

    def answer(self, question: Question) -> Iterable[_E]:
        """Find the entries for which the answer is yes."""
        ways = self.ways(question)
        if len(ways) == 1:
            return self._answer(ways[0])
        return _once([list(self._answer(way)) for way in ways])

    def _answer(self, way: Way) -> Iterable[_E]:
        found = self.looked_up(way)
        if way.rest is None:
            return found
        return filter(predicate(way.rest), found)

    def _given(self, key: _Key) -> list[_E]:
        return list(self._posting(key))

    def _dated(self, key: _Key, days_of: DaysOf) -> Iterator[_Dated[_E]]:
        for agreement, entries in _by_agreement(self._posting(key)):
            own = days_of(agreement, None)
            for entry in entries:
                # Most promises have the days of their agreement.
                has_own = entry.promise is not None and entry.promise.period is not None
                days = days_of(agreement, entry.promise) if has_own else own
                if days is not None:
                    yield days.first_day, days.last_day, entry


class AgreementIndex(Index[Entry, Agreement]):
    """The index of whole agreements, by all that any of their promises has.

    Args:
        agreements: The agreements.
        entries: Gives what is asked of them, in their order.
    """

    def __init__(
        self, agreements: Sequence[Agreement], entries: Callable[[], Sequence[Entry]]
    ) -> None:
        super().__init__()
        self._agreements = agreements
        self._entries = entries
        self._lists: dict[_Key, list[Agreement]] = {}

    @property
    def entries(self) -> Sequence[Entry]:
        """All that is asked, made when it is needed."""
        return self._entries()

    def answer(self, question: Question) -> list[Agreement] | None:
        """Find the agreements of which something answers with yes.

        ``None`` if it has to be asked promise by promise.
        """
        ways = self.ways(question)
        if any(way.rest is not None for way in ways):
            return None
        return _once(list(map(self.looked_up, ways)))

    def _given(self, key: _Key) -> list[Agreement]:
        if key not in self._lists:
            self._lists[key] = [agreement for agreement, _ in self._groups(key)]
        return self._lists[key].copy()

    def _dated(self, key: _Key, days_of: DaysOf) -> Iterator[_Dated[Agreement]]:
        for agreement, promises in self._groups(key):
            for first_day, last_day in _all_days(agreement, promises, days_of):
                yield first_day, last_day, agreement

    def _groups(
        self, key: _Key
    ) -> Iterable[tuple[Agreement, Sequence[Promise | None]]]:
        """Tell of each agreement the promises that have *key*, or itself."""
        if key == _EVERYTHING:  # there is no need to make all the entries
            return ((each, each.promises or (None,)) for each in self._agreements)
        return (
            (agreement, [entry.promise for entry in entries])
            for agreement, entries in _by_agreement(self._posting(key))
        )


# ---------------------------------------------------------------- what entries have


def _themes_of(entry: Entry) -> Iterable[str]:
    return entry.promise.themes if entry.promise else ()


def _municipalities_of(entry: Entry) -> Iterable[str]:
    return entry.agreement.area.municipalities


def _kinds_of(entry: Entry) -> Iterable[str]:
    return {party.kind for party in promisors_of(entry)}


def _names_of(entry: Entry) -> Iterable[str]:
    return {
        _slug(name) for party in promisors_of(entry) for name in (party.id, party.name)
    }


def _codes_of(entry: Entry) -> Iterable[str]:
    return {party.code for party in promisors_of(entry) if party.code is not None}


def _by_value(
    entries: Iterable[_E], values_of: Callable[[Entry], Iterable[str]]
) -> dict[str, list[_E]]:
    found = defaultdict[str, list[_E]](list)
    for entry in entries:
        for value in values_of(entry):
            found[value].append(entry)
    return dict(found)


_VALUES: dict[str, Callable[[Entry], Iterable[str]]] = {
    "theme": _themes_of,
    "municipality": _municipalities_of,
    "kind": _kinds_of,
    "name": _names_of,
    "code": _codes_of,
}


# The same few names stand in thousands of promises.
_slug = lru_cache(maxsize=10_000)(slug)


# ---------------------------------------------------------------- days


def _all_days(
    agreement: Agreement, promises: Sequence[Promise | None], days_of: DaysOf
) -> Sequence[_Days]:
    """Put the days of promises together where they are the same or overlap."""
    # Most promises have the days of their agreement, and it is asked once for all.
    with_own = [each for each in promises if each is not None and each.period]
    is_asked_itself = len(with_own) < len(promises)
    found = [days_of(agreement, None)] if is_asked_itself else []
    if with_own:
        found += [days_of(agreement, promise) for promise in with_own]
        return _merged(days for days in found if days is not None)
    return [days for days in found if days is not None]


def _merged(days: Iterable[_Days]) -> list[_Days]:
    merged: list[_Days] = []
    for first_day, last_day in sorted(days):
        if merged and first_day <= merged[-1][1]:
            begun, ended = merged.pop()
            merged.append((begun, max(ended, last_day)))
        else:
            merged.append((first_day, last_day))
    return merged


def _by_agreement(
    entries: Iterable[_E],
) -> Iterator[tuple[Agreement, list[_E]]]:
    """Take the entries of each agreement together."""
    for _, group in groupby(entries, lambda entry: id(entry.agreement)):
        together = list(group)
        yield together[0].agreement, together


def _once(lists: list[list[_T]]) -> list[_T]:
    """Put lists together, with each thing once."""
    if len(lists) == 1:
        return lists[0]
    return list({id(each): each for each in chain.from_iterable(lists)}.values())
