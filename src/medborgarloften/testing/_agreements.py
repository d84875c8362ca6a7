"""Agreements, whose parts name each other, and registers of them."""

from __future__ import annotations

from datetime import date
from functools import cache

from medborgarloften.model import (
    Agreement,
    Amendment,
    Outcome,
    Party,
    Promise,
    Review,
    Status,
)
from medborgarloften.register import Register
from medborgarloften.testing._basics import (
    as_tuple,
    days,
    few,
    few_texts,
    maybe,
    maybe_days,
    maybe_texts,
    texts,
)
from medborgarloften.testing._choices import (
    agreement_kinds,
    attributions,
    bases,
    pers,
    promise_kinds,
    statuses,
    themes,
)
from medborgarloften.testing._hypothesis import DrawFn, SearchStrategy, st
from medborgarloften.testing._values import (
    areas,
    citations,
    contacts,
    counts,
    parties,
    periods,
    quantities,
    signatories_of,
    sources,
)

__all__ = ["agreements", "amendments", "outcomes", "promises", "registers", "reviews"]


@cache
@st.composite
def promises(draw: DrawFn) -> Promise:
    """Make promises that stand alone: their parties and goals are in no agreement."""
    numbers = st.integers(1, 99)
    return draw(_promises(draw(numbers), draw(maybe(numbers)), texts()))


@st.composite
def _promises(
    draw: DrawFn, number: int, parent: int | None, party: SearchStrategy[str]
) -> Promise:
    promisors = draw(st.lists(party, min_size=1, max_size=3, unique=True))
    partners = draw(st.lists(party, max_size=2, unique=True))
    return Promise(
        number=number,
        text=draw(texts()),
        kind=draw(promise_kinds()),
        parent=parent,
        promisors=tuple(promisors),
        attribution=draw(attributions()),
        partners=tuple(each for each in partners if each not in promisors),
        themes=draw(few(themes())),
        quantities=draw(few(quantities())),
        period=draw(maybe(periods())),
        places=draw(few_texts()),
        target_groups=draw(few_texts()),
        purpose=draw(maybe_texts()),
        condition=draw(maybe_texts()),
        hedged=draw(st.booleans()),
    )


@cache
def reviews() -> SearchStrategy[Review]:
    """Make undertakings to look again, from once in all to several times a day."""
    return st.builds(
        Review,
        purpose=texts(),
        times=st.integers(1, 12),
        per=maybe(pers()),
        wording=maybe_texts(),
    )


@cache
def amendments(*, not_before: date | None = None) -> SearchStrategy[Amendment]:
    """Make amendments; a last day that is given comes not before *not_before*."""
    last_days = days().map(lambda day: max(day, not_before or day))
    return st.builds(
        Amendment,
        on=maybe_days(),
        last_day=st.none() | last_days,
        wording=maybe_texts(),
    )


@cache
@st.composite
def agreements(draw: DrawFn) -> Agreement:
    """Make agreements in which every id, number and citation resolves.

    Some have goals that serve goals, parties who only take part, amendments,
    and several municipalities or none.
    """
    id_ = draw(texts())
    others = texts().filter(lambda other: other != id_)
    everybody = draw(_bodies())
    entering = draw(st.integers(1, len(everybody)))
    party = st.sampled_from([each.id for each in everybody])
    period = draw(periods())
    read_in = draw(few(sources()))
    return Agreement(
        id=id_,
        kind=draw(agreement_kinds()),
        title=draw(texts()),
        area=draw(areas()),
        parties=everybody[:entering],
        others=everybody[entering:],
        period=period,
        period_wording=draw(maybe_texts()),
        promises=tuple(
            draw(_promises(number, parent, party))
            for number, parent in enumerate(draw(_goals()), 1)
        ),
        signatories=draw(few(signatories_of(party))),
        signed_on=draw(maybe_days()),
        decided_on=draw(maybe_days()),
        published_on=draw(maybe_days()),
        basis=draw(few(bases())),
        priorities=draw(few_texts()),
        expected_effects=draw(few_texts()),
        reviews=draw(few(reviews())),
        amendments=draw(few(amendments(not_before=period.first_day))),
        supersedes=draw(st.none() | others),
        parent=draw(st.none() | others),
        ordinal=draw(maybe(st.integers(1, 9))),
        excerpt=draw(st.booleans()),
        contacts=draw(few(contacts())),
        sources=read_in,
        citations=draw(few(citations(sources=len(read_in)))) if read_in else (),
        notes=draw(maybe_texts()),
    )


@cache
def _bodies() -> SearchStrategy[tuple[Party, ...]]:
    """Make a few parties with an id of their own."""
    unique = st.lists(parties(), min_size=1, max_size=3, unique_by=lambda each: each.id)
    return unique.map(as_tuple)


@cache
@st.composite
def _goals(draw: DrawFn) -> tuple[int | None, ...]:
    """For each of up to three promises, say which one it serves; none serves itself."""
    numbers = range(1, draw(st.integers(0, 3)) + 1)
    order = draw(st.permutations(numbers))
    goals = {
        number: draw(st.sampled_from([None, *order[:place]]))
        for place, number in enumerate(order)
    }
    return tuple(goals[number] for number in numbers)


@st.composite
def outcomes(draw: DrawFn, agreement: Agreement | None = None) -> Outcome:
    """Make outcomes, of one of the promises of *agreement* if it is given.

    They keep the rules: no verdict on a promise that is yet to begin, and no
    status but ``NO_EVIDENCE`` without a source.
    """
    status, on = draw(statuses()), draw(days())
    number = draw(st.integers(1, len(agreement.promises) if agreement else 99))
    if agreement and (period := agreement.promise_period(agreement.promise(number))):
        on = max(on, period.first_day or on) if status.is_verdict else on
    evidence = () if status is Status.NO_EVIDENCE else (draw(sources()),)
    return Outcome(
        agreement=agreement.id if agreement else draw(texts()),
        promise=number,
        on=on,
        status=status,
        counted=draw(maybe(counts())),
        wording=draw(maybe_texts()),
        sources=(*evidence, *draw(few(sources()))),
    )


@st.composite
def registers(draw: DrawFn, *, max_size: int = 5) -> Register:
    """Make registers of up to *max_size* agreements, with outcomes of some."""
    kept = draw(
        st.lists(agreements(), max_size=max_size, unique_by=lambda each: each.id)
    )
    told = [
        outcome
        for agreement in kept
        if agreement.promises
        for outcome in draw(few(outcomes(agreement)))
    ]
    return Register(kept, told)
