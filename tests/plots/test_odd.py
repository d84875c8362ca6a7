"""Whatever stands in a register can be drawn, and nothing of it is lost unsaid."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medborgarloften import (
    Outcome,
    Per,
    Quantity,
    Register,
    Source,
    SourceKind,
    Status,
)
from medborgarloften.analysis import counts
from medborgarloften.plots import coverage, progress, save, themes, timeline
from medborgarloften.testing import days, questions, registers
from medborgarloften.wording.saying import LANGUAGES


@settings(max_examples=5)
@given(registers(), days(), st.sampled_from(LANGUAGES), st.integers(1, 3))
def test_whatever_a_register_holds_can_be_drawn(register, day, language, most):
    """
    Every chart is one that Vega-Lite allows, and says what it shows.
    """
    for chart in (
        timeline(register, most=most, language=language),
        themes(register, until=day, language=language),
        coverage(register, day, language=language),
        progress(register, day, most=most, language=language),
    ):
        assert chart.to_dict()["description"] == chart.description
        assert chart.description.endswith(".")
        assert all(len(line) <= 112 for line in chart.title.subtitle)
        assert all(layer.mark["aria"] is False for layer in chart.layer)


@settings(max_examples=4)
@given(registers(), questions(), days())
def test_whatever_was_found_can_be_drawn(register, question, day):
    """
    Matches as well as registers.
    """
    found = register.find(question)

    for chart in (
        timeline(found),
        themes(found),
        coverage(found, day),
        progress(found, day),
    ):
        assert chart.to_dict()["description"]


@settings(max_examples=8)
@given(registers(max_size=8), st.integers(1, 4))
def test_no_agreement_is_lost_in_time(drawn, register, most):
    """
    Each is drawn once, or counted among those that are not.
    """
    whole, cut = (
        {
            row["agreement"]
            for row in drawn(timeline(register, most=rows))
            if "end" in row
        }
        for rows in (100, most)
    )
    dated = {
        id
        for id, agreement in register.items()
        if agreement.in_force.first_day or agreement.in_force.last_day
    }
    said = timeline(register, most=most).description

    assert cut <= whole <= dated
    for reason, left_out in (
        ("no day is stated", len(register) - len(dated)),
        ("that of the others", len(dated - whole)),
        ("holds no more", len(whole - cut)),
    ):
        assert (f"{reason}: {left_out} agreement" in said) == bool(left_out)


@settings(max_examples=8)
@given(registers())
def test_no_bar_hides_another(drawn, register):
    """
    In a row, each agreement begins where the one before has ended, fading and all.
    """
    spans = {}
    for row in drawn(timeline(register, most=100)):
        if "end" in row:
            begin, end = spans.get(
                (row["row"], row["agreement"]), (row["begin"], row["end"])
            )
            spans[row["row"], row["agreement"]] = (
                min(begin, row["begin"]),
                max(end, row["end"]),
            )
    of_rows = {}
    for (row, _), span in sorted(spans.items(), key=lambda each: each[1]):
        of_rows.setdefault(row, []).append(span)

    for bars in of_rows.values():
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(bars))


@settings(max_examples=8)
@given(registers())
def test_cells_have_the_numbers_of_the_analysis(drawn, register):
    """
    And those that are not drawn are of years that were left out.
    """
    cells = drawn(themes(register))
    counted = [
        row for row in counts(register, by=("theme", "year")).rows if row.promises.count
    ]
    years = {row["year"] for row in cells}
    seen = [
        row.promises.count
        for row in counted
        if ("?" if row.keys[1] is None else str(row.keys[1])) in years
    ]

    assert sorted(row["promises"] for row in cells) == sorted(seen)
    assert len(years) <= 15


@settings(max_examples=10)
@given(
    st.sampled_from(["</", "<!--", "<script", "</SCRIPT>"]),
    st.text(st.characters(codec="utf-8"), max_size=3),
)
def test_no_text_can_end_the_script_of_a_notebook(agreed, opening, end):
    """
    A notebook writes a chart into its page as it is: nothing in it begins a tag.
    """
    hostile = f"{end}{opening}{end}x"
    counted = {"text": hostile, "quantities": (Quantity(4, 4, hostile, Per.YEAR),)}
    told = Outcome(
        agreement=hostile,
        promise=1,
        on=date(2020, 6, 1),
        status=Status.ONGOING,
        counted=2,
        sources=(Source(kind=SourceKind.PAGE, title=hostile),),
    )
    register = Register(
        [
            agreed(hostile, "2020/2021", district=hostile, promises=[counted]),
            agreed(f"b{hostile}", "/2020", "1882", district=hostile),
        ],
        [told],
    )

    for chart in (
        timeline(register),
        timeline(register, most=1),
        coverage(register, date(2020, 6, 1)),
        progress(register, date(2020, 6, 1)),
    ):
        written = json.dumps(chart.to_dict(), ensure_ascii=False)
        assert re.findall("<[a-z/!?]", written, re.IGNORECASE) == []
        assert opening in written.replace("\N{WORD JOINER}", "")


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(st.integers(1, 300), st.integers(0, 80)), min_size=1, max_size=12
    )
)
def test_the_time_that_is_drawn_holds_the_most(agreed, drawn, years):
    """
    No sixty years hold more agreements, and those that are drawn lie together.
    """
    register = Register(
        agreed(str(n), f"{first:04}/{first + more:04}")
        for n, (first, more) in enumerate(years)
    )
    bars = drawn(timeline(register, most=100), "certain")
    held = [
        sum(begin <= first and first + more < begin + 60 for first, more in years)
        for begin, _ in years
    ]
    day = 24 * 60 * 60 * 1000
    stretch = max(bar["end"] for bar in bars) - min(bar["begin"] for bar in bars)

    assert len(bars) >= max(held)
    assert len(bars) == len(years) or stretch <= (61 * 365 + 15) * day


@pytest.mark.parametrize("language", LANGUAGES)
@settings(
    max_examples=2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(register=registers(), day=days())
def test_whatever_can_be_drawn_can_be_saved(tmp_path, language, register, day):
    """
    As an image that is well-formed, odd letters and all.
    """
    for chart in (
        timeline(register, language=language),
        themes(register, language=language),
        progress(register, day, language=language),
    ):
        save(chart, tmp_path / "chart.svg")

        root = ET.parse(tmp_path / "chart.svg").getroot()  # noqa: S314 - it is our own
        assert root.get("aria-label") == chart.description
