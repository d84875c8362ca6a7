"""What was counted against what was promised: a bar for each promise with a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from medborgarloften.analysis import Pace, Progress
from medborgarloften.analysis import progress as progress_on
from medborgarloften.model import Agreement, Quantity, Status
from medborgarloften.plots._altair import alt
from medborgarloften.plots._asked import Asked, expect_most, register_of, words_in
from medborgarloften.plots._looks import (
    INK,
    PAPER,
    QUESTION_MARK,
    QUIET,
    Row,
    Said,
    axis_of_rows,
    by_name,
    legend,
    picture,
    present,
    readable,
    row_name,
    where,
)
from medborgarloften.plots._wording import PlotWording
from medborgarloften.register import Register
from medborgarloften.wording.saying import Language

__all__ = ["BEHIND_COLOUR", "SIGN_COLOUR", "progress"]

BEHIND_COLOUR, SIGN_COLOUR = "#b33c00", "#0b3c5d"

_BAR = "#a9c7e0"
# Drawn in a square from -1 to 1, and the line beyond it.
_LINE = "M0,-1.5L0,1.5"
# The signs at the ends of bars, what has to be looked after first; then why there is
# no bar.
_SIGNS = {
    Pace.BEHIND: ("triangle-left", BEHIND_COLOUR, BEHIND_COLOUR),
    Pace.WAS_ON_TRACK: ("circle", PAPER, SIGN_COLOUR),
    Pace.ON_TRACK: ("circle", SIGN_COLOUR, SIGN_COLOUR),
    Pace.MET: ("square", SIGN_COLOUR, SIGN_COLOUR),
    Pace.EXCEEDED: ("triangle-right", PAPER, SIGN_COLOUR),
    Pace.DAYS_UNKNOWN: (QUESTION_MARK, "transparent", INK),
}
_ORDER = [*_SIGNS, Pace.UNCLEAR, Pace.NOT_A_TOTAL, Pace.NO_COUNT, Pace.NOT_BEGUN]
# As far as bars go: a quarter more than was promised.
_EDGE = Fraction(5, 4)
_WIDTH, _STEP, _LABELS, _WORDS = 180, 24, 300, 300
_LETTERS = 20


def progress(
    asked: Asked, on: date, *, most: int = 40, language: Language = "en"
) -> alt.LayerChart:
    """Draw how much of what was promised has been counted by a day.

    There is a row for each promise in which a number is promised, and 100 % is all of
    it: at least so many, or at most so many where there is only a ceiling.  The bar is
    what was counted, an upright line what is expected by the day, and a sign at the end
    of the bar says how the two keep pace, as the words beside it do.  Bars go no
    further than 125 %, whatever the words say.  Where nobody can tell there is no bar,
    and the words say why: all is as `medborgarloften.analysis.progress` tells it.

    What is behind comes first, and what nothing was counted of last.  Promises of which
    something is told, but in which no number is promised, are counted below the title,
    and so is what is left out where there would be more than *most* rows.

    Args:
        asked: A register, or what was found in one: then only those promises.
        on: The day.
        most: How many rows are drawn at most.
        language: The language of what stands in the picture, ``"sv"`` or ``"en"``.

    Raises:
        InvalidField: If something is given that is no such thing.
    """
    say = words_in("progress", language)
    register = register_of("progress", asked)
    expect_most("progress", most)
    rows = _among(progress_on(register, on), asked)
    in_numbers = sorted(
        (row for row in rows if row.targets), key=lambda row: _ORDER.index(row.pace)
    )
    shown = in_numbers[:most]
    lines = list(_said(in_numbers, len(shown), len(rows) - len(in_numbers), say))
    title = say("paces.title", day=say.day(on))
    return picture(
        _layers(shown, say),
        (
            part
            for place, row in enumerate(shown)
            for part in _parts(place, row, register[row.agreement], say)
        ),
        Said(title, lines, say.sentences(title, *lines)),
        _WIDTH,
        alt.Step(_STEP),
    )


def _among(rows: Iterable[Progress], asked: Asked) -> list[Progress]:
    """Leave out the promises that were not asked for, of agreements that were."""
    if isinstance(asked, Register):
        return list(rows)
    wanted = {(match.agreement.id, match.promise.number) for match in asked}
    return [row for row in rows if (row.agreement, row.promise) in wanted]


# ---------------------------------------------------------------- what is drawn


def _parts(
    place: int, row: Progress, agreement: Agreement, say: PlotWording
) -> Iterator[Row]:
    """Make the words of a row, and of a promise that can be measured bar and signs."""
    promise = agreement.promise(row.promise)
    area, years = say.short_area(agreement.area), _years(agreement)
    label = say(
        "paces.row",
        where=" ".join(filter(None, (_short(area), years))),
        number=row.promise,
        units=_short(", ".join(target.quantity.unit for target in row.targets)),
    )
    about = {
        "row": row_name(place, label),
        "agreement": row.agreement,
        "promise": readable(promise.text),
        "promised": readable("; ".join(map(say.quantity, promise.quantities))),
        "words": readable(_words(row, say)),
        "statuses": _statuses(row, say),
        "stage": say.label(row.stage),
    }
    yield {**about, "part": "words"}
    whole = _whole(row)
    if whole is None:
        return
    expected = row.targets[0].expected
    if row.counted is not None:
        share = _share(row.counted, whole)
        bar = "unsure" if row.pace is Pace.DAYS_UNKNOWN else "counted"
        yield {**about, "part": bar, "share": share}
        yield {**about, "part": "sign", "share": share, "sign": say.label(row.pace)}
    if expected is not None:
        share, sign = _share(expected, whole), say("paces.expected")
        yield {**about, "part": "sign", "share": share, "sign": sign}


def _whole(row: Progress) -> int | None:
    """Tell what is all that was promised; ``None`` where a bar would mislead."""
    if row.pace not in {*_SIGNS, Pace.NO_COUNT} or len(row.targets) != 1:
        return None
    [target] = row.targets
    if target.total is None or target.quantity.average or target.quantity.each:
        return None
    return target.total.minimum or target.total.maximum or None


def _share(count: int, whole: int) -> float:
    """Tell which part of the whole that is, up to the edge of the picture."""
    return float(min(Fraction(count, whole), _EDGE))


def _short(text: str) -> str:
    """Cut a text that would leave no room for others; the tooltip has it whole."""
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…"


def _years(agreement: Agreement) -> str:
    """Tell from which year to which it holds, as far as that is stated."""
    ends = (agreement.period.first_day, agreement.in_force.last_day)
    years = (str(day.year) if day else "" for day in ends)
    return "–".join(dict.fromkeys(years))


def _layers(shown: Sequence[Progress], say: PlotWording) -> Iterator[alt.Chart]:
    base = alt.Chart().encode(
        y=alt.Y("row", type="nominal", axis=axis_of_rows(_LABELS)),
        tooltip=[
            alt.Tooltip(field, type="nominal", title=say(f"paces.{field}"))
            for field in (
                "agreement",
                "promise",
                "promised",
                "words",
                "statuses",
                "stage",
            )
        ],
    )
    axis = alt.Axis(
        aria=False,
        title=say("paces.share"),
        format="%",
        values=[0, 0.5, 1],
        labelFontSize=12,
        labelColor=INK,
        titleFontSize=12,
        titleFontWeight="normal",
        titleColor=INK,
    )
    scale = alt.Scale(domain=[0, float(_EDGE)], nice=False)
    measured = base.encode(
        x=alt.X("share", type="quantitative", axis=axis, scale=scale)
    )
    yield measured.transform_filter(where("part", "counted")).mark_bar(
        height=12, color=_BAR
    )
    yield measured.transform_filter(where("part", "unsure")).mark_bar(
        height=12, color=PAPER, stroke=QUIET, strokeDash=[3, 2]
    )
    paces = present(Pace, (row.pace for row in shown))
    yield _with_signs(measured.transform_filter(where("part", "sign")), paces, say)
    yield (
        base.transform_filter(where("part", "words"))
        .mark_text(align="left", fontSize=12, color=INK, limit=_WORDS)
        .encode(x=alt.value(_WIDTH + 10), text="words:N")
    )


def _with_signs(chart: alt.Chart, paces: Iterable[Pace], say: PlotWording) -> alt.Chart:
    """Put the signs of paces into a chart, and that of what is expected."""
    looks = {say.label(pace): _SIGNS[pace] for pace in paces if pace in _SIGNS}
    looks[say("paces.expected")] = _LINE, INK, INK
    key = legend()
    shapes, fills, strokes = (
        by_name("sign", looks, each, key) for each in zip(*looks.values(), strict=True)
    )
    made: alt.Chart = chart.mark_point(size=90, strokeWidth=2, opacity=1).encode(
        shape=alt.Shape(**shapes), fill=alt.Fill(**fills), stroke=alt.Stroke(**strokes)
    )
    return made


# ---------------------------------------------------------------- what is said


def _words(row: Progress, say: PlotWording) -> str:
    """Say what was counted, of how many, and how that keeps pace.

    Where nothing was counted, what was told of it all the same.
    """
    counted = say.listed(list(map(str, row.counts))) if row.counts else "?"
    pace = say.label(row.pace)
    if not row.counts and row.statuses != (Status.NO_EVIDENCE,):
        pace = say("paces.judged", pace=pace, statuses=_statuses(row, say))
    facts = {"counted": counted, "pace": pace}
    target = row.targets[0]
    if len(row.targets) > 1:
        return say("paces.counted", **facts)
    if target.total is not None:
        return say("paces.of_total", total=_bounds(target.total, say), **facts)
    if target.expected is not None:
        return say("paces.of_expected", expected=target.expected, **facts)
    if target.quantity.minimum is not None:
        return say("paces.of_unknown", **facts)
    return say("paces.counted", **facts)


def _statuses(row: Progress, say: PlotWording) -> str:
    return say.listed(list(map(say.label, row.statuses)))


def _bounds(total: Quantity, say: PlotWording) -> str:
    least, most = total.minimum, total.maximum
    if least is None:
        return say("paces.most", count=most)
    if most is None:
        return say("paces.least", count=least)
    return str(least) if least == most else f"{least}–{most}"


def _said(
    in_numbers: Sequence[Progress], shown: int, others: int, say: PlotWording
) -> Iterator[str]:
    """Say how many promises keep pace in which way, and what is not shown."""
    paces = Counter(row.pace for row in in_numbers)
    if not in_numbers:
        yield say("picture.nothing")
    else:
        yield say(
            "paces.in_numbers",
            promises=say.count(len(in_numbers), "promise", "promises"),
            paces=", ".join(
                say.told(say.label(pace), paces[pace]) for pace in _ORDER if paces[pace]
            ),
        )
    if others:
        promises = say.count(others, "promise", "promises")
        yield say("paces.no_number", promises=promises)
    if cut := len(in_numbers) - shown:
        yield say("paces.cut", promises=say.count(cut, "promise", "promises"))
