"""What promises are about, in the words of no particular page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.errors import InvalidDocument
from medborgarloften.model import Theme
from medborgarloften.reading.promises.themes import FoundTheme, Vocabulary, find_themes
from medborgarloften.reading.text.patterns import Patterns
from medborgarloften.reading.text.words import words_of


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
        ("Närvaro vid skolorna på morgnarna.", "visible_presence school"),
        ("Ha poliser i Storvik varje vecka.", "visible_presence"),
        ("Låta fältare röra sig där unga är.", "youth"),  # they are no patrol
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
        ("Öppettider på polisstationen.", "visible_presence"),  # no railway's
        ("Trafikkontroller i centrum.", "traffic_safety"),  # where, and no more
        ("Röja sly mellan Norrby och centrum.", "physical_environment"),
        ("Märka cyklar på stationen.", "burglary_theft"),
        ("Lugnare kvällar på torget.", "public_places"),
        ("Fältare på torget.", "youth public_places"),
        ("Kameror på perrongerna.", "camera public_places"),
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
        ("Delta på föräldramöten.", "parents"),
        ("Hålla föräldramöten om droger.", "drugs parents information"),
        ("Stöd åt föräldrar som oroas för sina barn.", "parents"),  # for the parents
        ("Orossamtal med vårdnadshavare.", "parents"),
        # dialogue
        ("Hålla medborgardialoger i varje kommundel.", "dialogue"),
        ("Fika med en polis på biblioteket.", "dialogue"),
        ("I dialog med krögare göra tillsyn på krogar.", "alcohol_tobacco"),
        # school
        ("Besöka alla elever i årskurs 8.", "school"),
        ("Skolbesök varje termin.", "school"),
        ("Närvaro vid skolavslutningar.", "visible_presence public_places"),
        ("Aktiviteter på skolloven.", "leisure"),  # and no school
        ("Trafikkontroller vid Centralskolan.", "traffic_safety"),
        ("Farthinder utanför Astrid Lindgrens skola.", "traffic_safety"),
        ("Belysa gångvägen till förskolor och skolor.", "physical_environment"),
        ("Utbilda all personal vid Norra skolan.", "information"),
        ("Lektioner i årskurs 5.", "school"),
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
        ("Våldsprevention för pojkar.", "violence youth"),
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
        ("Sprida råd via sociala medier.", "information"),  # a channel
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
        ("Resecentrum", "Ordningsvakter varje dag.", "adult_presence public_places"),
        ("Narkotika", "Ordningsvakter varje dag.", "adult_presence"),
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


def test_users_may_add_to_a_vocabulary():
    """
    What is added goes first where both say something of a word.
    """
    ours = Vocabulary.parse("camera\tdronarsyn*\nnone\tknark*, graffiti")
    words = Vocabulary.default().extended(ours)
    assert themes("Dronarsyn av knarket", vocabulary=words) == {"camera"}
    assert themes("Graffiti", vocabulary=words) == set()
    assert themes("Sanera klotter", vocabulary=words) == {"vandalism"}


def test_rows_may_share_a_list_of_words():
    """
    What is written once is the same everywhere; trailing tabs and commas are no fault.
    """
    words = Vocabulary.parse(
        "=white\tsnö*, is,\t\ndrugs\tknark*, =white\tsäljs\ncamera\t=white\tfilmas\t\t"
    )
    assert themes("Snö säljs", vocabulary=words) == {"drugs"}
    assert themes("Is filmas", vocabulary=words) == {"camera"}
    assert themes("Snö faller", vocabulary=words) == set()


def test_rows_that_an_addition_empties_are_left_out():
    """
    A row with no words left says nothing more.
    """
    one, other = Vocabulary.parse("drugs\tknark*"), Vocabulary.parse("none\tknark*")
    assert one.extended(other) == other


def test_words_may_tell_only_where_something_is():
    """
    The word before the name or the list decides, and a verb between them parts them.
    """
    words = Vocabulary.parse("school\t*skola, *skolan\t\t\tvid")
    for place in ("vid Norra skolan", "vid Ekskola och Alskola", "vid ortens skola"):
        assert themes(place, vocabulary=words) == set()
    for subject in ("skolan", "vid ån ligger skolan", "besöka skolan"):
        assert themes(subject, vocabulary=words) == {"school"}


_NO_WORDS = "has no words; write them after a tab, parted by commas"
_FITS_NOTHING = "fits nothing; put * only before the first word or after a word"


@pytest.mark.parametrize(
    ("table", "row", "complaint"),
    [
        ("# mine\nnarkotikan\tknark*", 2, "write a theme's id or its name, or none"),
        ("# mine\nnarkotikan\tknark*", 2, "no theme is called 'narkotikan'"),
        ("drugs", 1, _NO_WORDS),
        ("\ndrugs\t , ", 2, _NO_WORDS),
        ("drugs\ta\tb\tc\td\te", 1, "more than five columns; part words by commas"),
        ("=ours\tspice\ndrugs\t=our", 2, "no list '=our' stands above; write its row"),
        ("=ours\tspice\ndrugs\ta\t=ours", 2, "name it only in the second column"),
        ("=ours", 1, _NO_WORDS),
        ("drugs\tkn*rk", 1, f"'kn*rk' {_FITS_NOTHING}"),
        ("drugs\tknark*\ti *parken", 1, f"'i *parken' {_FITS_NOTHING}"),
    ],
)
def test_a_faulty_row_is_refused_with_what_would_do(tmp_path, table, row, complaint):
    """
    The complaint names the file, the row and the remedy.
    """
    path = tmp_path / "ours.tsv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(InvalidDocument) as caught:
        Vocabulary.load(path)
    assert str(caught.value).startswith(f"ours.tsv, row {row}: ")
    assert complaint in str(caught.value)


def test_every_faulty_row_is_told_at_once():
    """
    Somebody who corrects a table need not find its faults one by one.
    """
    with pytest.raises(InvalidDocument) as caught:
        Vocabulary.parse("narkotikan\tknark*\ndrugs\tdrog*\ndrugs")
    assert [each.code for each in caught.value.problems] == [
        "unknown-theme",
        "no-words",
    ]


def test_a_file_in_another_encoding_is_refused(tmp_path):
    """
    A table saved by an old program is not guessed at; a byte order mark is no fault.
    """
    path = tmp_path / "ours.tsv"
    path.write_bytes("drugs\tknärk*".encode("latin-1"))
    with pytest.raises(InvalidDocument, match=r"ours\.tsv: is not written in UTF-8"):
        Vocabulary.load(path)
    path.write_text("drugs\tknärk*", encoding="utf-8-sig")
    assert themes("Mot knärket", vocabulary=Vocabulary.load(path)) == {"drugs"}


def test_the_table_that_comes_along_has_no_fault():
    """
    It is read as a user's own would be, row by row, and every pattern can fit.
    """
    rows = Vocabulary.default().rows
    known = {theme.value for theme in Theme}
    for row in rows:
        for pattern in {*row.words, *row.conditions} - known:
            sample = words_of(pattern.replace("*", "o"))
            assert Patterns([pattern]).hits(sample), pattern
    assert {row.theme for row in rows} == {None, *Theme}


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
