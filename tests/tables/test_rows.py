from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medborgarloften.serializers._documents.headers import REGISTER, header
from medborgarloften.serializers._documents.whole import register_in
from medborgarloften.tables.entities import ENTITIES
from medborgarloften.tables.rows import Stray, assemble, lay_out
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEW = settings(max_examples=15)

BY_NAME = {entity.name: entity for entity in ENTITIES}


def plain_rows(register):
    """Lay a register out, with values as a document has them."""
    return {
        name: [{column: plain(value) for column, value in row.items()} for row in rows]
        for name, rows in lay_out(register).items()
    }


def plain(value):
    """Write a value as a document does."""
    if isinstance(value, tuple):
        return [*map(plain, value)]
    return value if value is None or isinstance(value, bool | int) else str(value)


@FEW
@given(registers(max_size=2), st.randoms(use_true_random=False))
def test_rows_in_any_order_are_put_together(register, random):
    """
    What was laid out comes together again as the plain data of its register.
    """
    rows = plain_rows(register)
    for each in rows.values():
        random.shuffle(each)

    assembled = assemble(rows)

    assert assembled.strays == []
    document = header(REGISTER) | {
        "agreements": assembled.agreements,
        "outcomes": assembled.outcomes,
    }
    assert register_in(document, []) == register


def test_each_place_is_known_by_its_row(full_register):
    """
    What stands in a document can be told of by its table, row and column.
    """
    assembled = assemble(plain_rows(full_register))

    for place, origin in {
        ("agreements", 0, "period", "last_day"): ("agreements", 0, "period_last_day"),
        ("agreements", 0, "promises", 1, "themes", 0): ("promises", 1, "themes"),
        ("agreements", 0, "promises", 1, "quantities", 1): ("quantities", 1, ""),
        ("outcomes", 1, "sources", 0, "kind"): ("outcome_sources", 0, "kind"),
        ("agreements",): None,
    }.items():
        assert assembled.origin(place) == origin


@pytest.mark.parametrize(
    ("changes", "strays"),
    [
        (
            ("promises", 1, {"number": 1}),
            [("promises", 1, "number", True), ("quantities", 0, "promise", False)],
        ),
        (("contacts", 0, {"agreement": "x"}), [("contacts", 0, "agreement", False)]),
        (("contacts", 0, {"agreement": None}), [("contacts", 0, "agreement", False)]),
        (("parties", 1, {"position": 0}), []),  # which nothing refers to
    ],
)
def test_rows_that_belong_to_none_are_told_of(full_register, changes, strays):
    """
    A row with another's key, or with an owner that is not there, is left out.
    """
    table, row, values = changes
    rows = plain_rows(full_register)
    rows[table][row] |= values

    found = assemble(rows).strays

    assert found[: len(strays)] == [Stray(*each) for each in strays]
    assert {each.table for each in found} == {table for table, *_ in strays}


def test_a_column_is_looked_up_by_its_name():
    """
    A name that no column has is the error of any look-up.
    """
    promises = BY_NAME["promises"]

    assert promises.column("period_last_day").path == ("period", "last_day")
    assert promises.column("text").required
    assert not promises.column("period_last_day").required
    with pytest.raises(KeyError):
        promises.column("title")
