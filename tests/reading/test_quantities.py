"""How many, and how often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.model import Per, Quantity
from medborgarloften.reading.quantities.finding import find_quantities


def counts(text, *, has_period=True):
    """List the quantities found."""
    return [each.quantity for each in find_quantities(text, has_period=has_period)]


def count(text, *, has_period=True):
    """Get the only quantity found."""
    (quantity,) = counts(text, has_period=has_period)
    return quantity


@pytest.mark.parametrize(
    ("words", "minimum", "maximum"),
    [
        ("minst 4", 4, None),
        ("åtminstone fyra", 4, None),
        ("lägst 4", 4, None),
        ("inte mindre än 4", 4, None),
        ("minst fyra (4)", 4, None),
        ("minst 4 (fyra)", 4, None),
        ("upp till fem", None, 5),
        ("högst 5", None, 5),
        ("minst 3 och högst 5", 3, 5),
        ("minst 3, dock max fem", 3, 5),
        ("max 5", None, 5),
        ("sex", 6, 6),
        ("sex stycken", 6, 6),
        ("2 st.", 2, 2),
        ("två till tre", 2, 3),
        ("2-3", 2, 3),
        ("2–3", 2, 3),
        ("mellan 5 och 10", 5, 10),
        ("minst femton", 15, None),
        ("minst femtiotvå", 52, None),
        ("minst tvåhundra", 200, None),
        ("minst hundratjugofem", 125, None),
        ("minst 1 200", 1200, None),
        ("minst entusen", 1000, None),
    ],
)
def test_floors_ceilings_exact_numbers_and_ranges(words, minimum, maximum):
    """
    Words and digits say how few and how many it may be.
    """
    quantity = count(f"Polisen ska göra {words} trafikkontroller.")
    assert quantity == Quantity(minimum, maximum, "trafikkontroll", Per.PERIOD)


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("minst två gånger/år", Per.YEAR),
        ("minst två gånger per år", Per.YEAR),
        ("minst två gånger om året", Per.YEAR),
        ("minst två gånger per dygn", Per.DAY),
        ("minst två gånger i veckan", Per.WEEK),
        ("minst två gånger i månaden", Per.MONTH),
        ("minst två gånger varje kvartal", Per.QUARTER),
        ("minst två gånger per tertial", Per.TERTIAL),
        ("minst två gånger per termin", Per.TERM),
        ("minst två gånger vår respektive höst", Per.HALF_YEAR),
        ("minst två gånger per halvår", Per.HALF_YEAR),
        ("minst två gånger per läsår", Per.SCHOOL_YEAR),
        ("minst två gånger vartannat år", Per.TWO_YEARS),
        ("minst två gånger under året", Per.YEAR),
        ("minst två gånger under 2019", Per.YEAR),
        ("minst två gånger under 2019-2020", Per.PERIOD),
        ("minst två gånger under perioden", Per.PERIOD),
        ("minst två gånger under den totala tre-års-perioden", Per.PERIOD),
        ("minst två gånger under vintersäsongen (januari till april)", Per.SEASON),
        ("minst två gånger/år under ordinarie läsår", Per.YEAR),  # the rate wins
        ("varje år minst två gånger", Per.YEAR),
        ("under året minst två gånger", Per.YEAR),
    ],
)
def test_the_time_that_a_count_is_for(words, per):
    """
    It stands after the count or before it, as a rate or as a window.
    """
    expected = Quantity(2, None, "besök", per)
    assert count(f"Polisen ska besöka skolan {words}.") == expected


@pytest.mark.parametrize(("has_period", "per"), [(True, Per.PERIOD), (False, None)])
def test_a_count_with_no_time_is_for_the_period_if_there_is_one(has_period, per):
    """
    Without a period nothing is said of the time.
    """
    quantity = count("Göra minst 3 tillsyner.", has_period=has_period)
    assert quantity == Quantity(3, None, "tillsyn", per)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an average
        (
            "Hundsök ska göras minst en gång i månaden i snitt över året.",
            Quantity(1, None, "hundsök", Per.MONTH, average=True),
        ),
        # target values
        (
            "Fotpatrullera med ett målvärde på minst 800 registrerade tillfällen.",
            Quantity(800, None, "fotpatrullering", Per.PERIOD),
        ),
        (
            "Ett mål-värde om minst 200 stycken 20 minuters trafikkontroller.",
            Quantity(200, None, "trafikkontroll", Per.PERIOD),
        ),
        # a share of the count is no count of its own
        (
            "Upptäcka minst 52 narkotikabrott varav minst 20 procent hos nya.",
            Quantity(52, None, "narkotikabrott", Per.PERIOD),
        ),
        (
            "Minst tre vandringar per år, varav ett möte i centrum.",
            Quantity(3, None, "vandring", Per.YEAR),
        ),
        # effort
        (
            "Lägga minst 900 timmar per år på patrullering.",
            Quantity(900, None, "timme", Per.YEAR),
        ),
        ("Två heltidstjänster.", Quantity(2, 2, "heltidstjänst", Per.PERIOD)),
        (
            "Låta boende styra under en arbetsdag.",
            Quantity(1, 1, "arbetsdag", Per.PERIOD),
        ),
        # a service deadline is a ceiling, and for no stretch of time
        ("Klotter tas bort inom 24 timmar.", Quantity(None, 24, "timme")),
        ("Under året tas klotter bort inom 2 dygn.", Quantity(None, 2, "dygn")),
        ("Svara inom en vecka.", Quantity(None, 1, "vecka")),
        # two denominators
        (
            "Göra tobakstillsyner minst en gång per år och försäljningsställe.",
            Quantity(1, None, "tobakstillsyn", Per.YEAR, each="försäljningsställe"),
        ),
        (
            "Minst två möten per termin och skola.",
            Quantity(2, None, "möte", Per.TERM, each="skola"),
        ),
        (
            "Minst två möten per kommun.",
            Quantity(2, None, "möte", Per.PERIOD, each="kommun"),
        ),
        (
            "Minst två möten per kommun per år.",
            Quantity(2, None, "möte", Per.YEAR, each="kommun"),
        ),
        (
            "Minst två möten per år i respektive stadsdel.",
            Quantity(2, None, "möte", Per.YEAR, each="stadsdel"),
        ),
        (
            "Minst två möten per år på varje skola.",
            Quantity(2, None, "möte", Per.YEAR, each="skola"),
        ),
        (
            "Minst två möten per år och fler vid behov.",
            Quantity(2, None, "möte", Per.YEAR),
        ),
        # weekdays
        ("Finnas på torget varje torsdag", Quantity(1, 1, "tillfälle", Per.WEEK)),
        ("Finnas på torget varje torsdag.", Quantity(1, 1, "tillfälle", Per.WEEK)),
        (
            "Fotpatrullera varje helgfri torsdag kl. 10.00.",
            Quantity(1, 1, "fotpatrullering", Per.WEEK),
        ),
        (
            "Fotpatrullera varje fredag och lördag.",
            Quantity(2, 2, "fotpatrullering", Per.WEEK),
        ),
        (
            "Göra minst två kontroller varje fredag och lördag.",
            Quantity(4, None, "kontroll", Per.WEEK),
        ),
        # a floor with no number
        (
            "Trygghetsvandring hålls minst vartannat år.",
            Quantity(1, None, "trygghetsvandring", Per.TWO_YEARS),
        ),
        # one of a thing, per something
        (
            "Besöka ett utlämningsställe per år.",
            Quantity(1, 1, "utlämningsställe", Per.YEAR),
        ),
        (
            "Minst en trafikkontroll varje dygn.",
            Quantity(1, None, "trafikkontroll", Per.DAY),
        ),
        (
            "Göra en gemensam insats mot A-traktorer per termin.",
            Quantity(1, 1, "insats", Per.TERM),
        ),
        # one event that is held
        (
            "Hålla ett allmänt informationsmöte.",
            Quantity(1, 1, "informationsmöte", Per.PERIOD),
        ),
        # what a list of kinds has in common
        (
            "Minst 40 hastighets-, nykterhets- eller beteende-kontroller.",
            Quantity(40, None, "kontroll", Per.PERIOD),
        ),
        # the deed may come after the count
        (
            "Vid minst sex tillfällen per år görs en ungdomsinsats.",
            Quantity(6, None, "ungdomsinsats", Per.YEAR),
        ),
        ("Vi ses två gånger per år.", Quantity(2, 2, "gång", Per.YEAR)),
        # once in each, where nothing else is counted
        ("Göra skolbesök varje termin.", Quantity(1, 1, "skolbesök", Per.TERM)),
        ("Fotpatrullera dagligen.", Quantity(1, 1, "fotpatrullering", Per.DAY)),
        ("Årligen gå en vandring.", Quantity(1, 1, "vandring", Per.YEAR)),
        ("Hålla ett årligt möte.", Quantity(1, 1, "möte", Per.YEAR)),
        (
            "Trygghetsvandring varje höst.",
            Quantity(1, 1, "trygghetsvandring", Per.YEAR),
        ),
        (
            "Ha veckoavstämning med skolan.",
            Quantity(1, 1, "veckoavstämning", Per.WEEK),
        ),
        (
            "Varje månad finnas på plats en heldag.",
            Quantity(1, 1, "heldag", Per.MONTH),
        ),
        (
            "Besöka skolan minst en gång på två år.",
            Quantity(1, None, "besök", Per.TWO_YEARS),
        ),
        # once in each, as the words for it tell
        ("Var tredje månad besöker vi byn.", Quantity(1, 1, "besök", Per.QUARTER)),
        ("Mätning görs var sjätte månad.", Quantity(1, 1, "mätning", Per.HALF_YEAR)),
        ("Mätning görs vartannat år.", Quantity(1, 1, "mätning", Per.TWO_YEARS)),
        (
            "Halvårsvis genomgång av inträffade händelser.",
            Quantity(1, 1, "genomgång", Per.HALF_YEAR),
        ),
        # the times count, and not the evening; the wait, and not the meeting
        (
            "Bjuda in till en kväll, en gång per läsår.",
            Quantity(1, 1, "gång", Per.SCHOOL_YEAR),
        ),
        (
            "Inom två dygn kalla till ett möte då något har inträffat.",
            Quantity(None, 2, "dygn", None),
        ),
        ("Utöka gruppen med en tjänst.", Quantity(1, 1, "tjänst", Per.PERIOD)),
        # one deed done, or one person hired
        ("Erbjuda elever en föreläsning.", Quantity(1, 1, "föreläsning", Per.PERIOD)),
        ("Bjuda in till en kväll om droger.", Quantity(1, 1, "kväll", Per.PERIOD)),
        ("Ordna en temadag.", Quantity(1, 1, "temadag", Per.PERIOD)),
        ("Informera vid ett tillfälle.", Quantity(1, 1, "information", Per.PERIOD)),
        ("Anställa en centrumvärd.", Quantity(1, 1, "centrumvärd", Per.PERIOD)),
        ("Göra en riktad insats i veckan.", Quantity(1, 1, "insats", Per.WEEK)),
        (
            "Göra en riktad insats för alla, en gång i veckan.",
            Quantity(1, 1, "insats", Per.WEEK),
        ),
        (
            "Gå en vandring i området minst två gånger per år.",
            Quantity(2, None, "vandring", Per.YEAR),
        ),
        (
            "Göra en insats mot buskörning, varje vecka.",
            Quantity(1, 1, "insats", Per.WEEK),
        ),
        # others than deeds
        ("Anställa två värdar.", Quantity(2, 2, "värdar", Per.PERIOD)),
        ("Byta dörrar i 400 lägenheter.", Quantity(400, 400, "lägenheter", Per.PERIOD)),
        (
            "Gå två vandringar i tre byar.",
            Quantity(2, 2, "vandring", Per.PERIOD),
        ),
        (
            "Vandra i två av kommunens skolor.",
            Quantity(2, 2, "skola", Per.PERIOD),
        ),
        # the number alone, after what it counts
        (
            "Möten med krögare, minst ett per kvartal.",
            Quantity(1, None, "möte", Per.QUARTER),
        ),
        ("Kontroller, minst åtta stycken.", Quantity(8, None, "kontroll", Per.PERIOD)),
        (
            "Att antalet områden ska öka med minst 10 per år.",
            Quantity(10, None, "område", Per.YEAR),
        ),
        (
            "Trygghetsrond vid bron, en på våren och en på hösten.",
            Quantity(2, 2, "trygghetsrond", Per.PERIOD),
        ),
        (
            "Gå en vandring i maj och en i oktober.",
            Quantity(2, 2, "vandring", Per.PERIOD),
        ),
        (
            "Gå minst en vandring i Ekby och minst en i Storby.",
            Quantity(2, None, "vandring", Per.PERIOD),
        ),
        ("Ordna en städdag.", Quantity(1, 1, "städdag", Per.PERIOD)),
        (
            "Gå en vandring i Ekby och högst en i Storby.",
            Quantity(1, None, "vandring", Per.PERIOD),
        ),
        (
            "Fotpatrullera dagligen, anställa fyra värdar över sommaren.",
            Quantity(4, 4, "värdar", Per.SEASON),
        ),
        (
            "Gå högst en vandring i Ekby och en i Storby.",
            Quantity(None, 1, "vandring", Per.PERIOD),
        ),
        (
            "Hålla fyra träffar, två i Ekby och två i Storby.",
            Quantity(4, 4, "träff", Per.PERIOD),
        ),
        (
            "Gå minst fyra vandringar, varav minst en i Ekby och en i Storby.",
            Quantity(4, None, "vandring", Per.PERIOD),
        ),
        (
            "Öka antalet områden med fem.",
            Quantity(5, 5, "område", Per.PERIOD),
        ),
        (
            "Hålla ett föräldramöte per skola och läsår.",
            Quantity(1, 1, "föräldramöte", Per.SCHOOL_YEAR, each="skola"),
        ),
        (
            "Hålla ett föräldramöte per skola och kommundel.",
            Quantity(1, 1, "föräldramöte", Per.PERIOD, each="skola"),
        ),
        (
            "Ha mottagning första måndagen i månaden.",
            Quantity(1, 1, "mottagning", Per.MONTH),
        ),
        # seasons
        (
            "Göra minst tio kontroller under juni–augusti.",
            Quantity(10, None, "kontroll", Per.SEASON),
        ),
        (
            "Göra tio kontroller från januari till och med april.",
            Quantity(10, 10, "kontroll", Per.SEASON),
        ),
        (
            "Göra tio kontroller från januari till och.",
            Quantity(10, 10, "kontroll", Per.PERIOD),
        ),
        (
            "Göra tio kontroller under juni–alltid.",
            Quantity(10, 10, "kontroll", Per.PERIOD),
        ),
        # how long one may wait
        ("Svara inom högst 5 arbetsdagar.", Quantity(None, 5, "arbetsdag")),
        ("Svar ges högst två dagar efter samtal.", Quantity(None, 2, "dag")),
        ("Svara inom en månad.", Quantity(None, 1, "månad")),
        ("Starta minst två skolor.", Quantity(2, None, "skola", Per.PERIOD)),
        ("Peka ut minst fem områden.", Quantity(5, None, "område", Per.PERIOD)),
        # what the library has no singular for is counted as written
        (
            "Minst tio volontärer finns på plats.",
            Quantity(10, None, "volontärer", Per.PERIOD),
        ),
        (
            "Minst tre separat annonserade möten.",
            Quantity(3, None, "möte", Per.PERIOD),
        ),
        ("Minst tio volontärer.", Quantity(10, None, "volontärer", Per.PERIOD)),
    ],
)
def test_what_is_counted_and_for_what(text, expected):
    """
    The unit is in the singular where it can be told, and "gång" is what is done.
    """
    assert count(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Göra minst 3, högst 2 trafikkontroller.",
        "Ungdomar 15-20 år.",  # ages
        "Personer under 18 år får inte köpa folköl.",
        "Elever i årskurs 8 får besök.",  # school years
        "Möta 7:e klassare.",
        "Kontroller längs E45, Lv 315 och väg 53.",  # roads
        "Enligt 14 kap 1 § brottsbalken.",  # law
        "Öppet mellan kl. 10.00 och 11.00.",  # clock times
        "Minst 25 procent av insatserna.",  # shares
        "Minst 25 % av insatserna.",
        "Ring 010-56 00 000.",  # phones
        "Göra 20 minuters trafikkontroller.",
        "Under 2019 och den 4 maj 2020.",  # dates
        "2019 insatser mot narkotika.",
        "Göra ett antal insatser.",
        "En del i arbetet.",
        "Ta fram en handlingsplan.",
        "Patrullera fredag- och lördagskvällar.",  # a schedule
        "De två trygghetsvandringarna följs upp.",  # already told of
        "Under de kommande två åren.",
        "Kontroll minst en gång varannan vecka.",  # a time that has no name
        "Öppet varannan onsdag.",
        "Fler kontroller än förra året.",
        "Tre områden är utpekade.",
        "Arbeta inom två områden.",
        "Projektet löper under två veckor.",
        "Stoppa köp av sex i kommunen.",
        f"Göra {'hundra' * 9} möten.",  # no number, however long
        "Minst 4.",  # of what?
        "Vi har gått i Storby. 2020 gjordes det åtta insatser.",  # what has been
        "Förra året gjorde vi två kontroller.",
        "Starta grupper i områden där minst tio hushåll hör av sig.",  # a condition
        "Om minst fem grannar går ihop, kommer vi.",
        "Vill du ha råd gör vi ett butiksbesök.",
        "Öppna en lokal för unga.",  # an article
        "Ta fram en rutin och en folder.",
        "Delta i kampanjen En vecka fri från våld.",  # a name
        "Samtala efter ett möte.",
        "Genomföra en kampanj mot klotter.",
        "Öppet på torget vardagar 14-18.",  # clock times
        "Utöka räddningstjänst vid behov.",
        "Samtala en stund.",
        "Göra ett hundratal kontroller.",  # vague
        "Göra en av kontrollerna.",
        "Ge vård en gång.",
        "Trygga en kväll.",
        "Samverka med båda parter i två kommuner.",
        "Finnas med två poliser.",
        "Träffar à fem timmar.",
        "Trygghet per termin.",
        "Minst 10 per år.",
        "Svara inom kort och senast den 1 mars.",
        "Svara inom 2 kommuner.",
        "Samtal i tre, fyra.",
        "Prata om en.",
        "Vandra i dag, i morgon och 15.",
        "Två och en.",
        "Arbeta under 2 juni och 3 juli.",
        "",
    ],
)
def test_what_is_no_count(text):
    """
    Numbers that count nothing done are left alone, and what cannot be told is left out.
    """
    assert counts(text) == []


def test_a_deed_with_its_own_rate_is_apart_from_what_is_counted():
    """
    "Dagligen" is of the first deed, the number of the second.
    """
    assert counts("Städa dagligen och anställa fyra värdar över sommaren.") == [
        Quantity(1, 1, "städning", Per.DAY),
        Quantity(4, 4, "värdar", Per.SEASON),
    ]


def test_a_rate_before_all_counts_is_for_all():
    """
    "Varje år" holds for each of them, and a rate between two for the first.
    """
    assert counts("Varje år hålla två möten och tre kurser.") == [
        Quantity(2, 2, "möte", Per.YEAR),
        Quantity(3, 3, "kurs", Per.YEAR),
    ]
    assert counts("Hålla två möten per år och tre kurser.") == [
        Quantity(2, 2, "möte", Per.YEAR),
        Quantity(3, 3, "kurs", Per.PERIOD),
    ]


def test_several_counts_in_one_promise():
    """
    Each comes with its own time, in order.
    """
    assert counts("Minst 4 kontroller per månad och 2 föräldramöten per termin.") == [
        Quantity(4, None, "kontroll", Per.MONTH),
        Quantity(2, 2, "föräldramöte", Per.TERM),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Vi gör minst 4 riktade insatser per år här.",
            "minst 4 riktade insatser per år",
        ),
        ("Under året gör vi mellan 2 och 4 insatser.", "mellan 2 och 4 insatser"),
        ("Vi syns minst varje vecka.", "minst varje vecka"),
    ],
)
def test_the_place_is_that_of_the_counting_words(text, words):
    """
    It begins with the floor or the number and ends with the rate that follows.
    """
    (found,) = find_quantities(text, has_period=True)
    assert text[found.start : found.end] == words


@given(st.text(st.sampled_from("minst 4 två-(/),år per varje torsdag.\n§%²")))
def test_any_text_can_be_read_and_every_place_is_in_it(text):
    """
    Nothing raises, and no place lies outside the text.
    """
    found = find_quantities(text, has_period=True)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@given(st.integers(1, 1989))
def test_every_number_in_digits_is_read(number):
    """
    Digits are what they say.
    """
    assert count(f"Minst {number} kontroller").minimum == number
