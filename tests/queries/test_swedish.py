"""Words found in Swedish text, whatever their ending and what they are part of."""

from __future__ import annotations

import re
import unicodedata

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.queries.swedish import pattern_for, words_in
from medborgarloften.testing import texts


def finds(words, text):
    """Tell whether words are found in a text."""
    return re.search(pattern_for(words), text) is not None


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("trygghetsvandring", "Två trygghetsvandringar per år."),
        ("trygghetsvandringar", "en TRYGGHETSVANDRING"),
        ("vandring", "trygghetsvandringarnas vandringsleder"),
        ("vandring", "vandringsleder"),
        ("skola", "skolan"),
        ("skola", "skolor"),
        ("skolan", "grundskolornas"),
        ("skola", "en skolgård"),
        ("kontroll", "hastighetskontroller"),
        ("patrullera", "Vi patrullerar"),
        ("patrullera", "patrullerade"),
        ("torg", "på torget"),
        ("butik", "butikernas"),
        ("polis", "polisens"),
        ("polis", "en polisanmälan"),
        ("narkotika", "narkotikabrott"),
        ("boende", "de boendes"),
        ("cykel", "cyklarna"),
        ("cyklar", "en cykel"),
        ("föräldrar", "en förälder"),
        ("städer", "en stad"),
        ("hastighetskontroll", "hastighetskontroller"),
        ("cykel", "cykelväg"),
        ("förälder", "föräldrarna"),
        ("rum", "rummen"),
        ("stad", "städer"),
        ("storstad", "storstäderna"),
        ("natt", "nätterna"),
        ("ö", "en Ö."),
        ("15-24", "ungdomar 15–24 år"),
        ("öppna drogscener", "Mot öppna, synliga\nöppna drogscenerna!"),
        ("unga", "unga"),
        ("É", "é"),
    ],
)
def test_a_word_is_found_in_its_inflections_and_compounds(word, text):
    """
    Whatever the case, and with marks before or apart from their letters.
    """
    assert finds(word, text)
    assert finds(word.upper(), text.upper())
    assert finds(word, unicodedata.normalize("NFD", text))
    assert finds(unicodedata.normalize("NFD", word), text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("hol", "alkohol"),
        ("park", "parkering parkera lekpark"),
        ("parkera", "parken"),
        ("äldre", "föräldrar"),
        ("mord", "samordning"),
        ("hets", "trygghetsvandring"),
        ("ring", "vandring"),
        ("hand", "handlare"),
        ("handel", "handlare"),
        ("fest", "manifestation"),
        ("gäng", "tillgänglig"),
        ("stat", "station"),
        ("vandring", "trygghetsvandringsleder"),
        ("unga", "tunga ungdomar"),
        ("väg", "en vägran"),
        ("polis", "politik"),
        ("mål", "skadat målning"),
        ("ö", "öar ön"),
        ("drogscen öppna", "öppna drogscener"),
        ("öppna drogscener", "öppna"),
        ("bil", "mobil bildning"),
    ],
)
def test_a_word_is_not_found_in_other_words(word, text):
    """
    Short words are found as themselves alone, and derived verbs are other words.
    """
    assert not finds(word, text)


@given(texts())
def test_every_text_mentions_its_own_words(text):
    """
    All of them as they follow each other, and each alone.
    """
    words = words_in(text)

    assert all(finds(word, text) for word in words)
    assert not words or finds(" ".join(words), text)


@pytest.fixture(scope="module")
def database():
    """Open a database whose regular expressions are RE2's."""
    with duckdb.connect() as connection:
        yield connection


WORDS = st.sampled_from(
    ["vandring", "stad", "cykel", "rum", "skola", "ö", "é", "unga", "park", "15"]
)
PIECES = st.sampled_from(
    [*"aeonrstmåäö\u0301\u030a -.\n", "vandring", "städ", "cykl", "skol", "park", "É"]
)


@given(words=WORDS, text=st.lists(PIECES, max_size=6).map("".join))
def test_another_engine_understands_the_pattern_alike(database, words, text):
    """
    RE2 finds what Python finds: no lookaround, and no class that depends on locale.
    """
    asked = database.execute("SELECT regexp_matches(?, ?)", [text, pattern_for(words)])

    assert asked.fetchall() == [(finds(words, text),)]
