from __future__ import annotations

import codecs
import json as builtin_json
import socket
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Agreement,
    Area,
    InvalidDocument,
    InvalidField,
    MissingExtra,
    Party,
    PartyKind,
    Promise,
    Register,
)
from medborgarloften.serializers import json, jsonld
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=40)

# No packet gets there: whoever tries waits until it gives up.
NOWHERE = "http://192.0.2.1/context.jsonld"

SMALL = jsonld.dumps(
    Register(
        [
            Agreement(
                id="a",
                title="x",
                area=Area(municipalities=("1882",)),
                parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
                promises=(Promise(number=1, text="Synas mer", promisors=("police",)),),
            )
        ]
    )
)

SLIPS = [
    None,
    True,
    0,
    1.5,
    10**400,
    "x",
    "",
    "_:b",
    [],
    [["a"]],
    {},
    {"@id": 5},
    {"@id": "ml:agreement:askersund-2019-2021"},
    {"@value": "x", "@language": "no language"},
    {"@value": {"x": []}, "@type": "@json"},
    {"@list": [1, [2]]},
    {"@set": [None]},
    {"@type": 5},
    {"@graph": []},
    {"@reverse": 5},
    {"@nest": {"title": "x"}},
    {"@context": {"title": 5}},
]


def problems_of(document):
    """Tell what is wrong with a document, or with a text."""
    text = document if isinstance(document, str) else builtin_json.dumps(document)
    with pytest.raises(InvalidDocument) as caught:
        jsonld.loads(text)
    return caught.value.problems


def complaints(document):
    """Say what is wrong with a document, or with a text."""
    return [str(problem) for problem in problems_of(document)]


@pytest.fixture
def document(register):
    """Make the document of the register that the tests share, as plain data."""
    return builtin_json.loads(jsonld.dumps(register))


@pytest.fixture
def told(document):
    """Find the agreement in that document."""
    return document["agreements"][0]


# ---------------------------------------------------------------- there and back


@FEWER
@given(registers(max_size=2))
def test_a_register_comes_back_as_it_was(register):
    """
    Nothing of a register is lost on the way out and in again, as text or as bytes.
    """
    document = jsonld.dumps(register)

    assert jsonld.loads(document) == register
    assert jsonld.dumps(jsonld.loads(document.encode())) == document


def test_the_fields_are_those_of_our_json(document, register_data):
    """
    Without what linked data adds, and with what is empty left out, it is our JSON.
    """
    assert without_links(document) == without_nothing(register_data)


def without_links(value):
    """Take away the keys with an @ or a prefix."""
    if isinstance(value, list):
        return [without_links(each) for each in value]
    if isinstance(value, dict):
        return {
            key: without_links(inner)
            for key, inner in value.items()
            if "@" not in key and ":" not in key
        }
    return value


def without_nothing(value):
    """Take away what is null or empty, and the schema that a type tells of."""
    if isinstance(value, list):
        return [without_nothing(each) for each in value]
    if isinstance(value, dict):
        return {
            key: without_nothing(inner)
            for key, inner in value.items()
            if inner not in (None, []) and key != "schema"
        }
    return value


def test_people_are_left_out_when_that_is_asked(register):
    """
    Those who signed are not in a document without people.
    """
    document = jsonld.dumps(register, without_people=True)

    assert "Åsa Öberg" in jsonld.dumps(register)
    assert "Åsa Öberg" not in document
    assert jsonld.loads(document) == register.without_people()


def test_a_file_is_read_as_it_was_written(tmp_path, register):
    """
    A file holds what `dumps` writes, and may be compressed.
    """
    file, compressed = tmp_path / "a.jsonld", tmp_path / "a.jsonld.gz"
    jsonld.dump(register, file)
    jsonld.dump(register, compressed, without_people=True)

    assert file.read_text("utf-8") == jsonld.dumps(register)
    assert jsonld.load(file) == jsonld.load_register(file) == register
    assert jsonld.load(compressed) == register.without_people()


