from __future__ import annotations

import pytest

from medborgarloften.model import PartyKind
from medborgarloften.reading.actors.mentions import find_mentions
from medborgarloften.reading.actors.owners import owners_of
from medborgarloften.reading.actors.parties import (
    find_promisors,
    is_labelled,
    runs_of,
    vowing,
    vows_in,
)
from medborgarloften.reading.actors.vows import is_vow


def names(found):
    """The names of those found."""
    return found and [each.name for each in found.mentions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Polisen syns", [("Polisen", "police")]),
        ("LPO Karlstad", [("LPO Karlstad", "police")]),
        (
            "lokalpolisområde Piteå älvdal",
            [("lokalpolisområde Piteå älvdal", "police")],
        ),
        ("Laxå kommun", [("Laxå kommun", "laxa")]),
        ("kommunen", [("kommunen", "")]),
        ("vi", [("vi", "all")]),
        ("Båda parter", [("Båda parter", "all")]),
        ("Västtrafik", [("Västtrafik", "vasttrafik")]),
        ("Västtrafiks värdar", [("Västtrafik", "vasttrafik")]),
        ("ÖrebroBostäder", [("ÖrebroBostäder", "orebrobostader")]),
        (
            "polis och räddningstjänst",
            [("polis", "police"), ("räddningstjänst", "raddningstjanst")],
        ),
        ("de har tomma bostäder", []),
        ("Politik", []),
    ],
)
def test_who_is_spoken_of(text, wanted):
    """
    The police, municipalities, and other bodies are known by their names.
    """
    assert [(each.name, each.id) for each in find_mentions(text)] == wanted


def test_a_body_is_named_with_a_capital():
    """
    A name ending in "bostäder" is a company; homes are not.
    """
    (mention,) = find_mentions("Vi bygger med ByaBostäder")[1:]

    assert mention.kind is PartyKind.HOUSING_COMPANY


def test_an_owner_is_told_from_a_name():
    """
    "Askersunds arbete" belongs to Askersund; "Askersunds kommun" and "Borås" do not.
    """
    genitives = [
        find_mentions(text)[0].genitive
        for text in ("Askersunds arbete", "Askersunds kommun", "Borås", "polisens bil")
    ]

    assert genitives == [True, False, False, True]


def test_a_place_is_told_from_a_body():
    """
    "Laxå" may be the place; "Laxå kommun" and the police may not.
    """
    assert not find_mentions("Laxå")[0].is_named_as_body
    assert find_mentions("Laxå kommun")[0].is_named_as_body
    assert find_mentions("Polisen")[0].is_named_as_body


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the subject, also with a plain present
        ("Polisen lovar att synas", ["Polisen"]),
        ("Polisen kommer att synas", ["Polisen"]),
        ("Kommunen erbjuder samtal", ["Kommunen"]),
        ("Polisen finns på torget", ["Polisen"]),
        ("Laxå kommun och polisen ska ses", ["Laxå kommun", "polisen"]),
        ("Både polisen och kommunen ska ses", ["polisen", "kommunen"]),
        ("Polisen, kommunen och Västtrafik ska", ["Polisen", "kommunen", "Västtrafik"]),
        ("Polisen tillsammans med kommunen lovar", ["Polisen", "kommunen"]),
        ("Polisen lovar att, i samverkan med kommunen, synas", ["Polisen"]),
        ("Polisen i Laxå ska synas", ["Polisen"]),
        ("Vi lovar att synas", ["Vi"]),
        # a slip is forgiven where a vow follows, an owner is none
        ("Kommunens kommer röja sly", ["Kommunens"]),
        ("Polisens patruller syns mer", None),
        # inverted
        ("Därför lovar kommunen att röja sly", ["kommunen"]),
        (
            "Vill du veta mer så lovar polisen och kommunen svar",
            ["polisen", "kommunen"],
        ),
        # a label, brackets, who answers for it
        ("Polis: Kontroller", ["Polis"]),
        ("Fler kontroller (Polis)", ["Polis"]),
        ("Fler kontroller (polis och kommun).", ["polis", "kommun"]),
        ("Samtal (polisen ringer upp)", None),
        ("Samtal om polisens bilar (kommun)", ["kommun"]),
        ("Samtal (SSPF)", None),
        ("Samtal (P)", ["P"]),
        ("Samtal (P + K).", ["P", "K"]),
        ("Samtal (KP)", None),
        ("Vandring Ansvarig: kommunen/polisen", ["kommunen", "polisen"]),
        ("Vandring Ansvarig: alla", None),
        # passive
        ("Platsen ska ses över av kommunen", ["kommunen"]),
        ("En kväll ska ordnas av polisen", ["polisen"]),
        # what its staff do, it does
        ("Platsen ska ses över av kommunens tekniker", ["kommunens"]),
        # nobody
        ("Ökad närvaro", None),
        ("Minst fyra vandringar ska hållas", None),
        ("Platsen ska ses över av kommunens invånare", None),
    ],
)
def test_who_promises_in_a_line(text, wanted):
    """
    Subject, label, brackets, "Ansvarig:" and "av" each tell who promises.
    """
    assert names(find_promisors(text)) == wanted


