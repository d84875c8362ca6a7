"""Agreements over time: a row for each place, and a bar for each agreement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from medborgarloften.analysis import TimelineRow
from medborgarloften.analysis import timeline as rows_in_time
from medborgarloften.model import Agreement, AgreementKind, Area
from medborgarloften.model._rules import expect
from medborgarloften.plots._altair import alt
from medborgarloften.plots._asked import Asked, expect_most, register_of, words_in
from medborgarloften.plots._looks import (
    INK,
    LINES,
    PAPER,
    QUESTION_MARK,
    Row,
    Said,
    alphabetical,
    axis_of_rows,
    by_name,
    legend,
    picture,
    present,
    readable,
    row_name,
    where,
)
from medborgarloften.plots._spans import End, Part, Span, in_lanes, spans_of
from medborgarloften.plots._wording import PlotWording
from medborgarloften.register import Register
from medborgarloften.wording.saying import Language

__all__ = ["KIND_COLOURS", "timeline"]

KIND_COLOURS = {
    AgreementKind.CITIZENS_PROMISE: "#0b4f8a",
    AgreementKind.COOPERATION_AGREEMENT: "#e69f00",
}
_THICK = {
    AgreementKind.CITIZENS_PROMISE: 14,
    AgreementKind.COOPERATION_AGREEMENT: 7,
}
_SIGNS = {
    End.OPEN: ("triangle-right", INK),
    End.MAY_GO_ON: ("triangle-right", PAPER),
    End.NOT_STATED: (QUESTION_MARK, "transparent"),
}
# How much of its colour a part has on its left and on its right.
_SHADES = {
    Part.BEFORE: ("00", "a0"),
    Part.BEGINNING: ("20", "d0"),
    Part.ENDING: ("d0", "20"),
    Part.AFTER: ("a0", "00"),
}
_WIDTH, _STEP, _LABELS = 520, 22, 180
_FEW_YEARS, _MANY_YEARS = 2, 12
_TICKS = 8

_A_DAY = 24 * 60 * 60 * 1000
_DAY_ZERO = date(1970, 1, 1).toordinal()


@frozen
class _Drawn:
    """An agreement, where it is drawn.

    Attributes:
        agreement: The agreement.
        span: Its days.
        area: Its place, in the words of the agreement that began there first.
        row: The number of its row, from 0.
        is_first: Whether that is the first row of its place.
        meets: Whether it begins where the one before it in the row ends.
    """

    agreement: Agreement
    span: Span
    area: Area
    row: int
    is_first: bool
    meets: bool


def timeline(
    asked: Asked,
    *,
    municipality: str | None = None,
    kind: AgreementKind | None = None,
    most: int = 60,
    language: Language = "en",
) -> alt.LayerChart:
    """Draw agreements over time, by the places where they hold.

    Each agreement has one bar, over the days on which it certainly holds, the last one
    too.  Where a last day is not stated, or is said not to be the end, the bar fades
    out over a year, towards a sign that says why; what holds until further notice goes
    on to the edge.  Where a first day is not stated the bar comes out of the edge, or,
    if the agreement is known to have existed on a day, it fades in from that day with a
    question mark.  Within an end that is stated as a season or a school term it fades
    as well: nobody says where in it.  An agreement of several municipalities has a row
    of its own, and those of a place that overlap are drawn below each other.

    An agreement of which no day is stated has no place in time: such are counted below
    the title, and so is what is left out: what would make more than *most* rows, and
    what lies so far from most others (mistyped, as a rule) that with it the picture
    would be of more than some sixty years.

    Args:
        asked: A register, or what was found in one: then the agreements in which
            something was found.
        municipality: Only what holds there or in a part of it; by its name or code.
        kind: Only agreements of this kind.
        most: How many rows are drawn at most, in the order of the alphabet.
        language: The language of what stands in the picture, ``"sv"`` or ``"en"``.

    Raises:
        UnknownName: If there is no such municipality; it tells the nearest.
        InvalidField: If something is given that is no such thing.
    """
    say = words_in("timeline", language)
    register = register_of("timeline", asked)
    expect_most("timeline", most)
    if municipality is not None:
        expect(str, "timeline", "municipality", municipality)
    rows = rows_in_time(register, municipality, kind=kind)
    dated = [row for row in rows if row.possible.first_day or row.possible.last_day]
    spans = spans_of(dated)
    drawn = list(_drawn(spans, register, say))
    shown = [each for each in drawn if each.row < most]
    undated, far = len(rows) - len(dated), len(dated) - len(spans)
    to_know = list(_to_know(shown, undated, far, drawn[len(shown) :], say))
    return picture(
        _layers(shown, say),
        [*_places(shown, say), *(part for each in shown for part in _parts(each, say))],
        Said(
            say("bars.title"),
            [_counted(shown, say), *to_know],
            _told(shown, to_know, say),
        ),
        _WIDTH,
        alt.Step(_STEP),
    )


def _drawn(
    dated: Iterable[tuple[TimelineRow, Span]], register: Register, say: PlotWording
) -> Iterator[_Drawn]:
    """Give each agreement its row, place by place and there in order of time.

    A place is the same in whichever order a page lists its municipalities.
    """
    in_places = defaultdict[Hashable, list[tuple[Agreement, Span]]](list)
    for row, span in sorted(dated, key=lambda each: each[1].first):
        place = frozenset(row.municipalities), readable(row.district or "")
        in_places[place].append((register[row.agreement], span))

    def in_alphabet(there: Sequence[tuple[Agreement, Span]]) -> str:
        return alphabetical(_name(there[0][0].area, say))

    rows = 0
    for there in sorted(in_places.values(), key=in_alphabet):
        area = there[0][0].area
        ends = dict[int, int]()
        laid = sorted(in_lanes(there), key=lambda each: each[0])
        for lane, agreement, span in laid:
            meets = ends.get(lane) == span.first
            yield _Drawn(agreement, span, area, rows + lane, lane == 0, meets)
            ends[lane] = span.last
        rows += len(ends)


def _name(area: Area, say: PlotWording) -> str:
    return readable(say.whole_area(area))


# ---------------------------------------------------------------- what is drawn


def _places(shown: Sequence[_Drawn], say: PlotWording) -> list[Row]:
    """List the first row of each place, which is parted from those above it."""
    names = (_row(each, say) for each in shown if each.is_first)
    return [{"row": name, "part": "place"} for name in dict.fromkeys(names)]


def _row(each: _Drawn, say: PlotWording) -> str:
    label = say.short_area(each.area) if each.is_first else ""
    return row_name(each.row, label)


def _parts(each: _Drawn, say: PlotWording) -> Iterator[Row]:
    """Cut a bar into its parts, and the signs at its ends."""
    agreement, span = each.agreement, each.span
    about = {
        "row": _row(each, say),
        "agreement": agreement.id,
        "area": _name(agreement.area, say),
        "kind": say.label(agreement.kind),
        "days": say.in_force(agreement),
    }
    for part, first, last in span.parts:
        yield {**about, "part": part, "begin": _moment(first), "end": _moment(last)}
    if each.meets:
        yield {**about, "part": "joint", "begin": _moment(span.first)}
    for end, day in span.signs:
        sign = say(f"bars.{end}")
        yield {**about, "part": "sign", "begin": _moment(day), "sign": sign}


def _layers(shown: Sequence[_Drawn], say: PlotWording) -> Iterator[alt.Chart]:
    kinds = present(AgreementKind, (each.agreement.kind for each in shown))
    ends = present(End, (end for each in shown for end, _ in each.span.signs))
    rows = alt.Y("row", type="nominal", axis=axis_of_rows(_LABELS))
    base = alt.Chart().encode(
        x=_axis_of_time(shown),
        y=rows,
        tooltip=[
            alt.Tooltip(field, type="nominal", title=say(f"bars.{field}"))
            for field in ("agreement", "area", "kind", "days")
        ],
    )
    yield (
        alt.Chart()
        .transform_filter(where("part", "place"))
        .mark_rule(color=LINES, yOffset=-_STEP / 2)
        .encode(y=rows)
    )
    bars = base.encode(x2="end")
    names = [say.label(kind) for kind in kinds]
    key = legend(say("bars.kind"))
    colours = by_name("kind", names, [KIND_COLOURS[kind] for kind in kinds], key)
    for kind in kinds:
        of_kind = bars.transform_filter(where("kind", say.label(kind)))
        for part, shades in _SHADES.items():
            fading = _fading(KIND_COLOURS[kind], *shades)
            yield of_kind.transform_filter(where("part", part)).mark_bar(
                height=_THICK[kind], color=fading
            )
        yield (
            of_kind.transform_filter(where("part", Part.CERTAIN))
            .mark_bar(height=_THICK[kind], strokeWidth=1)
            .encode(color=alt.Color(**colours), stroke=alt.Stroke(**colours))
        )
    yield base.transform_filter(where("part", "joint")).mark_tick(
        color=PAPER, orient="vertical", size=_STEP - 4, thickness=2
    )
    if ends:
        yield _with_signs(base.transform_filter(where("part", "sign")), ends, say)


def _with_signs(chart: alt.Chart, ends: Sequence[End], say: PlotWording) -> alt.Chart:
    names = [say(f"bars.{end}") for end in ends]
    shapes, fills = ([_SIGNS[end][look] for end in ends] for look in (0, 1))
    key = legend(say("bars.ends"))
    made: alt.Chart = chart.mark_point(
        size=70, stroke=INK, strokeWidth=1.5, opacity=1
    ).encode(
        shape=alt.Shape(**by_name("sign", names, shapes, key)),
        fill=alt.Fill(**by_name("sign", names, fills, key)),
    )
    return made


def _axis_of_time(shown: Sequence[_Drawn]) -> alt.X:
    first, last = _years(shown) if shown else (0, 0)
    axis = alt.Axis(
        aria=False,
        title=None,
        format="%Y-%m" if last - first < _FEW_YEARS else "%Y",
        tickCount="year" if _FEW_YEARS <= last - first < _MANY_YEARS else _TICKS,
        labelFlush=False,
        labelFontSize=12,
        labelColor=INK,
    )
    return alt.X("begin", type="temporal", axis=axis).scale(type="utc", nice=False)


def _fading(colour: str, left: str, right: str) -> alt.LinearGradient:
    """Let a colour fade from the one end to the other."""
    stops = [
        alt.GradientStop(color=f"{colour}{shade}", offset=offset)
        for offset, shade in enumerate((left, right))
    ]
    return alt.LinearGradient(gradient="linear", stops=stops, x1=0, x2=1, y1=0, y2=0)


def _moment(day: int) -> int:
    """Tell when a day begins, as charts count time."""
    return (day - _DAY_ZERO) * _A_DAY


def _years(shown: Sequence[_Drawn]) -> tuple[int, int]:
    """Tell the first and the last year of which there is something to see."""
    first = min(each.span.first for each in shown)
    last = max(each.span.last for each in shown) - 1
    bounded = (max(first, 1), min(last, date.max.toordinal()))
    first_year, last_year = (date.fromordinal(day).year for day in bounded)
    return first_year, last_year


# ---------------------------------------------------------------- what is said


def _counted(shown: Sequence[_Drawn], say: PlotWording) -> str:
    """Say how many agreements there are to see, where and when."""
    if not shown:
        return say("picture.nothing")
    return say(
        "bars.counted",
        agreements=say.count(len(shown), "agreement", "agreements"),
        places=say.count(len(_places(shown, say)), "place", "places"),
        years=say.years(*_years(shown)),
    )


def _to_know(
    shown: Sequence[_Drawn],
    undated: int,
    far: int,
    cut: Sequence[_Drawn],
    say: PlotWording,
) -> Iterator[str]:
    vague = sum(each.span.vague for each in shown)
    if vague:
        agreements = say.count(vague, "agreement", "agreements")
        yield say("bars.vague", agreements=agreements)
    if undated:
        agreements = say.count(undated, "agreement", "agreements")
        yield say("bars.undated", agreements=agreements)
    if far:
        yield say("bars.far", agreements=say.count(far, "agreement", "agreements"))
    if cut:
        agreements = say.count(len(cut), "agreement", "agreements")
        key = "bars.cut" if cut[0].is_first else "bars.cut_within"
        yield say(key, agreements=agreements, first=_name(cut[0].area, say))


def _told(shown: Sequence[_Drawn], to_know: Iterable[str], say: PlotWording) -> str:
    ends = Counter(end for each in shown for end in {end for end, _ in each.span.signs})
    both = sum(not each.span.signs for each in shown)
    told = [(say("bars.both_stated"), both)]
    told += [(say(f"bars.{end}"), ends[end]) for end in End]
    facts = ", ".join(say.told(what, count) for what, count in told if count)
    over = say("bars.alt", counted=_counted(shown, say)) if shown else say("bars.none")
    return say.sentences(over, facts, *to_know)
