"""How all pictures look: colours, headings, and texts that fit.

Colours are chosen by how light they are, so that they stay apart in grey and for those
who see colours otherwise; and none stands alone, but with a shape, an order or a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from textwrap import wrap
from typing import Any, TypeAlias, TypeVar

from attrs import frozen

from medborgarloften.plots._altair import alt

__all__ = [
    "BLACK",
    "INK",
    "LINES",
    "PAPER",
    "QUESTION_MARK",
    "QUIET",
    "Look",
    "Row",
    "Said",
    "alphabetical",
    "axis_of_rows",
    "by_name",
    "harmless",
    "legend",
    "picture",
    "present",
    "readable",
    "row_name",
    "where",
]

BLACK = "#000000"
INK = "#1a1a1a"
QUIET = "#555555"
PAPER = "#ffffff"
LINES = "#d0d0d0"

# Drawn in a square from -1 to 1.
QUESTION_MARK = "M-.6,-.4C-.6,-1.2,.6,-1.2,.6,-.4C.6,.1,0,0,0,.5M0,.85L0,1"

Row: TypeAlias = Mapping[str, Any]
Look: TypeAlias = str | Sequence[float]

_Member = TypeVar("_Member", bound=Enum)

_LINE = 112
# As the Swedish alphabet ends.
_LAST_LETTERS = str.maketrans("åäö", "{|}")
_DIGITS = 5
# Where a tag of HTML, or a comment, would begin.
_TAG = re.compile("<(?=[a-z/!?])", re.IGNORECASE)


@frozen
class Said:
    """What is said about a picture.

    Attributes:
        title: What it shows.
        lines: What there is to know about it, below the title.
        told: All that it shows, for those who cannot see it.
    """

    title: str
    lines: Sequence[str]
    told: str


def picture(
    layers: Iterable[alt.Chart],
    rows: Iterable[Row],
    said: Said,
    width: int | alt.Step,
    height: int | alt.Step,
) -> alt.LayerChart:
    """Put layers over each other, and above them what is said.

    Readers of screens are told that alone, and not each bar and tile.

    The rows are in the chart itself, so Altair sets no bound to how many; and as a
    notebook writes them into its page, every text of theirs is made `harmless`.
    """
    drawn: list[Any] = list(layers)
    for layer in drawn:
        layer.mark["aria"] = False
    return alt.LayerChart(
        layer=drawn,
        data=alt.InlineData(values=[_harmless_row(row) for row in rows]),
        title=_heading(said),
        description=harmless(said.told),
        width=width,
        height=height,
        view=alt.ViewBackground(stroke=None),
    )


def readable(text: str) -> str:
    r"""Make one line of a text, of what can be printed.

    >>> readable("rad ett\nrad två\x0b")
    'rad ett rad två'
    """
    printable = (each if each.isprintable() else " " for each in text)
    return " ".join("".join(printable).split())


def harmless(text: str) -> str:
    r"""Part what would begin a tag of HTML, by a letter that nobody sees.

    >>> harmless("</script>, 1 < 2") == "<\N{WORD JOINER}/script>, 1 < 2"
    True
    """
    return _TAG.sub("<\N{WORD JOINER}", text)


def row_name(place: int, label: str) -> str:
    """Name a row so that rows sort by their place and none is another's namesake."""
    return f"{place:0{_DIGITS}}{readable(label)}"


def axis_of_rows(limit: int) -> alt.Axis:
    """Write the label of each row beside it, cut at *limit* pixels."""
    return alt.Axis(
        aria=False,
        title=None,
        labelExpr=f"slice(datum.value, {_DIGITS})",
        labelLimit=limit,
        labelFontSize=12,
        labelColor=INK,
        domain=False,
        ticks=False,
        labelPadding=12,
    )


def legend(title: str | None = None) -> alt.Legend:
    """Explain signs and colours below the picture."""
    return alt.Legend(
        aria=False,
        title=title,
        orient="bottom",
        direction="horizontal",
        columns=3,
        labelFontSize=12,
        labelColor=INK,
        labelLimit=320,
        titleFontSize=12,
        titleColor=INK,
        symbolOpacity=1,
    )


def by_name(
    field: str,
    names: Iterable[str],
    looks: Iterable[Look],
    legend: alt.Legend,
) -> dict[str, Any]:
    """Give each name in a field a look of its own, and explain it.

    Channels of one field with one legend are explained together.
    """
    scale = alt.Scale(domain=list(names), range=list(looks))
    return {"field": field, "type": "nominal", "legend": legend, "scale": scale}


def where(field: str, value: str) -> alt.FieldEqualPredicate:
    """Choose the rows in which a field has a value."""
    return alt.FieldEqualPredicate(field=field, equal=str(value))


def present(members: type[_Member], those: Iterable[_Member]) -> list[_Member]:
    """List the members of an enumeration that there are, in its order."""
    found = set(those)
    return [member for member in members if member in found]


def alphabetical(name: str) -> str:
    """Make of a name what sorts as Swedes do: å, ä and ö come last.

    >>> sorted(["Ödeshög", "Åre", "Ängelholm", "Arboga"], key=alphabetical)
    ['Arboga', 'Åre', 'Ängelholm', 'Ödeshög']
    """
    return name.casefold().translate(_LAST_LETTERS)


def _harmless_row(row: Row) -> dict[str, Any]:
    return {
        field: harmless(value) if isinstance(value, str) else value
        for field, value in row.items()
    }


def _heading(said: Said) -> alt.TitleParams:
    return alt.TitleParams(
        text=harmless(said.title),
        subtitle=[part for line in said.lines for part in wrap(harmless(line), _LINE)],
        anchor="start",
        color=INK,
        fontSize=16,
        frame="bounds",
        offset=12,
        subtitleColor=QUIET,
        subtitleFontSize=12,
        subtitlePadding=4,
    )
