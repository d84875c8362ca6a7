"""Questions about a register."""

from __future__ import annotations

from functools import cache, reduce

from medborgarloften.queries import (
    Question,
    about,
    active_during,
    active_on,
    conditional,
    ending_before,
    ending_between,
    in_county,
    in_district,
    in_local_police_area,
    in_municipality,
    in_police_area,
    in_police_region,
    jointly_promised,
    may_be_active_on,
    mentioning,
    of_kind,
    promised_by,
    quantified,
    starting_between,
    targeting,
    undated,
    with_partner,
    with_status,
)
from medborgarloften.testing._basics import days, maybe_days
from medborgarloften.testing._choices import (
    agreement_kinds,
    party_kinds,
    promise_kinds,
    statuses,
    themes,
)
from medborgarloften.testing._hypothesis import SearchStrategy, st
from medborgarloften.testing._values import MUNICIPALITY_CODES, periods

__all__ = ["questions"]


@cache
def questions() -> SearchStrategy[Question]:
    """Make questions of every kind, alone and combined with ``&``, ``|`` and ``~``."""
    return st.recursive(_simple_questions(), _combined, max_leaves=6)


def _simple_questions() -> SearchStrategy[Question]:
    who = party_kinds() | st.sampled_from(["polisen", "Askersunds kommun", "skola"])
    words = st.sampled_from(["trygghet", "polisens kontroller", "en", "öka"])
    two_days = st.tuples(days(), days()).map(sorted)
    kinds = promise_kinds() | agreement_kinds()
    return st.one_of(
        st.builds(active_on, days()),
        st.builds(may_be_active_on, days()),
        st.builds(active_during, periods()),
        two_days.map(lambda two: starting_between(*two)),
        two_days.map(lambda two: ending_between(*two)),
        st.builds(ending_before, days()),
        st.builds(in_municipality, st.sampled_from(MUNICIPALITY_CODES)),
        st.builds(in_county, st.sampled_from(["01", "18", "Norrbotten"])),
        st.builds(in_police_region, st.sampled_from(["Bergslagen", "Stockholm"])),
        st.builds(in_police_area, st.sampled_from(["Örebro", "Stockholm nord"])),
        st.builds(in_local_police_area, st.sampled_from(["Hallsberg", "Nybro"])),
        st.builds(in_district, st.sampled_from(["Södermalm", "a", "1"])),
        st.builds(promised_by, who),
        st.builds(with_partner, who),
        st.lists(themes(), min_size=1, max_size=3).map(lambda some: about(*some)),
        st.lists(kinds, min_size=1, max_size=3).map(lambda some: of_kind(*some)),
        st.builds(mentioning, words),
        st.builds(targeting, words),
        st.builds(with_status, statuses(), on=maybe_days()),
        st.sampled_from([jointly_promised(), quantified(), conditional(), undated()]),
    )


def _combined(parts: SearchStrategy[Question]) -> SearchStrategy[Question]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda some: reduce(lambda one, other: one & other, some)),
        several.map(lambda some: reduce(lambda one, other: one | other, some)),
        parts.map(lambda part: ~part),
    )
