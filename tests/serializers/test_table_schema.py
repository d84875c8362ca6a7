from __future__ import annotations

import csv as builtin_csv
import io
import re

import pytest
from hypothesis import given, settings

from medborgarloften import InvalidDocument, UnknownName
from medborgarloften.serializers import csv
from medborgarloften.serializers.table_schema import data_package, table_schema
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.testing import registers

FEWER = settings(max_examples=40)
NAMES = [entity.name for entity in ENTITIES]
FORMS = {"integer": "-?[0-9]+", "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}"}


def rows_of(text):
    """Read the rows of a file, each by its headings."""
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(builtin_csv.DictReader(lines, delimiter=";"))


def fits(cell, field):
    """Tell whether a schema accepts a cell, as a program that knows it would."""
    constraints = field.get("constraints", {})
    if cell == "":
        return not constraints.get("required", False)
    if field["type"] == "boolean":
        return cell in (*field["trueValues"], *field["falseValues"])
    if field["type"] == "string":
        return cell in constraints.get("enum", [cell])
    return re.fullmatch(FORMS[field["type"]], cell) is not None


@FEWER
@given(registers(max_size=2))
def test_every_register_fits_the_schemas(register):
    """
    Each cell is of its type, and each row refers to one that is there.
    """
    files = csv.dumps(register)
    rows = {name: rows_of(files[f"{name}.csv"]) for name in NAMES}

    for name in NAMES:
        schema = table_schema(name)
        for row in rows[name]:
            assert [*row] == [field["name"] for field in schema["fields"]]
            assert [
                each for each in schema["fields"] if not fits(row[each["name"]], each)
            ] == []
        key = schema["primaryKey"]
        assert len({tuple(row[each] for each in key) for row in rows[name]}) == len(
            rows[name]
        )
        for reference in schema["foreignKeys"]:
            other = reference["reference"]
            known = {
                tuple(row[each] for each in other["fields"])
                for row in rows[other["resource"]]
            }
            assert {
                tuple(row[each] for each in reference["fields"]) for row in rows[name]
            } <= known


def test_what_a_schema_refuses_cannot_be_read(register):
    """
    An empty cell where one is required, and a word that is none, are refused too.
    """
    files = csv.dumps(register)
    for name in NAMES:
        rows = rows_of(files[f"{name}.csv"])[:1]
        for field in table_schema(name)["fields"] if rows else ():
            for cell in ("", "\u2014"):
                if not fits(cell, field):
                    row = rows[0] | {field["name"]: cell}
                    text = io.StringIO(newline="")
                    builtin_csv.writer(text).writerows([row.keys(), row.values()])
                    with pytest.raises(InvalidDocument):
                        csv.loads(files | {f"{name}.csv": text.getvalue()})


def test_every_way_to_write_true_is_read(register):
    """
    The spellings that the schema tells are those that are read.
    """
    files = csv.dumps(register)
    (field,) = (
        field
        for field in table_schema("agreements")["fields"]
        if field["name"] == "excerpt"
    )
    for spelling in (*field["trueValues"], *field["falseValues"]):
        changed = files["agreements.csv"].replace(";false;\r\n", f";{spelling};\r\n")
        (agreement,) = csv.loads(files | {"agreements.csv": changed}).agreements

        assert agreement.excerpt is (spelling in field["trueValues"])
    assert field["trueValues"] == ["true", "TRUE", "True", "sant", "SANT", "Sant"]


def test_a_column_tells_what_it_holds():
    """
    Descriptions are those of the model, and a key says whose row it is.
    """
    fields = {field["name"]: field for field in table_schema("quantities")["fields"]}
    promise = {field["name"]: field for field in table_schema("promises")["fields"]}

    assert fields["agreement"] == {
        "name": "agreement",
        "type": "string",
        "description": "The id of the row in agreements that it belongs to.",
        "constraints": {"required": True},
    }
    assert fields["promise"]["description"] == (
        "The number of the row in promises that it belongs to."
    )
    assert fields["position"]["description"].startswith("Which of them it is")
    assert "constraints" not in fields["position"]
    assert fields["per"]["constraints"]["enum"][:2] == ["day", "week"]
    assert promise["period_last_day"]["description"].startswith(
        "The last day that counts"
    )
    assert promise["themes"]["separator"] == " | "
    assert "drugs" in promise["themes"]["words"]
    assert promise["promisors"]["constraints"] == {"required": True}


def test_outcomes_refer_to_the_promise_they_are_about():
    """
    A row that belongs to none may refer to one all the same.
    """
    assert table_schema("agreements")["foreignKeys"] == []
    assert table_schema("outcomes")["foreignKeys"] == [
        {
            "fields": ["agreement", "promise"],
            "reference": {"resource": "promises", "fields": ["agreement", "number"]},
        }
    ]


def test_a_package_has_every_table():
    """
    The package says what it is, and each resource has a schema and a file.
    """
    package = data_package()

    assert package["schema"] == "medborgarloften/register"
    assert [each["path"] for each in package["resources"]] == [
        f"{n}.csv" for n in NAMES
    ]
    assert package["resources"][3]["schema"] == table_schema("promises")


def test_a_table_that_is_not_there_is_refused():
    """
    The error tells the nearest.
    """
    with pytest.raises(UnknownName, match="did you mean 'promises'"):
        table_schema("promise")
