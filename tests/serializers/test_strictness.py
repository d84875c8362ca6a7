from __future__ import annotations

import copy
import json as builtin_json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import Agreement, InvalidDocument, Register
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._strict.problems import faults_in
from medborgarloften.testing import agreements, registers


def problems_of(data, *wanted):
    """Tell what is wrong with a document."""
    with pytest.raises(InvalidDocument) as caught:
        json.loads(builtin_json.dumps(data), *wanted)
    return caught.value.problems


def complaints(data, *wanted):
    """Say what is wrong with a document."""
    return [str(problem) for problem in problems_of(data, *wanted)]


def replaced(data, path, value):
    """Return a copy of plain data with another value at the end of a path."""
    data = copy.deepcopy(data)
    *above, last = path
    inside = data
    for step in above:
        inside = inside[step]
    inside[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "code", "complaint"),
    [
        (["title"], None, "wrong-type", "$.title: expected text, got null"),
        (
            ["title"],
            7,
            "wrong-type",
            "$.title: expected text, got 7; put quotes around it",
        ),
        (["title"], ["a"], "wrong-type", "$.title: expected text, got a list"),
        (
            ["title"],
            " ",
            "blank",
            "$.title: expected a text that is not blank, got ' '",
        ),
        (["notes"], "", "blank", "$.notes: expected a text that is not blank, got ''"),
        (["ordinal"], "7", "wrong-type", "$.ordinal: expected a whole number, got '7'"),
        (["ordinal"], 7.0, "wrong-type", "$.ordinal: expected a whole number, got 7.0"),
        (
            ["ordinal"],
            True,
            "wrong-type",
            "$.ordinal: expected a whole number, got true",
        ),
        (["excerpt"], 0, "wrong-type", "$.excerpt: expected true or false, got 0"),
        (
            ["excerpt"],
            "no",
            "wrong-type",
            "$.excerpt: expected true or false, got 'no'",
        ),
        (["area"], [], "wrong-type", "$.area: expected an object, got a list"),
        (["parties"], {}, "wrong-type", "$.parties: expected a list, got an object"),
        (
            ["priorities"],
            "abc",
            "wrong-type",
            "$.priorities: expected a list, got 'abc'",
        ),
        (
            ["promises", 0, "places"],
            ["torget", None],
            "wrong-type",
            "$.promises[0].places[1]: expected text, got null",
        ),
        (
            ["period", "last_day"],
            "2021-06-31",  # June has thirty days
            "not-a-date",
            (
                "$.period.last_day: expected an ISO 8601 date, got '2021-06-31';"
                " the calendar has no such day"
            ),
        ),
        (
            ["promises", 0, "themes", 0],
            "visible_presense",
            "not-allowed",
            (
                "$.promises[0].themes[0]: expected one of drugs, visible_presence,"
                " traffic_safety, youth, public_places, safety_walks, alcohol_tobacco,"
                " physical_environment, youth_at_risk, coordination, motor_nuisance,"
                " parents … (30), got 'visible_presense'; did you mean"
                " 'visible_presence' or 'adult_presence'?"
            ),
        ),
        (
            ["signed_on"],
            "20200101",  # ISO 8601, and Python reads it
            "not-a-date",
            (
                "$.signed_on: expected an ISO 8601 date, got '20200101';"
                " write it as 2024-05-01"
            ),
        ),
        (
            ["signed_on"],
            "2020-W01-1",  # likewise
            "not-a-date",
            (
                "$.signed_on: expected an ISO 8601 date, got '2020-W01-1';"
                " write it as 2024-05-01"
            ),
        ),
        (
            ["signed_on"],
            "2020-01-01T00:00:00",  # a time is no day
            "not-a-date",
            (
                "$.signed_on: expected an ISO 8601 date, got '2020-01-01T00:00:00';"
                " write it as 2024-05-01"
            ),
        ),
        (
            ["signed_on"],
            20200101,
            "wrong-type",
            "$.signed_on: expected text, got 20200101; put quotes around it",
        ),
        (
            ["kind"],
            "löfte",  # its label is medborgarlöfte
            "not-allowed",
            (
                "$.kind: expected one of citizens_promise, cooperation_agreement,"
                " got 'löfte'; did you mean 'citizens_promise'?"
            ),
        ),
        (
            ["promises", 0, "themes", 0],
            "Narkotika",  # its label
            "not-allowed",
            (
                "$.promises[0].themes[0]: expected one of drugs, visible_presence,"
                " traffic_safety, youth, public_places, safety_walks, alcohol_tobacco,"
                " physical_environment, youth_at_risk, coordination, motor_nuisance,"
                " parents … (30), got 'Narkotika'; did you mean 'drugs'?"
            ),
        ),
        (["kind"], ["x"], "wrong-type", "$.kind: expected text, got a list"),
        (
            ["parties", 1, "code"],
            "188",
            "invalid",
            "$.parties[1].code: '188' will not do; give the four digits of a kommunkod",
        ),
        (
            ["area", "municipalities"],
            ["1882", "1882"],
            "invalid",
            (
                "$.area.municipalities[1]: '1882' will not do;"
                " name each municipality once"
            ),
        ),
        (
            ["area", "municipalities"],
            ["1882", "188"],
            "invalid",
            (
                "$.area.municipalities[1]: '188' will not do;"
                " give kommunkoder of four digits"
            ),
        ),
        (
            ["promises", 0, "promisors"],
            ["police", "askersund", "police"],
            "invalid",
            ("$.promises[0].promisors[2]: 'police' will not do; name each party once"),
        ),
        (
            ["promises", 1, "partners"],
            ["askersund", "askersund"],
            "invalid",
            (
                "$.promises[1].partners[1]: 'askersund' will not do;"
                " name each partner once, and nobody who promises"
            ),
        ),
        (
            ["promises", 1, "partners"],
            ["police"],  # who promises
            "invalid",
            (
                "$.promises[1].partners[0]: 'police' will not do;"
                " name each partner once, and nobody who promises"
            ),
        ),
        (
            ["amendments"],
            [{"last_day": "2020-01-01"}, {"last_day": "2018-12-31"}],
            "invalid",
            (
                "$.amendments[1].last_day: '2018-12-31' will not do;"
                " end it on 2019-01-01 or later"
            ),
        ),
        (["ordinal"], 0, "invalid", "$.ordinal: 0 will not do; count from 1"),
        (
            ["promises", 1, "period", "last_day"],
            "2019-06-30",
            "invalid",
            (
                "$.promises[1].period: first_day 2020-01-01 with last_day 2019-06-30"
                " is no period; put the earlier day first"
            ),
        ),
        (
            ["titel"],
            "x",
            "unknown-field",
            "$.titel: is not a known field; did you mean 'title'?",
        ),
        (["å ä"], "x", "unknown-field", '$["\\u00e5 \\u00e4"]: is not a known field'),
        (
            ["area", "x"],
            None,
            "unknown-field",
            "$.area.x: is not a known field",
        ),
        (
            ["schema"],
            1,
            "wrong-type",
            "$.schema: expected text, got 1; put quotes around it",
        ),
        (
            ["schema"],
            "medborgarloften/outcome",
            "unknown-schema",
            (
                "$.schema: expected one of medborgarloften/agreement,"
                " medborgarloften/agreements, medborgarloften/register,"
                " got 'medborgarloften/outcome'"
            ),
        ),
        (
            ["schema_version"],
            "1",
            "wrong-type",
            "$.schema_version: expected a whole number from 1, got '1'",
        ),
        (
            ["schema_version"],
            True,
            "wrong-type",
            "$.schema_version: expected a whole number from 1, got true",
        ),
        (
            ["schema_version"],
            0,
            "wrong-type",
            "$.schema_version: expected a whole number from 1, got 0",
        ),
        (
            ["schema_version"],
            3,
            "newer-version",
            (
                "$.schema_version: 3 is newer than this library knows, which is 2;"
                " upgrade medborgarloften"
            ),
        ),
    ],
)
def test_a_faulty_value_is_refused(agreement_data, path, value, code, complaint):
    """
    The complaint says where in the document the fault is, and what it is.
    """
    (problem,) = problems_of(replaced(agreement_data, path, value))

    assert (problem.code, str(problem)) == (code, complaint)


