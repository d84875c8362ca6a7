from __future__ import annotations

import pytest

from medborgarloften.model import How
from medborgarloften.reading import read_html, read_text
from medborgarloften.reading.actors.area import find_area, find_told_area, name_of
from medborgarloften.reading.actors.districts import city_of, find_district
from medborgarloften.reading.page.page import title_of
from medborgarloften.reading.page.sections import find_settings
from medborgarloften.reading.text.document import Document
from medborgarloften.reference import municipality, municipality_by_code


def area(page, url=None, name=None):
    """The names of the municipalities that a page is of."""
    settings = find_settings(Document.of(page))
    title = title_of(settings)
    found = find_area(settings, [title] if title else [], url, name)
    codes = (each if isinstance(each, str) else each.value for each in found)
    return [municipality_by_code(code).name for code in codes]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Medborgarlöfte i Laxå\n\nHallsbergs kommun är granne.", ["Laxå"]),
        ("Askersunds kommun – medborgarlöften", ["Askersund"]),
        # a word is a name where a title says that it is meant
        ("Medborgarlöfte i Mark", ["Mark"]),
        ("Mark – medborgarlöften", ["Mark"]),
        ("Medborgarlöfte i Storskogen", []),
        ("Medborgarlöfte Sala 2024", ["Sala"]),
        ("Medborgarlöfte 2024-2025 för Mark", ["Mark"]),
        ("Vara 2022", ["Vara"]),
        ("Medborgarlöfte Mark och skog", []),
        ("Medborgarlöfte för Orsa, Mora och Älvdalen", ["Orsa", "Mora", "Älvdalen"]),
        ("Medborgarlöfte för Orsa, Mora och Storskogen", ["Orsa", "Mora"]),
        # a title that names a kommun is of it, whatever other place it names
        ("Medborgarlöfte i Laxå kommun och Hallsberg", ["Laxå"]),
        # without a name in the title, the kommun that the page most often names
        (
            "Nytt\n\nI Laxå kommun bor vi. Hallsbergs kommun var i Laxå kommun.",
            ["Laxå"],
        ),
        # and if it names none as one, the place
        ("Nytt löfte\n\nDet blir tryggare i Åsele.", ["Åsele"]),
        # who is asked, and what is method, is elsewhere
        ("Nytt löfte\n\nKontakt\n\nEva Ek, Laxå kommun", []),
        ("Nytt löfte", []),
    ],
)
def test_the_municipality_is_told_by_title_then_text(page, wanted):
    """
    The agreement's own title tells best.
    """
    assert area(page) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "vägen mot Borås",
        "vägen till Borås",
        "väg 41 till Borås",
        "riksvägen mellan Avesta och Borås",
        "tåget mot Borås",
        "en rastplats utanför Borås",
    ],
)
def test_where_a_way_goes_is_no_municipality_of_the_agreement(words):
    """
    Neither beside another name nor alone, in a title or below it.
    """
    assert area(f"Nytt löfte\n\nKommunen röjer sly utmed {words}.") == []
    assert area(f"Nytt löfte\n\nI Åsele röjs {words}, ja {words}.") == ["Åsele"]
    assert area(f"Nytt löfte om {words}") == []


def test_the_address_and_the_name_of_a_page_come_before_a_place_in_it():
    """
    But after what the page says is a kommun, and after each other.
    """
    page = "Nytt löfte\n\nDet blir tryggare i Åsele."
    url, name = "https://sala.se/lofte", "Löfte - Gnesta kommun"

    assert area(page, url, name) == ["Sala"]
    assert area(page, None, name) == ["Gnesta"]
    assert area(page.replace("Åsele", "Åsele kommun"), url, name) == ["Åsele"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Medborgarlöfte 2022 - Gnesta kommun", ["Gnesta"]),
        ("Medborgarlöfte i Gnesta kommun | Trosa", ["Gnesta"]),
        ("Medborgarlöfte Sala", ["Sala"]),
        ("Trygghet | Åsele", ["Åsele"]),
        # of two, which one is not told
        ("Gnesta | Trosa", []),
        ("Trygghet", []),
    ],
)
def test_the_name_of_a_web_page_tells_if_it_is_of_one(name, wanted):
    """
    What stands in its head has no words on the page.
    """
    assert area("Nytt löfte", None, name) == wanted


def test_the_first_title_that_names_a_municipality_counts():
    """
    But a label may name a village, and a heading one of those in the title.
    """
    page = (
        "Löften för Laxå kommun och Åsele kommun\n\nMedborgarlöfte Sala\n\n"
        "Medborgarlöfte Laxå kommun\n\nHabo: 2022"
    )
    settings = find_settings(Document.of(page))
    both, sala, laxa, label = (setting.line for setting in settings)

    def names(*titles):
        found = find_told_area([], titles)
        return [municipality_by_code(each.value).name for each in found]

    assert names(sala, both) == ["Sala"]
    assert names(laxa, both) == ["Laxå", "Åsele"]
    assert names(label, sala) == ["Sala"]
    assert names(label) == ["Habo"]


