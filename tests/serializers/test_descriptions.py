from __future__ import annotations

import attrs
import pytest

from medborgarloften import Agreement, Outcome, Quantity
from medborgarloften.model._shapes import fields_of, is_record
from medborgarloften.serializers._schemas.descriptions import field_descriptions


def records(class_):
    """List a class and all that it is made of."""
    inner = [shape.type for shape in fields_of(class_) if is_record(shape.type)]
    return {class_}.union(*map(records, inner))


@pytest.mark.parametrize(
    "class_", sorted(records(Agreement) | records(Outcome), key=str)
)
def test_what_is_described_is_a_field(class_):
    """
    A docstring tells of the fields of its class, all of them or none, and no others.
    """
    described = field_descriptions(class_)

    assert [*described] in ([], [field.name for field in attrs.fields(class_)])


def test_descriptions_are_plain_text():
    """
    A description over several lines is one, with no marks and no words of Python.
    """
    assert field_descriptions(Quantity)["maximum"] == (
        'At most so many ("upp till fem"); equal to minimum where the number is exact, '
        "empty where there is no ceiling."
    )
    assert "but no_evidence has one" in field_descriptions(Outcome)["sources"]


def test_a_class_without_a_docstring_has_none():
    """
    Python leaves docstrings out when it is told to.
    """

    class Bare:
        pass

    assert field_descriptions(Bare) == {}
