from __future__ import annotations

import codecs
import re
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import rdflib
import rdflib.compare
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    AgreementKind,
    Amendment,
    Area,
    Contact,
    InvalidDocument,
    InvalidField,
    MissingExtra,
    Party,
    PartyKind,
    Promise,
    Register,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.serializers import json, jsonld, turtle
from medborgarloften.serializers._linked.vocabulary import CLASSES, terms_of
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

# All that a text of the model may hold, and more than its strategies make.
ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20
).filter(lambda text: not text.isspace())

POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
PROMISE = Promise(number=1, text="Synas mer", promisors=("police",))
SMALL = turtle.dumps(
    Register(
        [
            Agreement(
                id="a", title="x", area=Area(), parties=(POLICE,), promises=(PROMISE,)
            )
        ]
    )
)

SLIPS = ["[", "]", "(", ")", "<", '"', '"""', ";", ",", ".", "@", "^^", "_:x", "{"]


def problems_of(text):
    """Tell what is wrong with a text."""
    with pytest.raises(InvalidDocument) as caught:
        turtle.loads(text)
    return caught.value.problems


def complaints(text):
    """Say what is wrong with a text."""
    return [str(problem) for problem in problems_of(text)]


@pytest.fixture
def document(register):
    """Make the text of the register that the tests share."""
    return turtle.dumps(register)


# ---------------------------------------------------------------- there and back


@FEWER
@given(registers(max_size=2))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing of a register is lost on the way out and in again, as text or as bytes.
    """
    document = turtle.dumps(register)

    assert turtle.loads(document) == register
    assert turtle.dumps(turtle.loads(document.encode())) == document


@settings(max_examples=15)
@given(registers(max_size=2))
def test_a_register_comes_back_by_way_of_other_formats(register):
    """
    From Turtle to JSON-LD to JSON and on to Turtle, it is the same register.
    """
    by_jsonld = jsonld.loads(jsonld.dumps(turtle.loads(turtle.dumps(register))))
    by_json = json.loads(json.dumps(by_jsonld))

    assert turtle.dumps(by_json) == turtle.dumps(register)


@given(ANY_TEXT, ANY_TEXT)
def test_no_text_is_changed(id_, notes):
    """
    Breaks of every sort, controls and lone marks stay, in what names a thing too.
    """
    agreement = Agreement(
        id=id_, title="x", area=Area(), parties=(POLICE,), notes=notes
    )
    register = Register([agreement])

    assert turtle.loads(turtle.dumps(register)) == register


def test_equal_registers_are_the_same_bytes(register):
    """
    However a register was put together, its document is the same.
    """
    more = [
        evolve(register["askersund-2019-2021"], id=id_, supersedes=None)
        for id_ in ("b", "a", "c")
    ]

    assert turtle.dumps(Register(more)) == turtle.dumps(Register(reversed(more)))


def test_what_is_not_known_is_no_empty_part(agreement):
    """
    No period, a period of which nothing is said, and a source that tells nothing of
    itself are three different things.
    """
    first, second = agreement.promises
    told = evolve(
        agreement,
        promises=(
            evolve(first, period=None),
            evolve(second, period=ValidityPeriod()),
        ),
        amendments=(Amendment(), Amendment()),
        sources=(Source(), Source()),
    )

    (back,) = turtle.loads(turtle.dumps(Register([told]))).agreements

    assert [each.period for each in back.promises] == [None, ValidityPeriod()]
    assert back.amendments == (Amendment(), Amendment())
    assert back.sources == (Source(), Source())


def test_people_are_left_out_when_that_is_asked(agreement):
    """
    Neither those who signed nor whom to ask are in a document without people.
    """
    contact = Contact(name="Kansliet", phone="114 14", email="a@kommunen.example")
    register = Register([evolve(agreement, contacts=(contact,))])
    document = turtle.dumps(register, without_people=True)

    assert "Åsa Öberg" in turtle.dumps(register)
    assert 'schema:telephone "114 14"' in turtle.dumps(register)
    assert "Åsa Öberg" not in document
    assert "Kansliet" not in document
    assert turtle.loads(document) == register.without_people()


def test_a_file_is_read_as_it_was_written(tmp_path, register):
    """
    A file holds what `dumps` writes, and may be compressed.
    """
    file, compressed = tmp_path / "a.ttl", tmp_path / "a.ttl.gz"
    turtle.dump(register, file)
    turtle.dump(register, compressed, without_people=True)

    assert file.read_text("utf-8") == turtle.dumps(register)
    assert turtle.load(file) == turtle.load_register(file) == register
    assert turtle.load(compressed) == register.without_people()


def test_only_a_register_is_written(agreement):
    """
    Anything else is refused, and what would do is told.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        turtle.dumps(agreement)