def test_several_municipalities_are_told_by_whom_the_agreement_is_between():
    """
    A copy is titled with one of them, or with none, and all are parties.
    """
    between = "Ett medborgarlöfte mellan polisen och kommunerna Laxå och Hallsberg."

    assert area(f"Laxå – medborgarlöften\n\n{between}") == ["Laxå", "Hallsberg"]
    assert area(f"Trygga tåg\n\n{between}") == ["Laxå", "Hallsberg"]
    assert area(f"Åsele – medborgarlöften\n\n{between}") == ["Åsele"]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        # a title or a sentence that names both
        (
            "Laxå – medborgarlöften\n\nMedborgarlöfte för Laxå och Hallsberg 2023",
            ["Laxå", "Hallsberg"],
        ),
        (
            "Trygga tåg\n\nLaxå kommun och Hallsbergs kommun har enats om löften.",
            ["Laxå", "Hallsberg"],
        ),
        # a neighbour that has one of its own, or is only named
        (
            "Laxå – medborgarlöften\n\nMellan: även Laxå kommun, Ale kommun får löften",
            ["Laxå"],
        ),
        (
            "Laxå – medborgarlöften\n\nI Laxå har vi tecknat löften. I Hallsberg ej.",
            ["Laxå"],
        ),
        (
            "Laxå – medborgarlöften\n\nMedborgarlöfte för Laxå. I Hallsberg bor vi.",
            ["Laxå"],
        ),
    ],
)
def test_a_neighbour_is_a_party_only_if_it_is_said_to_be(page, wanted):
    """
    Two names beside each other in a title are of two parties.
    """
    assert area(page) == wanted


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://www.laxa.se/trygghet/lofte", ["Laxå"]),
        (
            "https://polisen.example/medborgarloften/orebro-lan/goteborg-lundby/",
            ["Göteborg"],
        ),
        ("https://polisen.example/nytt-lofte-i-laxa-kommun", ["Laxå"]),
        # "vara" is a word, and in an address no capital tells
        ("https://polisen.example/att-vara-trygg", []),
        ("https://polisen.example/medborgarlofte-i-vara", ["Vara"]),
        ("http://[oops", []),
        ("laxa", ["Laxå"]),
        (None, []),
    ],
)
def test_an_address_tells_by_its_path_or_its_site(url, wanted):
    """
    A municipality's own site is named after it.
    """
    assert area("Nytt löfte", url) == wanted


def district(page):
    """The district that a page is of, and its words."""
    settings = find_settings(Document.of(page))
    title = title_of(settings)
    found = find_district(settings, [title] if title else [])
    assert found is None or page[found.span.start : found.span.end] == found.value
    return found and found.value


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Göteborg, Lundby – medborgarlöften", "Lundby"),
        ("Medborgarlöfte för Falun, Bjursås", "Bjursås"),
        ("Skarpnäck – medborgarlöften", "Skarpnäck"),
        ("Medborgarlöfte Skärholmen", "Skärholmen"),
        ("Medborgarlöfte Araby 2021", "Araby"),
        ("Nytt löfte\n\nSkarpnäcks stadsdelsområde hör till Farsta.", "Skarpnäck"),
        ("Nytt löfte\n\nLöftet gäller stadsdelen Rosengård.", "Rosengård"),
        ("Nytt löfte\n\nStadsdelsförvaltningen Majorna-Linné lovar.", "Majorna-Linné"),
        ("Nytt löfte\n\nNorra Fäladen är en stadsdel i Lund.", "Norra Fäladen"),
        # two municipalities, and what is only a place in a promise
        ("Medborgarlöfte för Laxå, Hallsberg", None),
        ("Eva, Bo – medborgarlöften", None),
        ("Nytt löfte\n\n• Polisen ska synas i stadsdelen Rosengård.", None),
        (
            "Nytt löfte\n\nAktiviteter\n\nPolisen ska synas i stadsdelen Rosengård.",
            None,
        ),
        ("Nytt löfte", None),
        ("", None),
    ],
)
def test_a_district_is_told_by_the_title_or_as_one(page, wanted):
    """
    A place that a promise names is not what the agreement is about.
    """
    assert district(page) == wanted


def test_a_district_tells_its_city():
    """
    If one city has a district of the name; "Ryd" is in two.
    """
    assert city_of("Skarpnäck") == municipality("Stockholm").code
    assert city_of("Ryd") is None
    assert area("Skarpnäck – medborgarlöften") == ["Stockholm"]
    assert area("Nytt löfte\n\nLöftet gäller stadsdelen Nyby.") == []


