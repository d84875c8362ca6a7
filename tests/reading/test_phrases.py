"""Where, for whom, why, on what condition, and together with whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.model import PartyKind
from medborgarloften.reading.promises.phrases import (
    Found,
    find_condition,
    find_hedges,
    find_partners,
    find_places,
    find_purpose,
    find_target_groups,
)


def values(found):
    """List the words found."""
    return [each.value for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vandra i Storby.", ["Storby"]),
        ("Synas i de centrala delarna av Storby.", ["centrala delarna av Storby"]),
        ("Synas i centrala Storby.", ["centrala Storby"]),
        ("Synas i Stora Hult kommun.", ["Stora Hult kommun"]),
        ("Besöka skolorna i kommunen.", ["skolorna i kommunen"]),
        (
            "Träffar i samtliga grundskolor samt Ekskolan.",
            ["samtliga grundskolor", "Ekskolan"],
        ),
        ("Arbeta på Ekhult, Almby och Askdal.", ["Ekhult", "Almby", "Askdal"]),
        ("Synas i, bland annat, Ekhult och Almby.", ["Ekhult", "Almby"]),
        (
            "Vakter på torget och vid resecentrum i Storby.",
            ["torget", "resecentrum i Storby"],
        ),
        ("Vakter på torget på kvällen.", ["torget"]),
        ("Vakter på torget Ekplan.", ["torget Ekplan"]),
        ("Städa runt stationsområdena.", ["stationsområdena"]),
        ("Kontroller längs Lv 315, Rv 84 samt E45.", ["Lv 315", "Rv 84", "E45"]),
        ("Kontroller på väg eller i terräng.", []),
        (
            "Täta kontakter med både skolor och fritidsgårdar.",
            ["skolor", "fritidsgårdar"],
        ),
        ("Täta kontakter med socialtjänsten.", []),  # somebody, not a place
        (
            "Finnas på de platser där ungdomar är, varje kväll.",
            ["platser där ungdomar är"],
        ),
        ("Ta hjälp av socialtjänsten.", []),
        ("I samverkan med socialtjänsten i Storby kommun.", []),  # whose it is
        (
            "Synas i Storby, Lillby och på torget i Storby, och i Storby.",
            [
                "Storby",
                "Lillby",
                "torget i Storby",
            ],
        ),
        ("På Facebook, i SSPF och vid Polisen.", []),
        ("Vandra vid\nSyfte: trygghet", []),  # a label
        ("Vandra i ", []),
        ("Vandra i Ekby Strand kommun.", ["Ekby Strand kommun"]),
        ("Synas i Storbys centrum.", ["Storbys centrum"]),
        ("Synas vid Ekby station i Storby.", ["Ekby station i Storby"]),
        ("Synas i Storby kommun skolor.", ["Storby kommun"]),
        ("Synas på norra Ekön.", ["norra Ekön"]),
        ("Röja i tunneln under Storgatan.", ["tunneln under Storgatan"]),
        ("Synas vid skolorna i Ekby och Almby.", ["skolorna i Ekby och Almby"]),
        ("Synas vid skolorna i Ekby och på Alön.", ["skolorna i Ekby", "Alön"]),
        ("Synas vid skolan i Ekby och Almby.", ["skolan i Ekby", "Almby"]),
        ("Göra tillsyn av alla krogar i Ekby.", ["krogar i Ekby"]),
        ("Göra tillsyn av skolan och av lekar.", []),
        ("Synas i hamnen och på uteserveringar.", ["hamnen", "uteserveringar"]),
        (
            "Röja längs gångvägen mellan Storby och centrum.",
            ["gångvägen mellan Storby och centrum"],
        ),
        ("Röja längs gångvägen mellan Storby och", ["gångvägen mellan Storby och"]),
        ("Vandra i Storby,", ["Storby"]),
        ("", []),
    ],
)
def test_where_it_is_to_be_done(text, expected):
    """
    Names and words for places count after words like "i", each place once.
    """
    assert values(find_places(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Samtal med ungdomar.", ["ungdomar"]),
        ("Samtal med ungdomar i riskzon.", ["ungdomar i riskzon"]),
        ("Aktiviteter för barn och unga.", ["barn och unga"]),
        ("Föreläsa för elever i årskurs 8.", ["elever i årskurs 8"]),
        ("Föreläsa för elever i åk 7-9.", ["elever i åk 7-9"]),
        ("Möta ungdomar 15–20 år.", ["ungdomar 15–20 år"]),
        ("Möta ungdomar 15 gånger.", ["ungdomar"]),
        ("Elev- och föräldrainriktade träffar.", ["elever", "föräldrar"]),
        ("Hålla föräldramöten.", ["föräldrar"]),
        ("Råd till äldre och till äldre.", ["äldre"]),
        ("Tillsammans med föräldrar möta unga.", ["unga"]),  # partners are none
        (
            "Utbilda personal som arbetar med ungdomar.",
            ["personal som arbetar med ungdomar"],
        ),
        ("Fler trafikkontroller.", []),
        ("Möta barn under 15 år.", ["barn under 15 år"]),
        ("Möta barn under bordet.", ["barn"]),
        ("Möta barn i åldern 3–12 år.", ["barn i åldern 3–12 år"]),
        ("Möta elever i årskurs 7 till en kväll.", ["elever i årskurs 7"]),
        ("Möta elever i årskurs.", ["elever"]),
        (
            "Bjuda in föräldrar till elever i årskurs 7.",
            ["föräldrar till elever i årskurs 7"],
        ),
        (
            "Bjuda in vårdnadshavare till blivande elever.",
            ["vårdnadshavare till blivande elever"],
        ),
        ("Bjuda in föräldrar till en kväll.", ["föräldrar"]),
        ("Stöd till elever som hotat personal.", ["elever som hotat personal"]),
        ("Stöd till elever som hotat vuxna, och mer.", ["elever som hotat vuxna"]),
        ("Stöd till elever som vill.", ["elever"]),
        (
            "Utbilda chefer inom skola, vård och omsorg i frågor.",
            ["chefer inom skola, vård och omsorg"],
        ),
        ("Utbilda personal på skolorna och arbeta.", ["personal på skolorna"]),
        ("Utbilda personal på", ["personal på"]),
        ("Möta motorintresserade unga.", ["motorintresserade unga"]),
        ("Stöd till unga brottsoffer.", ["unga brottsoffer"]),
        ("Möta sjätteklassare.", ["sjätteklassare"]),
    ],
)
def test_for_whom_it_is(text, expected):
    """
    Groups are named as written, with their age or school year.
    """
    assert values(find_target_groups(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Synas i syfte att öka tryggheten.", ["i syfte att öka tryggheten"]),
        ("Möten, med syfte att öka kunskapen.", ["med syfte att öka kunskapen"]),
        ("Möten, där syftet är att lyssna.", ["där syftet är att lyssna"]),
        ("Synas. Syftet är att hindra brott. Punkt.", ["Syftet är att hindra brott"]),
        ("Besöka skolor i kontaktskapande syfte.", ["i kontaktskapande syfte"]),
        ("Vandra.\nSyfte: trygghet och trivsel", ["trygghet och trivsel"]),
        (
            "Lära för att förebygga brott, med fokus på unga.",
            ["för att förebygga brott"],
        ),
        (
            "Lära för att minska våld, stöld och hot.",
            ["för att minska våld, stöld och hot"],
        ),
        ("Önskar någon det för att bli trygg så lovar vi det.", ["för att bli trygg"]),
        (
            "Sök i förebyggande syfte för att hitta droger.",
            [
                "i förebyggande syfte",
                "för att hitta droger",
            ],
        ),
        ("I syfte att lyssna för att lära.", ["I syfte att lyssna för att lära"]),
        ("Arbeta för att minska brotten.", []),  # the deed itself
        ("Syfte:", []),
    ],
)
def test_why_it_is_done(text, expected):
    """
    A purpose goes on to the end of its clause.
    """
    assert values(find_purpose(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Om det uppkommer önskemål så lovar vi att hjälpa till.",
            ["Om det uppkommer önskemål"],
        ),
        ("Om skolan vill, kommer vi.", ["Om skolan vill"]),
        ("Vill handlare veta mer lovar vi råd.", ["Vill handlare veta mer"]),
        (
            "Önskar en förening att medlemmar ska lära sig så lovar vi det.",
            ["Önskar en förening att medlemmar ska lära sig"],
        ),
        (
            "Insatser, om underrättelseläget medger detta.",
            ["om underrättelseläget medger detta"],
        ),
        ("Faktorer ska vid behov åtgärdas.", ["vid behov"]),
        ("Delta vid önskemål från skolan.", ["vid önskemål från skolan"]),
        ("Information om droger.", []),  # about, not if
        ("Delta om de boende önskar det.", ["om de boende önskar det"]),
        (
            "Flyga när väder och resurser så tillåter.",
            ["när väder och resurser så tillåter"],
        ),
        ("När en skola ber om det deltar vi.", ["När en skola ber om det"]),
        ("När sommaren kom", []),
        ("Skulle någon vilja det lovar vi hjälp.", ["Skulle någon vilja det"]),
        ("Möten så länge behovet finns.", ["så länge behovet finns"]),
        ("Vi ser vad någon vill och gör det.", []),
        ("Om droger", []),  # a heading without a main clause
        ("Patrullera, när inte annat hindrar.", ["när inte annat hindrar"]),
        ("Mötas då något har inträffat.", ["då något har inträffat"]),
        ("Kamera i centrum, om tillstånd ges.", ["om tillstånd ges"]),
        ("När det gäller unga fortsätter vi.", []),  # what it is about
        ("Vandra där det finns risk för brand.", []),  # where, not if
    ],
)
def test_what_it_hangs_on(text, expected):
    """
    Conditions stand after "om" and the like, or open the sentence with the verb.
    """
    assert values(find_condition(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommunen ska verka för fler lampor.", ["verka för"]),
        ("Eftersträva närvaro i möjligaste mån.", ["Eftersträva", "i möjligaste mån"]),
        ("Polisen bör synas.", ["bör"]),
        ("Undersöka möjligheten till kameror.", ["Undersöka möjligheten"]),
        ("Verka för att fler vandrar.", ["Verka för att"]),
        ("Utreda om fler lampor behövs.", ["Utreda om"]),
        ("Polisen ska synas.", []),
    ],
)
def test_what_makes_it_weak(text, expected):
    """
    Hedges are told apart from plain promises.
    """
    assert values(find_hedges(text)) == expected


def test_a_finding_has_its_place():
    """
    The value stands at the place, in the text as it was given.
    """
    assert find_places("Synas på torget.") == (Found(9, 15, "torget"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I samverkan med skola och socialtjänsten i Storby kommun.",
            {
                "skola": "school",
                "socialtjänst": "social_services",
            },
        ),
        (
            "I samverkan med kommunen och externa aktörer genomföra möten.",
            {
                "kommun": "municipality",
                "externa aktörer": "other",
            },
        ),
        (
            "I samverkan med kommunen, aktivt arbeta med trygghet.",
            {"kommun": "municipality"},
        ),
        (
            "I samverkan med skolan i Storby kommun och Lions vandra.",
            {
                "skola": "school",
                "Lions": "other",
            },
        ),
        (
            "Tillsammans med Västtrafiks Trygghetsvärdar synas.",
            {"Västtrafik": "public_transport"},
        ),
        ("Tillsammans med Ekhems värdar synas.", {"Ekhem": "other"}),
        ("Tillsammans med kommunens fältare synas.", {"fältare": "social_services"}),
        ("Tillsammans med Storby kommun synas.", {"Storby kommun": "municipality"}),
        (
            "Tillsammans med Svenska Hus AB och föreningar.",
            {
                "Svenska Hus AB": "other",
                "förening": "association",
            },
        ),
        (
            "Ihop med näringslivet, räddningstjänsten och bostadsbolagen vandra.",
            {
                "näringsliv": "company",
                "räddningstjänst": "fire_service",
                "bostadsföretag": "housing_company",
            },
        ),
        (
            "Samarbeta med till exempel andra kommuner och myndigheter.",
            {
                "andra kommuner": "other",
                "myndighet": "authority",
            },
        ),
        (
            "Samverkan mellan polis, region och fritids.",
            {
                "polis": "police",
                "region": "region",
                "fritid": "other",
            },
        ),
        (
            "Vandra med representanter från kommun, polis och andra berörda.",
            {
                "kommun": "municipality",
                "polis": "police",
                "andra berörda": "other",
            },
        ),
        (
            "En lägesbild för polis, kommun och Ekby.",
            {
                "polis": "police",
                "kommun": "municipality",
                "Ekby": "other",
            },
        ),
        (
            "Utveckla hur polisen, kommunens verksamheter och företagare samverkar.",
            {
                "polis": "police",
                "kommun": "municipality",
                "näringsliv": "company",
            },
        ),
        ("Visa hur polisen och kommunen arbetar.", {}),
        (
            "Täta kontakter med både skolor och fritidsgårdar.",
            {
                "skola": "school",
                "fritidsgård": "other",
            },
        ),
        ("Få kontakt med lokalsamhället.", {}),  # met, not a partner
        ("Få kontakt med ungdomar.", {}),
        ("Mellan kl. 10 och 12.", {}),
        ("Tillsammans med varandra vandra.", {}),
        ("Tillsammans med dem.", {}),
        ("I samverkan med bekanta, genomföra möten.", {"bekanta": "other"}),
        ("I samverkan med bekanta och arbeta vidare.", {"bekanta": "other"}),
        (
            "I samverkan med bekanta, kyrkan samt vänner.",
            {
                "bekanta": "other",
                "kyrkan": "association",
                "vänner": "other",
            },
        ),
        (
            "Tillsammans med Storbys nattvandrare och SL:s värdar synas.",
            {"Storbys nattvandrare": "association", "SL:s värdar": "public_transport"},
        ),
        ("Vandra med stöd av Ekby byalag.", {"Ekby byalag": "association"}),
        (
            "Tillsammans med flickor från Ekens fritidsgård.",
            {"flickor från Ekens fritidsgård": "other"},
        ),
        ("Ihop med Bolagets: värdar.", {"Bolagets": "other"}),
        ("Ihop med Bus:s värdar.", {"Bus:s värdar": "other"}),
        ("Ihop med bostadsbolaget Ekby synas.", {"Ekby": "housing_company"}),
        ("Ihop med gruppen Ekens Vänner synas.", {"Ekens Vänner": "other"}),
        ("I samverkan med NTF Syfte: hela lysen.", {"NTF": "association"}),
        ("Erbjuda träffar, där även skolan medverkar.", {"skola": "school"}),
        ("Starta en grupp, i vilken även Ekhus deltar.", {"Ekhus": "housing_company"}),
        ("Finnas där skolan är.", {}),
        ("Ha möten med fastighetsägare.", {"bostadsföretag": "housing_company"}),
        ("Ha möten med föräldrar.", {}),  # they are met
        ("Kalla krögarna till samråd.", {"näringsliv": "company"}),
        ("Kalla vittnen till samtal.", {}),
        ("Bjuda in Ekens Vänner till samtal.", {"Ekens Vänner": "other"}),
        ("Bjuda in till samtal.", {}),
        ("Märka båtar med stöd av Ekens Båtar.", {"Ekens Båtar": "other"}),
        ("Ingripa med stöd av LOV 3.", {}),
        ("Vandra en gång per termin med boende.", {"medborgare": "other"}),
        ("Platser stäms av med ingenjören.", {"ingenjören": "other"}),
        ("Erbjuda elev- och föräldrainriktade träffar.", {}),  # who receives
        ("I samverkan med", {}),
        # what is done together, with words between
        (
            "Gå trygghetsvandring i Ekby med boende, Lions och skolan.",
            {"medborgare": "other", "Lions": "other", "skola": "school"},
        ),
        ("Gå pass i Ekby. Prata med skolan.", {}),
        ("Berätta med hjärtat.", {}),
        ("Vandringar leds av elever från Ekens skola.", {"ungdomar": "other"}),
        ("Möta ungdomar tillsammans med sina föräldrar.", {}),  # who comes along
        (
            "Varje vecka samordnar skola, polis och fritid sina insatser.",
            {"skola": "school", "polis": "police", "fritid": "other"},
        ),
        ("Krogar får besök. Polisen följer med.", {"polis": "police"}),
        (
            "Tillsammans med norsk polis och tull.",
            {"norsk polis": "other", "myndighet": "authority"},
        ),
        # who works there is not the municipality itself
        (
            "Tillsammans med kommunens alkoholhandläggare.",
            {"kommunens alkoholhandläggare": "other"},
        ),
        ("Tillsammans med kommunens tekniker.", {"kommun": "municipality"}),
        (
            "Möten i samråd med stadsdelsförvaltningen.",
            {"stadsdelsförvaltningen": "other"},
        ),
        (
            "Ihop med Norrbygdens brand- och räddningsförbund.",
            {"Norrbygdens brand- och räddningsförbund": "fire_service"},
        ),
        ("Ihop med Norrbygdens vatten- och avloppsbolag.", {"Norrbygden": "other"}),
        (
            "Informera på SPF:s och PRO:s träffar.",
            {"SPF": "association", "PRO": "association"},
        ),
        ("Informera på pensionärsföreningarnas möten.", {"förening": "association"}),
        ("Informera på föreningarnas hemsidor.", {}),
        ("I samverkan med fastighetsägare.", {"bostadsföretag": "housing_company"}),
        (
            "Ihop med bolagen, Räddningstjänsten Syd och föreningslivet.",
            {
                "bolagen": "other",
                "Räddningstjänsten Syd": "fire_service",
                "förening": "association",
            },
        ),
        ("", {}),
    ],
)
def test_who_takes_part(text, expected):
    """
    Partners are known by one word in whatever form, or else by their own.
    """
    found = find_partners(text)
    assert {each.lemma: each.kind.value for each in found} == expected


def test_a_partner_has_its_place_and_words():
    """
    The words are those of the text; whether they only help is told.
    """
    (partner,) = find_partners("Möten tillsammans med den lokala skolan.")
    assert partner == (22, 39, "den lokala skolan", "skola", PartyKind.SCHOOL, True)


@pytest.mark.parametrize(
    "text", ["Täta kontakter med skolan.", "Tillsammans med ungdomar."]
)
def test_who_is_met_or_is_meant_does_not_only_help(text):
    """
    Those kept in touch with, and people at all, are what a promise is about.
    """
    (partner,) = find_partners(text)
    assert not partner.is_company


PIECES = (
    "i,på,samverkan,med,skolan,Storby,och,kommun,de,platser,Syfte,:,för,att,om,varje,"
    "E45,Lv,315,.,bland,annat,elever,årskurs,ungdomar,Om,så,\n"
)


@given(st.text() | st.lists(st.sampled_from([*PIECES.split(","), ","])).map(" ".join))
def test_any_text_can_be_read_and_every_place_is_in_it(text):
    """
    Nothing raises, and no place lies outside the text.
    """
    for find in (
        find_condition,
        find_hedges,
        find_partners,
        find_places,
        find_purpose,
        find_target_groups,
    ):
        assert all(0 <= each.start < each.end <= len(text) for each in find(text))
