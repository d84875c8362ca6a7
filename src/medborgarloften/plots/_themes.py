"""What is promised about what, year by year: a table whose numbers are shaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from medborgarloften.analysis import Count, Counts, Key, counts
from medborgarloften.model._rules import whole_day
from medborgarloften.plots._altair import alt
from medborgarloften.plots._asked import Asked, expect_asked, words_in
from medborgarloften.plots._looks import (
    BLACK,
    INK,
    PAPER,
    QUIET,
    Row,
    Said,
    picture,
    where,
)
from medborgarloften.plots._wording import PlotWording
from medborgarloften.wording.saying import Language

__all__ = ["DARKEST", "LIGHTEST", "TURNS_AT", "themes"]

# From few to many, straight through all shades between.  Where it has turned so dark
# the number turns white, so that either can be read.
LIGHTEST, DARKEST = "#e3edf6", "#08306b"
TURNS_AT = 0.62

_MOST_YEARS = 14
_DOWN, _ACROSS, _NARROWEST, _WIDEST = 24, 400, 30, 46
_UNCERTAIN = "?"
_THEMES_TOLD = 3


def themes(
    asked: Asked, *, until: date | None = None, language: Language = "en"
) -> alt.LayerChart:
    """Draw how many promises there are about each theme, year by year.

    A promise counts for each of its themes, and in each year with a day on which it is
    certainly active; `medborgarloften.analysis.counts` tells how.  Of which no theme
    is stated has a row of its own, and what is certain of no year a column with a
    question mark and dashes.  The themes come by how many promises are about them.  Of
    more than fourteen years only those with the most promises are drawn, and it is said
    that there are others.

    Args:
        asked: A register, or what was found in one.
        until: How far what has no last day ("tills vidare") is followed: through the
            year of this day.  Without it, such a promise counts in its first year, and
            as certain of none for those that come after.
        language: The language of what stands in the picture, ``"sv"`` or ``"en"``.

    Raises:
        InvalidField: If something is given that is no such thing.
    """
    say = words_in("themes", language)
    expect_asked("themes", asked)
    if until is not None:
        whole_day(until, "themes", "until")
    by_theme = counts(asked, by="theme")
    by_year = counts(asked, by="year", until=until)
    table = counts(asked, by=("theme", "year"), until=until)
    years = _years(by_year)
    cells = [row for row in _with_promises(table) if row.keys[1] in years]
    certain = (row for row in cells if row.keys[1] is not None)
    most = max((row.promises.count for row in certain), default=1)
    lines = list(_said(by_theme, by_year, years, say))
    return picture(
        _layers(most, _themes(by_theme), years, say),
        (_cell(row, most, say) for row in cells),
        Said(say("cells.title"), lines, _told(by_theme, lines, say)),
        alt.Step(max(_NARROWEST, min(_WIDEST, _ACROSS // max(1, len(years))))),
        alt.Step(_DOWN),
    )


def _with_promises(found: Counts) -> list[Count]:
    """Leave out agreements in which nothing is promised."""
    return [row for row in found.rows if row.promises.count]


def _years(by_year: Counts) -> list[Key]:
    """Choose the years that are drawn, those between them too; ``None`` comes last."""
    rows = sorted(_with_promises(by_year), key=lambda row: -row.promises.count)
    certain = sorted(
        [year for row in rows for year in row.keys if isinstance(year, int)][
            :_MOST_YEARS
        ]
    )
    if certain and certain[-1] - certain[0] < _MOST_YEARS:
        certain = list(range(certain[0], certain[-1] + 1))
    uncertain = [None] if any(row.keys == (None,) for row in rows) else []
    return [*certain, *uncertain]


def _themes(by_theme: Counts) -> list[Key]:
    """Sort themes by how many promises are about them; ``None`` comes last."""
    rows = sorted(
        _with_promises(by_theme),
        key=lambda row: (row.keys == (None,), -row.promises.count),
    )
    return [theme for row in rows for theme in row.keys]


# ---------------------------------------------------------------- what is drawn


def _cell(row: Count, most: int, say: PlotWording) -> Row:
    theme, year = row.keys
    is_dark = row.promises.count / most > TURNS_AT
    return {
        "theme": _theme(theme, say),
        "year": _year(year),
        "promises": row.promises.count,
        "agreements": row.agreements.count,
        "municipalities": row.municipalities.count,
        "part": "uncertain" if year is None else "dark" if is_dark else "light",
    }


def _theme(theme: Key, say: PlotWording) -> str:
    return say("cells.no_theme") if theme is None else say.key("theme", theme)


def _year(year: Key) -> str:
    return _UNCERTAIN if year is None else str(year)


def _layers(
    most: int, names: Sequence[Key], years: Sequence[Key], say: PlotWording
) -> Iterator[alt.Chart]:
    base = alt.Chart().encode(
        x=alt.X("year", type="ordinal", axis=_axis("top")).scale(
            domain=[_year(each) for each in years]
        ),
        y=alt.Y("theme", type="nominal", axis=_axis("left")).scale(
            domain=[_theme(each, say) for each in names]
        ),
        tooltip=[
            alt.Tooltip(field, type="nominal", title=say(f"cells.{field}"))
            for field in ("theme", "year", "promises", "agreements", "municipalities")
        ],
    )
    shades = alt.Color("promises", type="quantitative", legend=None).scale(
        domain=[0, most], range=[LIGHTEST, DARKEST], interpolate="rgb"
    )
    numbers = base.encode(text="promises:Q")
    for part, writing in (("light", BLACK), ("dark", PAPER)):
        of_part = where("part", part)
        yield (
            base.transform_filter(of_part).mark_rect(stroke=PAPER).encode(color=shades)
        )
        yield numbers.transform_filter(of_part).mark_text(fontSize=12, color=writing)
    uncertain = where("part", "uncertain")
    yield base.transform_filter(uncertain).mark_rect(
        fill=PAPER, stroke=QUIET, strokeDash=[3, 2], cornerRadius=2
    )
    yield numbers.transform_filter(uncertain).mark_text(fontSize=12, color=INK)


def _axis(orient: Literal["top", "left"]) -> alt.Axis:
    return alt.Axis(
        aria=False,
        title=None,
        orient=orient,
        labelAngle=0,
        labelLimit=0,
        labelFontSize=12,
        labelColor=INK,
        labelPadding=8,
        domain=False,
        ticks=False,
    )


# ---------------------------------------------------------------- what is said


def _said(
    by_theme: Counts, by_year: Counts, years: Sequence[Key], say: PlotWording
) -> Iterator[str]:
    """Say how many there are, and what the picture does not show."""
    if not by_theme.promises:
        yield say("picture.nothing")
        return
    certain = [year for year in years if isinstance(year, int)]
    counted = say(
        "cells.counted",
        promises=say.count(by_theme.promises, "promise", "promises"),
        agreements=say.count(by_theme.agreements, "agreement", "agreements"),
    )
    if certain:
        stretch = say.years(certain[0], certain[-1])
        counted = say("cells.in_years", counted=counted, years=stretch)
    yield counted
    yield say("cells.overlap")
    if None in years:
        yield say(
            "cells.uncertain",
            promises=say.count(by_year.row(None).promises.count, "promise", "promises"),
        )
    unseen = [row for row in _with_promises(by_year) if row.keys[0] not in years]
    if unseen:
        yield say("cells.cut", years=say.count(len(unseen), "year", "years"))


def _told(by_theme: Counts, lines: Sequence[str], say: PlotWording) -> str:
    told = [
        say.told(_theme(theme, say), by_theme.row(theme).promises.count)
        for theme in _themes(by_theme)
    ]
    stated = told[: len(told) - (None in _themes(by_theme))]
    most = say("cells.most", themes=", ".join(stated[:_THEMES_TOLD])) if stated else ""
    return say.sentences(say("cells.title"), *lines, most, *told[len(stated) :])
