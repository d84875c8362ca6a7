from __future__ import annotations

import copy
import json as builtin_json
import re
import sys
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.serializers.mutations import documents, lines, mutated

from medborgarloften import (
    InvalidDocument,
    InvalidField,
    InvalidPeriod,
    Precision,
    UnknownName,
    ValidityPeriod,
    model,
)
from medborgarloften.model import Theme
from medborgarloften.model._shapes import fields_of, is_record
from medborgarloften.serializers import json, jsonl, schema
from medborgarloften.serializers._documents.migrations import (
    VERSION_FIELD,
    version_field_of,
)
from medborgarloften.testing import agreements, registers

SHIPPED = files("medborgarloften.serializers") / "schemas"
OF_DOCUMENTS = ("agreement", "agreements", "register")
OF_LINES = ("agreement", "outcome")


@cache
def validator(kind):
    """Make what tells whether a document is of a kind, once."""
    return Draft202012Validator(schema.json_schema(kind))


def accepting(document, *kinds):
    """List which of some kinds a document is of, by their schemas."""
    return [kind for kind in kinds if validator(kind).is_valid(document)]


def problems_of(document):
    """Tell why a document is not read; nothing if it is."""
    return problems_in(json.loads, builtin_json.dumps(document))


def problems_of_lines(some):
    """Tell why lines are not read; nothing if they are."""
    return problems_in(jsonl.loads, "\n".join(map(builtin_json.dumps, some)))


def problems_in(loads, text):
    """Tell what a reader says of a text."""
    try:
        loads(text)
    except InvalidDocument as error:
        return error.problems
    return ()


def of_today(document):
    """Name the version of a document of version 1 as documents do today."""
    if not isinstance(document, dict):
        return document
    field = version_field_of(document)
    if type(document.get(field)) is not int or document[field] != 1:
        return document
    return {key: document[key] for key in document if key != field} | {VERSION_FIELD: 2}


# ------------------------------------------------- what no schema can say


def steps_of(path):
    """Take the path of a problem apart, ``$.promises[0].number``."""
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", path)
    return [name or int(index) for name, index in steps]


def at(document, steps):
    """Follow steps in plain data."""
    for step in steps:
        document = document[step]
    return document


def is_reversed(period):
    """Tell whether the last day of a period is before the first."""
    return period["last_day"] < period["first_day"]


# A code and a path may stand for a rule that the schema says too.  This tells, of
# the value and what it is within, whether it is the other one that was broken.
UNSAID_OF = {
    ("invalid", "agreement.period"): lambda period, *_: is_reversed(period),
    ("invalid", "agreement.promises[*].period"): lambda period, *_: is_reversed(period),
    ("invalid", "agreement.promises[*].number"): lambda number, *_: number >= 1,
    ("invalid", "agreement.promises[*].partners[*]"): (
        lambda id_, _partners, promise, *_: id_ in promise["promisors"]
    ),
    ("invalid", "agreement.promises[*].quantities[*].maximum"): (
        lambda number, *_: number >= 0
    ),
    ("broken-reference", "agreement.citations[*].source"): (
        lambda _source, _citation, _citations, agreement, *_: agreement["sources"]
    ),
    ("invalid", "agreement.citations[*].end"): lambda number, *_: number >= 1,
}


def is_unsaid(problem, document):
    """Tell whether a problem is one that the schema is not made to tell."""
    steps = steps_of(problem.path)
    value, *owners = [at(document, steps[:n]) for n in range(len(steps), -1, -1)]
    if problem.code == "wrong-type":
        return type(value) is float and value.is_integer()
    return any(
        UNSAID_OF.get((rule.code, rule.path), lambda *_: True)(value, *owners)
        for rule in schema.UNSAID
        if rule.code == problem.code and is_place_of(problem.path, rule.path)
    )


def is_place_of(path, pattern):
    """Tell whether a path in a document is one that a rule is about."""
    above, _, within = pattern.partition(".")
    inner = re.escape(within).replace(r"\*", r"\d+")
    return re.fullmatch(rf"(\d+:)?\$(\.{above}s\[\d+\])?\.{inner}", path)


# ------------------------------------------------- the schema and the reader