# ---------------------------------------------------------------- what it says


@pytest.mark.parametrize(
    "said",
    [
        "[] a ml:Register ;",
        "a ml:Agreement, schema:DigitalDocument, prov:Plan ;",
        '    dcterms:identifier "askersund-2019-2021" ;',
        '    dcterms:title "Medborgarlöfte för Askersund" ;',
        '    dcterms:dateAccepted "2018-12-01"^^xsd:date ;',
        "        a ml:ValidityPeriod, dcterms:PeriodOfTime ;",
        '        dcat:endDate "2021-12-31"^^xsd:date ;',
        "        ml:last_precision ml:precision:year ;",
        '    dcterms:valid "2019/2021" ;',
        '    schema:temporalCoverage "2019-01-01/2021-12-31" ;',
        "    dcterms:spatial ml:municipality:1882 ;",
        "    dcterms:replaces ml:agreement:askersund%202018 ;",
        "    dcterms:isPartOf ml:agreement:%C3%B6rebro%2El%C3%A4n ;",
        "    prov:hadPrimarySource ml:agreement:askersund-2019-2021:source:0 ;",
        "    dcterms:source <https://polisen.se/askersund> .",
        "            prov:wasQuotedFrom ml:agreement:askersund-2019-2021:source:0",
        "a ml:Promise, schema:PlanAction ;",
        '    schema:description "Öka tryggheten i centrum" ;',
        "    dcterms:subject ml:theme:public_places ;",
        '    ml:promisors ( "police" "askersund" ) ;',
        "    schema:agent ml:agreement:askersund-2019-2021:party:police,",
        "    schema:participant ml:agreement:askersund-2019-2021:party:askersund ;",
        "    schema:actionStatus schema:CompletedActionStatus .",
        "        dcterms:references ml:agreement:askersund-2019-2021:promise:2",
        "a ml:Party, foaf:Agent, org:OrganizationalUnit ;",
        (
            "a ml:Party, foaf:Agent, org:FormalOrganization,"
            " schema:GovernmentOrganization ;"
        ),
        '    org:identifier "1882" .',
        "ml:municipality:1882 a schema:AdministrativeArea, dcterms:Location ;",
        '    schema:name "Askersund" ;',
        "    schema:containedInPlace <http://data.europa.eu/nuts/code/SE124> .",
    ],
)
def test_others_find_their_own_terms(register, said):
    """
    What a vocabulary that others use has a term for is said in that term.
    """
    (agreement,) = register.agreements
    first, second = agreement.promises
    told = evolve(
        agreement,
        promises=(first, evolve(second, partners=("askersund",))),
        supersedes="askersund 2018",
        parent="örebro.län",
        signed_on=date(2018, 12, 1),
    )
    document = turtle.dumps(Register([told], register.outcomes))

    assert any(line.endswith(said) for line in document.splitlines()), document


def test_the_page_tells_of_each_term_of_others():
    """
    Which fields are said in the terms of others stands in a table on the page.
    """
    page = (
        Path(__file__).parents[2] / "docs" / "reference" / "formats" / "linked-data.md"
    )
    rows = re.findall(
        r"^\| `(\w+)` \| .* \| (.*) \|$", page.read_text("utf-8"), re.MULTILINE
    )
    told = {name: dict(re.findall(r"(\w+) `(\S+)`", terms)) for name, terms in rows}
    used = {
        name: {
            field: term.iri
            for field, term in terms_of(class_).items()
            if not term.iri.startswith("ml:")
        }
        for name, class_ in CLASSES.items()
    }

    assert {name: terms for name, terms in told.items() if terms} == {
        name: terms for name, terms in used.items() if terms
    }


