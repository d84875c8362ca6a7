from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.errors import InvalidField, MedborgarloftenError, UnknownName
from medborgarloften.reference import (
    Confidence,
    counties,
    county,
    local_police_area,
    municipalities,
    municipality,
    municipality_by_code,
    police_area,
    police_region,
)
from medborgarloften.reference._table import by_name, key

WRITTEN = [(form, each) for each in municipalities() for form in each.forms]

CASES = [str, str.upper, str.lower, str.title, str.swapcase, str.capitalize]


def test_there_are_290_municipalities():
    """
    Every municipality is there once, sorted by its four digits.
    """
    codes = [each.code for each in municipalities()]

    assert len(set(codes)) == len(codes) == 290
    assert codes == sorted(codes)
    assert all(len(code) == 4 and code.isdecimal() for code in codes)


def test_a_code_finds_its_municipality():
    """
    Each municipality is found by its kommunkod, as a code and as any text.
    """
    for each in municipalities():
        assert municipality_by_code(each.code) is each
        assert municipality(each.code) is each


@given(
    st.sampled_from(WRITTEN),
    st.sampled_from(CASES),
    st.fixed_dictionaries(
        {
            " ": st.sampled_from([" ", "  ", "\u00a0", "\n", "\u2009"]),
            "-": st.sampled_from(["-", "\u2010", "\u2011"]),
        }
    ),
    st.sampled_from(["{}", " {}", "{}\n", "\u00a0\t {} "]),
    st.sampled_from(["NFC", "NFD"]),
)
def test_every_form_finds_its_municipality(written, case, typed_as, around, normal):
    """
    Neither capitals, spaces, hyphens nor the composition of å ä ö matter.
    """
    form, expected = written
    typed = case(form).translate(str.maketrans(typed_as))

    assert municipality(unicodedata.normalize(normal, around.format(typed))) is expected


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Upplands Bro", "Upplands-Bro"),
        ("Dals Ed", "Dals-Ed"),
        ("Goteborg", "Göteborg"),
        ("MALUNG SALENS KOMMUN", "Malung-Sälen"),
        ("Upplands-Vasby", "Upplands Väsby"),
        ("Habo", "Habo"),  # and not Håbo
    ],
)
def test_a_name_may_be_typed_plainly(written, name):
    """
    Without marks on the letters, and with a space for a hyphen, it is understood.
    """
    assert municipality(written).name == name


@pytest.mark.parametrize(
    ("ask", "argument"),
    [
        (municipality, "municipality.name_or_code"),
        (municipality_by_code, "municipality_by_code.code"),
        (county, "county.name_or_code"),
        (police_region, "police_region.name"),
        (police_area, "police_area.name"),
        (local_police_area, "local_police_area.name"),
    ],
)
def test_a_number_is_no_name(ask, argument):
    """
    A code that has become a number may have lost its zero, so it is refused.
    """
    with pytest.raises(InvalidField) as caught:
        ask(1880)

    assert str(caught.value) == (
        f"{argument}: 1880 will not do; give a str, not an int"
    )


def test_a_plain_name_that_two_share_is_not_guessed_at():
    """
    Only where one thing can be meant is a plainly typed name understood.
    """
    names = by_name([("håbo", "a"), ("häbo", "b"), ("örebro", "c"), ("orebro", "c")])

    assert (names.get("habo"), names.get("håbo")) == (None, "a")
    assert names.get("örebro") == names.get("orebrö") == "c"


def test_no_form_belongs_to_two_municipalities():
    """
    Whatever is understood has one meaning: Håbo is not Habo, nor Lunds Lund's alone.
    """
    owners = {}
    for form, each in WRITTEN:
        owners.setdefault(key(form), set()).add(each.code)

    assert [form for form, codes in owners.items() if len(codes) > 1] == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Askersund", "1882"),
        ("ASKERSUND", "1882"),
        ("Askersunds", "1882"),
        ("Askersunds kommun", "1882"),
        ("Askersunds Kommun", "1882"),
        ("Askersunds kommuns", "1882"),
        ("Askersund kommun", "1882"),  # the genitive dropped, as on real pages
        ("Härjedalen kommun", "2361"),
        ("Strängnäs kommunen", "0486"),
        ("kommunen Lund", "1281"),
        ("Askersunds\u00a0kommun", "1882"),
        ("  askersunds   kommun\n", "1882"),
        (" 1882 ", "1882"),
        ("Stockholms stad", "0180"),
        ("Stockholms kommun", "0180"),
        ("Malmö stad", "1280"),
        ("Göteborgs stad", "1480"),
        ("Göteborg Stad", "1480"),
        ("Region Gotland", "0980"),
        ("Gotlands kommun", "0980"),
        ("Gotland kommun", "0980"),
        ("Falun", "2080"),
        ("Falu kommun", "2080"),
        ("Faluns kommun", "2080"),
        ("Borås", "1490"),  # after s the genitive adds nothing
        ("Kalix kommun", "2514"),
        ("Motalas", "0583"),
        ("Lund", "1281"),  # a word too, but here it is the whole text
        ("vara", "1470"),
        ("Håbo", "0305"),
        ("Habo", "0643"),
        ("Malung\u2011Sälen", "2023"),
        ("Mal\u00adung-Sälen", "2023"),  # a soft hyphen from a web page
    ],
)
def test_a_municipality_is_found_as_people_write_it(written, code):
    """
    The forms of pages, letters and tables all lead to one municipality.
    """
    assert municipality(written).code == code


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("Askersun", "Askersund"),
        ("Askresunds kommun", "Askersund"),
        ("Malung", "Malung-Sälen"),  # its name until 2008
        ("region gotlnd", "Gotland"),
        ("Vesteras", "Västerås"),
        ("upplands bru", "Upplands-Bro"),  # with its capitals
        ("188", "1880"),
    ],
)
def test_a_miss_tells_the_nearest_names(written, nearest):
    """
    Whoever mistypes a name is told which one was probably meant.
    """
    with pytest.raises(UnknownName) as caught:
        municipality(written)

    assert nearest in caught.value.nearest
    assert caught.value.what == "municipality"
    assert isinstance(caught.value, MedborgarloftenError)
    assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "kommun",
        "Lunds stad",  # not a name that Lund uses
        "Lunds-",
        "Askersund, Örebro",
        "Örebro län",
        "9999",
        "١٨٨٢",  # digits, but not those of a kommunkod
    ],
)
def test_what_is_no_municipality_is_refused(written):
    """
    Only a whole name is a name, and nothing is guessed.
    """
    with pytest.raises(UnknownName):
        municipality(written)