def test_only_a_register_is_written(agreement):
    """
    Anything else is refused, and what would do is told.
    """
    with pytest.raises(InvalidField, match="give a Register"):
        jsonld.dumps(agreement)


# ---------------------------------------------------------------- other shapes


def test_the_context_may_be_called_for_by_its_name(register, document):
    """
    Our own context is known by heart, wherever and however often it is called for.
    """
    ours = jsonld.CONTEXT
    again = {"@context": [ours, [{}, ours]]}

    assert jsonld.loads(dumped(document | {"@context": ours})) == register
    assert jsonld.loads(dumped(document | again)) == register
    document["agreements"][0]["@context"] = ours
    assert jsonld.loads(dumped(document)) == register


def dumped(document):
    """Write plain data."""
    return builtin_json.dumps(document)


def test_the_context_is_what_every_document_carries(document):
    """
    Who makes documents of their own finds the same context alone.
    """
    assert builtin_json.loads(jsonld.context()) == {"@context": document["@context"]}


def test_other_keys_may_mean_the_same(register, document, told):
    """
    What a key is called is for the context to say.
    """
    told["rubrik"] = told.pop("title")
    told["http://purl.org/dc/terms/identifier"] = told.pop("id")
    mine = {"rubrik": "http://purl.org/dc/terms/title"}
    document["@context"] = [jsonld.CONTEXT, mine]

    assert jsonld.loads(dumped(document)) == register


def test_things_may_stand_beside_each_other(register, document, told):
    """
    A graph of things that name each other is the same as things within each other.
    """
    graph = [
        *told["parties"],
        *told["promises"],
        *told["sources"],
        told["period"],
        told,
    ]
    told["period"]["@id"] = "_:period"
    for field in ("parties", "promises", "sources"):
        told[field] = [each["@id"] for each in told[field]]
    told["period"] = "_:period"
    document["agreements"] = []

    assert jsonld.loads(dumped({**document, "@graph": graph})) == register


def test_expanded_json_ld_is_read():
    """
    Without any context, with whole names and every value told of, it is the same.
    """
    ml = "urn:medborgarloften:"
    text, terms = {"@value": "x"}, "http://purl.org/dc/terms/"
    expanded = [
        {"@type": [f"{ml}Register"], f"{ml}schema_version": [{"@value": 2}]},
        {
            "@type": [f"{ml}Agreement"],
            f"{terms}identifier": [text],
            f"{terms}title": [text],
            f"{terms}dateAccepted": [
                {
                    "@value": "2020-02-01",
                    "@type": "http://www.w3.org/2001/XMLSchema#date",
                }
            ],
            f"{ml}area": [{"@type": [f"{ml}Area"]}],
            f"{ml}parties": [
                {
                    "@list": [
                        {
                            f"{terms}identifier": [text],
                            f"{ml}kind": [{"@id": f"{ml}party_kind:police"}],
                            "https://schema.org/name": [text],
                        }
                    ]
                }
            ],
        },
    ]

    (agreement,) = jsonld.loads(dumped(expanded)).agreements

    assert (agreement.title, str(agreement.signed_on)) == ("x", "2020-02-01")
    assert [each.kind.value for each in agreement.parties] == ["police"]


def test_a_word_that_is_called_what_a_field_is_called_is_a_word(document, told):
    """
    A count for the whole period is per ``period``, which is also a field.
    """
    told["promises"][1]["quantities"][0]["per"] = "period"

    (agreement,) = jsonld.loads(dumped(document)).agreements

    assert agreement.promises[1].quantities[0].per == "period"


def test_a_key_without_a_meaning_says_nothing(register, document):
    """
    What others put in a document, in words of their own, is theirs.
    """
    document["http://a.se/seen"] = True
    document["agreements"][0]["schema:award"] = {"@value": [1], "@type": "@json"}
    document["@context"]["mine"] = None
    document["mine"] = "x"

    assert jsonld.loads(dumped(document)) == register