def test_an_umbrella_is_a_cooperation(agreement):
    """
    Of the two kinds, only the umbrella is what others call a collaboration.
    """
    umbrella = evolve(agreement, kind=AgreementKind.COOPERATION_AGREEMENT)

    assert "org:OrganizationalCollaboration" in turtle.dumps(Register([umbrella]))
    assert "org:OrganizationalCollaboration" not in turtle.dumps(Register([agreement]))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("1917", ['dcterms:identifier "1917"', 'schema:name "Heby"']),  # until 2006
        ("9999", ['dcterms:identifier "9999"']),
    ],
)
def test_nothing_is_made_up_of_municipalities(agreement, code, told):
    """
    A code that is no longer used has a name and no county, an unknown one neither.
    """
    register = Register([evolve(agreement, area=Area(municipalities=(code,)))])
    *_, last = turtle.dumps(register).split("\n\n")

    _, *said = last.removesuffix(" .\n").split(" ;\n    ")
    assert said == told


@pytest.mark.parametrize(
    ("period", "coverage"),
    [
        ("2024/..", "2024-01-01/.."),
        ("/2021-06-30", None),
        ("2019", "2019-01-01/2019-12-31"),
        ("2019/2019..", None),  # it may go on, or not
        ("2019-VT/", None),
    ],
)
def test_only_what_is_an_interval_is_said_to_be_one(agreement, period, coverage):
    """
    Of a period with an unknown end, ISO 8601 has nothing to say; EDTF has.
    """
    register = Register([agreement.with_period(ValidityPeriod.parse(period))])
    paragraph = turtle.dumps(register).split("\n\n")[2]

    assert f'dcterms:valid "{period}"' in paragraph
    assert (
        re.findall(r'temporalCoverage "(.*)"', paragraph)
        == [coverage][: bool(coverage)]
    )


def test_an_unstated_period_is_said_to_be_nothing(agreement):
    """
    Where no day is stated there is no text that says so.
    """
    document = turtle.dumps(Register([agreement.with_period(ValidityPeriod())]))

    assert "dcterms:valid" not in document.split("\n\n")[2]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([(1, Status.FULFILLED), (2, Status.ONGOING)], "ActiveActionStatus"),
        ([(1, Status.NOT_STARTED)], "PotentialActionStatus"),
        ([(1, Status.NOT_FULFILLED)], "FailedActionStatus"),
        ([(1, Status.FULFILLED), (2, Status.PARTLY)], None),
        ([(1, Status.NO_EVIDENCE)], None),
        ([(1, Status.ONGOING), (1, Status.FULFILLED)], None),  # who is right?
    ],
)
def test_a_promise_has_the_status_of_the_latest_day(register, told, status):
    """
    Where those who told disagree, or others have no word for it, none is said.
    """
    outcomes = [
        evolve(register.outcomes[0], on=date(2020, 12, day), status=each)
        for day, each in told
    ]
    document = turtle.dumps(Register(register.agreements, outcomes))

    assert re.findall(r"schema:(\w+ActionStatus)", document) == [status][: bool(status)]


def test_an_address_that_is_none_is_a_text_alone(agreement):
    """
    Only an address of the web is a name on the web.
    """
    sources = (
        Source(url="https://polisen.se/löfte"),
        Source(url="se <polisen.se>"),
        Source(url="https://polisen.se/löfte"),
    )
    register = Register([evolve(agreement, sources=sources)])
    document = turtle.dumps(register)

    assert "dcterms:source <https://polisen.se/löfte> ." in document
    assert turtle.loads(document) == register


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_rdflib_reads_the_same_graph_from_both_formats(register):
    """
    Turtle and JSON-LD are two texts of one graph, and it is no secret of ours.
    """
    graphs = [
        rdflib.Graph().parse(data=text, format=name)
        for text, name in (
            (turtle.dumps(register), "turtle"),
            (jsonld.dumps(register), "json-ld"),
        )
    ]

    assert rdflib.compare.isomorphic(*graphs)


