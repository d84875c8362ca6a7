from __future__ import annotations

from enum import Enum

import pytest

from medborgarloften.model import How, Precision
from medborgarloften.serializers._tables.cells import value_of
from medborgarloften.tables.entities import ENTITIES, Column
from medborgarloften.wording.saying import Wording

LISTS = {
    column.type
    for entity in ENTITIES
    for column in entity.columns
    if issubclass(column.type, Enum)
}


def names_of(member):
    """List what people call a member of a list: its word, and its labels."""
    if isinstance(member, Precision | How):  # no page tells people of them
        return [str(member)]
    labels = (Wording(language).label(member, count="") for language in ("sv", "en"))
    return [str(member), *map(str.strip, labels)]


@pytest.mark.parametrize("type_", sorted(LISTS, key=str))
def test_a_word_may_be_written_as_its_label(type_):
    """
    No two words of a list share a label in either language, whatever the case.
    """
    column = Column("word", ("word",), type_)
    for member in type_:
        for name in names_of(member):
            assert value_of(f" {name.upper()} ", column) == str(member)
    assert value_of(" något annat ", column) == "något annat"


def test_each_of_many_words_may_be_a_label():
    """
    They stand in one cell, in any of the languages.
    """
    (column,) = (
        column
        for entity in ENTITIES
        for column in entity.columns
        if column.name == "themes"
    )

    assert value_of("Narkotika | youth | Drugs", column) == ["drugs", "youth", "drugs"]


def test_every_list_is_looked_at():
    """
    There are lists of one word and of many, with labels and without.
    """
    assert {"Status", "Theme", "Per", "How"} <= {type_.__name__ for type_ in LISTS}