# ---------------------------------------------------------------- what is fetched


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda document: document.update({"@context": NOWHERE}), '$["@context"]'),
        (
            lambda document: document.update({"@context": [jsonld.CONTEXT, NOWHERE]}),
            '$["@context"][1]',
        ),
        (
            lambda document: document["@context"].update({"@import": NOWHERE}),
            '$["@context"]["@import"]',
        ),
        (
            lambda document: document["agreements"][0].update({"@context": NOWHERE}),
            '$.agreements[0]["@context"]',
        ),
        (
            lambda document: document["@context"].update(
                {"area": {"@id": "ml:area", "@context": [{}, [NOWHERE]]}}
            ),
            '$["@context"].area["@context"][1][0]',
        ),
        (
            lambda document: document.update({"@context": "context.jsonld"}),
            '$["@context"]',
        ),
        (
            lambda document: document.update({"@context": "/etc/passwd"}),
            '$["@context"]',
        ),
    ],
    ids=range(7),
)
def test_nothing_is_fetched(document, change, path, monkeypatch):
    """
    A context that is somewhere else is refused at once, with what would do.
    """
    asked = []
    monkeypatch.setattr(socket, "getaddrinfo", asked.append)
    monkeypatch.setattr(socket, "socket", asked.append)
    change(document)

    (problem,) = problems_of(document)

    assert asked == []
    assert (problem.code, problem.path) == ("remote-context", path)
    assert "is not fetched" in problem.message
    assert "hämtas inte" in problem.message_sv
    assert jsonld.CONTEXT in problem.message


def test_our_own_context_is_not_imported(document):
    """
    An import would have to be fetched too, whatever it names.
    """
    document["@context"]["@import"] = jsonld.CONTEXT

    assert [each.code for each in problems_of(document)] == ["remote-context"]


# ---------------------------------------------------------------- no register


@pytest.mark.parametrize(
    ("text", "code", "complaint"),
    [
        ("", "not-json", "$: line 1, column 1: not JSON: expecting value"),
        ('{"a": 1,}', "not-json", "$: line 1, column 9: not JSON"),
        ("[" * 100_000, "not-json", "$: is nested too deeply to be read"),
        ('"text"', "wrong-type", "$: expected an object, got 'text'"),
        ("5", "wrong-type", "$: expected an object, got 5"),
        ("[]", "missing", "ml:Register: is not here"),
        ("{}", "missing", "ml:Register: is not here"),
        ('{"a": 1, "a": 2}', "duplicate-key", "$.a: is given more than once"),
        ('{"@context": 5}', "not-json-ld", "$: no JSON-LD can be made of it"),
        (
            '{"@context": {"@language": "a b"}, "ml:x": {"@value": "x"}}',
            "missing",
            "ml:Register: is not here",
        ),
        (
            '{"u:b": ' * 900 + "1" + "}" * 900,
            "not-json-ld",
            "$: is nested too deeply to be read",
        ),
    ],
    ids=range(11),
)
def test_what_is_no_register_is_refused(text, code, complaint):
    """
    Whether no JSON, no JSON-LD or no register, what is wrong is told.
    """
    problem = problems_of(text)[0]

    assert problem.code == code
    assert str(problem).startswith(complaint)


@given(st.text())
def test_any_text_is_refused(text):
    """
    Whatever a text holds, if it is no register it is `InvalidDocument` and no more.
    """
    problems_of(text)


@given(st.data())
def test_any_damage_is_read_or_refused(data):
    """
    A document with a slip in it is still a register, or refused.
    """
    document = builtin_json.loads(SMALL)
    value, path = document, []
    while isinstance(value, dict | list) and value:
        steps = list(value) if isinstance(value, dict) else range(len(value))
        step = data.draw(st.sampled_from(steps))
        path.append((value, step))
        value = value[step]
    holder, step = data.draw(st.sampled_from(path))
    holder[step] = data.draw(st.sampled_from(SLIPS))

    with suppress(InvalidDocument):
        assert isinstance(jsonld.loads(dumped(document)), Register)


