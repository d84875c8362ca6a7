from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import is_linear

from medborgarloften.reference import find_municipalities, municipalities, municipality

EXPLICIT = [
    (form, each.code) for each in municipalities() for form in each.explicit_forms
]
NAMES = [
    (form, each.code)
    for each in municipalities()
    if not each.is_common_word
    for form in (each.name, each.bare_forms[-1])
]
WORDS = [
    form for each in municipalities() if each.is_common_word for form in each.bare_forms
]
TELLING = [
    *("och", "samt", "&", ",", "/", "-", ".", ":"),
    *("kommun", "Kommun", "kommunen", "kommuner", "kommunerna", "stad", "Stad"),
    *("region", "Region", "län", "LPO", "lokalpolisområde"),
]
SENTENCES = [
    "{}",
    "Polisen och {} lovar.",
    "({})",
    "”{}”",
    "• {}:",
    "-{}",
    "I {}\n\nNu",
]


def read(text):
    """Tell what is found, and whether it says that it is a municipality."""
    return [(each.form, each.how) for each in find_municipalities(text)]


@given(
    st.sampled_from(EXPLICIT),
    st.sampled_from([str, str.upper]),
    st.sampled_from(SENTENCES),
    st.sampled_from(["NFC", "NFD"]),
)
def test_a_form_that_says_so_is_found_in_any_sentence(
    written, case, sentence, composition
):
    """
    Whatever form says that it is a municipality is one, and its place is told.
    """
    form = unicodedata.normalize(composition, case(written[0]))
    text = sentence.format(form)

    (mention,) = find_municipalities(text)

    assert (mention.form, mention.code, mention.how) == (form, written[1], "kommun")
    assert text[mention.start : mention.end] == form


@given(
    st.sampled_from(NAMES),
    st.sampled_from([str, str.upper]),
    st.sampled_from(SENTENCES),
    st.sampled_from(["NFC", "NFD"]),
)
def test_a_name_that_is_no_word_is_found_alone(written, case, sentence, composition):
    """
    A name, or its genitive, is found where it stands by itself.
    """
    form = unicodedata.normalize(composition, case(written[0]))
    text = sentence.format(form)

    (mention,) = find_municipalities(text)

    assert (mention.form, mention.code, mention.how) == (form, written[1], "name")
    assert text[mention.start : mention.end] == form


@given(st.sampled_from(WORDS), st.sampled_from([str, str.upper]))
def test_a_common_word_is_not_a_municipality(word, case):
    """
    A word that may be a name is passed over in a sentence, and still looked up.
    """
    assert read(f"{case(word)} är ett ord, och {case(word)} är ett annat.") == []
    assert municipality(case(word))


