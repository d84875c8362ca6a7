from __future__ import annotations

import ast
from pathlib import Path

import pytest

from medborgarloften import model
from medborgarloften.serializers._strict.swedish import in_swedish

# What stands in a remedy's places where a number will not do.
PLACES = {"_remedy(item_type, item)": "give a str, not an int"}


def texts_in(node):
    """List the texts that an expression may come to, its places filled."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(text for part in parts for text in texts_in(part))]
        case ast.FormattedValue(value=inner):
            return [PLACES.get(ast.unparse(inner), "1")]
        case _:
            return []


def remedies_in(tree):
    """List the remedies in a module: what is refused with, and what is kept for it."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id="refuse" | "InvalidField" | "InvalidPeriod"),
                args=[*_, last],
            ):
                yield from texts_in(last)
            case ast.Assign(targets=[ast.Name(id="remedy" | "known")], value=value):
                yield from texts_in(value)
            case ast.FunctionDef(name="_remedy"):
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Return):
                        yield from texts_in(inner.value)


REMEDIES = {
    remedy
    for file in Path(model.__file__).parent.glob("*.py")
    for remedy in remedies_in(ast.parse(file.read_text("utf-8")))
}


@pytest.mark.parametrize("remedy", sorted(REMEDIES))
def test_every_remedy_of_the_model_has_its_swedish(remedy):
    """
    Whatever the model says would do can be said in Swedish.
    """
    assert in_swedish(remedy) != remedy


def test_remedies_of_each_form_are_found():
    """
    A remedy may be a text, a text with places, or one that was put together before.
    """
    assert {
        "count from 1",
        "end it on 1 or later",
        "name each partner once, and nobody who promises",
        "give a whole day: call its date() method",
    } <= REMEDIES


@pytest.mark.parametrize(
    ("remedy", "swedish"),
    [
        ("for each item, give a str, not an int", "för var och en: ange str, inte int"),
        ("this is 'habo-2020'", "det här är 'habo-2020'"),
        (
            "give the last day of a month, or say day",
            "ange sista dag i month, eller day",
        ),
        ("something new", "something new"),
    ],
)
def test_what_stands_in_a_remedy_is_kept(remedy, swedish):
    """
    Names and numbers stand in the Swedish where they stood in the English.
    """
    assert in_swedish(remedy) == swedish