@pytest.mark.parametrize("form", ["turtle", "longturtle", "nt", "json-ld"])
def test_what_other_programs_write_of_it_is_read(register, form):
    """
    In another order, with other prefixes or none, it is the same register.
    """
    graph = rdflib.Graph().parse(data=turtle.dumps(register), format="turtle")
    rewritten = graph.serialize(format=form)
    format_ = jsonld if form == "json-ld" else turtle

    assert format_.loads(rewritten) == register


# ---------------------------------------------------------------- no Turtle


@given(st.text())
def test_any_text_is_refused(text):
    """
    Whatever a text holds, if it is no register it is `InvalidDocument` and no more.
    """
    with pytest.raises(InvalidDocument):
        turtle.loads(text)


@given(st.data())
def test_any_damage_is_read_or_refused(data):
    """
    A document with a slip in it is still a register, or refused.
    """
    position = data.draw(st.integers(0, len(SMALL)))
    gone = data.draw(st.integers(0, 12))
    slip = data.draw(st.sampled_from(SLIPS) | st.text(max_size=3))
    damaged = SMALL[:position] + slip + SMALL[position + gone :]

    with suppress(InvalidDocument):
        assert isinstance(turtle.loads(damaged), Register)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<a", "line 1: not Turtle: unterminated URI reference"),
        ("<u:a> a", "line 1: not Turtle: it ends too early, or is malformed"),
        ("\n\n<u:a> <u:b> ]", "line 3: not Turtle: objectList expected"),
        ("\n<u:a> ml:b 1 .", 'line 2: not Turtle: Prefix "ml:" not bound'),
        ("<a> <u:b> 1 .", "line 1: not Turtle: it ends too early, or is malformed"),
        ('"a" <u:b> 1 .', "line 1: not Turtle: it ends too early, or is malformed"),
        ("<u:a> 1 2 .", "line 1: not Turtle: it ends too early, or is malformed"),
        ("<u:a> <u:b> 1" + "0" * 5000 + " .", "line 1: not Turtle: it ends too early"),
        ("<u:a> <u:b> " + "[" * 50_000, "is nested too deeply to be read"),
        ("<u:a> <u:b> " + "(" * 50_000, "is nested too deeply to be read"),
    ],
    ids=range(10),
)
def test_what_is_no_turtle_is_refused_with_its_line(text, complaint):
    """
    The line at which reading stopped is told, and why where that is known.
    """
    (problem,) = problems_of(text)

    assert problem.code == "not-turtle"
    assert str(problem).startswith(f"$: {complaint}")


def test_other_encodings_are_refused_with_their_place(document):
    """
    The first byte that is not UTF-8 is told.
    """
    (problem,) = problems_of(document.encode("latin-1"))

    assert problem.code == "not-utf8"
    assert problem.message.startswith("line ")


def test_a_byte_order_mark_is_passed_over(register, document):
    """
    Files that begin with one, as some editors write them, are read.
    """
    assert turtle.loads(codecs.BOM_UTF8 + document.encode()) == register
    assert turtle.loads(f"\ufeff{document}") == register


def test_no_number_is_worked_out_that_nobody_asked_for(document):
    """
    A few digits with a large exponent would fill the memory, written out.
    """
    bomb = '<u:a> <u:b> "1e999999999999"^^xsd:decimal, 1e999999, 0.1 .'

    assert turtle.loads(f"{document}\n{bomb}") == turtle.loads(document)


def test_a_file_that_was_cut_off_is_refused(document):
    """
    Wherever it ends after the register, something is missed.
    """
    paragraphs = document.split("\n\n")

    for count in range(2, len(paragraphs) - 1):
        told = complaints("\n\n".join(paragraphs[:count]) + "\n")

        assert told
        assert all("is missing" in each or "what it is" in each for each in told)


# ---------------------------------------------------------------- no register