@given(
    st.lists(
        st.sampled_from(
            [
                *(form for form, _ in EXPLICIT[::40]),
                *(form for form, _ in NAMES[::40]),
                *WORDS[::5],
                *TELLING,
                "\n",
                "\u00a0",
                "å",
                "a\u030a",
            ]
        ),
        max_size=20,
    ).map(" ".join)
    | st.text(max_size=50)
)
def test_mentions_stand_in_the_text_in_order(text):
    """
    What is told stands where it is said to stand, in order, never overlapping.
    """
    end = 0
    for mention in find_municipalities(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.form
        assert municipality(mention.form).code == mention.code
        end = mention.end


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Polisen i Askersund", [("Askersund", "name")]),
        ("Askersunds medborgarlöfte", [("Askersunds", "name")]),
        ("Askersunds kommun lovar", [("Askersunds kommun", "kommun")]),
        ("Askersunds Kommun lovar", [("Askersunds Kommun", "kommun")]),
        ("ASKERSUNDS KOMMUN", [("ASKERSUNDS KOMMUN", "kommun")]),
        ("askersunds kommun lovar", [("askersunds kommun", "kommun")]),
        ("Askersunds\nkommun lovar", [("Askersunds\nkommun", "kommun")]),
        ("Askersunds \r\n  kommun", [("Askersunds \r\n  kommun", "kommun")]),
        ("ASKERSUNDS\nKOMMUN", [("ASKERSUNDS\nKOMMUN", "kommun")]),
        ("Askersunds\u00a0kommuns", [("Askersunds\u00a0kommuns", "kommun")]),
        ("Härjedalen kommun", [("Härjedalen kommun", "kommun")]),
        ("Strängnäs kommunen och", [("Strängnäs kommunen", "kommun")]),
        (
            "Göteborgs Stad och Malmö stad",
            [("Göteborgs Stad", "kommun"), ("Malmö stad", "kommun")],
        ),
        ("Ekerö kommunen Lund", [("Ekerö", "name"), ("kommunen Lund", "kommun")]),
        ("Stockholms stads arbete", [("Stockholms stads", "kommun")]),
        ("Region Gotland", [("Region Gotland", "kommun")]),
        ("region Gotlands", [("region Gotlands", "kommun")]),
        ("Marks kommun", [("Marks kommun", "kommun")]),
        ("kommunen Lund har", [("kommunen Lund", "kommun")]),
        ("Kommunen Vara lovar", [("Kommunen Vara", "kommun")]),
        ("Lunds kommun och Lund", [("Lunds kommun", "kommun")]),
        ("Vara kommun ska vara med", [("Vara kommun", "kommun")]),
        ("Upplands Väsby", [("Upplands Väsby", "name")]),
        (
            "Upplands-Bro och Malung-Sälen",
            [("Upplands-Bro", "name"), ("Malung-Sälen", "name")],
        ),
        ("Malung\u2011Sälens kommun", [("Malung\u2011Sälens kommun", "kommun")]),
        ("Håbo eller Habo", [("Håbo", "name"), ("Habo", "name")]),
        ("Öckerö", [("Öckerö", "name")]),
        ("Falu kommun i Falun", [("Falu kommun", "kommun"), ("Falun", "name")]),
        ("Borås och Kalix", [("Borås", "name"), ("Kalix", "name")]),
        ("Haninge/Nynäshamn", [("Haninge", "name"), ("Nynäshamn", "name")]),
        ("Örebro kommun i Örebro län", [("Örebro kommun", "kommun")]),
        ("Polisen Örebro stad", [("Örebro", "name")]),  # not a name it uses
        ("Region Örebro län/Örebro kommun", [("Örebro kommun", "kommun")]),
    ],
)
def test_a_municipality_is_found_as_pages_write_it(text, mentions):
    """
    The longest form is told, and whether it says that it is a municipality.
    """
    assert read(text) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Vara med vid kontroller. Mark, berg och Lund.",
        "Anna Berg, Eva Norberg och Nora",
        "Falu rödfärg",
        "polisen i askersund",  # a name has a capital
        "ska vara kommun, som en mark kommun",  # nor does a word become one
        "kommunen vara med",
        "Örebro län, Kalmar läns museum, Uppsala\nlän",
        "Region Stockholm, regionen Uppsala och Region Jönköpings län",
        "lokalpolisområde Hallsberg, LPO Karlstad och Lokalpolisområdet Alingsås",
        "Täby lokalpolisområde och Uppsala polisområde",
        "chef lokalpolisområde Katrineholm, LPO-chef Karlstad",
        "lokalpolisområdeschef för Strängnäs/Eskilstuna",
        "lokalpolisområde Haninge/Nynäshamn",
        "Polisregion Stockholm",
        "Lunds- och Malmöpolisen, Stockholm-Arlanda, syd-Stockholm",
        "Askersundsvägen, Storstockholm, Örebrobo",
        "o\u0308Askersund, Askersunda\u0308",  # letters of two characters
        "info@Askersund.se, www.Askersund.se, #Askersund",
        "Kommunerna:\nVara med vid kontroller",
        "Kommunen\nVara med vid kontroller",
        "kommun Malmökommun",
        "",
    ],
)
def test_what_means_something_else_is_passed_over(text):
    """
    Words, parts of words, addresses and the names of other bodies are no mentions.
    """
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Polisen i Askersund\nKommun: följer upp", [("Askersund", "name")]),
        (
            "Polisen i Örebro\nLokalpolisområde Hallsberg",
            [("Örebro", "name")],
        ),
        ("Polisen i Örebro\nLPO Hallsberg", [("Örebro", "name")]),
        ("Askersund\n\nkommun", [("Askersund", "name")]),  # another paragraph
    ],
)
def test_a_new_sentence_or_paragraph_does_not_explain_a_name(text, mentions):
    """
    A capital on the next line belongs to what follows.
    """
    assert read(text) == mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Högsby och Mönsterås kommuner", ["Högsby", "Mönsterås"]),
        (
            "Högsby, Mönsterås och Vimmerby kommuner.",
            ["Högsby", "Mönsterås", "Vimmerby"],
        ),
        ("Marks och Bollebygds kommuner", ["Marks", "Bollebygds"]),
        ("Ale/Kungälvs kommuner", ["Ale", "Kungälvs"]),
        ("Lund & Eslövs kommuners", ["Lund", "Eslövs"]),
        ("Kommunerna Tjörn, Orust och Stenungsund", ["Tjörn", "Orust", "Stenungsund"]),
        (
            "kommunerna: Herrljunga, Vårgårda,\nAlingsås, samt Lerum",
            ["Herrljunga", "Vårgårda", "Alingsås", "Lerum"],
        ),
        ("kommunerna\nSala och Heby", ["Sala", "Heby"]),
        ("KOMMUNERNA BERG, KIL OCH MORA", ["BERG", "KIL", "MORA"]),
        ("Vara, Essunga och Götene kommuner", ["Vara", "Essunga", "Götene"]),
    ],
)
def test_an_enumeration_of_municipalities_explains_each_name(text, names):
    """
    One word for them all is enough, and then even a common word is a name.
    """
    assert read(text) == [(name, "kommun") for name in names]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Herrljunga samt kommunerna Lerum och Ale samt lokalpolisområde Borås",
            [("Herrljunga", "name"), ("Lerum", "kommun"), ("Ale", "kommun")],
        ),
        (
            "Orust. Tjörns och Marks kommuner",
            [("Orust", "name"), ("Tjörns", "kommun"), ("Marks", "kommun")],
        ),
        ("Kommunerna Tjörn. Orust är en ö", [("Tjörn", "kommun"), ("Orust", "name")]),
        (
            "Askersunds kommun, Laxå och Kumla kommuner",
            [("Askersunds kommun", "kommun"), ("Laxå", "kommun"), ("Kumla", "kommun")],
        ),
        (
            "Laxå och Kumla kommuner, Lund och Örebro",
            [("Laxå", "kommun"), ("Kumla", "kommun"), ("Örebro", "name")],
        ),
        ("Laxå och Kumla\nKommuner i samverkan", [("Laxå", "name"), ("Kumla", "name")]),
        ("kommunerna och Laxå", [("Laxå", "name")]),
    ],
)
def test_an_enumeration_ends_where_its_text_does(text, mentions):
    """
    Names that do not stand in the enumeration are not explained by it.
    """
    assert read(text) == mentions


@pytest.mark.parametrize(
    "piece",
    [
        "Askersund, ",
        "Askersunds kommun och ",
        "kommunerna Lund, ",
        "Lund / ",
        "Malung-",
        "LPO ",
        "kommunerna ",
        "Lilla " + " " * 200,
        "Lilla\n",
        " \n",
        "a\u0308",
    ],
)
def test_time_grows_with_the_text(piece):
    """
    Four times the text takes about four times as long, whatever it is made of.
    """
    text = piece * (20_000 // len(piece))

    find_municipalities("")  # reads the list of names, once

    assert is_linear(find_municipalities, text, text * 4)


def test_every_form_says_whether_it_explains_itself():
    """
    A form that has a word for municipality in it is explicit, and only such.
    """
    words = re.compile(r"\b(?:kommun|stad|region)", re.IGNORECASE)
    for each in municipalities():
        assert all(words.search(form) for form in each.explicit_forms)
        assert not any(words.search(form) for form in each.bare_forms)
