"""What promises are about, in the words of no particular page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.errors import UnknownName
from medborgarloften.model import Theme
from medborgarloften.reading.promises.themes import FoundTheme, Vocabulary, find_themes


def themes(text, **options):
    """Name the themes found."""
    return {found.theme.value for found in find_themes(text, **options)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # drugs
        ("Polisen ska störa den öppna droghandeln.", "drugs"),
        ("Kommunen mäter narkotika i avloppsvattnet.", "drugs"),
        ("Polisen lovar att söka med hund på gymnasiet.", "drugs school"),
        ("Stoppa narkotikalangningen.", "drugs"),  # not the selling of alcohol
        ("Trygghetsarbetet drogs i gång.", ""),  # the verb dra
        ("Arbeta för drogfria ungdomsmiljöer.", "drugs youth"),
        # visible_presence
        ("Fler fotpatruller kvällstid.", "visible_presence"),
        ("Polisen ska vara mer synlig i ytterområdena.", "visible_presence"),
        ("Det mobila poliskontoret åker ut till byarna.", "visible_presence"),
        ("Minska skolfrånvaron och öka skolnärvaron.", "school"),  # presence at school
        ("Polisen närvarar vid föräldramöten.", "parents information"),
        # traffic_safety
        ("Genomföra nykterhetskontroller.", "traffic_safety"),
        ("Säkra skolvägar genom hastighetsmätningar.", "traffic_safety"),
        ("Ta 200 utandningsprov i månaden.", "traffic_safety"),
        ("Fler bälteskontroller och flygande inspektioner.", "traffic_safety"),
        ("Möten med Trafikverket.", ""),  # a body, not a subject
        # youth
        ("Fältarna finns där ungdomar är.", "youth"),
        ("Tidiga samtal med barn.", "youth"),
        ("Se till att trygghetsarbetet fungerar.", ""),  # unga inside fungera
        ("En tung fråga för regionen.", ""),
        # public_places
        ("Ordningsvakter på torget fredagar.", "adult_presence public_places"),
        ("Motverka ordningsstörningar.", "public_places"),
        ("Synas i kollektivtrafiken.", "visible_presence public_places"),
        ("Krogtillsyn i centrum.", "alcohol_tobacco"),  # licensing checks are not
        ("Öka närvaron under riskhelger.", "visible_presence public_places"),
        ("Kampanj inför riskhelger.", "information"),
        ("Öppettider på polisstationen.", ""),
        # safety_walks
        ("Genomföra trygghetsvandringar två gånger om året.", "safety_walks"),
        ("En medborgarvandring per stadsdel.", "safety_walks"),
        ("Trygghetsronder i bostadsområden.", "safety_walks"),
        # alcohol_tobacco
        ("Tillsyn på krogar.", "alcohol_tobacco"),
        ("Kontrollköp av tobak och folköl.", "alcohol_tobacco"),
        ("Förebygga langning till minderåriga.", "alcohol_tobacco youth"),
        ("Föräldrar informeras om ANDT.", "alcohol_tobacco drugs parents information"),
        # physical_environment
        ("Bättre belysning längs gång- och cykelvägar.", "physical_environment"),
        ("Kommunen röjer sly och klipper buskage.", "physical_environment"),
        ("Städa parkerna oftare.", "physical_environment public_places"),
        # youth_at_risk
        ("Samtal med ungdomar i riskzon.", "youth_at_risk"),  # and not youth
        ("Arbeta enligt SSPF.", "youth_at_risk"),
        ("Utveckla sociala insatsgrupper (SIG).", "youth_at_risk"),
        ("Polisen ska visa sig oftare.", ""),  # sig, not SIG
        (
            "Fånga upp barn som riskerar att hamna i kriminalitet.",
            "youth youth_at_risk",
        ),
        # coordination
        ("Vidareutveckla samverkan mellan skola och polis.", "coordination"),
        ("Samverkan mellan polis och näringsliv ska stärkas.", "coordination"),
        ("Ha veckovisa möten enligt EST.", "coordination"),
        ("Ta fram en gemensam lägesbild.", "coordination"),
        ("I samverkan med skolan göra trafikkontroller.", "traffic_safety"),
        ("Utifrån aktuell lägesbild göra trafikkontroller.", "traffic_safety"),
        # motor_nuisance
        ("Kontrollera A-traktorer.", "motor_nuisance"),
        ("Stoppa buskörning med moped.", "motor_nuisance"),
        ("Kontroller av skotrar i terrängen.", "motor_nuisance"),
        # parents
        ("Delta på föräldramöten.", "parents information"),
        ("Orossamtal med vårdnadshavare.", "parents"),
        # dialogue
        ("Hålla medborgardialoger i varje kommundel.", "dialogue"),
        ("Fika med en polis på biblioteket.", "dialogue public_places"),
        ("I dialog med krögare göra tillsyn på krogar.", "alcohol_tobacco"),
        # school
        ("Besöka alla elever i årskurs 8.", "school"),
        ("Skolbesök varje termin.", "school"),
        ("Närvaro vid skolavslutningar.", "visible_presence public_places"),
        ("Aktiviteter på skolloven.", ""),
        # burglary_theft
        ("Minska antalet bostadsinbrott.", "burglary_theft"),
        ("Cykelmärkning mot cykelstölder.", "burglary_theft"),  # and not traffic
        # neighbourhood_watch
        ("Starta fler grannsamverkansområden.", "neighbourhood_watch"),
        ("Utveckla båtsamverkan.", "neighbourhood_watch"),  # and not coordination
        # information
        ("Hålla föreläsningar för personal.", "information"),
        ("Utbilda personal i samtalsmetodik.", "information"),
        ("Ta emot information från allmänheten.", ""),  # gathered, not given
        # vandalism
        ("Sanera klotter inom ett dygn.", "vandalism"),
        ("Minska skadegörelsen på skolor.", "vandalism school"),
        # adult_presence
        ("Stödja nattvandrare.", "adult_presence"),
        ("Tillsammans med ordningsvakter synas.", "adult_presence visible_presence"),
        ("Öka vuxennärvaron på stan.", "adult_presence"),  # and not police presence
        # domestic_violence
        (
            "Utbilda personal om våld i nära relationer.",
            "domestic_violence information",
        ),
        ("Införa Huskurage.", "domestic_violence"),
        ("Stoppa mäns våld mot kvinnor.", "domestic_violence"),
        # organised_crime
        ("Rikta insatser mot kriminella nätverk.", "organised_crime"),
        ("Stöd till avhoppare.", "organised_crime"),
        (
            "Hjälpa unga att lämna kriminella gäng.",
            "organised_crime youth youth_at_risk",
        ),
        # business
        ("Träffa handlare och företagare.", "business"),
        ("Kontroller mot arbetslivskriminalitet.", "business organised_crime"),
        ("Stoppa handeln med narkotika.", "drugs"),
        # violence
        ("Minska våldet i krogmiljön.", "violence public_places"),
        ("Våldsprevention för pojkar.", "violence"),
        ("Satsa på hot spots.", "public_places"),  # hot is a threat
        # fraud
        ("Informera äldre om bedrägerier.", "fraud information vulnerable_victims"),
        ("Varna för nätfiske.", "fraud"),
        # cohesion
        ("Motverka våldsbejakande extremism.", "cohesion"),
        ("Stärka nyanländas kunskap om samhället.", "cohesion information"),
        # vulnerable_victims
        ("Återkoppla till brottsoffer.", "vulnerable_victims"),
        ("Särskilt utsatta områden besöks.", ""),  # places, not people
        ("Trygga äldre på stan.", "vulnerable_victims"),
        # leisure
        ("Fler mötesplatser och en meningsfull fritid.", "leisure"),
        ("Aktiviteter för ungdomar på sommaren.", "leisure youth"),
        ("Besöka fritidsgårdarna.", "youth"),
        # camera
        ("Söka tillstånd för kamerabevakning på stationen.", "camera public_places"),
        ("Fler trafiksäkerhetskameror.", "traffic_safety"),
        # sexual_offences
        ("Motverka ofredanden.", "sexual_offences"),
        ("Föreläsa om kränkningar på nätet.", "sexual_offences information"),
        ("Sprida råd via sociala medier.", ""),  # a channel
        # health
        ("Förebygga psykisk ohälsa och suicid.", "health"),
        ("Främja folkhälsan.", "health"),
    ],
)
def test_a_promise_is_about_what_its_words_say(text, expected):
    """
    Each theme is told by words any practitioner would know it by, and no more.
    """
    assert themes(text) == set(expected.split())


@pytest.mark.parametrize(
    "text",
    ["Mot narko\u00adtika", "Mot narko-\ntika", "Mot NARKOTIKA", "Mot narko\u2010tika"],
)
def test_how_a_word_is_set_does_not_matter(text):
    """
    Soft hyphens, line breaks and capitals hide no word, and all of it is the place.
    """
    assert find_themes(text) == (FoundTheme(Theme.DRUGS, 4, len(text)),)


def test_letters_in_two_parts_are_one():
    """
    An å written as a and a ring is an å.
    """
    assert themes("Stoppa va\u030aldet") == {"violence"}


def test_a_theme_is_told_once_where_it_is_first_named():
    """
    The words that come first are the ones to cite.
    """
    text = "Trafikkontroller, och mer trafik."
    assert [text[each.start : each.end] for each in find_themes(text)] == [
        "Trafikkontroller"
    ]


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Narkotika", "Kontroll minst en gång per år.", "drugs"),
        ("Narkotika", "Hålla samverkansmöte.", "coordination drugs"),
        ("Narkotika", "Trygghetsvandring varje höst.", "safety_walks"),
        ("Det här ska vi göra", "Kontroll minst en gång per år.", ""),
    ],
)
def test_a_heading_tells_only_what_the_text_does_not(heading, text, expected):
    """
    A subject of its own silences the heading; a manner of working does not.
    """
    assert themes(text, heading=heading) == set(expected.split())


def test_what_a_heading_tells_is_placed_in_the_heading():
    """
    The place says which of the two texts it is a place in.
    """
    assert find_themes("Kontroll.", heading="Mot narkotika") == (
        FoundTheme(Theme.DRUGS, 4, 13, in_heading=True),
    )


def test_users_may_bring_their_own_words(tmp_path):
    """
    A file of words takes the place of the library's, remarks and gaps and all.
    """
    table = "# remark\n\nNarkotika\tknark*, SPICE\tparken\nnone\tknarkel\n"
    path = tmp_path / "words.tsv"
    path.write_text(table, encoding="utf-8")
    words = Vocabulary.load(path)
    assert themes("Knarket i parken", vocabulary=words) == {"drugs"}
    assert themes("SPICE i parken", vocabulary=words) == {"drugs"}
    assert themes("spice i parken", vocabulary=words) == set()
    assert themes("Knarket vid ån", vocabulary=words) == set()
    assert themes("knarkel i parken", vocabulary=words) == set()


def test_a_theme_nobody_knows_is_refused():
    """
    A misspelt theme is told with the nearest one.
    """
    with pytest.raises(UnknownName, match="narkotika"):
        Vocabulary.parse("narkotikan\tknark*")


def test_no_words_tell_nothing():
    """
    An empty text has no theme.
    """
    assert find_themes("") == ()


@given(st.text())
def test_any_text_can_be_read_and_every_place_is_in_it(text):
    """
    Nothing raises, and no place lies outside the text.
    """
    assert all(0 <= each.start < each.end <= len(text) for each in find_themes(text))
