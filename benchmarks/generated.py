"""A register of any size, the same for the same seed.

Agreements are as those that municipalities publish: two to four parties, three to
twelve promises of some two hundred characters, with themes, counts, sources and
citations.  The words are made up; the municipalities are real.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from medborgarloften.model import (
    Agreement,
    Area,
    Citation,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    Quantity,
    Signatory,
    Source,
    Status,
    Theme,
    ValidityPeriod,
    slug,
)
from medborgarloften.reference import Municipality, municipalities
from medborgarloften.register import Register

__all__ = ["agreements", "register", "small_agreements"]

_DEEDS = (
    "genomföra trygghetsvandringar tillsammans med de boende i området",
    "patrullera till fots vid torget och resecentrum på kvällar och helger",
    "kontrollera hastigheten utanför skolorna när terminen börjar",
    "möta föräldrar och ungdomar på fritidsgården för att tala om narkotika",
    "se över belysningen längs de gång- och cykelvägar där många är otrygga",
    "hålla öppet hus där den som vill kan tala med oss om det som oroar",
    "besöka de butiker som drabbats av stölder och ge råd om hur de förebyggs",
    "följa upp varje anmälan om skadegörelse och klotter inom några dagar",
)
_REASONS = (
    "Det är vad flest har bett om i årets trygghetsmätning och i samtalen på torget.",
    "Målet är att fler ska känna sig trygga och att färre brott begås där.",
    "Arbetet följs upp varje kvartal och redovisas på kommunens webbplats.",
)
_UNITS = ("trygghetsvandring", "kontroll", "möte", "besök", "patrullering")
_OTHERS = (
    ("skola", PartyKind.SCHOOL, "skolan"),
    ("socialtjanst", PartyKind.SOCIAL_SERVICES, "socialtjänsten"),
)


def register(count: int, seed: int = 1) -> Register:
    """Make a register of *count* agreements, and an outcome for one in four."""
    random = Random(seed)  # noqa: S311 - for the same register each time
    made = tuple(agreements(count, seed))
    outcomes = (_outcome(each, random) for each in made[::4])
    return Register(made, outcomes)


def agreements(count: int, seed: int = 1) -> Iterator[Agreement]:
    """Make *count* agreements, one at a time."""
    random = Random(seed)  # noqa: S311 - for the same register each time
    places = municipalities()
    for number in range(count):
        yield _agreement(number, places[number % len(places)], random)


def small_agreements(count: int, seed: int = 1) -> Iterator[Agreement]:
    """Make *count* agreements of one or two promises, in little time and memory.

    They hold for five to fifteen weeks, spread over twenty years: on a day, one in a
    hundred does.
    """
    random = Random(seed)  # noqa: S311 - for the same agreements each time
    police = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
    often = tuple(Theme)[:8]  # what most promises are about
    places = [
        (
            Area(municipalities=(each.code,)),
            Party(
                id="kommun",
                kind=PartyKind.MUNICIPALITY,
                name=each.kommun_name,
                code=each.code,
            ),
        )
        for each in municipalities()
    ]
    for number in range(count):
        area, municipality = places[number % len(places)]
        first_day = date(2005, 1, 1) + timedelta(days=random.randrange(365 * 20))
        last_day = first_day + timedelta(days=random.randrange(35, 111))
        yield Agreement(
            id=f"{number:07}",
            title="Medborgarlöfte",
            area=area,
            parties=(police, municipality),
            period=ValidityPeriod(first_day, last_day),
            promises=tuple(
                Promise(
                    number=n,
                    text=random.choice(_DEEDS),
                    promisors=random.choice((("police",), ("police", "kommun"))),
                    themes=tuple(random.sample(often, 2)),
                )
                for n in range(1, random.randint(2, 3))
            ),
        )


def _agreement(number: int, place: Municipality, random: Random) -> Agreement:
    name = slug(place.name)
    others = _OTHERS[: random.randint(0, 2)]
    first_day = date(2015, 1, 1) + timedelta(days=random.randrange(365 * 10))
    promises = tuple(
        _promise(n, name, [id_ for id_, _, _ in others], random)
        for n in range(1, random.randint(3, 12) + 1)
    )
    return Agreement(
        id=f"{name}-{first_day}-{number}",
        title=f"Medborgarlöfte för {place.name}",
        area=Area(municipalities=(place.code,)),
        parties=(
            Party(id="police", kind=PartyKind.POLICE, name=f"Polisen {place.name}"),
            Party(
                id=name,
                kind=PartyKind.MUNICIPALITY,
                name=f"{place.name} kommun",
                code=place.code,
            ),
        ),
        others=tuple(Party(id=i, kind=kind, name=said) for i, kind, said in others),
        period=ValidityPeriod.of_months(first_day, random.choice((6, 12, 24))),
        promises=promises,
        signatories=(
            Signatory(name="Kim Ek", role="lokalpolisområdeschef", party="police"),
            Signatory(name="Lo Berg", role="kommunstyrelsens ordförande", party=name),
        ),
        signed_on=first_day,
        sources=(
            Source(
                url=f"https://example.org/{name}/{number}",
                title=f"Medborgarlöfte för {place.name}",
                retrieved_on=first_day,
            ),
        ),
        citations=tuple(_citations(promises)),
    )


def _promise(number: int, name: str, others: list[str], random: Random) -> Promise:
    count = random.randint(1, 12)
    text = (
        f"Vi ska {random.choice(_DEEDS)}, minst {count} gånger under året. "
        f"{random.choice(_REASONS)} Löfte {number} gäller {random.randrange(10**6)}."
    )
    return Promise(
        number=number,
        text=text,
        promisors=random.choice((("police",), (name,), ("police", name))),
        partners=tuple(others[: random.randint(0, len(others))]),
        themes=tuple(random.sample(tuple(Theme), random.randint(1, 3))),
        quantities=(Quantity(count, None, random.choice(_UNITS), Per.YEAR),),
        places=("torget",) if random.random() < 1 / 3 else (),
    )


def _citations(promises: tuple[Promise, ...]) -> Iterator[Citation]:
    start = 40
    for n, promise in enumerate(promises):
        end = start + len(promise.text)
        path = f"promises[{n}].text"
        yield Citation(path=path, start=start, end=end, quote=promise.text)
        start = end + 2


def _outcome(agreement: Agreement, random: Random) -> Outcome:
    return Outcome(
        agreement=agreement.id,
        promise=random.randint(1, len(agreement.promises)),
        on=agreement.period.first_day or date(2015, 1, 1),
        status=Status.ONGOING,
        counted=random.randint(0, 12),
        sources=agreement.sources,
    )
