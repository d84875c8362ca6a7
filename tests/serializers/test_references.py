from __future__ import annotations

import json as builtin_json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from medborgarloften import InvalidDocument, Register
from medborgarloften.serializers import json, jsonl
from medborgarloften.serializers._strict.plain import to_plain
from medborgarloften.serializers._strict.references import faults_between
from medborgarloften.testing import agreements


def complaints(data):
    """Say what is wrong with a document."""
    with pytest.raises(InvalidDocument) as caught:
        json.loads(builtin_json.dumps(data))
    return [str(problem) for problem in caught.value.problems]


def test_everybody_who_is_named_and_unknown_is_told(agreement_data):
    """
    Each id that is no party's is told at its own place, with those that are.
    """
    first, second = agreement_data["promises"]
    first["promisors"] = ["police", "polisen"]
    second["partners"] = ["skola", "askersund"]
    agreement_data["signatories"] += [{"name": "B", "party": "region"}, {"name": "C"}]

    known = "name one of: police, askersund"
    assert complaints(agreement_data) == [
        f"$.promises[0].promisors[1]: no party has the id 'polisen'; {known}",
        f"$.promises[1].partners[0]: no party has the id 'skola'; {known}",
        f"$.signatories[1].party: no party has the id 'region'; {known}",
    ]


def test_no_more_are_named_than_anybody_reads(agreement_data):
    """
    Of many who could be meant, twenty are named.
    """
    agreement_data["others"] = [
        {"id": f"p{n}", "kind": "other", "name": "x"} for n in range(30)
    ]
    agreement_data["promises"][0]["promisors"] = ["polisen"]

    (complaint,) = complaints(agreement_data)

    assert complaint.endswith("p16, p17 …")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parties", {}),  # no list
        ("parties", []),  # nobody
        ("parties", [{"kind": "police", "name": "x"}]),  # nobody with an id
        ("others", [7]),
        ("others", None),
    ],
)
def test_who_may_be_there_unreadably_is_not_missed(agreement_data, field, value):
    """
    When not everybody can be told, nobody who is named is called unknown.
    """
    agreement_data[field] = value
    agreement_data["promises"][0]["promisors"] = ["polisen"]

    told = complaints(agreement_data)

    assert len(told) == 1
    assert told[0].startswith(f"$.{field}")


def test_ids_that_are_taken_are_told(agreement_data):
    """
    Everybody after the first who has an id is told, and no summary besides.
    """
    police = agreement_data["parties"][0]
    agreement_data["parties"].append(police)
    agreement_data["others"] = [police | {"name": "Polisen"}]

    words = "'police' is another party's id; give everybody an id of their own"
    assert complaints(agreement_data) == [
        f"$.parties[2].id: {words}",
        f"$.others[0].id: {words}",
    ]


def test_numbers_that_are_out_of_place_are_told(agreement_data):
    """
    Each promise is told its number, but a number below 1 only by its own rule.
    """
    first, second = agreement_data["promises"]
    agreement_data["promises"] = [second | {"parent": 2}, first, first | {"number": 0}]

    assert complaints(agreement_data) == [
        "$.promises[0].number: it is number 1 of the promises, not 2",
        "$.promises[1].number: it is number 2 of the promises, not 1",
        "$.promises[2].number: 0 will not do; number the promises from 1",
    ]


def test_parents_that_are_not_there_are_told(agreement_data):
    """
    A parent is the number of a promise of the same agreement, and at least 1.
    """
    first, second = agreement_data["promises"]
    first["parent"], second["parent"] = 0, 10**30

    assert complaints(agreement_data) == [
        "$.promises[0].parent: 0 will not do; promises are numbered from 1",
        "$.promises[1].parent: there is no promise a very large number here",
    ]


def test_goals_that_serve_themselves_are_told(agreement_data):
    """
    Each promise of a circle is told, and none that only leads into it.
    """
    plain = agreement_data["promises"][0]
    parents = [2, 3, 1, 1, 5, None]
    agreement_data["promises"] = [
        plain | {"number": number, "parent": parent}
        for number, parent in enumerate(parents, 1)
    ]

    words = "leads back to this promise; let no goal serve itself"
    assert complaints(agreement_data) == [
        f"$.promises[{index}].parent: {words}" for index in (0, 1, 2, 4)
    ]


def test_sources_that_are_not_there_are_told(agreement_data):
    """
    A citation is of one of the sources, counted from 0.
    """
    citation = agreement_data["citations"][0]
    agreement_data["citations"] = [citation | {"source": n} for n in (1, 0, 7)]

    assert complaints(agreement_data) == [
        "$.citations[0].source: there is no source 1 here",
        "$.citations[2].source: there is no source 7 here",
    ]