@pytest.mark.parametrize("code", ["114", "01140", "188", "1882 ", "Askersund", ""])
def test_a_code_has_four_digits(code):
    """
    A code that lost its zero, as in a spreadsheet, is not guessed at.
    """
    with pytest.raises(UnknownName):
        municipality_by_code(code)


def test_a_former_code_is_refused_with_the_one_that_followed():
    """
    A code out of use never stands for a municipality unless that is asked for.
    """
    for look_up in (municipality_by_code, municipality):
        with pytest.raises(UnknownName) as caught:
            look_up("1917")

        assert caught.value.nearest == ("0331",)


def test_a_former_code_is_found_when_asked_for():
    """
    Old statistics can be read, and current codes mean what they always mean.
    """
    heby = municipality_by_code("1917", former=True)

    assert heby.name == "Heby"
    assert [(each.code, each.until) for each in heby.former_codes] == [
        ("1917", date(2006, 12, 31))
    ]
    assert municipality_by_code("0331", former=True) is heby
    with pytest.raises(UnknownName):
        municipality_by_code("9999", former=True)


def test_no_former_code_is_in_use():
    """
    A code means one municipality, now or before.
    """
    current = {each.code for each in municipalities()}

    assert current.isdisjoint(
        former.code for each in municipalities() for former in each.former_codes
    )


def test_changes_tell_their_day_and_how_sure_it_is():
    """
    That a municipality was formed, moved or renamed is told with its day.
    """
    assert [
        (each.name, change.on.year, change.confidence)
        for each in municipalities()
        for change in each.changes
    ] == [
        ("Knivsta", 2003, Confidence.MEDIUM),
        ("Heby", 2007, Confidence.HIGH),
        ("Uppsala", 2003, Confidence.MEDIUM),
        ("Gotland", 2011, Confidence.MEDIUM),
        ("Malung-Sälen", 2008, Confidence.MEDIUM),
    ]


def test_a_municipality_lies_in_the_county_of_its_code():
    """
    The first two digits are the county's, whose codes the municipality repeats.
    """
    by_code = {each.code: each for each in counties()}
    for each in municipalities():
        home = by_code[each.code[:2]]
        assert each.county == home.code
        assert each.county_name == home.name
        assert (each.iso_3166_2, each.nuts3) == (home.iso_3166_2, home.nuts3)


def test_the_forms_of_a_municipality_are_complete():
    """
    The name, its genitive, the legal name and the official one are always there.
    """
    for each in municipalities():
        assert {each.name, each.genitive, each.kommun_name, each.official_name} <= set(
            each.forms
        )
        assert f"{each.name} kommun" in each.forms
        assert len(set(each.forms)) == len(each.forms)


def test_cities_and_a_region_keep_their_own_names():
    """
    Fourteen municipalities call themselves stad, and one region.
    """
    official = [each.official_name for each in municipalities()]

    assert sum(name.casefold().endswith(" stad") for name in official) == 14
    assert [name for name in official if name.startswith("Region")] == [
        "Region Gotland"
    ]
    assert sum(name.endswith(" kommun") for name in official) == 275


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Askersund", "askersund"),
        ("Upplands Väsby", "upplands-vasby"),
        ("Malung-Sälen", "malung-salen"),
        ("Öckerö", "ockero"),
        ("Åmål", "amal"),
    ],
)
def test_a_slug_has_plain_letters(name, slug):
    """
    A name can stand in an id or an address.
    """
    assert municipality(name).slug == slug


def test_slugs_tell_most_municipalities_apart():
    """
    Only Håbo and Habo are alike without their rings.
    """
    slugs = [each.slug for each in municipalities()]

    assert {slug for slug in slugs if slugs.count(slug) > 1} == {"habo"}


def test_municipalities_are_values():
    """
    They can be hashed, compared and kept in sets.
    """
    assert len(set(municipalities())) == 290
    assert municipality("Askersund") in set(municipalities())
