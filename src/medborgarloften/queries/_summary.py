"""A register in figures, which notebooks show.

What is uncertain or missing is counted by itself, beside the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from medborgarloften._showing.markup import BREAK, Html, counted, facts, joined, named
from medborgarloften.model import Agreement, Attribution, Outcome, Promise
from medborgarloften.wording.saying import Wording, municipality

__all__ = ["summary"]

_MOST_NAMED = 10


def summary(agreements: Sequence[Agreement], outcomes: Sequence[Outcome]) -> Html:
    """Make the table of how much there is, of what, where and when."""
    promises = [promise for each in agreements for promise in each.promises]
    say = Wording("en")
    told = {
        "Agreements": _of_agreements(agreements, say),
        "Promises": _of_promises(promises, say),
        "Years": _of_years(agreements),
        "Municipalities": _of_municipalities(agreements),
        "Themes": _of_themes(promises, say),
        "Outcomes": _of_outcomes(outcomes, len(promises), say),
    }
    return facts("Register", ((name, joined(told[name], BREAK)) for name in told))


def _of_agreements(agreements: Sequence[Agreement], say: Wording) -> Iterator[str]:
    kinds = Counter(each.kind for each in agreements)
    yield _total(len(agreements), {say.label(kind): n for kind, n in kinds.items()})
    excerpts = sum(each.excerpt for each in agreements)
    bare = sum(not each.promises for each in agreements)
    yield from _if_any(excerpts, "known to be no more than an excerpt")
    yield from _if_any(bare, "without promises")


def _of_promises(promises: Sequence[Promise], say: Wording) -> Iterator[str]:
    kinds = Counter(each.kind for each in promises)
    yield _total(len(promises), {say.label(kind): n for kind, n in kinds.items()})
    by_context = sum(each.attribution is Attribution.CONTEXT for each in promises)
    yield from _if_any(by_context, "where who promises is told by the context alone")


def _of_years(agreements: Sequence[Agreement]) -> Iterator[str]:
    periods = [each.in_force for each in agreements]
    days = chain.from_iterable((each.first_day, each.last_day) for each in periods)
    if known := [day.year for day in days if day is not None]:
        first, last = min(known), max(known)
        yield f"{first}" if first == last else f"{first}–{last}"
    # A day on which it is known to have existed is known, and not stated.
    dated = [each.in_force for each in agreements if each.period.is_stated]
    no_first = sum(each.first_day is None for each in dated)
    no_last = sum(each.last_day is None and not each.open_ended for each in dated)
    open_ended = sum(each.open_ended for each in dated)
    yield from _if_any(len(periods) - len(dated), "undated")
    yield from _if_any(no_first, "with no first day stated")
    yield from _if_any(no_last, "with no last day stated")
    yield from _if_any(open_ended, "that may go on until further notice")


def _of_municipalities(agreements: Sequence[Agreement]) -> Iterator[str]:
    codes = Counter(code for each in agreements for code in each.area.municipalities)
    yield _total(len(codes), {municipality(code): n for code, n in codes.items()})
    nowhere = sum(not each.area.municipalities for each in agreements)
    unknown = sum(municipality(code) == code for code in codes)
    yield from _if_any(unknown, "with a code that is not known")
    if nowhere:
        yield f"{counted(nowhere, 'agreement names', 'agreements name')} none"


def _of_themes(promises: Sequence[Promise], say: Wording) -> Iterator[str]:
    themes = Counter(theme for each in promises for theme in each.themes)
    yield _total(len(themes), {say.label(theme): n for theme, n in themes.items()})
    if without := sum(not each.themes for each in promises):
        yield f"{counted(without, 'promise has', 'promises have')} none"


def _of_outcomes(
    outcomes: Sequence[Outcome], promises: int, say: Wording
) -> Iterator[str]:
    statuses = Counter(each.status for each in outcomes)
    yield _total(len(outcomes), {say.label(each): n for each, n in statuses.items()})
    told_of = {(each.agreement, each.promise) for each in outcomes}
    if untold := promises - len(told_of):
        yield f"{counted(untold, 'promise has', 'promises have')} none"


def _total(total: int, counts: Mapping[str, int]) -> str:
    """Say how many there are in all, and of what there are most."""
    order = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    first = order[: named(len(order), _MOST_NAMED)]
    told = [f"{name} ({count:,})" for name, count in first]
    if more := len(order) - len(first):
        told.append(f"and {more:,} more")
    return f"{total:,}: {', '.join(told)}" if told else f"{total:,}"


def _if_any(count: int, what: str) -> Iterator[str]:
    if count:
        yield f"{count:,} {what}"