def test_what_may_be_null_is_said_to_be_null(agreement_data):
    """
    That there is no ceiling is written, and the complaint says how.
    """
    agreement_data["promises"][0]["quantities"] = [{"minimum": 2, "unit": "pass"}]

    assert complaints(agreement_data) == [
        "$.promises[0].quantities[0].maximum: is missing; write null if there is none"
    ]


def test_what_was_meant_by_a_very_long_word_is_not_looked_for(agreement_data):
    """
    To look takes time, so such a word gets the whole list and no guess.
    """
    agreement_data["kind"] = "citizens_promise" * 4

    (told,) = complaints(agreement_data)

    assert "did you mean" not in told


@pytest.mark.parametrize(
    "field", ["schema", "schema_version", "id", "title", "area", "parties"]
)
def test_what_has_to_be_there_is_missed(agreement_data, field):
    """
    A field without a default, and the header, cannot be left out.
    """
    del agreement_data[field]

    assert complaints(agreement_data) == [f"$.{field}: is missing"]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (None, "$: expected an object, got null"),
        ([], "$: expected an object, got a list"),
        ("text", "$: expected an object, got 'text'"),
        (10**30, "$: expected an object, got a very large number"),
        ("x" * 100, f"$: expected an object, got '{'x' * 60}…'"),
    ],
)
def test_a_document_is_an_object(data, complaint):
    """
    Anything else at the top is refused, in few words however long it is.
    """
    assert complaints(data) == [complaint]


