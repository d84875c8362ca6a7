"""Where there is an agreement on a day: a map of tiles, one for each municipality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from medborgarloften.analysis import Coverage, CoverageState
from medborgarloften.analysis import coverage as coverage_on
from medborgarloften.model import AgreementKind
from medborgarloften.plots._altair import alt
from medborgarloften.plots._asked import Asked, register_of, words_in
from medborgarloften.plots._looks import (
    BLACK,
    INK,
    PAPER,
    QUIET,
    Look,
    Row,
    Said,
    by_name,
    picture,
    readable,
    where,
)
from medborgarloften.plots._tiles import grid, headings, tiles
from medborgarloften.plots._wording import PlotWording
from medborgarloften.wording.saying import Language

__all__ = ["STATE_COLOURS", "WRITING_COLOURS", "coverage"]

# The surer, the darker.
STATE_COLOURS = {
    CoverageState.ACTIVE: "#0b3c5d",
    CoverageState.ACTIVE_IN_PART: "#c77c02",
    CoverageState.MAY_BE_ACTIVE: "#b9d3ea",
    CoverageState.NONE: PAPER,
}
WRITING_COLOURS = {
    CoverageState.ACTIVE: PAPER,
    CoverageState.ACTIVE_IN_PART: BLACK,
    CoverageState.MAY_BE_ACTIVE: INK,
    CoverageState.NONE: QUIET,
}
# Drawn in a square from -1 to 1: a tile, and one that is not whole.
_WHOLE = "M-1,-.7H1V.7H-1Z"
_IN_PART = "M-1,-.7H1V.1L.4,.7H-1Z"
_SHAPES = {
    CoverageState.ACTIVE: _WHOLE,
    CoverageState.ACTIVE_IN_PART: _IN_PART,
    CoverageState.MAY_BE_ACTIVE: _WHOLE,
    CoverageState.NONE: _WHOLE,
}
_DASHES = {
    CoverageState.ACTIVE: [1, 0],
    CoverageState.ACTIVE_IN_PART: [1, 0],
    CoverageState.MAY_BE_ACTIVE: [3, 2],
    CoverageState.NONE: [1, 0],
}
_ACROSS, _DOWN, _TILE = 36, 26, 34


def coverage(
    asked: Asked,
    on: date,
    *,
    kind: AgreementKind | None = None,
    language: Language = "en",
) -> alt.LayerChart:
    """Draw which of today's municipalities have an agreement in force on a day.

    Each has a tile with four letters of its name, in the order of the alphabet within
    its county; no other there has the same, but one of another county may ("Karl").
    Its whole name and its agreements stand in the tooltip.  A tile tells what
    `medborgarloften.analysis.coverage` does: the surer, the darker.  One with a corner
    off has an agreement for a part of it only, one with dashes and a question mark may
    have one.

    Agreements in a place that nobody can tell are on no tile; they are counted below
    the title, and as they may be in any municipality, no upper bound is told then.

    Args:
        asked: A register, or what was found in one: then the agreements in which
            something was found.
        on: The day.
        kind: Only agreements of this kind.
        language: The language of what stands in the picture, ``"sv"`` or ``"en"``.

    Raises:
        InvalidField: If something is given that is no such thing.
    """
    say = words_in("coverage", language)
    found = coverage_on(register_of("coverage", asked), on, kind=kind)
    lines = list(_said(found, say))
    title = say("tiles.title", day=say.day(on))
    states = {state: _state(state, found, say) for state in CoverageState}
    return picture(
        _layers(states, say),
        _rows(found, states, say),
        Said(title, lines, say.sentences(title, *lines, ", ".join(states.values()))),
        grid().columns * _ACROSS,
        grid().rows * _DOWN,
    )


def _state(state: CoverageState, found: Coverage, say: PlotWording) -> str:
    count = sum(each.state is state for each in found.municipalities)
    return say.told(say.label(state), count)


def _said(found: Coverage, say: PlotWording) -> Iterator[str]:
    share = found.national
    yield say(
        "tiles.least" if found.unplaced else "tiles.share",
        least=share.active,
        most=share.municipalities - share.none,
        of=say.count(share.municipalities, "municipality", "municipalities"),
    )
    if found.kind is not None:
        yield say("tiles.kind", kind=say.label(found.kind))
    if found.unplaced:
        agreements = say.count(len(found.unplaced), "agreement", "agreements")
        yield say("tiles.unplaced", agreements=agreements)


# ---------------------------------------------------------------- what is drawn


def _rows(
    found: Coverage, states: Mapping[CoverageState, str], say: PlotWording
) -> Iterator[Row]:
    for tile in tiles():
        covered = found.of(tile.municipality)
        may_be = covered.state is CoverageState.MAY_BE_ACTIVE
        yield {
            "part": "tile",
            "column": tile.column + 0.5,
            "row": tile.row + 0.5,
            "letters": f"{tile.letters}?" if may_be else tile.letters,
            "municipality": tile.name,
            "state": say.label(covered.state),
            "counted": states[covered.state],
            "since": say.since(covered) or say("key.not_stated"),
            "agreements": ", ".join(covered.agreements),
            "districts": readable(", ".join(covered.districts)),
        }
    for county in headings().values():
        yield {
            "part": "county",
            "column": county.column + 0.05,
            "row": county.row + 0.6,
            "county": county.county,
        }


def _layers(
    states: Mapping[CoverageState, str], say: PlotWording
) -> Iterator[alt.Chart]:
    placed = alt.Chart().encode(
        x=_place("column", [0, grid().columns]), y=_place("row", [grid().rows, 0])
    )
    tile = placed.transform_filter(where("part", "tile"))
    key = alt.Legend(
        aria=False,
        title=None,
        orient="none",
        legendX=0,
        legendY=0,
        direction="vertical",
        labelFontSize=13,
        labelColor=INK,
        labelLimit=380,
        rowPadding=6,
        symbolSize=500,
        symbolStrokeWidth=1,
        symbolOpacity=1,
    )

    def by_state(looks: Mapping[CoverageState, Look]) -> dict[str, Any]:
        return by_name("counted", states.values(), map(looks.__getitem__, states), key)

    yield tile.mark_point(size=_TILE**2, opacity=1, strokeWidth=1).encode(
        fill=alt.Fill(**by_state(STATE_COLOURS)),
        shape=alt.Shape(**by_state(_SHAPES)),
        stroke=alt.value(QUIET),
        strokeDash=alt.StrokeDash(**by_state(_DASHES)),
        tooltip=[
            alt.Tooltip(field, type="nominal", title=say(f"tiles.{field}"))
            for field in ("municipality", "state", "since", "agreements", "districts")
        ],
    )
    for state, name in states.items():
        yield (
            tile.transform_filter(where("counted", name))
            .mark_text(fontSize=10.5, color=WRITING_COLOURS[state])
            .encode(text="letters:N")
        )
    yield (
        placed.transform_filter(where("part", "county"))
        .mark_text(align="left", fontSize=12, fontWeight="bold", color=INK)
        .encode(text="county:N")
    )


def _place(field: str, domain: list[int]) -> dict[str, Any]:
    return {
        "field": field,
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": domain, "nice": False},
    }
