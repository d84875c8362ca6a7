"""Hypothesis strategies for everything in the model, for our tests and yours.

Each strategy makes only values that are valid, and looks for the corners: ends
that are not stated, periods of one day, terms and winters, texts that a format
may trip over.  Import what you need and give it to `hypothesis.given`:

>>> from hypothesis import given
>>> @given(agreements())
... def test_everybody_who_promises_is_known(agreement):
...     for promise in agreement.promises:
...         assert agreement.promisors_of(promise)
>>> test_everybody_who_promises_is_known()

Days are within the years 1900 to 2150.
"""

from __future__ import annotations

from datetime import date
from functools import cache, reduce
from typing import TypeVar

from medborgarloften.errors import MissingExtra
from medborgarloften.model import (
    Agreement,
    AgreementKind,
    Alignment,
    Amendment,
    Area,
    Attribution,
    Basis,
    Citation,
    Contact,
    How,
    Outcome,
    Party,
    PartyKind,
    Per,
    Precision,
    Promise,
    PromiseKind,
    Quantity,
    Review,
    Signatory,
    Source,
    SourceKind,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.model._calendar import CalendarUnit
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
from medborgarloften.register import Register

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError as error:
    raise MissingExtra("hypothesis", "testing") from error

__all__ = [
    "agreement_kinds",
    "agreements",
    "alignments",
    "amendments",
    "areas",
    "attributions",
    "bases",
    "bounded_periods",
    "citations",
    "contacts",
    "days",
    "hows",
    "outcomes",
    "parties",
    "party_kinds",
    "periods",
    "pers",
    "precisions",
    "promise_kinds",
    "promises",
    "quantities",
    "questions",
    "registers",
    "reviews",
    "signatories",
    "source_kinds",
    "sources",
    "statuses",
    "texts",
    "themes",
]

_T = TypeVar("_T")

# No winter or term around these days reaches out of the years 1900 to 2150.
_FIRST_DAY, _LAST_DAY = date(1900, 3, 1), date(2150, 11, 30)

_NASTY_TEXTS = (
    "Öka tryggheten i centrum; särskilt på kvällar",
    'Polisen lovar: "vi ska synas"',
    "rad ett\nrad två",
    "=1+1",
    "2019-07-05",
    "null",
    "0180",
    "å, ä och ö",
    " blanksteg runt om ",
    "\N{BULLET}\N{TAB}punkt",
    "A\N{COMBINING RING ABOVE}sele",
    "en\N{LINE SEPARATOR}rad",
    "\N{POLICE CAR}",
)
# Real ones, so that questions about them can be asked.
_MUNICIPALITY_CODES = ("0180", "1480", "1861", "1882", "2584")


# ---------------------------------------------------------------- texts and days


# Hypothesis checks a strategy when it is first drawn from.  Nearly all that time
# is saved by `cache`, which gives the same one again instead of one that is equal.
@cache
def texts() -> SearchStrategy[str]:
    """Make texts that are not blank, many of them nasty: ``=1+1``, quotes, newlines."""
    letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co", "Cs"])
    words = st.text(letters, min_size=1, max_size=12)
    return st.sampled_from(_NASTY_TEXTS) | words.filter(lambda text: not text.isspace())


@cache
def days() -> SearchStrategy[date]:
    """Make days, most of them near each other so that periods overlap."""
    recent = st.dates(date(2015, 1, 1), date(2024, 12, 31))
    return recent | st.dates(_FIRST_DAY, _LAST_DAY)


def _maybe(values: SearchStrategy[_T]) -> SearchStrategy[_T | None]:
    return st.none() | values


def _few(values: SearchStrategy[_T]) -> SearchStrategy[tuple[_T, ...]]:
    return st.lists(values, max_size=2).map(_as_tuple)


def _as_tuple(values: list[_T]) -> tuple[_T, ...]:
    return tuple(values)


@cache
def _maybe_texts() -> SearchStrategy[str | None]:
    return _maybe(texts())


@cache
def _few_texts() -> SearchStrategy[tuple[str, ...]]:
    return _few(texts())


@cache
def _maybe_days() -> SearchStrategy[date | None]:
    return _maybe(days())


# ---------------------------------------------------------------- enums


@cache
def precisions() -> SearchStrategy[Precision]:
    """Choose how exactly an end of a period is stated."""
    return st.sampled_from(Precision)


@cache
def pers() -> SearchStrategy[Per]:
    """Choose the stretch of time that a count is for."""
    return st.sampled_from(Per)


@cache
def party_kinds() -> SearchStrategy[PartyKind]:
    """Choose what sort of body a party is."""
    return st.sampled_from(PartyKind)


@cache
def agreement_kinds() -> SearchStrategy[AgreementKind]:
    """Choose which of the two documents an agreement is."""
    return st.sampled_from(AgreementKind)


@cache
def promise_kinds() -> SearchStrategy[PromiseKind]:
    """Choose between a deed, a state of things and attention."""
    return st.sampled_from(PromiseKind)


@cache
def attributions() -> SearchStrategy[Attribution]:
    """Choose how it is known who promises."""
    return st.sampled_from(Attribution)


@cache
def bases() -> SearchStrategy[Basis]:
    """Choose what a situation picture rests on."""
    return st.sampled_from(Basis)


@cache
def source_kinds() -> SearchStrategy[SourceKind]:
    """Choose what a source is."""
    return st.sampled_from(SourceKind)


@cache
def hows() -> SearchStrategy[How]:
    """Choose how a field came from its words."""
    return st.sampled_from(How)


@cache
def statuses() -> SearchStrategy[Status]:
    """Choose how it stands with a promise."""
    return st.sampled_from(Status)


@cache
def themes() -> SearchStrategy[Theme]:
    """Choose a theme."""
    return st.sampled_from(Theme)


# ---------------------------------------------------------------- values


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
    least, most = sorted(draw(st.tuples(_counts(), _counts())))
    has_least, has_most = draw(
        st.sampled_from([(True, False), (False, True), (True, True)])
    )
    return Quantity(
        minimum=least if has_least else None,
        maximum=most if has_most else None,
        unit=draw(texts()),
        per=draw(_maybe(pers())),
        average=draw(st.booleans()),
        each=draw(_maybe_texts()),
    )


@cache
def _counts() -> SearchStrategy[int]:
    return st.integers(0, 1000)


# ---------------------------------------------------------------- who and where


@cache
def parties() -> SearchStrategy[Party]:
    """Make parties; some of the municipalities have their kommunkod."""
    codes = {PartyKind.MUNICIPALITY: _maybe(_municipality_codes())}
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
    return _signatories(texts())


def _signatories(party: SearchStrategy[str]) -> SearchStrategy[Signatory]:
    return st.builds(
        Signatory,
        name=texts(),
        role=_maybe_texts(),
        political_party=_maybe_texts(),
        party=st.none() | party,
    )


@cache
def contacts() -> SearchStrategy[Contact]:
    """Make persons and offices to turn to."""
    return st.builds(
        Contact,
        name=texts(),
        role=_maybe_texts(),
        phone=st.sampled_from([None, "114 14", "+46 771-114 400"]),
        email=st.sampled_from([None, "kommun@askersund.se", "å@exempel.se"]),
    )


@cache
def areas() -> SearchStrategy[Area]:
    """Make areas of no, one or several municipalities, perhaps only a district."""
    codes = st.lists(_municipality_codes(), max_size=3, unique=True)
    return st.builds(Area, municipalities=codes.map(tuple), district=_maybe_texts())


@cache
def _municipality_codes() -> SearchStrategy[str]:
    return st.sampled_from(_MUNICIPALITY_CODES) | st.integers(0, 9999).map(
        "{:04}".format
    )


# ---------------------------------------------------------------- where it was read


@cache
def sources() -> SearchStrategy[Source]:
    """Make sources, some of which tell nothing of themselves."""
    return st.builds(
        Source,
        url=st.sampled_from([None, "https://polisen.se/löfte?a=1&b=2#c"]),
        kind=source_kinds(),
        title=_maybe_texts(),
        publisher=_maybe_texts(),
        published_on=_maybe_days(),
        updated_on=_maybe_days(),
        retrieved_on=_maybe_days(),
        media_type=st.sampled_from([None, "text/html", "application/pdf"]),
        sha256=_maybe(st.sampled_from(["0123456789abcdef" * 4])),
    )


@st.composite
def citations(draw: DrawFn, *, sources: int = 1) -> Citation:
    """Make citations of one of so many *sources*; the quotes fit their places."""
    quote, start = draw(texts()), draw(_counts())
    return Citation(
        path=draw(st.sampled_from(["title", "period", "promises[0].quantities[1]"])),
        source=draw(st.integers(0, sources - 1)),
        start=start,
        end=start + len(quote),
        quote=quote,
        how=draw(hows()),
    )


# ---------------------------------------------------------------- agreements


@cache
@st.composite
def promises(draw: DrawFn) -> Promise:
    """Make promises that stand alone: their parties and goals are in no agreement."""
    numbers = st.integers(1, 99)
    return draw(_promises(draw(numbers), draw(_maybe(numbers)), texts()))


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
        themes=draw(_few(themes())),
        quantities=draw(_few(quantities())),
        period=draw(_maybe(periods())),
        places=draw(_few_texts()),
        target_groups=draw(_few_texts()),
        purpose=draw(_maybe_texts()),
        condition=draw(_maybe_texts()),
        hedged=draw(st.booleans()),
    )


