"""Pictures of the model and of the house, drawn from the code itself.

Only where a box stands is said here.  What it is called, what is in it and where
its arrows lead is asked of the classes and of ``pyproject.toml``, so a picture
cannot tell anything else than they do.  Colours are the page's own, light or dark.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

import attrs

from medborgarloften import Register, model

__all__ = ["COLUMNS", "layers", "layers_figure", "model_figure"]

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "medborgarloften"

# From the whole on the left to the smallest part on the right.
COLUMNS = (
    ("Register", "Outcome", "Signatory", "Contact", "Source", "Citation"),
    ("Agreement", "Review", "Amendment"),
    ("Area", "Party", "ValidityPeriod", "Promise", "Quantity"),
)

BOX, GAP, MARGIN, BETWEEN = 202, 40, 24, 18
HEAD, ROW = 26, 17
MIDDLE = len(COLUMNS) // 2


class Field(NamedTuple):
    """A field of a class, as it is written in the box."""

    name: str
    kind: str
    leads_to: str | None


class Box(NamedTuple):
    """A class, and where it stands."""

    name: str
    column: int
    left: int
    top: int
    fields: tuple[Field, ...]

    @property
    def right(self) -> int:
        """Where it ends to the right."""
        return self.left + BOX

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.top + HEAD + ROW * len(self.fields) + 6

    def middle_of(self, position: int) -> float:
        """Tell how far down the middle of a field is."""
        return self.top + HEAD + ROW * (position + 0.5) + 1


# ---------------------------------------------------------------- the model


def model_figure(alt: str) -> str:
    """Draw the classes of the model, with every field and what it leads to."""
    boxes = {box.name: box for box in _placed()}
    arrows = "".join(
        _arrow(box, position, boxes[field.leads_to])
        for box in boxes.values()
        for position, field in enumerate(box.fields)
        if field.leads_to
    )
    width = 2 * MARGIN + len(COLUMNS) * BOX + (len(COLUMNS) - 1) * GAP
    height = max(box.bottom for box in boxes.values()) + 1
    drawn = "".join(map(_box, boxes.values()))
    return _svg("model", width, height, alt, arrows + drawn)


def _placed() -> Iterator[Box]:
    known = {name for column in COLUMNS for name in column}
    for number, column in enumerate(COLUMNS):
        top = 1
        for name in column:
            left = MARGIN + number * (BOX + GAP)
            box = Box(name, number, left, top, tuple(_fields_of(name, known)))
            yield box
            top = box.bottom + BETWEEN


def _fields_of(name: str, known: set[str]) -> Iterator[Field]:
    class_: type = Register if name == "Register" else getattr(model, name)
    for each in attrs.fields(class_):
        # As it is written: cattrs puts classes for the words that attrs keeps.
        written: str = class_.__annotations__[each.name]
        kind = re.sub(r"tuple\[(\w+), \.\.\.\]", r"\1 …", written)
        kind = kind.replace(" | None", "?")
        leads_to = next((word for word in re.findall(r"\w+", kind)), "")
        yield Field(each.name, kind, leads_to if leads_to in known else None)


def _box(box: Box) -> str:
    rows = "".join(
        f'<text class="field" x="{box.left + 9}" y="{box.middle_of(position) + 4}">'
        f"{field.name}</text>"
        f'<text class="kind" x="{box.right - 9}" y="{box.middle_of(position) + 4}">'
        f"{escape(field.kind)}</text>"
        for position, field in enumerate(box.fields)
    )
    height = box.bottom - box.top
    return (
        f'<g class="box" id="drawn-{box.name}">'
        f'<rect x="{box.left}" y="{box.top}" width="{BOX}" height="{height}" rx="5"/>'
        f'<a href="#{box.name.casefold()}">'
        f'<text class="name" x="{box.left + 9}" y="{box.top + 18}">{box.name}</text>'
        f"</a>{rows}</g>"
    )


def _arrow(box: Box, position: int, to: Box) -> str:
    """Draw from a field to the head of another box, round what stands between."""
    y, end = box.middle_of(position), to.top + HEAD / 2
    if to.column > box.column:
        start, stop, out, back = box.right, to.left, GAP / 2, -GAP / 2
    elif to.column < box.column:
        start, stop, out, back = box.left, to.right, -GAP / 2, GAP / 2
    else:
        aside = -MARGIN if box.column < MIDDLE else MARGIN
        edge = box.left if box.column < MIDDLE else box.right
        start, stop, out, back = edge, edge, aside, aside
    path = f"M{start} {y} C{start + out} {y} {stop + back} {end} {stop} {end}"
    told = f"{box.name}.{box.fields[position].name} {to.name}"
    return f'<path class="arrow" data-leads="{told}" d="{path}"/>'


# ---------------------------------------------------------------- the house


def layers() -> list[list[str]]:
    """List the layers from the top, each with the public modules that share it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (rows,) = (each["layers"] for each in contracts if each["id"] == "layers")
    shared = (re.findall(r"\b[a-z]\w*", row) for row in rows)
    return [modules for modules in shared if modules]


def layers_figure(alt: str) -> str:
    """Draw the layers, each with what its module says of itself."""
    width, height, between = 720, 46, 8
    rows, step = layers(), height + between
    drawn = "".join(
        _layer(
            name,
            1 + number * (width + between) / len(row),
            1 + step * down,
            (width + between) / len(row) - between,
        )
        for down, row in enumerate(rows)
        for number, name in enumerate(row)
    )
    return _svg("layers", width + 2, step * len(rows), alt, drawn)


def _layer(name: str, left: float, top: int, width: float) -> str:
    return (
        f'<g class="box"><rect x="{left:.0f}" y="{top}" width="{width:.0f}"'
        f' height="46" rx="5"/><text class="name" x="{left + 11:.0f}" y="{top + 19}">'
        f'{name}</text><text class="says" x="{left + 11:.0f}" y="{top + 36}">'
        f"{escape(_first_words(name))}</text></g>"
    )


def _first_words(name: str) -> str:
    """Take what a module says it is: its docstring up to the first pause."""
    file = PACKAGE / name / "__init__.py"
    file = file if file.exists() else PACKAGE / f"{name}.py"
    said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return re.split(r"[.,:;]", " ".join(said.split()), maxsplit=1)[0]


# ---------------------------------------------------------------- the sheet

STYLE = (
    ".drawn text{font:12px var(--font-stack--monospace,monospace);"
    "fill:var(--color-foreground-primary,#222)}"
    ".drawn .name{font-weight:bold;font-size:13px}"
    ".drawn a{text-decoration:none}"
    ".drawn a .name{fill:var(--color-brand-content,#0645ad)}"
    ".drawn .kind{text-anchor:end}"
    ".drawn .kind,.drawn .says{fill:var(--color-foreground-secondary,#555)}"
    ".drawn .says{font-family:var(--font-stack,sans-serif)}"
    ".drawn rect{fill:var(--color-background-secondary,#f8f9fb);"
    "stroke:var(--color-foreground-muted,#888)}"
    ".drawn .arrow{fill:none;stroke:var(--color-brand-content,#0645ad);"
    "stroke-width:1.3;marker-end:url(#head)}"
    ".drawn marker path{fill:var(--color-brand-content,#0645ad)}"
)


def _svg(name: str, width: float, height: float, alt: str, inside: str) -> str:
    """Put what is drawn on a sheet that tells what it shows."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" id="drawn-{name}"'
        f' role="img" aria-label="{escape(alt)}" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}">'
        f"<style>{STYLE}</style>"
        '<marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7"'
        ' markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/>'
        f"</marker>{inside}</svg>"
    )