def test_other_encodings_are_refused_with_their_place(register):
    """
    The first byte that is not UTF-8 is told.
    """
    with pytest.raises(InvalidDocument, match="is not UTF-8"):
        jsonld.loads(jsonld.dumps(register).encode("latin-1"))


def test_a_byte_order_mark_is_passed_over(register):
    """
    Files that begin with one, as some editors write them, are read.
    """
    document = jsonld.dumps(register)

    assert jsonld.loads(codecs.BOM_UTF8 + document.encode()) == register


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (7, "expected text, got 7; put quotes around it"),
        (True, "expected text, got true; put quotes around it"),
        (1.5, "expected text, got '\"1.5\"^^xsd:double'"),
        ({"@id": "ml:x"}, "expected text, got 'ml:x'"),
        ({"@value": "x", "@language": "sv"}, "expected text, got '\"x\"@sv'"),
        (
            {"@value": "x", "@type": "xsd:token"},
            "expected text, got '\"x\"^^xsd:token'",
        ),
        (
            {"@value": "1e999999999999", "@type": "xsd:decimal"},
            "expected text, got '\"1e999999999999\"^^xsd:decimal'",
        ),
        ([], "is missing"),
        (None, "is missing"),
        (["x", "y"], "has several values; keep the one that is right"),
        (" ", "expected a text that is not blank, got ' '"),
        ("\ud800", "\\ud800 is half a character"),
    ],
    ids=range(12),
)
def test_a_faulty_value_is_refused(document, told, value, complaint):
    """
    Nothing is turned into something else to make it fit.
    """
    told["title"] = value
    (said,) = complaints(document)

    place = "ml:agreement:askersund-2019-2021 dcterms:title: "
    assert said.startswith(place + complaint)


def test_a_misspelt_key_is_a_mistake(document, told):
    """
    With our context, a key that is no field is refused, and the nearest told.
    """
    told["titel"] = told.pop("title")
    told["promises"][0]["ml:text"] = "x"

    assert complaints(document) == [
        (
            "ml:agreement:askersund-2019-2021 ml:promises 1, ml:text:"
            " is not a known field; did you mean 'text'?"
        ),
        (
            "ml:agreement:askersund-2019-2021 ml:titel: is not a known field;"
            " did you mean 'title'?"
        ),
        "ml:agreement:askersund-2019-2021 dcterms:title: is missing",
    ]


def test_a_number_stays_the_number_that_it_is(document, told):
    """
    A large count is exact, and one with more digits than anybody counts is refused.
    """
    quantity = told["promises"][1]["quantities"][0]
    quantity["minimum"] = 10**30
    (agreement,) = jsonld.loads(dumped(document)).agreements

    assert agreement.promises[1].quantities[0].minimum == 10**30

    quantity["minimum"] = 10**700
    assert [problem.code for problem in problems_of(document)] == ["wrong-type"]


def test_strange_names_make_no_noise(document, told, caplog, capsys):
    """
    What is told is told by problems, and not by a log that nobody asked for.
    """
    told["dcterms:source"] = ["http://a b/<>", "se \\"]
    document["@context"]["bad"] = "http://<>/"
    told["bad"] = {"@id": "http://{}/"}
    jsonld.loads(dumped(document))

    assert caplog.records == []
    assert capsys.readouterr() == ("", "")


def test_the_missing_library_is_told(register, monkeypatch):
    """
    Writing needs no library; reading tells how to install the one it needs.
    """
    monkeypatch.delitem(
        sys.modules, "medborgarloften.serializers._linked.rdf", raising=False
    )
    monkeypatch.setitem(sys.modules, "rdflib.plugins.parsers.jsonld", None)

    document = jsonld.dumps(register)
    with pytest.raises(MissingExtra, match=r"medborgarloften\[rdf\]"):
        jsonld.loads(document)


def test_it_says_what_our_json_says(register):
    """
    A register that was JSON-LD is the same JSON as before.
    """
    assert json.dumps(jsonld.loads(jsonld.dumps(register))) == json.dumps(register)
