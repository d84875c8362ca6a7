"""What it costs to read: a phrase, a page, and what promises are about.

Reading remembers lines that it has seen, as it may: a line is looked at by many.
So no text here comes twice.  Each is made anew, with a place in every line that
no text before it had, and both sides get the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import TypeVar

from dateparser.search import search_dates

from benchmarks import Sides, row, timed
from medborgarloften.reading import read_text
from medborgarloften.reading.periods import read_period
from medborgarloften.reading.promises.themes import Vocabulary, find_themes

T = TypeVar("T")

PHRASES = (
    "2026",
    "2024–2025",
    "2023/24",
    "under åren 2021, 2022 och 2023",
    "från den 1 mars 2022 till och med den 29 februari 2024",
    "2022-03-01--2024-02-29",
    "fr.o.m. 1/3-22 t.o.m. 29/2-24",
    "20220301-20240229",
    "november 2022 – mars 2023",
    "oktober till mars 2023",
    "fram till halvårsskiftet 2025",
    "till och med årsskiftet 2024/2025",
    "andra halvåret 2023",
    "tertial 2 2024",
    "höstterminen 2023 och vårterminen 2024",
    "läsåret 2023/24",
    "vecka 10–20 2024",
    "på tre år med början 1 juni 2022",
    "gäller från 2024 och tills vidare",
    "31 juni 2022 – 31 juni 2024",
)

PAGE = """Medborgarlöften för {place} i Tibro kommun 2024–2025

Polisen och Tibro kommun har skrivit under nya medborgarlöften för {place}. De bygger \
på vad invånarna har berättat, på polisens statistik och på vad skolan, socialtjänsten \
och föreningarna ser i {place} till vardags.

Löftena gäller från den 1 mars 2024 till och med den 28 februari 2026 i {place}.

Bakgrund för {place}

Under hösten 2023 fick invånarna i {place} svara på en enkät om trygghet. Drygt 1 900 \
personer svarade, och 62 procent kände sig trygga på kvällen. Många nämnde \
motortrafiken på Kvarnvägen 14 och ungdomar som samlas vid stationen efter kl. 21.00.
Vid två dialogmöten den 12 och 19 oktober 2023 talade polisen med boende i {place} om \
bilkörning, nedskräpning och öppen droghandel kring torget.

”Det är invånarnas {place} vi talar om, och de vet bäst var det brister”, säger Karin \
Lindeberg, kommunstyrelsens ordförande.

Lägesbild i {place}

Antalet anmälda cykelstölder i {place} var 118 år 2022 och 97 år 2023.
Elever i årskurs 8 i {place} uppger att det är lätt att få tag på cannabis.

Polisen lovar

• Polisen ska genomföra minst fyra trafikkontroller i månaden i {place}, med fokus på \
hastighet och nykterhet.
• Polisen ska gå fotpatrull i centrala {place} minst två kvällar i veckan.
• Polisen ska tillsammans med ordningsvakter finnas vid stationen i {place} på \
fredagar och lördagar mellan klockan 20 och 02.
• Polisen ska besöka samtliga högstadieskolor i {place} en gång per termin och tala om \
narkotika och nätmobbning.

Kommunen lovar

• Kommunen ska se över belysningen längs gångvägarna i {place} före den 31 oktober 2024.
• Kommunen ska genomföra sex trygghetsvandringar per år i {place}, i samverkan med \
polisen, räddningstjänsten och bostadsbolaget.
• Kommunens fältassistenter ska under skolloven arbeta kvällstid i {place}.
• Klotter i {place} ska saneras inom 48 timmar från det att det anmäls.
• Kommunen ska erbjuda alla vårdnadshavare i {place} en föräldrautbildning under \
läsåret 2024/25.

Gemensamma löften för {place}

• Polisen och kommunen ska starta minst fem nya områden för grannsamverkan i {place} \
under 2024.
• Polisen och kommunen ska mötas varje vecka för att dela lägesbilden av {place}.

Så arbetar vi i {place}