def test_a_header_that_is_not_there_at_all_is_missed_twice():
    """
    Both its parts are told in one go.
    """
    assert complaints({}) == ["$.schema: is missing", "$.schema_version: is missing"]


def test_every_fault_is_told_in_the_order_of_the_document(agreement_data):
    """
    One reading tells all that is wrong, so that one mending is enough.
    """
    agreement_data["title"] = 1
    agreement_data["area"]["municipalities"] = ["188", 1882]
    agreement_data["parties"][0]["kind"] = "polis"
    agreement_data["promises"][0]["promisors"] = ["polisen"]
    agreement_data["promises"][1]["quantities"][0]["minimum"] = "4"
    agreement_data["signatories"][0]["names"] = "x"
    agreement_data["signed_on"] = "2021-02-29"
    agreement_data["reviews"] = [{"times": 0}]
    agreement_data["published_on"] = False
    del agreement_data["id"]

    paths = [problem.path for problem in problems_of(agreement_data)]

    assert paths == [
        "$.title",
        "$.area.municipalities[0]",
        "$.area.municipalities[1]",
        "$.parties[0].kind",
        "$.promises[0].promisors[0]",
        "$.promises[1].quantities[0].minimum",
        "$.signatories[0].names",
        "$.signed_on",
        "$.published_on",
        "$.reviews[0].purpose",
        "$.id",
    ]


def test_faults_are_told_in_swedish_too(agreement_data):
    """
    Each problem carries both languages.
    """
    agreement_data["title"] = None
    agreement_data["parties"][1]["code"] = "18"
    agreement_data["period"]["last_day"] = "2018-12-31"
    agreement_data["promises"][0]["number"] = 3
    agreement_data["promises"][0]["promisors"] = []
    agreement_data["titel"] = {}
    del agreement_data["area"]

    told = [problem.in_language("sv") for problem in problems_of(agreement_data)]

    assert told == [
        "$.title: väntade text, fick null",
        "$.parties[1].code: '18' duger inte; ange kommunkodens fyra siffror",
        (
            "$.period: first_day 2019-01-01 med last_day 2018-12-31 är ingen period;"
            " sätt den tidigare dagen först"
        ),
        "$.promises[0].number: det är nummer 1 av löftena, inte 3",
        "$.promises[0].promisors: duger inte; ange minst en part",
        "$.titel: är inget känt fält; menade du 'title'?",
        "$.area: saknas",
    ]


@pytest.mark.parametrize(
    ("schema", "change", "expected"),
    [
        ("agreements", {}, ["$.outcomes: is not a known field"]),
        ("register", {"outcome": []}, ["$.outcome: is not a known field"]),
        (
            "register",
            {"agreements": {}, "outcomes": None},
            [
                "$.agreements: expected a list, got an object",
                "$.outcomes: expected a list, got null",
            ],
        ),
        (
            "register",
            {"outcomes": [[]]},
            ["$.outcomes[0]: expected an object, got a list"],
        ),
        (
            "register",
            {"agreements": [3]},
            ["$.agreements[0]: expected an object, got 3"],
        ),
    ],
)
def test_a_faulty_collection_is_refused(register_data, schema, change, expected):
    """
    A document of many things says what is wrong with their lists and in them.
    """
    data = register_data | {"schema": f"medborgarloften/{schema}"} | change

    assert complaints(data) == expected


def test_a_collection_has_its_list():
    """
    Agreements are not left out of a document of agreements.
    """
    data = {"schema": "medborgarloften/agreements", "schema_version": 2}

    assert complaints(data) == ["$.agreements: is missing"]


@pytest.mark.parametrize("wanted", [Register, tuple, tuple[Agreement, ...]], ids=repr)
def test_another_kind_than_is_wanted_is_refused(agreement_data, wanted):
    """
    Who asks for one kind of document is not given another.
    """
    (complaint,) = complaints(agreement_data, wanted)

    assert complaint.startswith("$.schema: expected medborgarloften/")
    assert complaint.endswith(", got medborgarloften/agreement")


def test_the_kind_that_is_wanted_is_given(agreement, register):
    """
    Who asks for the kind that it is gets what is in it.
    """
    assert json.loads(json.dumps(agreement), Agreement) == agreement
    assert json.loads(json.dumps((agreement,)), tuple) == (agreement,)
    assert json.loads(json.dumps((agreement,)), tuple[Agreement, ...]) == (agreement,)
    assert json.loads(json.dumps(register), Register) == register


