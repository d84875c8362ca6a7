"""The parts of an agreement that stand alone: periods, counts, parties, sources."""

from __future__ import annotations

from functools import cache

from medborgarloften.model import (
    Alignment,
    Area,
    Citation,
    Contact,
    Party,
    PartyKind,
    Precision,
    Quantity,
    Signatory,
    Source,
    Theme,
    ValidityPeriod,
)
from medborgarloften.model._calendar import CalendarUnit
from medborgarloften.testing._basics import days, maybe, maybe_days, maybe_texts, texts
from medborgarloften.testing._choices import (
    hows,
    party_kinds,
    pers,
    precisions,
    source_kinds,
)
from medborgarloften.testing._hypothesis import DrawFn, SearchStrategy, st

__all__ = [
    "MUNICIPALITY_CODES",
    "alignments",
    "areas",
    "bounded_periods",
    "citations",
    "contacts",
    "counts",
    "municipality_codes",
    "parties",
    "periods",
    "quantities",
    "signatories",
    "signatories_of",
    "sources",
]

# Real ones, so that questions about them can be asked.
MUNICIPALITY_CODES = ("0180", "1480", "1861", "1882", "2584")


@cache
def alignments() -> SearchStrategy[Alignment]:
    """Choose where one of the themes stands in another classification."""
    return st.sampled_from([each for theme in Theme for each in theme.alignments])


@cache
def periods() -> SearchStrategy[ValidityPeriod]:
    """Make periods of every kind: unstated, open, of one day, of terms and winters."""
    ends = st.none() | _units()
    return st.builds(_period, ends, ends, open_ended=st.booleans())


@cache
def bounded_periods() -> SearchStrategy[ValidityPeriod]:
    """Make periods that state both ends and go on after neither."""
    one_unit = _units().map(lambda unit: _period(unit, unit))
    return one_unit | st.builds(_period, _units(), _units())


@cache
def _units() -> SearchStrategy[CalendarUnit | None]:
    units = st.builds(CalendarUnit.holding, days(), precisions())
    return units.filter(lambda unit: unit is not None)  # a July is in no term


def _period(
    one: CalendarUnit | None, other: CalendarUnit | None, *, open_ended: bool = False
) -> ValidityPeriod:
    if one and other and other.last_day < one.first_day:
        one, other = other, one
    return ValidityPeriod(
        first_day=one and one.first_day,
        last_day=other and other.last_day,
        first_precision=one.precision if one else Precision.DAY,
        last_precision=other.precision if other else Precision.DAY,
        open_ended=open_ended,
    )


@cache
@st.composite
def quantities(draw: DrawFn) -> Quantity:
    """Make counts with a floor, a ceiling, or both."""
    least, most = sorted(draw(st.tuples(counts(), counts())))
    has_least, has_most = draw(
        st.sampled_from([(True, False), (False, True), (True, True)])
    )
    return Quantity(
        minimum=least if has_least else None,
        maximum=most if has_most else None,
        unit=draw(texts()),
        per=draw(maybe(pers())),
        average=draw(st.booleans()),
        each=draw(maybe_texts()),
    )


@cache
def counts() -> SearchStrategy[int]:
    return st.integers(0, 1000)


@cache
def parties() -> SearchStrategy[Party]:
    """Make parties; some of the municipalities have their kommunkod."""
    codes = {PartyKind.MUNICIPALITY: maybe(municipality_codes())}
    return party_kinds().flatmap(
        lambda kind: st.builds(
            Party,
            id=texts(),
            kind=st.just(kind),
            name=texts(),
            code=codes.get(kind, st.none()),
        )
    )


@cache
def signatories() -> SearchStrategy[Signatory]:
    """Make those who sign; the parties they sign for are in no agreement."""
    return signatories_of(texts())


def signatories_of(party: SearchStrategy[str]) -> SearchStrategy[Signatory]:
    return st.builds(
        Signatory,
        name=texts(),
        role=maybe_texts(),
        political_party=maybe_texts(),
        party=st.none() | party,
    )


@cache
def contacts() -> SearchStrategy[Contact]:
    """Make persons and offices to turn to."""
    return st.builds(
        Contact,
        name=texts(),
        role=maybe_texts(),
        phone=st.sampled_from([None, "114 14", "+46 771-114 400"]),
        email=st.sampled_from([None, "kommun@askersund.se", "å@exempel.se"]),
    )


@cache
def areas() -> SearchStrategy[Area]:
    """Make areas of no, one or several municipalities, perhaps only a district."""
    codes = st.lists(municipality_codes(), max_size=3, unique=True)
    return st.builds(Area, municipalities=codes.map(tuple), district=maybe_texts())


@cache
def municipality_codes() -> SearchStrategy[str]:
    return st.sampled_from(MUNICIPALITY_CODES) | st.integers(0, 9999).map(
        "{:04}".format
    )


@cache
def sources() -> SearchStrategy[Source]:
    """Make sources, some of which tell nothing of themselves."""
    return st.builds(
        Source,
        url=st.sampled_from([None, "https://polisen.se/löfte?a=1&b=2#c"]),
        kind=source_kinds(),
        title=maybe_texts(),
        publisher=maybe_texts(),
        published_on=maybe_days(),
        updated_on=maybe_days(),
        retrieved_on=maybe_days(),
        media_type=st.sampled_from([None, "text/html", "application/pdf"]),
        sha256=maybe(st.sampled_from(["0123456789abcdef" * 4])),
    )


@st.composite
def citations(draw: DrawFn, *, sources: int = 1) -> Citation:
    """Make citations of one of so many *sources*; the quotes fit their places."""
    quote, start = draw(texts()), draw(counts())
    return Citation(
        path=draw(st.sampled_from(["title", "period", "promises[0].quantities[1]"])),
        source=draw(st.integers(0, sources - 1)),
        start=start,
        end=start + len(quote),
        quote=quote,
        how=draw(hows()),
    )