@cache
def reviews() -> SearchStrategy[Review]:
    """Make undertakings to look again, from once in all to several times a day."""
    return st.builds(
        Review,
        purpose=texts(),
        times=st.integers(1, 12),
        per=_maybe(pers()),
        wording=_maybe_texts(),
    )


@cache
def amendments(*, not_before: date | None = None) -> SearchStrategy[Amendment]:
    """Make amendments; a last day that is given comes not before *not_before*."""
    last_days = days().map(lambda day: max(day, not_before or day))
    return st.builds(
        Amendment,
        on=_maybe_days(),
        last_day=st.none() | last_days,
        wording=_maybe_texts(),
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
    read_in = draw(_few(sources()))
    return Agreement(
        id=id_,
        kind=draw(agreement_kinds()),
        title=draw(texts()),
        area=draw(areas()),
        parties=everybody[:entering],
        others=everybody[entering:],
        period=period,
        period_wording=draw(_maybe_texts()),
        promises=tuple(
            draw(_promises(number, parent, party))
            for number, parent in enumerate(draw(_goals()), 1)
        ),
        signatories=draw(_few(_signatories(party))),
        signed_on=draw(_maybe_days()),
        decided_on=draw(_maybe_days()),
        published_on=draw(_maybe_days()),
        basis=draw(_few(bases())),
        priorities=draw(_few_texts()),
        expected_effects=draw(_few_texts()),
        reviews=draw(_few(reviews())),
        amendments=draw(_few(amendments(not_before=period.first_day))),
        supersedes=draw(st.none() | others),
        parent=draw(st.none() | others),
        ordinal=draw(_maybe(st.integers(1, 9))),
        excerpt=draw(st.booleans()),
        contacts=draw(_few(contacts())),
        sources=read_in,
        citations=draw(_few(citations(sources=len(read_in)))) if read_in else (),
        notes=draw(_maybe_texts()),
    )


@cache
def _bodies() -> SearchStrategy[tuple[Party, ...]]:
    """Make a few parties with an id of their own."""
    unique = st.lists(parties(), min_size=1, max_size=3, unique_by=lambda each: each.id)
    return unique.map(_as_tuple)


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


# ---------------------------------------------------------------- registers


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
        counted=draw(_maybe(_counts())),
        wording=draw(_maybe_texts()),
        sources=(*evidence, *draw(_few(sources()))),
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
        for outcome in draw(_few(outcomes(agreement)))
    ]
    return Register(kept, told)


# ---------------------------------------------------------------- questions


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
        st.builds(in_municipality, st.sampled_from(_MUNICIPALITY_CODES)),
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
        st.builds(with_status, statuses(), on=_maybe_days()),
        st.sampled_from([jointly_promised(), quantified(), conditional(), undated()]),
    )


def _combined(parts: SearchStrategy[Question]) -> SearchStrategy[Question]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda some: reduce(lambda one, other: one & other, some)),
        several.map(lambda some: reduce(lambda one, other: one | other, some)),
        parts.map(lambda part: ~part),
    )