@settings(max_examples=40)
@given(
    agreements() | st.lists(agreements(), max_size=2).map(tuple) | registers(max_size=2)
)
def test_what_is_written_is_of_its_schema(thing):
    """
    Each document that the library writes is of the kind that it says it is.
    """
    document = builtin_json.loads(json.dumps(thing))
    kind = document["schema"].removeprefix("medborgarloften/")

    assert accepting(document, *OF_DOCUMENTS, "document") == [kind, "document"]


@settings(max_examples=20)
@given(registers(max_size=2))
def test_lines_that_are_written_are_of_their_schema(register):
    """
    Each line that the library writes is an agreement or an outcome.
    """
    for text in jsonl.dumps(register).split("\n")[:-1]:
        line = builtin_json.loads(text)
        kind = line["schema"].removeprefix("medborgarloften/")

        assert accepting(line, *OF_LINES, "line") == [kind, "line"]


@settings(max_examples=150)
@given(mutated(documents()))
def test_the_schema_accepts_what_is_read(document):
    """
    What the schema refuses is not read, and what is not read it refuses, unless
    nothing but rules that it cannot say are broken.
    """
    problems = problems_of(document)
    kinds = accepting(of_today(document), *OF_DOCUMENTS)

    assert bool(kinds) == bool(accepting(of_today(document), "document"))
    if kinds:
        assert [each for each in problems if not is_unsaid(each, document)] == []
    else:
        assert problems


@settings(max_examples=60)
@given(st.data(), lines())
def test_the_schema_accepts_the_lines_that_are_read(data, some):
    """
    It is so for each line of JSON Lines too.
    """
    assume(some)
    n = data.draw(st.integers(0, len(some) - 1))
    some[n] = line = data.draw(mutated(st.just(some[n])))
    problems = problems_of_lines(some)
    own = [each for each in problems if each.path.startswith(f"{n + 1}:")]

    kinds = accepting(of_today(line), *OF_LINES)

    assert bool(kinds) == bool(accepting(of_today(line), "line"))
    if kinds:
        assert [each for each in own if not is_unsaid(each, line)] == []
    else:
        assert own


# ------------------------------------------------- each rule by itself


def replaced(document, *path_and_value):
    """Return a copy of a document with another value at the end of a path."""
    *above, last, value = path_and_value
    document = copy.deepcopy(document)
    at(document, above)[last] = value
    return document


A = ("agreements", 0)
PROMISE = (*A, "promises", 1)
POLICE = {"id": "police", "kind": "police", "name": "Polisen"}
ASKERSUND = POLICE | {"id": "askersund"}

BREAKING_UNSAID_RULES = {
    ("wrong-type", "*"): (*A, "promises", 0, "number", 1.0),
    ("duplicate-id", "agreement.parties[*].id"): (
        *(*A, "parties", [POLICE, POLICE, ASKERSUND]),
    ),
    ("duplicate-id", "agreement.others[*].id"): (*A, "others", [POLICE]),
    ("invalid", "agreement.period"): (*A, "period", "first_day", "2022-01-01"),
    ("invalid", "agreement.promises[*].number"): (*A, "promises", 0, "number", 3),
    ("broken-reference", "agreement.promises[*].parent"): (*PROMISE, "parent", 2),
    ("broken-reference", "agreement.promises[*].promisors[*]"): (
        *(*PROMISE, "promisors", ["skola"]),
    ),
    ("broken-reference", "agreement.promises[*].partners[*]"): (
        *(*PROMISE, "partners", ["skola"]),
    ),
    ("invalid", "agreement.promises[*].partners[*]"): (
        *(*PROMISE, "partners", ["police"]),
    ),
    ("invalid", "agreement.promises[*].quantities[*].maximum"): (
        *(*PROMISE, "quantities", 0, "maximum", 3),
    ),
    ("invalid", "agreement.promises[*].period"): (
        *(*PROMISE, "period", "first_day", "2021-01-01"),
    ),
    ("broken-reference", "agreement.signatories[*].party"): (
        *(*A, "signatories", 0, "party", "skola"),
    ),
    ("invalid", "agreement.amendments[*].last_day"): (
        *(*A, "amendments", [{"last_day": "2018-12-31"}]),
    ),
    ("invalid", "agreement.supersedes"): (*A, "supersedes", "askersund-2019-2021"),
    ("invalid", "agreement.parent"): (*A, "parent", "askersund-2019-2021"),
    ("broken-reference", "agreement.citations[*].source"): (
        *(*A, "citations", 0, "source", 1),
    ),
    ("invalid", "agreement.citations[*].end"): (*A, "citations", 0, "end", 6),
    ("broken-reference", "outcome.agreement"): ("outcomes", 0, "agreement", "habo"),
    ("broken-reference", "outcome.promise"): ("outcomes", 0, "promise", 3),
    ("invalid", "outcome.status"): ("outcomes", 0, "on", "2019-12-31"),
}