def test_a_list_of_a_police_area_s_municipalities_is_no_agreement():
    """
    A police area is wider than the agreement.
    """
    page = (
        "Laxå – medborgarlöften\n\n"
        "I lokalpolisområdet finns kommunerna Laxå, Hallsberg och Askersund."
    )

    assert area(page) == ["Laxå"]


def test_the_address_tells_what_the_page_does_not():
    """
    Its last step that is a municipality counts, and has no words on the page.
    """
    url = "https://polisen.example/medborgarloften/orebro-lan/laxa/2020/"

    assert area("Nytt löfte", url) == ["Laxå"]
    assert area("Nytt löfte", "https://polisen.example/nyheter/") == []


def test_a_place_is_concluded_and_a_kommun_is_stated():
    """
    "Laxå" may be the town; "Laxå kommun" is the municipality.
    """
    hows = []
    for title in ("Medborgarlöfte i Laxå", "Medborgarlöfte i Laxå kommun"):
        settings = find_settings(Document.of(title))
        (cited,) = find_area(settings, [settings[0].line], None)
        hows.append(cited.how)

    assert hows == [How.INFERRED, How.STATED]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("I Strängnäs kommunen och Strängnäs kommun", "Strängnäs kommun"),
        ("I Strängnäs kommunen", "Strängnäs kommunen"),
        ("I Strängnäs", None),
    ],
)
def test_a_municipality_is_named_as_the_page_does(page, wanted):
    """
    A form in use comes before a slip, and a place is no name of a municipality.
    """
    settings = find_settings(Document.of(page))
    name = name_of(settings, municipality("Strängnäs").code)

    assert (name and name.value) == wanted


def ids(reading):
    """What the agreements of a reading are called."""
    return [agreement.id for agreement in reading.agreements]


def test_each_agreement_of_a_page_has_its_own_municipality():
    """
    Its own heading tells it, and the page's title only where that does not.
    """
    reading = read_text(
        "Medborgarlöfte 2022 för Tierps kommun\n\n• Polisen lovar att gå.\n\n"
        "Medborgarlöfte 2022 för Heby kommun\n\n• Polisen lovar att cykla.\n\n"
        "Medborgarlöfte 2021\n\n• Polisen lovar att åka."
    )

    assert ids(reading) == ["tierp-2022", "heby-2022", "heby-2021"]
    assert reading.problems == ()
    assert reading.verify() == ()


def test_a_municipality_that_the_page_contradicts_is_doubted_and_kept():
    """
    The words of the page are told, and what to do.
    """
    page = "Medborgarlöfte 2022 för Tierps kommun\n\n• Polisen lovar att gå."
    reading = read_text(page, municipality="Kiruna")
    (problem,) = reading.problems

    assert ids(reading) == ["kiruna-2022"]
    assert problem.code == "municipality-differs"
    assert problem.span.quote == "Tierps kommun"
    for message in (problem.message, problem.message_sv):
        assert "Tierp" in message
        assert "Kiruna" in message
        assert "municipality=" in message


@pytest.mark.parametrize(
    "page",
    [
        "Medborgarlöfte 2022 för Tierps kommun",
        "Medborgarlöfte 2022 för Tierps kommun och Heby kommun",
        "Medborgarlöfte 2022",
        # a place is none that the page is said to be of
        "Medborgarlöfte 2022\n\nDet blir tryggare i Heby.",
    ],
)
def test_a_municipality_that_the_page_does_not_contradict_is_not_doubted(page):
    """
    It is among those of the page, or the page says of none that it is its.
    """
    reading = read_text(f"{page}\n\n• Polisen lovar att gå.", municipality="Tierp")

    assert ids(reading) == ["tierp-2022"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Medborgarlöfte 2022 - Gnesta kommun", "gnesta-2022"),
        # of something else, of no one period, or of none that there can be
        ("Trygghet 2022 - Gnesta kommun", "gnesta"),
        ("Medborgarlöfte 2022 | Arkiv 2020 - Gnesta kommun", "gnesta"),
        ("Medborgarlöfte 2022-2020 - Gnesta kommun", "gnesta"),
    ],
)
def test_the_head_of_a_web_page_may_tell_place_and_period(name, wanted):
    """
    Where the page itself tells neither.
    """
    reading = read_html(
        f"<title>{name}</title><main><ul><li>Polisen lovar att gå.</li>"
        "<li>Kommunen lovar att röja.</li></ul></main>"
    )

    assert ids(reading) == [wanted]
    assert {each.code for each in reading.problems} == (
        set() if wanted.endswith("2022") else {"period-not-stated"}
    )