@pytest.mark.parametrize(
    ("old", "new", "code", "complaint"),
    [
        (
            "a ml:Register",
            "a ml:Something",
            "missing",
            (
                "ml:Register: is not here; say what this is:"
                " [] a ml:Register ; ml:schema_version 2 ."
            ),
        ),
        (
            "ml:schema_version 2 ;",
            "",
            "missing",
            "ml:schema_version: is missing",
        ),
        (
            "ml:schema_version 2",
            "ml:schema_version 3",
            "newer-version",
            "ml:schema_version: 3 is newer than this library knows",
        ),
        (
            "a ml:Agreement,",
            "a",
            "missing",
            (
                "ml:agreement:askersund-2019-2021: does not say what it is;"
                " say that it is a ml:Agreement"
            ),
        ),
        (
            "a ml:Promise,",
            "a ml:Quantity,",
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 1:"
                " expected a ml:Promise, got a ml:Quantity"
            ),
        ),
        (
            'dcterms:title "Medborgarlöfte för Askersund" ;',
            "",
            "missing",
            "ml:agreement:askersund-2019-2021 dcterms:title: is missing",
        ),
        (
            '"Medborgarlöfte för Askersund"',
            '"Medborgarlöfte för Askersund"@sv',
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 dcterms:title: expected text,"
                " got '\"Medborgarlöfte för Askersund\"@sv'"
            ),
        ),
        (
            '"Medborgarlöfte för Askersund"',
            '"2019"^^xsd:gYear',
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 dcterms:title: expected text,"
                " got '\"2019\"^^xsd:gYear'"
            ),
        ),
        (
            '"Medborgarlöfte för Askersund"',
            '"2019-01-01"^^xsd:date',
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 dcterms:title: expected text,"
                " got '\"2019-01-01\"^^xsd:date'"
            ),
        ),
        (
            '"Medborgarlöfte för Askersund"',
            "<http://a.se/>",
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 dcterms:title: expected text,"
                " got '<http://a.se/>'"
            ),
        ),
        (
            '"Medborgarlöfte för Askersund"',
            "[]",
            "wrong-type",
            "ml:agreement:askersund-2019-2021 dcterms:title: expected text, got '[]'",
        ),
        (
            '"Medborgarlöfte för Askersund"',
            '"Löfte", "Ett annat löfte"',
            "duplicate-key",
            (
                "ml:agreement:askersund-2019-2021 dcterms:title:"
                " has several values; keep the one that is right"
            ),
        ),
        (
            "ml:open_ended false",
            "ml:open_ended 0",
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 dcterms:temporal, ml:open_ended:"
                " expected true or false, got 0"
            ),
        ),
        (
            "ml:open_ended false",
            'ml:open_ended "no"^^xsd:boolean',
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 dcterms:temporal, ml:open_ended:"
                " expected true or false, got '\"no\"^^xsd:boolean'"
            ),
        ),
        (
            "ml:number 1 ",
            "ml:number 1.0 ",
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 1, ml:number:"
                " expected a whole number, got '\"1.0\"^^xsd:decimal'"
            ),
        ),
        (
            "ml:number 1 ",
            "ml:number 1e0 ",
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 1, ml:number:"
                " expected a whole number, got '\"1e0\"^^xsd:double'"
            ),
        ),
        (
            '"2019-01-01"^^xsd:date',
            '"2019-13-01"^^xsd:date',
            "not-a-date",
            (
                "ml:agreement:askersund-2019-2021 dcterms:temporal, dcat:startDate:"
                " expected an ISO 8601 date, got '2019-13-01'"
            ),
        ),
        (
            "ml:precision:year",
            "ml:precision:decade",
            "not-allowed",
            (
                "ml:agreement:askersund-2019-2021 dcterms:temporal, ml:first_precision:"
                " expected one of day, month, quarter, tertial, term, season,"
                " half_year, year, got 'decade'"
            ),
        ),
        (
            "ml:attribution:stated",
            "ml:how:stated",  # a word of another list
            "not-allowed",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 1, ml:attribution:"
                " expected one of stated, heading, context, got 'ml:how:stated'"
            ),
        ),
        (
            "ml:theme:public_places",
            "ml:theme:fishing",
            "not-allowed",
            "ml:agreement:askersund-2019-2021 ml:promises 1, dcterms:subject 1: expect",
        ),
        (
            "ml:excerpt",
            "ml:exerpt",
            "unknown-field",
            "ml:agreement:askersund-2019-2021 ml:exerpt: is not a known field",
        ),
        (
            "dcterms:title",
            "ml:title",  # the title has another name
            "unknown-field",
            (
                "ml:agreement:askersund-2019-2021 ml:title: is not a known field;"
                " did you mean 'title'?"
            ),
        ),
        (
            "ml:schema_version 2",
            'ml:schema_version 2 ; ml:owner "x"',
            "unknown-field",
            "ml:owner: is not a known field",
        ),
        (
            '( "police" "askersund" )',
            '"police", "askersund"',
            "duplicate-key",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 1, ml:promisors:"
                " has several values; keep the one that is right"
            ),
        ),
        (
            '( "police" "askersund" )',
            '"police"',
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 1, ml:promisors:"
                " expected a list, got 'police'"
            ),
        ),
        (
            "ml:signatories (",
            "ml:signatories ( 5",
            "wrong-type",
            (
                "ml:agreement:askersund-2019-2021 ml:signatories 1:"
                " expected an object, got 5"
            ),
        ),
        (
            'ml:promisors ( "police" )',
            'ml:promisors ( "police" "grannar" )',
            "broken-reference",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 2, ml:promisors 2:"
                " no party has the id 'grannar'; name one of: police, askersund"
            ),
        ),
        (
            "ml:promise 2 ;",
            "ml:promise 3 ;",
            "broken-reference",
            "ml:outcomes 1 ml:promise: 'askersund-2019-2021' has no promise 3",
        ),
        (
            "ml:agreements ml:agreement:askersund-2019-2021",
            "ml:agreements 5, ml:agreement:askersund-2019-2021",
            "wrong-type",
            "ml:agreements 1: expected an object, got 5",
        ),
        (
            "ml:agreement:askersund-2019-2021:promise:2\n    ) ;",
            "ml:agreement:askersund-2019-2021:promise:1\n    ) ;",
            "broken-reference",
            (
                "ml:agreement:askersund-2019-2021 ml:promises 2:"
                " ml:agreement:askersund-2019-2021:promise:1 is a part of something"
                " else too; describe it once for each"
            ),
        ),
    ],
)
def test_a_faulty_graph_is_refused(document, old, new, code, complaint):
    """
    The complaint names the thing and its properties, and says what is wrong.
    """
    assert old in document
    problem = problems_of(document.replace(old, new, 1))[0]

    assert problem.code == code
    assert str(problem).startswith(complaint)
    assert problem.message_sv != problem.message


