"""What it costs to find promises that recur.

Half the texts are put together of deeds, places and reasons, the first of each list
the most common.  The others have words of their own beside a deed.  So promises recur,
word for word and nearly, and half say what no other says.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from time import perf_counter

from attrs import evolve

from benchmarks import Sides, Stopwatch, generated, row
from medborgarloften.analysis import near_copies
from medborgarloften.model import Agreement
from medborgarloften.register import Register

_FEW, _MANY = 10_000, 100_000

_VERBS = "genomföra/ordna/utöka/fortsätta med/satsa på/ha/bjuda in till/prova"
_DEEDS = (
    "trygghetsvandringar med boende och fastighetsägare/fotpatrullering i centrum/"
    "hastighetskontroller utanför skolorna/nykterhetskontroller på infarterna/"
    "besök i årskurs åtta om narkotika/föräldramöten om alkohol och droger/"
    "samtal med butiksägare om stölder/tillsyn av krogar med serveringstillstånd/"
    "nattvandring med föreningarna/möten med grannsamverkan/rondering i källare/"
    "klottersanering inom ett dygn/belysning längs gångvägar/öppet hus i biblioteket/"
    "dialog med ungdomar på fritidsgården/uppföljning av orosanmälningar/"
    "kontroller av mopeder/information till äldre om bedrägerier/"
    "samverkan kring unga i riskzon/kameror vid resecentrum/röjning av buskar och sly/"
    "väktare på bussarna under helgkvällar/kontroll av skotrar på lederna/"
    "utbildning i lågaffektivt bemötande/lovaktiviteter för barn och unga"
)
_PLACES = (
    "vid stationen/på torget/i stadsparken/kring gymnasiet/vid badplatsen/längs ån/"
    "i köpcentret/vid idrottshallen/på bostadsområdet/i hamnen/vid busstorget"
)
_REASONS = (
    "för att fler ska våga gå ut/så att färre brott begås/för ökad trygghet/"
    "efter önskemål från medborgarna/enligt den gemensamma lägesbilden/"
    "för att tidigt nå unga på väg in i kriminalitet/med återkoppling till boende"
)
_BEGINNINGS = (
    "skol/torg/park/bad/lek/äldre/villa/ungdoms/fält/kvälls/helg/sommar/vinter/hyres/"
    "cykel/buss/tåg/handels/krog/idrotts/förenings/brotts/drog/alkohol/trafik/båt"
)
_MIDDLES = (
    "ordnings/trygghets/samverkans/säkerhets/informations/samhälls/vuxen/elev/personal/"
    "medborgar/lednings/boende/granskar/miljö/besöks/områdes/centrum/nätverks/service"
)
_ENDS = (
    "patrull/grupp/träff/insats/dialog/kväll/kontroll/möte/samtal/vandring/råd/plan/"
    "värd/vakt/utbildning/kampanj/lokal/vägg/stig/bro/mur/klubb/nät/karta/lista/rond"
)


def texts(seed: int = 1) -> Iterator[str]:
    """Make texts of promises, without end."""
    random = Random(seed)  # noqa: S311 - for the same texts each time

    def one_of(parts: str) -> str:
        listed = parts.split("/")
        return random.choices(listed, [1 / n for n in range(1, len(listed) + 1)])[0]

    while True:
        verb, count = one_of(_VERBS), random.randint(2, 60)
        if random.random() < 1 / 2:
            where = f"{one_of(_PLACES)} {one_of(_REASONS)}"
            yield f"Vi ska {verb} minst {count} {one_of(_DEEDS)} {where}."
        else:
            own = (
                one_of(_BEGINNINGS) + one_of(_MIDDLES) + one_of(_ENDS) for _ in range(8)
            )
            yield f"Vi ska {verb} minst {count} {' och '.join(own)}."


def with_texts_of_their_own(agreements: Iterator[Agreement]) -> Iterator[Agreement]:
    """Give the promises of generated agreements such texts."""
    their_own = texts()
    for each in agreements:
        promises = (evolve(its, text=next(their_own)) for its in each.promises)
        yield evolve(each.without_citations(), promises=tuple(promises))


@cache
def register(promises: int) -> Register:
    """Make a register of about so many promises, once."""
    return Register(with_texts_of_their_own(generated.agreements(promises * 2 // 15)))


def per_promise(count: int) -> Stopwatch:
    """Make a stopwatch for one promise of so many; few are done several times."""
    asked, times = register(count), _MANY // count
    promises = sum(len(each.promises) for each in asked.agreements)

    def measure() -> float:
        start = perf_counter()
        for _ in range(times):
            near_copies(asked)
        return (perf_counter() - start) / times / promises

    return measure


@row("near copies, each of 100,000", against="each of 10,000", at_most=1.3, rounds=3)
def recurring() -> Sides:
    """Look for copies among many promises and few; the cost of each should not grow."""
    return per_promise(_MANY), per_promise(_FEW)