@pytest.mark.parametrize(
    ("rule", "change"), BREAKING_UNSAID_RULES.items(), ids=lambda each: str(each[:2])
)
def test_a_rule_that_the_schema_cannot_say_is_kept_when_reading(
    register_data, rule, change
):
    """
    Each rule that is listed is one that a document of its schema can break.
    """
    document = replaced(register_data, *change)

    assert accepting(document, *OF_DOCUMENTS) == ["register"]
    problems = problems_of(document)
    assert {each.code for each in problems} == {rule[0]}
    assert all(is_unsaid(each, document) for each in problems)


def test_two_agreements_with_one_id_are_of_the_schema(register_data):
    """
    That ids are told once is known when the register is read.
    """
    other = register_data["agreements"][0] | {"title": "Ett annat"}
    register_data["agreements"].append(other)

    (problem,) = problems_of(register_data)

    assert (problem.code, problem.path) == ("duplicate-id", "$.agreements[1].id")
    assert accepting(register_data, *OF_DOCUMENTS) == ["register"]


def test_a_key_that_is_there_twice_is_not_seen_by_a_validator(agreement_data):
    """
    What is validated has been read, and the first of two equal keys is lost by then.
    """
    text = builtin_json.dumps(agreement_data).replace("{", '{"id": "a", ', 1)

    assert accepting(builtin_json.loads(text), *OF_DOCUMENTS) == ["agreement"]
    (problem,) = problems_in(json.loads, text)
    assert (problem.code, problem.path) == ("duplicate-key", "$.id")


def test_no_rule_that_the_schema_cannot_say_is_without_an_example():
    """
    What is listed is what the tests above are about, and nothing else.
    """
    told = {(rule.code, rule.path) for rule in schema.UNSAID}

    assert told == {
        *BREAKING_UNSAID_RULES,
        ("duplicate-id", "agreement.id"),
        ("duplicate-key", "*"),
    }


def test_a_rule_that_the_schema_cannot_say_is_told_where_it_holds():
    """
    Who reads the schema finds the rule in a comment on the field.
    """
    told = schema.json_schema("register")

    number = told["$defs"]["Promise"]["properties"]["number"]
    assert number["$comment"] == "Promises are numbered 1, 2, 3 … as they stand."
    assert "1, not 1.0" in told["$comment"]


@pytest.mark.parametrize(
    "change",
    [
        ("titel", "Medborgarlöfte"),
        ("schema", "medborgarloften/register"),
        ("schema_version", 3),
        ("schema_version", "2"),
        ("schema_version", True),
        ("title", " \u00a0\u2003"),
        ("title", "half a character: \ud83d"),
        ("signed_on", "2019-02-29"),
        ("signed_on", "2019-01-01\n"),
        ("signed_on", "0000-01-01"),
        ("ordinal", 0),
        ("excerpt", None),
        ("parties", []),
        ("parties", 1, "code", "1882\n"),
        ("parties", 1, "kind", "Police"),
        ("area", "municipalities", ["1882", "1882"]),
        ("area", "municipalities", ["188"]),
        ("promises", 0, "number", 0),
        ("promises", 0, "promisors", []),
        ("promises", 0, "promisors", ["police", "police"]),
        ("promises", 0, "partners", ["x", "x"]),
        ("promises", 0, "themes", ["Narkotika"]),
        ("promises", 1, "parent", 0),
        ("promises", 1, "quantities", 0, "minimum", None),
        ("promises", 1, "quantities", 0, "minimum", -1),
        ("reviews", [{"purpose": "avstämning", "times": 0}]),
        ("period", "first_day", "2019-01-02"),  # no first day of a year
        ("period", "last_day", None),
        ("promises", 1, "period", "last_day", "2020-12-30"),
        ("sources", []),  # one is cited
        ("sources", 0, "sha256", "A" * 64),
        ("sources", 0, "sha256", "a" * 64 + "\n"),
        ("citations", 0, "source", -1),
        ("citations", 0, "end", 0),
        ("citations", 0, "start", 1.5),
    ],
)
def test_what_a_schema_can_say_it_says(agreement_data, change):
    """
    Each rule that can be said in a schema is there, and reading keeps it too.
    """
    document = replaced(agreement_data, *change)

    assert accepting(document, *OF_DOCUMENTS) == []
    assert problems_of(document)