def test_every_fault_is_told(document):
    """
    One reading tells all that is wrong, so that one mending is enough.
    """
    faulty = document.replace("ml:excerpt false", "ml:excerpt 0")
    faulty = faulty.replace("ml:number 1 ", 'ml:number "1" ')
    faulty = faulty.replace("ml:minimum 4", "ml:minimum 4 ; ml:least 4")

    assert {problem.path for problem in problems_of(faulty)} == {
        "ml:agreement:askersund-2019-2021 ml:excerpt",
        "ml:agreement:askersund-2019-2021 ml:promises 1, ml:number",
        "ml:agreement:askersund-2019-2021 ml:promises 2, ml:quantities 1, ml:least",
    }


@pytest.mark.parametrize(
    "cells",
    [
        '_:a rdf:first "police" ; rdf:rest _:a .',
        '_:a rdf:first "police" ; rdf:rest _:b . _:b rdf:first "x" ; rdf:rest _:a .',
        '_:a rdf:first "police" ; rdf:rest rdf:nil, _:b .',
        '_:a rdf:first "police", "askersund" ; rdf:rest rdf:nil .',
        '_:a rdf:first "police" .',
        '_:a rdf:first "police" ; rdf:rest _:b .',
        '_:a rdf:first "police" ; rdf:rest "nil" .',
    ],
    ids=["circle", "wide-circle", "fork", "two-first", "no-rest", "no-end", "a-text"],
)
def test_a_list_has_one_order_and_an_end(document, cells):
    """
    A list that goes in a circle, forks or breaks off is told as such.
    """
    prefix = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    faulty = document.replace('( "police" "askersund" )', "_:a")

    (problem,) = problems_of(prefix + faulty + cells)

    assert problem.code == "broken-list"
    assert (
        problem.path == "ml:agreement:askersund-2019-2021 ml:promises 1, ml:promisors"
    )


