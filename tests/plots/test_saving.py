from __future__ import annotations

import json
import re
import struct
import sys
from datetime import date
from importlib import import_module
from xml.etree import ElementTree as ET

import altair as alt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medborgarloften import InvalidField, MissingExtra, examples
from medborgarloften.errors import FileError
from medborgarloften.plots import coverage, progress, save, themes, timeline

DAY = date(2021, 6, 1)
# Texts that would begin, end or hide a script.
HOSTILE = st.lists(
    st.sampled_from(["</script", "<script", "<!--", "-->", "</SCRIPT >", "<", "$title"])
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3)
).map("".join)


@pytest.fixture(scope="module", params=["timeline", "themes", "coverage", "progress"])
def chart(request):
    """Draw the examples in one of the four ways."""
    register = examples.register()
    draw = {
        "timeline": lambda: timeline(register),
        "themes": lambda: themes(register, language="sv"),
        "coverage": lambda: coverage(register, DAY),
        "progress": lambda: progress(register, DAY, language="sv"),
    }
    return draw[request.param]()


def test_an_svg_tells_what_it_shows(chart, tmp_path):
    """
    It is one image to a reader of screens, with the chart's description.
    """
    save(chart, tmp_path / "chart.svg")
    root = ET.parse(tmp_path / "chart.svg").getroot()  # noqa: S314 - it is our own

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("role") == "img"
    assert root.get("aria-label") == chart.description
    assert float(root.get("width")) < 800
    shown = "".join(root.itertext())
    assert chart.to_dict()["title"]["text"] in shown
    assert "0000" not in shown  # rows are numbered to sort them, not to be read


def test_a_png_is_sharp(chart, tmp_path):
    """
    It has twice as many points as the SVG is wide.
    """
    for suffix in ("svg", "png"):
        save(chart, tmp_path / f"chart.{suffix}")
    root = ET.parse(tmp_path / "chart.svg").getroot()  # noqa: S314 - it is our own
    image = (tmp_path / "chart.png").read_bytes()
    width, height = struct.unpack(">II", image[16:24])

    assert image.startswith(b"\x89PNG")
    assert width == pytest.approx(2 * float(root.get("width")), abs=2)
    assert height == pytest.approx(2 * float(root.get("height")), abs=2)


def test_a_page_needs_no_network(chart, tmp_path):
    """
    All that it runs is in it: nothing is loaded from elsewhere.
    """
    save(chart, tmp_path / "chart.html")
    page = (tmp_path / "chart.html").read_text("utf-8")

    elements = re.sub(r"(<script[^>]*>).*?</script>", r"\1", page, flags=re.DOTALL)

    assert re.findall(r"<[^>]*(?:src|href|import)[^>]*>", elements) == []
    assert re.findall(r"""(?:import|from|fetch\()\s*["']https?:""", page) == []
    assert json.dumps(chart.description, ensure_ascii=False) in page
    assert f"<title>{chart.description.partition('.')[0]}</title>" in page
    assert '"editor":false' in page


def test_a_page_keeps_what_a_chart_says_of_itself(tmp_path):
    """
    What it says of how it is shown too, which goes before our own.
    """
    chart = timeline(examples.register())
    own = {"author": "Flen", "embedOptions": {"actions": {"source": True}}}
    save(chart.properties(usermeta=own), tmp_path / "chart.html")
    page = (tmp_path / "chart.html").read_text("utf-8")
    [(spec, options)] = re.findall(
        r'vegaEmbed\("#chart", (\{.*\}), (\{.*\})\)\.catch', page
    )

    assert json.loads(spec)["usermeta"] == own
    assert json.loads(options)["actions"]["source"] is False
    assert json.loads(spec)["data"] == chart.to_dict()["data"]


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(HOSTILE, min_size=3, max_size=3))
def test_no_text_can_end_the_script_of_a_page(tmp_path, texts):
    """
    Whatever a chart is told: a page has its own tags alone, and the texts are whole.
    """
    title, description, value = texts
    rows = {"values": [{"a": value}]}
    chart = alt.Chart(alt.Data(**rows), title=title, description=description)
    save(chart.mark_point().encode(x="a:N"), tmp_path / "chart.html")
    page = (tmp_path / "chart.html").read_bytes().decode()
    tags = re.findall(r"</?(?:script|title)\b|<!--", page, re.IGNORECASE)
    [spec] = re.findall(r'vegaEmbed\("#chart", (\{.*\}), \{', page)

    assert tags == ["<title", "</title", *["<script", "</script"] * 2]
    assert json.loads(spec)["description"] == description
    assert json.loads(spec)["title"] == title
    assert json.loads(spec)["data"] == rows