@pytest.mark.parametrize(
    ("status", "sources", "accepted"),
    [
        ("no_evidence", [], True),
        ("no_evidence", None, True),
        ("ongoing", [{}], True),
        ("ongoing", [], False),
        ("ongoing", None, False),  # which is none
    ],
)
def test_a_status_has_a_source(status, sources, accepted):
    """
    But for no evidence, which nobody tells.
    """
    outcome = {"schema": "medborgarloften/outcome", "schema_version": 2}
    outcome |= {"agreement": "a", "promise": 1, "on": "2020-01-01", "status": status}
    if sources is not None:
        outcome["sources"] = sources

    assert accepting(outcome, "outcome") == ["outcome"] * accepted


@pytest.mark.parametrize("value", [None, True, 2, "medborgarloften/agreement", []])
def test_a_document_is_an_object(value):
    """
    Nothing else is accepted.
    """
    assert accepting(of_today(value), *schema.kinds()) == []
    assert problems_of(value)


def test_version_1_is_read_and_not_described(agreement_data):
    """
    A schema is of one version; the library reads the ones before it too.
    """
    del agreement_data["schema_version"]
    document = agreement_data | {"version": 1}

    assert accepting(document, *OF_DOCUMENTS) == []
    assert problems_of(document) == ()
    assert accepting(of_today(document), *OF_DOCUMENTS) == ["agreement"]


# ------------------------------------------------- days and texts, all of them


def fits(described, text):
    """Tell whether a text is what a schema of texts of one length describes."""
    return (
        re.search(described["pattern"], text) is not None
        and len(text) <= described["maxLength"]
        and described.get("not") != {"const": text}
    )