def test_a_list_is_nobody_elses(document):
    """
    Lists that share their ends would be read again and again.
    """
    faulty = document.replace('( "police" "askersund" )', "_:a")
    faulty = faulty.replace('ml:promisors ( "police" )', "ml:promisors _:a")
    cells = (
        "_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 'police' ;"
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ()  ."
    )

    assert [problem.code for problem in problems_of(faulty + cells)] == ["broken-list"]


@pytest.mark.parametrize(
    "stray",
    [
        "<http://a.se/> ml:notes 'x' .",
        "<http://a.se/> a ml:Promise ; schema:description 'x' .",
    ],
)
def test_nothing_of_ours_is_lost_in_silence(document, stray):
    """
    What is told in our terms and belongs to no agreement is no part of a register.
    """
    assert complaints(document + stray) == [
        (
            "<http://a.se/>: belongs to no agreement and no outcome; let one of them"
            " lead to it, or take it away"
        )
    ]


def test_what_others_say_is_passed_over(register, document):
    """
    A graph may hold more than ours: nothing is fetched and nothing is refused.
    """
    more = """
    <http://a.se/> <http://www.w3.org/2002/07/owl#imports> <http://192.0.2.1/x> .
    ml:agreement:askersund-2019-2021 dcterms:creator "någon" ; schema:award 1e5 .
    ml:agreement:askersund-2019-2021:promise:1
        dcterms:subject <http://eurovoc.europa.eu/6777> .
    ml:municipality:1882 schema:url <https://www.askersund.se/> .
    """

    assert turtle.loads(document + more) == register
    assert turtle.loads(document + turtle.themes_scheme()) == register
    assert turtle.loads(document + turtle.vocabulary()) == register


def test_graphs_can_be_put_together(register, agreement, document):
    """
    The graphs of two registers are the graph of both, if they share no agreement.
    """
    other = Register([evolve(agreement, id="other")])

    assert turtle.loads(document + turtle.dumps(other)) == register.merge(other)
    assert {problem.code for problem in problems_of(document + document)} == {
        "duplicate-key"
    }


def test_names_are_free(register, document):
    """
    Whatever a thing is called, what it is told to be is what it is.
    """
    renamed = document.replace("@prefix ml: <urn:medborgarloften:>", "")
    renamed = re.sub(r"ml:(agreement:\S+?)([ ,;\n])", r"<http://a.se/\1>\2", renamed)

    assert turtle.loads("@prefix ml: <urn:medborgarloften:>" + renamed) == register


def test_an_agreement_without_a_name_is_told_by_its_number(document):
    """
    What has no name is counted.
    """
    unnamed = document.replace("ml:agreements ml:agreement:", "ml:owner ml:agreement:")
    unnamed = unnamed.replace("ml:agreement:askersund-2019-2021 a ", "[] a ")
    unnamed = unnamed.replace("ml:excerpt false", "ml:excerpt 0")

    assert [problem.path for problem in problems_of(unnamed)] == [
        "ml:owner",
        "ml:agreements 1 ml:excerpt",
    ]


# ---------------------------------------------------------------- what stands beside


def test_the_themes_are_concepts():
    """
    Each theme has its labels, its definition, and its place among others' concepts.
    """
    graph = rdflib.Graph().parse(data=turtle.themes_scheme(), format="turtle")
    skos = rdflib.SKOS
    concepts = set(graph.subjects(skos.topConceptOf))

    assert {str(each).rpartition(":")[2] for each in concepts} == set(Theme)
    for theme in Theme:
        concept = rdflib.URIRef(f"urn:medborgarloften:theme:{theme}")
        labels = {
            each.language: str(each) for each in graph.objects(concept, skos.prefLabel)
        }

        assert labels == {"sv": theme.label_sv, "en": theme.label_en}
        assert str(graph.value(concept, skos.definition)) == theme.definition