def test_the_data_of_a_chart_can_be_kept(chart, tmp_path):
    """
    As Vega-Lite, in which the whole picture is.
    """
    save(chart, tmp_path / "chart.json")
    kept = json.loads((tmp_path / "chart.json").read_text("utf-8"))

    assert kept == chart.to_dict()
    assert kept["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")


def test_the_same_chart_gives_the_same_file(tmp_path):
    """
    So a file only changes when the picture does.
    """
    for name in ("a.svg", "b.svg"):
        save(timeline(examples.register()), tmp_path / name)

    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_two_images_can_stand_on_one_page(tmp_path):
    """
    What fades in one does not take its colours from the other.
    """
    register = examples.register()
    for name in ("Laxå", "Askersund"):
        save(
            timeline(register, municipality=name),
            tmp_path / f"{name}.svg",
        )
    defined, used = (
        re.findall(pattern, (tmp_path / "Laxå.svg").read_text("utf-8"))
        for pattern in (r'id="(gradient[^"]*)"', r"url\(#(gradient[^)]*)\)")
    )

    assert defined
    assert set(used) == set(defined)
    assert defined[0] not in (tmp_path / "Askersund.svg").read_text("utf-8")


def test_a_changed_chart_can_be_saved(tmp_path):
    """
    What Altair makes of two charts is a chart too, and has what it is told.
    """
    register = examples.register()
    both = timeline(register, municipality="Flen") & timeline(
        register, municipality="Laxå"
    )
    save(both.properties(description="Flen & Laxå, <två>"), tmp_path / "both.SVG")
    root = ET.parse(tmp_path / "both.SVG").getroot()  # noqa: S314 - it is our own

    assert root.get("aria-label") == "Flen & Laxå, <två>"


def test_a_compressed_image_is_one_that_says_so(tmp_path):
    """
    As with other files of this library.
    """
    save(timeline(examples.register()), tmp_path / "chart.json.gz")

    assert (tmp_path / "chart.json.gz").read_bytes().startswith(b"\x1f\x8b")


@pytest.mark.parametrize("name", ["chart.gif", "chart", "svg"])
def test_other_formats_are_refused(tmp_path, name):
    """
    The error lists those that there are, and nothing is written.
    """
    with pytest.raises(InvalidField, match=r"\.svg, \.png, \.html or \.json"):
        save(timeline(examples.register()), tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_only_charts_are_saved(tmp_path):
    """
    A register is no picture.
    """
    with pytest.raises(InvalidField, match=r"save\.chart: .* give a chart"):
        save(examples.register(), tmp_path / "chart.svg")


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    """
    With its name and what may help.
    """
    with pytest.raises(FileError, match=r"nowhere.*chart\.json"):
        save(timeline(examples.register()), tmp_path / "nowhere" / "chart.json")


@pytest.mark.parametrize("path", [None, 1, b"chart.svg"])
def test_only_a_path_says_where(path):
    """
    The error says so, and is one of ours.
    """
    with pytest.raises(InvalidField, match=r"save\.path: .* give a path"):
        save(timeline(examples.register()), path)


@pytest.mark.parametrize(
    ("missing", "library"), [("altair", "altair"), ("vl_convert", "vl-convert-python")]
)
def test_who_lacks_a_library_is_told_how_to_get_it(monkeypatch, missing, library):
    """
    The error names what is missing and the extra that brings it.
    """
    module = f"medborgarloften.plots._{missing}"
    monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, missing, None)

    with pytest.raises(MissingExtra) as caught:
        import_module(module)

    assert str(caught.value) == (
        f"this needs {library}; install medborgarloften[plots]"
    )


def test_only_who_saves_images_needs_what_makes_them(monkeypatch, tmp_path):
    """
    A chart is made and shown without, and its data are kept.
    """
    monkeypatch.delitem(sys.modules, "medborgarloften.plots._vl_convert", raising=False)
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    chart = timeline(examples.register())
    save(chart, tmp_path / "chart.json")

    for name in ("chart.svg", "chart.png", "chart.html"):
        with pytest.raises(MissingExtra):
            save(chart, tmp_path / name)
    assert chart._repr_mimebundle_()
    assert [file.name for file in tmp_path.iterdir()] == ["chart.json"]