def is_day(text):
    """Tell whether a text is a day of Python's calendar."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def test_days_are_those_of_the_calendar():
    """
    Each month of some years to beyond its end, and each February of every year.
    """
    described = schema.json_schema("agreement")["$defs"]["day"]
    grid = [
        f"{year}-{month:02}-{day:02}"
        for year in ("0000", "0001", "1900", "2000", "2019", "2020", "9999", "10000")
        for month in range(14)
        for day in range(33)
    ]
    februaries = [
        f"{year:04}-02-{day}" for year in range(10_000) for day in (28, 29, 30)
    ]

    assert [
        text for text in grid + februaries if fits(described, text) != is_day(text)
    ] == []


@pytest.mark.parametrize("precision", [each for each in Precision if each != "day"])
@pytest.mark.parametrize("end", ["first", "last"])
def test_a_period_ends_where_its_precision_says(precision, end):
    """
    The days are those of the calendar's own units, the cut-off winters not.
    """
    period = schema.json_schema("agreement")["$defs"]["ValidityPeriod"]
    (described,) = (
        rule["then"]["properties"][f"{end}_day"]
        for rule in period["allOf"]
        if rule["if"]["properties"] == {f"{end}_precision": {"const": precision.value}}
    )
    years = (1, 4, 100, 400, 1900, 2000, 2019, 2020, 9996, 9999)
    days = [
        date(year, 1, 1) + timedelta(n)
        for year in years
        for n in range(365 + is_day(f"{year:04}-02-29"))
    ]

    def is_end(day):
        try:
            ValidityPeriod(**{f"{end}_day": day, f"{end}_precision": precision})
        except InvalidPeriod:
            return False
        return True

    assert [day for day in days if fits(described, str(day)) != is_end(day)] == []


def test_white_space_is_what_it_is_to_python():
    """
    A text is blank to the schema if it is blank to the library, in any script.
    """
    not_blank, whole = (
        each["pattern"]
        for each in schema.json_schema("outcome")["$defs"]["text"]["allOf"]
    )
    characters = list(map(chr, range(sys.maxunicode + 1)))
    halves = list(map(chr, range(0xD800, 0xE000)))
    others = "".join(characters[:0xD800] + characters[0xE000:])

    assert set(characters) - set(re.findall(not_blank, "".join(characters))) == {
        each for each in characters if each.isspace()
    }
    assert re.search(whole, others)
    assert not any(re.search(whole, f"a{half}b") for half in halves)


# ------------------------------------------------- the schemas themselves


@pytest.mark.parametrize("kind", schema.kinds())
def test_the_file_in_the_wheel_is_up_to_date(kind):
    """
    The schemas that ship are those that the model gives.

    After a change of the model, write them again: ``schema.dump`` for each.
    """
    file = SHIPPED / f"{kind}.schema.json"

    assert file.read_text("utf-8") == schema.dumps(kind)


def test_no_other_files_ship():
    """
    A schema of a kind that is no more is taken away.
    """
    assert {file.name for file in SHIPPED.iterdir()} == {
        f"{kind}.schema.json" for kind in schema.kinds()
    }


@pytest.mark.parametrize("kind", schema.kinds())
def test_a_schema_is_one(kind):
    """
    It keeps the rules of JSON Schema, its name says what it is of, and it is whole:
    nothing in it is elsewhere, and nothing is there for nothing.
    """
    described = schema.json_schema(kind)
    text = schema.dumps(kind)

    Draft202012Validator.check_schema(described)
    assert builtin_json.loads(text) == described
    assert described["$id"] == f"urn:medborgarloften:schema:{kind}:2"
    references = set(re.findall(r'"\$ref": "(.*?)"', text))
    assert references == {f"#/$defs/{name}" for name in described["$defs"]}
    assert "`" not in text


CLASSES = [
    each
    for each in map(model.__dict__.get, model.__all__)
    if isinstance(each, type) and is_record(each)
]


@pytest.mark.parametrize("class_", CLASSES)
def test_every_field_of_a_class_is_described(class_):
    """
    A field that is added to the model is there, in its place.
    """
    described = schema.json_schema("register")["$defs"][class_.__name__]
    fields = fields_of(class_)

    assert list(described["properties"]) == [field.name for field in fields]
    assert described["required"] == [field.name for field in fields if field.required]
    assert [
        name for name, each in described["properties"].items() if "default" in each
    ] == [field.name for field in fields if not field.required]


def test_defaults_are_those_of_the_model(agreement_data):
    """
    A field that is left out is what the schema says it is then.
    """
    described = schema.json_schema("agreement")
    short = {name: agreement_data[name] for name in described["required"]}
    defaults = {
        name: each["default"]
        for name, each in described["properties"].items()
        if "default" in each
    }

    assert json.loads(builtin_json.dumps(short | defaults)) == json.loads(
        builtin_json.dumps(short)
    )


def test_themes_have_their_labels():
    """
    An editor shows what a theme is called in both languages, and what belongs there.
    """
    described = schema.json_schema("agreement")["$defs"]["Theme"]["oneOf"]

    assert [each["const"] for each in described] == list(map(str, Theme))
    assert described[0] == {
        "const": "drugs",
        "title": "Narkotika / Drugs",
        "description": "Use and sale of drugs, finding them, preventing them.",
    }


def test_what_nobody_sees_is_escaped():
    """
    Swedish letters stand as they are, and odd white space as its number.
    """
    text = schema.dumps("agreement")

    assert "undertecknare" in text
    assert "lägesbild" in text
    assert "\\u2028\\u2029" in text
    assert all(each.isprintable() or each == "\n" for each in text)


def test_a_schema_is_written_to_a_file(tmp_path):
    """
    An editor is given a file.
    """
    schema.dump("line", tmp_path / "line.schema.json")

    written = (tmp_path / "line.schema.json").read_text("utf-8")
    assert written == schema.dumps("line")


def test_a_kind_that_is_not_there_is_refused():
    """
    The error names those that are meant, or all.
    """
    with pytest.raises(UnknownName, match="did you mean 'register'"):
        schema.dumps("registry")
    with pytest.raises(UnknownName, match="'agreement' or 'agreements' or"):
        schema.json_schema("xml")
    with pytest.raises(InvalidField, match="give a str, not None"):
        schema.json_schema(None)