@pytest.mark.parametrize(
    ("theme", "match", "concept"),
    [
        (Theme.CAMERA, "exactMatch", "<http://eurovoc.europa.eu/6777>"),
        (Theme.DRUGS, "broadMatch", "<http://eurovoc.europa.eu/3355>"),
        (Theme.DRUGS, "closeMatch", "ml:iccs:0601"),
        (Theme.DRUGS, "mappingRelation", "ml:polisen:Narkotikabrott"),
        (
            Theme.BURGLARY_THEFT,
            "mappingRelation",
            "<http://www.wikidata.org/entity/Q329425>",  # nobody has judged it
        ),
        (Theme.BURGLARY_THEFT, "narrowMatch", "ml:iccs:05012"),
        (Theme.YOUTH, "relatedMatch", "<http://eurovoc.europa.eu/375>"),
    ],
)
def test_themes_are_matched_as_well_as_they_fit(theme, match, concept):
    """
    How well a theme fits is said as SKOS says it, and no better than it was judged.
    """
    paragraphs = turtle.themes_scheme().split("\n\n")
    (told,) = (each for each in paragraphs if each.startswith(f"ml:theme:{theme} a "))

    assert re.search(rf"skos:{match} (.*, )?{re.escape(concept)}[ ,]", told)


def test_every_concept_that_is_matched_is_told_of_or_named_by_others():
    """
    No theme is matched with something of ours that nobody describes.
    """
    graph = rdflib.Graph().parse(data=turtle.themes_scheme(), format="turtle")
    skos = rdflib.SKOS
    kinds = ("exact", "close", "broad", "narrow", "related")
    matched = {
        concept
        for match in (*(skos[f"{kind}Match"] for kind in kinds), skos.mappingRelation)
        for concept in graph.objects(None, match)
    }
    ours = {each for each in matched if each.startswith("urn:medborgarloften:")}

    assert len(matched) == len({each for theme in Theme for each in matches(theme)})
    for concept in ours:
        scheme = graph.value(concept, skos.inScheme)
        said = {
            graph.value(concept, skos.notation),
            graph.value(concept, skos.prefLabel),
        }

        assert said != {None}
        assert graph.value(scheme, rdflib.DCTERMS.title)


def matches(theme):
    """List where a theme stands, however well it fits there."""
    return [(each.scheme, each.code) for each in theme.alignments]


@settings(max_examples=10)
@given(registers(max_size=2))
def test_every_term_of_ours_is_defined(register):
    """
    Whatever a register is told of with has its meaning in the vocabulary.
    """
    defined = set(re.findall(r"^ml:\S+", turtle.vocabulary(), re.MULTILINE))
    graph = rdflib.Graph().parse(data=turtle.dumps(register), format="turtle")
    types = set(graph.objects(None, rdflib.RDF.type))
    words = {
        each
        for predicate in ("kind", "how", "status", "per", "attribution")
        for each in graph.objects(
            None, rdflib.URIRef(f"urn:medborgarloften:{predicate}")
        )
    }

    used = {*graph.predicates(), *types, *words}
    ours = {each for each in used if each.startswith("urn:medborgarloften:")}
    assert {
        f"ml:{each.removeprefix('urn:medborgarloften:')}" for each in ours
    } <= defined


def test_the_vocabulary_says_what_the_model_does():
    """
    A term has the words of the field's own class, and what it may hold.
    """
    vocabulary = turtle.vocabulary()

    assert rdflib.Graph().parse(data=vocabulary, format="turtle")
    assert (
        "ml:average a rdf:Property ;\n"
        '    rdfs:comment "Whether it is to hold on average (\\"i snitt\\")."@en ;\n'
        "    schema:domainIncludes ml:Quantity ;\n"
        "    schema:rangeIncludes xsd:boolean .\n"
    ) in vocabulary
    assert "    rdfs:subClassOf schema:DigitalDocument, prov:Plan ." in vocabulary
    assert "ml:party_kind:police a skos:Concept ;" in vocabulary


def test_the_missing_library_is_told(register, monkeypatch):
    """
    Writing needs no library; reading tells how to install the one it needs.
    """
    monkeypatch.delitem(
        sys.modules, "medborgarloften.serializers._linked.rdf", raising=False
    )
    monkeypatch.setitem(sys.modules, "rdflib.plugins.parsers.jsonld", None)

    document = turtle.dumps(register)
    with pytest.raises(MissingExtra, match=r"medborgarloften\[rdf\]"):
        turtle.loads(document)