def test_many_unknown_fields_are_told_without_guessing(agreement_data):
    """
    How long a refusal takes is not for the document to decide.
    """
    few = agreement_data | {"titel": 1}
    many = agreement_data | {f"titel{n}": n for n in range(5000)}

    assert complaints(few) == ["$.titel: is not a known field; did you mean 'title'?"]
    assert complaints(many)[999] == "$.titel999: is not a known field"
    assert complaints(many)[1000:] == [
        "$.titel999: only the first 1000 faults are told; mend what they have in common"
    ]


def leaves(value, path=()):
    """List each path in plain data to something that holds nothing."""
    if isinstance(value, dict | list):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        return [leaf for step, inner in steps for leaf in leaves(inner, (*path, step))]
    return [(path, value)]


def written(path):
    """Write a path as problems do."""
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in path
    )


OTHER_TYPES = {
    str: [7, True, 1.5, ["text"], {}],
    int: ["7", True, 1.5, [7], {}],
    bool: [0, 1, "true", None, []],
    type(None): [True, 1.5, float("nan"), float("inf")],
}


@given(st.data())
def test_no_value_of_another_type_is_taken(data):
    """
    Whichever leaf of a document is changed, it is that leaf that is refused.
    """
    thing = data.draw(agreements() | registers(max_size=2))
    plain = builtin_json.loads(json.dumps(thing))
    path, value = data.draw(st.sampled_from(leaves(plain)))
    other = data.draw(st.sampled_from(OTHER_TYPES[type(value)]))

    problems = problems_of(replaced(plain, path, other))

    assert [problem.path for problem in problems] == [written(path)]


@given(st.data())
def test_no_unknown_field_is_passed_over(data):
    """
    Whichever object of a document is given one field more, the field is refused.
    """
    plain = builtin_json.loads(
        json.dumps(data.draw(agreements() | registers(max_size=2)))
    )
    within = {path[:n] for path, _ in leaves(plain) for n in range(len(path))}
    objects = [path for path in within if isinstance(at(plain, path), dict)]
    path = data.draw(st.sampled_from(sorted(objects, key=repr)))

    problems = problems_of(replaced(plain, (*path, "zzz"), None))

    assert [str(each) for each in problems] == [
        f"{written(path)}.zzz: is not a known field"
    ]


def at(value, path):
    """Follow a path in plain data."""
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize("fault", [RuntimeError("ours"), TypeError("ours")])
def test_a_mistake_of_ours_is_no_fault_of_the_document(fault):
    """
    An error that no document can cause is not told as a problem.
    """
    with pytest.raises(type(fault), match="ours"):
        list(faults_in(fault))


def test_problems_of_lines_tell_the_line(register):
    """
    A path in JSON Lines begins with the number of its line, empty lines counted.
    """
    first, second = jsonl.dumps(register).splitlines()
    faulty = first.replace('"title":"', '"title": 7, "titel": "')
    lines = [
        faulty,
        "",
        "[]",
        '{"schema": "x"}',
        second,
        "{",
        second + "{",
    ]

    with pytest.raises(InvalidDocument) as caught:
        jsonl.loads("\n".join(lines))

    assert [str(each) for each in caught.value.problems] == [
        "1:$.title: expected text, got 7; put quotes around it",
        "1:$.titel: is not a known field; did you mean 'title'?",
        "3:$: expected an object, got a list",
        (
            "4:$.schema: expected one of medborgarloften/agreement,"
            " medborgarloften/outcome, got 'x'"
        ),
        "4:$.schema_version: is missing",
        (
            "6:$: line 6, column 2: not JSON: expecting property name enclosed in"
            " double quotes"
        ),
        f"7:$: line 7, column {len(second) + 1}: not JSON: extra data",
    ]


def test_half_a_character_is_no_text(agreement_data):
    """
    Half a character, which JSON can escape and no file can hold, is no text.
    """
    agreement_data["notes"] = "x\ud800"
    agreement_data["title"] = "fine \U0001f600"

    (problem,) = problems_of(agreement_data)

    assert (problem.code, problem.path) == ("not-text", "$.notes")
    assert problem.message.startswith("\\ud800 is half a character")


def test_an_error_tells_everything_when_printed(agreement_data):
    """
    What a terminal shows of an invalid document is each problem on its line.
    """
    with pytest.raises(InvalidDocument) as caught:
        json.loads(builtin_json.dumps(agreement_data | {"title": 1, "id": 2}))

    assert str(caught.value).splitlines() == [
        "$.id: expected text, got 2; put quotes around it",
        "$.title: expected text, got 1; put quotes around it",
    ]