Medborgarlöften är ett sätt att arbeta tillsammans för ett tryggare {place}. Arbetet \
börjar med en lägesbild och slutar med en uppföljning, där invånarna får veta vad som \
har gjorts och vad som återstår.

Uppföljning

Löftena för {place} följs upp två gånger om året av det lokala brottsförebyggande \
rådet, och redovisas i april 2025 och i april 2026.

Undertecknat i {place} den 14 februari 2024

Karin Lindeberg, kommunstyrelsens ordförande (S), {place}
Tomas Ekvall, lokalpolisområdeschef, {place}

Har du frågor om löftena i {place}? Ring 0999-12 34 56 eller skriv till oss.
Publicerad 15 februari 2024 av redaktionen i {place}
"""

PROMISES = (
    "Minst fyra trafikkontroller i månaden ska genomföras i {place}.",
    "Fotpatrullera i centrala {place} två kvällar i veckan för ökad trygghet.",
    "Besöka skolorna i {place} och tala om narkotika, alkohol och nätmobbning.",
    "Se över belysningen längs gångvägarna i {place} före vintern.",
    "Genomföra trygghetsvandringar i {place} i samverkan med bostadsbolaget.",
    "Fältassistenter arbetar kvällstid under skolloven i {place}.",
    "Klotter i {place} ska saneras inom två dygn.",
    "Erbjuda vårdnadshavare i {place} en kurs i föräldraskap.",
    "Starta nya områden för grannsamverkan mot inbrott i {place}.",
    "Uppmärksamma våld i nära relation genom öppet hus på biblioteket i {place}.",
    "Förebygga bedrägerier mot äldre med information på mötesplatserna i {place}.",
    "Tillsyn av krögare i {place} med fokus på överservering och ordning.",
)

_SYLLABLES = ("ba", "de", "fi", "go", "hu", "ke", "la", "mi", "no", "ra")


def places() -> Iterator[str]:
    """Make up places, each once: Kvarnba, Kvarnde, Kvarnfi and so on."""
    for number in count():
        yield "Kvarn" + "".join(_SYLLABLES[int(digit)] for digit in str(number))


def about_places(work: Callable[[str], T]) -> Callable[[], T]:
    """Make work that gets a place of its own each time it is done."""
    new = places()
    return lambda: work(next(new))


@row("a period phrase", against="dateparser.search_dates", at_most=0.05)
def phrases() -> Sides:
    """Compare with the library that most people find dates with."""
    return (
        timed(lambda: [read_period(phrase) for phrase in PHRASES]),
        timed(lambda: [search_dates(phrase, languages=["sv"]) for phrase in PHRASES]),
    )


@row("reading a page", against="dateparser.search_dates", at_most=0.2)
def pages() -> Sides:
    """Compare all that is read of a page with the finding of its dates alone."""

    def ours(place: str) -> object:
        return read_text(PAGE.format(place=place))

    def theirs(place: str) -> object:
        return search_dates(PAGE.format(place=place), languages=["sv"])

    return timed(about_places(ours)), timed(about_places(theirs))


@row("theme tagging", against="one compiled alternation", at_most=1.0)
def themes() -> Sides:
    """Compare with what one would write first: all words in one expression."""
    words = {word for each in Vocabulary.default().rows for word in each.words}
    longest_first = sorted(words, key=len, reverse=True)
    alternation = re.compile("|".join(map(expression, longest_first)), re.IGNORECASE)

    def ours(place: str) -> object:
        return [find_themes(promise.format(place=place)) for promise in PROMISES]

    def theirs(place: str) -> object:
        return [
            alternation.findall(promise.format(place=place)) for promise in PROMISES
        ]

    return timed(about_places(ours)), timed(about_places(theirs))


def expression(word: str) -> str:
    """Write a word of the vocabulary as an expression: ``*våld*``, ``narkotik*``."""
    begins = "" if word.startswith("*") else r"\b"
    ends = "" if word.endswith("*") else r"\b"
    inner = word.strip("*").split("*")
    return begins + r"\w*".join(map(re.escape, inner)) + ends