def test_an_agreement_is_held_to_all_of_its_own_rules(agreement_data):
    """
    What it says against itself is told, also when something else is wrong.
    """
    agreement_data["promises"][0]["partners"] = ["skola"]
    agreement_data["ordinal"] = 0
    agreement_data["amendments"] = [{"last_day": "2018-01-01"}]
    agreement_data["supersedes"] = agreement_data["id"]
    agreement_data["promises"][1] |= {"number": 0, "parent": 0}

    assert [each.partition(":")[0] for each in complaints(agreement_data)] == [
        "$.promises[0].partners[0]",
        "$.promises[1].number",
        "$.promises[1].parent",
        "$.amendments[0].last_day",
        "$.supersedes",
        "$.ordinal",
    ]


def test_what_has_no_readable_place_is_held_to_no_rule(agreement_data):
    """
    A rule about what is of a wrong type waits until the type is right.
    """
    agreement_data["area"] = []
    agreement_data["period"] = None
    agreement_data["amendments"] = [{"last_day": 1}, {"last_day": "2018-02-30"}]
    agreement_data["promises"][0]["promisors"] = ["police", 1, 1]

    assert [each.partition(":")[0] for each in complaints(agreement_data)] == [
        "$.area",
        "$.period",
        "$.promises[0].promisors[1]",
        "$.promises[0].promisors[2]",
        "$.amendments[0].last_day",
        "$.amendments[1].last_day",
    ]


@given(agreements())
def test_nothing_is_found_where_nothing_is_wrong(agreement):
    """
    What the model takes fits together here too.
    """
    assert list(faults_between(to_plain(agreement))) == []


@given(st.data())
def test_what_the_model_refuses_between_its_parts_is_found_here(data):
    """
    Whichever reference is changed at random, its own place is what is told.
    """
    agreement = data.draw(agreements().filter(lambda each: len(each.promises) > 1))
    plain = builtin_json.loads(json.dumps(agreement))
    index = data.draw(st.integers(0, len(agreement.promises) - 1))
    field, value = data.draw(
        st.sampled_from(
            [
                ("promisors", ["nobody here"]),
                ("partners", ["nobody here"]),
                ("parent", index + 1),
                ("parent", len(agreement.promises) + 1),
                ("number", index + 2),
            ]
        )
    )
    plain["promises"][index][field] = value

    told = complaints(plain)

    assert told[0].startswith(f"$.promises[{index}].{field}")
    assert len(told) == 1


def test_outcomes_that_do_not_fit_are_all_told(register_data):
    """
    Each outcome of nothing, or judged before its time, is told at its place.
    """
    (outcome,) = register_data["outcomes"]
    register_data["outcomes"] = [
        outcome | {"agreement": "askersund"},
        outcome | {"promise": 3},
        outcome | {"on": "2019-12-31"},
        outcome,
        outcome | {"promise": 0},
    ]

    assert complaints(register_data) == [
        "$.outcomes[0].agreement: no agreement here has the id 'askersund'",
        "$.outcomes[1].promise: 'askersund-2019-2021' has no promise 3; it has 2",
        (
            "$.outcomes[2].status: 'fulfilled' will not do;"
            " no verdict before 2020-01-01, its first day"
        ),
        "$.outcomes[4].promise: 0 will not do; promises are numbered from 1",
    ]


def test_agreements_with_one_id_are_told(register_data):
    """
    Two different agreements with one id are refused; the same one twice is one.
    """
    (agreement,) = register_data["agreements"]
    register_data["agreements"] = [agreement, agreement, agreement | {"title": "x"}]

    assert complaints(register_data) == [
        (
            "$.agreements[2].id: another agreement has the id 'askersund-2019-2021';"
            " give each an id of its own"
        )
    ]


@pytest.mark.parametrize("broken", [{"title": None}, {"id": None}])
def test_outcomes_of_what_cannot_be_read_are_not_missed(register_data, broken):
    """
    An agreement that is there, however faulty, is not called missing.
    """
    register_data["agreements"][0] |= broken

    assert len(complaints(register_data)) == 1


def test_references_between_lines_are_told_with_their_lines(agreement, register):
    """
    A fault between two lines is told at the later one.
    """
    other = Register([attrs.evolve(agreement, title="x")])
    lines = jsonl.dumps(register) + jsonl.dumps(other)
    lost = jsonl.dumps(register).splitlines()[1].replace("askersund", "motala")

    with pytest.raises(InvalidDocument) as caught:
        jsonl.loads(f"{lost}\n{lines}")

    assert [problem.path for problem in caught.value.problems] == [
        "1:$.agreement",
        "4:$.id",
    ]