def test_a_vow_is_told_from_a_statement():
    """
    "Kommunen erbjuder" may promise in a list; "kommunen ska" does anywhere.
    """
    assert find_promisors("Kommunen ska röja sly").vowed
    assert not find_promisors("Kommunen erbjuder samtal").vowed
    assert find_promisors("Sly ska röjas av kommunen").vowed
    assert not find_promisors("Sly röjs av kommunen").vowed
    assert is_vow("Kommunen förbinder sig")
    assert not is_vow("Kommunen röjer sly")


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Polisen lovar att:", ["Polisen"]),
        ("Kommunerna:", ["Kommunerna"]),
        ("Tillsammans lovar vi", ["vi"]),
        ("Så ska polisen", ["polisen"]),
        ("I sommar ska polisen", ["polisen"]),
        ("För din skull har vi enats: polisen lovar", ["polisen"]),
        ("Polisiärt arbete", ["Polisiärt"]),
        ("Kommunala åtgärder", ["Kommunala"]),
        ("Gemensamma insatser", ["Gemensamma"]),
        ("Gemensam lägesbild", None),
        ("Insatser för ökad trygghet", None),
        ("Vi och polisen", None),
        ("Nu har polisen hört att kommunen ska", ["kommunen"]),
        ("Trafik", None),
    ],
)
def test_who_owns_what_stands_below_a_heading(heading, wanted):
    """
    A vow, a label, or whose deeds they are, give a list its owner.
    """
    assert names(owners_of(heading)) == wanted


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("Polis: Kontroller", True),
        ("Kontroller (Polis)", True),
        ("Laxå: så ska vi göra", False),
        ("Polisen:", False),
        ("Därför polisen: Kontroller", False),
        ("Kontroller", False),
    ],
)
def test_a_label_gives_its_line_to_a_party(text, labelled):
    """
    "Polis: …" and "… (Polis)" say whose the line is; a place before a colon does not.
    """
    assert is_labelled(text) is labelled


def test_places_can_be_counted_from_further_on():
    """
    What was found in a sentence is found in its line, further on.
    """
    line = "Det är mörkt. Polisen lovar att synas."
    found = find_promisors(line[14:]).moved(14)

    assert line[found.mentions[0].start : found.end] == "Polisen"


@pytest.mark.parametrize(
    "text",
    [
        "Polisen i Habo kommun lovar att synas mer.",
        "Polisen i Habo lovar att synas mer.",
        "Polisen i kommunen ska synas mer.",
        "I Habo kommun lovar polisen att synas mer.",
        "Polismyndigheten i Habo kommun lovar:",
        "För ett tryggare Habo lovar polisen i Habo kommun följande:",
    ],
)
def test_where_the_police_are_does_not_promise(text):
    """
    A municipality after "i" says where, and is no party to what is promised there.
    """
    (promisor,) = owners_of(text).mentions

    assert promisor.id == "police"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a party right after its verb, in the first sentence
        ("I byarna gör polisen kontroller", ["polisen"]),
        ("Det är mörkt. I byarna gör polisen kontroller", None),
        # only a line's end tells whose it is
        ("Sandning av gångvägar Kommun", ["Kommun"]),
        ("Kontroller på Storgatan. Polis och kommun", ["Polis", "kommun"]),
        # whoever "lovar" promises, be it unknown
        ("Folkets Park lovar att hålla öppet", ["Folkets Park"]),
        ("ABC ska hålla öppet", ["ABC"]),
        ("Vandring Ansvarig: Folkets Park", ["Folkets Park"]),
        # the school is to be visited, and promises nothing
        ("Skolan ska besökas", None),
        ("Skolan erbjuder läxhjälp", ["Skolan"]),
        # two, of whom one is named by what it owns
        ("Kommunens fältgrupp och polisen ska synas", ["Kommunens", "polisen"]),
        ("Kommunens väg", None),
        # how it is done, and by whom
        ("Vi ses genom att polisen ringer", ["polisen"]),
        # all, as a label
        ("Alla: Synas mer", ["Alla"]),
    ],
)
def test_many_places_in_a_sentence_tell_who_promises(text, wanted):
    """
    After the verb, at the end, by what they own: who promises is told in many ways.
    """
    assert names(find_promisors(text)) == wanted


def test_those_who_promise_are_of_some_kinds():
    """
    "Vi" is everybody; the police and a school are two kinds of bodies.
    """
    found = find_promisors("Polisen och skolan ska synas")

    assert found.kinds == {PartyKind.POLICE, PartyKind.SCHOOL}
    assert not found.is_everybody
    assert find_promisors("Vi ska synas").is_everybody


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        (
            "Löftena är att polisen ska synas och att kommunen ska röja.",
            ["polisen ska synas", "kommunen ska röja."],
        ),
        # what follows the first may do without its verb
        (
            "I år ska polisen mäta, kommunen röja och båda parter informera",
            ["ska polisen mäta", "kommunen röja", "båda parter informera"],
        ),
        # the first must have one
        ("Polisen mäta, kommunen röja", []),
        # who only stands in a clause does not begin one
        ("Polisen ska synas där kommunen ska röja", [None]),
    ],
)
def test_each_vow_of_a_sentence_is_set_off(sentence, clauses):
    """
    A sentence that enumerates what each does holds as many promises.
    """
    found = vows_in(sentence)
    ends = [start for start, _ in found[1:]] + [len(sentence)]
    parts = [sentence[begin:end] for (_, begin), end in zip(found, ends, strict=False)]

    assert len(parts) == len(clauses)
    assert all(
        part.startswith(c or part) for part, c in zip(parts, clauses, strict=True)
    )


def test_the_first_whose_verb_is_a_vow_may_stand_anywhere():
    """
    Who is only spoken of, or owns something, is passed.
    """
    text = (
        "Polisen är glad, kommunens invånare ska gå, och nu ska ses att skolan ska läsa"
    )

    assert names(vowing(text)) == ["skolan"]
    assert vowing("Polisen är glad") is None


def test_a_line_of_names_is_read_in_linear_time():
    """
    However many are named in one breath, each is looked at once.
    """
    text = "vi " * 30_000

    assert len([*runs_of(text)]) == 30_000
