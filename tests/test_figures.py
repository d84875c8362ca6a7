"""The drawings of the pages, held against what they draw."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

from medborgarloften import Register, model

ROOT = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"
CLASSES = {
    "Register": Register,
    **{name: getattr(model, name) for name in model.__all__},
}
DRAWN = {name: each for name, each in CLASSES.items() if attrs.has(each)}


@pytest.fixture(scope="module")
def figures():
    """The module that draws, which is the pages' own and no part of the package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "docs"))
        from _ext import figures

        yield figures


@pytest.fixture
def drawing(figures):
    """The drawing of the model."""
    return read(figures.model_figure("The model & its <fields>"))


def read(svg):
    """Read a drawing, as the browser does."""
    return ET.fromstring(svg)  # noqa: S314 - we drew it ourselves


def texts(group, kind):
    """List what is written in a box, of one kind."""
    return [each.text for each in group.iter(f"{SVG}text") if each.get("class") == kind]


def boxes(drawing):
    """Find the boxes of a drawing."""
    return [each for each in drawing.iter(f"{SVG}g") if each.get("class") == "box"]


def test_every_class_is_drawn_with_every_field(drawing):
    """
    There is a box for each class of the model, which lists its fields in their order.
    """
    drawn = {
        name: texts(box, "field")
        for box in boxes(drawing)
        for name in texts(box, "name")
    }

    assert drawn == {
        name: [field.name for field in attrs.fields(each)]
        for name, each in DRAWN.items()
    }


def test_every_field_is_drawn_with_its_type(drawing):
    """
    A question mark is "or None", dots are a tuple, and nothing else is left out.
    """
    for box in boxes(drawing):
        (name,) = texts(box, "name")
        written = [
            kind.replace("?", " | None")
            if " …" not in kind
            else f"tuple[{kind.removesuffix(' …')}, ...]"
            for kind in texts(box, "kind")
        ]
        fields = attrs.fields(DRAWN[name])
        assert written == [DRAWN[name].__annotations__[each.name] for each in fields]


def test_every_arrow_leads_to_what_the_field_holds(drawing):
    """
    A field that holds one of the classes has an arrow to it, and no other has.
    """
    arrows = {
        each.get("data-leads")
        for each in drawing.iter(f"{SVG}path")
        if each.get("class") == "arrow"
    }

    assert arrows == {
        f"{name}.{field.name} {word}"
        for name, each in DRAWN.items()
        for field in attrs.fields(each)
        for word in re.findall(r"\w+", each.__annotations__[field.name])
        if word in DRAWN
    }


def test_an_arrow_begins_at_its_field_and_ends_at_the_class(drawing):
    """
    It leaves the box on the line of the field, and arrives in the head of the other,
    each on the side that is nearest.
    """
    rows, heads = {}, {}
    for box in boxes(drawing):
        (name,) = texts(box, "name")
        rectangle = box.find(f"{SVG}rect")
        left, top = float(rectangle.get("x")), float(rectangle.get("y"))
        sides = {left, left + float(rectangle.get("width"))}
        heads[name] = (sides, top)
        for each in box.iter(f"{SVG}text"):
            if each.get("class") == "field":
                rows[f"{name}.{each.text}"] = (sides, float(each.get("y")))
    for arrow in drawing.iter(f"{SVG}path"):
        if arrow.get("class") != "arrow":
            continue
        field, _, to = arrow.get("data-leads").partition(" ")
        numbers = [float(each) for each in re.findall(r"-?[\d.]+", arrow.get("d"))]
        (x, y), (end_x, end_y) = numbers[:2], numbers[-2:]
        (from_sides, baseline), (to_sides, top) = rows[field], heads[to]
        assert x in from_sides
        assert end_x in to_sides
        others = {
            (one, other)
            for one in from_sides
            for other in to_sides
            if abs(one - other) < abs(x - end_x)
        }
        assert others == set()
        assert baseline - 8 < y < baseline
        assert top < end_y < top + 26


@pytest.mark.parametrize("name", ["model", "layers"])
def test_nothing_is_drawn_over_another(figures, name):
    """
    The boxes lie within the sheet, and no two have a point in common.
    """
    draw = {"model": figures.model_figure, "layers": figures.layers_figure}[name]
    drawing = read(draw("A drawing"))
    _, _, width, height = map(float, drawing.get("viewBox").split())
    placed = [
        tuple(float(box.find(f"{SVG}rect").get(side)) for side in ("x", "y"))
        + tuple(float(box.find(f"{SVG}rect").get(side)) for side in ("width", "height"))
        for box in boxes(drawing)
    ]

    for number, (left, top, wide, high) in enumerate(placed):
        assert left >= 0
        assert top >= 0
        assert left + wide <= width
        assert top + high <= height
        for other_left, other_top, other_wide, other_high in placed[:number]:
            assert (
                left + wide < other_left
                or other_left + other_wide < left
                or top + high < other_top
                or other_top + other_high < top
            )


def test_what_is_written_fits_in_its_box(figures, drawing):
    """
    No line is longer than its box is wide, at the width of the letters used, and none
    stands above or below it.
    """
    for box in boxes(drawing):
        rectangle = box.find(f"{SVG}rect")
        top, height = float(rectangle.get("y")), float(rectangle.get("height"))
        lines = [float(each.get("y")) for each in box.iter(f"{SVG}text")]
        assert top + 10 < min(lines) <= max(lines) < top + height - 3
        width = float(box.find(f"{SVG}rect").get("width")) - 18
        for field, kind in zip(texts(box, "field"), texts(box, "kind"), strict=True):
            assert (len(field) + 1 + len(kind)) * 7.3 < width
    for box in boxes(read(figures.layers_figure("The layers"))):
        width = float(box.find(f"{SVG}rect").get("width")) - 22
        (said,) = texts(box, "says")
        assert len(said) * 6.5 < width


def test_a_drawing_tells_what_it_shows(drawing):
    """
    Who does not see it is told, whatever signs are in the words.
    """
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == "The model & its <fields>"


def contract():
    """The layers as the contract in ``pyproject.toml`` has them, from the top."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (layers,) = (
        each["layers"]
        for each in project["tool"]["importlinter"]["contracts"]
        if each["id"] == "layers"
    )
    return [name for row in layers for name in re.split(r"\s*[|:]\s*", row)]


def test_the_layers_are_drawn_as_the_contract_has_them(figures):
    """
    Each public layer has its box, from the top, and those that share a row stand side
    by side.
    """
    drawing = read(figures.layers_figure("The layers"))
    names = [name for box in boxes(drawing) for name in texts(box, "name")]
    tops = [box.find(f"{SVG}rect").get("y") for box in boxes(drawing)]

    assert names == [name for name in contract() if not name.startswith("_")]
    assert tops == sorted(tops, key=float)
    assert len(set(tops)) == len(figures.layers()) < len(tops)
    assert all(said.text for said in drawing.iter(f"{SVG}text"))


def test_the_table_of_layers_has_their_order():
    """
    The page on design says what each is for, in the order of the contract.
    """
    page = (ROOT / "docs" / "explanation" / "design.md").read_text("utf-8")
    listed = re.findall(r"^\| `(\w+)` \| .+ \|$", page, re.MULTILINE)

    assert listed == [name for name in contract() if not name.startswith("_")]
