from __future__ import annotations

import pytest

from medborgarloften.model import PromiseKind
from medborgarloften.reading.promises.saying import (
    after_number,
    carries_means,
    does_something,
    is_done,
    is_followed_up,
    is_past,
    is_spoken,
    is_to_be,
    is_wish,
    kind_of,
    promisors_in,
    speaks_of_promises,
    tells_of_deed,
)
from medborgarloften.reading.text.document import Document


def names(found):
    """The names of those found."""
    return found and [each.name for each in found.mentions]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Polisen har genomfört två kontroller", True),
        ("Insatsen genomfördes i maj", True),
        ("Möten hölls", True),
        ("Gatan belystes", True),
        # only a main clause tells of it
        ("Den som har ringt får svar", False),
        ("Polisen har åtagit sig att synas", False),
        ("Polisen ska synas", False),
    ],
)
def test_what_has_been_done_is_told_from_what_is_to_be(text, past):
    """
    "Har genomfört" and "genomfördes" tell of the past.
    """
    assert is_past(text) is past


def test_nobody_signs_as_i():
    """
    "Jag" speaks in an interview; "vi" in an agreement.
    """
    assert is_spoken("Det tycker jag")
    assert not is_spoken("Det tycker vi, jagat eller ej")


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Löftena ska öka tryggheten", True),
        ("Medborgarlöftet är nytt", True),
        ("Kommunen ska enligt löftet röja sly", False),
        ("Kommunen ska röja sly", False),
    ],
)
def test_what_is_said_of_the_promises_as_such_is_none_of_them(text, speaks):
    """
    What is to be done "enligt löftet" is a promise for all that.
    """
    assert speaks_of_promises(text) is speaks


@pytest.mark.parametrize(
    ("text", "followed"),
    [
        ("Arbetet ska följas upp av parterna", True),
        ("Det kommer att utvärderas", True),
        ("Arbetet följs upp varje år", True),
        ("Polisen ska följa barnen till skolan", False),
        ("Det är mörkt. Gator ska utvärderas", False),
    ],
)
def test_to_follow_up_is_no_deed(text, followed):
    """
    What is done with the promises themselves is not promised.
    """
    assert is_followed_up(text) is followed


@pytest.mark.parametrize(
    ("text", "done", "does"),
    [
        ("Belysningen kompletteras", True, False),
        ("Anordna en vandring", False, True),
        ("Att möta elever", False, False),
        ("Att Möta elever", False, True),
        ("Fler vandringar", False, False),
    ],
)
def test_a_deed_may_have_nobody_who_does_it(text, done, does):
    """
    "Buskar gallras" and "Anordna …" tell of deeds, without a subject.
    """
    assert (is_done(text), does_something(text)) == (done, does)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Farten ska mätas i byn.", True),
        ("Att mäta farten är bra.", True),
        ("Buskar gallras vid stationen.", True),
        ("Det är mörkt. Kommunen röjer sly.", True),
        # a state, a wish and a question are none
        ("Polisen är glad.", False),
        ("Vi vill att du ringer.", False),
        ("Får du ett brev?", False),
        ("Vill du veta mer? Polisen lovar att svara.", True),
        ("Många är oroliga.", False),
    ],
)
def test_a_paragraph_may_tell_of_deeds(text, tells):
    """
    What is to be, what is done, and what somebody does, tell of deeds.
    """
    assert tells_of_deed(text) is tells


def test_what_is_to_be_is_said_in_the_first_clause():
    """
    "Det är så: farten ska ned" only explains.
    """
    assert is_to_be("Farten ska mätas")
    assert not is_to_be("Det är så: farten ska ned")
    assert is_wish("Polisen vill att du ringer")
    assert not is_wish("Polisen ska svara om du vill")


@pytest.mark.parametrize(
    ("text", "carries"),
    [
        ("Det gör vi genom att:", True),
        ("Polisen mäter farten genom", True),
        ("Målet nås genom följande: först detta, sedan:", True),
        ("För att nå målet ska vi synas", True),
        ("Så gör vi:", True),
        # another sentence leads to the list
        ("Det sker genom samtal. Vi lovar:", False),
        ("Genom byn går en väg", False),
    ],
)
def test_a_line_may_lead_to_the_means(text, carries):
    """
    "Det gör vi genom att:" leads to how a promise is kept.
    """
    (line,) = Document.of(text).lines

    assert carries_means(line) is carries


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Löfte 1. Polisen mäter", "Polisen mäter"),
        ("Löfte ett: Trafik", "Trafik"),
        ("Mål: Farten ska ned", "Farten ska ned"),
        ("Löfte 1", "Löfte 1"),
        ("Löfte 1 är bra", "Löfte 1 är bra"),
        ("Trafik", "Trafik"),
    ],
)
def test_a_promise_begins_after_its_number(text, wanted):
    """
    What a promise is called on its page is not what it says.
    """
    assert text[after_number(text) :] == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polisen ska aktivt arbeta för att minska otryggheten", PromiseKind.GOAL),
        ("Stärka den upplevda tryggheten", PromiseKind.GOAL),
        ("Stärka bron", PromiseKind.ACTIVITY),
        ("Buller", PromiseKind.FOCUS),
    ],
)
def test_a_state_is_a_goal(text, kind):
    """
    Less crime is a goal, whoever vows it; one word is a focus.
    """
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polisen mäter farten. Kommunen röjer.", ["Polisen"]),
        # a catchword before the one who does it
        ("Vi lyssnar. Kommunen öppnar en telefon.", ["Kommunen"]),
        ("Väktare går ronder. Kommunen betalar.", ["Kommunen"]),
        ("Vi lyssnar. Det är bra. Vi ses.", ["Vi"]),
        # a theme as a label
        ("Handel: Polisen ska besöka butiker", ["Polisen"]),
        ("Handel: fler besök", None),
        ("Mer ljus. Det blir fint.", None),
    ],
)
def test_a_promise_says_who_promises_in_a_sentence_of_it(text, wanted):
    """
    The first sentence tells it, or else another.
    """
    found = promisors_in(text)

    assert names(found) == wanted
    if found:
        assert [text[each.start : each.end] for each in found.mentions] == wanted
